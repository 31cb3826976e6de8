"""The time stage: what holds for any text and any date."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sifara.document import Document
from sifara.text import analyse_text
from sifara.times import arithmetic as cal
from sifara.times import find_times
from sifara.times.lexicon import lexicon

WORDS = sorted(word for word, form in lexicon().single.items() if not form.clitics)
MONTHS = {1: "يناير", 2: "شباط", 3: "آذار", 4: "نيسان", 5: "مايو", 6: "جوان", 7: "تموز", 8: "غشت", 12: "ديسمبر"}
FUNCTIONS = {"date", "until", "since", "range", "duration", "vague"}
VALUE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.integers(0, 2200).map(str), st.sampled_from(list('/-()،.:"\n'))), max_size=30
).map(" ".join)


def well_formed(value: str | None) -> bool:
    if value is None:
        return True
    if not VALUE.fullmatch(value):
        return False
    if len(value) == 10:
        date.fromisoformat(value)
    return len(value) != 7 or 1 <= int(value[5:]) <= 12


@settings(max_examples=300, deadline=None)
@given(texts, st.none() | days)
def test_any_text(text: str, day: date | None) -> None:
    found = find_times(analyse_text(Document("x", text, day)))
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        last = one.end
        assert text[one.start : one.end].strip() == text[one.start : one.end]
        assert one.function in FUNCTIONS
        assert well_formed(one.value)
        assert well_formed(one.until)
        assert one.until is None or (one.value is not None and one.value < one.until)
        assert (one.duration is not None) == (one.function == "duration")
        assert one.value is None or one.function != "vague"
        assert day is not None or one.value is None or one.basis == "stated" or len(one.value) <= 10
    assert found == find_times(analyse_text(Document("x", text, day)))


@settings(max_examples=100, deadline=None)
@given(days, days)
def test_a_full_date_is_itself_whatever_the_document(told: date, published: date) -> None:
    if told.month not in MONTHS:
        return
    text = f"وقع الطرفان الاتفاق في {told.day} {MONTHS[told.month]} {told.year} في جنيف"
    for day in (None, published):
        (found,) = find_times(analyse_text(Document("x", text, day)))
        assert found.value == told.isoformat()
        assert found.basis == "stated"


@settings(max_examples=100, deadline=None)
@given(days)
def test_a_bare_weekday_is_of_the_last_seven_days(published: date) -> None:
    for weekday, name in enumerate(("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")):
        (past,) = find_times(analyse_text(Document("x", f"أعلن الوزير {name} ذلك", published)))
        (future,) = find_times(analyse_text(Document("x", f"سيعلن الوزير {name} ذلك", published)))
        assert past.value is not None
        assert future.value is not None
        before, after = date.fromisoformat(past.value), date.fromisoformat(future.value)
        assert before.weekday() == after.weekday() == weekday
        assert 0 <= (published - before).days < 7
        assert 0 <= (after - published).days < 7


@given(days, st.sampled_from("DMYW"), st.integers(-500, 500))
def test_shift_and_back(anchor: date, unit: str, count: int) -> None:
    value = cal.shift(anchor, unit, count)
    assert well_formed(value)
    if unit == "D" and value is not None:
        assert cal.shift(date.fromisoformat(value), "D", -count) == anchor.isoformat()


@given(st.integers(1300, 1550), st.integers(1, 12), st.integers(1, 30))
def test_hijri_days_follow_each_other(year: int, month: int, number: int) -> None:
    day, following = cal.from_hijri(year, month, number), cal.from_hijri(year, month, number + 1)
    if not 1343 <= year <= 1500:
        assert day is None
    if day is not None and following is not None:
        assert (following - day).days == 1
