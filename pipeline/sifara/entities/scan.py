"""Reading a sentence into chunks: titles with names, names, bodies, adjectives of countries, pointing words."""

from __future__ import annotations

from sifara.entities.chunks import Chunk, Name, Part, Title
from sifara.entities.names import find_name, is_word, name_like, people_of, sequence, unlisted_family
from sifara.entities.organisations import Body, find_body, nation, trusted
from sifara.entities.scope import Scope
from sifara.entities.titles import find_title
from sifara.entities.words import ARTICLE, Line, variants

_COMMA = frozenset('\u060c,(-\u2013\u0640:\u00ab"\u201c/')
_CLOSING = frozenset(')-\u2013\u0640\u00bb"\u201d/')
_PLURALS = frozenset("dp")
_WA = ("wa",)
_SON = frozenset({"\u0628\u0646"})


def scan(scope: Scope, line: Line) -> list[Chunk]:
    """Read one sentence into chunks, in order and without overlap."""
    chunks: list[Chunk] = []
    index, place = 0, False
    while index < len(line.keys):
        if not is_word(line.keys[index]):
            index += 1
            continue
        found = _at(scope, line, index, place)
        if not found:
            index += 1
            place = False
            continue
        chunks += found
        index = max(index + 1, found[-1].end)
        place = found[-1].type == "City"
    return chunks


def _at(scope: Scope, line: Line, index: int, place: bool) -> list[Chunk]:
    people = _people(scope, line, index)
    body = find_body(scope, line, index, previous_place=place)
    if people and people[0].name is not None and (body is None or people[-1].end >= body.end):
        return people
    if body is not None and people and people[0].kind == "title":
        reach = max(c.end for c in people)
        if body.end > reach or (body.end == reach and body.kind == "collective"):
            return [_of_body(line, body)]
        return people
    if people and (body is None or people[-1].end > body.end):
        return people
    if body is not None:
        return [_of_body(line, body)]
    pointing = _anaphor(scope, line, index)
    if pointing is not None:
        return [pointing]
    adjective = _adjective(scope, line, index)
    if adjective is not None:
        return [adjective]
    unseen = _unseen(scope, line, index)
    return _with_apposition(scope, line, unseen) if unseen is not None else []


def _of_body(line: Line, body: Body) -> Chunk:
    kind = "collective" if body.kind == "collective" else "name"
    return Chunk(
        line,
        body.start,
        body.end,
        body.offset,
        body.clitics,
        kind,
        body.type,
        body.entities,
        body.number,
        body.gender,
        parts=body.parts,
        country=body.country,
        rule=body.rule or body.kind,
    )


