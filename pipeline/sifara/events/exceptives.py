"""Negation with an exception: "met only", "did not sign until"."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.predicates import Predicate

_BORDERS = ("punct", "open", "close", "comp", "sub")


def denied(before: list[Chunk], grammar: Grammar) -> bool:
    """Say whether a negation stands among the chunks before, in the same clause."""
    for chunk in reversed(before):
        if chunk.kind in _BORDERS:
            return False
        if chunk.kind == "mark" and chunk.word in grammar.lists["negators"]:
            return True
    return False


def affirm(verb: Predicate | None, after: list[Chunk], grammar: Grammar) -> None:
    """Take the negation off a verb that is denied of all others only; "only after", "only if" leave it denied."""
    conditions = grammar.lists["exceptive_conditions"]
    if verb is None or not after or {after[0].prep, after[0].word} & conditions or after[0].kind == "sub":
        return
    verb.marks = [m for m in verb.marks if m not in grammar.lists["negators"]]
