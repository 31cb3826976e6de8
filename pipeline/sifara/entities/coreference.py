"""Whom pointing expressions mean, in reading order: titles alone, counterparts, pairs, "his country"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sifara.entities.chunks import Chunk, Title
from sifara.entities.organisations import ministry_entity, surface
from sifara.entities.people import People
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, key

_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})
_PARTIES = ("Country", "IntergovernmentalOrganization")
_FILLED = frozenset(
    {
        "minister",
        "president",
        "deputy",
        "ambassador",
        "spokesperson",
        "commander",
        "crown_prince",
        "king",
        "emir",
        "secretary_of_state",
        "legislator",
        "opponent",
        "governor",
        "chief",
        "one_of_officials",
        "chancellor",
        "supreme_leader",
    }
)
_HA = "\u0647\u0627"
_OFFICER = 3  # an officer of a country weighs as much as this many mentions of it
_LENIENT = 60  # years for which an office without an end is believed of somebody the document names


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
class Discourse:
    """The state of reading one document. ``read`` takes chunks in order and settles their entities."""

    scope: Scope
    people: People
    seen: list[Seen] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)  # sentence and country, in order
    bodies: list[str] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    waiting: list[tuple[Chunk, Title]] = field(default_factory=list)
    capital: tuple[int, str] | None = None  # the sentence and country of the last "the Turkish capital"
    last: Chunk | None = None
    kingdom: str | None = None  # which state المملكة means here

    def read(self, chunk: Chunk) -> None:
        """Settle one chunk and remember what it adds."""
        self._open(chunk)
        if chunk.anaphor is not None and chunk.anaphor.what in ("counterpart", "predecessor"):
            self._counterpart(chunk)
        elif chunk.name is not None:
            self._person(chunk)
        elif self._apposed(chunk):
            pass
        elif chunk.kind == "anaphor" and chunk.anaphor is not None and not chunk.entities:
            self._anaphor(chunk)
        elif chunk.titles and not chunk.entities:
            self._title(chunk)
        elif chunk.anaphor is not None and not chunk.entities:
            self._anaphor(chunk)
        elif chunk.rule.startswith("ministry:") and not chunk.entities:
            self._ministry(chunk)
        chunk.entities = tuple(self.people.same.get(name, name) for name in chunk.entities)
        self._remember(chunk)
        self.last = chunk

    def _apposed(self, chunk: Chunk) -> bool:
        """A bare title right behind a name is the same person."""
        before = self.last
        if before is None or before.name is None or before.line is not chunk.line or before.end != chunk.start:
            return False
        bare = bool(chunk.titles) and chunk.titles[-1].bare
        if chunk.clitics or not (bare or (chunk.anaphor is not None and chunk.anaphor.what == "person")):
            return False
        chunk.entities, chunk.type = before.entities, before.type
        return True

    # Remembering

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
        if chunk.name is None and chunk.titles and chunk.entities and not self._is_person(chunk.entities[0]):
            title = chunk.titles[-1]
            roles = frozenset({title.role, "unnamed"})
            countries = tuple(n for n in chunk.entities if self.scope.entity(n).type == "Country")
            for name in chunk.entities:
                self.seen.append(Seen(sentence, name, roles, countries, title.head.gender, False, False))

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
            roles = frozenset(r.role for r in rows if day is None or r.covers(day, _LENIENT))
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
        found = [of for _, of in person.offices] if person is not None else []
        day = self.scope.day
        rows = self.scope.knowledge.by_person.get(name, ())
        found += [r.of for r in rows if day is None or r.covers(day, _LENIENT)]
        found = found or [r.of for r in rows]
        country = self.scope.entity(name).country
        found += [country] if country else []
        found += [t.of for t in self.told if t.person == name and t.of]
        return [n for n in dict.fromkeys(found) if self.scope.entity(n).type == "Country"]

    # Named people

    def _person(self, chunk: Chunk) -> None:
        name = chunk.name
        assert name is not None
        for title in chunk.titles:
            title.nearest = self._just_before(chunk)
            if title.own and title.of is None:
                title.of = self._owner(chunk, title)
            if title.body is None and title.ministry and title.of is not None:
                title.body = ministry_entity(self.scope, title.ministry, title.of, title.ministry_words)
        words = surface(chunk.line, name.start, name.offset, name.end)
        guesses = [n for n in (*self._guesses(chunk),) if any(t.of is None for t in chunk.titles)]
        person = self.people.resolve(name, chunk.titles, words, guesses)
        chunk.entities, chunk.type = (person,), "Person"
        if chunk.royal:
            self.people.people[person].royal = True
        roles = {t.role for t in chunk.titles if not (t.bare and t.end - t.start == 1)} or {
            t.role for t in chunk.titles
        }
        if any(t.of is None and not t.bare for t in chunk.titles):
            self.people.people[person].home = True
        for title in chunk.titles:
            if title.role == "Official" and (len(roles) > 1 or title.head.takes == "plain"):
                continue
            if title.bare and title.end - title.start == 1 and title.role not in roles:
                continue  # السفير, المستشار as a rank beside the office
            self.told.append(Told(chunk, person, title.role, title.of, title))
        self._see(chunk, person)

    def _open(self, chunk: Chunk) -> None:
        """Settle bodies that titles point back to."""
        for title in chunk.titles:
            if title.pointing is not None and title.of is None:
                probe = Chunk(chunk.line, chunk.start, chunk.end, 0, (), "anaphor", anaphor=title.pointing)
                if title.pointing.what == "kingdom":
                    self._kingdom(probe, title.pointing.roles)
                else:
                    self._body(probe, title.pointing.roles, title.pointing.word)
                if not probe.entities:
                    continue
                entity = self.scope.entity(probe.entities[0])
                title.of = entity.country if entity.type == "GovernmentBody" and entity.country else entity.id
                if entity.type == "IntergovernmentalOrganization" and title.head.name in (
                    "president",
                    "director_general",
                ):
                    title.role = "SecretaryGeneral"
                elif entity.type != "Country" and title.role == "HeadOfState":
                    title.role = "Official"

    def _just_before(self, chunk: Chunk) -> str | None:
        """Give the country named last before a chunk in its sentence."""
        sentence = chunk.line.sentence.index
        if self.capital is not None and self.capital[0] == sentence:
            return self.capital[1]
        here = {c for s, c in self.places if s == sentence and self.scope.entity(c).type == "Country"}
        return next(iter(here)) if len(here) == 1 else None

    def _guesses(self, chunk: Chunk) -> list[str]:
        """Give the countries that an office without one may be of, likeliest first."""
        counts = self.scope.countries
        top = sorted(counts, key=lambda n: -counts[n])[:2]
        near = self._just_before(chunk)
        return list(dict.fromkeys(([near] if near else []) + top))

    def _owner(self, chunk: Chunk, title: Title) -> str | None:
        """Find whose minister "his" or "her foreign minister" is."""
        word = chunk.line.keys[title.end - 1]
        sentence = chunk.line.sentence.index
        if word.endswith(_HA):
            here = [c for s, c in self.places if s == sentence]
            if here:
                return here[-1]
        for seen in reversed(self.seen):
            if seen.countries:
                return seen.countries[0]
        return self.places[-1][1] if self.places else None

    # Titles alone

    def _title(self, chunk: Chunk) -> None:
        title = chunk.titles[-1]
        if title.head.number != "s" and title.of is None:
            return
        if title.own and title.of is None:
            title.of = self._owner(chunk, title)
        if title.head.takes == "spokesperson":
            self._spokesperson(chunk, title)
            return
        if title.head.name == "opponent":
            found = self._latest((title.role,), title.of, "", False) if title.head.gender == "m" else None
            if found is not None and found.named:
                self._point(chunk, found)
            return
        if chunk.anaphor is not None and chunk.anaphor.what == "person":
            found = self._latest(
                chunk.anaphor.roles, title.of, chunk.gender if title.head.gender == "f" else "", chunk.anaphor.royal
            )
            if found is not None:
                self._point(chunk, found)
                self._tell_again(chunk, title, found)
                return
            listed = self._holder(title) if title.of is not None else None
            if listed is not None:
                self._point(chunk, Seen(0, listed, frozenset(), (), "m", False, True))
                self.told.append(Told(chunk, listed, title.role, title.of, title))
                return
        roles = {title.role}
        if title.of is None:
            words = chunk.line.keys[title.start : title.end]
            definite = title.definite or any(word.startswith(ARTICLE) for word in words)
            found = (self._home(title.role) or self._latest(tuple(roles), None, "", False)) if definite else None
            if found is not None:
                self._point(chunk, found)
                return
            bearers = (
                [n for n, p in self.people.people.items() if title.role in p.roles]
                if definite and not title.bare
                else []
            )
            if len(words) > 1 and title.bare:
                bearers = [n for n, p in self.people.people.items() if title.role in p.roles]
            if len(bearers) == 1:
                self._point(chunk, Seen(0, bearers[0], frozenset(roles), (), "m", False, True))
                return
            if title.head.royal:
                return
            if (title.bare and len(words) == 1) or not definite or title.head.name not in _FILLED:
                return
            title.of = self._nearest_country(chunk)
            if title.of is None:
                return
        person = self._holder(title)
        if person is not None:
            self._point(chunk, Seen(0, person, frozenset(), (), "m", False, True))
            if title.role not in ("Official", "Minister"):
                self.told.append(Told(chunk, person, title.role, title.of, title))
            return
        if title.head.name in ("chief", "one_of_officials") and not title.definite:
            self.waiting.append((chunk, title))
            return
        chunk.entities, chunk.type = (title.of,), self.scope.entity(title.of).type

    def _tell_again(self, chunk: Chunk, title: Title, found: Seen) -> None:
        """A title alone that names its country tells the office of whom it points to, if the tables agree."""
        if title.of is None or not found.named:
            return
        day = self.scope.day
        for row in self.scope.knowledge.by_person.get(found.entity, ()):
            fits = row.role == title.role or (title.role == "Minister" and row.role in _MINISTERS)
            if fits and row.of == title.of and (day is None or row.covers(day, _LENIENT)):
                self.told.append(Told(chunk, found.entity, row.role, row.of, title))
                return

    def _point(self, chunk: Chunk, found: Seen) -> None:
        chunk.entities = (found.entity,)
        chunk.type = self.scope.entity(found.entity).type
        if found.named:
            self._see(chunk, found.entity)

    def _holder(self, title: Title) -> str | None:
        """Find who of the document holds the office: told of the person anywhere, or listed for the day."""
        group = _MINISTERS if title.role == "Minister" and title.end - title.start <= 2 else {title.role}
        for name, person in self.people.people.items():
            if any(role in group and of == title.of for role, of in person.offices) and not title.former:
                return name
        if title.of is not None:
            for name in self.scope.knowledge.holders(title.role, title.of, self.scope.day, _LENIENT):
                if name in self.people.people:
                    return name
        return None

    def _latest(self, roles: tuple[str, ...], of: str | None, gender: str, royal: bool) -> Seen | None:
        for seen in reversed(self.seen):
            if seen.inner:
                continue
            if of is not None and of not in seen.countries and seen.entity != of:
                continue
            if gender and seen.gender != gender:
                continue
            if royal and (seen.king or not (seen.royal or "CrownPrince" in seen.roles)):
                continue
            if not seen.named and seen.roles & {"Official", "Legislator", "MilitaryCommander"} and seen.entity != of:
                continue
            if "any" in roles or seen.roles & frozenset(roles):
                if "any" in roles and not seen.named:
                    continue
                return seen
        return None

    def _home(self, role: str) -> Seen | None:
        """Find the officer told without a country: the newspaper's own, who keeps being called so."""
        for seen in reversed(self.seen):
            person = self.people.people.get(seen.entity)
            if person is not None and person.home and role in seen.roles:
                return seen
        return None

    def _spokesperson(self, chunk: Chunk, title: Title) -> None:
        chunk.kind = "spokesperson"
        if title.body is None and title.ministry:
            title.of = title.of or self._ministry_country(chunk, title.ministry)
            if title.of is not None:
                title.body = ministry_entity(self.scope, title.ministry, title.of, title.ministry_words)
        if title.body is not None or title.of is not None:
            name = title.body or title.of
            assert name is not None
            chunk.entities, chunk.type = (name,), self.scope.entity(name).type
            return
        if title.bare and not title.definite:
            return
        for seen in reversed(self.seen):
            if "Spokesperson" in seen.roles:
                self._point(chunk, seen)
                return

    # Counterparts

    def _counterpart(self, chunk: Chunk) -> None:
        before = self._antecedent(chunk)
        roles = [r for r in before.roles if r != "unnamed"] if before is not None else []
        role = self._main_role(before) if before is not None else None
        anaphor = chunk.anaphor
        assert anaphor is not None
        same = anaphor.what == "predecessor"
        country = chunk.country
        if same and country is None and before is not None and before.countries:
            country = before.countries[0]
        if chunk.name is not None:
            words = surface(chunk.line, chunk.name.start, chunk.name.offset, chunk.name.end)
            titles = list(chunk.titles)
            person = self.people.resolve(chunk.name, titles, words, [])
            if country is None:
                listed = self.countries_of(person)
                country = listed[0] if listed else None
            chunk.entities, chunk.type = (person,), "Person"
            if role is not None and not titles and country is not None:
                self.people.people[person].roles[role] = None
                self.people.people[person].offices[role, country] = None
                self.told.append(Told(chunk, person, role, country, None))
            for title in titles:
                self.told.append(Told(chunk, person, title.role, title.of or country, title))
            self._see(chunk, person)
            return
        if country is not None and not same:
            for name, person_ in self.people.people.items():
                if any(of == country and (role is None or r == role) for r, of in person_.offices):
                    self._point(chunk, Seen(0, name, frozenset(roles), (country,), "m", False, True))
                    return
            if role is not None:
                for name in self.scope.knowledge.holders(role, country, self.scope.day):
                    if name in self.people.people:
                        self._point(chunk, Seen(0, name, frozenset(roles), (country,), "m", False, True))
                        return
            chunk.entities, chunk.type = (country,), "Country"
            return
        if before is None or same:
            return
        for seen in reversed(self.seen):
            if (
                seen.entity != before.entity
                and seen.roles & before.roles
                and not set(seen.countries) & set(before.countries)
            ):
                self._point(chunk, seen)
                return

    def _antecedent(self, chunk: Chunk) -> Seen | None:
        """Find the officer whose counterpart is meant: the first of the sentence, else the last met."""
        sentence = chunk.line.sentence.index
        predecessor = chunk.anaphor is not None and chunk.anaphor.what == "predecessor"
        if predecessor:
            pool = [s for s in self.seen if s.roles]
            return pool[-1] if pool else None
        pool = [s for s in self.seen if s.roles and not s.inner and chunk.country not in s.countries]
        last = pool[-1].sentence if pool else sentence
        return next((s for s in pool if s.sentence == last), None)

    def _main_role(self, seen: Seen) -> str | None:
        told = [t.role for t in self.told if t.person == seen.entity]
        roles = told or sorted(r for r in seen.roles if r not in ("unnamed", "Official"))
        return roles[-1] if roles else None

    # Other pointing words

    def _anaphor(self, chunk: Chunk) -> None:
        anaphor = chunk.anaphor
        assert anaphor is not None
        what = anaphor.what
        if what in ("person", "last"):
            roles = anaphor.roles or ("any",)
            found = self._latest(roles, chunk.country, anaphor.gender if anaphor.gender == "f" else "", anaphor.royal)
            if found is not None:
                self._point(chunk, found)
            elif chunk.country is not None:
                chunk.entities, chunk.type = (chunk.country,), "Country"
        elif what == "two persons":
            self._two_persons(chunk, anaphor.roles)
        elif what == "two countries":
            self._two_countries(chunk)
        elif what == "own country":
            self._own_country(chunk)
        elif what == "kingdom":
            self._kingdom(chunk, anaphor.roles)
        elif what == "body":
            self._body(chunk, anaphor.roles, anaphor.word)

    def _two_persons(self, chunk: Chunk, roles: tuple[str, ...]) -> None:
        found: dict[str, None] = {}
        for named in (True, False):
            for seen in reversed(self.seen):
                if (named and not seen.named) or len(found) == 2:
                    continue
                if "any" in roles or seen.roles & frozenset(roles):
                    found.setdefault(seen.entity, None)
        if len(found) == 2:
            chunk.entities = tuple(reversed(found))
            chunk.type = self.scope.entity(chunk.entities[0]).type

    def _two_countries(self, chunk: Chunk) -> None:
        sentence = chunk.line.sentence.index
        window: dict[str, int] = {}
        for back in (0, 1, 2, 4):
            window = {}
            for s, country in self.places:
                if sentence - back <= s <= sentence:
                    window[country] = window.get(country, 0) + 1
            if len(window) >= 2:
                break
        counts: dict[str, int] = {}
        for _, country in self.places:
            counts[country] = counts.get(country, 0) + 1
        pool = window if len(window) >= 2 else counts
        if len(pool) < 2:
            return
        order = sorted(pool, key=lambda n: (-counts[n], n))
        chunk.entities, chunk.type = tuple(sorted(order[:2], key=lambda n: self._first(n))), "Country"

    def _first(self, country: str) -> int:
        return next((i for i, (_, c) in enumerate(self.places) if c == country), 0)

    def _own_country(self, chunk: Chunk) -> None:
        """His country is that of the sentence's first person (its subject), else of the last speaker."""
        word = chunk.line.keys[chunk.start]
        feminine = word.endswith(_HA)
        sentence = chunk.line.sentence.index
        here = [s for s in self.seen if s.sentence == sentence and s.countries and not s.inner]
        pool = [s for s in here if (s.gender == "f") == feminine] or ([] if feminine else here)
        if pool:
            chosen: Seen | None = pool[0]
        else:
            before = [
                s
                for s in self.seen
                if s.sentence < sentence and s.countries and not s.inner and (not feminine or s.gender == "f")
            ]
            last = before[-1].sentence if before else -1
            chosen = next((s for s in before if s.sentence == last), None)
        if chosen is not None:
            chunk.entities, chunk.type = (chosen.countries[0],), "Country"

    def _kingdom(self, chunk: Chunk, labels: tuple[str, ...]) -> None:
        ids = [self.scope.knowledge.country(label) for label in labels]
        if self.kingdom is None:
            met = [c for _, c in self.places if c in ids]
            counts = {name: self.scope.countries.get(name, 0) for name in ids}
            best = max(ids, key=lambda name: (counts[name], -ids.index(name)))
            # Before any kingdom is named, it is that of the newspaper: the first of the list, if the document has none other.
            self.kingdom = best if best in met or counts[ids[0]] or not sum(counts.values()) else ids[0]
            if not met and not sum(counts.values()) and len(ids) > 1:
                self.kingdom = ids[0]
        chosen = self.kingdom if self.kingdom in ids else ids[0]
        chunk.entities, chunk.type = (chosen,), "Country"

    def _body(self, chunk: Chunk, types: tuple[str, ...], word: str) -> None:
        for strict in (True, False):
            for name in reversed(self.bodies):
                entity = self.scope.entity(name)
                if entity.type not in types or (chunk.country is not None and entity.country != chunk.country):
                    continue
                labels = (entity.label_ar, *entity.aliases)
                if any(word in key(label).split() for label in labels) or (not strict and entity.type == "Treaty"):
                    chunk.entities, chunk.type = (name,), entity.type
                    return

    # Open ministries and countries

    def _ministry(self, chunk: Chunk) -> None:
        stem = chunk.rule.removeprefix("ministry:")
        country = self._ministry_country(chunk, stem)
        if country is not None:
            words = surface(chunk.line, chunk.start, chunk.offset, chunk.end)
            chunk.entities, chunk.country = (ministry_entity(self.scope, stem, country, words),), country

    def _ministry_country(self, chunk: Chunk, stem: str) -> str | None:
        for name in reversed(self.bodies):
            entity = self.scope.entity(name)
            if entity.type == "GovernmentBody" and entity.country is not None:
                if self.scope.knowledge.ministries.get((stem, entity.country)) == name or stem in " ".join(
                    key(entity.label_ar).split()
                ):
                    return entity.country
        return self._nearest_country(chunk)

    def _nearest_country(self, chunk: Chunk) -> str | None:
        sentence = chunk.line.sentence.index
        here = [c for s, c in self.places if s == sentence and self.scope.entity(c).type == "Country"]
        if here:
            return here[-1]
        counts = self.scope.countries
        return max(counts, key=lambda n: counts[n]) if counts else None

    def finish(self, chunks: Iterable[Chunk]) -> None:
        """Settle what needed the whole document: unnamed officials named later, offices without a country."""
        order = list(chunks)
        for chunk, title in self.waiting:
            chunk.entities = tuple(self._later(chunk, title, order))
        for told in self.told:
            if told.of is None:
                told.of = self._office_country(told)
        self.told = [told for told in self.told if not self._vaguer(told)]

    def _vaguer(self, told: Told) -> bool:
        """Say whether الوزير فلان only repeats an office that is told or listed more exactly."""
        if told.role != "Minister" or told.title is None or not told.title.bare:
            return False
        exact = _MINISTERS - {"Minister"}
        if any(other.person == told.person and other.role in exact for other in self.told):
            return True
        day = self.scope.day
        rows = self.scope.knowledge.by_person.get(told.person, ())
        return any(row.role in exact and row.of == told.of and (day is None or row.covers(day)) for row in rows)

    def _later(self, chunk: Chunk, title: Title, order: list[Chunk]) -> Iterator[str]:
        sentence = chunk.line.sentence.index
        for told in self.told:
            at = told.chunk.line.sentence.index
            if (
                told.of == title.of
                and sentence <= at <= sentence + 2
                and told.role == "Official"
                and order.index(told.chunk) > order.index(chunk)
            ):
                yield told.person
                return

    def _office_country(self, told: Told) -> str | None:
        title = told.title
        rows = self.scope.knowledge.by_person.get(told.person, ())
        fitting = [r for r in rows if r.role == told.role or {r.role, told.role} <= _MINISTERS]
        day = self.scope.day
        fitting.sort(key=lambda r: (not (day is None or r.covers(day)), -(r.start.toordinal() if r.start else 0)))
        mentioned = {c for _, c in self.places}
        for row in fitting:
            if row.of in mentioned or row.of in self.scope.present:
                return row.of
        if title is None or title.head.name not in _FILLED or (rows and fitting):
            return None
        if self.scope.entity(told.person).country in mentioned:
            return self.scope.entity(told.person).country
        sentence = told.chunk.line.sentence.index
        if title.nearest is not None:
            return title.nearest
        counts = dict(self.scope.countries)
        for other in self.told:
            if other.of in counts:
                counts[other.of] += _OFFICER
        return max(counts, key=lambda n: counts[n]) if counts else None
