"""Decisions of people, taken and undone: on events (split, join) and on entities (the list of duplicates)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions

from sifara.errors import InputError, NotFound
from sifara.graph.decisions import ALL, DIFFERENT, ENTITY, EVENT, SAME
from sifara.graph.duplicates import Known
from sifara.graph.iri import DIP, EVENTS_GRAPH, ID
from sifara.store import decided
from sifara.store.base import Store
from sifara.store.canonical_store import CanonicalEvents

_ENTITIES = """
SELECT DISTINCT ?x ?sort ?label ?listed ?country ?role ?of WHERE {
    VALUES ?sort { dip:Person dip:Organization }
    ?x a ?sort ; dip:listed ?listed ; rdfs:label ?label .
    OPTIONAL { ?x dip:country ?country }
    OPTIONAL { ?x dip:holds ?t . ?t dip:role ?role ; dip:of ?of }
}"""
_COUNTS = "SELECT ?x (COUNT(DISTINCT ?d) AS ?n) WHERE { ?d dip:mentions ?x } GROUP BY ?x"


def split(store: Store, folder: Path, event: str, other: str | None) -> int:
    """Decide that two events are not one; without ``other``, that an event is no other, or that no two tellings
    of a canonical event are one.

    :param event: the IRI of an event or, without ``other``, of a canonical event.
    :returns: how many canonical events changed.
    :raises NotFound: if the store holds no such event.
    """
    tellings = [event] if other is not None else _tellings(store, event)
    pairs = [(event, other)] if other is not None else [(event, ALL)] if tellings == [event] else _pairs(tellings)
    return _decide(store, folder, pairs, DIFFERENT)


def join(store: Store, folder: Path, event: str, other: str | None) -> int:
    """Undo :func:`split`; two events that were not split, and that the rule does not join, are joined by decision.

    :param other: without it, every split of ``event`` is undone.
    :returns: how many canonical events changed.
    :raises NotFound: if the store holds no such event, or one event alone was not split.
    """
    if other is not None:
        return _decide(store, folder, [(event, other)], SAME)
    decisions = decided.read(folder)
    pairs = [names for names in decisions.pairs(EVENT, DIFFERENT) if event in names]
    if not pairs:
        raise NotFound(f"{event} was not split from any other; say which two events to join")
    return _decide(store, folder, pairs, SAME)


def _decide(store: Store, folder: Path, pairs: list[tuple[str, str]], verdict: str) -> int:
    """Take the opposite verdict on ``pairs`` back; where there is none, keep this one, if it says anything new."""
    for name in sorted({name for names in pairs for name in names if name != ALL}):
        if not _rows(store, f"SELECT ?d WHERE {{ <{name}> dip:reportedIn ?d }} LIMIT 1", "d"):
            raise NotFound(f"the store holds no event {name}")
    opposite = DIFFERENT if verdict == SAME else SAME
    decisions = decided.read(folder)
    for one, other in pairs:
        if decisions.verdict(EVENT, one, other) == opposite:
            decisions = decisions.with_verdict(EVENT, one, other, None)
        elif other == ALL or bool(_canonical(store, one) & _canonical(store, other)) != (verdict == SAME):
            decisions = decisions.with_verdict(EVENT, one, other, verdict)
    decided.write(folder, decisions)
    with CanonicalEvents(store, folder) as events:
        return events.update()


def judge(store: Store, folder: Path, verdicts: Iterable[tuple[str, str, str]]) -> int:
    """Keep ``verdicts`` (verdict, one, other) on entities, and return how many are new."""
    decisions = decided.read(folder)
    before = decisions.verdicts.items()
    for verdict, one, other in verdicts:
        for name in (one, other):
            if not name.startswith(ID) or "\t" in name:
                raise InputError(f"found {name!r}; expected the IRI of an entity, {ID}…")
        decisions = decisions.with_verdict(ENTITY, one, other, verdict)
    decided.write(folder, decisions)
    with CanonicalEvents(store, folder) as events:
        events.update()
    return len(decisions.verdicts.items() - before)


def entities(store: Store) -> Iterator[Known]:
    """Yield the people and organisations of the store, for the list of duplicates."""
    counts = {row[0]: int(row[1]) for row in _rows(store, _COUNTS, "x n")}
    found: dict[str, dict[str, set[object]]] = {}
    for node, sort, label, listed, country, role, of in _rows(store, _ENTITIES, "x sort label listed country role of"):
        about = found.setdefault(node, {name: set() for name in ("sort", "label", "listed", "country", "office")})
        about["sort"].add(sort.removeprefix(DIP))
        about["label"].add(label)
        about["listed"].add(listed)
        about["country"] |= {country, of} - {""}  # an office tells where somebody belongs
        about["office"] |= {(role, of)} if role else set()
    for node, about in sorted(found.items()):
        yield Known(
            iri=node,
            sort=str(min(map(str, about["sort"]))),
            labels=tuple(sorted(map(str, about["label"]), reverse=True)),
            listed="true" in about["listed"],
            countries=frozenset(map(str, about["country"])),
            offices=frozenset(pair for pair in about["office"] if isinstance(pair, tuple)),
            documents=counts.get(node, 0),
        )


def _tellings(store: Store, event: str) -> list[str]:
    found = _rows(store, f"SELECT ?e WHERE {{ ?e dip:sameEventAs <{event}> }}", "e")
    return sorted(row[0] for row in found) or [event]


def _pairs(names: list[str]) -> list[tuple[str, str]]:
    return [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]


def _canonical(store: Store, event: str) -> set[str]:
    query = f"SELECT ?c WHERE {{ GRAPH <{EVENTS_GRAPH}> {{ <{event}> dip:sameEventAs ?c }} }}"
    return {row[0] for row in _rows(store, query, "c")}


def _rows(store: Store, query: str, columns: str) -> list[list[str]]:
    answer = store.query(query)
    assert isinstance(answer, QuerySolutions)  # the queries above are SELECTs
    names = columns.split()
    return [
        [value.value if isinstance(value := row[name], NamedNode | Literal) else "" for name in names] for row in answer
    ]
