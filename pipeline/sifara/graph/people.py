"""People whom only the texts know: who of them are one person, under several spellings, by name and office."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph.iri import DIP, ID
from sifara.graph.terms import RDF, RDFS, SKOS
from sifara.text.folding import fold_word

#: The graph that joins the names of one person.
GRAPH = NamedNode(ID + "graph/people")
_SAME = NamedNode(SKOS + "exactMatch")
_TYPE = RDF + "type"


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody whom a document names and no table lists. Offices are pairs of role and country, as IRIs."""

    iri: str
    label: str
    offices: frozenset[tuple[str, str]]

    @property
    def folded(self) -> str:
        """The name as it is compared."""
        return " ".join(fold_word(self.label).split())


def strangers(quads: Iterable[Quad]) -> list[Stranger]:
    """Return the people of the graph of one document whom only the texts know, sorted by their IRIs."""
    about: dict[str, dict[str, list[str]]] = {}
    wanted = {_TYPE, RDFS + "label", DIP + "listed", DIP + "holds", DIP + "role", DIP + "of"}
    for quad in quads:
        if quad.predicate.value in wanted and isinstance(quad.subject, NamedNode):
            value = quad.object.value if isinstance(quad.object, NamedNode | Literal) else ""
            about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(value)
    found = []
    for node, said in sorted(about.items()):
        if said.get(DIP + "listed") == ["false"] and DIP + "Person" in said.get(_TYPE, ()):
            tenures = [about.get(tenure, {}) for tenure in said.get(DIP + "holds", ())]
            offices = {(r, o) for t in tenures for r in t.get(DIP + "role", ()) for o in t.get(DIP + "of", ())}
            found.append(Stranger(node, min(said.get(RDFS + "label", [node.removeprefix(ID)])), frozenset(offices)))
    return found


def joined(people: Iterable[Stranger], decided: Iterable[tuple[str, str]] = ()) -> list[Quad]:
    """Return which of ``people``, all of one folded name, are the same: those who share an office, and ``decided``."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    holder: dict[tuple[str, str], str] = {}
    for person in sorted(people, key=lambda p: p.iri):
        for office in sorted(person.offices):
            one, other = sorted((find(holder.setdefault(office, person.iri)), find(person.iri)))
            leader[other] = one
    for first, second in sorted(decided):
        one, other = sorted((find(first), find(second)))
        leader[other] = one
    pairs = sorted((name, find(name)) for name in leader if find(name) != name)
    return [Quad(NamedNode(name), _SAME, NamedNode(first), GRAPH) for name, first in pairs]


