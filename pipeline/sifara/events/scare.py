"""Quotation marks around one word, with which headlines hold a verb at arm's length: «تدين»."""

from __future__ import annotations

from collections.abc import Sequence

from sifara.document import Mention, Token
from sifara.events.marks import QUOTES


def without_marks(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """Leave out the marks around one verb right behind a name.

    Whoever is said to "condemn" does so as well as who condemns: the marks are the newspaper's and no speech begins.
    """
    ends = {m.end for m in mentions}
    left_out: set[int] = set()
    for i in range(1, len(tokens) - 2):
        before, mark, word, closing = tokens[i - 1 : i + 3]
        marked = mark.text in QUOTES and closing.text in QUOTES and before.end in ends
        if marked and any(r.pos == "verb" and r.person == "3" for r in word.readings):
            left_out |= {i, i + 2}
    return tuple(t for i, t in enumerate(tokens) if i not in left_out) if left_out else tuple(tokens)
