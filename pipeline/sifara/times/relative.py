"""Actions for words that count from the document's day: weekdays, yesterday, last month, two years ago; durations."""

from __future__ import annotations

from datetime import date, timedelta

from sifara.times import arithmetic as cal
from sifara.times.afterwards import anaphor
from sifara.times.choosing import choose_year
from sifara.times.context import Context, Result, side
from sifara.times.grammar import Match

_SIGNATURE_UNITS = 3
_LAST_MONTH, _LAST_DAYS = 12, 25  # from here on the end of the year, of the month is near or there
_STEP = {"PAST": -1, "PAST2": -2, "NEXT": 1, "NEXT2": 2, "THIS": 0, "DEM": 0}
_SIDE = {"PAST": -1, "PAST2": -1, "RECENT": -1, "NEXT": 1, "NEXT2": 1}


def weekday_date(weekday: int, match: Match, ctx: Context, qualifier: str) -> date | None:
    """Give the day that a weekday means in its clause, or None without an anchor."""
    anchor = ctx.anchor
    if anchor is None:
        return None
    if qualifier in ("PAST", "PAST2"):
        found = cal.before(weekday, anchor)
        return found - timedelta(days=7) if qualifier == "PAST2" else found
    if qualifier in ("NEXT", "NEXT2"):
        found = cal.after(weekday, anchor)
        return found + timedelta(days=7) if qualifier == "NEXT2" else found
    leaning = ctx.leaning(match)
    lead = match.before()
    if lead in ("HATTA", "BIDAYATAN") and leaning >= 0:
        return cal.after(weekday, anchor)
    if lead == "MUNDHU":
        return cal.on_or_before(weekday, anchor)
    return cal.on_or_after(weekday, anchor) if leaning > 0 else cal.on_or_before(weekday, anchor)


def weekday(match: Match, ctx: Context) -> Result | None:
    """A weekday, alone or with "last", "next", "of next week"."""
    told = int(match.roles["wd"].value)
    week = match.get("wq")
    qualifier = match.get("q")
    orientation = _SIDE.get(week.cls, 0) if week else _SIDE.get(qualifier.cls, 0) if qualifier else 0
    if ctx.anchor is None:
        return Result(None, orientation=orientation, kind="weekday", weekday=told)
    if week is not None:
        # Saturday and Sunday begin the week for some and end it for others.
        if told >= 5 or ctx.anchor.weekday() >= 5:
            return Result(None, "vague", orientation=orientation, kind="weekday", weekday=told)
        monday = ctx.anchor - timedelta(days=ctx.anchor.weekday())
        found = monday + timedelta(days=told + 7 * _STEP[week.cls])
    else:
        chosen = weekday_date(told, match, ctx, qualifier.cls if qualifier else "")
        if chosen is None:
            return None
        found = chosen
    value = found.isoformat()
    return Result(
        value,
        orientation=side(value, ctx.anchor),
        kind="weekday",
        weekday=told,
        parts=(found.year, found.month, found.day),
    )


def weekday_range(match: Match, ctx: Context) -> Result | None:
    """From one weekday to another, or two that follow each other."""
    first, last, joint = int(match.roles["wd1"].value), int(match.roles["wd2"].value), match.roles["c"]
    lead = match.before()
    paired = match.units[match.start].cls in ("DAYS2", "DAYS") or lead == "BAYN"
    if joint.cls == "WA" and not paired and (last - first) % 7 != 1:
        return None
    if ctx.anchor is None or first == last:
        return Result(None, "range", kind="weekday")
    qualifier = match.get("q")
    name = qualifier.cls if qualifier else ""
    if name == "PAST" or (not name and ctx.leaning(match) <= 0):
        end = weekday_date(last, match, ctx, name)
        start = cal.before(first, end) if end is not None else None
    else:
        start = weekday_date(first, match, ctx, name)
        end = cal.after(last, start) if start is not None else None
    if start is None or end is None:
        return None
    value = start.isoformat()
    return Result(value, "range", end.isoformat(), orientation=side(value, ctx.anchor), kind="weekday")


def weekday_of_month(match: Match, ctx: Context) -> Result | None:
    """The first, second, last … such weekday of a month: the month is sure, the day is not computed."""
    relative = match.get("mq")
    if relative is not None:
        value = cal.shift(ctx.anchor, "M", _STEP[relative.cls]) if ctx.anchor else None
        return Result(value, orientation=side(value, ctx.anchor), kind="month")
    number = int(match.roles["m"].value)
    named = match.get("y")
    qualifier = match.get("q")
    chosen = int(named.value) if named else choose_year(number, None, match, ctx, qualifier.cls if qualifier else "")
    value = cal.month_value(chosen, number) if chosen is not None else None
    return Result(value, orientation=side(value, ctx.anchor), kind="month", year_given=named is not None)


