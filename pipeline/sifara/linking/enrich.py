"""What is known of linked entities beyond their names: quads of the graph of entities, each with its source.

The properties written here are others than those that describing an entity writes, so that both can be told apart in
the graph they share. Of each entity there is a record (``id:record/…``) that says where all this comes from, and when.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph import iri
from sifara.graph.iri import ENTITIES_GRAPH, ID, WIKIDATA
from sifara.graph.terms import DCTERMS, SKOS, TYPE, XSD, dip, point_in_time
from sifara.linking import tables
from sifara.linking.index import Index
from sifara.linking.items import Term
from sifara.linking.wikidata import Facts, item_of

GRAPH = NamedNode(ENTITIES_GRAPH)
_PROV = "http://www.w3.org/ns/prov#"
_WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_WDT = "http://www.wikidata.org/prop/direct/"
_DECIMAL = NamedNode(XSD + "decimal")
_RECORD = ID + "record/"
_TENURE = ID + "tenure/"
_SOURCE = NamedNode(DCTERMS + "source")
_LATITUDE, _LONGITUDE = NamedNode(_WGS84 + "lat"), NamedNode(_WGS84 + "long")
_IMAGE = NamedNode("http://xmlns.com/foaf/0.1/depiction")
_INSTANCE, _COUNTRY = NamedNode(_WDT + "P31"), NamedNode(_WDT + "P17")
_PREFERRED, _OTHER = NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")
_OWN = frozenset(
    {
        *(_LATITUDE, _LONGITUDE, _IMAGE, _INSTANCE, _COUNTRY, _PREFERRED, _OTHER, _SOURCE),
        *(dip("isoCode"), dip("holds")),
    }
)


def is_enrichment(quad: Quad) -> bool:
    """Say whether a quad of the graph of entities was written here."""
    subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
    return quad.predicate in _OWN or subject.startswith((_RECORD, _TENURE))


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
        tenure = NamedNode(_TENURE + name)
        yield Quad(NamedNode(iri.entity(entity)), dip("holds"), tenure, GRAPH)
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
    record = NamedNode(_RECORD + iri.local(entity))
    yield Quad(record, TYPE, NamedNode(_PROV + "Entity"), GRAPH)
    yield Quad(record, NamedNode(DCTERMS + "subject"), NamedNode(iri.entity(entity)), GRAPH)
    yield Quad(record, NamedNode(_PROV + "wasDerivedFrom"), NamedNode(WIKIDATA + qid), GRAPH)
    for source in sources:
        yield Quad(record, _SOURCE, _origin(source), GRAPH)
    if day:
        yield Quad(record, NamedNode(DCTERMS + "date"), point_in_time(day), GRAPH)


def _origin(source: str) -> NamedNode | Literal:
    return NamedNode(_safe(source)) if source.startswith(("http://", "https://")) else Literal(source)


def _safe(address: str) -> str:
    """Return ``address`` with what no IRI may hold percent-encoded."""
    return "".join(c if c not in '<>"{}|^`\\ ' and ord(c) > 0x20 else f"%{ord(c):02X}" for c in address)
