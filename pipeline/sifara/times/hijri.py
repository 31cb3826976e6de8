"""Actions for the Hijri calendar."""

from __future__ import annotations

from datetime import timedelta

from sifara.times import arithmetic as cal
from sifara.times.choosing import RELATIVE, SOON_DAYS
from sifara.times.context import Context, Result, side
from sifara.times.grammar import Match


def _hijri_year(match: Match, ctx: Context, number: int, day_number: int) -> tuple[int | None, bool]:
    named = match.get("hy")
    if named is not None:
        return int(named.value), True
    anchor = ctx.anchor
    here = cal.hijri_year_of(anchor) if anchor is not None else None
    if anchor is None or here is None:
        return None, False
    relative = match.get("yq")
    if relative is not None:
        return (here + RELATIVE[relative.cls], False) if relative.cls in RELATIVE else (None, False)
    qualifier = match.get("q")
    candidates = [(year, cal.from_hijri(year, number, day_number)) for year in (here - 1, here, here + 1)]
    days = [(year, found) for year, found in candidates if found is not None]
    side_wanted = RELATIVE.get(qualifier.cls) if qualifier is not None else ctx.leaning(match)
    if qualifier is not None and side_wanted is None:
        return None, False
    if not days:
        return None, False
    nearest = min(days, key=lambda item: abs((item[1] - anchor).days))
    if qualifier is None and abs((nearest[1] - anchor).days) <= SOON_DAYS:
        return nearest[0], False
    if side_wanted == -1:
        days = [item for item in days if item[1] < anchor]
    elif side_wanted == 1:
        days = [item for item in days if item[1] > anchor]
    return (min(days, key=lambda item: abs((item[1] - anchor).days))[0], False) if days else (None, False)


def hijri_day(match: Match, ctx: Context) -> Result | None:
    """A day of a Hijri month."""
    number, day_number, name = int(match.roles["hm"].value), int(match.roles["d"].value), match.roles["hm"]
    if day_number > 30:
        return None
    told = match.get("wd")
    chosen, given = _hijri_year(match, ctx, number, day_number)
    if name.risky and not given and told is None and match.get("q") is None and match.get("yq") is None:
        return None  # صفر is a nought, رجب and شعبان are names of people
    found = cal.from_hijri(chosen, number, day_number) if chosen is not None else None
    if found is not None and told is not None and found.weekday() != told.value:
        # The month began by sight of the moon a day before or after the table's: the weekday tells.
        near = [found + timedelta(days=step) for step in (-1, 1)]
        found = next((day for day in near if day.weekday() == told.value), found)
    value = found.isoformat() if found else None
    return Result(
        value,
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="day",
        year_given=given,
        hijri=True,
        parts=(found.year, found.month, found.day) if found else (None, None, None),
        weekday=told.value if told else None,
    )


def hijri_range(match: Match, ctx: Context) -> Result | None:
    """The first to the last of several days of a Hijri month."""
    first, last, number = int(match.roles["d1"].value), int(match.roles["d2"].value), int(match.roles["hm"].value)
    if first >= last or last > 30:
        return None
    chosen, given = _hijri_year(match, ctx, number, first)
    if match.roles["hm"].risky and not given:
        return None
    low = cal.from_hijri(chosen, number, first) if chosen is not None else None
    high = cal.from_hijri(chosen, number, last) if chosen is not None else None
    if low is None or high is None:
        return Result(None, function="range", kind="day", hijri=True)
    value = low.isoformat()
    return Result(
        value,
        "range",
        high.isoformat(),
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="day",
        year_given=given,
        hijri=True,
    )


def hijri_month(match: Match, ctx: Context) -> Result | None:
    """A Hijri month: it lies across two Gregorian ones, so only the year is sure, if it is the same for both."""
    number = int(match.roles["hm"].value)
    chosen, given = _hijri_year(match, ctx, number, 15)
    span = cal.hijri_month_span(chosen, number) if chosen is not None else None
    value = None
    if span is not None and given and span[0].year == span[1].year:
        value = cal.year_value(span[0].year)
    return Result(
        value,
        function="date" if value else "vague",
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="month",
        year_given=given,
        hijri=True,
    )


def hijri_year(match: Match, ctx: Context) -> Result | None:
    """A Hijri year: across two Gregorian ones, so no value."""
    return Result(None, function="vague", basis="stated", kind="year", year_given=True, hijri=True)
