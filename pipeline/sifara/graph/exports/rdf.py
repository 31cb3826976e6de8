"""Files of RDF 1.1: N-Quads, TriG, and Turtle with a file for each graph."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad

from sifara.graph.exports.source import Source, lasting
from sifara.graph.iri import ID
from sifara.graph.serialize import write_nquads, write_trig

_LONGEST = 100  # characters of a file's name
_PLAIN = re.compile(r"[^\w.=-]+")


def nquads(source: Source, out: Path) -> int:
    """Write all graphs as sorted N-Quads; return the number of quads."""
    with out.open("wb") as file:
        return write_nquads(_quads(source), file)


def trig(source: Source, out: Path) -> int:
    """Write all graphs as TriG; return the number of quads."""
    quads = list(_quads(source))
    with out.open("wb") as file:
        write_trig(quads, file)
    return len(quads)


def turtle(source: Source, out: Path) -> int:
    """Write each graph to a file of its own in the folder ``out``; return the number of quads.

    Turtle cannot say in which graph a triple stands. So ``graphs.tsv`` says it: the name of each file, and the
    IRI of its graph.
    """
    count = 0
    names: dict[str, str] = {}
    for graph in lasting(source):
        quads = [Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in source.quads(graph)]
        if not quads:
            continue  # a graph that has lost its last quad
        name = file_name(graph)
        names[name] = graph.value
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_trig(quads, file)  # without named graphs this is Turtle
        count += len(quads)
    lines = [f"{name}\t{graph}\n" for name, graph in sorted(names.items())]
    (out / "graphs.tsv").write_text("".join(["file\tgraph\n", *lines]), encoding="utf-8", newline="\n")
    return count


def file_name(graph: NamedNode) -> str:
    """Return the path of the file for ``graph``; what a file system may not take is replaced, and told apart by a hash.

    >>> file_name(NamedNode(ID + "doc/talks")), file_name(NamedNode(ID + "graph/entities"))
    ('doc/talks.ttl', 'graph/entities.ttl')
    """
    folder, _, name = graph.value.removeprefix(ID).partition("/")
    plain = _PLAIN.sub("_", name)
    if plain != name or len(plain) > _LONGEST or plain.startswith(".") or plain.lower() != plain:
        plain = f"{plain[:_LONGEST].lstrip('.')}-{hashlib.sha256(graph.value.encode()).hexdigest()[:8]}"
    return f"{_PLAIN.sub('_', folder)}/{plain}.ttl"


def _quads(source: Source) -> Iterator[Quad]:
    for graph in lasting(source):
        yield from source.quads(graph)
