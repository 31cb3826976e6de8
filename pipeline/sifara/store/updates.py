"""SPARQL updates as text: what a remote store is told to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from sifara.graph.iri import DIP, ENTITIES_GRAPH

_ENTITIES = f"<{ENTITIES_GRAPH}>"
_MENTIONS = f"<{DIP}mentions>"


def blocks(quads: Iterable[Quad], largest: int) -> Iterator[str]:
    """Yield ``quads`` as they stand in INSERT DATA or DELETE DATA: sorted, in texts of about ``largest`` bytes.

    A text is never empty, and one triple is never cut; so one that is longer makes a text of its own.
    """
    lines: list[str] = []
    size = 0
    for graph, members in groupby(sorted(set(quads), key=_order), key=lambda quad: str(quad.graph_name)):
        opened = False
        for quad in members:
            line = _line(quad)
            length = len(line.encode())
            if size and size + length > largest:
                yield "".join([*lines, "}\n"] if opened else lines)
                lines, size, opened = [], 0, False
            if not opened:
                lines.append(f"GRAPH {graph} {{\n")
                opened = True
            lines.append(line)
            size += length
        if opened:
            lines.append("}\n")
    if lines:
        yield "".join(lines)


def change(removed: Iterable[Quad], added: Iterable[Quad], largest: int) -> list[str]:
    """Return updates that take quads out and put others in: one if it is short enough, else as many as needed."""
    taken, put = list(blocks(removed, largest)), list(blocks(added, largest))
    if len(taken) <= 1 and len(put) <= 1 and sum(map(len, taken + put)) <= largest:
        parts = [*(f"DELETE DATA {{ {text} }}" for text in taken), *(f"INSERT DATA {{ {text} }}" for text in put)]
        return [" ;\n".join(parts)] if parts else []
    return [*(f"DELETE DATA {{ {text} }}" for text in taken), *(f"INSERT DATA {{ {text} }}" for text in put)]


def drop(graph: NamedNode) -> str:
    """Return the operation that takes a graph away, if it is there."""
    return f"DROP SILENT GRAPH {graph}"


def forget_lonely(document: NamedNode) -> str:
    """Return the operation that takes away the descriptions of those whom only ``document`` mentions."""
    return (
        f"DELETE {{ GRAPH {_ENTITIES} {{ ?e ?p ?o }} }} WHERE {{\n"
        f"  GRAPH {document} {{ {document} {_MENTIONS} ?e }}\n"
        f"  GRAPH {_ENTITIES} {{ ?e ?p ?o }}\n"
        f"  FILTER NOT EXISTS {{ GRAPH ?g {{ ?other {_MENTIONS} ?e }} FILTER(?g != {document}) }}\n}}"
    )


def forget_unmentioned(entities: Iterable[str]) -> str:
    """Return the operation that takes away the descriptions of those of ``entities`` whom nobody mentions."""
    return (
        f"DELETE {{ GRAPH {_ENTITIES} {{ ?e ?p ?o }} }} WHERE {{\n"
        f"  VALUES ?e {{ {' '.join(f'<{entity}>' for entity in entities)} }}\n"
        f"  GRAPH {_ENTITIES} {{ ?e ?p ?o }}\n"
        f"  FILTER NOT EXISTS {{ GRAPH ?g {{ ?other {_MENTIONS} ?e }} }}\n}}"
    )


def forget(entities: Iterable[str]) -> str:
    """Return the operation that takes away the descriptions of ``entities``."""
    return (
        f"DELETE {{ GRAPH {_ENTITIES} {{ ?e ?p ?o }} }} WHERE {{\n"
        f"  VALUES ?e {{ {' '.join(f'<{entity}>' for entity in entities)} }}\n"
        f"  GRAPH {_ENTITIES} {{ ?e ?p ?o }}\n}}"
    )


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _line(quad: Quad) -> str:
    data = serialize([quad.triple], format=RdfFormat.N_TRIPLES)
    assert data is not None  # without an output file it returns the bytes
    return data.decode()
