"""The gate: the compiled shapes say what pyshacl says, and what does not fit is set aside with what stands on it."""

from __future__ import annotations

import os
import random
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import RDF, SH, BNode, Graph, Namespace
from rdflib.term import Node

from handmade import EVENTS, annotated
from sifara.document import Annotated, Argument, Evidence
from sifara.graph import iri
from sifara.graph.gate import Gate, quarantine_graph, triples_of
from sifara.graph.iri import DIP
from sifara.graph.quads import all_quads
from sifara.graph.serialize import nquads_lines
from sifara.graph.shacl import Checker, Finding
from sifara.graph.shacl_load import UnsupportedShape
from sifara.graph.validation import validate
from sifara.graph.vocabulary import folder
from sifara.store import EmbeddedStore
from synthetic import SyntheticPipeline, document
from test_shapes import BAD, GOOD, PREFIXES

SHAPES = (folder() / "shapes.ttl").read_bytes()
CHECKER = Checker(SHAPES)
GATE = Gate()
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")

_HERE = Path(__file__).resolve().parents[1]
_PLACES = (os.environ.get("DATA_SHAPES_TESTS", ""), str(_HERE / "data-shapes-test-suite"))
_PLACES += (str(_HERE.parent / "shared" / "w3c" / "data-shapes-test-suite"),)
SUITE = next((Path(p) / "tests" / "core" for p in _PLACES if p and (Path(p) / "tests" / "core").is_dir()), None)
FILES = sorted(SUITE.rglob("*.ttl")) if SUITE else []

Row = tuple[str, str, str, str, str]


# --- W3C's test suite ------------------------------------------------------------------------------------------


def _text(node: Node | None) -> str:
    """Return a node as rdflib writes it; blank ones, whose names mean nothing, as one."""
    return "_" if node is None or isinstance(node, BNode) else node.n3()


def _plain(term: str) -> str:
    """Bring a term to the form in which rdflib has it, which puts literals into canonical form."""
    if not term or term.startswith("_:"):
        return "_"
    graph = Graph().parse(data=f"<a:s> <a:p> {term} .", format="nt")
    return _text(next(graph.objects()))


def _path(node: Node) -> Path:
    return Path(unquote(urlparse(str(node)).path))


def _triples(file: Path) -> list[tuple[str, str, str]]:
    found = parse(file.read_bytes(), format=RdfFormat.TURTLE, base_iri=file.as_uri())
    return sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in found})


@pytest.mark.skipif(not FILES, reason="the W3C data shapes test suite is not here; say where in $DATA_SHAPES_TESTS")
@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
@pytest.mark.filterwarnings("ignore")
def test_the_suite_of_shacl_core(file: Path) -> None:
    graph = Graph().parse(str(file), format="turtle", publicID=file.as_uri())
    for test in graph.subjects(RDF.type, SHT.Validate):
        action, result = graph.value(test, MF.action), graph.value(test, MF.result)
        expected = {
            (
                _text(graph.value(r, SH.focusNode)),
                _text(graph.value(r, SH.value)),
                _text(graph.value(r, SH.sourceConstraintComponent)),
                _text(graph.value(r, SH.sourceShape)),
                _text(graph.value(r, SH.resultSeverity)).rpartition("#")[2].rstrip(">"),
            )
            for r in graph.objects(result, SH.result)
        }
        shapes, data = (_path(graph.value(action, p)) for p in (SHT.shapesGraph, SHT.dataGraph))
        checker = Checker(shapes.read_bytes(), base=shapes.as_uri())
        found = {
            (
                _plain(f.focus),
                _plain(f.value),
                f"<{SH}{f.component}ConstraintComponent>",
                _plain(f.shape),
                f.severity,
            )
            for f in checker.check(checker.load(_triples(data)))
        }
        assert found == expected


def test_what_is_not_known_is_an_error() -> None:
    with pytest.raises(UnsupportedShape, match="js"):
        Checker(b"""@prefix sh: <http://www.w3.org/ns/shacl#> .
            <s:s> sh:targetNode <s:n> ; sh:js <s:f> .""")


# --- pyshacl, on our own shapes --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=SHAPES, format="turtle")


