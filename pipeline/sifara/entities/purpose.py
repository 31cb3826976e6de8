"""What an office is for, between a title and its name: رئيس المجلس الأعلى [للقضاء] الدكتور وليد."""

from __future__ import annotations

from sifara.entities.bodies import find_body
from sifara.entities.chunks import Title
from sifara.entities.names import name_follows
from sifara.entities.namewords import is_word, unknown
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, stems, variants

_LONGEST = 8  # words
_FOR, _AT, _AND = ("li",), ("bi",), ("wa",)
_RECEIVING = frozenset({"HeadOfState", "HeadOfGovernment", "CrownPrince", "SecretaryGeneral", "DeputyMinister"})
_RECEIVING |= {"Minister", "ForeignMinister", "DefenceMinister"}  # whom they receive stands behind the place too
_GENERAL = ("director_general", "chief")


def purpose(scope: Scope, line: Line, start: int, title: Title) -> int:
    """Step over what an office is for or where it is, if a name follows: المنسق العام [للانتخابات بالأحساء] المهندس.

    Gives the token behind, ``start`` itself if there is nothing of the kind.
    """
    if not _begins(scope, line, start, title):
        return start
    end = start
    while end < len(line.keys) and end - start < _LONGEST:
        step = _step(scope, line, end, end == start)
        if step == end:
            return start
        end = step
        if _named(scope, line, end):
            named_for = scope.lexicon.sets["named_for"]
            return start if not named_for.isdisjoint(stems(line.keys[end - 1])) else end  # جامعة الملك سعود
    return start


def _begins(scope: Scope, line: Line, start: int, title: Title) -> bool:
    """Say whether ل, ب or و with a noun stands behind a title that may have it."""
    if start >= len(line.keys):
        return False
    word, sets = line.keys[start], scope.lexicon.sets
    if word in sets["about"]:
        return title.head.name == "chief"  # المسؤول عن الملف
    serves = word in sets["accredited"] or title.role not in _RECEIVING
    if word in sets["host"] and not title.bare and serves:
        return find_body(scope, line, start + 1, clitics=False) is not None
    clitics = {v.clitics for v in variants(word)}
    short = title.bare and title.end - title.start == 1
    if short and not (title.definite and title.head.name in _GENERAL):
        return False
    wide = {_FOR, _AT} if short else {_FOR, _AT, _AND}
    return bool(clitics & wide)


def _step(scope: Scope, line: Line, index: int, first: bool) -> int:
    """Give the token behind the next word of a purpose; ``index`` itself where it ends."""
    keys, lexicon = line.keys, scope.lexicon
    word = keys[index]
    if not is_word(word) or word in lexicon.verbs:
        return index
    if first and word in lexicon.sets["about"]:
        return index + 1
    if word in lexicon.sets["host"]:
        place = find_body(scope, line, index + 1, clitics=False)
        return place.end if place is not None else index
    if word in lexicon.sets["stops"] and not (word in lexicon.sets["presiding"] and line.keys[index + 1 : index + 2]):
        return index
    if word in lexicon.sets["presiding"]:
        return index + 2 if scope.definite(line.keys[index + 1]) else index  # برئاسة الجمهورية
    tables = (lexicon.heads, lexicon.honorifics, lexicon.anaphors)
    if any(table.find(line, index) is not None for table in tables):
        return index
    if any(hit.alias.family for hit in scope.hits_at(line, index)):
        return index
    if first and scope.hits_at(line, index):
        return index  # سفير كذا لدى, رئيس الوزراء لمصر
    listed = next((hit for hit in scope.hits_at(line, index) if hit.alias.full), None)
    if listed is not None:
        return listed.end
    if first:
        return index + 1 if _noun(scope, line, index, (_FOR, _AT, _AND)) else index
    if _noun(scope, line, index, ((), _FOR, _AT, _AND)):
        return index + 1
    return index


def _noun(scope: Scope, line: Line, index: int, clitics: tuple[tuple[str, ...], ...]) -> bool:
    """Say whether a word is a definite noun, or a noun with a definite one behind it, with one of these clitics."""
    word = line.keys[index]
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    for variant in variants(word):
        if variant.clitics not in clitics:
            continue
        if variant.definite and word not in scope.lexicon.sets["given"]:
            return True
        following = line.keys[index + 1] if index + 1 < len(line.keys) else ""
        plain = any(r.pos == "noun" and r.prefix == variant.offset and not r.pronoun for r in readings)
        if plain and variant.clitics != _AND and following.startswith(ARTICLE):
            return True
    return False


def _named(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a name surely stands here: a given name that is a word too needs more behind it."""
    if not name_follows(scope, line, index):
        return False
    word, sets = line.keys[index], scope.lexicon.sets
    if word in sets["connectors"]:
        return False  # مؤسسة الوليد [بن] طلال
    if word not in sets["common_given"] or scope.lexicon.honorifics.find(line, index, clitics=False) is not None:
        return True
    behind = line.keys[index + 1] if index + 1 < len(line.keys) else ""
    house = behind.startswith(ARTICLE) and behind.endswith("\u064a")
    return behind in sets["given"] or behind in sets["connectors"] or unknown(scope, line, index + 1) or house
