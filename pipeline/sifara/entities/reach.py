"""A title that is being read: the words behind it, and bodies that it takes in or points to."""

from __future__ import annotations

from sifara.entities.chunks import Body, Part, Title
from sifara.entities.gazetteer import Hit
from sifara.entities.names import people_of
from sifara.entities.places import settle
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, variants

_PARTIES = ("Country", "IntergovernmentalOrganization")
_PLACES = ("City", "Region")
_ADJECTIVAL = ("\u064a", "\u064a\u0647")


def line_word(line: Line, index: int) -> str:
    """Give a word without its proclitics, the article kept (و and ل taken off a definite word)."""
    word = line.keys[index]
    for variant in variants(word):
        if variant.definite and variant.clitics:
            return ARTICLE + variant.stem
    return word


class Reach:
    """A title that grows: what stands behind it, and taking it in."""

    def __init__(self, scope: Scope, line: Line, title: Title) -> None:
        self.scope = scope
        self.line = line
        self.title = title
        self.modified = False
        self.post = False  # whether ل stands for the genitive: رئيسا للوزراء
        self.kept = ""  # the role of whoever heads such a body, where the body is found as a whole
        self.part = False  # whether the title is of a part of the body: مدير قسم

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
            if not self.scope.definite(word) and self.noun_of_another():
                self.take(self.title.end + 1)
                continue
            if not self.scope.definite(word) or word in self.scope.lexicon.verbs:
                return
            if self.scope.lexicon.nisbas.find(self.line, self.title.end) or self.named():
                return
            if self.scope.lexicon.honorifics.find(self.line, self.title.end):
                return
            listed = self.hit(self.title.end, ())
            if listed is not None and self.scope.entity(listed[1][0]).type in _PARTIES:
                return  # رئيس مفتشي الأمم المتحدة
            self.take(self.title.end + 1)

    def noun_of_another(self) -> bool:
        """Say whether an indefinite noun and its definite genitive stand here: [إدارة] الكوارث."""
        index, lexicon = self.title.end, self.scope.lexicon
        word, following = self.word(), self.word(1)
        if not following or not self.scope.definite(following) or word in lexicon.sets["given"]:
            return False
        if word in lexicon.verbs or word in lexicon.sets["stops"] or self.scope.hits_at(self.line, index):
            return False
        readings = [r for r in self.line.tokens[index].readings if r.source != "backoff"]
        plain = any(r.pos == "noun" and not (r.prefix or r.pronoun) for r in readings)
        tables = (lexicon.heads, lexicon.honorifics)
        own = any(table.find(self.line, at) for table in tables for at in (index, index + 1))
        return plain and not own and lexicon.nisbas.find(self.line, index) is None

    def another_noun(self) -> bool:
        """Say whether و, an indefinite noun and its definite genitive stand here: [ومكافحة] الإرهاب."""
        word, readings = self.word(), self.line.tokens[self.title.end].readings
        joins = word.startswith("\u0648") and word[1:] not in self.scope.lexicon.sets["stops"]
        if not joins or not self.scope.definite(self.word(1)) or not self.free(self.title.end):
            return False
        joined = [r for r in readings if r.source == "domain"]
        plain = all(r.conj == "wa" and not (r.prep or r.pronoun) for r in joined)
        return plain and any(r.pos == "noun" for r in joined)

    def hit(self, index: int, clitics: tuple[str, ...]) -> tuple[Hit, tuple[str, ...], str] | None:
        """Find a listed country, place or body at a token, with exactly these clitics."""
        for hit in self.scope.hits_at(self.line, index):
            if hit.clitics != clitics:
                continue
            settled = settle(self.scope, self.line, hit, previous_place=False)
            if settled is not None:
                return hit, settled[0], settled[1]
        return None

    def body(
        self, entities: tuple[str, ...], country: str | None, start: int, end: int, kind: str, offset: int = 0
    ) -> None:
        """Enter a country or body as what the office is of: a state's body counts for the state."""
        title = self.title
        title.parts.append(Part(start, end, offset, entities, kind))
        title.countries = entities
        if entities and title.of is None:
            entity = self.scope.entity(entities[0])
            own = entity.type == "GovernmentBody" or (entity.type in _PLACES and not self.governed(entity.type))
            title.of = (country if own else None) or entity.id
        self.take(end)

    def governed(self, type_: str) -> bool:
        """Say whether somebody heads a part of a state: رئيس جمهورية الشيشان, والي سوسة, أمير منطقة مكة."""
        head = self.title.head
        province = head.name == "emir" and self.title.role == "Official"
        return head.takes == "place" or province or (type_ == "Region" and head.name == "president")

    def hosts(self, host: Body) -> None:
        """Take where an envoy is sent or accredited: one place, or several joined by و."""
        self.title.parts += [Part(host.start, host.end, host.offset, host.entities, host.kind), *host.parts]
        self.take(host.end)
        while (further := self.hit(self.title.end, ("wa",))) is not None:
            self.title.parts.append(Part(further[0].start, further[0].end, further[0].offset, further[1], "listed"))
            self.take(further[0].end)

    def chamber(self, body: Body) -> bool:
        """Take the parliament that a committee belongs to: رئيس اللجنة القضائية بمجلس النواب."""
        title = self.title
        own = title.of is None or title.of in self.scope.made
        behind = self.line.keys[title.head_end : title.head_end + 1]
        committee = bool(behind) and behind[0] in self.scope.lexicon.sets["committees"]
        if not (own and committee and body.type == "GovernmentBody"):
            return False
        text = (self.line.keys[body.start][body.offset :], *self.line.keys[body.start + 1 : body.end])
        if not any(role == "Legislator" and text[: len(words)] == words for words, role, _ in title.head.complements):
            return False
        title.role, title.of = "Legislator", body.country
        title.parts.append(Part(body.start, body.end, body.offset, body.entities, body.kind))
        title.parts += body.parts
        self.take(body.end)
        return True

    def pointing(self, index: int, clitics: tuple[str, ...]) -> bool:
        """Take a body that a definite noun points back to: المدير العام للوكالة, رئيس الحركة."""
        match = self.scope.lexicon.anaphors.find(self.line, index)
        if match is None or match.value.what not in ("body", "kingdom") or match.variant.clitics != clitics:
            return False
        if self.title.pointing is not None or "Treaty" in match.value.roles:
            return False  # رحب الوزير بالاتفاق
        following = self.line.keys[match.end] if match.end < len(self.line.keys) else ""
        other = self.scope.definite(following) and following.endswith(_ADJECTIVAL)
        if other and self.scope.lexicon.nisbas.find(self.line, match.end) is None:  # المجلس الدستوري: another body
            self.title.role = "Official" if self.title.role == "HeadOfState" else self.title.role
            self.take(match.end + 1)
            return True
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

    def of_a_state(self) -> bool:
        """Say whether somebody represents a state by its name: ممثل قطر, but not الممثل القطري."""
        title = self.title
        if title.head.name != "representative":
            return False
        if not title.parts or title.parts[0].start != title.head_end or title.parts[0].kind != "listed":
            return False
        return title.of is not None and self.scope.entity(title.of).type == "Country"