def by_pyshacl(shapes: Graph, nt: str) -> set[Row]:
    import pyshacl

    data = Graph().parse(data=nt, format="nt")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", allow_warnings=True)
    return {
        (
            _text(report.value(r, SH.focusNode)),
            _text(report.value(r, SH.value)),
            str(report.value(r, SH.sourceConstraintComponent)),
            _text(report.value(r, SH.sourceShape)),
            str(report.value(r, SH.resultSeverity)).rpartition("#")[2],
        )
        for r in report.subjects(RDF.type, SH.ValidationResult)
    }


def by_checker(triples: list[tuple[str, str, str]]) -> set[Row]:
    return {_row(f) for f in CHECKER.check(CHECKER.load(triples))}


def _row(f: Finding) -> Row:
    return (_plain(f.focus), _plain(f.value), f"{SH}{f.component}ConstraintComponent", _plain(f.shape), f.severity)


def _turtle(text: str) -> list[tuple[str, str, str]]:
    found = parse(PREFIXES + text, format=RdfFormat.TURTLE)
    return sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in found})


def _nt(triples: list[tuple[str, str, str]]) -> str:
    return "".join(f"{' '.join(triple)} .\n" for triple in triples)


@pytest.mark.parametrize("case", ["good", *BAD])
@pytest.mark.filterwarnings("ignore")
def test_the_checker_agrees_with_pyshacl_on_every_shape(shapes: Graph, case: str) -> None:
    old, new, *_ = BAD.get(case, ("", ""))
    triples = _turtle(GOOD.replace(old, new) if old else GOOD)
    found = by_checker(triples)
    assert found == by_pyshacl(shapes, _nt(triples))
    assert bool(found) == (case != "good")


_ODD = (
    '"x"',
    '"x"@ar',
    '"1"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"-7"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"99999"^^<http://www.w3.org/2001/XMLSchema#integer>',
    '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    '"2024-02-31"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"2024-02-03"^^<http://www.w3.org/2001/XMLSchema#date>',
    '"1999"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    '"P1Y"^^<http://www.w3.org/2001/XMLSchema#duration>',
    f"<{DIP}Meeting>",
    f"<{DIP}Person>",
    f"<{DIP}Actual>",
    "<http://www.wikidata.org/entity/Q1>",
)


@pytest.mark.filterwarnings("ignore")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), changes=st.integers(0, 6))
def test_the_checker_agrees_with_pyshacl_on_documents_with_faults(shapes: Graph, seed: int, changes: int) -> None:
    chance = random.Random(seed)
    name = f"d{seed % 7}"
    lines = nquads_lines(all_quads(SyntheticPipeline().annotate(document(name, seed, 2))))
    triples = list(triples_of(lines, iri.document(name)))
    for _ in range(changes):
        place = chance.randrange(len(triples))
        subject, predicate, value = triples.pop(place)
        match chance.randrange(4):
            case 0:
                triples.append((subject, predicate, chance.choice(_ODD)))
            case 1:
                triples += [(subject, predicate, value), (subject, predicate, chance.choice(_ODD))]
            case 2:
                other = chance.choice(triples)
                triples.append((subject, other[1], value))
            case _:
                pass  # it is missing
    triples = sorted(set(triples))
    found, expected = by_checker(triples), by_pyshacl(shapes, _nt(triples))
    assert expected <= found
    # SHACL: values that cannot be compared are a violation of sh:lessThan, sh:minInclusive and the like. pyshacl
    # puts values of two types that have nothing in common into the order of their types.
    numbers = tuple(f"<http://www.w3.org/2001/XMLSchema#{name}>" for name in ("integer", "decimal"))
    wanted = ("Index>", "confidence>", "score>")
    strange = [o for _, p, o in triples if p.endswith(wanted) and not o.endswith(numbers)]
    for _, _, component, _, _ in found - expected:
        assert "LessThan" in component or "Inclusive" in component
        assert strange


# --- The gate --------------------------------------------------------------------------------------------------


