"""HTTP as a store needs it: always a limit of time, patience with a busy server, no credentials for strangers.

SPARQLWrapper makes the requests of the SPARQL protocol, and would send them without a limit of time, follow a
redirection with the password to wherever it leads, and tell an error 503 from a success only by an exception of
urllib. So its requests are sent from here.
"""

from __future__ import annotations

import email.utils
import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from ipaddress import ip_address
from typing import IO, Any
from urllib.parse import urlsplit

from sifara.errors import StoreError
from sifara.store.credentials import Authorization, Credentials
from sifara.store.failures import BrokenAnswer, Refused, RemoteError, TimedOut, Unreachable, words

_BUSY = (429, 502, 503)  # the server asks for patience
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a server is waited for. All times are in seconds.

    ``timeout`` is the longest silence, ``longest`` the limit of a whole answer. A busy server is asked again
    ``retries`` times, after ``pause`` and then twice as long each time, or as long as it says itself (Retry-After),
    but never after more than ``longest_pause``.
    """

    timeout: float = 60.0
    longest: float = 3600.0
    retries: int = 5
    pause: float = 0.5
    longest_pause: float = 60.0


@dataclass(frozen=True, slots=True)
class Response:
    """A whole answer. ``media`` is its media type without parameters."""

    status: int
    headers: Message
    body: bytes
    url: str

    @property
    def media(self) -> str:
        """The media type, in lower case."""
        return self.headers.get_content_type().lower() if self.headers.get("Content-Type") else ""

    def info(self) -> Message:
        """Return the headers, as SPARQLWrapper asks for them."""
        return self.headers

    def read(self) -> bytes:
        """Return the body, as SPARQLWrapper asks for it."""
        return self.body


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: another server must not get credentials, and a POST must not become a GET."""

    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass(slots=True)
class Transport:
    """Sends requests to one server, one after the other.

    ``sleep`` and ``clock`` are those of :mod:`time`, and can be replaced in tests.
    """

    address: str
    credentials: Credentials = field(default_factory=Credentials)
    patience: Patience = field(default_factory=Patience)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _opener: urllib.request.OpenerDirector = field(init=False)
    _authorization: Authorization = field(init=False)

    def __post_init__(self) -> None:
        parts = checked(self.address)
        # What the machine itself serves is not to be asked for through a proxy.
        proxies = [urllib.request.ProxyHandler({})] if _loopback(parts.hostname or "") else []
        self._opener = urllib.request.build_opener(_Stay, *proxies)
        self._authorization = Authorization(self.credentials, self.address)

    def send(self, request: urllib.request.Request, body: IO[bytes] | None = None) -> Response:
        """Send ``request``, with the content of the file ``body`` if there is one, and return the answer (2xx, 404).

        Every request of a store may be sent twice, so a broken connection is a reason to try again.

        :raises Refused: if the server does not let us.
        :raises Unreachable: if there is no connection, or the server stays busy.
        :raises TimedOut: if the answer does not come in time.
        :raises BrokenAnswer: if the answer ends early each time.
        :raises RemoteError: if the server says anything else but 2xx and 404; 400 is left to the caller by ``status``.
        """
        where = shown(request.full_url)
        pause, attempts, challenges = self.patience.pause, 0, 0
        while True:
            if body is not None:
                _attach(request, body)
            problem: RemoteError
            wished: float | None = None
            try:
                answer = self._once(request)
            except TimeoutError:
                limit = f"{self.patience.timeout:g} seconds"
                raise TimedOut(f"{where} did not answer within {limit}") from None
            except _CutShort as error:
                problem = BrokenAnswer(f"the answer of {where} ended early ({error})")
            except (OSError, http.client.HTTPException) as error:
                problem = Unreachable(f"{where} cannot be reached", said=_cause(error))
            else:
                if answer.status < 300 or answer.status == 404:
                    return answer
                if answer.status == 401 and challenges < 3:
                    challenges += 1
                    if self._authorization.challenged(answer.headers.get("WWW-Authenticate")):
                        continue
                problem = _failure(where, answer)
                if answer.status not in _BUSY:
                    raise problem
                wished = _retry_after(answer.headers.get("Retry-After"))
            if attempts >= self.patience.retries or (wished or 0) > self.patience.longest_pause:
                raise problem
            attempts += 1
            self.sleep(wished if wished is not None else min(pause, self.patience.longest_pause))
            pause *= 2

    def send_any(self, request: urllib.request.Request) -> Response:
        """Send ``request`` without credentials, once, and return the answer, whatever it says.

        :raises Unreachable: if there is none.
        """
        where = shown(request.full_url)
        try:
            return self._open(request)
        except (OSError, http.client.HTTPException, _CutShort) as error:
            raise Unreachable(f"{where} cannot be reached", said=_cause(error)) from None

    def _once(self, request: urllib.request.Request) -> Response:
        request.remove_header("Authorization")
        if (said := self._authorization.header(request)) is not None:
            request.add_unredirected_header("Authorization", said)
        return self._open(request)

    def _open(self, request: urllib.request.Request) -> Response:
        try:
            answer = self._opener.open(request, timeout=self.patience.timeout)
        except urllib.error.HTTPError as error:
            with error:
                return Response(error.code, error.headers, self._body(error, error.headers), request.full_url)
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise TimeoutError from None
            raise
        with answer:
            return Response(answer.status, answer.headers, self._body(answer, answer.headers), request.full_url)

    def _body(self, answer: Any, headers: Message) -> bytes:
        end = self.clock() + self.patience.longest
        pieces: list[bytes] = []
        try:
            while piece := answer.read1(_PIECE):
                pieces.append(piece)
                if self.clock() > end:
                    raise TimeoutError
        except http.client.IncompleteRead:
            raise _CutShort("a part of it is missing") from None
        except ConnectionError as error:
            raise _CutShort(_cause(error)) from None
        body = b"".join(pieces)
        promised = headers.get("Content-Length", "")
        if promised.isdigit() and len(body) < int(promised):
            raise _CutShort(f"{len(body)} bytes of {promised}")
        return body


