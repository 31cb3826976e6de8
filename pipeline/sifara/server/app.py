"""The application: all routes, and what runs beside them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from sifara import __version__
from sifara.server import graphstore, sparql
from sifara.server.api import base, counts, entities, events, meta, network, search
from sifara.server.index import Indexes
from sifara.server.log import log
from sifara.server.middleware import Envelope
from sifara.server.pool import Pool
from sifara.server.problems import Problem, on_fault, on_http, on_problem
from sifara.server.settings import Settings
from sifara.server.static import static

_API = [*counts.ROUTES, *search.ROUTES, *entities.ROUTES, *events.ROUTES, *network.ROUTES, *meta.ROUTES]


async def health(request: Request) -> Response:
    """Tell whether the server can answer."""
    shown = base.index(request)
    body = {"status": "ok", "program": __version__, "version": shown.version, "quads": shown.quads}
    return JSONResponse(body, headers={"Cache-Control": "no-store"})


async def _nothing(_: Request) -> Response:
    raise Problem(404, "the API has nothing at this address; /api/openapi.json describes it")


def application(settings: Settings) -> ASGIApp:
    """Return the application for ``settings``; workers and index are made when it starts up."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.settings = settings
        app.state.pool = pool = Pool(settings)
        app.state.indexes = indexes = Indexes(settings)
        try:
            await indexes.start()
            await pool.start()
            log("started", store=str(settings.store), host=settings.host, port=settings.port, update=settings.writable)
            yield
        finally:
            await pool.close()
            await indexes.close()
            log("stopped")

    routes = [
        Route("/health", health),
        *sparql.ROUTES,
        *graphstore.ROUTES,
        Mount("/api", routes=[*_API, Route("/{rest:path}", _nothing)]),
        Route("/{path:path}", static),
    ]
    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={Problem: on_problem, HTTPException: on_http, Exception: on_fault},
    )
    app.router.redirect_slashes = False
    return Envelope(app, settings.cors)
