"""Folding: one spelling for the many ways in which the same Arabic word is written.

Folded text is for matching only; what the program shows and stores is always the text as given, and every
folded position leads back to it (:class:`Folded`). What is folded:

* diacritics, Koranic marks, tatweel, zero-width and bidi control characters are dropped;
* أ إ آ ٱ become ا, ى becomes ي, ة becomes ه; ؤ, ئ and ء stay, exactly as in the normalisation of
  camel-tools' analyser, so that a folded word is a key of its databases (a test compares the two);
* a hamza that is written as a combining mark over و, ي or ى is composed (ؤ, ئ);
* presentation forms (U+FB50 and on, U+FE70 and on) become plain letters, ligatures several of them;
* the Persian and Urdu shapes of an Arabic letter become it (ک, ی, ہ …), and the letters added for foreign
  sounds the Arabic letter that stands in for them in most newspapers (پ ب, چ ج, ڤ ف, گ ك);
* Arabic-Indic and Persian digits become ASCII digits, ٫ becomes ``.``, ٬ becomes ``,``, ٪ becomes ``%``;
* every space character becomes U+0020, except line ends.

Latin letters keep their case.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

_DROPPED_RANGES = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x0610, 0x061A),
    (0x061C, 0x061C),  # Arabic letter mark
    (0x0640, 0x0640),  # tatweel
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x08D3, 0x08E1),
    (0x08E3, 0x08FF),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),
)

# Letters that have another code point as their folded form.
_LETTERS = {
    0x0622: 0x0627,
    0x0623: 0x0627,
    0x0625: 0x0627,
    0x0671: 0x0627,
    0x0672: 0x0627,
    0x0673: 0x0627,
    0x0629: 0x0647,
    0x0649: 0x064A,
    0x067E: 0x0628,  # peh
    0x0686: 0x062C,  # tcheh
    0x0698: 0x0632,  # jeh
    0x06A4: 0x0641,  # veh
    0x06A9: 0x0643,
    0x06AA: 0x0643,
    0x06AD: 0x0643,  # ng
    0x06AF: 0x0643,  # gaf
    0x06BE: 0x0647,
    0x06C0: 0x0647,
    0x06C1: 0x0647,
    0x06C2: 0x0647,
    0x06C3: 0x0647,
    0x06D5: 0x0647,
    0x06CC: 0x064A,
    0x06CD: 0x064A,
    0x06D0: 0x064A,
    0x06D2: 0x064A,
    0x06D3: 0x0626,
}

_OTHERS = {
    0x066A: "%",
    0x066B: ".",
    0x066C: ",",
    0x00A0: " ",
    0x1680: " ",
    0x202F: " ",
    0x205F: " ",
    0x3000: " ",
    0x0009: " ",
    **dict.fromkeys(range(0x2000, 0x200B), " "),
}


def _table() -> dict[int, str]:
    table = {code: "" for low, high in _DROPPED_RANGES for code in range(low, high + 1)}
    table.update({code: chr(other) for code, other in _LETTERS.items()})
    table.update(_OTHERS)
    for zero in (0x0660, 0x06F0):
        table.update({zero + digit: str(digit) for digit in range(10)})
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF), *range(0xFF01, 0xFF5F)):
        plain = unicodedata.normalize("NFKC", chr(code))
        # A mark that stands alone is decomposed into a space and the mark: the space is not of the text.
        folded = plain.translate(table).replace(" ", "") if len(plain) > 1 else plain.translate(table)
        if folded != chr(code) and code not in table:
            table[code] = folded
    return table


_TABLE = _table()
_DROPPED = "".join(re.escape(chr(code)) for code, plain in sorted(_TABLE.items()) if plain == "")
_LIGATURES = "".join(re.escape(chr(code)) for code, plain in sorted(_TABLE.items()) if len(plain) > 1)
# A carrier, vowel marks, and the combining hamza that belongs to it.
_COMPOSED = "([\u0648\u064a\u0649\u06cc])[\u064b-\u0652\u0640]*\u0654"
_HAMZA = re.compile(_COMPOSED)
_HAMZA_OF = {"\u0648": "\u0624", "\u064a": "\u0626", "\u0649": "\u0626", "\u06cc": "\u0626"}
_CHANGES_LENGTH = re.compile(f"{_COMPOSED}|[{_DROPPED}]|[{_LIGATURES}]")


def _compose(match: re.Match[str]) -> str:
    return _HAMZA_OF[match[1]]


def _plain(text: str) -> str:
    if "\u0654" in text:
        text = _HAMZA.sub(_compose, text)
    return text.translate(_TABLE)


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Fold one word (or any short string) for matching.

    >>> fold_word("أَعْرَبَ"), fold_word("الوزارة"), fold_word("٢٠١٥")
    ('اعرب', 'الوزاره', '2015')
    """
    return _plain(word)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back to the text it came from.

    ``text`` is the folded text. Positions are code points, ``start`` inclusive and ``end`` exclusive.
    """

    text: str
    source_length: int
    # Per folded code point where its original begins, and behind the last one where it ends; None: one to one.
    _starts: array[int] | None = field(repr=False)
    _ends: array[int] | None = field(repr=False)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original text that was folded to ``text[start:end]``.

        Marks that follow a letter belong to it, those before the first letter to nobody. An empty span leads
        to an empty span. A ligature that was folded to several letters is taken whole.

        Raises:
            ValueError: the span does not lie within the folded text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}:{end} is outside the folded text of {len(self.text)} code points")
        if self._starts is None or self._ends is None:
            return start, end
        if start == end:
            here = self._starts[start] if start < len(self._starts) else self.source_length
            return here, here
        return self._starts[start], self._ends[end - 1]

    def folded(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of ``text`` that the original span was folded to (empty if nothing is left of it).

        Raises:
            ValueError: the span does not lie within the original text.
        """
        if not 0 <= start <= end <= self.source_length:
            raise ValueError(f"span {start}:{end} is outside the text of {self.source_length} code points")
        if self._starts is None:
            return start, end
        low = bisect_left(self._starts, start)
        return low, max(low, bisect_left(self._starts, end))


def fold(text: str) -> Folded:
    """Fold a text and keep the map of offsets.

    >>> folded = fold("قالَ الوزيرُ")
    >>> folded.text, folded.original(4, 10)
    ('قال الوزير', (5, 12))
    """
    if not _CHANGES_LENGTH.search(text):
        return Folded(text.translate(_TABLE), len(text), None, None)
    parts: list[str] = []
    position = 0
    starts, ends = array("l"), array("l")

    def copy(low: int, high: int) -> None:
        parts.append(text[low:high].translate(_TABLE))
        starts.extend(range(low, high))
        ends.extend(range(low + 1, high + 1))

    for match in _CHANGES_LENGTH.finditer(text):
        copy(position, match.start())
        position = match.end()
        plain = _plain(match[0])
        if plain:
            parts.append(plain)
            starts.extend([match.start()] * len(plain))
            ends.extend([match.end()] * len(plain))
        elif ends and ends[-1] == match.start():
            ends[-1] = match.end()
    copy(position, len(text))
    return Folded("".join(parts), len(text), starts, ends)
