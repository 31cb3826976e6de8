"""What only the title tells: it has the day on which its speaker, in the sentences that follow, said so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sifara.document import Event, Text
from sifara.events.classes import Classes
from sifara.events.merge import Seats
from sifara.events.statuses import ACTUAL

_LEAD = 3  # sentences behind the title in which its matter is told with its day
_DAY = len("2000-01-01")


def _title_ends(text: Text) -> bool:
    """Whether the first sentence is a title: a line of its own without a full stop."""
    if len(text.sentences) < 2:
        return False
    first, second = text.sentences[0], text.sentences[1]
    whole = text.document.text
    apart = "\n" in whole[first.start : second.start].lstrip()
    return apart and not whole[first.start : first.end].rstrip().endswith(".")


def _agents(event: Event, seats: Seats) -> frozenset[str]:
    """Who acts, with the states and bodies that they hold offices of."""
    acting = {a.entity for a in event.arguments if a.role == "agent"}
    return frozenset(acting | {of for person, of in seats if person in acting})


def date_titles(events: Sequence[Event], text: Text, seats: Seats, classes: Classes) -> tuple[Event, ...]:
    """Date the calls, thanks and threats of the title by what their speakers say in the lead.

    Args:
        events: Merged events, in the order of their first telling.
        text: The document they are of; dates count up to its own.
        seats: Pairs of a person and the state or body that they hold an office of.
        classes: What is true of classes of events.
    """
    if not _title_ends(text):
        return tuple(events)
    today = text.document.date.isoformat() if text.document.date is not None else None
    told = [
        (min(x.sentence for x in e.evidence), e)
        for e in events
        if e.date is not None and len(e.date) == _DAY and e.status == ACTUAL and (today is None or e.date <= today)
    ]
    lead = [e for first, e in sorted(told, key=lambda item: item[0]) if 0 < first <= _LEAD]
    found = []
    for event in events:
        alone = event.date is None and event.status == ACTUAL and all(x.sentence == 0 for x in event.evidence)
        if alone and classes.has(event.type, "voiced"):
            acting = _agents(event, seats)
            said = (e for e in lead if acting & _agents(e, seats))
            same = next((e for e in said if classes.has(e.type, "speech") or classes.has(e.type, "voiced")), None)
            if same is not None:
                event = replace(event, date=same.date, date_basis="inferred")
        found.append(event)
    return tuple(found)
