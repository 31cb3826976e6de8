"""What the rules that fill frames read: a sentence with its parse, who is meant in it, words and frames."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.document import EntityLayer
from sifara.events.discourse import Discourse
from sifara.events.frames import Frames
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed

_GOVERNING = ("HeadOfState", "HeadOfGovernment", "ForeignMinister", "DefenceMinister", "Minister", "CrownPrince")


class Offices:
    """The offices of a document: ``seats`` of persons, ``holders`` of any, whom ``envoys`` were sent by.

    Who serves a ministry has a seat of its state too; ``governing`` are those who speak for a state as "we".
    """

    def __init__(self, layer: EntityLayer) -> None:
        bodies = {e.id: e.country for e in layer.entities.values() if e.type == "GovernmentBody" and e.country}
        served = ((o.person, bodies[o.of]) for o in layer.offices if o.of in bodies)
        self.seats = frozenset([*((o.person, o.of) for o in layer.offices), *served])
        self.governing = frozenset(o.person for o in layer.offices if o.role in _GOVERNING)
        self.holders = frozenset(o.person for o in layer.offices)
        self.envoys = {o.person: o.of for o in layer.offices if o.role in ("Ambassador", "Envoy", "Official")}


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence, and what is known where it is read."""

    layer: EntityLayer
    offices: Offices
    discourse: Discourse
    parsed: Parsed
    lexicon: Frames
    grammar: Grammar


class Rules:
    """Rules over one sentence. They share what they read and no state; each is handed those that it asks."""

    def __init__(self, context: Context) -> None:
        self.layer = context.layer
        self.offices = context.offices
        self.discourse = context.discourse
        self.parsed = context.parsed
        self.lexicon = context.lexicon
        self.grammar = context.grammar

    def _type(self, entity: str) -> str:
        known = self.layer.entity(entity)
        return known.type if known else ""