def _people(scope: Scope, line: Line, start: int) -> list[Chunk]:
    """Read titles, honorifics and a name that belong together."""
    match = scope.lexicon.anaphors.find(line, start)
    if match is not None and match.value.what in ("counterpart", "predecessor"):
        return _counterpart(scope, line, start)
    position, honoured, royal, ranked = start, False, False, False
    titles: list[Title] = []
    offset = 0
    clitics: tuple[str, ...] = ()
    while position < len(line.keys):
        first = position == start
        if _listed_here(scope, line, position, first):
            break
        if ranked and not first and line.keys[position] in scope.lexicon.sets["given"]:
            break
        title = find_title(scope, line, position, first=first)
        honorific = scope.lexicon.honorifics.find(line, position, clitics=first)
        if title is not None and (honorific is None or not title.bare or honorific.end < title.end):
            if titles and not _stacks(scope, line, titles[-1], title):
                break
            titles.append(title)
            if first:
                offset, clitics = title.offset, title.clitics
            position = title.end
            if title.head.number in _PLURALS:
                return _several(scope, line, start, title, offset, clitics)
            position = _next_title(scope, line, titles, position)
            continue
        if honorific is not None and not _state_noun(scope, line, honorific.start, honorific.end):
            if first:
                offset, clitics = honorific.variant.offset, honorific.variant.clitics
            honoured, royal = True, royal or honorific.value == "royal"
            ranked = honorific.value != "address"
            position = honorific.end
            if position < len(line.keys) and line.keys[position] == "." and len(line.keys[position - 1]) <= 2:
                position += 1
            continue
        break
    if not titles and not honoured:
        name = find_name(scope, line, start, titled=False, first=True) or unlisted_family(
            scope, line, start, first=True
        )
        if name is None:
            return []
        chunk = Chunk(line, name.start, name.end, name.offset, name.clitics, "name", "Person", name=name, rule="name")
        rank = scope.lexicon.honorifics.find(line, start)
        chunk.royal = rank is not None and rank.value == "royal"
        return _with_apposition(scope, line, chunk)
    if not titles and start and _venue(scope, line.keys[start - 1]):
        return []
    name = _name_behind(scope, line, position, honoured)
    if (
        name is not None
        and titles
        and titles[-1].head.royal
        and not name.full
        and not royal
        and _SON.isdisjoint(name.words)
    ):
        name = None  # ولي العهد أحمد … is somebody else's name
    if name is not None and not titles and not honoured:
        name = None
    if name is not None:
        for title in titles:
            if title.of is None:
                title.of = next((t.of for t in titles if t.of is not None), None)
        chunk = Chunk(line, start, name.end, offset, clitics, "titled", "Person", titles=titles, name=name, royal=royal)
        rank = scope.lexicon.honorifics.find(line, name.start)
        chunk.royal = royal or any(t.head.royal for t in titles) or (rank is not None and rank.value == "royal")
        chunk.gender = "f" if any(t.head.gender == "f" for t in titles) else "m"
        chunk.parts = [p for t in titles for p in t.parts]
        chunk.rule = "title name" if titles else "honorific name"
        return _with_apposition(scope, line, chunk)
    if not titles:
        return []
    last = titles[-1]
    if (
        last.bare
        and last.head.name in ("chief", "legislator", "director_general", "governor")
        and (not last.definite or last.head.name == "governor")
    ):
        return []
    neighbours = (
        line.keys[start - 1] if start else "",
        line.keys[start],
        line.keys[start + 1] if start + 1 < len(line.keys) else "",
    )
    if neighbours[:2] in scope.lexicon.no_anaphor or neighbours[1:] in scope.lexicon.no_anaphor:
        return []
    chunk = Chunk(
        line, start, max(t.end for t in titles), offset, clitics, "title", "Person", titles=titles, royal=royal
    )
    chunk.gender = last.head.gender
    chunk.parts = [p for t in titles for p in t.parts]
    chunk.rule = "title"
    if last.bare and len(titles) == 1:
        pointing = scope.lexicon.anaphors.find(line, start)
        chunk.anaphor = pointing.value if pointing is not None else None
    elif len(titles) == 1 and last.definite and last.head.takes != "spokesperson":
        pointing = scope.lexicon.anaphors.find(line, start)
        if pointing is not None and all(p.kind == "nisba" for p in last.parts):
            chunk.anaphor = pointing.value
    return [chunk]


def _venue(scope: Scope, before: str) -> bool:
    """Say whether a word is a thing that is named for people: مطار الملك خالد is nobody."""
    venues = scope.lexicon.sets["venues"]
    return any(variant.stem in venues for variant in variants(before))


def _listed_here(scope: Scope, line: Line, index: int, first: bool) -> bool:
    """Say whether a listed name begins here that has the honorific in it (الملك سلمان)."""
    for hit in scope.hits_at(line, index):
        if (first or not hit.clitics) and hit.end - hit.start > 1 and (people_of(scope, hit) or hit.alias.family):
            return True
    return False


def _state_noun(scope: Scope, line: Line, start: int, end: int) -> bool:
    """Tell دولة الكويت from دولة الرئيس: an address needs a title or a listed person behind it."""
    stem = variants(line.keys[start])
    if not any(v.stem in scope.lexicon.sets["state_nouns"] and not v.definite for v in stem):
        return False
    if end < len(line.keys) and scope.lexicon.heads.find(line, end, clitics=False) is not None:
        return False
    return not any(people_of(scope, hit) for hit in scope.hits_at(line, end))


def _stacks(scope: Scope, line: Line, before: Title, title: Title) -> bool:
    """Say whether a title right behind another one belongs to the same person."""
    if before.of is not None and title.of is not None and before.of != title.of:
        return False
    return title.head.number == "s" and (not title.bare or title.definite) and not (before.bare and not before.definite)


