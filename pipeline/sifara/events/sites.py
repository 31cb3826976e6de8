"""Sites: the triggers of a sentence with a frame each, and the entities that may fill its roles.

What the learned scorer reads (:mod:`sifara.events.scorer`), at work and when it is trained.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sifara.document import Event
from sifara.events.chunk import Chunk
from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.parties import Party
from sifara.events.predicates import Predicate
from sifara.events.traits import ACTOR, UNDERGOER, CandidateTraits, site_traits, slot_of

_STAGES = ("ok", "needs", "cond")  # filled; tried, and found lacking; not tried, as its conditions do not hold
_PLAIN = {ACTOR: "agent", UNDERGOER: "target"}  # the roles of slots where a frame says nothing else

Attempts = dict[tuple[int, str], Filled]  # by the chunk of the trigger and the id of the frame
Source = tuple[Party, Chunk | None, str]  # an entity, the chunk that names it here, and by what it does


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may fill ``role`` of a site, with its traits at all places where the sentence names it."""

    slot: str
    role: str
    party: Party
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger with the frame of one class; ``told`` says whether the rules tell an event of the class there."""

    predicate: Predicate
    frame: Frame
    filled: Filled | None
    told: bool
    traits: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def role_in(frame: Frame, slot: str) -> str:
    """Give the role that a slot has in a frame: who takes part in talks, who does a deed, whom it hits."""
    own = frame.subject if slot == ACTOR else frame.object
    return own if slot_of(own) == slot else _PLAIN[slot]


class Sites(Rules):
    """Lists the sites of one sentence, after the rules have read it."""

    def __init__(
        self, context: Context, before: tuple[Party, ...], attempts: Attempts, taken: frozenset[int], first: bool
    ) -> None:
        """Read one sentence; ``taken`` are the chunks that are part of another trigger ("lifted the sanctions")."""
        super().__init__(context)
        self.before, self.attempts, self.taken, self.first = before, attempts, taken, first

    def of(
        self, chosen: dict[int, Filled], events: list[Event], worth: Callable[[list[str]], bool] | None = None
    ) -> Iterator[Site]:
        """Give the sites in the order of their words: all, or those that no event tells and that are ``worth`` it.

        ``chosen`` are the frames that the rules filled, by chunk; ``events`` what they tell of the sentence; ``worth``
        says by the traits of a trigger alone whether its candidates need be looked at.
        """
        family = self.lexicon.classes.family
        for predicate in (p for p in self.parsed.predicates if p.chunk.index not in self.taken):
            best: dict[str, tuple[int, Frame, Filled | None]] = {}
            for frame in predicate.frames:
                if frame.speech:
                    continue
                stage, filled = self._stage(predicate, frame, chosen.get(predicate.chunk.index))
                name = family(frame.event)
                if name not in best or stage < best[name][0]:
                    best[name] = stage, frame, filled
            start = predicate.chunk.start
            for name, (stage, frame, filled) in best.items():
                spans = [(x.start, x.end) for e in events if family(e.type) == name for x in e.evidence]
                told = any(x.trigger_start == start for e in events if family(e.type) == name for x in e.evidence)
                if worth is not None and any(low <= start < high for low, high in spans):
                    continue
                own = self._traits(predicate, frame, stage, filled, events)
                if worth is None or worth(own):
                    yield self._site(predicate, frame, filled, told, events, own)

    def told(self, one: Filled, events: list[Event]) -> Site:
        """Give the site of a frame that the rules filled and tell."""
        own = self._traits(one.predicate, one.frame, 0, one, events)
        return self._site(one.predicate, one.frame, one, True, events, own)

    def _traits(
        self, predicate: Predicate, frame: Frame, stage: int, filled: Filled | None, events: list[Event]
    ) -> list[str]:
        return site_traits(self.parsed, predicate, frame, _STAGES[stage], filled, events, self._type, self.first)

    def _stage(self, predicate: Predicate, frame: Frame, chosen: Filled | None) -> tuple[int, Filled | None]:
        if chosen is not None and chosen.frame is frame:
            return 0, chosen
        tried = self.attempts.get((predicate.chunk.index, frame.id))
        return (1, tried) if tried is not None else (2, None)

    def _site(
        self, predicate: Predicate, frame: Frame, filled: Filled | None, told: bool, events: list[Event], own: list[str]
    ) -> Site:
        traits = CandidateTraits(self.parsed, self.grammar, predicate, frame, filled, events)
        found: dict[tuple[str, str], tuple[Party, dict[str, None]]] = {}
        for party, chunk, source in self._entities(predicate):
            kind = self._type(party.entity)
            for slot in (ACTOR,) if frame.symmetric else (ACTOR, UNDERGOER):
                if self.lexicon.admits(frame, role_in(frame, slot), kind):
                    known = found.setdefault((slot, party.entity), (party, {}))[1]
                    known.update(dict.fromkeys(traits.of(slot, party.entity, kind, chunk, source)))
        candidates = tuple(Candidate(slot, role_in(frame, slot), p, tuple(t)) for (slot, _), (p, t) in found.items())
        return Site(predicate, frame, filled, told, tuple(dict.fromkeys(own)), candidates)

    def _entities(self, predicate: Predicate) -> Iterator[Source]:
        """Give who is named in the sentence, who acted last before it, and who the rules say acts."""
        for chunk in self.parsed.chunks:
            if chunk.kind == "np" and chunk.mention is not None:
                yield from ((party, chunk, "m") for party in self.discourse.parties([chunk], ""))
                for mention in chunk.inner:
                    yield from ((Party(e, mention.start, mention.end, ""), chunk, "i") for e in mention.entities)
            for nisba in chunk.nisbas:
                yield from ((Party(e, nisba.start, nisba.end, ""), chunk, "n") for e in nisba.entities)
        yield from ((party, None, "prev") for party in self.before)
        if predicate.form == "verb":
            yield from ((party, None, "subj") for party in self.discourse.subject_of(predicate))
        above = predicate.parent
        for verb in (above, above.parent if above is not None else None):
            if verb is not None and verb.form != "noun":
                yield from ((party, None, "psub") for party in self.discourse.subject_of(verb))
