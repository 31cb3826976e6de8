"""The life of a store: reading again, reading what is new, taking back, and dying at any moment."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
from click.testing import CliRunner
from pyoxigraph import NamedNode, Quad

from sifara import build as builder
from sifara.build import build
from sifara.cli import cli
from sifara.errors import StoreError
from sifara.graph import iri
from sifara.graph.iri import ID
from sifara.store import EmbeddedStore, history
from sifara.store.canonical_store import CanonicalEvents
from sifara.store.history import Run, runs
from synthetic import SyntheticPipeline, document, write

TESTS = Path(__file__).resolve().parent
DOCUMENTS = [document(f"d{number:03}", number, 2, 5) for number in range(200)]
ROUNDS = int(os.environ.get("SIFARA_KILLS", "20"))  # processes killed


def _build(store: Path, inputs: Path, *, language: str = "of this test", **options: object) -> Run:
    run = Run("build")
    with (
        mock.patch.object(history, "language_data", return_value=language),
        EmbeddedStore(store) as graphs,
        CanonicalEvents(graphs, store) as events,
    ):
        for _ in build(
            [str(inputs)],
            graphs,
            annotator=SyntheticPipeline,
            events=events,
            run=run,
            **options,  # type: ignore[arg-type]
        ):
            pass
        run.record(graphs)
    return run


def _content(store: Path) -> bytes:
    file = io.BytesIO()
    with EmbeddedStore(store, read_only=True) as graphs:
        graphs.dump(file)
    return file.getvalue()


def _by_graph(store: Path) -> dict[str, set[Quad]]:
    with EmbeddedStore(store, read_only=True) as graphs:
        return {g.value: set(graphs.quads(g)) for g in graphs.graphs()}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("inputs") / "news.jsonl"
    write(file, DOCUMENTS)
    return file


@pytest.fixture(scope="module")
def whole(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("whole") / "store"
    _build(store, inputs)
    return store


def test_processes_and_order_make_no_difference(inputs: Path, whole: Path, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    write(file, list(reversed(DOCUMENTS)))
    _build(tmp_path / "store", file, jobs=2)
    assert _content(tmp_path / "store") == _content(whole)


def test_reading_again_changes_nothing_but_the_history(inputs: Path, tmp_path: Path) -> None:
    file = tmp_path / "few.jsonl"
    write(file, DOCUMENTS[:20])
    first = _build(tmp_path / "store", file)
    content = _content(tmp_path / "store")
    again = _build(tmp_path / "store", file)
    assert _content(tmp_path / "store") == content
    assert first.counts["read"] == again.counts["read"] == 20
    assert again.counts["canonical events changed"] == 0
    with EmbeddedStore(tmp_path / "store", read_only=True) as graphs:
        assert [run["kind"] for run in runs(graphs)] == ["build", "build"]
        assert b"graph/history" not in content
        assert NamedNode(ID + "graph/history") in graphs.graphs()


def test_what_is_unchanged_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    write(file, DOCUMENTS[:10])
    _build(tmp_path / "store", file)
    changed = [*DOCUMENTS[:9], document("d009", 999, 2, 5), DOCUMENTS[10]]
    write(file, changed)
    run = _build(tmp_path / "store", file, changed=True)
    assert (run.counts["unchanged"], run.counts["read"]) == (9, 2)
    fresh = tmp_path / "fresh"
    _build(fresh, file)
    assert _content(tmp_path / "store") == _content(fresh)
    # With texts or without is a difference.
    assert _build(tmp_path / "store", file, changed=True, with_text=False).counts["read"] == 11


def test_another_lexicon_makes_everything_new(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    write(file, DOCUMENTS[:3])
    _build(tmp_path / "store", file)
    assert _build(tmp_path / "store", file, changed=True, language="another").counts["read"] == 3


def test_what_is_older_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    write(file, DOCUMENTS[:10])
    run = _build(tmp_path / "store", file, since=date(2024, 3, 3), changed=True)
    older = sum(1 for d in DOCUMENTS[:10] if d.date and d.date < date(2024, 3, 3))
    assert (run.counts["older"], run.counts["read"]) == (older, 10 - older)
    assert 0 < older < 10


def test_withdrawing_is_never_having_read(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    write(file, DOCUMENTS[:20])
    _build(tmp_path / "store", file)
    names = [d.id for d in DOCUMENTS[5:9]]
    result = CliRunner().invoke(cli, ["withdraw", *names, "--store", str(tmp_path / "store")])
    assert result.exit_code == 0, result.output
    write(file, [*DOCUMENTS[:5], *DOCUMENTS[9:20]])
    _build(tmp_path / "fresh", file)
    assert _content(tmp_path / "store") == _content(tmp_path / "fresh")
    result = CliRunner().invoke(cli, ["withdraw", names[0], "--store", str(tmp_path / "store")])
    assert result.exit_code == 2


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = {**builder.build.__kwdefaults__, "annotator": SyntheticPipeline}
    monkeypatch.setattr(builder.build, "__kwdefaults__", defaults)
    file, store = tmp_path / "news.jsonl", str(tmp_path / "store")
    write(file, DOCUMENTS[:40])

    def run(*words: str) -> str:
        result = CliRunner().invoke(cli, [*words, "--store", store])
        assert result.exit_code == 0, result.output
        return result.output

    run("build", str(file))
    assert "40 unchanged" in run("build", str(file), "--changed")
    assert ": 0 violations" in run("validate", "--no-warnings")
    before = _content(tmp_path / "store")
    with EmbeddedStore(store, read_only=True) as graphs:
        pairs = [q for q in graphs.quads(NamedNode(iri.EVENTS_GRAPH)) if q.predicate.value.endswith("sameEventAs")]
        canonical = pairs[0].object.value.removeprefix(ID)  # type: ignore[union-attr]
        event = min(q.subject.value for q in pairs if q.object == pairs[0].object)  # type: ignore[union-attr]
    run("split", event)
    assert _content(tmp_path / "store") != before
    run("join", event.removeprefix(ID + "event/"))
    assert _content(tmp_path / "store") == before
    run("split", f"id:{canonical}")
    assert _content(tmp_path / "store") != before
    (tmp_path / "store" / "decisions.tsv").unlink()
    run("merge")
    assert _content(tmp_path / "store") == before
    listing = tmp_path / "duplicates.tsv"
    run("duplicates", "--out", str(listing))
    assert listing.read_text(encoding="utf-8").startswith("verdict\t")
    run("duplicates", "--read", str(listing))
    # What does not fit is told, with exit code 1.
    with EmbeddedStore(store) as graphs:
        node = NamedNode(iri.document("d000"))
        graphs.revise([q for q in graphs.quads(node) if q.predicate.value.endswith("#status")], [])
    result = CliRunner().invoke(cli, ["validate", "--store", store])
    assert result.exit_code == 1
    assert "An event has exactly one status" in result.output


# --- Death -----------------------------------------------------------------------------------------------------

_CHILD = """
import sys
sys.path[:0] = sys.argv[3:]
from test_life import _build
from pathlib import Path
_build(Path(sys.argv[1]), Path(sys.argv[2]))
print("done")
"""


def _children(store: Path, inputs: Path) -> Iterator[subprocess.Popen[bytes]]:
    import sifara

    source = str(Path(sifara.__file__).resolve().parents[1])
    words = [sys.executable, "-c", _CHILD, str(store), str(inputs), str(TESTS), source]
    while True:
        yield subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_killed_at_any_moment(inputs: Path, whole: Path, tmp_path: Path) -> None:
    """Every document is wholly there or not at all, whenever the process dies; building again makes it complete."""
    expected = _by_graph(whole)
    content = _content(whole)
    chance = random.Random(7)
    store = tmp_path / "store"
    started = time.monotonic()
    assert next(_children(store, inputs)).wait() == 0
    duration = time.monotonic() - started
    assert _content(store) == content
    partial = 0
    for number in range(ROUNDS):
        store = tmp_path / f"store{number // 4}"  # some die several times
        child = next(_children(store, inputs))
        time.sleep(chance.uniform(0.2, 1.0) * duration)
        child.send_signal(signal.SIGKILL)
        child.wait()
        if not (store / "CURRENT").is_file():
            continue  # it died before there was a store
        try:
            found = _by_graph(store)
        except StoreError as error:
            if "half made" not in str(error):
                raise
            found = {}  # it died while the store was being made
        documents = {name for name in found if name.startswith(ID + "doc/") and found[name]}
        for name in documents:
            assert found[name] == expected[name]
        partial += 0 < len(documents) < len(DOCUMENTS)
        if number % 4 == 3:
            _build(store, inputs, changed=bool(number % 8 == 3))
            assert _content(store) == content
    assert partial, "no process was killed in the midst of its work"
