"""A store on disk (or in memory) within the process, over Oxigraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from sifara.errors import QueryError, StoreError
from sifara.graph.enrichment import HOLDS, is_enrichment, record
from sifara.graph.gate import quarantine_graph
from sifara.graph.iri import DIP, ENTITIES_GRAPH, ID
from sifara.graph.serialize import Term, write_nquads, write_trig
from sifara.graph.terms import PREFIXES
from sifara.store.base import Answer
from sifara.store.snapshot import open_snapshot

_ENTITIES = NamedNode(ENTITIES_GRAPH)
_HISTORY = NamedNode(ID + "graph/history")
_DOCUMENTS = ID + "doc/"
_MENTIONS = NamedNode(DIP + "mentions")
_UNMADE = "Inserts are only possible on read-write instances"  # whoever made the store was killed before it was whole


class EmbeddedStore:
    """A folder that holds the graphs; a context manager that closes it.

    Only the difference between old and new is written, so that building twice changes nothing. The graph
    of entities describes exactly those that some document mentions: it is the same whatever the order of
    documents, and a document withdrawn leaves nothing behind.
    """

    def __init__(self, path: str | Path | None = None, *, read_only: bool = False) -> None:
        """Open the store in the folder ``path``, or a new one in memory for ``None``.

        :param read_only: open what is there as it is now, beside whoever writes it.
        :raises StoreError: if there is no store to read, or another process writes to it.
        """
        self._path = path
        self._writable = path is not None and not read_only
        if path is None:
            self._store = pyoxigraph.Store()
            return
        folder = Path(path)
        if read_only and not (folder / "CURRENT").is_file():
            raise StoreError(f"there is no store in {folder}; make one with: sifara build INPUT --store {folder}")
        if folder.is_dir() and any(folder.iterdir()) and not (folder / "CURRENT").is_file():
            raise StoreError(f"the folder {folder} holds other things than a store; give one that is new or empty")
        try:
            if read_only:
                self._store = open_snapshot(folder)
            else:
                folder.mkdir(parents=True, exist_ok=True)
                self._store = pyoxigraph.Store(str(folder))
        except OSError as error:
            found = " ".join(str(error).split())
            if read_only and _UNMADE in found:
                raise StoreError(
                    f"the store {folder} was left half made; build into it again: sifara build INPUT --store {folder}"
                ) from None
            raise StoreError(f"the store {folder} cannot be opened; is it in use? ({found})") from None

    def replace(self, document: NamedNode, quads: Iterable[Quad]) -> None:
        """Make ``quads`` all that is known from ``document``; see :meth:`sifara.store.Store.replace`."""
        new = set(quads)
        aside = NamedNode(quarantine_graph(document.value))
        strangers = {quad.graph_name for quad in new} - {document, _ENTITIES, aside}
        if strangers:
            found = ", ".join(sorted(map(str, strangers)))
            raise ValueError(f"found quads in {found}; expected them in {document} or {_ENTITIES}")
        old = {*self._of(document), *self._of(aside)}
        for subject in {quad.subject for quad in new if quad.graph_name == _ENTITIES}:
            # A description is replaced as a whole; what linking added to it stays.
            old.update(quad for quad in self._about(subject) if not is_enrichment(quad))
        forgotten = {q.object for q in old - new if q.predicate == _MENTIONS}
        old.update(self._orphans(document, forgotten))
        removed, added = old - new, new - old
        self._change(removed, added)

    def withdraw(self, document: NamedNode) -> bool:
        """Take back everything that came from ``document`` alone; return whether there was anything."""
        aside = NamedNode(quarantine_graph(document.value))
        graphs = [graph for graph in (document, aside) if self._store.contains_named_graph(graph)]
        if not document.value.startswith(_DOCUMENTS) or not graphs:
            return False
        mentioned = {quad.object for quad in self._store.quads_for_pattern(document, _MENTIONS, None, document)}
        removed = self._orphans(document, mentioned)
        for graph in graphs:
            removed.update(self._of(graph))
        self._change(removed, set())
        return True

    def revise(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Take quads out of graphs that are derived from documents, and put others in, in one transaction."""
        self._change(set(removed), set(added))

    def holds(self, quad: Quad) -> bool:
        """Return whether the store holds ``quad``."""
        return quad in self._store

    def about(self, entity: NamedNode) -> Iterator[Quad]:
        """Yield what the tables say of ``entity``, in the graph of entities."""
        return self._about(entity)

    def _about(self, entity: Term) -> Iterator[Quad]:
        """Yield the description of ``entity`` in the graph of entities."""
        if isinstance(entity, NamedNode):
            yield from self._store.quads_for_pattern(entity, None, None, _ENTITIES)

    def _orphans(self, document: NamedNode, entities: Iterable[Term]) -> set[Quad]:
        """Return the descriptions of those of ``entities`` that no document but ``document`` mentions."""
        orphans: set[Quad] = set()
        for entity in entities:
            mentions = self._store.quads_for_pattern(None, _MENTIONS, entity, None)
            if all(quad.graph_name == document for quad in mentions):
                orphans.update(said := set(self._about(entity)))
                for quad in said:
                    if quad.predicate == HOLDS:
                        orphans.update(self._about(quad.object))
                if isinstance(entity, NamedNode):
                    orphans.update(self._about(NamedNode(record(entity.value))))
        return orphans

    def _change(self, removed: set[Quad], added: set[Quad]) -> None:
        """Take quads out and put others in, in one transaction."""
        if removed:
            # A graph that has lost its last quad would still be listed.
            lost = {quad.graph_name for quad in removed} - {quad.graph_name for quad in added}
            empty = sorted(str(graph) for graph in lost if all(quad in removed for quad in self._of(graph)))
            dropped = "".join(f" ;\nDROP SILENT GRAPH {graph}" for graph in empty)
            self._update(f"DELETE DATA {{ {_data(removed)} }} ;\nINSERT DATA {{ {_data(added)} }}{dropped}")
        elif added:
            self._extend(added)

    def _of(self, graph: NamedNode | BlankNode | DefaultGraph) -> Iterator[Quad]:
        """Yield the quads of ``graph``."""
        return iter(self._store.quads_for_pattern(None, None, None, graph))

    def _extend(self, quads: set[Quad]) -> None:
        try:
            self._store.extend(quads)
        except OSError as error:
            raise StoreError(f"the store {self._path} cannot be written: {error}") from None

    def _update(self, text: str) -> None:
        """Run one SPARQL update, which is one transaction however many operations it has."""
        try:
            self._store.update(text)
        except OSError as error:
            raise StoreError(f"the store {self._path} cannot be written: {error}") from None

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query over the union of all graphs; see :meth:`sifara.store.Store.query`."""
        try:
            return self._store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"not a SPARQL query: {' '.join(str(error).split())}") from None
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {' '.join(str(error).split())}") from None

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Yield the quads of ``graph``, or all of them, in no particular order."""
        return iter(self._store.quads_for_pattern(None, None, None, graph))

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs, sorted."""
        return sorted((g for g in self._store.named_graphs() if isinstance(g, NamedNode)), key=lambda g: g.value)

    def dump(self, file: IO[bytes], form: str = "nq") -> None:
        """Write everything as sorted N-Quads ("nq") or TriG ("trig")."""
        if form == "trig":
            write_trig(self._lasting(), file)
        elif form == "nq":
            write_nquads(self._lasting(), file)
        else:
            raise ValueError(f"found the format {form!r}; expected 'nq' or 'trig'")

    def _lasting(self) -> Iterator[Quad]:
        """Yield all that follows from the documents: the history of runs tells times, and does not."""
        return (quad for quad in self.quads() if quad.graph_name != _HISTORY)

    def close(self) -> None:
        """Bring everything to disk and let go of it."""
        if hasattr(self, "_store"):
            if self._writable:
                self._store.flush()
            del self._store  # Oxigraph lets go of its lock with the last reference

    def __len__(self) -> int:
        """Return the number of quads."""
        return len(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _data(quads: set[Quad]) -> str:
    """Return ``quads`` as they stand in INSERT DATA: grouped by graph, sorted."""
    by_graph: dict[str, list[Quad]] = {}
    for quad in sorted(quads, key=str):
        by_graph.setdefault(str(quad.graph_name), []).append(quad)
    blocks = []
    for graph, members in by_graph.items():
        triples = serialize([quad.triple for quad in members], format=RdfFormat.N_TRIPLES)
        assert triples is not None  # without an output file it returns the bytes
        blocks.append(f"GRAPH {graph} {{\n{triples.decode()}}}")
    return "\n".join(blocks)
