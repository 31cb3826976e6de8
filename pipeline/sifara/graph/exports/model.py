"""Events, entities and documents as records, read from the graphs: what tables and networks are made of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from sifara.graph.exports.source import Source, documents
from sifara.graph.iri import DIP, ENTITIES_GRAPH, EVENTS_GRAPH, ID, WIKIDATA
from sifara.graph.terms import DCTERMS, LABEL, NIF, OWL, TYPE
from sifara.graph.vocabulary import ENTITY_ANCESTORS, EVENTS, folder

ROLES = ("participant", "agent", "target", "object", "place")
_DAY = re.compile(r"(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?")
About = dict[str, list[NamedNode | Literal]]


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity: its IRI, class (local name), names, link to Wikidata, country (IRI); empty where unknown."""

    iri: str
    kind: str
    arabic: str
    english: str
    wikidata: str
    country: str


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document: its IRI, id, title, date, publisher and source; empty where unknown."""

    iri: str
    id: str
    title: str
    date: str
    publisher: str
    source: str


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event as one document tells it. ``roles`` are the IRIs of those in it, by role.

    ``start`` and ``end`` are the days of ``date``, which may be a month or a year (the end that of ``until`` where
    it is known); ``canonical`` is the IRI of the event that several documents tell, if they do.
    """

    iri: str
    kind: str
    status: str
    date: str
    basis: str
    until: str
    duration: str
    start: str
    end: str
    content: str
    confidence: str
    attributed: str
    topics: tuple[str, ...]
    document: str
    sentence: str
    trigger: str
    canonical: str
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def pairs(self) -> list[tuple[str, str]]:
        """Return who deals with whom: who acts with what it falls on, or participants with each other."""
        first = sorted(self.roles.get("participant", ()))
        found = [(one, other) for index, one in enumerate(first) for other in first[index + 1 :]]
        others = [*self.roles.get("target", ()), *self.roles.get("object", ())]
        if not others and self.kind in EVENTS and "place" in EVENTS[self.kind].direct_roles:
            others = list(self.roles.get("place", ()))
        found += [(agent, other) for agent in self.roles.get("agent", ()) for other in others if agent != other]
        return list(dict.fromkeys(found))


class Records:
    """The records of a store. Documents and events are read anew each time they are asked for."""

    def __init__(self, source: Source) -> None:
        """Read what is known of entities, and which events are one."""
        self._source = source
        self._shared = _about(source.quads(NamedNode(ENTITIES_GRAPH)))
        self._canonical = {
            quad.subject.value: quad.object.value
            for quad in source.quads(NamedNode(EVENTS_GRAPH))
            if quad.predicate.value == DIP + "sameEventAs"
            and isinstance(quad.subject, NamedNode)
            and isinstance(quad.object, NamedNode)
        }
        self.entities: dict[str, EntityRecord] = {}
        for iri, said in sorted(self._shared.items()):
            self.entities[iri] = _entity(iri, said)

    def read(self) -> Iterator[tuple[DocumentRecord, list[EventRecord]]]:
        """Yield each document with its events, in order of IRIs. ``entities`` is complete when all are read."""
        for graph in documents(self._source):
            about = _about(self._source.quads(graph))
            for iri, said in sorted(about.items()):
                if iri not in self.entities and any(kind in ENTITY_ANCESTORS for kind in _classes(said)):
                    self.entities[iri] = _entity(iri, said)
            own = about.get(graph.value, {})
            document = DocumentRecord(
                graph.value,
                *(_one(own, DCTERMS + name) for name in ("identifier", "title", "date", "publisher", "source")),
            )
            names = sorted(name for name in about if name.startswith(ID + "event/"))
            events = [self._event(name, about, graph.value) for name in names if DIP + "status" in about[name]]
            yield document, sorted(events, key=lambda event: (event.date or "9999", event.kind, event.iri))

    def entity(self, iri: str) -> EntityRecord:
        """Return the entity with ``iri``; one without names if nothing is known of it."""
        return self.entities.get(iri) or EntityRecord(iri, "Entity", iri.rpartition("/")[2], "", "", "")

    def _event(self, iri: str, about: dict[str, About], document: str) -> EventRecord:
        said = about[iri]
        kinds = [kind for kind in _classes(said) if kind in EVENTS]
        date, until = _one(said, DIP + "date"), _one(said, DIP + "until")
        start, end = days(date)
        evidence = min((node.value for node in said.get(DIP + "evidence", ())), default="")
        phrase = about.get(evidence, {})
        sentence = about.get(_one(phrase, NIF + "sentence"), {})
        trigger = about.get(_one(phrase, DIP + "trigger"), {})
        roles = {role: tuple(sorted(node.value for node in said.get(DIP + role, ()))) for role in ROLES}
        return EventRecord(
            iri,
            max(kinds, key=lambda kind: (len(EVENTS[kind].ancestors), kind), default="Event"),
            _one(said, DIP + "status").removeprefix(DIP),
            date,
            _one(said, DIP + "dateBasis").removeprefix(DIP),
            until,
            _one(said, DIP + "duration"),
            start,
            max(end, days(until)[1]) if start else "",
            _one(said, DIP + "content"),
            _one(said, DIP + "confidence"),
            _one(said, DIP + "attributedTo"),
            tuple(sorted(node.value for node in said.get(DIP + "topic", ()))),
            document,
            _one(sentence, NIF + "anchorOf"),
            _one(trigger, NIF + "anchorOf"),
            self._canonical.get(iri, ""),
            {role: found for role, found in roles.items() if found},
        )


