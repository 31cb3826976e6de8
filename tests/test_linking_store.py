"""The graph of links over a store: derived, in step, reviewed, and silent."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, QuerySolutions

from sifara.build import default_annotator
from sifara.commands.link import link
from sifara.document import Annotated, Document, Entity, EntityLayer, Mention, Office, Sentence, Text
from sifara.errors import InputError
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.graph.validation import validate
from sifara.linking import choices, review
from sifara.linking.linkgraph import GRAPH
from sifara.linking.links import Links
from sifara.store import EmbeddedStore

SYRIA = Entity("Syria", "Country", "سوريا", "Syria", "Q858")
RUSSIA = Entity("Russia", "Country", "روسيا", "Russia", "Q159")
ASSAD = Entity("الأسد", "Person", "الأسد", listed=False)
LAVROV = Entity("Sergey_Lavrov", "Person", "سيرغي لافروف", "Sergey Lavrov", "Q58217", ("لافروف",), "Russia")
TEXT = "قال الرئيس الأسد في سوريا إن روسيا صديقة، وشكره لافروف."
WIKIDATA = "http://www.wikidata.org/entity/"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Nothing in this file sends a request to anybody."""
    tried: list[object] = []

    def refuse(*where: object, **options: object) -> None:
        tried.append(where)
        raise AssertionError(f"a connection to {where}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield tried
    assert tried == []


def annotated(name: str, day: date | None, *, office: bool = True) -> Annotated:
    document = Document(name, TEXT, day)

    def mention(words: str, entity: Entity) -> Mention:
        start = TEXT.index(words)
        return Mention(start, start + len(words), (entity.id,), entity.type, "name", rule="name")

    mentions = (mention("الأسد", ASSAD), mention("سوريا", SYRIA), mention("روسيا", RUSSIA), mention("لافروف", LAVROV))
    offices = (Office("الأسد", "HeadOfState", "Syria", 4, 16),) if office else ()
    entities = {entity.id: entity for entity in (ASSAD, SYRIA, RUSSIA, LAVROV)}
    text = Text(document, (Sentence(0, 0, len(TEXT), ()),), ())
    layer = EntityLayer(tuple(sorted(mentions, key=lambda m: m.start)), entities, offices)
    return Annotated(text, layer, (), (), {"program": "1", "lexicon": "1"})


def put(store: EmbeddedStore, document: Annotated) -> None:
    store.replace(NamedNode(iri.document(document.text.document.id)), all_quads(document))


def same_as(store: EmbeddedStore, entity: str) -> set[str]:
    answer = store.query(f"SELECT ?q WHERE {{ <{iri.entity(entity)}> owl:sameAs ?q }}")
    assert isinstance(answer, QuerySolutions)
    return {row["q"].value.removeprefix(WIKIDATA) for row in answer}


def candidates(store: EmbeddedStore) -> set[tuple[str, str]]:
    derived = "<http://www.w3.org/ns/prov#wasDerivedFrom>"
    answer = store.query(f"SELECT ?d ?q WHERE {{ ?c a dip:CandidateLink ; dip:candidate ?q ; {derived} ?d }}")
    assert isinstance(answer, QuerySolutions)
    return {(row["d"].value.rsplit("/", 1)[1], row["q"].value.removeprefix(WIKIDATA)) for row in answer}


def dump(store: EmbeddedStore) -> bytes:
    out = io.BytesIO()
    store.dump(out)
    return out.getvalue()


def test_one_person_in_all_documents_is_linked() -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, annotated("a", date(2015, 1, 1)))
        put(store, annotated("b", date(2016, 1, 1)))
        outcome = links.update()
        assert same_as(store, "الأسد") == {"Q44329"}
        assert outcome.counts["documents read"] == 2
        assert links.update().changed == 0


