"""Which noun a verb without a relative pronoun describes: "a visit that he made", "an accord they signed"."""

from __future__ import annotations

from sifara.events.agreement import agrees
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar


def described(verb: Chunk, chunks: list[Chunk], grammar: Grammar) -> Chunk | None:
    """The noun that a relative clause without a relative pronoun describes: indefinite, just before the verb."""
    past = grammar.lists["been"] | grammar.lists["perfect_particles"]
    index = verb.index - 1
    while index >= 0:
        noun = chunks[index]
        if noun.kind == "time" and index == verb.index - 1:
            index -= 1
            continue
        if noun.kind == "mark" and verb.pronoun and noun.word in past:
            index -= 1  # "five men whom it had held"
            continue
        told = noun.mention is not None and noun.mention.type != "Treaty" and bool(noun.prep)
        if noun.kind == "np" and told and index >= verb.index - 2:
            index -= 1  # "a visit to Egypt that lasted": past its complement
            continue
        document = noun.mention is not None and noun.mention.type == "Treaty"
        if noun.kind != "np" or (noun.mention is not None and not document) or noun.pronoun:
            return None
        if noun.definite and (not document or any(r.definite for r in noun.readings)):
            return None
        if leads_back(verb, chunks, grammar.lists["resuming_prepositions"]):
            back = chunks[verb.index + 1]
            return noun if agrees(noun, back.pronoun[1:2], "s") else None  # "a communiqué in which it"
        gender = verb.pronoun[1:2] if verb.pronoun and noun.genitive else verb.readings[0].gender
        if (verb.pronoun and not noun.genitive) or agrees(noun, gender, "s"):
            return noun
        if not noun.genitive:
            return None
        index -= 1
    return None


def leads_back(verb: Chunk, chunks: list[Chunk], prepositions: frozenset[str]) -> bool:
    """Whether one of these with a pronoun stands right behind a verb: "a visit in which he meets"."""
    back = chunks[verb.index + 1] if verb.index + 1 < len(chunks) else None
    alone = back is not None and back.kind == "np" and bool(back.pronoun) and not back.words
    return back is not None and alone and back.prep in prepositions


def lasting(verb: Chunk, chunks: list[Chunk], grammar: Grammar) -> Chunk | None:
    """The occasion that a verb describes before the clause goes on: "at the end of a visit that lasted two days, …"."""
    telling = grammar.lists["occasion_verbs"] | grammar.lists["touring_verbs"]
    led = verb.pronoun[:1] == "3"  # "after talks that he held with …, the minister"
    noun = described(verb, chunks, grammar) if led or verb.head_lemmas & telling else None
    if noun is None or not (noun.prep or noun.genitive):
        return None
    after = chunks[verb.index + 1 :]
    pause = next((c.index for c in after if c.kind == "punct"), 0)
    own = any(c.kind == "verb" for c in after if c.index < pause)
    return noun if pause and not own and any(c.kind == "verb" for c in chunks[pause + 1 : pause + 4]) else None


def resumes(verb: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a verb carries its object as a pronoun and a party follows: "an initiative Riyadh put forward (it)"."""
    after = chunks[verb.index + 1] if verb.index + 1 < len(chunks) else None
    before = chunks[verb.index - 1] if verb.index else None
    acts = after is not None and after.kind == "np" and after.mention is not None and not (after.prep or after.conj)
    return acts and verb.pronoun[:1] == "3" and before is not None and before.kind == "np"
