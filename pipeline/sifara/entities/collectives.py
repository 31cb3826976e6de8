"""Nouns that stand for a state: الحكومة الروسية, القوات الروسية, إدارة بايدن."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sifara.entities.chunks import Body, Part
from sifara.entities.leaders import find_led, find_militia
from sifara.entities.nations import nation
from sifara.entities.phrases import Match
from sifara.entities.words import ARTICLE, Line, proclitics, rests

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_WAW = "\u0648"
_BODIES = ("IntergovernmentalOrganization", "Organization", "Party", "ArmedGroup")
_COMPLEMENT = 4  # words of a complement and the adjective behind it
_TA_MARBUTA = "\u0647"  # folded
_UNBOUND = ("\u0648\u0646", "\u064a\u0646")  # how plurals end that no genitive follows


def find_collective(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """A noun that stands for the state which its adjective or genitive names: الحكومة الروسية, إدارة بايدن."""
    match = scope.lexicon.collectives.find(line, start, clitics=clitics)
    if match is None:
        return find_militia(scope, line, start, clitics)
    if start and (line.keys[start - 1], line.keys[start]) in scope.lexicon.no_anaphor:
        return None  # إلى جانب
    offset, given = match.variant.offset, match.variant.clitics
    if match.value == "occupier":
        return _occupier(scope, line, start, match.end, offset, given) if match.definite else None
    if match.value == "organ":
        return _organ(scope, line, start, match.end, offset, given)
    if match.end + 1 < len(line.keys) and line.keys[match.end] in scope.lexicon.sets["loyal_words"]:
        return _loyal(scope, line, start, match.end + 1, offset, given)
    plural = line.keys[start].endswith(_UNBOUND) or match.value == "force"
    match = _both(scope, line, match)
    index = match.end
    while index < min(len(line.keys), match.end + 2) and _between(scope, line, index, match.definite):
        if scope.lexicon.nisbas.find(line, index):
            break
        index += 1
    part = nation(scope, line, index, clitics=False, strong=True) if index < len(line.keys) else None
    if part is None and index == match.end and not match.definite:
        index, part = _complemented(scope, line, start, offset, index)
    if part is not None:
        whole = line.keys[match.end - 1].endswith(_UNBOUND)
        if part.kind == "listed" and (match.definite or index > match.end or whole):
            return None  # محققون اليمن
        entity = scope.entity(part.entities[0])
        if part.kind == "nisba" and match.definite and not _definite(line, part):
            return None
        if entity.type in ("Country", "IntergovernmentalOrganization", "Region"):
            end = part.end
            ends = [part]
            # الجانبان المصري والهندي and القوات الروسية والسورية name several.
            while end < len(line.keys) and line.keys[end].startswith(_WAW):
                other = nation(scope, line, end)
                if other is None or other.kind != part.kind or "wa" not in proclitics(line, other.start, other.offset):
                    break
                if part.kind == "nisba" and not plural and match.value != "force":
                    break
                ends.append(other)
                end = other.end
            entities = tuple(dict.fromkeys(p.entities[0] for p in ends))
            return Body(
                start,
                end,
                offset,
                given,
                entities,
                entity.type,
                "collective",
                scope.country_of(entities[0]),
                ends,
                "p" if plural else "s",
                rule="collective:" + match.value,
            )
    if part is None and match.definite and (seated := _seated(scope, line, start, index, offset)) is not None:
        place, end = seated
        rule = "collective:" + match.value
        return Body(start, end, offset, given, place.entities, "Country", "collective", place.entities[0], rule=rule)
    if part is None and match.definite and index == match.end and index < len(line.keys):
        shared = find_collective(scope, line, index, True) if line.keys[index].startswith(_WAW + ARTICLE) else None
        if shared is not None and shared.clitics == ("wa",) and len(shared.entities) == 1:
            rule = "collective:" + match.value
            type_, country = shared.type, shared.country
            return Body(start, index, offset, given, shared.entities, type_, "collective", country, rule=rule)
    return find_led(scope, line, start, match.end, offset, given)


def _both(scope: Scope, line: Line, first: Match[str]) -> Match[str]:
    """Take in a second such noun that shares the genitive: حكومة [وشعب] البحرين."""
    if first.definite or first.end >= len(line.keys) or not line.keys[first.end].startswith(_WAW):
        return first
    second = scope.lexicon.collectives.find(line, first.end)
    joined = second is not None and second.variant.clitics == ("wa",) and not second.definite
    return replace(first, end=second.end) if second is not None and joined else first


def find_rebels(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """Read المتمردون, الانقلابيون as the armed group of the document, where it names one alone that is not loyal."""
    match = scope.lexicon.rebels.find(line, start, clitics=clitics)
    if match is None or not match.definite:
        return None
    behind = line.keys[match.end] if match.end < len(line.keys) else ""
    if behind.startswith(ARTICLE) or scope.lexicon.nisbas.find(line, match.end):
        return None  # المتمردون الأكراد
    named = {*scope.present, *scope.made}
    groups = [n for n in sorted(named - scope.forces) if scope.entity(n).type == "ArmedGroup"]
    groups = [n for n in groups if scope.entity(n).label_en not in scope.lexicon.loyal]
    if len(groups) != 1:
        return None
    offset, given = match.variant.offset, match.variant.clitics
    whose, kind = scope.country_of(groups[0]), "collective"
    return Body(start, match.end, offset, given, (groups[0],), "ArmedGroup", kind, whose, number="p", rule="rebels")


def _occupier(scope: Scope, line: Line, start: int, index: int, offset: int, clitics: tuple[str, ...]) -> Body | None:
    """Read the occupation that does something as the state of that name: اعتقل الاحتلال, برصاص الاحتلال."""
    before = line.keys[start - 1] if start else ""
    readings = [r for r in line.tokens[start - 1].readings if r.source == "domain"] if start else []
    acts = any(r.pos == "verb" for r in readings)
    acts = acts or before in scope.lexicon.verbs or not scope.lexicon.sets["occupied_by"].isdisjoint(rests(before))
    described = index < len(line.keys) and scope.definite(line.keys[index])
    if clitics or not acts or described:
        return None
    for state, named in scope.lexicon.occupiers.items():
        if not named.isdisjoint(scope.countries):
            rule = "collective:occupier"
            return Body(start, index, offset, clitics, (state,), "Country", "collective", state, rule=rule)
    return None


def _loyal(scope: Scope, line: Line, start: int, index: int, offset: int, clitics: tuple[str, ...]) -> Body | None:
    """Read forces by the leader or government to whom they are loyal: القوات الموالية لحكومة هادي."""
    served = find_collective(scope, line, index, True)
    if served is None or served.clitics != ("li",) or served.kind != "collective":
        return find_led(scope, line, start, index, offset, clitics, loyal=True)
    told = (served.entities, served.type, "collective", served.country, served.parts, "p")
    return Body(start, served.end, offset, clitics, *told, rule="collective:loyal")


def _organ(scope: Scope, line: Line, start: int, index: int, offset: int, clitics: tuple[str, ...]) -> Body | None:
    """Find the union or organisation for which its secretariat stands: الأمانة العامة لجامعة الدول العربية."""
    for hit in scope.hits_at(line, index) if index < len(line.keys) else ():
        governed = hit.clitics == () and line.keys[index - 1] in scope.lexicon.sets["governing_organs"]
        named = hit.alias.full[:1] if hit.clitics == ("li",) or governed else ()
        if named and scope.entity(named[0]).type in _BODIES:
            type_, country = scope.entity(named[0]).type, scope.country_of(named[0])
            whole = [Part(hit.start, hit.end, hit.offset, named, "listed")]
            rule = "collective:organ"
            return Body(start, hit.end, offset, clitics, named, type_, "collective", country, whole, rule=rule)
    return None


def _between(scope: Scope, line: Line, index: int, definite: bool) -> bool:
    """Say whether an adjective that says nothing of the state stands here: وفد [برلماني] فرنسي."""
    word = line.keys[index]
    if scope.lexicon.modifiers.find(line, index, clitics=False):
        return True
    return word.startswith(ARTICLE) == definite and word.removeprefix(ARTICLE) in scope.lexicon.sets["branches"]


def _complemented(scope: Scope, line: Line, start: int, offset: int, index: int) -> tuple[int, Part | None]:
    """Find the adjective of a state behind what such a noun governs: سلطات الطيران المدني الكينية.

    It is feminine like its noun; the words between are the definite ones of a complement, which may open with one that
    governs them.
    """
    sets, keys, end = scope.lexicon.sets, line.keys, index
    if keys[start][offset:] not in sets["complemented"] or any(h.end > index for h in scope.hits_at(line, start)):
        return index, None
    if end + 1 < len(keys) and not keys[end].startswith(ARTICLE) and keys[end + 1].startswith(ARTICLE):
        end += 1  # حكومة [تصريف] الأعمال
    first = end
    most = min(len(keys), first + _COMPLEMENT)
    while end < most and keys[end].startswith(ARTICLE) and keys[end] not in sets["stops"]:
        part = nation(scope, line, end, clitics=False, strong=True)
        if part is not None:
            fits = part.kind == "nisba" and keys[part.end - 1].endswith(_TA_MARBUTA) and end > first
            return (end, part) if fits and scope.entity(part.entities[0]).type == "Country" else (index, None)
        if scope.hits_at(line, end) and any(h.alias.full for h in scope.hits_at(line, end)):
            break
        end += 1
    return index, None


def _seated(scope: Scope, line: Line, start: int, index: int, offset: int) -> tuple[Part, int] | None:
    """Find the state in which those who rule it are said to be: السلطات في كوريا الشمالية."""
    sets, keys = scope.lexicon.sets, line.keys
    if keys[start][offset:].removeprefix(ARTICLE) not in sets["seated"] or index + 1 >= len(keys):
        return None
    place = nation(scope, line, index + 1, clitics=False) if keys[index] in sets["host"] else None
    if place is None or place.kind != "listed" or scope.entity(place.entities[0]).type != "Country":
        return None
    return place, place.end


def _definite(line: Line, part: Part) -> bool:
    return any(word.startswith(ARTICLE) for word in line.keys[part.start : part.end])
