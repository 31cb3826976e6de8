"""Entities: lists, one with all that is known of it, whom it deals with."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.graph.iri import WIKIDATA
from sifara.graph.vocabulary import ENTITY_ANCESTORS, ENTITY_CLASSES
from sifara.server import references
from sifara.server.api import base
from sifara.server.api.base import Json
from sifara.server.filters import event_filter, marks
from sifara.server.problems import Problem

ENTITY = "n.iri, n.ar, n.en, n.class"
_MEMBERS = 50
_PLACES = 200  # documents that are named for one office


@lru_cache(maxsize=1)
def coordinates() -> dict[str, Json]:
    """Return latitude and longitude in degrees by the IRI of Wikidata."""
    text = files("sifara.server").joinpath("coordinates.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    return {WIKIDATA + name: {"lat": float(lat), "lon": float(lon)} for name, lat, lon in rows}


def classes_below(names: list[str]) -> list[str]:
    """Return ``names`` with their subclasses."""
    return [n for n in ENTITY_CLASSES if n in names or set(ENTITY_ANCESTORS[n]) & set(names)]


async def entities(request: Request) -> Response:
    """List entities."""
    read = base.parameters(request)
    conditions, values = ["1"], list[object]()
    if classes := classes_below(read.names("class", (*ENTITY_CLASSES, "Actor", "Place", "Entity"))):
        conditions.append(f"n.class IN {marks(classes)}")
        values += classes
    if countries := read.iris("country"):
        conditions.append(f"c.iri IN {marks(countries)}")
        values += countries
    if (listed := read.truth("listed")) is not None:
        conditions.append("n.listed = ?")
        values.append(listed)
    if (linked := read.truth("linked")) is not None:
        conditions.append(f"n.wikidata IS {'NOT ' if linked else ''}NULL")
    orders = {"events": "n.events DESC", "documents": "n.documents DESC", "label": "COALESCE(n.ar, n.en)"}
    order = orders[read.choice("sort", tuple(orders))]
    limit, offset = read.page()
    source = f"FROM entities n LEFT JOIN entities c ON c.id = n.country WHERE {' AND '.join(conditions)}"

    def look(database: sqlite3.Connection) -> Json:
        [total] = database.execute(f"SELECT COUNT(*) {source}", values).fetchone()
        rows = database.execute(
            f"""SELECT {ENTITY}, c.iri, c.ar, c.en, c.class, n.events, n.documents {source}
            ORDER BY {order}, n.iri LIMIT ? OFFSET ?""",
            (*values, limit, offset),
        )
        items = [
            {
                "entity": references.entity(row[:4]),
                "country": references.entity(row[4:8]) if row[4] else None,
                "events": row[8],
                "documents": row[9],
            }
            for row in rows
        ]
        return base.page(items, total, limit, offset)

    return await base.from_index(request, look, read)


async def entity(request: Request) -> Response:
    """Tell all that is known of one entity."""
    read = base.parameters(request)
    iri = read.iri("iri")
    read.finish()
    shown = base.index(request)
    if (same := base.unchanged(request, shown)) is not None:
        return same
    found = await base.find(request, shown, lambda database: _entity(database, iri))
    if found is None:
        raise Problem(404, f"the store holds no entity {iri}")
    offices = await base.from_store(request, shown, {"do": "offices", "iri": iri, "most": _PLACES})

    def complete(database: sqlite3.Connection) -> list[Json]:
        known = references.entities(database, (office["of"] for office in offices if office["of"]))
        told = references.documents(database, (p["document"] for office in offices for p in office["documents"]))
        return [
            {
                **office,
                "of": known.get(office["of"]),
                "documents": [
                    {**p, "document": told[p["document"]]} for p in office["documents"] if p["document"] in told
                ],
            }
            for office in offices
        ]

    found["offices"] = await base.find(request, shown, complete)
    return base.answer(shown, found)


def _entity(database: sqlite3.Connection, iri: str) -> Json | None:
    row = database.execute(
        """SELECT n.id, n.iri, n.ar, n.en, n.class, n.wikidata, n.listed, n.events, n.documents, n.mentions,
          c.iri, c.ar, c.en, c.class FROM entities n LEFT JOIN entities c ON c.id = n.country WHERE n.iri = ?""",
        (iri,),
    ).fetchone()
    if row is None:
        return None
    number = row[0]
    aliases = database.execute(
        "SELECT DISTINCT name FROM names WHERE entity = ? AND alias ORDER BY folded, name", (number,)
    )
    holders = database.execute(
        f"""SELECT o.role, COUNT(DISTINCT o.document), {ENTITY} FROM offices o JOIN entities n ON n.id = o.person
        WHERE o.of = ? GROUP BY o.role, n.id ORDER BY 2 DESC, o.role, n.iri LIMIT {_MEMBERS}""",
        (number,),
    )
    members = database.execute(
        f"SELECT {ENTITY} FROM entities n WHERE n.country = ? ORDER BY n.documents DESC, n.iri LIMIT {_MEMBERS}",
        (number,),
    )
    [total] = database.execute("SELECT COUNT(*) FROM entities WHERE country = ?", (number,)).fetchone()
    joined = (
        "FROM events e JOIN roles r ON r.event = e.id WHERE r.entity = ? AND r.role NOT IN ('topic', 'attributedTo')"
    )
    by_role = "FROM events e JOIN roles r ON r.event = e.id WHERE r.entity = ?"
    first, last = database.execute(f"SELECT MIN(e.first), MAX(e.last) {joined}", (number,)).fetchone()

    def count(column: str, source: str) -> dict[str, int]:
        return dict(
            database.execute(
                f"SELECT {column}, COUNT(DISTINCT e.act) {source} GROUP BY 1 ORDER BY 2 DESC, 1", (number,)
            )
        )

    return {
        "iri": row[1],
        "label": references.label(row[1], row[2], row[3]),
        "class": row[4],
        "classes": [row[4], *ENTITY_ANCESTORS[row[4]]],
        "aliases": [name for (name,) in aliases],
        "country": references.entity(row[10:14]) if row[10] else None,
        "wikidata": row[5],
        "listed": bool(row[6]),
        "coordinates": coordinates().get(row[5] or ""),
        "offices": [],
        "holders": [
            {"role": role, "person": references.entity(tuple(rest)), "documents": documents}
            for role, documents, *rest in holders
        ],
        "members": {"total": total, "items": [references.entity(member) for member in members]},
        "counts": {
            "events": row[7],
            "documents": row[8],
            "mentions": row[9],
            "by_class": count("e.class", joined),
            "by_role": count("r.role", by_role),
            "by_status": count("e.status", joined),
        },
        "first": first,
        "last": last,
    }


async def contacts(request: Request) -> Response:
    """List whom an entity deals with."""
    read = base.parameters(request)
    iri = read.iri("iri")
    wanted = event_filter(read)
    limit, offset = read.page()

    def look(database: sqlite3.Connection) -> Json:
        row = database.execute("SELECT id FROM entities WHERE iri = ?", (iri,)).fetchone()
        if row is None:
            raise Problem(404, f"the store holds no entity {iri}")
        [number] = row
        source = f"""FROM (
            SELECT b AS other, event, CASE directed WHEN 1 THEN 'out' ELSE 'mutual' END AS way FROM pairs WHERE a = ?
            UNION ALL SELECT a, event, CASE directed WHEN 1 THEN 'in' ELSE 'mutual' END FROM pairs WHERE b = ?
          ) p JOIN events e ON e.id = p.event WHERE {wanted.where}"""
        values = [number, number, *wanted.values]
        [total] = database.execute(f"SELECT COUNT(DISTINCT p.other) {source}", values).fetchone()
        rows = database.execute(
            f"""SELECT p.other, COUNT(DISTINCT e.act), COUNT(DISTINCT e.document), COUNT(DISTINCT e.source),
              MIN({wanted.first}), MAX({wanted.last}) {source}
            GROUP BY p.other ORDER BY 2 DESC, 3 DESC, p.other LIMIT ? OFFSET ?""",
            (*values, limit, offset),
        ).fetchall()
        items = []
        for other, events, documents, sources, first, last in rows:
            split: dict[str, dict[Any, int]] = {
                column: dict(
                    database.execute(
                        f"""SELECT {column}, COUNT(DISTINCT e.act) {source} AND p.other = ?
                        GROUP BY 1 ORDER BY 2 DESC, 1""",
                        (*values, other),
                    )
                )
                for column in ("e.class", "p.way")
            }
            them = database.execute(f"SELECT {ENTITY} FROM entities n WHERE n.id = ?", (other,)).fetchone()
            items.append(
                {
                    "entity": references.entity(them),
                    "events": events,
                    "documents": documents,
                    "sources": sources,
                    "classes": split["e.class"],
                    **{way: split["p.way"].get(way, 0) for way in ("out", "in", "mutual")},
                    "first": first,
                    "last": last,
                }
            )
        return base.page(items, total, limit, offset)

    return await base.from_index(request, look, read)


async def places(request: Request) -> Response:
    """List where events took place."""
    read = base.parameters(request)
    wanted = event_filter(read)
    limit, offset = read.page()
    source = f"""FROM events e JOIN roles r ON r.event = e.id JOIN entities n ON n.id = r.entity
        LEFT JOIN entities c ON c.id = n.country
        WHERE {wanted.where} AND n.class IN ('City', 'Region', 'Country') AND (r.role = 'place' OR (
          r.role = 'target' AND e.class = 'Visit'
          AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.event = e.id AND o.role = 'place')))"""

    def look(database: sqlite3.Connection) -> Json:
        [total] = database.execute(f"SELECT COUNT(DISTINCT n.id) {source}", wanted.values).fetchone()
        rows = database.execute(
            f"""SELECT {ENTITY}, c.iri, c.ar, c.en, c.class, n.wikidata, COUNT(DISTINCT e.act),
              COUNT(DISTINCT e.document) {source} GROUP BY n.id ORDER BY 10 DESC, 11 DESC, n.iri LIMIT ? OFFSET ?""",
            (*wanted.values, limit, offset),
        )
        items = [
            {
                "entity": references.entity(row[:4]),
                "country": references.entity(row[4:8]) if row[4] else None,
                "coordinates": coordinates().get(row[8] or ""),
                "events": row[9],
                "documents": row[10],
            }
            for row in rows
        ]
        return base.page(items, total, limit, offset)

    return await base.from_index(request, look, read)


ROUTES = [
    Route("/entities", entities),
    Route("/entity", entity),
    Route("/contacts", contacts),
    Route("/places", places),
]
