"""Verbs in somebody's own words: "I met" is written like "she met", "we agreed" like "he agreed with us"."""

from __future__ import annotations

from sifara.document import Mention, Reading, Token
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar

I_DID = "\u062a\u064f"  # the vowelled ending of "I did"
_COLON = ":"
_NAMES = ("Person", "Country", "City", "Organization", "GovernmentBody", "IntergovernmentalOrganization", "ArmedGroup")


def first_person(token: Token, found: tuple[Reading, ...], before: list[Chunk]) -> tuple[Reading, ...]:
    """Keep the readings in the first person where the ending is vowelled, or a verb goes on from one of that person.

    "I met the envoy and (I) proposed to him"; ``before`` are the chunks before the verb in its sentence.
    """
    last = next((c for c in reversed(before) if c.kind == "verb"), None)
    goes_on = last is not None and bool(last.readings) and all(r.person == "1" for r in last.readings)
    goes_on = goes_on and bool(found) and bool(found[0].conj) and all(r.aspect == "p" for r in found)
    if not goes_on and not token.text.endswith(I_DID):
        return found
    return tuple(r for r in found if r.person == "1") or found


def own_readings(
    found: tuple[Reading, ...],
    before: list[Chunk],
    following: Token | None,
    mention: Mention | None,
    grammar: Grammar,
) -> tuple[Reading, ...]:
    """Keep the readings in the first person of a perfect verb, where nobody else can be its subject.

    ``before`` are the chunks before the verb in its sentence, ``following`` and ``mention`` what comes next.
    """
    first = tuple(r for r in found if r.person == "1" and r.aspect == "p" and r.voice != "p")
    others = [r for r in found if r.person != "1"]
    if not first or not others:
        return found
    if all(r.number == "p" and not r.pronoun for r in first):
        known = [r for r in others if r.source == "domain" and not (r.pronoun[:1] == "1" or r.number == "d")]
        return found if known else first
    if any(r.gender != "f" or r.number != "s" or r.aspect != "p" for r in others):
        return found
    if _she_follows(following, mention, grammar) or _she_before(before, grammar):
        return found
    return first


def elative(token: Token, following: Token | None, previous_kind: str, grammar: Grammar) -> bool:
    """Whether "I welcome" is an adjective: "wider horizons", "most keen"; a verb opens its clause and governs a phrase.

    ``previous_kind`` is the kind of the chunk before the word.
    """
    if token.folded not in grammar.lists["elatives"]:
        return False
    governs = following is not None and (following.folded in grammar.preps or any(r.prep for r in following.readings))
    return not governs or previous_kind in ("np", "mark")


def own_noun(found: tuple[Reading, ...], following: Token | None, mention: Mention | None) -> Reading | None:
    """Give the likeliest reading of a noun: "my visit" and not "the two visits of", where no genitive comes next."""
    best = next(iter(found), None)
    if best is None or best.number != "d" or best.definite or best.pronoun:
        return best
    mine = next((r for r in found if r.lemma == best.lemma and r.pronoun[:1] == "1"), None)
    bare = following is not None and any(r.pos in ("noun", "noun_prop") and not r.prep for r in following.readings)
    named = mention is not None and not mention.clitics
    return best if mine is None or named or (bare and mention is None) else mine


def _she_follows(following: Token | None, mention: Mention | None, grammar: Grammar) -> bool:
    """Whether what comes next may be the subject of a feminine verb."""
    if following is None:
        return False
    if mention is not None:
        if any(c in grammar.clitic_preps for c in mention.clitics):
            return False
        if mention.type == "Person":
            return mention.gender != "m"
        if mention.type in ("Country", "City") and mention.kind == "name":
            return following.folded not in grammar.lists["masculine_names"]
    nouns = [r for r in following.readings if r.pos in ("noun", "noun_prop") and not r.prep and r.source != "backoff"]
    lists = grammar.lists
    acting = lists["agent_nouns"] | lists["stand_in_nouns"]
    may = [r for r in nouns if r.gender == "f" or r.number == "p"]
    counted = following.folded in lists["counting_nouns"]  # "several states refused"
    return counted or any(r.definite or r.pronoun or r.lemma in acting for r in may)


def _she_before(before: list[Chunk], grammar: Grammar) -> bool:
    """Whether a feminine subject stands before the verb, or its clause tells of a woman, a state, a thing."""
    inside, candidate = True, False
    for chunk in reversed(before):
        if chunk.word == _COLON:
            return candidate
        if chunk.kind == "open":
            inside = False  # "that the army «stopped»" is the army, "the minister said: «I met»" is not
        elif chunk.kind == "verb":
            return inside and any(r.person != "1" and r.gender == "f" for r in chunk.readings)
        elif chunk.kind in ("rel", "comp") and (chunk.pronoun or candidate):
            return candidate or "f" in chunk.pronoun
        elif chunk.kind == "np" and not (chunk.prep or chunk.genitive):
            candidate = candidate or _feminine(chunk, grammar)
            if candidate and inside:
                return True
    return candidate


def _feminine(chunk: Chunk, grammar: Grammar) -> bool:
    """Whether a phrase may be the subject of a feminine verb behind it."""
    if chunk.mention is None:
        return any(r.gender == "f" or r.number == "p" for r in chunk.readings if r.source != "backoff")
    if chunk.mention.type == "Person" and chunk.mention.gender == "m":
        return False
    return chunk.mention.type in _NAMES and not (chunk.words and chunk.words[0] in grammar.lists["masculine_names"])
