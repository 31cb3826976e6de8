"""What is done about servers that are busy, slow, broken, or ask who is there."""

from __future__ import annotations

import email.utils
import time
from base64 import b64encode
from email.message import Message

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from misbehaving import Deed, Misbehaving, misbehaving
from remote_servers import free_port
from sifara.errors import QueryError, StoreError
from sifara.store.credentials import Credentials
from sifara.store.endpoints import PRODUCTS, endpoints, is_remote, product_of, split
from sifara.store.failures import BrokenAnswer, Refused, RemoteError, RemoteQueryError, TimedOut, Unreachable, words
from sifara.store.remote import RemoteStore, open_remote
from sifara.store.transport import Patience

SECRET = "s3cret-in-no-message"
ASK = "SELECT ?x { ?s ?p ?x }"
NODE = NamedNode("http://e/x")
QUAD = Quad(NODE, NODE, Literal("قمة"), NODE)


def opened(
    server: Misbehaving, patience: Patience | None = None, **environment: str
) -> tuple[RemoteStore, list[float]]:
    """Open the server as a plain endpoint with a Graph Store; return it, and where its pauses are noted."""
    environment = {"SIFARA_STORE_GRAPHS_URL": f"{server.url}/graphs", **environment}
    store = open_remote(f"sparql+{server.url}/sparql", patience=patience, environment=environment)
    pauses: list[float] = []
    store.protocol._transport.sleep = pauses.append
    return store, pauses


def answer(store: RemoteStore, query: str = ASK) -> list[str]:
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return [row["x"].value for row in found]


BUSY = [
    Deed(429, b"slow down"),
    Deed(503, b"later"),
    Deed(502),
    Deed(reset=True),
    Deed(cut=20),
    Deed(cut=20, chunked=True),
]


@pytest.mark.parametrize("deed", BUSY, ids=lambda deed: str(deed.status if deed.status > 200 else deed))
def test_a_passing_trouble_passes(deed: Deed) -> None:
    with misbehaving(deed, deed, Deed()) as server:
        store, pauses = opened(server)
        assert answer(store) == ["1"]
        assert pauses == [0.5, 1.0]
        assert len(server.asked) == 3


@pytest.mark.parametrize("deed", BUSY, ids=lambda deed: str(deed.status if deed.status > 200 else deed))
def test_a_lasting_trouble_is_told(deed: Deed) -> None:
    with misbehaving(deed) as server:
        store, pauses = opened(server)
        with pytest.raises(BrokenAnswer if deed.cut else Unreachable) as caught:
            answer(store)
        assert pauses == [0.5, 1.0, 2.0, 4.0, 8.0]
        assert "/sparql" in str(caught.value)
        if deed.status == 429:
            assert "slow down" in str(caught.value)
            assert caught.value.status == 429


def test_pauses_have_an_end() -> None:
    with misbehaving(Deed(503)) as server:
        store, pauses = opened(server, Patience(retries=4, pause=4, longest_pause=10))
        with pytest.raises(Unreachable):
            answer(store)
        assert pauses == [4, 8, 10, 10]


def test_a_server_says_how_long_to_wait() -> None:
    later = email.utils.formatdate(time.time() + 30, usegmt=True)
    with misbehaving(
        Deed(429, headers={"Retry-After": "7"}), Deed(503, headers={"Retry-After": later}), Deed()
    ) as server:
        store, pauses = opened(server)
        assert answer(store) == ["1"]
        assert pauses[0] == 7
        assert 27 < pauses[1] < 31


def test_who_says_to_wait_too_long_is_not_waited_for() -> None:
    with misbehaving(Deed(503, b"maintenance", headers={"Retry-After": "86400"})) as server:
        store, pauses = opened(server)
        with pytest.raises(Unreachable, match="maintenance"):
            answer(store)
        assert pauses == []


def test_a_write_is_repeated_whole() -> None:
    with misbehaving(Deed(503), Deed(reset=True), Deed(201, b"")) as server:
        store, _ = opened(server)
        store.put(NODE, [QUAD])
        assert [asked.method for asked in server.asked] == ["PUT"] * 3
        assert len({asked.body for asked in server.asked}) == 1
        assert "قمة".encode() in server.asked[-1].body
        assert server.asked[-1].headers["content-length"] == str(len(server.asked[-1].body))
        assert server.asked[-1].path == "/graphs?graph=http%3A%2F%2Fe%2Fx"


