"""What can go wrong with a store behind HTTP; each carries the server's own words.

* :class:`sifara.errors.StoreError`

  * :class:`RemoteError`: a server that refuses a request, or is at fault

    * :class:`Refused`: no credentials, wrong ones, or no right to do this (401, 403)
    * :class:`Unreachable`: no connection, also after repeated attempts; or a server that is overloaded
    * :class:`TimedOut`: no answer within the time allowed
    * :class:`BrokenAnswer`: an answer that ends early, or is not what it says to be

* :class:`sifara.errors.QueryError`

  * :class:`RemoteQueryError`: a query that the server does not take (400)
"""

from __future__ import annotations

import re

from sifara.errors import QueryError, StoreError

_LONGEST = 600  # characters of a server's words in a message
_TAGS = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]{0,500}>", re.DOTALL | re.IGNORECASE)


class RemoteError(StoreError):
    """A server that refuses a request, or is at fault. ``status`` is that of HTTP, ``said`` what the server says."""

    def __init__(self, message: str, *, status: int | None = None, said: str = "") -> None:
        """Join ``message`` and the server's words."""
        super().__init__(f"{message}: {said}" if said else message)
        self.status = status
        self.said = said


class Refused(RemoteError):
    """No credentials, wrong ones, or no right to do this."""


class Unreachable(RemoteError):
    """No connection, or a server that is overloaded, after all attempts."""


class TimedOut(RemoteError):
    """No answer within the time allowed."""


class BrokenAnswer(RemoteError):
    """An answer that ends early, or is not what it says to be."""


class RemoteQueryError(QueryError):
    """A query that the server does not take. ``said`` is what it says about it."""

    def __init__(self, message: str, *, said: str = "") -> None:
        """Join ``message`` and the server's words."""
        super().__init__(f"{message}: {said}" if said else message)
        self.said = said


def words(body: bytes, media: str = "") -> str:
    """Return what a server says in the body of an error, as one line that is safe to print.

    >>> words(b"<h1>Bad</h1>\\n<p>no such  graph</p>", "text/html")
    'Bad no such graph'
    """
    text = body[:20_000].decode("utf-8", errors="replace")
    if "html" in media or text.lstrip()[:1] == "<":
        text = _TAGS.sub(" ", text)
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
