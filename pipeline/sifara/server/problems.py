"""Errors as RFC 9457 wants them: ``application/problem+json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

MEDIA = "application/problem+json"


class Problem(Exception):
    """An answer that is an error: ``status`` is its HTTP status, ``detail`` one sentence for a person."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = dict(headers or {})

    def response(self) -> Response:
        """Return the answer to send."""
        body = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
        }
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")
        return Response(data, self.status, {"Cache-Control": "no-store", **self.headers}, MEDIA)


async def on_problem(_: Request, error: Exception) -> Response:
    """Answer with a :class:`Problem` that a handler raised."""
    assert isinstance(error, Problem)
    return error.response()


async def on_http(_: Request, error: Exception) -> Response:
    """Answer with what the router raises: no such path, no such method."""
    assert isinstance(error, HTTPException)
    return Problem(error.status_code, error.detail, error.headers).response()


async def on_fault(_: Request, __: Exception) -> Response:
    """Answer after a fault of the program, without telling anything of it; the log has the trace."""
    return Problem(500, "the server failed at this request; its log says more").response()
