"""Who acts where the name stands behind a noun that says what it is: "the researcher at the centre, X, said that"."""

from __future__ import annotations

from collections.abc import Mapping

from sifara.events.agreement import unbound
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.marks import COMMAS
from sifara.events.predicates import Predicate

_FAR = 8  # chunks from the verb to the name
_NAMED = ("name", "titled")
_BODIES = ("ArmedGroup", "Party", "Organization")
_UNLISTED = "pattern"  # the rule of bodies that no table has


def named_late(verb: Predicate | None, name: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a name behind a verb and its subject is that of the subject."""
    return speaks_here(verb, name, chunks, grammar) or acts_here(verb, name, chunks, grammar)


def speaks_here(verb: Predicate | None, name: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether the name of somebody behind a verb of saying is that of its subject, a noun that names nobody.

    What is said, or the preposition of the verb, must follow: else the name may be the object.
    """
    if verb is None or verb.form != "verb" or not _somebody(name) or not _saying(verb, grammar):
        return False
    told = verb.subject or (verb.objects[0] if verb.objects else [])
    first = told[0] if told else None
    if first is None or first.index != verb.chunk.index + 1 or len(told) > 1:
        return False
    if first.mention is not None and (first.mention.entities or first.mention.type != "Person"):
        return False
    if not first.words or first.pronoun or first.prep or first.head_lemmas & _voiceless(grammar):
        return False
    between = chunks[first.index + 1 : name.index]
    aside = bool(between) and between[-1].word in COMMAS
    if len(between) > _FAR or any(c.kind not in ("np", "time") for c in (between[:-1] if aside else between)):
        return False
    if name.genitive and not _closed(chunks[name.index - 1], first):
        return False  # "the wife of the journalist X"
    constructed = not first.definite and bool(between) and between[0].genitive
    if constructed and first.head_lemmas & (grammar.lists["kin_nouns"] | grammar.lists["serving_nouns"]):
        return False
    apposed = bool(verb.subject) and first.definite and not between  # "the historian X" says it, whatever follows
    return apposed or _goes_on(verb, name, chunks, grammar.lists)


def acts_here(verb: Predicate | None, name: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether the name of a body stands behind the words that say what it is: "the Islamic resistance movement X"."""
    first = verb.subject[0] if verb is not None and verb.form == "verb" and len(verb.subject) == 1 else None
    if verb is None or first is None or first.index != verb.chunk.index + 1:
        return False
    strange = first.mention is not None and first.mention.rule.startswith(_UNLISTED)
    if first.mention is not None and not strange:
        return False
    body = name.mention is not None and name.mention.type in _BODIES and not (name.conj or name.prep or name.genitive)
    between = chunks[first.index + 1 : name.index]
    words = (strange or bool(between)) and all(c.genitive or c.kind == "open" for c in between)
    return body and words and bool(first.head_lemmas & grammar.lists["movement_nouns"])


def among(name: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a name tells who the people right before it are: "from the members of the bureau X and Y"."""
    before = chunks[name.index - 1] if name.index else None
    if before is None or before.kind != "np" or not before.genitive or before.mention is not None or name.prep:
        return False
    head = next((c for c in reversed(chunks[: before.index]) if not c.genitive), None)
    if head is None or head.kind != "np" or head.mention is not None or not (head.prep or head.genitive):
        return False
    lists = grammar.lists
    people = head.head_lemmas & (lists["agent_nouns"] | lists["people_nouns"])
    return bool(people) and any(r.number == "p" for r in head.readings)


def points_to(verb: Chunk, behind: Chunk, grammar: Grammar) -> bool:
    """Whether a verb has what it tells behind this preposition alone: "polls point to"."""
    return behind.prep in grammar.lists["pointing_prepositions"] and bool(
        verb.head_lemmas & grammar.lists["pointing_verbs"]
    )


def held_apart(participle: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a participle behind a comma describes the person named before it: "X, (who is) held since June"."""
    if participle.index < 2 or not participle.definite or chunks[participle.index - 1].word not in COMMAS:
        return False
    before = chunks[participle.index - 2]
    after = chunks[participle.index + 1] if participle.index + 1 < len(chunks) else None
    person = before.mention is not None and before.mention.type == "Person" and before.mention.kind in _NAMED
    return person and after is not None and (after.kind == "time" or bool(after.prep))


def entitled(name: Chunk, title: Chunk) -> bool:
    """Whether a title without a name behind a comma is that of the person named before it."""
    named = name.mention is not None and name.mention.type == "Person" and name.mention.kind in _NAMED
    alone = title.mention is not None and title.mention.kind == "title" and title.mention.type != "Person"
    return named and alone and title.mention is not None and title.mention.number == "s" and not title.conj


def _voiceless(grammar: Grammar) -> frozenset[str]:
    """Nouns whose name behind them is not that of a person who speaks: papers, documents, bodies."""
    lists = grammar.lists
    return lists["voiceless_nouns"] | lists["media_nouns"] | lists["signed_nouns"]


def _somebody(name: Chunk) -> bool:
    mention = name.mention
    person = mention is not None and mention.type == "Person" and mention.kind in _NAMED and bool(mention.entities)
    return person and not (name.conj or name.prep)


def _saying(verb: Predicate, grammar: Grammar) -> bool:
    """Whether a verb tells of speech, and not of speech to somebody."""
    addressed = verb.chunk.head_lemmas & grammar.lists["addressing_verbs"]
    return any(f.speech for f in verb.frames) and not addressed and not verb.chunk.pronoun


def _closed(before: Chunk, first: Chunk) -> bool:
    """Whether nothing in the genitive can follow a noun: it is definite, a name, or known as nothing else."""
    if before is first:
        return False
    strange = bool(before.readings) and all(r.source == "backoff" or r.pos == "noun_prop" for r in before.readings)
    return before.definite or before.mention is not None or strange


def _goes_on(verb: Predicate, name: Chunk, chunks: list[Chunk], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether what is said begins behind a name."""
    after = chunks[name.index + 1 : name.index + 4]
    while after and (after[0].kind == "time" or after[0].word in COMMAS):
        after = after[1:]
    if not after:
        return False
    about = any(after[0].prep in f.preps or after[0].prep in f.with_prep for f in verb.frames if f.speech)
    uttered = after[0].head_lemmas & lists["uttered_nouns"] and after[0].prep in lists["occasion_holders"]
    said = after[0].kind in ("comp", "open") or after[0].word == ":"
    return said or (after[0].kind == "np" and bool(about or uttered))


def names(chunk: Chunk, chunks: list[Chunk], grammar: Grammar) -> bool:
    """Whether a name in quotation marks is that of the noun before them: "under the plan «Road Map»"."""
    mark = chunks[chunk.index - 1] if chunk.index else None
    if mark is None or mark.kind != "open" or chunk.mention is None or chunk.prep or chunk.conj or mark.index == 0:
        return False
    noun, close = chunks[mark.index - 1], chunks[chunk.index + 1 : chunk.index + 2]
    bare = noun.kind == "np" and noun.mention is None and bool(noun.words) and not (noun.definite or noun.pronoun)
    whole = bool(close) and close[0].kind == "close"
    return bare and whole and len(noun.words) == 1 and not unbound(noun, grammar)
