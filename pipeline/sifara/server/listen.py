"""uvicorn, with its words in the log of the server."""

from __future__ import annotations

import logging
import socket

import uvicorn

from sifara.server.log import log


class _Lines(logging.Handler):
    """Writes what libraries log as lines of the server's own log."""

    def emit(self, record: logging.LogRecord) -> None:
        values = {"level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        if record.exc_info:
            values["trace"] = logging.Formatter().formatException(record.exc_info)[-2000:]
        log("library", **values)


class _Server(uvicorn.Server):
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, and say where: the port may have been left to the system."""
        await super().startup(sockets)
        for server in self.servers if self.started else ():
            for sock in server.sockets:
                host, port, *_ = sock.getsockname()
                log("listening", host=host, port=port)


def listening_server(config: uvicorn.Config) -> uvicorn.Server:
    """Return a server that writes to the log where it listens, and what goes wrong in it."""
    for name in ("uvicorn", "uvicorn.error", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [_Lines()] if name != "uvicorn.error" else [], name == "uvicorn.error"
        logger.setLevel(logging.WARNING)
    return _Server(config)
