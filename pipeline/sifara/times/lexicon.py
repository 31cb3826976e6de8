"""The words of time, from the YAML tables: which class each folded form is of, and with which clitics it may stand.

The tables (``lexicon/times``) say what each class means; this module only indexes them. Clitics are units of their
own in the grammar, so every form that may take them is entered once for each clitic, with the lengths of its pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from sifara.text.folding import fold_word

TABLES = ("calendar", "units", "numbers", "words", "traps")
#: Classes that the program itself gives to numbers, and to words that no table has.
NUMBER_CLASSES = ("DD", "NN", "YY", "HY", "NUMX")
OTHER = "X"
_ARTICLE = "\u0627\u0644"
LAM = "\u0644"
# Which clitics may stand before which others; the article assimilates to the preposition li.
_CONJUNCTIONS = ("WA", "FA")
_PREPOSITIONS = ("BI", "LI")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form is: its class, its value (a number, or a letter for a unit of time), and whether it needs care."""

    cls: str
    value: Any = None
    risky: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form in its pieces: clitics, then the word. ``lengths`` are code points of the folded clitics."""

    clitics: tuple[Entry, ...]
    lengths: tuple[int, ...]
    entry: Entry
    written: str = ""  # where not empty, the word must be written so, hamza and all


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms: ``single`` by folded word, ``multi`` by the folded first word with the rest, longest first."""

    single: dict[str, Form]
    multi: dict[str, tuple[tuple[tuple[str, ...], Form], ...]]
    classes: frozenset[str]
    tense: dict[str, Any] = field(hash=False)
    rules: dict[str, Any] = field(hash=False)


def _read(name: str) -> Any:
    path = files("sifara") / "lexicon" / "times" / f"{name}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _entries() -> Iterator[tuple[str, dict[str, Any], str]]:
    for table in TABLES:
        for cls, rows in _read(table).items():
            for row in rows:
                yield table, row, cls


def _variants(word: str, clitics: dict[str, str]) -> Iterator[tuple[str, tuple[str, ...], tuple[int, ...]]]:
    """Give the forms of a folded word with its clitics: the form, the clitics' classes, their lengths."""
    for conjunction in ("", *_CONJUNCTIONS):
        for preposition in ("", *_PREPOSITIONS):
            names = tuple(name for name in (conjunction, preposition) if name)
            if not names:
                continue
            head = "".join(clitics[name] for name in names)
            lengths = tuple(len(clitics[name]) for name in names)
            rest = word
            if preposition == "LI" and word.startswith(_ARTICLE):
                rest = LAM + word[len(_ARTICLE) :]
            yield head + rest, names, lengths


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Load and index the tables, once.

    Raises:
        ValueError: one form is given two classes, or the same class with two values.
    """
    single: dict[str, Form] = {}
    multi: dict[str, dict[tuple[str, ...], Form]] = {}
    derived: list[tuple[str, tuple[str, ...], Form]] = []
    classes = {OTHER, *NUMBER_CLASSES}
    clitics: dict[str, str] = {}
    marks: dict[str, Entry] = {}
    rows = list(_entries())
    for _, row, cls in rows:
        if cls in _CONJUNCTIONS or cls in _PREPOSITIONS:
            clitics[cls] = fold_word(row["forms"][0])
            marks[cls] = Entry(cls)
    for table, row, cls in rows:
        classes.add(cls)
        entry = Entry(cls, row.get("value"), bool(row.get("risky")))
        for given in row["forms"]:
            words = tuple(fold_word(word) or word for word in str(given).split())
            head, rest = words[0], words[1:]
            form = Form((), (), entry, "")
            if row.get("written"):
                name = next(name for name, text in clitics.items() if head.startswith(text))
                entry_of = Entry("MONTHR", row.get("value"))
                form = Form((marks[name],), (len(clitics[name]),), entry_of, str(given))
            known = multi.setdefault(head, {}).setdefault(rest, form) if rest else single.setdefault(head, form)
            if known.entry != form.entry:
                raise ValueError(
                    f"lexicon/times/{table}.yaml: {given!r} is {cls} {entry.value!r}, but {known.entry.cls} "
                    f"{known.entry.value!r} elsewhere; keep one of the two"
                )
            if not row.get("bare"):
                for variant, names, lengths in _variants(head, clitics):
                    parts = tuple(marks[name] for name in names)
                    derived.append((variant, rest, Form(parts, lengths, entry)))
    for head, rest, form in derived:
        if rest:
            multi.setdefault(head, {}).setdefault(rest, form)
        else:
            single.setdefault(head, form)
    ordered = {
        head: tuple(sorted(rests.items(), key=lambda item: (-len(item[0]), item[0]))) for head, rests in multi.items()
    }
    return Lexicon(single, ordered, frozenset(classes), _read("tense"), _read("rules"))
