"""Actions for dates that are written in numbers alone."""

from __future__ import annotations

from dataclasses import replace

from sifara.times import arithmetic as cal
from sifara.times.choosing import choose_year
from sifara.times.context import Context, Result, side
from sifara.times.grammar import Match


def numeric(match: Match, ctx: Context) -> Result | None:
    """A date in numbers: 19/5/2021, 2021-05-19, 1436/10/5هـ, and day with month where a word says so."""
    first, second = match.roles["a"], match.roles["b"]
    third, era, told = match.get("c"), match.get("era"), match.get("wd")
    if third is None:
        return _numeric_day_month(match, ctx)
    if first.cls in ("YY", "HY"):
        year_unit, middle, end = first, int(second.value), third
    else:
        year_unit, middle, end = third, int(second.value), first
    if year_unit.cls not in ("YY", "HY") or end.cls != "DD":
        return None
    number, month_number = int(end.value), middle
    if month_number > 12 >= number:
        number, month_number = month_number, number  # month first, as the Americans write it
    if not 1 <= month_number <= 12:
        return None
    hijri = year_unit.cls == "HY" or (era is not None and era.cls == "ERAH")
    if hijri:
        found = cal.from_hijri(int(year_unit.value), month_number, number)
        value = found.isoformat() if found else None
    else:
        found = cal.day(int(year_unit.value), month_number, number)
        if found is None:
            return None
        value = found.isoformat()
    return Result(
        value,
        basis="stated",
        orientation=side(value, ctx.anchor),
        kind="day",
        year_given=True,
        hijri=hijri,
        weekday=told.value if told else None,
        parts=(found.year, found.month, found.day) if found else (None, None, None),
    )


def numeric_range(match: Match, ctx: Context) -> Result | None:
    """The first to the last of several days in numbers: من 18 حتى 28/11/1436هـ، من 13/8 إلى 18/9/1436هـ."""
    last = numeric(match, ctx)
    if last is None or last.value is None:
        return None
    month_unit = match.get("m")
    number, month_number = int(match.roles["d"].value), int((month_unit or match.roles["b"]).value)
    year_number = int(match.roles["c"].value)
    low = (cal.from_hijri if last.hijri else cal.day)(year_number, month_number, number)
    if low is None or low.isoformat() >= last.value:
        return None
    value = low.isoformat()
    return replace(last, value=value, function="range", until=last.value, orientation=side(value, ctx.anchor))


def _numeric_day_month(match: Match, ctx: Context) -> Result | None:
    number, month_number = int(match.roles["a"].value), int(match.roles["b"].value)
    if month_number > 12 >= number:
        number, month_number = month_number, number
    if cal.day(2000, month_number, number) is None if month_number <= 12 else True:
        return None
    qualifier, told = match.get("q"), match.get("wd")
    chosen = choose_year(month_number, number, match, ctx, qualifier.cls if qualifier else "")
    found = cal.day(chosen, month_number, number) if chosen is not None else None
    value = found.isoformat() if found else None
    return Result(
        value,
        orientation=side(value, ctx.anchor),
        kind="day",
        weekday=told.value if told else None,
        parts=(chosen, month_number, number),
    )


def numeric_bare(match: Match, ctx: Context) -> Result | None:
    """Two numbers behind a preposition: a day and month only if they can be no fraction."""
    if int(match.roles["a"].value) <= 12 or int(match.roles["b"].value) > 12:
        return None
    return _numeric_day_month(match, ctx)
