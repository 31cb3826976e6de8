"""The SPARQL endpoint and the graph store, by HTTP: formats, limits, time-outs, clients that leave, who may write."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from serving import TOKEN, Running, make_store, running, until

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
TRIPLE = "CONSTRUCT { <x:s> <x:p> 'é\u0639' } {}"
GRAPH = quote("https://w3id.org/sifara/id/doc/talks", safe="")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(make_store(tmp_path_factory.mktemp("sparql") / "store"), "--timeout", "2") as found:
        yield found


@pytest.fixture
def writable(tmp_path: Path) -> Iterator[Running]:
    with running(make_store(tmp_path / "store"), update=True) as found:
        yield found


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("application/json", "application/json"),
    ],
)
def test_formats_of_rows(server: Running, accept: str, media: str) -> None:
    answer = server.ask("SELECT ?x { VALUES ?x { 'سفارة' } }", accept=accept)
    assert (answer.status, answer.media) == (200, media)
    assert "سفارة" in answer.body.decode()
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "media",
    [
        "text/turtle",
        "application/n-triples",
        "application/trig",
        "application/n-quads",
        "application/rdf+xml",
        "application/ld+json",
    ],
)
def test_formats_of_triples(server: Running, media: str) -> None:
    import pyoxigraph

    answer = server.ask(TRIPLE, accept=media)
    assert (answer.status, answer.media) == (200, media)
    form = pyoxigraph.RdfFormat.from_media_type(media)
    assert form is not None
    [quad] = pyoxigraph.parse(answer.body, format=form)
    assert quad.object.value == "é\u0639"  # type: ignore[union-attr]
    graph = server.send("GET", f"/graph?graph={GRAPH}", accept=media)
    assert (graph.status, graph.media) == (200, media)
    assert len(list(pyoxigraph.parse(graph.body, format=form))) > 300


def test_no_format_fits(server: Running) -> None:
    answer = server.ask("SELECT * { ?s ?p ?o } LIMIT 1", accept="image/png")
    assert (answer.status, answer.media) == (406, "application/problem+json")


def test_the_default_graph_is_the_union_unless_a_dataset_is_named(server: Running) -> None:
    count = "SELECT (COUNT(*) AS ?n) {0} {{ ?s a dip:Event }}"

    def number(query: str, path: str = "/sparql") -> int:
        answer = server.send("POST", path, query, content_type="application/sparql-query")
        return int(answer.json["results"]["bindings"][0]["n"]["value"])

    assert number(count.format("")) == 16
    assert number(count.format("FROM <https://w3id.org/sifara/id/doc/talks>")) == 7
    assert number(count.format(""), f"/sparql?default-graph-uri={GRAPH}") == 7
    assert number(count.format(""), "/sparql?named-graph-uri=x:none") == 0


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/sparql?query=SELECT", None, {}, 400),
        ("GET", "/sparql?query=%ff", None, {}, 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", None, {}, 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=x:a%3E%20%7B", None, {}, 400),
        ("GET", "/sparql?quary=ASK%7B%7D", None, {}, 400),
        ("POST", "/sparql", "ASK {}", {"content_type": "text/html"}, 415),
        ("POST", "/sparql?query=ASK%7B%7D", "ASK {}", {"content_type": "application/sparql-query"}, 400),
        (
            "POST",
            "/sparql",
            "ASK { SERVICE <http://127.0.0.1:9/> {} }",
            {"content_type": "application/sparql-query"},
            400,
        ),
        ("POST", "/sparql", "#" * 2_000_000, {"content_type": "application/sparql-query"}, 413),
        (
            "POST",
            "/sparql",
            "CLEAR ALL",
            {"content_type": "application/sparql-update", "authorization": f"Bearer {TOKEN}"},
            403,
        ),
        ("PUT", "/graph?default", "", {"content_type": "text/turtle", "authorization": f"Bearer {TOKEN}"}, 403),
        ("DELETE", f"/graph?graph={GRAPH}", None, {"authorization": f"Bearer {TOKEN}"}, 403),
        ("PATCH", "/sparql", "", {}, 405),
        ("GET", "/graph?graph=x:none", None, {}, 404),
        ("GET", "/graph?graph=../../etc/passwd", None, {}, 400),
        ("GET", "/graph", None, {}, 400),
        ("GET", "/sparql/../../etc/passwd", None, {}, 404),
        ("GET", "/sparql?query=ASK%7B%7D", None, {"host": 'evil"<x>'}, 400),
    ],
)
def test_bad_requests_are_problems(
    server: Running, method: str, path: str, body: str | None, headers: dict[str, str], status: int
) -> None:
    answer = server.send(method, path, body, **headers)
    assert (answer.status, answer.media) == (status, "application/problem+json")
    assert answer.json["status"] == status
    assert answer.json["detail"]


def test_a_query_that_takes_too_long_is_an_error_and_does_no_harm(server: Running) -> None:
    before = server.workers()
    started = time.monotonic()
    answer = server.ask(SLOW)
    assert (answer.status, answer.media) == (503, "application/problem+json")
    assert answer.headers["retry-after"]
    assert 1.9 < time.monotonic() - started < 3.5
    assert until(lambda: len(server.workers()) == 2)
    assert len(set(before) - set(server.workers())) == 1
    assert server.ask("ASK {}").json["boolean"] is True


def test_a_query_ends_when_its_client_leaves(server: Running) -> None:
    before = server.workers()
    client = socket.create_connection(("127.0.0.1", server.port))
    client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    time.sleep(0.3)
    assert server.workers() == before
    client.close()
    started = time.monotonic()
    assert until(lambda: set(server.workers()) != set(before), 1.2)
    assert time.monotonic() - started < 1.2  # long before its time is over
    assert until(lambda: any(line.get("left") for line in server.log("request")))
    assert until(lambda: len(server.workers()) == 2)


def test_slow_queries_wait_for_their_turn_and_health_does_not(server: Running) -> None:
    with ThreadPoolExecutor(6) as threads:
        slow = [threads.submit(server.ask, SLOW) for _ in range(4)]
        time.sleep(0.3)
        started = time.monotonic()
        assert server.get("/health").status == 200
        assert server.get("/api/stats").status == 200
        assert time.monotonic() - started < 1
        assert [future.result().status for future in slow] == [503] * 4
    assert until(lambda: len(server.workers()) == 2)
    assert server.ask("ASK {}").status == 200


def test_many_clients_get_their_own_answers(server: Running) -> None:
    def one(number: int) -> bool:
        answer = server.ask(f"SELECT ({number} AS ?n) {{}}")
        return bool(answer.json["results"]["bindings"][0]["n"]["value"] == str(number))

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(one, range(200)))


def test_an_answer_that_is_too_large_is_refused_whole(tmp_path: Path) -> None:
    with running(make_store(tmp_path / "store")) as server:
        text = 'SELECT (CONCAT(STR(?a), STR(?d), "%s") AS ?x) { ?a ?b ?c . ?d ?e ?f . }' % ("x" * 1000)
        answer = server.ask(text)
        assert (answer.status, answer.media) == (422, "application/problem+json")
        assert "LIMIT" in answer.json["detail"]


def test_a_query_that_wants_all_memory_ends_its_worker_alone(tmp_path: Path) -> None:
    with running(make_store(tmp_path / "store"), "--memory", "250") as server:
        answer = server.ask(
            "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?a ?b ?c ?d ?e ?f ?h { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }"
        )
        assert answer.status == 503
        assert "memory" in answer.json["detail"]
        assert server.ask("ASK {}").json["boolean"] is True


def test_the_log_is_json_and_one_line_a_request(server: Running) -> None:
    server.get("/health%0a%7b%22event%22:%22forged%22%7d")
    assert until(lambda: any("forged" in line["path"] for line in server.log("request")))
    assert not server.log("forged")
    assert TOKEN not in "".join(server.lines)


def test_writing_needs_the_token(writable: Running) -> None:
    update = "INSERT DATA { <x:s> <x:p> 1 }"
    for token in ("", "wrong", TOKEN + "x", TOKEN[:-1]):
        answer = writable.update(update, token=token)
        assert answer.status == 401
        assert "Bearer" in answer.headers["www-authenticate"]
    assert writable.send("PUT", "/graph?default", "", content_type="text/turtle").status == 401
    assert writable.ask("ASK { <x:s> ?p ?o }").json["boolean"] is False
    assert writable.update(update).status == 204
    assert writable.ask("ASK { <x:s> ?p ?o }").json["boolean"] is True
    assert until(lambda: TOKEN not in "".join(writable.lines))
    for child in writable.workers():
        assert TOKEN.encode() not in Path(f"/proc/{child}/environ").read_bytes()


def test_nothing_is_fetched_by_updates(writable: Running) -> None:
    met = threading.Event()
    trap = socket.create_server(("127.0.0.1", 0))
    port = trap.getsockname()[1]

    def listen() -> None:
        trap.settimeout(3)
        try:
            trap.accept()
            met.set()
        except OSError:
            return

    thread = threading.Thread(target=listen)
    thread.start()
    for text in (
        f"LOAD <http://127.0.0.1:{port}/>",
        f"CLEAR DEFAULT;LOAD SILENT<http://127.0.0.1:{port}/>",
        f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    ):
        assert writable.update(text).status == 400
    assert writable.ask(f"SELECT * {{ 1SERVICE<http://127.0.0.1:{port}/>{{}} }}").status == 400
    context = json.dumps({"@context": f"http://127.0.0.1:{port}/c", "@id": "x:a", "p": 1})
    answer = writable.send(
        "PUT", "/graph?default", context, content_type="application/ld+json", authorization=f"Bearer {TOKEN}"
    )
    assert answer.status == 400
    thread.join()
    trap.close()
    assert not met.is_set()


def test_a_failed_update_changes_nothing(writable: Running) -> None:
    assert writable.update("INSERT DATA { <x:a> <x:b> 1 } ; CREATE GRAPH <x:g> ; CREATE GRAPH <x:g>").status == 400
    assert writable.ask("ASK { <x:a> ?p ?o }").json["boolean"] is False
    bad = "<x:a> <x:b> <x:c> .\n<x:a> <x:b> broken"
    put = writable.send("PUT", "/graph?graph=x:g", bad, content_type="text/turtle", authorization=f"Bearer {TOKEN}")
    assert put.status == 400
    assert writable.get("/graph", graph="x:g").status == 404


def test_updates_at_once_are_all_kept(writable: Running) -> None:
    with ThreadPoolExecutor(8) as threads:
        texts = [f"INSERT DATA {{ GRAPH <x:g> {{ <x:s> <x:p> {number} }} }}" for number in range(12)]
        assert {answer.status for answer in threads.map(writable.update, texts)} == {204}
    answer = writable.ask("SELECT (COUNT(*) AS ?n) { GRAPH <x:g> { <x:s> <x:p> ?o } }")
    assert answer.json["results"]["bindings"][0]["n"]["value"] == "12"


def test_a_store_in_use_is_said_so(writable: Running) -> None:
    from sifara.store import EmbeddedStore

    with EmbeddedStore(writable.store):
        answer = writable.update("CLEAR ALL")
        assert answer.status == 503
        assert "another process" in answer.json["detail"]
        assert writable.ask("ASK { ?s a dip:Event }").json["boolean"] is True


def test_reading_goes_on_while_a_writer_tidies_up(writable: Running) -> None:
    """A writer merges files and takes old ones away under whoever opens the store just then."""
    from sifara.store import EmbeddedStore

    over = threading.Event()
    seen: list[int] = []

    def read() -> None:
        while not over.is_set():
            for answer in (writable.get("/graph?graph=" + GRAPH), writable.ask("ASK { id:Russia a dip:Country }")):
                seen.append(answer.status)

    with ThreadPoolExecutor(3) as threads:
        done = [threads.submit(read) for _ in range(3)]
        for number in range(12):
            with EmbeddedStore(writable.store) as graphs:
                graphs._store.update(
                    f"INSERT DATA {{ GRAPH <x:g> {{ {' '.join(f'<x:{number}> <x:p> {n} .' for n in range(800))} }} }}"
                )
                graphs._store.flush()
                graphs._store.optimize()
        over.set()
        for future in done:
            future.result()
    assert set(seen) == {200}
    assert len(seen) > 20
