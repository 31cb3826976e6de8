"""Whose condition is lamented, praised or criticised: the land in which the thing is of which nobody is the owner."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.slots import Slots

_DOCUMENTS = ("Treaty", "Project", "Topic")
_LANDS = ("Country",)
_PLACES = ("Country", "Region", "City")


class Situations(Rules):
    """Finds the place of what a stance is about: "concern at the situation in Mali", "criticised the trials in"."""

    def __init__(self, context: Context, slots: Slots) -> None:
        super().__init__(context)
        self.slots = slots

    def find(self, filled: Filled) -> None:
        """Put in the place in which the thing is that a frame with ``situated`` is about, if it names nobody."""
        frame, predicate = filled.frame, filled.predicate
        if not frame.situated or "target" in filled.roles():
            return
        groups = predicate.objects[:1] if frame.object == "target" else []
        groups = [*groups, *(g for p, g in predicate.preps if "target" in frame.roles_of_prep(p))]
        groups = sorted(groups, key=lambda g: g[0].index)[:1]  # what comes behind is said of it
        felt = filled.carrier if filled.light is not None and filled.light.control == "felt" else None
        groups += [g for p, g in felt.preps if "target" in frame.roles_of_prep(p)] if felt is not None else []
        for thing in (g[0] for g in groups):
            place = self._place_of(thing)
            if place is None or self._held_there(thing, place) or (not frame.pities and self._hit_there(thing, place)):
                continue
            named = self.discourse.parties([place], "situation")
            wanted = _PLACES if frame.pities else _LANDS
            self.slots.put(filled, "target", tuple(p for p in named if self._type(p.entity) in wanted))

    def _place_of(self, thing: Chunk) -> Chunk | None:
        """The place named with "in" in the phrase of a noun, behind its genitives and what is said of it."""
        if thing.mention is not None or thing.pronoun:
            return None  # "his remarks in France": whose they are is told
        first, within = self.grammar.list_first("place_prepositions"), self.grammar.lists["thing_prepositions"]
        for chunk in self.parsed.chunks[thing.index + 1 :]:
            if chunk.kind != "np" or chunk.conj:
                return None
            if chunk.prep == first:
                return chunk if chunk.mention is not None and chunk.mention.kind == "name" else None
            party = chunk.mention is not None and chunk.mention.entities and chunk.mention.type not in _DOCUMENTS
            if party or not (chunk.genitive or chunk.prep in within):
                return None
        return None

    def _held_there(self, thing: Chunk, place: Chunk) -> bool:
        """Whether it is an occasion on which others met there ("praised the results of the summit in France")."""
        deeds = (self.parsed.of_chunk.get(c.index) for c in self.parsed.chunks[thing.index : place.index])
        met = any(f.encounter for d in deeds if d is not None and d.form == "noun" for f in d.frames)
        occasions = self.grammar.lists["occasion_nouns"]
        return met or any(c.lemmas & occasions for c in self.parsed.chunks[thing.index : place.index])

    def _hit_there(self, thing: Chunk, place: Chunk) -> bool:
        """Whether somebody else did it there: the land in which a bomb went off is pitied, and not blamed."""
        between = self.parsed.chunks[thing.index : place.index]
        others = self.grammar.lists["terror_words"] | self.grammar.lists["violence_nouns"]
        deeds = (self.parsed.of_chunk.get(c.index) for c in between)
        hits = any(f.took_place for d in deeds if d is not None for f in d.frames)
        one = (c for c in between if c.lemmas & self.grammar.lists["people_nouns"] and c.readings)
        one_did = any(all(r.number == "s" for r in c.readings) for c in one)  # "the burning by an extremist of"
        return hits or one_did or any(c.lemmas & others for c in between)
