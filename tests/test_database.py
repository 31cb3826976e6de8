"""SQLite files beside a store: all three are derived, so what is damaged or of another make is made anew."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from sifara.database import open_database
from sifara.linking.cache import Cache
from sifara.linking.memory import Memory
from sifara.store.telling_index import TellingIndex

SCHEMA = "CREATE TABLE IF NOT EXISTS t (x TEXT)"


def put(file: Path, version: int = 1) -> list[str]:
    """Add a row; return those that were there."""
    connection = open_database(file, SCHEMA, version)
    found = [str(row[0]) for row in connection.execute("SELECT x FROM t")]
    connection.execute("INSERT INTO t VALUES ('kept')")
    connection.commit()
    connection.close()
    return found


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    assert put(tmp_path / "f") == []
    assert put(tmp_path / "f") == ["kept"]
    assert put(tmp_path / "f", version=2) == []
    assert put(tmp_path / "f", version=2) == ["kept"]


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"no database" * 1000)
    assert put(tmp_path / "f") == []


def test_a_file_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        open_database(tmp_path / "no" / "folder", SCHEMA)


def test_everything_that_is_kept_beside_a_store_opens_so(tmp_path: Path) -> None:
    file = tmp_path / "f"
    for _ in range(2):
        file.write_bytes(b"no database" * 1000)
        TellingIndex(file).close()
        file.write_bytes(b"no database" * 1000)
        Memory(file).close()
        file.write_bytes(b"no database" * 1000)
        with Cache(file) as cache:
            cache.put("http://e/", "q", date(2024, 1, 1), [])
        with Cache(file) as cache:
            assert len(cache) == 1
