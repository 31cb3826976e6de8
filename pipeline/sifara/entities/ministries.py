"""Ministries, with their state or with that of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.chunks import Body, Part
from sifara.entities.nations import abroad, nation
from sifara.entities.spelling import identifier
from sifara.entities.words import ARTICLE, Line, stems, surface, variants

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_WAW = "\u0648"


def find_ministry(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """وزارة الخارجية الروسية, الخارجية الروسية: a ministry with its state, or that of the document."""
    match = scope.lexicon.ministries.find(line, start, clitics=clitics)
    if match is None and scope.lexicon.sets["bare_ministries"].isdisjoint(stems(line.keys[start])):
        return None
    fields, fillers = scope.lexicon.fields, scope.lexicon.sets["portfolio_fillers"]
    offset = 0
    given: tuple[str, ...] = ()
    index = start
    if match is not None:
        offset, given = match.variant.offset, match.variant.clitics
        index = match.end
    field_stem: str | None = None
    nationals: Part | None = None
    while index < len(line.keys):
        taken = False
        for variant in variants(line.keys[index]):
            joined = variant.clitics if index > start else ()
            if index == start and match is None:
                joined = variant.clitics
                if (
                    (joined and not clitics)
                    or variant.stem not in scope.lexicon.sets["bare_ministries"]
                    or not variant.definite
                ):
                    continue
                offset, given = variant.offset, variant.clitics
            elif joined not in ((), ("wa",)):
                continue
            text = ARTICLE + variant.stem if variant.definite else variant.stem
            if variant.stem in fields and (variant.definite or index == start + 1):
                field_stem = field_stem or variant.stem
                taken = True
            elif match is not None and text in fillers:
                taken = True
            if taken:
                break
        own = abroad(scope, line, index) if not taken and match is not None else None
        if own is not None:
            nationals, index = own, own.end
            continue
        if not taken or (match is None and index > start and line.keys[index][0] != _WAW):
            break
        index += 1
    if field_stem is None:
        return None
    part = nation(scope, line, index, clitics=False, strong=True) if index < len(line.keys) else None
    if (
        part is None
        and index + 1 < len(line.keys)
        and match is not None
        and line.keys[index] in scope.lexicon.sets["host"]
    ):
        part = nation(scope, line, index + 1, clitics=False)
        part = part if part is not None and part.kind == "listed" else None
    if match is None and (part is None or part.kind != "nisba"):
        return None
    if nationals is not None and part is None:
        state = nationals.entities[0]
        return ministry_body(scope, line, start, index, offset, given, field_stem, state, nationals, index)
    country = part.entities[0] if part is not None and scope.entity(part.entities[0]).type == "Country" else None
    end = part.end if country is not None and part is not None else index
    return ministry_body(scope, line, start, end, offset, given, field_stem, country, part, index)


def ministry_body(
    scope: Scope,
    line: Line,
    start: int,
    end: int,
    offset: int,
    clitics: tuple[str, ...],
    stem: str,
    country: str | None,
    part: Part | None,
    inner_end: int,
) -> Body:
    """Make or find the entity of a ministry; one without a state waits for the document's (rule ``open``)."""
    parts = [part] if part is not None and country is not None else []
    rule = f"ministry:{stem}"
    if country is None:
        return Body(start, end, offset, clitics, (), "GovernmentBody", "ministry", None, parts, rule=rule)
    name = ministry_entity(scope, stem, country, surface(line, start, offset, end, definite=True))
    return Body(start, end, offset, clitics, (name,), "GovernmentBody", "ministry", country, parts, rule=rule)


def ministry_entity(scope: Scope, stem: str, country: str, words: str) -> str:
    """Give the id of a state's ministry for a field, listed or made for the document."""
    label = scope.lexicon.field_labels.get(stem)
    state = scope.entity(country).label_en or country
    if label is not None:
        for pattern in (f"Ministry of {label} ({state})", f"Ministry of {label} of {state}"):
            known = scope.knowledge.by_label.get(("GovernmentBody", pattern))
            if known is not None:
                return known
    listed = scope.knowledge.ministries.get((stem, country))
    if listed is not None:
        return listed
    english = f"Ministry of {label} of {state}" if label is not None else None
    name = (
        identifier(english) if english is not None else identifier(f"{words} {state}" if state not in words else words)
    )
    scope.make(name, "GovernmentBody", words, english, country)
    return name