def _next_title(scope: Scope, line: Line, titles: list[Title], position: int) -> int:
    """Step over a comma or و before a further title of the same person, if there is one with a name behind."""
    if position >= len(line.keys):
        return position
    if line.keys[position] in ("\u060c", ","):
        title = find_title(scope, line, position + 1, first=False)
        rank = title is not None and title.bare and title.definite
        if title is not None and title.head.number == "s" and (rank or (not title.bare and titles[-1].of is None)):
            if _name_behind(scope, line, title.end, False) is not None:
                return position + 1
        return position
    title = find_title(scope, line, position, first=True)
    if title is not None and title.clitics == _WA and not title.bare and title.head.number == "s":
        if all(t.of is None for t in titles) and _name_behind(scope, line, title.end, False) is not None:
            titles.append(title)
            return title.end
    return position


def _honorifics(scope: Scope, line: Line, position: int) -> int:
    while position < len(line.keys):
        match = scope.lexicon.honorifics.find(line, position, clitics=False)
        if match is None:
            break
        position = match.end
        if position < len(line.keys) and line.keys[position] == "." and len(line.keys[position - 1]) <= 2:
            position += 1
    return position


def _name_behind(scope: Scope, line: Line, position: int, honoured: bool) -> Name | None:
    """Find the name behind a title, over honorifics, and over a comma or bracket if it is surely a name."""
    after = _honorifics(scope, line, position)
    name = (
        find_name(scope, line, after, titled=True, first=False) or unlisted_family(scope, line, after, first=False)
        if after < len(line.keys)
        else None
    )
    if name is not None:
        return name
    if after < len(line.keys) and line.keys[after] in _COMMA:
        second = _honorifics(scope, line, after + 1)
        name = find_name(scope, line, second, titled=True, first=False)
        if name is None and second < len(line.keys):
            name = unlisted_family(scope, line, second, first=False)
        if name is None:
            return None
        given = name.words[0] in scope.lexicon.sets["given"] and name.words[0] not in scope.lexicon.sets["common_given"]
        if name.full or second > after + 1 or (given and len(name.words) > 1):
            return name
        closes = name.end < len(line.keys) and line.keys[name.end] in ("\u060c", ",", ")")
        if closes and len(name.words) > 1:
            return name
    return None


def _with_apposition(scope: Scope, line: Line, chunk: Chunk) -> list[Chunk]:
    """Take a title behind a name: باشناو براكاش الوزير المفوض, فلاديمير بوتين، رئيس روسيا."""
    name = chunk.name
    if name is None or not (name.full or len(name.words) > 1):
        return [chunk]
    position = chunk.end
    comma = position < len(line.keys) and line.keys[position] in _COMMA
    if comma:
        position += 1
    titles: list[Title] = []
    while position < len(line.keys):
        title = find_title(scope, line, position, first=False)
        sufficient = not title.bare or title.end - title.start > 1 if title is not None else False
        if title is None or title.head.number != "s" or not (sufficient or titles):
            break
        if any(not t.bare for t in chunk.titles) and title.of is None:
            break
        titles.append(title)
        position = title.end
    if not titles or _name_behind(scope, line, position, False) is not None:
        return [chunk]
    if comma and titles[0].definite and titles[0].bare:
        return [chunk]
    chunk.titles += titles
    chunk.parts += [p for t in titles for p in t.parts]
    chunk.kind, chunk.end, chunk.rule = "titled", position, chunk.rule + " title"
    return [chunk]


def _country(scope: Scope, line: Line, index: int, clitics: bool) -> Part | None:
    part = nation(scope, line, index, clitics=clitics, strong=True)
    return (
        part
        if part is not None and scope.entity(part.entities[0]).type in ("Country", "IntergovernmentalOrganization")
        else None
    )


