"""Which state a store on disk is in, told from its files without opening it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

# What Oxigraph (RocksDB) writes when data change; LOG, OPTIONS and the like change without.
_DATA = (".log", ".sst")
_HEADS = ("CURRENT", "MANIFEST-")


def version(folder: Path) -> str:
    """Return a short name of the state of the store in ``folder``: it changes with every write.

    :raises OSError: if there is no such folder.
    """
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_DATA) or entry.name.startswith(_HEADS):
                try:
                    state = entry.stat()
                except FileNotFoundError:  # a file that a writer has just done with
                    continue
                found.append(f"{entry.name} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()[:16]
