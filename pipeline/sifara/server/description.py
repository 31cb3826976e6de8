"""The service description: what the endpoint can do, as RDF."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from sifara.graph.iri import ENTITIES_GRAPH
from sifara.graph.terms import RDF, XSD
from sifara.server import negotiate

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")


def describe(endpoint: str, quads: int | None, writable: bool, accept: str | None) -> tuple[str, bytes] | None:
    """Return media type and text of the description, or ``None`` if no format fits.

    :param endpoint: the IRI of the endpoint.
    """
    media = negotiate.choose(accept, negotiate.GRAPHS) or ("text/turtle" if "text/html" in (accept or "") else None)
    if media is None:
        return None
    service, dataset = BlankNode("service"), BlankNode("dataset")
    default, named, entities = BlankNode("default"), BlankNode("named"), BlankNode("entities")

    def sd(name: str) -> NamedNode:
        return NamedNode(_SD + name)

    kind = NamedNode(RDF + "type")
    triples = [
        Triple(service, kind, sd("Service")),
        Triple(service, sd("endpoint"), NamedNode(endpoint)),
        Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *([Triple(service, sd("supportedLanguage"), sd("SPARQL11Update"))] if writable else []),
        *(Triple(service, sd("resultFormat"), NamedNode(_FORMATS + name)) for name in (*_RESULTS, *_GRAPHS)),
        *(Triple(service, sd("inputFormat"), NamedNode(_FORMATS + name)) for name in _GRAPHS if writable),
        Triple(service, sd("feature"), sd("UnionDefaultGraph")),
        Triple(service, sd("defaultDataset"), dataset),
        Triple(dataset, kind, sd("Dataset")),
        Triple(dataset, sd("defaultGraph"), default),
        Triple(default, kind, sd("Graph")),
        *([Triple(default, NamedNode(_VOID + "triples"), _integer(quads))] if quads is not None else []),
        Triple(dataset, sd("namedGraph"), named),
        Triple(named, kind, sd("NamedGraph")),
        Triple(named, sd("name"), NamedNode(ENTITIES_GRAPH)),
        Triple(named, sd("graph"), entities),
        Triple(entities, kind, sd("Graph")),
    ]
    form: RdfFormat = getattr(RdfFormat, negotiate.GRAPHS[media])
    data = serialize(triples, format=form, prefixes={"sd": _SD, "void": _VOID} if form == RdfFormat.TURTLE else None)
    assert data is not None  # without an output file it returns the bytes
    return media, data


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))
