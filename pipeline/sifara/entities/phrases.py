"""Tables of words and phrases that are looked up at a position of a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sifara.entities.words import ARTICLE, Line, Variant, key, variants

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Match(Generic[V]):
    """A phrase found: tokens ``start`` to ``end`` (exclusive), how the first word was read, and the value."""

    start: int
    end: int
    variant: Variant
    value: V

    @property
    def definite(self) -> bool:
        """Whether the first word has the article."""
        return self.variant.definite


@dataclass(slots=True)
class PhraseTable(Generic[V]):
    """Phrases by the stem of their first word.

    A phrase that is written with the article on its first word is found only with it; a phrase of several words
    without it only so; a single word without it either way.
    """

    entries: dict[str, list[tuple[tuple[str, ...], bool | None, V]]] = field(default_factory=dict)
    # What a word may begin, so that the proclitics of a word are tried once a process.
    _known: dict[str, tuple[tuple[Variant, list[tuple[tuple[str, ...], bool | None, V]]], ...]] = field(
        default_factory=dict, repr=False
    )

    def add(self, phrase: str, value: V, bare: bool = False) -> None:
        """Enter a phrase; ``bare`` says that its first letters are no article (ألماني)."""
        words = [key(word) for word in phrase.split()]
        first, definite = words[0], None if len(words) == 1 else False
        if not bare and first.startswith(ARTICLE) and len(first) > len(ARTICLE) + 1:
            first, definite = first[len(ARTICLE) :], True
        self.entries.setdefault(first, []).append((tuple(words[1:]), definite, value))

    def add_all(self, phrases: Iterable[str], value: V) -> None:
        """Enter several phrases for one value."""
        for phrase in phrases:
            self.add(phrase, value)

    def finish(self) -> None:
        """Sort the entries so that the longest phrase is found first."""
        for entries in self.entries.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, line: Line, index: int, clitics: bool = True) -> Match[V] | None:
        """Find the longest phrase at token ``index``; with ``clitics`` false only words without proclitics."""
        if index >= len(line.keys):
            return None
        word = line.keys[index]
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = tuple(
                (variant, self.entries[variant.stem]) for variant in variants(word) if variant.stem in self.entries
            )
        if not known:
            return None
        best: Match[V] | None = None
        for variant, entries in known:
            if variant.clitics and not clitics:
                continue
            for rest, definite, value in entries:
                if definite is not None and definite != variant.definite:
                    continue
                end = index + 1 + len(rest)
                if best is not None and end <= best.end:
                    break
                if rest == line.keys[index + 1 : end]:
                    best = Match(index, end, variant, value)
                    break
        return best
