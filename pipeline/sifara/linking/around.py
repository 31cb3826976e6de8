"""The words around a place in a text, and of what kind of news they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from sifara.document import Annotated, Sentence, Token
from sifara.entities.words import variants
from sifara.linking.words import among

_NEAR = 300  # characters on either side that tell of what kind of news a name is
_SPORTING = 3  # so many words of sport make a report of sport
_LUNAR = re.compile(r"[0-9\u0660-\u0669]{1,4}\s?\u0647\u0640?/")  # a year of the Hijra, before that of Christ
_DIED = re.compile(r"\(\u062a\.? ?(?:\u0628\u0639\u062f |\u0646\u062d\u0648 )?[0-9\u0660-\u0669]{2,4}")  # "(d. 463"
_HISTORICAL = 700  # characters


@dataclass(slots=True)
class Around:
    """The tokens of a document, by their places."""

    text: str
    sentences: tuple[Sentence, ...]
    _starts: list[int] = field(default_factory=list)
    _sport: dict[int, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, annotated: Annotated) -> Around:
        """Return what is around the names of ``annotated``."""
        sentences = annotated.text.sentences
        return cls(annotated.text.document.text, sentences, [sentence.start for sentence in sentences])

    def before(self, start: int, count: int) -> list[Token]:
        """Return up to ``count`` tokens of the sentence that end before ``start``, the nearest first."""
        tokens = self._tokens(start)
        place = bisect_left([token.end for token in tokens], start + 1)
        while place and tokens[place - 1].end > start:
            place -= 1
        return list(reversed(tokens[max(0, place - count) : place]))

    def after(self, end: int, count: int) -> list[Token]:
        """Return up to ``count`` tokens of the sentence that begin at ``end`` or later, the nearest first."""
        tokens = self._tokens(max(end - 1, 0))
        place = bisect_left([token.start for token in tokens], end)
        return list(tokens[place : place + count])

    def _tokens(self, place: int) -> tuple[Token, ...]:
        number = bisect_right(self._starts, place) - 1
        return self.sentences[number].tokens if number >= 0 else ()

    def sport(self, place: int) -> bool:
        """Say whether the text around ``place`` reports on sport."""
        number = place // _NEAR
        if number not in self._sport:
            near = self.text[max(0, number * _NEAR - _NEAR) : (number + 2) * _NEAR]
            found = {word for word in re.findall(r"\w+", near) if is_one_of(word, "sport")}
            self._sport[number] = len(found) >= _SPORTING
        return self._sport[number]

    def history(self, place: int) -> bool:
        """Say whether the text around ``place`` tells of times of which years are given as those of the Hijra."""
        near = self.text[max(0, place - _HISTORICAL) : place + _HISTORICAL]
        return _LUNAR.search(near) is not None or _DIED.search(near) is not None


def bare(word: str, name: str) -> str | None:
    """Return ``word`` without its proclitics, if that is in the set ``name`` of the language data."""
    if among(word, name):
        return word
    for variant in variants(word):
        if variant.clitics and variant.offset and among(word[variant.offset :], name):
            return word[variant.offset :]
    return None


def is_one_of(word: str, name: str) -> bool:
    """Say whether ``word``, with or without proclitics, is in the set ``name`` of the language data."""
    return bare(word, name) is not None
