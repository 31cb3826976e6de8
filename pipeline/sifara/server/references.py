"""How entities, documents and events are written wherever they are referred to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from sifara.server.spans import days

Json = dict[str, Any]
DOCUMENT = "d.iri, d.identifier, d.title, d.date, d.publisher"


def label(iri: str, arabic: str | None, english: str | None) -> Json:
    """Return the label of an entity; what has none is called by the last part of its IRI."""
    if arabic is None and english is None:
        english = unquote(iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2]) or iri
    return {"ar": arabic, "en": english}


def entity(row: tuple[Any, ...]) -> Json:
    """Return a reference from IRI, Arabic label, English label, class."""
    return {"iri": row[0], "label": label(row[0], row[1], row[2]), "class": row[3]}


def unknown(iri: str) -> Json:
    """Return a reference to something that is no entity of the store."""
    return {"iri": iri, "label": label(iri, None, None), "class": None}


def document(row: tuple[Any, ...]) -> Json:
    """Return a reference from the columns :data:`DOCUMENT`."""
    return {"iri": row[0], "id": row[1], "title": row[2], "date": row[3], "publisher": row[4]}


def date(value: str | None, basis: str | None) -> Json | None:
    """Return a date with the days that it covers, or ``None``."""
    covered = days(value) if value else None
    if value is None or covered is None:
        return None
    precision = {4: "year", 7: "month"}.get(len(value), "day")
    return {"value": value, "precision": precision, "from": covered[0], "to": covered[1], "basis": basis}


def entities(database: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, Json]:
    """Return references to the entities ``wanted`` by IRI; those that are none in the store among them."""
    found = {}
    for iri in sorted(set(wanted)):
        row = database.execute("SELECT iri, ar, en, class FROM entities WHERE iri = ?", (iri,)).fetchone()
        found[iri] = entity(row) if row else unknown(iri)
    return found


def documents(database: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, Json]:
    """Return references to the documents ``wanted`` that the store holds, by IRI."""
    found = {}
    for iri in sorted(set(wanted)):
        row = database.execute(f"SELECT {DOCUMENT} FROM documents d WHERE iri = ?", (iri,)).fetchone()
        if row:
            found[iri] = document(row)
    return found


def events(database: sqlite3.Connection, rows: list[tuple[Any, ...]]) -> list[Json]:
    """Return summaries of events from their numbers, in that order."""
    found = []
    for (number,) in rows:
        row = database.execute(
            f"""SELECT e.iri, e.class, e.status, e.confidence, e.date, e.basis, e.until, e.canonical, e.sentence,
              {DOCUMENT}
            FROM events e JOIN documents d ON d.id = e.document WHERE e.id = ?""",
            (number,),
        ).fetchone()
        roles = database.execute(
            """SELECT r.role, n.iri, n.ar, n.en, n.class FROM roles r JOIN entities n ON n.id = r.entity
            WHERE r.event = ?
            ORDER BY instr('participant agent target object place topic attributedTo', r.role), n.iri""",
            (number,),
        )
        found.append(
            {
                "iri": row[0],
                "class": row[1],
                "status": row[2],
                "confidence": row[3],
                "date": date(row[4], row[5]),
                "until": row[6],
                "canonical": row[7],
                "document": document(row[9:]),
                "roles": [{"role": role, "entity": entity(tuple(rest))} for role, *rest in roles],
                "sentence": row[8],
            }
        )
    return found
