"""Literals as the shapes compare them. Terms are strings as they stand in N-Triples: ``<iri>``, ``"words"@ar``.

Only well-formed literals have a value: ``"2024-02-31"^^xsd:date`` has none, and compares with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from sifara.graph.terms import RDF, XSD

_STRING = XSD + "string"
_LANGUAGE_STRING = RDF + "langString"
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}

_ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_INTEGER = re.compile(r"[+-]?\d+")
_DECIMAL = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_DOUBLE = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN")
_YEAR = re.compile(rf"-?\d{{4,}}{_ZONE}")
_MONTH = re.compile(rf"-?\d{{4,}}-(?:0[1-9]|1[0-2]){_ZONE}")
_DAY = re.compile(rf"(-?\d{{4,}})-(\d\d)-(\d\d){_ZONE}")
_DURATION = re.compile(r"-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?")

#: Least and greatest value of the types that derive from xsd:integer.
_BOUNDS: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}
Value = tuple[str, object]  # what it may be compared with, and the value itself


def is_literal(term: str) -> bool:
    """Return whether ``term`` is a literal."""
    return term[0] == '"'


@lru_cache(maxsize=100_000)
def parts(term: str) -> tuple[str, str, str]:
    """Return the words of a literal, the IRI of its datatype, its language in lower case ("" for none)."""
    end = term.rindex('"')
    words = term[1:end]
    if "\\" in words:
        words = _ESCAPE.sub(_unescaped, words)
    tail = term[end + 1 :]
    if tail.startswith("@"):
        return words, _LANGUAGE_STRING, tail[1:].lower()
    return words, tail[3:-1] if tail else _STRING, ""


def _unescaped(match: re.Match[str]) -> str:
    short, long, char = match.groups()
    return chr(int(short or long, 16)) if short or long else _ESCAPED.get(char, char)


@lru_cache(maxsize=100_000)
def value(term: str) -> Value | None:
    """Return what ``term`` is worth in a comparison; ``None`` if it is ill-formed, or of a type not known here."""
    words, datatype, language = parts(term)
    if language:
        return None
    reader = _READERS.get(datatype)
    try:
        return reader(words) if reader else None
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=100_000)
def has_datatype(term: str, datatype: str) -> bool:
    """Return whether ``term`` is a well-formed literal of ``datatype`` (an IRI without brackets)."""
    if not is_literal(term) or parts(term)[1] != datatype:
        return False
    return datatype not in _READERS or value(term) is not None


def compare(first: str, second: str) -> int | None:
    """Return -1, 0 or 1 as ``first`` is less than, equal to or greater than ``second``; ``None`` if nobody can say."""
    if not is_literal(first) or not is_literal(second):
        return None
    left, right = value(first), value(second)
    if left is None or right is None or left[0] != right[0]:
        return None
    try:
        first_value, second_value = left[1], right[1]
        return int(first_value > second_value) - int(first_value < second_value)  # type: ignore[operator]
    except TypeError:  # a time with a zone and one without
        return None


def _integer(name: str) -> Callable[[str], Value | None]:
    low, high = _BOUNDS[name]

    def read(words: str) -> Value | None:
        if not _INTEGER.fullmatch(words):
            return None
        number = int(words)
        inside = (low is None or number >= low) and (high is None or number <= high)
        return ("number", number) if inside else None

    return read


def _decimal(words: str) -> Value | None:
    return ("number", Decimal(words)) if _DECIMAL.fullmatch(words) else None


def _double(words: str) -> Value | None:
    return ("number", float(words)) if _DOUBLE.fullmatch(words) else None


def _boolean(words: str) -> Value | None:
    return ("boolean", words in ("true", "1")) if words in ("true", "false", "1", "0") else None


def _day(words: str) -> Value | None:
    match = _DAY.fullmatch(words)
    return ("date", date(*map(int, match.groups()))) if match else None


def _moment(words: str) -> Value | None:
    return ("dateTime", datetime.fromisoformat(words)) if "T" in words else None


def _time(words: str) -> Value | None:
    return ("time", time.fromisoformat(words)) if words.count(":") >= 2 else None


def _matching(kind: str, pattern: re.Pattern[str]) -> Callable[[str], Value | None]:
    """Return a reader of values of ``kind``, which keep their order as text."""
    return lambda words: (kind, words) if pattern.fullmatch(words) else None


_READERS: dict[str, Callable[[str], Value | None]] = {
    _STRING: lambda words: ("string", words),
    XSD + "decimal": _decimal,
    XSD + "double": _double,
    XSD + "float": _double,
    XSD + "boolean": _boolean,
    XSD + "date": _day,
    XSD + "dateTime": _moment,
    XSD + "time": _time,
    XSD + "gYear": _matching("gYear", _YEAR),
    XSD + "gYearMonth": _matching("gYearMonth", _MONTH),
    XSD + "duration": _matching("duration", _DURATION),
    **{XSD + name: _integer(name) for name in _BOUNDS},
}
