"""What is true of whole classes of events, read from ``lexicon/frames/roles.yaml`` (the README there has the keys)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sifara.events.grammar import load_yaml


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes of events: what may fill their roles, what they have in common, which tells another more closely."""

    types: Mapping[str, Mapping[str, frozenset[str]]]  # class (or "default") -> role -> classes of entities
    political: frozenset[str]  # classes of entities that are political parties by themselves
    having: dict[str, frozenset[str]]  # property -> classes of events
    broader: Mapping[str, str]  # class -> the one that it is a special case of
    never_act: frozenset[str]  # entities under whose names nobody acts
    provinces_of: frozenset[str]  # states whose regions are places like towns
    self_governed: frozenset[str]  # regions of theirs that act

    def has(self, event: str, name: str) -> bool:
        """Say whether events of a class have the property of this name."""
        return event in self.having[name]

    def province(self, entity: str, kind: str, country: str | None) -> bool:
        """Say whether an entity is a region that is a place like a town, and no party."""
        return kind == "Region" and country in self.provinces_of and entity not in self.self_governed

    def family(self, event: str) -> str:
        """Give the class that a class of events is a special case of, or the class itself."""
        return self.broader.get(event, event)


@cache
def classes() -> Classes:
    """Load what is told of classes of events once."""
    roles = load_yaml("frames", "roles.yaml")
    by_class = {"default": roles["default"], **roles["by_class"]}
    return Classes(
        types={event: {r: frozenset(v) for r, v in by_role.items()} for event, by_role in by_class.items()},
        political=frozenset(roles["political"]),
        having={name: frozenset(v) for name, v in roles["properties"].items()},
        broader=roles["broader"],
        never_act=frozenset(roles["never_act"]),
        provinces_of=frozenset(roles["provinces_of"]),
        self_governed=frozenset(roles["self_governed"]),
    )
