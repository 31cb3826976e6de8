"""What an export needs of a store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import NamedNode, Quad

from sifara.graph.iri import ID

DOCUMENTS = ID + "doc/"
HISTORY = ID + "graph/history"


class Source(Protocol):
    """Graphs that can be read, like those of a store."""

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs, sorted."""

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Yield the quads of ``graph``, or all of them."""


def lasting(source: Source) -> list[NamedNode]:
    """Return the graphs that follow from the documents: all but the history of runs, which tells times."""
    return [graph for graph in source.graphs() if graph.value != HISTORY]


def documents(source: Source) -> list[NamedNode]:
    """Return the graphs of documents."""
    return [graph for graph in source.graphs() if graph.value.startswith(DOCUMENTS)]
