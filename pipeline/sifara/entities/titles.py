"""The grammar of titles: a head (minister, ambassador …) with its field, country or body and modifiers."""

from __future__ import annotations

from dataclasses import replace

from sifara.entities.chunks import Part, Title
from sifara.entities.gazetteer import Hit
from sifara.entities.lexicon import Head
from sifara.entities.names import find_name, is_word, people_of
from sifara.entities.nisba import Nisba
from sifara.entities.organisations import find_body, surface
from sifara.entities.phrases import Match
from sifara.entities.places import settle
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, variants

_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})
_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627")
_TA = "\u062a"
_HA = "\u0647"
_WA = ("wa",)
_CONSTRUCT = "\u0627\u0648\u064a"  # how duals and plurals end before a genitive
_MOST_CONCERNS = 6
_ORGANISATIONS = frozenset(
    {"IntergovernmentalOrganization", "Organization", "GovernmentBody", "ArmedGroup", "Party", "Company", "MediaOutlet"}
)
_FIELD_RANK = {"ForeignMinister": 0, "DefenceMinister": 1, "Minister": 2}


def line_word(line: Line, index: int) -> str:
    """Give a word without its proclitics, the article kept (و and ل taken off a definite word)."""
    word = line.keys[index]
    for variant in variants(word):
        if variant.definite and variant.clitics:
            return ARTICLE + variant.stem
    return word


def find_title(scope: Scope, line: Line, start: int, first: bool = True) -> Title | None:
    """Parse one title at a token; ``first`` allows proclitics on it."""
    match = scope.lexicon.heads.find(line, start, clitics=first)
    if match is None:
        return None
    head = match.value
    definite = match.definite or any(word.startswith(ARTICLE) for word in line.keys[start + 1 : match.end])
    if head.only_definite and not match.definite:
        return None
    construct = head.number != "s" and match.end == start + 1 and line.keys[start][-1] in _CONSTRUCT
    if construct and match.definite:
        return None
    title = Title(start, match.end, match.variant.offset, match.variant.clitics, head, head.role, definite)
    if head.of is not None:
        title.of, title.bare = scope.knowledge.country(head.of), False
    _Parser(scope, line, title).run()
    if title.of is None and head.default_of is not None:
        title.of = scope.knowledge.country(head.default_of)
    if head.needs == "country" and title.of is None and not title.own and title.bare:
        return None
    if (head.needs == "body" or construct) and title.bare:
        return None
    return title