def _several(scope: Scope, line: Line, start: int, title: Title, offset: int, clitics: tuple[str, ...]) -> list[Chunk]:
    """Share a dual or plural title among its people or countries."""
    country = title.of
    units: list[tuple[int, int, int, tuple[str, ...], str | None, Name | None, list[Part]]] = []
    position, begin = title.end, start
    parts = list(title.parts)
    unit_offset, unit_clitics = offset, clitics
    while True:
        name = _name_behind(scope, line, position, False)
        end = name.end if name is not None else position
        if (
            name is not None
            and end < len(line.keys)
            and line.keys[end] in _CLOSING | {"\u060c", ","}
            and line.keys[name.start - 1] in _COMMA
        ):
            end += 1
        units.append(
            (begin, name.end if name is not None else position, unit_offset, unit_clitics, country, name, parts)
        )
        following = end
        if following < len(line.keys) and line.keys[following] in ("\u060c", ",") and name is None:
            break
        if following >= len(line.keys):
            break
        joined = line.keys[following].startswith("\u0648")
        part = _country(scope, line, following, clitics=True) if joined else None
        if part is not None and part.offset == 1:
            if title.of is None and not any(u[4] for u in units) and part.kind == "listed" and name is None:
                break
            begin, position, country, parts = following, part.end, part.entities[0], [part]
            unit_offset, unit_clitics = part.offset, _WA
            continue
        if joined and name is not None and len(units) < 6:
            other = find_name(scope, line, following, titled=False, first=True)
            if other is None:
                other = unlisted_family(scope, line, following, first=True) or _after_waw(scope, line, following)
            if other is not None and other.clitics == _WA:
                units.append(
                    (following, other.end, other.offset, _WA, None if title.of is None else title.of, other, [])
                )
        break
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
    for begin, end, unit_offset, unit_clitics, country, name, parts in units:
        own = Title(
            title.start,
            title.end,
            title.offset,
            title.clitics,
            title.head,
            title.role,
            title.definite,
            country,
            title.body,
            title.own,
            title.bare,
        )
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


def _after_waw(scope: Scope, line: Line, index: int) -> Name | None:
    """Read an unlisted name behind و in a shared title: والسيد, وسيرغي ستانيشيف."""
    word = line.keys[index][1:]
    if word not in scope.lexicon.sets["given"]:
        return None
    end = index + 1
    while end < len(line.keys) and end < index + 3 and name_like(scope, line, end, 1):
        end += 1
    return Name(index, end, 1, _WA, (word, *line.keys[index + 1 : end])) if end > index + 1 else None


def _counterpart(scope: Scope, line: Line, start: int) -> list[Chunk]:
    """Read نظيره with the country and the name of the other one."""
    match = scope.lexicon.anaphors.find(line, start)
    assert match is not None
    chunks: list[Chunk] = []
    begin, offset, clitics = start, match.variant.offset, match.variant.clitics
    position = match.end
    while True:
        part = _country(scope, line, position, clitics=bool(chunks))
        parts, country = [], None
        if part is None and position + 1 < len(line.keys) and line.keys[position] in scope.lexicon.sets["host"]:
            part = _country(scope, line, position + 1, clitics=False)
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
        name = _name_behind(scope, line, position, False)
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
        following = _country(scope, line, end, clitics=True) if line.keys[end].startswith("\u0648") else None
        if following is None or following.offset != 1:
            break
        begin, position, offset, clitics = end, end, 1, _WA
    return chunks


def _anaphor(scope: Scope, line: Line, index: int) -> Chunk | None:
    """Read a pointing word that is no title: الجانبان, بلاده, المنظمة, المملكة."""
    match = scope.lexicon.anaphors.find(line, index)
    if match is None:
        return None
    anaphor = match.value
    before = line.keys[index - 1] if index else ""
    after = line.keys[match.end] if match.end < len(line.keys) else ""
    if (before, line.keys[index]) in scope.lexicon.no_anaphor or (line.keys[index], after) in scope.lexicon.no_anaphor:
        return None
    if (
        anaphor.what == "last"
        and not match.variant.clitics
        and before not in scope.lexicon.sets["stops"] | scope.lexicon.verbs
    ):
        return None
    end = match.end
    parts: list[Part] = []
    entities: tuple[str, ...] = ()
    type_ = {"own country": "Country", "two countries": "Country", "kingdom": "Country"}.get(anaphor.what, "")
    start = index
    if anaphor.what in ("two countries", "two persons", "body", "person"):
        part = _country(scope, line, end, clitics=False)
        if part is not None and part.kind == "nisba":
            parts, end = [part], part.end
            other = (
                _country(scope, line, end, clitics=True)
                if end < len(line.keys) and line.keys[end].startswith("\u0648")
                else None
            )
            if anaphor.number == "d" and other is not None and other.offset == 1 and other.kind == "nisba":
                parts, end = [part, other], other.end
                entities = (part.entities[0], other.entities[0])
        elif anaphor.what == "body" and end < len(line.keys) and scope.definite(line.keys[end]):
            following = line.keys[end]
            if following[2:] not in scope.lexicon.sets["generic"] and _adjectival(following):
                return None
    country = parts[0].entities[0] if len(parts) == 1 else None
    if anaphor.what == "body":
        type_ = anaphor.roles[0]
    return Chunk(
        line,
        start,
        end,
        match.variant.offset,
        match.variant.clitics,
        "anaphor",
        type_,
        entities,
        anaphor.number,
        anaphor.gender,
        parts=parts,
        anaphor=anaphor,
        country=country,
        rule=anaphor.what,
    )


