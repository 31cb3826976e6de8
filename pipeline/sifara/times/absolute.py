"""Actions for days, months and years of the Gregorian calendar that are told by name, and for their ranges."""

from __future__ import annotations

from sifara.times import arithmetic as cal
from sifara.times.choosing import RELATIVE, by_weekday, choose_year, in_year, year_from_words
from sifara.times.context import Context, Result, side
from sifara.times.grammar import Match


def calendar_day(match: Match, ctx: Context) -> Result | None:
    """A day and month, with or without a year."""
    number, month = int(match.roles["d"].value), int(match.roles["m"].value)
    if number > 31 or cal.day(2000, month, number) is None:
        return None
    weekday = match.get("wd")
    told = weekday.value if weekday is not None else None
    year, given, open_year = year_from_words(match, ctx)
    qualifier = match.get("q")
    if year is None and not open_year:
        year = choose_year(month, number, match, ctx, qualifier.cls if qualifier else "")
        if year is not None and qualifier is None:
            year = by_weekday(year, month, number, told, ctx.anchor)
    if year is None:
        return Result(None, kind="day", parts=(None, month, number), weekday=told)
    found = cal.day(year, month, number)
    if found is None:
        return None
    value = found.isoformat()
    return Result(
        value,
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="day",
        year_given=given,
        parts=(year, month, number),
        weekday=told,
    )


def with_year(result: Result, year: int, ctx: Context) -> Result:
    """Give a day or month without a year of its own the year of its neighbour."""
    _, month, number = result.parts
    if month is None:
        return result
    found = in_year(year, month, number)
    if found is None:
        return result
    value = found.isoformat() if number is not None else cal.month_value(year, month)
    return Result(
        value,
        result.function,
        basis="stated",
        orientation=side(value, ctx.anchor),
        kind=result.kind,
        year_given=True,
        parts=(year, month, number),
        weekday=result.weekday,
    )


def month(match: Match, ctx: Context) -> Result | None:
    """A month, with or without a year."""
    number = int(match.roles["m"].value)
    year, given, open_year = year_from_words(match, ctx)
    qualifier = match.get("q")
    if year is None and not open_year:
        year = choose_year(number, None, match, ctx, qualifier.cls if qualifier else "")
    if year is None:
        return Result(None, kind="month", parts=(None, number, None))
    value = cal.month_value(year, number)
    return Result(
        value,
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="month",
        year_given=given,
        parts=(year, number, None),
    )


def month_numeric(match: Match, ctx: Context) -> Result | None:
    """A month by its number: شهر 5/2015."""
    number = int(match.roles["a"].value)
    if number > 12:
        return None
    value = cal.month_value(int(match.roles["y"].value), number)
    return Result(value, basis="stated", orientation=side(value, ctx.anchor), kind="month", year_given=True)


def day_range(match: Match, ctx: Context) -> Result | None:
    """The first to the last of several days of one month."""
    first, last = int(match.roles["d1"].value), int(match.roles["d2"].value)
    if first >= last or last > 31:
        return None
    relative = match.get("mq")
    if relative is not None:
        if ctx.anchor is None or relative.cls not in RELATIVE:
            return Result(None, function="range", kind="day")
        year: int | None
        year, number = cal.add_months(ctx.anchor.year, ctx.anchor.month, RELATIVE[relative.cls])
        given = False
    else:
        number = int(match.roles["m"].value)
        year, given, open_year = year_from_words(match, ctx)
        qualifier = match.get("q")
        if year is None and not open_year:
            year = choose_year(number, first, match, ctx, qualifier.cls if qualifier else "")
    if year is None:
        return Result(None, function="range", kind="day")
    low, high = cal.day(year, number, first), cal.day(year, number, last)
    if low is None or high is None:
        return None
    value = low.isoformat()
    return Result(
        value,
        "range",
        high.isoformat(),
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="day",
        year_given=given,
        parts=(year, number, first),
    )


def month_range(match: Match, ctx: Context) -> Result | None:
    """The first to the last of several months."""
    first, last = int(match.roles["m1"].value), int(match.roles["m2"].value)
    if first > last and match.roles["c"].cls == "WA":
        return Result(None, function="range", kind="month")  # a list, not from one to the other
    year, given, open_year = year_from_words(match, ctx)
    qualifier = match.get("q")
    if year is None and not open_year:
        year = choose_year(last, None, match, ctx, qualifier.cls if qualifier else "")
    if year is None or first == last:
        return Result(None, function="range", kind="month")
    value = cal.month_value(year if first < last else year - 1, first)
    return Result(
        value,
        "range",
        cal.month_value(year, last),
        basis="stated" if given else "inferred",
        orientation=side(value, ctx.anchor),
        kind="month",
        year_given=given,
    )


def year(match: Match, ctx: Context) -> Result | None:
    """A year by its number."""
    number = int(match.roles["y"].value)
    relative = match.get("q")
    if relative is not None and ctx.anchor is not None and number != ctx.anchor.year + RELATIVE[relative.cls]:
        return Result(None, kind="year")
    value = cal.year_value(number)
    return Result(
        value,
        basis="stated",
        orientation=side(value, ctx.anchor),
        kind="year",
        year_given=True,
        parts=(number, None, None),
    )


def year_range(match: Match, ctx: Context) -> Result | None:
    """The first to the last of several years."""
    first, last = int(match.roles["y1"].value), int(match.roles["y2"].value)
    if first >= last:
        return None
    joint = match.get("c")
    paired = match.before() == "BAYN" or match.units[match.start].cls == "YEARS2"
    if joint is not None and joint.cls == "WA" and not paired:
        listed = match.before() == "WA" or match.after() == "WA"
        if listed or last != first + 1:
            return None
    value = cal.year_value(first)
    return Result(
        value,
        "range",
        cal.year_value(last),
        basis="stated",
        orientation=side(value, ctx.anchor),
        kind="year",
        year_given=True,
    )


def year_short(match: Match, ctx: Context) -> Result | None:
    """A year by its last two digits: عام 67; of the twentieth century, if it was to be by then."""
    number = int(match.roles["y"].value)
    if not 32 <= number <= 99:
        return None
    value = cal.year_value(1900 + number)
    return Result(value, orientation=side(value, ctx.anchor), kind="year", parts=(1900 + number, None, None))
