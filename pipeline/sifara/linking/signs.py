"""Signs around the name of a place or a state that something else may be meant: none of them decides.

A link is asserted where no sign stands around the name. Where one does, the name stays open: what would have been
linked is a candidate, with the sign as a reason. A sign is kept only if at least four of ten links that it hits were
wrong when read (docs/linking.md); what is surely something else is found before, in :mod:`sifara.linking.wholes`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.document import Annotated, Entity, Mention, Token
from sifara.entities import Knowledge
from sifara.entities.words import key
from sifara.linking.around import Around, bare, is_one_of
from sifara.linking.capitals import acts
from sifara.linking.looks import (
    company,
    done_by,
    foreign,
    is_in,
    key_without_and,
    no_name,
    prefixed,
    qualifies,
    speaks,
    spelt,
)
from sifara.linking.moved import TOWN_OR_STATE
from sifara.linking.namesakes import a_club, in_a_list, of_body, of_person, of_place
from sifara.linking.told import SPACES, Told
from sifara.linking.words import among, members

_PLACES = frozenset({"City", "Region"})
_ARTICLE, _TANWIN = "\u0627\u0644", "\u0627"
_HIS = "\u0647"
_FROM = "\u0645\u0646"
_SERVANT = "\u0639\u0628\u062f"
_SHORT = 2  # letters of a word that is hardly a name
_OPENING = ("(", "\u00ab", "\"", "\u201c")
_MARKS = "\u00ab\u00bb\"\u201c\u201d\u2018\u2019'{}"
_BEHIND = 25  # characters behind a town in which its country may be told
_LEAGUE = 5  # words before a capital that tell of what is between two states
_DASHES = ("-", "\u2013", "\u2014", "\u0640")
_TITLE, _SAID = 120, ":"  # characters of a title, at most; behind whoever says something in it


@dataclass(slots=True)
class Signs:
    """The signs in one document."""

    annotated: Annotated
    around: Around
    knowledge: Knowledge
    arguments: set[tuple[int, int]]  # spans that events rest on
    unsure: set[tuple[int, int]]  # spans of capitals of which nothing tells whether the town is meant
    told: Told = field(init=False)
    _states: set[int] = field(default_factory=set)  # where a further name would begin, behind capitals that are open

    def __post_init__(self) -> None:
        """Look at all mentions once."""
        self.told = Told(self.annotated)

    def of(self, mention: Mention, entity: Entity) -> str | None:
        """Return the first sign that ``mention`` may not mean ``entity``, in words; ``None`` if there is none."""
        if not entity.listed or mention.inner or mention.kind != "name":
            return None
        words = self.around.text[mention.start : mention.end].split()
        if entity.type == "Person":
            return of_person(mention, words, self.around, self.told)
        if entity.type not in SPACES:
            return of_body(mention, entity, words, self.around, self.told)
        before, after = self.around.before(mention.start, 5), self.around.after(mention.end, 3)
        near = before[0] if before and self.told.adjoin(before[0].end, mention.start) else None
        following = after[0] if after and self.told.adjoin(mention.end, after[0].start) else None
        there = "bi" in mention.clitics or (near is not None and is_one_of(near.text, "in"))
        placed = near is not None and (is_one_of(near.text, "within") or is_one_of(near.text, "place_of"))
        if (mention.start, mention.end) in self.unsure and mention.rule != "town":
            return TOWN_OR_STATE
        for found in (
            self._seat(mention, entity, words, following),
            self._name(mention, entity, words, before, near, following),
            of_place(mention, words, self.around, self.told, self.knowledge.lexicon.sets["given"]),
            self._adjective(entity, words, near, following),
            self._family(entity, words, there),
            speaks(near) if entity.type == "City" and not (mention.clitics or self._is_capital(entity)) else None,
            spelt(self.around.text, mention, entity, self.knowledge, there),
            self._quoted(mention, before, after),
            self._homonym(mention, entity, words, before, following, there),
            self._elsewhere(mention, entity, words) if there or placed else None,
            a_club(mention, entity, self.around, before),
            self._capital(mention, entity, before),
            no_name(mention, words),
            in_a_list(mention, self.around, before, there),
        ):
            if found is not None:
                return found
        return None

    def _name(
        self,
        mention: Mention,
        entity: Entity,
        words: list[str],
        before: list[Token],
        near: Token | None,
        following: Token | None,
    ) -> str | None:
        """A longer name: what bears the names of places before it, foreign words at its sides."""
        if following is not None and among(f"{words[-1]} {following.text}", "pairs"):
            return "may be part of a name"
        known = self.knowledge.known.get(entity.id)  # another program's entity may be in no table
        own = known.names if known is not None else (entity.label_ar, *entity.aliases)
        if len(words) > 1 and among(words[0], "waters") and not any(words[0] in name.split() for name in own):
            return "may be named after it"
        if near is not None and not mention.clitics:
            if is_one_of(near.text, "may_bear_places") or is_one_of(near.text, "beginnings"):
                return "may be part of a name"
            if entity.type != "City" and among(near.text, "heads_of_towns") and near.text[-1] != _HIS:
                return "may be the name of a town"
            if len(before) > 1 and company(before[1], near) and self.told.adjoin(before[1].end, near.start):
                return "may be the name of a company"
            if self._first_name(mention, words, near, before):
                return "a foreign name before it"
            if entity.type != "Country" and qualifies(words, near, before):
                return "may be an adjective"
        person = near is not None and among(near.text, "titles_of_people")
        person = person or (bool(before) and before[0].text in _OPENING and before[0].end == mention.start)
        common = len(words) == 1 and among(words[0], "words_too")
        person = person or (entity.type == "Country" and self.around.sport(mention.start))
        if following is not None and (entity.type == "City" or common or person):
            name = key(following.text)
            given = name in self.knowledge.lexicon.sets["given"] or name.startswith(_SERVANT)
            named = not prefixed(following) and foreign(following) and following.start not in self.told.starts
            way = near is not None and is_one_of(near.text, "ways")
            if named and not given and not way and len(name) > 1:
                return "a foreign name behind it"
        if following is not None and entity.type == "Country" and among(following.text, "parts_of_continents"):
            return "may be part of a name"
        there = "bi" in mention.clitics or (near is not None and (is_in(near) or is_one_of(near.text, "towards")))
        if following is not None and entity.type == "Country" and there and among(following.text, "halves_of_states"):
            return "half of a state, or another one"
        alone = len(words) == 1 and among(words[0], "named_with_adjective") and following is not None
        alone = alone and following is not None and not among(following.text, "behind_towns")
        if alone and following is not None and any(r.definite and r.pos == "adj" for r in following.readings):
            return "may be part of a name"
        if following is not None and among(words[0], "place_heads") and among(following.text, "kinds_of_towns"):
            return "may be the name of a site"
        return None

    def _first_name(self, mention: Mention, words: list[str], near: Token, before: list[Token]) -> bool:
        """Say whether a foreign word before makes the name that of a person or, in sport, of a club."""
        if len(near.text) <= _SHORT or not foreign(near) or self.told.listed(near.end):
            return False
        if len(before) > 1 and foreign(before[1]) and self.told.adjoin(before[1].end, near.start):
            return True  # New South Wales
        if is_one_of(near.text, "place_of") or is_one_of(near.text, "cups"):
            return False
        given = key_without_and(near.text) in self.knowledge.lexicon.sets["given"]
        return given or among(words[-1], "words_too") or self.around.sport(mention.start)

    def _adjective(self, entity: Entity, words: list[str], near: Token | None, following: Token | None) -> str | None:
        """Behind a town a masculine adjective agrees with nothing."""
        if entity.type == "Country" or following is None or near is None or among(following.text, "behind_towns"):
            return None
        if len(words) > 1:  # it may agree with "the strip", "the strait"
            return None
        there = is_one_of(near.text, "in") or is_one_of(near.text, "towards")
        if not (there or acts(near)) or not following.text.startswith(_ARTICLE):
            return None
        if among(entity.label_ar.split()[0], "masculine_places"):
            return None
        adjective = bool(following.readings) and all(
            reading.pos == "adj" and reading.gender == "m" and reading.number == "s" for reading in following.readings
        )
        return "a masculine adjective behind it" if adjective else None

    def _is_capital(self, entity: Entity) -> bool:
        known = self.knowledge.known.get(entity.id)
        return known is not None and known.capital

    def _family(self, entity: Entity, words: list[str], there: bool) -> str | None:
        """Somebody of that family is named in the document."""
        if self._is_capital(entity):
            return None
        if len(words) > 1 or there or key(words[0]) not in self.told.families:
            return None
        return "somebody in the document has this name"

    def _quoted(self, mention: Mention, before: list[Token], after: list[Token]) -> str | None:
        alone = bool(before and after) and before[0].text[-1] in _MARKS and after[0].text[0] in _MARKS
        return "alone in quotation marks" if alone else None

    def _homonym(
        self,
        mention: Mention,
        entity: Entity,
        words: list[str],
        before: list[Token],
        following: Token | None,
        there: bool,
    ) -> str | None:
        """A word that is a common noun too, of which nothing else in the document speaks."""
        if among(words[-1], "never_the_town"):
            return "other places bear the name"
        bare_name = " ".join(words[1:] if len(words) > 1 and among(words[0], "heads_of_places") else words)
        own = self.told.named.get(entity.id, 1) if entity.type == "City" else 1
        if among(bare_name, "places_too") and not self.told.others(entity, own):
            return "other places bear the name"
        if mention.rule in ("capital", "town") and among(words[-1], "shared") and not self.told.others(entity):
            return "other places bear the name"
        if among(words[-1], "older_meanings") and self.around.history(mention.start):
            return "another meaning in older times"
        needed = (mention.start, mention.end) in self.arguments
        prayer = among(words[-1], "prayers") and bool(before) and is_one_of(before[0].text, "before_prayers")
        if prayer and not needed and not mention.clitics:
            return "may be a prayer"
        if (len(words) > 1 and not among(words[0], "place_heads")) or not among(words[-1], "words_too"):
            return None
        if following is not None and following.start in self.told.starts and not there:
            other = self.told.starts[following.start]
            if not other.clitics and other.kind == "name" and other.type in SPACES:
                return "a common word too"
        if before and any(is_one_of(before[0].text, name) for name in ("place_of", "towards", "place_heads")):
            there = there or not (before[0].text == _FROM and among(words[-1], "nouns_too"))
        moving = any(len(t.text) > _SHORT + 1 and is_one_of(t.text, "place_of") for t in before[:4])
        dateline = not before or before[0].text in _DASHES
        if there or moving or dateline or needed:
            return None
        others = self.told.others(entity)
        listed = self.told.beside(mention)
        return None if others or listed else "a common word too"

    def _elsewhere(self, mention: Mention, entity: Entity, words: list[str]) -> str | None:
        """Another country is told right behind the town: Tripoli in the north of Lebanon."""
        if entity.type != "City" or entity.country is None or among(words[0], "in_apposition"):
            return None
        text = self.around.text
        for start in range(mention.end, min(mention.end + _BEHIND, len(text))):
            if text[start] in "\u060c,.\n:\u061b()":
                return None
            other = self.told.starts.get(start)
            if other is None:
                continue
            between = text[mention.end : start].split()
            if not all(among(word, "within") for word in between):
                return None
            if len(other.entities) != 1 or {"wa", "li", "ka"} & set(other.clitics):
                return None
            if not between and other.kind != "nisba" and "bi" not in other.clitics:
                return None
            told = self.annotated.entities.entities.get(other.entities[0])
            country = None if told is None else told.id if told.type == "Country" else told.country
            if told is None or told.type not in SPACES or country is None or country == entity.country:
                return None
            return "another country is told behind it"
        return None

    def _seat(self, mention: Mention, entity: Entity, words: list[str], following: Token | None) -> str | None:
        """Who is called the occupation, in a document that does not speak of the state otherwise."""
        if mention.rule != "seat" or not among(words[-1], "occupation"):
            return None
        if following is not None:
            nisba = self.told.starts.get(following.start)
            if nisba is not None and nisba.kind == "nisba" and entity.id not in nisba.entities:
                return "the occupation of another state"
        told = self.told.spoken.get(entity.id, 0) > 1 or any(name in self.told.spoken for name in members("occupied"))
        return None if told else "nothing else speaks of the state"

    def _capital(self, mention: Mention, entity: Entity, before: list[Token]) -> str | None:
        """A capital behind a preposition, and what states do to each other before it."""
        known = self.knowledge.known.get(entity.id)
        if entity.type != "City" or known is None or not known.capital:
            return None
        title, line, _ = self.around.text.partition("\n")
        if not mention.start and line and len(title) < _TITLE and title[mention.end : mention.end + 1] == _SAID:
            return TOWN_OR_STATE  # a title: Washington: the allies may ...
        if not before:
            return None
        if "wa" in mention.clitics and mention.start - 1 in self._states:
            self._states.add(mention.end + 1)
            return TOWN_OR_STATE
        reaction = any(is_one_of(token.text, "reactions") for token in self.around.after(mention.end, 3))
        if mention.rule == "listed" and (done_by(mention, before[0]) or (reaction and before[0].text == _FROM)):
            return TOWN_OR_STATE
        if not is_one_of(before[0].text, "towards") and "li" not in mention.clitics:
            return None
        if any(is_one_of(token.text, "place_of") or is_one_of(token.text, "going") for token in before[1:3]):
            return None
        for token in before[:_LEAGUE]:
            if bare(token.folded.rstrip(_TANWIN), "between_states"):
                self._states.add(mention.end + 1)
                return TOWN_OR_STATE
            if acts(token):
                break
        return None
