"""Exports: files of RDF say what the store says, tables and networks can be read by those they are for."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from click.testing import CliRunner
from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    parse,
)

from handmade import EVENTS, annotated
from sifara.commands.export import export as command
from sifara.errors import InputError
from sifara.graph import iri
from sifara.graph.exports import FORMATS, export
from sifara.graph.exports.model import days
from sifara.graph.exports.rdf import file_name
from sifara.graph.exports.tables import COLUMNS, safe
from sifara.graph.quads import all_quads
from sifara.graph.terms import XSD, dip
from sifara.store import EmbeddedStore
from sifara.store.history import Run

WICKED = 'م"ن =1+1\t\\ \u202e<b>\n\u0007'


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    """Return a store of two documents and one with a wicked name, and a history that no export tells."""
    made = EmbeddedStore()
    for name, events in (("talks", EVENTS), ("أخبار/2021 <1>", EVENTS[:2])):
        made.replace(NamedNode(iri.document(name)), all_quads(annotated(name, events)))
    wicked = NamedNode(iri.document("wicked"))
    title = NamedNode("http://purl.org/dc/terms/title")
    made.replace(wicked, [Quad(wicked, title, Literal(WICKED, language="ar"), wicked)])
    Run("build").record(made)
    return made


def said(store: EmbeddedStore) -> set[Quad]:
    return {quad for quad in store.quads() if not str(quad.graph_name).endswith("graph/history>")}


def canonical(quads: object) -> str:
    dataset = Dataset(quads)  # type: ignore[arg-type]
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return str(sorted(map(str, dataset)))


def written(store: EmbeddedStore, form: str, tmp_path: Path) -> Path:
    out = tmp_path / f"out.{form}"
    assert export(store, form, out) > 0
    return out


@pytest.mark.parametrize(
    ("form", "syntax"), [("nq", RdfFormat.N_QUADS), ("trig", RdfFormat.TRIG), ("jsonld", RdfFormat.JSON_LD)]
)
def test_all_graphs_come_back(store: EmbeddedStore, form: str, syntax: RdfFormat, tmp_path: Path) -> None:
    out = written(store, form, tmp_path)
    assert canonical(parse(path=str(out), format=syntax)) == canonical(said(store))


def test_turtle_comes_back_graph_by_graph(store: EmbeddedStore, tmp_path: Path) -> None:
    out = written(store, "ttl", tmp_path)
    found = set()
    lines = (out / "graphs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for line in lines:
        name, graph = line.split("\t")
        for quad in parse(path=str(out / name), format=RdfFormat.TURTLE):
            assert quad.graph_name == DefaultGraph()
            found.add(Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph)))
    assert canonical(found) == canonical(said(store))
    assert len(lines) == len(list(out.rglob("*.ttl")))


def test_rdflib_reads_jsonld_and_trig_alike(store: EmbeddedStore, tmp_path: Path) -> None:
    by_json, by_trig = rdflib.Dataset(), rdflib.Dataset()
    by_json.parse(written(store, "jsonld", tmp_path), format="json-ld")
    by_trig.parse(written(store, "trig", tmp_path), format="trig")

    def quads(found: rdflib.Dataset) -> set[tuple[str, ...]]:
        return {tuple(term.n3() if hasattr(term, "n3") else str(term) for term in quad) for quad in found.quads()}

    assert len(quads(by_trig)) == len(said(store))
    assert quads(by_json) == quads(by_trig)


def test_jsonld_uses_the_names_of_the_context(store: EmbeddedStore, tmp_path: Path) -> None:
    document = json.loads(written(store, "jsonld", tmp_path).read_text(encoding="utf-8"))
    (graph,) = [graph for graph in document["@graph"] if graph["@id"] == "id:doc/talks"]
    nodes = {node["@id"]: node for node in graph["@graph"]}
    (meeting,) = [node for node in nodes.values() if "Meeting" in node.get("@type", ())]
    assert meeting["status"] == "Actual"
    assert sorted(meeting["participant"]) == ["id:Antony_Blinken", "id:Sergey_Lavrov"]
    assert meeting["dip:date"] == {"@value": "2021-05-19", "@type": "xsd:date"}  # the term would make a string of it
    assert nodes["id:Antony_Blinken"]["met"] == "id:Sergey_Lavrov"
    (known,) = [graph for graph in document["@graph"] if graph["@id"] == "id:graph/entities"]
    (russia,) = [node for node in known["@graph"] if node["@id"] == "id:Russia"]
    assert russia["label"] == {"ar": "روسيا", "en": "Russia"}


def test_every_kind_of_value_survives_jsonld(tmp_path: Path) -> None:
    graph = NamedNode(iri.document("x"))
    values = [
        *(
            Literal("a"),
            Literal("a", language="ar"),
            Literal("a", language="en"),
            Literal("2021", datatype=_xsd("gYear")),
        ),
        *(Literal("01", datatype=_xsd("integer")), Literal("true", datatype=_xsd("boolean")), Literal("1")),
        *(Literal("0.50", datatype=_xsd("decimal")), Literal("1", datatype=_xsd("boolean")), Literal("")),
        *(NamedNode("http://e/x"), NamedNode(iri.DIP + "met"), NamedNode(iri.DIP + "Actual"), dip("Meeting")),
    ]
    names = ("label", "altLabel", "content", "date", "status", "confidence", "listed", "beginIndex", "frame", "country")
    spaces = {"label": "http://www.w3.org/2000/01/rdf-schema#", "altLabel": "http://www.w3.org/2004/02/skos/core#"}
    predicates = [NamedNode(spaces.get(name, iri.DIP) + name) for name in names]
    with EmbeddedStore() as store:
        store.replace(graph, [Quad(graph, predicate, value, graph) for predicate in predicates for value in values])
        expected = set(store.quads())
        out = written(store, "jsonld", tmp_path)
    assert set(parse(path=str(out), format=RdfFormat.JSON_LD)) == expected


def _xsd(name: str) -> NamedNode:
    return NamedNode(XSD + name)


def test_direct_triples_carry_their_dates_and_evidence(store: EmbeddedStore, tmp_path: Path) -> None:
    out = written(store, "annotated", tmp_path)
    assert "~ <event/" in out.read_text(encoding="utf-8")
    found = Store()
    found.bulk_load(path=str(out), format=RdfFormat.TRIG)
    rows = list(
        found.query(
            "PREFIX dip: <https://w3id.org/sifara/ontology#> PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/"
            "ontologies/nif-core#> SELECT DISTINCT ?b ?date ?words WHERE { <https://w3id.org/sifara/id/Antony_Blinken> "
            "dip:met ?b {| dip:date ?date ; dip:evidence ?e |} . ?e nif:sentence/nif:anchorOf ?words }",
            use_default_graph_as_union=True,
        )
    )
    assert [(row["b"].value, row["date"].value) for row in rows] == [(iri.entity("Sergey_Lavrov"), "2021-05-19")]
    assert rows[0]["words"].value.startswith("التقى وزير الخارجية")


def test_no_direct_triple_is_lost_or_made_up(store: EmbeddedStore, tmp_path: Path) -> None:
    out = written(store, "annotated", tmp_path)
    quads = set(parse(path=str(out), format=RdfFormat.TRIG))
    direct = {
        q for q in said(store) if q.predicate in {dip(n) for n in ("met", "accused", "visited", "sanctioned", "phoned")}
    }
    assert direct <= quads
    reifies = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies")
    annotated_triples = {(q.object, q.graph_name) for q in quads if q.predicate == reifies}
    assert {(q.triple, q.graph_name) for q in direct} == annotated_triples
    made_up = {q for q in quads if q.predicate != reifies and q.graph_name != DefaultGraph()} - said(store)
    assert made_up == set()


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_the_table_of_events(store: EmbeddedStore, tmp_path: Path) -> None:
    out = written(store, "csv", tmp_path)
    assert out.read_bytes().startswith(b"\xef\xbb\xbfevent,")
    assert out.read_bytes().count(b"\r\n") == out.read_bytes().count(b"\n")
    found = rows(out)
    assert tuple(found[0]) == COLUMNS
    assert len(found) == len(EVENTS) + 2
    (meeting,) = [row for row in found if row["class"] == "Meeting" and row["document"] == "talks"]
    assert meeting["class_ar"] == "لقاء"
    assert meeting["participant_ar"] == "أنتوني بلينكن | سيرغي لافروف"
    assert meeting["participant_en"] == "Antony Blinken | Sergey Lavrov"
    assert (meeting["date"], meeting["date_basis"], meeting["status"]) == ("2021-05-19", "Inferred", "Actual")
    assert meeting["trigger"] == "التقى"
    assert meeting["sentence"].startswith("التقى وزير")
    (call,) = [row for row in found if row["class"] == "PhoneCall"]
    assert "سالم المنصوري" in call["participant_en"]  # who has no English name is not left out


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "+cmd|' /C calc'!A0"]
)
def test_formulas_are_words(cell: str) -> None:
    assert safe(cell).startswith("'")


def test_other_cells_are_left_alone() -> None:
    for cell in ("2021-05-19", "لقاء", "a = b", "P5Y", ""):
        assert safe(cell) == cell


def test_the_network_in_both_formats(store: EmbeddedStore, tmp_path: Path) -> None:
    by_graphml = nx.read_graphml(written(store, "graphml", tmp_path), force_multigraph=True)
    by_gexf = nx.read_gexf(written(store, "gexf", tmp_path))
    assert set(by_graphml) == set(by_gexf)
    assert by_graphml.number_of_edges() == by_gexf.number_of_edges() == 8
    assert by_graphml.nodes["Russia"]["label"] == "روسيا"
    assert by_gexf.nodes["Russia"]["label"] == "روسيا"
    assert by_gexf.nodes["Russia"]["kind"] == "Country"
    found = [d for a, b, d in by_gexf.edges(data=True) if (a, b) == ("United_States", "Russia")]
    assert [(d["kind"], d["start"], d["end"], d["year"]) for d in found] == [
        ("Sanction", "2021-04-01", "2021-04-30", 2021)
    ]
    (extension,) = [d for _, _, d in by_graphml.edges(data=True) if d["kind"] == "Extension"]
    assert extension["status"] == "Planned"
    assert "start" not in extension  # it has no date


def test_networks_hold_what_xml_cannot() -> None:
    from sifara.graph.exports.networks import _text

    assert _text("a\u0007b\ud800\uffff") == "a\ufffdb\ufffd\ufffd"


def test_tables_for_neo4j(store: EmbeddedStore, tmp_path: Path) -> None:
    out = written(store, "neo4j", tmp_path)
    tables = {path.stem: rows(path) for path in out.glob("*.csv")}
    assert set(tables) == {"entities", "documents", "events", "roles", "reported", "dealings"}
    ids = {name: {row[f"id:ID({kind})"] for row in tables[name]} for name, kind in _NODES.items()}
    assert all(len(ids[name]) == len(tables[name]) for name in ids)
    for name, (start, end) in _EDGES.items():
        for row in tables[name]:
            assert row[f":START_ID({_NODES[start]})"] in ids[start]
            assert row[f":END_ID({_NODES[end]})"] in ids[end]
    (meeting,) = [
        r for r in tables["events"] if r["class"] == "Meeting" and r["start:date"] and "talks" in _home(tables, r)
    ]
    assert meeting[":LABEL"] == "Meeting;Event"
    assert date.fromisoformat(meeting["start:date"]) == date(2021, 5, 19)
    assert {row[":TYPE"] for row in tables["dealings"]} >= {"MEETING", "PHONE_CALL"}
    assert all("\n" not in cell for table in tables.values() for row in table for cell in row.values())


_NODES = {"entities": "Entity", "documents": "Document", "events": "Event"}
_EDGES = {"roles": ("events", "entities"), "reported": ("events", "documents"), "dealings": ("entities", "entities")}


def _home(tables: dict[str, list[dict[str, str]]], event: dict[str, str]) -> str:
    (home,) = [r[":END_ID(Document)"] for r in tables["reported"] if r[":START_ID(Event)"] == event["id:ID(Event)"]]
    return home


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_exports_are_the_same_each_time(store: EmbeddedStore, form: str, tmp_path: Path) -> None:
    def content(path: Path) -> list[tuple[str, bytes]]:
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        return [(file.name, file.read_bytes()) for file in files if file.is_file()]

    first = content(written(store, form, tmp_path))
    with EmbeddedStore() as other:  # another order of writing
        other.revise((), sorted(store.quads(), key=str, reverse=True))
        assert content(written(other, form, tmp_path)) == first
    assert b"graph/history" not in b"".join(data for _, data in first)
    assert not list(tmp_path.glob("*.part"))


def test_files_have_names_that_file_systems_take() -> None:
    graphs = [NamedNode(iri.document(name)) for name in ("a/../b", "A", "a", "س" * 200, ".hidden", "a b", "a_b")]
    names = [file_name(graph) for graph in graphs]
    assert len({name.lower() for name in names}) == len(graphs)
    for name in names:
        parts = name.split("/")
        assert len(parts) == 2
        assert ".." not in parts
        assert not parts[1].startswith(".")
        assert len(parts[1].encode()) < 256


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-07-04", ("2023-07-04", "2023-07-04")),
        ("", ("", "")),
    ],
)
def test_days_of_a_date(day: str, expected: tuple[str, str]) -> None:
    assert days(day) == expected


def test_what_is_there_is_not_lost(store: EmbeddedStore, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(InputError, match="was not made by an export"):
        export(store, "ttl", tmp_path / "mine")
    with pytest.raises(InputError, match="is a folder"):
        export(store, "nq", tmp_path / "mine")
    with pytest.raises(InputError, match="cannot be written"):
        export(store, "nq", tmp_path / "none" / "x.nq")
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "dear"
    export(store, "neo4j", tmp_path / "new")
    export(store, "neo4j", tmp_path / "new")  # its own work may be replaced


def test_the_command(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "s") as store:
        store.replace(NamedNode(iri.document("talks")), all_quads(annotated()))
    out = tmp_path / "events.csv"
    run = CliRunner().invoke(command, ["--store", str(tmp_path / "s"), "--format", "csv", "--out", str(out)])
    assert run.exit_code == 0, run.output
    assert len(rows(out)) == len(EVENTS)


def test_the_command_offers_every_format() -> None:
    (option,) = [param for param in command.params if param.name == "form"]
    assert tuple(option.type.choices) == tuple(FORMATS)  # type: ignore[attr-defined]
    for name in FORMATS:
        assert f"\n    {name} " in CliRunner().invoke(command, ["--help"]).output.replace("\n  ", "\n    ")
