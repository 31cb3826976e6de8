"""What the two protocols have in common: bodies, their limits, who may write."""

from __future__ import annotations

import hmac
from urllib.parse import quote

from starlette.requests import Request

from sifara.server.api.base import settings
from sifara.server.problems import Problem


async def body(request: Request, most: int) -> bytes:
    """Return the body of a request.

    :raises Problem: if it has more than ``most`` bytes.
    """
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise Problem(413, f"found a body of more than {most} bytes; expected less", {"Connection": "close"})
    return bytes(data)


def media_type(request: Request) -> tuple[str, dict[str, str]]:
    """Return the type of the body in lower case, "" for none, and its parameters."""
    name, *rest = request.headers.get("content-type", "").split(";")
    parameters = {}
    for part in rest:
        key, _, value = part.partition("=")
        parameters[key.strip().lower()] = value.strip().strip('"')
    return name.strip().lower(), parameters


def text(data: bytes, charset: str) -> str:
    """Return ``data``, which must be UTF-8.

    :raises Problem: if it is not, or says that it is something else.
    """
    if charset.lower() not in ("", "utf-8", "utf8", "us-ascii"):
        raise Problem(415, f"found charset={charset[:40]}; expected utf-8")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Problem(400, "found bytes that are no UTF-8; expected UTF-8") from None


def may_write(request: Request) -> None:
    """Check that the client may write.

    :raises Problem: if the server is read-only, or the client has not said the token.
    """
    token = settings(request).token
    if token is None:
        raise Problem(403, "this server is read-only; it was started without --update")
    scheme, _, said = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(said.strip().encode(), token.encode()):
        raise Problem(
            401, "writing needs the header Authorization: Bearer TOKEN", {"WWW-Authenticate": 'Bearer realm="sifara"'}
        )


def address(request: Request, path: str | None = None) -> str:
    """Return the IRI that the client called the server by, without the query: scheme, host and path."""
    host = request.headers.get("host", "")
    if not host or not all(char.isascii() and (char.isalnum() or char in ".-:[]_") for char in host):
        raise Problem(400, "found no host or one with strange characters in it; expected Host: name:port")
    return f"{request.url.scheme}://{host}{quote(path or request.url.path, safe='/%:@!$&()*+,;=~-._')}"
