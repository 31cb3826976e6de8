"""A real server in a process of its own, on a free port of the loopback interface, for the tests."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from pyoxigraph import NamedNode

from handmade import ENTITIES as HANDMADE
from handmade import EVENTS, MENTIONS, OFFICES, TEXT, sentences
from sifara.document import Annotated, Argument, Document, Entity, EntityLayer, Event, Text
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.store import EmbeddedStore

ROOT = Path(__file__).resolve().parents[1]
TOKEN = "a-token-for-tests-0123456789"
EVIL = '</script><script>alert("\u202e1")</script>\u0000\n\x1b[31m" OR 1=1; DROP TABLE entities --'
EVIL_ID = 'evil" OR "1"="1'


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass
class Running:
    """A server that runs; ``lines`` are those of its log."""

    port: int
    process: subprocess.Popen[str]
    store: Path
    lines: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, method: str, path: str, body: bytes | str | None = None, **headers: str) -> Answer:
        """Send a request; ``content_type="…"`` stands for Content-Type."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            data = body.encode() if isinstance(body, str) else body
            connection.request(method, path, data, named)
            response = connection.getresponse()
            return Answer(
                response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
            )
        finally:
            connection.close()

    def get(self, path: str, /, *, headers: dict[str, str] | None = None, **parameters: Any) -> Answer:
        query = urlencode(parameters, doseq=True)
        return self.send("GET", f"{path}?{query}" if query else path, **(headers or {}))

    def api(self, name: str, /, **parameters: Any) -> Any:
        answer = self.get(f"/api/{name}", **parameters)
        assert answer.status == 200, answer.body
        assert answer.media == "application/json"
        return answer.json

    def ask(self, query: str, **headers: str) -> Answer:
        return self.send("POST", "/sparql", query, content_type="application/sparql-query", **headers)

    def update(self, text: str, path: str = "/sparql", token: str = TOKEN) -> Answer:
        return self.send("POST", path, text, content_type="application/sparql-update", authorization=f"Bearer {token}")

    def log(self, event: str) -> list[dict[str, Any]]:
        return [line for line in map(json.loads, list(self.lines)) if line["event"] == event]

    def workers(self) -> list[int]:
        """Return the process ids of the workers (Linux)."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return sorted(
            int(child) for child in children if b"server.worker" in Path(f"/proc/{child}/cmdline").read_bytes()
        )


@contextmanager
def running(store: Path, *options: str, update: bool = False) -> Iterator[Running]:
    """Serve ``store`` until the end of the block."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT / "pipeline"), SIFARA_TEST_TOKEN=TOKEN, TMPDIR=str(store.parent))
    command = [sys.executable, "-m", "sifara.server", "--store", str(store), "--port", "0", *options]
    command += ["--update", "--token-env", "SIFARA_TEST_TOKEN"] if update else []
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert process.stderr is not None
    server = Running(0, process, store)
    listening = threading.Event()

    def follow() -> None:
        for line in process.stderr or ():
            server.lines.append(line)
            if match := re.search(r'"event": "listening".*"port": (\d+)', line):
                server.port = int(match[1])
                listening.set()
        listening.set()

    reader = threading.Thread(target=follow, daemon=True)
    reader.start()
    try:
        assert listening.wait(30), "the server does not start"
        assert server.port, "".join(server.lines)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
        finally:
            reader.join(5)
            process.stderr.close()
    assert not list(store.parent.glob("sifara-index-*")), "the server leaves files behind"


def until(condition: Any, seconds: float = 10) -> bool:
    """Wait until ``condition()`` holds; return whether it came to that."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


def annotated(
    name: str, published: date | None, publisher: str | None, events: tuple[Event, ...] = EVENTS, title: str = "لقاء"
) -> Annotated:
    entities = {
        **HANDMADE,
        EVIL_ID: Entity(EVIL_ID, "Person", EVIL.replace("\0", ""), "Evil", aliases=("شرير",), listed=False),
    }
    document = Document(name, TEXT, published, title, "https://news.example/" + name, publisher)
    text = Text(document, sentences(TEXT), ())
    return Annotated(text, EntityLayer(MENTIONS, entities, OFFICES), (), events, {"program": "0.1.0", "lexicon": "abc"})


def summit() -> Event:
    """A summit, in a year, with somebody who has a wicked name."""
    meeting = EVENTS[0]
    evil = Argument("participant", EVIL_ID, *_span("سالم المنصوري"), "subject")
    return Event("Summit", (*meeting.arguments[:1], evil), meeting.evidence, date="2021", date_basis="stated")


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def make_store(folder: Path) -> Path:
    """Write a store of four documents of two publishers; one has a wicked name, title and entity."""
    documents = (
        annotated("talks", date(2021, 5, 20), "وكالة مثال"),
        annotated("talks-2", date(2021, 6, 1), "وكالة مثال"),
        annotated("talks-3", date(2021, 6, 2), "صحيفة أخرى", EVENTS[1:2]),
        annotated("../../etc/passwd<script>", None, None, (summit(),), EVIL.replace("\0", "")),
    )
    with EmbeddedStore(folder) as store:
        for found in documents:
            store.replace(NamedNode(iri.document(found.text.document.id)), all_quads(found))
    return folder
