"""Nouns of deeds: whose deed it is, whom it hits, what two do to each other."""

from __future__ import annotations

from dataclasses import replace

from sifara.document import Argument
from sifara.events.chunk import Chunk
from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.parties import Party
from sifara.events.predicates import Group, Predicate
from sifara.events.slots import Slots

_ACTORS = ("agent", "participant")
_REACH = 5  # chunks between a reaction and "what" it is about


class Deeds(Rules):
    """Finds the parties of a deed that its own frame does not name."""

    def __init__(self, context: Context, slots: Slots) -> None:
        super().__init__(context)
        self.slots = slots

    def find(self, filled: Filled) -> None:
        """Find whom the deed of a noun hits, and both sides of a mutual deed."""
        if filled.predicate.form == "noun":
            self._suffers(filled)
            self._named_deal(filled)
        self._what_they_do(filled)
        self._we(filled)
        self._mutual(filled)

    def _what_they_do(self, filled: Filled) -> None:
        """Take whom a reaction is aimed at from "what" they do: "praised what Qatar does", "his thanks for what"."""
        frame, at = filled.frame, filled.predicate.chunk.index
        if not frame.reaction or frame.object != "target" or "target" in filled.roles():
            return
        behind = [c for c in self.parsed.chunks[at + 1 : at + 1 + _REACH] if c not in filled.predicate.subject]
        what = next((c for c in behind if self._what(c)), None)
        if what is None or any(c.kind in ("verb", "comp", "punct") or c.mention for c in behind[: behind.index(what)]):
            return
        verbs = (p for p in self.parsed.predicates if p.form == "verb" and p.clause.start == what.start and p.subject)
        resumed = (v for v in verbs if what.kind == "rel" or v.chunk.pronoun)
        doers = [p for v in resumed for p in self.discourse.parties(v.subject, "doer")]
        self.slots.put(filled, "target", tuple(p for p in doers if p.entity not in filled.of("agent")))

    def _we(self, filled: Filled) -> None:
        """Read "we" of an officer as his state, in what states do: "we have to strike them"."""
        readings = filled.predicate.chunk.readings
        if not filled.frame.by_states or not readings or any(r.person == "1" and r.number == "s" for r in readings):
            return
        for key, argument in list(filled.arguments.items()):
            ours = argument.rule == "first-person" and argument.role in _ACTORS
            if ours and argument.entity in self.offices.governing:
                party = self._state_of(Party(argument.entity, argument.start, argument.end, argument.rule))
                del filled.arguments[key]
                filled.arguments.setdefault((argument.role, party.entity), replace(argument, entity=party.entity))

    def _what(self, word: Chunk) -> bool:
        """Whether a word may be "what" or "for what"."""
        return (word.kind == "rel" and word.pronoun == "free") or word.word in self.grammar.lists["for_what"]

    def _named_deal(self, filled: Filled) -> None:
        """Take the treaty that the words name as what was agreed on: "the nuclear deal that Iran reached with"."""
        named = filled.predicate.chunk.mention
        deal = filled.frame.names_treaty and bool(filled.of("participant")) and not filled.of("object")
        if deal and named is not None and named.type == "Treaty":
            for entity in named.entities:
                filled.arguments["object", entity] = Argument("object", entity, named.start, named.end, "name")

    def suffers_after(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a prepositional phrase tells whom a deed hits, so that the genitive is the one who does it."""
        li, lists = self.grammar.clitic_preps["li"], self.grammar.lists
        people = lists["agent_nouns"] | lists["citizen_nouns"] | lists["transparent_nouns"]
        named = {c.index for group in predicate.genitives for c in group}
        return any(
            group[0].index - 1 in named
            and (
                "target" in frame.roles_of_prep(prep)
                or (prep == li and (group[0].mention is not None or bool(group[0].head_lemmas & people)))
            )
            for prep, group in predicate.preps
        )

    def gathered(self, carrier: Predicate) -> list[Group]:
        """Give those whom a verb gathers: its objects, who is named behind "between", and with whom they met."""
        lists = self.grammar.lists
        joined = lists["accompaniment_prepositions"] | lists["means_prepositions"]
        found = list(carrier.objects)
        for prep, group in carrier.preps:
            mention = group[0].mention
            place = mention is not None and mention.type in ("City", "Region", "Country") and mention.kind != "title"
            if prep in lists["between"] or (prep in joined and mention is not None and not place):
                found.append(group)
        return found

    def told_of_another(self, filled: Filled, carrier: Predicate, subject: tuple[Party, ...]) -> bool:
        """Whether somebody only tells the deed of another: "Annan announced Iraq's consent"."""
        frame, known = filled.frame, self.layer.entities
        goes_on = filled.light is not None and filled.light.own
        if goes_on or frame.symmetric or frame.genitive[:1] != (frame.subject,):
            return False
        if not any(f.speech for f in carrier.frames):
            return False
        if frame.took_place and filled.predicate.chunk.definite and not filled.predicate.chunk.pronoun:
            return True  # "the ministry confirmed the attack"
        named = [c for g in filled.predicate.genitives for c in g if c.mention and c.mention.kind != "anaphor"]
        doers = {p.entity for p in self.discourse.parties(named, "")}
        if frame.nisba == frame.subject:
            doers |= {e for n in filled.predicate.chunk.nisbas for e in n.entities}
        own = {p.entity for p in subject} | {known[p.entity].country for p in subject if p.entity in known}
        own |= {of for person, of in self.offices.seats if person in own}
        return bool(doers and own) and not doers & own

    def travellers(self, chunk: Chunk, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who travels: "the visit of the Turkish minister" is Turkey's, "the visit of Turkey" goes there."""
        if chunk.mention is not None and chunk.mention.kind in ("title", "collective"):
            return parties
        return tuple(p for p in parties if self._type(p.entity) not in ("Country", "Region", "City"))

    def owner_of_subject(self, filled: Filled, carrier: Predicate) -> tuple[Party, ...]:
        """Whose thing or deed the subject of a light verb is ("the US decision was met with"), not who suffers."""
        first = carrier.subject[0] if carrier.subject else None
        if first is None or filled.predicate.chunk in carrier.subject or first.lemmas & self.grammar.lists["fates"]:
            return ()
        deed = self.parsed.of_chunk.get(first.index)
        frames = deed.frames if deed is not None and deed.form == "noun" else ()
        if any(f.genitive_suffers or f.genitive[:1] == ("target",) for f in frames):
            return self.slots.doers(first, "subject-owner")
        return self.slots.owners(filled, "target", [first], "subject-owner")

    def _suffers(self, filled: Filled) -> None:
        """Take whom a deed hits from a phrase with li that its frame does not ask for."""
        frame, predicate = filled.frame, filled.predicate
        acts = predicate.form == "noun" and "agent" in filled.roles() and bool(predicate.genitives)
        if not acts or "target" in filled.roles() or not self.suffers_after(predicate, frame):
            return
        for prep, group in predicate.preps:
            if prep == self.grammar.clitic_preps["li"] and not frame.roles_of_prep(prep):
                self.slots.party(filled, frame.object, group, "prep:li")

    def _mutual(self, filled: Filled) -> None:
        """Take both sides of "the mutual expulsion" and of "the accusation of each of them against the other"."""
        frame, chunk = filled.frame, filled.predicate.chunk
        if frame.symmetric or not frame.mutual or frame.subject != "agent":
            return
        lists = self.grammar.lists
        each = self._each_other(filled.predicate)
        alike = filled.predicate.form == "noun" and lists["mutual_words"].intersection(chunk.words[1:])
        if not alike and not each:
            return
        between = [g for prep, g in filled.predicate.preps if prep in lists["between"]]
        if between:
            parties = self.discourse.parties(between[0], "between")
        elif len(chunk.nisbas) > 1:
            parties = tuple(Party(e, n.start, n.end, "nisba") for n in chunk.nisbas for e in n.entities)
        else:
            parties = self.discourse.pronoun(chunk, "3d", "mutual") if each or chunk.definite else ()
            if not each:
                parties = tuple(self._state_of(p) for p in parties)  # two ministers spoke of what their states do
        if len(parties) == 2:
            filled.mutual = True
            filled.arguments = {k: a for k, a in filled.arguments.items() if k[0] not in ("agent", "target")}
            self.slots.put(filled, "agent", parties)

    def _state_of(self, party: Party) -> Party:
        """The state for which an officer stands, else the party itself."""
        held = [of for person, of in self.offices.seats if person == party.entity]
        states = sorted(of for of in held if self._type(of) == "Country")
        return replace(party, entity=states[0]) if states else party

    def _each_other(self, predicate: Predicate) -> bool:
        """Whether "each of them … the other" stands with a predicate."""
        chunks = self.parsed.chunks
        for prep, group in predicate.preps:
            first = group[0]
            pair = first.pronoun == "3d" and not first.words and prep in self.grammar.lists["origin_prepositions"]
            after = chunks[first.index + 1].word if first.index + 1 < len(chunks) else ""
            if pair and after in self.grammar.lists["other_words"]:
                return True
        return False
