"""A server that does what it is told, for tests of what clients do about bad ones."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROWS = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}}'


@dataclass(frozen=True)
class Deed:
    """What is done with one request. ``cut``: so many bytes of the body are sent, and the connection is closed."""

    status: int = 200
    body: bytes = ROWS
    headers: dict[str, str] = field(default_factory=dict)
    reset: bool = False
    cut: int | None = None
    chunked: bool = False
    wait: float = 0.0
    drip: float = 0.0


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Misbehaving:
    """A server; ``deeds`` are what it does with the next requests, the last one for ever."""

    url: str = ""
    deeds: list[Deed] = field(default_factory=lambda: [Deed()])
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def misbehaving(*deeds: Deed) -> Iterator[Misbehaving]:
    """Run a server that does ``deeds``."""
    state = Misbehaving(deeds=list(deeds) or [Deed()])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            state.asked.append(Asked(self.command, self.path, headers, body))
            deed = state.deeds.pop(0) if len(state.deeds) > 1 else state.deeds[0]
            self.close_connection = True
            if deed.reset:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                self.connection.close()
                return
            time.sleep(deed.wait)
            self.send_response_only(deed.status)
            for name, value in {"Content-Type": "application/sparql-results+json", **deed.headers}.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            if deed.chunked:
                self.send_header("Transfer-Encoding", "chunked")
            else:
                self.send_header("Content-Length", str(len(deed.body)))
            self.end_headers()
            body = deed.body if deed.cut is None else deed.body[: deed.cut]
            if deed.chunked:
                body = b"%x\r\n" % len(deed.body) + body
            pieces = [body[i : i + 1] for i in range(len(body))] if deed.drip else [body]
            for piece in pieces:
                try:
                    self.wfile.write(piece)
                    self.wfile.flush()
                except OSError:
                    return
                time.sleep(deed.drip)

        do_GET = do_POST = do_PUT = do_DELETE = _do

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