def test_two_people_under_one_name_are_not_one() -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, annotated("old", date(1995, 1, 1)))
        put(store, annotated("new", date(2015, 1, 1)))
        links.update()
        assert same_as(store, "الأسد") == set()
        found = candidates(store)
        assert ("old", "Q118725") in found
        assert ("new", "Q44329") in found
        store.withdraw(NamedNode(iri.document("old")))
        links.update()
        assert same_as(store, "الأسد") == {"Q44329"}
        assert candidates(store) == set()


def test_what_is_open_has_candidates_with_score_and_reason() -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, annotated("a", None, office=False))
        links.update()
        assert same_as(store, "الأسد") == set()
        answer = store.query("SELECT ?s ?r WHERE { ?x dip:candidateLink ?c . ?c dip:score ?s ; dip:rule ?r }")
        assert isinstance(answer, QuerySolutions)
        rows = [(float(row["s"].value), row["r"].value) for row in answer]
        assert rows
        assert all(0 < score < 0.9 and "name" in reason for score, reason in rows)


def test_the_graph_conforms_to_the_shapes() -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, annotated("a", None, office=False))
        put(store, annotated("b", date(2015, 1, 1)))
        links.update()
        assert validate(store).violations == 0


def test_any_history_ends_in_the_same_bytes() -> None:
    first, second = annotated("a", date(1995, 1, 1)), annotated("b", date(2015, 1, 1))
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, first)
        put(store, second)
        links.update()
        expected = dump(store)
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, second)
        links.update()
        put(store, annotated("c", date(2001, 1, 1)))
        links.update()
        put(store, replace(first, versions={"program": "0"}))
        links.update()
        put(store, first)
        store.withdraw(NamedNode(iri.document("c")))
        links.update()
        assert dump(store) == expected


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "s"
    with EmbeddedStore(folder) as store:
        put(store, annotated("a", date(2015, 1, 1)))
        with Links(store, folder) as links:
            assert links.update().counts["documents read"] == 1
        put(store, annotated("b", date(2015, 1, 1)))
        with Links(store, folder) as links:
            assert links.update().counts["documents read"] == 1
            assert links.update(anew=True).counts["documents read"] == 2


def test_linked_entities_are_enriched_with_their_source() -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, annotated("a", date(2015, 1, 1)))
        links.update()
        query = f"ASK {{ GRAPH <{iri.ENTITIES_GRAPH}> {{ %s }} }}"
        assert store.query(query % 'id:Russia dip:isoCode "RUS"')
        assert store.query(query % "id:Sergey_Lavrov dip:holds ?t . ?t dip:role dip:ForeignMinister ; dip:since ?since")
        assert store.query(query % "?r dcterms:subject id:Sergey_Lavrov ; dcterms:source ?source")
        store.withdraw(NamedNode(iri.document("a")))
        links.update()
        assert list(store.quads()) == []


def test_reading_a_document_again_keeps_what_linking_added() -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        for name in "ab":
            put(store, annotated(name, date(2015, 1, 1)))
        links.update()
        before = dump(store)
        for _ in range(2):
            put(store, annotated("a", date(2015, 1, 1)))
        assert dump(store) == before
        assert links.update().changed == 0
        # It goes with the last document that mentions the entity, offices and records with it.
        for name in "ab":
            assert list(store.quads(NamedNode(iri.ENTITIES_GRAPH)))
            store.withdraw(NamedNode(iri.document(name)))
        assert list(store.quads(NamedNode(iri.ENTITIES_GRAPH))) == []


def test_decisions_win_over_the_ranking(tmp_path: Path) -> None:
    folder, sheet = tmp_path / "s", tmp_path / "sheet.tsv"
    with EmbeddedStore(folder) as store, Links(store, folder) as links:
        put(store, annotated("a", None, office=False))
        links.update()
        count = review.write(sheet, review.rows(links, store))
    lines = sheet.read_text(encoding="utf-8").splitlines()
    assert count == len(lines) - 1 > 1
    chosen = next(line for line in lines if "\tQ118725\t" in line)
    assert TEXT[:20] in chosen  # the context helps to decide
    sheet.write_text("\n".join([lines[0], "yes" + chosen]) + "\n", encoding="utf-8")
    for _ in range(2):  # the second time there is nothing left to decide
        result = CliRunner().invoke(link, ["--store", str(folder), "--review", str(sheet)], catch_exceptions=False)
        assert result.exit_code == 0
    with EmbeddedStore(folder, read_only=True) as store:
        assert same_as(store, "الأسد") == {"Q118725"}
    assert len(sheet.read_text(encoding="utf-8").splitlines()) == 1
    kept = choices.read(folder)
    assert list(kept.verdicts.values()) == [("yes", "الأسد")]


