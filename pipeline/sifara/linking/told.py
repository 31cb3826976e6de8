"""What a document tells as a whole: which states it speaks of, where names begin and end, who is in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.document import Annotated, Entity, Mention
from sifara.entities.words import key

SPACES = frozenset({"Country", "City", "Region"})
_BESIDE = 4  # characters between names of a list, at most


@dataclass(slots=True)
class Told:
    """What one document tells."""

    annotated: Annotated
    families: set[str] = field(default_factory=set)  # keys of the family names of people in it
    spoken: dict[str, int] = field(default_factory=dict)  # how often a state is spoken of, by its id
    named: dict[str, int] = field(default_factory=dict)  # how often an entity is named, by its id
    starts: dict[int, Mention] = field(default_factory=dict)
    ends: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look at all mentions once."""
        entities = self.annotated.entities.entities
        for mention in self.annotated.entities.mentions:
            if mention.inner:
                continue
            self.starts[mention.start], self.ends[mention.end] = mention, mention
            for name in mention.entities:
                entity = entities.get(name)
                state = name if entity is not None and entity.type == "Country" else entity and entity.country
                if entity is not None and entity.type == "Person":
                    self.add_person(entity)
                elif state:
                    self.named[name] = self.named.get(name, 0) + 1
                    self.spoken[state] = self.spoken.get(state, 0) + 1

    def add_person(self, person: Entity) -> None:
        """Keep the family name of somebody in the document."""
        words = person.label_ar.split()
        if len(words) > 1:
            self.families.add(key(words[-1]))

    def adjoin(self, end: int, start: int) -> bool:
        """Say whether only spaces of one line lie between."""
        between = self.annotated.text.document.text[end:start]
        return between.isspace() and "\n" not in between

    def listed(self, end: int) -> bool:
        """Say whether the name of a listed entity, or of whoever does something, ends there."""
        mention = self.ends.get(end)
        entities = self.annotated.entities.entities
        return mention is not None and any(
            (found := entities.get(name)) is not None and (found.listed or found.type == "Person")
            for name in mention.entities
        )

    def others(self, entity: Entity, own: int = 1) -> bool:
        """Say whether more in the document speaks of the state than ``own`` namings."""
        state = entity.id if entity.type == "Country" else entity.country
        return self.spoken.get(state or "", 0) > own

    def beside(self, mention: Mention) -> bool:
        """Say whether another place stands beside the name, in a list."""
        entities = self.annotated.entities.entities
        for other in self.starts.values():
            gap = mention.start - other.end if other.end <= mention.start else other.start - mention.end
            if other is not mention and 0 <= gap < _BESIDE and any(
                (found := entities.get(name)) is not None and found.type in SPACES for name in other.entities
            ):
                return True
        return False
