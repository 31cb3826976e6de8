"""What is only said to be: rumours and reports that are denied, and what is there already as an occasion."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed, Predicate
from sifara.events.statuses import HYPOTHETICAL, NEGATED

_BACK = 3  # phrases between "reports" and what they tell of


def rumoured(filled: Filled, parsed: Parsed, grammar: Grammar) -> str | None:
    """Give the status of what reports tell of: "denied the reports about the visit", "rumours of a meeting"."""
    noun, lists = filled.predicate.chunk, grammar.lists
    if (noun.prep not in lists["report_prepositions_of"] and not noun.genitive) or filled.frame.blames:
        return None  # a charge was made, be it true or not
    reports = _reports(noun, parsed, grammar)
    verb = filled.predicate.parent
    while verb is not None and verb.form == "noun" and verb.parent is not verb:
        verb = verb.parent
    if reports is None:
        return None
    if verb is not None and verb.chunk is reports:  # "denied what was rumoured about"
        verb = verb.clause.outer.verb if verb.clause.outer is not None else None
    if verb is not None and verb.chunk.index < reports.index and _denies(verb, grammar):
        return NEGATED
    if verb is not None and _called_false(verb, noun, parsed, grammar):
        return NEGATED
    ahead = parsed.chunks[max(0, reports.index - 2) : reports.index]
    if any(c.kind == "mark" and c.word in lists["negators"] for c in ahead):
        return NEGATED  # "there is no truth in the reports"
    return HYPOTHETICAL if reports.head_lemmas & lists["rumour_nouns"] else None


def _reports(noun: Chunk, parsed: Parsed, grammar: Grammar) -> Chunk | None:
    """The noun or verb of reporting in the phrases before a noun."""
    lists = grammar.lists
    for chunk in reversed(parsed.chunks[max(0, noun.index - _BACK) : noun.index]):
        if chunk.kind == "verb":
            return chunk if {chunk.word, *chunk.head_lemmas} & lists["rumour_verbs"] else None
        if chunk.kind != "np" or chunk.mention is not None:
            return None
        if chunk.head_lemmas & (lists["hearsay_nouns"] | lists["rumour_nouns"]):
            return chunk
        if chunk.index in parsed.of_chunk and chunk.index != noun.index - 1:
            return None
    return None


def _denies(verb: Predicate, grammar: Grammar) -> bool:
    return any(f.denies for f in verb.frames) or bool(verb.chunk.head_lemmas & grammar.lists["belying_verbs"])


def _called_false(verb: Predicate, noun: Chunk, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether what follows calls the reports rumours: "described the reports as rumours", "are baseless"."""
    lists = grammar.lists
    if not verb.chunk.head_lemmas & lists["describing_verbs"]:
        return False
    after = parsed.chunks[noun.index + 1 :]
    said = next((c.index for c in after if c.kind == "comp" or c.prep == grammar.clitic_preps["bi"]), None)
    false = lists["rumour_nouns"] | lists["false_words"]
    return said is not None and any(c.lemmas & false for c in parsed.chunks[said : said + 3])


def there_already(noun: Chunk, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether a noun names an occasion or a deed that is there, whatever is asked for around it.

    "On the occasion of his election", "two years after the signing", "the investigation into his killing".
    """
    lists = grammar.lists
    before = parsed.chunks[noun.index - 1] if noun.index else None
    if before is not None and before.kind == "time" and noun.prep in lists["past_prepositions"]:
        return True
    of = noun.genitive or noun.prep in lists["presupposing_prepositions"]
    deed = parsed.of_chunk.get(noun.index)
    carried = before is not None and bool(before.head_lemmas & grammar.light_nouns.keys()) and not noun.definite
    if noun.genitive and carried and deed is not None and any(f.took_place for f in deed.frames):
        return False  # "the carrying out of attacks", not "of the accord"
    owner = before
    while of and owner is not None and owner.kind == "np":
        if owner.head_lemmas & lists["presupposing_nouns"]:
            return True
        if not owner.genitive or not owner.index or not owner.lemmas & lists["transparent_nouns"]:
            return False
        owner = parsed.chunks[owner.index - 1]
    return False


def lies_ahead(filled: Filled, above: Predicate | None, grammar: Grammar) -> bool:
    """Whether the verb above a noun tells that talks lie ahead: "the meeting will discuss", "said before his visit"."""
    noun = filled.predicate
    eve = bool({noun.link, noun.chunk.prep} & grammar.lists["eve"])
    if noun.form == "noun" and eve and not any(t.orientation < 0 for t in noun.times):
        return True
    if above is None or above.form != "verb" or not filled.frame.occasion:
        return False
    if filled.predicate.link == "subject":
        planned = not (grammar.lists["plan_words"] | grammar.lists["future_particles"]).isdisjoint(above.marks)
        planned = planned or (bool(above.chunk.readings) and all(r.future for r in above.chunk.readings))
        held = any(f.talks for f in above.frames) or bool(above.chunk.head_lemmas & grammar.lists["occasion_verbs"])
        return planned and held
    before = filled.predicate.link == grammar.list_first("not_then_prepositions") and filled.frame.journey
    said = any(f.speech for f in above.frames) and all(r.aspect == "p" for r in above.chunk.readings)
    return before and said and bool(filled.predicate.chunk.pronoun)


def led_to(filled: Filled, above: Predicate | None, grammar: Grammar) -> bool:
    """Whether a noun tells what something leads to: "may lead to the withdrawal of"."""
    noun = filled.predicate
    leads = above is not None and above.form == "verb" and above.chunk.head_lemmas & grammar.lists["result_verbs"]
    return bool(leads) and noun.link == noun.chunk.prep != "" and filled.carrier is None


def fell_through(predicate: Predicate, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether a plan is told with what became of it instead: "was to visit Ankara but stayed"."""
    lists = grammar.lists
    plan = [c for c in parsed.chunks[: predicate.chunk.index] if c.kind == "mark" and c.word in lists["plan_words"]]
    if predicate.form != "verb" or not plan or not plan[-1].index or any(t.orientation > 0 for t in predicate.times):
        return False
    been = parsed.chunks[plan[-1].index - 1]
    if been.kind != "mark" or been.word not in lists["been"]:
        return False
    after = parsed.chunks[predicate.chunk.index + 1 :]
    return any(c.kind == "sub" and c.word in lists["but_words"] for c in after)
