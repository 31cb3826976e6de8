"""The embedded store: replacing and withdrawing documents, in any order, any number of times."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from handmade import ENTITIES, EVENTS, annotated
from sifara.document import Annotated
from sifara.errors import QueryError, StoreError
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.store import EmbeddedStore, Store, snapshot

UNLISTED = ENTITIES["سالم_المنصوري"]
# Documents that share entities, but not what they call them.
DOCUMENTS = {
    "a": annotated("a"),
    "b": annotated("b", EVENTS[:2]),
    "c": annotated("c", EVENTS[2:], {**ENTITIES, "سالم_المنصوري": replace(UNLISTED, aliases=("المنصوري",))}),
}


def node(name: str) -> NamedNode:
    return NamedNode(iri.document(name))


def put(store: Store, name: str, document: Annotated | None = None) -> None:
    store.replace(node(name), all_quads(document or DOCUMENTS[name]))


def dump(store: Store, form: str = "nq") -> bytes:
    file = io.BytesIO()
    store.dump(file, form)
    return file.getvalue()


def built(names: Iterable[str]) -> bytes:
    with EmbeddedStore() as store:
        for name in names:
            put(store, name)
        return dump(store)


def test_building_twice_adds_nothing() -> None:
    assert built("aa") == built("a")
    assert built("abcabc") == built("abc")


def test_order_does_not_matter() -> None:
    assert len({built(order) for order in ("abc", "cba", "bca")}) == 1


def test_a_document_read_again_replaces_its_graph() -> None:
    with EmbeddedStore() as store:
        put(store, "a", DOCUMENTS["a"])
        put(store, "b")
        changed = annotated("a", EVENTS[2:3])
        put(store, "a", changed)
        after = dump(store)
    with EmbeddedStore() as fresh:
        put(fresh, "b")
        put(fresh, "a", changed)
        assert dump(fresh) == after


def test_better_knowledge_replaces_a_description() -> None:
    russia = replace(ENTITIES["Russia"], label_en="Russian Federation")
    with EmbeddedStore() as store:
        for name in "ab":
            put(store, name)
        put(store, "a", annotated("a", entities={**ENTITIES, "Russia": russia}))
        labels = [quad.object.value for quad in store.quads() if quad.subject.value == iri.entity("Russia")]
        assert "Russian Federation" in labels
        assert "Russia" not in labels


def test_descriptions_go_with_the_last_document_that_mentions_them() -> None:
    iceland = iri.entity("Iceland").encode()
    with EmbeddedStore() as store:
        for name in "ab":  # only a tells of the visit to Iceland
            put(store, name)
        assert b"<%s> <http://www.w3.org/2000/01/rdf-schema#label>" % iceland in dump(store)
        put(store, "a", annotated("a", EVENTS[:1]))
        assert b"<%s> <http://www.w3.org/2000/01/rdf-schema#label>" % iceland not in dump(store)


def test_a_withdrawn_document_leaves_nothing() -> None:
    with EmbeddedStore() as store:
        for name in "abc":
            put(store, name)
        assert '"المنصوري"@ar'.encode() in dump(store)
        assert store.withdraw(node("c"))
        assert dump(store) == built("ab")
        assert '"المنصوري"@ar'.encode() not in dump(store)
        assert not store.withdraw(node("c"))
        assert node("c") not in store.graphs()
        assert store.withdraw(node("a"))
        assert store.withdraw(node("b"))
        assert len(store) == 0


deeds = st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=8)


@settings(max_examples=25, deadline=None)
@given(deeds)
def test_any_history_ends_like_a_fresh_build(history: list[tuple[str, bool]]) -> None:
    there: set[str] = set()
    with EmbeddedStore() as store:
        for name, add in history:
            if add:
                put(store, name)
                there.add(name)
            else:
                store.withdraw(node(name))
                there.discard(name)
        assert dump(store) == built(sorted(there))


def test_a_replacement_is_one_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with EmbeddedStore(tmp_path / "s") as store:
        put(store, "a")
        before = dump(store)
        steps: list[str] = []
        monkeypatch.setattr(EmbeddedStore, "_update", lambda self, text: steps.append(text))
        put(store, "a", annotated("a", EVENTS[2:3]))
        assert len(steps) == 1
        assert "DELETE DATA" in steps[0]
        assert "INSERT DATA" in steps[0]
        assert dump(store) == before


def test_quads_of_other_graphs_are_refused() -> None:
    stranger = Quad(node("a"), NamedNode(iri.DIP + "rule"), Literal("x"), node("b"))
    with EmbeddedStore() as store:
        with pytest.raises(ValueError, match="doc/b"):
            store.replace(node("a"), [stranger])
        assert len(store) == 0


def test_the_graph_of_entities_cannot_be_withdrawn() -> None:
    with EmbeddedStore() as store:
        put(store, "a")
        assert not store.withdraw(NamedNode(iri.ENTITIES_GRAPH))
        assert dump(store) == built("a")


def test_the_store_lasts(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "s") as store:
        put(store, "a")
    with EmbeddedStore(tmp_path / "s", read_only=True) as store:
        assert dump(store) == built("a")
        assert store.graphs() == sorted([node("a"), NamedNode(iri.ENTITIES_GRAPH)], key=lambda graph: graph.value)
        assert bool(store.query("ASK { id:Antony_Blinken dip:met id:Sergey_Lavrov }"))


def test_trig_and_nquads_of_a_store_say_the_same() -> None:
    with EmbeddedStore() as store:
        put(store, "a")
        assert dump(store, "trig").startswith(b"@base")
        with pytest.raises(ValueError, match="'ttl'"):
            store.dump(io.BytesIO(), "ttl")


def test_a_store_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="sifara build"):
        EmbeddedStore(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(StoreError, match="holds other things"):
        EmbeddedStore(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_in_use_says_so(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "s"), pytest.raises(StoreError, match="in use"):
        EmbeddedStore(tmp_path / "s")
    EmbeddedStore(tmp_path / "s").close()


def test_a_file_tidied_away_by_a_writer_is_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    said = ["Corruption: While open a file: /s/000014.sst: No such file or directory", "", "Corruption: block checksum"]
    tries: list[str] = []

    class Opening:
        @staticmethod
        def read_only(path: str) -> str:
            tries.append(path)
            if problem := said.pop(0):
                raise RuntimeError(problem)
            return "open"

    monkeypatch.setattr(snapshot, "pyoxigraph", SimpleNamespace(Store=Opening))
    assert snapshot.open_snapshot(Path("s")) == "open"
    assert tries == ["s", "s"]
    with pytest.raises(OSError, match="checksum"):
        snapshot.open_snapshot(Path("s"))
    assert len(tries) == 3


def test_a_bad_query_is_one_line() -> None:
    with EmbeddedStore() as store, pytest.raises(QueryError, match="not a SPARQL query") as caught:
        store.query("SELECT *\nWHERE { ?s ?p")
    assert "\n" not in str(caught.value)


def test_no_empty_graph_is_left() -> None:
    graph = NamedNode(iri.EVENTS_GRAPH)
    one, other = (Quad(node(name), NamedNode("http://example.org/p"), Literal("x"), graph) for name in "ab")
    with EmbeddedStore() as store:
        put(store, "a")
        store.revise((), [one])
        store.revise([one], [other])
        assert graph in store.graphs()
        store.revise([other], ())
        assert store.graphs() == sorted({node("a"), NamedNode(iri.ENTITIES_GRAPH)}, key=lambda g: g.value)
        store.withdraw(node("a"))
        assert store.graphs() == []
