"""What needs the whole document: headlines, unnamed officials named later, offices without a country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sifara.entities.chunks import Chunk, Title
from sifara.entities.foreign import foreign_states
from sifara.entities.heads import LED, led_role
from sifara.entities.homes import at_home
from sifara.entities.memory import LENIENT, MINISTERS, Told
from sifara.entities.namedlater import named_later
from sifara.entities.pointing import Pointing
from sifara.entities.records import THRONES
from sifara.entities.words import rests

FILLED = frozenset(
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
        "jurist",
        "chief",
        "one_of_officials",
        "chancellor",
        "supreme_leader",
    }
)
_SENT = ("envoy", "permanent_representative", "representative", "chancellor", "deputy")
_ORGANISED = ("ArmedGroup", "Party", "Organization")
_ADVISERS = ("chancellor", "jurist", "consul")  # not whom an unnamed official turns out to be
_HA = "\u0647\u0627"
_OFFICER = 3  # an officer of a country weighs as much as this many mentions of it


@dataclass(slots=True)
class Settling(Pointing):
    """Settles what reading in order has left open."""

    order: list[Chunk] = field(default_factory=list)  # all chunks of the document

    def _leading(self, person: str, title: Title) -> str:
        """Give the role of a title; الزعيم الفلسطيني is the president, if the tables say so."""
        day = self.scope.day
        if title.head.name == "president" and title.bare and title.role == "HeadOfState" and day is not None:
            rows = self.scope.knowledge.by_person.get(person, ())
            held = {r.role for r in rows if r.covers(day)}  # الرئيس السنيورة: a prime minister in Lebanon
            if held.isdisjoint((*THRONES, "Legislator")):  # and he is still called so
                held |= {r.role for r in rows if r.start is None or r.start <= day}
            if "Legislator" in held and held.isdisjoint(THRONES) and all(self.people.presiding(r.of) for r in rows):
                return "Legislator"  # الرئيس بري
            return "HeadOfGovernment" if "HeadOfGovernment" in held and "HeadOfState" not in held else title.role
        if title.head.name != "chief" or title.role != "Official" or title.of is None:
            return title.role
        for row in self.scope.knowledge.by_person.get(person, ()):
            leads = row.role in ("HeadOfState", "HeadOfGovernment") and row.of == title.of
            if leads and (day is None or row.covers(day, LENIENT) or (title.former and row.start and row.start < day)):
                return row.role
        return title.role

    def _crown(self, chunk: Chunk, person: str) -> None:
        """Tell the throne of a king by his name alone (الملك محمد السادس), where the document names his state."""
        words = chunk.line.keys[max(chunk.start - 2, 0) : chunk.end]
        if not any(word.removeprefix("\u0648") in self.scope.lexicon.sets["crowns"] for word in words):
            return
        day, rows = self.scope.day, self.scope.knowledge.by_person.get(person, ())
        for row in rows:
            begun = day is None or row.start is None or row.start <= day or row.covers(day, LENIENT)
            reigns = row.role == "HeadOfState" and begun  # a late king is king in his name still
            if reigns and (row.of in self.scope.countries or row.of in self.scope.present):
                self.told.append(Told(chunk, person, row.role, row.of, None))
                return

    def _owner(self, chunk: Chunk, title: Title) -> str | None:
        """Find whose minister "his" or "her foreign minister" is."""
        if title.theirs and title.head.name in LED:
            return self._led(chunk, title)
        sent = self._sender() if title.head.name in _SENT else None
        organised = (name for name in reversed(self.bodies) if self.scope.entity(name).type in _ORGANISED)
        if title.organ or sent is not None:
            return next(organised, None) if title.organ else sent
        words = chunk.line.keys[title.end - 1], chunk.line.keys[title.head_end - 1]
        sentence = chunk.line.sentence.index
        if any(word.endswith(_HA) for word in words):
            here = [c for s, c in self.places if s == sentence]
            if here:
                return here[-1]
        for seen in reversed(self.seen):
            if seen.countries:
                return seen.countries[0]
        return self.places[-1][1] if self.places else None

    def _sender(self) -> str | None:
        """Find the organisation of states whose officer is named last: of بان and "his envoy" the United Nations."""
        for seen in reversed(self.seen):
            if seen.named:
                held = (t.of for t in self.told if t.person == seen.entity and t.of is not None)
                unions = (of for of in held if self.scope.entity(of).type == "IntergovernmentalOrganization")
                return next(unions, None)
        return None

    def _led(self, chunk: Chunk, title: Title) -> str | None:
        """Find what somebody is "its president" of: the state or body named right before, in the same sentence."""
        last = self.last
        if last is None or last.line is not chunk.line or len(last.entities) != 1:
            title.strange = True
            return None
        entity = self.scope.entity(last.entities[0])
        role = led_role(entity.type, title.head.role)
        title.role, title.strange = role or title.role, not role
        of = entity.country if entity.type == "GovernmentBody" and entity.country else entity.id
        return of if role else None

    def finish(self, chunks: Iterable[Chunk]) -> None:
        """Settle what needed the whole document: unnamed officials named later, offices without a country."""
        order = self.order = list(chunks)
        for chunk in order:
            headline = chunk.line.sentence.index == 0 and chunk.line.keys[-1] != "."
            if headline and chunk.anaphor is not None and not chunk.entities:
                self._foretold(chunk)
        for chunk, title in self.waiting:
            chunk.entities = tuple(self._later(chunk, title, order))
        for chunk, person in named_later(self.scope, order, self.told):
            title = chunk.titles[-1]
            chunk.entities, chunk.type, chunk.kind = (person,), "Person", "title"
            self.told.append(Told(chunk, person, title.role, title.of, title))
        for told in self.told:
            if told.of is None:
                told.of = self._office_country(told)
                self._chancellor(told)
        self.told = [told for told in self.told if not self._vaguer(told)]

    def _foretold(self, chunk: Chunk) -> None:
        """A headline's الملك or الوزير is the first such person of the body."""
        anaphor = chunk.anaphor
        assert anaphor is not None
        if anaphor.what != "person" or {"any", "Official"} & set(anaphor.roles):
            return
        for seen in self.seen:
            fits = seen.named and not seen.inner and seen.roles & frozenset(anaphor.roles)
            if fits and (not anaphor.king or self._reigns(seen)) and (chunk.country in (None, *seen.countries)):
                chunk.entities, chunk.type = (seen.entity,), "Person"
                return

    def _chancellor(self, told: Told) -> None:
        """Tell a chancellor of Germany without his country from an adviser: المستشار السابق شرودر."""
        title = told.title
        if told.of is None or title is None or not title.head.chancellors or not title.bare or not title.definite:
            return
        if self.scope.entity(told.of).label_en in title.head.chancellors and told.role == "Official":
            told.role = "HeadOfGovernment"

    def _vaguer(self, told: Told) -> bool:
        """Say whether الوزير فلان only repeats an office that is told or listed more exactly."""
        if told.role not in ("Ambassador", "Minister") or told.title is None:
            return False
        if not told.title.bare and not (told.role == "Minister" and self._unspecified(told.title)):
            return False
        if told.role == "Ambassador":  # a rank: what else the person is told to be is the office
            return any(other.person == told.person and other.role != "Ambassador" for other in self.told)
        exact = MINISTERS - {"Minister"}
        if any(other.person == told.person and other.role in exact for other in self.told):
            return True
        day = self.scope.day
        rows = self.scope.knowledge.by_person.get(told.person, ())
        return any(row.role in exact and row.of == told.of and (day is None or row.covers(day)) for row in rows)

    @staticmethod
    def _unspecified(title: Title) -> bool:
        """Say whether a minister is told by his country alone: الوزير الأميركي."""
        return title.head.name == "minister" and title.end == title.head_end + len(title.parts) and not title.portfolio

    def _later(self, chunk: Chunk, title: Title, order: list[Chunk]) -> Iterator[str]:
        sentence = chunk.line.sentence.index
        for told in self.told:
            at = told.chunk.line.sentence.index
            if (
                told.of == title.of
                and sentence <= at <= sentence + 2
                and told.role == "Official"
                and (told.title is None or told.title.head.name not in _ADVISERS)
                and order.index(told.chunk) > order.index(chunk)
                and (not self._unnamed(chunk, title) or self._speaks(told.chunk))
            ):
                yield told.person
                return

    def _speaks(self, chunk: Chunk) -> bool:
        """Say whether a verb of saying stands right before somebody."""
        before = chunk.line.keys[chunk.start - 1] if chunk.start else ""
        return not self.scope.lexicon.sets["saying"].isdisjoint(rests(before))

    def _unnamed(self, chunk: Chunk, title: Title) -> bool:
        """Say whether a title without the article names nobody in particular: مسؤول أمريكي."""
        first = chunk.line.keys[title.start][title.offset :]
        return not title.definite and first in self.scope.lexicon.sets["unnamed"]

    def _office_country(self, told: Told) -> str | None:
        title = told.title
        if title is not None and title.strange:
            return None
        crowns = self.scope.lexicon.sets["crowns"]
        if title is not None and title.head.name == "chancellor":  # مستشار الملك: of the king's state
            words = told.chunk.line.keys[title.start : title.end]
            if self.kingdom is not None and words[-1] in self.scope.lexicon.sets["courts"]:
                return self.kingdom
            kings = [s for s in self.seen if self._reigns(s) and s.countries] if not crowns.isdisjoint(words) else []
            if kings:
                return kings[0].countries[0]
        before = [
            other.of for other in self.told if other.person == told.person and other.role == told.role and other.of
        ]
        if before:
            return before[0]
        rows = self.scope.knowledge.by_person.get(told.person, ())
        fitting = [r for r in rows if r.role == told.role or {r.role, told.role} <= MINISTERS]
        day = self.scope.day
        fitting.sort(key=lambda r: (not (day is None or r.covers(day)), -(r.start.toordinal() if r.start else 0)))
        mentioned = {c for _, c in self.places}
        fitting += [r for r in rows if r not in fitting and (day is None or r.covers(day, LENIENT))]
        for row in (*fitting, *(r for r in rows if self.scope.entity(r.of).type == "Country")):
            if row.of in mentioned or row.of in self.scope.present:
                return row.of
        if title is None or title.head.name not in FILLED or (rows and fitting):
            return None
        found = self._guessed(told, title, mentioned)
        if found in foreign_states(self.scope, told.chunk, self.order):
            return None
        here, throned = told.chunk.line, told.role in THRONES and title.head.number == "d"
        equals = [t for t in self.told if throned and t.chunk.line is here and t.person != told.person]
        if any(t.of == found and t.role == told.role for t in equals):
            return None  # الرئيسين فلان وفلان
        crowned = found is not None and self.scope.entity(found).label_en in self.scope.lexicon.sets["crowned"]
        return None if crowned and told.role == "HeadOfState" and title.head.name == "president" else found

    def _guessed(self, told: Told, title: Title, mentioned: set[str]) -> str | None:
        """Guess the state of an officer whom no table has: of the sentence, else the one named most."""
        if self.scope.entity(told.person).country in mentioned:
            return self.scope.entity(told.person).country
        words = told.chunk.name.words if told.chunk.name is not None else ()
        crowned = self.scope.lexicon.sets["crowned"]
        court = told.chunk.line.keys[title.end - 1] in self.scope.lexicon.sets["courts"]
        fits = title.nearest is not None and (not court or self.scope.entity(title.nearest).label_en in crowned)
        if fits and title.nearest is not None and at_home(self.scope, words, title.nearest):
            return title.nearest
        counts = dict(self.scope.countries)
        for other in self.told:
            if other.of in counts:
                counts[other.of] += _OFFICER
        likely = [state for state in counts if at_home(self.scope, words, state)]
        if court:
            likely = [state for state in likely if self.scope.entity(state).label_en in crowned]
        if told.role == "HeadOfState" and title.head.name == "president":  # of no kingdom
            likely = [state for state in likely if self.scope.entity(state).label_en not in crowned]
        return max(likely, key=lambda n: counts[n]) if likely else None
