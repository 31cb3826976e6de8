"""The knowledge tables as they are written: rows, and the cells that reading documents needs not."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from sifara.errors import InputError

#: The tables with ids, and their columns in order.
COLUMNS: dict[str, tuple[str, ...]] = {
    "countries": (
        *("qid", "iso2", "iso3", "label_en", "label_ar", "aliases_ar", "demonym_ar", "capital_qid", "source"),
    ),
    "cities": ("qid", "label_en", "label_ar", "aliases_ar", "country_qid", "is_capital", "population", "source"),
    "organisations": ("qid", "kind", "label_en", "label_ar", "aliases_ar", "acronym_ar", "country_qid", "source"),
    "treaties": ("qid", "label_en", "label_ar", "aliases_ar", "kind", "year", "source"),
    "people": ("qid", "label_en", "label_ar", "aliases_ar", "family_name_ar", "gender", "source"),
    "offices": ("person_qid", "role", "title_en", "title_ar", "country_qid", "start", "end", "source"),
}
Row = dict[str, str]


def rows(name: str, folder: Path | None = None) -> Iterator[Row]:
    """Yield the rows of the table ``name``: of those in ``folder``, or of those that ship with the package."""
    if folder is not None:
        text = (folder / f"{name}.tsv").read_text(encoding="utf-8")
    else:
        text = files("sifara.knowledge").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def write(file: Path, columns: Iterable[str], lines: Iterable[Iterable[str]]) -> None:
    """Write a table; the file appears only when it is complete. Tabs and line ends in cells become spaces.

    :raises InputError: if the file cannot be written.
    """
    partial = file.with_name(file.name + ".part")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as out:
            for line in (columns, *lines):
                out.write("\t".join(" ".join(cell.split()) for cell in line) + "\n")
        os.replace(partial, file)
    except OSError as error:
        raise InputError(f"the table {file} cannot be written: {error.strerror or error}") from None


@lru_cache(maxsize=1)
def sources() -> dict[str, str]:
    """Return where the ids of the tables come from, by id."""
    return {row["qid"]: row["source"] for name in COLUMNS if name != "offices" for row in rows(name) if row["qid"]}


@lru_cache(maxsize=1)
def iso_codes() -> dict[str, str]:
    """Return the three-letter codes of states by their ids."""
    return {row["qid"]: row["iso3"] for row in rows("countries") if row["iso3"]}


@lru_cache(maxsize=1)
def office_sources() -> dict[tuple[str, str], str]:
    """Return where the offices of the tables come from, by the ids of person and country."""
    return {(row["person_qid"], row["country_qid"]): row["source"] for row in rows("offices")}
