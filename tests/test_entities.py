"""The stage as a whole: its records, unlisted bodies, determinism, speed."""

from __future__ import annotations

import itertools
import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from entity_help import knowledge, labels, layer, mention, text_of
from sifara.entities import find_entities

STORY = (
    "استقبل وزير الخارجية المغربي ناصر بوريطة، الثلاثاء بالرباط، نظيره الإسباني خوسيه مانويل ألباريس. "
    "وأكد الوزيران متانة العلاقات بين البلدين. وقال متحدث باسم وزارة الخارجية المغربية إن بلاده تدعم الأمم المتحدة. "
    "ورحبت السلطات الإسبانية بالاتفاق، بينما دعت موسكو وواشنطن إلى الحوار في جنيف."
)


def test_mentions_are_in_order_and_in_the_text() -> None:
    found = layer(STORY, "2022-04-07")
    assert [m.start for m in found.mentions] == sorted(m.start for m in found.mentions)
    outer = [m for m in found.mentions if not m.inner]
    assert all(one.end <= other.start for one, other in itertools.pairwise(outer))
    for one in found.mentions:
        assert 0 <= one.start < one.end <= len(STORY)
        assert not STORY[one.start : one.end].startswith(" ")
        assert all(name in found.entities for name in one.entities)
        if one.inner:
            assert any(m.start <= one.start and one.end <= m.end for m in outer)
    for office in found.offices:
        assert office.person in found.entities
        assert office.of in found.entities


def test_links_are_those_of_the_tables_alone() -> None:
    known = knowledge().known
    for name, entity in layer(STORY, "2022-04-07").entities.items():
        assert entity.id == name
        if entity.qid is not None:
            assert known[name].entity.qid == entity.qid
        assert entity.listed == (name in known)


def test_no_extra_table_has_ids() -> None:
    for record in knowledge().known.values():
        assert record.entity.qid is None or re.fullmatch(r"Q[1-9]\d*", record.entity.qid)


def test_ids_are_unique_and_readable() -> None:
    known = knowledge().known
    assert known["Antony_Blinken"].entity.qid
    assert known["New_START"].entity.type == "Treaty"
    assert known["Reykjavik"].entity.type == "City"
    assert all(" " not in name and name for name in known)


def test_unlisted_bodies_and_treaties() -> None:
    text = (
        "وقعت وزارة النفط العراقية وشركة «ألفا» اتفاقية التجارة الحرة. وأعلن الجيش التشيكي انسحابه. "
        "وقال بيان لصحيفة «النبأ» إن محافظة درعا هادئة."
    )
    found = {e.label_ar: e.type for e in layer(text).entities.values()}
    assert found["وزارة النفط العراقية"] == "GovernmentBody"
    assert "Company" in found.values()
    assert found["اتفاقية التجارة الحرة"] == "Treaty"
    assert found["الجيش التشيكي"] == "GovernmentBody"
    assert "Iraq" in labels(layer(text))


def test_a_ministry_without_its_country_is_that_of_the_document() -> None:
    text = "قال متحدث باسم وزارة الخارجية الفنلندية إن الأمر انتهى. وأضافت وزارة الخارجية أن الوزير سيسافر."
    first = mention(text, "متحدث باسم وزارة الخارجية الفنلندية")
    assert mention(text, "وزارة الخارجية").entities == first.entities


def test_adjectives_tell_of_countries() -> None:
    assert {"Malaysia", "Philippines"} <= labels(layer("احتجز متمردون فيليبينيون سياحا في جزيرة سيبادان الماليزية."))
    assert "South Africa" in labels(layer("وصل السفير الجنوب أفريقي إلى الرياض."))
    assert "Germany" in labels(layer("أعلنت المستشارة الألمانية ذلك."))


def test_the_same_text_gives_the_same_layer() -> None:
    text = text_of(STORY, "2022-04-07")
    assert find_entities(text, knowledge()) == find_entities(text, knowledge())


def test_speed() -> None:
    text = text_of(" ".join([STORY] * 40), "2022-04-07")
    words = sum(len(s.tokens) for s in text.sentences)
    start = time.process_time()
    find_entities(text, knowledge())
    assert words / (time.process_time() - start) > 2_000


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "وزير",
                "الخارجية",
                "الروسي",
                "الرئيس",
                "،",
                "بن",
                "عبد",
                "الله",
                "نظيره",
                "والوزيران",
                "في",
                "باسم",
                "متحدث",
                "لدى",
                "الشيخ",
                "(",
                "الأمير",
                "رئيس",
                "وزراء",
                "مصر",
                "والأردن",
                "سفير",
                "دولة",
                "البلدين",
                "وقال",
                "3",
                '"',
                "محمد",
                "الدكتور",
                "نائب",
            ]
        ),
        max_size=14,
    )
)
def test_any_order_of_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for one in layer(text).mentions:
        assert 0 <= one.start < one.end <= len(text)


def test_words_that_mean_two_bodies_are_the_name_of_neither() -> None:
    text = (
        "عقد المؤتمر في وزارة الخارجية الأمريكية. وصدر عن وزارة الخارجية بيان. وقالت وزارة الخارجية الروسية إنها ترفض. "
        "وأضافت وزارة الخارجية أن موسكو مستعدة."
    )
    bodies = [e for e in layer(text).entities.values() if e.type == "GovernmentBody"]
    assert len(bodies) == 2
    assert not any("وزارة الخارجية" in body.aliases for body in bodies)
    alone = layer("قالت وزارة الخارجية الروسية إنها ترفض. وأضافت وزارة الخارجية أن موسكو مستعدة.").entities.values()
    assert ["وزارة الخارجية" in e.aliases for e in alone if e.type == "GovernmentBody"] == [True]
