"""Masdars of light verbs ("the decision to expel", "its attempt to mediate"): what they govern."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar, LightVerb
from sifara.events.predicates import Predicate


def light_noun(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> tuple[LightVerb, ...]:
    """Give what a masdar carries; a definite or transparent one ("the beginning of") only where its owner is told."""
    after = chunks[chunk.index + 1] if chunk.index + 1 < len(chunks) else None
    owned = chunk.pronoun or chunk.nisbas or (after is not None and after.genitive and after.mention is not None)
    if not owned and (chunk.definite or chunk.head_lemmas & grammar.lists["transparent_nouns"]):
        return ()
    return tuple(v for lemma in sorted(chunk.head_lemmas) for v in grammar.light_nouns.get(lemma, ()))


def hands_on(noun: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Say whether a noun hands on what governs it to its genitive: "the making of attacks"."""
    after = chunks[noun.index + 1] if noun.index + 1 < len(chunks) else None
    handed = after is not None and after.genitive and after.mention is None
    return handed and bool(noun.head_lemmas & grammar.lists["transparent_nouns"])


def has_owner(noun: Predicate) -> bool:
    """Say whether a masdar tells whose deed it is: by a genitive, a pronoun, an adjective of a country."""
    named = any(c.mention is not None for g in noun.genitives for c in g)
    return named or bool(noun.chunk.pronoun or noun.chunk.nisbas)


def governor(predicate: Predicate, grammar: Grammar) -> tuple[Predicate | None, str]:
    """Give what governs a masdar and how: "prepares to reopen the embassies", past the light nouns in between."""
    child, parent, link = predicate, predicate.parent, predicate.link
    transparent = grammar.lists["transparent_nouns"]
    talks = predicate.chunk.head_lemmas & grammar.lists["talk_nouns"]
    carries = transparent | grammar.lists["session_nouns"] if talks else transparent
    while parent is not None and parent.form == "noun" and parent.chunk.head_lemmas & carries:
        if parent.light and has_owner(parent):
            break
        child, link, parent = parent, parent.link, parent.parent
    if parent is not None and parent.form == "noun" and link == "genitive":
        first = parent.genitives[0][0] if parent.genitives else None
        handed = first is not None and first.head_lemmas & (transparent | grammar.lists["negated_nouns"])
        if handed or any(child.chunk in group for group in parent.genitives):
            link = "object"  # "the attempt to", as "attempted to"
    return parent, link


def provided(noun: Predicate, verb: Predicate, light: LightVerb) -> bool:
    """Say whether a verb that only papers and deals govern deeds with has one: "the plan includes a withdrawal".

    What they voice themselves they do by it: "the resolution includes a condemnation of".
    """
    if not light.subjects:
        return True
    papers = [c for c in (*verb.subject, verb.antecedent) if c is not None]
    voiced = any(f.voiced or f.stance or f.speech for f in noun.frames)
    return not voiced and any(c.head_lemmas & light.subjects for c in papers)
