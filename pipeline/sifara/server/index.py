"""The index of the store while the server runs: made in a process of its own, changed for a newer one in one step."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from sifara.server.log import log
from sifara.server.problems import Problem
from sifara.server.settings import Settings
from sifara.server.version import version

_PATIENCE = 5  # seconds to wait for the first index before the server begins to listen
_ANSWERS, _LARGEST = 200, 1 << 20  # answers that are kept, and the bytes of the largest
_STEPS = 20_000  # instructions of SQLite between two looks at the clock


@dataclass(frozen=True, slots=True)
class Index:
    """One finished index: its file, and the state of the store that it shows.

    ``answers`` are the latest ones, ready to be sent again; they go with the index.
    """

    file: Path
    version: str
    quads: int
    answers: dict[str, bytes] = field(default_factory=dict, compare=False)

    def keep(self, name: str, answer: bytes) -> None:
        """Keep an answer, in place of the one that was asked for longest ago if there are many."""
        self.answers.pop(name, None)
        if len(answer) <= _LARGEST:
            self.answers[name] = answer
            while len(self.answers) > _ANSWERS:
                del self.answers[next(iter(self.answers))]


class Indexes:
    """Keeps the newest index. It stays the old one while a newer one is made, for some seconds or minutes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = tempfile.TemporaryDirectory(prefix="sifara-index-", ignore_cleanup_errors=True)
        self._current: Index | None = None
        self._task: asyncio.Task[None] | None = None
        self._number = 0
        self._rest = 0.0  # no new index before this time
        self._looked = 0.0

    async def start(self) -> None:
        """Begin to make the first index, and return when it is there, or after some seconds without it."""
        self._task = asyncio.ensure_future(self._make())
        await asyncio.wait({self._task}, timeout=_PATIENCE)

    async def close(self) -> None:
        """End what is being made, and remove all files."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self._folder.cleanup()

    def current(self) -> Index:
        """Return the newest index, and have a newer one made if the store has changed.

        :raises Problem: if there is none.
        """
        self._look()
        if self._current is None:
            raise Problem(503, "the index of the store is not ready; try again in some seconds", {"Retry-After": "5"})
        return self._current

    @property
    def quads(self) -> int | None:
        """How many quads the store held when it was looked at last, ``None`` if that is not known yet."""
        return self._current.quads if self._current is not None else None

    def _look(self) -> None:
        now = time.monotonic()
        if now < self._rest or now - self._looked < 0.2 or (self._task is not None and not self._task.done()):
            return
        self._looked = now
        try:
            shown = self._current
            # Temporary files may be tidied away under a server that runs for weeks.
            changed = shown is None or not shown.file.is_file() or version(self._settings.store) != shown.version
        except OSError:
            return
        if changed:
            self._task = asyncio.ensure_future(self._make())

    async def _make(self) -> None:
        started = time.monotonic()
        self._number += 1
        file = Path(self._folder.name) / f"{self._number}.sqlite"
        file.parent.mkdir(mode=0o700, exist_ok=True)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "sifara.server.tables", str(self._settings.store), str(file)
        )
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()  # else it might write once more into the folder that is being removed
            raise
        seconds = time.monotonic() - started
        self._rest = time.monotonic() + min(5 * seconds, 300) if seconds > 2 else 0.0
        if code != 0:
            self._rest = time.monotonic() + 5
            log("index-failed", code=code)
            return
        old, self._current = self._current, await asyncio.to_thread(_opened, file)
        log("index-made", version=self._current.version, quads=self._current.quads, seconds=round(seconds, 2))
        if old is not None:
            old.file.unlink(missing_ok=True)  # whoever reads it now has it open


def _opened(file: Path) -> Index:
    database = sqlite3.connect(file)
    try:
        values = dict(database.execute("SELECT name, value FROM meta"))
    finally:
        database.close()
    return Index(file, values["version"], int(values["quads"]))


@contextmanager
def reading(index: Index, seconds: float) -> Iterator[sqlite3.Connection]:
    """Open ``index`` for one request of at most ``seconds``.

    :raises Problem: if it takes longer.
    """
    try:
        database = sqlite3.connect(f"{index.file.as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.OperationalError:  # changed for a newer one between two steps of one request
        raise Problem(503, "the index has just been renewed; try again", {"Retry-After": "1"}) from None
    end = time.monotonic() + seconds
    database.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    database.execute("PRAGMA temp_store = MEMORY")
    try:
        yield database
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        raise Problem(
            503, f"the request took more than {seconds:g} seconds and was ended; ask for less", {"Retry-After": "10"}
        ) from None
    finally:
        database.close()
