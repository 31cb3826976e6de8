"""Adjectives of countries in all their forms, and the names of peoples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sifara.entities.phrases import PhraseTable
from sifara.entities.words import ARTICLE, key

_YA = "\u064a"
_ALEF = "\u0627"  # of the indefinite accusative
_FORMS = (  # ending, number, gender
    ("", "s", "m"),
    (_ALEF, "s", "m"),
    ("\u0647", "s", "f"),
    ("\u0627\u0646", "d", "m"),
    ("\u062a\u0627\u0646", "d", "f"),
    ("\u062a\u064a\u0646", "d", "f"),
    ("\u0648\u0646", "p", "m"),
    ("\u064a\u0646", "p", "m"),
    ("\u0627\u062a", "p", "f"),
)


@dataclass(frozen=True, slots=True)
class Nisba:
    """What an adjective means: the entity's id, number and gender of the form, and how far it can be trusted."""

    entity: str
    number: str
    gender: str
    doubtful: bool = False
    only_definite: bool = False
    people: bool = False  # the name of a people (الروس), never an adjective


def forms(adjective: str) -> list[tuple[str, str, str]]:
    """Inflect a masculine singular (a key): (form, number, gender).

    >>> [form for form, _, _ in forms(key("روسي"))][:3] == [key("روسي"), key("روسيا"), key("روسية")]
    True
    """
    if not adjective.endswith(_YA):
        return [(adjective, "s", "m")]
    return [(adjective + ending, number, gender) for ending, number, gender in _FORMS]


def nisba_table(known: dict[str, Any], data: dict[str, Any]) -> PhraseTable[Nisba]:
    """Compile the adjectives of all listed countries and those of the language data."""
    table: PhraseTable[Nisba] = PhraseTable()
    ids = {record.entity.label_en: name for name, record in reversed(list(known.items()))}
    names = {key(alias) for r in known.values() for alias in (r.entity.label_ar, *r.entity.aliases) if alias}
    ids.update({r.entity.label_en: name for name, r in known.items() if r.entity.type == "Country"})
    never = {key(word) for word in data["never"]}
    doubtful = {key(word) for word in data["doubtful"]}
    only_definite = {key(word) for word in data["indefinite_never"]}
    singles: dict[str, str] = {}
    for name, record in known.items():
        for adjective in record.nisbas:
            if len(adjective.split()) == 1:
                singles.setdefault(key(adjective), name)
    for label, adjectives in {**data["also"], **data["others"]}.items():
        singles.update({key(adjective): ids[label] for adjective in adjectives})
    for adjective, name in singles.items():
        if adjective in never:
            continue
        for form, number, gender in forms(adjective):
            if form.endswith(_ALEF) and form in names:
                continue  # روسيا is the state
            nisba = Nisba(name, number, gender, adjective in doubtful, adjective in only_definite)
            table.add(form, nisba, bare=True)
    for label, words in data["people"].items():
        for word in words:
            table.add(word, Nisba(ids[label], "p", "m", key(word) in doubtful, False, True), bare=True)
    for entry in data["compound"]:
        _compound(table, ids[entry["country"]], entry)
    table.finish()
    return table


def _compound(table: PhraseTable[Nisba], name: str, entry: dict[str, Any]) -> None:
    """Enter a two-word adjective: الكوري الجنوبي agrees in both words, الجنوب أفريقي in the second alone."""
    for first in entry["first"]:
        for second in entry["second"]:
            for form, number, gender in forms(key(second)):
                value = Nisba(name, number, gender)
                firsts = [
                    f for f, n, g in forms(key(first)) if (n, g) == (number, gender) or not key(first).endswith(_YA)
                ]
                for word in firsts:
                    for article in ("", ARTICLE):
                        for other in ("", ARTICLE):
                            table.add(f"{article}{word} {other}{form}", value)
