"""Bodies: listed ones, states by what acts for them, ministries, and unlisted ones by their head noun."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sifara.document import Entity
from sifara.entities.chunks import Part
from sifara.entities.knowledge import identifier
from sifara.entities.lexicon import Pattern
from sifara.entities.nisba import Nisba
from sifara.entities.phrases import Match
from sifara.entities.places import settle
from sifara.entities.words import ARTICLE, Line, source_offset, variants

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_WAW = "\u0648"
_QUOTES = frozenset("\"'\u00ab\u00bb\u201c\u201d\u201e")
_MOST_WORDS = 4
_TA_MARBUTA, _AT = "\u0647", "\u0627\u062a"
_ADJECTIVES = (
    "\u064a",
    "\u064a\u0647",
    "\u062f\u0647",
    "\u0643\u0647",
    "\u0627\u0639\u0644\u064a",
    "\u0639\u0644\u064a\u0627",
)
_MAQSURA = "\u0649"


@dataclass(slots=True)
class Body:
    """A body, state or place found: ``kind`` is listed, place, collective, ministry, pattern or anaphor."""

    start: int
    end: int
    offset: int
    clitics: tuple[str, ...]
    entities: tuple[str, ...]
    type: str
    kind: str
    country: str | None = None
    parts: list[Part] = field(default_factory=list)
    number: str = "s"
    gender: str = "m"
    rule: str = ""


def find_body(scope: Scope, line: Line, start: int, clitics: bool = True, previous_place: bool = False) -> Body | None:
    """Find the longest body, state or place that begins at a token; ``clitics`` allows proclitics on it."""
    if start >= len(line.keys):
        return None
    found = [
        _listed(scope, line, start, clitics, previous_place),
        _collective(scope, line, start, clitics),
        _ministry(scope, line, start, clitics),
        _pattern(scope, line, start, clitics),
        _place(scope, line, start, clitics),
    ]
    best: Body | None = None
    for body in found:
        if body is not None and (
            best is None or body.end > best.end or (body.end == best.end and body.kind == "collective")
        ):
            best = body
    return best


def _listed(scope: Scope, line: Line, start: int, clitics: bool, previous_place: bool) -> Body | None:
    for hit in scope.hits_at(line, start):
        if hit.clitics and not clitics:
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
        return nisba.entity in scope.present
    return not nisba.doubtful or nisba.entity in scope.present


def _collective(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """A noun that stands for the state which its adjective or genitive names: الحكومة الروسية, إدارة بايدن."""
    match = scope.lexicon.collectives.find(line, start, clitics=clitics)
    if match is None:
        return None
    offset, given = match.variant.offset, match.variant.clitics
    plural = line.keys[start].endswith(("\u0648\u0646", "\u064a\u0646")) or match.value == "force"
    index = match.end
    while index < len(line.keys) and scope.lexicon.modifiers.find(line, index, clitics=False) and index < match.end + 2:
        if scope.lexicon.nisbas.find(line, index):
            break
        index += 1
    part = nation(scope, line, index, clitics=False, strong=True) if index < len(line.keys) else None
    if part is not None:
        if part.kind == "listed" and (match.definite or index > match.end):
            return None
        entity = scope.entity(part.entities[0])
        if part.kind == "nisba" and match.definite and not _definite(line, part):
            return None
        if entity.type in ("Country", "IntergovernmentalOrganization", "Region"):
            end = part.end
            ends = [part]
            # الجانبان المصري والهندي and القوات الروسية والسورية name several.
            while end < len(line.keys) and line.keys[end].startswith(_WAW):
                other = nation(scope, line, end)
                if other is None or other.kind != part.kind or "wa" not in _clitics(line, other):
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
    return _leader(scope, line, start, match.end, offset, given)


def _definite(line: Line, part: Part) -> bool:
    return any(word.startswith(ARTICLE) for word in line.keys[part.start : part.end])


def _clitics(line: Line, part: Part) -> tuple[str, ...]:
    return next((v.clitics for v in variants(line.keys[part.start]) if v.offset == part.offset), ())


def _leader(scope: Scope, line: Line, start: int, index: int, offset: int, clitics: tuple[str, ...]) -> Body | None:
    """إدارة الرئيس بايدن, حكومة نتانياهو: the state that the named leader leads on the document's date."""
    from sifara.entities.names import find_name
    from sifara.entities.titles import find_title

    stem = line.keys[start][offset:]
    if stem not in scope.lexicon.sets["leaders"]:
        return None
    title = find_title(scope, line, index, first=False)
    position = title.end if title is not None else index
    name = find_name(scope, line, position, titled=title is not None, first=False)
    if name is None and title is None:
        return None
    country = title.of if title is not None else None
    person = None
    if name is not None:
        for person in (*name.full, *name.family):
            rows = scope.knowledge.by_person.get(person, ())
            leading = [
                r
                for r in rows
                if r.role in ("HeadOfState", "HeadOfGovernment") and scope.entity(r.of).type == "Country"
            ]
            if leading:
                country = country or leading[0].of
                break
        else:
            person = None
    if country is None:
        return None
    parts = list(title.parts) if title is not None else []
    if name is not None and person is not None:
        parts.append(Part(name.start, name.end, 0, (person,), "name"))
    end = name.end if name is not None else position
    return Body(
        start, end, offset, clitics, (country,), "Country", "collective", country, parts, rule="collective:leader"
    )


