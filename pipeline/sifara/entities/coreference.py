"""Whom names and titles mean, in reading order, and the offices they tell."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.entities.chunks import Chunk, Title
from sifara.entities.delegations import counterpart_states
from sifara.entities.memory import MINISTERS, Seen, Told
from sifara.entities.ministries import ministry_entity
from sifara.entities.records import THRONES
from sifara.entities.seats import seated
from sifara.entities.settling import FILLED, Settling
from sifara.entities.spelling import identifier
from sifara.entities.words import ARTICLE, key, surface, variants

_REACH = 6  # words


@dataclass(slots=True)
class Discourse(Settling):
    """The state of reading one document. ``read`` takes chunks in order and settles their entities."""

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
        elif chunk.rule == "pattern:open" and not chunk.entities:
            self._open_body(chunk)
        for led, country in ((chunk.led, chunk.country), *((title.led, title.of) for title in chunk.titles)):
            if led is not None:
                self.told.append(Told(chunk, led[0], led[1], led[2] or country, None))
        chunk.entities = tuple(self.people.same.get(name, name) for name in chunk.entities)
        self._remember(chunk)
        self.last = chunk

    def _apposed(self, chunk: Chunk) -> bool:
        """A bare title right behind a name is the same person."""
        before = self.last
        if before is None or before.name is None or before.line is not chunk.line or before.end != chunk.start:
            return False
        bare = bool(chunk.titles) and chunk.titles[-1].bare
        told = {t.role for t in before.titles if not t.bare}
        if told and chunk.titles and chunk.titles[-1].of is not None and chunk.titles[-1].role not in told:
            return False  # اتهم رئيس الحزب فلان الرئيس المصري
        if chunk.clitics or not (bare or (chunk.anaphor is not None and chunk.anaphor.what == "person")):
            return False
        chunk.entities, chunk.type = before.entities, before.type
        return True

    def _person(self, chunk: Chunk) -> None:
        name = chunk.name
        assert name is not None
        for title in chunk.titles:
            self._near(chunk, title)
            if title.own and title.of is None:
                title.of = self._owner(chunk, title)
            if title.body is None and title.ministry and title.of is not None:
                title.body = ministry_entity(self.scope, title.ministry, title.of, title.ministry_words)
        words = surface(chunk.line, name.start, name.offset, name.end)
        guesses = [n for n in (*self._guesses(chunk),) if any(t.of is None for t in chunk.titles)]
        person = self.people.resolve(name, chunk.titles, words, guesses)
        chunk.entities, chunk.type = (person,), "Person"
        self._named_at_last(chunk, person)
        if chunk.royal:
            self.people.people[person].royal = True
        roles = {t.role for t in chunk.titles if not (t.bare and t.end - t.start == 1)} or {
            t.role for t in chunk.titles
        }
        if any(t.of is None and not t.bare for t in chunk.titles):
            self.people.people[person].home = True
        for post in chunk.posts:
            of = self._owner(chunk, post) if post.own and post.of is None else post.of
            self.told.append(Told(chunk, person, post.role, of, post))
            self.people.people[person].roles[post.role] = None
        if not any(title.role in THRONES for title in chunk.titles):
            self._crown(chunk, person)
        for title in chunk.titles:
            if title.role == "Official" and (len(roles) > 1 or title.head.takes == "plain"):
                continue
            if title.bare and title.end - title.start == 1 and title.role not in roles:
                continue  # السفير, المستشار as a rank beside the office
            if title.regent or (chunk.posts and title.role in THRONES and not self._listed(person, title)):
                continue  # عين الرئيس الجزائري رمطان لعمامرة وزيرا
            self.told += [Told(chunk, person, self._leading(person, title), of, title) for of in title.whose]
        self._see(chunk, person)

    def _listed(self, person: str, title: Title) -> bool:
        """Say whether the tables have somebody in the office of a title, or do not know him."""
        rows = self.scope.knowledge.by_person.get(person, ())
        return not rows or any(row.role == title.role for row in rows)

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
                    title.role = "Official" if title.role == "HeadOfState" else title.role
                    title.strange = title.strange or title.head.takes == "spokesperson"
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

    def _held(self, chunk: Chunk) -> bool:
        """Tell the office in شغل هاريس منصب وزير التعليم of him who is named last."""
        keys, sets = chunk.line.keys, self.scope.lexicon.sets
        before = keys[max(chunk.start - _REACH, 0) : chunk.start]
        if not before or before[-1] not in sets["posts"] or chunk.titles[-1].bare:
            return False
        if not any(word[v.offset :] in sets["holding"] for word in before for v in variants(word)):
            return False
        sentence = chunk.line.sentence.index
        seen = next((s for s in reversed(self.seen) if s.named and not s.inner), None)
        if seen is None or seen.sentence < sentence - 1:
            return False
        self._point(chunk, seen)
        title = chunk.titles[-1]
        self.told.append(Told(chunk, seen.entity, title.role, title.of, title))
        return True

    def _title(self, chunk: Chunk) -> None:
        if self._held(chunk):
            return
        title = chunk.titles[-1]
        if title.of is None and (title.head.number != "s" or title.head.default_of is not None):
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
            if self._unnamed_officer(chunk, chunk.anaphor.roles):
                return
            anaphor, gender = chunk.anaphor, chunk.gender if title.head.gender == "f" else ""
            found = self._in_office(anaphor.roles, title.of)
            found = found or self._latest(anaphor.roles, title.of, gender, anaphor.royal, anaphor.king)
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
        if title.of is None and not title.bare:
            self._near(chunk, title)
        if title.of is None:
            words = chunk.line.keys[title.start : title.end]
            definite = title.definite or any(word.startswith(ARTICLE) for word in words)
            found = (self._home(title) or self._latest(tuple(roles), None, "", False)) if definite else None
            found = found if found is None or self._fits(found.entity, title) else None
            whole = not title.bare or title.head_end > title.start + 1  # النائب العام
            if title.role == "Official" and whole and len(words) > 1 and not self._again(found, words):
                self.nameless = chunk
                return
            if found is not None:
                self._point(chunk, found)
                return
            fitting = [n for n, p in self.people.people.items() if title.role in p.roles and self._fits(n, title)]
            bearers = fitting if definite and not title.bare else []
            if len(words) > 1 and title.bare:
                bearers = [n for n, p in self.people.people.items() if title.role in p.roles]
            others = counterpart_states(self.scope, chunk.line, chunk.end)
            bearers = [n for n in bearers if others.isdisjoint(of for _, of in self.people.people[n].offices)]
            if len(bearers) == 1:
                self._point(chunk, Seen(0, bearers[0], frozenset(roles), (), "m", False, True))
                return
            if title.head.royal:
                return
            if (title.bare and len(words) == 1) or not definite or title.head.name not in FILLED:
                return
            title.of = self._nearest_country(chunk)
            if title.of is None or title.of in others:
                title.of = None
                return
        some = not title.definite and {part.kind for part in title.parts} == {"nisba"}
        some = some and title.head.name in ("chief", "one_of_officials")  # "an American official": nobody told before
        person = None if some or self._unnamed(chunk, title) else self._holder(title)
        if person is not None:
            self._point(chunk, Seen(0, person, frozenset(), (), "m", False, True))
            if title.role not in ("Official", "Minister"):
                self.told.append(Told(chunk, person, title.role, title.of, title))
            return
        if title.head.name in ("chief", "one_of_officials") and not title.definite:
            self.waiting.append((chunk, title))
            self.unnamed, self.office = chunk.line.sentence.index, title.of
            return
        reigning = self.scope.lexicon.sets["emirates"]
        if title.head.name == "emir" and self.scope.entity(title.of).label_en not in reigning:
            return  # the prince of a province is not the state
        state = self.scope.country_of(title.of) if title.head.takes == "place" else None
        chunk.entities = (state or title.of,)
        chunk.type = self.scope.entity(chunk.entities[0]).type

    def _holder(self, title: Title) -> str | None:
        """Find who of the document holds the office: told of the person anywhere, or listed for the day."""
        group = MINISTERS if title.role == "Minister" and title.end - title.start <= 2 else {title.role}
        for name, person in self.people.people.items():
            held = any(r in group and of == title.of and not person.left.get((r, of)) for r, of in person.offices)
            if held and not title.former and self._fits(name, title):
                return name
        if title.of is not None and not title.former:
            roles = sorted(group, key=lambda role: role != title.role)
            for name in self._holders(roles, title.of):
                if name in self.people.people or self._called_later(name):
                    return name
        return None

    def _spokesperson(self, chunk: Chunk, title: Title) -> None:
        if (named := self._same_title(chunk, title)) is not None:
            self._point(chunk, Seen(0, named, frozenset(), (), "m", False, True))
            return
        chunk.kind = "spokesperson"
        if title.body is None and title.ministry:
            title.of = title.of or self._ministry_country(chunk, title.ministry)
            if title.of is not None:
                title.body = ministry_entity(self.scope, title.ministry, title.of, title.ministry_words)
        if title.body is not None or title.of is not None or title.voiced is not None:
            name = title.body or title.voiced or title.of
            assert name is not None
            chunk.entities, chunk.type = (name,), self.scope.entity(name).type
            return
        if title.bare and not title.definite:
            return
        if any(part.kind == "title" for part in title.parts) and (state := self._nearest_country(chunk)) is not None:
            chunk.entities, chunk.type = (state,), "Country"  # متحدث باسم وزير الخارجية
            return
        for seen in reversed(self.seen):
            if "Spokesperson" in seen.roles:
                self._point(chunk, seen)
                return

    def _ministry(self, chunk: Chunk) -> None:
        stem = chunk.rule.removeprefix("ministry:")
        country = self._ministry_country(chunk, stem)
        if country is not None:
            words = surface(chunk.line, chunk.start, chunk.offset, chunk.end)
            chunk.entities, chunk.country = (ministry_entity(self.scope, stem, country, words),), country

    def _open_body(self, chunk: Chunk) -> None:
        """مجلس النواب without a state: one met before, else that of the state which the document is about."""
        words = surface(chunk.line, chunk.start, chunk.offset, chunk.end)
        text = key(words)
        for name in reversed(self.bodies):
            entity = self.scope.entity(name)
            if entity.type == "GovernmentBody" and key(entity.label_ar).startswith(text):
                chunk.entities, chunk.country = (name,), entity.country
                return
        top = sorted(self.scope.countries.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not top or (len(top) == 2 and top[0][1] < 2 * top[1][1]):
            return
        country = top[0][0]
        name = next((n for n, label in self.scope.knowledge.organs(country) if label.startswith(text)), "")
        if not name:
            name = identifier(f"{words} {self.scope.entity(country).label_en}")
            self.scope.make(name, "GovernmentBody", words, None, country)
        chunk.entities, chunk.country = (name,), country

    def _ministry_country(self, chunk: Chunk, stem: str) -> str | None:
        seat = seated(self.scope, chunk)
        if seat is not None:
            return seat
        for name in reversed(self.bodies):
            entity = self.scope.entity(name)
            if entity.type == "GovernmentBody" and entity.country is not None and stem in key(entity.label_ar):
                return entity.country
        return self._nearest_country(chunk)
