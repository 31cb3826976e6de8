"""The ontology: that it loads, is OWL 2 DL in what can be checked here, agrees with the program, and is documented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    TIME,
    XSD,
    BNode,
    Graph,
    Literal,
    Namespace,
    URIRef,
)
from rdflib.collection import Collection
from rdflib.namespace import DefinedNamespace

from sifara.graph import vocabulary
from sifara.graph.document_ontology import page
from sifara.graph.iri import DIP as DIP_IRI

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = ROOT / "ontology"
DIP = Namespace(DIP_IRI)
SEM = Namespace(vocabulary.SEM)
KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
BUILT_IN_ANNOTATIONS = {RDFS.label, RDFS.comment, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionInfo, OWL.priorVersion}
# https://www.w3.org/TR/owl2-syntax/#Datatype_Maps, as far as it is of use here
OWL_DATATYPES = {
    RDFS.Literal, RDF.langString, OWL.real, OWL.rational, XSD.decimal, XSD.integer, XSD.nonNegativeInteger,
    XSD.string, XSD.boolean, XSD.dateTime, XSD.dateTimeStamp, XSD.anyURI, XSD.double, XSD.float,
}  # fmt: skip


def load(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(ONTOLOGY / name, format="turtle")
    return graph


@pytest.fixture(
    scope="module", params=[("diplomacy.ttl",), ("diplomacy.ttl", "alignments.ttl")], ids=["alone", "aligned"]
)
def ontology(request: pytest.FixtureRequest) -> Graph:
    return load(*request.param)


@pytest.fixture(scope="module")
def core() -> Graph:
    return load("diplomacy.ttl")


@pytest.fixture(scope="module")
def full() -> Graph:
    return load("diplomacy.ttl", "alignments.ttl")


def own_terms(graph: Graph) -> set[URIRef]:
    return {term for term in graph.subjects() if isinstance(term, URIRef) and term.startswith(DIP_IRI)}


def classes(graph: Graph) -> set[URIRef]:
    return {term for term in graph.subjects(RDF.type, OWL.Class) if isinstance(term, URIRef)}


def individuals(graph: Graph) -> set[URIRef]:
    return {term for term in graph.subjects(RDF.type, OWL.NamedIndividual) if isinstance(term, URIRef)}


def properties(graph: Graph, kind: URIRef) -> set[URIRef]:
    return set(graph.subjects(RDF.type, kind))


# --- Loading ---


@pytest.mark.parametrize("name", ["diplomacy.ttl", "alignments.ttl", "shapes.ttl"])
def test_rdflib_and_oxigraph_read_the_same(name: str) -> None:
    graph = load(name)
    store = pyoxigraph.Store()
    store.load(path=str(ONTOLOGY / name), format=pyoxigraph.RdfFormat.TURTLE)
    assert len(graph) == len(store) > 0


def test_ontology_header(core: Graph) -> None:
    ontology = URIRef(vocabulary.ONTOLOGY)
    assert (ontology, RDF.type, OWL.Ontology) in core
    assert core.value(ontology, OWL.versionInfo)
    assert core.value(ontology, DCTERMS.license)
    for property_ in (DCTERMS.title, DCTERMS.description):
        assert {value.language for value in core.objects(ontology, property_)} == {"ar", "en"}


# --- OWL 2 DL ---


def test_every_term_is_of_one_kind(ontology: Graph) -> None:
    kinds = [classes(ontology), individuals(ontology), *(properties(ontology, kind) for kind in KINDS)]
    for index, first in enumerate(kinds):
        for second in kinds[index + 1 :]:
            assert not first & second


def test_every_predicate_is_declared(ontology: Graph) -> None:
    declared = set().union(*(properties(ontology, kind) for kind in KINDS)) | BUILT_IN_ANNOTATIONS
    reserved = (str(RDF), str(RDFS), str(OWL))
    undeclared = {p for p in ontology.predicates() if p not in declared and not str(p).startswith(reserved)}
    assert undeclared == set()


def test_every_own_iri_is_declared(ontology: Graph) -> None:
    declared = classes(ontology) | individuals(ontology) | set().union(*(properties(ontology, kind) for kind in KINDS))
    used = {term for triple in ontology for term in triple if isinstance(term, URIRef) and term.startswith(DIP_IRI)}
    assert used - declared == set()


def test_classes_are_used_where_classes_belong(ontology: Graph) -> None:
    known = classes(ontology) | {OWL.Thing}
    for subject, parent in ontology.subject_objects(RDFS.subClassOf):
        assert {subject, parent} <= known
    for subject, kind in ontology.subject_objects(RDF.type):
        if subject in individuals(ontology):
            assert kind in known | {OWL.NamedIndividual}
    for subject in properties(ontology, OWL.ObjectProperty):
        for edge in (RDFS.domain, RDFS.range):
            for end in ontology.objects(subject, edge):
                members = ontology.value(end, OWL.unionOf)
                ends = {end} if members is None else set(Collection(ontology, members))
                assert ends <= known


def test_properties_stay_within_their_kind(ontology: Graph) -> None:
    object_properties = properties(ontology, OWL.ObjectProperty)
    datatype_properties = properties(ontology, OWL.DatatypeProperty)
    for child, parent in ontology.subject_objects(RDFS.subPropertyOf):
        assert {child, parent} <= object_properties or {child, parent} <= datatype_properties
    for first, second in ontology.subject_objects(OWL.inverseOf):
        assert {first, second} <= object_properties
    for symmetric in properties(ontology, OWL.SymmetricProperty):
        assert symmetric in object_properties
    for functional in properties(ontology, OWL.FunctionalProperty):
        assert functional in object_properties | datatype_properties


def test_annotation_properties_have_no_logic(ontology: Graph) -> None:
    for term in properties(ontology, OWL.AnnotationProperty):
        assert not list(ontology.objects(term, RDFS.subPropertyOf))
        assert not list(ontology.objects(term, OWL.inverseOf))


def test_datatypes_are_those_of_owl(ontology: Graph) -> None:
    ranges = {r for term in properties(ontology, OWL.DatatypeProperty) for r in ontology.objects(term, RDFS.range)}
    used = {term.datatype for term in ontology.objects() if isinstance(term, Literal) and term.datatype}
    assert ranges | used <= OWL_DATATYPES


def test_own_properties_have_a_domain_and_a_range(core: Graph) -> None:
    for kind in KINDS[:2]:
        for term in properties(core, kind):
            if term.startswith(DIP_IRI):
                assert len(list(core.objects(term, RDFS.domain))) == 1, term
                assert len(list(core.objects(term, RDFS.range))) == 1, term


def test_blank_nodes_are_trees(core: Graph) -> None:
    for node in {term for triple in core for term in triple if isinstance(term, BNode)}:
        assert len(list(core.subjects(None, node))) <= 1


def test_no_class_is_below_two_disjoint_ones(core: Graph) -> None:
    groups = [
        set(Collection(core, core.value(axiom, OWL.members)))
        for axiom in core.subjects(RDF.type, OWL.AllDisjointClasses)
    ]
    assert len(groups) == 2
    for term in classes(core):
        above = set(core.transitive_objects(term, RDFS.subClassOf))
        for group in groups:
            assert len(above & group) <= 1, term


# --- Words ---


def test_every_own_term_speaks_arabic_and_english(core: Graph) -> None:
    for term in own_terms(core):
        for property_ in (RDFS.label, RDFS.comment):
            values = list(core.objects(term, property_))
            assert sorted(value.language for value in values) == ["ar", "en"], (term, property_)
            for value in values:
                arabic = re.search("[\u0621-\u064a]", value) is not None
                assert arabic == (value.language == "ar"), (term, value)


def test_labels_are_unique_among_classes_and_among_properties(core: Graph) -> None:
    for kinds in ((OWL.Class, OWL.NamedIndividual), KINDS[:2]):
        for language in ("ar", "en"):
            terms = {t for kind in kinds for t in core.subjects(RDF.type, kind) if str(t).startswith(DIP_IRI)}
            labels = [str(v) for t in terms for v in core.objects(t, RDFS.label) if v.language == language]
            assert len(labels) == len(set(labels)), {label for label in labels if labels.count(label) > 1}


# --- The program's constants ---


def local(term: object) -> str:
    return str(term).removeprefix(DIP_IRI)


def below(graph: Graph, root: str) -> set[str]:
    found = {local(term) for term in graph.transitive_subjects(RDFS.subClassOf, DIP[root])}
    return found - {root}


def test_event_classes_are_those_of_the_program(full: Graph) -> None:
    assert below(full, "Event") - {"CanonicalEvent"} == set(vocabulary.EVENTS)


@pytest.mark.parametrize("name", sorted(vocabulary.EVENTS))
def test_event_class(full: Graph, name: str) -> None:
    event, term = vocabulary.EVENTS[name], DIP[name]
    above = [local(parent) for parent in full.transitive_objects(term, RDFS.subClassOf)]
    assert tuple(above[1 : above.index("Event")]) == event.ancestors
    assert full.value(term, DIP.symmetric) == Literal(event.symmetric)
    direct = full.value(term, DIP.directProperty)
    assert (local(direct) if direct else None) == event.direct
    assert {local(role) for role in full.objects(term, DIP.directRole)} == set(event.direct_roles)
    assert (bool(event.direct_roles)) == (event.direct is not None)
    for property_, expected in ((DIP.plover, event.plover), (DIP.cameo, event.cameo)):
        value = full.value(term, property_)
        assert (str(value) if value else None) == expected
    if direct:
        assert (direct, RDFS.subPropertyOf, DIP.interactedWith) in full
        assert ((direct, RDF.type, OWL.SymmetricProperty) in full) == event.symmetric
        assert (full.value(None, OWL.inverseOf, direct) is None) == event.symmetric


def test_every_direct_property_belongs_to_a_class(full: Graph) -> None:
    direct = {local(term) for term in full.subjects(RDFS.subPropertyOf, DIP.interactedWith)}
    assert direct == {event.direct for event in vocabulary.EVENTS.values() if event.direct}


def test_entity_classes_are_those_of_the_program(core: Graph) -> None:
    assert below(core, "Entity") - {"Actor", "Place"} == set(vocabulary.ENTITY_CLASSES)
    assert set(vocabulary.ACTOR_CLASSES) == below(core, "Actor")
    for name, ancestors in vocabulary.ENTITY_ANCESTORS.items():
        above = {local(t) for t in core.transitive_objects(DIP[name], RDFS.subClassOf) if t.startswith(DIP_IRI)}
        assert above - {name} == set(ancestors)


@pytest.mark.parametrize(
    ("kind", "names"),
    [("Role", vocabulary.ROLES), ("Status", vocabulary.STATUSES), ("DateBasis", vocabulary.DATE_BASES)],
)
def test_named_individuals_are_those_of_the_program(core: Graph, kind: str, names: tuple[str, ...]) -> None:
    assert sorted(local(term) for term in core.subjects(RDF.type, DIP[kind])) == sorted(names)


def test_argument_roles_are_properties_of_events(core: Graph) -> None:
    for name in vocabulary.ARGUMENT_ROLES:
        assert core.value(DIP[name], RDFS.domain) == DIP.Event


# --- Alignments ---


def test_aligned_terms_exist(full: Graph) -> None:
    defined: dict[str, type[DefinedNamespace]] = {str(ns): ns for ns in (PROV, TIME, SDO, SKOS, DCTERMS)}
    checked = 0
    for term in {term for triple in full for term in triple if isinstance(term, URIRef)}:
        for prefix, namespace in defined.items():
            if term.startswith(prefix) and term != URIRef(prefix):
                assert term.removeprefix(prefix) in namespace, term
                checked += 1
    assert checked > 40


def test_wikidata_ids_are_cited() -> None:
    text = (ONTOLOGY / "alignments.ttl").read_text(encoding="utf-8")
    for used in re.findall(r"\bwd:([QP]\d+)", text):
        assert re.search(rf"^#.*\({used}\)", text, re.MULTILINE), f"no page is named for {used}"


# --- JSON-LD ---


def test_context_covers_every_property(core: Graph) -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in properties(core, kind):
            if not term.startswith(DIP_IRI):
                continue
            entry = context[local(term)]
            if kind == OWL.ObjectProperty:
                assert entry["@type"] in ("@id", "@vocab"), term
            assert (entry if isinstance(entry, str) else entry["@id"]) == f"dip:{local(term)}"
            range_ = core.value(term, RDFS.range)
            if range_ in (XSD.decimal, XSD.boolean):
                assert entry["@type"] == f"xsd:{range_.removeprefix(str(XSD))}"


def test_context_reads_a_document() -> None:
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    document = {
        **context,
        "@id": "id:event/1",
        "@type": ["Meeting", "Event"],
        "status": "Actual",
        "participant": ["id:Egypt", "id:Jordan"],
        "date": {"@value": "2024-03", "@type": "xsd:gYearMonth"},
        "confidence": "0.9",
        "content": "نأمل الخير",
        "evidence": {"@type": "Mention", "@id": "id:m", "beginIndex": "3", "frame": "meet"},
    }
    expected = """
        @prefix dip: <https://w3id.org/sifara/ontology#> . @prefix id: <https://w3id.org/sifara/id/> .
        @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://w3id.org/sifara/id/event/1> a dip:Meeting, dip:Event ; dip:status dip:Actual ;
            dip:participant id:Egypt, id:Jordan ; dip:date "2024-03"^^xsd:gYearMonth ; dip:confidence 0.9 ;
            dip:content "نأمل الخير"@ar ; dip:evidence id:m .
        id:m a dip:Mention ; nif:beginIndex 3 ; dip:frame "meet" ."""
    text = json.dumps(document)
    turtle = set(pyoxigraph.parse(expected, format=pyoxigraph.RdfFormat.TURTLE))
    assert set(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.JSON_LD)) == turtle
    assert set(Graph().parse(data=text, format="json-ld")) == set(Graph().parse(data=expected, format="turtle"))


# --- The page ---


def test_the_page_is_up_to_date() -> None:
    written = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m sifara.graph.document_ontology docs/ontology.md"


def test_the_page_names_every_term(core: Graph) -> None:
    text = page()
    for term in own_terms(core):
        assert f"`{local(term)}`" in text
