"""A family name spelled otherwise than before: "… Griffiths said", and in the next sentence "… Grifiths added"."""

from __future__ import annotations

from sifara.entities.chunks import Name
from sifara.entities.namewords import unknown
from sifara.entities.scope import Scope
from sifara.entities.spelling import distance
from sifara.entities.words import ARTICLE, Line, rests

_LEAST = 5  # letters


def respelt(scope: Scope, line: Line, index: int) -> Name | None:
    """Find the family name of somebody of the document with one letter more, less or other, behind a verb of saying."""
    word = line.keys[index]
    if not index or len(word) < _LEAST or word.startswith(ARTICLE) or not unknown(scope, line, index):
        return None
    if scope.hits_at(line, index) or scope.lexicon.sets["saying"].isdisjoint(rests(line.keys[index - 1])):
        return None
    for family, bearers in scope.families.items():
        alike = family[0] == word[0] and len(family) >= _LEAST and distance(family, word) == 1
        if alike and " " not in family and len(bearers) == 1:
            return Name(index, index + 1, 0, (), (family,), (), tuple(bearers))
    return None
