"""The filters of events, the same wherever events are listed or counted, as a condition of SQL."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.graph.vocabulary import EVENTS, STATUSES
from sifara.server.parameters import Parameters
from sifara.server.words import match

_COUNTED = "('topic', 'attributedTo')"


@dataclass(slots=True)
class Filter:
    """A condition on the table of events, called ``e``, with the values of its placeholders.

    ``by_document`` says that time is that of publication.
    """

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    by_document: bool = False

    def add(self, condition: str, *values: object) -> None:
        """Ask for ``condition`` too."""
        self.conditions.append(condition)
        self.values.extend(values)

    @property
    def where(self) -> str:
        """The whole condition, "1" if everything passes."""
        return " AND ".join(self.conditions) or "1"

    @property
    def date(self) -> str:
        """The column with the time of an event, to the precision that it is known."""
        return "e.told" if self.by_document else "e.date"

    @property
    def first(self) -> str:
        """The column with the first day of that time."""
        return "e.told_first" if self.by_document else "e.first"

    @property
    def last(self) -> str:
        """The column with the last day of that time."""
        return "e.told_last" if self.by_document else "e.last"


def marks(values: list[str]) -> str:
    """Return so many placeholders: ``(?,?)``."""
    return f"({','.join('?' * len(values))})"


def event_filter(parameters: Parameters) -> Filter:
    """Read the filters of events from ``parameters``.

    :raises Problem: if one is malformed.
    """
    found = Filter()
    if classes := parameters.names("class", EVENTS):
        below = [name for name, kind in EVENTS.items() if name in classes or set(kind.ancestors) & set(classes)]
        found.add(f"e.class IN {marks(below)}", *below)
    if statuses := parameters.names("status", STATUSES):
        found.add(f"e.status IN {marks(statuses)}", *statuses)
    if actors := parameters.iris("actor"):
        found.add(_has(f"n.iri IN {marks(actors)} AND r.role IN ('agent', 'participant')"), *actors)
    for entity in parameters.iris("entity"):
        found.add(_has("n.iri = ?"), entity)
    if countries := parameters.iris("country"):
        within = f"(SELECT id FROM entities WHERE iri IN {marks(countries)})"
        found.add(
            _has(f"(n.id IN {within} OR n.country IN {within}) AND r.role NOT IN {_COUNTED}"), *countries, *countries
        )
    if (document := parameters.one("document")) is not None:
        found.add("e.document = (SELECT id FROM documents WHERE iri = ?)", parameters.iri("document"))
        assert document
    if publishers := parameters.all("publisher"):
        found.add(f"e.document IN (SELECT id FROM documents WHERE publisher IN {marks(publishers)})", *publishers)
    found.by_document = parameters.choice("when", ("event", "document")) == "document"
    if (first := parameters.day("from")) is not None:
        found.add(f"{found.last} >= ?", first)
    if (last := parameters.day("to", end=True)) is not None:
        found.add(f"{found.first} <= ?", last)
    if (confidence := parameters.fraction("min_confidence")) is not None:
        found.add("e.confidence >= ?", confidence)
    if (words := parameters.one("q")) is not None:
        expression = match(words)
        if expression is None:
            found.add("0")
        else:
            found.add("e.id IN (SELECT rowid FROM found_sentences WHERE found_sentences MATCH ?)", expression)
    return found


def _has(condition: str) -> str:
    return f"e.id IN (SELECT r.event FROM roles r JOIN entities n ON n.id = r.entity WHERE {condition})"
