"""Who acts where a verb goes on from another, and in lists of those who act."""

from __future__ import annotations

import pytest

from event_help import events, lines

GOES_ON = [
    # a thing behind "and also", "where" is what the verb governs
    ("شدد سامح شكري على أهمية الحوار، كما شجب ممارسات إسرائيل.", "Condemnation agent=Sameh Shoukry target=Israel"),
    ("اختتم سامح شكري زيارة إلى روما حيث ثمن جهود تونس.", "Praise agent=Sameh Shoukry target=Tunisia"),
    ("شددت تركيا على أهمية الحوار، كما أرسلت قوات إلى ليبيا.", "Deployment agent=Turkey place=Libya"),
    ("شددت تركيا على أهمية الحوار، كما شنت غارات على مدينة حلب.", "Attack agent=Turkey target=Aleppo"),
    # one party cannot be enough: it is the one whom the deed hits
    ("انتقدت فرنسا الوضع الإنساني، ومولت حزب الله.", "Aid agent=France target=Hezbollah"),
    ("شددت فرنسا على أهمية الحوار، كما عاقبت إيران.", "Sanction agent=France target=Iran"),
    # a document behind a verb that goes on in its sentence is no passive subject
    ("انتقدت فرنسا الوضع الإنساني، وألغت اتفاقية باريس.", "Withdrawal agent=France object=Paris Agreement"),
]


@pytest.mark.parametrize(("text", "line"), GOES_ON)
def test_who_acted_goes_on(text: str, line: str) -> None:
    assert lines(text, line.split()[0]) == [line], events(text)


LISTED = [
    ("أيد كل من موسكو وبكين وأنقرة موقف الجزائر.", "Support agent=China+Russia+Turkey target=Algeria"),
    ("هنأ كل من فرنسا وقطر لبنان بمناسبة العيد الوطني.", "Congratulation agent=France+Qatar target=Lebanon"),
    ("هاجم الجيش التركي والقوات الروسية حركة طالبان.", "Attack agent=Army of Turkey+Russia target=Taliban"),
]


@pytest.mark.parametrize(("text", "line"), LISTED)
def test_all_those_in_a_list_act(text: str, line: str) -> None:
    assert lines(text, line.split()[0]) == [line], events(text)


def test_in_each_of_two_capitals_is_where() -> None:
    assert events("عقد سامح شكري لقاءات في كل من باريس وروما مع إيمانويل ماكرون.") == [
        "Meeting participant=Emmanuel Macron+Sameh Shoukry place=Paris+Rome"
    ]
    assert events("تظاهر الآلاف في كل من روما وميلانو ضد إسرائيل.") == ["Protest target=Israel place=Milan+Rome"]


def test_somebody_else_tells_what_as_reports_is_told_of() -> None:
    assert lines("وصل سامح شكري إلى روما، كما أفاد مراسل الوكالة.", "Statement") == []


WAITING = [
    # an aside between commas stands between the subject and its verb
    ("لكن سامح شكري، باسم بلاده، طالب إسرائيل بالانسحاب.", "Appeal agent=Sameh Shoukry target=Israel"),
    ("وكان سامح شكري، في تصريحات أمس، رفض مقترح إثيوبيا.", "Rejection agent=Sameh Shoukry target=Ethiopia"),
    # what happened at a time is a verb, though it is written like a noun
    ("يسود التوتر في وقت بحث فيه سامح شكري الأزمة مع أيمن الصفدي.", "Meeting participant=Ayman Safadi+Sameh Shoukry"),
    # "it has happened before to X that": X acts, and what follows is a verb
    ("وسبق للسودان أن رفض مقترح إثيوبيا.", "Rejection agent=Sudan target=Ethiopia"),
    # nobody is visited by a state
    ("اختتم سامح شكري زيارة إلى روما حيث زار لبنان.", "Visit agent=Sameh Shoukry target=Lebanon"),
    # of whom something is asked
    ("طلب سامح شكري من دمشق زيادة عدد المراقبين.", "Appeal agent=Sameh Shoukry target=Syria"),
    ("وسبق لسامح شكري أن زار لبنان.", "Visit agent=Sameh Shoukry target=Lebanon"),
    ("وكان قد سبق لتركيا أن قطعت علاقاتها مع مصر.", "RelationsCut agent=Turkey target=Egypt"),
    # what is resolved on is planned
    ("أعلنت تركيا عزمها إرسال قوات إلى ليبيا.", "Deployment agent=Turkey place=Libya Planned"),
    # a person behind the subject of talks is the one with whom they were
    ("بحث سامح شكري سبل تعزيز التعاون مع نظيره أيمن الصفدي.", "Meeting participant=Ayman Safadi+Sameh Shoukry"),
    (
        "اجتمع سامح شكري على هامش قمة مجموعة العشرين مع وزير الخارجية الأردني أيمن الصفدي.",
        "Meeting participant=Ayman Safadi+Sameh Shoukry",
    ),
    # talks about what goes on in a city are not held there
    ("بحث سامح شكري التطورات في غزة مع أيمن الصفدي.", "Meeting participant=Ayman Safadi+Sameh Shoukry"),
]


@pytest.mark.parametrize(("text", "line"), WAITING)
def test_parties_behind_what_stands_between(text: str, line: str) -> None:
    assert line in events(text)


def test_cooperation_with_a_state_is_a_topic() -> None:
    assert lines("بحث سامح شكري سبل تعزيز التعاون مع فرنسا.", "Meeting") == []


@pytest.mark.parametrize(
    "text",
    [
        "أعلن إيمانويل ماكرون إقالة إدوار فيليب.",
        "تمت إقالة إدوار فيليب من قبل إيمانويل ماكرون.",
        "أثارت إقالة إيمانويل ماكرون إدوار فيليب جدلا.",
    ],
)
def test_who_dismisses_does_not_leave(text: str) -> None:
    found = lines(text, "Departure")
    assert len(found) == 1, events(text)
    assert "Macron" not in found[0]


OTHERS = [
    # a ministry that acted with a feminine verb does not go on with a masculine one
    ("أعلنت وزارة الخارجية التركية أن السفير سيعود. وندد باليونان.", "Condemnation"),
    # "it is recalled that" is nobody's statement
    ("التقى وزير العدل القطري حسن المهندي الوفد. يذكر بأن الوفد عاد.", "Statement"),
]


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_nobody_goes_on_who_does_not_agree(text: str, kind: str) -> None:
    assert [line for line in lines(text, kind) if "Greece" in line or kind == "Statement"] == [], events(text)


def test_among_them_is_no_party() -> None:
    assert lines("حذرت اليابان من محادثات وملفات شائكة بينها الهجرة.", "Meeting") == []
