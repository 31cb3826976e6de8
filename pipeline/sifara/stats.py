"""Counts of what a store holds."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions

from sifara.graph.iri import DIP
from sifara.graph.vocabulary import ENTITY_CLASSES, EVENTS, STATUSES
from sifara.store import Store

_TYPES = "SELECT ?name (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a ?name } GROUP BY ?name"
# Events as documents tell them; those that join several of them are told by none.
_EVENTS = "SELECT ?name (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x dip:reportedIn ?d ; a ?name } GROUP BY ?name"
_STATUSES = "SELECT ?name (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x dip:reportedIn ?d ; dip:status ?name } GROUP BY ?name"
_LINKED = 'SELECT ("linked" AS ?name) (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x a dip:Entity ; owl:sameAs ?q }'
_DATED = 'SELECT ("dated" AS ?name) (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x dip:reportedIn ?r ; dip:date ?d }'


def count(store: Store, folder: Path) -> list[tuple[str, int]]:
    """Return names and numbers, in the order of the ontology; classes that are not there are left out.

    :param folder: that of the store, for what stands in its quarantine.
    """
    types, events, statuses = _counts(store, _TYPES), _counts(store, _EVENTS), _counts(store, _STATUSES)
    aside = folder / "quarantine.jsonl"
    lines = [
        ("documents", types.get("Document", 0)),
        ("documents left out", len(aside.read_text(encoding="utf-8").splitlines()) if aside.is_file() else 0),
        ("entities", types.get("Entity", 0)),
        ("entities with a Wikidata link", _counts(store, _LINKED)["linked"]),
        *((f"  {name}", types[name]) for name in ENTITY_CLASSES if name in types),
        ("offices", types.get("Tenure", 0)),
        ("events", events.get("Event", 0)),
        ("events with a date", _counts(store, _DATED)["dated"]),
        *((f"  {name}", statuses[name]) for name in STATUSES if name in statuses),
        *((f"  {name}", events[name]) for name in EVENTS if name in events),
        ("events that several documents tell", types.get("CanonicalEvent", 0)),
    ]
    return lines


def _counts(store: Store, query: str) -> dict[str, int]:
    answer = store.query(query)
    assert isinstance(answer, QuerySolutions)  # the queries above are SELECTs
    found = {}
    for row in answer:
        name, number = row["name"], row["n"]
        assert isinstance(name, NamedNode | Literal)
        assert isinstance(number, Literal)
        found[name.value.removeprefix(DIP)] = int(number.value)
    return found