def class_labels() -> dict[str, dict[str, str]]:
    """Return the labels of the terms of the ontology, by local name and language."""
    found: dict[str, dict[str, str]] = {}
    for quad in parse(path=folder() / "diplomacy.ttl", format=RdfFormat.TURTLE):
        if quad.predicate == LABEL and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            name = quad.subject.value.removeprefix(DIP)
            found.setdefault(name, {})[quad.object.language or ""] = quad.object.value
    return found


def days(date: str) -> tuple[str, str]:
    """Return the first and the last day of a day, a month or a year; empty strings for none.

    >>> days("2021-02"), days("2021"), days("2021-05-19")
    (('2021-02-01', '2021-02-28'), ('2021-01-01', '2021-12-31'), ('2021-05-19', '2021-05-19'))
    """
    found = _DAY.fullmatch(date)
    if found is None:
        return "", ""
    year, month, day = found.groups()
    if day:
        return date, date
    if month:
        return f"{date}-01", f"{date}-{monthrange(int(year) if int(year) > 0 else 4, int(month))[1]:02d}"
    return f"{year}-01-01", f"{year}-12-31"


def _about(quads: Iterable[Quad]) -> dict[str, About]:
    found: dict[str, About] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


def _one(said: About, predicate: str) -> str:
    return min((value.value for value in said.get(predicate, ())), default="")


def _classes(said: About) -> list[str]:
    return sorted(node.value.removeprefix(DIP) for node in said.get(TYPE.value, ()))


def _entity(iri: str, said: About) -> EntityRecord:
    labels: dict[str, list[str]] = {"ar": [], "en": []}
    for label in said.get(LABEL.value, ()):
        if isinstance(label, Literal):
            labels.setdefault(label.language or "", []).append(label.value)
    kinds = [kind for kind in _classes(said) if kind in ENTITY_ANCESTORS]
    same = [node.value for node in said.get(OWL + "sameAs", ()) if node.value.startswith(WIKIDATA)]
    return EntityRecord(
        iri,
        max(kinds, key=lambda kind: (len(ENTITY_ANCESTORS[kind]), kind), default="Entity"),
        min(labels["ar"], default=""),
        min(labels["en"], default=""),
        min(same, default=""),
        _one(said, DIP + "country"),
    )
