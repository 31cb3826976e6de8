"""Verb or noun: words that are written alike as both."""

from __future__ import annotations

import pytest

from event_help import chunk, lines
from sifara.events.wordclass import noun_readings, verb_readings

VERBS = [
    ("رفض لبنان المقترح الفرنسي.", "رفض"),  # first in its clause, its subject after it
    ("طلب العراق من فرنسا مساعدات.", "طلب"),
    ("ماكرون يزور الجزائر.", "يزور"),  # subject first
    ("من المتوقع أن تطرد فرنسا السفير الروسي.", "تطرد"),  # after a particle that only verbs follow
    ("لم يزر بلينكن بغداد.", "يزر"),
    ("قال بلينكن إن بلاده ستدعم لبنان.", "ستدعم"),  # future
    ("وصل بلينكن إلى عمّان وبحث الملف مع الصفدي.", "وبحث"),  # a second verb with its conjunction
    ("زار ماكرون بيروت التي دعم شعبها.", "دعم"),  # after a relative
    ("رحب ماكرون بالاتفاق والبيان ورفض التهديدات.", "ورفض"),
]
NOUNS = [
    ("بعد بحث الملف مع بوتين غادر أردوغان موسكو.", "بحث"),  # after a preposition
    ("أكد رفض مصر المقترح.", "رفض"),  # a second finite verb does not share the clause
    ("جاء طلب العراق متأخرا.", "طلب"),
    ("ويمكن توقيع الاتفاق قريبا.", "توقيع"),  # "it is possible to" takes a masdar
    ("أعلنت فرنسا دعم لبنان.", "دعم"),
    ("تحدث ماكرون عن تطوير القوانين وتعزيز حضورها في المدن ودعم جهودها.", "ودعم"),  # a row of masdars goes on
    ("طلب ماكرون أن يكون دعم فرنسا للمنظمات كبيرا.", "دعم"),
    ("أكد لافروف ضرورة وقف القتال ودعم الحكومة العراقية.", "ودعم"),
]


@pytest.mark.parametrize(("text", "word"), VERBS)
def test_a_verb(text: str, word: str) -> None:
    assert chunk(text, word).kind == "verb"


@pytest.mark.parametrize(("text", "word"), NOUNS)
def test_a_noun(text: str, word: str) -> None:
    assert chunk(text, word).kind == "np"


def test_both_readings_are_there_to_choose_from() -> None:
    from event_help import token

    word = token("رفض لبنان المقترح.", "رفض")
    assert {r.pos for r in verb_readings(word, False)} == {"verb"}
    assert "noun" in {r.pos for r in noun_readings(word)}


def test_the_first_person_is_read_in_quotations_only() -> None:
    from event_help import token

    word = token("قال بوتين: «سنوقع المعاهدة».", "سنوقع")
    assert {r.person for r in verb_readings(word, True)} == {"1"}
    word = token("وقعت قطر اتفاقية.", "وقعت")
    assert {r.person for r in verb_readings(word, False)} == {"3"}


def test_known_nouns_come_before_guesses() -> None:
    from event_help import token

    sources = [r.source for r in noun_readings(token("جاء طلب العراق متأخرا.", "طلب"))]
    assert sources == sorted(sources, key=lambda s: s == "backoff")


@pytest.mark.xfail(strict=True, reason="after a word like 'perhaps' a perfect verb is read as a noun")
def test_a_verb_after_perhaps() -> None:
    assert chunk("ربما زار بلينكن بغداد.", "زار").kind == "verb"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("وجدت اللجنة تطابقًا في الآراء.", "تطابقًا"),  # written with the ending of an accusative
        ("قال ماكرون ردا على سؤال إن الحوار مهم.", "ردا"),
        ("قال ماكرون، مؤكدا تضامن فرنسا مع لبنان.", "تضامن"),
        ("تم خطفه وقتله في لبنان.", "خطفه"),
        ("أعربت فرنسا عن خالص التعازي وصادق المواساة للبنان.", "وصادق"),
        ("استقبل السفير الطالبة وأسرته في المطار.", "وأسرته"),
    ],
)
def test_nouns_that_look_like_verbs(text: str, word: str) -> None:
    assert chunk(text, word).kind == "np"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("من جانبه أبان ماكرون أن الحوار مهم.", "أبان"),
        ("وكان ماكرون، اجرى ايضا مباحثات.", "اجرى"),
        ("من جهته قال المحلل السياسي سامي الفرجاني إن الحوار مهم.", "قال"),
        ("رفضت فرنسا المقترح وطالبته بالكف عن التصعيد.", "وطالبته"),
        ("وفيما يتعلق بالملف الليبي قال الوزير الفرنسي إن الحوار مهم.", "قال"),
        ("نددت فرنسا بالقصف الأخير وحملته مسؤولية التصعيد.", "وحملته"),
    ],
)
def test_verbs_that_look_like_something_else(text: str, word: str) -> None:
    assert chunk(text, word).kind == "verb"


def test_a_masdar_with_a_feminine_subject_opens_a_sentence() -> None:
    assert chunk("فرض فرنسا عقوبات على روسيا خطأ.", "فرض").kind == "np"


def test_congratulating_is_not_the_word_here() -> None:
    assert lines("هنأ الملك سلمان بن عبد العزيز الرئيس الأميركي جو بايدن.", "Congratulation") == [
        "Congratulation agent=Salman bin Abdulaziz Al Saud target=Joe Biden"
    ]


def test_in_the_affairs_of_somebody_is_no_prospect() -> None:
    assert chunk("انتقدت فرنسا التدخل في شأنها.", "شأنها").kind == "np"
    assert chunk("هذا الاتفاق من شأنه أن يخفف التوتر.", "شأنه").kind == "mark"
