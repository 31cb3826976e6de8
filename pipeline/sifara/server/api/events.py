"""Events and documents: lists, and one of each with everything that the store knows of it."""

from __future__ import annotations

import sqlite3
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.server import references
from sifara.server.api import base
from sifara.server.api.base import Json
from sifara.server.filters import event_filter, marks
from sifara.server.problems import Problem
from sifara.server.words import match


async def events(request: Request) -> Response:
    """List events."""
    read = base.parameters(request)
    wanted = event_filter(read)
    if between := read.iris("between"):
        if len(between) != 2:
            raise Problem(400, f"found between {len(between)} times; expected two different entities")
        wanted.add(
            """e.id IN (SELECT p.event FROM pairs p JOIN entities a ON a.id = p.a JOIN entities b ON b.id = p.b
            WHERE (a.iri = ? AND b.iri = ?) OR (a.iri = ? AND b.iri = ?))""",
            *between,
            *reversed(between),
        )
    orders = {
        "-date": f"{wanted.first} IS NULL, {wanted.first} DESC, e.told_first DESC",
        "date": f"{wanted.first} IS NULL, {wanted.first}, e.told_first",
        "confidence": "e.confidence DESC",
    }
    order = orders[read.choice("sort", tuple(orders))]
    limit, offset = read.page()

    def look(database: sqlite3.Connection) -> Json:
        [total] = database.execute(f"SELECT COUNT(*) FROM events e WHERE {wanted.where}", wanted.values).fetchone()
        rows = database.execute(
            f"""SELECT e.id FROM events e WHERE {wanted.where}
            ORDER BY {order}, e.document, e.position, e.iri LIMIT ? OFFSET ?""",
            (*wanted.values, limit, offset),
        ).fetchall()
        return base.page(references.events(database, rows), total, limit, offset)

    return await base.from_index(request, look, read)


async def documents(request: Request) -> Response:
    """List documents."""
    read = base.parameters(request)
    conditions, values = ["1"], list[object]()
    if publishers := read.all("publisher"):
        conditions.append(f"d.publisher IN {marks(publishers)}")
        values += publishers
    if (first := read.day("from")) is not None:
        conditions.append("d.date >= ?")
        values.append(first)
    if (last := read.day("to", end=True)) is not None:
        conditions.append("d.date <= ?")
        values.append(last)
    if (words := read.one("q")) is not None:
        conditions.append("d.id IN (SELECT rowid FROM found_titles WHERE found_titles MATCH ?)")
        values.append(match(words) or '""')
    orders = {"-date": "d.date DESC", "date": "d.date", "events": "d.events DESC"}
    order = orders[read.choice("sort", tuple(orders))]
    limit, offset = read.page()
    source = f"FROM documents d WHERE {' AND '.join(conditions)}"

    def look(database: sqlite3.Connection) -> Json:
        [total] = database.execute(f"SELECT COUNT(*) {source}", values).fetchone()
        rows = database.execute(
            f"SELECT {references.DOCUMENT}, d.events {source} ORDER BY {order}, d.iri LIMIT ? OFFSET ?",
            (*values, limit, offset),
        )
        items = [{"document": references.document(row[:5]), "events": row[5]} for row in rows]
        return base.page(items, total, limit, offset)

    return await base.from_index(request, look, read)


def _entities_of(event: Json) -> set[str]:
    named = {argument["entity"] for argument in event["arguments"]} | set(event["topics"]) | {event["attributed_to"]}
    return {iri for iri in named if iri is not None}


def _completed(event: Json, known: dict[str, Json]) -> Json:
    """Put references to entities in place of their IRIs, and the date as the API writes it."""
    basis = event.pop("date_basis")
    attributed = event["attributed_to"]
    return {
        **event,
        "date": references.date(event["date"], basis),
        "attributed_to": known[attributed] if attributed else None,
        "topics": [known[iri] for iri in event["topics"]],
        "arguments": [{**a, "entity": known[a["entity"]]} for a in event["arguments"] if a["entity"] in known],
    }


async def event(request: Request) -> Response:
    """Tell all that is known of one event."""
    found, shown = await _from_graph(request, "event")

    def complete(database: sqlite3.Connection) -> Json:
        about = found["document"]
        versions = {name: about.pop(name) for name in ("program_version", "lexicon_version")}
        told = references.documents(database, [about["iri"]])
        same: list[tuple[Any, ...]] = []
        if found["canonical"]:
            same = database.execute(
                f"""SELECT e.iri, {references.DOCUMENT} FROM events e JOIN documents d ON d.id = e.document
                WHERE e.canonical = ? AND e.iri != ? ORDER BY d.date, e.iri""",
                (found["canonical"], found["iri"]),
            ).fetchall()
        return {
            **_completed(found, references.entities(database, _entities_of(found))),
            "document": told.get(about["iri"])
            or {key: about[key] for key in ("iri", "id", "title", "date", "publisher")},
            "same_events": [{"event": row[0], "document": references.document(row[1:])} for row in same],
            **versions,
        }

    return base.answer(shown, await base.find(request, shown, complete)) if found else _not_modified(request, shown)


async def document(request: Request) -> Response:
    """Tell all that is known of one document."""
    found, shown = await _from_graph(request, "document")

    def complete(database: sqlite3.Connection) -> Json:
        wanted = {iri for event in found["events"] for iri in _entities_of(event)}
        wanted.update(iri for mention in found["mentions"] for iri in mention["entities"])
        wanted.update(office[key] for office in found["offices"] for key in ("person", "of") if office[key])
        known = references.entities(database, wanted)
        return {
            **found,
            "mentions": [{**m, "entities": [known[iri] for iri in m["entities"]]} for m in found["mentions"]],
            "offices": [{**o, "person": known.get(o["person"]), "of": known.get(o["of"])} for o in found["offices"]],
            "events": [_completed(event, known) for event in found["events"]],
        }

    return base.answer(shown, await base.find(request, shown, complete)) if found else _not_modified(request, shown)


async def _from_graph(request: Request, kind: str) -> tuple[Any, Any]:
    """Return what a worker found, or nothing if the client has it already; and the index."""
    read = base.parameters(request)
    iri = read.iri("iri")
    read.finish()
    shown = base.index(request)
    if base.unchanged(request, shown) is not None:
        return None, shown
    return await base.from_store(request, shown, {"do": kind, "iri": iri}), shown


def _not_modified(request: Request, shown: Any) -> Response:
    response = base.unchanged(request, shown)
    assert response is not None
    return response


ROUTES = [
    Route("/events", events),
    Route("/event", event),
    Route("/documents", documents),
    Route("/document", document),
]
