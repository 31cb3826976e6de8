"""The terms of other vocabularies, and prefixes: what quads, queries and files have in common."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from sifara.graph.iri import DIP, ID, WIKIDATA

NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
DCTERMS = "http://purl.org/dc/terms/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

#: Understood in every query without being declared, and written at the head of TriG files.
PREFIXES: dict[str, str] = {
    "dcterms": DCTERMS,
    "dip": DIP,
    "id": ID,
    "nif": NIF,
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "wd": WIKIDATA,
    "xsd": XSD,
}

TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")

_DATATYPES = (
    (re.compile(r"-?\d{4,}-\d{2}-\d{2}"), NamedNode(XSD + "date")),
    (re.compile(r"-?\d{4,}-\d{2}"), NamedNode(XSD + "gYearMonth")),
    (re.compile(r"-?\d{4,}"), NamedNode(XSD + "gYear")),
)
_INTEGER = NamedNode(XSD + "integer")
_DECIMAL = NamedNode(XSD + "decimal")
_DURATION = NamedNode(XSD + "duration")
_BOOLEAN = NamedNode(XSD + "boolean")


def dip(name: str) -> NamedNode:
    """Return the term ``name`` of the project's ontology."""
    return NamedNode(DIP + name)


def nif(name: str) -> NamedNode:
    """Return the term ``name`` of the NLP Interchange Format."""
    return NamedNode(NIF + name)


def arabic(text: str) -> Literal:
    """Return ``text`` as a literal in Arabic."""
    return Literal(text, language="ar")


def integer(number: int) -> Literal:
    """Return a whole number. The store keeps every integer type as xsd:integer, so it is written so at once."""
    return Literal(str(number), datatype=_INTEGER)


def decimal(number: float) -> Literal:
    """Return ``number`` to three places, in canonical form.

    >>> decimal(0.90).value, decimal(1.0).value
    ('0.9', '1')
    """
    return Literal(f"{number:.3f}".rstrip("0").rstrip("."), datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """Return xsd:boolean "true" or "false"."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def duration(value: str) -> Literal:
    """Return an xsd:duration."""
    return Literal(value, datatype=_DURATION)


def point_in_time(value: str) -> Literal:
    """Return a day, a month or a year, told apart by its lexical form.

    :raises ValueError: if ``value`` is none of them.

    >>> point_in_time("2021-05").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    """
    for pattern, datatype in _DATATYPES:
        if pattern.fullmatch(value):
            return Literal(value, datatype=datatype)
    raise ValueError(f"found the date {value!r}; expected YYYY-MM-DD, YYYY-MM or YYYY")
