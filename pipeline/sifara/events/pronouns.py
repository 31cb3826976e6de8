"""Whom a pronoun means: the nearest that agrees, the one who speaks, the two that were met."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sifara.events.agreement import fits, named_gender, resumes
from sifara.events.chunk import Chunk
from sifara.events.issuers import IssuerReader
from sifara.events.parties import Party, renamed
from sifara.events.predicates import Predicate


@dataclass(slots=True)
class PronounReader(IssuerReader):
    """Resolves pronouns from the sentence and from what the sentences before leave."""

    subject: tuple[Party, ...] = ()  # of the last main verb
    mentions: list[Chunk] = field(default_factory=list)
    masculine: frozenset[str] = frozenset()
    cache: dict[int, tuple[Party, ...] | None] = field(default_factory=dict)
    own_things: frozenset[str] = frozenset()  # things of the state of whoever calls them "ours"
    referred: dict[str, tuple[Party, ...]] = field(default_factory=dict)  # of pronouns in this sentence
    spans: tuple[tuple[int, int], ...] = ()  # of the quotations of the document
    quoting: tuple[Party, ...] = ()  # who speaks in the quotation that the sentence before leaves open
    closed: int = 0  # index of the chunk with which that quotation ends

    def speaker(self, predicate: Predicate, depth: int = 0) -> tuple[Party, ...]:
        """Give those whose words a clause is part of; the discourse knows."""
        raise NotImplementedError

    def _what_acts(self, predicate: Predicate) -> bool:
        """Whether "what" is the subject of a verb: "what made me call", "what he found calls for"."""
        assert self.parsed is not None
        above = predicate.inherits
        second = above is not None and predicate.form == "verb" and not predicate.chunk.conj
        start = above.clause.start if above is not None and second else predicate.clause.start
        if not any(c.kind == "rel" and c.pronoun == "free" and c.start == start for c in self.parsed.chunks):
            return False
        return second or predicate.chunk.pronoun[:1] in ("1", "2")

    def _of_what(self, chunk: Chunk) -> bool:
        """Whether a pronoun leads back to the "what" that opens its clause: "what he asked for (it)"."""
        assert self.parsed is not None
        verb = next((p for p in self.parsed.predicates if any(chunk in g for _, g in p.preps)), None)
        if verb is None or verb.form != "verb" or verb.chunk.pronoun or chunk.pronoun != "3ms":
            return False
        start = verb.clause.start
        return any(c.kind == "rel" and c.pronoun == "free" and c.start == start for c in self.parsed.chunks)

    def _clause_subject(self, chunk: Chunk) -> frozenset[str]:
        """Entities that a pronoun after a preposition can't mean: the subject of its own verb."""
        assert self.parsed is not None
        heads = [p for p in self.parsed.predicates if p.form == "verb" or p.clause.verb is p]
        verbs = [p for p in heads if p.chunk.index < chunk.index]
        nouns = [p for p in self.parsed.predicates if p.form == "noun" and any(chunk in g for _, g in p.preps)]
        if nouns:
            return frozenset()  # "voiced concern during his first meeting (a meeting of his)"
        if not verbs or verbs[-1].chunk.index not in self.cache:
            return frozenset()
        return frozenset(p.entity for p in self.subject_of(verbs[-1]))

    def pronoun(
        self, chunk: Chunk, pronoun: str, rule: str, exclude: frozenset[str] = frozenset()
    ) -> tuple[Party, ...]:
        """Resolve an enclitic on ``chunk``: the nearest mention before it that agrees and is not excluded."""
        assert self.parsed is not None
        if pronoun[:1] == "1":
            heads = [p for p in self.parsed.predicates if p.chunk.index <= chunk.index][-1:]
            heads += [p for p in self.parsed.predicates if p.chunk.index > chunk.index][:1]  # "our country refuses"
            who = renamed(next((s for s in map(self.speaker, heads) if s), ()), rule)
            return self._home_of(who) if chunk.words and chunk.lemmas & (self.homes | self.stand_ins) else who
        if chunk.quoted:  # nobody speaks of themselves as of another
            heads = [p for p in self.parsed.predicates if p.chunk.index <= chunk.index]
            exclude = exclude | {p.entity for p in (self.speaker(heads[-1]) if heads else ())}
        both = self._two_acting(chunk) if pronoun == "3d" else ()
        if both:
            return renamed(both, rule)
        before = [c for c in self.parsed.chunks[: chunk.index] if c.kind == "np" and c.mention is not None]
        last = {p.entity for p in self.subject}
        far = [c for c in reversed(self.mentions) if c.mention is not None and last.issuperset(c.mention.entities)]
        far = far if not self._stranger(chunk) else []
        for other in [*reversed(before), *far]:
            mention = other.mention
            assert mention is not None
            if not mention.entities or any(e in exclude for e in mention.entities):
                continue
            if fits(other, pronoun, self.masculine):
                return tuple(Party(e, chunk.start, chunk.end, rule) for e in mention.entities)
        if pronoun == "3d":
            return self._pair(before, chunk, rule)
        if chunk.kind == "verb" and chunk.conj and pronoun in self.referred:
            return renamed(self.referred[pronoun], rule)
        if chunk.kind != "verb" or not self.opens(chunk):
            return ()  # what is no name may have been met in between
        self.referred[pronoun] = self.only_one(chunk, pronoun, rule, exclude)
        return self.referred[pronoun]

    def _stranger(self, chunk: Chunk) -> bool:
        """Whether words that no lexicon knows, perhaps a name, are the subject of a verb before a pronoun."""
        assert self.parsed is not None
        told = [p.subject[0] for p in self.parsed.predicates if p.subject and p.chunk.index < chunk.index]
        told = [c for c in told if c.mention is None and c.index < chunk.index]
        return any(c.words and (not c.readings or all(r.source == "backoff" for r in c.readings)) for c in told)

    def only_one(self, chunk: Chunk, pronoun: str, rule: str, exclude: frozenset[str]) -> tuple[Party, ...]:
        """Whom alone of those in the sentence before a pronoun may mean."""
        told = [c for c in self.mentions if c.mention is not None and fits(c, pronoun, self.masculine)]
        alone = {c.mention.entities for c in told if c.mention and c.mention.entities}
        alone = {e for e in alone if not exclude.intersection(e)}
        return tuple(Party(e, chunk.start, chunk.end, rule) for e in (alone.pop() if len(alone) == 1 else ()))

    def owners(self, chunk: Chunk, rule: str) -> tuple[Party, ...]:
        """Give those whose thing an opaque noun phrase names; "our lands" are those of the speaker's state."""
        found = IssuerReader.owners(self, chunk, rule)
        if found or chunk.pronoun[:1] != "1" or not chunk.lemmas & self.own_things:
            return found
        return self._home_of(self.pronoun(chunk, chunk.pronoun, rule))

    def _home_of(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """The states of those who say "our country" and "our forces"; a body that is of no state is meant itself."""
        found = []
        for party in parties:
            known = self.layer.entities.get(party.entity)
            held = [o.of for o in self.layer.offices if o.person == party.entity]
            states = [of for of in held if self._type(of) == "Country"]
            states += [s for s in (self.layer.entities[of].country for of in held if of in self.layer.entities) if s]
            if known is not None and known.country is not None:
                states.append(known.country)
            if states:
                found.append(replace(party, entity=states[0]))
            elif held and self._type(held[0]) == "ArmedGroup":
                found.append(replace(party, entity=held[0]))
            elif known is not None and known.type in ("Country", "ArmedGroup"):
                found.append(party)
        return tuple(found)

    def around(self, verb: Predicate, depth: int) -> tuple[Party, ...]:
        """Who goes on acting in a relative clause: the subject of the clause around, or of who tells that clause."""
        outer, noun = verb.clause.outer, verb.antecedent
        around = outer.verb if outer is not None and outer.verb is not verb else None
        if outer is not None and (around is None or (noun is not None and noun in around.subject)):
            around = outer.parent if outer.parent is not None and outer.parent.form != "noun" else around
        if around is not None and self._answers(around, verb):
            return ()
        came = around is not None and not around.subject and any(v.control == "subjectless" for v in around.light)
        above = self.subject_of(around, depth + 1) if around is not None and not came else self.subject
        return renamed(above, "continued-subject") if self.agrees(verb, above) else ()

    def traveller(self, verb: Predicate) -> tuple[Party, ...]:
        """Who makes the journey of a relative clause where nobody else acts around it: the nearest that agrees."""
        outer = verb.clause.outer.verb if verb.clause.outer is not None else None
        if outer is None or verb.gender not in ("m", "f") or verb.number != "s" or self._answers(outer, verb):
            return ()
        found = self.pronoun(verb.chunk, f"3{verb.gender}s", "pronoun") if not self.subject_of(outer) else ()
        return tuple(p for p in found if self._type(p.entity) == "Person")

    def gender_told(self, party: Party) -> str:
        """Grammatical gender of the words that name a state or body here or in the sentence before, "" if unknown."""
        assert self.parsed is not None
        told = (c for c in (*self.parsed.chunks, *self.mentions) if c.mention is not None)
        chunk = next((c for c in told if c.start <= party.start < c.end), None)
        if chunk is None:  # "that it will …": by the pronoun that means it
            verbs = (p for p in self.parsed.predicates if p.chunk.start == party.start)
            meant = next((p.clause.pronoun for p in verbs), "")
            return meant[1:2] if meant[2:] == "s" else ""
        return named_gender(chunk, self.masculine)

    @staticmethod
    def _answers(above: Predicate, verb: Predicate) -> bool:
        """Whether a verb tells what somebody thinks of what others did: "praised the visit that he made to"."""
        if not verb.preps or verb.chunk.pronoun:
            return False
        for frame in above.frames if verb.antecedent is not None else ():
            told = [*above.objects, *(g for prep, g in above.preps if {"target"} & set(frame.roles_of_prep(prep)))]
            if frame.reaction and any(verb.antecedent in group for group in told):
                return True
        return False

    def _described(self, chunk: Chunk) -> Chunk | None:
        """What a pronoun in a relative clause leads back to: "the step that she welcomed (it)"."""
        for verb in self.parsed.predicates if self.parsed is not None else ():
            if verb.antecedent is not None and verb.form == "verb" and any(chunk in g for _, g in verb.preps):
                return verb.antecedent if resumes(chunk.pronoun, verb.antecedent, self.masculine) else None
        return None

    def _named_after(self, verb: Predicate, party: Party) -> bool:
        """Whether a person who seems to go on acting is named behind the verb in its own clause."""
        assert self.parsed is not None
        if self._type(party.entity) != "Person" or party.rule not in ("continued-subject", "controlled-subject"):
            return False
        for chunk in self.parsed.chunks[verb.chunk.index + 1 :]:
            if chunk.kind not in ("np", "time"):
                return False
            mention = chunk.mention
            if mention is not None and party.entity in mention.entities and mention.kind in ("name", "titled"):
                return True
        return False

    def said_before(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose words a verb in the first person tells behind a verb of saying, with no mark and no "that" between."""
        assert self.parsed is not None
        if predicate.chunk.quoted:
            return ()
        said = [p for p in self.parsed.predicates if p.form == "verb" and any(f.speech for f in p.frames)]
        said = [p for p in said if p.chunk.index < predicate.chunk.index and not p.chunk.quoted]
        if not said or {r.person for r in said[-1].chunk.readings} == {"1"}:
            return ()
        return self.subject_of(said[-1])

    def _sent_by(self, letter: Chunk) -> tuple[Party, ...]:
        """Whom the phrase right behind a noun names as the one from whom it comes: "a letter from the President"."""
        assert self.parsed is not None
        behind = self.parsed.chunks[letter.index + 1 : letter.index + 2]
        from_whom = bool(behind) and behind[0].prep in self.origins and behind[0].mention is not None
        person = from_whom and behind[0].mention is not None and behind[0].mention.type == "Person"
        return self.parties(behind, "sender") if person and not letter.definite else ()

    def far(self, parties: tuple[Party, ...]) -> bool:
        """Whether states and bodies that a pronoun means are not named in this sentence: a thing may be meant."""
        assert self.parsed is not None
        here = {e for c in self.parsed.chunks if c.mention is not None for e in c.mention.entities}
        return any(self._type(p.entity) != "Person" and p.entity not in here for p in parties)

    def quoted_at(self, position: int) -> bool:
        """Whether a place in the document lies within a quotation."""
        return any(start < position < end for start, end in self.spans)

    def stay_open(self, unclosed: bool) -> None:
        """At the end of a sentence: note who speaks in its last quotation, if that goes on in the next one."""
        assert self.parsed is not None
        if not unclosed:
            self.quoting = ()
            return
        opened = next((c.index for c in reversed(self.parsed.chunks) if c.kind == "open"), None)
        if opened is None:
            return
        inside = [p for p in self.parsed.predicates if p.chunk.index > opened]
        said = [p for p in self.parsed.predicates if p.chunk.index < opened and any(f.speech for f in p.frames)]
        speaking = next((s for s in map(self.speaker, inside) if s), ())
        self.quoting = speaking or (self.subject_of(said[-1]) if said and said[-1].form != "noun" else ())

    def _two_acting(self, chunk: Chunk) -> tuple[Party, ...]:
        """The two who are the subject of the verb just before, a dual: "the two agreed on talks between them"."""
        verbs = [p for p in self.parsed.predicates if p.form == "verb"] if self.parsed is not None else []
        verb = next((p for p in reversed(verbs) if p.chunk.index < chunk.index), None)
        acting = self.cache.get(verb.chunk.index) if verb is not None and verb.number == "d" else None
        return acting if acting and len(acting) == 2 else ()

    def _pair(self, before: list[Chunk], chunk: Chunk, rule: str) -> tuple[Party, ...]:
        """Two single mentions of one sort for a dual pronoun, the nearest first."""
        for kind in ("Person", "Country"):
            found: list[str] = []
            for other in [*reversed(before), *reversed(self.mentions)]:
                mention = other.mention
                if mention is not None and mention.type == kind and len(mention.entities) == 1:
                    found += [e for e in mention.entities if e not in found]
            if len(found) >= 2:
                return tuple(Party(e, chunk.start, chunk.end, rule) for e in found[:2])
        return ()
