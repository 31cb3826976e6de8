"""Writes ``docs/ontology.md`` from the Turtle files of the ontology, in Arabic and English.

Run ``python -m sifara.graph.document_ontology docs/ontology.md`` after a change to the ontology.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from sifara.graph.iri import DIP
from sifara.graph.vocabulary import EVENTS, FILES, ONTOLOGY, folder

_DIP = Namespace(DIP)
_PAGE = Path(__file__).with_name("ontology_page.yaml")
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
_AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf)


class _Page:
    """The lines of the page and the graph that they are read from."""

    def __init__(self, graph: Graph, words: dict[str, Any]) -> None:
        self.graph = graph
        self.words = words
        self.lines: list[str] = []

    def both(self, key: str) -> str:
        arabic, english = self.words[key]
        return f"{arabic} · {english}"

    def name(self, term: Node) -> str:
        """Return ``term`` as a prefixed name, or the union that it stands for."""
        members = self.graph.value(term, OWL.unionOf)
        if members is not None:
            return ", ".join(self.name(member) for member in Collection(self.graph, members))
        return f"`{self.graph.namespace_manager.normalizeUri(str(term)).removeprefix('dip:')}`"

    def names(self, terms: Iterable[Node]) -> str:
        return ", ".join(sorted(self.name(term) for term in terms))

    def text(self, term: Node, property_: URIRef, language: str) -> str:
        return next(
            (str(value) for value in self.graph.objects(term, property_) if getattr(value, "language", "") == language),
            "",
        )

    def described(self, term: Node) -> tuple[str, str, str]:
        """Return the two labels and the meaning in both languages: three cells."""
        comments = [self.text(term, RDFS.comment, language) for language in ("ar", "en")]
        return self.text(term, RDFS.label, "ar"), self.text(term, RDFS.label, "en"), "<br>".join(comments)

    def table(self, section: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        heads = [" · ".join(self.words["columns"][key]) if key in self.words["columns"] else key for key in columns]
        self.lines += ["", f"## {self.both(section)}", ""]
        if f"{section}_note" in self.words:
            self.lines += [*"\n\n".join(self.words[f"{section}_note"]).split("\n"), ""]
        self.lines += [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
        self.lines += [f"| {' | '.join(row)} |" for row in rows]

    def terms(self, kind: URIRef) -> list[URIRef]:
        """Return the project's terms of ``kind``, sorted by name."""
        found = {term for term in self.graph.subjects(RDF.type, kind) if str(term).startswith(DIP)}
        return sorted(URIRef(str(term)) for term in found)


def _classes(page: _Page) -> None:
    graph = page.graph
    events = [_DIP[name] for name in EVENTS]
    page.table(
        "events",
        ("term", "arabic", "english", "PLOVER", "CAMEO", "parent", "symmetric", "direct", "from", "meaning"),
        (
            (
                page.name(term),
                *page.described(term)[:2],
                str(graph.value(term, _DIP.plover) or ""),
                str(graph.value(term, _DIP.cameo) or ""),
                page.names(graph.objects(term, RDFS.subClassOf)),
                "✓" if str(graph.value(term, _DIP.symmetric)) == "true" else "",
                page.names(graph.objects(term, _DIP.directProperty)),
                page.names(graph.objects(term, _DIP.directRole)),
                page.described(term)[2],
            )
            for term in events
        ),
    )
    below = set(graph.transitive_subjects(RDFS.subClassOf, _DIP.Entity))
    entities = [term for term in page.terms(OWL.Class) if term in below]
    others = [term for term in page.terms(OWL.Class) if term not in below and term not in events]
    for section, terms in (("entities", entities), ("other_classes", others)):
        page.table(
            section,
            ("term", "arabic", "english", "parent", "meaning"),
            (
                (
                    page.name(t),
                    *page.described(t)[:2],
                    page.names(graph.objects(t, RDFS.subClassOf)),
                    page.described(t)[2],
                )
                for t in terms
            ),
        )
    for section, kinds in (("roles", (_DIP.Role,)), ("values", (_DIP.Status, _DIP.DateBasis))):
        page.table(
            section,
            ("term", "arabic", "english", "meaning"),
            ((page.name(term), *page.described(term)) for kind in kinds for term in page.terms(kind)),
        )


def _properties(page: _Page) -> None:
    graph = page.graph
    below = set(graph.transitive_subjects(RDFS.subPropertyOf, _DIP.interactedWith))
    direct = [term for term in page.terms(OWL.ObjectProperty) if term in below]
    inverses = {term for term in page.terms(OWL.ObjectProperty) if graph.value(term, OWL.inverseOf) in direct}

    def row(term: Node, inverse: Node | None) -> tuple[str, ...]:
        ends = (page.name(end) if (end := graph.value(term, edge)) else "" for edge in (RDFS.domain, RDFS.range))
        arabic, english, meaning = page.described(term)
        return page.name(term), arabic, english, *ends, page.name(inverse) if inverse else "", meaning

    columns = ("term", "arabic", "english", "domain", "range", "inverse", "meaning")
    nodes = [*page.terms(OWL.ObjectProperty), *page.terms(OWL.DatatypeProperty)]
    page.table(
        "arguments",
        columns,
        (
            row(term, graph.value(term, OWL.inverseOf) or graph.value(None, OWL.inverseOf, term))
            for term in sorted(nodes, key=lambda term: str(term).lower())
            if term not in direct and term not in inverses
        ),
    )
    page.table(
        "direct",
        columns,
        (row(term, graph.value(None, OWL.inverseOf, term)) for term in direct),
    )
    page.table(
        "annotations",
        ("term", "arabic", "english", "meaning"),
        ((page.name(term), *page.described(term)) for term in page.terms(OWL.AnnotationProperty)),
    )


def _mappings(page: _Page) -> None:
    rows = [
        (page.name(subject), page.name(relation), page.name(value))
        for relation in (*_AXIOMS, *_MATCHES)
        for subject, value in page.graph.subject_objects(relation)
        if str(subject).startswith(DIP) and isinstance(value, URIRef) and not str(value).startswith(DIP)
    ]
    page.table("mappings", ("term", "relation", "match"), sorted(rows))


def page() -> str:
    """Return the page as Markdown.

    :raises FileNotFoundError: if the ontology is not where :func:`sifara.graph.vocabulary.folder` looks.
    """
    graph = Graph()
    for name in FILES[:2]:
        graph.parse(folder() / name, format="turtle")
    written = _Page(graph, yaml.safe_load(_PAGE.read_text(encoding="utf-8")))
    ontology = URIRef(ONTOLOGY)
    titles = [written.text(ontology, URIRef("http://purl.org/dc/terms/title"), language) for language in ("ar", "en")]
    about = [
        written.text(ontology, URIRef("http://purl.org/dc/terms/description"), language) for language in ("ar", "en")
    ]
    written.lines += [f"# {' · '.join(titles)}", "", about[0], "", about[1], ""]
    written.lines += [f"`{DIP}` · {written.both('version')} {graph.value(ontology, OWL.versionInfo)}", ""]
    written.lines += ["\n\n".join(written.words["made_from"])]
    _classes(written)
    _properties(written)
    _mappings(written)
    return "\n".join(written.lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Write the page to the file that is named, or to the standard output. Return the exit code."""
    text = page()
    if arguments:
        Path(arguments[0]).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
