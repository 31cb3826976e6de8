"""JSON Lines: one object a line with id, text, date, title, url or source, publisher."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from sifara.document import Document
from sifara.reading.encoding import Undecodable, decode
from sifara.reading.fields import BadField, make
from sifara.reading.unreadable import Unreadable

_TEXT_FIELDS = ("date", "title", "source", "url", "publisher")


def read_jsonl(lines: Iterable[bytes], path: str, stem: str, day: date | None) -> Iterator[Document | Unreadable]:
    """Yield a document, or the reason why there is none, for each line that is not blank.

    A line without an id takes ``stem`` and its number for one. Unknown fields are left alone.
    """
    for number, data in enumerate(lines, 1):
        if data.strip():
            yield _read_line(data, path, number, f"{stem}-{number}", day)


def _read_line(data: bytes, path: str, number: int, name: str, day: date | None) -> Document | Unreadable:
    try:
        record = json.loads(decode(data))
    except Undecodable as error:
        return Unreadable(path, number, error.column, str(error))
    except json.JSONDecodeError as error:
        return Unreadable(path, number, error.colno, f"not JSON: {error.msg}")
    except (RecursionError, ValueError) as error:  # nested too deep; a number too long
        return Unreadable(path, number, 1, f"not usable JSON: {error}")
    if not isinstance(record, dict):
        return Unreadable(path, number, 1, f"found a JSON {type(record).__name__}; expected an object with a text")
    given = record.get("id")
    name = str(given) if isinstance(given, str | int) and str(given).strip() else name
    text = record.get("text")
    if not isinstance(text, str):
        return Unreadable(path, number, 1, 'the object has no "text" that is a string', name)
    fields = {"id": name}
    for key in _TEXT_FIELDS:
        value = record.get(key)
        if value is None:
            continue
        if not isinstance(value, str):
            reason = f'the field "{key}" is a {type(value).__name__}; expected a string'
            return Unreadable(path, number, 1, reason, name)
        fields[key] = value
    try:
        return make(fields, text, day)
    except BadField as error:
        return Unreadable(path, number, 1, str(error), name)
