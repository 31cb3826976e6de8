"""What linking writes into the graph of entities beside their descriptions: how a store tells both apart.

A description says what the tables that come with Sifara say of an entity, and is replaced whole when a document is read
again. What linking adds (:mod:`sifara.linking.enrich`) uses other properties and nodes of its own. It stays
until linking takes it back, or the last document goes that mentions the entity.
"""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad

from sifara.graph.iri import DIP, ID
from sifara.graph.terms import DCTERMS, SKOS

RECORD = ID + "record/"
TENURE = ID + "tenure/"
WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"
WDT = "http://www.wikidata.org/prop/direct/"
DEPICTION = "http://xmlns.com/foaf/0.1/depiction"
#: From an entity to an office it holds.
HOLDS = NamedNode(DIP + "holds")
#: The properties that descriptions do not use.
PROPERTIES = tuple(
    NamedNode(name)
    for name in (
        *(WGS84 + "lat", WGS84 + "long", DEPICTION, WDT + "P31", WDT + "P17"),
        *(SKOS + "prefLabel", SKOS + "altLabel", DCTERMS + "source", DIP + "isoCode", HOLDS.value),
    )
)
_PROPERTIES = frozenset(PROPERTIES)


def is_enrichment(quad: Quad) -> bool:
    """Say whether a quad of the graph of entities was written by linking."""
    subject = quad.subject.value if isinstance(quad.subject, NamedNode) else ""
    return quad.predicate in _PROPERTIES or subject.startswith((RECORD, TENURE))


def record(entity: str) -> str:
    """Return the IRI of the record that says where what is known of ``entity`` (an IRI) comes from.

    >>> record("https://w3id.org/sifara/id/Russia")
    'https://w3id.org/sifara/id/record/Russia'
    """
    return RECORD + entity.removeprefix(ID)
