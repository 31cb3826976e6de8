"""SPARQL 1.1 Graph Store HTTP Protocol at ``/graph``.

A graph is named in the address (``/graph?graph=IRI``, ``/graph?default``) or is the address itself
(``/graph/person/1.ttl``). The default graph is here the store's own unnamed graph, not the union that queries see.
"""

from __future__ import annotations

from email.message import Message
from email.parser import BytesHeaderParser
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sifara.server import negotiate
from sifara.server.api import base
from sifara.server.parameters import absolute_iri
from sifara.server.problems import Problem
from sifara.server.protocol import address, body, may_write, media_type, text
from sifara.server.sparql import pairs_of

_ROOT = "/graph"
Part = dict[str, Any]


def _named(request: Request) -> str | None:
    """Return the IRI of the graph that is meant, ``None`` for the default graph, "" if none is named.

    :raises Problem: if it is named twice or badly.
    """
    pairs = pairs_of(request.url.query)
    path = request.url.path
    if path not in (_ROOT, _ROOT + "/"):
        if pairs:
            raise Problem(400, "found a graph in the path and parameters beside it; expected one of them")
        return address(request)
    if not pairs:
        return ""
    if len(pairs) > 1 or pairs[0][0] not in ("graph", "default"):
        raise Problem(400, "expected graph=IRI or default, once")
    name, value = pairs[0]
    if name == "default":
        if value:
            raise Problem(400, "found a value of default; expected none")
        return None
    if absolute_iri(value) is None:
        raise Problem(400, f"found graph={value[:80]}; expected an absolute IRI")
    return value


def _target(request: Request) -> str | None:
    graph = _named(request)
    if graph == "":
        raise Problem(400, "found no graph; expected ?graph=IRI, ?default, or a path below /graph/")
    return graph


async def get(request: Request) -> Response:
    """Send a graph, or its head alone."""
    head = {
        "do": "graph",
        "graph": _target(request),
        "accept": request.headers.get("accept"),
        "bare": request.method == "HEAD",
        "limit": base.settings(request).max_answer,
    }
    answer, data = await base.pool(request).read(head, b"", lambda: base.leave(request))
    headers = {"Content-Type": negotiate.content_type(answer["media"]), "Vary": "Accept", "Cache-Control": "no-cache"}
    return Response(data, headers=headers)


async def put(request: Request) -> Response:
    """Make the body the whole graph."""
    may_write(request)
    return await _write(request, "put", _target(request))


async def post(request: Request) -> Response:
    """Add the body to a graph, or to a new one whose address is told."""
    may_write(request)
    graph = _named(request)
    if graph == "":
        new = f"{_ROOT}/{uuid4().hex}"
        response = await _write(request, "post", address(request, new))
        response.headers["Location"] = address(request, new)
        return response
    return await _write(request, "post", graph)


async def delete(request: Request) -> Response:
    """Drop a graph."""
    may_write(request)
    head = {"do": "delete", "graph": _target(request)}
    answer, _ = await base.pool(request).write(head, b"", lambda: base.leave(request))
    return Response(status_code=answer["status"])


async def _write(request: Request, do: str, graph: str | None) -> Response:
    data = await body(request, base.settings(request).max_body)
    media, parameters = media_type(request)
    if media == "multipart/form-data":
        if do == "put":
            raise Problem(415, "found multipart/form-data with PUT; send it with POST")
        data, parts = _multipart(data, request.headers["content-type"])
    else:
        parts = [_part(media, parameters.get("charset", ""), data, 0)]
    head = {"do": do, "graph": graph, "base": graph or address(request), "parts": parts}
    answer, _ = await base.pool(request).write(head, data, lambda: base.leave(request))
    return Response(status_code=answer["status"])


def _part(media: str, charset: str, data: bytes, start: int) -> Part:
    if media not in negotiate.READABLE:
        raise Problem(415, f"found Content-Type: {media[:80] or 'none'}; expected {', '.join(negotiate.READABLE)}")
    text(data, charset)
    return {"media": media, "start": start, "end": start + len(data)}


def _multipart(data: bytes, content_type: str) -> tuple[bytes, list[Part]]:
    """Return the files of a form one after the other, and where each of them lies.

    :raises Problem: if it is no such form, or a file is of an unknown type.
    """
    message = Message()
    message["content-type"] = content_type
    boundary = message.get_boundary()
    if not boundary:
        raise Problem(400, "found multipart/form-data without a boundary")
    mark = b"--" + boundary.encode("latin-1", "replace")
    pieces = (b"\r\n" + data).split(b"\r\n" + mark)
    if len(pieces) < 3 or not pieces[-1].startswith(b"--"):
        raise Problem(400, "found a form that does not end; expected its boundary with -- at the end")
    joined, parts = b"", []
    for piece in pieces[1:-1]:
        head, blank, content = piece.partition(b"\r\n\r\n")
        if not blank:
            raise Problem(400, "found a part of a form without a blank line after its head")
        about = BytesHeaderParser().parsebytes(head.strip())
        media = about.get_content_type() if about["content-type"] else "text/turtle"
        parts.append(_part(media, about.get_content_charset() or "", content, len(joined)))
        joined += content
    return joined, parts


ROUTES = [
    Route(path, handler, methods=[method])
    for path in (_ROOT, _ROOT + "/{rest:path}")
    for method, handler in (("GET", get), ("PUT", put), ("POST", post), ("DELETE", delete))
]
