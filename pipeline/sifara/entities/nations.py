"""Names and adjectives of countries at a place of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.chunks import Part
from sifara.entities.nisba import Nisba
from sifara.entities.phrases import Match
from sifara.entities.places import settle
from sifara.entities.words import ARTICLE, Line

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_MAQSURA = "\u0649"


def nation(scope: Scope, line: Line, index: int, clitics: bool = True, strong: bool = False) -> Part | None:
    """Find the adjective or the name of a country at a token; ``strong``: a doubtful adjective counts as well."""
    match = scope.lexicon.nisbas.find(line, index, clitics=clitics)
    hit = next((h for h in scope.hits_at(line, index) if clitics or not h.clitics), None)
    if hit is not None and (match is None or hit.end > match.end):
        settled = settle(scope, line, hit)
        if settled is not None and settled[1] == "Country":
            return Part(hit.start, hit.end, hit.offset, settled[0], "listed")
    if match is not None and (trusted(scope, line, match) or (strong and match.definite)):
        return Part(match.start, match.end, match.variant.offset, (match.value.entity,), "nisba")
    return None


def trusted(scope: Scope, line: Line, match: Match[Nisba]) -> bool:
    """Say whether an adjective is that of the state: doubtful ones need the article or the state's own name."""
    nisba = match.value
    last = line.tokens[match.end - 1].text
    if scope.final_ya and last.endswith(_MAQSURA):
        return False  # اليمنى is "right" where final ya has its dots
    definite = any(word.startswith(ARTICLE) for word in line.keys[match.start : match.end]) or match.definite
    if nisba.only_definite and not definite:
        before = line.keys[match.start - 1] if match.start else ""
        return nisba.entity in scope.present and before not in scope.lexicon.sets["adjective_hosts"]
    return not nisba.doubtful or nisba.entity in scope.present


def abroad(scope: Scope, line: Line, index: int) -> Part | None:
    """Find the nationals abroad whom a ministry is for besides, and whose state it is of: والتونسيين بالخارج."""
    lexicon, keys = scope.lexicon, line.keys
    match = lexicon.nisbas.find(line, index) if index < len(keys) else None
    if match is None or match.variant.clitics != ("wa",) or not match.definite:
        return None
    end = match.end + (match.end < len(keys) and keys[match.end] in lexicon.sets["residing"])
    end += end < len(keys) and keys[end] in lexicon.sets["host"]
    if end >= len(keys) or keys[end] not in lexicon.sets["abroad"]:
        return None
    return Part(index, end + 1, match.variant.offset, (match.value.entity,), "nisba")


def inner_parts(scope: Scope, line: Line, start: int, end: int) -> list[Part]:
    """Find the countries that are named within a longer name."""
    parts = []
    index = start
    while index < end:
        nisba = nation(scope, line, index)
        if nisba is not None and nisba.end <= end:
            if scope.entity(nisba.entities[0]).type == "Country":
                parts.append(nisba)
            index = nisba.end
        else:
            index += 1
    return parts
