"""What seems to be the subject of a verb and is not: a dateline, an object of one who goes on, a noun described."""

from __future__ import annotations

from sifara.events.agreement import agrees
from sifara.events.chunk import Chunk
from sifara.events.frames import Frames
from sifara.events.grammar import Grammar
from sifara.events.marks import DASHES
from sifara.events.predicates import Predicate

_OPENING = ("City", "Country", "Region", "MediaOutlet", "IntergovernmentalOrganization")
_TOWNS = ("City", "MediaOutlet")
_OTHERS = frozenset(("target", "participant", "recipient"))
_PARTIES = ("agent", "participant")
_NEAR = 5  # chunks behind a verb among which its noun leads back to what the clause describes


def dateline(chunks: list[Chunk], dash: Chunk) -> bool:
    """Whether a dash ends the place and agency with which a report opens: "Dubai, UAE (CNN) -- The army said"."""
    after = chunks[dash.index + 1] if dash.index + 1 < len(chunks) else None
    if not DASHES.issuperset(dash.word) or after is None or (after.kind == "np" and not after.prep):
        return False
    before = [c for c in chunks[: dash.index] if c.kind not in ("punct", "time")]
    dated = dash.index > 1 and chunks[dash.index - 1].kind == "time" and len(before) == 1  # "Amman, 4 October -- "
    places = all(c.kind == "np" and c.mention is not None and c.mention.type in _OPENING for c in before)
    return places and (dated or any(c.mention is not None and c.mention.type in _TOWNS for c in before))


