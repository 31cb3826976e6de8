"""Readings of words: what a word can be once its clitics are taken off.

:class:`Morphology` asks the project's own database first (:mod:`sifara.text.domain`) and, where the user has installed
one, a broad database beside it (:mod:`sifara.text.broad`); a reading that both give is given once, as the domain's. A
word that neither knows is taken for a name, whole and with the proclitics that it may begin with (``source`` is
``backoff``).

Both databases are in camel-tools' format, compiled once into the cache folder (some ten seconds) and looked up through
an index of the same tables (:mod:`sifara.text.index`), which loads in a fifth of a second; ``engine="camel"`` runs
camel-tools' own ``Analyzer`` instead, the reference for tests.

Environment: ``SIFARA_BROAD=0`` leaves the broad database out, ``SIFARA_CACHE`` names the cache folder.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import fields
from functools import lru_cache
from importlib import metadata
from operator import attrgetter
from pathlib import Path
from typing import Any

from sifara.document import Reading
from sifara.text.broad import broad_files, broad_rows
from sifara.text.cache import cache_folder, digest, write_atomically
from sifara.text.database import Rows, read_database, write_database
from sifara.text.domain import domain_rows, lexicon_files
from sifara.text.folding import fold_word
from sifara.text.index import Index, camel_readings, index_database, read_index, write_index

#: How many words each instance remembers.
CACHED_WORDS = 200_000
#: How long compiled databases of other versions are kept: another installation may use them.
KEPT_DAYS = 30
_CLOSED = frozenset(("prep", "conj", "part", "pron", "pron_dem", "pron_rel"))
#: What makes two databases' readings the same: of nouns not gender and number, which the broad one lacks.
_NOMINAL = tuple(f.name for f in fields(Reading) if f.name not in ("source", "person", "gender", "number"))
_nominal, _verbal = attrgetter(*_NOMINAL), attrgetter(*_NOMINAL, "person", "gender", "number")
_ALIF, _TA_MARBUTA, _ALIF_MAQSURA = "\u0627", "\u0629", "\u0649"
_CODE = ("broad.py", "database.py", "domain.py", "folding.py", "index.py", "inflection.py")


def _code() -> Iterator[bytes]:
    """What the compiled form depends on beside the data: our own code, Python and the libraries that take part."""
    for name in _CODE:
        yield (Path(__file__).parent / name).read_bytes()
    for package in ("camel-tools", "mazini"):
        yield f"{package} {metadata.version(package)}".encode()
    yield str(sys.implementation.cache_tag).encode()


def _compiled(name: str, parts: Iterable[bytes], rows: Callable[[], Rows]) -> Path:
    """Give the folder that holds ``morphology.db`` and its index, compiled now if it has to be."""
    folder = cache_folder() / "morphology" / f"{name}-{digest((*_code(), *parts))}"
    database, index = folder / "morphology.db", folder / "index"
    if not (database.is_file() and index.is_file()):
        made = rows()
        write_atomically(database, lambda path: write_database(made, path))
        tables = index_database(read_database(database))
        write_atomically(index, lambda path: write_index(tables, path))
        _clear(folder, name)
    return folder


def _clear(folder: Path, name: str) -> None:
    """Delete what earlier versions compiled and nobody has made anew for :data:`KEPT_DAYS`."""
    newest = folder.stat().st_mtime
    for other in folder.parent.glob(f"{name}-*"):
        if other != folder and newest - other.stat().st_mtime > KEPT_DAYS * 86_400:
            shutil.rmtree(other, ignore_errors=True)


def compile_domain() -> Path:
    """Compile the project's database if it is not there, and give its folder.

    Raises:
        ValueError: a line of the lexicon is wrong.
        OSError: no cache folder can be written to.
    """
    files = lexicon_files()
    parts = [part for name in sorted(files) for part in (name.encode(), files[name])]
    return _compiled("domain", parts, lambda: domain_rows(files))


def compile_broad() -> Path | None:
    """Compile the broad database if its data is installed, and give its folder."""
    files = broad_files()
    if files is None:
        return None
    parts = [files[name].read_bytes() for name in sorted(files)]
    return _compiled("broad", parts, lambda: broad_rows(files))


def _index(folder: Path, source: str, compile_again: Callable[[], Path | None]) -> Index:
    path = folder / "index"
    try:
        return Index(read_index(path), source)
    except (ValueError, EOFError, TypeError):
        # Damaged by something outside: make it anew, once.
        with suppress(FileNotFoundError):
            path.unlink()
        compile_again()
        return Index(read_index(path), source)


def _wanted(broad: bool | None) -> bool | None:
    if broad is None and os.environ.get("SIFARA_BROAD", "").strip().lower() in ("0", "no", "off", "false"):
        return False
    return broad


class Morphology:
    """Analyses words. Immutable to its users; one instance serves a process (threads may share it).

    Args:
        broad: use the broad database; ``None``: when its data is installed and ``SIFARA_BROAD`` does not forbid it.
        engine: ``index`` (fast) or ``camel`` (camel-tools' own analyser; no clitic lengths).

    Raises:
        ValueError: ``broad`` is true but its data is not installed, or ``engine`` is unknown.
        OSError: no cache folder can be written to.
    """

    def __init__(self, broad: bool | None = None, engine: str = "index") -> None:
        if engine not in ("index", "camel"):
            raise ValueError(f"unknown engine {engine!r}: expected 'index' or 'camel'")
        self._arguments = (broad, engine)
        wanted = _wanted(broad)
        folders = [("domain", compile_domain(), compile_domain)]
        if wanted is not False:
            folder = compile_broad()
            if folder is not None:
                folders.append(("broad", folder, compile_broad))  # type: ignore[arg-type]
            elif wanted:
                raise ValueError("the broad lexicon is not installed: pip install 'sifara[broad]', or leave broad=None")
        self._look_ups: list[Callable[[str], Iterable[Reading]]] = []
        for source, folder, again in folders:
            if engine == "index":
                self._look_ups.append(_index(folder, source, again).readings)
            else:
                self._look_ups.append(_camel(folder, source))
        self.broad = len(folders) > 1
        self._proclitics = _Proclitics()
        self._all = lru_cache(maxsize=CACHED_WORDS)(self._analyse)
        self._by_surface = lru_cache(maxsize=CACHED_WORDS)(self._analyse_surface)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as the arguments it was made with."""
        return Morphology, self._arguments

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """Give the readings of a word, the likeliest first, never none for a word with letters.

        The word may be folded or as written. As written it tells more: behind ة there is no pronoun ه, and
        behind ى no pronoun ي.
        """
        return self._by_surface(word)

    def _analyse_surface(self, word: str) -> tuple[Reading, ...]:
        folded = fold_word(word)
        if not folded:
            return ()
        readings = self._all(folded)
        last = _last_letter(word)
        if last == _TA_MARBUTA:
            fitting = tuple(reading for reading in readings if not reading.pronoun)
            return fitting or self._proclitics.readings(folded)
        if last == _ALIF_MAQSURA:
            fitting = tuple(reading for reading in readings if reading.pronoun != "1s")
            return fitting or readings
        return readings

    def _analyse(self, folded: str) -> tuple[Reading, ...]:
        readings: list[Reading] = []
        for look_up in self._look_ups:
            new = [reading for reading in look_up(folded) if not _accusative_behind(reading, folded)]
            if readings:
                known = {_identity(reading) for reading in readings}
                new = [reading for reading in new if _identity(reading) not in known]
            readings += sorted(new, key=lambda reading: _rank(reading, folded))
        return tuple(readings) or self._proclitics.readings(folded)


def _last_letter(word: str) -> str:
    for letter in reversed(word):
        if fold_word(letter):
            return letter
    return ""


def _accusative_behind(reading: Reading, folded: str) -> bool:
    """Say whether a preposition is read before the alif of an accusative or a nominative dual, which none governs."""
    if not reading.prep or reading.pos not in ("noun", "adj") or reading.pronoun or not folded.endswith(_ALIF):
        return False
    return folded[reading.prefix : -1] == reading.lemma  # كمارا is no "like two"


def _identity(reading: Reading) -> object:
    return _verbal(reading) if reading.pos == "verb" else _nominal(reading)


def _rank(reading: Reading, folded: str) -> tuple[bool, bool, bool, bool]:
    """Sort words of closed classes first, passives and first and second person last; then citation forms first."""
    own = reading.pronoun == "1s" and reading.pos in ("noun", "adj")
    bare = folded[reading.prefix : len(folded) - reading.suffix]
    return reading.pos not in _CLOSED, reading.voice == "p", own or reading.person in ("1", "2"), bare != reading.lemma


def _camel(folder: Path, source: str) -> Callable[[str], Iterable[Reading]]:
    database = read_database(folder / "morphology.db")
    from camel_tools.morphology.analyzer import Analyzer

    analyzer = Analyzer(database)
    return lambda folded: camel_readings(analyzer, folded, source)


class _Proclitics:
    """Reads an unknown word as a name, with the proclitics of nouns that it may begin with."""

    #: A name has at least this many letters.
    SHORTEST = 3

    def __init__(self) -> None:
        import yaml

        affixes = yaml.safe_load(lexicon_files()["affixes.yaml"])
        article, after_li = affixes["article"]["form"], affixes["article_after_li"]
        self._prefixes: list[tuple[str, str, str, bool]] = []
        nothing = {"form": "", "value": ""}
        for conjunction in (nothing, *affixes["conjunctions"]):
            for preposition in (nothing, *affixes["prepositions"]):
                before = fold_word(conjunction["form"] + preposition["form"])
                joined = after_li if fold_word(preposition["form"]) == affixes["lam"] else article
                conj, prep = (clitic["value"].partition("_")[0] for clitic in (conjunction, preposition))
                self._prefixes.append((before, conj, prep, False))
                self._prefixes.append((before + joined, conj, prep, True))
        self._prefixes.sort(key=lambda prefix: len(prefix[0]))

    def readings(self, folded: str) -> tuple[Reading, ...]:
        """Give the readings, the one without proclitics first."""
        return tuple(
            Reading(
                lemma=folded[len(letters) :],
                pos="noun_prop",
                conj=conj,
                prep=prep,
                definite=definite,
                prefix=len(letters),
                source="backoff",
            )
            for letters, conj, prep, definite in self._prefixes
            if not letters or (folded.startswith(letters) and len(folded) - len(letters) >= self.SHORTEST)
        )
