"""Which verb of saying governs the words said: over an interview, a meeting or a communiqué in between."""

from __future__ import annotations

from sifara.events.grammar import Grammar
from sifara.events.predicates import Clause, Predicate


def _speaks(verb: Predicate | None) -> bool:
    return verb is not None and any(f.speech for f in verb.frames)


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
