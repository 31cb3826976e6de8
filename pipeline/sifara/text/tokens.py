"""Tokens: words, numbers and punctuation marks of a stretch of text.

* A word is a run of letters of one script, with its diacritics, tatweel and invisible characters inside;
  clitics stay on it (وسيلتقي is one token, its readings tell the clitics). Where Arabic letters touch a quotation
  mark, a digit or a Latin letter, the word ends: ل"العالم" is four tokens, the first the preposition alone;
  و20 is two.
* A number keeps what joins its digits: ``4.5``, ``10،5``, ``15-7``, ``20/9``, ``10:30``, ``2014-2015``. A percent
  sign is a token of its own.
* A Latin word keeps digits, hyphens and periods inside (``F-16``, ``U.N``); an address (``https://…``) is one token.
* A run of periods or of dashes is one token, any other mark one each. Invisible characters between tokens and
  white space are no tokens.

Readings come from the morphology that the caller hands over; without one, words have none. Numbers and marks always
have their one reading (``digit``, ``punc``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from sifara.document import Reading, Token
from sifara.text.folding import fold_word

ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u0870-\u0887\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf9\ufe70-\ufefc"
)
_VOWELS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
)
_MARKS = "\u0640" + _VOWELS
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff"
_JOINS_DIGITS = ".,:/+\u060c\u066b\u066c\u2010-\u2015-"

_TOKEN = re.compile(
    f"(?P<address>(?:https?://|www\\.)[!-~]*[A-Za-z0-9/])"
    f"|(?P<word>[{ARABIC_LETTERS}](?:[{_MARKS}]|[{INVISIBLE}]*[{ARABIC_LETTERS}])*)"
    f"|(?P<number>[{_DIGITS}]+(?:[{_JOINS_DIGITS}][{_DIGITS}]+)*)"
    f"|(?P<latin>[{_LATIN}]+(?:[.'\u2019&-]?[{_LATIN}{_DIGITS}]+)*)"
    f"|(?P<mark>\\.{{2,}}|[-\u2010-\u2015\u0640]{{2,}}|[^\\s{INVISIBLE}{_VOWELS}])"
)


class Analyser(Protocol):
    """What gives a word its readings: :class:`sifara.text.morphology.Morphology`, or a test's stand-in."""

    def analyse(self, word: str) -> tuple[Reading, ...]:
        """Give the readings of a word, the likeliest first."""
        ...


@lru_cache(maxsize=20_000)
def _constant(folded: str, pos: str) -> tuple[Reading, ...]:
    return (Reading(lemma=folded, pos=pos),)


def _tokens(text: str, start: int, end: int, morphology: Analyser | None) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        surface, kind = match[0], match.lastgroup
        folded = fold_word(surface)
        readings: tuple[Reading, ...] = ()
        if kind == "number":
            readings = _constant(folded, "digit")
        elif kind == "mark":
            # A tatweel alone is a dash; folding would leave nothing of it.
            folded = folded or surface
            readings = _constant(folded, "punc")
        elif not folded:
            continue
        elif morphology is not None:
            readings = morphology.analyse(surface)
        yield Token(match.start(), match.end(), surface, folded, readings)


def tokenize(
    text: str, start: int = 0, end: int | None = None, morphology: Analyser | None = None
) -> tuple[Token, ...]:
    """Take ``text[start:end]`` apart into tokens, in order and without overlap.

    Offsets of the tokens are code points of ``text``. ``morphology`` fills the readings of words.

    >>> [token.text for token in tokenize('ل"العالم" 20/9')]
    ['ل', '"', 'العالم', '"', '20/9']

    Raises:
        ValueError: the span does not lie within the text.
    """
    if end is None:
        end = len(text)
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span {start}:{end} is outside the text of {len(text)} code points")
    return tuple(_tokens(text, start, end, morphology))
