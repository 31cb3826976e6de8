"""Compares what the pipeline found with gold.

Two events are the same if they are of one class (with the pairs of ``gold_files.ALIKE`` as one) and share an actor, or,
where gold names no actor, an undergoer. Each counts once: of all ways to pair them, the one that shares most is taken.
What docs/accuracy.md says of the figures is done here.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

import networkx as nx
from gold_files import SIDES, GoldDocument, ScoredEvent

from sifara.document import Annotated, Document

STATEMENT = "Statement"


class Annotator(Protocol):
    """What scoring needs of a pipeline."""

    def annotate(self, document: Document) -> Annotated:
        """Return everything that can be found in ``document``."""


@dataclass(slots=True)
class Count:
    """How many were found that gold has (``right``), that it has not (``wrong``), and were not found (``missed``)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, gold: Set[object], found: Set[object]) -> None:
        """Count two sets of comparable things."""
        self.right += len(gold & found)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 if nothing was."""
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 if gold is empty."""
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0

    def table(self) -> dict[str, float | int]:
        """Return the figures under the names that ``--json`` writes."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "gold": self.right + self.missed,
            "found": self.right + self.wrong,
            "right": self.right,
        }


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that went wrong, for whoever looks for the reason. ``kind``: missed, made up, status, date, roles."""

    kind: str
    document: str
    event: ScoredEvent
    note: str = ""


