"""The parameters of a request, checked: what is unknown, doubled or malformed is an error that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from starlette.datastructures import QueryParams

from sifara.graph import iri
from sifara.graph.terms import PREFIXES
from sifara.server.problems import Problem
from sifara.server.spans import days

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+")
_WHOLE = re.compile(r"[0-9]{1,9}")
_DECIMAL = re.compile(r"[0-9](\.[0-9]{1,6})?")
_LONGEST = 2000  # characters of one value
_MOST = 50  # values of one parameter


def absolute_iri(value: str) -> str | None:
    """Return ``value`` if it is an absolute IRI, else ``None``."""
    return value if _IRI.fullmatch(value) else None


class Parameters:
    """Reads a query string; :meth:`finish` says what nobody asked for."""

    def __init__(self, query: QueryParams) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in query.multi_items():
            if len(value) > _LONGEST:
                raise Problem(400, f"found {len(value)} characters in {name[:80]}; expected at most {_LONGEST}")
            self._values.setdefault(name, []).append(value)
        self._known: set[str] = set()

    def finish(self) -> None:
        """Check that every parameter was asked for.

        :raises Problem: if one was not.
        """
        for name in self._values:
            if name not in self._known:
                raise Problem(
                    400, f"found the parameter {name[:80]!r}; expected {', '.join(sorted(self._known)) or 'none'}"
                )

    def all(self, name: str) -> list[str]:
        """Return all values of ``name``, each once.

        :raises Problem: if they are too many.
        """
        self._known.add(name)
        values = list(dict.fromkeys(self._values.get(name, ())))
        if len(values) > _MOST:
            raise Problem(400, f"found {len(values)} values of {name}; expected at most {_MOST}")
        return values

    def one(self, name: str) -> str | None:
        """Return the value of ``name``, or ``None``.

        :raises Problem: if there are several.
        """
        values = self.all(name)
        if len(values) > 1:
            raise Problem(400, f"found {name} {len(values)} times; expected it once")
        return values[0] if values else None

    def names(self, name: str, allowed: Iterable[str]) -> list[str]:
        """Return all values of ``name``, which must be among ``allowed``.

        :raises Problem: if one is not.
        """
        allowed = list(allowed)
        for value in (values := self.all(name)):
            if value not in allowed:
                raise Problem(400, f"found {name}={value[:80]}; expected one of {', '.join(allowed)}")
        return values

    def choice(self, name: str, allowed: tuple[str, ...]) -> str:
        """Return the value of ``name``, by default the first of ``allowed``.

        :raises Problem: if it is not among them.
        """
        self.one(name)
        return next(iter(self.names(name, allowed)), allowed[0])

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        """Return a whole number from ``least`` to ``most``.

        :raises Problem: if it is none.
        """
        value = self.one(name)
        if value is None:
            return default
        if not _WHOLE.fullmatch(value) or not least <= int(value) <= most:
            raise Problem(400, f"found {name}={value[:80]}; expected a whole number from {least} to {most}")
        return int(value)

    def fraction(self, name: str) -> float | None:
        """Return a number from 0 to 1, or ``None``.

        :raises Problem: if it is none.
        """
        value = self.one(name)
        if value is None:
            return None
        if not _DECIMAL.fullmatch(value) or not 0 <= float(value) <= 1:
            raise Problem(400, f"found {name}={value[:80]}; expected a number from 0 to 1")
        return float(value)

    def truth(self, name: str) -> bool | None:
        """Return "true" or "false" as such, or ``None``.

        :raises Problem: if it is something else.
        """
        value = self.one(name)
        if value not in (None, "true", "false"):
            raise Problem(400, f"found {name}={(value or '')[:80]}; expected true or false")
        return None if value is None else value == "true"

    def iris(self, name: str) -> list[str]:
        """Return all values of ``name`` as full IRIs.

        :raises Problem: if one is no IRI.
        """
        return [_full(name, value) for value in self.all(name)]

    def iri(self, name: str) -> str:
        """Return the value of ``name``, which must be there, as a full IRI.

        :raises Problem: if there is none, or it is no IRI.
        """
        value = self.one(name)
        if value is None:
            raise Problem(400, f"found no {name}; expected an IRI, or a short one like id:Russia")
        return _full(name, value)

    def day(self, name: str, *, end: bool = False) -> str | None:
        """Return the first day of a day, month or year (with ``end`` the last), or ``None``.

        :raises Problem: if it is none.
        """
        value = self.one(name)
        if value is None:
            return None
        covered = days(value)
        if covered is None:
            raise Problem(400, f"found {name}={value[:80]}; expected YYYY, YYYY-MM or YYYY-MM-DD")
        return covered[1] if end else covered[0]

    def page(self) -> tuple[int, int]:
        """Return ``limit`` and ``offset``.

        :raises Problem: if one is no number within its bounds.
        """
        return self.whole("limit", 50, 1, 1000), self.whole("offset", 0, 0, 999_999_999)


def _full(name: str, value: str) -> str:
    prefix, colon, rest = value.partition(":")
    if colon and prefix in PREFIXES and rest and not rest.startswith("//"):
        value = PREFIXES[prefix] + (
            "/".join(iri.local(part) for part in rest.split("/") if part) if "%" not in rest else rest
        )
    if absolute_iri(value) is None:
        raise Problem(400, f"found {name}={value[:80]}; expected an IRI, or a short one like id:Russia")
    return value
