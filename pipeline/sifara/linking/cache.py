"""Answers of endpoints, kept on disk with their day: what was asked once is not asked again."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from sifara.database import open_database

Row = dict[str, str]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    name TEXT PRIMARY KEY, endpoint TEXT NOT NULL, query TEXT NOT NULL, day TEXT NOT NULL, answer TEXT NOT NULL
)"""


class Cache:
    """Answers by endpoint and query, in an SQLite file; in memory for ``None``. Each is on disk once it is put."""

    def __init__(self, file: Path | None) -> None:
        self._connection = open_database(file, _SCHEMA)

    @staticmethod
    def _name(endpoint: str, query: str) -> str:
        return hashlib.sha256(f"{endpoint}\n{query}".encode()).hexdigest()

    def get(self, endpoint: str, query: str, today: date, days: int) -> tuple[list[Row], str] | None:
        """Return an answer and its day (ISO 8601), if there is one that is not older than ``days`` days."""
        found = self._connection.execute(
            "SELECT answer, day FROM answers WHERE name = ? AND day >= ?",
            (self._name(endpoint, query), (today - timedelta(days=days)).isoformat()),
        ).fetchone()
        return (json.loads(found[0]), found[1]) if found is not None else None

    def put(self, endpoint: str, query: str, today: date, answer: list[Row]) -> None:
        """Keep an answer."""
        self._connection.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)",
            (self._name(endpoint, query), endpoint, query, today.isoformat(), json.dumps(answer, ensure_ascii=False)),
        )
        self._connection.commit()

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT COUNT(*) FROM answers").fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