@dataclass(slots=True)
class Score:
    """All figures of one set of documents."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))  # events, arguments, …
    classes: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))  # by class of event
    status: Count = field(default_factory=Count)  # of matched events; only right and wrong
    dates: Count = field(default_factory=Count)  # of matched events that gold dates
    misses: list[Miss] = field(default_factory=list)
    documents: int = 0
    words: int = 0
    seconds: float = 0.0  # that the pipeline took

    @property
    def words_per_second(self) -> float:
        """Return how fast the pipeline went, on one core; 0 if there was nothing to read."""
        return self.words / self.seconds if self.seconds else 0.0

    def figures(self) -> dict[str, object]:
        """Return all figures, ready for JSON."""
        return {
            "documents": self.documents,
            "words": self.words,
            "words_per_second": round(self.words_per_second),
            **{name: count.table() for name, count in self.counts.items()},
            "status_accuracy": self.status.precision if self.status.right + self.status.wrong else None,
            "date_accuracy": self.dates.precision if self.dates.right + self.dates.wrong else None,
            "by_class": {name: self.classes[name].table() for name in sorted(self.classes)},
        }


def found_events(annotated: Annotated, gold: GoldDocument) -> list[ScoredEvent]:
    """Return the events of the pipeline with the keys of gold for their entities."""
    entities = annotated.entities.entities
    text = annotated.text.document.text
    keys = {name: gold.key(entity) for name, entity in entities.items()}
    return [
        ScoredEvent(
            type=event.type,
            sides={
                side: frozenset(keys[a.entity] for a in event.arguments if a.role in roles)
                for side, roles in SIDES.items()
            },
            status=event.status.lower(),
            date=event.date,
            words=text[event.evidence[0].start : event.evidence[0].end],
        )
        for event in annotated.events
    ]


def match(gold: Sequence[ScoredEvent], found: Sequence[ScoredEvent]) -> list[tuple[int, int]]:
    """Pair events of gold with those found, as (index, index), so that as much as possible is shared."""
    graph = nx.Graph()
    for i, a in enumerate(gold):
        for j, b in enumerate(found):
            if a.folded_type != b.folded_type:
                continue
            actors = len(a.sides["actor"] & b.sides["actor"])
            undergoers = len(a.sides["undergoer"] & b.sides["undergoer"])
            if not actors and (a.sides["actor"] or not undergoers):
                continue
            weight = 1 + 10 * (actors + undergoers) + len(a.sides["place"] & b.sides["place"])
            graph.add_edge((0, i), (1, j), weight=weight + (a.date is not None and a.date == b.date))
    pairs = (sorted(edge) for edge in nx.max_weight_matching(graph))
    return sorted((a[1], b[1]) for a, b in pairs)


def compare(gold: GoldDocument, annotated: Annotated, score: Score) -> None:
    """Add one document to ``score``."""
    found = found_events(annotated, gold)
    told = [e for e in gold.events if e.folded_type != STATEMENT]
    made = [e for e in found if e.folded_type != STATEMENT]
    _statements(gold.events, found, score)
    pairs = match(told, made)
    events, arguments = score.counts["events"], score.counts["arguments"]
    for i, j in pairs:
        a, b = told[i], made[j]
        events.right += 1
        score.classes[a.type].right += 1
        for side in SIDES:
            arguments.add(a.sides[side], b.sides[side])
        _details(a, b, gold.document.id, score)
    for i in sorted(set(range(len(told))) - {i for i, _ in pairs}):
        events.missed += 1
        score.classes[told[i].type].missed += 1
        arguments.missed += sum(len(side) for side in told[i].sides.values())
        score.misses.append(Miss("missed", gold.document.id, told[i]))
    for j in sorted(set(range(len(made))) - {j for _, j in pairs}):
        events.wrong += 1
        score.classes[made[j].type].wrong += 1
        arguments.wrong += sum(len(side) for side in made[j].sides.values())
        score.misses.append(Miss("made up", gold.document.id, made[j]))
    _offices_and_links(gold, annotated, score)


def _details(gold: ScoredEvent, found: ScoredEvent, document: str, score: Score) -> None:
    """Compare status, date and parties of two events that were matched."""
    same = gold.status == found.status
    score.status.right += same
    score.status.wrong += not same
    if not same:
        score.misses.append(Miss("status", document, gold, f"found {found.status}"))
    if gold.date is not None:
        score.dates.right += gold.date == found.date
        score.dates.wrong += gold.date != found.date
        if gold.date != found.date:
            score.misses.append(Miss("date", document, gold, f"{gold.date}, found {found.date}"))
    if gold.sides != found.sides:
        score.misses.append(Miss("roles", document, gold, f"found {parties(found)}"))


def _statements(gold: Iterable[ScoredEvent], found: Iterable[ScoredEvent], score: Score) -> None:
    """Statements are compared by their speakers: how finely speech is cut into events is free."""
    speakers, voices = (
        frozenset(key for e in events if e.folded_type == STATEMENT for key in e.sides["actor"])
        for events in (gold, found)
    )
    for name in (score.counts["statements"], score.classes[STATEMENT]):
        name.add(speakers, voices)


def _offices_and_links(gold: GoldDocument, annotated: Annotated, score: Score) -> None:
    layer = annotated.entities
    if gold.offices is not None:
        offices = frozenset(
            (gold.key(layer.entities[o.person]), o.role, gold.key(layer.entities[o.of])) for o in layer.offices
        )
        score.counts["offices"].add(gold.offices, offices)
    if gold.links is not None:
        # An entity that gold names without an id is neither right nor wrong.
        links = frozenset(
            entity.qid
            for entity in layer.entities.values()
            if entity.qid and (entity.qid in gold.links or gold.key(entity) not in gold.unlinked)
        )
        score.counts["links"].add(gold.links, links)


def score_documents(documents: Iterable[GoldDocument], pipeline: Annotator) -> Score:
    """Run the pipeline on documents and compare. Only the pipeline's own time is counted."""
    score = Score()
    for gold in documents:
        begin = time.perf_counter()
        annotated = pipeline.annotate(gold.document)
        score.seconds += time.perf_counter() - begin
        score.documents += 1
        score.words += sum(1 for s in annotated.text.sentences for t in s.tokens if t.folded[:1].isalnum())
        compare(gold, annotated, score)
    return score


def parties(event: ScoredEvent) -> str:
    """Return the parties of an event in one line: ``actors -> undergoers @ places``."""
    actor, undergoer, place = (", ".join(sorted(event.sides[side])) or "-" for side in SIDES)
    return f"{actor} -> {undergoer} @ {place}"
