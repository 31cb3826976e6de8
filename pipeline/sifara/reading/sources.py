"""Where documents come from: files, folders (sorted, with everything below them), standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from sifara.document import Document
from sifara.errors import InputError
from sifara.reading.jsonl import read_jsonl
from sifara.reading.plain import read_plain
from sifara.reading.unreadable import Unreadable

PLAIN = (".txt",)
JSON_LINES = (".jsonl", ".ndjson")


def files(inputs: Iterable[str]) -> list[str]:
    """Return the files that ``inputs`` stand for, in order; a folder gives its own sorted by path.

    :raises InputError: if an input does not exist, or a folder holds no document at all.
    """
    found: list[str] = []
    for name in inputs:
        path = Path(name)
        if name == "-" or path.is_file():
            found.append(name)
        elif path.is_dir():
            below = sorted(p for p in path.rglob("*") if p.suffix.lower() in PLAIN + JSON_LINES and p.is_file())
            if not below:
                raise InputError(f"the folder {name} holds no {', '.join(PLAIN + JSON_LINES)} file")
            found += map(str, below)
        else:
            raise InputError(f"there is no file or folder {name}; give .txt or .jsonl files, folders, or - ")
    return found


def read(inputs: Iterable[str], day: date | None = None) -> Iterator[Document | Unreadable]:
    """Yield every document of ``inputs`` ("-" is standard input) in order, one at a time.

    ``day`` is the date of publication of those that name none. A second document with an id that was
    already read is left out, as it would take the place of the first.

    :raises InputError: if an input does not exist (see :func:`files`).
    """
    return (item for _, item in read_located(inputs, day))


def read_located(inputs: Iterable[str], day: date | None = None) -> Iterator[tuple[str, Document | Unreadable]]:
    """Yield what :func:`read` yields, each with the file it comes from."""
    seen: dict[str, str] = {}
    for path in files(inputs):
        for item in _read_file(path, day):
            if isinstance(item, Document):
                if item.id in seen:
                    reason = f"the id {item.id!r} was already read from {seen[item.id]}; give each document its own"
                    item = Unreadable(path, 0, 0, reason, item.id)
                else:
                    seen[item.id] = path
            yield path, item


def _read_file(path: str, day: date | None) -> Iterator[Document | Unreadable]:
    try:
        if path == "-":
            yield from _read_bytes(sys.stdin.buffer.read(), path, "stdin", day)
        elif Path(path).suffix.lower() in JSON_LINES:
            with open(path, "rb") as file:
                yield from read_jsonl(file, path, Path(path).stem, day)
        elif Path(path).suffix.lower() in PLAIN:
            yield read_plain(Path(path).read_bytes(), path, Path(path).stem, day)
        else:
            yield from _read_bytes(Path(path).read_bytes(), path, Path(path).stem, day)
    except OSError as error:
        yield Unreadable(path, 0, 0, f"cannot be read: {error.strerror or error}")


def _read_bytes(data: bytes, path: str, stem: str, day: date | None) -> Iterator[Document | Unreadable]:
    """Read JSON Lines if the first character is a brace, else plain text."""
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        yield from read_jsonl(BytesIO(data), path, stem, day)
    else:
        yield read_plain(data, path, stem, day)
