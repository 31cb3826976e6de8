"""Where the files lie that come with the package: ontology and named queries.

In a checkout they stand at its top, in an installed wheel under ``sifara/data``.
"""

from __future__ import annotations

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