def test_nobody_listens() -> None:
    store = open_remote(f"sparql+http://127.0.0.1:{free_port()}/", patience=Patience(retries=0), environment={})
    with pytest.raises(Unreachable, match="cannot be reached"):
        answer(store)
    with pytest.raises(Unreachable, match="cannot be reached"):
        open_remote(f"http://127.0.0.1:{free_port()}/", environment={})


def test_silence_is_not_waited_out() -> None:
    with misbehaving(Deed(wait=5)) as server:
        store, pauses = opened(server, Patience(timeout=0.3))
        start = time.monotonic()
        with pytest.raises(TimedOut, match=r"0\.3 seconds"):
            answer(store)
        assert time.monotonic() - start < 3
        assert pauses == []  # who is slow is not asked the same again


def test_an_answer_that_drips_is_not_waited_out() -> None:
    with misbehaving(Deed(drip=0.05)) as server:
        store, _ = opened(server, Patience(timeout=2, longest=0.4))
        with pytest.raises(TimedOut):
            answer(store)


@pytest.mark.parametrize(
    "body",
    [
        ROWS_CUT := b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": The SPARQL operation has been cancelled',
        b"",
        b"<html><body>It works!</body></html>",
        b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}',
        b'{"head": {"vars": ["x"]}}',
    ],
)
def test_a_success_that_is_none(body: bytes) -> None:
    with misbehaving(Deed(body=body)) as server:
        store, _ = opened(server)
        with pytest.raises(BrokenAnswer, match="not whole") as caught:
            answer(store)
        if body is ROWS_CUT:
            assert "has been cancelled" in str(caught.value)


def test_triples_that_end_early() -> None:
    headers = {"Content-Type": "application/n-triples"}
    with misbehaving(
        Deed(body=b"<http://e/a> <http://e/b> <http://e/c> .\n<http://e/a> <htt", headers=headers)
    ) as server:
        store, _ = opened(server)
        with pytest.raises(BrokenAnswer, match="not whole"):
            list(store.quads(NODE))


def test_a_page_instead_of_triples() -> None:
    with misbehaving(Deed(body=b"<h1>Log in</h1>", headers={"Content-Type": "text/html"})) as server:
        store, _ = opened(server)
        with pytest.raises(BrokenAnswer, match=r"text/html.*Log in"):
            list(store.quads(NODE))


def test_answers_that_a_server_cuts_are_refused() -> None:
    with misbehaving(Deed(headers={"X-SPARQL-MaxRows": "1"})) as server:
        store, _ = opened(server)
        with pytest.raises(RemoteError, match="cuts answers after 1 rows"):
            answer(store)


def test_a_bad_query_is_told_in_the_words_of_the_server() -> None:
    page = b"<html><style>x</style><body><h1>Parse error</h1> at line 7:\x1b[31m expected }</body></html>"
    with misbehaving(Deed(400, page, {"Content-Type": "text/html"})) as server:
        store, _ = opened(server)
        with pytest.raises(RemoteQueryError, match=r"Parse error at line 7: \[31m expected \}") as caught:
            answer(store)
        assert isinstance(caught.value, QueryError)
        assert "\x1b" not in str(caught.value)
        with pytest.raises(RemoteError, match="answered 400: Parse error"):
            store.put(NODE, [QUAD])


@pytest.mark.parametrize(("status", "kind"), [(401, Refused), (403, Refused), (500, RemoteError), (413, RemoteError)])
def test_errors_are_those_of_the_project(status: int, kind: type[RemoteError]) -> None:
    with misbehaving(Deed(status, b"because")) as server:
        store, pauses = opened(server)
        for deed in (lambda: answer(store), lambda: store.put(NODE, [QUAD]), lambda: store.revise((), [QUAD])):
            with pytest.raises(kind, match="because") as caught:
                deed()
            assert isinstance(caught.value, StoreError)
            assert caught.value.status == status
        assert pauses == []


