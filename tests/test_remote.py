"""Remote stores, against real servers: what they hold in the end is what an embedded store holds."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, QueryTriples

from handmade import ENTITIES, EVENTS, TEXT, HandmadePipeline, annotated
from remote_servers import PASSWORD, oxigraph, running_oxigraph, running_virtuoso, virtuoso
from serving import TOKEN, running
from sifara.build import build
from sifara.commands.push import push as command
from sifara.errors import StoreError
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.graph.terms import XSD, dip
from sifara.linking.links import Links
from sifara.store import EmbeddedStore, Store
from sifara.store.failures import Refused, RemoteError, RemoteQueryError
from sifara.store.inferred import forget, infer
from sifara.store.push import push
from sifara.store.remote import RemoteStore, open_remote, open_store

ENTITIES_GRAPH = NamedNode(iri.ENTITIES_GRAPH)
UNLISTED = ENTITIES["سالم_المنصوري"]
DOCUMENTS = {
    "a": annotated("a"),
    "b": annotated("b", EVENTS[:2]),
    "c": annotated("c", EVENTS[2:], {**ENTITIES, "سالم_المنصوري": replace(UNLISTED, aliases=("المنصوري",))}),
    "a'": annotated(
        "a", EVENTS[3:5], {**ENTITIES, "Russia": replace(ENTITIES["Russia"], label_en="Russian Federation")}
    ),
}
WHO = {
    "virtuoso": {"SIFARA_STORE_USER": "dba", "SIFARA_STORE_PASSWORD": PASSWORD},
    "sifara": {"SIFARA_STORE_TOKEN": TOKEN},
}


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Run a server; yield its kind and its address."""
    kind = str(request.param)
    if (oxigraph if kind == "oxigraph" else virtuoso)() is None:
        pytest.skip(f"{kind} is not installed (Debian has virtuoso-opensource; the tests install oxigraph)")
    folder = tmp_path_factory.mktemp(kind)
    with (running_oxigraph if kind == "oxigraph" else running_virtuoso)(folder) as url:
        yield kind, url


def connect(server: tuple[str, str], way: str = "update", *, read_only: bool = False) -> RemoteStore:
    """Open the server so that it is written by one update, by PUT, or in batches through a graph aside."""
    kind, url = server
    small = None if way == "update" else 12_000
    store = open_remote(url, environment=WHO.get(kind, {}), largest_update=small, read_only=read_only)
    assert store.protocol.endpoints.product == kind
    if way == "batches":
        store.protocol.endpoints = replace(store.protocol.endpoints, graphs=None)
    return store


@pytest.fixture(params=["update", "put", "batches"])
def remote(server: tuple[str, str], request: pytest.FixtureRequest) -> RemoteStore:
    """Return an empty store, for each way to write."""
    store = connect(server, str(request.param))
    clear(store)
    return store


@pytest.fixture
def one(server: tuple[str, str]) -> RemoteStore:
    """Return an empty store."""
    store = connect(server)
    clear(store)
    return store


def clear(store: RemoteStore) -> None:
    for graph in store.graphs():
        store.protocol.update(f"DROP SILENT GRAPH {graph}")
    assert len(store) == 0


def node(name: str) -> NamedNode:
    return NamedNode(iri.document(name))


def put(store: Store, name: str) -> None:
    store.replace(node(name.removesuffix("'")), all_quads(DOCUMENTS[name]))


HISTORIES = ["a", "aa", "abc", "cab", "ab-a", "abc-a-b", "abc-a-b-c", "aa'", "aba'", "ab-aa", "a'c-c-a"]


@pytest.mark.parametrize("history", HISTORIES)
def test_histories_end_as_in_an_embedded_store(remote: RemoteStore, history: str) -> None:
    with EmbeddedStore() as local:
        for deed in re.findall(r"-?[a-z]'?", history):
            for store in (local, remote):
                if deed[0] == "-":
                    assert store.withdraw(node(deed[1:]))
                else:
                    put(store, deed)
        assert set(remote.quads()) == set(local.quads())
        assert remote.graphs() == local.graphs()
        assert len(remote) == len(local)


