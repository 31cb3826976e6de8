"""Unlisted bodies in quotation marks: «هيئة شؤون الأسرى», "تحالف السياسة الجديد"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.chunks import Body
from sifara.entities.namewords import is_word
from sifara.entities.spelling import identifier
from sifara.entities.words import Line, surface

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_OPENING, _CLOSING = frozenset("\"\u00ab\u201c"), frozenset("\"\u00bb\u201d")
_MOST = 7  # words
_BODIES = ("Organization", "GovernmentBody", "Party", "ArmedGroup", "IntergovernmentalOrganization")


def find_quoted(scope: Scope, line: Line, start: int) -> Body | None:
    """Read the head noun of a body with all that stands behind it up to the closing quotation mark.

    Words that make a statement (a verb, a full stop) are no name; neither is the head noun alone.
    """
    if not start or line.tokens[start - 1].text not in _OPENING:
        return None
    match = scope.lexicon.patterns.find(line, start, clitics=False)
    if match is None:
        return None
    type_ = next((p.type for p in match.value if p.type in _BODIES and not p.fixed), None)
    if type_ is None:
        return None
    for end in range(match.end, min(start + _MOST, len(line.keys) - 1) + 1):
        if end < len(line.keys) and line.tokens[end].text in _CLOSING:
            return _made(scope, line, start, end, type_) if end > match.end else None
        if not is_word(line.keys[end]) or line.keys[end] in scope.lexicon.verbs or _particle(scope, line, end):
            return None
    return None


def _particle(scope: Scope, line: Line, index: int) -> bool:
    word, sets = line.keys[index], scope.lexicon.sets
    return word in sets["stops"] and word not in sets["fields_too"] and word not in sets["before_quoted"]


def _made(scope: Scope, line: Line, start: int, end: int, type_: str) -> Body:
    words = surface(line, start, 0, end)
    name = identifier(words)
    if scope.known(name) is None:
        scope.make(name, type_, words, None, None)
    return Body(start, end, 0, (), (name,), scope.entity(name).type, "pattern", None, rule="pattern:quoted")