def _admit(found: Annotated, spoil: dict[str, str] | None = None) -> tuple[list[str], list[str], set[str]]:
    """Return what of a document goes in, what is set aside, and the local names of the nodes set aside."""
    node = iri.document(found.text.document.id)
    text = b"".join(nquads_lines(all_quads(found))).decode()
    for old, new in (spoil or {}).items():
        assert old in text
        text = text.replace(old, new)
    lines = sorted(line.encode() + b"\n" for line in text.split("\n") if line)
    admitted = GATE.admit(node, lines)
    inside = [line.decode() for line in admitted.lines if quarantine_graph(node).encode() not in line]
    aside = [line.decode() for line in admitted.lines if quarantine_graph(node).encode() in line]
    return inside, aside, {name.removeprefix(iri.ID) for name in admitted.set_aside}


def test_a_good_document_passes_unchanged() -> None:
    found = annotated()
    lines = nquads_lines(all_quads(found))
    admitted = GATE.admit(iri.document("talks"), lines)
    assert admitted.lines == lines
    assert not admitted.findings
    assert not admitted.refused


def test_an_event_goes_with_all_that_stands_on_it() -> None:
    whole, _, _ = _admit(annotated())
    event = next(line.split()[0] for line in whole if f"<{DIP}Extension>" in line)
    status = f"{event} <{DIP}status> <{DIP}Planned>"
    inside, aside, gone = _admit(annotated(), {status: f"{event} <{DIP}status> <{DIP}Rumoured>"})
    assert event not in "".join(inside)  # nor its arguments, evidence and triggers, which are named after it
    assert {name.split("/")[1] for name in gone if name.startswith("event/")} == {event.rpartition("/")[2][:-1]}
    others = [line for line in whole if event[:-1] not in line]
    assert set(inside) <= set(whole)
    assert set(others) - set(inside) == set()
    report = "".join(aside)
    assert f"<{SH}ValidationReport>" in report
    assert f"<{SH}resultPath> <{DIP}status>" in report
    assert f"<{SH}focusNode> {event}" in report


def test_what_is_set_aside_can_be_put_back() -> None:
    node = iri.document("talks")
    whole, _, _ = _admit(annotated())
    event = next(line.split()[0] for line in whole if f"<{DIP}Visit>" in line)
    spoiled = f"{event} <{DIP}reportedIn> <{node}> <{node}> .\n"
    inside, aside, _ = _admit(annotated(), {spoiled: ""})
    rdf = str(RDF)
    statements: dict[str, dict[str, str]] = {}
    for line in aside:
        subject, predicate, rest = line.split(" ", 2)
        if predicate in (f"<{rdf}subject>", f"<{rdf}predicate>", f"<{rdf}object>"):
            statements.setdefault(subject, {})[predicate[len(rdf) + 1 : -1]] = rest.rpartition(" <")[0]
    back = {f"{s['subject']} {s['predicate']} {s['object']} <{node}> .\n" for s in statements.values()}
    assert {line for line in {*inside, *back} if f" <{node}> .\n" in line} | {spoiled} == {
        line for line in whole if f" <{node}> .\n" in line
    }


def test_direct_triples_go_with_the_last_event_that_tells_them() -> None:
    whole, _, _ = _admit(annotated())
    accusation = next(line.split()[0] for line in whole if f"<{DIP}Accusation>" in line)
    direct = f"<{DIP}accused>"
    assert direct in "".join(whole)
    inside, _, _ = _admit(annotated(), {f'{accusation} <{DIP}confidence> "0.9"': f'{accusation} <{DIP}confidence> "9"'})
    assert direct not in "".join(inside)
    # Told twice, once well and once badly, it stays.
    twice = annotated(events=(*EVENTS, EVENTS[1]))
    text = "".join(_admit(twice)[0])
    first = sorted({line.split()[0] for line in text.split("\n") if f"<{DIP}Accusation>" in line})[0]
    inside, _, gone = _admit(twice, {f'{first} <{DIP}confidence> "0.9"': f'{first} <{DIP}confidence> "9"'})
    assert gone
    assert direct in "".join(inside)


def test_an_office_goes_and_the_person_stays() -> None:
    role = f"<{DIP}role> <{DIP}ForeignMinister>"
    inside, _, gone = _admit(annotated(), {role: f"<{DIP}role> <{DIP}Chef>"})
    assert any("office" in name or "tenure" in name for name in gone)
    text = "".join(inside)
    assert f"<{DIP}holds>" not in text
    assert f"<{DIP}Meeting>" in text
    assert "#title=" not in text  # its evidence