def _ministry(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """وزارة الخارجية الروسية, الخارجية الروسية: a ministry with its state, or that of the document."""
    match = scope.lexicon.ministries.find(line, start, clitics=clitics)
    fields, fillers = scope.lexicon.fields, scope.lexicon.sets["portfolio_fillers"]
    offset = 0
    given: tuple[str, ...] = ()
    index = start
    if match is not None:
        offset, given = match.variant.offset, match.variant.clitics
        index = match.end
    field_stem: str | None = None
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
    name = ministry_entity(scope, stem, country, surface(line, start, offset, end))
    return Body(start, end, offset, clitics, (name,), "GovernmentBody", "ministry", country, parts, rule=rule)


def surface(line: Line, start: int, offset: int, end: int) -> str:
    """Give the words as they stand, tatweel and double spaces left out, without the proclitics."""
    tokens = line.tokens[start:end]
    first = tokens[0].text[source_offset(tokens[0], offset) - tokens[0].start :]
    return " ".join((first, *(t.text for t in tokens[1:]))).replace("\u0640", "")


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
    _make(scope, name, "GovernmentBody", words, english, country)
    return name


def _make(scope: Scope, name: str, type_: str, words: str, english: str | None, country: str | None) -> None:
    known = scope.made.get(name)
    if known is None:
        scope.made[name] = Entity(name, type_, words, english, None, (), country, False)


def _pattern(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """An unlisted body, treaty, party, medium … by its head noun and what follows."""
    match = scope.lexicon.patterns.find(line, start, clitics=clitics)
    if match is None:
        return None
    best: Body | None = None
    for pattern in match.value:
        body = _matched(scope, line, match, pattern)
        if body is not None and (best is None or body.end > best.end):
            best = body
    return best


def _matched(scope: Scope, line: Line, match: Match[tuple[Pattern, ...]], pattern: Pattern) -> Body | None:
    keys, index = line.keys, match.end
    offset, given = match.variant.offset, match.variant.clitics
    if pattern.then:
        if index >= len(keys) or keys[index] not in pattern.then:
            return None
        index += 1
    country: str | None = None
    parts: list[Part] = []
    if pattern.fixed:
        whole = (keys[match.start][offset:], *keys[match.start + 1 : match.start + 5])
        words = next((w for w in pattern.fixed if whole[: len(w)] == w), None)
        if words is None:
            return None
        index = match.start + len(words)
    elif pattern.need == "name":
        end = _name_end(scope, line, index)
        if end == index:
            return None
        index = end
    elif pattern.need == "words":
        index, parts = _words_end(scope, line, index, pattern)
        if index == match.end or (match.definite and pattern.type == "ArmedGroup"):
            return None
    part = nation(scope, line, index, clitics=False) if index < len(keys) else None
    if (
        part is not None
        and scope.entity(part.entities[0]).type == "Country"
        and (part.kind == "nisba" or not match.definite)
    ):
        country, index = part.entities[0], part.end
        parts.append(part)
    elif pattern.need == "nation":
        return None
    if pattern.need == "nothing" and index == match.end and match.definite:
        return None
    if pattern.fixed and country is None:
        return Body(match.start, index, offset, given, (), pattern.type, "pattern", None, parts, rule="pattern:open")
    words_ = surface(line, match.start, offset, index)
    if pattern.en and country is not None:
        english = f"{pattern.en} of {scope.entity(country).label_en}"
        name = scope.knowledge.any_label.get(english) or identifier(english)
        if scope.known(name) is None:
            _make(scope, name, pattern.type, words_, english, country)
    else:
        name = identifier(words_)
        if scope.known(name) is None:
            _make(
                scope,
                name,
                pattern.type,
                words_,
                None,
                country or (parts[0].entities[0] if parts and parts[0].kind == "nisba" else None),
            )
    country = country or scope.entity(name).country
    return Body(
        match.start,
        index,
        offset,
        given,
        (name,),
        pattern.type,
        "pattern",
        country,
        parts,
        rule="pattern:" + pattern.need,
    )


def _name_end(scope: Scope, line: Line, index: int) -> int:
    """Give the end of a proper name behind a head noun: quoted words, Latin words, or one or two unknown words."""
    keys = line.keys
    if index >= len(keys):
        return index
    if line.tokens[index].text in _QUOTES:
        for end in range(index + 1, min(index + 7, len(keys))):
            if line.tokens[end].text in _QUOTES:
                return end + 1 if end > index + 1 else index
        return index
    if keys[index].isascii() and keys[index][0].isalpha():
        end = index
        while end < len(keys) and keys[end].isascii() and keys[end][0].isalpha():
            end += 1
        return end
    hits = [h for h in scope.hits_at(line, index) if not h.clitics]
    return (
        hits[0].end
        if hits
        and hits[0].alias.full
        and not hits[0].alias.seats
        and scope.entity(hits[0].alias.full[0]).type not in ("Country", "City", "Region", "Person")
        else index
    )


def _words_end(scope: Scope, line: Line, index: int, pattern: Pattern) -> tuple[int, list[Part]]:
    """Take the definite words of a body's name; a name of generic words alone is none."""
    lexicon, keys = scope.lexicon, line.keys
    start, parts, telling = index, [], False
    while index < len(keys) and index - start < _MOST_WORDS:
        word = keys[index]
        plain = word[1:] if word.startswith(_WAW + ARTICLE) and index > start else word
        part = nation(scope, line, index, clitics=False)
        if part is not None and part.kind == "nisba":
            break
        if part is not None and index > start and keys[index - 1].startswith(ARTICLE):
            break
        if part is not None:
            parts.append(part)
            index, telling = part.end, True
            continue
        if not plain.startswith(ARTICLE) or plain in lexicon.verbs or plain in lexicon.sets["stops"]:
            break
        if lexicon.heads.find(line, index) or lexicon.honorifics.find(line, index):
            break
        if any(h.alias.full and scope.entity(h.alias.full[0]).type == "Person" for h in scope.hits_at(line, index)):
            break
        if lexicon.modifiers.find(line, index) and index > start:
            break
        feminine = line.keys[index - 1].endswith((_TA_MARBUTA, _AT)) and plain.endswith(_TA_MARBUTA)
        if index > start and word == plain and not feminine and not plain.endswith(_ADJECTIVES):
            break
        stem = plain[len(ARTICLE) :]
        if stem not in lexicon.sets["generic"] and not lexicon.modifiers.find(line, index):
            telling = True
        index += 1
    return (index, parts) if telling else (start, [])


def _place(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
    """مدينة دانانغ, ولاية تشوكا, العاصمة التركية: a place by its head noun."""
    match = scope.lexicon.places.find(line, start, clitics=clitics)
    if match is None:
        return None
    index, offset, given = match.end, match.variant.offset, match.variant.clitics
    if index >= len(line.keys):
        return None
    capital = line.keys[start].endswith("\u0639\u0627\u0635\u0645\u0647")
    part = nation(scope, line, index, clitics=False)
    if capital and part is not None and scope.entity(part.entities[0]).type == "Country":
        if part.kind == "nisba" or not match.definite:
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
            from sifara.entities.places import choose

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
    from sifara.entities.names import is_word

    word = line.keys[index]
    lexicon = scope.lexicon
    if definite or not is_word(word) or word in lexicon.sets["stops"] or word in lexicon.verbs or len(word) < 3:
        return None
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
        _make(scope, name, type_, words, None, country)
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
