"""A store on disk opened as it is now, beside whoever writes to it."""

from __future__ import annotations

import time
from pathlib import Path

import pyoxigraph

_TRIES = 8
_PAUSE = 0.02  # seconds after the first try; twice as long after each further one


def tidied_away(error: Exception) -> bool:
    """Say whether ``error`` tells of a file that was there a moment ago.

    A writer merges files and takes the old ones away. A reader that has just read their names then finds none:
    Oxigraph says so with an OSError or, where a list of files names it, with a RuntimeError that tells of corruption.
    """
    return isinstance(error, OSError) or (isinstance(error, RuntimeError) and "No such file" in str(error))


def open_snapshot(folder: Path) -> pyoxigraph.Store:
    """Open the store in ``folder`` for reading, again if a writer takes away the files that it consists of.

    :raises OSError: if that goes on for some seconds, or the store cannot be read at all.
    """
    for attempt in range(_TRIES):
        try:
            return pyoxigraph.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            if attempt == _TRIES - 1 or not tidied_away(error):
                raise OSError(" ".join(str(error).split())) from None
        time.sleep(_PAUSE * 2**attempt)
    raise AssertionError("the last try returns or raises")