def test_no_and_none_and_another_item(tmp_path: Path) -> None:
    document, entity = iri.document("a"), iri.entity("الأسد")
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, annotated("a", date(2015, 1, 1)))
        links.update()
        (decision,) = (one.decision for one in links.decisions() if one.entity == "الأسد")
        assert decision.item is not None

        def applied(item: str, verdict: str) -> tuple[str, str | None]:
            made = choices.Choices().with_verdict("*", entity, item, verdict).apply(decision, document, entity, {})
            return made.status, made.item.qid if made.item is not None else None

        assert applied("Q44329", "no")[1] is None
        assert applied("-", "none") == ("unknown", None)
        assert applied("Q987654321", "yes") == ("linked", "Q987654321")


@pytest.mark.parametrize("line", ["perhaps\t*\tX\tQ1", "yes\t*\thttps://w3id.org/sifara/id/x\tX1", "yes"])
def test_bad_decisions_are_refused(line: str) -> None:
    with pytest.raises(InputError, match="line 1 of"):
        choices.Choices.read([line])


@pytest.mark.parametrize("said", ["maybe", "Q12x", "Q0"])
def test_a_bad_spreadsheet_is_refused(tmp_path: Path, said: str) -> None:
    row = [said, iri.entity("x"), iri.document("a"), "x", "Person", "Q1", "", "", "", ""]
    file = tmp_path / "sheet.tsv"
    file.write_text("\t".join(review.HEADER) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=f"found '{said}' in line 2"):
        review.read(file, choices.Choices())


def test_choices_are_read_as_they_were_written(tmp_path: Path) -> None:
    kept = choices.Choices().with_verdict("*", iri.entity("x"), "Q1", "yes", "a\tnote\n")
    choices.write(tmp_path, kept)
    assert choices.read(tmp_path) == kept


def test_nothing_is_sent_without_online(tmp_path: Path, no_network: list[object]) -> None:
    folder = tmp_path / "s"
    with EmbeddedStore(folder) as store:
        put(store, annotated("a", None, office=False))
    assert CliRunner().invoke(link, ["--store", str(folder)], catch_exceptions=False).exit_code == 0
    for bad in (["--endpoint", "http://127.0.0.1:9/"], ["--online"]):
        with pytest.raises(InputError, match="without"):
            CliRunner().invoke(link, ["--store", str(folder), *bad], catch_exceptions=False)
    assert no_network == []
    with pytest.raises(AssertionError, match="a connection"):  # the guard guards
        socket.create_connection(("127.0.0.1", 9))
    no_network.clear()


def test_the_graph_of_links_is_its_own() -> None:
    assert GRAPH.value.endswith("graph/links")


def test_a_build_settles_who_is_meant() -> None:
    """A club is not its town, and a declaration not the capital it was made in, in mentions and events alike."""
    text = "وقّع الوزير سالم المنصوري بيانا مع جامعة القاهرة، ثم زار نادي ليفربول."
    entities = default_annotator().annotate(Document("x", text, date(2021, 5, 1))).entities.entities
    assert not {"Cairo", "Liverpool"} & set(entities)
    assert "جامعة_القاهرة" in entities


def test_what_is_likelier_than_not_stays() -> None:
    entities = default_annotator().annotate(Document("x", "وصل ترامب أمس.", date(2019, 5, 1))).entities.entities
    assert "Donald_Trump" in entities
