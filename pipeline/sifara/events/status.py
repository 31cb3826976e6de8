"""Status: whether an event is told as done, planned, hypothetical or negated.

The marks are particles and moods on the verb itself (لم، لن، سوف، قد), the light verb that carries a noun, and
everything the clause is embedded in: what is called for, hoped, threatened or denied has not been told as done.
"""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed, Predicate

ACTUAL, PLANNED, HYPOTHETICAL, NEGATED = "Actual", "Planned", "Hypothetical", "Negated"


def own_status(predicate: Predicate, grammar: Grammar) -> str:
    """Status by the marks on the predicate alone."""
    lists = grammar.lists
    marks = predicate.marks
    if any(m in lists["past_negators"] for m in marks):
        return NEGATED
    if any(m in lists["possibility_words"] for m in marks):
        return HYPOTHETICAL
    if any(m in lists["plan_words"] or m in lists["future_particles"] for m in marks):
        return PLANNED
    if predicate.form == "verb":
        readings = predicate.chunk.readings
        if any(m in lists["perfect_particles"] for m in marks) and all(r.aspect == "i" for r in readings):
            return HYPOTHETICAL
        if readings and all(r.future for r in readings):
            return PLANNED
        before = predicate.inherits  # "will travel to Moscow and meets Putin"
        if before is not None and predicate.chunk.conj and readings and all(r.aspect == "i" for r in readings):
            return PLANNED if own_status(before, grammar) == PLANNED else ACTUAL
    return ACTUAL


def _denied_noun(chunk: Chunk, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether a noun stands under a word like "lack of" or "without"."""
    index = chunk.index
    if not index:
        return False
    before = parsed.chunks[index - 1]
    return (before.kind == "np" and bool(before.lemmas & grammar.lists["negated_nouns"])) or (
        before.kind == "mark" and before.word in grammar.lists["negators"]
    )


def _hedged_noun(chunk: Chunk, parsed: Parsed, grammar: Grammar) -> str | None:
    for before in reversed(parsed.chunks[max(0, chunk.index - 3) : chunk.index]):
        adjacent = chunk.genitive and before.index == chunk.index - 1
        if before.kind not in ("np", "mark"):
            break
        words = {before.word, *(before.lemmas if before.kind == "mark" or adjacent else before.head_lemmas)}
        if words & grammar.lists["possibility_words"]:
            return HYPOTHETICAL
        hedges = grammar.lists["hedge_nouns"] | grammar.lists["any_nouns"]
        if before.kind == "np" and chunk.genitive and before.mention is None and words & hedges:
            return HYPOTHETICAL
        if before.kind == "mark" and words & grammar.lists["plan_words"]:
            return PLANNED
    after = parsed.chunks[chunk.index]
    if set(after.words[1:]) & grammar.lists["plan_words"]:
        return PLANNED
    if set(after.words[1:]) & grammar.lists["possibility_words"]:
        return HYPOTHETICAL
    return None


def status_of(filled: Filled, chosen: dict[int, Frame], parsed: Parsed, grammar: Grammar) -> str | None:
    """Give the status of a filled frame; ``None`` where it is no event at all (a bare condition)."""
    predicate = filled.predicate
    if predicate.conditional and predicate.form == "verb" and any(c.kind == "cond" for c in predicate.clause.chain()):
        return None
    status = own_status(predicate, grammar)
    if filled.frame.only_negated:
        return ACTUAL if any(m in grammar.lists["negators"] for m in predicate.marks) else None
    if predicate.form == "participle" and filled.frame.participle_status is not None and status == ACTUAL:
        status = filled.frame.participle_status
    if predicate.form == "noun":
        if _denied_noun(predicate.chunk, parsed, grammar):
            return NEGATED
        hedge = _hedged_noun(predicate.chunk, parsed, grammar)
        if hedge is not None:
            return hedge
    if filled.carrier is not None:
        carried = own_status(filled.carrier, grammar)
        status = carried if carried != ACTUAL else status
        if filled.light is not None and filled.light.embeds is not None and carried in (ACTUAL, PLANNED):
            status = filled.light.embeds
    if predicate.conditional and status == ACTUAL:
        status = HYPOTHETICAL
    if status in (NEGATED, HYPOTHETICAL):
        return status
    around = _embedding(filled, chosen, grammar)
    return around or status


def _embedding(filled: Filled, chosen: dict[int, Frame], grammar: Grammar) -> str | None:
    """The status that the nearest embedding predicate gives, if any."""
    seen: set[int] = set()
    current: Predicate | None = filled.predicate
    first = True
    while current is not None and current.chunk.index not in seen:
        seen.add(current.chunk.index)
        nearest = current
        above = current.parent if current.form == "noun" and current.parent is not None else current.clause.parent
        if above is None and current.form == "participle" and current.inherits is not None:
            above = current.inherits.clause.parent
        if above is None:
            return None
        frame = chosen.get(above.chunk.index)
        if (
            frame is None
            and nearest.form == "noun"
            and nearest.parent is above
            and not above.light
            and above.frames
            and all(f.embeds for f in above.frames)
        ):
            frame = above.frames[0]  # "the call for his resignation", whoever calls
        controlled = first and filled.carrier is above
        if frame is not None and frame.embeds is not None and not controlled:
            link = nearest.link if nearest.form == "noun" and nearest.parent is above else "clause"
            if (
                link == "clause"
                or link in ("object", "genitive", "coordinated")
                or "content" in frame.roles_of_prep(link)
                or link in frame.preps
            ):
                return frame.embeds
        if frame is None and not controlled:
            link = nearest.link if nearest.form == "noun" and nearest.parent is above else "clause"
            governed = link in ("clause", "object", "genitive", "coordinated") or any(
                link in v.preps for v in above.light
            )
            embedding = [v.embeds for v in above.light if v.embeds is not None and governed]
            others = [v for v in above.light if v.embeds is None]
            if embedding and not others:
                return embedding[0]
        marks = own_status(above, grammar)
        if nearest.form != "noun" and marks == HYPOTHETICAL and frame is None:
            return HYPOTHETICAL
        current, first = above, False
    return None
