"""Dates that the graph writes to the day, month or year, as spans of days."""

from __future__ import annotations

import calendar
import re

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def days(date: str) -> tuple[str, str] | None:
    """Return the first and the last day of a day, month or year, or ``None`` if ``date`` is none of them.

    >>> days("2024-02"), days("2024-13")
    (('2024-02-01', '2024-02-29'), None)
    """
    match = _DATE.fullmatch(date)
    if not match or not date.isascii():
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if year == 0 or (month and not 1 <= int(month) <= 12):
        return None
    last_month = int(month) if month else 12
    last = calendar.monthrange(year, last_month)[1]
    if day and not 1 <= int(day) <= last:
        return None
    return f"{match[1]}-{month or '01'}-{day or '01'}", f"{match[1]}-{last_month:02}-{day or f'{last:02}'}"
