"""Expressions that point back without a title: pairs, counterparts, "his country"."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.entities.chunks import Chunk, Title
from sifara.entities.memory import LENIENT, Seen, Told
from sifara.entities.records import THRONES
from sifara.entities.statebodies import StateBodies
from sifara.entities.words import ARTICLE, surface

_HA = "\u0647\u0627"
_AN = "\u0627\u0646"  # the ending of a dual that acts
_NA = "\u0646\u0627"  # of what is ours
_SPOKEN = frozenset("\"\u00ab\u00bb\u201c\u201d\u201e:")
_NEAR = 4  # words between a title and its name


@dataclass(slots=True)
class Pointing(StateBodies):
    """Settles pointing expressions from what was met before."""

    def _anaphor(self, chunk: Chunk) -> None:
        anaphor = chunk.anaphor
        assert anaphor is not None
        what = anaphor.what
        if what in ("person", "last"):
            roles = anaphor.roles or ("any",)
            gender = anaphor.gender if anaphor.gender == "f" else ""
            if self._unnamed_officer(chunk, anaphor.roles):
                return
            found = self._majesty(chunk) if anaphor.honour and anaphor.king and not gender else None
            found = found or self._latest(roles, chunk.country, gender, anaphor.royal, anaphor.king, anaphor.honour)
            if found is not None:
                self._point(chunk, found)
            elif chunk.country is not None:
                chunk.entities, chunk.type = (chunk.country,), "Country"
        elif what == "two persons":
            self._two_persons(chunk, anaphor.roles)
        elif what == "two countries":
            self._two_countries(chunk, anaphor.either)
        elif what == "own country":
            self._own_country(chunk)
        elif what == "own body":
            self._own_body(chunk, anaphor.roles, anaphor.word)
        elif what == "government":
            self._government(chunk)
        elif what == "presidency":
            self._presidency(chunk)
        elif what == "kingdom":
            self._kingdom(chunk, anaphor.roles)
        elif what == "body":
            self._body(chunk, anaphor.roles, anaphor.word)
            if not chunk.entities and anaphor.word in self.scope.lexicon.ministries.entries:
                self._ministry_of_minister(chunk)
            elif not chunk.entities and chunk.country is None:
                self._unmet(chunk, anaphor)

    def _majesty(self, chunk: Chunk) -> Seen | None:
        """Give the king whom "His Majesty" means beside one who bears another style (خادم الحرمين الشريفين)."""
        since = chunk.line.sentence.index - 1
        kings = [s for s in self.seen if s.sentence >= since and s.named and not s.inner and self._reigns(s)]
        others = [s for s in kings if not self._heads(s, "custodians")]
        others = others if len(others) < len(kings) else []
        return next((s for s in others if s.sentence == others[-1].sentence), None)

    def _two_persons(self, chunk: Chunk, roles: tuple[str, ...]) -> None:
        """Give the last two in such an office; two of one state only where no other is named."""
        wanted = frozenset(roles)
        fitting = [s for named in (True, False) for s in reversed(self.seen) if s.named or not named]
        fitting = [s for s in fitting if "any" in roles or s.roles & wanted]
        first = fitting[0] if fitting else None
        if first is None:
            return
        others = [s for s in fitting if s.entity != first.entity]
        abroad = [s for s in others if not set(s.countries) & set(first.countries)]
        second = next(iter(abroad or others), None)
        if second is not None:
            chunk.entities = (second.entity, first.entity)
            chunk.type = self.scope.entity(chunk.entities[0]).type

    def _two_countries(self, chunk: Chunk, either: bool) -> None:
        """Give the two that the text tells together; ``either``: persons and bodies who are no states serve as well."""
        states = {c for _, c in self.places if self.scope.entity(c).type == "Country"}
        two = self.sides.two(chunk.line.sentence.index, None if either else frozenset(states))
        if two is None:
            return
        people = [side.person for side in two if side.person is not None]
        acting = either and len(people) == 2 and chunk.line.keys[chunk.start].endswith(_AN)
        chunk.entities = tuple(people) if acting else tuple(side.state for side in two)
        chunk.type = self.scope.entity(chunk.entities[0]).type

    def _own_country(self, chunk: Chunk) -> None:
        """His country is that of the sentence's first person (its subject), else of the last speaker."""
        word = chunk.line.keys[chunk.start]
        feminine = word.endswith(_HA)
        if word.endswith(_NA) and not self._said(chunk):
            return  # of whom a newspaper says "our country" nobody tells
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

    def _own_body(self, chunk: Chunk, types: tuple[str, ...], word: str) -> None:
        """Give the party or group in which the sentence's first person, or the last one before, holds an office."""
        people = [s for s in self.seen if s.named and not s.inner]
        here = [s for s in people if s.sentence == chunk.line.sentence.index]
        chosen = here[0] if here else people[-1] if people else None
        told = [t.of for t in self.told if chosen is not None and t.person == chosen.entity and t.of is not None]
        own = [name for name in told if self.scope.entity(name).type in types]
        if own:
            chunk.entities, chunk.type = (own[-1],), self.scope.entity(own[-1]).type
        else:
            self._body(chunk, types, word)

    @staticmethod
    def _said(chunk: Chunk) -> bool:
        """Whether a quotation mark or a colon stands before an expression in its sentence."""
        tokens = chunk.line.tokens
        return any(set(t.text) & _SPOKEN for t in tokens[: chunk.start])

    def _union_behind(self, chunk: Chunk) -> str | None:
        """Give the union whose ministers several counterparts are: نظراؤه الخليجيون, نظراؤه في دول مجلس التعاون."""
        scope, keys, at = self.scope, chunk.line.keys, chunk.end
        word = keys[at] if at < len(keys) else ""
        label = scope.lexicon.unions.get(word.removeprefix(ARTICLE))
        if label is not None:
            return scope.knowledge.any_label.get(label)
        if word not in scope.lexicon.sets["host"]:
            return None
        at += 2 if keys[at + 1 : at + 2] and keys[at + 1] in scope.lexicon.sets["union_members"] else 1
        named = [name for hit in scope.hits_at(chunk.line, at) for name in hit.alias.full]
        unions = (name for name in named if scope.entity(name).type == "IntergovernmentalOrganization")
        return next(unions, None)

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
            throned = THRONES & self._roles_held(chunk) and role not in THRONES  # a president is no minister's equal
            if role is not None and not titles and country is not None and not throned:
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
        union = self._union_behind(chunk) if anaphor.number == "p" and not same else None
        if union is not None:
            chunk.entities, chunk.type = (union,), "IntergovernmentalOrganization"
        if before is None or same or anaphor.number == "p":
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
        here = [s for s in pool if s.sentence == last]
        held = self._roles_held(chunk)
        fitting = [s for s in here if s.roles & held] or [s for s in here if s.roles != {"Spokesperson"}] or here
        return next((s for s in fitting if s.named), fitting[0] if fitting else None)

    def _roles_held(self, chunk: Chunk) -> set[str]:
        """Give the roles in which the tables know the counterpart who is named."""
        people = chunk.name.full if chunk.name is not None else ()
        day = self.scope.day
        rows = (row for person in people for row in self.scope.knowledge.by_person.get(person, ()))
        return {row.role for row in rows if day is None or row.covers(day, LENIENT)}

    def _main_role(self, seen: Seen) -> str | None:
        told = [t.role for t in self.told if t.person == seen.entity]
        roles = told or sorted(r for r in seen.roles if r not in ("unnamed", "Official"))
        return roles[-1] if roles else None

    def _again(self, seen: Seen | None, words: tuple[str, ...]) -> bool:
        """Say whether ``words`` are the title that was told of the party: of many directors, one has these words."""
        titles = ((t.person, t.chunk.line.keys[t.title.start : t.title.end]) for t in self.told if t.title is not None)
        return seen is not None and (seen.entity, words) in titles

    def _same_title(self, chunk: Chunk, title: Title) -> str | None:
        """Give who was named with the very title that stands here without a name: المتحدث باسم وزارة الخارجية."""
        words = chunk.line.keys[title.start + 1 : title.end]
        if not title.definite or not words:
            return None
        for told in reversed(self.told):
            other = told.title
            if other is None or other.head.name != title.head.name or told.chunk.line is chunk.line:
                continue
            if other.definite and told.chunk.line.keys[other.start + 1 : other.end] == words:
                return told.person
        return None

    def _named_at_last(self, chunk: Chunk, person: str) -> None:
        """Give a title the name that stands behind its further words: عضو المجلس الأعلى للدولة خالد المشري."""
        title, self.nameless = self.nameless, None
        if title is None or title.line is not chunk.line or chunk.titles or chunk.clitics or title.entities:
            return
        between = chunk.line.keys[title.end : chunk.start]
        if 0 < len(between) <= _NEAR and all(word.isalpha() for word in between):
            title.entities, title.type = (person,), "Person"
