"""The network of who deals with whom, as a networkx graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, QuerySolutions

from sifara.graph.iri import DIP
from sifara.graph.terms import PREFIXES
from sifara.graph.vocabulary import ENTITY_CLASSES, EVENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx

_QUERY = """SELECT ?a ?b ?type (COUNT(DISTINCT ?one) AS ?n) WHERE {
  ?event dip:reportedIn ?document ; dip:status dip:Actual ; a ?type .
  OPTIONAL { ?event dip:sameEventAs ?joined }
  BIND(COALESCE(?joined, ?event) AS ?one)
  { ?event dip:agent ?a . ?event dip:target|dip:object ?b }
  UNION { ?event dip:participant ?a , ?b . FILTER(STR(?a) < STR(?b)) }
  FILTER(?a != ?b && ?type != dip:Event && isIRI(?b))
} GROUP BY ?a ?b ?type ORDER BY ?a ?b ?type"""
_LABELS = 'SELECT ?x (MIN(?l) AS ?label) WHERE { ?x rdfs:label ?l FILTER(LANG(?l) = "ar") } GROUP BY ?x'
_TYPES = f"""SELECT DISTINCT ?x ?type WHERE {{
  VALUES ?type {{ {" ".join(f"dip:{name}" for name in ENTITY_CLASSES)} }} ?x a ?type
}} ORDER BY ?x ?type"""


def network(query: Callable[[str], Any]) -> networkx.Graph:
    """Return the network: entities with their ``label`` and ``type``, and ``weight`` and ``types`` of their links.

    :param query: answers SPARQL over all graphs, like the method of a store. Only what really happened counts,
        each event once, however many documents tell it where they are joined. Nodes and links are added in
        order of their IRIs.
    """
    import networkx as nx

    prologue = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    graph = nx.Graph()
    for a, b, kind, count in _rows(query(prologue + _QUERY), "a", "b", "type", "n"):
        name = kind.removeprefix(DIP)
        if name not in EVENTS:
            continue
        graph.add_edge(a, b)
        counts = graph.edges[a, b].setdefault("types", {})
        counts[name] = counts.get(name, 0) + int(count)
    for _, _, data in graph.edges(data=True):
        # A Summit is a Meeting as well, and counts once.
        inherited = sum(n * len(EVENTS[name].ancestors) for name, n in data["types"].items())
        data["weight"] = sum(data["types"].values()) - inherited
    labels = {row[0]: row[1] for row in _rows(query(prologue + _LABELS), "x", "label")}
    types: dict[str, str] = {}
    for node, kind in _rows(query(prologue + _TYPES), "x", "type"):
        name = kind.removeprefix(DIP)
        if name in ENTITY_CLASSES and types.get(node) in (None, "Organization"):
            types[node] = name
    for node in graph:
        graph.nodes[node]["label"] = labels.get(node, node.rpartition("/")[2])
        graph.nodes[node]["type"] = types.get(node, "Entity")
    return graph


def _rows(answer: object, *names: str) -> list[tuple[str, ...]]:
    assert isinstance(answer, QuerySolutions)  # the queries above are SELECTs
    return [
        tuple(value.value if isinstance(value := row[name], NamedNode | Literal) else "" for name in names)
        for row in answer
    ]