def deictic(match: Match, ctx: Context) -> Result | None:
    """Yesterday, today, tomorrow; a weekday beside them decides where they disagree."""
    word = match.roles["t"]
    offset = 0 if word.cls in ("THEDAY", "TONIGHT") else int(word.value)
    if word.cls == "DEICT" and match.after() == "NEED":
        return None
    if word.cls == "TONIGHT" and ctx.leaning(match) < 0:
        return None  # "spent the night"
    told = match.get("wd")
    orientation = (offset > 0) - (offset < 0)
    if ctx.anchor is None:
        return Result(None, orientation=orientation, kind="deictic", weekday=told.value if told else None)
    found = ctx.anchor + timedelta(days=offset)
    if told is not None and found.weekday() != told.value:
        found = correct(found, int(told.value), offset)
    value = found.isoformat()
    return Result(
        value,
        orientation=orientation,
        kind="deictic",
        weekday=told.value if told else None,
        parts=(found.year, found.month, found.day),
    )


def correct(found: date, told: int, offset: int) -> date:
    """Give the day of the weekday ``told`` that "today", "yesterday" or "tomorrow" must mean, near ``found``."""
    if offset > 0:
        ahead, back = cal.on_or_after(told, found), cal.on_or_before(told, found)
        return ahead if (ahead - found) <= (found - back) else back
    # Articles are stored after they were written, seldom a day before.
    if found + timedelta(days=1) == cal.on_or_after(told, found):
        return found + timedelta(days=1)
    return cal.on_or_before(told, found)


def today(match: Match, ctx: Context) -> Result | None:
    """The word for "the day" alone, where it means today; not in the name of a paper that signs a report."""
    if match.after() == "DASH" and match.start <= _SIGNATURE_UNITS:
        return None
    return deictic(match, ctx)


def day_of_month(match: Match, ctx: Context) -> Result | None:
    """A day of this, last or next month."""
    number, relative = int(match.roles["d"].value), match.roles["q"]
    if number > 31:
        return None
    if relative.cls in ("SAME", "NAFS", "THAT", "FOLLOWING"):
        told_in, ahead = ctx.month_told(), relative.cls == "FOLLOWING"
        found = cal.day(*cal.add_months(int(told_in[:4]), int(told_in[5:]), int(ahead)), number) if told_in else None
    elif ctx.anchor is None or relative.cls not in _STEP:
        found = None
    else:
        year, month = cal.add_months(ctx.anchor.year, ctx.anchor.month, _STEP[relative.cls])
        found = cal.day(year, month, number)
    told = match.get("wd")
    if found is not None and told is not None and found.weekday() != told.value:
        found = None  # the month may be one of another calendar
    value = found.isoformat() if found else None
    return Result(
        value,
        orientation=side(value, ctx.anchor),
        kind="day",
        parts=(found.year, found.month, found.day) if found else (None, None, None),
    )


def period(match: Match, ctx: Context) -> Result | None:
    """This, last or next year, month or week; a part of one says no more than the whole."""
    unit = str(match.roles["u"].value)
    qualifier = match.get("q")
    name = qualifier.cls if qualifier else "THIS"
    if name == "SAME":
        return anaphor(match, ctx)
    orientation = _SIDE.get(name, 0) or _last_part(match, ctx, unit)
    fiscal = any(word.cls == "YEARADJ" for word in match.units[match.start : match.end])
    if unit == "W" and name == "PAST" and ctx.anchor is not None:
        month = cal.month_of_last_week(ctx.anchor)
        return Result(month, "vague" if month is None else "date", orientation=orientation)
    if ctx.anchor is None or fiscal or unit not in ("Y", "M") or name not in _STEP:
        return Result(None, "vague", orientation=orientation)
    value = cal.shift(ctx.anchor, unit, _STEP[name])
    parts = (int(value[:4]), None, None) if value and unit == "Y" else (None, None, None)
    return Result(value, orientation=orientation, kind="year" if unit == "Y" else "month", parts=parts)


def _last_part(match: Match, ctx: Context, unit: str) -> int:
    """1 if the end of this year, month or week is told, which mostly lies ahead; 0 where it may be there already."""
    part = match.get("part")
    if part is None or part.value != 1 or ctx.anchor is None or ctx.leaning(match) < 0:
        return 0
    begun = {"Y": ctx.anchor.month >= _LAST_MONTH, "M": ctx.anchor.day >= _LAST_DAYS}
    return 0 if begun.get(unit, False) else 1


