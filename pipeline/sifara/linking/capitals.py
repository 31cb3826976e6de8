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
_PAUSE = "\u060c,.:;\u061b-\u2013\u2014\u2026!\u061f"
_ENDS = ".:\u061b!\u061f"  # before a sentence; a dash is that of a dateline
_OPEN = "open"
_VISITED = ("Visit", "target")
_VISITS = 5  # words between a visit and where it leads
_SHORTEST = 4  # letters of a verb in the masculine that is no particle
_SAID = ":"
_BEHIND = 4  # words behind a capital that count it among towns


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
        roles: dict[tuple[int, int], set[tuple[str, str]]] = {}
        for event in self.annotated.events:
            for a in event.arguments:
                roles.setdefault((a.start, a.end), set()).add((event.type, a.role))
        told: dict[tuple[int, int], str] = {}
        for mention in asked:
            said = self._told(mention, mentions, told, roles.get((mention.start, mention.end), set()))
            if said is not None:
                told[mention.start, mention.end] = said
        open_ = {(m.start, m.end) for m in asked if (m.start, m.end) not in told and self._open(m)}
        self.unsure = open_ | {(m.start, m.end) for m in asked if "ka" in m.clitics}
        self.unsure |= {span for span, said in told.items() if said == _OPEN}
        return {(m.start, m.end) for m in asked if told.get((m.start, m.end), _TOWN) == _TOWN} - open_

    def _open(self, mention: Mention) -> bool:
        """Say whether nothing tells what a capital means: only behind a pause it is the town then."""
        before, after = self.around.before(mention.start, 1), self.around.after(mention.end, 1)
        if mention.clitics or not before or (before[0].text == _SAID and after and after[0].text == _SAID):
            return True
        opens = before[0].text[0] in _OPENING and before[0].end == mention.start
        return not opens and before[0].text[0] not in _PAUSE

    def _told(
        self,
        mention: Mention,
        mentions: list[Mention],
        told: dict[tuple[int, int], str],
        roles: set[tuple[str, str]],
    ) -> str | None:
        before = self.around.before(mention.start, _NEAR_HEAD)
        last = before[0] if before else None
        said = self._by_what_follows(mention, last)
        if said is not None:
            return said
        if not mention.clitics and self._of_the_town(before):
            return _TOWN
        if last is not None and not mention.clitics and is_one_of(last.text, "attacks"):
            behind = self.around.after(mention.end, 1)
            return _STATE if behind and is_one_of(behind[0].text, "upon") else _TOWN
        seat = any(is_one_of(token.text, "as_a_seat") for token in self.around.after(mention.end, 1))
        if self.around.history(mention.start) or (seat and not mention.clitics):
            return _TOWN
        if _VISITED in roles and "wa" not in mention.clitics:
            return _TOWN
        if roles:
            return _STATE
        if self.around.sport(mention.start) or self._or_a_town(mention, mentions):
            return _TOWN
        after = self.around.after(mention.end, 1)
        if after and _predicate(after[0]) and (last is None or last.text in _PAUSE):
            return _STATE  # and Washington is interested
        if mention.clitics and "li" not in mention.clitics:
            said = self._joined_to(mention, mentions, told)
            if said is None and "bi" in mention.clitics:
                ties = (t for t in before[:2] if not any(reading.definite for reading in t.readings))
                return _STATE if any(among(token.text, "between_states") for token in ties) else None
            if said == _STATE or not ("wa" in mention.clitics and after and acts(after[0])):
                return said or self._heads_towns(mention, mentions)
            return _STATE if said is None else _OPEN  # and Tehran supports: another sentence may begin
        if "li" in mention.clitics:
            goes = last is not None and is_one_of(last.text, "going")
            goes = goes or any(is_one_of(t.text, "visits") for t in self.around.before(mention.start, _VISITS))
            return _TOWN if goes or any(is_one_of(token.text, "conquest") for token in before[:3]) else _STATE
        if last is not None and last.text in _OPENING and after and after[0].text in _CLOSING:
            return _TOWN
        aimed = last is not None and is_one_of(last.text, "towards")
        if aimed and any(is_one_of(token.text, "between_states") for token in before[1:2]):
            return _STATE  # pressed Islamabad
        said = self._behind(before, mention, mentions) if last is not None else self._heads_towns(mention, mentions)
        if said is not None:
            return said
        if after and acts(after[0]) and _begins(last):
            return _STATE
        further = self.around.after(mention.end, 2)[1:]
        return _STATE if last is None and further and acts(further[0]) else None  # Washington and Ankara seek

    def _by_what_follows(self, mention: Mention, last: Token | None) -> str | None:
        """Judge by the words behind: what towns do, a verb that does not agree, "one of the towns", from and to."""
        words = self.around.text[mention.start : mention.end].split()
        after = self.around.after(mention.end, _BEHIND)
        if len(words) > 1 and is_one_of(words[-1], "capital_words"):
            return _TOWN
        if not after or set(mention.clitics) - {"wa"}:
            return None
        if last is not None and is_one_of(last.text, "from") and is_one_of(after[0].text, "unto"):
            return _TOWN
        for token in after:
            if is_one_of(token.text, "lists_of_towns"):
                return _TOWN
            if acts(token) or token.text[0] in _PAUSE:
                break
        if not _begins(last) or not acts(after[0]):
            return None
        verbs = [reading for reading in after[0].readings if reading.pos == "verb" and reading.person == "3"]
        if any(among(reading.lemma, "deeds_of_towns") for reading in verbs):
            return _TOWN
        agrees = any(reading.gender != "m" or reading.number != "s" for reading in verbs)
        agrees = agrees or (last is not None and last.text[0] not in _ENDS) or len(after[0].text) < _SHORTEST
        return None if agrees else _OPEN  # a bank, a club

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

    def _behind(self, before: list[Token], mention: Mention, mentions: list[Mention]) -> str | None:
        """Judge by the word right before the name."""
        last = before[0]
        if is_one_of(last.text, "between"):
            beside, end = [], mention.end
            for other in mentions:  # between Rome, Moscow and New York: one town makes the others towns
                if other.start >= end and "wa" in other.clitics and other.start - end < _BESIDE:
                    beside.append(other.type)
                    end = other.end
            if not beside and any(is_one_of(token.text, "parties") for token in self.around.after(mention.end, 1)):
                return _OPEN  # between Baghdad and a government
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
        if is_one_of(last.text, "unto"):
            return _TOWN
        folded = last.folded
        if _ACTION.fullmatch(folded) or (last.text[:1] == "\u0625" and len(folded) == 5 and folded[3] == _ALEF):
            return _OPEN if any(is_one_of(token.text, "companies") for token in before[1:2]) else _STATE
        return self._heads_towns(mention, mentions)

    @staticmethod
    def _heads_towns(mention: Mention, mentions: list[Mention]) -> str | None:
        """Say whether "and" joins a town to the name that was read as one."""
        near = (m for m in mentions if 0 < m.start - mention.end < _BESIDE and "wa" in m.clitics)
        return _TOWN if any(m.type == "City" for m in near) else None

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


def _begins(last: Token | None) -> bool:
    """Say whether a sentence may begin behind ``last``."""
    return last is None or last.text[0] in _PAUSE + _OPENING or is_one_of(last.text, "before_state")


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
