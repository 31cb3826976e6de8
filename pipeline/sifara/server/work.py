"""What a worker does with a store for the two protocols: queries, updates, whole graphs."""

from __future__ import annotations

import json
from typing import IO, Any

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from sifara.graph.terms import PREFIXES
from sifara.server import negotiate, scan
from sifara.server.refusal import Refusal
from sifara.store.snapshot import tidied_away

Head = dict[str, Any]


class _Limited:
    """A file in memory that refuses to grow beyond ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        self.data = bytearray()
        self._limit = limit

    def write(self, data: bytes) -> int:
        """Keep ``data``.

        :raises Refusal: beyond the limit.
        """
        if len(self.data) + len(data) > self._limit:
            raise Refusal(422, f"the answer has more than {self._limit} bytes; ask for less, with LIMIT for example")
        self.data += data
        return len(data)

    def flush(self) -> None:
        """Do nothing: it is in memory."""


def _answer(store: Store, head: Head, text: str) -> QuerySolutions | QueryTriples | QueryBoolean:
    """Run a query.

    :raises Refusal: if it cannot be understood or fails.
    """
    if scan.service(text):
        raise Refusal(
            400, "found SERVICE; this server calls no other endpoints (a prefix or keyword of that name is refused too)"
        )
    graphs = [NamedNode(iri) for iri in head.get("default", ())]
    named = [NamedNode(iri) for iri in head.get("named", ())]
    options: dict[str, Any] = {}
    if graphs or named:
        options = {"default_graph": graphs, "named_graphs": named}
    elif not scan.names_dataset(text):
        options = {"use_default_graph_as_union": True}
    try:
        return store.query(text, base_iri=head.get("base"), prefixes=PREFIXES, **options)
    except SyntaxError as error:
        raise Refusal(400, f"not a SPARQL query: {_line(error)}") from None
    except (ValueError, RuntimeError) as error:
        raise _failed(error) from None


def _failed(error: ValueError | RuntimeError) -> Exception:
    """Return what to raise for a query that fails: it is at fault, unless the files went away under it."""
    return error if tidied_away(error) else Refusal(400, f"the query failed: {_line(error)}")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())


def query(store: Store, head: Head, body: bytes) -> tuple[Head, bytes]:
    """Answer a query in the format that the client likes best.

    :raises Refusal: if it cannot be understood or fails, is too large, or no format fits.
    """
    answer = _answer(store, head, body.decode())
    formats: dict[str, str]
    if isinstance(answer, QueryTriples):
        formats = negotiate.GRAPHS
    else:
        formats = negotiate.BOOLEANS if isinstance(answer, QueryBoolean) else negotiate.RESULTS
    media = negotiate.choose(head.get("accept"), formats)
    if media is None:
        raise Refusal(406, f"found Accept: {head.get('accept')}; this answer can be had as {', '.join(formats)}")
    out = _Limited(head["limit"])
    file: IO[bytes] = out  # type: ignore[assignment]  # it has all that is used of a file
    try:
        if isinstance(answer, QueryTriples):
            form: RdfFormat = getattr(RdfFormat, formats[media])
            pyoxigraph.serialize(answer, file, format=form, prefixes=_prefixes(form))
        else:
            answer.serialize(file, format=getattr(QueryResultsFormat, formats[media]))
    except (ValueError, RuntimeError) as error:  # found only while the answers are computed
        raise _failed(error) from None
    return {"status": 200, "media": media}, bytes(out.data)


def _prefixes(form: RdfFormat) -> dict[str, str] | None:
    return PREFIXES if form in (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3, RdfFormat.RDF_XML) else None


def rows(store: Store, head: Head, body: bytes) -> tuple[Head, bytes]:
    """Answer a query as the JSON API does: a page of its rows with their total, or its triples as Turtle.

    :raises Refusal: as :func:`query`.
    """
    answer = _answer(store, head, body.decode())
    found: dict[str, Any]
    if isinstance(answer, QueryBoolean):
        found = {"kind": "ask", "boolean": bool(answer)}
    elif isinstance(answer, QueryTriples):
        out = _Limited(head["limit"])
        file: IO[bytes] = out  # type: ignore[assignment]
        pyoxigraph.serialize(answer, file, format=RdfFormat.TURTLE, prefixes=PREFIXES)
        found = {"kind": "graph", "turtle": out.data.decode()}
    else:
        first, last = head["offset"], head["offset"] + head["rows"]
        columns = [variable.value for variable in answer.variables]
        page, total = [], 0
        try:
            for total, solution in enumerate(answer, 1):
                if first < total <= last:
                    page.append([_term(solution[name]) for name in columns])
        except (ValueError, RuntimeError) as error:
            raise _failed(error) from None
        found = {"kind": "select", "columns": columns, "rows": page, "total": total}
    data = json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace")
    if len(data) > head["limit"]:
        raise Refusal(422, f"the answer has more than {head['limit']} bytes; ask for less, with limit for example")
    return {"status": 200, "media": "application/json"}, data


def _term(term: object) -> dict[str, str] | None:
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        written = {"type": "literal", "value": term.value}
        if term.language:
            written["language"] = term.language
        elif not term.datatype.value.endswith("#string"):
            written["datatype"] = term.datatype.value
        return written
    return {"type": "triple", "value": str(term)}


def update(store: Store, head: Head, body: bytes) -> tuple[Head, bytes]:
    """Run an update, which is one transaction however many operations it has.

    :raises Refusal: if it cannot be understood or fails.
    """
    text = body.decode()
    if scan.service(text) or scan.load(text):
        raise Refusal(
            400, "found SERVICE or LOAD; this server fetches nothing (a prefix of that name is refused as well)"
        )
    if head["default"] or head["named"]:
        text = scan.with_using(text, head["default"], head["named"])
    try:
        store.update(text, base_iri=head["base"], prefixes=PREFIXES)
    except SyntaxError as error:
        raise Refusal(400, f"not a SPARQL update: {_line(error)}") from None
    except (ValueError, RuntimeError) as error:
        raise Refusal(400, f"the update failed: {_line(error)}") from None
    return {"status": 204}, b""


def _target(head: Head) -> NamedNode | DefaultGraph:
    return NamedNode(head["graph"]) if head["graph"] is not None else DefaultGraph()


def _exists(store: Store, graph: NamedNode | DefaultGraph) -> bool:
    return isinstance(graph, DefaultGraph) or store.contains_named_graph(graph)


def graph(store: Store, head: Head, _: bytes) -> tuple[Head, bytes]:
    """Return one graph; only its head if ``head`` says so.

    :raises Refusal: if there is no such graph, it is too large, or no format fits.
    """
    target = _target(head)
    if not _exists(store, target):
        raise Refusal(404, "the store holds no such graph")
    media = negotiate.choose(head["accept"], negotiate.GRAPHS)
    if media is None:
        raise Refusal(406, f"found Accept: {head['accept']}; a graph can be had as {', '.join(negotiate.GRAPHS)}")
    out = _Limited(head["limit"])
    if not head["bare"]:
        form: RdfFormat = getattr(RdfFormat, negotiate.GRAPHS[media])
        file: IO[bytes] = out  # type: ignore[assignment]
        triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, target))
        pyoxigraph.serialize(triples, file, format=form, prefixes=_prefixes(form))
    return {"status": 200, "media": media}, bytes(out.data)


def _parse(head: Head, body: bytes) -> list[Triple]:
    triples: list[Triple] = []
    for number, part in enumerate(head["parts"]):
        form: RdfFormat = getattr(RdfFormat, negotiate.READABLE[part["media"]])
        data = body[part["start"] : part["end"]]
        try:
            for quad in pyoxigraph.parse(data, format=form, base_iri=head["base"], rename_blank_nodes=True):
                if quad.graph_name != DefaultGraph():
                    raise Refusal(400, f"found the graph {quad.graph_name} in the body; expected triples alone")
                triples.append(quad.triple)
        except (SyntaxError, ValueError) as error:
            place = f" of part {number + 1}" if len(head["parts"]) > 1 else ""
            raise Refusal(400, f"the body{place} is not {part['media']}: {_line(error)}") from None
    return triples


def _insert(head: Head, triples: list[Triple]) -> str:
    written = pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES)
    assert written is not None  # without an output file it returns the bytes
    data = written.decode()
    target = _target(head)
    return (
        f"INSERT DATA {{ {data} }}"
        if isinstance(target, DefaultGraph)
        else f"INSERT DATA {{ GRAPH {target} {{ {data} }} }}"
    )


def put(store: Store, head: Head, body: bytes) -> tuple[Head, bytes]:
    """Make the triples of ``body`` the whole graph, in one transaction.

    :raises Refusal: if they cannot be parsed.
    """
    triples, target = _parse(head, body), _target(head)
    there = _exists(store, target)
    clear = (
        "CLEAR DEFAULT"
        if isinstance(target, DefaultGraph)
        else f"DROP SILENT GRAPH {target} ; CREATE SILENT GRAPH {target}"
    )
    store.update(f"{clear} ;\n{_insert(head, triples)}")
    return {"status": 204 if there else 201}, b""


def post(store: Store, head: Head, body: bytes) -> tuple[Head, bytes]:
    """Add the triples of ``body`` to the graph.

    :raises Refusal: if they cannot be parsed.
    """
    triples, target = _parse(head, body), _target(head)
    there = _exists(store, target)
    if not there:
        store.add_graph(NamedNode(head["graph"]))
    store.extend(Quad(t.subject, t.predicate, t.object, target) for t in triples)
    return {"status": 204 if there else 201}, b""


def delete(store: Store, head: Head, _: bytes) -> tuple[Head, bytes]:
    """Drop the graph.

    :raises Refusal: if there is none.
    """
    target = _target(head)
    if not _exists(store, target):
        raise Refusal(404, "the store holds no such graph")
    store.remove_graph(target) if isinstance(target, NamedNode) else store.clear_graph(target)
    return {"status": 204}, b""
