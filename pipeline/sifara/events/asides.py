"""Asides between commas or dashes: "Japan gave, through the World Food Programme, Sudan aid", "and it is a party"."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.predicates import Predicate

_COMMA = "\u060c"
_DASHES = frozenset("-\u2013\u2014\u2012\u0640")
_LONGEST = 16  # chunks
_SPAN = 4  # a mark, the words, a mark, what follows


def _alike(one: Chunk, other: Chunk) -> bool:
    """Whether two marks open and close one aside."""
    return one.word == other.word == _COMMA or (one.word in _DASHES and other.word in _DASHES)


def behind_aside(chunks: list[Chunk], verb: Chunk, close: Chunk) -> bool:
    """Whether a comma or dash ends an aside that stands behind a verb: a phrase with a preposition, or "and its seat".

    What follows belongs to the verb, and is no further one of the names in the aside.
    """
    for back in range(close.index - 2, max(verb.index, close.index - _LONGEST), -1):
        mark = chunks[back]
        if mark.kind in ("comp", "sub"):
            return False
        if mark.kind == "punct" and _alike(mark, close):
            first = chunks[back + 1]
            seat = bool(first.conj) and not first.prep and first.pronoun[:1] == "3" and first.mention is None
            return first.kind == "np" and (seat or (bool(first.prep) and not first.conj))
    return False


def says_what_it_is(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a phrase is the predicate of "and it is …" between marks: "the movement, and it is a party,"."""
    before = chunks[chunk.index - 1] if chunk.index else None
    if before is None or before.kind != "punct" or not chunk.conj or chunk.prep:
        return False
    return not grammar.lists["subject_pronouns"].isdisjoint(before.passed)


def stands_within(mark: Chunk, verb: Predicate | None, chunks: list[Chunk]) -> bool:
    """Whether "for his part" between commas stands between a verb with its subject and what the verb governs."""
    around = chunks[max(0, mark.index - 1) : mark.index + 3]
    if verb is None or verb.objects or not verb.subject or len(around) < _SPAN:
        return False
    apart = around[0].kind == around[2].kind == "punct" and around[0].word == around[2].word == _COMMA
    goes_on = around[3].kind in ("np", "comp", "time") and around[3].mention is None
    return apart and goes_on and verb.subject[-1].index == mark.index - 2
