"""Status by the words beside a noun: "the postponed summit", "to stop the war", "the suspended talks"."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.filled import PURPOSE, Filled
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
    if chunk.prep in grammar.lists["depending_prepositions"] and heads & grammar.lists["ability_words"]:
        return HYPOTHETICAL  # "jets able to strike Iran"
    if chunk.genitive and heads & grammar.lists["postponing_nouns"]:
        return PLANNED
    if stopped(filled, parsed, grammar):
        return ACTUAL
    verb, link = filled.predicate.parent, filled.predicate.link
    above = verb.chunk.head_lemmas if verb is not None else frozenset()
    if above & grammar.lists["aiming_verbs"] and link == chunk.prep != "":
        return PLANNED
    if any(a.rule == PURPOSE for a in filled.arguments.values()):
        return PLANNED  # "went to Doha to meet"
    top = verb if (above | chunk.head_lemmas) & grammar.lists["reaching_nouns"] else None
    while top is not None and top.form == "noun" and top.parent is not top:
        top = top.parent
    if top is not None and top.chunk.head_lemmas & grammar.lists["aiming_verbs"]:
        return PLANNED  # "aims at reaching an accord"
    if verb is not None and verb.form == "verb" and link == "subject" and filled.frame.appointed:
        perfect = all(r.aspect == "p" for r in verb.chunk.readings)
        passive = verb.chunk.vowelled_passive or not verb.objects
        if perfect and passive and above & grammar.lists["put_off_verbs"]:
            return PLANNED  # "the summit was put off"
        if perfect and passive and above & grammar.lists["called_off_verbs"]:
            return NEGATED
    if verb is not None and above & grammar.lists["depending_verbs"] and link == "subject":
        depends = any(p in grammar.lists["depending_prepositions"] for p, _ in verb.preps)
        return HYPOTHETICAL if depends else None
    words = set(chunk.words[1:])
    after = parsed.chunks[chunk.index + 1] if chunk.index + 1 < len(parsed.chunks) else None
    if after is not None and after.kind == "np" and after.genitive and after.mention is None:
        words |= set(after.words[1:])  # "the peace talks, which are suspended"
    if words & grammar.lists["stopped_words"]:
        return NEGATED
    if words & grammar.lists["postponed_words"]:
        return PLANNED
    if before is not None and before.head_lemmas & grammar.lists["reaching_nouns"] and _aim(before, grammar):
        return HYPOTHETICAL if not (chunk.definite or chunk.genitive) else None  # "talks to reach an accord"
    return _to_attend(chunk, parsed, grammar) or _to_resume(filled, parsed, grammar) or _sought(filled, parsed, grammar)


def _to_attend(chunk: Chunk, parsed: Parsed, grammar: Grammar) -> str | None:
    """Of "arrived to take part in the summit", "a truce in exchange for the release of": it lies ahead."""
    if chunk.prep in grammar.lists["exchange_prepositions"] and not chunk.pronoun:
        return PLANNED
    before = parsed.chunks[chunk.index - 1] if chunk.index else None
    attended = chunk.prep in grammar.lists["occasion_holders"] or chunk.genitive
    if before is None or before.kind != "np" or not attended or not _aim(before, grammar):
        return None
    return PLANNED if before.head_lemmas & grammar.lists["attending_nouns"] else None


def _aim(chunk: Chunk, grammar: Grammar) -> bool:
    purpose = chunk.prep in grammar.lists["purpose_prepositions"]
    return purpose or (bool(chunk.clitic_prep) and chunk.prep == grammar.clitic_preps["li"])


def _to_resume(filled: Filled, parsed: Parsed, grammar: Grammar) -> str | None:
    """Of "worked to resume the talks", "the decision to begin talks"."""
    chunk = filled.predicate.chunk
    before = parsed.chunks[chunk.index - 1] if chunk.index and filled.frame.symmetric and chunk.genitive else None
    if before is None or before.kind != "np" or not before.head_lemmas & grammar.lists["resuming_nouns"]:
        return None
    outer = parsed.chunks[before.index - 1] if before.index else None
    if outer is not None and outer.kind == "np" and outer.head_lemmas & grammar.lists["decision_nouns"]:
        return PLANNED if before.clitic_prep else None
    begun = any(p.antecedent is chunk and all(r.aspect == "p" for r in p.chunk.readings) for p in parsed.predicates)
    if begun:
        return None  # "to resume the talks that began on Tuesday"
    helps = outer is not None and outer.kind == "np" and _aim(outer, grammar) and bool(before.prep)
    return HYPOTHETICAL if _aim(before, grammar) or helps else None


def _sought(filled: Filled, parsed: Parsed, grammar: Grammar) -> str | None:
    """Of "the normalisation between them that the Union seeks"."""
    chunk = filled.predicate.chunk
    parties = [c for prep, g in filled.predicate.preps if prep in grammar.lists["between"] for c in g]
    described = [chunk, *parties, *(parsed.chunks[chunk.index - 1 : chunk.index] if chunk.genitive else ())]
    for verb in parsed.predicates:
        if verb.form != "verb" or verb.antecedent not in described or verb.marks:
            continue
        if any(p in grammar.lists["occasion_holders"] and g[0].pronoun and not g[0].words for p, g in verb.preps):
            continue  # "a call in which he invited him"
        for light in verb.light:
            resumed = any(p in light.preps and g[0].pronoun and not g[0].words for p, g in verb.preps)
            if light.embeds is not None and (resumed or (light.objects and verb.chunk.pronoun)):
                return light.embeds if not light.decides else None
    return None


def on_a_journey(verb: Predicate, grammar: Grammar) -> Predicate | None:
    """Give the verb or the visit during which something is done: "will spend two days there, during which he meets"."""
    during = grammar.lists["during_prepositions"]
    if not any(p in during and g[0].pronoun and not g[0].words for p, g in verb.preps):
        return None
    outer = verb.clause.outer
    while outer is not None and outer.kind == "rel" and outer.outer is not None:
        outer = outer.outer
    heads = outer.heads if outer is not None else []
    visits = (h for h in heads if h.form == "noun" and h.chunk.index < verb.chunk.index and not h.chunk.definite)
    visit = next((h for h in visits if any(f.journey for f in h.frames)), None)
    around = outer.verb if outer is not None else None
    return visit or verb.inherits or (around if around is not verb else None)


def denied_noun(chunk: Chunk, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether a noun stands under a word like "lack of" or "without"."""
    index = chunk.index
    if not index:
        return False
    before = parsed.chunks[index - 1]
    if chunk.prep and chunk.prep != grammar.clitic_preps["li"] and before.kind == "np":
        return False  # "in comment on the visit": not its suspension
    return (before.kind == "np" and bool(before.lemmas & grammar.lists["negated_nouns"])) or (
        before.kind == "mark" and before.word in grammar.lists["negators"] and not chunk.prep
    )


