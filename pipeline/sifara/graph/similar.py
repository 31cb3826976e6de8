"""Are two names spellings of one? By folding, by edit distance word for word, and by their consonants.

A name that contains another is not taken for it: a country's name may stand within that of its neighbour, and a
family has many members.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sifara.text.folding import fold_word

_LETTERS = Path(__file__).resolve().parents[1] / "lexicon" / "name_letters.tsv"
_ARTICLE = (0x0627, 0x0644)  # alef, lam
_SHORTEST = 5  # letters a word needs, for one of them to be a slip of the pen
# What a word is worth: one letter differs, and not in what is heard; the same consonants; a slip of the pen.
_LETTER, _CONSONANTS, _SLIP = 0.9, 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, from 0 to 1, and in what way.

    That is "spelling", "letters", "consonants", "slip" (of the pen) or "contained".
    """

    score: float
    how: str


def words(name: str) -> tuple[str, ...]:
    """Return the words of ``name``, folded and without the article."""
    return tuple(_bare(word) for word in fold_word(name).casefold().replace("-", " ").split())


def _bare(word: str) -> str:
    with_article = len(word) > 4 and tuple(map(ord, word[:2])) == _ARTICLE
    return word[2:] if with_article else word


@lru_cache(maxsize=1)
def _classes() -> dict[int, str]:
    found = {}
    for line in _LETTERS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            letter, name = line.split("\t")
            found[ord(letter)] = "" if name == "-" else name
    return found


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word, letters that are written for each other as one, none doubled.

    >>> skeleton("clinton"), skeleton("klintn")
    ('klntn', 'klntn')
    """
    classes = _classes()
    found = ""
    for letter in word:
        name = classes.get(ord(letter), letter)
        if name and (not found or found[-1] != name):
            found += name
    return found


def keys(name: str) -> set[str]:
    """Return the keys under which ``name`` is looked up: two names that are alike share one."""
    parts = words(name)
    # A word may hold a slip of the pen: each in turn is left out. Words may be written together.
    bones = [skeleton(word) for word in parts]
    others = (" ".join(bones[:place] + bones[place + 1 :]) + f" {place}" for place in range(len(bones)))
    return {" ".join(bones), skeleton(_together(name)), *others}


def _together(name: str) -> str:
    return "".join(fold_word(name).casefold().split())


def likeness(one: str, other: str) -> Likeness | None:
    """Return how alike two names are; ``None`` if they are not."""
    here, there = words(one), words(other)
    if not here or not there:
        return None
    if here == there:
        return Likeness(1.0, "spelling")
    if _together(one) == _together(other):
        return Likeness(0.95, "spelling")
    if len(here) != len(there):
        return Likeness(0.5, "contained") if set(here) < set(there) or set(there) < set(here) else None
    scores = [_word(a, b) for a, b in zip(here, there, strict=True)]
    least = min(scores)
    if least == 0.0 or (len(here) == 1 and least <= _SLIP):
        return None
    how = {_CONSONANTS: "consonants", _SLIP: "slip"}.get(least, "letters")
    return Likeness(round(sum(scores) / len(scores), 3), how)


def _word(one: str, other: str) -> float:
    if one == other:
        return 1.0
    near = distance(one, other) == 1
    bones = skeleton(one)
    if len(bones) > 1 and bones == skeleton(other):
        return _LETTER if near else _CONSONANTS
    long = min(len(one), len(other)) >= _SHORTEST
    return _SLIP if near and long and one[0] == other[0] else 0.0


def distance(one: str, other: str) -> int:
    """Return in how many letters two words differ (Levenshtein; two neighbours that changed places are one).

    >>> distance("salem", "slaem"), distance("salem", "salim")
    (1, 1)
    """
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, there in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