def test_a_page_that_is_not_there_is_no_success() -> None:
    with misbehaving(Deed(404, b"no such service")) as server:
        store, _ = opened(server)
        for deed in (lambda: answer(store), lambda: store.put(NODE, [QUAD]), lambda: store.revise((), [QUAD])):
            with pytest.raises(RemoteError, match="no such service"):
                deed()
        assert list(store.quads(NODE)) == []  # but a graph that is not there is empty


def test_redirections_are_not_followed() -> None:
    with misbehaving() as other, misbehaving(Deed(307, headers={"Location": f"{other.url}/x?key={SECRET}"})) as server:
        store, _ = opened(server, SIFARA_STORE_TOKEN=SECRET)
        with pytest.raises(RemoteError, match="leads elsewhere") as caught:
            answer(store)
        assert other.url in str(caught.value)
        assert SECRET not in str(caught.value)
        assert other.asked == []


def test_who_asks_is_said_in_a_header_alone() -> None:
    basic = {"SIFARA_STORE_USER": "سلمى", "SIFARA_STORE_PASSWORD": SECRET}
    expected = "Basic " + b64encode(f"سلمى:{SECRET}".encode()).decode()
    for environment, header in (({}, None), (basic, expected), ({"SIFARA_STORE_TOKEN": SECRET}, f"Bearer {SECRET}")):
        with misbehaving() as server:
            store, _ = opened(server, **environment)
            answer(store)
            store.revise((), [QUAD])
            store.put(NODE, [QUAD])
            assert [asked.headers.get("authorization") for asked in server.asked] == [header] * 3
            assert not any(SECRET in asked.path for asked in server.asked)
            assert SECRET not in repr(vars(store.protocol)) + repr(store.protocol._transport)


def test_no_error_tells_a_password() -> None:
    for status in (400, 401, 500, 503):
        with misbehaving(Deed(status)) as server:
            store, _ = opened(server, SIFARA_STORE_USER="u", SIFARA_STORE_PASSWORD=SECRET)
            with pytest.raises((StoreError, QueryError)) as caught:
                answer(store)
            assert SECRET not in str(caught.value)
            assert SECRET not in repr(caught.value)


def test_digest_for_those_who_ask_for_it() -> None:
    challenge = 'Digest realm="SPARQL", nonce="abc", qop="auth", algorithm="MD5", opaque="x"'
    ask = Deed(401, b"", {"WWW-Authenticate": challenge})
    silent = Deed(401, b"")  # what Virtuoso says to Basic
    for before in ([ask], [silent, ask]):
        with misbehaving(*before, Deed()) as server:
            store, _ = opened(server, SIFARA_STORE_USER="u", SIFARA_STORE_PASSWORD=SECRET)
            assert answer(store) == ["1"]
            assert answer(store) == ["1"]
            said = [asked.headers.get("authorization", "") for asked in server.asked]
            assert all(header.startswith('Digest username="u"') for header in said[-2:])
            assert "nc=00000002" in said[-1]
            assert not any(SECRET in header for header in said)


@pytest.mark.parametrize(
    "environment",
    [
        {"SIFARA_STORE_USER": "u"},
        {"SIFARA_STORE_PASSWORD": SECRET},
        {"SIFARA_STORE_USER": "u", "SIFARA_STORE_PASSWORD": SECRET, "SIFARA_STORE_TOKEN": SECRET},
        {"SIFARA_STORE_TOKEN": f"{SECRET}\r\nX: y"},
        {"SIFARA_STORE_TOKEN": f"{SECRET}ا"},
    ],
)
def test_bad_credentials_are_told_without_telling_them(environment: dict[str, str]) -> None:
    with pytest.raises(StoreError, match="SIFARA_STORE_") as caught:
        Credentials.from_environment(environment)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("address", [f"http://u:{SECRET}@127.0.0.1/", f"virtuoso+http://:{SECRET}@127.0.0.1/"])
def test_passwords_in_addresses_are_refused(address: str) -> None:
    with pytest.raises(StoreError, match="SIFARA_STORE_PASSWORD") as caught:
        open_remote(address, environment={})
    assert SECRET not in str(caught.value)