def test_what_is_not_there_cannot_be_withdrawn(one: RemoteStore) -> None:
    put(one, "a")
    assert not one.withdraw(node("none"))
    assert not one.withdraw(NamedNode(iri.ENTITIES_GRAPH))
    assert one.withdraw(node("a"))
    assert len(one) == 0


def test_quads_of_other_graphs_are_refused(one: RemoteStore) -> None:
    with pytest.raises(ValueError, match="doc/b"):
        one.replace(node("a"), [Quad(node("a"), dip("rule"), Literal("x"), node("b"))])
    assert len(one) == 0


def test_graphs_of_others_are_left_alone(one: RemoteStore) -> None:
    other = NamedNode("http://other.example/graph")
    one.protocol.update(f"INSERT DATA {{ GRAPH {other} {{ {other} {dip('mentions')} {NamedNode('http://e/x')} }} }}")
    put(one, "a")
    assert one.withdraw(node("a"))
    assert other not in one.graphs()
    assert len(one) == 0
    assert len(list(one.quads(other))) == 1
    one.protocol.update(f"DROP SILENT GRAPH {other}")


LITERALS = [
    *(Literal("قال \"نعم\"\n\\ 'x'\t{}"), Literal("نص", language="ar"), Literal("نص", language="en"), Literal("𐎀🕊")),
    *(Literal(value, datatype=NamedNode(XSD + kind)) for value, kind in (("12", "integer"), ("0.9", "decimal"))),
    *(Literal(value, datatype=NamedNode(XSD + kind)) for value, kind in (("1", "decimal"), ("true", "boolean"))),
    *(
        Literal(value, datatype=NamedNode(XSD + kind))
        for value, kind in (("2021-05-19", "date"), ("2021-05", "gYearMonth"))
    ),
    *(Literal(value, datatype=NamedNode(XSD + kind)) for value, kind in (("2021", "gYear"), ("P5Y", "duration"))),
    Literal("2021-05-19T10:00:00Z", datatype=NamedNode(XSD + "dateTime")),
]


@pytest.mark.parametrize("literal", LITERALS, ids=str)
def test_literals_come_back(remote: RemoteStore, literal: Literal) -> None:
    quad = Quad(node("a"), dip("content"), literal, node("a"))
    remote.replace(node("a"), [quad])
    assert set(remote.quads()) == {quad}


def test_revise_and_the_questions_of_a_store(remote: RemoteStore) -> None:
    graph = NamedNode(iri.EVENTS_GRAPH)
    first = [Quad(node(str(n)), dip("content"), Literal("كلام " * 20), graph) for n in range(60)]
    second = [Quad(node(str(n)), dip("content"), Literal("غيره"), graph) for n in range(30, 90)]
    remote.revise((), first)
    assert set(remote.quads(graph)) == set(first)
    remote.revise(first[30:], second)
    assert set(remote.quads(graph)) == {*first[:30], *second}
    remote.revise((), ())
    assert remote.holds(first[0])
    assert not remote.holds(first[40])
    remote.replace(node("a"), all_quads(DOCUMENTS["a"]))
    russia = NamedNode(iri.entity("Russia"))
    with EmbeddedStore() as local:
        put(local, "a")
        assert set(remote.about(russia)) == set(local.about(russia))


