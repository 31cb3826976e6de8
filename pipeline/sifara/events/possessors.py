"""Whose deed a noun tells by its pronoun: whose visit, whose arrest."""

from __future__ import annotations

from sifara.events.agreement import agrees, resumes
from sifara.events.chunk import Chunk
from sifara.events.context import Rules
from sifara.events.parties import Party
from sifara.events.predicates import Group, Predicate
from sifara.text.folding import fold_word


class Possessors(Rules):
    """Finds whom the pronouns of nouns mean."""

    def of(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose visit, whose meeting: the subject of the clause if it agrees, else the nearest that does."""
        chunk = predicate.chunk
        if chunk.pronoun[:1] == "1":
            return self.discourse.pronoun(chunk, chunk.pronoun, "first-person")
        noun = self._led_back(predicate)
        if noun is not None:
            return _possessed(self.discourse.parties([noun], ""), predicate)
        owner = self._of_owner(predicate) or self._joined(predicate) or self._addressed(predicate)
        if owner:
            return owner
        verb = predicate.clause.verb
        before = self.parsed.chunks[chunk.index - 1] if chunk.index else None
        if before is not None and before.lemmas & self.grammar.lists["occasion_nouns"] and verb is not None:
            exclude = frozenset(p.entity for p in self.discourse.subject_of(verb))
            return self.discourse.pronoun(chunk, chunk.pronoun, "possessor", exclude)
        if verb is not None and (verb.chunk.index < chunk.index or verb.subject):
            subject = self.discourse.subject_of(verb)
            himself = chunk.quoted and {p.rule for p in subject} == {"first-person"}  # his deed is not that of "I"
            if subject and self.fits(subject, chunk.pronoun) and not himself:
                return _possessed(subject, predicate)
            if not subject and not verb.subject and verb is not predicate.parent and self._dropped(verb, chunk):
                return ()  # "and took office, after his return from": whoever did so
            if not subject and verb.subject and self._unknown(verb, chunk):
                return ()  # "the committee announced its refusal"
        told = predicate.clause.parent if predicate.clause.kind == "comp" and not chunk.quoted else None
        if told is not None and any(f.speech for f in told.frames) and (verb is None or chunk in verb.subject):
            speaker = self.discourse.subject_of(told)
            if speaker and self.fits(speaker, chunk.pronoun):
                return _possessed(speaker, predicate)  # "he said in talks with X that his visit had opened"
        return self.discourse.pronoun(chunk, chunk.pronoun, "possessor")

    def _led_back(self, predicate: Predicate) -> Chunk | None:
        """The noun to which the pronoun of a masdar must lead back: "a hostage whose abduction was announced".

        It is what a relative clause describes that has another subject, or the noun before "was done".
        """
        clause, chunk = predicate.clause, predicate.chunk
        if chunk.pronoun[:1] != "3":
            return None
        if clause.kind == "rel":
            word = next((c for c in self.parsed.chunks if c.kind == "rel" and c.start == clause.start), None)
            before = self.parsed.chunks[word.index - 1] if word is not None and word.index else None
            verb, noun = clause.verb, clause.antecedent or (before if before and before.kind == "np" else None)
            if noun is None or (verb is not None and (not verb.subject or noun in verb.subject or verb.chunk.pronoun)):
                return None
            if verb is not None and any(g[0].pronoun and not g[0].words for _, g in verb.preps):
                return None  # "the meeting in which the minister voiced his concern"
        else:
            done = any(m in self.grammar.lists["passive_auxiliaries"] for m in predicate.marks)
            noun = clause.pending[0][0] if done and clause.pending else None
            word = None
        if noun is None or noun.index >= chunk.index:
            return None
        alike = word is not None and word.pronoun == chunk.pronoun[1:]
        return noun if alike or resumes(chunk.pronoun, noun, self.discourse.masculine) else None

    @staticmethod
    def _dropped(verb: Predicate, noun: Chunk) -> bool:
        """Whether somebody whom nobody names, and who may be the owner of a noun, acts in a main clause before it."""
        main = verb.form == "verb" and verb.clause.kind in ("main", "adjunct") and bool(verb.chunk.conj)
        alike = noun.pronoun[1:3] == verb.gender + verb.number
        return main and alike and verb.chunk.index < noun.index

    def _unknown(self, verb: Predicate, noun: Chunk) -> bool:
        """Whether the common noun that is the subject of a verb may be whose deed a noun tells."""
        first, gender = verb.subject[0], noun.pronoun[1:2]
        acts = first.lemmas & (self.grammar.lists["agent_nouns"] | self.grammar.lists["people_nouns"])
        known = first.mention is not None and bool(first.mention.entities)
        if known or first is noun or not (acts or first.mention is not None):
            return False
        return agrees(first, gender, "s")

    def _of_owner(self, predicate: Predicate) -> tuple[Party, ...]:
        """Of whom the masdar that governs another one is ("Kyiv's announcement of its …")."""
        chunk, above = predicate.chunk, predicate.parent
        if above is None or above.form != "noun" or not above.genitives:
            return ()
        owners = self.discourse.parties(above.genitives[0], "")
        fits = bool(owners) and above.genitives[0][0].genitive and self.fits(owners, chunk.pronoun)
        return _possessed(owners, predicate) if fits else ()

    def _joined(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose the noun is to which this one is joined: "conveyed the greetings of the president and his esteem"."""
        chunk = predicate.chunk
        before = self.parsed.chunks[chunk.index - 1] if chunk.index else None
        if before is None or before.mention is None:
            return ()
        if before.prep and chunk.conj and before.mention.type == "Person" and before.mention.kind != "anaphor":
            owners = self.discourse.parties([before], "")  # "spoke of the prince and his visit"
            return _possessed(owners, predicate) if self.fits(owners, chunk.pronoun) else ()
        if not before.genitive or chunk.prep:
            return ()
        persons = before.mention.type == "Person" or not chunk.conj  # "the intensifying by the alliance of its raids"
        owners = self.discourse.parties([before], "") if persons else ()
        return _possessed(owners, predicate) if owners and self.fits(owners, chunk.pronoun) else ()

    def _addressed(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose deed somebody is blamed or thanked for: "Moscow accused London of its refusal"."""
        verb, lists = predicate.clause.verb, self.grammar.lists
        if verb is None or predicate.parent is not verb or predicate.chunk.prep in lists["temporal_prepositions"]:
            return ()
        voiced = any(f.object == "target" and self.lexicon.classes.has(f.event, "voiced") for f in verb.frames)
        sided = bool(self._sided_with(verb, predicate))  # "stood with Cairo in its refusal"
        if not (sided or (voiced and predicate.chunk.prep not in lists["occasion_prepositions"])):
            return ()
        groups = [g for g in verb.objects if g[-1].index < predicate.chunk.index]
        groups = groups or self._sided_with(verb, predicate)
        found = self.discourse.parties(groups[0], "") if groups else ()
        return _possessed(found, predicate) if found and self.fits(found, predicate.chunk.pronoun) else ()

    def _sided_with(self, verb: Predicate, noun: Predicate) -> list[Group]:
        """With whom a verb of siding stands in what the noun behind "in" tells of them."""
        if noun.chunk.prep != self.grammar.list_first("place_prepositions"):
            return []
        siding = [f for f in verb.frames if f.reaction]
        sides = {p for f in siding for p in f.with_prep if "target" in f.roles_of_prep(p)}
        return [g for p, g in verb.preps if p in sides and g[-1].index < noun.chunk.index]

    def victim(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose arrest, whose killing: the nearest that agrees and is not the one who speaks of it."""
        noun = self._led_back(predicate)
        if noun is not None:
            return _possessed(self.discourse.parties([noun], ""), predicate)
        verb = predicate.clause.verb
        acting = self.discourse.subject_of(verb) if verb is not None else ()
        passive = verb is not None and any(light.control == "subjectless" for light in verb.light)
        if passive and acting and self.fits(acting, predicate.chunk.pronoun):
            return _possessed(acting, predicate)  # "the mayor, his abduction was done"
        if [self._type(p.entity) for p in acting] == ["Person"] and self.fits(acting, predicate.chunk.pronoun):
            return ()  # "he told of his killing": of another's, or of what was done to himself
        exclude = frozenset(p.entity for p in acting)
        found = self.discourse.pronoun(predicate.chunk, predicate.chunk.pronoun, "possessor", exclude)
        # "its (the ship's) seizure": what has no name has been met in between.
        return tuple(p for p in found if self._type(p.entity) not in ("Country", "Organization", "GovernmentBody"))

    def fits(self, parties: tuple[Party, ...], pronoun: str) -> bool:
        """Whether a pronoun agrees with parties in number and gender."""
        kinds = {self._type(p.entity) for p in parties}
        if pronoun == "3d":
            return len(parties) == 2
        if pronoun == "3mp":
            return len(parties) > 1 or any(self.discourse.several_people(p) for p in parties)
        if len(parties) != 1:
            return False
        if kinds == {"Person"}:
            gender = self.discourse.gender_of(parties[0].entity)
            return gender in ("", "m") if pronoun == "3ms" else gender == "f"
        if kinds == {"Country"} and pronoun == "3ms":
            start, known = parties[0].start, self.layer.entities[parties[0].entity]
            if any(m.kind != "name" and m.start <= start < m.end for m in self.layer.mentions):
                return True  # an unnamed minister stands for the state
            return fold_word(known.label_ar.split()[0]) in self.discourse.masculine
        gender = self.discourse.gender_told(parties[0])
        return pronoun in ("3fs", "3ms") and (kinds == {"Country"} or gender in ("", pronoun[1:2]))


def _possessed(parties: tuple[Party, ...], predicate: Predicate) -> tuple[Party, ...]:
    chunk = predicate.chunk
    return tuple(Party(p.entity, chunk.start, chunk.end, "possessor") for p in parties)
