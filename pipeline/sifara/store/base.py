"""The interface of a store, which an embedded one fulfils as well as a remote one can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, Protocol

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

Answer = QuerySolutions | QueryTriples | QueryBoolean


class Store(Protocol):
    """Document graphs, and one graph that describes the entities which they mention."""

    def replace(self, document: NamedNode, quads: Iterable[Quad]) -> None:
        """Make ``quads`` all that is known from ``document``, in one transaction.

        They stand in the document's graph, in its quarantine graph, and in that of entities for those that
        it mentions (dip:mentions). A description there goes when the last document that mentions the entity does.

        :raises ValueError: if a quad stands in another graph.
        :raises StoreError: if the store cannot be written.
        """

    def withdraw(self, document: NamedNode) -> bool:
        """Take back everything that came from ``document`` alone; return whether there was anything."""

    def revise(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Take quads out of graphs that are derived from documents, and put others in, in one transaction."""

    def holds(self, quad: Quad) -> bool:
        """Return whether the store holds ``quad``."""

    def about(self, entity: NamedNode) -> Iterator[Quad]:
        """Yield what the tables say of ``entity``, in the graph of entities."""

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query over all graphs together; the usual prefixes need no declaration.

        A triple that several documents tell is found once for each: say DISTINCT where it matters.

        :raises QueryError: if ``text`` is no SPARQL query.
        """

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Yield the quads of ``graph``, or all of them, in no particular order."""

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs, sorted."""

    def dump(self, file: IO[bytes], form: str = "nq") -> None:
        """Write everything but the history of runs as sorted N-Quads ("nq") or TriG ("trig")."""

    def close(self) -> None:
        """Bring everything to disk and let go of it."""
