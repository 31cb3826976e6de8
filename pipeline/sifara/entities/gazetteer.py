"""Listed names found in text: all of them at once, at word boundaries, with proclitics taken off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ahocorasick

from sifara.entities.words import ARTICLE, Line, key

if TYPE_CHECKING:
    from sifara.entities.knowledge import Known
    from sifara.entities.lexicon import Lexicon

_HOUSE = "\u0622\u0644"  # آل
_LI = "\u0644"
_EUROPE, _EUROPE_SHORT = "\u0627\u0648\u0631\u0648\u0628", "\u0627\u0648\u0631\u0628"
# مغرب, المغرب, غزه, بغداد: Arabic names that nobody writes with ج
_NATIVE = frozenset(
    {
        "\u0645\u063a\u0631\u0628",
        "\u0627\u0644\u0645\u063a\u0631\u0628",
        "\u063a\u0632\u0647",
        "\u0628\u063a\u062f\u0627\u062f",
    }
)
_GH, _J = "\u063a", "\u062c"
_SERVANT = "\u0639\u0628\u062f "  # عبد with the space that many leave out
_CLITICS = {
    "": (),
    "\u0648": ("wa",),
    "\u0641": ("fa",),
    "\u0628": ("bi",),
    "\u0644": ("li",),
    "\u0643": ("ka",),
    "\u0648\u0628": ("wa", "bi"),
    "\u0648\u0644": ("wa", "li"),
    "\u0648\u0643": ("wa", "ka"),
    "\u0641\u0628": ("fa", "bi"),
    "\u0641\u0644": ("fa", "li"),
}


@dataclass(frozen=True, slots=True)
class Alias:
    """What a name may mean: ``full`` names by id, and people whom the press calls so (``family``)."""

    text: str
    full: tuple[str, ...]
    family: tuple[str, ...]
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An alias at tokens ``start`` to ``end`` (exclusive); ``offset`` letters of the first word are proclitics."""

    start: int
    end: int
    offset: int
    clitics: tuple[str, ...]
    alias: Alias


def spellings(name: str) -> set[str]:
    """Give the keys under which a name is found: as written, عبد joined, the Egyptian ج."""
    base = " ".join(
        key(word.strip("()")) for word in name.replace("-", " - ").replace("«", "").replace("»", "").split()
    )
    found = {base, base.replace(" - ", " "), base.replace("+", " + "), base.replace(_SERVANT, _SERVANT.strip())}
    found |= {text.replace(_GH, _J) for text in found if _GH in text and _NATIVE.isdisjoint(text.split())}
    found |= {text.replace(_EUROPE, _EUROPE_SHORT) for text in found if _EUROPE in text}
    return {text for text in found if text}


def _without_house(names: tuple[str, ...]) -> tuple[str, ...]:
    """Cut the house's name off: محمد بن زايد آل نهيان is محمد بن زايد as well."""
    found = []
    for name in names:
        words = name.split()
        if _HOUSE in words[2:]:
            found.append(" ".join(words[: words.index(_HOUSE)]))
    return tuple(found)


class Gazetteer:
    """The automaton over all listed names. Make it with :meth:`build`."""

    def __init__(self, automaton: Any, aliases: dict[str, Alias]) -> None:
        self._automaton = automaton
        self.aliases = aliases

    @staticmethod
    def build(known: Iterable[Known], lexicon: Lexicon) -> Gazetteer:
        """Compile the names of the knowledge tables and the seats of the language data."""
        full: dict[str, dict[str, None]] = {}
        family: dict[str, dict[str, None]] = {}
        seats: dict[str, tuple[str, ...]] = {}
        types: dict[str, str] = {}
        for record in known:
            types[record.id] = record.entity.type
            person = record.entity.type == "Person"
            for name in (*record.names, *_without_house(record.names)) if person else record.names:
                for text in spellings(name):
                    where = family if person and " " not in text else full
                    where.setdefault(text, {})[record.id] = None
            for name in record.families:
                for text in spellings(name):
                    family.setdefault(text, {})[record.id] = None
        for phrase, countries in lexicon.seats.items():
            for text in spellings(phrase):
                seats[text] = countries
        aliases = {
            text: Alias(text, tuple(full.get(text, ())), tuple(family.get(text, ())), seats.get(text, ()))
            for text in sorted({*full, *family, *seats})
            if text not in lexicon.sets["never"]
        }
        for text in lexicon.sets["regions_only"]:
            if text in aliases:
                regions = tuple(n for n in full.get(text, ()) if types[n] == "Region")
                aliases[text] = Alias(text, regions, ())
        automaton = ahocorasick.Automaton()
        for text, alias in aliases.items():
            automaton.add_word(text, (len(text), 0, alias))
            if text.startswith(ARTICLE):
                merged = _LI + _LI + text[len(ARTICLE) :]
                automaton.add_word(merged, (len(merged), 1, alias))
        automaton.make_automaton()
        return Gazetteer(automaton, aliases)

    def find(self, line: Line) -> list[Hit]:
        """Find every name that begins at a word (behind proclitics at most) and ends with one, longest first.

        Overlapping hits are all given; whoever uses them decides.
        """
        if not line.joined:
            return []
        token_of = {start: index for index, start in enumerate(line.starts)}
        end_of = {
            start + len(word): index + 1 for index, (start, word) in enumerate(zip(line.starts, line.keys, strict=True))
        }
        hits = []
        for last, (length, inside, alias) in self._automaton.iter(line.joined):
            end = end_of.get(last + 1)
            if end is None:
                continue
            start = last + 1 - length
            for offset in (0, 1, 2):
                index = token_of.get(start - offset)
                if index is None:
                    continue
                prefix = line.joined[start - offset : start + inside]
                clitics = _CLITICS.get(prefix)
                if clitics is not None and (offset + inside == 0 or len(line.keys[index]) - offset - inside > 2):
                    hits.append(Hit(index, end, offset + inside, clitics, alias))
                break
        hits.sort(key=lambda hit: (hit.start, -hit.end, hit.offset))
        return hits
