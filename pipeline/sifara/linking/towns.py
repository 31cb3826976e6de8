"""The police of London is not that of the state: capitals that are read as their states, where the town is meant."""

from __future__ import annotations

from dataclasses import replace

from sifara.document import Annotated, Mention
from sifara.entities import Knowledge
from sifara.entities.words import key
from sifara.linking.words import of_the_town

_RULE = "capital"
_BEFORE = 30  # characters that are looked at


def with_towns(annotated: Annotated, knowledge: Knowledge) -> Annotated:
    """Return the document with the town in place of the state wherever a word before its name says so.

    Arguments of events that rest on these words follow.
    """
    text = annotated.text.document.text
    moved: dict[tuple[int, int], tuple[str, str]] = {}
    mentions: list[Mention] = []
    for mention in annotated.entities.mentions:
        town = _town(mention, text, knowledge)
        if town is not None:
            moved[mention.start, mention.end] = (mention.entities[0], town)
            mention = replace(mention, entities=(town,), type="City", rule="town")
        mentions.append(mention)
    if not moved:
        return annotated
    entities = dict(annotated.entities.entities)
    for _, town in moved.values():
        entities.setdefault(town, knowledge.known[town].entity)
    used = {name for mention in mentions for name in mention.entities} | {o.of for o in annotated.entities.offices}
    events = tuple(
        replace(
            event,
            arguments=tuple(
                replace(a, entity=moved[a.start, a.end][1])
                if moved.get((a.start, a.end), ("", ""))[0] == a.entity
                else a
                for a in event.arguments
            ),
        )
        for event in annotated.events
    )
    used |= {argument.entity for event in events for argument in event.arguments}
    used |= {name for event in events for name in (*event.topics, event.attributed_to)if name}
    layer = replace(
        annotated.entities,
        mentions=tuple(mentions),
        entities={name: entity for name, entity in entities.items() if name in used},
    )
    return replace(annotated, entities=layer, events=events)


def _town(mention: Mention, text: str, knowledge: Knowledge) -> str | None:
    if mention.rule != _RULE or len(mention.entities) != 1 or mention.inner:
        return None
    town = knowledge.capitals.get(mention.entities[0])
    if town is None or not of_the_town(text[max(0, mention.start - _BEFORE) : mention.start]):
        return None
    words = key(text[mention.start : mention.end])
    return town if words in {key(name) for name in knowledge.known[town].names} else None
