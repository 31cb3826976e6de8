"""Which person a name may mean: spellings of one name, offices that fit titles."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.entities.chunks import Name, Title
from sifara.entities.knowledge import Held
from sifara.entities.likely import fathered, middles_differ, parts
from sifara.entities.scope import Scope
from sifara.entities.spelling import distance, likeness
from sifara.entities.words import key

_CLOSE = 0.75
_LEADERS = frozenset({"HeadOfState", "HeadOfGovernment"})
_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister"})


@dataclass(slots=True)
class Person:
    """Somebody of the document: the words of the fullest name, and the offices told of him or her."""

    id: str
    words: tuple[str, ...]
    offices: dict[tuple[str, str], None] = field(default_factory=dict)
    left: dict[tuple[str, str], bool] = field(default_factory=dict)  # offices that the document only tells as former
    roles: dict[str, None] = field(default_factory=dict)
    gender: str = "m"
    royal: bool = False
    king: bool = False
    fields: dict[str, None] = field(default_factory=dict)  # of a minister: portfolios told
    home: bool = False  # told with an office that names no country


class Candidates:
    """Compares names and titles with the people of a document and of the tables."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.people: dict[str, Person] = {}
        self.by_words: dict[tuple[str, ...], str] = {}
        self.same: dict[str, str] = {}  # made for the document, found to be a listed person later

    def _best(self, candidates: tuple[str, ...], titles: list[Title]) -> str:
        return max(candidates, key=lambda n: (*self._fit(n, titles), -candidates.index(n)))

    def _fit(self, name: str, titles: list[Title]) -> tuple[int, int, int]:
        """Rate a listed person: offices that match the titles, offices held on the day, an id."""
        day = self.scope.day
        rows = self.scope.knowledge.by_person.get(name, ())
        matching = sum(1 for t in titles for r in rows if self._matches(t, r))
        holding = sum(1 for r in rows if day is not None and r.covers(day))
        near = sum(1 for r in rows if r.of in self.scope.countries)
        return matching, holding + (1 if near else 0), 1 if self.scope.entity(name).qid else 0

    def _matches(self, title: Title, row: Held) -> bool:
        day = self.scope.day
        roles = _MINISTERS if title.role in _MINISTERS and title.bare else (title.role,)
        if title.bare and title.head.name == "president" and title.of is None:
            roles = _LEADERS  # الرئيس السنيورة
        speaks = row.role == "Legislator" and roles is _LEADERS and self.presiding(row.of)
        if not (row.role in roles or speaks) or (title.of is not None and row.of != title.of):
            return False
        return day is None or row.start is None or row.start <= day

    def presiding(self, of: str) -> bool:
        """Say whether the speaker of a state's parliament is called president: الرئيس بري."""
        return self.scope.entity(of).label_en in self.scope.lexicon.sets["presiding_speakers"]

    def _matches_now(self, title: Title, name: str) -> bool:
        day = self.scope.day
        for row in self.scope.knowledge.by_person.get(name, ()):
            if self._matches(title, row) and (day is None or title.former or row.covers(day, 8)):
                return True
        return False

    def _agrees(self, name: str, titles: list[Title]) -> bool:
        """A person whose office is of another country than the title's is somebody else."""
        person = self.people.get(name)
        countries = {of for _, of in person.offices} if person is not None else set()
        if not countries:
            countries = {r.of for r in self.scope.knowledge.by_person.get(name, ())}
        wanted = {t.of for t in titles if t.of is not None and self.scope.entity(t.of).type == "Country"}
        own = {c for c in countries if self.scope.entity(c).type == "Country"}
        return not wanted or not own or bool(wanted & own)

    def _spelling(self, name: Name) -> str | None:
        """Join two spellings of one full name: both the first and the last word are alike."""
        own = parts(name.words)
        for others, found in self.by_words.items():
            words = parts(others)
            if len(words) < 2 or others == name.words:
                continue
            if fathered(words, own):
                return found
            if len(own) < 2 or middles_differ(words, own):
                continue
            if likeness(words[-1], own[-1]) >= _CLOSE and likeness(words[0], own[0]) >= _CLOSE:
                return found
        return None

    def _typing_error(self, name: Name) -> str | None:
        if len(name.words) > 1:
            return self._spelling(name)
        word = name.words[0]
        for family, bearers in self.scope.families.items():
            if len(family) > 4 and len(word) > 4 and family[0] == word[0] and distance(family, word) == 1:
                return bearers[-1]
        return None

    @staticmethod
    def _words(name: str) -> list[str]:
        return key(name).split()
