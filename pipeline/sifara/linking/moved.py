"""What a mention means instead of the entity that was read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sifara.document import Entity, Mention
from sifara.entities.spelling import identifier

LONGER = "longer name"
#: How the rule of a mention begins whose meaning is open; the sign follows.
DOUBTFUL = "doubtful: "
TOWN_OR_STATE = "the town or its state"


@dataclass(frozen=True, slots=True)
class Moved:
    """A mention, and the entity that it means instead of the one that was read."""

    mention: Mention
    entity: Entity


def unlisted(mention: Mention, words: list[str], type_: str, entity: Entity, rule: str = LONGER) -> Moved:
    """Return ``mention`` as one of an entity of that name and type, which no table lists."""
    label = " ".join(words)
    country = entity.id if entity.type == "Country" else entity.country
    found = Entity(
        identifier(label), type_, label, None, None, (), country if type_ == "Region" else None, listed=False
    )
    return Moved(replace(mention, entities=(found.id,), type=type_, rule=rule), found)


def left_open(mention: Mention, words: list[str], entity: Entity, sign: str) -> Moved:
    """Return ``mention`` as one of something that may be ``entity``, with a sign that it may be something else."""
    label = " ".join(words)
    name = f"{identifier(label)}_({entity.type.lower()})"
    country = entity.country if entity.type != "Country" else None
    found = Entity(name, entity.type, label, None, None, (), country, listed=False)
    return Moved(replace(mention, entities=(name,), rule=DOUBTFUL + sign), found)
