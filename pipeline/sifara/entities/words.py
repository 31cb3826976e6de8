"""Words as this stage sees them: keys for look-up and the readings with proclitics taken off.

A key is the folded word with the seats of hamza folded as well, so that مسؤول and مسوول, شئون and شيون are
one spelling. Folding to a key never changes the length of the folded word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sifara.document import Sentence, Token
from sifara.text.folding import fold_word

_SEATS = str.maketrans({"\u0624": "\u0648", "\u0626": "\u064a"})
_CONJUNCTIONS = {"\u0648": "wa", "\u0641": "fa"}
_PREPOSITIONS = {"\u0628": "bi", "\u0644": "li", "\u0643": "ka"}
_ALIF = "\u0627"
ARTICLE = "\u0627\u0644"
QUOTES = frozenset("\"'\u00ab\u00bb\u201c\u201d\u201e")
_LI, _WAW = "\u0644", "\u0648"
_HAMZAS = ("\u0623", "\u0625", "\u0622")
# What is left of a word when proclitics are taken off must be at least this long, in letters.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to take the proclitics off a word.

    ``stem`` is a key without conjunction, preposition and article; ``offset`` counts the letters of the key
    before the noun (the article belongs to the noun); ``definite`` says whether an article was taken off.
    """

    stem: str
    offset: int
    clitics: tuple[str, ...]
    definite: bool


@lru_cache(maxsize=200_000)
def key(text: str) -> str:
    """Fold a word or phrase to its look-up key.

    >>> key("مسؤول") == key("مسوول")
    True
    """
    return fold_word(text).translate(_SEATS)


@lru_cache(maxsize=200_000)
def variants(word: str) -> tuple[Variant, ...]:
    """Take proclitics off a key in every way its letters allow, the whole word first."""
    found: list[Variant] = []

    def add(rest: str, offset: int, clitics: tuple[str, ...]) -> None:
        if rest.startswith(ARTICLE) and len(rest) > len(ARTICLE) + 1:
            found.append(Variant(rest[len(ARTICLE) :], offset, clitics, True))
        found.append(Variant(rest, offset, clitics, False))

    def prepositions(rest: str, offset: int, clitics: tuple[str, ...]) -> None:
        name = _PREPOSITIONS.get(rest[:1])
        if name is None or len(rest) <= _SHORTEST:
            return
        if name == "li" and rest[1:2] == _LI and len(rest) > _SHORTEST + 1:
            found.append(Variant(rest[2:], offset + 1, (*clitics, name), True))
        add(rest[1:], offset + 1, (*clitics, name))

    add(word, 0, ())
    prepositions(word, 0, ())
    conjunction = _CONJUNCTIONS.get(word[:1])
    if conjunction is not None and len(word) > _SHORTEST:
        add(word[1:], 1, (conjunction,))
        prepositions(word[1:], 1, (conjunction,))
    return tuple(found)


@lru_cache(maxsize=200_000)
def stems(word: str) -> frozenset[str]:
    """Give every stem that a key may have behind its proclitics and its article.

    >>> sorted(stems("والوفد"))
    ['الوفد', 'والوفد', 'وفد']
    """
    return frozenset(v.stem for v in variants(word))


@lru_cache(maxsize=200_000)
def rests(word: str) -> frozenset[str]:
    """Give what may be left of a key behind its proclitics, with its article if it has one.

    >>> sorted(rests("والوفد"))
    ['الوفد', 'والوفد']
    """
    return frozenset(v.stem for v in variants(word) if not v.definite)


def source_offset(token: Token, letters: int) -> int:
    """Give the position in the document behind the first ``letters`` folded letters of a token."""
    if letters == 0:
        return token.start
    if len(token.text) == len(token.folded):
        return token.start + letters
    seen = 0
    for position, character in enumerate(token.text):
        if seen >= letters and fold_word(character):
            return token.start + position
        seen += len(fold_word(character))
    return token.end


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence prepared for matching: the keys of its tokens and the joined text of keys.

    ``joined`` is the keys with one space between; ``starts[i]`` is where token ``i`` begins in it.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    joined: str
    starts: tuple[int, ...]


def line_of(sentence: Sentence) -> Line:
    """Prepare one sentence for matching."""
    keys = tuple(token.folded.translate(_SEATS) for token in sentence.tokens)
    starts: list[int] = []
    position = 0
    for word in keys:
        starts.append(position)
        position += len(word) + 1
    return Line(sentence, sentence.tokens, keys, " ".join(keys), tuple(starts))


def with_hamza(line: Line, index: int) -> bool:
    """Say whether what looks like an article in a key is written with a hamza: أليكس, إلهام."""
    text, word = line.tokens[index].text, line.keys[index]
    rest = text[1:] if word[:1] == _WAW and not word.startswith(ARTICLE) else text
    return rest[:1] in _HAMZAS


def surface(line: Line, start: int, offset: int, end: int, definite: bool = False) -> str:
    """Give the words as they stand, tatweel and double spaces left out, without the proclitics.

    ``definite`` says that the first word has the article, so that ``لل`` gives it back: للهيئة is الهيئة.
    """
    tokens = line.tokens[start:end]
    first = tokens[0].text[source_offset(tokens[0], offset) - tokens[0].start :]
    if definite and offset and first.startswith(_LI) and line.keys[start][offset - 1] == _LI:
        first = ARTICLE[0] + first
    return " ".join((first, *(t.text for t in tokens[1:]))).replace("\u0640", "")


def indefinite(line: Line, index: int) -> bool:
    """Say whether a word is a known noun or adjective in the accusative: مقتل الصحافي غضبا عالميا."""
    own = [r for r in line.tokens[index].readings if r.source == "domain" and r.pos in ("noun", "adj") and not r.prefix]
    return line.keys[index].endswith(_ALIF) and any(key(r.lemma) + _ALIF == line.keys[index] for r in own)


def proclitics(line: Line, index: int, offset: int) -> tuple[str, ...]:
    """Give the names of the proclitics of a word, of which ``offset`` letters are."""
    return next((v.clitics for v in variants(line.keys[index]) if v.offset == offset), ())
