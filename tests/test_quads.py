"""Records to quads, and quads to files."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import warnings
from collections.abc import Iterator
from dataclasses import replace

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, parse

from handmade import ENTITIES, EVENTS, OFFICES, TEXT, annotated, span
from sifara.document import Argument
from sifara.graph import iri, serialize
from sifara.graph.quads import all_quads, document_quads, entity_quads
from sifara.graph.serialize import write_nquads, write_trig
from sifara.graph.terms import NIF, XSD
from sifara.graph.vocabulary import EVENTS as CLASSES
from sifara.store import EmbeddedStore

GRAPH = NamedNode(iri.document("talks"))


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore() as opened:
        opened.replace(GRAPH, all_quads(annotated()))
        yield opened


def select(store: EmbeddedStore, pattern: str) -> set[tuple[str, ...]]:
    """Return the rows of ``pattern``, IRIs without their namespaces, variables as they come first in it."""
    columns = " ".join(dict.fromkeys(re.findall(r"\?\w+", pattern)))
    answer = store.query(f"SELECT {columns} WHERE {{ {pattern} }}")
    assert isinstance(answer, QuerySolutions)

    def name(term: object) -> str:
        assert isinstance(term, NamedNode | Literal)
        return term.value.removeprefix(iri.ID).removeprefix(iri.DIP)

    return {tuple(name(row[variable]) for variable in answer.variables) for row in answer}


def test_the_simplest_question_has_the_simplest_query(store: EmbeddedStore) -> None:
    assert select(store, "?a dip:met ?b") == {("Antony_Blinken", "Sergey_Lavrov"), ("Sergey_Lavrov", "Antony_Blinken")}
    assert select(store, "id:Sergey_Lavrov dip:accused ?b") == {("United_States",)}
    assert select(store, "?a dip:visited ?b") == {("Sergey_Lavrov", "Iceland")}
    assert select(store, "?a dip:sanctioned ?b") == {("United_States", "Russia")}


def test_what_is_only_planned_has_no_direct_triple(store: EmbeddedStore) -> None:
    assert select(store, "?e a dip:Extension ; dip:status ?s ; dip:until ?u ; dip:duration ?d") != set()
    assert select(store, "?a dip:extended ?b") == set()


@pytest.mark.parametrize("kind", sorted(CLASSES))
def test_direct_triples_follow_the_ontology(kind: str) -> None:
    cls = CLASSES[kind]
    first = "participant" if cls.symmetric else "agent"
    roles = [first, *(role for role in cls.direct_roles if role != "participant")]
    roles += ["participant"] if cls.symmetric else []
    fillers = [*ENTITIES][: len(roles)]
    arguments = tuple(Argument(role, entity, 0, 5) for role, entity in zip(roles, fillers, strict=True))
    event = replace(EVENTS[0], type=kind, arguments=arguments)
    quads = document_quads(annotated(events=[event]))
    direct = {(q.subject.value, q.object.value) for q in quads if q.predicate.value == f"{iri.DIP}{cls.direct}"}
    pair = tuple(map(iri.entity, fillers[:2]))
    if cls.direct is None:
        assert direct == set()
    elif cls.symmetric:
        assert direct == {pair, pair[::-1]}
    else:
        assert direct == {pair}  # the first role that is there, and it alone


def test_nobody_meets_himself() -> None:
    event = replace(EVENTS[0], arguments=tuple(replace(a, entity="Russia") for a in EVENTS[0].arguments[:2]))
    assert not [q for q in document_quads(annotated(events=[event])) if q.predicate.value == iri.DIP + "met"]


def test_document_has_its_metadata(store: EmbeddedStore) -> None:
    assert select(
        store,
        "?d dcterms:identifier ?i ; dcterms:date ?day ; dcterms:title ?t ; dcterms:source ?s ; dcterms:publisher ?p ;"
        " dip:lexiconVersion ?l ; dip:programVersion ?v",
    ) == {
        ("doc/talks", "talks", "2021-05-20", "لقاء في ريكيافيك", "https://news.example/1", "وكالة مثال", "abc", "0.1.0")
    }


def test_arguments_say_who_by_which_words_and_rule(store: EmbeddedStore) -> None:
    rows = select(
        store,
        "?e a dip:Meeting ; dip:argument ?a . ?a dip:fills ?r ; dip:entity ?x ; dip:rule ?rule ;"
        " nif:beginIndex ?b ; nif:endIndex ?end ; nif:anchorOf ?w",
    )
    found = {row[2:] for row in rows}  # without event and argument
    start, end = map(str, span("ريكيافيك"))
    assert ("place", "Reykjavík", "prep:في", start, end, "ريكيافيك") in found
    assert {row[0] for row in found} == {"participant", "place"}
    assert select(store, "?e a dip:Meeting ; dip:place ?p") == {
        (name, "Reykjavík") for (name,) in select(store, "?e a dip:Meeting")
    }


def test_evidence_leads_from_trigger_to_text(store: EmbeddedStore) -> None:
    rows = select(
        store,
        "?e a dip:Accusation ; dip:evidence ?m . ?m a nif:Phrase ; nif:sentence ?s ; dip:trigger ?t ; dip:frame ?f ;"
        " nif:referenceContext/nif:isString ?text . ?t nif:anchorOf ?w ; nif:beginIndex ?b ; nif:endIndex ?end ."
        " ?s a nif:Sentence ; nif:anchorOf ?sentence",
    )
    [row] = rows
    assert TEXT in row
    assert {"accusation.entry", "اتهم", TEXT.splitlines()[1]} <= set(row)


def test_every_offset_gives_its_words() -> None:
    about: dict[str, dict[str, str]] = {}
    for quad in document_quads(annotated()):
        if quad.predicate.value.startswith(NIF):
            about.setdefault(quad.subject.value, {})[quad.predicate.value.removeprefix(NIF)] = quad.object.value
    spans = [node for node in about.values() if "anchorOf" in node]
    assert len(spans) > 20
    for node in spans:
        assert TEXT[int(node["beginIndex"]) : int(node["endIndex"])] == node["anchorOf"]


def test_dates_are_typed_by_their_form(store: EmbeddedStore) -> None:
    typed = {
        (q.object.value, q.object.datatype.value.removeprefix(XSD))
        for q in store.quads(GRAPH)
        if isinstance(q.object, Literal) and q.predicate.value in (iri.DIP + "date", iri.DIP + "until")
    }
    assert typed == {("2021-05-19", "date"), ("2021-04", "gYearMonth"), ("2026", "gYear")}


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="expected YYYY-MM-DD"):
        document_quads(annotated(events=[replace(EVENTS[0], date="last week")]))


def test_topics_are_entities_or_concepts(store: EmbeddedStore) -> None:
    assert select(store, '?e dip:topic ?t . ?t rdfs:label ?l FILTER(LANG(?l) = "ar")') == {
        (*name, topic, label)
        for name in select(store, "?e a dip:Meeting")
        for topic, label in (("New_START", "معاهدة نيو ستارت"), ("topic/الحد_من_التسلح", "الحد من التسلح"))
    }


def test_topics_are_described_in_the_shared_graph(store: EmbeddedStore) -> None:
    assert select(store, f"GRAPH <{iri.ENTITIES_GRAPH}> {{ ?t a dip:Topic ; dip:listed ?k }}") == {
        ("topic/الحد_من_التسلح", "false")
    }
    assert ("topic/الحد_من_التسلح",) in select(store, "id:doc\\/talks dip:mentions ?x")


def test_listed_entities_are_described_in_the_shared_graph(store: EmbeddedStore) -> None:
    shared = f"GRAPH <{iri.ENTITIES_GRAPH}>"
    assert select(store, shared + " { ?x owl:sameAs wd:Q58217 ; a dip:Person }") == {("Sergey_Lavrov",)}
    labels = {q.object for q in entity_quads(ENTITIES.values()) if q.subject.value == iri.entity("Russia")}
    assert {Literal("روسيا", language="ar"), Literal("Russia", language="en")} <= labels
    assert select(store, shared + " { id:سالم_المنصوري ?p ?o }") == set()


def test_of_which_country_a_person_is_the_document_says(store: EmbeddedStore) -> None:
    # It follows from the offices of its time, so that two documents may say two things.
    assert select(store, "GRAPH ?g { id:Sergey_Lavrov dip:country ?c }") == {("doc/talks", "Russia")}


def test_the_document_keeps_what_it_alone_knows(store: EmbeddedStore) -> None:
    assert select(store, f"GRAPH {GRAPH} {{ id:سالم_المنصوري a dip:Person ; rdfs:label ?l ; dip:listed ?k }}") == {
        ("سالم المنصوري", "false")
    }
    assert select(store, f"GRAPH {GRAPH} {{ id:Sergey_Lavrov skos:altLabel ?l }}") == {("لافروف",)}
    assert select(store, "id:Russia skos:altLabel ?l") == set()  # the text does not say "Moscow"


def test_a_document_does_not_speak_of_the_countries_of_its_cities() -> None:
    quads = document_quads(annotated(events=EVENTS[:1]))
    assert iri.entity("Iceland") not in {q.object.value for q in quads if isinstance(q.object, NamedNode)}


def test_offices_are_in_the_graph_of_the_document(store: EmbeddedStore) -> None:
    [office] = OFFICES
    assert select(store, f"GRAPH {GRAPH} {{ ?p dip:holds ?t . ?t dip:role ?r ; dip:of ?c }}") == {
        (office.person, "doc/talks#office=Antony_Blinken/ForeignMinister/United_States", office.role, office.of)
    }


def test_superclasses_are_written_out() -> None:
    quads = document_quads(annotated(events=[replace(EVENTS[0], type="Summit")]))
    kinds = {q.object.value.removeprefix(iri.DIP) for q in quads if "#type" in q.predicate.value}
    assert {"Summit", "Meeting", "Event", "Person", "Entity"} <= kinds


def test_without_text_only_evidence_is_quoted() -> None:
    quads = document_quads(annotated(events=EVENTS[:1]), with_text=False)
    literals = {q.object.value for q in quads if isinstance(q.object, Literal)}
    assert TEXT not in literals
    assert TEXT.splitlines()[0] in literals
    assert TEXT.splitlines()[3] not in literals  # it has a mention, but tells no event that was found
    assert TEXT.splitlines()[3] in {q.object.value for q in document_quads(annotated(events=EVENTS[:1]))}


def test_events_alike_in_everything_but_their_date_stay_two() -> None:
    twice = [EVENTS[0], replace(EVENTS[0], date="2021-05-18")]
    quads = document_quads(annotated(events=twice))
    assert len({q.subject for q in quads if q.object == NamedNode(iri.DIP + "Meeting")}) == 2


def test_quads_do_not_depend_on_the_order_of_records() -> None:
    document = annotated()
    events = tuple(replace(e, arguments=e.arguments[::-1]) for e in document.events[::-1])
    entities = dict(reversed(document.entities.entities.items()))
    other = replace(document, events=events, entities=replace(document.entities, entities=entities))
    assert all_quads(other) == all_quads(document)


def test_quads_do_not_depend_on_the_seed_of_hashes() -> None:
    code = (
        "import sys, handmade\n"
        "from sifara.graph.quads import all_quads\n"
        "from sifara.graph.serialize import write_nquads\n"
        "write_nquads(all_quads(handmade.annotated()), sys.stdout.buffer)"
    )
    outputs = set()
    for seed in ("1", "2"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "utf-8"}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def nquads(quads: list[Quad]) -> bytes:
    file = io.BytesIO()
    write_nquads(quads, file)
    return file.getvalue()


def trig(quads: list[Quad]) -> bytes:
    file = io.BytesIO()
    write_trig(quads, file)
    return file.getvalue()


def test_nquads_are_sorted_and_each_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    quads = all_quads(annotated())
    whole = nquads(quads[::-1] + quads)
    lines = whole.splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) == len(set(quads))
    monkeypatch.setattr(serialize, "_CHUNK", 50)  # now it merges from files
    assert nquads(quads[::-1] + quads) == whole


def test_trig_says_the_same_to_every_reader() -> None:
    quads = all_quads(annotated())
    written = trig(quads)
    assert written == trig(quads[::-1])
    assert set(parse(written, format=RdfFormat.TRIG)) == set(quads)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's parser, about itself
        reader = rdflib.Dataset().parse(data=written, format="trig")
    assert len(list(reader.quads())) == len(set(quads))


names = st.text(min_size=1, max_size=30).filter(lambda name: not any("\ud800" <= char <= "\udfff" for char in name))


@given(names, names)
def test_every_name_has_a_valid_iri_of_its_own(one: str, other: str) -> None:
    import unicodedata

    first, second = iri.document(one), iri.document(other)
    assert NamedNode(first).value == first  # raises where the syntax is hurt
    assert "/" not in first.removeprefix(iri.ID + "doc/")
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (first == second) == same


@given(names, st.text().filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
def test_both_formats_give_back_what_was_written(name: str, text: str) -> None:
    node = NamedNode(iri.entity(name))
    quads = [
        Quad(node, NamedNode(iri.DIP + "content"), Literal(text, language="ar"), NamedNode(iri.document(name))),
        Quad(node, NamedNode(iri.DIP + "rule"), Literal(text), NamedNode(iri.document(name))),
    ]
    assert set(parse(nquads(quads), format=RdfFormat.N_QUADS)) == set(quads)
    assert set(parse(trig(quads), format=RdfFormat.TRIG)) == set(quads)


def test_arabic_names_stay_readable() -> None:
    assert iri.entity("سالم_المنصوري").endswith("/id/سالم_المنصوري")
    assert iri.entity("a\u200fb").endswith("a%E2%80%8Fb")  # marks of direction may not stand in IRIs
    assert iri.entity("..").endswith("%2E%2E")


@pytest.mark.parametrize("name", ["", "\ud800"])
def test_names_that_cannot_be_written_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"empty name|surrogates"):
        iri.entity(name)
