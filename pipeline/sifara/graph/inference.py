"""What the ontology entails of the graphs: superclasses, superproperties, inverse and symmetric properties.

Each of these rules needs one triple and no other, so what follows from a triple depends on it alone: its property
(or class, after rdf:type) is looked up in a table of all that it entails, which is closed beforehand. Nothing is
taken from domains and ranges, which the shapes check, nor from owl:sameAs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from sifara.graph.iri import ID
from sifara.graph.terms import OWL, RDFS, TYPE
from sifara.graph.vocabulary import folder

#: The graph that holds what is inferred, and nothing else.
GRAPH = NamedNode(ID + "graph/inferred")
#: What stands in these graphs is not told by documents.
_LEFT_OUT = (GRAPH.value, ID + "graph/history")
_QUARANTINE = ID + "graph/quarantine/"
_ONTOLOGY = ("diplomacy.ttl", "alignments.ttl")

_SUBCLASS, _SUBPROPERTY, _INVERSE = RDFS + "subClassOf", RDFS + "subPropertyOf", OWL + "inverseOf"
_SYMMETRIC = OWL + "SymmetricProperty"
_NOTHING_NEW = {OWL + "Thing"}


@dataclass(frozen=True, slots=True)
class Rules:
    """What follows: from a class its superclasses, from a property others, each with whether it turns round."""

    classes: Mapping[str, tuple[NamedNode, ...]]
    properties: Mapping[str, tuple[tuple[NamedNode, bool], ...]]

    @classmethod
    def of_ontology(cls) -> Rules:
        """Return the rules that the ontology and its alignments state."""
        return cls.read(folder() / name for name in _ONTOLOGY)

    @classmethod
    def read(cls, files: Iterable[Path]) -> Rules:
        """Return the rules that Turtle ``files`` state together. Classes and properties without a name are left out.

        :raises SyntaxError: if one of them is no Turtle.
        """
        return cls.of(quad.triple for file in files for quad in parse(path=file, format=RdfFormat.TURTLE))

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> Rules:
        """Return the rules that ``triples`` state."""
        above: dict[str, set[str]] = {}
        steps: dict[str, set[tuple[str, bool]]] = {}
        for triple in triples:
            one, other = triple.subject, triple.object
            if not isinstance(one, NamedNode) or not isinstance(other, NamedNode):
                continue
            if triple.predicate.value == _SUBCLASS:
                above.setdefault(one.value, set()).add(other.value)
            elif triple.predicate.value == _SUBPROPERTY:
                steps.setdefault(one.value, set()).add((other.value, False))
            elif triple.predicate.value == _INVERSE:
                steps.setdefault(one.value, set()).add((other.value, True))
                steps.setdefault(other.value, set()).add((one.value, True))
            elif triple.predicate == TYPE and other.value == _SYMMETRIC:
                steps.setdefault(one.value, set()).add((one.value, True))
        classes = {name: tuple(map(NamedNode, sorted(_classes_above(name, above)))) for name in sorted(above)}
        properties = {
            name: tuple((NamedNode(other), turned) for other, turned in sorted(_properties_above(name, steps)))
            for name in sorted(steps)
        }
        return cls(classes, properties)

    def follow(self, triple: Triple) -> Iterator[Triple]:
        """Yield what follows from ``triple``, and from that in turn."""
        if triple.predicate == TYPE:
            if isinstance(triple.object, NamedNode):
                for above in self.classes.get(triple.object.value, ()):
                    yield Triple(triple.subject, TYPE, above)
            return
        for other, turned in self.properties.get(triple.predicate.value, ()):
            if not turned:
                yield Triple(triple.subject, other, triple.object)
            elif isinstance(triple.object, NamedNode):
                yield Triple(triple.object, other, triple.subject)


def counts(graph: NamedNode) -> bool:
    """Tell whether conclusions are drawn from ``graph``: not from what is set aside, nor from conclusions."""
    return graph.value not in _LEFT_OUT and not graph.value.startswith(_QUARANTINE)


def inferred(read: Callable[[], Iterable[Quad]], rules: Rules) -> set[Quad]:
    """Return what follows from quads by ``rules`` and does not stand among them, in the graph of inferences.

    :param read: yields the quads. It is called twice, so that only what is inferred need be in memory.
    """
    found: set[Triple] = set()
    for quad in read():
        found.update(rules.follow(quad.triple))
    for quad in read():
        found.discard(quad.triple)
    return {Quad(t.subject, t.predicate, t.object, GRAPH) for t in found}


def _classes_above(name: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = above.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found - {name} - _NOTHING_NEW


def _properties_above(name: str, steps: Mapping[str, set[tuple[str, bool]]]) -> set[tuple[str, bool]]:
    found: set[tuple[str, bool]] = set()
    waiting = [(name, False)]
    while waiting:
        current, turned = waiting.pop()
        new = {(other, turned != turns) for other, turns in steps.get(current, ())} - found
        found |= new
        waiting += new
    return found - {(name, False)}
