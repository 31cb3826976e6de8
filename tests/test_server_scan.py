"""What may call out, told from the words of a query: never missed, and seldom suspected wrongly."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifara.server import scan

CALL = "<http://127.0.0.1:1/> { ?s ?p ?o }"
LONG = '"""'


@pytest.mark.parametrize(
    "text",
    [
        f"SELECT * {{ SERVICE {CALL} }}",
        f"SELECT * {{ service silent {CALL} }}",
        f"SELECT * {{ sErViCe{CALL} }}",
        f"SELECT * {{ SERVICE#x\n{CALL} }}",
        f"SELECT * {{ SERVICE # <\n {CALL} }}",
        "SELECT * { VALUES ?x { <http://a/> } SERVICE ?x { ?s ?p ?o } }",
        "PREFIX : <http://a/> SELECT * { SERVICE:x { ?s ?p ?o } }",  # the grammar knows no word boundaries
        "PREFIX ex: <http://a/> SELECT * { SERVICEex:x { ?s ?p ?o } }",
        f"SELECT * {{ ?a ?b 1SERVICE{CALL} }}",
        f"SELECT * {{ ?a ?b trueSERVICE{CALL} }}",
        f"SELECT * {{ ?a ?b 'x'SERVICE{CALL} }}",
        f"SELECT * {{ ?a ?b ex:c.SERVICE {CALL} }}",
        f"SELECT * {{ ex:a\\' ex:b ex:c . SERVICE {CALL} #' \n }}",  # an escape that looks like a string
        f"SELECT * {{ ex:a\\# ex:b ex:c . SERVICE {CALL} }}",  # an escape that looks like a comment
        f"SELECT * {{ FILTER(?b <1#x>{LONG}\n) SERVICE {CALL} #{LONG}\n }}",  # a comparison that looks like an IRI
        f"SELECT * {{ FILTER(?b <ex:a#'>\n) SERVICE {CALL} #'\n }}",
        f'SELECT * {{ ?a ?b "\\\\" . SERVICE {CALL} # "\n }}',
        f"SELECT * {{ ?a ?b {LONG}\\{LONG}{LONG} . SERVICE {CALL} }}",
        f"SELECT * {{ ?a ?b '''a''b''' . SERVICE {CALL} }}",
        f"SELECT * {{ # \r SERVICE {CALL} }}",  # a carriage return ends a comment
        f'SELECT * {{ ?a ?b "x"@en.SERVICE {CALL} }}',
        f"SELECT * {{ OPTIONAL {{ {{ SERVICE {CALL} }} }} }}",
        f"ASK {{ FILTER NOT EXISTS {{ SERVICE {CALL} }} }}",
        f"SELECT * {{ ?a\u00b7 ?b ?c SERVICE {CALL} }}",
    ],
)
def test_calls_are_seen(text: str) -> None:
    assert scan.service(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?service { ?service ?p $SERVICE }",
        'SELECT * { ?s rdfs:label "the SERVICE <x>", \'service\' , """a "SERVICE" b""" }',
        "SELECT * { ?s ?p <http://example.org/SERVICE#service> }",
        'SELECT * { ?s <http://www.w3.org/2000/01/rdf-schema#label> "foreign service" }',
        "SELECT * { ?s ex:service ex:x-SERVICE , _:service }",
        "SELECT * { ?s ?p ?o } # SERVICE <x> {}",
        'SELECT * { ?s ?p "x"@service }',
        'SELECT * { ?s ?p "a\\"b SERVICE" }',
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && 2 > ?o) }",
    ],
)
def test_what_only_looks_like_a_call_is_let_through(text: str) -> None:
    assert not scan.service(text)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <http://a/>",
        "load silent <http://a/> into graph <x:y>",
        "CLEAR ALL;LOAD<http://a/>",
        "CLEAR ALL ; LOADex:a",
    ],
)
def test_loads_are_seen(text: str) -> None:
    assert scan.load(text)


def test_data_that_speak_of_loads_are_let_through() -> None:
    assert not scan.load('INSERT DATA { <x:a> <x:load> "LOAD <x>" . ex:load ?load 1 } # LOAD <x>')


@given(
    st.text(alphabet=" \n\r\"'<>#{}\\:?@.1aeE_ex", max_size=40), st.text(alphabet="\"'<>#{}\\:?@.1a \n", max_size=20)
)
def test_whatever_oxigraph_takes_for_a_call_is_seen(before: str, after: str) -> None:
    """Against the engine itself: a query of which it would make a call is one that the scan sees."""
    import pyoxigraph

    text = f"PREFIX ex: <x:> PREFIX : <x:> SELECT * {{ {before} SERVICE <x:none> {{ ?s ?p ?o }} {after}\n}}"
    if scan.service(text):
        return
    called = False
    try:
        list(pyoxigraph.Store().query(text))
    except SyntaxError:
        return
    except (ValueError, RuntimeError, OSError) as error:
        called = "x:none" in str(error) or "HTTP" in str(error) or "scheme" in str(error)
    assert not called


@given(st.text(max_size=200))
def test_any_text_is_scanned(text: str) -> None:
    scan.residue(text)
    scan.with_using(text, ["x:a"], [])


def test_scanning_is_fast_on_wicked_texts() -> None:
    for text in (
        '"""' + '"' * 100_000,
        "<" * 100_000,
        "'''\\" * 30_000,
        "?" * 100_000,
        ":%" * 50_000,
        "<a\\u0041" * 20_000,
    ):
        scan.service(text + "service")
        scan.names_dataset(text)


def test_using_is_put_into_every_operation() -> None:
    text = 'INSERT { ?s ?p "WHERE" } WHERE { ?s ?p ?o { SELECT * WHERE { ?a ?b ?c } } } ; DELETE WHERE { ?x ?y "}" }'
    assert scan.with_using(text, ["x:a"], ["x:b"]) == (
        'INSERT { ?s ?p "WHERE" }  USING <x:a> USING NAMED <x:b> WHERE { ?s ?p ?o { SELECT * WHERE { ?a ?b ?c } } } ; '
        'DELETE  { ?x ?y "}" } USING <x:a> USING NAMED <x:b> WHERE { ?x ?y "}" }'
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel is asked on Linux only")
def test_a_worker_gets_no_socket() -> None:
    program = """
import socket, sys
from sifara.server import confine
if not confine.refuse_network(): print("impossible"); sys.exit()
socket.socketpair()
for family in (socket.AF_INET, socket.AF_INET6):
    try: socket.socket(family)
    except PermissionError: print("refused")
import pyoxigraph
try: list(pyoxigraph.Store().query("SELECT * { SERVICE <http://127.0.0.1:8080/> {} }"))
except OSError as error: print("failed")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() in (["refused", "refused", "failed"], ["impossible"])
