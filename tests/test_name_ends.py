"""Unlisted names: where another's name begins, where a name behind a title goes on, Ali and the particle."""

from __future__ import annotations

import pytest

from entity_help import layer, people


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("ودع نبيل فهمي سيرغي لافروف في المطار.", {"نبيل فهمي", "سيرغي لافروف"}),
        ("قال السفير الألماني شتيفان براندل وأوضح لهما أن العمل جار.", {"شتيفان براندل"}),
        ("عاد نائب الوزير الألماني يورغن هولتس وكيري، أمس.", {"يورغن هولتس"}),
    ],
)
def test_a_name_ends_where_another_begins(sentence: str, names: set[str]) -> None:
    assert names <= people(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("أقيل وزير الصناعة عبد الكريم قاضي من منصبه.", "عبد الكريم قاضي"),
        ("قال الدكتور هاني أبو شنب إن المستشفى جاهز.", "هاني أبو شنب"),
    ],
)
def test_a_given_name_behind_a_title_goes_on(sentence: str, name: str) -> None:
    assert name in people(sentence)


def test_joined_names_need_no_title() -> None:
    assert {"سعود المطيري", "خالد الدوسري"} <= people("واجتمع الوفد إلى سعود المطيري وخالد الدوسري أمس.")
    assert {"عبدالله ناصر الحربي", "عبد الخالق السالمي"} <= people("هما عبدالله ناصر الحربي وعبد الخالق السالمي.")


def test_ali_is_no_particle_where_the_document_tells_them_apart() -> None:
    text = "قال قائد اللواء علي كشيمر إن قواته عادت. وتقدمت القوات على محورين وسيطرت على البلدة."
    assert "علي كشيمر" in people(text)
    assert not people("شدد الوزير على كشيمر. وتقدمت القوات على محورين.")


@pytest.mark.parametrize(
    "sentence",
    [
        "وكان أحدهم قد شاهد بن لادن في الجبال.",
        "وطلبت البلاد خطة مساعدة مالية ثالثة من الدائنين.",
        "ويؤكد مسؤولون روس أن التوسع خطر.",
        "نقل وكيل إمارة المنطقة تحيات الأمير.",
        "وقد يقع صدام مباشر مع الجيران.",
        "وقع الحادث قرب البئر الرابعة في الحقل.",
        'قال للرئيس الأمريكي "أريد أن أكون جارا لك" ثم مضى.',
    ],
)
def test_words_that_are_nobody(sentence: str) -> None:
    made = {e.label_ar for e in layer(sentence).entities.values() if e.type == "Person" and not e.listed}
    assert not made


def test_a_modifier_of_time_stands_between_title_and_name() -> None:
    found = layer("والتقى وزير الخارجية الأردني آنذاك سامر الكيلاني الوفد.")
    assert [o.role for o in found.offices] == ["ForeignMinister"]


def test_whom_a_university_is_named_for_holds_no_office_there() -> None:
    assert "سعود" not in people("حضر عضو هيئة التدريس بجامعة الملك سعود البروفيسور عبدالله القحطاني.")
