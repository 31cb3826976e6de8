"""Decisions as quads of the graph of links: one certain link an entity, or candidates with score and reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph import iri
from sifara.graph.iri import ID, WIKIDATA
from sifara.graph.terms import OWL, TYPE, decimal, dip
from sifara.linking.items import LINKED, OPEN, Candidate, Decision

#: The graph of links; it is derived from the documents and may be remade at any time.
GRAPH = NamedNode(ID + "graph/links")
_SAME_AS = NamedNode(OWL + "sameAs")
_DERIVED = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")


@dataclass(frozen=True, slots=True)
class Made:
    """A decision on an entity (its id) in a document (its IRI)."""

    document: str
    decision: Decision

    @property
    def entity(self) -> str:
        """The id of the entity."""
        return self.decision.case.entity


def certain(made: Iterable[Made]) -> dict[str, str]:
    """Return the items that unlisted entities surely are, by the ids of the entities.

    An entity has one IRI in all documents. It gets a link if all documents that say anything agree on it, and those
    where it stays open take the same item for the likeliest.
    """
    linked: dict[str, set[str]] = {}
    likely: dict[str, set[str]] = {}
    for one in made:
        decision = one.decision
        if decision.case.chosen is not None or not decision.candidates:
            continue
        best = decision.candidates[0].item
        if decision.status == LINKED:
            linked.setdefault(one.entity, set()).add(best.qid or best.id)
        likely.setdefault(one.entity, set()).add(best.qid or best.id)
    return {
        entity: next(iter(items))
        for entity, items in sorted(linked.items())
        if len(items) == 1 and likely[entity] == items and next(iter(items)).startswith("Q")
    }


def link_quads(made: list[Made]) -> set[Quad]:
    """Return the graph of links that ``made`` tell."""
    sure = certain(made)
    quads = {
        Quad(NamedNode(iri.entity(entity)), _SAME_AS, NamedNode(WIKIDATA + item), GRAPH)
        for entity, item in sure.items()
    }
    for one in made:
        quads.update(_candidates(one, sure))
    return quads


def _candidates(one: Made, sure: dict[str, str]) -> Iterable[Quad]:
    """Yield the candidates of what is open, and of what this document links and others do not."""
    decision = one.decision
    if one.entity in sure:
        return
    own = decision.item is not None and decision.item.id == decision.case.chosen
    if decision.status not in (OPEN, LINKED) or own:
        return
    if decision.status == OPEN and not decision.case.named:
        return  # nothing in the document names it: there is nothing to judge
    for candidate in decision.candidates:
        yield from _candidate(one, candidate)


def _candidate(one: Made, candidate: Candidate) -> Iterable[Quad]:
    item = candidate.item
    target = NamedNode(WIKIDATA + item.qid if item.qid is not None else iri.entity(item.id))
    node = NamedNode(f"{one.document}#link={iri.local(one.entity)}/{iri.local(item.qid or item.id)}")
    subject = NamedNode(iri.entity(one.entity))
    yield Quad(subject, dip("candidateLink"), node, GRAPH)
    yield Quad(node, TYPE, dip("CandidateLink"), GRAPH)
    yield Quad(node, dip("candidate"), target, GRAPH)
    yield Quad(node, dip("score"), decimal(candidate.score), GRAPH)
    yield Quad(node, dip("rule"), Literal(candidate.reason), GRAPH)
    yield Quad(node, _DERIVED, NamedNode(one.document), GRAPH)
