"""The folder for what is compiled once on a user's machine.

``$SIFARA_CACHE`` names it; else it is ``sifara`` in ``$XDG_CACHE_HOME``, in ``~/Library/Caches`` (macOS), in
``%LOCALAPPDATA%`` (Windows) or in ``~/.cache``. Where that cannot be written to, a private folder beside the system's
temporary files serves, so that a read-only home is no obstacle.

Files in it are named by a digest of all they were made from: nothing in it is ever out of date, and it may be deleted
at any time. They are written under another name and renamed, so that two processes that compile at once do no harm.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path


def _preferred() -> Path:
    chosen = os.environ.get("SIFARA_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    xdg = os.environ.get("XDG_CACHE_HOME")
    if xdg:
        return Path(xdg) / "sifara"
    try:
        home = Path.home()
    except RuntimeError:
        return _temporary()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sifara"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")) / "sifara"
    return home / ".cache" / "sifara"


def _temporary() -> Path:
    user = getattr(os, "getuid", lambda: "user")()
    return Path(tempfile.gettempdir()) / f"sifara-{user}"


def cache_folder() -> Path:
    """Give the cache folder, made if it was not there.

    Raises:
        OSError: neither it nor the temporary one can be written to, and ``$SIFARA_CACHE`` was not the reason.
    """
    for folder in (_preferred(), _temporary()):
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if os.access(folder, os.W_OK) and _is_own(folder):
                return folder
    raise OSError(
        f"no writable cache folder: tried {_preferred()} and {_temporary()}; set SIFARA_CACHE to a folder of your own"
    )


def _is_own(folder: Path) -> bool:
    """Nobody else may have prepared the folder: compiled tables are loaded from it."""
    owner = getattr(os, "getuid", None)
    return owner is None or folder.stat().st_uid == owner()


def digest(parts: Iterable[bytes]) -> str:
    """Give a short digest (20 hexadecimal digits) of byte strings; their borders count."""
    result = hashlib.sha256()
    for part in parts:
        result.update(len(part).to_bytes(8, "big"))
        result.update(part)
    return result.hexdigest()[:20]


def write_atomically(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` fill a file beside ``path``, then rename it to ``path`` in one step.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        temporary.replace(path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


@cache
def prepare_camel_tools() -> None:
    """Make ``import camel_tools.morphology`` work without network and without its own data.

    Its import reads a catalogue, and fetches one from the network where there is none. An empty catalogue in our cache
    folder is all that it needs; one that the user has is left alone. Call this before any import of camel_tools.
    """
    given = os.environ.get("CAMELTOOLS_DATA")
    with suppress(OSError, RuntimeError):
        own = Path(given).expanduser() if given else Path.home() / ".camel_tools"
        if (own / "catalogue.json").is_file():
            return
    folder = cache_folder() / "camel_tools"
    catalogue = folder / "catalogue.json"
    if not catalogue.is_file():
        empty = '{"version":"1.6","packages":{},"components":{}}'
        write_atomically(catalogue, lambda path: path.write_text(empty, encoding="utf-8"))
    os.environ["CAMELTOOLS_DATA"] = str(folder)
    # Its import makes ~/.camel_tools even so; a home that cannot be written to must not stop it.
    home = os.environ.get("HOME")
    if home is not None and os.access(home, os.W_OK):
        return
    os.environ["HOME"] = str(folder)
    try:
        import camel_tools.data  # noqa: F401
    finally:
        if home is None:
            del os.environ["HOME"]
        else:
            os.environ["HOME"] = home
