"""The records of the knowledge tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sifara.document import Entity

THRONES = frozenset({"HeadOfState", "HeadOfGovernment"})


@dataclass(frozen=True, slots=True)
class Known:
    """One entity of the tables.

    ``families`` are the names by which the press calls a person alone; ``country`` is the id of the country
    a city, body or person belongs to; ``capitals`` are the ids of a country's capitals; ``famous`` marks a person
    whose family name needs no introduction.
    """

    entity: Entity
    names: tuple[str, ...]
    families: tuple[str, ...] = ()
    gender: str = "m"
    capital: bool = False
    population: int = 0
    nisbas: tuple[str, ...] = ()
    famous: bool = False

    @property
    def id(self) -> str:
        """The local part of the entity's IRI."""
        return self.entity.id


@dataclass(frozen=True, slots=True)
class Held:
    """A person's tenure in an office; ``start`` and ``end`` are days, ``None`` where the source has none."""

    person: str
    role: str
    of: str
    start: date | None
    end: date | None

    def covers(self, day: date, years: int = 6) -> bool:
        """Say whether the office was held on ``day``; an unknown end is trusted for ``years`` years."""
        if self.start is not None and day < self.start:
            return False
        if self.end is not None:
            return day <= self.end
        return self.start is not None and (day - self.start).days <= 365.25 * years
