"""Where the files lie that come with the package: ontology and named queries.

In a checkout they stand at its top, in an installed wheel under ``sifara/data``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def folder(name: str) -> Path:
    """Return the folder ``name`` ("graphs" or "ontology").

    :raises FileNotFoundError: if neither the package nor the checkout around it has one.
    """
    package = Path(__file__).resolve().parent
    for candidate in (package / "data" / name, package.parent.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"the installation lacks its folder {name!r}; install sifara again")


def package_files(*names: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files in the folders ``names`` of the package, by name and content, sorted."""
    package = Path(__file__).resolve().parent
    for name in sorted(names):
        for file in sorted((package / name).rglob("*")):
            if file.is_file() and file.suffix in (".yaml", ".yml", ".tsv", ".txt", ".csv", ".json"):
                yield file.relative_to(package).as_posix(), file.read_bytes()
