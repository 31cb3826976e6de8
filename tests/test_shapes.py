"""The shapes: a graph that conforms to all of them, and for each of them one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, Namespace, URIRef
from rdflib.collection import Collection

from sifara.graph import vocabulary
from sifara.graph.iri import DIP as DIP_IRI

SHAPES = Path(__file__).resolve().parents[1] / "ontology" / "shapes.ttl"
DIP = Namespace(DIP_IRI)
DIPS = Namespace("https://w3id.org/sifara/shapes#")
PREFIXES = """
@prefix dip: <https://w3id.org/sifara/ontology#> . @prefix id: <https://w3id.org/sifara/id/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix wd: <http://www.wikidata.org/entity/> .
"""
# "وقّعت مصر والأردن الاتفاق" and a meeting, told in one sentence of 60 characters.
GOOD = """
id:doc a dip:Document ; dcterms:identifier "1" ; dcterms:date "2024-03-05"^^xsd:date ; dip:lexiconVersion "1" ;
    dip:mentions id:Egypt .
id:text a nif:Context ; nif:beginIndex 0 ; nif:endIndex 90 ; nif:sourceUrl id:doc .
id:sentence a nif:Sentence ; nif:referenceContext id:text ; nif:beginIndex 10 ; nif:endIndex 70 .
id:signing a dip:Signing, dip:Event ; dip:status dip:Actual ; dip:agent id:Egypt ; dip:object id:Accord ;
    dip:place id:Cairo ; dip:date "2024-03-04"^^xsd:date ; dip:until "2026"^^xsd:gYear ; dip:dateBasis dip:Inferred ;
    dip:duration "P2Y"^^xsd:duration ; dip:confidence 0.9 ; dip:reportedIn id:doc ; dip:evidence id:mention ;
    dip:attributedTo id:Ministry ; dip:argument id:argument ; dip:sameEventAs id:canonical .
id:meeting a dip:Meeting, dip:Event ; dip:status dip:Planned ; dip:participant id:Egypt, id:Jordan ;
    dip:topic id:Water ; dip:date "2024-03"^^xsd:gYearMonth ; dip:dateBasis dip:Stated ; dip:confidence 1.0 ;
    dip:reportedIn id:doc ; dip:evidence id:mention .
id:statement a dip:Statement ; dip:status dip:Actual ; dip:agent id:Ministry ; dip:content "سنوقّع"@ar ;
    dip:reportedIn id:doc ; dip:evidence id:mention .
id:session a dip:Meeting ; dip:status dip:Actual ; dip:participant id:League ; dip:reportedIn id:doc ;
    dip:evidence id:mention .
id:canonical a dip:CanonicalEvent, dip:Signing, dip:Event ; dip:status dip:Actual ; dip:agent id:Egypt .
id:mention a dip:Mention, nif:Phrase ; nif:beginIndex 12 ; nif:endIndex 60 ; nif:anchorOf "وقّعت مصر" ;
    nif:referenceContext id:text ; nif:sentence id:sentence ; dip:trigger id:trigger ; dip:frame "sign" .
id:trigger a dip:Trigger, nif:Phrase ; nif:beginIndex 12 ; nif:endIndex 17 ; nif:anchorOf "وقّعت" .
id:argument a dip:Argument, nif:Phrase ; nif:beginIndex 18 ; nif:endIndex 21 ; nif:anchorOf "مصر" ;
    dip:fills dip:agent ; dip:entity id:Egypt ; dip:rule "subject" .
id:Egypt a dip:Country, dip:Entity ; rdfs:label "مصر"@ar, "Egypt"@en ; skos:altLabel "القاهرة"@ar .
id:Jordan a dip:Country ; rdfs:label "الأردن"@ar ; dip:candidateLink id:link .
id:Cairo a dip:City ; rdfs:label "القاهرة"@ar .
id:Ministry a dip:GovernmentBody, dip:Organization ; rdfs:label "وزارة الخارجية"@ar .
id:League a dip:IntergovernmentalOrganization ; rdfs:label "الجامعة العربية"@ar .
id:Accord a dip:Treaty ; rdfs:label "الاتفاق"@ar .
id:Water a dip:Topic ; rdfs:label "المياه"@ar .
id:Salim a dip:Person ; rdfs:label "سليم"@ar ; dip:holds id:tenure .
id:tenure a dip:Tenure ; dip:role dip:ForeignMinister ; dip:of id:Jordan ; dip:since "2020"^^xsd:gYear ;
    dip:until "2024-02-01"^^xsd:date ; dip:reportedIn id:doc ; dip:evidence id:mention .
