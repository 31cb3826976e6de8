"""Pronouns that lead back to the noun that a clause or participle describes, and what acts beside them."""

from __future__ import annotations

from sifara.events.agreement import agrees, nominative
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.predicates import Predicate

_HIT = frozenset(("target", "participant", "recipient"))


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


def beside_relation(noun: Chunk, rel: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a relative clause describes what is between two, not one of them: "the ties between X and Y that"."""
    first = noun
    while first.conj and first.index and chunks[first.index - 1].kind == "np":
        first = chunks[first.index - 1]
    if first.prep not in grammar.lists["between"] or not first.index:
        return False
    head = chunks[first.index - 1]
    thing = head.mention is None or head.mention.type == "Treaty"
    between = head.kind == "np" and thing and head.definite and not head.genitive
    return between and agrees(head, rel.pronoun[:1], rel.pronoun[1:2], grammar.lists["masculine_names"])


def bare_pronoun(chunk: Chunk | None) -> bool:
    """Whether a phrase is no more than a preposition with a pronoun ("over it")."""
    return chunk is not None and chunk.kind == "np" and bool(chunk.pronoun) and not chunk.words


def acts_behind(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether what may be an adjective is the subject behind such a phrase: "land that (it) the settlers seized"."""
    before = chunks[chunk.index - 1] if chunk.index else None
    return bare_pronoun(before) and nominative(chunk, grammar)


def told_by_pronoun(verb: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a pronoun right before a verb is its subject: "while he threatens", "they shout"."""
    last = chunks[verb.index - 1] if verb.index else None
    return last is not None and bool(last.passed) and last.passed[-1] in grammar.lists["subject_pronouns"]


def of_participle(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a pronoun behind a preposition belongs to an adjective before it: "norms recognised (by them)"."""
    before = chunks[chunk.index - 1] if chunk.index else None
    if not bare_pronoun(chunk) or before is None or before.kind != "np" or before.mention is not None:
        return False
    adjectives = before.lemmas if len(before.words) == 1 else before.lemmas - before.head_lemmas
    return bool(adjectives & grammar.lists["resuming_adjectives"])


def issues(verb: Predicate, noun: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether the issuer of a document acts in what it says, and what stands behind the verb is whom or what it hits.

    "The party issued a statement that (it) attacked in it the government": "in it" leads back to the document.
    """
    at, holders = verb.chunk.index, grammar.lists["occasion_holders"]
    back = chunks[at + 1] if at + 1 < len(chunks) else None
    inside = back is not None and back.kind == "np" and back.prep in holders and back.pronoun and not back.words
    document = _document(chunks[:at], grammar) if inside and noun.index > at + 1 else None
    issuer = verb.clause.outer.verb if verb.clause.outer is not None else verb.inherits
    acts = issuer.subject[0] if issuer is not None and issuer is not verb and issuer.subject else None
    if document is None or acts is None or acts.mention is None or acts.index > document.index:
        return False
    speech = any(f.speech for f in verb.frames)
    people = grammar.lists["agent_nouns"] | grammar.lists["people_nouns"]
    thing = noun.mention is None and noun.head_lemmas.isdisjoint(people)
    hit = any(f.object in _HIT for f in verb.frames) and not speech
    return (hit or thing) and (not verb.gender or agrees(acts, verb.gender, "s", grammar.lists["masculine_names"]))


def _document(before: list[Chunk], grammar: Grammar) -> Chunk | None:
    """The document or speech, not yet known, that a verb describes: "a letter to Algeria (in which it)"."""
    for chunk in reversed(before):
        if chunk.kind == "np" and chunk.mention is None and chunk.head_lemmas & grammar.lists["telling_nouns"]:
            # "in a statement in which the party attacked": it is the party that acts
            known = chunk.definite or chunk.pronoun or chunk.prep in grammar.lists["occasion_holders"]
            return None if known else chunk
        if chunk.kind not in ("time", "punct") and not (chunk.kind == "np" and chunk.prep):
            return None
    return None
