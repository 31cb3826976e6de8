"""Names that begin with spelled letters: بي جي كراولي, إيه إن روي."""

from __future__ import annotations

from sifara.entities.namewords import name_like, unknown
from sifara.entities.scope import Scope
from sifara.entities.words import Line

_MOST = 3  # letters


def spelled(scope: Scope, line: Line, start: int) -> int:
    """Give the end of a name of two or three Latin letters and a family name (``start`` itself for none)."""
    keys, letters = line.keys, scope.lexicon.sets["latin_letters"]
    end = start
    while end < len(keys) and end - start < _MOST and keys[end] in letters:
        end += 1 + (keys[end + 1 : end + 2] == (".",))
    if end < start + 2 or any(hit.alias.full for hit in scope.hits_at(line, start)):
        return start
    if end >= len(keys) or not (keys[end] in scope.lexicon.sets["given"] or unknown(scope, line, end)):
        return start
    end += 1
    return end + (end < len(keys) and unknown(scope, line, end) and name_like(scope, line, end, 1))
