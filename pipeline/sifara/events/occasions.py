"""What was done during which talks or visit: it shares their date, also over sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from sifara.document import Event
from sifara.events.agreed import Talks
from sifara.events.chunk import Chunk
from sifara.events.classes import Classes
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.predicates import Predicate
from sifara.events.statuses import ACTUAL, PLANNED

SESSION = "session"  # the kind of all talks face to face
_REACH = 5  # sentences behind talks in which one goes on to tell of them
_NEAR = 3  # sentences behind an arrival in which those who received somebody are named
_DAY = len("2000-01-01")
_ACTORS = ("agent", "participant")

Seats = frozenset[tuple[str, str]]  # (person, country or organisation that they hold an office of)


class Dates(Protocol):
    """What is asked of the dating of one sentence."""

    def occasion(self, filled: Filled) -> Chunk | None:
        """Give the words for the talks or visit during which something is done."""

    def kind(self, occasion: Chunk) -> str:
        """Give the class of the talks or visit that a noun tells."""

    def welcomes(self, noun: Predicate) -> bool:
        """Whether a noun tells who received somebody who has arrived."""

    def came_during(self, filled: Filled) -> bool:
        """Whether talks are told as those during which what stands before was said."""

    def came_here(self) -> bool:
        """Whether the sentence tells where the words before it were said."""

    def goes_on(self, filled: Filled) -> bool:
        """Whether an event is told as what came next, not as background."""

    def in_turn(self) -> bool:
        """Whether the sentence gives the word to the other side."""

    def to_press(self) -> bool:
        """Whether the sentence tells of words to the press."""

    def past_times(self) -> frozenset[str]:
        """Give the days that the sentence names, "" for a time in the past that has none."""


def _there(talks: Event, events: tuple[Event, ...]) -> frozenset[str]:
    """Who was at talks; of calls with each of several that were told at once, all of them."""
    told = {(x.sentence, x.trigger_start) for x in talks.evidence}
    alike = (e for e in events if e.type == talks.type and told & {(x.sentence, x.trigger_start) for x in e.evidence})
    return frozenset(a.entity for e in alike for a in e.arguments if a.role in _ACTORS)


def kind_of_talks(frame: Frame) -> str:
    """Give the name under which occasions of a kind are remembered together."""
    return SESSION if frame.session else frame.event


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What a sentence tells of time."""

    past: frozenset[str]
    in_turn: bool
    to_press: bool


