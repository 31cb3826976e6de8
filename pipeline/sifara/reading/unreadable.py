"""The record that stands in place of a document that could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One document that was left out, and why.

    ``path`` is the file as it was given ("-" for standard input); ``line`` and ``column`` count from 1
    and are 0 where the trouble is with the whole file. ``id`` is that of the document, as far as known.
    """

    path: str
    line: int
    column: int
    reason: str
    id: str | None = None

    def __str__(self) -> str:
        """Return the place and the reason in one line, as compilers write them."""
        place = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        return f"{place}: {self.reason}"
