"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from handmade import TEXT, HandmadePipeline
from sifara import __version__
from sifara.build import build
from sifara.cli import cli
from sifara.reading import Unreadable
from sifara.store import EmbeddedStore


@pytest.fixture(autouse=True)
def _handmade_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("sifara.pipeline")
    module.Pipeline = HandmadePipeline  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sifara.pipeline", module)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(f"---\nid: talks\ndate: 2021-05-20\n---\n{TEXT}", encoding="utf-8")
    more = [{"id": "later", "text": TEXT, "date": "2021-06-01"}, {"id": "other", "text": "كلام لا حدث فيه"}]
    (folder / "z.jsonl").write_text("".join(json.dumps(line) + "\n" for line in more), encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path: Path, inputs: Path) -> Path:
    assert run("build", inputs, "--store", tmp_path / "store").exit_code == 0
    return tmp_path / "store"


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)


def refused(*arguments: object) -> str:
    """Run what must fail, and return its one line."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("sifara: ")
    return result.stderr


def test_build_writes_store_and_file(tmp_path: Path, inputs: Path) -> None:
    result = run("build", inputs, "--store", tmp_path / "s", "--out", tmp_path / "g.nq")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "3 documents read" in result.stderr
    lines = (tmp_path / "g.nq").read_bytes().splitlines()
    assert lines == sorted(lines)
    held = re.search(r"which now holds (\d+) quads", result.stderr)
    assert held is not None
    assert int(held[1]) >= len(lines) > 500  # the store also keeps a history of builds, which is not written
    assert not (tmp_path / "s" / "quarantine.jsonl").exists()


def test_building_again_changes_nothing(tmp_path: Path, inputs: Path, store: Path) -> None:
    run("build", inputs, "--store", store, "--out", tmp_path / "1.trig")
    run("build", inputs, "--store", store, "--out", tmp_path / "2.trig")
    assert (tmp_path / "1.trig").read_bytes() == (tmp_path / "2.trig").read_bytes()


def test_processes_make_no_difference(tmp_path: Path, inputs: Path) -> None:
    made = []
    for jobs in (1, 2):
        with EmbeddedStore(tmp_path / str(jobs)) as graphs:
            results = list(build([str(inputs)], graphs, jobs=jobs, annotator=HandmadePipeline))
            with (tmp_path / f"{jobs}.nq").open("wb") as file:
                graphs.dump(file)
        made.append(((tmp_path / f"{jobs}.nq").read_bytes(), results))
    assert made[0] == made[1]
    assert [result.id for result in made[0][1]] == ["talks", "later", "other"]


def test_date_stands_in_only_where_there_is_none(store: Path, tmp_path: Path, inputs: Path) -> None:
    run("build", inputs, "--store", tmp_path / "dated", "--date", "1999-12-31")
    query = "SELECT ?i ?d { ?x dcterms:identifier ?i ; dcterms:date ?d } ORDER BY ?i"
    rows = run("query", "--store", tmp_path / "dated", query, "--format", "csv").stdout.split()
    assert rows == ["i,d", "later,2021-06-01", "other,1999-12-31", "talks,2021-05-20"]
    assert "other" not in run("query", "--store", store, query).stdout


def test_no_text_keeps_texts_out(tmp_path: Path, inputs: Path) -> None:
    run("build", inputs, "--store", tmp_path / "s", "--no-text", "--out", tmp_path / "g.nq")
    assert "isString" not in (tmp_path / "g.nq").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_put_aside(tmp_path: Path, inputs: Path) -> None:
    (inputs / "a.txt").write_bytes(b"")
    (inputs / "b.jsonl").write_text('{"id": "x", "text": "خلل"}\n{\n', encoding="utf-8")
    result = run("build", inputs, "--store", tmp_path / "s")
    assert result.exit_code == 0
    assert "3 documents read" in result.stderr
    assert "warning: 3 documents were left out" in result.stderr
    aside = tmp_path / "s" / "quarantine.jsonl"
    records = [json.loads(line) for line in aside.read_text(encoding="utf-8").splitlines()]
    assert [(Path(r["path"]).name, r["line"], r["id"]) for r in records] == [
        ("a.txt", 0, "a"),
        ("b.jsonl", 0, "x"),
        ("b.jsonl", 2, None),
    ]
    assert "ZeroDivisionError: a fault of the pipeline" in records[1]["reason"]

    first = aside.read_bytes()
    assert run("build", inputs, "--store", tmp_path / "s", "--strict").exit_code == 1
    assert aside.read_bytes() == first  # the same three, not six
    (inputs / "b.jsonl").write_text('{"id": "x", "text": "خبر"}\n', encoding="utf-8")
    (inputs / "a.txt").write_text("خبر", encoding="utf-8")
    assert run("build", inputs / "b.jsonl", "--store", tmp_path / "s").exit_code == 0
    assert len(aside.read_text(encoding="utf-8").splitlines()) == 1  # a.txt was not read this time
    assert run("build", inputs, "--store", tmp_path / "s", "--strict").exit_code == 0
    assert not aside.exists()


def test_standard_input(tmp_path: Path) -> None:
    assert run("build", "-", "--store", tmp_path / "s", stdin=TEXT).exit_code == 0
    assert "stdin" in run("query", "--store", tmp_path / "s", "SELECT ?i { ?d dcterms:identifier ?i }").stdout


def test_withdraw_takes_a_document_back(tmp_path: Path, store: Path, inputs: Path) -> None:
    assert run("withdraw", "later", "--store", store).exit_code == 0
    assert "2021-06-01" not in run("query", "--store", store, "@actor-timeline").stdout
    assert "no document 'later'" in refused("withdraw", "later", "--store", store)
    assert "there is no store" in refused("withdraw", "later", "--store", tmp_path / "none")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("csv", "x\r\nhttps://w3id.org/sifara/id/Sergey_Lavrov\r\n"),
        ("table", "id:Sergey_Lavrov"),
        ("xml", "<uri>https://w3id.org/sifara/id/Sergey_Lavrov</uri>"),
    ],
)
def test_query_formats(store: Path, form: str, words: str) -> None:
    result = run("query", "--store", store, "SELECT DISTINCT ?x { id:Antony_Blinken dip:met ?x }", "--format", form)
    assert words in result.stdout_bytes.decode()


def test_query_answers_json_ask_and_turtle(store: Path) -> None:
    rows = json.loads(run("query", "--store", store, "SELECT ?x { ?x owl:sameAs wd:Q30 }", "--format", "json").stdout)
    assert rows["results"]["bindings"][0]["x"]["value"].endswith("United_States")
    assert run("query", "--store", store, "ASK { ?a dip:met ?a }").stdout == "false\n"
    assert "id:Russia a dip:Actor" in run("query", "--store", store, "DESCRIBE id:Russia", "--format", "ttl").stdout


def test_query_from_a_file_and_with_a_value(tmp_path: Path, store: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("SELECT DISTINCT ?x { VALUES ?who { UNDEF } ?who dip:met ?x }", encoding="utf-8")
    result = run("query", "--store", store, file, "--set", "who=id:Antony_Blinken", "--format", "csv")
    assert result.stdout.split() == ["x", "https://w3id.org/sifara/id/Sergey_Lavrov"]


def test_cells_are_never_markup(store: Path) -> None:
    assert "[bold]x[/bold]" in run("query", "--store", store, 'SELECT ("[bold]x[/bold]" AS ?m) {}').stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "SELECT"], "not a SPARQL query"),
        (["query", "DELETE WHERE { ?s ?p ?o }"], "not a SPARQL query"),
        (["query", "@nothing"], "there is no query @nothing; there are @accusations"),
        (["query", "none.rq"], "cannot be read"),
        (["query", "@visits", "--set", "who=x"], "no VALUES line for ?who"),
        (["query", "@actor-timeline", "--set", "actor"], "expected NAME=VALUE"),
        (["query", "ASK {}", "--format", "ttl"], "give no triples"),
        (["query", "DESCRIBE id:Russia", "--format", "csv"], "use --format ttl"),
        (["explain", "zz"], "names no event"),
        (["explain", "0123456789abcdef"], "holds no event"),
        (["draw", "--out", "a.gif"], ".png or .svg"),
        (["build", "nowhere"], "no file or folder nowhere"),
        (["build", ".", "--out", "a.ttl"], ".nq or .trig"),
    ],
)
def test_errors_are_one_line(store: Path, arguments: list[str], words: str) -> None:
    assert words in refused(*arguments, "--store", store)


@pytest.mark.parametrize("command", ["query ASK{}", "explain aa", "stats", "draw --out a.png"])
def test_no_store_is_said_in_one_line(tmp_path: Path, command: str) -> None:
    assert "make one with: sifara build" in refused(*command.split(), "--store", tmp_path / "none")


def event(store: Path, kind: str) -> str:
    query = f"SELECT ?e {{ ?e a dip:{kind} ; dip:reportedIn ?d }} ORDER BY ?e"
    return run("query", "--store", store, query, "--format", "csv").stdout.split()[1]


def test_explain_shows_words_roles_and_rules(store: Path) -> None:
    iri = event(store, "Meeting")
    shown = run("explain", iri, "--store", store).stdout
    assert "{التقى} وزير الخارجية الأمريكي [أنتوني بلينكن] نظيره [سيرغي لافروف] في [ريكيافيك]." in shown
    for words in ("dip:Meeting", "Actual", "2021-05-19", "dip:Inferred", "meeting.entry", "prep:في", "65–73"):
        assert words in shown
    for name in (iri.removeprefix("https://w3id.org/sifara/id/"), "id:event/" + iri[-16:], iri[-16:], iri[-16:-6]):
        assert run("explain", name, "--store", store).stdout == shown


def test_explain_wants_one_event(store: Path) -> None:
    everything = run("query", "--store", store, "SELECT ?e { ?e dip:reportedIn ?d ; a dip:Event }", "--format", "csv")
    everything = everything.stdout.split()[1:]
    firsts = [iri[-16] for iri in everything]
    double = next(first for first in firsts if firsts.count(first) > 1)
    assert "give more of the hash" in refused("explain", double, "--store", store)


def test_stats_count_everything_once(store: Path) -> None:
    lines = [line.rsplit(None, 1) for line in run("stats", "--store", store).stdout.splitlines() if line.strip()]
    counts = {name.strip(): count for name, count in (line for line in lines if len(line) == 2)}
    assert counts["documents"] == "3"
    assert counts["events"] == "14"
    assert counts["Planned"] == "2"
    assert counts["Meeting"] == "2"
    assert counts["Person"] == "3"


def test_queries_lists_every_name_with_its_question() -> None:
    shown = run("queries").stdout
    assert "@who-met-whom\n    Who met whom, where and when?\n    من التقى من، وأين، ومتى؟\n" in shown
    assert "@actor-timeline  --set actor=…\n" in shown


def test_version() -> None:
    assert run("version").stdout == f"sifara {__version__}\n"


def started(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run a process with what this one can import."""
    environment = {"PYTHONPATH": ":".join(sys.path), "PATH": os.environ["PATH"], **more}
    return subprocess.run(arguments, capture_output=True, check=True, env=environment)


def test_start_imports_nothing_heavy() -> None:
    heavy = {"camel_tools", "matplotlib", "networkx", "numpy", "pyoxigraph", "rdflib", "rich", "yaml"}
    code = f"import sys, sifara.cli; print(sorted({heavy!r} & set(sys.modules)))"
    assert started(sys.executable, "-c", code).stdout == b"[]\n"


def test_output_is_utf8_whatever_the_terminal() -> None:
    shown = started(sys.executable, "-m", "sifara", "queries", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "من التقى من" in shown.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error() -> None:
    shown = started("bash", "-c", f"{sys.executable} -m sifara queries | head -n 1")
    assert shown.stdout.startswith(b"@")
    assert shown.stderr == b""


def test_unreadable_is_one_line() -> None:
    assert str(Unreadable("a.txt", 3, 0, "why")) == "a.txt:3: why"
