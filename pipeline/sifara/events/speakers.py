"""Who has spoken so far: "and added" goes on from the last speaker, not from the last who acted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sifara.events.parties import Party
from sifara.events.predicates import Predicate

_MOST = 3


@dataclass(slots=True)
class Speakers:
    """The last speakers of a document, the latest first; an empty tuple is somebody whom nobody names."""

    adding: frozenset[str] = frozenset()  # verbs that go on with what the same person says
    last: list[tuple[Party, ...]] = field(default_factory=list)

    def adds(self, predicate: Predicate) -> bool:
        """Whether a verb goes on with words told before, and somebody has spoken."""
        return bool(self.last) and predicate.form == "verb" and bool(predicate.chunk.head_lemmas & self.adding)

    @staticmethod
    def opens(predicate: Predicate) -> bool:
        """Whether a participle of saying opens the sentence: "…. Pointing out that"."""
        first = predicate.form == "participle" and predicate.inherits is None and predicate.chunk.index == 0
        return first and any(f.speech for f in predicate.frames)

    def note(
        self, predicates: list[Predicate], said: set[int], subject_of: Callable[[Predicate], tuple[Party, ...]]
    ) -> None:
        """Enter who speaks in the main clauses of a sentence; ``said``: the chunks of the verbs that tell of it."""
        for predicate in predicates:
            clause = predicate.clause
            main = predicate.form == "verb" and clause.kind in ("main", "adjunct") and clause.parent is None
            own = {r.person for r in predicate.chunk.readings} == {"1"}  # "we stress" is told within what is said
            if not main or own or not any(f.speech for f in predicate.frames):
                continue
            found = subject_of(predicate)
            if predicate.chunk.index not in said if found else not predicate.subject:
                continue
            named = tuple(Party(p.entity, p.start, p.end, "continued-subject") for p in found)
            self.last = [named, *(s for s in self.last if s != named)][:_MOST]
