"""JSON-LD 1.1, compacted with the context of the ontology; it stands in the file, so that none is loaded from the net.

The graphs here have no blank nodes and no lists, so compaction is a look into the context for each value: a term that
says the same about it (type, language, container), else the predicate as a prefixed name and the value in full.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph.exports.source import Source, lasting
from sifara.graph.iri import DIP
from sifara.graph.serialize import Term
from sifara.graph.terms import RDF, TYPE, XSD
from sifara.graph.vocabulary import folder

_NATIVE = {XSD + "boolean": {"true": True, "false": False}}


@dataclass(frozen=True, slots=True)
class _Name:
    """A term of the context: its name, how it reads a string, and whether it keeps values by language."""

    name: str
    type: str | None
    language: str | None
    by_language: bool


class Context:
    """The context, turned round: from IRIs to names."""

    def __init__(self, document: dict[str, Any]) -> None:
        """Take apart the JSON object ``document`` that has the key ``@context``."""
        self.document = document["@context"]
        prefixes = {
            name: iri
            for name, iri in self.document.items()
            if not name.startswith("@") and isinstance(iri, str) and iri.endswith(("/", "#"))
        }
        # The longest first: an IRI of the ontology must not be shortened by a prefix of its beginning.
        self._prefixes = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._named: dict[str, list[_Name]] = {}
        self._terms = {name for name in self.document if not name.startswith("@")}
        for name in sorted(self._terms - set(prefixes)):
            said = self.document[name]
            said = {"@id": said} if isinstance(said, str) else said
            containers = said.get("@container", [])
            containers = [containers] if isinstance(containers, str) else containers
            kind = said.get("@type")
            term = _Name(
                name,
                kind if kind in (None, "@id", "@vocab") else self._full(kind, prefixes),
                said.get("@language"),
                "@language" in containers,
            )
            self._named.setdefault(self._full(said["@id"], prefixes), []).append(term)

    @classmethod
    def of_ontology(cls) -> Context:
        """Return the context that stands beside the ontology."""
        return cls(json.loads((folder() / "context.jsonld").read_text(encoding="utf-8")))

    @staticmethod
    def _full(name: str, prefixes: dict[str, str]) -> str:
        prefix, _, rest = name.partition(":")
        return prefixes[prefix] + rest if prefix in prefixes else name

    def name(self, iri: str) -> str:
        """Return ``iri`` as a prefixed name, or as it is."""
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and not iri[len(namespace) :].startswith("//"):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def member(self, predicate: str, value: Term) -> tuple[str, str | None, Any]:
        """Return the key for ``predicate`` with ``value``, the language it is kept by (or none), and the value."""
        names = self._named.get(predicate, [])
        if isinstance(value, NamedNode):
            for term in names:
                if term.type == "@vocab" and value.value.startswith(DIP) and value.value[len(DIP) :] not in self._terms:
                    return term.name, None, value.value[len(DIP) :]
                if term.type == "@id":
                    return term.name, None, self.name(value.value)
            return self.name(predicate), None, {"@id": self.name(value.value)}
        if not isinstance(value, Literal):
            raise ValueError(f"found {value}; expected an IRI or a literal")
        datatype, language = value.datatype.value, value.language
        for term in names:
            if term.by_language and language is not None:
                return term.name, language, value.value
            if term.type == datatype or (term.type is None and not term.by_language and self._plain(term, value)):
                return term.name, None, _NATIVE.get(datatype, {}).get(value.value, value.value)
        if language is not None:
            return self.name(predicate), None, {"@value": value.value, "@language": language}
        if datatype == XSD + "string":
            return self.name(predicate), None, {"@value": value.value}
        return self.name(predicate), None, {"@value": value.value, "@type": self.name(datatype)}

    @staticmethod
    def _plain(term: _Name, value: Literal) -> bool:
        """Whether a term without a type reads a plain string as ``value``."""
        if value.language is not None:
            return term.language == value.language
        return value.datatype.value == XSD + "string" and term.language is None

    def class_name(self, iri: str) -> str:
        """Return the name of a class, as it stands in ``@type``."""
        local = iri[len(DIP) :]
        return local if iri.startswith(DIP) and local not in self._terms else self.name(iri)


def nodes(quads: Iterable[Quad], context: Context) -> Iterator[dict[str, Any]]:
    """Yield the subjects of ``quads``, of one graph, as JSON objects, sorted."""
    for subject, about in groupby(sorted(set(quads), key=_order), key=lambda quad: quad.subject):
        if not isinstance(subject, NamedNode):
            raise ValueError(f"found {subject}; expected an IRI, as graphs here have no blank nodes")
        node: dict[str, Any] = {"@id": context.name(subject.value)}
        for quad in about:
            if quad.predicate == TYPE and isinstance(quad.object, NamedNode):
                node.setdefault("@type", []).append(context.class_name(quad.object.value))
                continue
            key, language, value = context.member(quad.predicate.value, quad.object)
            if language is None:
                node.setdefault(key, []).append(value)
            else:
                node.setdefault(key, {}).setdefault(language, []).append(value)
        yield {key: _unwrapped(value) for key, value in node.items()}


def write(source: Source, out: Path) -> int:
    """Write all graphs as one JSON-LD document; return the number of quads. One graph is in memory at a time."""
    context = Context.of_ontology()
    count = 0
    with out.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {json.dumps(context.document, ensure_ascii=False)},\n"@graph": [')
        for graph in lasting(source):
            quads = list(source.quads(graph))
            if not quads:
                continue  # a graph that has lost its last quad
            head = json.dumps(context.name(graph.value), ensure_ascii=False)
            file.write(f'{"," if count else ""}\n{{"@id": {head}, "@graph": [')
            for index, node in enumerate(nodes(quads, context)):
                file.write(f"{',' if index else ''}\n{json.dumps(node, ensure_ascii=False)}")
            file.write("]}")
            count += len(quads)
        file.write("\n]}\n")
    return count


def _unwrapped(value: Any) -> Any:
    """Return a list of one as this one."""
    if isinstance(value, dict):
        return {key: _unwrapped(members) for key, members in value.items()}
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _order(quad: Quad) -> tuple[str, bool, str, str]:
    return str(quad.subject), quad.predicate.value != RDF + "type", str(quad.predicate), str(quad.object)
