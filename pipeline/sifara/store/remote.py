"""A store behind HTTP, over SPARQL 1.1 Update and the Graph Store Protocol; and the choice between it and a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import TracebackType
from typing import IO, Self

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

from sifara.errors import StoreError
from sifara.graph.gate import quarantine_graph
from sifara.graph.iri import DIP, ENTITIES_GRAPH, ID
from sifara.graph.serialize import write_nquads, write_trig
from sifara.graph.terms import PREFIXES
from sifara.store import updates
from sifara.store.base import Answer
from sifara.store.credentials import Credentials
from sifara.store.embedded import EmbeddedStore
from sifara.store.endpoints import endpoints, is_remote, recognise, split
from sifara.store.protocol import Protocol
from sifara.store.transport import Patience, Transport

_ENTITIES = NamedNode(ENTITIES_GRAPH)
_HISTORY = NamedNode(ID + "graph/history")
_DOCUMENTS = ID + "doc/"
_INCOMING = ID + "graph/incoming/"
_MENTIONS = NamedNode(DIP + "mentions")
_PROLOGUE = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())


class RemoteStore:
    """The graphs of this project in a store behind HTTP; a context manager. Other graphs there are left alone.

    What :class:`sifara.store.EmbeddedStore` does in one transaction, this does in one update, if it is not too
    large. A larger document is replaced by one PUT of its graph, and the descriptions of its entities are updated
    before and after it: a reader sees the whole document, old or new, and an interruption leaves at most
    descriptions of entities that nobody mentions.
    """

    def __init__(self, protocol: Protocol, *, read_only: bool = False, largest_update: int | None = None) -> None:
        """Use the server of ``protocol``. One update has at most ``largest_update`` bytes."""
        self.protocol = protocol
        self._read_only = read_only
        self._largest = largest_update or protocol.endpoints.largest_update
        self._sent = {name: NamedNode(other) for name, other in protocol.endpoints.stand_ins}
        self._got = {other: NamedNode(name) for name, other in protocol.endpoints.stand_ins}

    def replace(self, document: NamedNode, quads: Iterable[Quad]) -> None:
        """Make ``quads`` all that is known from ``document``; see :meth:`sifara.store.Store.replace`."""
        new = set(_spelled(quads, self._sent))
        aside = NamedNode(quarantine_graph(document.value))
        strangers = {quad.graph_name for quad in new} - {document, _ENTITIES, aside}
        if strangers:
            found = ", ".join(sorted(map(str, strangers)))
            raise ValueError(f"found quads in {found}; expected them in {document} or {_ENTITIES}")
        described = {quad for quad in new if quad.graph_name == _ENTITIES}
        known = sorted({quad.subject.value for quad in described if isinstance(quad.subject, NamedNode)})
        after = {quad.object for quad in new if quad.predicate == _MENTIONS}
        gone = sorted(entity for entity in self._mentioned(document) if NamedNode(entity) not in after)
        data = list(updates.blocks(new, self._largest))
        if len(data) <= 1 and sum(len(text.encode()) for text in data) <= self._largest:
            parts = [updates.drop(document), updates.drop(aside)]
            parts += [updates.forget(known)] if known else []
            parts += [f"INSERT DATA {{ {text} }}" for text in data]
            self._run([" ;\n".join(parts), *updates.forget_unmentioned(gone)])
            return
        self._describe(described)
        self.put(document, (quad for quad in new if quad.graph_name == document))
        self.put(aside, (quad for quad in new if quad.graph_name == aside))
        self._run(updates.forget_unmentioned(gone))

    def withdraw(self, document: NamedNode) -> bool:
        """Take back everything that came from ``document`` alone; return whether there was anything."""
        aside = NamedNode(quarantine_graph(document.value))
        if not document.value.startswith(_DOCUMENTS) or not (self._has(document) or self._has(aside)):
            return False
        mentioned = sorted(self._mentioned(document))
        self._run([updates.drop(document), updates.drop(aside), *updates.forget_unmentioned(mentioned)])
        return True

    def revise(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Take quads out and put others in: in one update or, if that is too large, in one step for each graph."""
        gone, new = set(removed), set(added)
        graphs = {quad.graph_name for quad in gone | new}
        text = updates.change(_spelled(gone, self._sent), _spelled(new, self._sent), self._largest)
        if text:
            self._update(text)
        elif text is None:
            for graph in sorted(graphs, key=str):
                out, put = ({quad for quad in quads if quad.graph_name == graph} for quads in (gone, new))
                if len(graphs) > 1:
                    self.revise(out, put)
                elif isinstance(graph, NamedNode):
                    self.put(graph, (set(self.quads(graph)) - out) | put)

    def put(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Make ``quads`` all that ``graph`` holds, in one step however many they are; without any, take it away.

        Where there is no Graph Store Protocol, they are sent in batches to a graph aside, which then takes its place;
        where PUT shows an empty graph for a moment, it is that graph aside which is put.
        """
        self._writable()
        triples = [quad.triple for quad in _spelled(quads, self._sent)]
        if not triples:
            self._update(updates.drop(graph))
        elif self.protocol.endpoints.graphs is None:
            staging = _incoming(graph)
            self._update(updates.drop(staging))
            for text in updates.blocks((_within(staging, triple) for triple in triples), self._largest):
                self._update(f"INSERT DATA {{ {text} }}")
            self._update(f"MOVE {staging} TO {graph}")
        elif self.protocol.endpoints.puts_whole:
            self.protocol.put(graph, triples)
        else:
            self.protocol.put(_incoming(graph), triples)
            self._update(f"MOVE {_incoming(graph)} TO {graph}")

    def put_all(self, graphs: Mapping[NamedNode, Iterable[Quad]]) -> None:
        """Make each of ``graphs`` hold exactly its quads; small ones together, in one update."""
        quads = {
            graph: [_within(graph, quad.triple) for quad in _spelled(members, self._sent)]
            for graph, members in graphs.items()
        }
        data = list(updates.blocks((quad for members in quads.values() for quad in members), self._largest))
        if len(data) == 1 and len(data[0].encode()) <= self._largest:
            parts = [*map(updates.drop, quads), f"INSERT DATA {{ {data[0]} }}"]
            self._update(" ;\n".join(parts))
            return
        for graph, members in quads.items():
            self.put(graph, members)

    def holds(self, quad: Quad) -> bool:
        """Return whether the store holds ``quad``."""
        (sent,) = _spelled([quad], self._sent)
        pattern = f"{sent.subject} {sent.predicate} {sent.object}"
        return self._ask(f"ASK {{ GRAPH {sent.graph_name} {{ {pattern} }} }}")

    def about(self, entity: NamedNode) -> Iterator[Quad]:
        """Yield what the tables say of ``entity``, in the graph of entities."""
        pattern = f"{entity} ?p ?o"
        answer = self.protocol.query(f"CONSTRUCT {{ {pattern} }} WHERE {{ GRAPH {_ENTITIES} {{ {pattern} }} }}")
        assert isinstance(answer, QueryTriples)
        yield from _spelled((_within(_ENTITIES, triple) for triple in answer), self._got)

    def query(self, text: str) -> Answer:
        """Answer a SPARQL query; see :meth:`sifara.store.Store.query`.

        Whether the default graph is the union of all graphs is up to the server; Oxigraph is asked for it.

        :raises RemoteError: and its kinds, if the server does not answer well.
        """
        return self.protocol.query(_PROLOGUE + text)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """Yield the quads of ``graph``, or of all graphs of this project, in no particular order."""
        for name in self.graphs() if graph is None else [graph]:
            yield from _spelled((_within(name, triple) for triple in self._triples(name)), self._got)

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs of this project, sorted."""
        answer = self.protocol.query(
            f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{ID}")) }}'
        )
        assert isinstance(answer, QuerySolutions)
        found = [name for row in answer if isinstance(name := row["g"], NamedNode)]
        return sorted((g for g in found if not g.value.startswith(_INCOMING)), key=lambda g: g.value)

    def dump(self, file: IO[bytes], form: str = "nq") -> None:
        """Write everything but the history of runs as sorted N-Quads ("nq") or TriG ("trig")."""
        lasting = (quad for quad in self.quads() if quad.graph_name != _HISTORY)
        if form == "trig":
            write_trig(lasting, file)
        elif form == "nq":
            write_nquads(lasting, file)
        else:
            raise ValueError(f"found the format {form!r}; expected 'nq' or 'trig'")

    def close(self) -> None:
        """Do nothing: the server keeps what it was sent."""

    def __len__(self) -> int:
        """Return the number of quads in the graphs of this project."""
        answer = self.protocol.query(
            f'SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{ID}")) }}'
        )
        assert isinstance(answer, QuerySolutions)
        return sum(int(count.value) for row in answer if isinstance(count := row["n"], Literal))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _writable(self) -> None:
        if self._read_only:
            raise StoreError(f"the store {self.protocol.endpoints.query} was opened for reading only")

    def _update(self, text: str) -> None:
        self._writable()
        self.protocol.update(text)

    def _run(self, parts: Iterable[str]) -> None:
        """Run operations: in one update, unless that is too large."""
        for text in updates.together(parts, self._largest):
            self._update(text)

    def _ask(self, text: str) -> bool:
        answer = self.protocol.query(text)
        assert isinstance(answer, QueryBoolean)
        return bool(answer)

    def _has(self, graph: NamedNode) -> bool:
        return self._ask(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}")

    def _mentioned(self, document: NamedNode) -> set[str]:
        answer = self.protocol.query(f"SELECT DISTINCT ?e {{ GRAPH {document} {{ {document} {_MENTIONS} ?e }} }}")
        assert isinstance(answer, QuerySolutions)
        return {entity.value for row in answer if isinstance(entity := row["e"], NamedNode)}

    def _describe(self, quads: Iterable[Quad]) -> None:
        """Replace descriptions of entities, whole ones, as many in one update as it may hold."""
        batch: list[Quad] = []
        size = 0
        for _, about in groupby(sorted(quads, key=lambda quad: str(quad.subject)), key=lambda quad: quad.subject):
            members = list(about)
            length = sum(len(str(quad).encode()) for quad in members)
            if batch and size + length > self._largest // 2:
                self._update(updates.describe(batch))
                batch, size = [], 0
            batch += members
            size += length
        if batch:
            self._update(updates.describe(batch))

    def _triples(self, graph: NamedNode) -> Iterable[Triple]:
        if self.protocol.endpoints.graphs is not None:
            return self.protocol.get(graph)
        answer = self.protocol.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        assert isinstance(answer, QueryTriples)
        return answer


def _incoming(graph: NamedNode) -> NamedNode:
    """Return the graph aside in which what is to be ``graph`` arrives."""
    return NamedNode(_INCOMING + hashlib.sha256(graph.value.encode()).hexdigest()[:16])


def _spelled(quads: Iterable[Quad], datatypes: Mapping[str, NamedNode]) -> Iterator[Quad]:
    """Yield ``quads`` with literals of some ``datatypes`` given another one."""
    for quad in quads:
        value = quad.object
        if isinstance(value, Literal) and (other := datatypes.get(value.datatype.value)) is not None:
            yield Quad(quad.subject, quad.predicate, Literal(value.value, datatype=other), quad.graph_name)
        else:
            yield quad


def _within(graph: NamedNode, triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, graph)


def open_remote(
    location: str,
    *,
    read_only: bool = False,
    credentials: Credentials | None = None,
    patience: Patience | None = None,
    environment: Mapping[str, str] | None = None,
    largest_update: int | None = None,
) -> RemoteStore:
    """Open the store at an address; see :mod:`sifara.store.endpoints` for how it may be written.

    :param credentials: who asks; by default what the environment says.
    :raises StoreError: if the address or the credentials are none, or the server does not answer.
    """
    product, address = split(location)
    who = Credentials.from_environment(environment) if credentials is None else credentials
    transport = Transport(address, who, patience or Patience())
    found = endpoints(address, product or recognise(transport, address), signed=bool(who.user), environment=environment)
    return RemoteStore(Protocol(found, transport), read_only=read_only, largest_update=largest_update)


def open_store(location: object, *, read_only: bool = False) -> EmbeddedStore | RemoteStore:
    """Open the store at ``location``: a folder, or the address of a server.

    :raises StoreError: if it cannot be opened.
    """
    name = str(location)
    if is_remote(name):
        return open_remote(name, read_only=read_only)
    return EmbeddedStore(name, read_only=read_only)
