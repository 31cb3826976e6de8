"""Status: whether an event is told as done, planned, hypothetical or negated.

The marks are particles and moods on the verb itself (لم، لن، سوف، قد), the light verb that carries a noun, and
everything the clause is embedded in: what is called for, hoped, threatened or denied has not been told as done.
"""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.frames import Frame, frames
from sifara.events.grammar import Grammar
from sifara.events.hearsay import fell_through, led_to, lies_ahead, rumoured, there_already
from sifara.events.hedges import (
    beside,
    denied_noun,
    goes_on,
    is_known,
    is_there,
    mere_topic,
    on_a_journey,
    on_condition,
    only_named,
    others_deed,
    was_made,
)
from sifara.events.lightnouns import provided
from sifara.events.predicates import Parsed, Predicate
from sifara.events.statuses import ACTUAL, HYPOTHETICAL, NEGATED, PLANNED


def own_status(predicate: Predicate, grammar: Grammar, frame: Frame | None = None) -> str:
    """Status by the marks on the predicate alone; ``frame`` narrows the readings of its verb."""
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
        readings = tuple(r for r in readings if frame is not None and r.lemma in frame.verbs) or readings
        been = any(m in lists["been"] for m in marks)
        if not been and any(m in lists["perfect_particles"] for m in marks) and all(r.aspect == "i" for r in readings):
            return HYPOTHETICAL
        if readings and all(r.future for r in readings):
            return PLANNED
        before, journey = predicate.inherits, on_a_journey(predicate, grammar)  # "will travel there and meets Putin"
        if journey is not None and readings and all(r.aspect == "i" for r in readings):
            return PLANNED if journey.form == "noun" or own_status(journey, grammar) == PLANNED else ACTUAL
        sequel = predicate.chunk.conj or predicate.clause.same_occasion or predicate.clause.sequel
        if before is not None and sequel and readings and all(r.aspect == "i" for r in readings):
            ahead = all(r.aspect == "i" for r in before.chunk.readings) and any(t.orientation > 0 for t in before.times)
            told = own_status(before, grammar)  # "ought to expel them or agrees to"
            return PLANNED if ahead else told if told in (PLANNED, HYPOTHETICAL) else ACTUAL
    return ACTUAL


def _hedged_noun(chunk: Chunk, parsed: Parsed, grammar: Grammar) -> str | None:
    if chunk.definite and not grammar.lists["ongoing_words"].isdisjoint(chunk.words[1:]):
        return None  # "an opportunity for the talks that are under way"
    told = chunk.genitive and not _transparent(chunk, parsed, grammar)  # "the crime of killing him must not pass"
    aside = chunk.prep in grammar.lists["temporal_prepositions"]  # "it is expected, after their meeting, that"
    for before in () if aside else reversed(parsed.chunks[max(0, chunk.index - 3) : chunk.index]):
        adjacent = chunk.genitive and before.index == chunk.index - 1
        if before.kind not in ("np", "mark"):
            break
        words = {before.word, *(before.lemmas if before.kind == "mark" or adjacent else before.head_lemmas)}
        if words & grammar.lists["possibility_words"]:
            return HYPOTHETICAL
        hedges = grammar.lists["hedge_nouns"] | grammar.lists["any_nouns"]
        about = before.index == chunk.index - 1 and chunk.prep in grammar.lists["about_prepositions"]
        if before.kind == "np" and (chunk.genitive or about) and before.mention is None and words & hedges:
            return HYPOTHETICAL
        deed = parsed.of_chunk.get(chunk.index)
        if adjacent and before.head_lemmas & grammar.lists["warrants"] and deed and any(f.held for f in deed.frames):
            return HYPOTHETICAL
        if before.kind == "mark" and words & grammar.lists["plan_words"]:
            return PLANNED
    if not (chunk.prep or chunk.definite or chunk.pronoun or told):
        for other in parsed.chunks[chunk.index + 1 :]:
            if other.kind not in ("np", "mark") or (other.kind == "np" and other.conj):
                break
            if other.kind == "mark":  # "imposing sanctions may be a way", but not "denial of a possible visit"
                if other.word not in grammar.lists["hedge_nouns"] and other.word in grammar.lists["possibility_words"]:
                    return HYPOTHETICAL
                break
    after = parsed.chunks[chunk.index]
    if set(after.words[1:]) & grammar.lists["plan_words"]:
        return PLANNED
    if set(after.words[1:]) & grammar.lists["possibility_words"]:
        return HYPOTHETICAL
    return None


