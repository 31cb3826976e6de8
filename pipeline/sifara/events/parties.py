"""Whom a row of noun phrases names: by itself, by a pronoun, or by the body for which an opaque noun stands."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.document import EntityLayer, Mention
from sifara.events.chunk import Chunk
from sifara.events.predicates import Group, Parsed, Predicate

_BODIES = ("GovernmentBody", "IntergovernmentalOrganization", "Organization", "ArmedGroup")
_NAMED = ("name", "collective")  # "the White House", "the American administration"
_STANDING = (*_BODIES, "Party", "Company", "Country")  # that an unnamed official in them stands for


SEAT = "seat"  # rule of a mention that names a state by where it is governed from: the Kremlin
OFFICER = "officer-of"  # rule of the body whose unnamed officer acts or speaks
_DESCRIBED = 5  # chunks between an official and the body: "a high-ranking official in"


@dataclass(frozen=True, slots=True)
class Party:
    """An entity with the words that stand for it here. ``rule`` tells how it was found."""

    entity: str
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class PartyReader:
    """Reads parties off noun phrases. The word lists are those of the grammar."""

    layer: EntityLayer
    parsed: Parsed | None = None
    officers: frozenset[str] = frozenset()
    stand_ins: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    nobodies: frozenset[str] = frozenset()
    representing: frozenset[str] = frozenset()
    part_of: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()  # words of quantity
    plurals: tuple[str, ...] = ()  # endings of plurals and duals that are subjects
    people: tuple[str, ...] = ()  # endings of plurals of people
    siding: frozenset[str] = frozenset()  # words of those who are close to somebody
    actors: frozenset[str] = frozenset()
    additive: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()  # adjectives of holders of an office who are not known yet
    heads: frozenset[str] = frozenset()  # nouns that stand for somebody
    between: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()  # nouns for the state of whoever calls it "ours"

    def pronoun(
        self, chunk: Chunk, pronoun: str, rule: str, exclude: frozenset[str] = frozenset()
    ) -> tuple[Party, ...]:
        """Whom an enclitic or free pronoun means; the discourse knows."""
        raise NotImplementedError

    def parties(self, group: Group, rule: str) -> tuple[Party, ...]:
        """Give the entities that a group of noun phrases names."""
        found: dict[str, Party] = {}
        for chunk in group:
            mention = chunk.mention
            if mention is not None and mention.kind == "nisba" and mention.number == "s" and not chunk.conj:
                continue  # "they arrested an Egyptian": a private person
            if mention is not None and mention.kind == "title" and self.coming.intersection(chunk.words):
                continue  # "to elect a new president"
            if chunk.mention is not None:
                for entity in self._office(chunk) or chunk.mention.entities:
                    found.setdefault(entity, Party(entity, chunk.start, chunk.end, rule))
            elif chunk.pronoun[:1] == "1" and chunk.lemmas & self.homes:
                found.update({party.entity: party for party in self.pronoun(chunk, chunk.pronoun, rule)})
            elif own := self._of_a_group(chunk, rule):
                found.update({party.entity: party for party in own})
            elif chunk.lemmas & self.heads:
                for party in self._behind(chunk, rule):
                    found.setdefault(party.entity, party)
            elif (chunk.lemmas & self.counting or chunk.word.isdigit()) and not chunk.words[1:]:
                for party in self._whose_count(chunk, rule):
                    found.setdefault(party.entity, party)
            elif chunk.pronoun and not chunk.words and self._of_what(chunk):
                continue  # "what he asked for"
            elif chunk.pronoun and not chunk.words and self._described(chunk) is not None:
                for party in self.parties([c for c in [self._described(chunk)] if c is not None], f"{rule}-pronoun"):
                    found.setdefault(party.entity, party)
            elif chunk.pronoun and not chunk.words and not self._among(chunk):
                for party in self.pronoun(chunk, chunk.pronoun, f"{rule}-pronoun", self._clause_subject(chunk)):
                    found.setdefault(party.entity, party)
        return tuple(found.values())

    def _of_a_group(self, chunk: Chunk, rule: str) -> tuple[Party, ...]:
        """The armed group whose members an adjective tells: "Houthi gunmen", "Houthi elements"."""
        members = chunk.lemmas & (self.actors | self.stand_ins) or all(r.number == "p" for r in chunk.readings)
        groups = [n for n in chunk.nisbas if n.type == "ArmedGroup"]
        named = groups if members and not chunk.pronoun else []
        return tuple(Party(e, chunk.start, chunk.end, f"{rule}-of") for n in named for e in n.entities)

    def _among(self, chunk: Chunk) -> bool:
        """Whether "between" with one pronoun tells what several things include: "problems, among them (baynaha)"."""
        assert self.parsed is not None
        behind = self.parsed.chunks[chunk.index + 1 : chunk.index + 2]
        both = bool(behind) and behind[0].conj and behind[0].prep == chunk.prep  # "between him and Lavrov"
        return chunk.prep in self.between and chunk.pronoun.endswith("s") and not chunk.conj and not both

    def _office(self, chunk: Chunk) -> tuple[str, ...]:
        """The body that an unnamed official belongs to: "an official in the foreign ministry"."""
        mention = chunk.mention
        unnamed = mention is not None and mention.kind == "title" and mention.type in ("Person", "Country")
        named = mention is not None and mention.type == "Person" and mention.entities
        if mention is None or not unnamed or named or not chunk.head_lemmas & self.officers:
            return ()
        inner = [n for n in chunk.inner if n.kind in _NAMED and n.type in _STANDING and n.entities]
        return next((n.entities for n in inner), ())

    def nameless(self, chunk: Chunk, source: bool = False) -> bool:
        """Whether an official is known by nationality alone: neither a speaker nor the state.

        Several of them act and speak for the state, but as a mere ``source`` they are none.
        """
        mention = chunk.mention
        if mention is None or mention.kind not in ("title", "anaphor", "collective"):
            return False
        if mention.type == "Person" or (mention.number != "s" and not source):
            return False
        if not chunk.head_lemmas & self.nobodies:
            return False
        return not any(n.kind in _NAMED for n in chunk.inner)

    def _described(self, chunk: Chunk) -> Chunk | None:
        """What a pronoun in a relative clause leads back to; the reader of pronouns knows."""
        raise NotImplementedError

    def _of_what(self, chunk: Chunk) -> bool:
        """Whether a pronoun leads back to the "what" that opens its clause; the reader of pronouns knows."""
        raise NotImplementedError

    @staticmethod
    def _named(group: Group, chunk: Chunk, rule: str) -> tuple[Party, ...]:
        """Whom the names of a group mean, as those for whom an opaque noun stands."""
        named = [(c.end, c.mention) for c in group if c.mention is not None]
        return tuple(Party(e, chunk.start, end, f"{rule}-of") for end, m in named for e in m.entities)

    def _behind(self, chunk: Chunk, rule: str, depth: int = 0) -> tuple[Party, ...]:
        """The body for which an opaque noun stands: its genitive, its pronoun, or what it is "of" or "belongs to"."""
        assert self.parsed is not None
        if depth and chunk.lemmas & self.siding:
            return ()  # "officials in the forces opposed to the movement"
        for owner in self.parsed.owners.get(chunk.index, ()):
            body = owner.mention is not None and owner.mention.type in _BODIES
            if owner.mention is not None and owner.genitive and (body or not chunk.lemmas & self.members):
                return tuple(Party(e, chunk.start, owner.end, f"{rule}-of") for e in owner.mention.entities)
        for owner in self.parsed.owners.get(chunk.index, ()):  # "forces of the army and the Popular Resistance"
            beside = [c for c in self.parsed.groups.get(owner.index, ()) if owner.mention is None and c is not owner]
            if owner.genitive and any(c.mention is not None and c.mention.type in _BODIES for c in beside):
                return self._named(beside, chunk, rule)
        for verb in self.parsed.predicates:  # "a delegation that represents"
            if verb.antecedent is chunk and verb.chunk.head_lemmas & self.representing:
                return self._named([c for g in verb.objects for c in g], chunk, rule)
        for other in self.parsed.chunks[chunk.index + 1 : chunk.index + 3]:
            if other.mention is not None and other.clitic_prep and self.belonging & chunk.lemmas:
                return tuple(Party(e, chunk.start, other.end, f"{rule}-of") for e in other.mention.entities)
        behind = next(iter(self.parsed.chunks[chunk.index + 1 : chunk.index + 2]), None)
        force = bool(chunk.lemmas & self.stand_ins)
        if force and chunk.pronoun and chunk.words and (behind is None or behind.mention is None or behind.prep):
            return self.pronoun(chunk, chunk.pronoun, f"{rule}-of")  # not "its leader so-and-so"
        return self._part(chunk, behind, rule, depth)

    def _whose_count(self, number: Chunk, rule: str) -> tuple[Party, ...]:
        """Whose forces a word of quantity counts: "some of the Russian forces", "hundreds of fighters of Daesh"."""
        after = self.parsed.chunks[number.index + 1 : number.index + 3] if self.parsed is not None else []
        further = len(after) > 1 and after[0].prep in self.origins and after[1].genitive and after[0].mention is None
        if further and not after[0].lemmas & self.stand_ins:
            after = after[1:]  # "more than (of) 30"
        if not after or after[0].conj or not (after[0].genitive or after[0].prep in self.origins):
            return ()
        counted, mention = after[0], after[0].mention
        if mention is None and counted.lemmas & self.stand_ins:
            state = [e for nisba in counted.nisbas for e in nisba.entities]
            own = tuple(Party(e, number.start, number.end, f"{rule}-of") for e in state)
            return own or self._behind(counted, rule)
        collective = mention is not None and mention.kind == "collective" and bool(counted.words[1:])
        group = mention is not None and mention.type == "ArmedGroup"
        return self._named([counted], number, rule) if collective or group else ()  # not "some of the Russians"

    def _part(self, chunk: Chunk, behind: Chunk | None, rule: str, depth: int) -> tuple[Party, ...]:
        """What the phrase just behind names as the whole: "troops of the army", "the secretariat of the League"."""
        if behind is None or behind.kind != "np" or behind.conj or behind.prep not in self.part_of or depth > 2:
            return ()
        if behind.mention is None:
            return self._behind(behind, rule, depth + 1) if behind.lemmas & self.stand_ins else ()
        if behind.mention.type not in _BODIES and chunk.lemmas & self.members:
            return ()
        bare = behind.mention.type == "Country" and behind.mention.kind in ("name", "anaphor")
        if behind.mention.type not in _STANDING or bare:
            return ()
        if behind.clitic_prep and not chunk.definite:
            return ()  # "troops for the mission"
        return tuple(Party(e, chunk.start, behind.end, f"{rule}-of") for e in behind.mention.entities)

    def opens(self, verb: Chunk) -> bool:
        """Whether a verb that goes on from the sentence before opens its own, with no phrase before it."""
        assert self.parsed is not None
        return self.goes_on(verb) and all(c.kind in ("mark", "sub", "time") for c in self.parsed.chunks[: verb.index])

    def goes_on(self, verb: Chunk) -> bool:
        """Whether a verb goes on from the sentence before: "and met", "and had met", "as he met"."""
        assert self.parsed is not None
        first = verb
        while first.index and self.parsed.chunks[first.index - 1].kind in ("mark", "time"):
            first = self.parsed.chunks[first.index - 1]
            if first.kind == "mark" and first.conj:
                return True
        before = self.parsed.chunks[first.index - 1] if first.index else None
        return bool(verb.conj) or (before is not None and before.kind == "sub" and before.word in self.additive)

    def _clause_subject(self, chunk: Chunk) -> frozenset[str]:
        """Entities that a pronoun after a preposition can't mean: the subject of its own verb."""
        raise NotImplementedError

    def officer(self, chunk: Chunk) -> tuple[Party, ...]:
        """The body whose officer an opaque noun is: "an official in the foreign ministry", "an informed source in"."""
        assert self.parsed is not None
        after = self.parsed.chunks[chunk.index + 1 : chunk.index + _DESCRIBED]
        following = after[0] if after else None
        titled = following is not None and following.mention is not None and following.mention.kind == "title"
        if following is not None and titled and following.genitive and chunk.lemmas & self.nobodies:
            return () if self.nameless(following) else self.parties([following], OFFICER)  # "a source, an official in"
        if not chunk.lemmas & self.officers or following is None:
            return ()
        numbers = {r.number for r in chunk.readings if r.lemma in self.officers}
        if numbers == {"p"} and not chunk.word.endswith(self.people):
            return ()  # sources
        following = next((c for c in after if c.mention is not None or c.kind != "np" or c.prep), following)
        if any(c.lemmas & self.siding for c in (chunk, *after) if c.start < following.start):
            return ()  # "a source close to the government"
        whole = self.parsed.owners.get(following.index, ()) if following.prep else ()
        if following.mention is None and whole and whole[0].mention is not None and whole[0].mention.type in _BODIES:
            return self.parties(whole[:1], OFFICER)  # "an official in the body IGAD"
        if following.mention is None or not following.prep:
            return ()
        sent = bool(chunk.lemmas & self.stand_ins - self.nobodies)  # a delegation may be that of a state or party
        body = self.stands(following.mention) or (sent and following.mention.type == "Country")
        return self.parties([following], OFFICER) if body else ()

    @staticmethod
    def stands(mention: Mention) -> bool:
        """Whether a mention names a body for which its people speak: no company, no state by its mere name."""
        seat = mention.type == "Country" and (mention.kind == "collective" or mention.rule == SEAT)
        return mention.type in (*_BODIES, "Party") or seat

    def _type(self, entity: str) -> str:
        known = self.layer.entities.get(entity)
        return known.type if known else ""

    def gender_of(self, entity: str) -> str:
        """Gender of a person by the way the document names them, "" if it does not tell."""
        for mention in self.layer.mentions:
            if entity in mention.entities and mention.type == "Person" and len(mention.entities) == 1:
                return mention.gender
        return ""

    def _several(self, party: Party) -> bool:
        """Whether the words for a party are a plural: "the Syrians", not "Syria"."""
        spans = (m for m in self.layer.mentions if m.start <= party.start < m.end or party.start <= m.start < party.end)
        return any(m.number == "p" and party.entity in m.entities for m in spans)

    def several_people(self, party: Party) -> bool:
        """Whether a party is told by a plural of people: "the Houthis", "the Syrians"."""
        return self._type(party.entity) == "ArmedGroup" or self._several(party)

    def _senders(self, received: Predicate, noun: Chunk) -> tuple[Party, ...]:
        """Who speaks in what was received: "a call from the King in which he voiced …"."""
        assert self.parsed is not None
        own = self.parsed.of_chunk.get(noun.index)
        for prep, group in [*received.preps, *(own.preps if own is not None else ())]:
            if prep in self.origins:
                return self.parties(group, "sender")
        return ()


def renamed(parties: tuple[Party, ...], rule: str) -> tuple[Party, ...]:
    """Give the same parties, found by another rule."""
    return tuple(Party(p.entity, p.start, p.end, rule) for p in parties)
