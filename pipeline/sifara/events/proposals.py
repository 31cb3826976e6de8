"""What the learned scorer adds: events that the rules leave untold, where they are likely enough.

It never changes what the rules tell; it says how sure that is. Within a document the likeliest are taken first, and
none that shares an actor with an event of its class: that would most often be the same event again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sifara.document import Argument, Event
from sifara.events.classes import Classes
from sifara.events.filled import Filled
from sifara.events.scorer import Judged, Scorer, derived
from sifara.events.sites import Sites

SCORED = "scored"  # rule of an argument that the scorer chose
_ACTORS = ("agent", "participant")


def scored(
    sites: Sites, scorer: Scorer, chosen: dict[int, Filled], events: list[Event]
) -> Iterator[tuple[Filled, Judged]]:
    """Give the frames that the scorer fills in a sentence, each with its judgement."""
    for site in sites.of(chosen, events, scorer.worth):
        judged = scorer.judge(site)
        if judged is not None and judged.probability >= scorer.least:
            yield _filled(judged, scorer), judged


def assured(events: list[Event], told: Iterable[Filled], sites: Sites, scorer: Scorer) -> list[Event]:
    """Give events that the rules tell with how sure they are as their confidence."""
    sure = {(one.predicate.chunk.start, one.frame.event): scorer.sure(sites.told(one, events)) for one in told}
    found = []
    for event in events:
        chance = sure.get((event.evidence[0].trigger_start, event.type))
        found.append(event if chance is None else replace(event, confidence=round(chance, 2)))
    return found


def explained(event: Event, judged: Judged, scorer: Scorer) -> Event:
    """Give an event that was proposed with how likely it is, and with the traits that spoke most for it."""
    traits = (*judged.site.traits, *derived(judged.site, judged.parties))
    rule = f"{event.evidence[0].rule}, {SCORED}: {' '.join(scorer.events.strongest(traits))}"
    evidence = (replace(event.evidence[0], rule=rule),)
    return replace(event, evidence=evidence, confidence=round(judged.probability, 2))


def is_proposed(event: Event) -> bool:
    """Whether only the scorer tells an event, and no rule."""
    return f", {SCORED}: " in event.evidence[0].rule


def _filled(judged: Judged, scorer: Scorer) -> Filled:
    """Fill the frame with whom the scorer chose; where it was and what it is about are the rules'."""
    site, known = judged.site, judged.site.filled
    arguments = {}
    for candidate in scorer.chosen(judged):
        role, party = candidate.role, candidate.party
        by_rule = known.arguments.get((role, party.entity)) if known is not None else None
        arguments[role, party.entity] = by_rule or Argument(role, party.entity, party.start, party.end, SCORED)
    if known is None:
        return Filled(site.frame, site.predicate, arguments)
    taken = {entity for _, entity in arguments}
    places = {k: a for k, a in known.arguments.items() if a.role == "place" and a.entity not in taken}
    return replace(known, arguments={**arguments, **places})


def added(events: Sequence[Event], proposed: Sequence[Event], classes: Classes) -> tuple[Event, ...]:
    """Give the events of a document with what was proposed, where it is told; ``confidence`` says how likely it is."""
    kept = list(events)
    for event in sorted(proposed, key=lambda e: (-e.confidence, e.evidence[0].trigger_start, e.type)):
        family = classes.family(event.type)
        actors = {a.entity for a in event.arguments if a.role in _ACTORS}
        alike = (e for e in kept if classes.family(e.type) == family)
        if not any(a.entity in actors for e in alike for a in e.arguments if a.role in _ACTORS):
            kept.append(event)
    if len(kept) == len(events):
        return tuple(events)
    return tuple(sorted(kept, key=lambda e: e.evidence[0].sentence))
