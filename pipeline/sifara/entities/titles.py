"""The grammar of titles: a head (minister …) with its field, country or body and modifiers."""

from __future__ import annotations

from sifara.entities.bodies import find_body
from sifara.entities.chunks import Part, Title
from sifara.entities.heads import LED, accusative, with_pronoun, without_li
from sifara.entities.lexicon import Head
from sifara.entities.reach import line_word
from sifara.entities.scope import Scope
from sifara.entities.titleroles import TitleRoles
from sifara.entities.words import ARTICLE, Line

_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627")
_OF_WHAT = ("president", "director_general", "deputy")
_OWNED = ("ambassador", "permanent_representative", "envoy", "chancellor", *LED)  # heads with a pronoun
_MINISTERS = ("ForeignMinister", "DefenceMinister", "Minister")
_LEADERS = ("HeadOfState", "HeadOfGovernment", "SecretaryGeneral")
_HAMZA, _YA, _WAW, _LI, _MAQSURA, _TA = "\u0621", "\u064a", "\u0648", "\u0644", "\u0649", "\u0647"
_CONSTRUCT = "\u0627\u0648\u064a"  # how duals and plurals end before a genitive


def find_title(scope: Scope, line: Line, start: int, first: bool = True) -> Title | None:
    """Parse one title at a token; ``first`` allows proclitics on it."""
    match = scope.lexicon.heads.find(line, start, clitics=first)
    if match is None:
        return _owned(scope, line, start, first)
    if line.tokens[start].text[-1] == _MAQSURA and match.end == start + 1:
        return None  # وإلى, not والي
    head = accusative(scope, line, match)
    definite = match.definite or any(word.startswith(ARTICLE) for word in line.keys[start + 1 : match.end])
    construct = head.number != "s" and match.end == start + 1 and line.keys[start][-1] in _CONSTRUCT
    if match.definite and head.number == "s" and head.gender == "m" and _of_a_feminine(scope, line, match.end):
        return None  # السياحة والمعارض البحرينية
    if (head.only_definite and not match.definite) or (construct and match.definite):
        return None
    at = match.variant
    title = Title(start, match.end, at.offset, at.clitics, head, head.role, definite, head_end=match.end)
    title.regent = head.holds_none
    title.former = head.former
    his = head.gender == "f" and match.end == start + 1 and line.tokens[start].text[-1] == _PRONOUNS[0]
    found = parse_title(scope, line, title, construct=construct)
    if his and found is not None and (found.bare or (found.of is None and head.sender)):  # نائبه: no woman
        found.own, found.theirs, found.gender = True, found.bare and head.name in LED, "m"
        found.role = "Official" if found.role in ("HeadOfState", "Legislator") else found.role
    return found


def _owned(scope: Scope, line: Line, start: int, first: bool) -> Title | None:
    """Parse the title of somebody's envoy or adviser: سفيرها لدى الرباط, مستشاره للأمن القومي."""
    for variant, stem in with_pronoun(line.keys[start]) if start < len(line.keys) else ():
        for rest, _, head in scope.lexicon.heads.entries.get(stem, ()):
            end = start + 1 + len(rest)  # أمينها العام
            owned = head.name in _OWNED and (first or not variant.clitics)
            if owned and line.keys[start + 1 : end] == tuple(ARTICLE + word for word in rest):
                role = "Official" if head.name in LED else head.role
                title = Title(start, end, variant.offset, variant.clitics, head, role, True)
                title.own, title.theirs, title.head_end = True, True, end
                return parse_title(scope, line, title)
    return None


def _of_a_feminine(scope: Scope, line: Line, index: int) -> bool:
    """Say whether the adjective of a country behind a word agrees with another gender than a man's."""
    of_embassy = line.keys[index - 1][-1] == _TA  # "the chargé d'affaires of the Iranian embassy"
    adjective = None if of_embassy else scope.lexicon.nisbas.find(line, index, clitics=False)
    return adjective is not None and adjective.definite and adjective.value.gender == "f"


