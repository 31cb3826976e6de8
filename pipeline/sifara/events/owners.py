"""Whose thing a noun phrase names: by its genitive, its adjective, or the phrase behind it."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.events.agreement import several
from sifara.events.chunk import Chunk
from sifara.events.parties import Party
from sifara.events.predicates import Predicate
from sifara.events.sorts import ACTING
from sifara.events.strangers import Strangers

_OFFICERS = ("title", "titled", "spokesperson")
_RANKS = ("ArmedGroup", "Party")  # an unnamed member of one stands for it
ARMS = "arms"  # rule of a state whose planes or ships act
GIVER = "giver"  # rule of a party from whom something comes: a capital there is its state


def _alike(one: str, other: str) -> bool:
    """Whether parties of two types may own one thing together: a state and a union, but no state and a town."""
    return one == other or {one, other} <= ACTING


@dataclass(slots=True)
class OwnerReader(Strangers):
    """Reads the owners of opaque noun phrases. ``things`` have their owner behind the preposition ``possessive``;
    what is counted stands behind "of", unless it is ``kin``."""

    arms: frozenset[str] = frozenset()
    delegates: frozenset[str] = frozenset()
    represented: str = ""
    things: frozenset[str] = frozenset()
    possessive: str = ""
    kin: frozenset[str] = frozenset()
    oblique: tuple[str, ...] = ()  # endings of plurals and duals that are no subjects
    describing: frozenset[str] = frozenset()  # verbs of calling something what it is
    alone: str = ""  # ending of the accusative: in a participle one man goes on
    firsts: frozenset[str] = frozenset()  # adjectives of the first and the last of a kind
    becoming: frozenset[str] = frozenset()  # verbs of being and becoming
    uttered: frozenset[str] = frozenset()  # nouns of what somebody says or writes in public

    def in_own_words(self, document: Chunk) -> tuple[Party, ...]:
        """Whose remarks, speech or tweet somebody speaks in: "remarks of (li) the minister in which he said"."""
        assert self.parsed is not None
        if document.mention is not None or not document.lemmas & self.uttered:
            return ()
        behind = self.parsed.chunks[document.index + 1 : document.index + 2]
        by = {self.possessive, *self.origins}
        if behind and behind[0].prep in by and behind[0].mention is not None:
            return self.parties(behind, "author")
        return self.owners(document, "author")

    def named_speaker(self, participle: Predicate) -> tuple[Party, ...]:
        """Who is named right behind a participle of saying, before what he says: "stressing the minister that"."""
        objects = participle.objects if participle.form == "participle" else []
        first = objects[0][0] if objects else None
        if first is None or first.index != participle.chunk.index + 1 or not any(f.speech for f in participle.frames):
            return ()
        assert self.parsed is not None
        behind = next((c for c in self.parsed.chunks[first.index + 1 :] if c.kind != "time"), None)
        said = behind is not None and (behind.kind == "comp" or (behind.kind == "np" and not behind.prep))
        plain = said and behind is not None and not (behind.genitive or behind.conj or behind.pronoun)
        person = first.mention is not None and first.mention.type == "Person" and not (first.prep or first.conj)
        return self.parties([first], "subject") if plain and person else ()

    def first_of_kind(self, noun: Chunk, predicate: Predicate) -> tuple[Party, ...]:
        """Who is called the first to do something: "Mali, the first state that", "China became the last power that"."""
        assert self.parsed is not None
        head, outer = noun, predicate.clause.outer
        while head.genitive and head.index and head.mention is None:
            head = self.parsed.chunks[head.index - 1]
        if head.mention is not None or not head.lemmas & self.firsts or head.prep or head.conj or not head.index:
            return ()
        verb = outer.verb if outer is not None else None
        if verb is not None and verb.chunk.head_lemmas & self.becoming and any(head in g for g in verb.objects):
            return self.parties(verb.subject, "antecedent")
        before, rel = self.parsed.chunks[head.index - 1], predicate.clause.antecedent
        if before.kind in ("mark", "rel") and predicate.clause.kind == "rel" and rel is not None and rel is not noun:
            return self.parties([rel], "antecedent")  # "the minister, who was the first official to visit it"
        named = before.kind == "np" and before.mention is not None and not (before.prep or before.genitive)
        return self.parties(self.parsed.groups.get(before.index, [before]), "antecedent") if named else ()

    def owners(self, chunk: Chunk, rule: str) -> tuple[Party, ...]:
        """Give those whose thing an opaque noun phrase names: its adjective of a country or its genitive."""
        assert self.parsed is not None
        unnamed = chunk.mention is not None and not chunk.mention.entities
        inner = [n for n in chunk.inner if unnamed and (n.kind == "nisba" or n.type in _RANKS)]  # "a leader in Hamas"
        found = [Party(e, n.start, n.end, rule) for n in (*chunk.nisbas, *inner) for e in n.entities]
        seen = {chunk.index}
        queue = list(self.parsed.owners.get(chunk.index, ()))
        queue += self._behind_thing(chunk) + self._counted(chunk) + self._behind_quoted(chunk)
        predicate = self.parsed.of_chunk.get(chunk.index)
        if predicate is not None and predicate.frames:
            queue += [c for g in predicate.genitives for c in g]
        while queue:
            other = queue.pop(0)
            if other.index in seen:
                continue
            seen.add(other.index)
            if other.mention is not None:
                joined = [c for c in self.parsed.groups.get(other.index, [other]) if c is other or not c.prep]
                both = [c for c in joined if c.mention is not None and _alike(c.mention.type, other.mention.type)]
                told = ((c, e) for c in both if c.mention for e in self._office(c) or c.mention.entities)
                found += [Party(e, c.start, c.end, rule) for c, e in told]
            else:
                found += [Party(e, n.start, n.end, rule) for n in other.nisbas for e in n.entities]
                queue += [*self.parsed.owners.get(other.index, ()), *self._counted(other)]
        if not found:
            # "the policy that China follows": the owner is the subject of the relative clause.
            for verb in self.parsed.predicates:
                resumed = verb.chunk.pronoun or any(g[0].pronoun and not g[0].words for _, g in verb.preps)
                if verb.antecedent is not None and verb.antecedent.index in seen and verb.subject and resumed:
                    found += [Party(p.entity, p.start, p.end, rule) for p in self.parties(verb.subject, rule)]
        return tuple(dict.fromkeys(found))

    def _behind(self, chunk: Chunk, rule: str, depth: int = 0) -> tuple[Party, ...]:
        """Whom an opaque noun stands for: "Turkish war planes", "representatives of", else as any other noun."""
        assert self.parsed is not None
        if chunk.lemmas & self.delegates:
            after = self.parsed.chunks[chunk.index + 1 : chunk.index + 2]
            sent = bool(after) and (after[0].genitive or after[0].prep == self.represented)
            return self._named(self.parsed.groups.get(after[0].index, after), chunk, rule) if sent else ()
        if chunk.lemmas & self.arms and chunk.nisbas:
            return tuple(Party(e, n.start, n.end, ARMS) for n in chunk.nisbas for e in n.entities)
        return Strangers._behind(self, chunk, rule, depth)

    def _unnamed(self, predicate: Predicate) -> bool:
        """Whether somebody whom no name tells stands behind a verb of saying: no thing that it describes."""
        assert self.parsed is not None
        before = self.parsed.chunks[predicate.chunk.index - 1] if predicate.chunk.index else None
        passive = before is not None and before.kind == "mark"  # "and the meeting had been called"
        describes = predicate.chunk.head_lemmas & self.describing and len(predicate.objects) == 1 and not passive
        return not describes and Strangers._unnamed(self, predicate)

    def _somebody(self, predicate: Predicate) -> bool:
        """Whether a noun that names nobody known acts: also "and the sons of so-and-so voiced"."""
        first = predicate.objects[0][0] if predicate.objects and not predicate.subject else None
        kin = first is not None and first.index == predicate.chunk.index + 1 and bool(first.lemmas & self.kin)
        his = kin and first is not None and first.mention is None and not first.pronoun
        return Strangers._somebody(self, predicate) or (his and predicate.form == "verb")

    @staticmethod
    def accuses(predicate: Predicate) -> bool:
        """Whether a verb tells of what the one above accuses somebody: "accused Iran that it arms"."""
        clause = predicate.clause
        verb, gender = clause.parent, clause.pronoun[1:2]
        if gender in ("m", "f") and not any(r.gender == gender for r in predicate.chunk.readings):
            return False  # "… and he blames it"
        told = clause.kind == "comp" and bool(clause.pronoun) and verb is not None and verb.form != "noun"
        return told and verb is not None and any(f.blames for f in verb.frames)

    def blamed(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whom the verb above the clause of a verb accuses: "accused Iran that it arms"."""
        above = predicate.clause.parent
        named = self.parties(above.objects[0], "object") if above is not None and above.objects else ()
        return named if self.agrees(predicate, named) else ()

    def agrees(self, predicate: Predicate, parties: tuple[Party, ...]) -> bool:
        """Whether parties may be the subject of a verb; the discourse knows."""
        raise NotImplementedError

    def _counted(self, number: Chunk) -> list[Chunk]:
        """What a number or a word of quantity counts: "twenty of the members of the movement"."""
        assert self.parsed is not None
        after = self.parsed.chunks[number.index + 1 : number.index + 2]
        counts = number.mention is None and (bool(number.lemmas & self.counting) or number.word.isdigit())
        if not counts or not after or after[0].kind != "np" or after[0].lemmas & self.kin:
            return []
        owners = self.parsed.owners.get(after[0].index, ()) if after[0].mention is None else ()
        if any(o.mention is not None and o.mention.type == "Person" for o in owners):
            return []  # "three of the followers of so-and-so"
        return after if after[0].prep in self.origins else []

    def _behind_thing(self, thing: Chunk) -> list[Chunk]:
        """Whose a thing is by the phrase with li right behind it: "positions of the movement", "belonging to"."""
        assert self.parsed is not None
        after = self.parsed.chunks[thing.index + 1 : thing.index + 3]
        if after and after[0].kind == "np" and after[0].head_lemmas & self.belonging:
            after = after[1:]
        owned = bool(thing.lemmas & (self.things | self.belonging)) and bool(after)
        return after[:1] if owned and after[0].clitic_prep and after[0].prep == self.possessive else []

    def _behind_quoted(self, thing: Chunk) -> list[Chunk]:
        """Its adjective of a state, if its name stands in quotation marks before that: "the system «X», the US"."""
        assert self.parsed is not None
        after = self.parsed.chunks[thing.index + 1 : thing.index + 6]
        if not after or after[0].kind != "open" or thing.mention is not None:
            return []
        closed = next((n for n, c in enumerate(after) if c.kind == "close"), None)
        behind = after[closed + 1 : closed + 2] if closed is not None else []
        nisba = bool(behind) and behind[0].mention is not None and behind[0].mention.kind == "nisba"
        return behind if nisba and not (behind[0].prep or behind[0].conj) else []

    def _unless_others(self, participle: Predicate, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Give the subject with which a participle goes on: "wishing (they) him", said of guests, is not the host's."""
        above = participle.inherits
        if participle.chunk.quoted or above is None or above.number in ("d", "p"):
            return parties
        lone = len(parties) == 1 and self._type(parties[0].entity) in ("Person", "Country")
        others = lone and several(participle.chunk, self.oblique) and not self._several(parties[0])
        he = above.gender == "f" and bool(self.alone) and participle.chunk.word.endswith(self.alone)
        genders = {r.gender for r in participle.chunk.readings if r.number != "p"}
        officers = {m.start for m in self.layer.mentions if m.kind in _OFFICERS}
        officer = bool(parties) and parties[0].start in officers
        officer = officer and not participle.chunk.word.endswith(self.alone or " ")
        he = he or (officer and above.form == "verb" and above.gender == "m" and genders == {"f"})  # "(she) stressing"
        return () if others or (len(parties) == 1 and he) else parties
