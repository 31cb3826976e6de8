"""Plain text files, with or without a block of ``name: value`` lines between ``---`` lines at the top."""

from __future__ import annotations

import re
from datetime import date

from sifara.document import Document
from sifara.reading.encoding import Undecodable, decode
from sifara.reading.fields import BadField, make
from sifara.reading.unreadable import Unreadable

FIELDS = ("id", "date", "title", "source", "url", "publisher")
_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


def read_plain(data: bytes, path: str, stem: str, day: date | None) -> Document | Unreadable:
    """Return the one document of a text file.

    Its text is what follows the front matter, to the last character as it was given; its id is ``stem``
    and its title the first line that is not empty, where the front matter says nothing else.
    """
    try:
        text = decode(data)
    except Undecodable as error:
        return Unreadable(path, error.line, error.column, str(error), stem)
    try:
        fields, body = split(text)
    except _BadLine as error:
        return Unreadable(path, error.line, 1, str(error), stem)
    fields.setdefault("id", stem)
    title = next((line.strip() for line in body.splitlines() if line.strip()), "")
    fields.setdefault("title", title)
    try:
        return make(fields, body, day)
    except BadField as error:
        return Unreadable(path, 0, 0, str(error), fields["id"])


class _BadLine(ValueError):
    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def split(text: str) -> tuple[dict[str, str], str]:
    r"""Return the fields of the front matter and the text after it.

    A text that merely begins with a rule of dashes has no front matter.

    >>> split("---\nid: a\n---\nWords.\n")
    ({'id': 'a'}, 'Words.\n')
    >>> split("---\nWords.\n")
    ({}, '---\nWords.\n')
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}, text
    fields: dict[str, str] = {}
    position, number = opening.end(), 1
    while position < len(text):
        match = _LINE.match(text, position)
        assert match is not None  # the pattern matches the empty string too
        line, position, number = match[0].strip(), match.end(), number + 1
        if line == "---":
            return fields, text[position:]
        name, colon, value = line.partition(":")
        name = name.strip().lower()
        if not line or line.startswith("#"):
            continue
        if not colon or name not in FIELDS:
            if not fields:
                return {}, text  # the first line is no field: a rule of dashes above ordinary text
            found = f"{line[:40]!r} in the front matter; expected one of {', '.join(FIELDS)}, or a line ---"
            raise _BadLine(number, f"found {found}")
        fields[name] = _unquote(value.strip())
    if fields:
        raise _BadLine(1, "the front matter that begins here has no end; close it with a line ---")
    return {}, text


def _unquote(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
