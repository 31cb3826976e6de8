"""A further name behind و, where several people share a title."""

from __future__ import annotations

from sifara.entities.chunks import Name
from sifara.entities.names import find_name, unlisted_family
from sifara.entities.namewords import name_like, unknown
from sifara.entities.naming import honorifics
from sifara.entities.opaque import opaque
from sifara.entities.scope import Scope
from sifara.entities.words import Line

_WA = ("wa",)
_COMMAS = ("\u060c", ",")
_LEAST = 4  # letters
_SERVANT = "\u0639\u0628\u062f"  # عبد


def joined_name(scope: Scope, line: Line, index: int) -> Name | None:
    """Read a further name behind و in a shared title, over a comma and an honorific: والدكتور فلان، وفلان."""
    index += index < len(line.keys) and line.keys[index] in _COMMAS
    if index >= len(line.keys) or not line.keys[index].startswith("\u0648"):
        return None
    found = find_name(scope, line, index, titled=False, first=True) or unlisted_family(scope, line, index, first=True)
    found = found or _after_waw(scope, line, index)
    if found is not None:
        return found if found.clitics == _WA else None
    rank = scope.lexicon.honorifics.find(line, index)
    if rank is None or rank.variant.clitics != _WA:
        return None
    return find_name(scope, line, honorifics(scope, line, rank.end), titled=True, first=False)


def _foreign(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word that means nothing stands behind و, and another behind it: وجيورجيوس ستاثاكيس."""
    rest = line.keys[index][1:]
    plain = any(r.source != "backoff" and r.pos != "noun_prop" for r in line.tokens[index].readings)
    return not plain and opaque(scope, line, rest) and len(rest) >= _LEAST and unknown(scope, line, index + 1)


def _after_waw(scope: Scope, line: Line, index: int) -> Name | None:
    """Read an unlisted name behind و in a shared title: والسيد, وسيرغي ستانيشيف."""
    word, end = line.keys[index][1:], index + 1
    if word == _SERVANT and line.keys[end : end + 1] and line.keys[end] in scope.lexicon.sets["joined_behind"]:
        end += 1
    elif word not in scope.lexicon.sets["given"] and not _foreign(scope, line, index):
        return None
    while end < len(line.keys) and end < index + 3 and name_like(scope, line, end, 1):
        end += 1
    return Name(index, end, 1, _WA, (word, *line.keys[index + 1 : end])) if end > index + 1 else None