def goes_on(predicate: Predicate, noun: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a thing behind a verb is its object, since the one who acts in the clause around goes on acting.

    "Decided to send troops", "hopes to discuss with his colleague the promotion of": a thing of one's own or not known
    before, or a deed behind the phrase of somebody else.
    """
    clause = predicate.clause
    above = clause.parent or (clause.outer.verb if clause.outer is not None else None)
    dependent = clause.kind == "cond" or (clause.kind == "comp" and not clause.pronoun)
    if not dependent or above is None or not predicate.frames or noun.mention is not None:
        return False
    wanted = any(noun.lemmas & f.with_nouns for f in predicate.frames)
    if any(r.aspect != "i" for r in predicate.chunk.readings):
        return False
    if not wanted and (noun.lemmas & grammar.lists["agent_nouns"] or all(f.object == "none" for f in predicate.frames)):
        return False
    if not all(f.subject in _PARTIES for f in predicate.frames):
        return False
    acts = above.subject[0] if above.subject else None
    if acts is not None and predicate.gender and not agrees(acts, predicate.gender, "s"):
        return False
    return not noun.definite and noun.index == predicate.chunk.index + 1


def complements(predicate: Predicate, noun: Chunk, lexicon: Frames, grammar: Grammar) -> bool:
    """Whether a thing is what a verb governs, since somebody not named here acts.

    Behind the other party ("discussed with his colleague the promotion of"), or as a deed that the verb of a dependent
    clause carries ("after he had laid the blame on").
    """
    if noun.mention is not None or not predicate.frames:
        return False
    lists = grammar.lists
    acting = lists["agent_nouns"] | lists["stand_in_nouns"] | lists["people_nouns"] | lists["counting_nouns"]
    if not acting.isdisjoint((*noun.lemmas, noun.word)):
        return False
    named = any(
        not _OTHERS.isdisjoint(f.preps.get(prep, ())) and (g[0].mention is not None or g[0].pronoun[:1] == "3")
        for prep, g in predicate.preps
        for f in predicate.frames
    )
    named = named and all(f.subject in _PARTIES for f in predicate.frames)
    if named or predicate.clause.kind not in ("comp", "cond", "adjunct"):
        return named
    fits = (not v.nouns or v.nouns & noun.lemmas for v in predicate.light if v.objects and v.control == "subject")
    return any(fits) and bool(noun.head_lemmas & lexicon.nouns.keys())


def carries_on(predicate: Predicate, noun: Chunk, chunks: list[Chunk], lexicon: Frames, grammar: Grammar) -> bool:
    """Whether a verb goes on from the one before, so that a thing behind it is what it governs.

    "… and criticised the policy of", ", and also praised the efforts of", "and launched raids on".
    """
    before = chunks[predicate.chunk.index - 1] if predicate.chunk.index else None
    also = before is not None and before.kind == "sub" and before.word in grammar.lists["additive_words"]
    told = also and predicate.clause.previous is not None and not any(f.speech for f in predicate.frames)
    if not (predicate.chunk.conj or told):
        return False
    if predicate.frames and not told and noun.mention is None and _opens(predicate, chunks):
        return not acts_first(predicate, noun, chunks, lexicon, grammar)
    if noun.mention is not None or predicate.frames:
        return True
    carries = any(v.objects and v.control == "subject" for v in predicate.light)
    happens = any(v.control == "subjectless" for v in predicate.light)
    return carries and not happens and not noun.definite and bool(noun.head_lemmas & lexicon.nouns.keys())


def _opens(predicate: Predicate, chunks: list[Chunk]) -> bool:
    """Whether a verb is the first thing in its sentence."""
    return all(c.kind in ("mark", "punct", "open") for c in chunks[: predicate.chunk.index])


def acts_first(predicate: Predicate, noun: Chunk, chunks: list[Chunk], lexicon: Frames, grammar: Grammar) -> bool:
    """Whether a thing behind the "and" and verb of a new sentence is its subject: "and the talks were suspended".

    It is not what the verb asks for or carries ("and renewed the call to", "and denied the accusations").
    """
    said = any(f.speech for f in predicate.frames)
    deed = bool(noun.head_lemmas & lexicon.nouns.keys())
    if deed and any(v.control == "subjectless" for v in predicate.light):
        return True
    if any(noun.lemmas & f.with_nouns for f in predicate.frames) or (predicate.light and deed):
        return False
    if noun.pronoun:
        return noun.pronoun[:1] == "1" or (said and bool(noun.lemmas & grammar.lists["agent_nouns"]))
    if noun.definite:
        return not (said and deed) and not _voiced_at(predicate, noun, chunks, lexicon, grammar)
    strange = all(r.source == "backoff" or r.pos == "noun_prop" for r in noun.readings)
    return strange or (predicate.gender == "f" and not (said and deed))


def _voiced_at(predicate: Predicate, noun: Chunk, chunks: list[Chunk], lexicon: Frames, grammar: Grammar) -> bool:
    """Whether a thing is what he goes on to voice something about, with nobody behind: "and condemned the attack"."""
    voiced = any(lexicon.classes.has(f.event, "voiced") for f in predicate.frames)
    people = grammar.lists["agent_nouns"] | grammar.lists["people_nouns"]
    if not voiced or predicate.gender == "f" or noun.lemmas & people:
        return False
    after = [c for c in chunks[noun.index + 1 :] if not (c.genitive or c.prep or c.kind == "time")][:1]
    return not any((c.kind == "np" and c.definite) or c.mention is not None for c in after)


def governed(predicate: Predicate, noun: Chunk) -> bool:
    """Whether an indefinite thing behind a verb that goes on is what its frames ask for, or a deed that it carries."""
    wanted = any(noun.lemmas & f.with_nouns for f in predicate.frames)
    return not noun.definite and (wanted or not predicate.frames)


def names_behind(verb: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a conjunction opens a clause with a verb and its subject: "it is bad, as the minister said"."""
    before = chunks[verb.index - 1] if verb.index else None
    after = next((c for c in chunks[verb.index + 1 :] if c.kind != "time"), None)
    named = after is not None and after.kind == "np" and after.mention is not None and not after.prep
    return before is not None and before.kind == "sub" and named


def led_back(verb: Predicate, noun: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a party right behind a verb acts, and a deed with a pronoun leads back: "a strike that X plans to make".

    ``noun`` is the party; the verb stands in a relative clause.
    """
    antecedent = verb.antecedent
    if antecedent is None or noun.mention is None or noun.index != verb.chunk.index + 1:
        return False
    behind = next((c for c in chunks[noun.index + 1 :] if c.kind != "time"), None)
    if behind is not None and behind.kind == "comp" and behind.pronoun and any(f.speech for f in verb.frames):
        return agrees(antecedent, behind.pronoun[1:2], "s")  # "sites of which the army said that they"
    document = antecedent.mention is None or antecedent.mention.type == "Treaty"
    if not document or any(f.object == "target" for f in verb.frames):
        return False
    for ahead in chunks[noun.index + 1 : noun.index + _NEAR]:
        if ahead.kind not in ("np", "time"):
            return False
        if ahead.words and ahead.pronoun[:1] == "3" and ahead.mention is None and not ahead.genitive:
            return agrees(antecedent, ahead.pronoun[1:2], "s")
    return False


def people(noun: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a noun tells people, or a number of them: "the students", "thousands of students"."""
    lists = grammar.lists
    after = chunks[noun.index + 1 : noun.index + 2]
    counts = lists["counting_nouns"] | lists["numerals"]
    counted = bool(after) and after[0].genitive and after[0].mention is None
    counted = counted and not counts.isdisjoint((*noun.lemmas, noun.word))
    told = after[0] if counted else noun
    return (told.definite or counted) and bool(told.lemmas & (lists["people_nouns"] | lists["agent_nouns"]))


def thing_acts(predicate: Predicate, noun: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a thing behind a verb that goes on is its subject: in "and criticised the policy" it is not."""
    vehicle = noun.lemmas & grammar.lists["striking_nouns"] and any(f.journey for f in predicate.frames)
    if governed(predicate, noun) and not vehicle:
        return False  # "and sent troops to"
    acting = grammar.lists["agent_nouns"] | grammar.lists["striking_nouns"]
    before = predicate.inherits.gender if predicate.inherits is not None else ""
    if before and predicate.gender and before != predicate.gender and noun.definite and not noun.pronoun:
        return True  # somebody else acts, and nobody else stands there
    some = noun.lemmas & acting or people(noun, chunks, grammar)
    return bool(some or (noun.nisbas and not noun.definite))


def joins_subject(verb: Predicate, noun: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a thing with "and" right behind the subject acts too: "the party and the campaign of X rejected"."""
    last = verb.subject[-1] if verb.subject else None
    if last is None or not noun.conj or noun.mention is not None or verb.objects or last.index < verb.chunk.index:
        return False
    between = chunks[last.index + 1 : noun.index]
    marks = ("open", "close")
    return all(c.kind in marks or (c.kind == "np" and {r.pos for r in c.readings} == {"adj"}) for c in between)


def as_what(verb: Predicate, noun: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a thing behind a verb of describing is what it describes: "and called the policy (that it is)"."""
    describes = verb.chunk.head_lemmas & grammar.lists["describing_verbs"] and not verb.chunk.pronoun
    if not describes or noun.prep or noun.index <= verb.chunk.index:
        return False
    names = noun.mention is not None and bool(noun.mention.entities)
    for chunk in chunks[noun.index + 1 :]:
        if chunk.kind == "comp":
            told = chunk.word in grammar.lists["complementizers_of_description"] and chunk.pronoun[:1] == "3"
            return told and agrees(noun, chunk.pronoun[1:2], chunk.pronoun[2:3])
        if chunk.prep == grammar.clitic_preps["bi"] and chunk.definite and noun.definite and not names:
            return True  # "and called the decision dangerous"
        if chunk.kind != "np" or not (chunk.genitive or chunk.prep):
            return False
    return False
