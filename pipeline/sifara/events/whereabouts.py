"""Where an event was and on what occasion: its place and parties by the clause around it."""

from __future__ import annotations

from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.parties import Party
from sifara.events.predicates import Predicate
from sifara.events.slots import Slots

_STAGES = ("Country", "City", "Region")


class Whereabouts(Rules):
    """Fills what the words around a predicate tell of its place and its occasion."""

    def __init__(self, context: Context, slots: Slots) -> None:
        super().__init__(context)
        self.slots = slots

    def place(self, filled: Filled) -> None:
        """The place of an event by the verb that tells how it went, or by the occasion beside which it was.

        "Talks that lasted two hours in Ankara", "they met on the sidelines of a summit in Cairo".
        """
        predicate = filled.predicate
        if filled.frame.journey:
            self._stages(filled)
        if filled.frame.public and not filled.frame.symmetric:
            self._scene(filled)
        told = [
            v
            for v in self.parsed.predicates
            if v.antecedent is predicate.chunk and v is not filled.carrier and not v.subject
            if any(light.control == "subjectless" for light in v.light)
        ]
        during = self.grammar.lists["during_prepositions"]
        beside = [self.parsed.of_chunk.get(g[0].index) for p, g in predicate.preps if p in during]
        for other in [*told, *(n for n in beside if n is not None and n.form == "noun" and filled.frame.symmetric)]:
            for prep, group in other.preps:
                first = group[0].mention
                place = first is not None and first.type in ("City", "Region")
                if place and prep in self.grammar.lists["place_prepositions"] and "place" not in filled.roles():
                    self.slots.put(filled, "place", self.discourse.parties(group, f"prep:{prep}"))

    def _scene(self, filled: Filled) -> None:
        """Where there was a protest or an attack by the town that saw it: "Madrid saw marches against"."""
        verb = filled.predicate.parent
        if verb is None or filled.predicate.link != "object" or verb.form != "verb":
            return
        if verb.chunk.head_lemmas & self.grammar.lists["host_verbs"]:
            named = self.discourse.parties(verb.subject, "scene")
            self.slots.put(filled, "place", tuple(p for p in named if self._type(p.entity) in _STAGES))

    def _stages(self, filled: Filled) -> None:
        """The states of a journey by its relative clause: "a tour that takes him to", "that covers", "lasting in"."""
        lists = self.grammar.lists
        for verb in self.parsed.predicates:
            if verb.antecedent is not filled.predicate.chunk or verb.form != "verb" or verb is filled.carrier:
                continue
            tours = bool(verb.chunk.head_lemmas & lists["touring_verbs"])
            lasts = any(light.control == "subjectless" for light in verb.light) and not verb.subject
            if not (tours or lasts):
                continue
            wanted = lists["destination_prepositions" if tours else "place_prepositions"]
            groups = [g for p, g in verb.preps if p in wanted] + (verb.objects if tours else [])
            for group in groups:
                named = self.discourse.parties(group, "stage")
                self.slots.put(filled, "target", tuple(p for p in named if self._type(p.entity) in _STAGES))

    def occasion(self, filled: Filled) -> None:
        """Who acts "in a call with" or "after talks with" somebody was the other party of them."""
        predicate, verb = filled.predicate, filled.predicate.clause.verb
        held = filled.light is not None and filled.light.control != "subjectless"  # but "a meeting that lasted"
        if not filled.frame.symmetric or held or predicate.chunk.pronoun or verb is None:
            return
        if predicate.chunk.prep not in self.grammar.lists["occasion_prepositions"] | filled.frame.adverbial:
            return
        if predicate.genitives or predicate.chunk.nisbas:
            return
        met = [g for p, g in predicate.preps if p in self.grammar.lists["accompaniment_prepositions"]]
        parties = self.discourse.subject_of(verb)
        if not met and predicate.parent is verb and not any(
            p in self.grammar.lists["between"] for p, _ in predicate.preps
        ):
            parties = self._both_sides(verb, parties)  # "the king told the minister in a call"
        elif not met:
            return
        self.slots.put(filled, "participant", tuple(Party(p.entity, p.start, p.end, "occasion") for p in parties))

    def _both_sides(self, verb: Predicate, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Subject and addressee of a verb, if they can have spoken with one another; else none."""
        addressed = [p for g in verb.objects for p in self.discourse.parties(g, "object")]
        both = {p.entity: p for p in (*parties, *addressed) if self._type(p.entity) in ("Person", "Country")}
        return tuple(both.values()) if len(both) > 1 and parties else ()
