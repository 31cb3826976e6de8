"""Calendar arithmetic: lexical forms of dates, months and years, the Hijri calendar, distances.

A value is an xsd:date ("2021-05-19"), xsd:gYearMonth ("2021-05") or xsd:gYear ("2021") in lexical form.
"""

from __future__ import annotations

from datetime import date, timedelta

WEEKDAY_REACH = 7


def day(year: int, month: int, number: int) -> date | None:
    """Give the day, or None where the calendar has none such (31 April)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_value(year: int, month: int) -> str:
    """Lexical form of a month.

    >>> month_value(2021, 5)
    '2021-05'
    """
    return f"{year:04d}-{month:02d}"


def year_value(year: int) -> str:
    """Lexical form of a year."""
    return f"{year:04d}"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Add months, any number of either sign.

    >>> add_months(2021, 1, -1)
    (2020, 12)
    """
    total = year * 12 + (month - 1) + count
    return total // 12, total % 12 + 1


def cut(value: str, unit: str) -> str | None:
    """Cut a value down to a unit (D, M, Y); None where it is less precise than that.

    >>> cut("2021-05-19", "M"), cut("2021", "M")
    ('2021-05', None)
    """
    length = {"D": 10, "M": 7, "Y": 4}.get(unit)
    return value[:length] if length is not None and len(value) >= length else None


def on_or_before(weekday: int, anchor: date) -> date:
    """Give the latest such weekday (0 Monday) that is not after the anchor."""
    return anchor - timedelta(days=(anchor.weekday() - weekday) % WEEKDAY_REACH)


def on_or_after(weekday: int, anchor: date) -> date:
    """Give the first such weekday (0 Monday) that is not before the anchor."""
    return anchor + timedelta(days=(weekday - anchor.weekday()) % WEEKDAY_REACH)


def before(weekday: int, anchor: date) -> date:
    """Give the latest such weekday before the anchor."""
    return on_or_before(weekday, anchor - timedelta(days=1))


def after(weekday: int, anchor: date) -> date:
    """Give the first such weekday after the anchor."""
    return on_or_after(weekday, anchor + timedelta(days=1))


def shift(anchor: date, unit: str, count: int) -> str | None:
    """Go ``count`` units from the anchor, to the precision of the unit; None where that is no calendar unit.

    Weeks lead to a month, if the days around all lie in it: "two weeks ago" is no day.

    >>> shift(date(2003, 5, 9), "Y", -12), shift(date(2021, 5, 20), "D", -3), shift(date(2021, 5, 16), "W", -2)
    ('1991', '2021-05-17', None)
    """
    try:
        if unit == "Y":
            return year_value(anchor.year + count) if 0 < anchor.year + count < 10000 else None
        if unit == "M":
            year, month = add_months(anchor.year, anchor.month, count)
            return month_value(year, month) if 0 < year < 10000 else None
        if unit == "D":
            return (anchor + timedelta(days=count)).isoformat()
        if unit == "W":
            low, high = (anchor + timedelta(days=7 * count + slack) for slack in (-3, 3))
            return month_value(low.year, low.month) if (low.year, low.month) == (high.year, high.month) else None
        if unit == "C":
            return None
    except OverflowError:
        return None
    return None


def duration(unit: str, count: int, half: bool = False) -> str | None:
    """Lexical xsd:duration of so many units, and a half of one more.

    >>> duration("W", 2), duration("Y", 1, half=True), duration("H", 2)
    ('P14D', 'P1Y6M', 'PT2H')
    """
    if unit == "Y":
        return f"P{count}Y" + ("6M" if half else "")
    if unit == "M":
        return f"P{count}M" + ("15D" if half else "")
    if unit == "W":
        return None if half else f"P{7 * count}D"
    if unit == "D":
        return f"P{count}D" + ("T12H" if half else "")
    if unit == "H":
        return f"PT{count}H" + ("30M" if half else "")
    if unit == "T":
        return f"PT{count}M" + ("30S" if half else "")
    if unit == "C":
        return f"P{10 * count + (5 if half else 0)}Y"
    if unit == "S":
        return f"P{100 * count + (50 if half else 0)}Y"
    return None


def from_hijri(year: int, month: int, number: int) -> date | None:
    """Give the Gregorian day of a Hijri one (Umm al-Qura), or None outside the table (1343-1500) or the month."""
    from hijridate import Hijri

    try:
        gregorian = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)


def hijri_year_of(anchor: date) -> int | None:
    """Give the Hijri year that a Gregorian day lies in, or None outside the table."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(anchor.year, anchor.month, anchor.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def hijri_month_span(year: int, month: int) -> tuple[date, date] | None:
    """Give the first and the last Gregorian day of a Hijri month, or None outside the table."""
    first = from_hijri(year, month, 1)
    if first is None:
        return None
    last = from_hijri(year, month, 30) or from_hijri(year, month, 29)
    return (first, last) if last is not None else None


def month_of_last_week(anchor: date) -> str | None:
    """Give the month (YYYY-MM) of last week, where all its days lie in one, whichever day it begins with; else None."""
    monday = anchor - timedelta(days=anchor.weekday() + 7)
    days = [monday + timedelta(days=n) for n in range(-2, 8)]
    days = [day for day in days if day < anchor]
    months = {day.isoformat()[:7] for day in days}
    return months.pop() if len(months) == 1 else None
