"""Resolutions of the Security Council by their number: قرار مجلس الأمن الدولي رقم 2216."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.chunks import Body, Part
from sifara.entities.spelling import identifier
from sifara.entities.words import ARTICLE, Line, variants

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_COUNCIL = "United Nations Security Council"
_NUMBERS = range(100, 10_000)
_STEPS = 4  # phrases between the noun and its number


def find_resolution(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """Find a resolution that is named by its number, listed or made for the document.

    The bare number (القرار 1267) counts where the document names the Security Council.
    """
    lexicon, keys = scope.lexicon, line.keys
    for variant in variants(keys[start]):
        text = ARTICLE + variant.stem if variant.definite else variant.stem
        if (text,) not in lexicon.lists["resolution_nouns"] or (variant.clitics and not clitics):
            continue
        index, told = _behind(scope, line, start + 1)
        bracket = index < len(keys) and keys[index] == "("
        index += bracket
        if index >= len(keys) or not keys[index].isdigit() or int(keys[index]) not in _NUMBERS:
            return None
        if not told and scope.knowledge.any_label.get(_COUNCIL) not in scope.present:
            return None
        number, end = int(keys[index]), index + 1
        end += bracket and keys[end : end + 1] == (")",)
        english = f"{_COUNCIL} Resolution {number}"
        name = scope.knowledge.any_label.get(english) or identifier(english)
        if scope.known(name) is None:
            words = " ".join(lexicon.lists["resolution_label"][0])
            scope.make(name, "Treaty", f"{words} {number}", english, None)
        parts = _parts(scope, line, start + 1, index)
        at = variant.offset, variant.clitics
        return Body(start, end, *at, (name,), "Treaty", "pattern", parts=parts, rule="resolution")
    return None


def _parts(scope: Scope, line: Line, start: int, end: int) -> list[Part]:
    """Give the body that is named within, for which the resolution counts."""
    for index in range(start, end):
        for hit in scope.hits_at(line, index):
            if hit.end <= end and not hit.clitics and hit.alias.full:
                return [Part(index, hit.end, 0, hit.alias.full[:1], "name")]
    return []


def _behind(scope: Scope, line: Line, index: int) -> tuple[int, bool]:
    """Step over whose resolution it is and the word for number; say whether the Security Council is told."""
    told = False
    for _ in range(_STEPS):
        taken = next((w for w in scope.lexicon.lists["resolutions"] if line.keys[index : index + len(w)] == w), None)
        if taken is None:
            break
        told = told or taken not in scope.lexicon.lists["number_words"]
        index += len(taken)
    return index, told
