"""SPARQL updates as text: what a remote store is told to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from sifara.graph.enrichment import HOLDS, PROPERTIES, record
from sifara.graph.iri import DIP, ENTITIES_GRAPH

_ENTITIES = f"<{ENTITIES_GRAPH}>"
_MENTIONS = f"<{DIP}mentions>"
_NAMES = 200  # of entities in one operation


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


def change(removed: Iterable[Quad], added: Iterable[Quad], largest: int) -> str | None:
    """Return the update that takes quads out and puts others in, "" if there are none; ``None`` if it is too large."""
    taken, put = list(blocks(removed, largest)), list(blocks(added, largest))
    parts = [*(f"DELETE DATA {{ {text} }}" for text in taken), *(f"INSERT DATA {{ {text} }}" for text in put)]
    if len(taken) > 1 or len(put) > 1 or sum(len(part.encode()) for part in parts) > largest:
        return None
    return " ;\n".join(parts)


def drop(graph: NamedNode) -> str:
    """Return the operation that takes a graph away, if it is there."""
    return f"DROP SILENT GRAPH {graph}"


def forget_unmentioned(entities: Iterable[str]) -> list[str]:
    """Return operations that take away what is known of those of ``entities`` whom nobody mentions.

    First their offices, as long as it is known which these are; then the rest. An operation has some hundred names.
    """
    parts = []
    known = list(entities)
    for start in range(0, len(known), _NAMES):
        names = known[start : start + _NAMES]
        alone = f"FILTER NOT EXISTS {{ GRAPH ?g {{ ?other {_MENTIONS} ?e }} }}"
        offices = f"VALUES ?e {{ {' '.join(f'<{name}>' for name in names)} }}"
        about = " ".join(f"(<{name}> <{node}>)" for name in names for node in (name, record(name)))
        parts += [
            f"DELETE {{ GRAPH {_ENTITIES} {{ ?s ?p ?o }} }} WHERE {{\n"
            f"  {offices}\n  GRAPH {_ENTITIES} {{ ?e {HOLDS} ?s . ?s ?p ?o }}\n  {alone}\n}}",
            f"DELETE {{ GRAPH {_ENTITIES} {{ ?s ?p ?o }} }} WHERE {{\n"
            f"  VALUES (?e ?s) {{ {about} }}\n  GRAPH {_ENTITIES} {{ ?s ?p ?o }}\n  {alone}\n}}",
        ]
    return parts


def forget(entities: Iterable[str]) -> str:
    """Return the operation that takes away the descriptions of ``entities``, but for what linking added to them."""
    return (
        f"DELETE {{ GRAPH {_ENTITIES} {{ ?e ?p ?o }} }} WHERE {{\n"
        f"  VALUES ?e {{ {' '.join(f'<{entity}>' for entity in entities)} }}\n"
        f"  GRAPH {_ENTITIES} {{ ?e ?p ?o }}\n  FILTER(?p NOT IN ({', '.join(map(str, PROPERTIES))}))\n}}"
    )


def describe(quads: list[Quad]) -> str:
    """Return the update that makes ``quads`` the descriptions of their subjects."""
    (text,) = blocks(quads, 1 << 62)
    known = sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)})
    return f"{forget(known)} ;\nINSERT DATA {{ {text} }}"


def together(parts: Iterable[str], largest: int) -> Iterator[str]:
    """Yield ``parts`` (operations) as updates of at most ``largest`` bytes, if none is longer itself."""
    found: list[str] = []
    size = 0
    for part in parts:
        length = len(part.encode()) + 3
        if found and size + length > largest:
            yield " ;\n".join(found)
            found, size = [], 0
        found.append(part)
        size += length
    if found:
        yield " ;\n".join(found)


def _order(quad: Quad) -> tuple[str, str, str, str]:
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _line(quad: Quad) -> str:
    data = serialize([quad.triple], format=RdfFormat.N_TRIPLES)
    assert data is not None  # without an output file it returns the bytes
    return data.decode()
