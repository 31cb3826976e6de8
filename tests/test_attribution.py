"""Statements: who is said to speak, and who is not."""

from __future__ import annotations

import pytest

from event_help import events, lines

SPEAK = [
    # behind a communiqué, before a colon, in a noun
    ("جاء في بيان للخارجية المصرية أن شكري التقى لافروف.", "Ministry of Foreign Affairs (Egypt)"),
    ("ووفقا لبيان صدر الثلاثاء عن الخارجية المصرية فإن الوضع صعب.", "Ministry of Foreign Affairs (Egypt)"),
    ("لافروف: الحوار لن يتوقف", "Sergey Lavrov"),
    ("لافروف لبلينكن: الحوار لن يتوقف", "Sergey Lavrov"),
    ("تراجعت الأسواق بعد إعلان تايوان شراء صواريخ.", "Taiwan"),
    # an official stands for the body
    ("قال مسؤول في وزارة الخارجية الأمريكية إن الحوار صعب.", "United States Department of State"),
    ("قال مسؤول في البيت الأبيض إن الحوار صعب.", "United States"),
    # in what words
    ("«لن نغادر طاولة الحوار»، هكذا صرح سامح شكري للصحافيين.", "Sameh Shoukry"),
    ("جدد بايدن تمسكه بحل الدولتين.", "Joe Biden"),
    ("زاد لافروف أن الحوار صعب.", "Sergey Lavrov"),
    ("من جانبه أبان سامح شكري أن الحوار ناجح.", "Sameh Shoukry"),
    ("وصف لافروف نهج واشنطن تجاه الحرب في أوكرانيا بأنه خطأ.", "Sergey Lavrov"),
    ("اعتبره لافروف خطوة ناجحة.", "Sergey Lavrov"),
]


@pytest.mark.parametrize(("text", "who"), SPEAK)
def test_who_speaks(text: str, who: str) -> None:
    assert [line for line in lines(text, "Statement") if f"agent={who}" in line], events(text)


SILENT = [
    "قال المسؤول الأمريكي إن الحوار صعب.",  # of whom nothing but the nationality is known
    "قال دبلوماسي أمريكي إن الحوار صعب.",
    "زادت إسرائيل استعدادها للهجوم.",  # increased, not went on to say
    "علق لافروف المشاركة في المعاهدة.",  # suspended, not commented
    "أعربت روسيا عن أصدق التهاني لمصر.",  # congratulations are no statement besides
    "أعربت فرنسا عن موافقتها على رفع العقوبات.",
    "يعبر الرئيس الروسي الحدود غدا.",  # crosses, not voices
    "كشفت بيانات البنك عن تراجع.",  # data, not a communiqué
    "سوريا: مقتل عشرة في دمشق",  # a topic, not a speaker
]


@pytest.mark.parametrize("text", SILENT)
def test_who_does_not_speak(text: str) -> None:
    assert lines(text, "Statement") == []


def test_what_an_unknown_voice_adds_is_nobodys() -> None:
    text = "قال لافروف إن الحوار صعب. وقالت مصادر إن الوضع صعب. وأضافت أن الهدوء عاد."
    assert lines(text, "Statement") == ["Statement agent=Sergey Lavrov"]


def test_a_communique_speaks_for_who_has_issued_it() -> None:
    text = "قالت الخارجية المصرية في بيان إن الحوار صعب. وأضاف البيان أن الوضع هادئ."
    assert lines(text, "Statement") == ["Statement agent=Ministry of Foreign Affairs (Egypt)"]


def test_who_accuses_goes_on_and_not_the_accused() -> None:
    text = "قال أحمد قطان إن الحوار صعب. واتهم الرئيس اليمني علي عبدالله صالح بأنه كذب. وشدد على أن الحوار صعب."
    assert lines(text, "Statement") == ["Statement agent=Ahmed Kattan"]
