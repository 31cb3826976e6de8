"""What every request goes through: the log, cross-origin rules, headers that protect the reader."""

from __future__ import annotations

import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sifara.server.log import log
from sifara.server.pool import ClientLeft

_CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "frame-ancestors 'none'; form-action 'self'"
)
_DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox"
_PROTECTION = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS"
_EXPOSED = "ETag, Location, Retry-After"


class Envelope:
    """Wraps the application; ``origin`` is who may read from other pages ("*": all, "": nobody)."""

    def __init__(self, app: ASGIApp, origin: str) -> None:
        self._app = app
        self._origin = origin

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.monotonic()
        status, size = 0, 0
        scope.setdefault("state", {})

        async def sending(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                self._protect(scope, MutableHeaders(scope=message))
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        left = False
        try:
            if scope["method"] == "OPTIONS":
                await _preflight(self._origin)(scope, receive, sending)
            else:
                await self._app(scope, receive, sending)
        except ClientLeft:
            left = True
        finally:
            _tell(scope, status, size, time.monotonic() - started, left)

    def _protect(self, scope: Scope, headers: MutableHeaders) -> None:
        for name, value in _PROTECTION.items():
            headers.setdefault(name, value)
        page = headers.get("content-type", "").startswith("text/html") or not scope["path"].startswith(
            ("/api", "/sparql", "/graph")
        )
        headers["Content-Security-Policy"] = _CSP if page else _DATA_CSP
        if self._origin:
            headers["Access-Control-Allow-Origin"] = self._origin
            headers["Access-Control-Expose-Headers"] = _EXPOSED
            if self._origin != "*":
                headers.add_vary_header("Origin")


def _preflight(origin: str) -> Response:
    headers = {"Allow": _METHODS}
    if origin:
        headers |= {
            "Access-Control-Allow-Methods": _METHODS,
            "Access-Control-Allow-Headers": "Accept, Authorization, Content-Type, If-None-Match",
            "Access-Control-Max-Age": "86400",
        }
    return Response(status_code=204, headers=headers)


def _tell(scope: Scope, status: int, size: int, seconds: float, left: bool) -> None:
    client = scope.get("client")
    said = scope["state"].get("query")
    log(
        "request",
        method=scope["method"],
        path=scope["path"],
        status=status,
        ms=round(1000 * seconds, 1),
        bytes=size,
        client=client[0] if client else None,
        agent=Headers(scope=scope).get("user-agent", ""),
        **({"query": said} if said else {}),
        **({"left": True} if left else {}),
    )
