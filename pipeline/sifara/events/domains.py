"""What an article is about: politics, or sport, markets, schools, the arts, health and local services.

Words decide, of lists in ``lexicon/grammar/other_domains.yaml``. In an article of another domain the verbs of
diplomacy have other senses, and only the deeds of statesmen and those between states are taken for events.
"""

from __future__ import annotations

from collections.abc import Iterable

from sifara.document import EntityLayer, Event, Sentence, Text, Token
from sifara.events.classes import Classes
from sifara.events.grammar import Domains

_STATES = ("Country", "IntergovernmentalOrganization")
_PLACE = "place"
_SPEAKERS = ("Person", "IntergovernmentalOrganization", "ArmedGroup")  # have spoken, whatever it is about
_OFFICIAL = ("collective", "spokesperson")  # mentions by which a state speaks; its name may be that of a firm
_SEATS = ("seat", "government", "presidency")


class Subject:
    """What one document is about, from its words and mentions."""

    def __init__(self, text: Text, layer: EntityLayer, lists: Domains, classes: Classes) -> None:
        self.lists = lists
        self.classes = classes
        self.layer = layer
        self.sport = [self._count(s.tokens, lists.sport) for s in text.sentences]
        words = [t for s in text.sentences for t in s.tokens if t.folded[:1].isalpha()]
        total = sum(len(s.tokens) for s in text.sentences)
        self.is_sport = sum(self.sport) >= max(lists.sport_document, lists.sport_share * total)
        politics = [lists.political & _names(t) for t in words]
        others = sum(1 for t, known in zip(words, politics, strict=True) if not known and lists.others & _names(t))
        named = sum(1 for m in layer.mentions if m.type in lists.types)
        enough = others >= max(lists.others_document, lists.others_share * len(words))
        self.is_other = enough and others > sum(map(bool, politics)) + named

    def _count(self, tokens: Iterable[Token], wanted: frozenset[str]) -> int:
        return sum(1 for t in tokens if any(r.lemma in wanted and r.source == "domain" for r in t.readings))

    def tells(self, sentence: Sentence) -> bool:
        """Whether the sentence may tell an event: it is not one of sport."""
        return self.sport[sentence.index] < self.lists.sport_sentence

    def keeps(self, event: Event) -> bool:
        """Whether an event is one of politics even though the article may be about something else."""
        if not self.is_other:
            return True
        parties = {a.entity for a in event.arguments if a.role != _PLACE}
        known = [self.layer.entities[e] for e in parties if e in self.layer.entities]
        if self.classes.has(event.type, "speech") and (any(e.type in _SPEAKERS for e in known) or self._state(event)):
            return True
        if sum(1 for e in known if e.type in _STATES) > 1:
            return True
        if any(e.type in self.lists.bodies and e.country is not None for e in known):
            return True
        return any(o.person in parties and o.role in self.lists.roles for o in self.layer.offices)

    def _state(self, event: Event) -> bool:
        """Whether a state speaks by its government, its seat or a spokesman: "the White House said"."""
        spans = [(a.start, a.end) for a in event.arguments if a.role != _PLACE]
        told = [m for m in self.layer.mentions if (m.start, m.end) in spans and m.type == "Country"]
        return any(m.kind in _OFFICIAL or m.rule in _SEATS for m in told)


def _names(token: Token) -> frozenset[str]:
    """The lemmas of a word as noun or adjective, and the word as it is written."""
    return frozenset((token.folded, *(r.lemma for r in token.readings if r.pos in ("noun", "adj"))))
