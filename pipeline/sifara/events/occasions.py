"""What was done during which talks or visit: it shares their date, also over sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from sifara.document import Event
from sifara.events.chunk import Chunk
from sifara.events.classes import Classes
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.statuses import ACTUAL, PLANNED

SESSION = "session"  # the kind of all talks face to face


class Dates(Protocol):
    """What is asked of the dating of one sentence."""

    def occasion(self, filled: Filled) -> Chunk | None:
        """Give the words for the talks or visit during which something is done."""

    def kind(self, occasion: Chunk) -> str:
        """Give the class of the talks or visit that a noun tells."""


def kind_of_talks(frame: Frame) -> str:
    """Give the name under which occasions of a kind are remembered together."""
    return SESSION if frame.session else frame.event


class Occasions:
    """What was done during which talks or visit, over the sentences of a document."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        # Sentence and start of a trigger -> of the talks', and of those told last, where they may be the same.
        self._held: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._last: dict[str, tuple[int, int]] = {}  # by class, those of a kind together

    def note(self, sentence: int, told: Mapping[int, tuple[Filled, str]], dating: Dates) -> None:
        """Note what the events of a sentence are part of."""
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

    def share(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Date what was done during talks or a visit by them, where only another sentence tells their date."""
        has = self._classes.has
        talks = [e for e in events if has(e.type, "occasion") and e.date]
        dated = {(x.sentence, x.trigger_start): e for e in talks for x in e.evidence}
        found = []
        for event in events:
            keys = [(x.sentence, x.trigger_start) for x in event.evidence]
            if event.date is None and not has(event.type, "speech"):
                during = next((dated[h] for k in keys for h in self._held.get(k, ()) if h in dated), None)
                if during is not None and during.status == event.status and self._part(event.type, during.type):
                    event = replace(event, date=during.date, date_basis="inferred")
            found.append(event)
        return tuple(found)

    def _part(self, event: str, during: str) -> bool:
        """Whether an event can be part of an occasion: talks are part of a visit, not of other talks."""
        visit = self._classes.has(during, "journey") and event != during
        return visit or not self._classes.has(event, "occasion")
