"""Worker processes: lent to one request at a time, killed when it takes too long or its client leaves."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from sifara.server import frames
from sifara.server.log import log
from sifara.server.problems import Problem
from sifara.server.settings import Settings
from sifara.server.version import version

Leave = Callable[[], Awaitable[None]]
_STATUSES = frozenset((400, 404, 406, 415, 422, 500, 503))


class ClientLeft(Exception):
    """The client of a request has closed its connection: nobody waits for the answer."""


class _Process:
    """One worker process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._input = process.stdin
        self._output = process.stdout

    async def ask(self, head: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        self._input.write(frames.pack(head, body))
        await self._input.drain()
        return await frames.receive(self._output)

    async def kill(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()


class Pool:
    """``settings.workers`` processes that read, and one at a time that writes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._free = asyncio.Semaphore(settings.workers)
        self._idle: list[_Process] = []
        self._readers: set[_Process] = set()
        self._starting = 0  # readers that are being started and not among the others yet
        self._busy: set[_Process] = set()
        self._writing = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    async def start(self) -> None:
        """Start the processes that read."""
        started = [self._reader() for _ in range(self._settings.workers)]
        self._idle = list(await asyncio.gather(*started))

    async def close(self) -> None:
        """Kill all processes."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        for process in (*self._idle, *self._busy):
            await process.kill()
        self._idle.clear()

    async def _reader(self) -> _Process:
        self._starting += 1
        try:
            process = await self._spawn()
            self._readers.add(process)
            return process
        finally:
            self._starting -= 1

    async def _spawn(self) -> _Process:
        environment = {name: value for name, value in os.environ.items() if value.strip() != self._settings.token}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "sifara.server.worker",
            str(self._settings.store),
            str(self._settings.max_memory),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=environment,
        )
        return _Process(process)

    async def read(
        self, head: dict[str, Any], body: bytes = b"", leave: Leave | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """Have one worker answer, and return head and body of the answer.

        :param leave: returns when the client has left; the worker is killed then.
        :raises ClientLeft: if it has.
        :raises Problem: if the request is refused, takes too long, or kills the worker.
        """
        try:
            head = {**head, "write": False, "version": version(self._settings.store)}
        except OSError:
            raise Problem(503, "the store is not there any more") from None
        return await self._within_time(self._with_reader(head, body), leave)

    async def write(
        self, head: dict[str, Any], body: bytes, leave: Leave | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """Have a worker write to the store; see :meth:`read`. What is killed on the way leaves nothing behind."""
        return await self._within_time(self._with_writer({**head, "write": True}, body), leave)

    async def _with_reader(self, head: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        async with self._free:
            process = self._idle.pop() if self._idle else await self._reader()
            answer = await self._lend(process, head, body)
            self._idle.append(process)
            return answer

    async def _with_writer(self, head: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        async with self._writing:
            process = await self._spawn()
            answer = await self._lend(process, head, body)
            self._later(process.kill())
            return answer

    async def _lend(self, process: _Process, head: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """Have ``process`` answer; kill it if that fails for any reason, being cancelled among them."""
        self._busy.add(process)
        try:
            return await process.ask(head, body)
        except BaseException:
            # It may still work, or lie dead: it is of no more use, and must be gone before its place is free.
            self._readers.discard(process)
            await asyncio.shield(asyncio.ensure_future(process.kill()))
            raise
        finally:
            self._busy.discard(process)

    async def _within_time(
        self, work: Awaitable[tuple[dict[str, Any], bytes]], leave: Leave | None
    ) -> tuple[dict[str, Any], bytes]:
        task = asyncio.ensure_future(work)
        gone = asyncio.ensure_future(leave()) if leave is not None else None
        waiting: set[asyncio.Future[Any]] = {task} if gone is None else {task, gone}
        try:
            done, _ = await asyncio.wait(waiting, timeout=self._settings.timeout, return_when=asyncio.FIRST_COMPLETED)
            if task not in done:
                await _cancelled(task)
                self._refill()
                if gone in done:
                    raise ClientLeft
                raise Problem(
                    503,
                    f"the request took more than {self._settings.timeout:g} seconds and was ended; ask for less",
                    {"Retry-After": "10"},
                )
            return self._checked(task)
        except asyncio.CancelledError:
            await _cancelled(task)
            raise
        finally:
            if gone is not None:
                gone.cancel()

    def _checked(self, task: asyncio.Future[tuple[dict[str, Any], bytes]]) -> tuple[dict[str, Any], bytes]:
        try:
            head, body = task.result()
        except (asyncio.IncompleteReadError, ConnectionError):
            self._refill()
            log("worker-died")
            raise Problem(
                503, "the request ended the process that worked on it, for want of memory perhaps; ask for less"
            ) from None
        if head["status"] >= 400:
            if "fault" in head:
                log("worker-fault", detail=head["fault"])
            status = head["status"] if head["status"] in _STATUSES else 500
            raise Problem(status, head["detail"], {"Retry-After": "5"} if status == 503 else None)
        return head, body

    def _refill(self) -> None:
        """Start a process in place of a killed one, before somebody waits for it."""
        if not self._closed:
            self._later(self._another())

    async def _another(self) -> None:
        async with self._free:
            if len(self._readers) + self._starting < self._settings.workers and not self._closed:
                self._idle.append(await self._reader())

    def _later(self, work: Any) -> None:
        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _cancelled(task: asyncio.Future[Any]) -> None:
    """Cancel ``task`` and wait until it is over."""
    task.cancel()
    with suppress(asyncio.CancelledError, Exception):
        await task
