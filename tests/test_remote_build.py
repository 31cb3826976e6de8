"""sifara build, withdraw and infer straight into a server: in the end it holds what a store in a folder holds."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import NamedNode, Quad

import sifara
from remote_servers import PASSWORD, oxigraph, running_oxigraph, running_virtuoso, virtuoso
from sifara import build as builder
from sifara.cli import cli
from sifara.graph.inference import GRAPH as INFERRED
from sifara.graph.iri import ID
from sifara.store import EmbeddedStore
from sifara.store.history import runs
from sifara.store.remote import RemoteStore, open_remote
from synthetic import SyntheticPipeline, document, write

DOCUMENTS = [document(f"d{number:03}", number, 2, 5) for number in range(30)]
HISTORY = NamedNode(ID + "graph/history")
TESTS = Path(__file__).resolve().parent


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a server; yield its address, with its kind."""
    kind = str(request.param)
    if (oxigraph if kind == "oxigraph" else virtuoso)() is None:
        pytest.skip(f"{kind} is not installed (Debian has virtuoso-opensource; the tests install oxigraph)")
    folder = tmp_path_factory.mktemp(kind)
    with (running_oxigraph if kind == "oxigraph" else running_virtuoso)(folder) as address:
        yield f"{kind}+{address}"


@pytest.fixture
def server(url: str, monkeypatch: pytest.MonkeyPatch) -> RemoteStore:
    """Return an empty store, with documents taken apart by a stand-in for the pipeline."""
    if url.startswith("virtuoso"):
        monkeypatch.setenv("SIFARA_STORE_USER", "dba")
        monkeypatch.setenv("SIFARA_STORE_PASSWORD", PASSWORD)
    monkeypatch.setattr(
        builder.build, "__kwdefaults__", {**builder.build.__kwdefaults__, "annotator": SyntheticPipeline}
    )
    store = open_remote(url)
    for graph in store.graphs():
        store.put(graph, ())
    return store


def run(*words: object, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, list(map(str, words)))
    assert result.exit_code == code, result.output
    return result


def content(store: EmbeddedStore | RemoteStore) -> set[Quad]:
    return {quad for quad in store.quads() if quad.graph_name != HISTORY}


def same(server: RemoteStore, folder: Path) -> bool:
    with EmbeddedStore(folder, read_only=True) as local:
        assert content(server) == content(local)
        assert server.graphs() == local.graphs()
    return True


def test_a_build_ends_as_in_a_folder(server: RemoteStore, url: str, tmp_path: Path) -> None:
    news, folder = tmp_path / "news.jsonl", tmp_path / "store"
    write(news, DOCUMENTS[:20])
    for store in (folder, url):
        assert "20 documents read into" in run("build", news, "--store", store, "--infer").output
    assert same(server, folder)
    assert any(graph.value == ID + "graph/events" for graph in server.graphs())
    # What is unchanged is passed over; what is new is joined; inferences are kept in step without being asked for.
    write(news, [*DOCUMENTS[5:19], document("d019", 999, 2, 5), *DOCUMENTS[20:]])
    for store in (folder, url):
        assert "14 unchanged" in run("build", news, "--store", store, "--changed").output
    assert same(server, folder)
    for store in (folder, url):
        run("withdraw", "d003", "d019", "d025", "--store", store)
    assert same(server, folder)
    assert [entry["kind"] for entry in runs(server)] == ["build", "build", "withdraw"]
    for store in (folder, url):
        run("infer", "--forget", "--store", store)
    assert same(server, folder)
    assert INFERRED not in server.graphs()


def test_what_cannot_be_read_is_kept_beside(server: RemoteStore, url: str, tmp_path: Path) -> None:
    news, beside = tmp_path / "news.jsonl", tmp_path / "beside" / "it"
    write(news, DOCUMENTS[:2])
    with news.open("a", encoding="utf-8") as file:
        file.write("{ no json\n")
    said = run("build", news, "--store", url).output
    assert "1 documents were left out" in said
    assert "news.jsonl" in said
    assert "quarantine.jsonl" in run("build", news, "--store", url, "--beside", beside, "--strict", code=1).output
    (record,) = [json.loads(line) for line in (beside / "quarantine.jsonl").read_text(encoding="utf-8").splitlines()]
    assert record["line"] == 3
    assert PASSWORD not in said


def test_decisions_beside_a_server_count(server: RemoteStore, url: str, tmp_path: Path) -> None:
    news, folder, beside = tmp_path / "news.jsonl", tmp_path / "store", tmp_path / "beside"
    write(news, DOCUMENTS)
    run("build", news, "--store", folder)
    with EmbeddedStore(folder, read_only=True) as local:
        event = min(q.subject.value for q in local.quads() if q.predicate.value.endswith("sameEventAs"))
    run("split", event, "--store", folder)
    beside.mkdir()
    (beside / "decisions.tsv").write_bytes((folder / "decisions.tsv").read_bytes())
    run("build", news, "--store", url, "--beside", beside)
    assert same(server, folder)
    assert sorted(file.name for file in beside.iterdir()) == ["decisions.tsv"]


def test_a_folder_needs_nothing_beside(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    write(news, DOCUMENTS[:1])
    assert "--beside" in run("build", news, "--store", tmp_path / "s", "--beside", tmp_path, code=2).output
    assert not (tmp_path / "s").exists()


def test_a_server_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    write(news, DOCUMENTS[:1])
    said = run("build", news, "--store", "oxigraph+http://127.0.0.1:9/", code=2).output
    assert said.startswith("sifara: ")
    assert said.count("\n") == 1


_CHILD = """
import sys
sys.path[:0] = sys.argv[3:]
from sifara import build as builder
from synthetic import SyntheticPipeline
builder.build.__kwdefaults__["annotator"] = SyntheticPipeline
from sifara.cli import cli
cli(["build", sys.argv[1], "--store", sys.argv[2], "--infer"])
"""


def test_killed_at_any_moment(server: RemoteStore, url: str, tmp_path: Path) -> None:
    """Whenever the builder dies, each document is wholly on the server or not; building again makes it complete."""
    news, folder = tmp_path / "news.jsonl", tmp_path / "store"
    write(news, DOCUMENTS)
    run("build", news, "--store", folder, "--infer")
    with EmbeddedStore(folder, read_only=True) as local:
        expected = {graph: set(local.quads(graph)) for graph in local.graphs()}
    source = str(Path(sifara.__file__).resolve().parents[1])
    words = [sys.executable, "-c", _CHILD, str(news), url, str(TESTS), source]
    chance = random.Random(11)
    begin = time.monotonic()
    subprocess.run(words, check=True, capture_output=True)
    duration = time.monotonic() - begin
    partial = 0
    for number in range(6):
        child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if number % 2:  # once more, over what the last one left
            time.sleep(chance.uniform(0.3, 1.0) * duration)
        else:
            for graph in server.graphs():
                server.put(graph, ())
            while len(server.graphs()) < 2 and child.poll() is None:
                time.sleep(0.01)
            time.sleep(chance.uniform(0, 0.2) * duration)
        child.send_signal(signal.SIGKILL)
        child.wait()
        there = [graph for graph in server.graphs() if graph.value.startswith(ID + "doc/")]
        for graph in there:
            assert set(server.quads(graph)) == expected[graph]
        partial += 0 < len(there) < len(DOCUMENTS)
    assert partial, "no process was killed in the midst of its work"
    run("build", news, "--store", url, "--infer", "--changed")
    assert same(server, folder)
