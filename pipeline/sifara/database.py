"""SQLite files beside a store, which hold what can be made again."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def open_database(file: Path | None, schema: str, version: int = 1) -> sqlite3.Connection:
    """Open ``file`` with the tables of ``schema``; in memory for ``None``.

    All that is in it is derived: a file that is damaged, or of another version, is made anew.

    :param schema: SQL that makes each table if it is not there.
    :param version: of what the tables hold.
    :raises sqlite3.Error: if the file can neither be read nor made.
    """
    try:
        found = _opened(file, schema, version)
    except sqlite3.DatabaseError as error:
        if file is None or isinstance(error, sqlite3.OperationalError):  # it is in use, say, and not damaged
            raise
        found = None
    if found is None:
        assert file is not None  # what is in memory is new
        file.unlink(missing_ok=True)
        found = _opened(file, schema, version)
        assert found is not None  # a new file has no version yet
    return found


def _opened(file: Path | None, schema: str, version: int) -> sqlite3.Connection | None:
    """Return the open file, ``None`` if it is of another version."""
    connection = sqlite3.connect(file if file is not None else ":memory:")
    try:
        (known,) = connection.execute("PRAGMA user_version").fetchone()
        if known not in (0, version):
            connection.close()
            return None
        connection.executescript(f"{schema};\nPRAGMA user_version = {version};")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
