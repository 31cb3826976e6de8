"""The named queries: each one runs, answers what it says, and keeps to one form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, QuerySolutions

from handmade import EVENTS, annotated
from sifara.answers import rows
from sifara.errors import QueryError
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.queries import find, named, substitute, term
from sifara.store import EmbeddedStore
from wikidata_server import Proxy, free_port, server

#: Those that ask Wikidata, with what to set in them, and what the server of the tests answers.
FEDERATED = {
    "wikidata-birthplaces": ("wd:Q58217", ["سيرغي لافروف", "wd:Q58217", "Dar Vidra"]),
    "wikidata-memberships": ("wd:Q159", ["روسيا", "wd:Q159", "Northern Lights Union"]),
}
NAMES = sorted(set(named()) - set(FEDERATED))
EXPECTED = {
    "accusations": ("سيرغي لافروف", "الولايات المتحدة", "dip:Accusation"),
    "actor-timeline": ("id:Antony_Blinken", "dip:participant", "dip:Meeting", "2021-05-19", "2021-05-20"),
    "countries-by-contact": ("روسيا", "2"),
    "evidence": ("dip:Extension", "ستمدد", "extension.entry", "vso", "id:doc/talks"),
    "office-holders": ("أنتوني بلينكن", "dip:ForeignMinister", "الولايات المتحدة", "1"),
    "phone-calls": ("أنتوني بلينكن", "سالم المنصوري"),
    "planned-events": ("dip:Extension", "روسيا", "معاهدة نيو ستارت", "2026"),
    "sanctions": ("الولايات المتحدة", "روسيا", "2021-04", "dip:Actual"),
    "statements-by-speaker": ("id:Sergey_Lavrov", "لن نتراجع"),
    "treaties": ("معاهدة نيو ستارت", "dip:Extension", "روسيا", "dip:Planned"),
    "unlinked-names": ("سالم المنصوري", "1"),
    "visits": ("سيرغي لافروف", "آيسلندا"),
    "who-met-whom": ("أنتوني بلينكن", "سيرغي لافروف", "ريكيافيك", "2021-05-19"),
}


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore() as opened:
        opened.replace(NamedNode(iri.document("talks")), all_quads(annotated()))
        yield opened


def answer(store: EmbeddedStore, text: str) -> list[list[str]]:
    found = store.query(text)
    assert isinstance(found, QuerySolutions)
    return rows(found)[1]


def test_there_is_an_expectation_for_every_query() -> None:
    assert set(NAMES) == set(EXPECTED)
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_query_answers_its_question(store: EmbeddedStore, name: str) -> None:
    found = answer(store, find(f"@{name}"))
    assert any(set(EXPECTED[name]) <= set(row) for row in found), found
    assert len({tuple(row) for row in found}) == len(found)  # no row twice


@pytest.mark.parametrize("name", FEDERATED)
def test_federated_query_asks_only_for_what_is_set(store: EmbeddedStore, name: str) -> None:
    item, row = FEDERATED[name]
    text = substitute(find(f"@{name}"), {"item": item})
    with server() as endpoint:
        proxy = Proxy(endpoint)
        try:
            assert answer(store, text.replace("https://query.wikidata.org/sparql", proxy.address)) == [row]
            [(_, asked)] = proxy.seen
        finally:
            proxy.close()
    assert item.removeprefix("wd:").encode() in asked


def test_an_endpoint_that_does_not_answer_is_told_in_one_line(store: EmbeddedStore) -> None:
    text = find("@wikidata-birthplaces").replace("https://query.wikidata.org", f"http://127.0.0.1:{free_port()}")
    with pytest.raises(QueryError, match="the query failed") as raised:
        answer(store, text)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", sorted(named()))
def test_query_says_its_question_in_both_languages(name: str) -> None:
    english, arabic = named()[name].question[:2]
    assert english.isascii()
    assert any("\u0600" <= char <= "\u06ff" for char in arabic)
    assert "ORDER BY" in named()[name].text  # the same answer every time


def test_what_has_one_party_is_told_once() -> None:
    planned = [e for e in EVENTS if e.status == "Planned"]
    alone = [replace(e, arguments=(a,)) for e in planned for a in e.arguments]
    meeting = replace(EVENTS[0], status="Planned", arguments=EVENTS[0].arguments[:1])
    with EmbeddedStore() as store:
        store.replace(NamedNode(iri.document("talks")), all_quads(annotated(events=[*alone, meeting])))
        found = [row[3:5] for row in answer(store, find("@planned-events"))]
    assert sorted(found) == sorted([["روسيا", ""], ["", "معاهدة نيو ستارت"], ["أنتوني بلينكن", ""]])


def test_a_value_restricts_the_answer(store: EmbeddedStore) -> None:
    text = find("@actor-timeline")
    for name in ("id:Russia", "<https://w3id.org/sifara/id/Russia>", "https://w3id.org/sifara/id/Russia"):
        found = answer(store, substitute(text, {"actor": name}))
        assert {row[2] for row in found} == {"id:Russia"}
        assert {row[4] for row in found} == {"dip:Extension", "dip:Sanction"}


def test_other_values_lines_stay(store: EmbeddedStore) -> None:
    text = substitute(find("@actor-timeline"), {"actor": "id:Russia"})
    assert "VALUES ?role { dip:participant" in text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("id:سالم المنصوري", "<https://w3id.org/sifara/id/سالم%20المنصوري>"),
        ("id:doc/talks", "<https://w3id.org/sifara/id/doc/talks>"),
        ("wd:Q30", "<http://www.wikidata.org/entity/Q30>"),
        ('"x"@ar', '"x"@ar'),
        ('say "x" \\ y', '"say \\"x\\" \\\\ y"'),
        ("} DROP", '"} DROP"'),
    ],
)
def test_values_are_written_as_terms(value: str, written: str) -> None:
    assert term(value) == written
    assert f"{{ {written} }}" in substitute("SELECT * { VALUES ?x { UNDEF } ?x ?p ?o }", {"x": value})


@pytest.mark.parametrize("value", ["<no iri>", '"open', "<a:b> . <c:d> <e:f> <g:h>"])
def test_values_that_are_no_term_are_refused(value: str) -> None:
    with pytest.raises(QueryError, match="expected id:Name"):
        term(value)
