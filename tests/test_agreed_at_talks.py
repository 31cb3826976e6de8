"""Accords told by a passive after talks; who issues a document speaks in it; counterparts of a union."""

from __future__ import annotations

import pytest

from event_help import events, lines, speakers

_MET = "التقى وزير الخارجية المصري سامح شكري نظيره السوداني إبراهيم غندور"


@pytest.mark.parametrize(
    "text",
    [
        f"{_MET}، وتم الاتفاق على بعض النقاط.",
        f"{_MET}. وتم خلال اللقاء الاتفاق على إطلاق الصيادين.",
    ],
)
def test_what_was_agreed_at_talks(text: str) -> None:
    assert "Agreement participant=Ibrahim Ghandour+Sameh Shoukry" in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال شكري إنه تم الاتفاق على كل شيء.",
        f"{_MET} لبحث الإصلاحات التي تم الاتفاق عليها قديما.",
    ],
)
def test_what_was_agreed_elsewhere(text: str) -> None:
    assert not lines(text, "Agreement")


def test_who_gives_a_speech_calls_in_it() -> None:
    found = events("ألقى أردوغان كلمة أمام البرلمان، دعا فيها الأمم المتحدة إلى التدخل.")
    assert "Appeal agent=Recep Tayyip Erdoğan target=United Nations" in found


def test_the_bloc_of_a_party_stands_for_it() -> None:
    assert events("نددت الكتلة النيابية لحركة نداء تونس بالحملة.") == ["Condemnation agent=Nidaa Tounes"]


@pytest.mark.parametrize("words", ["نظراءه الخليجيين", "نظراءه في دول مجلس التعاون الخليجي"])
def test_counterparts_of_a_union(words: str) -> None:
    (meeting,) = lines(f"التقى كيري {words} في الدوحة.", "Meeting")
    assert "Cooperation Council for the Arab States of the Gulf+John Kerry" in meeting


def test_a_strange_name_before_a_colon_speaks_in_a_headline() -> None:
    assert speakers("البلتاجي: حل المجلس ضد الشرعية") == {"البلتاجي"}
    assert not speakers("بروفايل: استراتيجي الصحراء يتقاعد")
    assert not speakers("الفاو: ارتفاع أسعار الغذاء في العالم")


@pytest.mark.parametrize(
    "text",
    [
        "أدانت مصر التفجير الذي استهدف مسجد قوات الطوارئ بمنطقة عسير السعودية.",
        "أدانت مصر التفجير الذي استهدف مسجدا في مقر قوات الطوارئ بمنطقة عسير السعودية.",
        "أدانت مصر الاعتداء الذي وقع في مسجد قوات الطوارئ بمنطقة عسير السعودية.",
    ],
)
def test_whose_mosque_is_bombed(text: str) -> None:
    assert "Attack target=Special Emergency Forces place=Asir" in events(text)
