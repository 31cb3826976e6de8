"""Whom a phrase concerns: who did the deed that it tells, whose the thing is, who speaks without a name."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.parties import Party
from sifara.events.predicates import Group

_GROUPS = ("ArmedGroup", "Party", "Organization")
_STAGES = ("Country", "City", "Region")
_FURTHER = 5  # chunks between a thing and where it stands


class Concerned(Rules):
    """Reads those concerned off noun phrases, for the frame that is filled."""

    def __init__(self, context: Context, conditions: Conditions) -> None:
        super().__init__(context)
        self.conditions = conditions

    def doers(self, noun: Chunk, rule: str) -> tuple[Party, ...]:
        """Who did a deed, by its adjective of a state or by "at the hands of"."""
        by = [g for p, g in self.parsed.of_chunk[noun.index].preps if p in self.grammar.lists["agent_prepositions"]]
        named = tuple(Party(e, n.start, n.end, rule) for n in noun.nisbas for e in n.entities)
        return named or tuple(p for g in by for p in self.discourse.parties(g, rule))

    def _suffered(self, noun: Chunk) -> bool:
        """Whether the genitive of a deed suffers it: who condemns the killing of X does not blame X."""
        deed = self.parsed.of_chunk.get(noun.index)
        if deed is None or deed.form != "noun" or not deed.frames:
            return False
        suffers = all(f.took_place and (f.genitive_suffers or f.genitive[:1] == (f.object,)) for f in deed.frames)
        return suffers and bool(deed.genitives or deed.objects)

    def owners(self, filled: Filled, role: str, group: Group, rule: str) -> tuple[Party, ...]:
        """Whom a group names, or whose things: citizens of a state and what is "on its border" are not the state."""
        lists = self.grammar.lists
        but = lists["kin_nouns"] if filled.frame.held else lists["citizen_nouns"] | lists["kin_nouns"]
        but = but | (lists["edge_nouns"] if role != "place" else frozenset())
        found: list[Party] = []
        for chunk in group:
            named = self.discourse.parties([chunk], rule)
            deed = self.parsed.of_chunk.get(chunk.index) if role == "place" else None
            if not named and deed is not None:  # "in an Israeli raid" is nowhere, "in a bombing of Turkey" is there
                named = tuple(p for g in deed.genitives for p in self.discourse.parties(g, f"{rule}-owner"))
            elif not named and filled.frame.reaction and role == "target" and self._suffered(chunk):
                named = self.doers(chunk, f"{rule}-owner")
            elif not (named or self.conditions.kin(chunk, but) or self._unlike(filled, role, chunk)):
                named = self.discourse.owners(chunk, f"{rule}-owner") or self._standing(filled, role, chunk, rule)
            found += named or self.adherents(filled, role, chunk, rule)
        return tuple(dict.fromkeys(found))

    def _standing(self, filled: Filled, role: str, thing: Chunk, rule: str) -> tuple[Party, ...]:
        """Where a thing stands that is hit: "raids on sites in Yemen", "sanctions on ten people and banks in Mali"."""
        lists, frame = self.grammar.lists, filled.frame
        hit = frame.located and role in ("target", "object") and thing.mention is None
        if not hit or ((frame.place_suffers or role == "object") and not thing.head_lemmas & lists["standing_things"]):
            return ()
        hit_people = self.conditions.suffers_unnamed(thing)  # "officials of (min) Mali", not "flights from Mali"
        for other in self.parsed.chunks[thing.index + 1 : thing.index + 1 + _FURTHER]:
            part = other.prep in lists["counting_from"] and other.mention is None  # "a number of the sites in"
            seat = other.prep in lists["standing_prepositions"] and other.head_lemmas & lists["housing_nouns"]
            if other.mention is None and seat:  # "a mosque in the seat of the forces"
                return self.discourse.owners(other, f"{rule}-where")
            if other.kind != "np" or (other.mention is None and not (other.genitive or other.conj or part)):
                break
            if other.mention is not None:
                of = other.prep in lists["origin_prepositions"] and not (frame.place_suffers or hit_people)
                inside = other.prep in lists["standing_prepositions"] and other.mention.type in _STAGES and not of
                group = self.parsed.groups.get(other.index, [other])
                return self.discourse.parties(group, f"{rule}-where") if inside and not other.conj else ()
        return ()

    def adherents(self, filled: Filled, role: str, people: Chunk, rule: str) -> tuple[Party, ...]:
        """To whom people belong who are arrested: "a cell loyal to (li) the movement", "linked with (bi)"."""
        if not filled.frame.held or role != filled.frame.object or people.mention is not None:
            return ()
        after, words = self.parsed.chunks[people.index + 1 : people.index + 3], self.grammar.lists["adhering_words"]
        bound = bool(people.lemmas & words)
        if not bound and after and after[0].kind == "np" and after[0].lemmas & words:
            bound, after = True, after[1:]
        group = bool(after) and after[0].mention is not None and after[0].mention.type in _GROUPS and after[0].prep
        return self.discourse.parties(after[:1], f"{rule}-adherent") if bound and group else ()

    def _unlike(self, filled: Filled, role: str, chunk: Chunk) -> bool:
        """Whether something does not stand for its owner: one private person, a thing that nobody detains."""
        return self.conditions.private(chunk) or self._never_held(filled, role, chunk)

    def _never_held(self, filled: Filled, role: str, thing: Chunk) -> bool:
        """Whether nobody is detained or freed with a thing: "the stopping of his programme"."""
        if not filled.frame.held or role == "place" or thing.lemmas & self.grammar.lists["agent_nouns"]:
            return False
        people = self.grammar.lists["people_nouns"] | self.grammar.lists["private_nouns"]
        return not (self.conditions.suffers_unnamed(thing) or thing.head_lemmas & people)

    def anonymous(self, chunk: Chunk) -> bool:
        """Diplomats, sources and the press are not speakers; what they belong to does not speak either."""
        mention, lists = chunk.mention, self.grammar.lists
        if self.discourse.nameless(chunk, source=True):
            return True
        if mention is not None and mention.kind not in ("collective", "nisba", "anaphor"):
            return False
        if mention is None and self.discourse.officer(chunk):
            return False  # "a source in the ministry"
        heads = chunk.head_lemmas if mention is not None else chunk.lemmas
        return bool(heads & (lists["anonymous_nouns"] | lists["media_nouns"]))
