"""Asides: between commas or dashes ("Japan gave, through the World Food Programme, Sudan aid", "and it is a party"),
and clauses that describe the occasion of a verb before its object ("accused in a speech he gave in Ankara Israel").
"""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.marks import COMMA, DASHES
from sifara.events.predicates import Clause, Predicate

_BRACKETS = frozenset("()[]")
_LONGEST = 16  # chunks
_SPAN = 4  # a mark, the words, a mark, what follows


def _alike(one: Chunk, other: Chunk) -> bool:
    """Whether two marks open and close one aside."""
    return one.word == other.word == COMMA or (one.word in DASHES and other.word in DASHES)


def behind_aside(chunks: list[Chunk], verb: Predicate, close: Chunk, grammar: Grammar) -> bool:
    """Whether a comma or dash ends an aside that stands behind a verb: a phrase with a preposition, or "and its seat".

    What follows belongs to the verb, and is no further one of the names in the aside.
    """
    after = chunks[close.index + 2 : close.index + 4]
    listed = len(after) > 1 and after[0].kind == "punct" and after[1].mention is not None and not after[1].prep
    if listed and after[0].word == COMMA:
        return False  # "with Iran and the six (the United States, France, Britain, …"
    for back in range(close.index - 2, max(verb.chunk.index, close.index - _LONGEST), -1):
        mark = chunks[back]
        if mark.kind in ("comp", "sub") or (mark.kind == "punct" and mark.word in _BRACKETS):
            return False
        if mark.kind == "punct" and _alike(mark, close):
            first = chunks[back + 1]
            if first.prep and any(first.prep in f.preps for f in verb.frames):
                return False  # "threatened, Khamenei, with a punishment in the capital, Damascus": its complement
            seat = bool(first.conj) and not first.prep and first.pronoun[:1] == "3" and first.mention is None
            dashes = mark.word in DASHES and not first.conj
            stands_for = bool(first.lemmas & grammar.lists["representing_words"])
            return first.kind == "np" and (seat or dashes or stands_for or (bool(first.prep) and not first.conj))
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
    apart = around[0].kind == around[2].kind == "punct" and around[0].word == around[2].word == COMMA
    goes_on = around[3].kind in ("np", "comp", "time") and around[3].mention is None
    return apart and goes_on and verb.subject[-1].index == mark.index - 2


def behind_description(chunk: Chunk, clause: Clause, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a phrase behind the clause that describes an occasion belongs to the verb around that clause.

    "Accused in a speech that he gave in Ankara Israel", "voiced in a communiqué that the agency printed (concern)".
    The verb around asks for such a phrase and has none yet; the clause has all that it needs.
    """
    verb, outer = clause.verb, clause.outer.verb if clause.outer is not None else None
    if clause.kind not in ("rel", "participle") or verb is None or verb.form != "verb" or outer is None:
        return False
    holder = clause.antecedent or next((c for c in chunks[: verb.chunk.index][::-1] if c.kind == "np"), None)
    if holder is None or not outer.chunk.index < holder.index < verb.chunk.index < chunk.index:
        return False
    occasion = holder.prep in grammar.lists["occasion_holders"] and not (holder.definite or holder.pronoun)
    back = any(g[0].pronoun[:1] == "3" for _, g in verb.preps)  # "made in it", "a copy of it"
    whole = bool(verb.chunk.pronoun) or back or not verb.frames
    whole = whole or bool(verb.chunk.head_lemmas & grammar.lists["occasion_verbs"])
    if not occasion or not whole or (chunk.pronoun and not chunk.words):
        return False
    between = chunks[verb.chunk.index + 1 : chunk.index]
    if chunk.prep:
        asked = any(chunk.prep in f.preps for f in outer.frames) or any(chunk.prep in v.preps for v in outer.light)
        wants = any(chunk.prep in f.preps for f in verb.frames) or any(chunk.prep in v.preps for v in verb.light)
        near = not (verb.chunk.pronoun or back) or not any(c.words or c.kind == "time" for c in between)
        own = wants and near and chunk.prep not in dict(verb.preps)
        return asked and not own and chunk.prep not in dict(outer.preps) and bool(between)
    told = bool(verb.subject) or any(c.kind == "time" or (c.kind == "np" and c.words) for c in between)
    takes = any(f.object not in ("", "none") for f in outer.frames) or any(v.objects for v in outer.light)
    return told and takes and bool(outer.subject) and not outer.objects


def one_more(chunk: Chunk, clause: Clause, grammar: Grammar) -> bool:
    """Whether what may be a participle is joined to a subject that has no verb yet: "X and supporters of Y say"."""
    waits = clause.verb is None and bool(clause.pending) and bool(chunk.conj)
    return waits and chunk.word.endswith(tuple(grammar.lists["oblique_endings"]))
