"""What an action is given beside its match, and what it gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sifara.times.grammar import Match
from sifara.times.tense import orientation
from sifara.times.units import Unit

_MONTH = len("2000-01")


@dataclass(frozen=True, slots=True)
class Context:
    """The day that relative words count from, the units of the sentence, the value and the month told last before.

    ``anchor`` is None where neither the document nor its dateline has a date: then relative words have no value.
    """

    anchor: date | None
    units: Sequence[Unit]
    last: str | None = None
    month: str | None = None

    def month_told(self) -> str | None:
        """Give the month told last (YYYY-MM), though a year may have been told since."""
        value = self.last if self.last is not None and len(self.last) >= _MONTH else self.month
        return value[:_MONTH] if value is not None else None

    def leaning(self, match: Match) -> int:
        """Which way the clause of a match looks: -1, 0 or 1."""
        return orientation(self.units, match.start, match.end)


@dataclass(frozen=True, slots=True)
class Result:
    """What a match says. The fields up to ``orientation`` are those of a time expression.

    ``kind`` is "day", "month", "year", "weekday", "deictic" or "" (for joining neighbours);
    ``year_given`` whether the words name the year; ``hijri`` whether they count by the Hijri calendar;
    ``parts`` year, month and day of the Gregorian calendar, as far as known.
    """

    value: str | None = None
    function: str = "date"
    until: str | None = None
    duration: str | None = None
    basis: str = "inferred"
    orientation: int = 0
    kind: str = ""
    year_given: bool = False
    hijri: bool = False
    parts: tuple[int | None, int | None, int | None] = (None, None, None)
    weekday: int | None = None


def side(value: str | None, anchor: date | None) -> int:
    """Tell whether a value lies before (-1) or after (1) the anchor; 0 for the same period or where unknown."""
    if value is None or anchor is None:
        return 0
    here = anchor.isoformat()[: len(value)]
    return (value > here) - (value < here)
