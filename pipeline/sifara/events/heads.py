"""Heads of phrases with a preposition that the noun of the phrase, or the words before it, show by themselves."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed, Predicate


def says_in(chunk: Chunk, verb: Predicate | None, grammar: Grammar) -> Predicate | None:
    """The verb of "condemned the attack in a communiqué": what speaks in it is the verb, not the attack."""
    lists = grammar.lists
    words = chunk.head_lemmas & (lists["speaking_documents"] | lists["words_nouns"])
    if not words or verb is None or chunk.prep != grammar.list_first("place_within"):
        return None
    return verb if any(f.speech or f.voiced for f in verb.frames) else None


def leads_to(chunk: Chunk, verb: Predicate | None, grammar: Grammar) -> Predicate | None:
    """The verb of "the accord will lead to", "the meeting aims at": what it leads to is not the noun's."""
    lists = grammar.lists
    if verb is None or chunk.prep != grammar.list_first("destination_prepositions"):
        return None
    leads = verb.chunk.head_lemmas & (lists["result_verbs"] | lists["aiming_verbs"])
    return verb if leads and all(p != chunk.prep for p, _ in verb.preps) else None


def joining(chunk: Chunk, chunks: list[Chunk], parsed: Parsed, grammar: Grammar) -> bool:
    """Whether "to" goes with a masdar of motion that no frame knows: "backed Turkey's accession to the Union"."""
    if chunk.prep != grammar.list_first("destination_prepositions") or chunk.mention is None or not chunk.index:
        return False
    noun = chunks[chunk.index - 1]
    while noun.genitive and not noun.lemmas & grammar.lists["joining_nouns"] and noun.index:
        noun = chunks[noun.index - 1]
    joins = bool(noun.lemmas & grammar.lists["joining_nouns"]) or noun.genitive
    return joins and noun.mention is None and noun.index not in parsed.of_chunk and noun.index < chunk.index - 1
