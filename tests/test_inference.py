"""What the ontology entails: written to a graph of its own, made anew, taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from handmade import annotated
from sifara import build as builder
from sifara.cli import cli
from sifara.commands.infer import infer as command
from sifara.graph import iri
from sifara.graph.inference import GRAPH, Rules
from sifara.graph.quads import all_quads
from sifara.graph.terms import TYPE, dip
from sifara.graph.vocabulary import EVENTS, SEM
from sifara.store import EmbeddedStore
from sifara.store.inferred import forget, infer
from synthetic import SyntheticPipeline, document, write


def store_of(*names: str, path: Path | None = None) -> EmbeddedStore:
    store = EmbeddedStore(path)
    for name in names:
        store.replace(NamedNode(iri.document(name)), all_quads(annotated(name)))
    return store


def node(name: str) -> NamedNode:
    return NamedNode(iri.entity(name))


def rules(turtle: str) -> Rules:
    prefixes = (
        "@prefix : <http://e/> . @prefix owl: <http://www.w3.org/2002/07/owl#> . "
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    )
    return Rules.of(quad.triple for quad in parse((prefixes + turtle).encode(), format=RdfFormat.TURTLE))


def follow(turtle: str, subject: str, predicate: str, value: str) -> set[tuple[str, str, str]]:
    def full(name: str) -> NamedNode:
        return TYPE if name == "a" else NamedNode("http://e/" + name)

    found = rules(turtle).follow(Triple(full(subject), full(predicate), full(value)))
    return {
        tuple("a" if term == TYPE else str(term)[len("<http://e/") : -1] for term in (t.subject, t.predicate, t.object))
        for t in found
    }  # type: ignore[misc]


def test_classes_of_classes() -> None:
    turtle = ":A rdfs:subClassOf :B . :B rdfs:subClassOf :C , [ owl:unionOf () ] . :C rdfs:subClassOf owl:Thing ."
    assert follow(turtle, "x", "a", "A") == {("x", "a", "B"), ("x", "a", "C")}
    assert follow(turtle, "x", "a", "C") == set()


def test_properties_of_properties() -> None:
    turtle = ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r ."
    assert follow(turtle, "x", "p", "y") == {("x", "q", "y"), ("x", "r", "y")}


def test_inverses_hold_both_ways() -> None:
    turtle = ":p owl:inverseOf :q ."
    assert follow(turtle, "x", "p", "y") == {("y", "q", "x")}
    assert follow(turtle, "x", "q", "y") == {("y", "p", "x")}


def test_symmetry_and_what_lies_above_it() -> None:
    turtle = ":p a owl:SymmetricProperty ; rdfs:subPropertyOf :q ."
    assert follow(turtle, "x", "p", "y") == {("y", "p", "x"), ("x", "q", "y"), ("y", "q", "x")}


def test_the_inverse_of_what_lies_above() -> None:
    turtle = ":p rdfs:subPropertyOf :q . :q owl:inverseOf :r . :r rdfs:subPropertyOf :s ."
    assert follow(turtle, "x", "p", "y") == {("x", "q", "y"), ("y", "r", "x"), ("y", "s", "x")}


def test_circles_end() -> None:
    assert follow(":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .", "x", "a", "A") == {("x", "a", "B")}
    assert follow(":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :p .", "x", "p", "y") == {("x", "q", "y")}


def test_nothing_is_said_of_literals() -> None:
    found = rules(":p owl:inverseOf :q ; rdfs:subPropertyOf :r .")
    triple = Triple(NamedNode("http://e/x"), NamedNode("http://e/p"), Literal("5"))
    assert [t.predicate.value for t in found.follow(triple)] == ["http://e/r"]


def test_every_direct_property_follows_from_the_ontology() -> None:
    known = Rules.of_ontology()
    for kind in EVENTS.values():
        if kind.direct is not None:
            entailed = {(name.value, turned) for name, turned in known.properties[dip(kind.direct).value]}
            assert (dip("interactedWith").value, False) in entailed
            if kind.symmetric:
                assert (dip(kind.direct).value, True) in entailed


def test_a_store_learns_what_its_graphs_entail() -> None:
    with store_of("a") as store:
        before = set(store.quads())
        done = infer(store)
        new = set(store.quads()) - before
        assert done.total == done.added == len(new) > 50
        assert {quad.graph_name for quad in new} == {GRAPH}
        assert Quad(node("Iceland"), dip("wasVisitedBy"), node("Sergey_Lavrov"), GRAPH) in new
        assert Quad(node("Iceland"), TYPE, NamedNode(SEM + "Place"), GRAPH) in new
        # Both directions of a symmetric property are asserted already, and not repeated.
        assert Quad(node("Sergey_Lavrov"), dip("met"), node("Antony_Blinken"), GRAPH) not in new
        assert not {quad.triple for quad in new} & {quad.triple for quad in before}


def test_doing_it_again_changes_nothing_and_forgetting_restores() -> None:
    with store_of("a", "b") as store:
        before = set(store.quads())
        first = infer(store)
        again = infer(store)
        assert (again.total, again.added, again.removed) == (first.total, 0, 0)
        assert forget(store) == first.total
        assert set(store.quads()) == before
        assert list(store.quads(GRAPH)) == []


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=5))
def test_inferences_depend_on_what_is_there_alone(history: list[tuple[str, bool]]) -> None:
    there: set[str] = set()
    with EmbeddedStore() as store:
        for name, add in history:
            if add:
                store.replace(NamedNode(iri.document(name)), all_quads(annotated(name)))
                there.add(name)
            else:
                store.withdraw(NamedNode(iri.document(name)))
                there.discard(name)
            infer(store)
        infer(store)
        with store_of(*sorted(there)) as fresh:
            infer(fresh)
            assert set(store.quads()) == set(fresh.quads())


def test_nothing_follows_from_what_is_set_aside_or_from_conclusions() -> None:
    aside = NamedNode(iri.ID + "graph/quarantine/a")
    with EmbeddedStore() as store:
        store.revise((), [Quad(node("Russia"), dip("visited"), node("Iceland"), aside)])
        store.revise((), [Quad(node("Russia"), dip("aided"), node("Iceland"), GRAPH)])
        assert infer(store).total == 0
        assert list(store.quads(GRAPH)) == []


def test_the_command(tmp_path: Path) -> None:
    store_of("a", path=tmp_path / "s").close()
    run = CliRunner().invoke(command, ["--store", str(tmp_path / "s")])
    assert run.exit_code == 0
    assert "inferences" in run.output
    with EmbeddedStore(tmp_path / "s", read_only=True) as store:
        assert bool(store.query("ASK { id:Iceland dip:wasVisitedBy id:Sergey_Lavrov }"))
    assert CliRunner().invoke(command, ["--store", str(tmp_path / "s"), "--forget"]).exit_code == 0
    with EmbeddedStore(tmp_path / "s", read_only=True) as store:
        assert not bool(store.query("ASK { id:Iceland dip:wasVisitedBy id:Sergey_Lavrov }"))


def test_a_store_with_inferences_keeps_them_in_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        builder.build, "__kwdefaults__", {**builder.build.__kwdefaults__, "annotator": SyntheticPipeline}
    )
    documents = [document(f"d{number:03}", number, 2, 5) for number in range(20)]
    news = tmp_path / "news.jsonl"

    def run(*words: str) -> None:
        result = CliRunner().invoke(cli, [*words])
        assert result.exit_code == 0, result.output

    def content(store: Path) -> set[Quad]:
        with EmbeddedStore(store, read_only=True) as graphs:
            return {quad for quad in graphs.quads() if not quad.graph_name.value.endswith("history")}  # type: ignore[union-attr]

    one, other = tmp_path / "one", tmp_path / "other"
    write(news, documents[:12])
    run("build", str(news), "--store", str(one), "--infer")
    assert any(quad.graph_name == GRAPH for quad in content(one))
    write(news, documents[4:])
    run("build", str(news), "--store", str(one), "--changed")
    run("withdraw", "d001", "d015", "--store", str(one))
    write(news, [d for d in documents if d.id not in ("d001", "d015")])
    run("build", str(news), "--store", str(other), "--infer")
    assert content(one) == content(other)
    # Without the option, a store gets none.
    run("build", str(news), "--store", str(tmp_path / "plain"))
    assert not any(quad.graph_name == GRAPH for quad in content(tmp_path / "plain"))
