"""Whatever can act or be acted on besides people: the longest body, state or place at a word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sifara.entities.chunks import Body
from sifara.entities.collectives import find_collective, find_rebels
from sifara.entities.localities import find_place
from sifara.entities.ministries import find_ministry
from sifara.entities.nations import inner_parts
from sifara.entities.organisations import find_organisation
from sifara.entities.places import settle
from sifara.entities.quoted import find_quoted
from sifara.entities.resolutions import find_resolution
from sifara.entities.words import ARTICLE, Line

if TYPE_CHECKING:
    from sifara.entities.scope import Scope


_WAW = "\u0648"
_NISBA = ("\u064a", "\u064a\u0647")


def find_body(scope: Scope, line: Line, start: int, clitics: bool = True, previous_place: bool = False) -> Body | None:
    """Find the longest body, state or place that begins at a token; ``clitics`` allows proclitics on it."""
    if start >= len(line.keys):
        return None
    found = [
        _listed(scope, line, start, clitics, previous_place),
        find_collective(scope, line, start, clitics),
        find_rebels(scope, line, start, clitics),
        find_ministry(scope, line, start, clitics),
        find_organisation(scope, line, start, clitics),
        find_quoted(scope, line, start),
        find_resolution(scope, line, start, clitics),
        find_place(scope, line, start, clitics),
    ]
    best: Body | None = None
    for body in found:
        if body is not None and (
            best is None or body.end > best.end or (body.end == best.end and body.kind == "collective")
        ):
            best = body
    listed = found[0]
    if best is not None and best.kind == "pattern" and listed is not None:
        joined = best.end > listed.end > start + 1 and line.keys[listed.end].startswith(_WAW)
        return listed if joined else _with_adjective(scope, line, listed, best)
    if best is not None and best is listed and listed.type == "ArmedGroup" and listed.end < len(line.keys):
        sort = line.keys[listed.end]
        adjective = sort.startswith(ARTICLE) and sort.endswith(_NISBA)
        if adjective and sort.removeprefix(ARTICLE) in scope.lexicon.sets["generic"]:
            return replace(listed, end=listed.end + 1)  # ميليشيا الحوثي الانقلابية
    return best


def _described(scope: Scope, line: Line, listed: Body, pattern: Body) -> int:
    """Give the end of a listed group with words that only say of what sort it is: ميليشيا الحوثي الانقلابية."""
    end = listed.end
    while end < pattern.end and line.keys[end].removeprefix(ARTICLE) in scope.lexicon.sets["generic"]:
        end += 1
    return end


def _with_adjective(scope: Scope, line: Line, listed: Body, pattern: Body) -> Body:
    """Let the adjective of a state behind a listed party or group belong to it: حزب العمال الكردستاني التركي."""
    lexicon, group = scope.lexicon, listed.type in ("Party", "ArmedGroup") and listed.end > listed.start + 1
    if group and any(table.find(line, listed.end) for table in (lexicon.collectives, lexicon.heads)):
        return listed  # اتهم حزب الحركة القومية [الحكومة التركية]
    adjective = pattern.parts[-1] if pattern.parts else None
    end = _described(scope, line, listed, pattern)
    if listed.type in ("Party", "ArmedGroup", "Treaty") and end > listed.end:
        return replace(listed, end=end)
    if listed.type not in ("Party", "ArmedGroup") or adjective is None or adjective.kind != "nisba":
        return pattern
    if (adjective.start, adjective.end) != (listed.end, pattern.end):
        return pattern
    return replace(listed, end=pattern.end, parts=[*listed.parts, adjective])


def _called(scope: Scope, word: str) -> bool:
    """Say whether a word as a whole is a given name and nothing else: باراك is not "in Arak"."""
    sets = scope.lexicon.sets
    return word in sets["given"] and word not in sets["common_given"] and word not in sets["stops"]


def _listed(scope: Scope, line: Line, start: int, clitics: bool, previous_place: bool) -> Body | None:
    for hit in scope.hits_at(line, start):
        if hit.clitics and (not clitics or _called(scope, line.keys[hit.start])):
            continue
        settled = settle(scope, line, hit, previous_place)
        if settled is None:
            continue
        entities, type_, rule = settled
        kind = "place" if type_ in ("City", "Region") else "listed"
        parts = []
        if type_ not in ("Country", "City"):
            parts = inner_parts(scope, line, hit.start + 1, hit.end)
        return Body(
            hit.start,
            hit.end,
            hit.offset,
            hit.clitics,
            entities,
            type_,
            kind,
            scope.country_of(entities[0]),
            parts,
            rule=rule,
        )
    return None
