"""Joining neighbours: two calendars for one day, the ends of a range, a weekday with its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sifara.times import arithmetic as cal
from sifara.times.context import Context, Result
from sifara.times.grammar import Match

Item = tuple[Match, Result]

_TWIN_JOINTS = frozenset({(), ("LP",), ("COMMA",), ("DASH",), ("SLASH",), ("CORR",), ("LP", "CORR"), ("CORR", "LI")})
_DAY_JOINTS = frozenset({(), ("LP",), ("COMMA",)})
_RANGE_JOINTS = frozenset(
    {("ILA",), ("HATTA",), ("DASH",), ("WA",), ("WA", "HATTA"), ("WA", "ILA"), ("COMMA", "HATTA")}
    | {("COMMA", "WA", "HATTA")}
)
_DAYS = ("day", "weekday", "deictic")


def _joint(first: Match, second: Match) -> tuple[str, ...]:
    return tuple(unit.cls for unit in first.units[first.end : second.start])


def _span(first: Match, second: Match, bracket: bool) -> Match:
    end = second.end
    units = first.units
    if bracket and end < len(units) and units[end].cls == "RP":
        end += 1
    return replace(first, last=max(second.last, end), end=end, rule=second.rule)


def _twins(first: Item, second: Item, anchor: date | None) -> Item | None:
    """One day by the Hijri and by the Gregorian calendar: the Gregorian counts."""
    joint = _joint(first[0], second[0])
    a, b = first[1], second[1]
    if joint not in _TWIN_JOINTS or a.kind != b.kind or a.hijri == b.hijri or "range" in (a.function, b.function):
        return None
    gregorian, hijri = (b, a) if a.hijri else (a, b)
    if not gregorian.year_given and hijri.value is not None and gregorian.kind == "day" and len(hijri.value) == 10:
        told = date.fromisoformat(hijri.value)
        _, month, number = gregorian.parts
        if month is not None and number is not None:
            days = [cal.day(told.year + step, month, number) for step in (-1, 0, 1)]
            near = [day for day in days if day is not None and abs((day - told).days) <= 3]
            if near:
                value = near[0].isoformat()
                basis = "stated" if hijri.year_given else "inferred"
                gregorian = replace(gregorian, value=value, basis=basis, year_given=hijri.year_given)
    return _span(first[0], second[0], "LP" in joint), gregorian


def _dated_day(first: Item, second: Item) -> Item | None:
    """A weekday or "today" with the date of that day beside it."""
    joint = _joint(first[0], second[0])
    a, b = first[1], second[1]
    if joint in _DAY_JOINTS and a.function == b.function == "range" and (a.value, a.until) == (b.value, b.until):
        return _span(first[0], second[0], "LP" in joint), b
    if joint not in _DAY_JOINTS or a.kind not in ("weekday", "deictic") or b.kind != "day" or b.function != "date":
        return None
    if a.function != "date" or b.value is None:
        return None
    if a.value != b.value and (a.weekday is None or date.fromisoformat(b.value).weekday() != a.weekday):
        return None
    return _span(first[0], second[0], "LP" in joint), b


def _same_precision(a: Result, b: Result) -> bool:
    if a.kind in _DAYS and b.kind in _DAYS:
        return True
    return a.kind == b.kind and a.kind in ("month", "year")


def _range(first: Item, second: Item, anchor: date | None) -> Item | None:
    joint = _joint(first[0], second[0])
    (match, a), (other, b) = first, second
    if joint not in _RANGE_JOINTS or a.function != "date" or b.function != "date" or not _same_precision(a, b):
        return None
    lead = match.before()
    head = match.units[match.start].cls
    framed = lead in ("MIN", "BAYN", "BIDAYATAN")
    paired = head in ("DAYS2", "DAYS", "YEARS2", "MONS2")
    if joint[-1] == "WA" and not (lead == "BAYN" or paired):
        return None
    if joint[-1] in ("ILA", "DASH") and not framed:
        return None
    context = Context(anchor, match.units)
    if not a.year_given and b.year_given and a.kind in ("day", "month") and b.value is not None:
        a = absolute_year(a, int(b.value[:4]), b.value, context)
    elif a.value is not None and not b.year_given and b.kind in ("day", "month"):
        b = absolute_year_after(b, a.value, context)
    if a.value is not None and b.kind == "weekday" and b.weekday is not None and len(a.value) == 10:
        b = replace(b, value=cal.after(b.weekday, date.fromisoformat(a.value)).isoformat())
    joined = _span(match, other, False)
    if a.value is None or b.value is None or a.value >= b.value or len(a.value) != len(b.value):
        if a.value is None and b.value is None:
            return joined, replace(a, function="range", until=None)
        return None
    return joined, replace(a, function="range", until=b.value)


def absolute_year(result: Result, year: int, limit: str, context: Context) -> Result:
    """Give the start of a range the year of its end, or the year before where it would lie behind the end."""
    from sifara.times.absolute import with_year

    same = with_year(result, year, context)
    if same.value is not None and same.value > limit[: len(same.value)]:
        return with_year(result, year - 1, context)
    return same


def absolute_year_after(result: Result, start: str, context: Context) -> Result:
    """Give the end of a range, which names no year, the first that does not lie before its start."""
    from sifara.times.absolute import with_year

    year = int(start[:4])
    same = with_year(result, year, context)
    if same.value is not None and same.value < start[: len(same.value)]:
        same = with_year(result, year + 1, context)
    return replace(same, basis=result.basis)


def join(found: Sequence[Item], anchor: date | None) -> list[Item]:
    """Join the neighbours of one sentence."""
    joined: list[Item] = []
    for item in found:
        while joined:
            previous = joined[-1]
            together = _twins(previous, item, anchor) or _dated_day(previous, item) or _range(previous, item, anchor)
            if together is None:
                break
            joined.pop()
            item = together
        joined.append(item)
    return joined
