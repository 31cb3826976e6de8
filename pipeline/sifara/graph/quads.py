"""What the pipeline found in a document, as quads of the document's own graph.

The graph holds the document, its events with their arguments and evidence, the mentions, the offices, and what is
known from this document alone: the names it uses, and entities that no knowledge table lists. What the tables say
of the entities it mentions goes to the graph that all documents share (:func:`entity_quads`). No node is blank:
every IRI derives from content.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from sifara.document import Annotated, Document, Entity
from sifara.graph import entities, iri
from sifara.graph.direct import direct_triples
from sifara.graph.events import event_triples
from sifara.graph.passages import Passages, Triples
from sifara.graph.terms import DCTERMS, TYPE, arabic, dip, point_in_time

ENTITIES = NamedNode(iri.ENTITIES_GRAPH)


def all_quads(annotated: Annotated, *, with_text: bool = True) -> list[Quad]:
    """Return all that a document adds to a store: its own graph, and what is known of those it mentions.

    The parameters and errors are those of :func:`document_quads`.
    """
    shared = entity_quads(entities.spoken_of(annotated), entities.topics(annotated))
    return document_quads(annotated, with_text=with_text) + shared


def document_quads(annotated: Annotated, *, with_text: bool = True) -> list[Quad]:
    """Return the graph of one document, sorted and without repetition.

    :param with_text: whether the whole text is kept in the graph (nif:isString); sentences that tell
        an event are kept in any case.
    :raises ValueError: if a date of an event is no date.
    :raises KeyError: if the class of an event is not in the ontology.
    """
    document = annotated.text.document
    node = NamedNode(iri.document(document.id))
    passages = Passages(annotated.text, node, with_text)
    triples = set(_metadata(document, node, annotated.versions))
    triples.update(passages.context())
    triples.update(_mentions(annotated, node, passages))
    triples.update(_offices(annotated, node, passages))
    triples.update(event_triples(annotated, node, passages))
    triples.update(direct_triples(annotated.events))
    triples.update(passages.sentences())
    spoken_of = entities.spoken_of(annotated)
    triples.update(entities.met(spoken_of, document.text))
    mentioned = [iri.entity(entity.id) for entity in spoken_of] + [iri.topic(t) for t in entities.topics(annotated)]
    triples.update((node, dip("mentions"), NamedNode(name)) for name in mentioned)
    return sorted((Quad(*triple, node) for triple in triples), key=str)


def entity_quads(known: Iterable[Entity], topics: Iterable[str] = ()) -> list[Quad]:
    """Return what all documents share, in its graph, sorted: what tables say of entities, and ``topics``.

    It does not depend on any document. Entities that are not listed are left out.

    :raises KeyError: if the class of an entity is not in the ontology.
    """
    quads = {Quad(*triple, ENTITIES) for entity in known if entity.listed for triple in entities.describe(entity)}
    quads.update(Quad(*triple, ENTITIES) for topic in topics for triple in entities.describe_topic(topic))
    return sorted(quads, key=str)


def _metadata(document: Document, node: NamedNode, versions: dict[str, str]) -> Triples:
    yield node, TYPE, dip("Document")
    yield node, NamedNode(DCTERMS + "identifier"), Literal(document.id)
    if document.title:
        yield node, NamedNode(DCTERMS + "title"), arabic(document.title)
    if document.date:
        yield node, NamedNode(DCTERMS + "date"), point_in_time(document.date.isoformat())
    if document.source:
        yield node, NamedNode(DCTERMS + "source"), Literal(document.source)
    if document.publisher:
        yield node, NamedNode(DCTERMS + "publisher"), Literal(document.publisher)
    for name, value in versions.items():
        if name in ("program", "lexicon"):
            yield node, dip(f"{name}Version"), Literal(value)


def _mentions(annotated: Annotated, node: NamedNode, passages: Passages) -> Triples:
    taken: dict[tuple[int, int], int] = {}
    for mention in annotated.entities.mentions:
        if not mention.entities:
            continue  # nobody knows whom it stands for
        span = (mention.start, mention.end)
        taken[span] = count = taken.get(span, 0) + 1
        name = f"mention={mention.start},{mention.end}" + (f",{count}" if count > 1 else "")
        phrase = NamedNode(f"{node.value}#{name}")
        yield from passages.mention(phrase, mention.start, mention.end)
        for entity in mention.entities:
            yield phrase, dip("entity"), NamedNode(iri.entity(entity))
        yield phrase, dip("mentionKind"), Literal(mention.kind)
        if mention.rule:
            yield phrase, dip("rule"), Literal(mention.rule)


def _offices(annotated: Annotated, node: NamedNode, passages: Passages) -> Triples:
    for office in annotated.entities.offices:
        if not office.stated:
            continue
        tenure = NamedNode(iri.tenure(annotated.text.document.id, office.person, office.role, office.of))
        yield NamedNode(iri.entity(office.person)), dip("holds"), tenure
        yield tenure, TYPE, dip("Tenure")
        yield tenure, dip("role"), dip(office.role)
        yield tenure, dip("of"), NamedNode(iri.entity(office.of))
        yield tenure, dip("reportedIn"), node
        evidence = NamedNode(f"{node.value}#title={office.start},{office.end}")
        yield tenure, dip("evidence"), evidence
        yield from passages.mention(evidence, office.start, office.end, evidence=True)