class Occasions:
    """What was done during which talks or visit, over the sentences of a document."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self.talks = Talks()
        # Sentence and start of a trigger -> of the talks', and of those told last, where they may be the same.
        self._held: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._last: dict[str, tuple[int, int]] = {}  # by class, those of a kind together
        self._came: set[tuple[int, int]] = set()  # triggers of "that came during the talks"
        self._welcomes: set[tuple[int, int]] = set()  # triggers of "in his reception was"
        self._going_on: set[tuple[int, int]] = set()  # sentence and start of a trigger that tells what came next
        self._sentences: dict[int, _Sentence] = {}
        self._came_on: dict[int, str] = {}  # the day of "that came in a speech", by sentence

    @property
    def receptions(self) -> frozenset[tuple[int, int]]:
        """Sentence and start of each trigger that tells who received somebody or saw him off."""
        return frozenset(self._welcomes)

    def note(self, sentence: int, told: Mapping[int, tuple[Filled, str]], dating: Dates) -> None:
        """Note what the events of a sentence are part of."""
        self.talks.note(sentence, told)
        self._sentences[sentence] = _Sentence(dating.past_times(), dating.in_turn(), dating.to_press())
        days = dating.past_times() if dating.came_here() else frozenset()
        if len(days) == 1 and all(len(day) == _DAY for day in days):
            (self._came_on[sentence],) = days
        self._going_on |= {(sentence, one.predicate.chunk.start) for one, _ in told.values() if dating.goes_on(one)}
        self._came |= {(sentence, one.predicate.chunk.start) for one, _ in told.values() if dating.came_during(one)}
        tellers = [one.predicate for one, _ in told.values()]
        self._welcomes |= {(sentence, p.chunk.start) for p in tellers if dating.welcomes(p)}
        for one, _ in told.values():
            chunk = dating.occasion(one)
            if chunk is not None:
                held = [(sentence, chunk.start)] if chunk.index in told else []
                last = self._last.get(dating.kind(chunk))
                if last is not None and chunk.definite and not chunk.pronoun:
                    held.append(last)
                self._held[sentence, one.predicate.chunk.start] = held
        for one, status in told.values():
            if one.frame.occasion and status in (ACTUAL, PLANNED):
                self._last[kind_of_talks(one.frame)] = sentence, one.predicate.chunk.start

    def share(self, events: tuple[Event, ...], seats: Seats = frozenset()) -> tuple[Event, ...]:
        """Date what was done during talks or a visit by them, where only another sentence tells their date."""
        has = self._classes.has
        talks = [e for e in events if has(e.type, "occasion") and e.date]
        dated = {(x.sentence, x.trigger_start): e for e in talks for x in e.evidence}
        events = tuple(self._came_with(self._on_arrival(e, events), events, seats) for e in events)
        found = []
        for event in events:
            keys = [(x.sentence, x.trigger_start) for x in event.evidence]
            if event.date is None:
                keys = keys[:1] if has(event.type, "speech") else keys  # a speaker may go on elsewhere
                during = next((dated[h] for k in keys for h in self._held.get(k, ()) if h in dated), None)
                if during is not None and during.status == event.status and self._part(event.type, during.type):
                    event = replace(event, date=during.date, date_basis="inferred")
                elif during is None and not has(event.type, "speech"):
                    event = self._told_of(event, events, seats)
            found.append(event)
        return tuple(found)

    def _on_arrival(self, event: Event, events: tuple[Event, ...]) -> Event:
        """Date who received somebody by the journey told before it: "arrived today. … In his reception"."""
        first = event.evidence[0]
        if event.date or event.status != ACTUAL or (first.sentence, first.trigger_start) not in self._welcomes:
            return event
        there = {a.entity for a in event.arguments if a.role in _ACTORS}
        best: tuple[int, str] | None = None
        for visit in events:
            if not self._classes.has(visit.type, "journey") or visit.status != ACTUAL or visit.date is None:
                continue
            if there & {a.entity for a in visit.arguments if a.role in _ACTORS}:
                for x in visit.evidence:
                    near = first.sentence - _NEAR <= x.sentence <= first.sentence
                    if near and (best is None or x.sentence > best[0]):
                        best = x.sentence, visit.date
        return event if best is None else replace(event, date=best[1], date_basis="inferred")

    def _came_with(self, event: Event, events: tuple[Event, ...], seats: Seats) -> Event:
        """Give "that came during the talks" and what was said just before one day."""
        if event.date or event.status != ACTUAL:
            return event
        first = event.evidence[0]
        if (first.sentence, first.trigger_start) in self._came:
            said = [e for e in events if self._words(e) and e.date is not None and len(e.date) == _DAY]
            before = [e for e in said if any(0 < first.sentence - x.sentence <= 2 for x in e.evidence[:1])]
            return replace(event, date=before[-1].date, date_basis="inferred") if before else event
        if not self._words(event):
            return event
        for talks in events:
            came = any(
                (x.sentence, x.trigger_start) in self._came
                and 0 <= x.sentence - first.sentence <= 2
                and x.trigger_start > first.trigger_start
                for x in talks.evidence
            )
            held = came and talks.date is not None and talks.status == ACTUAL
            if held and self._between(event, _there(talks, events), seats):
                return replace(event, date=talks.date, date_basis="inferred")
        came_on = [self._came_on[i] for i in (first.sentence + 1, first.sentence + 2) if i in self._came_on]
        return replace(event, date=came_on[0], date_basis="inferred") if came_on else event

    def _words(self, event: Event) -> bool:
        has = self._classes.has
        agreed = has(event.type, "political") and not has(event.type, "occasion")
        return event.status == ACTUAL and (agreed or has(event.type, "speech") or has(event.type, "voiced"))

    def _told_of(self, event: Event, events: tuple[Event, ...], seats: Seats) -> Event:
        """Date what one party of talks is told to have said to the other, or both, in the sentences that follow."""
        if event.status != ACTUAL or not self._said(event.type):
            return event
        for told in event.evidence[:1] if event.evidence[0].sentence else event.evidence[:2]:
            if (told.sentence, told.trigger_start) not in self._going_on:
                continue
            last: tuple[tuple[int, int], Event] | None = None
            for talks in events:
                met = self._classes.has(talks.type, "encounter")
                if not met or not self._between(event, _there(talks, events), seats):
                    continue
                for x in talks.evidence:
                    at = (x.sentence, x.trigger_start)
                    if at < (told.sentence, told.trigger_start) and (last is None or at > last[0]):
                        last = at, talks
            if last is None or last[1].date is None or last[1].status != ACTUAL:
                continue
            first, date = last[0][0], last[1].date
            within = range(first + 1, told.sentence + 1)
            known = [self._sentences[i] for i in (first, *within) if i in self._sentences]
            other = any(s.past - {date} for s in known[1:]) or any(s.to_press for s in known)
            if told.sentence - first > _REACH or other:
                continue
            if self._to_the_other(event, _there(last[1], events), seats) or self._sentences[told.sentence].in_turn:
                return replace(event, date=date, date_basis="inferred")
        return event

    def _said(self, event: str) -> bool:
        has = self._classes.has
        return has(event, "voiced") or (has(event, "political") and not has(event, "encounter"))

    @staticmethod
    def _between(event: Event, there: frozenset[str], seats: Seats) -> bool:
        """Whether all who act were at the talks, themselves or by one who holds an office of theirs."""
        there |= {of for person, of in seats if person in there}
        acting = {a.entity for a in event.arguments if a.role in _ACTORS}
        return len(there) > 1 and bool(acting) and acting <= there

    @staticmethod
    def _to_the_other(event: Event, there: frozenset[str], seats: Seats) -> bool:
        """Whether both sides of the talks act, or one of them towards the other."""

        def sides(entities: set[str]) -> set[str]:
            return {p for p in there if p in entities or any((p, e) in seats for e in entities)}

        acting = sides({a.entity for a in event.arguments if a.role in _ACTORS})
        meant = sides({a.entity for a in event.arguments if a.role not in (*_ACTORS, "place")})
        return len(acting) > 1 or bool(acting and meant - acting)

    def _part(self, event: str, during: str) -> bool:
        """Whether an event can be part of an occasion: talks are part of a visit, not of other talks."""
        visit = self._classes.has(during, "journey") and event != during
        return visit or not self._classes.has(event, "occasion")
