"""Databases in the format of camel-tools: written from rows, read by its ``MorphologyDB`` and ``Analyzer``.

A database holds prefixes, stems and suffixes under their folded spelling, each with a category and features, and three
tables that say which categories go together. Two sources give rows: the project's lexicon
(:mod:`sifara.text.domain`) and, where its data is installed, a broad one (:mod:`sifara.text.broad`).

The features are a part of CAMeL's: ``diac lex pos prc2 prc1 prc0 per asp vox gen num enc0 bw d3tok`` and the few its
analyser wants. ``d3tok`` marks where clitics end (``و+_``, ``_+ه``); :mod:`sifara.text.index` reads their lengths
from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sifara.text.cache import prepare_camel_tools

Features = dict[str, str]
#: (folded spelling, category, features)
Row = tuple[str, str, Features]

_ORDER = (
    *("diac", "lex", "bw", "pos", "prc3", "prc2", "prc1", "prc0", "per", "asp"),
    *("vox", "mod", "gen", "num", "stt", "cas", "enc0", "rat", "source", "d3tok"),
)
_OPEN = frozenset(("diac", "lex", "bw", "d3tok"))
_CLOSED_ANYHOW = ("0", "na", "u")
_POS_ANYHOW = ("digit", "foreign", "latin", "noun", "noun_prop", "punc", "verb")

#: What a stem is if its row does not say otherwise.
STEM_DEFAULTS: Features = {
    "prc3": "0",
    "prc2": "0",
    "prc1": "0",
    "prc0": "0",
    "per": "na",
    "asp": "na",
    "vox": "na",
    "mod": "na",
    "gen": "m",
    "num": "s",
    "stt": "i",
    "cas": "u",
    "enc0": "0",
    "rat": "u",
    "source": "lex",
}


@dataclass(slots=True)
class Rows:
    """All there is in a database; order counts, and decides the order of analyses."""

    prefixes: list[Row] = field(default_factory=list)
    stems: list[Row] = field(default_factory=list)
    suffixes: list[Row] = field(default_factory=list)
    prefix_stem: set[tuple[str, str]] = field(default_factory=set)
    stem_suffix: set[tuple[str, str]] = field(default_factory=set)
    prefix_suffix: set[tuple[str, str]] = field(default_factory=set)


def _values(features: Features) -> str:
    return " ".join(f"{name}:{value}" for name, value in features.items() if value) or "diac:"


def _table(rows: Iterable[Row]) -> Iterator[str]:
    yield from dict.fromkeys(f"{key}\t{category}\t{_values(features)}" for key, category, features in rows)


def _lines(rows: Rows) -> Iterator[str]:
    closed: dict[str, set[str]] = {name: set(_CLOSED_ANYHOW) for name in _ORDER if name not in _OPEN}
    closed["pos"] = set(_POS_ANYHOW)
    for _, _, features in (*rows.prefixes, *rows.stems, *rows.suffixes):
        for name, value in features.items():
            if name in closed and value:
                closed[name].add(value)
    yield "###DEFINES###"
    for name in _ORDER:
        values = [f"{name}:*open*"] if name in _OPEN else [f"{name}:{value}" for value in sorted(closed[name])]
        yield f"DEFINE {name} {' '.join(values)}"
    yield "###DEFAULTS###"
    for pos in sorted(closed["pos"]):
        defaults = {**dict.fromkeys(_ORDER, "*"), **STEM_DEFAULTS, "pos": pos}
        yield f"DEFAULT pos:{pos} " + " ".join(f"{name}:{defaults[name]}" for name in _ORDER)
    yield "###ORDER###"
    yield "ORDER " + " ".join(_ORDER)
    yield "###TOKENIZATIONS###"
    yield "TOKENIZATION d3tok"
    yield "###STEMBACKOFF###"
    for title, table in (("PREFIXES", rows.prefixes), ("SUFFIXES", rows.suffixes), ("STEMS", rows.stems)):
        yield f"###{title}###"
        yield from _table(table)
    # The analyser looks every prefix category up, so each must have its line even where nothing goes with it.
    pairs = rows.prefix_stem | {(category, "none") for _, category, _ in rows.prefixes}
    for title, compatible in (("AB", pairs), ("BC", rows.stem_suffix), ("AC", rows.prefix_suffix)):
        yield f"###TABLE {title}###"
        yield from (f"{one} {other}" for one, other in sorted(compatible))


def write_database(rows: Rows, path: Path) -> None:
    """Write rows to a text file that ``camel_tools.morphology.database.MorphologyDB`` reads."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in _lines(rows):
            file.write(line)
            file.write("\n")


def read_database(path: Path) -> Any:
    """Read a database file with camel-tools, for analysis (and nothing else); gives a ``MorphologyDB``."""
    prepare_camel_tools()
    from camel_tools.morphology.database import MorphologyDB

    return MorphologyDB(str(path), "a")