def test_a_large_change_of_one_graph_is_one_step(one: RemoteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a graph that is made from all documents, nobody sees a half, and a broken connection leaves none."""
    graph = NamedNode(iri.EVENTS_GRAPH)
    first, second = (
        {Quad(node(str(n)), dip("content"), Literal(f"كلام {word} " * 20), graph) for n in range(300)} for word in "ab"
    )
    one.revise((), first)
    one._largest = 20_000
    asked: list[int] = []
    send = one.protocol.update

    def watched(text: str) -> None:
        asked.append(len({*one.quads(graph)} & first) + len({*one.quads(graph)} & second))
        send(text)

    monkeypatch.setattr(one.protocol, "update", watched)
    one.revise(first, second)
    assert set(one.quads(graph)) == second
    assert set(asked) <= {300}


def test_what_linking_added_stays_and_goes_with_its_entity(remote: RemoteStore) -> None:
    with EmbeddedStore() as local, Links(local, None) as links:
        for name in "ab":
            put(local, name)
        links.update()
        list(push(local, remote, delete=True))
        for history in ("a", "a'", "-a", "-b"):
            for store in (local, remote):
                if history[0] == "-":
                    store.withdraw(node(history[1:]))
                else:
                    put(store, history)
            assert set(remote.quads(ENTITIES_GRAPH)) == set(local.quads(ENTITIES_GRAPH))
        assert not set(local.quads(ENTITIES_GRAPH))


def test_queries_of_all_kinds(one: RemoteStore) -> None:
    for name in "ab":
        put(one, name)
    assert bool(one.query("ASK { id:Antony_Blinken dip:met id:Sergey_Lavrov }"))
    assert not bool(one.query("ASK { id:Antony_Blinken dip:met id:Iceland }"))
    rows = one.query('SELECT DISTINCT ?x { ?x rdfs:label "روسيا"@ar }')
    assert isinstance(rows, QuerySolutions)
    assert [row["x"] for row in rows] == [NamedNode(iri.entity("Russia"))]
    triples = one.query("CONSTRUCT { ?a dip:met ?b } WHERE { ?a dip:met ?b }")
    assert isinstance(triples, QueryTriples)
    assert len(set(triples)) == 2
    many = " ".join(f'"{n} كلمات"' for n in range(500))
    rows = one.query(f'SELECT DISTINCT ?l {{ VALUES ?l {{ {many} "روسيا"@ar }} ?x rdfs:label ?l }}')
    assert isinstance(rows, QuerySolutions)
    assert [row["l"].value for row in rows] == ["روسيا"]


def test_errors_carry_the_words_of_the_server(one: RemoteStore, server: tuple[str, str]) -> None:
    with pytest.raises(RemoteQueryError) as caught:
        one.query("SELECT * WHERE { ?s nonsense")
    assert len(caught.value.said) > 10
    assert "\n" not in str(caught.value)
    with pytest.raises(RemoteError, match="400"):
        one.protocol.update("INSERT nonsense")


def test_wrong_passwords_are_refused(server: tuple[str, str]) -> None:
    kind, url = server
    if kind == "oxigraph":
        pytest.skip("oxigraph asks nobody who he is")
    wrong = {name: value if name == "SIFARA_STORE_USER" else "not-the-password" for name, value in WHO[kind].items()}
    for environment in ({}, wrong):
        store = open_remote(url, environment=environment)
        with pytest.raises((Refused, RemoteError)) as caught:
            put(store, "a")
        assert "not-the-password" not in str(caught.value)


def test_a_store_for_reading_is_not_written(server: tuple[str, str]) -> None:
    store = connect(server, read_only=True)
    for deed in (lambda: put(store, "a"), lambda: store.put(node("a"), ()), lambda: store.revise((), list(QUADS))):
        with pytest.raises(StoreError, match="reading only"):
            deed()


QUADS = (Quad(node("a"), dip("content"), Literal("x"), node("a")),)


@pytest.mark.parametrize("way", ["update", "put", "batches"])
def test_readers_never_see_half_a_document(server: tuple[str, str], way: str) -> None:
    store, reader = connect(server, way), connect(server)
    clear(store)
    sizes = {name: sum(quad.graph_name == node("a") for quad in all_quads(DOCUMENTS[name])) for name in ("a", "a'")}
    put(store, "a")
    seen: set[int] = set()
    done = threading.Event()
    trouble: list[Exception] = []

    def look() -> None:
        while not done.is_set():
            try:
                seen.add(len(list(reader.quads(node("a")))))
            except Exception as error:
                trouble.append(error)
                return

    thread = threading.Thread(target=look)
    thread.start()
    for _ in range(4):
        for name in ("a'", "a"):
            put(store, name)
    done.set()
    thread.join()
    assert trouble == []
    assert seen
    assert seen <= set(sizes.values())


def test_a_build_into_a_server(one: RemoteStore, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    inputs = [str(tmp_path)]
    with EmbeddedStore() as local:
        assert len(list(build(inputs, local, annotator=HandmadePipeline))) == 2
        assert len(list(build(inputs, one, annotator=HandmadePipeline))) == 2
        assert set(one.quads()) == set(local.quads())
        assert all(result.unchanged for result in build(inputs, one, annotator=HandmadePipeline, changed=True))  # type: ignore[union-attr]


def test_inferences_in_a_server(one: RemoteStore) -> None:
    put(one, "a")
    before = set(one.quads())
    done = infer(one)
    assert done.total > 50
    again = infer(one)
    assert (again.added, again.removed) == (0, 0)
    assert bool(one.query("ASK { id:Iceland dip:wasVisitedBy id:Sergey_Lavrov }"))
    assert forget(one) == done.total
    assert set(one.quads()) == before


def test_a_store_is_pushed(remote: RemoteStore) -> None:
    put(remote, "b")
    with EmbeddedStore() as local:
        for name in "ac":
            put(local, name)
        assert list(push(local, remote)) == local.graphs()
        assert node("b") in remote.graphs()
        assert set(remote.quads(node("a"))) == set(local.quads(node("a")))
        list(push(local, remote, delete=True))
        assert set(remote.quads()) == set(local.quads())


def test_the_command_pushes(
    one: RemoteStore, server: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in WHO.get(server[0], {}).items():
        monkeypatch.setenv(name, value)
    with EmbeddedStore(tmp_path / "s") as local:
        put(local, "a")
        expected = set(local.quads())
    run = CliRunner().invoke(command, ["--store", str(tmp_path / "s"), "--to", f"{server[0]}+{server[1]}"])
    assert run.exit_code == 0, run.output
    assert PASSWORD not in run.output
    assert set(one.quads()) == expected


def test_the_choice_of_a_store(server: tuple[str, str], tmp_path: Path) -> None:
    with open_store(tmp_path / "s") as local:
        assert isinstance(local, EmbeddedStore)
    with open_store(server[1]) as there:
        assert isinstance(there, RemoteStore)


def test_dumps_are_alike(one: RemoteStore, server: tuple[str, str]) -> None:
    def dump(store: Store, form: str) -> bytes:
        file = io.BytesIO()
        store.dump(file, form)
        return file.getvalue()

    with EmbeddedStore() as local:
        for store in (local, one):
            put(store, "a")
        assert dump(one, "nq") == dump(local, "nq")
        assert dump(one, "trig") == dump(local, "trig")
    with pytest.raises(ValueError, match="'ttl'"):
        dump(one, "ttl")


def test_the_own_server_is_a_store_too(tmp_path: Path) -> None:
    EmbeddedStore(tmp_path / "s").close()
    with running(tmp_path / "s", update=True) as own, EmbeddedStore() as local:
        for way in ("update", "put"):
            store = connect(("sifara", f"sifara+{own.url}"), way)
            for name in ("a", "b", "a'"):
                put(store, name)
                put(local, name)
            assert store.withdraw(node("b"))
            assert local.withdraw(node("b"))
            assert set(store.quads()) == set(local.quads())
        with pytest.raises(RemoteError):
            put(open_remote(f"sifara+{own.url}", environment={}), "b")