class _CutShort(Exception):
    """A body that ends before it should."""


def checked(address: str) -> Any:
    """Return the parts of ``address``, which must be one of HTTP without credentials.

    :raises StoreError: if it is something else.
    """
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise StoreError("found an address that cannot be read; expected one like http://host:7878/") from None
    if parts.username is not None or parts.password is not None:
        raise StoreError(
            f"found a user or a password in the address of {parts.hostname}; "
            "give them in SIFARA_STORE_USER and SIFARA_STORE_PASSWORD"
        )
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"found the address {shown(address)}; expected one like http://host:7878/")
    return parts


def shown(address: str) -> str:
    """Return ``address`` for a message: without a query, which may be long or hold a key.

    >>> shown("http://127.0.0.1:7001/x?access-token=secret")
    'http://127.0.0.1:7001/x'
    """
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}"


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _attach(request: urllib.request.Request, body: IO[bytes]) -> None:
    """Give ``request`` the file ``body`` from its beginning, and its length.

    Without a length it would be sent in chunks; Virtuoso answers 201 to those, and stores nothing.
    """
    length = body.seek(0, 2)
    body.seek(0)
    request.data = body if length else b""
    request.add_header("Content-Length", str(length))  # after the data, which would take it away


def _failure(where: str, answer: Response) -> RemoteError:
    said = words(answer.body, answer.media)
    if answer.status in (401, 403):
        hint = "give SIFARA_STORE_USER and SIFARA_STORE_PASSWORD, or SIFARA_STORE_TOKEN"
        return Refused(f"{where} refuses this ({answer.status}); {hint}", status=answer.status, said=said)
    if answer.status in _BUSY:
        return Unreachable(f"{where} is busy ({answer.status})", status=answer.status, said=said)
    if answer.status in (301, 302, 303, 307, 308):
        said = words(shown(answer.headers.get("Location", "")).encode())
        message = f"{where} leads elsewhere ({answer.status}); give the address it leads to"
        return RemoteError(message, status=answer.status, said=said)
    if answer.status in (408, 504):
        return TimedOut(f"{where} gave up ({answer.status})", status=answer.status, said=said)
    return RemoteError(f"{where} answered {answer.status}", status=answer.status, said=said)


def _retry_after(value: str | None) -> float | None:
    """Return how long a server asks to wait, in seconds: it says a number of them, or a date."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    return max(0.0, moment.timestamp() - time.time())


def _cause(error: BaseException) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    said = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return words(str(said).encode())