def _held(filled: Filled, grammar: Grammar) -> bool:
    """Whether a relative clause in the perfect tells a noun as done: "the talks that he held", whatever is around."""
    verb = filled.carrier
    if verb is None or verb.antecedent is not filled.predicate.chunk or filled.light is None or filled.light.embeds:
        return False
    return own_status(verb, grammar) == ACTUAL and all(r.aspect == "p" for r in verb.chunk.readings)


def _to_be_held(filled: Filled, during: frozenset[str]) -> bool:
    """Whether a relative clause in the imperfect describes an indefinite noun: "a meeting that is held in Cairo"."""
    verb, noun = filled.carrier, filled.predicate.chunk
    if verb is None or verb.antecedent is not noun or noun.definite or verb.marks:
        return False
    past = any(t.orientation < 0 for t in (*verb.times, *filled.predicate.times)) or noun.prep in during
    return not past and all(r.aspect == "i" for r in verb.chunk.readings)


def _verb_negated(filled: Filled, grammar: Grammar) -> bool:
    """Whether the verb that a noun is subject or object of is negated: "no rally took place"."""
    verb: Predicate | None = filled.carrier or filled.predicate
    governed = True
    while verb is not None and verb.form == "noun":
        governed = governed and verb.link in ("", "subject", "object", "genitive", "coordinated")
        verb = verb.parent if verb.parent is not verb else None
    return verb is not None and governed and own_status(verb, grammar) == NEGATED


