"""The dateline: place and day at the head of an agency's report ("انقرة 15 - 8 (اف ب)").

It dates no event, but it is the day that "today" and the weekdays of the report count from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sifara.document import Sentence, Text
from sifara.times import arithmetic as cal
from sifara.times.grammar import compile_pattern, encode
from sifara.times.units import Unit, units_of

#: Sentences from the document's start that may hold a dateline, units of one that may stand before it.
SENTENCES, REACH = 4, 40
#: How far, in days, a dateline without a year may be from the document's date.
SPAN_DAYS = 40
# A line of a place and a day alone, without an agency's name, must be this near and this short.
_SHORT_LINE_DAYS = 3
_PLACE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its span from the place to the date, the day (None without a year to count from), the place's span.

    Offsets are code points of the document; ``place_start`` equals ``place_end`` where no place stands before.
    """

    start: int
    end: int
    date: date | None
    place_start: int
    place_end: int


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    day = "( d=DD DASH|SLASH n=DD ( DASH|SLASH y1=YY )? | d2=DD m=MONTH|MONTHR y2=YY ? ERAG? )"
    joined = "DASH|COMMA|SLASH|LP"
    place = f"place( X X? X? X? X? ) RP? {joined} ?"
    name = "ANY ANY? ANY? ANY? ANY? ANY?"
    agency = f"( LP {name} RP | SLASH {name} SLASH )"
    behind = f"( time( NUMX | DD|NN COLON DD|NN ) | {agency} )"
    whole = compile_pattern(f"LP? {place} day( {day} ) RP? ( {behind} | COLON | DASH )?", {}, "dateline")
    inner = compile_pattern(f"day( {day} ) {agency}", {}, "dateline")
    return whole, inner


def _day(match: re.Match[str], units: Sequence[Unit], published: date | None) -> tuple[date | None, bool] | None:
    """Give the day of a matched dateline and whether it is sure; None where it is no day at all."""

    def value(*roles: str) -> int | None:
        for role in roles:
            name = f"{role}_1"
            if name in match.groupdict() and match[name] is not None:
                return int(units[match.start(name)].value)
        return None

    number, month, year = value("d", "d2"), value("n", "m"), value("y1", "y2")
    if number is None or month is None or not 1 <= month <= 12 or cal.day(2000, month, number) is None:
        return None
    if year is not None:
        found = cal.day(year, month, number)
        return (found, True) if found is not None else None
    if published is None:
        return None, False
    days = [found for step in (-1, 0, 1) if (found := cal.day(published.year + step, month, number)) is not None]
    best = min(days, key=lambda found: abs((found - published).days))
    return (best, False) if abs((best - published).days) <= SPAN_DAYS else None


def _in_sentence(sentence: Sentence, text: Text, is_last: bool) -> Dateline | None:
    tokens = sentence.tokens[:REACH]
    if not any(token.folded[:1].isdecimal() for token in tokens):
        return None
    units = units_of(tokens)
    if not units:
        return None
    code = encode(units)
    published = text.document.date
    whole, inner = _patterns()
    match = whole.match(code)
    if match is not None:
        told = _day(match, units, published)
        ends_line = match.end() == len(units) and len(units) == len(units_of(sentence.tokens))
        signed = match.end() > match.end("day_1") and match.end() - match.end("day_1") > 1
        dashed = match.end() > match.end("day_1")
        if told is not None:
            day = told[0]
            close = day is not None and published is not None and abs((day - published).days) <= _SHORT_LINE_DAYS
            low, high = match.span("place_1")
            bare = close and not told[1] and high - low <= _PLACE_WORDS and (dashed or (ends_line and not is_last))
            if signed or bare:
                end = units[match.end("day_1") - 1].end
                return Dateline(units[low].start, end, day, units[low].start, units[high - 1].end)
    for match in inner.finditer(code):
        told = _day(match, units, published)
        first = match.start("day_1")
        if told is None or (first > 0 and units[first - 1].cls not in ("X", "DASH", "COMMA")):
            continue
        at = units[first].start
        place = units[first - 1] if first > 0 else units[first]
        return Dateline(place.start, units[match.end("day_1") - 1].end, told[0], place.start, min(place.end, at))
    return None


def find_dateline(text: Text) -> Dateline | None:
    """Find the dateline of a document, if its first sentences hold one."""
    for sentence in text.sentences[:SENTENCES]:
        found = _in_sentence(sentence, text, sentence.index == len(text.sentences) - 1)
        if found is not None:
            return found
    return None
