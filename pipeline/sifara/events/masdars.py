"""Who acts in a masdar, by the masdars and verbs that govern it and by what is named further on."""

from __future__ import annotations

from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.grammar import LightVerb
from sifara.events.parties import Party
from sifara.events.possessors import Possessors
from sifara.events.predicates import Group, Predicate
from sifara.events.slots import Slots

_DEPTH = 4  # masdars within masdars: "announced its decision to begin the withdrawal of"


class Masdars(Rules):
    """Finds who acts in a masdar by the masdars and verbs around it, and by what it governs."""

    def __init__(self, context: Context, conditions: Conditions, slots: Slots, possessors: Possessors) -> None:
        super().__init__(context)
        self.conditions = conditions
        self.slots = slots
        self.possessors = possessors

    def acting(self, carrier: Predicate, depth: int = 0) -> tuple[Party, ...]:
        """Who does what a light verb or its masdar tells: its subject; its adjective, owner, or who governs it."""
        if carrier.form != "noun":
            return self.discourse.subject_of(carrier)
        chunk, above = carrier.chunk, carrier.parent
        if above is not None and not self.grammar.lists["negators"].isdisjoint(above.marks):
            return ()  # "did not claim responsibility for the attack"
        if chunk.nisbas:
            return tuple(Party(e, n.start, n.end, "nisba") for n in chunk.nisbas for e in n.entities)
        if chunk.pronoun:
            return self.possessors.of(carrier)
        for group in carrier.genitives:
            named = self.discourse.parties(group, "owner")
            if named:
                return named
        if above is not None and any(v.control == "addressee" for v in above.light):
            return self.discourse.parties(above.objects[0], "addressee") if above.objects else ()
        if above is None or depth >= _DEPTH or not any(v.control == "subject" for v in above.light):
            return ()
        return self.acting(above, depth + 1)

    def by_pronoun(self, filled: Filled) -> None:
        """Put in who acts in "its recognition of", who suffers in "his arrest"."""
        frame, predicate = filled.frame, filled.predicate
        within = filled.carrier is not None and filled.carrier.form == "noun" and not filled.roles()
        if not predicate.chunk.pronoun or not (filled.light is None or within):
            return
        done = any(m in self.grammar.lists["passive_auxiliaries"] for m in predicate.marks)
        suffers = frame.genitive[:1] in (("target",), ("object",)) and not self.conditions.aimed(predicate, frame)
        hits = bool(predicate.objects) and (frame.two_sided or self.hits_another(filled))
        suffers = suffers and frame.genitive[0] != frame.subject and not hits
        struck = frame.genitive_suffers and not predicate.plural and not predicate.objects
        struck = struck and not self.conditions.aimed(predicate, frame)  # "its bombing", not "its bombings"
        role = frame.genitive[0] if suffers else frame.object if done or struck else frame.subject
        if role == frame.subject == "agent" and ((frame.with_nouns and frame.object == "none") or self._unmade(filled)):
            return  # "its liberation": of the town, and by others
        whose = self.possessors.victim if suffers or done or struck else self.possessors.of
        meant = whose(predicate) or (self._told_later(predicate) if frame.held and suffers else ())
        self.slots.put(filled, role, meant)

    def _told_later(self, masdar: Predicate) -> tuple[Party, ...]:
        """Who is named only in the clause that follows: "after his detention, they released the journalist X"."""
        chunk, lists = masdar.chunk, self.grammar.lists
        if chunk.index or chunk.prep not in lists["temporal_prepositions"] or chunk.pronoun not in ("3ms", "3fs"):
            return ()
        for verb in self.parsed.predicates:
            if verb.form == "verb" and verb.clause.kind == "main":
                groups = [verb.subject, *verb.objects, *(g for _, g in verb.preps)]
                named = [p for g in groups for p in self.discourse.parties(g, "told-later")]
                people = tuple(p for p in named if self._type(p.entity) == "Person")
                return people if self.possessors.fits(people, chunk.pronoun) else ()
        return ()

    @staticmethod
    def _unmade(filled: Filled) -> bool:
        """Whether only a name tells who makes a journey that leads nowhere: "thanked him for his visit"."""
        return filled.frame.journey and filled.frame.noun_needs == (frozenset({"agent"}),)

    def tells_of_others(self, filled: Filled, carrier: Predicate, light: LightVerb) -> bool:
        """Whether the subject of a verb only speaks of what those named after "between" do."""
        frame = filled.frame
        joint = frame.symmetric or any(
            frame.subject in frame.roles_of_prep(prep) for prep in self.grammar.lists["between"]
        )
        speaks = any(f.speech for f in carrier.frames)
        return joint and not light.own and (speaks or (frame.symmetric and light.embeds is not None))

    def hits_another(self, filled: Filled) -> bool:
        """Whether the bare phrase after a masdar's genitive names whom the deed is done to ("X's arming of Y")."""
        frame = filled.frame
        if frame.symmetric or frame.object in ("none", "topic", "content"):
            return False
        predicate = filled.predicate
        first = {p.entity for group in predicate.genitives for p in self.discourse.parties(group, "")}
        groups = [g for g in predicate.objects if g[0].mention is not None and g[0].mention.kind != "title"]
        named = {p.entity for group in groups for p in self.discourse.parties(group, "")} - first
        return any(self.lexicon.admits(frame, frame.object, self._type(e)) for e in sorted(named))

    def names_a_party(self, filled: Filled) -> bool:
        """Whether what is called for, promised or agreed to names a party in its own words: else it is a topic."""
        light, carrier = filled.light, filled.carrier
        if light is None or carrier is None or filled.predicate.form != "noun":
            return True
        if carrier.form == "noun" and any(f.event == filled.frame.event for f in carrier.frames):
            return False  # "an accord on a truce": told once
        if light.own or light.embeds is None:
            return True
        if light.embeds == "Actual" and filled.frame.embeds is not None:
            return False  # consent to a proposal is none
        refused = any(f.embeds and not f.denies for f in carrier.frames)
        if light.embeds == "Negated" and (not refused or len(filled.of("participant")) > 1):
            return True
        if any(c.pronoun for group in filled.predicate.genitives for c in group):
            return True  # "called on Russia to withdraw its forces"
        if filled.frame.missions and len(filled.of("participant")) > 1:
            return True  # "agreed to restore the ties": theirs, and nobody else's
        taken = {p.entity for p in self.acting(carrier)}
        taken |= {p.entity for group in carrier.objects for p in self.discourse.parties(group, "")}
        return any(e not in taken for _, e in filled.arguments)

    def hits_thing(self, predicate: Predicate) -> bool:
        """Whether a bare noun after the genitive of a deed is what it hits ("Washington's bombing of its plants")."""
        ending = self.grammar.accusative_ending
        things = [g[0] for g in predicate.objects if g[0].mention is not None or not g[0].word.endswith(ending)]
        return bool(things) and bool(predicate.genitives)

    def find(self, filled: Filled) -> None:
        """Add what stands further from a predicate: both sides of an accord or war, partners of what is agreed on."""
        if filled.predicate.form == "noun":
            self._signatories(filled)
            self._warring(filled)
        elif filled.frame.subject == "participant":
            self._partners(filled)

    def _signatories(self, filled: Filled) -> None:
        """Both sides of "the signing of an accord on trade between Egypt and Greece"."""
        frame, predicate = filled.frame, filled.predicate
        between = self.grammar.lists["between"]
        roles = [r for prep in sorted(between) for r in frame.roles_of_prep(prep)]
        if not (frame.names_object or frame.encounter) or not roles:
            return
        if any(prep in between for prep, _ in predicate.preps):
            return
        if frame.encounter and filled.of("participant"):
            return  # "in a meeting with him he spoke of the ties between"
        group = self._further(predicate, between)
        parties = self.discourse.parties(group, "between") if group else ()
        if len(parties) < 2:
            return
        filled.arguments = {k: a for k, a in filled.arguments.items() if k[0] not in (roles[0], frame.subject)}
        self.slots.put(filled, roles[0], parties)

    def _further(self, predicate: Predicate, preps: frozenset[str]) -> Group:
        """The phrase with one of these prepositions among those that go on from a noun."""
        for chunk in self.parsed.chunks[predicate.chunk.index + 1 :]:
            bare = not (chunk.genitive or chunk.prep or chunk.conj)
            if chunk.kind != "np" or (bare and chunk.mention is None):
                return []
            if chunk.prep in preps:
                deed = self.parsed.of_chunk.get(chunk.index - 1)
                joint = deed is not None and deed is not predicate and any(f.symmetric for f in deed.frames)
                if joint and any(f.encounter for f in predicate.frames):
                    return []  # "consultations on cooperation between": they cooperate
                return self.parsed.groups.get(chunk.index, [chunk])
            if chunk.mention is not None and chunk.mention.type == "Person":
                return []
        return []

    def _partners(self, filled: Filled) -> None:
        """With whom somebody "agreed to cooperate with" them."""
        for prep, group in filled.predicate.preps:
            deed = self.parsed.of_chunk.get(group[0].index)
            joint = deed is not None and deed.form == "noun" and any(f.symmetric for f in deed.frames)
            if not joint or "content" not in filled.frame.roles_of_prep(prep):
                continue
            for other, partners in deed.preps if deed is not None else ():
                if other in self.grammar.lists["accompaniment_prepositions"]:
                    self.slots.party(filled, "participant", partners, f"prep:{other}")

    def _warring(self, filled: Filled) -> None:
        """Of two adjectives the first tells who attacks and the second whom ("the Russian-Ukrainian war")."""
        frame, nisbas = filled.frame, filled.predicate.chunk.nisbas
        both = frame.place_suffers and frame.nisba == "agent" and frame.noun_needs == (frozenset({"agent", "target"}),)
        if both and len(nisbas) == 2 and "target" not in filled.roles():
            for entity in nisbas[1].entities:
                filled.arguments.pop(("agent", entity), None)
                self.slots.put(filled, "target", (Party(entity, nisbas[1].start, nisbas[1].end, "nisba"),))
