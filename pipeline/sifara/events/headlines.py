"""A headline that tells of several what the body tells of each: "the king and the crown prince congratulate"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sifara.document import Event
from sifara.events.classes import Classes

_UNDERGOERS = ("target", "object")


def shared_out(events: Sequence[Event], classes: Classes) -> list[Event]:
    """Give the events of a document without those of its headline that the body tells of each of several alone.

    Each of the body's events then has the headline as evidence too. ``classes`` is what is true of classes of events.
    """
    found = list(events)
    for whole in [e for e in events if e.evidence[0].sentence == 0]:
        parts = [e for e in found if _part(e, whole, classes)]
        told = {_acting(e) for e in parts}
        apart = sum(map(len, told)) == len(_acting(whole)) and frozenset().union(*told) == _acting(whole)
        if len(told) > 1 and apart:
            found = [replace(e, evidence=(*e.evidence, *whole.evidence)) if e in parts else e for e in found]
            found.remove(whole)
    return found


def _acting(event: Event) -> frozenset[str]:
    return frozenset(a.entity for a in event.arguments if a.role == "agent")


def _part(event: Event, whole: Event, classes: Classes) -> bool:
    """Whether an event of the body is what the headline tells, of some who act alone."""
    suffers, hit = (frozenset(a.entity for a in e.arguments if a.role in _UNDERGOERS) for e in (event, whole))
    alike = classes.family(event.type) == classes.family(whole.type) and event.status == whole.status
    alike = alike and event.evidence[0].sentence > 0 and (suffers <= hit or hit <= suffers)
    return alike and bool(_acting(event)) and _acting(event) < _acting(whole)
