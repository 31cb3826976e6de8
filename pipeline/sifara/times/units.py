"""Units: what the grammar of time is written over, one for each word, number, clitic or mark of a sentence.

Names of more than one word (كانون الثاني), months that are given twice (أيلول/سبتمبر) and numbers of several
words (خمسة وعشرين) are one unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sifara.document import Token
from sifara.text.folding import fold_word
from sifara.times.lexicon import OTHER, Form, Lexicon, lexicon

_JOINED = re.compile(r"\d{1,4}(?:[/\\\-\u2010-\u2015]\d{1,4}){1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{1,2}\.\d{1,2}")
_PIECE = re.compile(r"\d+|[^\d]")
_MARKS = re.compile("[\u064b-\u0652\u0640]")


class Unit(NamedTuple):
    """One unit: its span (code points of the document), class, value and the folded word."""

    start: int
    end: int
    cls: str
    value: Any
    folded: str
    risky: bool = False
    perfect: bool = False  # a verb in the perfect and nothing else
    verbal: bool = True  # it may be a verb


def number_class(digits: str) -> str:
    """Class of a whole number, by what it may be in a date."""
    value = int(digits)
    if len(digits) == 4:
        if 1500 <= value < 2200:
            return "YY"
        if 1300 <= value < 1500:
            return "HY"
    if 1 <= value <= 31 and len(digits) <= 2:
        return "DD"
    return "NN"


def _number(token: Token) -> list[Unit]:
    folded = token.folded
    if folded.isdecimal():
        return [Unit(token.start, token.end, number_class(folded), int(folded), folded)]
    if _JOINED.fullmatch(folded) and len(folded) == token.end - token.start:
        units = []
        for match in _PIECE.finditer(folded):
            start, end, text = token.start + match.start(), token.start + match.end(), match[0]
            if text.isdecimal():
                units.append(Unit(start, end, number_class(text), int(text), text))
            else:
                units.append(Unit(start, end, "SLASH" if text in "/\\." else "DASH", None, text))
        return units
    return [Unit(token.start, token.end, "NUMX", None, folded)]


def _split(token: Token, length: int) -> int:
    """Give the offset in the document behind the first ``length`` folded code points of a token."""
    if len(token.folded) == token.end - token.start:
        return token.start + length
    for cut in range(1, token.end - token.start + 1):
        if len(fold_word(token.text[:cut])) >= length:
            return token.start + cut
    return token.end


def _pieces(form: Form, token: Token, end: int) -> list[Unit]:
    units = []
    start, done = token.start, 0
    for clitic, length in zip(form.clitics, form.lengths, strict=True):
        done += length
        cut = _split(token, done)
        units.append(Unit(start, cut, clitic.cls, None, ""))
        start = cut
    entry = form.entry
    units.append(Unit(start, end, entry.cls, entry.value, token.folded[done:], entry.risky))
    return units


def _as_written(form: Form, token: Token) -> bool:
    return not form.written or _MARKS.sub("", token.text) == form.written


def _perfect(token: Token, opens: bool) -> bool:
    """Whether a word can only be a verb in the perfect; where it opens the sentence, whether it may be one."""
    known = [r for r in token.readings if r.source != "backoff" and r.pos != "noun_prop"]
    past = [r.pos == "verb" and r.aspect == "p" for r in known]
    return (any(past) and not any(r.definite or r.prep for r in known)) if opens else bool(past) and all(past)


def _read(tokens: Sequence[Token], words: Lexicon) -> list[Unit]:
    units: list[Unit] = []
    position, count = 0, len(tokens)
    single, multi = words.single, words.multi
    while position < count:
        token = tokens[position]
        folded = token.folded
        taken = 0
        if folded in multi:
            for rest, form in multi[folded]:
                length = len(rest)
                if position + length < count and all(
                    tokens[position + 1 + index].folded == rest[index] for index in range(length)
                ):
                    units += _pieces(form, token, tokens[position + length].end)
                    taken = 1 + length
                    break
        if not taken:
            taken = 1
            known = single.get(folded)
            if known is not None and _as_written(known, token):
                units += _pieces(known, token, token.end)
            elif folded[:1].isdecimal():
                units += _number(token)
            else:
                verbal = not token.readings or any(r.pos == "verb" for r in token.readings)
                perfect = _perfect(token, not position)
                units.append(Unit(token.start, token.end, OTHER, None, folded, False, perfect, verbal))
        position += taken
    return units


_MONTHS = ("MONTH", "MONTHR")


def _merge_pairs(units: list[Unit]) -> list[Unit]:
    """Make one unit of a month that is given by two names, and of a number in several words."""
    merged: list[Unit] = []
    position, count = 0, len(units)
    while position < count:
        unit = units[position]
        cls = unit.cls
        taken = 1
        if cls in _MONTHS:
            after = units[position + 1] if position + 1 < count else None
            twin = units[position + 2] if position + 2 < count else None
            closing = units[position + 3] if position + 3 < count else None
            if after is not None and after.cls in _MONTHS and after.value == unit.value:
                unit, taken = unit._replace(end=after.end, cls="MONTH"), 2
            elif after is not None and twin is not None and twin.cls in _MONTHS and twin.value == unit.value:
                if after.cls == "LP" and closing is not None and closing.cls == "RP":
                    unit, taken = unit._replace(end=closing.end, cls="MONTH"), 4
                elif after.cls in ("SLASH", "DASH"):
                    unit, taken = unit._replace(end=twin.end, cls="MONTH"), 3
        elif cls in ("CARD", "ORD", "ORDUNIT") and position + 2 < count and units[position + 1].cls == "WA":
            tens = units[position + 2]
            whole = "CARD" if cls == "CARD" else "ORD"
            if unit.value < 10 and tens.cls == whole and tens.value % 10 == 0 and 20 <= tens.value <= 90:
                unit, taken = unit._replace(end=tens.end, cls=whole, value=unit.value + tens.value), 3
        merged.append(unit)
        position += taken
    return merged


@lru_cache(maxsize=1)
def trigger_classes() -> frozenset[str]:
    """Classes without any of which a sentence tells no time."""
    anchors = (
        "MONTH MONTHR WD HMONTH DEICT TONIGHT GHAD DAY THEDAY MON THEMON YEAR THEYEAR WEEK THEWEEK HOUR ERA THEERA "
        "DUAL THEDUAL DAYS2 MONS2 YEARS2 DAYS PLURAL THEPLURAL VAGUE WEEKEND DECADE SEASON THESEASON YY HY THIS"
    )
    return frozenset(anchors.split())


@lru_cache(maxsize=1)
def _trigger_words() -> frozenset[str]:
    words = lexicon()
    anchors = trigger_classes()
    found = {word for word, form in words.single.items() if form.entry.cls in anchors}
    found |= {word for word, rests in words.multi.items() if any(form.entry.cls in anchors for _, form in rests)}
    return frozenset(found)


def units_of(tokens: Sequence[Token]) -> list[Unit]:
    """Read the units of a sentence; an empty list where none of its words can tell a time."""
    triggers = _trigger_words()
    if not any(token.folded in triggers or token.folded[:1].isdecimal() for token in tokens):
        return []
    return _merge_pairs(_read(tokens, lexicon()))
