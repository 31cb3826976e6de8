"""Several people in one phrase: shared titles (الرئيسان … و…), and نظيره with the name of the other."""

from __future__ import annotations

from sifara.entities.chunks import Chunk, Name, Part, Title
from sifara.entities.joined import joined_name
from sifara.entities.naming import country_at, name_behind
from sifara.entities.respective import respective
from sifara.entities.scope import Scope
from sifara.entities.titles import find_title
from sifara.entities.words import ARTICLE, Line

_COMMA = frozenset('\u060c,(-\u2013\u0640:\u00ab"\u201c/')
_CLOSING = frozenset(')-\u2013\u0640\u00bb"\u201d/')
_WA = ("wa",)
_JOINED = "\u0648" + ARTICLE
_MOST = 8  # people of one title


def shared_title(
    scope: Scope, line: Line, start: int, title: Title, offset: int, clitics: tuple[str, ...]
) -> list[Chunk]:
    """Share a dual or plural title among its people or countries."""
    last = title.parts[-1] if title.parts else None
    ahead = last.start if last is not None and last.end == title.end and title.of in last.entities else title.end
    pairs = respective(scope, line, ahead)
    if pairs:
        return [_one_of(line, title, (start, offset, clitics), pairs, n) for n in range(len(pairs))]
    country = title.of
    units: list[tuple[int, int, int, tuple[str, ...], str | None, Name | None, list[Part], str]] = []
    position, begin, role = title.end, start, title.role
    parts = list(title.parts)
    unit_offset, unit_clitics = offset, clitics
    while True:
        name = name_behind(scope, line, position, False)
        if name is not None and title.bare and not title.definite and len(name.words) == 1 and not name.full:
            name = None  # مسؤولون روس
        if name is not None and units and units[0][5] is None and not (name.full or name.family):
            name = None  # وزيرا الخارجية المصري والأردني [وتضامن]: the first has none either
        end = name.end if name is not None else position
        if (
            name is not None
            and end < len(line.keys)
            and line.keys[end] in _CLOSING | {"\u060c", ","}
            and line.keys[name.start - 1] in _COMMA
        ):
            end += 1
        units.append(
            (begin, name.end if name is not None else position, unit_offset, unit_clitics, country, name, parts, role)
        )
        following = end
        if following < len(line.keys) and line.keys[following] in ("\u060c", ",") and name is None:
            break
        if following >= len(line.keys):
            break
        joined = line.keys[following].startswith("\u0648")
        part = country_at(scope, line, following, clitics=True) if joined else None
        if part is not None and part.offset == 1:
            if title.of is None and not any(u[4] for u in units) and part.kind == "listed" and name is None:
                break
            begin, position, country, parts = following, part.end, part.entities[0], [part]
            unit_offset, unit_clitics = part.offset, _WA
            continue
        field = _field(scope, line, following, title) if joined and name is not None else None
        if field is not None and len(units) < _MOST:
            begin, position, role, parts = following, following + 1, field, []
            unit_offset, unit_clitics = 1, _WA
            continue
        second = further_field(scope, line, title)
        while name is not None and len(units) < _MOST:
            other = joined_name(scope, line, following)
            if other is None:
                break
            role = second or role  # وزيرا الدفاع والداخلية فلان وفلان
            begin = following + (line.keys[following] in ("\u060c", ","))
            offset_, clitics_ = (1, _WA) if other.clitics != _WA else (other.offset, _WA)
            units.append((begin, other.end, offset_, clitics_, title.of, other, [], role))
            following = other.end
        break
    if title.theirs and not any(unit[5] for unit in units):
        return []  # استدعت سفيريها لدى: no party, as the singular is none
    if not any(unit[5] for unit in units):
        found = tuple(dict.fromkeys(unit[4] for unit in units if unit[4]))
        chunk = Chunk(
            line,
            start,
            units[-1][1],
            offset,
            clitics,
            "title",
            "Country" if found else "Person",
            found,
            title.head.number,
            title.head.gender,
            [title],
            parts=[p for unit in units for p in unit[6]],
            rule="titles",
        )
        pointing = scope.lexicon.anaphors.find(line, start)
        if not found and pointing is not None and pointing.value.number == "d":
            chunk.anaphor, chunk.kind = pointing.value, "anaphor"
        return [] if title.bare and not found and chunk.anaphor is None else [chunk]
    chunks = []
    for begin, end, unit_offset, unit_clitics, country, name, parts, role in units:
        own = _for_one(title, role, country)
        chunk = Chunk(
            line,
            begin,
            end,
            unit_offset,
            unit_clitics,
            "titled" if name else "title",
            "Person" if name else "Country",
            titles=[own],
            name=name,
            parts=parts,
            rule="shared title",
        )
        if name is None and country is not None:
            chunk.entities = (country,)
        chunks.append(chunk)
    return chunks


