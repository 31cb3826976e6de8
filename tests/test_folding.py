"""Folding and its map of offsets."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sifara.text.folding import fold, fold_word

# Letters, marks, presentation forms, digits, controls and spaces that newspapers really contain, and anything else.
ARABIC = st.sampled_from(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىٱپچڤگکیہۀ"
    + "ًٌٍَُِّْٰـٔ"
    + "٠٩۳۷٪٫٬"
    + "\u200c\u200f\u202b\u202c\ufeff\u00ad"
    + "ﻻﷲﺎﺏﻚﷺ"
    + " \u00a0\n.,"
)
TEXT = st.text(ARABIC | st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أَعْرَبَ", "اعرب"),
        ("إلى", "الي"),
        ("آخر", "اخر"),
        ("وزارة", "وزاره"),
        ("مسؤول", "مسؤول"),
        ("هيئة", "هيئه"),
        ("قـــال", "قال"),
        ("کی", "كي"),
        ("ڤيينا", "فيينا"),
        ("٢٠١٥", "2015"),
        ("۱۲٫۵٪", "12.5%"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("و\u0654", "ؤ"),
        ("ى\u064e\u0654", "ئ"),
        ("\u200fموسكو\u200c", "موسكو"),
        ("لٰكن", "لكن"),
        ("BBC", "BBC"),
        ("", ""),
    ],
)
def test_fold_word(written: str, folded: str) -> None:
    assert fold_word(written) == folded


@given(TEXT)
@example("ى\u064e\u0654")
def test_folding_is_idempotent(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once
    assert fold_word(text) == once


@given(TEXT)
def test_every_letter_leads_back_to_its_own(text: str) -> None:
    folded = fold(text)
    for position, letter in enumerate(folded.text):
        start, end = folded.original(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert letter in fold_word(text[start:end])


@given(TEXT, st.data())
def test_spans_lead_back(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    low, high = folded.original(start, end)
    assert folded.text[start:end] in fold_word(text[low:high])
    if start < end:
        assert folded.folded(low, high)[1] >= end


@given(TEXT)
def test_starts_never_go_back(text: str) -> None:
    folded = fold(text)
    starts = [folded.original(i, i + 1)[0] for i in range(len(folded.text))]
    assert starts == sorted(starts)


def test_marks_belong_to_the_letter_before_them() -> None:
    text = "قالَ الوَزيرُ أمسِ"
    folded = fold(text)
    start = folded.text.index("الوزير")
    assert text[slice(*folded.original(start, start + 6))] == "الوَزيرُ"


def test_text_without_marks_is_one_to_one() -> None:
    folded = fold("أعلن الوزير")
    assert folded.original(3, 8) == (3, 8)
    assert folded.folded(3, 8) == (3, 8)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 99)])
def test_spans_outside_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        fold("قال").original(*span)
    with pytest.raises(ValueError, match="outside"):
        fold("قال").folded(*span)


def test_folded_words_are_what_camel_tools_looks_up() -> None:
    from sifara.text.cache import prepare_camel_tools

    prepare_camel_tools()
    from camel_tools.morphology.analyzer import DEFAULT_NORMALIZE_MAP
    from camel_tools.utils.dediac import dediac_ar

    for word in ["أَعْرَبَ", "إلى", "آخر", "وزارة", "مسؤول", "هيئة", "شيء", "قـال", "ٱلْتَقَى", "يُنبئ", "رُؤى"]:
        assert fold_word(word) == DEFAULT_NORMALIZE_MAP.map_string(dediac_ar(word))
        assert DEFAULT_NORMALIZE_MAP.map_string(fold_word(word)) == fold_word(word)
