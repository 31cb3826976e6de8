"""Complements of a title: its field, adjectives of countries, modifiers, what it is concerned with."""

from __future__ import annotations

from dataclasses import replace

from sifara.entities.chunks import Part, Title
from sifara.entities.gazetteer import Hit
from sifara.entities.names import people_of
from sifara.entities.namewords import is_word
from sifara.entities.nisba import Nisba
from sifara.entities.phrases import Match
from sifara.entities.places import settle
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, variants

_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627")
_TA = "\u062a"
_HA = "\u0647"
_WA = ("wa",)
_MOST_CONCERNS = 6
_FIELD_RANK = {"ForeignMinister": 0, "DefenceMinister": 1, "Minister": 2}
_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})


def line_word(line: Line, index: int) -> str:
    """Give a word without its proclitics, the article kept (و and ل taken off a definite word)."""
    word = line.keys[index]
    for variant in variants(word):
        if variant.definite and variant.clitics:
            return ARTICLE + variant.stem
    return word


class Complements:
    """Takes complements behind a head, one kind at a time; each method moves ``title.end``."""

    def __init__(self, scope: Scope, line: Line, title: Title) -> None:
        self.scope = scope
        self.line = line
        self.title = title
        self.modified = False

    def word(self, ahead: int = 0) -> str:
        """Give the key of the token behind the title (or further ahead), nothing at the sentence's end."""
        index = self.title.end + ahead
        return self.line.keys[index] if index < len(self.line.keys) else ""

    def take(self, end: int) -> None:
        """Let the title reach to token ``end``."""
        self.title.end = end
        self.title.bare = False

    def named(self) -> bool:
        """Say whether a known personal name begins here."""
        return any(people_of(self.scope, hit) for hit in self.scope.hits_at(self.line, self.title.end))

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

    def hit(self, index: int, clitics: tuple[str, ...]) -> tuple[Hit, tuple[str, ...], str] | None:
        """Find a listed country, place or body at a token, with exactly these clitics."""
        for hit in self.scope.hits_at(self.line, index):
            if hit.clitics != clitics:
                continue
            settled = settle(self.scope, self.line, hit, previous_place=False)
            if settled is not None:
                return hit, settled[0], settled[1]
        return None

    def slip(self) -> Match[Nisba] | None:
        """Read لتركي for التركي: an article whose alif was left out."""
        match = self.scope.lexicon.nisbas.find(self.line, self.title.end)
        if match is None or match.variant.clitics != ("li",) or match.value.number != "s":
            return None
        return Match(match.start, match.end, replace(match.variant, clitics=(), definite=True), match.value)

    def modifier(self) -> bool:
        """Take a word that changes nothing of whom the title means: السابق, بالوكالة."""
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
        if word in self.scope.lexicon.sets["assisting"]:
            self.title.role = "DeputyMinister" if self.title.role in _MINISTERS else "Official"
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
        """Read a field with a pronoun (خارجيته) and give its role."""
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
        """Take a definite word that no list of fields has, with its adjectives and what is joined to it."""
        if self.scope.lexicon.nisbas.find(self.line, self.title.end) or self.named():
            return
        self.take(self.title.end + 1)
        self.loose(3)
        while self.word().startswith("\u0648" + ARTICLE) and self.free(self.title.end):
            self.take(self.title.end + 1)

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

    def pointed_host(self) -> bool:
        """Take a host that a definite noun points to: سفير قطر لدى المملكة."""
        match = self.scope.lexicon.anaphors.find(self.line, self.title.end + 1, clitics=False)
        if match is None or match.value.what not in ("kingdom", "body") or not self.title.head.sender:
            return False
        self.take(match.end)
        return True
