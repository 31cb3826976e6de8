"""A worker process: it opens a store, answers one frame after the other, and may be killed at any time.

``python -m sifara.server.worker FOLDER MEMORY`` reads requests from its standard input and writes answers to
its standard output. It reads the store as it was when it opened it, and opens it again when the server says
that it has changed. To write, it opens the store for the time of one request, so that a ``sifara build`` can
work beside a server.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from sifara.server import confine, frames
from sifara.server.refusal import Refusal

Head = dict[str, Any]


class Worker:
    """One store and what can be asked of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store: Any = None
        self._version = ""

    def answer(self, head: Head, body: bytes) -> tuple[Head, bytes]:
        """Return the answer to one request; never raises."""
        try:
            if head["write"]:
                return self._written(head, body)
            return self._read(head, body)
        except Refusal as refusal:
            return {"status": refusal.status, "detail": str(refusal)}, b""
        except Exception as error:
            import traceback

            trace = traceback.format_exception(error)
            return {"status": 500, "detail": "the server failed at this request", "fault": "".join(trace[-4:])}, b""

    def _read(self, head: Head, body: bytes) -> tuple[Head, bytes]:
        from sifara.server import details, work
        from sifara.store.snapshot import tidied_away

        operations: dict[str, Callable[[Any, Head, bytes], tuple[Head, bytes]]] = {
            "query": work.query,
            "rows": work.rows,
            "graph": work.graph,
            "event": details.event_answer,
            "document": details.document_answer,
            "offices": details.offices_answer,
        }
        self._refresh(head["version"])
        try:
            return operations[head["do"]](self._store, head, body)
        except (OSError, RuntimeError) as error:
            if not tidied_away(error):
                raise
            self._version = ""
            self._refresh(head["version"])
            return operations[head["do"]](self._store, head, body)

    def _refresh(self, version: str) -> None:
        """Open the store as it is now, unless it is open in the state ``version`` already."""
        if self._store is not None and version == self._version:
            return
        from sifara.store.snapshot import open_snapshot

        self._store = None
        try:
            self._store = open_snapshot(self._folder)
        except OSError as error:
            raise Refusal(503, f"the store cannot be read: {error}") from None
        self._version = version

    def _written(self, head: Head, body: bytes) -> tuple[Head, bytes]:
        from pyoxigraph import Store

        from sifara.server import work

        operations = {"update": work.update, "put": work.put, "post": work.post, "delete": work.delete}
        try:
            store = Store(str(self._folder))
        except OSError:
            raise Refusal(503, "another process writes to the store now; try again later") from None
        try:
            answer = operations[head["do"]](store, head, body)
            store.flush()
            return answer
        finally:
            del store  # Oxigraph lets go of its lock with the last reference


def main(arguments: list[str]) -> None:
    """Answer until the standard input ends."""
    folder, memory = Path(arguments[0]), int(arguments[1])
    confine.die_with_parent()
    confine.limit_memory(memory)
    confine.refuse_network()
    requests: IO[bytes] = os.fdopen(os.dup(0), "rb")
    answers: IO[bytes] = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not disturb the frames
    worker = Worker(folder)
    while (frame := frames.read(requests)) is not None:
        head, body = worker.answer(*frame)
        answers.write(frames.pack(head, body))
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
