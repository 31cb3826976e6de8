"""What is known of linked entities beyond their names: quads of the graph of entities, each with its source.

The properties written here are others than those that describing an entity writes, so that both can be told apart in
the graph they share (:mod:`sifara.graph.enrichment`). Of each entity there is a record (``id:record/…``) that says
where all this comes from, and when.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph import iri
from sifara.graph.enrichment import DEPICTION, HOLDS, TENURE, WDT, WGS84, record
from sifara.graph.iri import ENTITIES_GRAPH, WIKIDATA
from sifara.graph.terms import DCTERMS, SKOS, TYPE, XSD, dip, point_in_time
from sifara.linking import tables
from sifara.linking.index import Index
from sifara.linking.items import Term
from sifara.linking.wikidata import Facts, item_of

GRAPH = NamedNode(ENTITIES_GRAPH)
_PROV = "http://www.w3.org/ns/prov#"
_DECIMAL = NamedNode(XSD + "decimal")
_SOURCE = NamedNode(DCTERMS + "source")
_LATITUDE, _LONGITUDE = NamedNode(WGS84 + "lat"), NamedNode(WGS84 + "long")
_IMAGE = NamedNode(DEPICTION)
_INSTANCE, _COUNTRY = NamedNode(WDT + "P31"), NamedNode(WDT + "P17")
_PREFERRED, _OTHER = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")


def enrichment(entity: str, qid: str, index: Index, facts: Facts | None) -> Iterator[Quad]:
    """Yield what is known of the entity with the id ``entity``, which is the item ``qid``.

    :param facts: what an endpoint said of the item; it goes before the tables.
    """
    node = NamedNode(iri.entity(entity))
    listed = index.items.get(entity) if index.items.get(entity) is not None else index.by_qid.get(qid)
    code = (facts.iso3 if facts is not None else "") or tables.iso_codes().get(qid, "")
    sources = [tables.sources()[qid]] if qid in tables.sources() else []
    if code and (listed is None or listed.type == "Country"):
        yield Quad(node, dip("isoCode"), Literal(code), GRAPH)
    told = item_of(facts, index) if facts is not None else None
    if told is not None and told.terms:
        assert facts is not None
        yield from _tenures(entity, told.terms, {}, facts.endpoint)
    elif listed is not None:
        origins = {
            (term.of): tables.office_sources().get((qid, other.qid or ""), "")
            for term in listed.terms
            if (other := index.items.get(term.of)) is not None
        }
        yield from _tenures(entity, listed.terms, origins, "")
    if facts is not None:
        sources = [facts.endpoint]
        yield from _facts(node, facts)
    yield from _record(entity, qid, sources, facts.day if facts is not None else "")


def _facts(node: NamedNode, facts: Facts) -> Iterator[Quad]:
    for language, label in facts.labels.items():
        yield Quad(node, _PREFERRED, Literal(label, language=language), GRAPH)
    for language, name in facts.aliases:
        yield Quad(node, _OTHER, Literal(name, language=language), GRAPH)
    for qid in facts.instances:
        yield Quad(node, _INSTANCE, NamedNode(WIKIDATA + qid), GRAPH)
    for qid in facts.countries:
        yield Quad(node, _COUNTRY, NamedNode(WIKIDATA + qid), GRAPH)
    if facts.coordinates is not None:
        for predicate, degrees in zip((_LATITUDE, _LONGITUDE), facts.coordinates, strict=True):
            yield Quad(node, predicate, Literal(f"{degrees:.5f}".rstrip("0").rstrip("."), datatype=_DECIMAL), GRAPH)
    if facts.image.startswith(("http://", "https://")):
        yield Quad(node, _IMAGE, NamedNode(_safe(facts.image)), GRAPH)


def _tenures(entity: str, terms: tuple[Term, ...], origins: dict[str, str], source: str) -> Iterator[Quad]:
    seen: set[str] = set()
    for term in terms:
        begun = term.start.isoformat() if term.start is not None else "-"
        name = "/".join(map(iri.local, (entity, term.role, term.of, begun)))
        if name in seen:
            continue
        seen.add(name)
        tenure = NamedNode(TENURE + name)
        yield Quad(NamedNode(iri.entity(entity)), HOLDS, tenure, GRAPH)
        yield Quad(tenure, TYPE, dip("Tenure"), GRAPH)
        yield Quad(tenure, dip("role"), dip(term.role), GRAPH)
        yield Quad(tenure, dip("of"), NamedNode(iri.entity(term.of)), GRAPH)
        if term.start is not None:
            yield Quad(tenure, dip("since"), point_in_time(term.start.isoformat()), GRAPH)
        if term.end is not None:
            yield Quad(tenure, dip("until"), point_in_time(term.end.isoformat()), GRAPH)
        origin = source or origins.get(term.of, "")
        if origin:
            yield Quad(tenure, _SOURCE, _origin(origin), GRAPH)


def _record(entity: str, qid: str, sources: list[str], day: str) -> Iterator[Quad]:
    node = NamedNode(record(iri.entity(entity)))
    yield Quad(node, TYPE, NamedNode(_PROV + "Entity"), GRAPH)
    yield Quad(node, NamedNode(DCTERMS + "subject"), NamedNode(iri.entity(entity)), GRAPH)
    yield Quad(node, NamedNode(_PROV + "wasDerivedFrom"), NamedNode(WIKIDATA + qid), GRAPH)
    for source in sources:
        yield Quad(node, _SOURCE, _origin(source), GRAPH)
    if day:
        yield Quad(node, NamedNode(DCTERMS + "date"), point_in_time(day), GRAPH)


def _origin(source: str) -> NamedNode | Literal:
    return NamedNode(_safe(source)) if source.startswith(("http://", "https://")) else Literal(source)


def _safe(address: str) -> str:
    """Return ``address`` with what no IRI may hold percent-encoded."""
    return "".join(c if c not in '<>"{}|^`\\ ' and ord(c) > 0x20 else f"%{ord(c):02X}" for c in address)
