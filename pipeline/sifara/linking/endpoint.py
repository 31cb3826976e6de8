"""A SPARQL endpoint, asked politely: one request at a time, with pauses, and never twice for the same."""

from __future__ import annotations

import time
import urllib.error
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from sifara.errors import InputError, SifaraError
from sifara.linking.cache import Cache, Row
from sifara.linking.settings import Settings

_AGAIN = frozenset({429, 500, 502, 503, 504})  # answers that may be better next time


class EndpointError(SifaraError):
    """An endpoint that does not answer, or answers what cannot be used. The run can be taken up later."""


class Refused(EndpointError):
    """An endpoint that does not understand a query: asking again would not help."""


class Endpoint:
    """Asks ``address``, and keeps the answers in ``cache``.

    ``sent`` counts the requests that went out. ``sleep`` and ``clock`` (seconds) and ``today`` can be replaced.
    """

    def __init__(
        self,
        address: str,
        cache: Cache,
        settings: Settings | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Make an endpoint; nothing is sent yet.

        :raises InputError: if ``address`` is not one of HTTP.
        """
        if not address.startswith(("http://", "https://")):
            raise InputError(
                f"found the endpoint {address!r}; expected an address that begins with http:// or https://"
            )
        self.address = address
        self.settings = settings if settings is not None else Settings.load()
        self.sent = 0
        self._cache = cache
        self._sleep, self._clock, self._today = sleep, clock, today
        self._last: float | None = None
        self._failed = 0  # requests in a row

    def ask(self, query: str) -> tuple[list[Row], str]:
        """Return the rows that answer the SELECT ``query``, and the day on which they were given (ISO 8601).

        Values are strings; IRIs stand as they are, the language of a literal is in a further column ``NAME_lang``.

        :raises Refused: if the endpoint does not understand the query.
        :raises EndpointError: if it gives no answer, however often it is asked.
        """
        known = self._cache.get(self.address, query, self._today(), self.settings.keep_days)
        if known is not None:
            return known
        problem = ""
        for number in range(self.settings.tries):
            if number:
                self._sleep(self._wait(number, problem))
            self._pause()
            try:
                rows = self._send(query)
            except _Busy as busy:
                problem = str(busy)
                self._check(busy)
                self._asked_to_wait = busy.after
                continue
            self._cache.put(self.address, query, self._today(), rows)
            self._failed = 0
            return rows, self._today().isoformat()
        self._failed += 1
        raise EndpointError(f"{self.address} gave no answer in {self.settings.tries} tries, at last: {problem}")

    @property
    def hopeless(self) -> bool:
        """Whether so many requests in a row failed that it is better to come back later."""
        return self._failed >= self.settings.give_up

    _asked_to_wait: float | None = None

    def _wait(self, number: int, problem: str) -> float:
        """Return how long to wait before a further try: as asked for, or longer each time."""
        asked, self._asked_to_wait = self._asked_to_wait, None
        return asked if asked is not None else self.settings.backoff * 2 ** (number - 1)

    def _check(self, busy: _Busy) -> None:
        if busy.after is not None and busy.after > self.settings.longest_wait:
            self._failed = self.settings.give_up
            raise EndpointError(f"{self.address} asks to come back in {busy.after:.0f} seconds; run again then")

    def _pause(self) -> None:
        if self._last is not None:
            rest = self._last + self.settings.pause - self._clock()
            if rest > 0:
                self._sleep(rest)
        self._last = self._clock()

    def _send(self, query: str) -> list[Row]:
        from SPARQLWrapper import JSON, POST, SPARQLWrapper
        from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, SPARQLWrapperException

        wrapper = SPARQLWrapper(self.address, agent=self.settings.user_agent)
        wrapper.setReturnFormat(JSON)
        wrapper.setMethod(POST)
        wrapper.setTimeout(max(1, round(self.settings.timeout)))
        wrapper.setQuery(query)
        self.sent += 1
        try:
            return _rows(wrapper.query().convert())
        except EndPointInternalError as error:
            raise _Busy(f"status 500 ({_short(error)})") from None
        except SPARQLWrapperException as error:
            raise Refused(f"{self.address} refuses a query: {_short(error)}") from None
        except urllib.error.HTTPError as error:
            if error.code not in _AGAIN:
                raise Refused(f"{self.address} refuses a query with status {error.code}") from None
            raise _Busy(f"status {error.code}", _retry_after(error.headers.get("Retry-After"))) from None
        except (TimeoutError, urllib.error.URLError, HTTPException, OSError) as error:
            raise _Busy(_short(error)) from None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise _Busy(f"an answer that cannot be read ({_short(error)})") from None


class _Busy(Exception):
    """No answer yet; ``after`` is how many seconds the endpoint asks to wait."""

    def __init__(self, what: str, after: float | None = None) -> None:
        super().__init__(what)
        self.after = after


def _rows(answer: Any) -> list[Row]:
    rows: list[Row] = []
    for binding in answer["results"]["bindings"]:
        row: Row = {}
        for name, value in binding.items():
            row[name] = str(value["value"])
            if "xml:lang" in value:
                row[f"{name}_lang"] = str(value["xml:lang"])
        rows.append(row)
    return sorted(rows, key=lambda row: sorted(row.items()))


def _retry_after(value: str | None) -> float | None:
    """Return the seconds that the header Retry-After tells, as a number or as a moment."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
