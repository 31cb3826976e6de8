"""Offices told in the accusative behind a name: عين فلان سفيرا لدى, انتخب فلان رئيسا للبرلمان."""

from __future__ import annotations

from sifara.entities.chunks import Title
from sifara.entities.entries import Head
from sifara.entities.scope import Scope
from sifara.entities.titles import parse_title
from sifara.entities.words import Line, variants

_ALIF = "\u0627"
_LI = "\u0644"
_FAR = 10  # words
_ENDS = frozenset(".\u061b")


def find_post(scope: Scope, line: Line, index: int) -> Title | None:
    """Find a post in the accusative with what it is of; a head alone is none."""
    keys = line.keys
    if index + 1 >= len(keys) or not keys[index].endswith(_ALIF) or keys[index] in scope.lexicon.sets["stops"]:
        return None
    for rest, definite, head in scope.lexicon.heads.entries.get(keys[index][:-1], ()):
        end = index + 1 + len(rest)
        own = tuple(_nominative(word) for word in keys[index + 1 : end])
        if definite or head.number != "s" or own != rest:
            continue
        return _post(scope, line, index, end, head)
    return None


def told_post(scope: Scope, line: Line, start: int, end: int) -> Title | None:
    """Find the post of whoever is named at ``start`` to ``end``: right behind, or further on behind an appointment.

    وانتخب البرلمان سيمون هاريس، البالغ 37 عاما، رئيسا للوزراء.
    """
    keys, appointing = line.keys, scope.lexicon.sets["appointing"]
    post = find_post(scope, line, end)
    before = keys[max(start - _FAR, 0) : start]
    if post is not None or not any(word[v.offset :] in appointing for word in before for v in variants(word)):
        return post
    for index in range(end, min(end + _FAR, len(keys))):
        if keys[index] in scope.lexicon.verbs or keys[index] in _ENDS:
            return None
        post = find_post(scope, line, index)
        if post is not None:
            return post
    return None


def _post(scope: Scope, line: Line, index: int, end: int, head: Head) -> Title | None:
    title = Title(index, end, 0, (), head, head.role, False, head_end=end)
    while title.end < len(line.keys) and _adjective(scope, line.keys[title.end]):
        title.end += 1
    word = line.keys[title.end] if title.end < len(line.keys) else ""
    sets = scope.lexicon.sets
    if not (word.startswith(_LI) or word in sets["toward"] or word in sets["on_behalf"]):
        return None
    found = parse_title(scope, line, title, post=True)
    return found if found is not None and not found.bare else None


def _nominative(word: str) -> str:
    return word[:-1] if word.endswith(_ALIF) else word


def _adjective(scope: Scope, word: str) -> bool:
    """Say whether a word is an adjective of titles in the accusative: جديدا, خاصا."""
    if not word.endswith(_ALIF):
        return False
    known = scope.lexicon.modifiers.entries.get(word[:-1], ())
    return any(not rest for rest, _, _ in known)
