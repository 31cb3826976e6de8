"""Counts: of the whole store, over time, by facets."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.server import references
from sifara.server.api import base
from sifara.server.api.base import Json
from sifara.server.filters import Filter, event_filter

_Acts = defaultdict[str, set[str]]
_OF_PARTIES = ("entity_class", "actor", "country")
_FACETS = ("class", "status", "date_basis", "year", "publisher", *_OF_PARTIES)
_LENGTHS = {"month": 7, "day": 10, "year": 4}


async def stats(request: Request) -> Response:
    """Count what the store holds."""
    read = base.parameters(request)
    shown = base.index(request)

    def look(database: sqlite3.Connection) -> Json:
        def one(query: str) -> Any:
            return database.execute(query).fetchone()[0]

        return {
            "version": shown.version,
            "quads": shown.quads,
            "documents": one("SELECT COUNT(*) FROM documents"),
            "entities": one("SELECT COUNT(*) FROM entities"),
            "events": one("SELECT COUNT(*) FROM events"),
            "dated": one("SELECT COUNT(date) FROM events"),
            "canonical": one("SELECT COUNT(DISTINCT canonical) FROM events"),
            "linked": one("SELECT COUNT(wikidata) FROM entities"),
            "publishers": one("SELECT COUNT(DISTINCT publisher) FROM documents"),
            "first": one("SELECT MIN(first) FROM events"),
            "last": one("SELECT MAX(last) FROM events"),
        }

    return await base.from_index(request, look, read)


async def timeline(request: Request) -> Response:
    """Count events by day, month or year."""
    read = base.parameters(request)
    wanted = event_filter(read)
    interval = read.choice("interval", tuple(_LENGTHS))
    by = read.choice("by", ("none", "class", "status"))
    period = f"SUBSTR({wanted.date}, 1, {_LENGTHS[interval]})"
    source = f"FROM events e WHERE {wanted.where}"

    def look(database: sqlite3.Connection) -> Json:
        total, dated = database.execute(
            f"""SELECT COUNT(DISTINCT e.act), COUNT(DISTINCT CASE WHEN {wanted.date} IS NOT NULL THEN e.act END)
            {source}""",
            wanted.values,
        ).fetchone()
        buckets: dict[str, Json] = {}
        for value, events, documents in database.execute(
            f"""SELECT {period}, COUNT(DISTINCT e.act), COUNT(DISTINCT e.document) {source}
            AND {wanted.date} IS NOT NULL GROUP BY 1""",
            wanted.values,
        ):
            covered = references.date(value, None)
            assert covered is not None  # the index keeps no other dates
            buckets[value] = {
                "period": value,
                **{name: covered[name] for name in ("precision", "from", "to")},
                "events": events,
                "documents": documents,
                **({} if by == "none" else {"split": {}}),
            }
        if by != "none":
            for value, name, events in database.execute(
                f"""SELECT {period}, e.{by}, COUNT(DISTINCT e.act) {source} AND {wanted.date} IS NOT NULL
                GROUP BY 1, 2 ORDER BY 3 DESC, 2""",
                wanted.values,
            ):
                buckets[value]["split"][name] = events
        ordered = sorted(buckets.values(), key=lambda bucket: (bucket["from"], bucket["to"]))
        return {
            "interval": interval,
            "when": "document" if wanted.by_document else "event",
            "total": total,
            "undated": total - dated,
            "buckets": ordered,
        }

    return await base.from_index(request, look, read)


async def facets(request: Request) -> Response:
    """Count events by what one may filter with next."""
    read = base.parameters(request)
    wanted = event_filter(read)
    limit = read.whole("limit", 50, 1, 1000)
    only = read.names("of", _FACETS) or list(_FACETS)
    events = f"FROM events e WHERE {wanted.where}"
    sources = {
        "class": ("e.class", events),
        "status": ("e.status", events),
        "date_basis": ("e.basis", f"{events} AND e.basis IS NOT NULL"),
        "year": (f"SUBSTR({wanted.date}, 1, 4)", f"{events} AND {wanted.date} IS NOT NULL"),
        "publisher": (
            "d.publisher",
            f"FROM events e JOIN documents d ON d.id = e.document WHERE {wanted.where} AND d.publisher IS NOT NULL",
        ),
    }

    def look(database: sqlite3.Connection) -> Json:
        [total] = database.execute(f"SELECT COUNT(DISTINCT e.act) {events}", wanted.values).fetchone()
        found: dict[str, list[Json]] = {}
        for name, (column, source) in ((name, sources[name]) for name in sources if name in only):
            rows = database.execute(
                f"SELECT {column}, COUNT(DISTINCT e.act) {source} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
                (*wanted.values, limit),
            ).fetchall()
            found[name] = [{"value": value, "count": count} for value, count in rows]
        parties = _of_parties(database, wanted) if {*only} & {*_OF_PARTIES} else {}
        for name, counts in parties.items():
            ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            found[name] = [{"value": value, "count": count} for value, count in ordered[:limit]]
        for name in {"actor", "country"} & {*parties}:
            known = references.entities(database, (item["value"] for item in found[name]))
            found[name] = [
                {"value": item["value"], "entity": known[item["value"]], "count": item["count"]} for item in found[name]
            ]
        return {"total": total, "facets": {name: found[name] for name in _FACETS if name in only}}

    return await base.from_index(request, look, read)


def _of_parties(database: sqlite3.Connection, wanted: Filter) -> dict[str, dict[str, int]]:
    """Count the events of each class of entities, actor and country: in one pass, since all need the same long join."""
    iris: dict[int, str] = {}
    kinds: dict[int, str] = {}
    of: dict[int, int] = {}
    for number, iri, kind, country in database.execute("SELECT id, iri, class, country FROM entities"):
        iris[number], kinds[number] = iri, kind
        of[number] = number if kind == "Country" else country
    classes: _Acts = defaultdict(set)
    actors: _Acts = defaultdict(set)
    countries: _Acts = defaultdict(set)
    for act, entity, acting in database.execute(
        f"""SELECT e.act, r.entity, r.role IN ('agent', 'participant') FROM events e JOIN roles r ON r.event = e.id
        WHERE {wanted.where} AND r.role NOT IN ('topic', 'attributedTo')""",
        wanted.values,
    ):
        classes[kinds[entity]].add(act)
        if acting:
            actors[iris[entity]].add(act)
        if (country := of[entity]) is not None:
            countries[iris[country]].add(act)
    counted = {"entity_class": classes, "actor": actors, "country": countries}
    return {name: {value: len(acts) for value, acts in found.items()} for name, found in counted.items()}


ROUTES = [Route("/stats", stats), Route("/timeline", timeline), Route("/facets", facets)]
