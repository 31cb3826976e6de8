"""Real stores behind HTTP for the tests, each in a process of its own on a free port of the loopback interface."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PASSWORD = "a-password-for-tests"

_VIRTUOSO = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
ErrorLogLevel = 7
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
LiteMode = 0
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
DirsAllowed = {folder}
SchedulerInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 5
DavRoot = DAV
EnabledDavVSP = 0
HTTPProxyEnabled = 0
[SPARQL]
ResultSetMaxRows = 10000
DefaultGraph = http://localhost:8890/dataspace
"""


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def oxigraph() -> str | None:
    """Return the program ``oxigraph``, from beside Python or the path."""
    return shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


def virtuoso() -> str | None:
    """Return the program ``virtuoso-t``, if it and its tool ``isql-vt`` are installed."""
    return shutil.which("virtuoso-t") if shutil.which("isql-vt") else None


@contextmanager
def running_oxigraph(folder: Path, *options: str) -> Iterator[str]:
    """Serve a store in ``folder`` with Oxigraph; yield its address."""
    program = oxigraph()
    assert program is not None
    port = free_port()
    command = [program, "serve", "--location", str(folder / "store"), "--bind", f"127.0.0.1:{port}", *options]
    with _running(command, folder, f"http://127.0.0.1:{port}/") as url:
        yield url


@contextmanager
def running_virtuoso(folder: Path) -> Iterator[str]:
    """Serve a new database in ``folder`` with Virtuoso; yield its address. The user dba has the password above."""
    program = virtuoso()
    assert program is not None
    http, sql = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(_VIRTUOSO.format(folder=folder, http=http, sql=sql), encoding="utf-8")
    command = [program, "+configfile", str(ini), "+foreground"]
    with _running(command, folder, f"http://127.0.0.1:{http}/sparql") as url:
        tool = shutil.which("isql-vt")
        assert tool is not None
        change = f"user_set_password('dba', '{PASSWORD}');"
        subprocess.run([tool, f"127.0.0.1:{sql}", "dba", "dba", f"exec={change}"], check=True, capture_output=True)
        yield url.removesuffix("sparql")


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[str]:
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            end = time.monotonic() + 60
            while not _answers(url):
                found = (folder / "server.log").read_text(errors="replace")
                assert process.poll() is None, f"the server ended: {found}"
                assert time.monotonic() < end, f"the server does not start: {found}"
                time.sleep(0.05)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