class _Parser:
    """Takes complements behind a head as long as there are any; moves ``title.end``."""

    def __init__(self, scope: Scope, line: Line, title: Title) -> None:
        self.scope = scope
        self.line = line
        self.title = title
        self.modified = False

    def word(self, ahead: int = 0) -> str:
        index = self.title.end + ahead
        return self.line.keys[index] if index < len(self.line.keys) else ""

    def take(self, end: int) -> None:
        self.title.end = end
        self.title.bare = False

    def run(self) -> None:
        head = self.title.head
        self.complement(head)
        if head.takes == "portfolio":
            self.portfolio()
        elif head.takes == "title":
            self.inner()
        elif head.takes == "spokesperson":
            self.spokesperson()
        while self.step():
            pass
        self.finish(head)

    def finish(self, head: Head) -> None:
        title = self.title
        if head.chancellors and title.of is not None and title.role == "Official":
            label = self.scope.entity(title.of).label_en
            if label in head.chancellors and len(title.parts) == 1:
                title.role = "HeadOfGovernment"
        for country, role in head.role_in:
            if title.of is not None and self.scope.entity(title.of).label_en == country:
                title.role = role
        if head.alone is not None and title.role == head.role and not any(p.kind == "title" for p in title.parts):
            if title.bare or (title.of is not None and title.definite and title.end - title.start == 2):
                title.role = head.alone
        if title.of is not None:
            entity = self.scope.entity(title.of)
            if (
                entity.type == "IntergovernmentalOrganization"
                and not head.deputy
                and head.name in ("president", "director_general")
            ):
                title.role = "SecretaryGeneral"
            elif title.role == "HeadOfState" and entity.type not in ("Country", "IntergovernmentalOrganization"):
                title.role = "Official"

    def complement(self, head: Head) -> None:
        for words, role, keep in head.complements:
            end = self.title.end + len(words)
            if self.line.keys[self.title.end : end] == words:
                if keep:
                    body = find_body(self.scope, self.line, self.title.end, clitics=False)
                    if body is not None and body.end >= end:
                        break
                self.title.role = role
                self.take(end)
                if keep:
                    inner = find_title(self.scope, self.line, end, first=False)
                    if inner is not None and inner.head.takes != "spokesperson" and not inner.definite:
                        self.title.of = self.title.of or inner.of
                        self.title.parts += inner.parts
                        self.take(inner.end)
                    self.loose()
                return
            own = self.line.keys[self.title.end : end]
            if len(words) == 1 and own and any(own[0] == words[0] + pronoun for pronoun in _PRONOUNS[:2]):
                self.title.role, self.title.own = role, True
                self.take(end)
                return

    def free(self, index: int) -> bool:
        """Say whether a coordinated definite word can only be part of the field: no title, body, place or person."""
        lexicon, line = self.scope.lexicon, self.line
        if index >= len(line.keys) or self.scope.hits_at(line, index):
            return False
        tables = (
            lexicon.heads,
            lexicon.honorifics,
            lexicon.collectives,
            lexicon.patterns,
            lexicon.places,
            lexicon.anaphors,
        )
        return not any(table.find(line, index) for table in tables) and lexicon.nisbas.find(line, index) is None

    def loose(self, most: int = 4) -> None:
        """Take the further words of a body that the complement only begins: definite nouns and adjectives."""
        for _ in range(most):
            word = self.word()
            if not self.scope.definite(word) or word in self.scope.lexicon.verbs:
                return
            if self.scope.lexicon.nisbas.find(self.line, self.title.end) or self.named():
                return
            if self.scope.lexicon.honorifics.find(self.line, self.title.end):
                return
            self.take(self.title.end + 1)

    def named(self) -> bool:
        """Say whether a known personal name begins here."""
        return any(people_of(self.scope, hit) for hit in self.scope.hits_at(self.line, self.title.end))

    def portfolio(self) -> None:
        """Take the field of a ministry: الخارجية والتعاون الدولي, or خارجيته with a pronoun."""
        scope, line, title = self.scope, self.line, self.title
        fields, fillers = scope.lexicon.fields, scope.lexicon.sets["portfolio_fillers"]
        best: str | None = None
        first = True
        state = False
        while title.end < len(line.keys):
            found: str | None = None
            for variant in variants(line.keys[title.end]):
                if first and variant.clitics and variant.clitics != ("li",):
                    continue
                if variant.clitics not in ((), ("wa",), ("li",)):
                    continue
                text = ARTICLE + variant.stem if variant.definite else variant.stem
                if variant.stem in fields and (variant.definite or first):
                    found = fields[variant.stem]
                elif text in fillers and (variant.clitics != ("li",) or variant.definite):
                    found = ""
                if found is not None:
                    break
            if (
                found is None
                and not first
                and line.keys[title.end].startswith("\u0648" + ARTICLE)
                and not title.definite
            ):
                found = "" if self.free(title.end) else None
            if found is None and first:
                found = self.own_field()
            if found is None or (
                found == "" and not first and best is None and not state and title.definite and self.named()
            ):
                break
            if first and line.keys[title.end] in scope.lexicon.sets["state_words"]:
                state = True
            if found and (best is None or _FIELD_RANK[found] < _FIELD_RANK[best]) and not (best and best != "Minister"):
                best = best or found
            self.take(title.end + 1)
            first = False
            if title.own:
                break
        if best is not None and title.role == "Minister" and not state:
            title.role = best
        if first and not title.definite and scope.definite(self.word()) and is_word(self.word()):
            self.unknown_field()

    def own_field(self) -> str | None:
        word = self.word()
        for pronoun in _PRONOUNS[:2]:
            if word.endswith(pronoun):
                stem = word[: -len(pronoun)]
                stem = stem[:-1] + _HA if stem.endswith(_TA) else stem
                if stem in self.scope.lexicon.fields:
                    self.title.own = True
                    return self.scope.lexicon.fields[stem]
        return None

    def unknown_field(self) -> None:
        if self.scope.lexicon.nisbas.find(self.line, self.title.end) or self.named():
            return
        self.take(self.title.end + 1)
        self.loose(3)
        while self.word().startswith("\u0648" + ARTICLE) and self.free(self.title.end):
            self.take(self.title.end + 1)

    def inner(self) -> None:
        """Take a title within the title: نائب وزير الخارجية, مستشار الرئيس, مبعوث الأمين العام."""
        scope, line, title = self.scope, self.line, self.title
        index = title.end
        if title.head.deputy and index < len(line.keys) and line.keys[index] in scope.lexicon.sets["deputy_ordinals"]:
            index += 1
        inner = None if title.role != title.head.role else find_title(scope, line, index)
        if inner is not None and inner.clitics not in ((), ("li",)):
            inner = None
        if inner is not None and not (inner.clitics == () and title.definite and index == title.end):
            title.role = self.under(inner.role) if title.head.deputy else title.role
            title.parts += [*inner.parts, Part(inner.start, inner.end, inner.offset, (), "title")]
            title.of = title.of or inner.of
            title.own = title.own or inner.own
            title.pointing = title.pointing or inner.pointing
            self.take(inner.end)
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

    def field_here(self, index: int) -> bool:
        word = self.line.keys[index]
        stem = word[len(ARTICLE) :] if word.startswith(ARTICLE) else word
        return stem in self.scope.lexicon.sets["bare_ministries"]

    @staticmethod
    def under(role: str) -> str:
        """Give the role of a deputy of somebody in ``role``."""
        if role in _MINISTERS:
            return "DeputyMinister"
        return role if role in ("MilitaryCommander", "Legislator", "Spokesperson") else "Official"

    def spokesperson(self) -> None:
        """Take the body that a spokesperson speaks for: متحدث باسم الخارجية, الناطق الرسمي للحكومة."""
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
        behalf = self.word() in sets["on_behalf"]
        if behalf:
            index += 1
        body = find_body(scope, line, index, clitics=not behalf)
        if body is not None and (behalf or "li" in body.clitics):
            title.body = body.entities[0] if body.entities else None
            if not body.entities and body.rule.startswith("ministry:"):
                title.ministry = body.rule.removeprefix("ministry:")
                title.ministry_words = surface(line, body.start, body.offset, body.end)
            title.of = title.of or body.country or title.body
            title.parts.append(Part(body.start, body.end, body.offset, body.entities, body.kind))
            title.parts += body.parts
            self.take(body.end)
            return
        inner = find_title(scope, line, index) if index < len(line.keys) else None
        if inner is not None and (behalf or inner.clitics == ("li",)):
            title.of = title.of or inner.of
            title.own = title.own or inner.own
            title.parts += [*inner.parts, Part(inner.start, inner.end, inner.offset, (), "title")]
            self.take(inner.end)
            self.leader(inner.role)
        elif behalf and self.word(1) and is_word(self.word(1)):
            self.take(index)
            name = find_name(scope, line, index, titled=False, first=False)
            if name is not None:
                self.take(name.end)
                return
            self.take(index + 1)
            self.loose()

    def leader(self, role: str) -> None:
        """Take the name of the leader whose spokesperson it is: a listed holder of that office, or a further name follows."""
        name = find_name(self.scope, self.line, self.title.end, titled=True, first=False)
        if name is None:
            return
        people = (*name.full, *name.family)
        held = [n for n in people if any(r.role == role for r in self.scope.knowledge.by_person.get(n, ()))]
        further = find_name(self.scope, self.line, name.end, titled=False, first=False)
        if held or further is not None or not self.title.definite:
            if held:
                self.title.parts.append(Part(name.start, name.end, 0, (held[0],), "name"))
            self.take(name.end)

    def step(self) -> bool:
        """Take one more complement, modifier or prepositional phrase; say whether there was one."""
        return (
            self.charge() or self.modifier() or self.nisba() or self.genitive() or self.preposition() or self.concern()
        )

    def charge(self) -> bool:
        """Take what an officer is charged with: المكلف بالشؤون الأفريقية."""
        words = self.scope.lexicon.sets["charged"]
        if self.word() not in words or not self.word(1).startswith("\u0628" + ARTICLE):
            return False
        self.take(self.title.end + 2)
        for _ in range(_MOST_CONCERNS):
            word = self.word()
            plain = word[1:] if word.startswith("\u0648" + ARTICLE) else word
            if not self.scope.definite(plain) or plain in self.scope.lexicon.verbs or self.named():
                break
            country = self.scope.lexicon.nisbas.find(self.line, self.title.end, clitics=False)
            if country is not None and word == plain and self.scope.entity(country.value.entity).type == "Country":
                break
            self.title.end += 1
        return True

    def modifier(self) -> bool:
        match = self.scope.lexicon.modifiers.find(self.line, self.title.end, clitics=True)
        if match is None or match.variant.clitics not in ((), ("bi",)):
            return False
        word = self.line.keys[match.start]
        if (
            not match.variant.clitics
            and self.title.definite
            and not word.startswith(ARTICLE)
            and self.title.bare
            and match.end - match.start == 1
        ):
            return False
        bare = self.title.bare
        self.title.end = match.end
        self.title.bare = bare
        self.modified = True
        return True

    def nisba(self) -> bool:
        """Take an adjective of a country. A title of one person has one; a second starts something else."""
        title = self.title
        match = self.scope.lexicon.nisbas.find(self.line, title.end, clitics=False)
        if match is None and title.definite is False and not title.bare:
            match = self.slip()
        if match is None or match.value.people or any(part.kind == "nisba" for part in title.parts):
            return False
        nisba = match.value
        definite = match.definite or any(word.startswith(ARTICLE) for word in self.line.keys[match.start : match.end])
        if title.definite and not definite:
            return False
        if not definite and not title.definite and not title.bare:
            return False
        if nisba.only_definite and not definite:
            return False
        entity = self.scope.entity(nisba.entity)
        title.parts.append(Part(match.start, match.end, 0, (nisba.entity,), "nisba"))
        if entity.type != "Region" and (title.of is None or title.head.sender):
            title.of = nisba.entity
        elif (
            entity.type == "Country"
            and self.scope.entity(title.of or nisba.entity).type != "Country"
            and title.head.name != "spokesperson"
        ):
            title.of = title.of
        self.take(match.end)
        return True

    def slip(self) -> Match[Nisba] | None:
        """Read لتركي for التركي: an article whose alif was left out."""
        match = self.scope.lexicon.nisbas.find(self.line, self.title.end)
        if match is None or match.variant.clitics != ("li",) or match.value.number != "s":
            return None
        return Match(match.start, match.end, replace(match.variant, clitics=(), definite=True), match.value)

    def hit(self, index: int, clitics: tuple[str, ...]) -> tuple[Hit, tuple[str, ...], str] | None:
        """Find a listed country, place or body at a token, with exactly these clitics."""
        for hit in self.scope.hits_at(self.line, index):
            if hit.clitics != clitics:
                continue
            settled = settle(self.scope, self.line, hit, previous_place=False)
            if settled is not None:
                return hit, settled[0], settled[1]
        return None

    def genitive(self) -> bool:
        """Take a country or body right behind: سفير الهند, رئيس البنك الدولي, زعيم حزب الله."""
        title = self.title
        if title.end >= len(self.line.keys) or title.of is not None or self.modified or title.own:
            return False
        if title.definite and title.bare:
            return False
        if line_word(self.line, title.end - 1).startswith(ARTICLE):
            return False
        body = find_body(self.scope, self.line, title.end, clitics=False)
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
        return True

    def pointing(self, index: int, clitics: tuple[str, ...]) -> bool:
        """Take a body that a definite noun points back to: المدير العام للوكالة, رئيس الحركة."""
        match = self.scope.lexicon.anaphors.find(self.line, index)
        if match is None or match.value.what not in ("body", "kingdom") or match.variant.clitics != clitics:
            return False
        if self.title.pointing is not None:
            return False
        self.title.pointing = match.value
        self.take(match.end)
        return True

    def body(
        self, entities: tuple[str, ...], country: str | None, start: int, end: int, kind: str, offset: int = 0
    ) -> None:
        """Enter a country or body as what the office is of: a state's body counts for the state."""
        title = self.title
        title.parts.append(Part(start, end, offset, entities, kind))
        title.countries = entities
        if entities and title.of is None:
            entity = self.scope.entity(entities[0])
            own = entity.type in ("GovernmentBody", "City", "Region")
            title.of = (country if own else None) or entity.id
        self.take(end)

    def preposition(self) -> bool:
        """Take لدى and في with the host, ل with what it belongs to, ب with a body."""
        scope, line, title = self.scope, self.line, self.title
        if title.end >= len(line.keys):
            return False
        word = self.word()
        if word in scope.lexicon.sets["toward" if title.head.sender else "host"]:
            host = find_body(scope, line, title.end + 1, clitics=False)
            if host is None:
                return self.pointed_host() or self.attached()
            if title.head.sender or (title.head.takes == "title" and title.of is not None):
                title.parts.append(Part(host.start, host.end, host.offset, host.entities, host.kind))
                title.parts += host.parts
                self.take(host.end)
                return True
            if title.of is not None or (title.bare and title.head.name != "chief") or host.kind == "place":
                return False
            self.body(host.entities, host.country, host.start, host.end, host.kind)
            title.parts += host.parts
            return True
        for variant in variants(word):
            if variant.clitics not in (("li",), ("bi",)):
                continue
            body = find_body(scope, line, title.end, clitics=True)
            if body is None and variant.definite and title.of is None:
                return self.pointing(title.end, variant.clitics)
            if body is None or body.clitics != variant.clitics:
                return False
            if body.kind == "place" or (
                title.of is not None and body.kind in ("listed", "collective") and variant.clitics == ("bi",)
            ):
                return False
            if title.of is not None and not (
                body.rule == "listed" and title.of in scope.made and variant.clitics == ("li",)
            ):
                return False
            if title.of in scope.made:
                title.of = None
            if variant.clitics == ("bi",) and not (
                body.entities and scope.entity(body.entities[0]).type in _ORGANISATIONS
            ):
                return False
            self.body(body.entities, body.country, body.start, body.end, body.kind, body.offset)
            title.parts += body.parts
            return True
        return False

    def pointed_host(self) -> bool:
        """Take a host that a definite noun points to: سفير قطر لدى المملكة."""
        match = self.scope.lexicon.anaphors.find(self.line, self.title.end + 1, clitics=False)
        if match is None or match.value.what not in ("kingdom", "body") or not self.title.head.sender:
            return False
        self.take(match.end)
        return True

    def attached(self) -> bool:
        """Take the minister to whom a delegate is attached: الوزير المنتدب لدى وزير الخارجية."""
        if self.title.role != "DeputyMinister":
            return False
        inner = find_title(self.scope, self.line, self.title.end + 1, first=False)
        if inner is None or inner.bare:
            return False
        self.title.of = self.title.of or inner.of
        self.title.parts += inner.parts
        self.take(inner.end)
        return True

    def concern(self) -> bool:
        """Take what the office is concerned with: لشؤون الشرق الأوسط, للشؤون العسكرية."""
        scope, line, title = self.scope, self.line, self.title
        if self.word() not in scope.lexicon.sets["concern"] or title.end == title.start:
            return False
        self.take(title.end + 1)
        for _ in range(_MOST_CONCERNS):
            index = title.end
            if index >= len(line.keys) or self.named():
                break
            hit = self.hit(index, ()) or self.hit(index, _WA)
            if hit is not None:
                title.parts.append(Part(hit[0].start, hit[0].end, hit[0].offset, hit[1], "listed"))
                title.end = hit[0].end
                continue
            word = line.keys[index]
            plain = word[1:] if word.startswith("\u0648" + ARTICLE) else word
            if not scope.definite(plain) or plain in scope.lexicon.verbs:
                break
            if scope.lexicon.nisbas.find(line, index) or scope.lexicon.honorifics.find(line, index):
                break
            title.end += 1
        return True