def parse_title(scope: Scope, line: Line, title: Title, construct: bool = False, post: bool = False) -> Title | None:
    """Take what stands behind the head of a title; ``None`` where a title of that head needs more.

    ``construct``: a dual or plural before its genitive. ``post``: in the accusative, so that ل stands for the genitive.
    """
    head = title.head
    if head.of is not None:
        title.of, title.bare = scope.knowledge.country(head.of), False
    parser = _Parser(scope, line, title)
    parser.post = post
    parser.run()
    if title.of is None and head.default_of is not None:
        title.of = scope.knowledge.country(head.default_of)
    if head.needs == "country" and title.of is None and not title.own and title.bare:
        return None
    if (head.needs == "body" or construct) and title.bare:
        return None
    if head.needs == "more" and all(part.kind == "nisba" for part in title.parts) and title.role == head.role:
        return None if title.end <= title.head_end + len(title.parts) else title
    return title


class _Parser(TitleRoles):
    """Takes complements behind a head as long as there are any."""

    def run(self) -> None:
        head = self.title.head
        self.complement(head)
        if head.takes == "portfolio":
            self.portfolio()
            if self.title.role in _MINISTERS and not self.title.own and self.title.end == self.title.head_end + 1:
                self.whose(_LEADERS, None)  # وزير خارجية بوتين
        elif head.takes == "title":
            self.inner()
        elif head.takes == "spokesperson":
            self.spokesperson()
        while self.step():
            pass
        serving = head.deputy or head.name == "chancellor"
        if serving and self.title.bare and self.modified and self.word().startswith(_LI):
            self.inner()  # النائب السابق لرئيس الاتحاد, المستشار الخاص لرئيس الجمهورية
            while self.step():
                pass
        before = self.title.end
        self.of_what()
        if self.title.end > before:
            self.preposition()  # مدير الإعلام بوزارة الداخلية
        self.finish(head)

    def of_what(self) -> None:
        """Take the common noun that a head in the construct state is of: رئيس المراسم الملكية, مدير عام كرة القدم."""
        title, word = self.title, self.word()
        if not title.bare or title.definite or title.own or title.head.name not in _OF_WHAT or not word:
            return
        if title.head.deputy and title.head.gender == "f":
            return  # مساعدة النازحين
        lexicon, readings = self.scope.lexicon, self.line.tokens[title.end].readings
        plain = any(r.pos == "noun" and r.source != "backoff" and not r.pronoun for r in readings)
        if word in lexicon.sets["given"] or self.named() or self.hit(title.end, ()) is not None or not plain:
            return
        if self.scope.definite(word) or self.noun_of_another():
            if find_body(self.scope, self.line, title.end, clitics=False) is not None:
                return
            if lexicon.anaphors.find(self.line, title.end) or lexicon.honorifics.find(self.line, title.end):
                return
            title.role = "Official" if title.role == "HeadOfState" else title.role
            self.take(title.end + 1)
            self.loose()

    def complement(self, head: Head) -> None:
        for words, role, keep in head.complements:
            end = self.title.end + len(words)
            behind = self.line.keys[self.title.end : end]
            if behind == words or (self.post and behind and (without_li(behind[0]), *behind[1:]) == words):
                if keep:
                    body = find_body(self.scope, self.line, self.title.end, clitics=False)
                    if body is not None and body.end >= end:
                        self.title.role = role if body.kind == "place" else self.title.role  # رئيس بلدية لندن
                        self.kept = role
                        break
                self.title.role = role
                self.take(end)
                if keep:
                    self.part = role == "Official"
                    inner = find_title(self.scope, self.line, end, first=False)
                    if inner is not None and inner.head.takes != "spokesperson" and not inner.definite:
                        self.title.of = self.title.of or inner.of
                        self.title.parts += inner.parts
                        self.take(inner.end)
                    if head.takes != "title":  # المبعوث الدولي has no more of a name
                        self.loose()
                return
            own = self.line.keys[self.title.end : end]
            seats = (_YA, _WAW) if words[0][-1] == _HAMZA else ()  # وزرائه, وزراؤه
            stems = (words[0], *(words[0][:-1] + seat for seat in seats))
            if len(words) == 1 and own and any(own[0] == s + pronoun for s in stems for pronoun in _PRONOUNS):
                self.title.role, self.title.own = role, True
                self.take(end)
                return
            pair = len(own) == len(words) == 2 and words[0].startswith(ARTICLE) and own[1] == words[1]
            if pair and any(own[0] == words[0][len(ARTICLE) :] + pronoun for pronoun in _PRONOUNS):
                self.title.role, self.title.own, self.title.organ = role, True, True  # رئيس مكتبها السياسي
                self.take(end)
                return

    def inner(self) -> None:
        """Take a title within the title: نائب وزير الخارجية, مستشار الرئيس, مبعوث الأمين العام."""
        scope, line, title = self.scope, self.line, self.title
        index = title.end
        if title.head.deputy and index < len(line.keys) and line.keys[index] in scope.lexicon.sets["deputy_ordinals"]:
            index += 1
        settled = title.role != title.head.role or (title.head.deputy and not title.bare)
        inner = None if settled else find_title(scope, line, index)
        if inner is not None and inner.clitics not in ((), ("li",)):
            inner = None
        another = inner is not None and inner.clitics == () and title.definite and index == title.end
        if inner is not None and (not another or self.in_place_of()):
            title.role = self.under(inner.role) if title.head.deputy else title.role
            title.role = inner.role if title.head.name == "acting" else title.role
            title.parts += [*inner.parts, Part(inner.start, inner.end, inner.offset, (), "title")]
            title.of = title.of or inner.of
            title.own = title.own or inner.own
            title.pointing = title.pointing or inner.pointing
            self.take(inner.end)
            self.whose((inner.role,), inner.of)
            return
        if settled or not title.bare:
            self.whose(("HeadOfState",), None)  # مستشار الملك سلمان
            return
        if not title.definite:
            self.whose((*_LEADERS, "MilitaryCommander", "CrownPrince"), None)  # مبعوث ترامب
            if not title.bare:
                return
        ministry = scope.lexicon.ministries.find(line, index, clitics=False)
        if title.head.deputy and (
            ministry is not None or (self.word() and line.keys[index : index + 1] and self.field_here(index))
        ):
            body = find_body(scope, line, index, clitics=False)
            title.role = "DeputyMinister"
            if body is not None:
                self.take(body.end)
                title.of = title.of or body.country
                title.parts += body.parts
            elif ministry is not None:
                self.take(ministry.end)
                self.portfolio()
            else:
                self.take(index + 1)

    def in_place_of(self) -> bool:
        """Say whether the words of an acting officer end before the office of another: القائم بأعمال [السفير]."""
        last = self.line.keys[self.title.head_end - 1]
        return self.title.head.name == "acting" and ARTICLE not in (last[:2], last[1:3])

    def field_here(self, index: int) -> bool:
        word = self.line.keys[index]
        stem = word[len(ARTICLE) :] if word.startswith(ARTICLE) else word
        return stem in self.scope.lexicon.sets["bare_ministries"]

    def step(self) -> bool:
        """Take one more complement, modifier or prepositional phrase; say whether there was one."""
        return (
            self.charge()
            or self.modifier()
            or self.nisba()
            or self.genitive()
            or self.belongs()
            or self.preposition()
            or self.concern()
            or self.strange()
            or self.further()
        )

    def genitive(self) -> bool:
        """Take a country or body right behind: سفير الهند, رئيس البنك الدولي, زعيم حزب الله."""
        title = self.title
        if title.end >= len(self.line.keys) or title.of is not None or self.modified or title.own:
            return False
        if title.definite and title.bare:
            return False
        if line_word(self.line, title.end - 1).startswith(ARTICLE):
            return False
        if not title.definite and self.quoted_body(0):
            return True
        body = find_body(self.scope, self.line, title.end, clitics=False)
        if title.end == title.head_end > title.start + 1 and title.head.name == "chief":
            whole = find_body(self.scope, self.line, title.end - 1, clitics=False)  # رئيس [حزب طلائع الحريات]
            party = whole is not None and whole.end > title.end and whole.type == "Party"
            listed = whole is not None and whole.kind == "listed"
            body = whole if party and (body is None or listed or body.kind == "collective") else body
        if body is None and title.head.sender:
            inner = find_title(self.scope, self.line, title.end, first=False)
            if inner is not None and inner.of is not None and inner.head.of is not None:
                title.of = inner.of
                title.parts += [*inner.parts, Part(inner.start, inner.end, 0, (), "title")]
                self.take(inner.end)
                return True
        if body is None and not title.definite:
            return self.pointing(title.end, ())
        if body is None or title.head.takes == "spokesperson":
            return False
        if body.kind == "place" and title.head.takes not in ("place", "body", "title"):
            return False
        self.body(body.entities, body.country, body.start, body.end, body.kind)
        title.parts += body.parts
        self.with_another()
        return True