def test_short_queries_are_sent_by_get_and_long_ones_by_post() -> None:
    with misbehaving() as server:
        store, _ = opened(server)
        answer(store)
        answer(store, ASK + " # " + "س" * 5_000)
        assert [asked.method for asked in server.asked] == ["GET", "POST"]
        assert len(server.asked[0].path) < 3_000
        assert server.asked[1].path == "/sparql"
        assert len(server.asked[1].body) > 5_000


def test_parameters_of_the_address_go_along() -> None:
    with misbehaving() as server:
        store = open_remote(
            f"sparql+{server.url}/s?infer=false", environment={"SIFARA_STORE_GRAPHS_URL": f"{server.url}/g"}
        )
        answer(store)
        store.revise((), [QUAD])
        store.put(NODE, [QUAD])
        assert all("infer=false" in asked.path for asked in server.asked)
        assert all("infer" not in url for url in (store.protocol.endpoints.query, store.protocol.endpoints.update))


def test_a_proxy_is_not_asked_for_what_is_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    with misbehaving() as server:
        assert answer(opened(server)[0]) == ["1"]


@pytest.mark.parametrize(
    ("location", "signed", "expected"),
    [
        ("oxigraph+http://h:7878", False, ("http://h:7878/query", "http://h:7878/update", "http://h:7878/store")),
        (
            "fuseki+http://h:3030/ds/",
            False,
            ("http://h:3030/ds/query", "http://h:3030/ds/update", "http://h:3030/ds/data"),
        ),
        ("virtuoso+http://h/sparql", False, ("http://h/sparql", "http://h/sparql", "http://h/sparql-graph-crud")),
        (
            "virtuoso+http://h",
            True,
            ("http://h/sparql-auth", "http://h/sparql-auth", "http://h/sparql-graph-crud-auth"),
        ),
        (
            "graphdb+https://h/repositories/x",
            True,
            (
                "https://h/repositories/x",
                "https://h/repositories/x/statements",
                "https://h/repositories/x/rdf-graphs/service",
            ),
        ),
        ("qlever+http://h:7001/", False, ("http://h:7001",) * 3),
        (
            "neptune+https://h:8182",
            False,
            ("https://h:8182/sparql", "https://h:8182/sparql", "https://h:8182/sparql/gsp/"),
        ),
        ("sifara+http://h:8000", False, ("http://h:8000/sparql", "http://h:8000/sparql", "http://h:8000/graph")),
        ("sparql+http://h/a/b", False, ("http://h/a/b", "http://h/a/b", None)),
    ],
)
def test_addresses_of_products(location: str, signed: bool, expected: tuple[str | None, ...]) -> None:
    product, address = split(location)
    assert product in PRODUCTS
    found = endpoints(address, product or "", signed=signed, environment={})
    assert (found.query, found.update, found.graphs) == expected


@pytest.mark.parametrize(
    ("header", "value", "product"),
    [
        ("Server", "Oxigraph/0.5.13", "oxigraph"),
        ("Server", "Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu", "virtuoso"),
        ("Server", "GraphDB/10.6.0 RDF4J/4.3.9", "graphdb"),
        ("Server", "Apache Jena Fuseki (5.1.0)", "fuseki"),
        ("Fuseki-Request-Id", "1", "fuseki"),
        ("Server", "nginx", "sparql"),
    ],
)
def test_servers_are_known_by_their_headers(header: str, value: str, product: str) -> None:
    message = Message()
    message[header] = value
    assert product_of(message) == product


def test_folders_are_no_addresses() -> None:
    for name in ("stores/one", "/a/b", "http", "C:\\stores", "ftp://h/x"):
        assert not is_remote(name)
    for name in ("http://h", "HTTPS://h", "virtuoso+http://h"):
        assert is_remote(name)


@pytest.mark.parametrize("location", ["nothing+http://h/", "http://", "http://h:port/"])
def test_bad_addresses_are_told(location: str) -> None:
    with pytest.raises(StoreError, match="found"):
        open_remote(location, environment={})


def test_words_are_short_and_safe() -> None:
    assert len(words(b"a " * 10_000)) <= 600
    assert words("\u202eabc\x00\n\td".encode()) == "abc d"
    assert words(b"\xff\xfe") == "\ufffd\ufffd"
