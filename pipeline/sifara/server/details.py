"""All that the store knows of one document or one event, read from the document's graph by a worker.

Entities stand in these records by their IRI alone; the server puts their labels in from its index.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from sifara.graph import iri
from sifara.graph.terms import DCTERMS, NIF, RDF, dip
from sifara.graph.vocabulary import EVENTS
from sifara.server.refusal import Refusal

Head = dict[str, Any]
_ROLES = ("participant", "agent", "target", "object", "place")
_TYPE = RDF + "type"


class Graph:
    """One graph in memory: the values of properties, by subject."""

    def __init__(self, store: Store, name: NamedNode) -> None:
        self._values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.quads_for_pattern(None, None, None, name):
            if isinstance(quad.object, NamedNode | Literal) and isinstance(quad.subject, NamedNode):
                self._values[quad.subject.value][quad.predicate.value].append(quad.object.value)

    def __contains__(self, node: str) -> bool:
        return node in self._values

    def all(self, node: str, name: str) -> list[str]:
        """Return the values of a property, sorted. ``name`` is of the ontology unless it is an IRI."""
        if node not in self._values:
            return []
        return sorted(self._values[node].get(name if ":" in name else iri.DIP + name, ()))

    def one(self, node: str, name: str) -> str | None:
        """Return the first value of a property, or ``None``."""
        return next(iter(self.all(node, name)), None)

    def local(self, node: str, name: str) -> str | None:
        """Return the local name of the first value of a property that is a term of the ontology."""
        value = self.one(node, name)
        return value.removeprefix(iri.DIP) if value is not None else None

    def number(self, node: str, name: str) -> int:
        """Return a value as a whole number: 0 if it is none."""
        value = self.one(node, name) or ""
        return int(value) if value.isascii() and value.isdigit() else 0

    def fraction(self, node: str, name: str) -> float | None:
        """Return a value as a number from 0 to 1, ``None`` if it is none."""
        try:
            number = float(self.one(node, name) or "")
        except ValueError:
            return None
        return number if 0 <= number <= 1 else None

    def of_type(self, name: str) -> list[str]:
        """Return the nodes of a class, sorted."""
        wanted = name if ":" in name else iri.DIP + name
        return sorted(node for node, values in self._values.items() if wanted in values.get(_TYPE, ()))

    def having(self, name: str) -> list[str]:
        """Return the nodes with a property of the ontology, sorted."""
        return sorted(node for node, values in self._values.items() if iri.DIP + name in values)

    def span(self, node: str) -> dict[str, Any]:
        """Return where a phrase stands, and its words."""
        return {
            "start": self.number(node, NIF + "beginIndex"),
            "end": self.number(node, NIF + "endIndex"),
            "words": self.one(node, NIF + "anchorOf"),
        }


def _answer(found: object, head: Head) -> tuple[Head, bytes]:
    data = json.dumps(found, ensure_ascii=False).encode("utf-8", "backslashreplace")
    if len(data) > head["limit"]:
        raise Refusal(422, f"the answer has more than {head['limit']} bytes")
    return {"status": 200}, data


def event(graph: Graph, node: str) -> dict[str, Any]:
    """Return the record of an event; see ``docs/server.md`` for its form."""
    classes = [name.removeprefix(iri.DIP) for name in graph.all(node, _TYPE)]
    ordered = sorted(classes, key=lambda name: -len(EVENTS[name].ancestors) if name in EVENTS else 1)
    arguments = [
        {
            "role": (graph.one(phrase, "fills") or "").removeprefix(iri.DIP),
            "entity": graph.one(phrase, "entity"),
            **graph.span(phrase),
            "rule": graph.one(phrase, "rule"),
        }
        for phrase in graph.all(node, "argument")
    ]
    told = {(argument["role"], argument["entity"]) for argument in arguments}
    for role in _ROLES:  # what an event has without words that show it
        for entity in graph.all(node, role):
            if (role, entity) not in told:
                arguments.append(
                    {"role": role, "entity": entity, "start": None, "end": None, "words": None, "rule": None}
                )
    return {
        "iri": node,
        "class": ordered[0] if ordered else "Event",
        "classes": ordered,
        "status": graph.local(node, "status"),
        "confidence": graph.fraction(node, "confidence"),
        "date": graph.one(node, "date"),
        "date_basis": graph.local(node, "dateBasis"),
        "until": graph.one(node, "until"),
        "duration": graph.one(node, "duration"),
        "content": graph.one(node, "content"),
        "attributed_to": graph.one(node, "attributedTo"),
        "topics": graph.all(node, "topic"),
        "canonical": graph.one(node, "sameEventAs"),
        "arguments": sorted(
            arguments, key=lambda a: (a["start"] is None, a["start"] or 0, a["role"], a["entity"] or "")
        ),
        "evidence": sorted(
            (_evidence(graph, phrase) for phrase in graph.all(node, "evidence")), key=lambda e: e["start"]
        ),
    }


def _evidence(graph: Graph, node: str) -> dict[str, Any]:
    sentence, trigger = graph.one(node, NIF + "sentence"), graph.one(node, "trigger")
    return {
        **graph.span(node),
        "sentence": _sentence(graph, sentence) if sentence is not None else None,
        "trigger": graph.span(trigger) if trigger is not None else None,
        "frame": graph.one(node, "frame"),
        "rule": graph.one(node, "rule"),
    }


def _sentence(graph: Graph, node: str) -> dict[str, Any]:
    span = graph.span(node)
    return {"start": span["start"], "end": span["end"], "text": span["words"]}


def _metadata(graph: Graph, node: str) -> dict[str, Any]:
    return {
        "iri": node,
        "id": graph.one(node, DCTERMS + "identifier") or node.rpartition("/")[2],
        "title": graph.one(node, DCTERMS + "title"),
        "date": graph.one(node, DCTERMS + "date"),
        "source": graph.one(node, DCTERMS + "source"),
        "publisher": graph.one(node, DCTERMS + "publisher"),
        "program_version": graph.one(node, "programVersion"),
        "lexicon_version": graph.one(node, "lexiconVersion"),
    }


def document(graph: Graph, node: str) -> dict[str, Any]:
    """Return the record of a document; see ``docs/server.md`` for its form."""
    context = f"{node}#text"
    mentions = [
        {
            **graph.span(phrase),
            "kind": graph.one(phrase, "mentionKind"),
            "entities": graph.all(phrase, "entity"),
            "rule": graph.one(phrase, "rule"),
        }
        for phrase in graph.of_type("Mention")
        if graph.one(phrase, "mentionKind") is not None
    ]
    events = [event(graph, found) for found in graph.of_type("Event")]
    return {
        **_metadata(graph, node),
        "text": graph.one(context, NIF + "isString"),
        "length": graph.number(context, NIF + "endIndex"),
        "sentences": sorted(
            (_sentence(graph, found) for found in graph.of_type(NIF + "Sentence")), key=lambda s: (s["start"], s["end"])
        ),
        "mentions": sorted(mentions, key=lambda m: (m["start"], -m["end"])),
        "offices": _offices(graph),
        "events": sorted(events, key=lambda e: (e["evidence"][0]["start"] if e["evidence"] else 0, e["iri"])),
    }


def _offices(graph: Graph) -> list[dict[str, Any]]:
    found = []
    holders = {tenure: person for person in graph.having("holds") for tenure in graph.all(person, "holds")}
    for tenure in graph.of_type("Tenure"):
        for phrase in graph.all(tenure, "evidence"):
            found.append(
                {
                    "person": holders.get(tenure),
                    "role": graph.local(tenure, "role"),
                    "of": graph.one(tenure, "of"),
                    **graph.span(phrase),
                }
            )
    return sorted(found, key=lambda office: (office["start"], office["end"]))


def document_answer(store: Store, head: Head, _: bytes) -> tuple[Head, bytes]:
    """Answer with the document ``head["iri"]``.

    :raises Refusal: if there is none.
    """
    graph = Graph(store, NamedNode(head["iri"]))
    if head["iri"] not in graph.of_type("Document"):
        raise Refusal(404, "the store holds no such document")
    return _answer(document(graph, head["iri"]), head)


def event_answer(store: Store, head: Head, _: bytes) -> tuple[Head, bytes]:
    """Answer with the event ``head["iri"]`` and its document.

    :raises Refusal: if there is none.
    """
    node = NamedNode(head["iri"])
    for quad in store.quads_for_pattern(node, dip("reportedIn"), None, None):
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.object, NamedNode):
            graph = Graph(store, quad.graph_name)
            about = _metadata(graph, quad.object.value)
            return _answer({**event(graph, node.value), "document": about}, head)
    raise Refusal(404, "the store holds no such event")


def offices_answer(store: Store, head: Head, _: bytes) -> tuple[Head, bytes]:
    """Answer with the offices that the person ``head["iri"]`` holds, each with the words of every document."""
    person = NamedNode(head["iri"])
    found: dict[tuple[str | None, ...], list[dict[str, Any]]] = {}
    for tenure in sorted({quad.object for quad in store.quads_for_pattern(person, dip("holds"), None, None)}, key=str):
        if not isinstance(tenure, NamedNode):
            continue
        about = tuple(_least(store, tenure, name) for name in ("role", "of", "since", "until"))
        documents = found.setdefault(about, [])  # each document has a node of its own for the same office
        for quad in store.quads_for_pattern(tenure, dip("evidence"), None, None):
            if isinstance(quad.object, NamedNode) and isinstance(quad.graph_name, NamedNode):
                documents.append({"document": quad.graph_name.value, **_span(store, quad.object)})
    offices: list[tuple[int, str, str, dict[str, Any]]] = []
    for (role, of, since, until), documents in found.items():
        documents.sort(key=lambda place: (place["document"], place["start"]))
        name = (role or "").removeprefix(iri.DIP)
        told = {"role": name, "of": of, "since": since, "until": until, "documents": documents[: head["most"]]}
        offices.append((-len(documents), name, of or "", told))
    return _answer([told for *_, told in sorted(offices, key=lambda office: office[:3])], head)


def _least(store: Store, node: NamedNode, name: str) -> str | None:
    quads = store.quads_for_pattern(node, dip(name), None, None)
    return min((quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal)), default=None)


def _span(store: Store, node: NamedNode) -> dict[str, Any]:
    values = {
        quad.predicate.value: quad.object.value
        for quad in store.quads_for_pattern(node, None, None, None)
        if isinstance(quad.object, Literal)
    }
    numbers = {name: values.get(NIF + key, "") for name, key in (("start", "beginIndex"), ("end", "endIndex"))}
    return {
        **{name: int(value) if value.isascii() and value.isdigit() else 0 for name, value in numbers.items()},
        "words": values.get(NIF + "anchorOf"),
    }
