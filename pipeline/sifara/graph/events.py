"""Events as triples: their nodes, arguments, time, status, source and evidence."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from sifara.document import Annotated, Event
from sifara.graph import iri
from sifara.graph.passages import Passages, Triples
from sifara.graph.terms import TYPE, arabic, decimal, dip, duration, point_in_time
from sifara.graph.vocabulary import EVENTS


def event_triples(annotated: Annotated, document: NamedNode, passages: Passages) -> Triples:
    """Yield the triples of every event of the document.

    :raises ValueError: if a date of an event is no date.
    :raises KeyError: if an event's class is not in the ontology.
    """
    known = annotated.entities.entities
    for event, name in zip(annotated.events, event_iris(annotated), strict=True):
        node = NamedNode(name)
        for kind in (event.type, *EVENTS[event.type].ancestors, "Event"):
            yield node, TYPE, dip(kind)
        yield node, dip("reportedIn"), document
        yield node, dip("status"), dip(event.status)
        yield node, dip("confidence"), decimal(event.confidence)
        for topic in event.topics:
            yield node, dip("topic"), NamedNode(iri.entity(topic) if topic in known else iri.topic(topic))
        if event.content:
            yield node, dip("content"), arabic(event.content)
        if event.attributed_to:
            yield node, dip("attributedTo"), NamedNode(iri.entity(event.attributed_to))
        yield from _time(node, event)
        yield from _arguments(node, event, passages)
        yield from _evidence(node, event, passages)


def event_iris(annotated: Annotated) -> list[str]:
    """Return the IRI of each event, which derives from document, class, arguments and first evidence.

    Events that are alike in all of these (told by one clause, on two dates) are told apart by a count.
    """
    names: list[str] = []
    seen: dict[tuple[object, ...], int] = {}
    for event in annotated.events:
        first = min(((e.start, e.end, e.trigger_start, e.trigger_end) for e in event.evidence), default=())
        arguments = tuple(sorted({(argument.role, argument.entity) for argument in event.arguments}))
        content: tuple[object, ...] = (annotated.text.document.id, event.type, arguments, first)
        seen[content] = count = seen.get(content, 0) + 1
        names.append(iri.event(*content, count))
    return names


def _time(node: NamedNode, event: Event) -> Triples:
    if event.date:
        yield node, dip("date"), point_in_time(event.date)
        if event.date_basis:
            yield node, dip("dateBasis"), dip(event.date_basis.capitalize())
    if event.until:
        yield node, dip("until"), point_in_time(event.until)
    if event.duration:
        yield node, dip("duration"), duration(event.duration)


def _arguments(node: NamedNode, event: Event, passages: Passages) -> Triples:
    ordered = sorted(event.arguments, key=lambda a: (a.start, a.end, a.role, a.entity, a.rule))
    for number, argument in enumerate(ordered, 1):
        entity = NamedNode(iri.entity(argument.entity))
        role = dip(argument.role)
        phrase = NamedNode(f"{node.value}/argument/{number}")
        yield node, role, entity
        yield node, dip("argument"), phrase
        yield from passages.phrase(phrase, argument.start, argument.end, "Argument")
        yield phrase, dip("fills"), role
        yield phrase, dip("entity"), entity
        if argument.rule:
            yield phrase, dip("rule"), Literal(argument.rule)


def _evidence(node: NamedNode, event: Event, passages: Passages) -> Triples:
    ordered = sorted(event.evidence, key=lambda e: (e.start, e.end, e.trigger_start, e.trigger_end, e.frame))
    for number, evidence in enumerate(ordered, 1):
        phrase = NamedNode(f"{node.value}/evidence/{number}")
        trigger = NamedNode(f"{node.value}/trigger/{number}")
        yield node, dip("evidence"), phrase
        yield from passages.mention(phrase, evidence.start, evidence.end, evidence=True)
        yield phrase, dip("trigger"), trigger
        yield from passages.phrase(trigger, evidence.trigger_start, evidence.trigger_end, "Trigger")
        yield phrase, dip("frame"), Literal(evidence.frame)
        if evidence.rule:
            yield phrase, dip("rule"), Literal(evidence.rule)
