"""Choosing the year of a month or day whose words name none."""

from __future__ import annotations

from datetime import date

from sifara.times import arithmetic as cal
from sifara.times.context import Context
from sifara.times.grammar import Match

# Without a year and without tense: how far ahead of the document a month may still be of the document's year,
# and how far back.
_AHEAD_DAYS, _BACK_DAYS = 150, 250
# A weekday beside a date without a year decides the year only where the date is far from the document.
_NEAR_DAYS = 60
SOON_DAYS = 45
RELATIVE = {"PAST": -1, "PAST2": -2, "NEXT": 1, "NEXT2": 2, "THIS": 0, "DEM": 0}


def year_from_words(match: Match, ctx: Context) -> tuple[int | None, bool, bool]:
    """Year told by the words: (year, whether they name it, whether they contradict or leave it open)."""
    named = match.get("y")
    if named is not None:
        return int(named.value), True, False
    relative = match.get("yq")
    if relative is not None:
        if relative.cls in ("SAME", "THAT", "NAFS") and ctx.last is not None:
            return int(ctx.last[:4]), False, False
        if relative.cls not in RELATIVE or ctx.anchor is None:
            return None, False, True
        return ctx.anchor.year + RELATIVE[relative.cls], False, False
    return None, False, False


def in_year(year: int, month: int, number: int | None) -> date | None:
    """Give the day in that year, or the first of the month where no day is told; None where there is none such."""
    return cal.day(year, month, number if number is not None else 1)


def choose_year(month: int, number: int | None, match: Match, ctx: Context, qualifier: str = "") -> int | None:
    """Choose the year of a month (and day) whose words name none; None where that stays open.

    ``qualifier`` is the class of the word that tells the side (PAST, NEXT, THIS), else the clause's tense does.
    """
    anchor = ctx.anchor
    if anchor is None:
        return None
    here = (anchor.month, anchor.day) if number is not None else (anchor.month,)
    there = (month, number) if number is not None else (month,)
    if qualifier in ("PAST", "PAST2"):
        return anchor.year if there < here else anchor.year - 1
    if qualifier in ("NEXT", "NEXT2"):
        return anchor.year if there > here else anchor.year + 1
    if qualifier == "THIS":
        return anchor.year if month == anchor.month else None
    if qualifier:
        return None
    candidate = in_year(anchor.year, month, number)
    if candidate is None:
        return None
    distance = (candidate - anchor).days
    leaning = ctx.leaning(match)
    if match.before() == "MUNDHU":
        leaning = -1
    elif match.before() == "HATTA" and leaning == 0:
        if there < here:
            return None  # until then last time, or until then next year
        leaning = 1
    if leaning > 0 and there < here:
        return anchor.year + 1 if distance < -_NEAR_DAYS else anchor.year
    if leaning < 0 and there > here:
        # Who means the month that has just gone round says its year; next month's plans are told without one.
        return anchor.year - 1 if distance > SOON_DAYS else anchor.year
    if leaning == 0 and (distance > _AHEAD_DAYS or distance < -_BACK_DAYS):
        if distance > _AHEAD_DAYS and anchor.month <= 3:
            return anchor.year - 1
        return None
    return anchor.year


def by_weekday(year: int, month: int, number: int, weekday: int | None, anchor: date | None) -> int:
    """Let the weekday beside a day and month far from the document choose the year, where it fits only another one."""
    chosen = cal.day(year, month, number)
    if weekday is None or chosen is None or anchor is None or chosen.weekday() == weekday:
        return year
    if abs((chosen - anchor).days) <= _NEAR_DAYS:
        return year
    for other in (year - 1, year + 1):
        candidate = cal.day(other, month, number)
        if candidate is not None and candidate.weekday() == weekday and abs((candidate - anchor).days) < 366:
            return other
    return year
