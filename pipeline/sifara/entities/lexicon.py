"""Everything that the scanner of entities looks up, by kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sifara.entities.entries import Anaphor, Head, Pattern
from sifara.entities.nisba import Nisba
from sifara.entities.phrases import PhraseTable
from sifara.entities.words import ARTICLE, Line


@dataclass(slots=True)
class Lexicon:
    """Everything the scanner looks up, by kind."""

    heads: PhraseTable[Head] = field(default_factory=PhraseTable)
    honorifics: PhraseTable[str] = field(default_factory=PhraseTable)
    modifiers: PhraseTable[bool] = field(default_factory=PhraseTable)
    nisbas: PhraseTable[Nisba] = field(default_factory=PhraseTable)
    collectives: PhraseTable[str] = field(default_factory=PhraseTable)
    rebels: PhraseTable[bool] = field(default_factory=PhraseTable)
    forces: str = ""  # the noun in the Arabic label of a leader's forces
    loyal: frozenset[str] = frozenset()  # English labels of groups that fight for a state
    introducers: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by name: what vouches for it
    occupiers: dict[str, frozenset[str]] = field(default_factory=dict)  # by state: whom a document names with it
    ministries: PhraseTable[bool] = field(default_factory=PhraseTable)
    patterns: PhraseTable[tuple[Pattern, ...]] = field(default_factory=PhraseTable)
    places: PhraseTable[str] = field(default_factory=PhraseTable)
    anaphors: PhraseTable[Anaphor] = field(default_factory=PhraseTable)
    fields: dict[str, str] = field(default_factory=dict)  # a ministry's field (stem) to its role
    field_labels: dict[str, str] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    lists: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    seats: dict[str, tuple[str, ...]] = field(default_factory=dict)  # phrase to countries (English labels)
    unions: dict[str, str] = field(default_factory=dict)  # part of the world -> organisation of its states
    roles_by_country: dict[str, dict[str, str]] = field(default_factory=dict)
    kingdoms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acting_cities: dict[str, str] = field(default_factory=dict)
    never_acting: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    no_anaphor: frozenset[tuple[str, str]] = frozenset()  # pairs of neighbours in which a word points to nothing

    def has(self, name: str, word: str) -> bool:
        """Say whether a key is in a word list of the language data."""
        return word in self.sets[name]

    def common(self, line: Line, index: int) -> bool:
        """Say whether a word of the lists, of whatever kind, begins at a token."""
        tables: tuple[PhraseTable[Any], ...] = (
            self.heads,
            self.honorifics,
            self.modifiers,
            self.places,
            self.ministries,
            self.anaphors,
            self.patterns,
            self.collectives,
            self.nisbas,
        )
        return any(table.find(line, index) is not None for table in tables)


__all__ = ["ARTICLE", "Anaphor", "Head", "Lexicon", "Pattern"]