def _adjectival(word: str) -> bool:
    """A definite word in ي or ية behind a body word makes it another body (المنظمة الدولية apart)."""
    return word.endswith(("\u064a", "\u064a\u0647"))


def _adjective(scope: Scope, line: Line, index: int) -> Chunk | None:
    """Read an adjective of a country, or the name of a people, which is a party by itself."""
    match = scope.lexicon.nisbas.find(line, index)
    if match is None or not trusted(scope, line, match):
        return None
    nisba = match.value
    entity = scope.entity(nisba.entity)
    before = line.keys[index - 1] if index else ""
    noun = before.startswith(ARTICLE) or any(v.definite for v in variants(before)) if before else False
    people = nisba.people or (nisba.number == "p" and match.definite and not noun)
    kind = "collective" if people and entity.type == "Country" else "nisba"
    return Chunk(
        line,
        index,
        match.end,
        match.variant.offset,
        match.variant.clitics,
        kind,
        entity.type,
        (nisba.entity,),
        nisba.number,
        nisba.gender,
        country=nisba.entity if entity.type == "Country" else None,
        rule="nisba",
    )


def _unseen(scope: Scope, line: Line, index: int) -> Chunk | None:
    """Read a name that no table has, without a title: a given name with more behind it, or behind a verb of saying."""
    lexicon = scope.lexicon
    word = line.keys[index]
    before = line.keys[index - 1] if index else ""
    if before in lexicon.sets["venues"] or any(v.stem in lexicon.sets["venues"] for v in variants(before)):
        return None
    said = (
        any(before[v.offset :] in lexicon.sets["saying"] for v in variants(before) if not v.definite)
        if before
        else False
    )
    for variant in variants(word):
        if variant.definite or (variant.clitics and variant.clitics not in (("wa",), ("li",), ("bi",), ("fa",))):
            continue
        stem = word[variant.offset :]
        if stem not in lexicon.sets["given"]:
            continue
        if stem in lexicon.sets["stops"]:
            continue
        common = stem in lexicon.sets["common_given"] and not (said and not variant.clitics)
        if variant.clitics:
            if word in lexicon.sets["given"] or index + 1 >= len(line.keys):
                continue
            end = index + 1
            while end < len(line.keys) and end < index + 3 and name_like(scope, line, end, end - index):
                end += 1
        else:
            end = sequence(scope, line, index)
        if end - index < 2:
            continue
        if common:
            title = find_title(scope, line, end + (end < len(line.keys) and line.keys[end] in _COMMA), first=False)
            if title is None or (title.bare and title.end - title.start == 1):
                continue
        words = (stem, *line.keys[index + 1 : end])
        name = Name(index, end, variant.offset, variant.clitics, words)
        return Chunk(line, index, end, variant.offset, variant.clitics, "name", "Person", name=name, rule="given name")
    if said and not word.startswith(ARTICLE) and name_like(scope, line, index, 0):
        end = sequence(scope, line, index)
        if end - index >= 2 and end < len(line.keys):
            title = find_title(scope, line, end + (line.keys[end] in _COMMA), first=False)
            if title is not None and (not title.bare or title.end - title.start > 1):
                name = Name(index, end, 0, (), line.keys[index:end])
                return Chunk(line, index, end, 0, (), "name", "Person", name=name, rule="said name")
    return None
