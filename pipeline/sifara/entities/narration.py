"""Words that tell of a named person rather than go on with the name."""

from __future__ import annotations

from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line

_THIRD = 2  # position of the third word of a name


def goes_on(scope: Scope, line: Line, index: int, position: int) -> bool:
    """Say whether a word behind a name begins what is told: [باسكال سليمان] تحرياتها, [نايف بن عيسى] سأرفع.

    ``position`` is that of the word if it were one of the name, from 0.
    """
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    if any(r.pos == "verb" and r.future and r.source == "domain" for r in readings):
        return True
    if position == 1 and _house(scope, line, index, True) and _house(scope, line, index - 1, False):
        return True  # الرئيس الأسد [أردوغان]
    if position < _THIRD or not readings:
        return False
    if not line.keys[index].startswith(ARTICLE):
        return all(r.pronoun.startswith("3") for r in readings)
    several = all(r.pos in ("noun", "adj") and (r.number, r.gender) == ("p", "f") for r in readings)
    deed = all(r.pos == "noun" and r.source == "domain" for r in readings)
    return several or deed  # إبراهيم كنعان [المجموعات], حسني مبارك [التنحي]


def _house(scope: Scope, line: Line, index: int, famous: bool) -> bool:
    """Say whether a word is the family name of somebody in the tables (``famous``: well known), and no given name."""
    if line.keys[index] in scope.lexicon.sets["given"]:
        return False
    hits = [hit for hit in scope.hits_at(line, index) if not hit.clitics and hit.end == index + 1]
    known = [scope.known(name) for hit in hits for name in hit.alias.family]
    named = line.keys[index].startswith(ARTICLE) and not famous  # الأسد, but not أوغو
    return any(one is not None and (one.famous or named) for one in known)
