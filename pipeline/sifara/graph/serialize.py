"""Quads to files that are the same, byte for byte, whenever the quads are the same.

N-Quads are sorted by their bytes, on disk where they are many; TriG is grouped by graph and subject,
for people to read and for version control to compare.
"""

from __future__ import annotations

import heapq
import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import IO

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from sifara.graph.iri import ID
from sifara.graph.terms import PREFIXES, TYPE, XSD

#: So many lines are sorted in memory; more are merged from sorted temporary files.
_CHUNK = 500_000

Term = NamedNode | BlankNode | Literal | Triple
# A subset of PN_LOCAL of the Turtle grammar; an IRI that does not match is written in angle brackets.
_LETTER = "A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff"
_NAME = re.compile(f"[{_LETTER}](?:[{_LETTER}.-]*[{_LETTER}-])?")
#: Literals that TriG reads without quotation marks, by their datatype.
_BARE = {XSD + "integer": re.compile(r"[+-]?[0-9]+"), XSD + "boolean": re.compile("true|false")}


def nquads_lines(quads: Iterable[Quad]) -> list[bytes]:
    """Return the canonical N-Quads lines of ``quads``, each once, sorted by their bytes."""
    data = serialize(quads, format=RdfFormat.N_QUADS)
    assert data is not None  # without an output file it returns the bytes
    return sorted(set(data.splitlines(keepends=True)))


def write_nquads(quads: Iterable[Quad], file: IO[bytes]) -> int:
    """Write ``quads`` as sorted N-Quads and return the number of lines. Memory stays bounded."""
    iterator = iter(quads)
    first = nquads_lines(islice(iterator, _CHUNK))
    runs: list[IO[bytes]] = []
    try:
        while lines := nquads_lines(islice(iterator, _CHUNK)):
            run: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 (closed below, when all are merged)
            runs.append(run)
            run.writelines(lines)
            run.seek(0)
        count = 0
        for line, _ in groupby(heapq.merge(first, *runs)):
            file.write(line)
            count += 1
        return count
    finally:
        for run in runs:
            run.close()


def write_trig(quads: Iterable[Quad], file: IO[bytes]) -> None:
    """Write ``quads``, all in memory, as TriG: graphs, subjects, predicates and values sorted."""
    file.write(f"@base <{ID}> .\n".encode())
    file.writelines(f"@prefix {name}: <{iri}> .\n".encode() for name, iri in sorted(PREFIXES.items()))
    for graph, members in groupby(sorted(set(quads), key=_order), key=lambda quad: quad.graph_name):
        default = isinstance(graph, DefaultGraph)
        file.write(b"\n" if default else f"\n{_term(graph)} {{\n".encode())
        for line in _subjects(members, "" if default else "    "):
            file.write(line.encode())
        file.write(b"" if default else b"}\n")


def _order(quad: Quad) -> tuple[str, str, bool, str, str]:
    return (str(quad.graph_name), str(quad.subject), quad.predicate != TYPE, str(quad.predicate), str(quad.object))


def _subjects(quads: Iterable[Quad], indent: str) -> Iterator[str]:
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        yield f"{indent}{_term(subject)}"
        separator = ""
        for predicate, values in groupby(about, key=lambda quad: quad.predicate):
            name = "a" if predicate == TYPE else _term(predicate)
            yield f"{separator} {name} " + ", ".join(_term(quad.object) for quad in values)
            separator = f" ;\n{indent}   "
        yield " .\n"


def turtle_term(term: Term) -> str:
    """Return ``term`` as :func:`write_trig` writes it: under its base and prefixes.

    >>> turtle_term(NamedNode(ID + "Russia")), turtle_term(NamedNode(ID + "doc/talks"))
    ('id:Russia', '<doc/talks>')
    """
    return _term(term)


def _term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return _iri(term.value)
    if isinstance(term, Literal):
        bare = _BARE.get(term.datatype.value)
        if bare is not None and bare.fullmatch(term.value):
            return term.value
        if term.language is None and term.datatype.value != XSD + "string":
            text, _, _ = str(term).rpartition("^^")
            return f"{text}^^{_iri(term.datatype.value)}"
    return str(term)


def _iri(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _NAME.fullmatch(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    rest = iri.removeprefix(ID)
    # A colon in the first segment would be read as the end of a scheme, "//" as a host.
    relative = rest != iri and rest[:1] not in ("", "/", "?", "#") and ":" not in rest.partition("/")[0]
    return f"<{rest if relative else iri}>"
