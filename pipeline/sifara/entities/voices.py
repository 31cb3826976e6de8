"""Spokespersons: the body or leader that they speak for."""

from __future__ import annotations

from datetime import date

from sifara.entities.bodies import find_body
from sifara.entities.chunks import Body, Part
from sifara.entities.complements import Complements
from sifara.entities.names import find_name, name_follows
from sifara.entities.namewords import is_word
from sifara.entities.naming import honorifics
from sifara.entities.records import Held
from sifara.entities.words import QUOTES, surface

_FOR_THE, _AND_THE = "\u0644\u0644", "\u0648\u0627\u0644"
_WEEKS = 12
_OWN_VOICE = ("ArmedGroup", "Party")
_TRUSTED = 30  # years for which an office without an end in the tables is believed


def _elect(row: Held, day: date) -> bool:
    """Say whether an office was entered some weeks after ``day``: whoever is elected already."""
    return row.start is not None and 0 < (row.start - day).days <= _WEEKS * 7


class Voices(Complements):
    """Takes what a spokesperson speaks for."""

    def step(self) -> bool:
        """Take one more complement; say whether there was one."""
        raise NotImplementedError

    def spokesperson(self) -> None:
        """Take the body that a spokesperson speaks for: متحدث باسم الخارجية, الناطق الرسمي للحكومة."""
        from sifara.entities.titles import find_title

        scope, line, title = self.scope, self.line, self.title
        sets = scope.lexicon.sets
        while self.word() in sets["officially"]:
            title.end += 1
            title.bare = False
        while scope.lexicon.nisbas.find(line, title.end, clitics=False) is not None:
            if not self.step():
                break
        while self.word() in sets["officially"]:
            self.take(title.end + 1)
        index = title.end
        if self.word() in sets["behalf_of_own"] and name_follows(scope, line, index + 1):
            title.own = True  # المتحدث باسمها
            self.take(index + 1)
            return
        behalf = self.word() in sets["on_behalf"]
        if behalf:
            index += 1
        quoted = behalf and self.word(1) in QUOTES
        index += quoted
        index += behalf and not quoted and self.mission_of(index)
        body = find_body(scope, line, index, clitics=not behalf)
        if body is not None and (behalf or "li" in body.clitics):
            title.body = body.entities[0] if body.entities else None
            if not body.entities and body.rule.startswith("ministry:"):
                title.ministry = body.rule.removeprefix("ministry:")
                title.ministry_words = surface(line, body.start, body.offset, body.end, definite=True)
            title.of = title.of or self.state_of(body) or title.body
            title.parts.append(Part(body.start, body.end, body.offset, body.entities, body.kind))
            title.parts += body.parts
            self.take(body.end)
            if quoted and self.word() in QUOTES:
                self.take(title.end + 1)
            return
        if quoted:
            return
        inner = find_title(scope, line, index) if index < len(line.keys) else None
        if inner is not None and (behalf or inner.clitics == ("li",)):
            title.of = title.of or inner.of
            title.own = title.own or inner.own
            title.parts += [*inner.parts, Part(inner.start, inner.end, inner.offset, (), "title")]
            self.take(inner.end)
            self.leader(inner.role)
        elif behalf and self.points_at(index):
            return
        elif behalf and self.word(1) and is_word(self.word(1)):
            unlisted = scope.lexicon.patterns.find(line, index, clitics=False)
            if unlisted is not None and any(p.type in _OWN_VOICE for p in unlisted.value):  # باسم حزب أويحيى
                self.take(unlisted.end + (not unlisted.definite or self.scope.definite(self.word(2))))
                title.strange = True
                return
            if line.keys[index] in sets["named_for"]:
                self.named_body(index + 1)
                return
            self.take(index)
            name = find_name(scope, line, index, titled=False, first=False)
            if name is not None:
                self.served((*name.full, *name.family))
                self.take(name.end)
                return
            families = [h.alias.family for h in scope.hits_at(line, index) if not h.clitics and h.end == index + 1]
            self.served(families[0] if families else ())
            self.take(index + 1)
            self.loose()

    def points_at(self, index: int) -> bool:
        """Take a body told before that somebody speaks for: باسم الائتلاف, where no further word says which."""
        match = self.scope.lexicon.anaphors.find(self.line, index, clitics=False)
        if match is None or match.value.what != "body":
            return False
        if match.end < len(self.line.keys) and self.scope.definite(self.line.keys[match.end]):
            return False
        self.title.pointing = match.value
        self.take(match.end)
        return True

    def mission_of(self, index: int) -> bool:
        """Say whether the mission of a union stands here: باسم [بعثة] الأمم المتحدة."""
        if index >= len(self.line.keys) or self.line.keys[index] not in self.scope.lexicon.sets["missions"]:
            return False
        union = find_body(self.scope, self.line, index + 1, clitics=False)
        return union is not None and union.type == "IntergovernmentalOrganization"

    def named_body(self, index: int) -> None:
        """Take what is named for somebody, with what it is for: باسم مركز الملك سلمان للإغاثة."""
        self.take(index)
        position = honorifics(self.scope, self.line, index)
        name = find_name(self.scope, self.line, position, titled=True, first=False) if position > index else None
        if name is not None:
            self.take(name.end)
        while self.word().startswith((_FOR_THE, _AND_THE)) or (name is None and self.scope.definite(self.word())):
            self.take(self.title.end + 1)
            self.loose()

    def state_of(self, body: Body) -> str | None:
        """Give the state whose body it is; armed groups and parties speak for themselves."""
        own = body.entities and self.scope.entity(body.entities[0]).type in _OWN_VOICE
        return None if own else body.country

    def served(self, people: tuple[str, ...]) -> None:
        """Take the state or body of a leader who is named without his office: المتحدث باسم عنان."""
        day = self.scope.day
        for person in people if self.title.of is None else ():
            rows = self.scope.knowledge.by_person.get(person, ())
            held = [r.of for r in rows if day is not None and r.covers(day, _TRUSTED)]
            if held:
                self.title.of, self.title.voiced = held[-1], person
                return
        if len(people) == 1:
            self.title.voiced = people[0]  # out of office

    def whose(self, roles: tuple[str, ...], of: str | None) -> None:
        """Take the name of whom somebody serves: مستشار الرئيس الأميركي دونالد ترامب, not the adviser's own."""
        position = honorifics(self.scope, self.line, self.title.end)
        name = find_name(self.scope, self.line, position, titled=not self.title.bare, first=False)
        day = self.scope.day
        for person in (*name.full, *name.family) if name is not None else ():
            known = [r for r in self.scope.knowledge.by_person.get(person, ()) if of in (None, r.of)]
            rows = [r for r in known if day is None or r.covers(day, _TRUSTED) or _elect(r, day)]
            held = next((r for r in rows if r.role in roles), None)
            past = None  # who left office is still whom it is told that somebody serves, but stands for no state
            if held is None and not rows and not self.title.definite:
                past = next((r for r in known if r.role in roles and r.start and day and r.start < day), None)
            if (held or past) and name is not None and not any(r.role == self.title.role for r in rows):
                self.title.parts.append(Part(name.start, name.end, 0, (person,), "name"))
                if held is not None:
                    if of is not None or not self.title.bare:
                        self.title.led = person, held.role, of
                    self.title.of = self.title.of or held.of
                self.take(name.end)
                return

    def leader(self, role: str) -> None:
        """Take the leader's name: a listed holder of that office, or one with a further name behind it."""
        name = find_name(self.scope, self.line, self.title.end, titled=True, first=False)
        if name is None:
            return
        people = (*name.full, *name.family)
        held = [n for n in people if any(r.role == role for r in self.scope.knowledge.by_person.get(n, ()))]
        further = find_name(self.scope, self.line, name.end, titled=False, first=False)
        if held or further is not None or not self.title.definite:
            if held:
                self.title.parts.append(Part(name.start, name.end, 0, (held[0],), "name"))
                self.title.led = held[0], role, self.title.of
                self.title.voiced = held[0]
            self.take(name.end)