def is_known(filled: Filled, grammar: Grammar) -> bool:
    """Whether a deed is named as one that took place, whatever is possible: "the Russian attacks cannot stop them"."""
    chunk = filled.predicate.chunk
    soft = grammar.lists["possibility_words"] | grammar.lists["plan_words"]
    return filled.frame.took_place and chunk.definite and bool(chunk.nisbas) and soft.isdisjoint(chunk.words[1:])


def was_made(noun: Predicate) -> bool:
    """Whether a call, an offer is named with those who made it, or as several: "rejected a French request"."""
    owned = any(c.mention is not None for group in noun.genitives for c in group)
    return noun.plural or owned or bool(noun.chunk.nisbas) or bool(noun.chunk.pronoun)


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


def on_condition(filled: Filled, parsed: Parsed, grammar: Grammar) -> bool:
    """Say whether a verb that looks ahead hangs on a condition told beside it, before or after."""
    verb = filled.carrier or filled.predicate
    if verb.form != "verb" or not all(r.aspect == "i" for r in verb.chunk.readings) or verb.conditional:
        return False
    for chunk in parsed.chunks:
        opens = chunk.kind == "sub" and (chunk.word == "if" or grammar.subordinators.get(chunk.word) == "condition")
        if not opens and chunk.prep not in grammar.lists["condition_prepositions"]:
            continue
        low, high = sorted((chunk.index, verb.chunk.index))
        between = parsed.chunks[low + 1 : high]
        if chunk.index > verb.chunk.index and any(c.kind in ("verb", "comp", "sub", "rel") for c in between):
            continue
        if chunk.index < verb.chunk.index and sum(c.kind == "verb" for c in between) != 1 and opens:
            continue
        if not any(c.kind == "comp" for c in between):
            return True
    return False
