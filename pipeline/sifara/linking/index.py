"""The knowledge tables as an index: from a name, in any spelling, to the items that may bear it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sifara.entities import Knowledge
from sifara.entities.gazetteer import spellings
from sifara.entities.knowledge import Known
from sifara.entities.words import key
from sifara.graph.similar import keys as loose_keys
from sifara.graph.similar import likeness
from sifara.linking.items import Item, Term
from sifara.linking.words import without_heads

#: How a name matches an item, best first.
FULL, LONGER, ALIKE, ENDS, FAMILY = "full", "longer", "alike", "ends", "family"
#: No name of the item, but the reading of the document took it for the item.
READING = "reading"
_SON = "\u0628\u0646"
_LEAST = 0.8  # likeness of two full names, word for word
_GROUPS = {
    "IntergovernmentalOrganization": "Organization",
    "GovernmentBody": "Organization",
    "ArmedGroup": "Organization",
    "Party": "Organization",
    "Company": "Organization",
    "MediaOutlet": "Organization",
    "Region": "Place",
    "City": "Place",
}


@dataclass(frozen=True, slots=True)
class Match:
    """How a name matches an item: ``how`` is one of the constants above, ``worth`` is from 0 to 1."""

    item: Item
    how: str
    worth: float
    words: int


def group(type_: str) -> str:
    """Return the class within which the members of ``type_`` are told apart: readings confuse no more than that."""
    return _GROUPS.get(type_, type_)


def may_be(listed: str, read: str) -> bool:
    """Say whether what was read as of one class may be an item of another: a province is not its city."""
    return group(listed) == group(read) and (read != "Region" or listed == "Region")


def name_keys(name: str) -> set[str]:
    """Return the keys of ``name``: as written, with its compounds joined, in either spelling of hard g."""
    return {text.casefold() for text in spellings(name)}


class Index:
    """Items by their names. Make one with :meth:`of_tables`, or of any items."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items: dict[str, Item] = {}
        self.by_qid: dict[str, Item] = {}
        self._full: dict[str, list[str]] = {}
        self._family: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}
        for item in items:
            self.items[item.id] = item
            if item.qid is not None:
                self.by_qid.setdefault(item.qid, item)
            self._enter(item)

    def _enter(self, item: Item) -> None:
        person = item.type == "Person"
        for name in (*item.names, item.label):
            alone = person and len(name.split()) == 1
            for text in sorted(name_keys(name)) if name else ():
                _put(self._family if alone else self._full, text, item.id)
            if name and not alone and (person or len(name.split()) > 1):
                for loose in sorted(loose_keys(key(name))):
                    _put(self._loose, loose, item.id)
        for name in item.families:
            for text in sorted(name_keys(name)):
                _put(self._family, text, item.id)

    @staticmethod
    @lru_cache(maxsize=1)
    def of_tables() -> Index:
        """Return the index of the tables that ship with the package, made once a process."""
        return Index(items_of(Knowledge.load()))

    def matches(self, name: str, type_: str) -> list[Match]:
        """Return the items of the group of ``type_`` that ``name`` may mean, each as it matches best."""
        found: dict[str, Match] = {}
        size = len(name.split())

        def add(ids: Iterable[str], how: str, worth: float) -> None:
            for one in ids:
                item = self.items[one]
                if may_be(item.type, type_) and (one not in found or found[one].worth < worth):
                    found[one] = Match(item, how, worth, size)

        for text in sorted(name_keys(name)):
            add(self._full.get(text, ()), FULL, 1.0)
            add(self._family.get(text, ()), FAMILY, 0.5)
        if type_ == "Person" and size > 2:
            words = name.split()
            for end in range(size - 1, 1, -1):  # the first names of a longer one: name, father, grandfather
                for text in sorted(name_keys(" ".join(words[:end]))):
                    add(self._full.get(text, ()), LONGER, 0.9 if end > 2 else 0.7)
            for text in sorted(name_keys(f"{words[0]} {words[-1]}")):  # with the names of fathers in between
                add([one for one in self._full.get(text, ()) if not _other_fathers(words, self.items[one])], ENDS, 0.75)
        if size > 1 and not any(match.how == FULL for match in found.values()):
            if type_ != "Person":
                bare = without_heads(name, "place_heads" if group(type_) in ("Place", "Country") else "body_heads")
                for text in sorted(name_keys(bare)) if bare != name else ():
                    add(self._full.get(text, ()), FULL, 0.95)
            self._add_alike(name, type_, found)
        return [found[one] for one in sorted(found)]

    def _add_alike(self, name: str, type_: str, found: dict[str, Match]) -> None:
        text = key(name)
        seen: dict[str, None] = {}
        for loose in sorted(loose_keys(text)):
            seen.update(dict.fromkeys(self._loose.get(loose, ())))
        for one in seen:
            item = self.items[one]
            if not may_be(item.type, type_):
                continue
            scores = [like.score for other in item.names if (like := likeness(text, key(other))) is not None]
            best = max(scores, default=0.0)
            if best >= _LEAST and (one not in found or found[one].worth < best * 0.8):
                found[one] = Match(item, ALIKE, best * 0.8, len(name.split()))


def _other_fathers(words: list[str], item: Item) -> bool:
    """Say whether the names between the first and the last are all other ones than those of ``item``."""
    told = {key(word) for word in words[1:-1]} - {_SON}
    own = {key(word) for name in item.names for word in name.split()[1:-1]} - {_SON}
    return bool(told and own) and not told & own


def items_of(knowledge: Knowledge) -> Iterable[Item]:
    """Yield the items of the knowledge tables."""
    for known in knowledge.known.values():
        yield item_of(known, knowledge)


def item_of(known: Known, knowledge: Knowledge) -> Item:
    """Return one entity of the tables as an item."""
    entity = known.entity
    held = knowledge.by_person.get(entity.id, ())
    terms = tuple(Term(row.role, row.of, row.start, row.end) for row in held)
    countries = dict.fromkeys([entity.country] if entity.country else [])
    countries.update(dict.fromkeys(term.of for term in terms))
    if entity.type == "Country":
        countries[entity.id] = None
    return Item(
        id=entity.id,
        qid=entity.qid,
        type=entity.type,
        label=entity.label_en or entity.label_ar,
        names=known.names,
        families=known.families,
        countries=tuple(countries),
        terms=terms,
        famous=known.famous,
        capital=known.capital,
        population=known.population,
    )


def _put(table: dict[str, list[str]], name: str, item: str) -> None:
    members = table.setdefault(name, [])
    if item not in members:
        members.append(item)
