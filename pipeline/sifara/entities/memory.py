"""What reading a document has met so far, and questions about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.entities.chunks import Chunk, Title
from sifara.entities.delegations import delegation
from sifara.entities.eligible import eligible
from sifara.entities.people import People
from sifara.entities.scope import Scope
from sifara.entities.sides import Side, Sides
from sifara.entities.words import key

MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})
_PARTIES = ("Country", "IntergovernmentalOrganization")
_MEMORY = 3  # sentences for which "the official" is an unnamed one
LENIENT = 60  # years for which an office without an end is believed of somebody the document names


@dataclass(slots=True)
class Seen:
    """One party met so far: a person, or the state or body that an unnamed officer stands for."""

    sentence: int
    entity: str
    roles: frozenset[str]
    countries: tuple[str, ...]
    gender: str
    royal: bool
    named: bool
    king: bool = False
    inner: bool = False  # named only within a larger mention (إدارة بايدن)


@dataclass(slots=True)
class Told:
    """An office that a chunk tells of a person; ``of`` may still be open."""

    chunk: Chunk
    person: str
    role: str
    of: str | None
    title: Title | None


@dataclass(slots=True)
class Memory:
    """The parties, places and bodies met so far, in reading order."""

    scope: Scope
    people: People
    seen: list[Seen] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)  # sentence and country, in order
    bodies: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    waiting: list[tuple[Chunk, Title]] = field(default_factory=list)
    capital: tuple[int, str] | None = None  # the sentence and country of the last "the Turkish capital"
    last: Chunk | None = None
    unnamed: int = -_MEMORY  # the sentence of the last officer whom nobody names (مسؤول أمريكي)
    office: str | None = None  # whose officer that is
    nameless: Chunk | None = None  # the last title whose holder is not named yet
    government: str | None = None  # the state whose government was told last
    kingdom: str | None = None  # which state المملكة means here
    sides: Sides = field(default_factory=Sides)
    delegation: tuple[int, str] | None = None  # the sentence and state of the last "from the Russian side"

    def __post_init__(self) -> None:
        self.sides.links = self.scope.lexicon.sets["side_links"]

    def _remember(self, chunk: Chunk) -> None:
        sentence = chunk.line.sentence.index
        for part in chunk.parts:
            for name in part.entities:
                if self._is_person(name):
                    self._see(chunk, name)
                    self.seen[-1].inner = True
                else:
                    self._place(sentence, name)
                    if self.scope.entity(name).type not in ("Country", "City", "Region"):
                        self.bodies.append(name)
        nouns = self.scope.lexicon.sets["government_nouns"]
        if chunk.kind == "collective" and chunk.line.keys[chunk.start][chunk.offset :] in nouns:
            self.government = next((n for n in chunk.entities if self.scope.entity(n).type == "Country"), None)
        self.delegation = delegation(self.scope, chunk) or self.delegation
        if chunk.rule == "capital of" and chunk.country is not None:
            self.capital = (sentence, chunk.country)
        for name in chunk.entities:
            entity = self.scope.entity(name)
            if entity.type == "Person":
                for country in self.countries_of(name)[:1]:
                    self.places.append((sentence, country))
            else:
                self._place(sentence, name)
                if entity.type not in ("Country", "City", "Region"):
                    self.bodies.append(name)
        if chunk.anaphor is None or chunk.anaphor.number == "s" or chunk.parts:
            self._sides(chunk)
        if chunk.name is None and chunk.titles and chunk.entities and not self._is_person(chunk.entities[0]):
            title = chunk.titles[-1]
            roles = frozenset({title.role, "unnamed"})
            states = (self.scope.country_of(name) for name in chunk.entities)
            countries = tuple(dict.fromkeys(state for state in states if state is not None))
            for name in chunk.entities:
                self.seen.append(Seen(sentence, name, roles, countries, title.head.gender, False, False))

    def _sides(self, chunk: Chunk) -> None:
        """Note the parties of a chunk as sides: persons for their states; what only describes one of them is none."""
        names = chunk.entities or tuple(n for part in chunk.parts for n in part.entities)
        sides: list[Side] = []
        for name in names:
            entity = self.scope.entity(name)
            if entity.type == "Person":
                served = [t.of for t in self.told if t.person == name and t.of]
                sides += [Side(state, name) for state in [*self.countries_of(name), *served][:1]]
            elif entity.type == "GovernmentBody":
                sides += [Side(entity.country)] if entity.country else []
            else:
                sides.append(Side(name))
        self.sides.note(chunk, sides, {side.state: self.scope.entity(side.state).type for side in sides})

    def _place(self, sentence: int, name: str) -> None:
        country = self.scope.country_of(name)
        if self.scope.entity(name).type in _PARTIES and country is None:
            country = name
        if country is not None and self.scope.entity(name).type not in ("City", "MediaOutlet"):
            self.places.append((sentence, country))

    def _is_person(self, name: str) -> bool:
        return self.scope.entity(name).type == "Person"

    def _see(self, chunk: Chunk, name: str) -> None:
        person = self.people.people.get(name)
        roles = frozenset(person.roles) if person is not None else frozenset()
        if not roles:
            day = self.scope.day
            rows = self.scope.knowledge.by_person.get(name, ())
            roles = frozenset(r.role for r in rows if day is None or r.covers(day, LENIENT))
        gender = person.gender if person is not None else chunk.gender
        royal = person.royal if person is not None else False
        countries = tuple(self.countries_of(name))
        king = any(t.head.name in ("king", "custodian") for t in chunk.titles) or (person is not None and person.king)
        if person is not None:
            person.king = king
        self.seen.append(Seen(chunk.line.sentence.index, name, roles, countries, gender, royal, True, king))

    def countries_of(self, name: str) -> list[str]:
        """Give the countries a person stands for: of the offices told here, then of those listed."""
        person = self.people.people.get(name)
        held = [of for _, of in person.offices] if person is not None else []
        found = [self.scope.country_of(of) or of for of in held]  # of the governor of a province its state
        day = self.scope.day
        rows = self.scope.knowledge.by_person.get(name, ())
        found += [r.of for r in rows if day is None or r.covers(day, LENIENT)]
        found = found or [r.of for r in rows]
        country = self.scope.entity(name).country
        found += [country] if country else []
        found += [self.scope.country_of(t.of) or t.of for t in self.told if t.person == name and t.of]
        return [n for n in dict.fromkeys(found) if self.scope.entity(n).type == "Country"]

    def _just_before(self, chunk: Chunk) -> str | None:
        """Give the country named last before a chunk in its sentence."""
        sentence = chunk.line.sentence.index
        if self.capital is not None and self.capital[0] == sentence:
            return self.capital[1]
        here = {c for s, c in self.places if s == sentence and self.scope.entity(c).type == "Country"}
        return next(iter(here)) if len(here) == 1 else None

    def _near(self, chunk: Chunk, title: Title) -> None:
        """Note the state named before an office, and take the one from whose side its holder is told."""
        title.nearest = self._just_before(chunk)
        if title.of is None and not title.own and self.delegation is not None:
            sentence, state = self.delegation
            title.of = state if sentence == chunk.line.sentence.index else None

    def _guesses(self, chunk: Chunk) -> list[str]:
        """Give the countries that an office without one may be of, likeliest first."""
        counts = self.scope.countries
        top = sorted(counts, key=lambda n: -counts[n])[:2]
        near = self._just_before(chunk)
        return list(dict.fromkeys(([near] if near else []) + top))

    def _nearest_country(self, chunk: Chunk) -> str | None:
        sentence = chunk.line.sentence.index
        here = [c for s, c in self.places if s == sentence and self.scope.entity(c).type == "Country"]
        if here:
            return here[-1]
        counts = self.scope.countries
        return max(counts, key=lambda n: counts[n]) if counts else None

    def _latest(
        self,
        roles: tuple[str, ...],
        of: str | None,
        gender: str,
        royal: bool,
        king: bool = False,
        first: bool = False,
    ) -> Seen | None:
        """Find whom such words mean: the last one met, or the ``first`` of the last sentence that names one."""
        chosen: Seen | None = None
        if roles[:1] == ("HeadOfState",) and "HeadOfGovernment" in roles:  # الرئيس is rather the president
            found = self._latest(("HeadOfState",), of, gender, royal, king, first)
            if found is not None:
                return found
        excellency = first and not (king or royal)  # "His Excellency" is no majesty
        for seen in reversed(self.seen):
            if excellency and (seen.king or self._heads(seen, "crowned")):
                continue
            if seen.inner or (king and not (self._reigns(seen) if seen.named else self._heads(seen, "crowned"))):
                continue
            if of is not None and of not in seen.countries and seen.entity != of:
                continue
            if gender and seen.gender != gender:
                continue
            noble = seen.royal or "CrownPrince" in seen.roles or self._heads(seen, "emirates")
            if royal and (seen.king or not noble):
                continue
            if not seen.named and seen.roles & {"Official", "Legislator", "MilitaryCommander"} and seen.entity != of:
                continue
            if "any" in roles or seen.roles & frozenset(roles):
                if "any" in roles and not seen.named:
                    continue
                if chosen is not None and (seen.sentence != chosen.sentence or not seen.named):
                    break
                chosen = seen
                if not first or not seen.named:
                    break
        return chosen

    def _in_office(self, roles: tuple[str, ...], of: str | None) -> Seen | None:
        """Give the president of a state whom the tables have in office on the day, if he has been named."""
        if of is None or self.scope.day is None or roles[:1] != ("HeadOfState",):
            return None
        holders = self.scope.knowledge.holders("HeadOfState", of, self.scope.day)
        return next((s for s in reversed(self.seen) if s.named and not s.inner and s.entity in holders), None)

    def _unnamed_officer(self, chunk: Chunk, roles: tuple[str, ...]) -> bool:
        """Say whether المسؤول means an unnamed officer of the sentences before; a body that he is of speaks by him."""
        if "Official" not in roles or chunk.line.sentence.index - self.unnamed >= _MEMORY:
            return False
        body = self.scope.entity(self.office).type if self.office is not None else "Country"
        if self.office is not None and body not in _PARTIES:
            chunk.entities, chunk.type = (self.office,), body
        return True

    def _reigns(self, seen: Seen) -> bool:
        """Say whether somebody is a king, by his titles, by his house or by his state."""
        return seen.king or (seen.royal and "HeadOfState" in seen.roles) or self._heads(seen, "crowned")

    def _heads(self, seen: Seen, states: str) -> bool:
        """Say whether somebody heads one of a set of states: ``emirates``, ``crowned``, ``custodians``."""
        labels = {self.scope.entity(name).label_en for name in seen.countries}
        return "HeadOfState" in seen.roles and not labels.isdisjoint(self.scope.lexicon.sets[states])

    def _home(self, title: Title) -> Seen | None:
        """Find the officer told without a country: the newspaper's own, who keeps being called so."""
        for seen in reversed(self.seen):
            person = self.people.people.get(seen.entity)
            if person is not None and person.home and title.role in seen.roles and self._fits(seen.entity, title):
                return seen
        return None

    def _fits(self, name: str, title: Title) -> bool:
        """Say whether somebody can hold the office of a title: a minister's portfolio is no other one."""
        person = self.people.people.get(name)
        if not eligible(person, title, (t.title for t in self.told if t.person == name and t.title is not None)):
            return False
        return not title.portfolio or person is None or not person.fields or title.portfolio in person.fields

    def _point(self, chunk: Chunk, found: Seen) -> None:
        chunk.entities = (found.entity,)
        chunk.type = self.scope.entity(found.entity).type
        if found.named:
            self._see(chunk, found.entity)

    def _tell_again(self, chunk: Chunk, title: Title, found: Seen) -> None:
        """A title alone that names its country tells the office of whom it points to, if the tables agree."""
        if title.of is None or not found.named:
            return
        day = self.scope.day
        for row in self.scope.knowledge.by_person.get(found.entity, ()):
            fits = row.role == title.role or (title.role == "Minister" and row.role in MINISTERS)
            if fits and row.of == title.of and (day is None or row.covers(day, LENIENT)):
                self.told.append(Told(chunk, found.entity, row.role, row.of, title))
                return

    def _holders(self, roles: list[str], of: str) -> list[str]:
        """Give who is listed in one of these offices of a state for the day."""
        held = (self.scope.knowledge.holders(role, of, self.scope.day, LENIENT) for role in roles)
        return [name for names in held for name in names]

    def _called_later(self, name: str) -> bool:
        """Say whether somebody listed is called by his family name alone somewhere in the document."""
        known = self.scope.known(name)
        return known is not None and not self.scope.earlier.isdisjoint(key(family) for family in known.families)

    def _first(self, country: str) -> int:
        return next((i for i, (_, c) in enumerate(self.places) if c == country), 0)
