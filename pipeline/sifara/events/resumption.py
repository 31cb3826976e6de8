"""Pronouns that lead back to the noun that a clause or participle describes, and what acts beside them."""

from __future__ import annotations

from sifara.events.agreement import agrees, nominative
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.predicates import Predicate


def antecedent_acts(verb: Predicate, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether the noun that a relative clause describes is its subject: it agrees, and no pronoun resumes it."""
    if verb.clause.kind != "rel" or verb.antecedent is None or verb.chunk.pronoun:
        return False
    if any(g[0].pronoun and not g[0].words for _, g in verb.preps):
        return False
    for ahead in chunks[verb.chunk.index + 2 : verb.chunk.index + 7]:
        if ahead.kind not in ("np", "time"):
            break
        if ahead.pronoun and not ahead.words and ahead.prep:
            return False  # "Lithuania, whose (with her) ties China lowered"
    return not verb.gender or agrees(verb.antecedent, verb.gender, "s", grammar.lists["masculine_names"])


def bare_pronoun(chunk: Chunk | None) -> bool:
    """Whether a phrase is no more than a preposition with a pronoun ("over it")."""
    return chunk is not None and chunk.kind == "np" and bool(chunk.pronoun) and not chunk.words


def acts_behind(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether what may be an adjective is the subject behind such a phrase: "land that (it) the settlers seized"."""
    before = chunks[chunk.index - 1] if chunk.index else None
    return bare_pronoun(before) and nominative(chunk, grammar)


def of_participle(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a pronoun behind a preposition belongs to an adjective before it: "norms recognised (by them)"."""
    before = chunks[chunk.index - 1] if chunk.index else None
    if not bare_pronoun(chunk) or before is None or before.kind != "np" or before.mention is not None:
        return False
    adjectives = before.lemmas if len(before.words) == 1 else before.lemmas - before.head_lemmas
    return bool(adjectives & grammar.lists["resuming_adjectives"])
