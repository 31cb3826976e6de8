"""What the ontology entails, kept in a graph of its own in a store: made anew, or taken away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from sifara.graph.inference import GRAPH, Rules, counts, inferred
from sifara.store.base import Store


@dataclass(frozen=True, slots=True)
class Inferred:
    """How many triples the graph of inferences has now, and how many came and went."""

    total: int
    added: int
    removed: int


def infer(store: Store, rules: Rules | None = None) -> Inferred:
    """Bring the graph of inferences (``id:graph/inferred``) in step with the others, in one transaction.

    It depends on the other graphs and the ontology alone; doing it again changes nothing. Triples that some graph
    asserts are not repeated. What is inferred is in memory meanwhile: about one triple for six of the store.

    :param rules: by default what the ontology states.
    :raises StoreError: if the store cannot be written.
    """

    def asserted() -> Iterator[Quad]:
        for graph in store.graphs():
            if counts(graph):
                yield from store.quads(graph)

    new = inferred(asserted, rules or Rules.of_ontology())
    old = set(store.quads(GRAPH))
    store.revise(old - new, new - old)
    return Inferred(len(new), len(new - old), len(old - new))


def keep(store: Store) -> Inferred | None:
    """Bring the graph of inferences in step if there is one; return ``None`` if the store is without.

    :raises StoreError: if the store cannot be written.
    """
    return infer(store) if GRAPH in store.graphs() else None


def forget(store: Store) -> int:
    """Take all inferences away; return how many there were.

    :raises StoreError: if the store cannot be written.
    """
    old = set(store.quads(GRAPH))
    store.revise(old, ())
    return len(old)
