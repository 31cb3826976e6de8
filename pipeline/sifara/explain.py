"""Why an event is in the store: the words that tell it, and the rules that read them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from sifara.errors import NotFound
from sifara.graph.iri import DIP, ID
from sifara.graph.vocabulary import EVENTS
from sifara.store import Store

_EVENT_IRIS = ID + "event/"


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the document: offsets in code points of the text as it was given, and the words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ArgumentReason:
    """Who or what fills ``role``; ``rule`` says how it was found."""

    role: str
    entity: str
    label: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class EvidenceReason:
    """One place that tells the event; ``frame`` is the entry of the lexicon that recognised it."""

    span: Span
    sentence: Span
    trigger: Span
    frame: str
    rule: str

    def marked(self, arguments: tuple[ArgumentReason, ...]) -> str:
        """Return the sentence on one line, its trigger in braces and the arguments in it in brackets."""
        spans = {(a.span.start, a.span.end, "[", "]") for a in arguments}
        spans.add((self.trigger.start, self.trigger.end, "{", "}"))
        inside = [s for s in spans if self.sentence.start <= s[0] and s[1] <= self.sentence.end]
        # At one offset, what ends there closes first, and of what opens there the longest opens first.
        marks = [(start, 1, -end, opening) for start, end, opening, _ in inside]
        marks += [(end, 0, -start, closing) for start, end, _, closing in inside]
        pieces, position = [], self.sentence.start
        for offset, _, _, mark in sorted(marks):
            pieces += [self.sentence.words[position - self.sentence.start : offset - self.sentence.start], mark]
            position = offset
        pieces.append(self.sentence.words[position - self.sentence.start :])
        return " ".join("".join(pieces).split())


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that the store knows of one event. ``facts`` are its plain properties, by local name."""

    iri: str
    type: str
    status: str
    facts: dict[str, list[str]]
    document: dict[str, str]
    evidence: tuple[EvidenceReason, ...]
    arguments: tuple[ArgumentReason, ...]


def resolve(store: Store, name: str) -> str:
    """Return the IRI of the event that ``name`` means: an IRI, id:event/…, or the beginning of its hash.

    :raises NotFound: if no event, or more than one, goes by that name.
    """
    known = name.strip("<>").removeprefix(ID).removeprefix("id:").removeprefix("event/")
    if re.fullmatch("[0-9a-f]{1,16}", known) is None:
        raise NotFound(f"{name!r} names no event; expected its IRI, id:event/…, or the beginning of its hash")
    rows = _rows(store, f'?e dip:reportedIn ?d FILTER(STRSTARTS(STR(?e), "{_EVENT_IRIS}{known}"))', "?e", " LIMIT 5")
    names = sorted({row[0] for row in rows})
    if not names:
        raise NotFound(f"the store holds no event {name}; list events with: sifara query @evidence")
    if len(names) > 1:
        hashes = ", ".join(found.removeprefix(_EVENT_IRIS) for found in names)
        raise NotFound(f"{name} could be {hashes}; give more of the hash")
    return names[0]


def explain(store: Store, name: str) -> Explanation:
    """Return why the event that ``name`` means is in the store.

    :raises NotFound: see :func:`resolve`.
    """
    event = resolve(store, name)
    facts: dict[str, list[str]] = {}
    types: list[str] = []
    for predicate, value in sorted(_rows(store, f"<{event}> ?p ?o", "?p ?o")):
        if predicate.endswith("#type"):
            types.append(value.removeprefix(DIP))
        elif predicate.startswith(DIP):
            facts.setdefault(predicate.removeprefix(DIP), []).append(value)
    document = facts.get("reportedIn", [""])[0]
    return Explanation(
        iri=event,
        type=_most_special(types),
        status=facts.get("status", [""])[0].removeprefix(DIP),
        facts=facts,
        document={"iri": document, **_document(store, document)},
        evidence=tuple(_evidence(store, event)),
        arguments=tuple(_arguments(store, event)),
    )


def _most_special(types: list[str]) -> str:
    known = [name for name in types if name in EVENTS]
    return max(known, key=lambda name: len(EVENTS[name].ancestors), default="Event")


def _document(store: Store, document: str) -> dict[str, str]:
    wanted = "dcterms:title, dcterms:date, dcterms:source, dcterms:publisher, dip:lexiconVersion, dip:programVersion"
    found = _rows(store, f"<{document}> ?p ?o FILTER(?p IN ({wanted}))", "?p ?o")
    return {re.split("[/#]", predicate)[-1]: value for predicate, value in sorted(found)}


def _evidence(store: Store, event: str) -> list[EvidenceReason]:
    pattern = f"""<{event}> dip:evidence ?m .
        ?m nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?w ; dip:frame ?frame ; dip:trigger ?t .
        ?t nif:beginIndex ?tb ; nif:endIndex ?te ; nif:anchorOf ?tw .
        OPTIONAL {{ ?m nif:sentence ?s . ?s nif:beginIndex ?sb ; nif:endIndex ?se ; nif:anchorOf ?sw }}
        OPTIONAL {{ ?m dip:rule ?rule }}"""
    found = []
    for row in _rows(store, pattern, "?b ?e ?w ?sb ?se ?sw ?tb ?te ?tw ?frame ?rule"):
        span, trigger = _span(row[:3]), _span(row[6:9])
        sentence = _span(row[3:6]) if row[3] else span
        found.append(EvidenceReason(span, sentence, trigger, row[9], row[10]))
    return sorted(found, key=lambda e: (e.span.start, e.span.end, e.trigger.start, e.frame))


def _arguments(store: Store, event: str) -> list[ArgumentReason]:
    pattern = f"""<{event}> dip:argument ?a .
        ?a dip:fills ?role ; dip:entity ?x ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?w .
        OPTIONAL {{ ?a dip:rule ?rule }}
        OPTIONAL {{ SELECT ?x (MIN(?l) AS ?label) {{ ?x rdfs:label ?l FILTER(LANG(?l) = "ar") }} GROUP BY ?x }}"""
    found = [
        ArgumentReason(row[0].removeprefix(DIP), row[1], row[5], _span(row[2:5]), row[6])
        for row in _rows(store, pattern, "?role ?x ?b ?e ?w ?label ?rule")
    ]
    return sorted(found, key=lambda a: (a.span.start, a.span.end, a.role, a.entity))


def _span(row: list[str]) -> Span:
    return Span(int(row[0]), int(row[1]), row[2])


def _rows(store: Store, pattern: str, columns: str, tail: str = "") -> list[list[str]]:
    """Return the values of ``columns`` for ``pattern``, as strings; "" where there is none."""
    answer = store.query(f"SELECT DISTINCT {columns} WHERE {{ {pattern} }}{tail}")
    assert isinstance(answer, QuerySolutions)  # the query is a SELECT
    names = [name.lstrip("?") for name in columns.split()]
    return [
        [value.value if isinstance(value := row[name], NamedNode | Literal) else "" for name in names] for row in answer
    ]