def _for_one(title: Title, role: str, country: str | None) -> Title:
    return Title(
        title.start,
        title.end,
        title.offset,
        title.clitics,
        title.head,
        role,
        title.definite,
        country,
        title.body,
        title.own,
        title.bare and country == title.of,
    )


def _one_of(
    line: Line, title: Title, first: tuple[int, int, tuple[str, ...]], pairs: list[tuple[Part, Name]], number: int
) -> Chunk:
    """Give one of several with the same title: the first has its words and all states, the others a name alone."""
    state, name = pairs[number]
    begin, offset, clitics = first if not number else (name.start, 1, _WA)
    parts = [*title.parts, *(part for part, _ in pairs if part not in title.parts)] if not number else []
    own = [_for_one(title, title.role, state.entities[0])]
    return Chunk(
        line,
        begin,
        name.end,
        offset,
        clitics,
        "titled",
        "Person",
        titles=own,
        name=name,
        parts=parts,
        rule="shared title",
    )


def _field(scope: Scope, line: Line, index: int, title: Title) -> str | None:
    """Give the role of a further portfolio with a name behind: وزيرا الخارجية فلان [والدفاع] فلان."""
    stem = line.keys[index][len(_JOINED) :]
    if title.head.name != "minister" or not line.keys[index].startswith(_JOINED):
        return None
    role = scope.lexicon.fields.get(stem)
    return role if role is not None and name_behind(scope, line, index + 1, False) is not None else None


def further_field(scope: Scope, line: Line, title: Title) -> str | None:
    """Give the role of the second portfolio of two ministers: وزيرا الدفاع [والداخلية] اليمنيان."""
    if title.head.name != "minister" or title.head.number != "d":
        return None
    joined = (word for word in line.keys[title.start + 1 : title.end] if word.startswith(_JOINED))
    stems = (word[len(_JOINED) :] for word in joined)
    fields = [scope.lexicon.fields[stem] for stem in stems if stem in scope.lexicon.fields]
    return fields[0] if len(fields) == 1 else None


def find_counterpart(scope: Scope, line: Line, start: int) -> list[Chunk]:
    """Read نظيره with the country and the name of the other one."""
    match = scope.lexicon.anaphors.find(line, start)
    assert match is not None
    chunks: list[Chunk] = []
    begin, offset, clitics = start, match.variant.offset, match.variant.clitics
    position = match.end
    pairs = respective(scope, line, position) if match.value.number != "s" else []
    for state, one in pairs:
        begin, offset, clitics = (one.start, 1, _WA) if chunks else (begin, offset, clitics)
        chunk = Chunk(line, begin, one.end, offset, clitics, "titled", "Person", gender=match.value.gender, name=one)
        chunk.parts = [] if chunks else [part for part, _ in pairs]
        chunk.anaphor, chunk.country, chunk.rule = match.value, state.entities[0], "counterpart"
        chunks.append(chunk)
    if chunks:
        return chunks
    while True:
        part = country_at(scope, line, position, clitics=bool(chunks))
        parts, country = [], None
        if part is None and position + 1 < len(line.keys) and line.keys[position] in scope.lexicon.sets["host"]:
            part = country_at(scope, line, position + 1, clitics=False)
            part = part if part is not None and part.kind == "listed" else None
        if part is not None:
            parts, country, position = [part], part.entities[0], part.end
        modifier = scope.lexicon.modifiers.find(line, position, clitics=False)
        while modifier is not None:
            position = modifier.end
            modifier = scope.lexicon.modifiers.find(line, position, clitics=False)
        titles: list[Title] = []
        title = find_title(scope, line, position, first=False)
        if title is not None and title.head.number == "s" and not title.bare:
            titles, position = [title], title.end
            country = country or title.of
            parts += title.parts
        name = name_behind(scope, line, position, False)
        end = name.end if name is not None else position
        chunks.append(
            Chunk(
                line,
                begin,
                end,
                offset,
                clitics,
                "titled" if name else "anaphor",
                "Person",
                number="s",
                gender=match.value.gender,
                titles=titles,
                name=name,
                parts=parts,
                anaphor=match.value,
                country=country,
                rule="counterpart",
            )
        )
        if match.value.number == "s" or end >= len(line.keys) or len(chunks) > 5:
            break
        if name is not None and line.keys[end] in ("\u060c", ",") and end + 1 < len(line.keys):
            end += 1
        further = country_at(scope, line, end, clitics=True) if line.keys[end].startswith("\u0648") else None
        if further is None or further.offset != 1:
            break
        begin, position, offset, clitics = end, end, 1, _WA
    return chunks