def test_a_wrong_trigger_takes_its_event_along() -> None:
    found = annotated(
        events=[
            *EVENTS[:2],
            type(EVENTS[2])(
                "Statement",
                (Argument("agent", "Sergey_Lavrov", 0, 5),),
                (Evidence(0, 20, 60, 0, 5, "statement.entry"),),  # the trigger lies before its evidence
            ),
        ]
    )
    inside, _, gone = _admit(found)
    assert any(name.startswith("event/") for name in gone)
    assert f"<{DIP}Statement>" not in "".join(inside)
    assert f"<{DIP}Accusation>" in "".join(inside)


def test_a_document_without_identifier_is_refused_whole() -> None:
    node = iri.document("talks")
    text = f'<{node}> <http://purl.org/dc/terms/identifier> "talks" <{node}> .\n'
    found = b"".join(nquads_lines(all_quads(annotated()))).decode().replace(text, "")
    admitted = GATE.admit(node, sorted(line.encode() + b"\n" for line in found.split("\n") if line))
    assert admitted.refused
    assert all(line.endswith(f" <{quarantine_graph(node)}> .\n".encode()) for line in admitted.lines)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), changes=st.integers(1, 8))
def test_what_goes_in_always_conforms(seed: int, changes: int) -> None:
    chance = random.Random(seed)
    node = iri.document("d")
    lines = nquads_lines(all_quads(SyntheticPipeline().annotate(document("d", seed, 4))))
    for _ in range(changes):
        place = chance.randrange(len(lines))
        subject, predicate, rest = lines[place].decode().split(" ", 2)
        if chance.random() < 0.5:
            lines.pop(place)
        else:
            graph = rest.rpartition(" <")[2]
            lines[place] = f"{subject} {predicate} {chance.choice(_ODD)} <{graph}".encode()
    lines = sorted(set(lines))
    admitted = GATE.admit(node, lines)
    strict = Checker(SHAPES, warnings=False)
    assert strict.check(strict.load(triples_of(admitted.lines, node))) == []
    aside = quarantine_graph(node).encode()
    assert {line for line in admitted.lines if aside not in line} <= set(lines)
    assert GATE.admit(node, lines) == admitted


def test_a_store_keeps_and_withdraws_what_was_set_aside() -> None:
    node = iri.document("talks")
    text = b"".join(nquads_lines(all_quads(annotated()))).decode().replace(f"<{DIP}Negated>", f"<{DIP}Rumoured>")
    text = text.replace(f"<{DIP}status> <{DIP}Planned>", f"<{DIP}status> <{DIP}Rumoured>")
    admitted = GATE.admit(node, sorted(line.encode() + b"\n" for line in text.split("\n") if line))
    store = EmbeddedStore()
    store.replace(NamedNode(node), parse(b"".join(admitted.lines), format=RdfFormat.N_QUADS))
    assert NamedNode(quarantine_graph(node)) in store.graphs()
    # A query over all graphs does not take what was set aside for facts.
    assert not list(store.query("SELECT ?e WHERE { ?e a dip:Extension }"))  # type: ignore[arg-type]
    report = validate(store)
    assert (report.documents, report.quarantined, report.violations) == (1, 1, 0)
    store.replace(NamedNode(node), all_quads(annotated()))
    assert NamedNode(quarantine_graph(node)) not in store.graphs()
    store.replace(NamedNode(node), parse(b"".join(admitted.lines), format=RdfFormat.N_QUADS))
    assert store.withdraw(NamedNode(node))
    assert not list(store.quads())


def test_a_store_with_violations_is_told() -> None:
    store = EmbeddedStore()
    quads = [q for q in all_quads(annotated()) if q.predicate.value != DIP + "status"]
    store.replace(NamedNode(iri.document("talks")), quads)
    report = validate(store)
    assert report.violations == len(EVENTS)
    assert [p.count for p in report.sorted()[:1]] == [len(EVENTS)]
    by_reference = validate(store, reference=True)
    assert by_reference.violations == report.violations
