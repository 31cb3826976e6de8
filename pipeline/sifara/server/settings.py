"""What a server is started with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of a server; the defaults are those of ``sifara serve``.

    ``timeout`` is in seconds, for one query or update with its waiting; sizes are in bytes. ``token`` is what
    writing asks for; ``None`` means that nobody can write. ``cors`` is the origin that browsers may
    read from ("*": all, "": none but the server's own).
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 7878
    token: str | None = None
    timeout: float = 30.0
    workers: int = 2
    max_answer: int = 64 * 1024 * 1024
    max_body: int = 32 * 1024 * 1024
    max_query: int = 1024 * 1024
    max_memory: int = 2 * 1024 * 1024 * 1024
    cors: str = "*"
    static: Path | None = None

    @property
    def writable(self) -> bool:
        """Whether anybody can write."""
        return self.token is not None
