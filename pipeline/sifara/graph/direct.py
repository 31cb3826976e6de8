"""The direct triples of what really happened: ``id:Antony_Blinken dip:met id:Sergey_Lavrov``."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from pyoxigraph import NamedNode

from sifara.document import Event
from sifara.events.proposals import is_proposed
from sifara.graph import iri
from sifara.graph.passages import Triples
from sifara.graph.terms import dip
from sifara.graph.vocabulary import EVENTS, EventClass


def direct_triples(events: Iterable[Event]) -> Triples:
    """Yield the direct triples of ``events``: both directions of symmetric ones.

    What did not happen has none, nor what only the learned scorer tells.

    :raises KeyError: if an event's class is not in the ontology.
    """
    for event in events:
        kind = EVENTS[event.type]
        if kind.direct is None or event.status != "Actual" or is_proposed(event):
            continue
        for subject, value in sorted(_pairs(event, kind)):
            yield NamedNode(iri.entity(subject)), dip(kind.direct), NamedNode(iri.entity(value))


def _pairs(event: Event, kind: EventClass) -> set[tuple[str, str]]:
    """Return who is joined to whom; nobody is joined to himself."""
    if kind.symmetric:
        return set(permutations(_fillers(event, "participant"), 2))
    found = (_fillers(event, role) for role in kind.direct_roles)
    undergoers = next((fillers for fillers in found if fillers), set())
    return {(agent, other) for agent in _fillers(event, "agent") for other in undergoers if agent != other}


def _fillers(event: Event, role: str) -> set[str]:
    return {argument.entity for argument in event.arguments if argument.role == role}
