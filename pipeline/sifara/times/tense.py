"""Which way a clause looks in time: the nearest verb or word of planning beside an expression."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sifara.text.folding import fold_word
from sifara.times.lexicon import lexicon
from sifara.times.units import Unit

PAST, OPEN, FUTURE = -1, 0, 1
_LEFT, _RIGHT = 25, 8
_SHORT = 3  # letters of the particles that may open a relative clause too
_BARRIER = "barrier"
_STRONG_MARKS = frozenset({"QUOTE", "COLON"})


class _Words:
    """The tables of ``tense.yaml``, folded."""

    def __init__(self) -> None:
        table = lexicon().tense

        def folded(key: str) -> tuple[str, ...]:
            return tuple(fold_word(word) for word in table[key])

        self.prefixes = folded("future_prefixes")
        self.conjunctions = folded("conjunctions")
        self.not_future = frozenset(folded("not_future"))
        self.not_stems = folded("not_future_stems")
        self.anyway = folded("future_anyway")
        self.future = frozenset(folded("future"))
        self.past_or_noun = frozenset(folded("past_or_noun"))
        self.noun_heads = frozenset(folded("noun_heads"))
        self.complementizers = frozenset(folded("complementizers"))
        self.barriers = frozenset(folded("barriers"))
        self.relatives = frozenset(folded("relatives"))
        self.not_past_prefixes = folded("not_past_prefixes")
        self.past = frozenset(verb + suffix for verb in folded("past") for suffix in folded("past_suffixes"))
        self.third_person = folded("imperfect_prefixes")[:1]
        self.scheduled = frozenset(
            prefix + stem + suffix
            for prefix in folded("imperfect_prefixes")
            for stem in folded("scheduled")
            for suffix in folded("imperfect_suffixes")
        )


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words()


def _marks_future(word: str, words: _Words) -> bool:
    if len(word) < 4 or not word.startswith(words.prefixes) or word in words.not_future:
        return False
    return word.startswith(words.anyway) or not word.startswith(words.not_stems)


@lru_cache(maxsize=50_000)
def leaning(word: str) -> int | str | None:
    """Tell what a folded word says of time: :data:`PAST`, :data:`FUTURE`, that the clause ends, or nothing."""
    words = _words()
    if word in words.barriers:
        return _BARRIER
    bare = word[1:] if word.startswith(words.conjunctions) and len(word) > 3 else word
    for form in (word, bare):
        if form in words.past:  # also where it may be read as an imperfect
            return PAST
        if form in words.future or form in words.scheduled:
            return FUTURE
    return FUTURE if _marks_future(word, words) or _marks_future(bare, words) else None


def _only_looks_future(word: str) -> bool:
    """Whether nothing but its first letters tell of a word that it is a verb of the future."""
    words = _words()
    bare = word[1:] if word.startswith(words.conjunctions) and len(word) > 3 else word
    return not any(form in words.future or form in words.scheduled for form in (word, bare))


def _sign(units: Sequence[Unit], index: int) -> int | str | None:
    """Tell the sign of a unit, in regard to the word before it."""
    word = units[index].folded
    sign = leaning(word)
    if sign == PAST and index > 0:
        words = _words()
        if word in words.past_or_noun and units[index - 1].folded in words.noun_heads:
            return None
    if sign == FUTURE and not units[index].verbal and _only_looks_future(word):
        return None  # Stewart, Silvester
    if sign == FUTURE and index > 0 and leaning(units[index - 1].folded) == PAST and not _marks_future(word, _words()):
        return PAST  # "was visiting"
    return PAST if sign is None and (units[index].perfect or _described(units, index)) else sign


def _described(units: Sequence[Unit], index: int) -> bool:
    """Whether a word that may be a verb opens a relative clause and does not look like an imperfect."""
    words, unit = _words(), units[index]
    behind = index > 0 and units[index - 1].folded in words.relatives
    opens = behind and unit.cls == "X" and unit.verbal and len(unit.folded) > _SHORT
    return opens and not unit.folded.startswith(words.not_past_prefixes)


def _plans(units: Sequence[Unit], index: int) -> bool:
    """Whether the complementizer at ``index`` follows a word of planning or introduces an imperfect."""
    words = _words()
    if units[index].folded not in words.complementizers:
        return False
    if index > 0 and leaning(units[index - 1].folded) == FUTURE:
        return True
    following = units[index + 1].folded if index + 1 < len(units) else ""
    return len(following) >= 4 and following.startswith(words.third_person)


def orientation(units: Sequence[Unit], start: int, end: int) -> int:
    """Tell which way the clause around ``units[start:end]`` looks: the nearest sign before, else the nearest after."""
    for index in range(start - 1, max(-1, start - 1 - _LEFT), -1):
        sign = PAST if units[index].cls == "MUNDHU" else _sign(units, index)
        if sign == _BARRIER:
            if _plans(units, index):
                return FUTURE
            break
        if isinstance(sign, int):
            return sign
    for index in range(end, min(len(units), end + _RIGHT)):
        if units[index].cls in _STRONG_MARKS:
            break
        sign = _sign(units, index)
        if sign == _BARRIER:
            break
        if isinstance(sign, int):
            return sign
    return OPEN
