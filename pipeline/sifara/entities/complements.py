"""Complements of a title: its field, adjectives of countries, modifiers, what it is concerned with."""

from __future__ import annotations

from dataclasses import replace

from sifara.entities.chunks import Part
from sifara.entities.names import people_of
from sifara.entities.namewords import is_word, unknown
from sifara.entities.nations import abroad, trusted
from sifara.entities.nisba import Nisba
from sifara.entities.phrases import Match
from sifara.entities.reach import Reach
from sifara.entities.words import ARTICLE, variants, with_hamza

_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627")
_OUR = "\u0646\u0627"
_NISBA = ("\u064a", "\u064a\u0647")
_LI = "\u0644"
_COMMAS = ("\u060c", ",")
_TA = "\u062a"
_HA = "\u0647"
_WA = ("wa",)
_MOST_CONCERNS = 6
_FIELD_RANK = {"ForeignMinister": 0, "DefenceMinister": 1, "Minister": 2}
_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})


class Complements(Reach):
    """Takes complements behind a head, one kind at a time; each method moves ``title.end``."""

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
        hits = self.scope.hits_at(self.line, match.start) if match.variant.clitics else ()
        if any(hit.alias.family and not hit.clitics for hit in hits):
            return False  # الوزير باول
        word = self.line.keys[match.start]
        state = self.scope.lexicon.nisbas.find(self.line, match.start, clitics=False)
        if state is not None and trusted(self.scope, self.line, state):
            return False  # الوزير المالي, of Mali
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
        self.title.former = self.title.former or word in self.scope.lexicon.sets["former"]
        if word in self.scope.lexicon.sets["honorary"] and self.title.head.name == "president" and bare:
            self.title.role, self.title.strange = "Official", True  # الرئيس الشرفي
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
        agrees = nisba.gender == title.head.gender
        if nisba.doubtful and not agrees and not trusted(self.scope, self.line, match):
            return False  # رئيس تنفيذي للشؤون المالية
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
        elif title.of is None and entity.label_en in self.scope.lexicon.unions:
            title.of = self.scope.knowledge.any_label.get(self.scope.lexicon.unions[entity.label_en])
            self.part = True
        elif (
            entity.type == "Country"
            and self.scope.entity(title.of or nisba.entity).type != "Country"
            and title.head.name != "spokesperson"
        ):
            title.of = title.of
        self.take(match.end)
        return True

    def strange(self) -> bool:
        """Take the adjective of a state that no list has, before a given name: الرئيس الزوردي جوزيف مارتن."""
        word, following, given = self.word(), self.word(1), self.scope.lexicon.sets["given"]
        if self.misspelt():
            self.take(self.title.end + 1)
            return True
        if not (self.scope.definite(word) and word.endswith(_NISBA) and following):
            return False
        common = self.scope.lexicon.sets["common_given"]
        foreign = unknown(self.scope, self.line, self.title.end + 1) and not self.scope.hits_at(
            self.line, self.title.end + 1
        )
        sure = following not in common or (word not in given and unknown(self.scope, self.line, self.title.end + 2))
        sure = sure or (word in common and not self.title.bare)
        if not (following in given or foreign) or not sure or (word in given and word not in common):
            return False
        if word in common and word in given and following not in given:
            return False  # الوزير الهادي مجدوب
        if word in common:
            self.take(self.title.end + 1)  # الروسي العربي فلاديمير
            return True
        hits = self.scope.hits_at(self.line, self.title.end)
        adjective = any(r.pos == "adj" for r in self.line.tokens[self.title.end].readings)
        if hits or self.title.of is not None or not (adjective or unknown(self.scope, self.line, self.title.end)):
            return False
        self.title.strange = True
        self.take(self.title.end + 1)
        return True

    def misspelt(self) -> bool:
        """Say whether an adjective nobody knows stands before somebody listed: رئيسة الوزراء البريطاينة تيريزا ماي."""
        index = self.title.end
        if self.title.of is not None or not self.scope.definite(self.word()) or self.named():
            return False
        behind = index + 1 + (self.word(1) in _COMMAS)
        listed = any(people_of(self.scope, hit) and not hit.clitics for hit in self.scope.hits_at(self.line, behind))
        return listed and unknown(self.scope, self.line, index) and self.word() not in self.scope.lexicon.sets["given"]

    def further(self) -> bool:
        """Take a further region of a part of a body: مدير إدارة الشرق الأوسط [وشمال أفريقيا]."""
        if self.title.bare or self.title.head.name not in ("deputy", "director_general", "president"):
            return False
        hit = self.hit(self.title.end, _WA)
        if hit is None or hit[2] != "Region":
            return False
        self.title.parts.append(Part(hit[0].start, hit[0].end, hit[0].offset, hit[1], "listed"))
        self.take(hit[0].end)
        return True

    def points_back(self) -> bool:
        """Say whether a definite noun without an adjective of a state stands here: للحزب."""
        lexicon, index = self.scope.lexicon, self.title.end
        match = lexicon.anaphors.find(self.line, index)
        return match is not None and lexicon.nisbas.find(self.line, match.end, clitics=False) is None

    def belongs(self) -> bool:
        """Take what a president heads, behind ل: الرئيس السابق لشركة, who is no head of state."""
        title = self.title
        if title.head.name != "president" or not title.bare or title.role != "HeadOfState":
            return False
        parts = {words[0] for words, _, keep in title.head.complements if keep}
        for variant in variants(self.word()) if self.word() else ():
            if variant.clitics == ("li",) and variant.stem in parts and not self.points_back():
                title.role, title.strange = "Official", True
                self.take(title.end + 1)
                self.loose()
                return True
        return False

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
            if with_hamza(self.line, self.title.end):
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
        region = self.word() in scope.lexicon.sets["regional"]
        self.take(title.end + 1)
        while region and unknown(scope, line, title.end) and title.end - title.head_end < _MOST_CONCERNS:
            title.end += 1  # لمنطقة إيل دو فرانس
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
            if self.noun_of_another() or self.another_noun():
                title.end += 2  # لشؤون مكافحة الإرهاب, ومكافحة الإرهاب
                continue
            if not scope.definite(plain) or plain in scope.lexicon.verbs or with_hamza(line, index):
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
            if found is None and not first and (nationals := abroad(scope, line, title.end)) is not None:
                title.of = title.of or nationals.entities[0]
                self.take(nationals.end)
                continue
            if found is None or (
                found == "" and not first and best is None and not state and title.definite and self.named()
            ):
                break
            if first and line.keys[title.end] in scope.lexicon.sets["state_words"]:
                state = True
            if found and not title.portfolio:
                title.portfolio = line.keys[title.end].removeprefix(_LI).removeprefix(_LI).removeprefix(ARTICLE)
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
        for pronoun in (*_PRONOUNS[:2], _OUR):
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
