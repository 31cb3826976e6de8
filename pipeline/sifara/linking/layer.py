"""Linking at build time: the entities of one document as cases, and the document with them settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Protocol

from sifara.document import Annotated, Document, Entity, EntityLayer
from sifara.entities import Knowledge
from sifara.entities.spelling import identifier
from sifara.linking.items import LINKED, OPEN, Case, Decision, Scene
from sifara.linking.moved import DOUBTFUL
from sifara.linking.parts import with_whole_names
from sifara.linking.ranking import Linker

_NAMING = frozenset({"name", "titled"})
#: A listed reading that is still the likeliest stays below the threshold of links, as long as it is likelier than not.
#: Only then: otherwise every surname that stands alone in a short text would fall apart from the person.
_LIKELY = 0.5
#: Places need no such care: one that is not certain is not asserted.
_PLACES = frozenset({"City", "Region"})
_LINKABLE = frozenset(
    {
        *("Person", "Country", "City", "Region", "Treaty", "Project", "Organization", "GovernmentBody"),
        *("IntergovernmentalOrganization", "ArmedGroup", "Party", "Company", "MediaOutlet"),
    }
)


def scene_of(layer: EntityLayer, day: date | None) -> Scene:
    """Return what surrounds the entities of ``layer``."""
    countries: dict[str, int] = {}
    own: dict[str, int] = {}
    for mention in layer.mentions:
        for name in mention.entities:
            entity = layer.entities.get(name)
            if entity is None or entity.type == "Person":
                continue
            country = entity.id if entity.type == "Country" else entity.country
            if country is not None:
                countries[country] = countries.get(country, 0) + 1
                own[name] = own.get(name, 0) + 1
    states = frozenset(name for name, entity in layer.entities.items() if entity.type == "Country")
    return Scene(day, countries, own, states)


def cases_of(layer: EntityLayer, text: str) -> list[Case]:
    """Return the entities of ``layer`` that something names, as cases, in the order of their ids."""
    spoken: dict[str, dict[str, None]] = {}
    titled: dict[str, list[str]] = {}
    for mention in layer.mentions:
        if len(mention.entities) == 1 and mention.kind in _NAMING:
            words = " ".join(text[mention.start : mention.end].split())
            if mention.kind == "name":
                spoken.setdefault(mention.entities[0], {})[words] = None
            else:
                titled.setdefault(mention.entities[0], []).append(words)
    doubts: dict[str, dict[str, None]] = {}
    for mention in layer.mentions:
        if mention.rule.startswith(DOUBTFUL) and not mention.inner:
            doubts.setdefault(mention.entities[0], {})[mention.rule.removeprefix(DOUBTFUL)] = None
    offices: dict[str, dict[tuple[str, str], None]] = {}
    for office in layer.offices:
        offices.setdefault(office.person, {})[office.role, office.of] = None
    return [
        Case(
            name,
            entity.type,
            _names(entity, spoken.get(name, {}), titled.get(name, [])),
            tuple(offices.get(name, ())),
            name if entity.listed else None,
            entity.country,
            name in spoken or name in titled,
            tuple(sorted(doubts.get(name, ()))),
        )
        for name, entity in sorted(layer.entities.items())
        if entity.type in _LINKABLE
    ]


def _names(entity: Entity, spoken: Iterable[str], titled: list[str]) -> tuple[str, ...]:
    """Return the names by which a document calls an entity, the longest first; titles are no part of them."""
    found = dict.fromkeys(spoken)
    for words in titled:
        inside = [name for name in (entity.label_ar, *entity.aliases) if name in words]
        if inside:
            found[max(inside, key=len)] = None
    if not entity.listed:
        found[entity.label_ar] = None
    return tuple(sorted(found, key=lambda name: (-len(name.split()), name)))


def link_layer(layer: EntityLayer, document: Document, linker: Linker) -> list[Decision]:
    """Decide every entity that ``document`` names."""
    scene = scene_of(layer, document.date)
    return [linker.decide(case, scene) for case in cases_of(layer, document.text)]


def settle(annotated: Annotated, linker: Linker) -> tuple[Annotated, list[Decision]]:
    """Return the document with each entity that is surely another one in its place, and the decisions.

    Somebody unlisted who is surely listed becomes the listed one. A listed one who is surely another listed one
    becomes that one; where somebody else is as likely, an unlisted one takes the place, under the name that the
    document uses. All that refers to the entity (mentions, offices, events) follows.
    """
    annotated = with_whole_names(annotated, Knowledge.load())
    document = annotated.text.document
    decisions = link_layer(annotated.entities, document, linker)
    moved: dict[str, Entity] = {}
    for decision in decisions:
        entity = annotated.entities.entities[decision.case.entity]
        target = _target(decision, entity, linker)
        if target is not None and target.id != entity.id:
            moved[entity.id] = target
    if not moved:
        return annotated, decisions
    return _renamed(annotated, moved), decisions


def _target(decision: Decision, entity: Entity, linker: Linker) -> Entity | None:
    case = decision.case
    if decision.status == LINKED:
        item = decision.candidates[0].item
        known = Knowledge.load().known.get(item.id)
        if item.id == entity.id or known is None:
            return None
        return replace(known.entity, country=known.entity.country or entity.country)
    if entity.listed and entity.qid and decision.status == OPEN and case.named and case.names:
        best = decision.candidates[0]
        if best.item.id == entity.id and best.score > _LIKELY and entity.type not in _PLACES:
            return None
        label = case.names[0]
        name = identifier(label)
        taken = name in linker.index.items or entity.type in _PLACES
        name = f"{name}_({entity.type.lower()})" if taken else name
        return Entity(name, entity.type, label, None, None, case.names[1:], entity.country, False)
    return None


def _renamed(annotated: Annotated, moved: dict[str, Entity]) -> Annotated:
    """Return ``annotated`` with the entities of ``moved`` in place of those that are its keys."""

    def name(old: str) -> str:
        return moved[old].id if old in moved else old

    def names(old: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(name, old)))

    layer = annotated.entities
    entities: dict[str, Entity] = {}
    for one, entity in layer.entities.items():
        target = moved.get(one, entity)
        before = entities.get(target.id)
        aliases = dict.fromkeys((*(before.aliases if before else target.aliases), *entity.aliases, entity.label_ar))
        aliases.pop(target.label_ar, None)
        changed = one in moved or before is not None
        entities[target.id] = replace(before or target, aliases=tuple(aliases)) if changed else target
    offices = {
        (name(o.person), o.role, name(o.of)): replace(o, person=name(o.person), of=name(o.of)) for o in layer.offices
    }
    events = tuple(
        replace(
            event,
            arguments=tuple(
                {(a.role, name(a.entity)): replace(a, entity=name(a.entity)) for a in event.arguments}.values()
            ),
            topics=names(event.topics),
            attributed_to=name(event.attributed_to) if event.attributed_to else event.attributed_to,
        )
        for event in annotated.events
    )
    mentions = tuple(replace(mention, entities=names(mention.entities)) for mention in layer.mentions)
    return replace(annotated, entities=EntityLayer(mentions, entities, tuple(offices.values())), events=events)


class Reader(Protocol):
    """What takes a document apart."""

    def annotate(self, document: Document) -> Annotated:
        """Return everything that can be found in ``document``."""


class Settled:
    """Takes documents apart as ``reader`` does, and settles who is meant in each."""

    def __init__(self, reader: Reader, linker: Linker) -> None:
        self._reader = reader
        self._linker = linker

    def annotate(self, document: Document) -> Annotated:
        """Return everything that can be found in ``document``, with :func:`settle` applied."""
        return settle(self._reader.annotate(document), self._linker)[0]
