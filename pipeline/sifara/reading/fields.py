"""What both formats share: a document from its fields, checked."""

from __future__ import annotations

import re
from datetime import date

from sifara.document import Document

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])")
_SURROGATE = re.compile("[\ud800-\udfff]")


class BadField(ValueError):
    """A field that a document cannot have; the text of the error is the reason."""


def parse_date(value: str) -> date:
    """Return the day that ``value`` begins with, an ISO 8601 date or date and time.

    :raises BadField: for everything else.

    >>> parse_date("2021-05-20T18:30:00+03:00")
    datetime.date(2021, 5, 20)
    """
    match = _ISO.match(value.strip())
    try:
        if match is not None:
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        pass
    raise BadField(f"the date {value!r} is no day; expected YYYY-MM-DD, like 2021-05-20")


def make(fields: dict[str, str], text: str, day: date | None) -> Document:
    """Return the document that ``fields`` (id, date, title, source or url, publisher) and ``text`` describe.

    ``day`` stands in where there is no date. Empty fields count as missing.

    :raises BadField: if the text is empty, a date is none or a field cannot be written as UTF-8.
    """
    fields = {key: value.strip() for key, value in fields.items() if value.strip()}
    for name, value in (*fields.items(), ("text", text)):
        if _SURROGATE.search(value):
            raise BadField(f"the field {name!r} holds half of a surrogate pair; expected whole characters")
    if not text.strip():
        raise BadField("the document has no text")
    return Document(
        id=fields["id"],
        text=text,
        date=parse_date(fields["date"]) if "date" in fields else day,
        title=fields.get("title"),
        source=fields.get("source") or fields.get("url"),
        publisher=fields.get("publisher"),
    )
