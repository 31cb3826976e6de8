"""Who acts in a clause of "that" on which no verb hangs it: "it is for Turkey to", "Iran must (that it) withdraw"."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.predicates import Clause, Group


def whose_turn(
    opening: Chunk, chunks: list[Chunk], outer: Clause | None, earlier: bool, grammar: Grammar
) -> tuple[Group, bool]:
    """Give who acts in the clause that ``opening`` opens, by what stands before, and whether "for" tells a duty.

    "It is for Turkey to withdraw", "Turkey must withdraw"; behind a word for "before" (``earlier``) also "it happened
    to Turkey that it met". ``outer`` is the clause around.
    """
    before = chunks[opening.index - 1] if opening.index else None
    duty = before is not None and before.prep in grammar.lists["duty_prepositions"]
    prior = before is not None and earlier and before.prep == grammar.clitic_preps["li"]
    if before is not None and before.mention is not None and (duty or prior):
        return [before], duty
    return _bound(opening, chunks, outer, grammar), False


def _bound(opening: Chunk, chunks: list[Chunk], outer: Clause | None, grammar: Grammar) -> Group:
    """Give who stands before a word of duty or possibility that nobody acts in: "Iran must (that it) withdraw"."""
    at = opening.index - 1
    while at > 0 and chunks[at].kind == "np" and chunks[at].pronoun[:1] == "3" and not chunks[at].words:
        at -= 1  # "ought (for it) to"
    if at < 1 or chunks[at].kind != "mark" or chunks[at].word not in grammar.lists["possibility_words"]:
        return []
    for group in outer.pending if outer is not None else ():
        if group[-1].index == at - 1 and group[0].mention is not None and not group[0].prep:
            return group
    return []
