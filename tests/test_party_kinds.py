"""Kinds of party: how far each reaches in the words, and whom it stands for."""

from __future__ import annotations

import pytest

from entity_help import layer, means, offices
from event_help import lines

REACH = [
    ("استقبلت الوزيرة وفدا حكوميا. ثم وصل وفد برلماني سلوفيني إلى مسقط.", "وفد برلماني سلوفيني", ["Slovenia"]),
    ("انتقد مسؤولون عسكريون كنديون الصفقة.", "مسؤولون عسكريون كنديون", ["Canada"]),
    ("تجري محادثات مع كبار المسؤولين الهنود اليوم.", "كبار المسؤولين الهنود", ["India"]),
    ("أبحرت القوات البحرية الهولندية نحو المضيق.", "القوات البحرية الهولندية", ["Netherlands"]),
    (
        "أصدرت وزارة الشؤون الخارجية والهجرة والتونسيين بالخارج بيانا.",
        "وزارة الشؤون الخارجية والهجرة والتونسيين بالخارج",
        ["Ministry of Foreign Affairs of Tunisia"],
    ),
    (
        "تحدث وزير الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج ناصر بوريطة.",
        "وزير الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج ناصر بوريطة",
        ["Nasser Bourita"],
    ),
    (
        "وصل منسق الأمم المتحدة للشؤون الإنسانية في تشاد ألبرت فان لوين.",
        "منسق الأمم المتحدة للشؤون الإنسانية في تشاد ألبرت فان لوين",
        ["ألبرت فان لوين"],
    ),
    ("قالت الجمعية الكينية لحقوق الإنسان كلمتها.", "الجمعية الكينية لحقوق الإنسان", ["الجمعية الكينية لحقوق الإنسان"]),
    ("نشر مركز الرافد للدراسات تقريرا.", "مركز الرافد للدراسات", ["مركز الرافد للدراسات"]),
    ("رفضت حركة النهوض الوطني العرض.", "حركة النهوض الوطني", ["حركة النهوض الوطني"]),
    ("اجتمع تحالف قوى الإصلاح أمس.", "تحالف قوى الإصلاح", ["تحالف قوى الإصلاح"]),
    ("قصفت ميليشيا الحوثي الانقلابية القرية.", "ميليشيا الحوثي الانقلابية", ["Houthi movement"]),
    ("ردت السلطات في غانا على الاتهامات.", "السلطات في غانا", ["Ghana"]),
    (
        "استنكرت الأمانة العامة لمنظمة التعاون الإسلامي ما جرى.",
        "الأمانة العامة لمنظمة التعاون الإسلامي",
        ["Organisation of Islamic Cooperation"],
    ),
    (
        "دعا الاتحاد العام لنقابات عمال السودان إلى الإضراب.",
        "الاتحاد العام لنقابات عمال السودان",
        ["الاتحاد العام لنقابات عمال السودان"],
    ),
    ("عاد السفير فيتالي كوزاك حاملا ردا.", "السفير فيتالي كوزاك", ["فيتالي كوزاك"]),
    ("اجتمع أمادو كمارا سفير مالي مع أعضاء اللجنة.", "أمادو كمارا سفير مالي", ["أمادو كمارا"]),
]


@pytest.mark.parametrize(("text", "words", "labels"), REACH)
def test_how_far_a_party_reaches(text: str, words: str, labels: list[str]) -> None:
    assert means(text, words, "2021-05-20") == labels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("تستمر حركة الملاحة العالمية رغم الأزمة.", "حركة"),
        ("يرأس الكتلة البرلمانية منذ عام.", "الكتلة"),
        ("عادت الحكومة في بيان إلى الأزمة.", "الحكومة"),
        ("افتتح المركز الثقافي معرضا.", "المركز"),
        ("دعا أن يزور محققون اليمن قريبا.", "محققون"),
        ("عزت روسيا وزيري الخارجية الياباني والكيني وتضامنت معهما.", "وتضامنت"),
    ],
)
def test_words_that_look_like_a_party(text: str, words: str) -> None:
    found = layer(text, "2021-05-20")
    assert not [m for m in found.mentions if m.entities and text[m.start : m.end].startswith(words)]


def test_who_is_received_in_a_place_is_not_the_officer() -> None:
    """Only those who serve others abroad are told with the state that they serve in."""
    met = lines("التقى وزير الدفاع الروسي في موسكو نظيره الهندي راجناث سينغ.", "Meeting", "2021-05-20")
    assert "Rajnath Singh" in met[0]
    met = lines("استقبل وزير الخارجية الكيني في نيروبي محمود عباس.", "Meeting", "2021-05-20")
    assert met == ["Meeting participant=Kenya+Mahmoud Abbas place=Nairobi"]


def test_titles_joined_behind_a_name_are_one_person_s() -> None:
    text = "استقبل بدر السالمي، نائب رئيس الوزراء ووزير الخارجية وشؤون المغتربين الأردني، السفير الهندي."
    assert ("بدر السالمي", "ForeignMinister", "Jordan") in offices(text, "2021-05-20")


def test_a_dual_with_two_states_takes_no_name_from_what_follows() -> None:
    text = "شن المتمردون هجوما على وزيري الدفاع الياباني والكيني في أم درمان."
    assert lines(text, "Attack") == ["Attack target=Japan+Kenya place=Omdurman"]


@pytest.mark.parametrize(
    "text",
    [
        "بدأ وزير الخارجية عادل السالمي أمس زيارة رسمية إلى الجزائر.",
        "بحث وزير النفط عادل السالمي مع نظيره الجزائري أسعار الخام.",
        "اجتمع وزير الدفاع عادل السالمي بالسفير الجزائري في مكتبه.",
    ],
)
def test_an_officer_is_of_no_state_that_the_sentence_tells_to_be_another(text: str) -> None:
    assert offices(text, "2021-05-20") == set()


def test_a_guest_does_not_lose_his_visit_to_a_guess() -> None:
    text = "يبدأ وزير الخارجية عادل السالمي غدا زيارة رسمية إلى الجزائر."
    assert lines(text, "Visit") == ["Visit agent=عادل السالمي target=Algeria Planned"]


def test_a_title_with_a_state_behind_an_officer_s_name_is_somebody_else_s() -> None:
    text = "التقى وزير الخارجية عادل السالمي السفير الفرنسي أمس."
    assert lines(text, "Meeting") == ["Meeting participant=France+عادل السالمي"]


def test_owners_of_several_sorts() -> None:
    text = "رحب الأردن بجهود الأمم المتحدة ومصر والبرلمان الأوروبي."
    assert lines(text, "Praise") == ["Praise agent=Jordan target=Egypt+European Parliament+United Nations"]
