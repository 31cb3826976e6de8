"""What was done to a store, and when: one prov:Activity a run, in a graph of its own.

The graph tells times, so it is no part of what a build determines, and exports leave it out.
"""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from sifara import __version__
from sifara.document import Document
from sifara.graph.iri import ID
from sifara.graph.terms import LABEL, RDF, TYPE, XSD
from sifara.resources import package_files
from sifara.store.base import Store

GRAPH = NamedNode(ID + "graph/history")
PROV = "http://www.w3.org/ns/prov#"
#: Says of a document from which input its graph was made.
DERIVED_FROM = NamedNode(PROV + "wasDerivedFrom")
_MOMENT = NamedNode(XSD + "dateTime")
_JSON = NamedNode(RDF + "JSON")


def digest(parts: Iterable[object]) -> NamedNode:
    """Return the name of an input: a hash as RFC 6920 writes it.

    >>> digest(["a"]).value
    'ni:///sha-256;DrW41vgbxnfaighWfMT6mgalfp7I2oXtc6f2JyeZYAI'
    """
    data = json.dumps(list(parts), ensure_ascii=True).encode()
    return NamedNode("ni:///sha-256;" + urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("="))


@cache
def language_data() -> str:
    """Return a fingerprint of all that the program knows of the language and of the world."""
    found = hashlib.sha256()
    for name, content in package_files("lexicon", "knowledge"):
        found.update(f"{name} {len(content)} ".encode() + content)
    return found.hexdigest()[:16]


def input_digest(document: Document, *, with_text: bool) -> NamedNode:
    """Return the name of everything that a document's graph depends on: the document, program, language data."""
    day = document.date.isoformat() if document.date else None
    said = (document.id, document.text, day, document.title, document.source, document.publisher)
    return digest([*said, with_text, __version__, language_data()])


@dataclass(slots=True)
class Run:
    """One run that writes to a store: what it does, from when, with what outcome."""

    kind: str  # "build", "withdraw", "split", …
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    counts: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    inputs: list[str] = field(default_factory=list)  # digests, in the order in which they came

    def count(self, name: str, number: int = 1) -> None:
        """Count something that happened."""
        self.counts[name] = self.counts.get(name, 0) + number

    def record(self, store: Store, ended: datetime | None = None) -> NamedNode:
        """Write the run to the history of ``store`` and return its IRI."""
        ended = ended or datetime.now(UTC)
        name = digest([self.kind, self.started.isoformat(), self.inputs]).value[-12:]
        node = NamedNode(f"{ID}run/{self.started:%Y%m%dT%H%M%S}-{name}")
        program = NamedNode(f"{ID}program/{self.versions.get('program', __version__)}")
        report = NamedNode(f"{node.value}/report")
        said = json.dumps(dict(sorted(self.counts.items())))
        triples: list[tuple[NamedNode, NamedNode, NamedNode | Literal]] = [
            (node, TYPE, NamedNode(PROV + "Activity")),
            (node, LABEL, Literal(self.kind)),
            (node, NamedNode(PROV + "startedAtTime"), _moment(self.started)),
            (node, NamedNode(PROV + "endedAtTime"), _moment(ended)),
            (node, NamedNode(PROV + "wasAssociatedWith"), program),
            (program, TYPE, NamedNode(PROV + "SoftwareAgent")),
            (program, LABEL, Literal(f"sifara {self.versions.get('program', __version__)}")),
            (node, NamedNode(PROV + "generated"), report),
            (report, TYPE, NamedNode(PROV + "Entity")),
            (report, NamedNode(PROV + "value"), Literal(said, datatype=_JSON)),
        ]
        if self.inputs:
            triples.append((node, NamedNode(PROV + "used"), digest(self.inputs)))
        if lexicon := self.versions.get("lexicon"):
            triples.append((node, NamedNode(PROV + "used"), NamedNode(f"{ID}lexicon/{lexicon}")))
        store.revise((), (Quad(*triple, GRAPH) for triple in triples))
        return node


def runs(store: Store) -> list[Mapping[str, str]]:
    """Return the runs of the history, oldest first: "run", "kind", "started", "ended", "counts" (JSON)."""
    about: dict[str, dict[str, str]] = {}
    for quad in store.quads(GRAPH):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            about.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    found = []
    for node, said in sorted(about.items()):
        if said.get(TYPE.value) == PROV + "Activity":
            found.append(
                {
                    "run": node,
                    "kind": said[LABEL.value],
                    "started": said[PROV + "startedAtTime"],
                    "ended": said[PROV + "endedAtTime"],
                    "counts": about.get(node + "/report", {}).get(PROV + "value", "{}"),
                }
            )
    return sorted(found, key=lambda run: (run["started"], run["run"]))


def _moment(moment: datetime) -> Literal:
    return Literal(moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"), datatype=_MOMENT)
