"""RDF 1.2: the direct triples with what is known of them written on them.

``id:Antony_Blinken dip:met id:Sergey_Lavrov ~ <event/…> {| dip:date "2021-05-19"^^xsd:date ; … |}``: the event is
the reifier of the triple, so that nothing needs a new name. Where no event that is told here explains a direct triple
(all of them in quarantine), it stands without annotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, permutations
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from sifara.graph.exports.source import Source, documents
from sifara.graph.iri import DIP, ID
from sifara.graph.serialize import Term
from sifara.graph.serialize import turtle_term as term
from sifara.graph.terms import LABEL, PREFIXES, TYPE
from sifara.graph.vocabulary import EVENTS

_DIRECT = {DIP + kind.direct for kind in EVENTS.values() if kind.direct}
#: What is written on a triple, in this order.
_SAID = (
    TYPE.value,
    *(DIP + n for n in ("date", "dateBasis", "until", "duration", "confidence", "reportedIn", "evidence")),
)
Triple = tuple[NamedNode, NamedNode, NamedNode]


def write(source: Source, out: Path) -> int:
    """Write the direct triples of all documents as TriG of RDF 1.2; return their number.

    In each graph stand after them the sentences that are their evidence, and in the default graph the labels of
    those whom they join.
    """
    count = 0
    met: set[NamedNode] = set()
    labels: dict[str, set[str]] = {}
    with out.open("wb") as file:
        file.write(f"@base <{ID}> .\n".encode())
        file.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in sorted(PREFIXES.items()))
        for graph in documents(source):
            quads = list(source.quads(graph))
            _collect(quads, labels)
            found = list(_annotated(quads))
            if not found:
                continue
            count += len(found)
            lines = [line for triple, events in found for line in _statement(triple, events)]
            lines += _evidence(quads, [event for _, events in found for event in events])
            file.write(f"\n{term(graph)} {{\n{''.join(lines)}}}\n".encode())
            met.update(node for (subject, _, value), _ in found for node in (subject, value))
        _collect(source.quads(NamedNode(ID + "graph/entities")), labels)
        file.write(b"\n")
        for node in sorted(met, key=str):
            names = sorted(labels.get(node.value, ()))
            if names:
                file.write(f"{term(node)} rdfs:label {', '.join(names)} .\n".encode())
    return count


def _collect(quads: Iterable[Quad], labels: dict[str, set[str]]) -> None:
    for quad in quads:
        if quad.predicate == LABEL and isinstance(quad.subject, NamedNode):
            labels.setdefault(quad.subject.value, set()).add(term(quad.object))


def _annotated(quads: list[Quad]) -> Iterator[tuple[Triple, list[list[Quad]]]]:
    """Yield the direct triples of one graph, sorted, each with what is said of the events that explain it."""
    about: dict[str, list[Quad]] = {}
    direct: set[Triple] = set()
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        if isinstance(subject, NamedNode):
            about.setdefault(subject.value, []).append(quad)
            if predicate.value in _DIRECT and isinstance(value, NamedNode):
                direct.add((subject, predicate, value))
    explained: dict[Triple, list[list[Quad]]] = {}
    for name in sorted(name for name in about if name.startswith(ID + "event/")):
        for triple in _explains(about[name]):
            explained.setdefault(triple, []).append(about[name])
    for triple in sorted(direct, key=lambda triple: tuple(map(str, triple))):
        yield triple, explained.get(triple, [])


def _explains(event: list[Quad]) -> Iterator[Triple]:
    """Yield the direct triples that an event may be written as."""
    said: dict[str, list[NamedNode]] = {}
    for quad in event:
        if isinstance(quad.object, NamedNode):
            said.setdefault(quad.predicate.value, []).append(quad.object)
    if [node.value for node in said.get(DIP + "status", ())] != [DIP + "Actual"]:
        return
    for kind in sorted({node.value.removeprefix(DIP) for node in said.get(TYPE.value, ())} & EVENTS.keys()):
        known = EVENTS[kind]
        if known.direct is None:
            continue
        predicate = NamedNode(DIP + known.direct)
        if known.symmetric:
            pairs = list(permutations(said.get(DIP + "participant", ()), 2))
        else:
            fillers = next((found for role in known.direct_roles if (found := said.get(DIP + role))), [])
            pairs = [(agent, other) for agent in said.get(DIP + "agent", ()) for other in fillers]
        yield from ((one, predicate, other) for one, other in pairs)


def _statement(triple: Triple, events: list[list[Quad]]) -> Iterator[str]:
    subject, predicate, value = map(term, triple)
    yield f"    {subject} {predicate} {value}"
    for event in events:
        yield f"\n        ~ {term(event[0].subject)} {{| {' ; '.join(_said(event))} |}}"
    yield " .\n"


def _said(event: list[Quad]) -> Iterator[str]:
    ordered = sorted(event, key=lambda quad: (quad.predicate.value, str(quad.object)))
    for predicate in _SAID:
        values = [term(quad.object) for quad in ordered if quad.predicate.value == predicate]
        if values:
            name = "a" if predicate == TYPE.value else term(NamedNode(predicate))
            yield f"{name} {', '.join(values)}"


def _evidence(quads: list[Quad], events: list[list[Quad]]) -> list[str]:
    """Return the triples of the evidence of ``events``: their words and sentences."""
    wanted: set[Term] = {quad.object for event in events for quad in event if quad.predicate.value == DIP + "evidence"}
    for quad in [quad for quad in quads if quad.subject in wanted]:
        if isinstance(quad.object, NamedNode) and quad.predicate.value.endswith(("#sentence", "#trigger")):
            wanted.add(quad.object)
    said = sorted((quad for quad in quads if quad.subject in wanted), key=str)
    lines = []
    for subject, members in groupby(said, key=lambda quad: quad.subject):
        pairs = [f"{term(quad.predicate)} {term(quad.object)}" for quad in members]
        lines.append(f"    {term(subject)} {' ; '.join(pairs)} .\n")
    return lines
