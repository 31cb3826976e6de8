"""What all answers of the API have in common: JSON, the version of the store as ETag, checked parameters."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sifara import __version__
from sifara.server.index import Index, Indexes, reading
from sifara.server.parameters import Parameters
from sifara.server.pool import Pool
from sifara.server.settings import Settings

Json = dict[str, Any]
Find = Callable[[sqlite3.Connection], Any]


def settings(request: Request) -> Settings:
    """Return what the server was started with."""
    found: Settings = request.app.state.settings
    return found


def pool(request: Request) -> Pool:
    """Return the workers."""
    found: Pool = request.app.state.pool
    return found


def index(request: Request) -> Index:
    """Return the newest index of the store.

    :raises Problem: if there is none.
    """
    indexes: Indexes = request.app.state.indexes
    return indexes.current()


def quads(request: Request) -> int | None:
    """Return how many quads the store holds, if that is known."""
    indexes: Indexes = request.app.state.indexes
    return indexes.quads


def parameters(request: Request) -> Parameters:
    """Return the parameters of the request."""
    return Parameters(request.query_params)


async def find(request: Request, shown: Index, look: Find) -> Any:
    """Run ``look`` on the index ``shown`` in a thread, for as long as a request may take.

    :raises Problem: if it takes longer.
    """

    def work() -> Any:
        with reading(shown, settings(request).timeout) as database:
            return look(database)

    return await asyncio.to_thread(work)


async def leave(request: Request) -> None:
    """Return when the client has left; what is left of its request is passed over."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def etag(shown: Index) -> str:
    """Return the ETag of everything that this program answers from the index ``shown``."""
    return f'"{shown.version}-{__version__}"'


def unchanged(request: Request, shown: Index) -> Response | None:
    """Return the answer 304 if the client has what it asks for already."""
    wanted = request.headers.get("if-none-match", "")
    tags = [tag.strip().removeprefix("W/") for tag in wanted.split(",")]
    if etag(shown) in tags or tags == ["*"]:
        return Response(status_code=304, headers=_headers(shown))
    return None


def answer(shown: Index, found: object) -> Response:
    """Return ``found`` as JSON. Everything in it is data: what HTML might take for markup is escaped as well."""
    return Response(_written(found), headers=_headers(shown), media_type="application/json")


def _written(found: object) -> bytes:
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return text.encode("utf-8", "backslashreplace")


def _headers(shown: Index) -> dict[str, str]:
    return {"ETag": etag(shown), "Cache-Control": "no-cache"}


def page(items: list[Json], total: int, limit: int, offset: int) -> Json:
    """Return one page of a list."""
    return {"total": total, "limit": limit, "offset": offset, "items": items}


async def from_index(request: Request, look: Find, read: Parameters) -> Response:
    """Answer from the index alone, when all parameters have been read. What was asked before is not counted again."""
    read.finish()
    shown = index(request)
    if (same := unchanged(request, shown)) is not None:
        return same
    name = f"{request.url.path}?{request.url.query}"
    data = shown.answers.get(name)
    if data is None:
        data = _written(await find(request, shown, look))
    shown.keep(name, data)
    return Response(data, headers=_headers(shown), media_type="application/json")


async def from_store(request: Request, shown: Index, head: Json, body: bytes = b"") -> Any:
    """Have a worker answer, and return what it found.

    :raises Problem: as :meth:`sifara.server.pool.Pool.read` does.
    :raises ClientLeft: if the client has left.
    """
    _, data = await pool(request).read({**head, "limit": settings(request).max_answer}, body, lambda: leave(request))
    return json.loads(data)
