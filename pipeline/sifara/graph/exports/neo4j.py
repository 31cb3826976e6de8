"""Nodes and edges as CSV with the headers of ``neo4j-admin database import``."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from sifara.graph.exports.model import EventRecord, Records
from sifara.graph.exports.source import Source
from sifara.graph.iri import ID
from sifara.graph.vocabulary import ENTITY_ANCESTORS, EVENTS

_HEADERS = {
    "entities": ("id:ID(Entity)", "iri", "name_ar", "name_en", "wikidata", ":LABEL"),
    "documents": ("id:ID(Document)", "iri", "name", "title", "date:date", "publisher", "source", ":LABEL"),
    "events": (
        *("id:ID(Event)", "iri", "class", "status", "date", "date_basis", "start:date", "end:date", "duration"),
        *("content", "confidence:double", "sentence", "trigger", "canonical", ":LABEL"),
    ),
    "roles": (":START_ID(Event)", ":END_ID(Entity)", ":TYPE"),
    "reported": (":START_ID(Event)", ":END_ID(Document)", ":TYPE"),
    "dealings": (
        *(":START_ID(Entity)", ":END_ID(Entity)", "event", "class", "status", "date", "start:date", "end:date"),
        ":TYPE",
    ),
}


def write(source: Source, out: Path) -> int:
    """Write nodes and edges to the folder ``out``; return the number of events.

    ``dealings`` has an edge of the type of the event (MEETING, SANCTION, …) between each two who deal with each
    other; ``roles`` joins each event to those in it.
    """
    records = Records(source)
    rows: dict[str, list[tuple[str, ...]]] = {name: [] for name in _HEADERS}
    count = 0
    used: set[str] = set()
    for document, events in records.read():
        about = (document.id, document.title, _full(document.date), document.publisher, document.source)
        rows["documents"].append((_id(document.iri), document.iri, *about, "Document"))
        for event in events:
            count += 1
            rows["events"].append(_event(event))
            rows["reported"].append((_id(event.iri), _id(document.iri), "REPORTED_IN"))
            links = [(role, iri) for role, iris in event.roles.items() for iri in iris]
            links += [("topic", iri) for iri in event.topics]
            links += [("attributed_to", event.attributed)] if event.attributed else []
            rows["roles"] += [(_id(event.iri), _id(iri), role.upper()) for role, iri in links]
            used.update(iri for _, iri in links)
            when = (event.date, _full(event.start), _full(event.end))
            for one, other in event.pairs():
                said = (_id(event.iri), event.kind, event.status)
                rows["dealings"].append((_id(one), _id(other), *said, *when, _relation(event.kind)))
    for iri in sorted(records.entities.keys() | used):
        entity = records.entity(iri)
        classes = dict.fromkeys((entity.kind, *ENTITY_ANCESTORS.get(entity.kind, ())))
        names = (entity.arabic, entity.english, entity.wikidata)
        rows["entities"].append((_id(iri), iri, *names, ";".join(classes)))
    for name, header in _HEADERS.items():
        _table(out / f"{name}.csv", header, rows[name])
    return count


def _event(event: EventRecord) -> tuple[str, ...]:
    kind = EVENTS.get(event.kind)
    labels = dict.fromkeys((event.kind, *(kind.ancestors if kind else ()), "Event"))
    times = (event.date, event.basis, _full(event.start), _full(event.end), event.duration)
    said = (event.content, event.confidence, event.sentence, event.trigger, _id(event.canonical))
    return (_id(event.iri), event.iri, event.kind, event.status, *times, *said, ";".join(labels))


def _table(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        # Without --multiline-fields the importer reads a line for a row.
        writer.writerows([" ".join(cell.split()) for cell in row] for row in rows)


def _full(date: str) -> str:
    """Return a day, which is the only date that Neo4j's type has; nothing for a month or a year."""
    return date if len(date) == 10 and date[0] != "-" else ""


def _id(iri: str) -> str:
    return iri.removeprefix(ID)


def _relation(kind: str) -> str:
    """Return the name of a class as a type of edges: ``PhoneCall`` becomes ``PHONE_CALL``."""
    return "".join(f"_{char}" if char.isupper() and index else char for index, char in enumerate(kind)).upper()
