"""What one document's scan knows: the tables, the date, and whom the document has named."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sifara.document import Entity
from sifara.entities.gazetteer import Hit
from sifara.entities.knowledge import Knowledge, Known
from sifara.entities.lexicon import Lexicon
from sifara.entities.words import ARTICLE, Line


@dataclass(slots=True)
class Scope:
    """State of one document.

    ``families`` maps a family name (a key, words joined by spaces) to the people of the document who bear it.
    ``present`` are the ids of listed entities that the document surely names; ``made`` the unlisted ones.
    """

    knowledge: Knowledge
    day: date | None
    families: dict[str, list[str]] = field(default_factory=dict)
    family_words: set[str] = field(default_factory=set)  # the first words of the family names
    earlier: set[str] = field(default_factory=set)  # family names of listed people that stood alone first
    lexicon: Lexicon = field(init=False)
    present: set[str] = field(default_factory=set)
    countries: dict[str, int] = field(default_factory=dict)
    final_ya: bool = True  # whether the document writes final ya with its dots
    maqsura: bool = False  # whether it writes على with a maqsura, more often than with a dotted ya
    made: dict[str, Entity] = field(default_factory=dict)
    forces: set[str] = field(default_factory=set)  # of ``made``, the forces named by their leader: قوات صالح
    hits: dict[int, dict[int, list[Hit]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lexicon = self.knowledge.lexicon

    def bear(self, family: str, person: str) -> None:
        """Note that a person of the document bears a family name."""
        bearers = self.families.setdefault(family, [])
        if person not in bearers:
            bearers.append(person)
        self.family_words.add(family.split()[0])

    def definite(self, word: str) -> bool:
        """Say whether a key begins with the article (إلى and الآن do not)."""
        return word.startswith(ARTICLE) and word not in self.lexicon.sets["stops"]

    def hits_at(self, line: Line, index: int) -> list[Hit]:
        """Give the listed names that begin at a token, longest first."""
        return self.hits[line.sentence.index].get(index, [])

    def entity(self, name: str) -> Entity:
        """Give an entity by id, listed or made for this document."""
        made = self.made.get(name)
        return made if made is not None else self.knowledge.known[name].entity

    def most_spoken(self, people: list[str]) -> str | None:
        """Choose among people of one name the one whose state the document speaks of most, ``None`` without one."""
        rows = self.knowledge.by_person
        states = {one: {row.of for row in rows.get(one, ())} | {self.entity(one).country or ""} for one in people}
        spoken = {one: max(self.countries.get(state, 0) for state in found) for one, found in states.items()}
        most = max(spoken.values(), default=0)
        chosen = [one for one in people if spoken[one] == most]
        return chosen[0] if most and len(chosen) == 1 else None

    def known(self, name: str) -> Known | None:
        """Give the record of a listed entity, ``None`` for one that only this document has."""
        return self.knowledge.known.get(name)

    def country_of(self, name: str | None) -> str | None:
        """Give the country an entity is or belongs to."""
        if name is None:
            return None
        entity = self.entity(name)
        return entity.id if entity.type == "Country" else entity.country

    def make(self, name: str, type_: str, words: str, english: str | None, country: str | None) -> None:
        """Make an unlisted entity of this document, unless it is made already."""
        if name not in self.made:
            self.made[name] = Entity(name, type_, words, english, None, (), country, False)
