"""SPARQL 1.1 Protocol at ``/sparql``: queries, updates, and the service description."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.server import negotiate, scan
from sifara.server.api import base
from sifara.server.description import describe
from sifara.server.parameters import absolute_iri
from sifara.server.problems import Problem
from sifara.server.protocol import address, body, may_write, media_type, text

_FORM = "application/x-www-form-urlencoded"
_QUERY, _UPDATE = "application/sparql-query", "application/sparql-update"

Pairs = list[tuple[str, str]]


async def get(request: Request) -> Response:
    """Answer a query in the address, or describe the service."""
    pairs = pairs_of(request.url.query)
    if any(name == "update" for name, _ in pairs):
        raise Problem(400, "found an update in a GET request; send it with POST")
    if any(name == "query" for name, _ in pairs):
        return await _query(request, _single(pairs, "query"), pairs)
    if pairs:
        raise Problem(400, f"found the parameter {pairs[0][0][:80]!r} and no query; expected query=…")
    described = describe(
        address(request), base.quads(request), base.settings(request).writable, request.headers.get("accept")
    )
    if described is None:
        raise Problem(406, f"the description can be had as {', '.join(negotiate.GRAPHS)}")
    media, data = described
    return Response(data, headers={"Content-Type": negotiate.content_type(media), "Vary": "Accept"})


async def post(request: Request) -> Response:
    """Answer a query or do an update in the body."""
    media, parameters = media_type(request)
    if media not in (_FORM, _QUERY, _UPDATE):
        raise Problem(415, f"found Content-Type: {media[:80] or 'none'}; expected {_QUERY}, {_UPDATE} or {_FORM}")
    pairs = pairs_of(request.url.query)
    settings = base.settings(request)
    most = settings.max_body if settings.writable and media != _QUERY else settings.max_query
    said = text(await body(request, most), parameters.get("charset", ""))
    if media == _FORM:
        pairs += pairs_of(said)
        names = {name for name, _ in pairs} & {"query", "update"}
        if len(names) != 1:
            raise Problem(400, f"found {' and '.join(sorted(names)) or 'neither'}; expected either query or update")
        kind = names.pop()
        said = _single(pairs, kind)
    else:
        kind = "query" if media == _QUERY else "update"
        if any(name in ("query", "update") for name, _ in pairs):
            raise Problem(400, "found a query or update in the address and another in the body; expected one")
    return await (_query if kind == "query" else _update)(request, said, pairs)


def pairs_of(query: str) -> Pairs:
    """Return the parameters of an address or a form.

    :raises Problem: if they are no UTF-8.
    """
    try:
        return parse_qsl(query, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except (UnicodeDecodeError, ValueError):
        raise Problem(400, "found parameters that are no UTF-8, or too many; expected fewer, in UTF-8") from None


def _single(pairs: Pairs, name: str) -> str:
    values = [value for key, value in pairs if key == name]
    if len(values) != 1:
        raise Problem(400, f"found {name} {len(values)} times; expected it once")
    return values[0]


def _iris(pairs: Pairs, name: str) -> list[str]:
    values = [value for key, value in pairs if key == name]
    for value in values:
        if absolute_iri(value) is None:
            raise Problem(400, f"found {name}={value[:80]}; expected an absolute IRI")
    return values


def _known(pairs: Pairs, *names: str) -> None:
    for name, _ in pairs:
        if name not in names:
            raise Problem(400, f"found the parameter {name[:80]!r}; expected {', '.join(names)}")


def _utf8(said: str) -> bytes:
    try:
        return said.encode()
    except UnicodeEncodeError:
        raise Problem(400, "found an unpaired surrogate; expected UTF-8") from None


async def _query(request: Request, said: str, pairs: Pairs) -> Response:
    _known(pairs, "query", "default-graph-uri", "named-graph-uri")
    settings = base.settings(request)
    data = _utf8(said)
    if len(data) > settings.max_query:
        raise Problem(413, f"found a query of {len(data)} bytes; expected at most {settings.max_query}")
    request.state.query = said
    head = {
        "do": "query",
        "base": address(request),
        "default": _iris(pairs, "default-graph-uri"),
        "named": _iris(pairs, "named-graph-uri"),
        "accept": request.headers.get("accept"),
        "limit": settings.max_answer,
    }
    answer, found = await base.pool(request).read(head, data, lambda: base.leave(request))
    headers = {"Content-Type": negotiate.content_type(answer["media"]), "Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(found, headers=headers)


async def _update(request: Request, said: str, pairs: Pairs) -> Response:
    _known(pairs, "update", "using-graph-uri", "using-named-graph-uri")
    may_write(request)
    graphs, named = _iris(pairs, "using-graph-uri"), _iris(pairs, "using-named-graph-uri")
    if (graphs or named) and scan.names_using(said):
        raise Problem(400, "found USING or WITH in the update and using-…graph-uri beside it; expected one of them")
    request.state.query = said
    head = {"do": "update", "base": address(request), "default": graphs, "named": named}
    await base.pool(request).write(head, _utf8(said), lambda: base.leave(request))
    return Response(status_code=204)


ROUTES = [
    Route("/sparql", get, methods=["GET"]),
    Route("/sparql", post, methods=["POST"]),
    Route("/sparql/", get, methods=["GET"]),
    Route("/sparql/", post, methods=["POST"]),
]
