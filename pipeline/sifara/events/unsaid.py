"""Verbs of saying that tell of no statement: of what was said, and of what somebody is told to think."""

from __future__ import annotations

from sifara.events.grammar import Grammar
from sifara.events.predicates import Predicate


def unsaid_here(predicate: Predicate, grammar: Grammar) -> bool:
    """Whether a verb of saying tells of no statement where it stands."""
    return _told_of(predicate, grammar) or _view(predicate, grammar)


def _told_of(predicate: Predicate, grammar: Grammar) -> bool:
    """A verb of saying whose object is the noun of its relative clause: "the view that he explained".

    What is declared or judged there is declared nonetheless: "the truce that Moscow announced".
    """
    if predicate.chunk.head_lemmas & grammar.lists["declaring_verbs"]:
        return False
    free = predicate.clause.kind == "rel" and not predicate.subject  # "what he said"
    described = predicate.form == "verb" and (predicate.antecedent is not None or free)
    return described and bool(predicate.chunk.pronoun)


def _view(predicate: Predicate, grammar: Grammar) -> bool:
    """A view that somebody else tells of: "he said that Moscow considers" is what he said, not Moscow."""
    told = predicate.clause.parent if predicate.clause.kind == "comp" else None
    views = predicate.form == "verb" and bool(predicate.chunk.head_lemmas & grammar.lists["view_verbs"])
    now = all(r.aspect == "i" for r in predicate.chunk.readings)
    return views and now and told is not None and any(f.speech for f in told.frames)
