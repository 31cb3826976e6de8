"""The file in the folder of a store that keeps what people decided."""

from __future__ import annotations

import os
from pathlib import Path

from sifara.errors import InputError
from sifara.graph.decisions import Decisions

NAME = "decisions.tsv"


def read(folder: Path | None) -> Decisions:
    """Return the decisions kept in ``folder``; none for a store in memory.

    :raises InputError: if the file was edited into something else.
    """
    if folder is None or not (folder / NAME).is_file():
        return Decisions()
    file = folder / NAME
    try:
        return Decisions.read(file.read_text(encoding="utf-8-sig").splitlines(), str(file))
    except ValueError as error:
        raise InputError(str(error)) from None


def write(folder: Path, decisions: Decisions) -> None:
    """Keep ``decisions`` in ``folder``; the file appears only when it is complete, and goes with the last decision."""
    file = folder / NAME
    if not decisions.verdicts:
        file.unlink(missing_ok=True)
        return
    partial = file.with_name(file.name + ".part")
    partial.write_text("".join(decisions.lines()), encoding="utf-8", newline="\n")
    os.replace(partial, file)
