"""Longer names that begin with a noun, or end with a number: a street, a bank, a club, a book, a product.

The name of a place or of a body within them is not meant; the whole is an entity that no table lists, or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sifara.document import Entity, Mention, Token
from sifara.entities import Knowledge
from sifara.entities.words import key
from sifara.linking.around import Around, bare, is_one_of
from sifara.linking.capitals import acts, is_noun
from sifara.linking.moved import Moved, unlisted
from sifara.linking.quoted import titled
from sifara.linking.words import among, members

_FOR = "\u0644"
_ARTICLE = "\u0627\u0644"
_FEMININE = "\u0629"
_IN = "\u0628"
_FROM = "\u0645\u0646"
_NISBA = "\u064a"
_SON = "\u0628\u0646"
_SERVANT = "\u0639\u0628\u062f"
_QUOTATION = "\u00ab\"\u201c\u2018"
_BESIDE = 3  # so many characters lie between what stands side by side, at most
_NUMBER = re.compile(r"\d{2,4}\b")
_PLACES = frozenset({"City", "Region", "Country"})
_PAUSE = "-\u2013\u2014\u0640(:/"


@dataclass(slots=True)
class Wholes:
    """Finds longer names in one document. Mentions have to be asked for in the order of the text."""

    around: Around
    knowledge: Knowledge
    arguments: set[tuple[int, int]]  # spans that events rest on
    known: set[str]  # who is named in full somewhere, or has an office
    _clubs: dict[int, bool] = field(default_factory=dict)  # by the end of the mention
    _last: tuple[int, Entity] | None = None  # the last town, and where its name ends

    def find(self, mention: Mention, entity: Entity) -> Moved | None:
        """Return what the whole name means in which ``mention`` lies, if there is one."""
        words = self.around.text[mention.start : mention.end].split()
        before = self.around.before(mention.start, 4)
        after = self.around.after(mention.end, 2)
        if entity.type == "Person":
            return self._person(mention, entity, words, before, after)
        former, self._last = self._last, (mention.end, entity) if entity.type == "City" else None
        if mention.rule == "capital of" and former is not None and 0 < mention.start - former[0] < _BESIDE:
            # "Jerusalem, the capital of Palestine" says itself which town it is
            return Moved(replace(mention, entities=(former[1].id,)), former[1]) if former[1].id != entity.id else None
        if self._other_word(mention, words, before, after):
            return unlisted(mention, words, "Topic", entity, "word")
        if entity.type not in _PLACES:
            return self._body(mention, entity, words, before, after)
        found = self._building(mention, entity, words, before) if mention.rule == "seat" else None
        if mention.rule == "seat":
            return found
        if titled(self.around.text, mention):
            return unlisted(mention, words, "Topic", entity, "title")
        if entity.type == "Region" and self._cup_or_sea(mention, entity, words, before):
            kind = "Region" if among(words[0], "seas") else "Organization"
            return unlisted(mention, words, kind, entity, "cup or sea")
        return (
            self._named_after(mention, entity, words, before, after)
            or self._club(mention, entity, words, before, after)
            or self._part(mention, entity, words)
        )

    def _person(
        self, mention: Mention, entity: Entity, words: list[str], before: list[Token], after: list[Token]
    ) -> Moved | None:
        """What is called after him; or somebody else of the name: with a further name behind it, or in sport."""
        if mention.kind == "titled":
            return self._titled_person(mention, entity, words)
        before = before[1:] if before and before[0].text[0] in _QUOTATION else before
        head = bare(before[0].text, "called_after") if before and not mention.clitics else None
        if head is not None and mention.start - before[0].end < _BESIDE + 1:
            return unlisted(mention, [head, *words], "Organization", entity)
        if len(words) != 1 or mention.kind != "name":
            return None
        if self._other_word(mention, words, before, after):
            return unlisted(mention, words, "Topic", entity, "word")
        if after and self.around.text[mention.end : after[0].start].isspace():
            readings, following = after[0].readings, after[0].text
            named = bool(readings) and all(r.pos == "noun_prop" and not r.prefix for r in readings)
            own = {word for name in (entity.label_ar, *entity.aliases) for word in name.split()}
            given = key(words[0]) in self.knowledge.lexicon.sets["given"] or key(words[0]).startswith(_SERVANT)
            strange = not any(r.source == "domain" for r in readings) and following.endswith(_NISBA)
            family = given and strange and following.startswith(_ARTICLE)
            if following not in own and (family or (named and not following.startswith(_ARTICLE))):
                return unlisted(mention, [*words, following], "Person", entity)
        if entity.id not in self.known and self.around.sport(mention.start):
            return unlisted(mention, words, "Person", entity, "sport")
        return None

    def _titled_person(self, mention: Mention, entity: Entity, words: list[str]) -> Moved | None:
        """Whoever speaks for what is called after him; a Doctor Salman, who is no king."""
        for word, following in pairwise(words[1:]):
            if among(word, "called_after") and among(following, "royal"):
                return unlisted(mention, words, "Person", entity, "called after")
        first = key(words[-1]) in self.knowledge.lexicon.sets["given"] and entity.label_ar.split()[0] == words[-1]
        if first and _SON in entity.label_ar.split() and not any(among(word, "royal") for word in words):
            return unlisted(mention, [words[-1]], "Person", entity, "first name")
        return None

    @staticmethod
    def _other_word(mention: Mention, words: list[str], before: list[Token], after: list[Token]) -> bool:
        """Say whether the word is none of the name's: "and" cannot stand behind a preposition, nor a noun ..."""
        if words[0].startswith(tuple(members("other_vowels"))):
            return True
        if len(words) == 1 and not mention.clitics and before:
            if among(words[0], "adjectives_too") and definite(before[0].text) and is_noun(before[0]):
                return True
            if among(words[0], "nouns_too") and is_one_of(before[0].text, "never_before_towns"):
                return True
        if "wa" in mention.clitics and before and is_one_of(before[0].text, "governing"):
            return True
        if len(words) != 1 or not among(words[0], "nouns_too") or {"bi", "li"} & set(mention.clitics):
            return False
        if not after:
            return False
        readings, with_article = after[0].readings, after[0].text.startswith(_ARTICLE)
        noun = any(r.pos == "noun" and r.source == "domain" for r in readings)
        noun = noun and not any(r.prep or r.conj or r.pos in ("prep", "verb", "adj") for r in readings)
        if after[0].text.endswith(_FEMININE) if with_article else not noun:
            return False
        deed = bool(before) and acts(before[0]) and any(r.gender == "f" for r in before[0].readings if r.pos == "verb")
        place = bool(before) and (is_one_of(before[0].text, "place_of") or deed)
        return not place and not among(after[0].text, "behind_towns")

    def _named_after(
        self, mention: Mention, entity: Entity, words: list[str], before: list[Token], after: list[Token]
    ) -> Moved | None:
        if mention.clitics or not before or not self._adjoin(before[0], mention):
            return None
        foreign = entity.type == "City" and bool(after) and self._foreign(mention, before[0], after[0])
        if foreign:
            return unlisted(mention, [*words, after[0].text], "Organization", entity)
        if entity.type == "Country" and is_one_of(before[0].text, "several_states"):
            return unlisted(mention, [before[0].text, *words], "Region", entity)
        if entity.type == "Country" and words[-1].startswith(_ARTICLE) and self._adjective(before, after):
            return unlisted(mention, words, "Organization", entity, "adjective")
        needed = (mention.start, mention.end) in self.arguments
        for kind, type_, fits in (
            ("bodies_of_states" if entity.type == "Country" else "bodies_of", "Organization", True),
            ("bodies_if", "Organization", bool(after) and self._goes_on(after[0].text)),
            ("sites_of", "Region", not needed),
            ("occasions_of", "Organization", not needed and entity.type == "City"),
            ("works_of", "Topic", not needed and entity.type != "Region" and self.around.history(mention.start)),
        ):
            head = bare(before[0].text, kind) if fits else None
            if head is not None:
                end = [after[0].text] if kind == "bodies_if" else []
                return unlisted(mention, [head, *words, *end], type_, entity)
        if needed:
            return None
        if entity.type == "Region" and len(words) == 1 and after and among(after[0].text, "quarter_after"):
            return unlisted(mention, [*words, after[0].text], "Region", entity)
        return None

    @staticmethod
    def _adjective(before: list[Token], after: list[Token]) -> bool:
        """Say whether what may be an adjective of a state ends the name of a body: the Saudi Campaign for ..."""
        for place, token in enumerate(before):
            if not definite(token.text):
                return False
            if is_one_of(token.text, "club_before"):
                return place > 0 or (bool(after) and after[0].text.startswith(_FOR))
            if not any(reading.pos == "adj" for reading in token.readings):
                return False
        return False

    def _foreign(self, mention: Mention, before: Token, after: Token) -> bool:
        """Say whether a foreign word goes on behind a town, in the middle of a sentence: a team, a company."""
        if not before.text[0].isalpha() or is_one_of(before.text, "place_of") or is_one_of(before.text, "of_the_town"):
            return False
        if not self.around.text[mention.end : after.start].isspace() or after.text.startswith(_ARTICLE):
            return False
        names = bool(after.readings) and all(r.pos == "noun_prop" and not r.prefix for r in after.readings)
        alias = self.knowledge.gazetteer.aliases.get(key(after.text))
        return names and alias is None and not is_one_of(before.text, "governing") and not acts(before)

    def _club(
        self, mention: Mention, entity: Entity, words: list[str], before: list[Token], after: list[Token]
    ) -> Moved | None:
        """A club that bears the name of its town: behind "the club of", or in a report of sport without "in"."""
        if entity.type == "Region" or among(words[0], "place_heads"):
            return None
        joined = "wa" in mention.clitics
        behind = [token for token in before[: 3 if joined else 1] if is_one_of(token.text, "clubs")]
        if behind and "bi" not in mention.clitics and (not mention.clitics or joined):
            self._clubs[mention.end] = True
            return unlisted(mention, words, "Organization", entity, "club")
        if entity.type != "City" or (mention.start, mention.end) in self.arguments:
            return None
        club = self._sporting(mention, before, after, joined)
        self._clubs[mention.end] = club
        return unlisted(mention, words, "Organization", entity, "club") if club else None

    def _sporting(self, mention: Mention, before: list[Token], after: list[Token], joined: bool) -> bool:
        if {"bi", "li", "ka"} & set(mention.clitics) or not self.around.sport(mention.start):
            return False
        if joined:
            former = [end for end in self._clubs if mention.start - 4 < end <= mention.start]
            there = any(is_one_of(token.text, "place_of") or _in_it(token) for token in before[:3])
            return self._clubs[former[-1]] if former else not there
        if before and (is_one_of(before[0].text, "place_of") or before[0].text[0] in _PAUSE):
            return False
        if before and before[0].text == "\u060c":  # a list goes on
            former = [end for end in self._clubs if mention.start - 4 < end <= mention.start]
            return self._clubs[former[-1]] if former else False
        dateline = not before and (not after or after[0].text[0] in _PAUSE or after[0].text.isdigit())
        return not dateline and not (after and after[0].text[0] in _PAUSE)

    def _body(
        self, mention: Mention, entity: Entity, words: list[str], before: list[Token], after: list[Token]
    ) -> Moved | None:
        """A product of a company, an office or a fund of a body of states."""
        if entity.type == "Company":
            behind = any(is_one_of(token.text, "products") for token in before[:2])
            if behind or (after and _NUMBER.match(after[0].text)):
                return unlisted(mention, words, "Topic", entity, "product")
        site = bare(before[0].text, "sites_of") if before and not mention.clitics else None
        if site is not None and self._adjoin(before[0], mention):
            return unlisted(mention, [site, *words], "Region", entity)
        if entity.type not in ("IntergovernmentalOrganization", "Organization") or not after:
            return None
        inside = len(words) > 2 and is_one_of(words[0], "parts_of_bodies")
        outside = bool(before) and not mention.clitics and is_one_of(before[0].text, "parts_of_bodies")
        following = after[0].text
        general = among(" ".join(words), "general_bodies") and following[0] == _FOR and len(following) > 3
        if general and not any(is_one_of(token.text, "united") for token in after):
            return unlisted(mention, [*words, following], "Organization", entity)  # the general assembly of the agency
        if (inside or outside) and following[0] == _FOR and len(following) > 3 and len(words) > 1:
            further = [after[0].text, *(token.text for token in after[1:2] if token.text.startswith(_ARTICLE))]
            return unlisted(mention, [*([before[0].text] if outside else []), *words, *further], "Organization", entity)
        return None

    def _building(self, mention: Mention, entity: Entity, words: list[str], before: list[Token]) -> Moved | None:
        """The palace itself, where a seat of government was read as its state."""
        if not among(" ".join(words), "buildings"):
            return None
        near = before[1:2] if before and before[0].text == _FROM else before[:1]  # close to
        at = "bi" in mention.clitics or (
            not mention.clitics and any(is_one_of(token.text, "at_a_building") for token in near)
        )
        at = at or (words[0] != words[-1] and among(words[0], "at_a_building"))
        staff = any(is_one_of(token.text, "who_works_there") for token in before[:3])
        return unlisted(mention, words, "Region", entity, "building") if at and not staff else None

    @staticmethod
    def _cup_or_sea(mention: Mention, entity: Entity, words: list[str], before: list[Token]) -> bool:
        """Say whether a continent stands for its cup ("the cup of the world and of Europe"), or a coast for its sea."""
        joined = "wa" in mention.clitics and any(is_one_of(token.text, "cups") for token in before[:3])
        return joined or (among(words[0], "seas") and entity.label_ar.split()[0] != words[0])

    def _part(self, mention: Mention, entity: Entity, words: list[str]) -> Moved | None:
        """A region that has the name, which is used for its whole state as well: England."""
        if entity.type != "Country" or (mention.start, mention.end) in self.arguments:
            return None
        alias = self.knowledge.gazetteer.aliases.get(key(" ".join(words)))
        for name in alias.full if alias is not None else ():
            region = self.knowledge.known[name].entity
            if region.type == "Region" and region.country == entity.id:
                return Moved(replace(mention, entities=(region.id,), type="Region", rule="part"), region)
        return None

    def _adjoin(self, token: Token, mention: Mention) -> bool:
        return self.around.text[token.end : mention.start].isspace()

    @staticmethod
    def _goes_on(word: str) -> bool:
        """Say whether a word behind a name belongs to the same name: "for trade", "the international"."""
        return (word.startswith(_ARTICLE) and not word.endswith(_FEMININE)) or word.startswith(_FOR + _FOR)


def _in_it(token: Token) -> bool:
    return token.text[0] == _IN and any(reading.prep for reading in token.readings)


def definite(word: str) -> bool:
    """Say whether ``word`` has the article, behind "and" or not."""
    return word.startswith(_ARTICLE) or word[1:].startswith(_ARTICLE)