def _but_for(predicate: Predicate, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether what is so instead follows a negated verb in its clause (exceptions: ``exceptives``)."""
    for chunk in parsed.chunks[predicate.chunk.index + 1 :]:
        if chunk.kind == "sub" and chunk.word in grammar.lists["rather_words"]:
            after = parsed.chunks[chunk.index + 1 : chunk.index + 2]
            return any(c.kind == "np" and c.prep and any(p == c.prep for p, _ in predicate.preps) for c in after)
        if chunk.kind in ("verb", "comp", "rel", "sub", "punct"):
            return False
    return False


def status_of(filled: Filled, chosen: dict[int, Frame], parsed: Parsed, grammar: Grammar) -> str | None:
    """Give the status of a filled frame; ``None`` where it is no event at all (a bare condition)."""
    predicate = filled.predicate
    if predicate.conditional and predicate.form == "verb" and any(c.kind == "cond" for c in predicate.clause.chain()):
        return None
    status = own_status(predicate, grammar, filled.frame)
    if status == NEGATED and _but_for(predicate, parsed, grammar):
        status = ACTUAL  # "not on Friday but on Sunday"
    if filled.frame.only_negated:
        return None if grammar.lists["negators"].isdisjoint(predicate.marks) else ACTUAL
    if predicate.form == "participle" and filled.frame.participle_status is not None and status == ACTUAL:
        status = filled.frame.participle_status
    if predicate.form == "noun":
        told = beside(filled, parsed, grammar) or rumoured(filled, parsed, grammar)
        if told is not None:
            return told
        if denied_noun(predicate.chunk, parsed, grammar):
            return NEGATED
        if _held(filled, grammar):
            return ACTUAL
        known = is_known(filled, grammar)
        known = known or (filled.frame.took_place and there_already(predicate.chunk, parsed, grammar))
        status = ACTUAL if known and filled.carrier is None else status
        hedge = None if known else _hedged_noun(predicate.chunk, parsed, grammar)
        hedge = HYPOTHETICAL if hedge is None and mere_topic(filled) else hedge
        if hedge is not None:
            denied = _verb_negated(filled, grammar) or (
                hedge == HYPOTHETICAL
                and NEGATED in (_embedding(filled, chosen, parsed, grammar), filled.light and filled.light.embeds)
            )
            return NEGATED if denied else hedge
    if filled.carrier is not None:
        carried = own_status(filled.carrier, grammar)
        above = filled.carrier.parent if filled.carrier.form == "noun" else None
        if carried == ACTUAL and above is not None and above.form == "verb" and above.light:
            carried = own_status(above, grammar)  # "will begin the bombing of"
        status = carried if carried != ACTUAL else status
        call = filled.frame.bilateral and predicate.link in grammar.lists["occasion_holders"]  # "threatened in a call"
        by_it = filled.light is not None and filled.light.own and not filled.light.objects  # "missed no chance to"
        beside_it = call or (others_deed(predicate, filled.carrier, predicate.link) and not by_it)
        if filled.light is not None and filled.light.embeds is not None and not beside_it:
            if filled.light.decides and filled.decided and carried == ACTUAL:
                status = ACTUAL  # "decided to expel": that is the expulsion
            elif carried in (ACTUAL, PLANNED):
                status = filled.light.embeds
            elif carried == filled.light.embeds == NEGATED:  # "will not end its mediation", "did not rule out a summit"
                status = HYPOTHETICAL if any(f.embeds for f in filled.carrier.frames) else ACTUAL
        elif status == ACTUAL and filled.frame.appointed and _to_be_held(filled, grammar.lists["during_prepositions"]):
            status = PLANNED
        if status == NEGATED and (only_named(filled) or goes_on(filled, grammar)):
            status = ACTUAL
    asked = any(c.kind in ("question", "cond") for c in predicate.clause.chain())
    there = is_there(filled, parsed, grammar)
    if predicate.conditional and ((status == ACTUAL and not there) or (status == PLANNED and asked)):
        status = HYPOTHETICAL
    if status == PLANNED and on_condition(filled, parsed, grammar):
        status = HYPOTHETICAL
    if status == PLANNED and fell_through(predicate, parsed, grammar):
        return NEGATED
    above = predicate.parent if filled.carrier is None and predicate.form == "noun" else None
    part = grammar.lists["during_prepositions" if not predicate.chunk.pronoun else "occasion_holders"]
    during = above is not None and above.form == "verb" and predicate.link in part
    previous = parsed.chunks[predicate.chunk.index - 1] if predicate.chunk.index else None
    if previous is not None and previous.kind == "punct" and predicate.clause.kind == "comp":
        during = False  # "said that his country will, during a meeting with": it was said there
    if status == ACTUAL and above is not None and during and own_status(above, grammar) != NEGATED:
        status = own_status(above, grammar)  # "will meet him during his visit"
    if status == ACTUAL and lies_ahead(filled, above, grammar):
        status = PLANNED
    if status == ACTUAL and above is not None and led_to(filled, above, grammar):
        status = own_status(above, grammar)
    unless = previous is not None and previous.word in grammar.lists["exceptives"]
    if status == ACTUAL and unless and above is not None and _only_after(predicate, above, grammar):
        status = HYPOTHETICAL
    first = predicate.link in grammar.lists["past_prepositions"] and bool(predicate.chunk.pronoun)
    if status == ACTUAL and above is not None and first and own_status(above, grammar) == PLANNED:
        status = PLANNED if filled.frame.journey else status  # "will meet him after his visit"
    settled = status in (NEGATED, HYPOTHETICAL)
    return status if settled else _embedding(filled, chosen, parsed, grammar) or status


def _embedding(filled: Filled, chosen: dict[int, Frame], parsed: Parsed, grammar: Grammar) -> str | None:
    """The status that the nearest embedding predicate gives, if any."""
    seen: set[int] = set()
    current: Predicate | None = filled.predicate
    first = True
    noun = filled.predicate.chunk
    # "the Israeli war", also in "as the war enters": it is there, whatever is asked for.
    lasts = not grammar.lists["ongoing_words"].isdisjoint(noun.words[1:])
    there = (
        noun.definite
        and (bool(noun.nisbas) or lasts)
        and not (noun.genitive and _transparent(noun, parsed, grammar))
    )
    if filled.predicate.form == "noun" and there_already(noun, parsed, grammar):
        return None  # "to face the threats of", "to carry out the accord", "on the occasion of"
    while current is not None and current.chunk.index not in seen:
        seen.add(current.chunk.index)
        nearest = current
        above = current.parent if current.form == "noun" and current.parent is not None else current.clause.parent
        if above is None and current.form == "participle" and current.inherits is not None:
            above = current.inherits.clause.parent
        if nearest.form != "noun" and nearest.clause.kind == "adjunct" and above is nearest.clause.parent:
            return None  # "abstained because it opposes"
        if above is None or ((lasts or nearest.form != "noun") and is_there(filled, parsed, grammar)):
            return None
        frame = chosen.get(above.chunk.index)
        if (
            frame is None
            and nearest.form == "noun"
            and nearest.parent is above
            and (above.form == "noun" or not above.light)
            and above.frames
            and all(f.embeds for f in above.frames)
        ):
            # "the call for his resignation", whoever calls
            frame = next((f for f in above.frames if nearest.link in f.preps), above.frames[0])
        if nearest.form == "noun" and nearest.parent is above and above.form == "noun":
            frame = _adjective(above, nearest.link) or frame if frame is None or frame.motivated else frame
        controlled = first and filled.carrier is above
        same = nearest is filled.predicate and nearest.link == "genitive" and above.form == "noun"
        same = same and frame is not None and frame.event == filled.frame.event  # "the accord on a truce"
        if frame is not None and frame.embeds is not None and not controlled and not same:
            link = nearest.link if nearest.form == "noun" and nearest.parent is above else "clause"
            made = filled.frame.took_place or (filled.frame.voiced and was_made(filled.predicate))
            if made and frame.embeds == NEGATED and not (frame.denies and not filled.frame.blames):
                return None  # an attack that is rejected did take place, and a charge that is denied
            content = "content" in frame.roles_of_prep(link) or link in frame.preps
            if content or link in ("clause", "object", "genitive", "coordinated"):
                return None if frame.presupposes and there else frame.embeds
        if frame is None and not controlled:
            link = nearest.link if nearest.form == "noun" and nearest.parent is above else "clause"
            governed = link in ("clause", "object", "genitive", "coordinated") or (
                any(link in v.preps for v in above.light) and not others_deed(nearest, above, link)
            )
            asked = governed and not there
            fitting = [v for v in above.light if provided(nearest, above, v)]
            embedding = [v.embeds for v in fitting if v.embeds is not None and asked]
            if embedding and len(embedding) == len(fitting):
                return embedding[0]
        marks = own_status(above, grammar)
        if nearest.form != "noun" and marks == HYPOTHETICAL and frame is None:
            return HYPOTHETICAL
        current, first = above, False
    return None


def _only_after(noun: Predicate, above: Predicate, grammar: Grammar) -> bool:
    """Whether a deed must come first: "will not meet him but after a visit to"."""
    denied = own_status(above, grammar) == NEGATED and grammar.lists["jussive_negators"].isdisjoint(above.marks)
    return noun.link in grammar.lists["past_prepositions"] and denied


def _transparent(noun: Chunk, parsed: Parsed, grammar: Grammar) -> bool:
    """Whether the head that a noun is the genitive of hands on what governs it: "the holding of the summit"."""
    heads = parsed.chunks[noun.index - 1].head_lemmas
    return bool(heads & (grammar.lists["transparent_nouns"] | grammar.lists["negated_nouns"]))


def _adjective(noun: Predicate, link: str) -> Frame | None:
    """The frame of a participle beside a noun that takes this preposition: "the rallies calling for"."""
    lemmas = noun.chunk.lemmas - noun.chunk.head_lemmas
    found = {f.id: f for lemma in lemmas for f in frames().participles.get(lemma, ())}
    return next((f for _, f in sorted(found.items()) if f.embeds and link in f.preps), None)
