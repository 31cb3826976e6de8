"""What linking works with: items that may be meant, mentions that mean something, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

YEAR = 365.25  # days
LINKED, OPEN, UNKNOWN = "linked", "open", "unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """An office of an item: ``role`` of the entity ``of``; ``start`` and ``end`` are days, if known."""

    role: str
    of: str
    start: date | None = None
    end: date | None = None

    def years_from(self, day: date) -> float:
        """Return how many years lie between ``day`` and the term: 0 within, negative before it began."""
        if self.start is not None and day < self.start:
            return (day - self.start).days / YEAR
        if self.end is not None and day > self.end:
            return (day - self.end).days / YEAR
        return 0.0


@dataclass(frozen=True, slots=True)
class Item:
    """Somebody or something that a mention may mean.

    ``id`` is the local part of its IRI in the store, ``qid`` its id in Wikidata; ``None`` where no source gives
    one. ``families`` are names by which the press calls a person alone; ``famous`` says that such a name needs no
    introduction. ``countries`` are the ids of those it belongs to.
    """

    id: str
    qid: str | None
    type: str
    label: str
    names: tuple[str, ...]
    families: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    famous: bool = False
    capital: bool = False
    population: int = 0
    source: str = "tables"


@dataclass(frozen=True, slots=True)
class Case:
    """One entity of one document, to be linked.

    ``names`` are all its names in the document; ``offices`` are pairs of role and entity that the document tells of
    it. ``chosen`` is the listed item that the reading of the document took it for, if any.
    """

    entity: str
    type: str
    names: tuple[str, ...]
    offices: tuple[tuple[str, str], ...] = ()
    chosen: str | None = None
    country: str | None = None
    #: Whether any mention names it, rather than stand for it ("his country", "the two ministers").
    named: bool = True
    #: Signs that all of its names may mean something else; with one it is never linked, but has candidates.
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What surrounds the cases of a document: its day, and how often it speaks of each country.

    ``own`` is how often each entity speaks for its country itself: nothing supports itself.
    """

    day: date | None = None
    countries: dict[str, int] = field(default_factory=dict)
    own: dict[str, int] = field(default_factory=dict)
    #: The entities of the document that are states; ``None`` where that is not known.
    states: frozenset[str] | None = None

    def spoken(self, country: str, entity: str) -> int:
        """Return how often the document speaks of ``country``, but for what ``entity`` adds to it."""
        return self.countries.get(country, 0) - self.own.get(entity, 0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item with its score, from 0 to 1 (all candidates of a case and "somebody else" add up to 1), and why."""

    item: Item
    score: float
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The reasons in one line."""
        return "; ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a case.

    ``status`` is "linked" (the first candidate is meant), "open" (some may be, none surely) or "unknown" (nobody
    known bears such a name). Candidates come best first.
    """

    case: Case
    status: str
    candidates: tuple[Candidate, ...] = ()
    by: str = "rank"  # or "review"

    @property
    def item(self) -> Item | None:
        """Who is meant, if that is sure."""
        return self.candidates[0].item if self.status == LINKED else None
