"""Reading a sentence into chunks: people, bodies, adjectives of countries, pointing words."""

from __future__ import annotations

from sifara.entities.apposition import with_apposition
from sifara.entities.bodies import find_body
from sifara.entities.chunks import Body, Chunk, Part
from sifara.entities.namewords import is_word
from sifara.entities.naming import country_at
from sifara.entities.nations import trusted
from sifara.entities.persons import find_people
from sifara.entities.scope import Scope
from sifara.entities.unseen import find_unseen
from sifara.entities.words import ARTICLE, Line, rests, variants

_LINKS = ("\u0628\u0646", "\u0627\u0644")  # بن, and آل folded


_TA_MARBUTA = "\u0647"
_WRITTEN_TA = "\u0629"  # ta marbuta as it is written


def scan(scope: Scope, line: Line) -> list[Chunk]:
    """Read one sentence into chunks, in order and without overlap."""
    chunks: list[Chunk] = []
    index, place, person = 0, False, -1
    while index < len(line.keys):
        if not is_word(line.keys[index]):
            index += 1
            continue
        if index and _named_for(scope, line, index):
            index = max(index + 1, find_people(scope, line, index, venue=False)[-1].end)
            continue
        found = _at(scope, line, index, place, person == index)
        if not found:
            index += 1
            place = False
            continue
        chunks += found
        index = max(index + 1, found[-1].end)
        place = found[-1].type == "City"
        person = index if found[-1].name is not None and len(found[-1].name.words) > 1 else -1
    return chunks


def _at(scope: Scope, line: Line, index: int, place: bool, joined: bool) -> list[Chunk]:
    people = find_people(scope, line, index)
    body = find_body(scope, line, index, previous_place=place)
    if people and people[0].name is not None and (body is None or people[-1].end >= body.end):
        return people
    if body is not None and people and people[0].kind == "title":
        reach = max(c.end for c in people)
        if body.end > reach or (body.end == reach and body.kind in ("collective", "pattern")):
            return [_of_body(line, body)]
        return people
    if people and (body is None or people[-1].end > body.end):
        return people
    if body is not None:
        adjective = _adjective(scope, line, index) if body.kind == "listed" and _describes(scope, line, body) else None
        return [adjective if adjective is not None else _of_body(line, body)]
    pointing = _anaphor(scope, line, index)
    if pointing is not None:
        return [pointing]
    adjective = _adjective(scope, line, index)
    if adjective is not None and not _begins_name(scope, line, index):
        return [adjective]
    unseen = find_unseen(scope, line, index, joined)
    return with_apposition(scope, line, unseen) if unseen is not None else []


def _named_for(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a name stands behind what is named for people: مطار الملك خالد, ملعب محمد الخامس."""
    named = scope.lexicon.sets["named_for"]
    if named.isdisjoint(rests(line.keys[index - 1])):
        return False
    people = find_people(scope, line, index, venue=False)
    return bool(people) and people[0].name is not None and not people[0].clitics and not people[0].titles


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
        led=body.led,
    )


def _describes(scope: Scope, line: Line, body: Body) -> bool:
    """Say whether the name of a state is an adjective as well, and one here: مجلس الغرف السعودية."""
    before = line.tokens[body.start - 1] if body.start else None
    word = line.keys[body.start]
    if before is None or body.end > body.start + 1 or not (word.startswith(ARTICLE) and word.endswith(_TA_MARBUTA)):
        return False
    if scope.lexicon.anaphors.find(line, body.start - 1) or scope.lexicon.heads.find(line, body.start - 1):
        return False  # زار الملك [السعودية]
    known = [r for r in before.readings if r.source == "domain" and r.definite]
    return bool(known) and all(r.pos == "noun" and r.number == "p" for r in known)


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
        and before not in scope.lexicon.sets["stops"]
        and before not in scope.lexicon.verbs
    ):
        return None
    if anaphor.what == "two countries" and scope.definite(after) and after.endswith(_TA_MARBUTA):
        return None  # البلدان النامية
    if line.keys[index] in scope.lexicon.sets["adjectives_too"] and scope.definite(before):
        return None  # السلك الدبلوماسي
    if anaphor.what == "own country" and line.tokens[match.end - 1].text[-1] == _WRITTEN_TA:
        return None  # بلدة, not بلده
    end = match.end
    parts: list[Part] = []
    entities: tuple[str, ...] = ()
    type_ = {"own country": "Country", "two countries": "Country", "kingdom": "Country"}.get(anaphor.what, "")
    start = index
    if anaphor.what in ("two countries", "two persons", "body", "person", "presidency"):
        part = country_at(scope, line, end, clitics=False)
        he = part is not None and anaphor.what == "person" and anaphor.gender == "m" and anaphor.number == "s"
        if he and line.keys[end].endswith(_TA_MARBUTA) and scope.hits_at(line, end):
            part = None  # زار الوزير [السعودية]
        if part is not None and part.kind == "nisba":
            parts, end = [part], part.end
            other = (
                country_at(scope, line, end, clitics=True)
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


def _begins_name(scope: Scope, line: Line, index: int) -> bool:
    """Tell a given name from the adjective of a country: تركي آل الشيخ, تركي بن فلان."""
    if index + 2 >= len(line.keys) or not is_word(line.keys[index + 2]):
        return False
    given = any(line.keys[index][v.offset :] in scope.lexicon.sets["given"] for v in variants(line.keys[index]))
    return given and line.keys[index + 1] in _LINKS
