"""A table of events for spreadsheets: one row each, names in Arabic and English."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from sifara.graph.exports.model import ROLES, EventRecord, Records, class_labels
from sifara.graph.exports.source import Source
from sifara.graph.iri import ID

#: A spreadsheet takes a cell that begins so for a formula, which may run a program or send data away.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_SEPARATOR = " | "

COLUMNS = (
    *("event", "class", "class_ar", "class_en", "status", "status_ar", "date", "date_basis", "until", "duration"),
    *(f"{role}_{language}" for role in ROLES for language in ("ar", "en")),
    *("topic_ar", "topic_en", "content", "attributed_to_ar", "attributed_to_en", "confidence", "trigger", "sentence"),
    *("document", "title", "published", "publisher", "source", "same_event"),
)


def events(source: Source, out: Path) -> int:
    """Write the events of all documents as CSV; return their number.

    UTF-8 with a byte order mark and lines that end in CR LF, as spreadsheets expect. Cells that would be taken for
    a formula begin with an apostrophe.
    """
    records = Records(source)
    labels = class_labels()
    count = 0
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for document, found in records.read():
            for event in found:
                about = (document.id, document.title, document.date, document.publisher, document.source)
                writer.writerow(map(safe, (*_cells(event, records, labels), *about, _short(event.canonical))))
                count += 1
    return count


def safe(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula, on one line.

    >>> safe("=HYPERLINK(1)"), safe("a\\nb"), safe("2021-05-19")
    ("'=HYPERLINK(1)", 'a b', '2021-05-19')
    """
    line = " ".join(cell.split())
    return f"'{line}" if cell.startswith(_FORMULA) or line.startswith(_FORMULA) else line


def _cells(event: EventRecord, records: Records, labels: dict[str, dict[str, str]]) -> Iterable[str]:
    kind, status = labels.get(event.kind, {}), labels.get(event.status, {})
    yield from (_short(event.iri), event.kind, kind.get("ar", ""), kind.get("en", ""))
    yield from (event.status, status.get("ar", ""), event.date, event.basis, event.until, event.duration)
    for role in ROLES:
        yield from _names(event.roles.get(role, ()), records)
    yield from _names(event.topics, records)
    yield event.content
    yield from _names((event.attributed,) if event.attributed else (), records)
    yield from (event.confidence, event.trigger, event.sentence)


def _names(iris: Iterable[str], records: Records) -> tuple[str, str]:
    """Return the names of entities in Arabic and in English; the other language, or the id, where one is missing."""
    found = [records.entity(iri) for iri in iris]
    spare = {entity.iri: entity.iri.removeprefix(ID) for entity in found}
    arabic = (entity.arabic or entity.english or spare[entity.iri] for entity in found)
    english = (entity.english or entity.arabic or spare[entity.iri] for entity in found)
    return _SEPARATOR.join(arabic), _SEPARATOR.join(english)


def _short(iri: str) -> str:
    return iri.removeprefix(ID)
