"""Whether the name of a capital, which was read as that of its state, means the town.

The stage of entities takes a capital for its state unless a word of place stands before it, because events need the
state more often. Here all of the sentence is known, and what the name was not needed for is looked at again: the name
stays that of the state where somebody acts under it, and is the town's where there is no sign of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sifara.document import Annotated, Mention, Token
from sifara.linking.around import Around, is_one_of
from sifara.linking.words import among

_CAPITAL = frozenset({"capital", "capital of"})
_TOWN, _STATE = "town", "state"
_PLACES = frozenset({"City", "Region"})
_BESIDE = 4  # so many characters lie between what "and" joins, at most
_LIST = 10  # words before the last of a list of towns
_NEAR_HEAD = 5  # words between "capital" and the name of it
_ALEF, _TA, _YA = "\u0627", "\u062a", "\u064a"
# Shapes of the nouns of action of derived verbs, in the singular and the regular plural.
_ACTION = re.compile(
    f"(?:{_ALEF}\u0633{_TA}..{_ALEF}.|{_ALEF}\u0646..{_ALEF}.|{_ALEF}.{_TA}.{_ALEF}.|{_TA}..{_YA}.|{_TA}.{_ALEF}..)"
    f"(?:{_ALEF}{_TA})?"
)
_OPENING, _CLOSING = "(\u00ab[\"\u201c", ")\u00bb]\"\u201d"
_PAUSE = "\u060c,.:;\u061b-\u2013\u2014\u2026"


@dataclass(slots=True)
class Capitals:
    """What the names of capitals mean in one document."""

    annotated: Annotated
    around: Around
    #: After :meth:`towns`: the spans of those of which nothing tells what they mean.
    unsure: set[tuple[int, int]] = field(default_factory=set)

    def towns(self) -> set[tuple[int, int]]:
        """Return the spans of the mentions that were read as states and mean the towns."""
        mentions = [m for m in self.annotated.entities.mentions if not m.inner]
        asked = [m for m in mentions if m.kind == "name" and m.rule in _CAPITAL and m.type == "Country"]
        if not asked:
            return set()
        arguments = {(a.start, a.end) for event in self.annotated.events for a in event.arguments}
        told: dict[tuple[int, int], str] = {}
        for mention in asked:
            said = self._told(mention, mentions, told, (mention.start, mention.end) in arguments)
            if said is not None:
                told[mention.start, mention.end] = said
        states = {m.entities for m in asked if told.get((m.start, m.end)) == _STATE}
        self.unsure = {
            (m.start, m.end)
            for m in asked
            if "ka" in m.clitics
            or ((m.start, m.end) not in told and m.entities not in states and not m.clitics and self._behind_noun(m))
        }
        return {
            (m.start, m.end)
            for m in asked
            if told.get((m.start, m.end), _STATE if m.entities in states else self._else(m)) == _TOWN
        }

    def _told(
        self, mention: Mention, mentions: list[Mention], told: dict[tuple[int, int], str], argument: bool
    ) -> str | None:
        before = self.around.before(mention.start, _NEAR_HEAD)
        last = before[0] if before else None
        if not mention.clitics and self._of_the_town(before):
            return _TOWN
        if last is not None and not mention.clitics and is_one_of(last.text, "attacks"):
            behind = self.around.after(mention.end, 1)
            return _STATE if behind and is_one_of(behind[0].text, "upon") else _TOWN
        seat = any(is_one_of(token.text, "as_a_seat") for token in self.around.after(mention.end, 1))
        if self.around.history(mention.start) or (seat and not mention.clitics):
            return _TOWN
        if argument:
            return _STATE
        if self.around.sport(mention.start) or self._or_a_town(mention, mentions):
            return _TOWN
        after = self.around.after(mention.end, 1)
        if after and _predicate(after[0]) and (last is None or last.text in _PAUSE):
            return _STATE  # and Washington is interested
        if mention.clitics and "li" not in mention.clitics:
            return self._joined_to(mention, mentions, told)
        if "li" in mention.clitics:
            goes = last is not None and is_one_of(last.text, "going")
            return _TOWN if goes or any(is_one_of(token.text, "conquest") for token in before[:3]) else _STATE
        if last is not None and last.text in _OPENING and after and after[0].text in _CLOSING:
            return _TOWN
        aimed = last is not None and is_one_of(last.text, "towards")
        if aimed and any(is_one_of(token.text, "between_states") for token in before[1:2]):
            return _STATE  # pressed Islamabad
        if last is not None:
            said = self._behind(before, mention, mentions)
            if said is not None:
                return said
        if after and acts(after[0]) and (last is None or last.text in _PAUSE or is_one_of(last.text, "before_state")):
            return _STATE
        return None

    @staticmethod
    def _of_the_town(before: list[Token]) -> bool:
        """Say whether a word before makes it the town: its streets, its people, "the capital"."""
        if not before:
            return False
        two = " ".join(token.text for token in reversed(before[:2]))
        if is_one_of(before[0].text, "of_the_town") or among(two, "of_the_town"):
            return True
        if any(is_one_of(token.text, "lists_of_towns") for token in before[:3]):
            return True
        for token in before:
            if is_one_of(token.text, "capital_words"):
                return True
            if token.text in ".\u061b:" or acts(token):
                return False
        return False

    @staticmethod
    def _behind(before: list[Token], mention: Mention, mentions: list[Mention]) -> str | None:
        """Judge by the word right before the name."""
        last = before[0]
        if is_one_of(last.text, "between"):
            beside, end = [], mention.end
            for other in mentions:  # between Rome, Moscow and New York: one town makes the others towns
                if other.start >= end and "wa" in other.clitics and other.start - end < _BESIDE:
                    beside.append(other.type)
                    end = other.end
            return _STATE if beside and not _PLACES & set(beside) else _TOWN
        if is_one_of(last.text, "of_the_state") or is_one_of(last.text, "before_state"):
            return _STATE
        verb = last
        if len(before) > 1 and any(r.pos == "prep" and r.pronoun for r in last.readings[:1]):
            verb = before[1]  # a relative clause: which the capital relied on
        behind = before[before.index(verb) + 1 :][:1]
        if acts(verb) or (behind and among(behind[0].text, "verb_after") and _is_verb(verb)):
            lemmas = {r.lemma for r in verb.readings if r.pos == "verb"}
            of_town = any(among(lemma, "of_towns") for lemma in lemmas)
            return _TOWN if of_town else _STATE
        folded = last.folded
        if _ACTION.fullmatch(folded) or (last.text[:1] == "\u0625" and len(folded) == 5 and folded[3] == _ALEF):
            return _STATE
        return None

    def _or_a_town(self, mention: Mention, mentions: list[Mention]) -> bool:
        """Say whether "or" joins the name to that of a town: "in Riyadh or Abha"."""
        after = self.around.after(mention.end, 1)
        if not after or not is_one_of(after[0].text, "or"):
            return False
        return any(m.type in _PLACES and m.start - after[0].end in (1, 2) for m in mentions)

    def _joined_to(self, mention: Mention, mentions: list[Mention], told: dict[tuple[int, int], str]) -> str | None:
        """Judge by what the name is joined to with "and"."""
        said, name = None, mention
        while "wa" in name.clitics:
            former = [m for m in mentions if m.end <= name.start and name.start - m.end < _BESIDE]
            if not former:
                break
            name = former[-1]
            if (name.start, name.end) in told:
                return told[name.start, name.end]
            if name.type in _PLACES:  # also at the beginning of the list, before states: in Dubai, Jordan and Cairo
                return _TOWN
            said = said or (_STATE if name.rule not in _CAPITAL else None)
        before = self.around.before(name.start, _LIST) if name is mention else []
        return _TOWN if any(is_one_of(token.text, "lists_of_towns") for token in before) else said

    def _behind_noun(self, mention: Mention) -> bool:
        before = self.around.before(mention.start, 1)
        if not before or not before[0].text.isalpha():
            return False
        if any(m.end == before[0].end for m in self.annotated.entities.mentions if m.type in _PLACES):
            return False
        return is_noun(before[0]) and not any(is_one_of(before[0].text, name) for name in ("place_of", "towards"))

    def _else(self, mention: Mention) -> str:
        """Judge without a sign: behind a noun it is the town, elsewhere the state."""
        before, after = self.around.before(mention.start, 1), self.around.after(mention.end, 1)
        if not before or (after and acts(after[0])):
            return _STATE
        if mention.clitics:
            return _TOWN if before[0].text[0] in _PAUSE else _STATE
        return _TOWN if before[0].text[0] in _PAUSE + _OPENING or is_noun(before[0]) else _STATE


def _predicate(token: Token) -> bool:
    """Say whether a word is an adjective without the article that may be said of a capital."""
    said = [reading for reading in token.readings if reading.pos == "adj"]
    return len(said) == len(token.readings) > 0 and all(r.gender == "f" and not (r.definite or r.prefix) for r in said)


def acts(token: Token) -> bool:
    """Say whether a word is a verb, and cannot well be a noun."""
    known = [reading for reading in token.readings if reading.source == "domain"] or list(token.readings)
    return _is_verb(token) and not any(reading.pos in ("noun", "adj", "prep", "conj") for reading in known)


def _is_verb(token: Token) -> bool:
    """Say whether a word may be a verb in the third person."""
    return any(reading.pos == "verb" and reading.person == "3" for reading in token.readings)


def is_noun(token: Token) -> bool:
    """Say whether a word may be a noun that governs the name behind it."""
    return any(reading.pos in ("noun", "noun_prop", "adj") and not reading.pronoun for reading in token.readings)
