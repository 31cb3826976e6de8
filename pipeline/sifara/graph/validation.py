"""A whole store against the shapes, graph by graph, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, Quad

from sifara.graph.gate import QUARANTINE
from sifara.graph.iri import DIP, ENTITIES_GRAPH, EVENTS_GRAPH, ID
from sifara.graph.shacl import Checker, Finding
from sifara.graph.shacl_paths import TYPE
from sifara.graph.vocabulary import folder

_DOCUMENTS = ID + "doc/"
_MENTIONS = DIP + "mentions"
_EXAMPLES = 3
Row = tuple[str, str, str]


class Graphs(Protocol):
    """What is asked of a store."""

    def graphs(self) -> list[NamedNode]:
        """Return the names of all graphs."""

    def quads(self, graph: NamedNode | None = None) -> Iterable[Quad]:
        """Yield the quads of a graph."""

    def about(self, entity: NamedNode) -> Iterable[Quad]:
        """Yield the description of an entity."""


@dataclass(slots=True)
class Problem:
    """One kind of finding: how often, in how many graphs, with the first examples (graph and finding)."""

    severity: str
    shape: str
    component: str
    path: str
    message: str
    count: int = 0
    graphs: int = 0
    examples: list[tuple[str, Finding]] = field(default_factory=list)


@dataclass(slots=True)
class Report:
    """What a validation found."""

    documents: int = 0
    quarantined: int = 0
    problems: dict[tuple[str, str, str, str], Problem] = field(default_factory=dict)

    @property
    def violations(self) -> int:
        """The number of violations, warnings left out."""
        return sum(problem.count for problem in self.problems.values() if problem.severity == "Violation")

    def add(self, graph: str, findings: Iterable[Finding], language: str) -> None:
        """Enter the findings of one graph."""
        seen = set()
        for finding in findings:
            key = (finding.severity, finding.shape, finding.component, finding.path)
            if key not in self.problems:
                self.problems[key] = Problem(*key, finding.message(language))
            problem = self.problems[key]
            problem.count += 1
            problem.graphs += key not in seen
            seen.add(key)
            if len(problem.examples) < _EXAMPLES:
                problem.examples.append((graph, finding))

    def sorted(self) -> list[Problem]:
        """Return the problems, violations first, and what is frequent before what is rare."""
        return sorted(self.problems.values(), key=lambda p: (p.severity != "Violation", -p.count, p.shape, p.path))


def validate(
    store: Graphs, shapes: Path | None = None, *, warnings: bool = True, reference: bool = False, language: str = "en"
) -> Report:
    """Check every document of ``store`` with what is known of its entities, and the graphs that all share.

    :param shapes: a Turtle file, by default that of the ontology.
    :param reference: ask pyshacl, which is some fifty times slower, instead of the compiled shapes.
    """
    turtle = (shapes or folder() / "shapes.ttl").read_bytes()
    checker = Checker(turtle, warnings=warnings)
    check = _reference(turtle, warnings) if reference else lambda rows: checker.check(checker.load(rows))
    report = Report()
    for graph in store.graphs():
        if graph.value.startswith(QUARANTINE):
            report.quarantined += 1
        elif graph.value.startswith(_DOCUMENTS):
            report.documents += 1
            report.add(graph.value, check(_rows(_with_entities(store, graph))), language)
        elif graph.value == ENTITIES_GRAPH:
            report.add(graph.value, check(_rows(store.quads(graph))), language)
        elif graph.value == EVENTS_GRAPH:
            rows = _rows(store.quads(graph))
            typed = {row[0] for row in rows if row[1] == TYPE}
            # The tellings, which only point here, are checked where they are told.
            report.add(graph.value, (f for f in check(rows) if f.focus in typed), language)
    return report


def _with_entities(store: Graphs, graph: NamedNode) -> Iterator[Quad]:
    for quad in store.quads(graph):
        yield quad
        if quad.predicate.value == _MENTIONS and isinstance(quad.object, NamedNode):
            yield from store.about(quad.object)


def _rows(quads: Iterable[Quad]) -> list[Row]:
    return sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in quads})


class _Check(Protocol):
    def __call__(self, rows: list[Row], /) -> list[Finding]: ...


def _reference(turtle: bytes, warnings: bool) -> _Check:
    """Return a check by pyshacl, with findings in the same form."""
    import pyshacl
    from rdflib import RDF, SH, BNode, Graph
    from rdflib.term import Node

    shapes = Graph().parse(data=turtle, format="turtle")

    def text(node: Node | None) -> str:
        return "" if node is None or isinstance(node, BNode) else node.n3()

    def check(rows: list[Row], /) -> list[Finding]:
        data = Graph().parse(data="".join(f"{' '.join(row)} .\n" for row in rows), format="nt")
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", allow_warnings=True)
        found = []
        for node in results.subjects(RDF.type, SH.ValidationResult):
            severity = str(results.value(node, SH.resultSeverity)).rpartition("#")[2]
            component = str(results.value(node, SH.sourceConstraintComponent)).rpartition("#")[2]
            found.append(
                Finding(
                    focus=text(results.value(node, SH.focusNode)),
                    shape=text(results.value(node, SH.sourceShape)),
                    component=component.removesuffix("ConstraintComponent"),
                    severity=severity,
                    path=text(results.value(node, SH.resultPath)),
                    value=text(results.value(node, SH.value)),
                    messages=tuple(sorted(text(m) for m in results.objects(node, SH.resultMessage))),
                )
            )
        return [f for f in found if warnings or f.severity == "Violation"]

    return check
