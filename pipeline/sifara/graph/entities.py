"""Entities as triples: what is known of them, which all documents share, and what one document calls them."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from sifara.document import Annotated, Entity
from sifara.graph import iri
from sifara.graph.passages import Triples
from sifara.graph.terms import LABEL, OWL, SKOS, TYPE, arabic, boolean, dip
from sifara.graph.vocabulary import ENTITY_ANCESTORS

_SAME_AS = NamedNode(OWL + "sameAs")
_ALT_LABEL = NamedNode(SKOS + "altLabel")


def spoken_of(annotated: Annotated) -> list[Entity]:
    """Return the entities that anything in the document refers to, in order of their ids."""
    used = {name for mention in annotated.entities.mentions for name in mention.entities}
    for office in annotated.entities.offices:
        used.update((office.person, office.of) if office.stated else ())
    for event in annotated.events:
        used.update(argument.entity for argument in event.arguments)
        used.update(event.topics)
        used.add(event.attributed_to or "")
    known = annotated.entities.entities
    return [known[name] for name in sorted(used) if name in known]


def topics(annotated: Annotated) -> list[str]:
    """Return the topics of events that are no known entities but words of the text, sorted."""
    known = annotated.entities.entities
    return sorted({topic for event in annotated.events for topic in event.topics if topic not in known})


def describe(entity: Entity) -> Triples:
    """Yield the description of ``entity``, the same in whatever document it is mentioned.

    The tables do not say of which country a listed person is: it follows from the offices of that time, and from
    those that the document tells. So that is for the document to say (:func:`met`).

    :raises KeyError: if its class is not in the ontology.
    """
    node = NamedNode(iri.entity(entity.id))
    yield from _nature(node, entity.type, entity.listed)
    yield node, LABEL, arabic(entity.label_ar)
    if entity.label_en:
        yield node, LABEL, Literal(entity.label_en, language="en")
    if entity.qid:
        yield node, _SAME_AS, NamedNode(iri.WIKIDATA + iri.local(entity.qid))
    if not _is_of_its_time(entity):
        yield from _country(entity)


def _country(entity: Entity) -> Triples:
    if entity.country and entity.country != entity.id:
        yield NamedNode(iri.entity(entity.id)), dip("country"), NamedNode(iri.entity(entity.country))


def _is_of_its_time(entity: Entity) -> bool:
    return entity.listed and entity.type == "Person"


def describe_topic(words: str) -> Triples:
    """Yield the description of the topic called ``words``, which derives from them as its IRI does."""
    node = NamedNode(iri.topic(words))
    yield from _nature(node, "Topic", False)
    yield node, LABEL, arabic(" ".join(words.split()))


def _nature(node: NamedNode, kind: str, listed: bool) -> Triples:
    for name in (kind, *ENTITY_ANCESTORS[kind]):
        yield node, TYPE, dip(name)
    yield node, dip("listed"), boolean(listed)


def met(entities: list[Entity], text: str) -> Triples:
    """Yield what a document with ``text`` alone vouches for: the names it uses, the countries of people, and
    entities in no table.

    Of the country of such an entity in no table only if it is among ``entities`` too: a document that names a ministry
    does not therefore speak of the country.
    """
    ids = {entity.id for entity in entities}
    for entity in entities:
        node = NamedNode(iri.entity(entity.id))
        for alias in entity.aliases:
            if alias in text and alias not in (entity.label_ar, entity.label_en):
                yield node, _ALT_LABEL, arabic(alias) if _is_arabic(alias) else Literal(alias)
        if _is_of_its_time(entity):
            yield from _country(entity)
        elif not entity.listed:
            yield from describe(entity if entity.country in ids else replace(entity, country=None))


def _is_arabic(name: str) -> bool:
    return any(0x0600 <= ord(char) <= 0x06FF for char in name)