id:link a dip:CandidateLink ; dip:candidate wd:Q1 ; dip:score 0.4 .
"""
V, W = SH.Violation, SH.Warning
# What is taken out of the good graph, what is put in its place, the node that is then wrong, how bad it is.
BAD = {
    "status missing": ("dip:status dip:Planned ;", "", "meeting", V),
    "status unknown": ("dip:status dip:Planned", "dip:status dip:Rumoured", "meeting", V),
    "status twice": ("dip:status dip:Planned", "dip:status dip:Planned, dip:Actual", "meeting", V),
    "nobody": ("dip:agent id:Ministry ;", "", "statement", V),
    "party is a string": ("dip:agent id:Ministry", 'dip:agent "الوزارة"', "statement", V),
    "topic is a string": ("dip:topic id:Water", 'dip:topic "المياه"', "meeting", V),
    "confidence above 1": ("dip:confidence 0.9", "dip:confidence 1.2", "signing", V),
    "confidence below 0": ("dip:confidence 0.9", "dip:confidence -0.1", "signing", V),
    "confidence twice": ("dip:confidence 0.9", "dip:confidence 0.9, 0.8", "signing", V),
    "confidence as double": ("dip:confidence 0.9", "dip:confidence 9e-1", "signing", V),
    "date is a string": ('"2024-03-04"^^xsd:date', '"2024-03-04"', "signing", V),
    "date is no day": ('"2024-03-04"^^xsd:date', '"2024-02-31"^^xsd:date', "signing", V),
    "two dates": ('"2024-03"^^xsd:gYearMonth', '"2024-03"^^xsd:gYearMonth, "2024"^^xsd:gYear', "meeting", V),
    "end as dateTime": ('"2026"^^xsd:gYear', '"2026-01-01T00:00:00"^^xsd:dateTime', "signing", V),
    "end before beginning": ('"2026"^^xsd:gYear', '"2024-03-03"^^xsd:date', "signing", V),
    "end year before beginning": ('"2026"^^xsd:gYear', '"2023"^^xsd:gYear', "signing", V),
    "end month before beginning": ('"2026"^^xsd:gYear', '"2024-02"^^xsd:gYearMonth', "signing", V),
    "tenure ends before it begins": ('"2024-02-01"^^xsd:date', '"2019-12-31"^^xsd:date', "tenure", V),
    "duration is a string": ('"P2Y"^^xsd:duration', '"P2Y"', "signing", V),
    "basis unknown": ("dip:dateBasis dip:Stated", "dip:dateBasis dip:Guessed", "meeting", V),
    "basis missing": ("dip:dateBasis dip:Stated ;", "", "meeting", W),
    "basis without date": ('dip:date "2024-03"^^xsd:gYearMonth ;', "", "meeting", W),
    "content is an IRI": ('dip:content "سنوقّع"@ar', "dip:content id:Water", "statement", V),
    "evidence missing": ("dip:confidence 1.0 ;\n    dip:reportedIn id:doc ; dip:evidence id:mention .",
                         "dip:reportedIn id:doc .", "meeting", V),
    "evidence is no mention": ("id:mention a dip:Mention, nif:Phrase", "id:mention a nif:Phrase", "meeting", V),
    "canonical event of nothing": ("dip:sameEventAs id:canonical", "dip:topic id:Water", "canonical", V),
    "trigger missing": ("dip:trigger id:trigger ;", "", "meeting", W),
    "trigger of no class": ("id:trigger a dip:Trigger, nif:Phrase", "id:trigger a nif:Phrase", "mention", V),
    "frame missing": ('; dip:frame "sign"', "", "meeting", W),
    "document missing": ("dip:confidence 1.0 ;\n    dip:reportedIn id:doc ;", "dip:confidence 1.0 ;", "meeting", V),
    "two documents": ("dip:confidence 1.0 ;\n    dip:reportedIn id:doc", "dip:reportedIn id:doc, id:old", "meeting", V),
    "class unknown": ("id:statement a dip:Statement", "id:statement a dip:Remark", "statement", V),
    "agent of a meeting": ("dip:participant id:League", "dip:agent id:League", "session", V),
    "participant in a statement": ("dip:agent id:Ministry", "dip:participant id:Ministry", "statement", V),
    "target of a meeting": ("dip:participant id:League", "dip:target id:Egypt ; dip:participant id:League",
                            "session", W),
    "alone at a meeting": ("dip:participant id:Egypt, id:Jordan", "dip:participant id:Jordan", "meeting", W),
    "a treaty acts": ("dip:agent id:Ministry", "dip:agent id:Accord", "statement", W),
    "a city takes part": ("dip:participant id:League", "dip:participant id:League, id:Cairo", "session", W),
    "a topic speaks": ("dip:attributedTo id:Ministry", "dip:attributedTo id:Water", "signing", W),
    "in a person": ("dip:place id:Cairo", "dip:place id:Salim", "signing", W),
    "a country is signed": ("dip:object id:Accord", "dip:object id:Jordan", "signing", W),
    "mention without words": ('nif:anchorOf "وقّعت مصر" ;', "", "mention", V),
    "words with a language": ('nif:anchorOf "وقّعت مصر"', 'nif:anchorOf "وقّعت مصر"@ar', "mention", V),
    "mention empty": ("nif:beginIndex 12 ; nif:endIndex 60", "nif:beginIndex 60 ; nif:endIndex 60", "mention", V),
    "index negative": ("nif:beginIndex 10", "nif:beginIndex -1", "sentence", V),
    "index is a decimal": ("nif:beginIndex 10", "nif:beginIndex 10.0", "sentence", V),
    "end missing": ("; nif:endIndex 90", "", "text", V),
    "end before begin": ("nif:endIndex 21", "nif:endIndex 17", "argument", V),
    "mention without sentence": ("nif:sentence id:sentence ;", "", "mention", V),
    "mention before its sentence": ("nif:beginIndex 12 ; nif:endIndex 60", "nif:beginIndex 9 ; nif:endIndex 60",
                                    "mention", V),
    "mention after its sentence": ("nif:endIndex 60", "nif:endIndex 71", "sentence", V),
    "trigger before its mention": ("nif:beginIndex 12 ; nif:endIndex 17", "nif:beginIndex 11 ; nif:endIndex 17",
                                   "trigger", V),
    "trigger after its mention": ("nif:endIndex 17", "nif:endIndex 61", "mention", V),
    "argument of no class": ("id:argument a dip:Argument, nif:Phrase", "id:argument a nif:Phrase", "signing", V),
    "argument fills nothing": ("dip:fills dip:agent ;", "", "argument", V),
    "argument fills a topic": ("dip:fills dip:agent", "dip:fills dip:topic", "argument", V),
    "argument of nobody": ("dip:entity id:Egypt ;", "", "argument", V),
    "argument of no event": ("dip:argument id:argument ;", "", "argument", V),
    "document without identifier": ('dcterms:identifier "1" ;', "", "doc", V),
    "document of a month": ('"2024-03-05"^^xsd:date', '"2024-03"^^xsd:gYearMonth', "doc", V),
    "lexicon unknown": ('; dip:lexiconVersion "1"', "", "doc", W),
    "no Arabic label": ('"الأردن"@ar', '"Jordan"@en', "Jordan", V),
    "two Arabic labels": ('"الأردن"@ar', '"الأردن"@ar, "المملكة الأردنية"@ar', "Jordan", V),
    "other label is an IRI": ('skos:altLabel "القاهرة"@ar', "skos:altLabel id:Cairo", "Egypt", V),
    "same as no item": ("dip:candidateLink id:link", "owl:sameAs <http://www.wikidata.org/entity/P1>", "Jordan", V),
    "same as two items": ("dip:candidateLink id:link", "owl:sameAs wd:Q1, wd:Q2", "Jordan", V),
    "link is an item": ("dip:candidateLink id:link", "dip:candidateLink wd:Q1", "Jordan", V),
    "link without score": ("; dip:score 0.4", "", "link", V),
    "score above 1": ("dip:score 0.4", "dip:score 1.4", "link", V),
    "link without candidate": ("dip:candidate wd:Q1 ;", "", "link", V),
    "tenure without role": ("dip:role dip:ForeignMinister ;", "", "tenure", V),
    "tenure of unknown role": ("dip:role dip:ForeignMinister", "dip:role dip:Chef", "tenure", V),
    "tenure of nothing": ("dip:of id:Jordan ;", "", "tenure", V),
    "tenure of nobody": ("; dip:holds id:tenure", "", "tenure", V),
    "tenure since a string": ('dip:since "2020"^^xsd:gYear', 'dip:since "2020"', "tenure", V),
}  # fmt: skip
# Single events that fit, and the same with one word that does not.
FITS = [
    ("Appointment", "target", "Person", "Country"),
    ("Departure", "agent", "Person", "Topic"),
    ("Extension", "object", "Treaty", "Person"),
    ("Ratification", "object", "Project", "City"),
    ("RelationsCut", "target", "Country", "Person"),
    ("Expulsion", "target", "Country", "Treaty"),
    ("Summons", "target", "Country", "City"),
    ("Recall", "target", "IntergovernmentalOrganization", "Region"),
    ("Detention", "target", "Person", "City"),
    ("Release", "target", "Person", "Treaty"),
    ("Visit", "place", "City", "Party"),
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES, format="turtle")


def results(shapes: Graph, data: str) -> set[tuple[str, URIRef]]:
    """Return the nodes that are wrong, by their local names, with the severity of each finding."""
    import pyshacl

    graph = Graph().parse(data=PREFIXES + data, format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", allow_warnings=True)
    return {
        (str(report.value(result, SH.focusNode)).rpartition("/")[2], report.value(result, SH.resultSeverity))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def test_the_shapes_are_well_formed(shapes: Graph) -> None:
    import pyshacl

    assert pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)[0]


def test_a_good_graph_conforms(shapes: Graph) -> None:
    assert results(shapes, GOOD) == set()


@pytest.mark.parametrize("case", BAD)
def test_a_bad_graph_does_not(shapes: Graph, case: str) -> None:
    old, new, node, severity = BAD[case]
    assert GOOD.count(old) >= 1
    assert (node, severity) in results(shapes, GOOD.replace(old, new))


@pytest.mark.parametrize(("cls", "role", "good", "bad"), FITS)
def test_who_fits_a_role(shapes: Graph, cls: str, role: str, good: str, bad: str) -> None:
    def findings(kind: str) -> set[tuple[str, URIRef]]:
        extra = f'id:x a dip:{kind} ; rdfs:label "س"@ar . id:e a dip:{cls} ; dip:status dip:Actual ; '
        agent = "" if role == "agent" else "dip:agent id:Egypt ; "
        return results(
            shapes, GOOD + extra + agent + f"dip:{role} id:x ; dip:reportedIn id:doc ; dip:evidence id:mention ."
        )

    assert findings(good) == set()
    assert findings(bad) == {("e", W)}


def test_an_argument_may_be_empty(shapes: Graph) -> None:
    silent = GOOD.replace('nif:endIndex 21 ; nif:anchorOf "مصر"', 'nif:endIndex 18 ; nif:anchorOf ""')
    assert silent != GOOD
    assert results(shapes, silent) == set()


@pytest.mark.parametrize(
    ("start", "end"),
    [("2024-03-04", "2024-03-04"), ("2024", "2024-01-01"), ("2024-03-04", "2024-03"), ("2024-03", "2024")],
)
def test_dates_of_other_precision_may_meet(shapes: Graph, start: str, end: str) -> None:
    kinds = {10: "date", 7: "gYearMonth", 4: "gYear"}
    old = 'dip:date "2024-03-04"^^xsd:date ; dip:until "2026"^^xsd:gYear'
    new = f'dip:date "{start}"^^xsd:{kinds[len(start)]} ; dip:until "{end}"^^xsd:{kinds[len(end)]}'
    assert old in GOOD
    assert results(shapes, GOOD.replace(old, new)) == set()


def test_every_class_is_a_target(shapes: Graph) -> None:
    def targets(shape: str) -> set[str]:
        return {str(term).removeprefix(DIP_IRI) for term in shapes.objects(DIPS[shape], SH.targetClass)}

    events = vocabulary.EVENTS
    assert targets("EventShape") == {"Event", *events}
    assert targets("SymmetricEventShape") == {name for name, event in events.items() if event.symmetric}
    assert targets("AsymmetricEventShape") == {name for name, event in events.items() if not event.symmetric}
    assert targets("EntityShape") == {"Entity", *vocabulary.ENTITY_CLASSES}


def test_lists_are_those_of_the_ontology(shapes: Graph) -> None:
    def listed(path: URIRef) -> list[set[str]]:
        found = [shapes.value(shape, SH["in"]) for shape in shapes.subjects(SH.path, path)]
        return [{str(t).removeprefix(DIP_IRI) for t in Collection(shapes, head)} for head in found if head is not None]

    assert listed(DIP.status) == [set(vocabulary.STATUSES)]
    assert listed(DIP.dateBasis) == [set(vocabulary.DATE_BASES)]
    assert listed(DIP.role) == [set(vocabulary.ROLES)]
    assert listed(DIP.fills) == [set(vocabulary.ARGUMENT_ROLES)]
    every = {*vocabulary.EVENTS, "Tenure"}
    heads = [shapes.value(node, SH["in"]) for node in shapes.objects(None, SH.qualifiedValueShape)]
    sets = [{str(t).removeprefix(DIP_IRI) for t in Collection(shapes, head)} for head in heads if head is not None]
    assert every in sets


def test_no_unknown_term_is_named(shapes: Graph) -> None:
    ontology = Graph().parse(SHAPES.with_name("diplomacy.ttl"), format="turtle")
    named = {term for triple in shapes for term in triple if isinstance(term, URIRef) and term.startswith(DIP_IRI)}
    assert {term for term in named if (term, RDF.type, None) not in ontology} == set()


def test_every_shape_speaks_arabic_and_english(shapes: Graph) -> None:
    messages = set(shapes.subjects(SH.message, None))
    assert len(messages) > 40
    for shape in messages:
        assert sorted(message.language for message in shapes.objects(shape, SH.message)) == ["ar", "en"]
