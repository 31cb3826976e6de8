"""What is the same for every store: the ontology, the named queries, the description of the API."""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from importlib.resources import files
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sifara import queries as named
from sifara.errors import QueryError
from sifara.graph.iri import DIP
from sifara.graph.terms import RDFS
from sifara.graph.vocabulary import (
    ARGUMENT_ROLES,
    DATE_BASES,
    ENTITY_ANCESTORS,
    ENTITY_CLASSES,
    EVENTS,
    FILES,
    ROLES,
    STATUSES,
    folder,
)
from sifara.server import references, scan
from sifara.server.api import base
from sifara.server.api.base import Json
from sifara.server.problems import Problem

_VARIABLE = "var."


@lru_cache(maxsize=1)
def _ontology() -> Json:
    words: dict[str, dict[str, Json]] = {}
    path = folder() / FILES[0]
    for quad in parse(path.read_bytes(), format=RdfFormat.TURTLE):
        name = {RDFS + "label": "label", RDFS + "comment": "comment"}.get(quad.predicate.value)
        if name and isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and quad.object.language:
            about = words.setdefault(quad.subject.value.removeprefix(DIP), {})
            about.setdefault(name, {"ar": None, "en": None})[quad.object.language] = quad.object.value

    def described(name: str) -> Json:
        none = {"ar": None, "en": name}
        about = words.get(name, {})
        return {
            "name": name,
            "label": about.get("label", none),
            "comment": about.get("comment", {"ar": None, "en": None}),
        }

    return {
        "event_classes": [
            {
                **described(name),
                "parent": kind.ancestors[0] if kind.ancestors else None,
                "symmetric": kind.symmetric,
                "direct": kind.direct,
                "plover": kind.plover,
                "cameo": kind.cameo,
            }
            for name, kind in EVENTS.items()
        ],
        "entity_classes": [{**described(name), "parent": ENTITY_ANCESTORS[name][0]} for name in ENTITY_CLASSES],
        "roles": [described(name) for name in (*ARGUMENT_ROLES, "topic", "attributedTo")],
        "offices": [described(name) for name in ROLES],
        "statuses": [described(name) for name in STATUSES],
        "date_bases": [described(name) for name in DATE_BASES],
    }


async def ontology(request: Request) -> Response:
    """Tell the classes, roles and so on, with their names in both languages."""
    read = base.parameters(request)
    read.finish()
    shown = base.index(request)
    return base.unchanged(request, shown) or base.answer(shown, _ontology())


async def queries(request: Request) -> Response:
    """List the named queries."""
    read = base.parameters(request)
    read.finish()
    shown = base.index(request)
    items = [
        {"name": q.name, "question": list(q.question), "variables": q.variables, "text": q.text}
        for q in _named().values()
    ]
    return base.unchanged(request, shown) or base.answer(shown, {"items": items})


def _named() -> dict[str, named.NamedQuery]:
    """Return the named queries that a server answers: none that would ask another one."""
    try:
        return {name: query for name, query in named.named().items() if not scan.service(query.text)}
    except FileNotFoundError:
        return {}


async def query(request: Request) -> Response:
    """Run a named query, with values for its variables."""
    read = base.parameters(request)
    name = request.path_params["name"]
    found = _named().get(name)
    if found is None:
        raise Problem(404, f"there is no query {name[:80]!r}; /api/queries lists those that there are")
    values = {v: value for v in found.variables if (value := read.one(_VARIABLE + v)) is not None}
    limit, offset = read.page()
    read.finish()
    try:
        text = named.substitute(found.text, values)
    except QueryError as error:
        raise Problem(400, str(error)) from None
    shown = base.index(request)
    if (same := base.unchanged(request, shown)) is not None:
        return same
    result: Json = await base.from_store(
        request, shown, {"do": "rows", "rows": limit, "offset": offset}, text.encode("utf-8", "backslashreplace")
    )
    if result["kind"] == "select":
        result |= {"limit": limit, "offset": offset}
        await base.find(request, shown, lambda database: _label(database, result["rows"]))
    return base.answer(shown, {"name": name, **result})


def _label(database: sqlite3.Connection, rows: list[list[dict[str, Any] | None]]) -> None:
    """Put labels to the entities in ``rows``."""
    cells = [cell for row in rows for cell in row if cell is not None and cell["type"] == "uri"]
    known = references.entities(database, (cell["value"] for cell in cells))
    for cell in cells:
        if known[cell["value"]]["class"] is not None:
            cell["label"] = known[cell["value"]]["label"]


@lru_cache(maxsize=1)
def _description() -> Json:
    import yaml

    text = files("sifara.server").joinpath("openapi.yaml").read_text("utf-8")
    found: Json = yaml.safe_load(text)
    return found


async def openapi(_: Request) -> Response:
    """Describe the API in OpenAPI 3.1."""
    return JSONResponse(_description(), headers={"Cache-Control": "no-cache"})


ROUTES = [
    Route("/ontology", ontology),
    Route("/queries", queries),
    Route("/queries/{name}", query),
    Route("/openapi.json", openapi),
]
