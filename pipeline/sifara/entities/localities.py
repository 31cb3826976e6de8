"""Places by a head noun: مدينة دانانغ, ولاية تشوكا, العاصمة التركية."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.chunks import Body
from sifara.entities.nations import nation
from sifara.entities.places import choose
from sifara.entities.spelling import identifier
from sifara.entities.words import Line, surface

if TYPE_CHECKING:
    from sifara.entities.scope import Scope


def find_place(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """مدينة دانانغ, ولاية تشوكا, العاصمة التركية: a place by its head noun."""
    match = scope.lexicon.places.find(line, start, clitics=clitics)
    if match is None:
        return None
    index, offset, given = match.end, match.variant.offset, match.variant.clitics
    if index >= len(line.keys):
        return None
    capital = line.keys[start].endswith("\u0639\u0627\u0635\u0645\u0647")
    part = nation(scope, line, index, clitics=False)
    state = part is not None and scope.entity(part.entities[0]).type == "Country"
    if capital and state and part is not None and (part.kind == "nisba" or not match.definite):
        city = scope.knowledge.capitals.get(part.entities[0])
        if city is not None:
            hit = next((h for h in scope.hits_at(line, part.end) if city in h.alias.full and not h.clitics), None)
            end = hit.end if hit is not None else part.end
            return Body(
                start, end, offset, given, (city,), "City", "place", part.entities[0], [part], rule="capital of"
            )
    hit = next((h for h in scope.hits_at(line, index) if not h.clitics), None)
    if hit is not None:
        cities = tuple(n for n in hit.alias.full if scope.entity(n).type in ("City", "Region"))
        if cities:
            name = choose(scope, cities)
            wanted = scope.entity(name).type
            after = nation(scope, line, hit.end, clitics=False) if hit.end < len(line.keys) else None
            parts = [after] if after is not None and after.kind == "nisba" else []
            return Body(
                start,
                parts[0].end if parts else hit.end,
                offset,
                given,
                (name,),
                wanted,
                "place",
                scope.country_of(name),
                parts,
                rule="place head",
            )
        return None
    return _unlisted_place(scope, line, start, index, match.value, offset, given, match.definite)


def _unlisted_place(
    scope: Scope, line: Line, start: int, index: int, type_: str, offset: int, clitics: tuple[str, ...], definite: bool
) -> Body | None:
    from sifara.entities.namewords import is_word

    word = line.keys[index]
    lexicon = scope.lexicon
    if definite or not is_word(word) or word in lexicon.sets["stops"] or word in lexicon.verbs or len(word) < 3:
        return None
    if any(r.source == "domain" and r.pos != "noun_prop" for r in line.tokens[index].readings):
        return None  # ولاية ثانية
    head = line.keys[start][offset:]
    if (
        head not in lexicon.sets["naming_places"]
        or lexicon.nisbas.find(line, index)
        or lexicon.patterns.find(line, index)
    ):
        return None
    if lexicon.modifiers.find(line, index) or lexicon.collectives.find(line, index) or lexicon.heads.find(line, index):
        return None
    words = surface(line, index, 0, index + 1)
    end = index + 1
    part = nation(scope, line, end, clitics=False) if end < len(line.keys) else None
    parts = [part] if part is not None and part.kind == "nisba" else []
    country = parts[0].entities[0] if parts else None
    name = identifier(words)
    if scope.known(name) is None:
        scope.make(name, type_, words, None, country)
    return Body(
        start,
        parts[0].end if parts else end,
        offset,
        clitics,
        (name,),
        type_,
        "place",
        country,
        parts,
        rule="unlisted place",
    )
