"""The network around entities: nodes, and edges that join what many events say."""

from __future__ import annotations

import sqlite3
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.server import references
from sifara.server.api import base
from sifara.server.api.base import Json
from sifara.server.filters import Filter, event_filter
from sifara.server.problems import Problem

_MOST_CENTRES = 50


class _Network:
    """Reads one network from the index. The table ``chosen`` holds its nodes with their distance."""

    def __init__(self, database: sqlite3.Connection, wanted: Filter, min_sources: int) -> None:
        self.database = database
        self.wanted = wanted
        self.min_sources = min_sources
        database.execute("CREATE TEMP TABLE chosen (id INTEGER PRIMARY KEY, depth INTEGER NOT NULL)")
        database.execute("CREATE TEMP TABLE met (id INTEGER PRIMARY KEY)")  # neighbours, with those that found no room

    def _edges(self, columns: str, near: str, group: str) -> tuple[str, list[object]]:
        """Return the query for edges, of which enough sources tell, between the nodes that ``near`` asks for."""
        text = f"""SELECT {columns} FROM pairs p JOIN events e ON e.id = p.event
            WHERE {near} AND {self.wanted.where} GROUP BY {group}
            HAVING COUNT(DISTINCT e.source) >= ?"""
        return text, [*self.wanted.values, self.min_sources]

    def add(self, depth: int, most: int) -> int:
        """Add the strongest ``most`` neighbours of what is chosen (at depth 0: of all); return how many there are."""
        if depth == 0:
            near = "1"
            ends = "SELECT a AS other, n FROM edges UNION ALL SELECT b, n FROM edges"
        else:
            near = "(p.a IN (SELECT id FROM chosen) OR p.b IN (SELECT id FROM chosen))"
            ends = """SELECT b AS other, n FROM edges WHERE a IN (SELECT id FROM chosen)
                UNION ALL SELECT a, n FROM edges WHERE b IN (SELECT id FROM chosen)"""
        edges, values = self._edges("p.a, p.b, COUNT(DISTINCT e.act) AS n", near, "p.a, p.b, p.directed")
        found = self.database.execute(
            f"""WITH edges AS ({edges}), ends AS ({ends})
            SELECT other FROM ends WHERE other NOT IN (SELECT id FROM chosen) AND other NOT IN (SELECT id FROM met)
            GROUP BY other ORDER BY SUM(n) DESC, other""",
            values,
        ).fetchall()
        self.database.executemany("INSERT INTO met VALUES (?)", found)
        self.database.executemany("INSERT INTO chosen VALUES (?, ?)", [(row[0], depth) for row in found[:most]])
        return len(found)

    def nodes(self) -> list[Json]:
        """Return the chosen nodes, nearest first."""
        rows = self.database.execute(
            f"""SELECT n.iri, n.ar, n.en, n.class, c.iri, s.depth, (
                SELECT COUNT(DISTINCT e.act) FROM roles r JOIN events e ON e.id = r.event
                WHERE r.entity = n.id AND r.role NOT IN ('topic', 'attributedTo') AND {self.wanted.where}) AS events
            FROM chosen s JOIN entities n ON n.id = s.id LEFT JOIN entities c ON c.id = n.country
            ORDER BY s.depth, events DESC, n.iri""",
            self.wanted.values,
        )
        return [{**references.entity(row[:4]), "country": row[4], "events": row[6], "depth": row[5]} for row in rows]

    def edges(self) -> list[Json]:
        """Return all edges between chosen nodes, strongest first."""
        inside = "p.a IN (SELECT id FROM chosen) AND p.b IN (SELECT id FROM chosen)"
        text, values = self._edges(
            f"""p.a, p.b, p.directed, COUNT(DISTINCT e.act) AS n, COUNT(DISTINCT e.document) AS d,
            COUNT(DISTINCT e.source) AS s, MIN({self.wanted.first}) AS first, MAX({self.wanted.last}) AS last""",
            inside,
            "p.a, p.b, p.directed",
        )
        rows = self.database.execute(
            f"""WITH edges AS ({text}) SELECT edges.a, edges.b, a.iri, b.iri, directed, n, d, s, first, last FROM edges
            JOIN entities a ON a.id = edges.a JOIN entities b ON b.id = edges.b
            ORDER BY n DESC, a.iri, b.iri, directed""",
            values,
        ).fetchall()
        split: dict[str, dict[tuple[int, ...], dict[str, int]]] = {"class": {}, "status": {}}
        for column, counts in split.items():
            for a, b, directed, value, count in self.database.execute(
                f"""SELECT p.a, p.b, p.directed, e.{column}, COUNT(DISTINCT e.act) FROM pairs p
                JOIN events e ON e.id = p.event WHERE {inside} AND {self.wanted.where}
                GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 4""",
                self.wanted.values,
            ):
                counts.setdefault((a, b, directed), {})[value] = count
        return [
            {
                "source": row[2],
                "target": row[3],
                "directed": bool(row[4]),
                "events": row[5],
                "documents": row[6],
                "sources": row[7],
                "classes": split["class"][row[0], row[1], row[4]],
                "statuses": split["status"][row[0], row[1], row[4]],
                "first": row[8],
                "last": row[9],
            }
            for row in rows
        ]


async def neighbourhood(request: Request) -> Response:
    """Tell the network around some entities, or the busiest part of the whole."""
    read = base.parameters(request)
    centre = read.iris("iri")
    wanted = event_filter(read)
    depth = read.whole("depth", 1, 1, 2)
    min_sources = read.whole("min_sources", 1, 1, 1000)
    limit = read.whole("limit", 100, 1, 500)
    if len(centre) > min(limit, _MOST_CENTRES):
        raise Problem(400, f"found iri {len(centre)} times; expected at most limit={limit} times")

    def look(database: sqlite3.Connection) -> Json:
        network = _Network(database, wanted, min_sources)
        for iri in centre:
            row: tuple[Any, ...] | None = database.execute("SELECT id FROM entities WHERE iri = ?", (iri,)).fetchone()
            if row is None:
                raise Problem(404, f"the store holds no entity {iri}")
            database.execute("INSERT INTO chosen VALUES (?, 0)", row)
        if centre:
            room = limit - len(centre)
            nearest = room if depth == 1 else (room + 1) // 2
            there = network.add(1, nearest)
            taken, total = min(there, nearest), len(centre) + there
            if depth == 2:
                total += network.add(2, room - taken)
        else:
            total = network.add(0, limit)
        nodes = network.nodes()
        return {
            "centre": centre,
            "truncated": len(nodes) < total,
            "total_nodes": total,
            "nodes": nodes,
            "edges": network.edges(),
        }

    return await base.from_index(request, look, read)


ROUTES = [Route("/neighbourhood", neighbourhood)]
