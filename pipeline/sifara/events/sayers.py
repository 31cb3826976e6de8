"""Which verb of saying governs the words said: over an interview, a meeting or a communiqué in between."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.frames import Frame
from sifara.events.grammar import Grammar
from sifara.events.predicates import Clause, Parsed, Predicate
from sifara.events.subjects import names_behind

COLON = ":"
_BESIDE = 3  # chunks from the end of a quotation to the verb that says whose it is


def _speaks(verb: Predicate | None) -> bool:
    return verb is not None and any(f.speech for f in verb.frames)


def told_here(clause: Clause) -> bool:
    """Whether a clause holds what a verb of saying introduces, with or without quotation marks."""
    return any(c.voice or (c.kind in ("comp", "quote") and _speaks(c.parent)) for c in clause.chain())


def told_behind(parsed: Parsed) -> None:
    """Give a quotation that opens the sentence the verb of saying behind it: "«We refuse», said the minister"."""
    governing = [c.parent for c in parsed.clauses]
    for clause in parsed.clauses:
        if clause.kind != "quote" or clause.parent is not None or clause.outer is None:
            continue
        after = [p for p in parsed.predicates if p.chunk.start > clause.start and not p.chunk.quoted]
        verb = after[0] if after and after[0].form == "verb" else None
        if verb is None or not _speaks(verb) or verb in governing or verb.chunk.conj:
            continue
        if any(c.kind == "close" for c in parsed.chunks[: verb.chunk.index][-_BESIDE:]):
            clause.parent = verb


def beyond_communique(clause: Clause, clauses: list[Clause]) -> Clause:
    """Go out of the relative clause in "considered, in a communiqué that his office issued, that"."""
    outer, verb = clause.outer, clause.verb if clause.kind == "rel" else None
    if verb is None or outer is None or not _speaks(outer.verb):
        return clause
    takes = any(f.speech or f.embeds or f.carrier for f in verb.frames)
    return clause if takes or any(c.kind == "comp" and c.parent is outer.verb for c in clauses) else outer


def sayer(clause: Clause, grammar: Grammar) -> Predicate | None:
    """Give the verb of "considered in an interview with … that": its clause hangs on no occasion in between."""
    verb, last = clause.verb, clause.heads[-1] if clause.heads else None
    if verb is None or last is None or last.form != "noun" or not _speaks(verb):
        return None
    while last.parent is not None and last.parent is not verb and last.parent.form == "noun":
        last = last.parent
    held = last.chunk.prep in grammar.lists["occasion_holders"] | grammar.lists["temporal_prepositions"]
    return verb if held and last.parent in (verb, None) and last.chunk.index > verb.chunk.index else None


def beyond_deed(clause: Clause, clauses: list[Clause]) -> Clause:
    """Go out of "the source, who refused to be named, said that": what is said is no object of the refusal."""
    outer, verb = clause.outer, clause.verb
    if clause.kind != "rel" or outer is None or verb is None or not verb.objects or outer.verb is None:
        return clause
    speaks = any(f.speech for f in outer.verb.frames) and not any(c.parent is outer.verb for c in clauses)
    deed = bool(verb.frames) and not any(f.speech or f.carrier for f in verb.frames)
    return outer if speaks and deed else clause


def goes_on_saying(verb: Chunk, found: tuple[Frame, ...], chunks: list[Chunk]) -> bool:
    """Whether a verb of saying behind a comma goes on after what was said: "that it is ready for talks, and said"."""
    perfect = bool(verb.readings) and all(r.aspect == "p" and r.person == "3" for r in verb.readings)
    apart = verb.index > 0 and chunks[verb.index - 1].kind == "punct"
    return perfect and apart and not verb.quoted and any(f.speech for f in found)


def beyond_colon(verb: Predicate, noun: Chunk, chunks: list[Chunk]) -> bool:
    """Whether a colon stands between a verb of saying and a noun, which is part of what is said."""
    between = chunks[verb.chunk.index + 1 : noun.index]
    return _speaks(verb) and any(c.kind == "punct" and c.word == COLON for c in between)


def over_with(word: Chunk, clause: Clause, chunks: list[Chunk], grammar: Grammar) -> set[str]:
    """Kinds of clauses that a verb of saying behind "as well" and a comma ends: "that he is in Oman, and also said"."""
    apart = word.index > 0 and chunks[word.index - 1].kind == "punct" and clause.kind == "comp" and clause.verb is None
    verb = chunks[word.index + 1] if word.index + 1 < len(chunks) else word
    also = apart and word.word in grammar.lists["additive_words"] and verb.kind == "verb"
    return {"comp"} if also and not names_behind(verb, chunks) else set()
