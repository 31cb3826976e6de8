"""The head noun of a title: its number where the letters leave it open."""

from __future__ import annotations

from functools import lru_cache

from sifara.entities.entries import Head
from sifara.entities.phrases import Match
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, Variant, variants

_ALIF = "\u0627"
_FOR_THE = "\u0644\u0644"
_TA, _TA_MARBUTA = "\u062a", "\u0647"
LED = ("president", "secretary_general")  # heads of states and bodies: رئيسها فلان, أمينها العام فلان
_PRONOUNS = ("\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627")


def accusative(scope: Scope, line: Line, match: Match[Head]) -> Head:
    """Tell وزيرا للخارجية, one minister in the accusative, from the two of وزيرا خارجية."""
    head, word = match.value, match.variant.stem
    following = line.keys[match.end] if match.end < len(line.keys) else ""
    if head.number != "d" or match.end > match.start + 1 or word[-1] != _ALIF:
        return head
    if not following.startswith(_FOR_THE) and following not in scope.lexicon.sets["concern"]:
        return head
    entries = scope.lexicon.heads.entries.get(word[:-1], ())
    return next((value for rest, _, value in entries if not rest and value.number == "s"), head)


@lru_cache(maxsize=100_000)
def with_pronoun(word: str) -> tuple[tuple[Variant, str], ...]:
    """Take a possessor's pronoun off a word: سفيرها is سفير."""
    found = []
    for variant in variants(word) if word.endswith(_PRONOUNS) else ():
        for pronoun in _PRONOUNS if not variant.definite else ():
            if variant.stem.endswith(pronoun):
                stem = variant.stem[: -len(pronoun)]
                found.append((variant, stem[:-1] + _TA_MARBUTA if stem.endswith(_TA) else stem))
                break
    return tuple(found)


def led_role(kind: str, role: str) -> str:
    """Give the role of who leads a state or body of some type; "" where nobody leads such a thing."""
    if kind == "Country":
        return "" if role == "SecretaryGeneral" else role
    if kind == "IntergovernmentalOrganization":
        return "SecretaryGeneral"
    bodies = ("Party", "ArmedGroup", "Organization", "GovernmentBody")
    return "" if kind not in bodies else role if role == "SecretaryGeneral" else "Official"


def without_li(word: str) -> str:
    """Give للوزراء as الوزراء, لمجلس as مجلس."""
    return ARTICLE + word[2:] if word.startswith(_FOR_THE) else word.removeprefix(_FOR_THE[0])
