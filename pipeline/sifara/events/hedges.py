"""Status by the words beside a noun: "the postponed summit", "to stop the war", "the suspended talks"."""

from __future__ import annotations

from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed, Predicate
from sifara.events.statuses import ACTUAL, HYPOTHETICAL, NEGATED, PLANNED


def beside(filled: Filled, parsed: Parsed, grammar: Grammar) -> str | None:
    """Give the status that the noun before an event noun, or its own adjectives, tell; None if they tell nothing."""
    chunk = filled.predicate.chunk
    if chunk.prep in grammar.lists["condition_prepositions"]:
        return HYPOTHETICAL
    before = parsed.chunks[chunk.index - 1] if chunk.index else None
    heads = before.lemmas if before is not None and before.kind == "np" else frozenset()
    if chunk.genitive and heads & grammar.lists["postponing_nouns"]:
        return PLANNED
    if stopped(filled, parsed, grammar):
        return ACTUAL
    verb, link = filled.predicate.parent, filled.predicate.link
    above = verb.chunk.head_lemmas if verb is not None else frozenset()
    if above & grammar.lists["aiming_verbs"] and link == chunk.prep != "":
        return PLANNED
    if verb is not None and above & grammar.lists["depending_verbs"] and link == "subject":
        depends = any(p in grammar.lists["depending_prepositions"] for p, _ in verb.preps)
        return HYPOTHETICAL if depends else None
    words = set(chunk.words[1:])
    after = parsed.chunks[chunk.index + 1] if chunk.index + 1 < len(parsed.chunks) else None
    if after is not None and after.kind == "np" and after.genitive and after.mention is None:
        words |= set(after.words[1:])  # "the peace talks, which are suspended"
    if words & grammar.lists["stopped_words"]:
        return NEGATED
    return PLANNED if words & grammar.lists["postponed_words"] else None


def stopped(filled: Filled, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether a deed that took place is what shall end: "to stop the strikes"."""
    chunk = filled.predicate.chunk
    before = parsed.chunks[chunk.index - 1] if chunk.index else None
    if before is None or before.kind != "np" or not filled.frame.took_place:
        return False
    governed = chunk.genitive or chunk.prep == grammar.clitic_preps["li"]
    return governed and bool(before.lemmas & grammar.lists["stopping_nouns"])


def is_there(filled: Filled, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether something that lasts is named as known, not told: "the war", "the sanctions on Iran"."""
    chunk = filled.predicate.chunk
    if filled.predicate.form != "noun" or filled.carrier is not None or not filled.frame.lasting:
        return False
    before = parsed.chunks[chunk.index - 1] if chunk.index else None
    handed = grammar.lists["transparent_nouns"] | grammar.lists["negated_nouns"] | grammar.lists["hedge_nouns"]
    return chunk.definite and not (chunk.genitive and before is not None and before.head_lemmas & handed)


def only_named(filled: Filled) -> bool:
    """Whether a deed that took place is no more than named beside a negated verb: "did not comment on the attack"."""
    predicate, carrier = filled.predicate, filled.carrier
    named = any(c.mention is not None for g in predicate.genitives for c in g)
    took_place = filled.frame.took_place and (predicate.chunk.definite or named) and carrier is not None
    return took_place and predicate.parent is carrier and predicate.link not in ("object", "subject", "coordinated")


def goes_on(filled: Filled, grammar: Grammar) -> bool:
    """Whether the verb that carries a noun tells that it ends, and is negated: "the talks have not stopped"."""
    carrier = filled.carrier
    return carrier is not None and bool(carrier.chunk.head_lemmas & grammar.lists["stopping_verbs"])


def others_deed(noun: Predicate, verb: Predicate, link: str) -> bool:
    """Whether a noun after a preposition is beside what a verb governs: "tried to give meaning to the talks"."""
    governed = verb.objects[0][0] if verb.objects else None
    opaque = governed is not None and governed.mention is None and governed.index < noun.chunk.index
    return opaque and noun.form == "noun" and noun.parent is verb and link == noun.link and noun.chunk.definite


def mere_topic(filled: Filled) -> bool:
    """Whether talks are about a deed that nobody is said to have done: "discussed the signing of an accord"."""
    predicate, verb = filled.predicate, filled.predicate.parent
    owned = predicate.chunk.definite or bool(predicate.chunk.pronoun or predicate.chunk.nisbas)
    owned = owned or any(c.mention is not None for group in predicate.genitives for c in group)
    if owned or verb is None or predicate.link != "object" or filled.frame.took_place or filled.carrier is not None:
        return False
    return any(f.symmetric and f.object == "topic" for f in verb.frames)


def only_named_here(filled: Filled, status: str, title: bool, grammar: Grammar) -> bool:
    """Whether an event is named and not told as past or to come.

    So is a noun without a verb in the perfect about it ("his visit is part of"), and the present of a title.
    """
    predicate, carrier = filled.predicate, filled.carrier
    verb = carrier or predicate
    if title and status == ACTUAL and filled.frame.appointed and verb.form == "verb":
        return all(r.aspect == "i" for r in verb.chunk.readings)
    if predicate.form != "noun" or carrier is not None:
        return False
    if status == PLANNED and not (predicate.chunk.pronoun and predicate.link in grammar.lists["during_prepositions"]):
        return False
    above = predicate.parent
    return above is None or above.form != "verb" or not all(r.aspect == "p" for r in above.chunk.readings)
