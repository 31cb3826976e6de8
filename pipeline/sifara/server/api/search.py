"""Search by words, over the folded names of entities, titles of documents and sentences of events."""

from __future__ import annotations

import sqlite3

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.graph.vocabulary import ENTITY_CLASSES
from sifara.server import references
from sifara.server.api import base
from sifara.server.api.base import Json
from sifara.server.api.entities import ENTITY, classes_below
from sifara.server.filters import marks
from sifara.server.words import fold, match


async def search(request: Request) -> Response:
    """Find entities, documents or events by words."""
    read = base.parameters(request)
    words = read.one("q") or ""
    kind = read.choice("type", ("entity", "document", "event"))
    classes = classes_below(read.names("class", (*ENTITY_CLASSES, "Actor", "Place", "Entity")))
    limit, offset = read.page()
    expression = match(words)

    def look(database: sqlite3.Connection) -> Json:
        total, items = 0, list[Json]()
        if expression is not None:
            finder = {"entity": _find_entities, "document": _find_documents, "event": _find_events}[kind]
            total, items = finder(database, expression, fold(words), classes, limit, offset)
        return {"q": words, "type": kind, **base.page(items, total, limit, offset)}

    return await base.from_index(request, look, read)


Found = tuple[int, list[Json]]


def _find_entities(
    database: sqlite3.Connection, expression: str, folded: str, classes: list[str], limit: int, offset: int
) -> Found:
    narrow = f"AND n.class IN {marks(classes)}" if classes else ""
    source = f"""FROM found_names f JOIN names m ON m.rowid = f.rowid JOIN entities n ON n.id = m.entity
        WHERE found_names MATCH ? {narrow}"""
    [total] = database.execute(f"SELECT COUNT(DISTINCT n.id) {source}", (expression, *classes)).fetchone()
    # Of the names of one entity the best stands in its row: SQLite takes the others of MIN() from its row.
    rows = database.execute(
        f"""SELECT {ENTITY}, m.name, n.events, n.documents,
          MIN(CASE WHEN m.folded = ? THEN 0 WHEN m.folded GLOB ? THEN 1 ELSE 2 END * 2 + m.alias) AS rank {source}
        GROUP BY n.id ORDER BY rank / 2 > 0, n.documents DESC, rank, n.events DESC, n.iri LIMIT ? OFFSET ?""",
        (folded, folded.replace("[", "") + "*", expression, *classes, limit, offset),
    )
    return total, [
        {"entity": references.entity(row[:4]), "matched": row[4], "events": row[5], "documents": row[6]} for row in rows
    ]


def _find_documents(
    database: sqlite3.Connection, expression: str, _: str, __: list[str], limit: int, offset: int
) -> Found:
    source = "FROM found_titles f JOIN documents d ON d.id = f.rowid WHERE found_titles MATCH ?"
    [total] = database.execute(f"SELECT COUNT(*) {source}", (expression,)).fetchone()
    rows = database.execute(
        f"SELECT {references.DOCUMENT}, d.events {source} ORDER BY d.date DESC, d.iri LIMIT ? OFFSET ?",
        (expression, limit, offset),
    )
    return total, [{"document": references.document(row[:5]), "events": row[5]} for row in rows]


def _find_events(
    database: sqlite3.Connection, expression: str, _: str, __: list[str], limit: int, offset: int
) -> Found:
    source = "FROM found_sentences f JOIN events e ON e.id = f.rowid WHERE found_sentences MATCH ?"
    [total] = database.execute(f"SELECT COUNT(*) {source}", (expression,)).fetchone()
    rows = database.execute(
        f"SELECT e.id {source} ORDER BY e.told DESC, e.document, e.position, e.iri LIMIT ? OFFSET ?",
        (expression, limit, offset),
    ).fetchall()
    return total, references.events(database, rows)


ROUTES = [Route("/search", search)]
