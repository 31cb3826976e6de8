"""Who acts in a noun by "of his" behind it ("in a first visit of his to") and by the verb whose purpose it tells."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.filled import PURPOSE, Filled
from sifara.events.parties import Party
from sifara.events.possessors import Possessors
from sifara.events.predicates import Predicate
from sifara.events.slots import Slots

_OF_HIS = "of-his"


class Purposes(Rules):
    """Finds who acts in a noun that says so by a pronoun behind it, or not at all."""

    def __init__(self, context: Context, conditions: Conditions, slots: Slots, possessors: Possessors) -> None:
        super().__init__(context)
        self.conditions = conditions
        self.slots = slots
        self.possessors = possessors

    def of_his(self, filled: Filled) -> bool:
        """Put in whose "a visit of his", "a meeting of his with" is; say whether there is such a pronoun."""
        frame, noun = filled.frame, filled.predicate
        after = next(iter(self.parsed.chunks[noun.chunk.index + 1 :]), None)
        if after is None or after.prep != self.grammar.clitic_preps["li"] or after.words or after.pronoun[:1] != "3":
            return False
        met = any(p in self.grammar.lists["accompaniment_prepositions"] for p, _ in noun.preps)
        if not (frame.journey or (frame.symmetric and frame.encounter and met)):
            return False  # "support for it"
        if frame.journey and frame.subject in filled.roles():
            return False
        parties = self._meant(noun, after)
        self.slots.put(filled, frame.subject, tuple(Party(p.entity, p.start, p.end, _OF_HIS) for p in parties))
        return bool(parties)

    def _meant(self, noun: Predicate, pronoun: Chunk) -> tuple[Party, ...]:
        """Whom the pronoun means: a guest, the subject or who was named last, if not at home where they go."""
        verb = noun.clause.verb
        guests: tuple[Party, ...] = ()
        if verb is not None and any(f.encounter for f in verb.frames) and any(f.journey for f in noun.frames):
            guests = tuple(p for g in verb.objects for p in self.discourse.parties(g, ""))
        own = self.possessors.of(Predicate(pronoun, "noun", noun.clause))
        named = self.parsed.chunks[: noun.chunk.index]
        last = [self.discourse.parties([c], "") for c in reversed(named) if c.mention is not None]
        host = self._hosts(noun)
        for parties in (guests, own, *last):
            people = len(parties) == 1 and self._type(parties[0].entity) == "Person"
            fits = self.possessors.fits(parties, pronoun.pronoun) and (people or pronoun.pronoun == "3d")
            if fits and not any((p.entity, h) in self.offices.seats for p in parties for h in host):
                return parties
        return ()

    def _hosts(self, noun: Predicate) -> set[str]:
        """The states to which a journey leads."""
        wanted = self.grammar.lists["destination_prepositions"]
        groups = [g for p, g in noun.preps if p in wanted and g[0].mention is not None]
        led = {p.entity for g in groups for p in self.discourse.parties(g, "")}
        return led | {self.layer.entities[e].country or "" for e in led if e in self.layer.entities}

    def meant_by_verb(self, filled: Filled) -> None:
        """Who goes somewhere "to meet X", "to hold talks with X" is the other party, if nobody else is told."""
        frame, noun, lists = filled.frame, filled.predicate, self.grammar.lists
        verb = noun.parent
        if noun.form != "noun" or filled.carrier is not None or not (frame.symmetric and frame.encounter):
            return
        if verb is None or verb.form != "verb" or len(filled.of("participant")) != 1 or noun.chunk.pronoun:
            return
        aims = {self.grammar.clitic_preps["li"]} | lists["purpose_prepositions"]
        if noun.link not in aims or not any(f.journey and not self.conditions.passive(verb, f) for f in verb.frames):
            return
        parties = self.discourse.subject_of(verb)
        self.slots.put(filled, "participant", tuple(Party(p.entity, p.start, p.end, PURPOSE) for p in parties))
