"""Tokens and their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifara.document import Document, Reading
from sifara.text import analyse_text
from sifara.text.tokens import tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الوزير.", ["قال", "الوزير", "."]),
        ('ل"العالم"', ["ل", '"', "العالم", '"']),
        ('لـ"النهار"', ["لـ", '"', "النهار", '"']),
        ("و”قمع“ المعارضة", ["و", "”", "قمع", "“", "المعارضة"]),
        ("و20 جنديا", ["و", "20", "جنديا"]),
        ("20مليون", ["20", "مليون"]),
        ("4.5 و10،5", ["4.5", "و", "10،5"]),
        ("٪15 15-7 20/9", ["٪", "15", "15-7", "20/9"]),
        ("2014-2015، 10:30", ["2014-2015", "،", "10:30"]),
        ("بنسبة 30%", ["بنسبة", "30", "%"]),
        ("انتهى... ثم", ["انتهى", "...", "ثم"]),
        ("قـــال --- نعم", ["قـــال", "---", "نعم"]),
        ("مقاتلات F-16 وG20", ["مقاتلات", "F-16", "و", "G20"]),
        ("https://example.org/a?b=1 نعم", ["https://example.org/a?b=1", "نعم"]),
        ("أَعْرَبَ الوَزيرُ", ["أَعْرَبَ", "الوَزيرُ"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("\u200fموسكو\u200f،\u200f", ["موسكو", "،"]),
        ("القدس/رام الله", ["القدس", "/", "رام", "الله"]),
        ("لا،نعم", ["لا", "،", "نعم"]),
        ("", []),
        (" \n\t\u200f", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(st.characters() | st.sampled_from("ابتو ـَ.،\"'“”«»0123٤٥-\u200f\u200c"), max_size=80))
def test_tokens_lie_in_order_and_leave_out_only_what_is_invisible(text: str) -> None:
    tokens = tokenize(text)
    position = 0
    for token in tokens:
        assert position <= token.start < token.end <= len(text)
        assert token.text == text[token.start : token.end]
        assert token.folded
        position = token.end
    covered = {i for token in tokens for i in range(token.start, token.end)}
    assert not [letter for i, letter in enumerate(text) if i not in covered and letter.isalnum() and letter.isascii()]


def test_only_the_span_is_read() -> None:
    text = "أعلن الوزير الروسي"
    tokens = tokenize(text, 5, 11)
    assert [(token.start, token.end, token.folded) for token in tokens] == [(5, 11, "الوزير")]
    with pytest.raises(ValueError, match="outside"):
        tokenize(text, 5, 99)


class _Names:
    def analyse(self, word: str) -> tuple[Reading, ...]:
        return (Reading(lemma=word, pos="noun_prop"),)


def test_readings_come_from_the_morphology_given() -> None:
    token, number, mark = tokenize("موسكو 15 .", morphology=_Names())
    assert token.readings == (Reading(lemma="موسكو", pos="noun_prop"),)
    assert [number.readings[0].pos, mark.readings[0].pos] == ["digit", "punc"]
    assert tokenize("موسكو")[0].readings == ()


def test_a_text_is_its_sentences_of_tokens() -> None:
    document = Document("a", "قمة في الرياض\nبحث الوزيران الأزمة. وقالا إن «الحوار ضروري».")
    text = analyse_text(document)
    assert [sentence.index for sentence in text.sentences] == [0, 1, 2]
    assert [len(sentence.tokens) for sentence in text.sentences] == [3, 4, 7]
    assert [document.text[q.start : q.end] for q in text.quotations] == ["الحوار ضروري"]
    for sentence in text.sentences:
        assert sentence.tokens[0].start == sentence.start
        assert sentence.tokens[-1].end == sentence.end