def season(match: Match, ctx: Context) -> Result | None:
    """Last summer, next autumn: its year; winter lies in two years and has only the side."""
    begins, side_of = match.roles["s"].value, _SIDE.get(match.roles["q"].cls, 0)
    if ctx.anchor is None or begins is None or not side_of:
        return Result(None, "vague", orientation=side_of)
    now = ctx.anchor.month
    step = int(now >= begins) if side_of > 0 else -int(now <= begins + 2)
    return Result(cal.year_value(ctx.anchor.year + step), orientation=side_of, kind="year")


def weekend(match: Match, ctx: Context) -> Result | None:
    """A week's end: which days that are differs between countries, so no value."""
    qualifier = match.get("q")
    if qualifier is None and match.get("part") is None and ctx.leaning(match) > 0:
        return Result(None, "vague", orientation=1)  # "visits Beirut at the end of the week"
    orientation = _SIDE.get(qualifier.cls, 0) if qualifier else 0
    return Result(None, "vague", orientation=orientation or _last_part(match, ctx, "W"))


def vague(match: Match, ctx: Context) -> Result | None:
    """The coming weeks, the last five years."""
    return Result(None, "vague", orientation=_SIDE.get(match.roles["q"].cls, 0))


def vague_past(match: Match, ctx: Context) -> Result | None:
    """The eighties."""
    return Result(None, "vague", orientation=-1)


def adverb(match: Match, ctx: Context) -> Result | None:
    """Soon, later, recently, now."""
    return Result(None, "vague", basis="stated", orientation=int(match.roles["a"].value))


def _count(match: Match) -> int | None:
    number = match.get("n")
    if number is not None:
        return int(number.value)
    return 2 if match.roles["u"].cls == "DUAL" else 1


def offset(match: Match, ctx: Context) -> Result | None:
    """Two years ago, in three days, since twelve years: to the precision of the unit, from the document's day only.

    "Two years before the war" counts from something else: no value.
    """
    count, unit, direction = _count(match), str(match.roles["u"].value), match.roles["dir"].cls
    if count is None:
        return None
    if unit == "D" and count == 1 and match.get("n") is None and match.after() == "X":
        return None  # "since the day of his election"
    since = direction == "MUNDHU"
    sign = 1 if direction == "BAAD" else -1
    function = "since" if since else "date"
    after = match.after()
    from_something_else = direction != "MUNDHU" and after in ("MIN", "ALA")
    if from_something_else:
        return Result(None, "vague")
    if direction == "BAAD" and ctx.leaning(match) <= 0:
        return Result(None, "vague")  # in a story, "after three years" counts from what was told before
    imprecise = match.get("half") is not None or match.get("ap") is not None or ctx.anchor is None
    value = None if imprecise or ctx.anchor is None else cal.shift(ctx.anchor, unit, sign * count)
    if value is None and not since:
        function = "vague"
    return Result(value, function, orientation=sign)


def within(match: Match, ctx: Context) -> Result | None:
    """Within days, within months: ahead, unless the clause tells a story."""
    following = match.units[match.end].folded if match.after() == "X" else ""
    if match.roles["dir"].value is None or following[:1].isalpha():
        return None  # "during the days of the feast"
    return Result(None, "vague", orientation=1 if ctx.leaning(match) >= 0 else 0)


def offset_vague(match: Match, ctx: Context) -> Result | None:
    """Days ago, for years."""
    direction = match.roles["dir"].cls
    if direction != "MUNDHU" and match.after() in ("MIN", "ALA"):
        return Result(None, "vague")
    sign = 1 if direction == "BAAD" else -1
    if direction == "BAAD" and match.roles["u"].value == "H" and ctx.anchor is not None and ctx.leaning(match) > 0:
        return Result(ctx.anchor.isoformat(), orientation=1)  # "he meets him in a few hours": today
    return Result(None, "since" if direction == "MUNDHU" else "vague", orientation=sign)


def duration(match: Match, ctx: Context) -> Result | None:
    """So many years, weeks, hours."""
    count, unit = _count(match), str(match.roles["u"].value)
    if count is None:
        return None
    if match.roles["u"].cls == "DUAL" and unit == "S":
        return None  # a surname rather than two centuries
    length = cal.duration(unit, count, half=match.get("half") is not None)
    if length is None:
        return None
    return Result(None, "duration", duration=length, basis="stated")
