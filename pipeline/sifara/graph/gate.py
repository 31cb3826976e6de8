"""The gate in front of the store: what does not fit the shapes is set aside, and the rest of the document goes in.

An event or an office that breaks a rule takes along what speaks of nothing else: its arguments, evidence and
triggers, and the direct triples that no other event tells. All of it is kept in the quarantine graph of the
document, with a SHACL report that says why. That graph holds the triples as statements about triples
(rdf:Statement), so that a query over the whole store does not take them for facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sifara.graph import iri
from sifara.graph.shacl import Checker, Finding
from sifara.graph.shacl_load import SH, sh
from sifara.graph.shacl_paths import TYPE, Data
from sifara.graph.terms import DCTERMS, RDF, XSD
from sifara.graph.uproot import Triple, Uprooting
from sifara.graph.vocabulary import folder

QUARANTINE = iri.ID + "graph/quarantine/"
_ENTITIES = f" <{iri.ENTITIES_GRAPH}> .\n".encode()
_ROUNDS = 5  # a removal can break what stood on it; a graph that is still wrong after so many is refused whole
_FALSE = f'"false"^^<{XSD}boolean>'


@dataclass(frozen=True, slots=True)
class Admission:
    """What the gate says to a document.

    ``lines`` are the N-Quads for the store: of the document's graph, of the graph of entities and, where
    something was set aside, of the quarantine graph. ``findings`` say what was wrong, ``set_aside`` are the
    IRIs that were taken out, and ``refused`` says that nothing of the document goes in.
    """

    lines: list[bytes]
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[str, ...] = ()
    refused: bool = False


def quarantine_graph(document: str) -> str:
    """Return the IRI of the graph that keeps what was set aside of the document with the IRI ``document``.

    >>> quarantine_graph("https://w3id.org/sifara/id/doc/2021%2F05")
    'https://w3id.org/sifara/id/graph/quarantine/2021%2F05'
    """
    return QUARANTINE + document.removeprefix(iri.ID + "doc/")


class Gate:
    """The violations of the shapes, checked document by document. Warnings do not hold a document back."""

    def __init__(self, shapes: Path | None = None) -> None:
        """Compile ``shapes`` (a Turtle file), by default those of the ontology."""
        self._checker = Checker((shapes or folder() / "shapes.ttl").read_bytes(), warnings=False)

    def admit(self, document: str, lines: Iterable[bytes]) -> Admission:
        """Check the graph of a document.

        :param document: the IRI of the document, which is that of its graph.
        :param lines: N-Quads, each once: the document's graph, and what is said of its entities in that of entities.
        """
        lines = list(lines)
        data = self._checker.load(triples_of(lines, document))
        found = self._checker.check(data)
        if not found:
            return Admission(lines)
        return self._set_aside(document, data, found, lines)

    def _set_aside(self, document: str, data: Data, found: list[Finding], lines: list[bytes]) -> Admission:
        everything = list(data.triples())
        kept: list[Triple] = everything
        all_found: list[Finding] = []
        for _ in range(_ROUNDS):
            if not found:
                break
            all_found += found
            kept = Uprooting(kept).without(found, f"<{document}>")
            found = self._checker.check(self._checker.load(kept))
        else:
            all_found, kept = all_found + found, []
        gone = sorted(set(everything) - set(kept))
        graph = quarantine_graph(document)
        remaining = {" ".join(triple).encode() for triple in kept}
        left = [line for line in lines if line[: line.rindex(b" <")] in remaining]
        left += [f"{' '.join(triple)} <{graph}> .\n".encode() for triple in _report(document, graph, all_found, gone)]
        subjects = {s for s, _, _ in kept}
        nodes = dict.fromkeys(s[1:-1] for s, p, _ in gone if p == TYPE and s not in subjects)
        return Admission(sorted(left), tuple(dict.fromkeys(all_found)), tuple(nodes), not kept)


def triples_of(lines: list[bytes], document: str) -> Iterator[Triple]:
    """Yield the triples of a document's graph, and what the graph of entities adds to them, each once."""
    own = _bodies(lines, f" <{document}> .\n".encode())
    known = set(own)
    for body in (*own, *(body for body in _bodies(lines, _ENTITIES) if body not in known)):
        subject, predicate, value = body.split(" ", 2)
        yield subject, predicate, value


def _bodies(lines: list[bytes], tail: bytes) -> list[str]:
    """Return the lines that end in ``tail``, without it; it ends a line and can stand nowhere else."""
    return b"".join([line for line in lines if line.endswith(tail)]).decode().split(tail.decode())[:-1]


def _report(document: str, graph: str, findings: list[Finding], gone: list[Triple]) -> Iterable[Triple]:
    """Yield the SHACL report, and the triples that were set aside as statements."""
    report = f"<{graph}>"
    yield report, TYPE, sh("ValidationReport")
    yield report, sh("conforms"), _FALSE
    yield report, f"<{DCTERMS}source>", f"<{document}>"
    for number, finding in enumerate(dict.fromkeys(findings), 1):
        node = f"<{graph}#result={number}>"
        yield report, sh("result"), node
        yield node, TYPE, sh("ValidationResult")
        yield node, sh("focusNode"), finding.focus
        yield node, sh("resultSeverity"), sh(finding.severity)
        yield node, sh("sourceConstraintComponent"), f"<{SH}{finding.component}ConstraintComponent>"
        # A path that is not one property, and a shape without a name, would need blank nodes.
        if finding.path.startswith("<"):
            yield node, sh("resultPath"), finding.path
        if finding.shape.startswith("<"):
            yield node, sh("sourceShape"), finding.shape
        if finding.value and not finding.value.startswith("_"):
            yield node, sh("value"), finding.value
        for message in finding.messages:
            yield node, sh("resultMessage"), message
    for number, (subject, predicate, value) in enumerate(gone, 1):
        node = f"<{graph}#triple={number}>"
        yield node, TYPE, f"<{RDF}Statement>"
        yield node, f"<{RDF}subject>", subject
        yield node, f"<{RDF}predicate>", predicate
        yield node, f"<{RDF}object>", value
