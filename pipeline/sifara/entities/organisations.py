"""Unlisted bodies, treaties, media and projects, by their head noun and what follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.document import Entity
from sifara.entities.aims import ADJECTIVES, GROUPS, aim, aimed, another, called, causes, contracted, described
from sifara.entities.chunks import Body, Part
from sifara.entities.lexicon import Pattern
from sifara.entities.nations import nation
from sifara.entities.partynames import cause_end, city_end, foreign_end, name_end
from sifara.entities.phrases import Match
from sifara.entities.places import choose
from sifara.entities.spelling import identifier
from sifara.entities.words import ARTICLE, QUOTES, Line, key, rests, surface

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_WAW = "\u0648"
_LEAST, _MOST_WORDS = 2, 4
_ALIKE = {
    "Company": ("Company", "IntergovernmentalOrganization"),
    "ArmedGroup": GROUPS,
    "Party": GROUPS,
    "Organization": GROUPS,
    "Project": ("Project", "Company"),
}
_FOREIGN = {"Party": 1, "Company": 3}  # words of a foreign name
_BELOW = "\u0625"  # إ
_SHORTEST = 3  # letters: ال is cut off a number
_HIGHEST = "\u0639\u0644\u064a\u0627"  # عليا
_SEVERAL = ("\u064a\u0648\u0646", "\u064a\u064a\u0646")  # الديمقراطيون, الديمقراطيين
_TA_MARBUTA, _AT = "\u0647", "\u0627\u062a"


def find_organisation(scope: Scope, line: Line, start: int, clitics: bool) -> Body | None:
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
    if pattern.definite and not match.definite:
        return None
    if pattern.type in GROUPS and described(scope, line, match.start, offset, match.end):
        return None
    if pattern.alone and any(h.alias.full and h.offset == offset for h in scope.hits_at(line, match.start)):
        return None
    if pattern.fixed:
        whole = (keys[match.start][offset:], *keys[match.start + 1 : match.start + 5])
        words = next((w for w in pattern.fixed if whole[: len(w)] == w), None)
        if words is None:
            return None
        index = match.start + len(words)
    elif pattern.need == "name":
        end = name_end(scope, line, index, pattern.type == "Project")
        if end == index:
            return None
        named = _listed_name(scope, line, match, end, pattern.type)
        if named is not None:
            rule = "pattern:listed"
            return Body(match.start, end, offset, given, (named.id,), named.type, "pattern", named.country, rule=rule)
        index = end
    elif pattern.need == "foreign":
        index = foreign_end(scope, line, index, _FOREIGN[pattern.type]) if not match.definite else index
        if index == match.end:
            return None
    elif pattern.need == "city":
        index, country = city_end(scope, line, index)
        if country is None:
            return None
    elif pattern.need in ("party", "movement"):
        index = cause_end(scope, line, index, pattern.need == "movement") if not match.definite else index
        if index == match.end:
            return None
    elif pattern.need in ("words", "calling", "cause", "voice"):
        if pattern.need == "voice" and not _speaks(scope, line, match.start, given):
            return None
        index, parts = _words_end(scope, line, index, match.definite)
        if index == match.end or (match.definite and pattern.type == "ArmedGroup"):
            return None
        if pattern.need == "calling" and not any(called(scope, line, i) for i in range(match.end, index)):
            return None
        if pattern.need == "cause" and not any(causes(scope, word) for word in keys[match.end : index]):
            return None
    part = nation(scope, line, index, clitics=False) if index < len(keys) else None
    behind = part is None and pattern.need == "nation" and match.definite
    if behind:
        part = _in_a_state(scope, line, index) if pattern.type == "Organization" else None
        part = part or _for_a_state(scope, line, index)
    if (
        part is not None
        and scope.entity(part.entities[0]).type == "Country"
        and (part.kind == "nisba" or behind or part.offset or (not match.definite and index == match.end))
    ):
        country, index = part.entities[0], part.end
        parts.append(part)
    elif pattern.need == "nation":
        return None
    if pattern.need == "nothing" and index == match.end and match.definite:
        return None
    if pattern.fixed and country is None:
        return Body(match.start, index, offset, given, (), pattern.type, "pattern", None, parts, rule="pattern:open")
    words_ = surface(line, match.start, offset, index, match.definite)
    words_ = ARTICLE + words_ if contracted(line, match.start, offset, match.definite) else words_
    longer = _longer(scope, line, match, index, pattern.type)
    if longer is not None:
        name, country, rule = longer.id, longer.country, "pattern:shortened"
        return Body(match.start, index, offset, given, (name,), longer.type, "pattern", country, parts, rule=rule)
    if pattern.en and country is not None:
        english = f"{pattern.en} of {scope.entity(country).label_en}"
        name = scope.knowledge.any_label.get(english) or identifier(english)
        if scope.known(name) is None:
            scope.make(name, pattern.type, words_, english, country)
    else:
        name = identifier(words_)
        if scope.known(name) is None:
            scope.make(
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


def _speaks(scope: Scope, line: Line, index: int, clitics: tuple[str, ...]) -> bool:
    """Say whether a verb of saying stands right before a word, or what tells who has issued a communiqué."""
    sets, before = scope.lexicon.sets, line.keys[max(0, index - 2) : index]
    if not before or clitics not in ((), ("li",)):
        return False
    if clitics:  # بيان للديوان الملكي
        return before[-1] in sets["issued"]
    if before[-1] in sets["issued_by"]:  # بيان صادر عن الديوان الملكي
        return before[0] in sets["issued"]
    return not sets["saying"].isdisjoint(rests(before[-1]))


def _in_a_state(scope: Scope, line: Line, index: int) -> Part | None:
    """Find the state in which a group is: المعارضة في تركيا."""
    inside = index + 1 < len(line.keys) and line.keys[index] in scope.lexicon.sets["host"]
    part = nation(scope, line, index + 1, clitics=False) if inside else None
    return part if part is not None and part.kind == "listed" else None


def _for_a_state(scope: Scope, line: Line, index: int) -> Part | None:
    """Find the state behind ل: القنصلية العامة لتركيا."""
    listed = index < len(line.keys) and any(hit.clitics == ("li",) for hit in scope.hits_at(line, index))
    part = nation(scope, line, index) if listed else None
    return part if part is not None and part.kind == "listed" and part.offset else None


def _longer(scope: Scope, line: Line, match: Match[tuple[Pattern, ...]], end: int, type_: str) -> Entity | None:
    """Find the party or group of the document whose name begins so: حزب العمال for حزب العمال الكردستاني."""
    if type_ not in ("Party", "ArmedGroup") or end - match.start < _LEAST:
        return None
    words = " ".join((line.keys[match.start][match.variant.offset :], *line.keys[match.start + 1 : end]))
    listed = [name for name in sorted(scope.present) if scope.entity(name).type in GROUPS]
    made = [name for name in sorted(scope.made) if scope.entity(name).type in GROUPS]
    for names in (listed, made):
        found = [name for name in names if any(key(n).startswith(words + " ") for n in _names(scope, name))]
        if found:
            return scope.entity(found[0]) if len(found) == 1 else None
    return None


def _names(scope: Scope, name: str) -> tuple[str, ...]:
    known = scope.known(name)
    return known.names if known is not None else (scope.entity(name).label_ar,)


def _listed_name(scope: Scope, line: Line, match: Match[tuple[Pattern, ...]], end: int, type_: str) -> Entity | None:
    """Find the listed body or treaty whose name stands behind a head noun, in quotation marks or without."""
    inside = [key for i, key in enumerate(line.keys[match.end : end], match.end) if line.tokens[i].text not in QUOTES]
    if not inside:
        return None
    name, head = " ".join(inside), line.keys[match.start][match.variant.offset :]
    plain = (name.replace(" - ", " "), f"{head} {name}".replace(" + ", "+"))
    for text in (f"{head} {name}", name, f"{ARTICLE}{name}", *plain):
        alias = scope.knowledge.gazetteer.aliases.get(text)
        wanted = _ALIKE.get(type_, (type_,))
        named = tuple(n for n in (alias.full if alias is not None else ()) if scope.entity(n).type in wanted)
        if named:
            return scope.entity(choose(scope, named))
    return None


def _words_end(scope: Scope, line: Line, index: int, definite: bool) -> tuple[int, list[Part]]:
    """Take the definite words of a body's name; a name of generic words alone is none."""
    lexicon, keys = scope.lexicon, line.keys
    start, parts, telling = index, [], False
    while index < len(keys) and index - start < _MOST_WORDS:
        word = keys[index]
        if any(hit.clitics == ("wa",) and hit.alias.full for hit in scope.hits_at(line, index)) and index > start:
            break  # منظمة الأمم المتحدة والاتحاد الأفريقي are two
        if word.startswith(_WAW + ARTICLE) and index > start and another(scope, line, index):
            break
        plain = word[1:] if word.startswith(_WAW + ARTICLE) and index > start else word
        part = nation(scope, line, index, clitics=False)
        if part is not None and part.kind == "nisba" and _of_a_region(scope, part, plain):
            part = None  # المنظمة العربية لحقوق الإنسان
        if part is not None and part.kind == "nisba" and definite and index == start and called(scope, line, part.end):
            parts.append(part)  # الرابطة السودانية لحقوق الإنسان
            index, telling = part.end, True
            break
        if part is not None and part.kind == "nisba":
            break
        if part is not None and (definite or (index > start and keys[index - 1].startswith(ARTICLE))):
            break  # دعا المجلس إيران
        if part is not None:
            parts.append(part)
            index, telling = part.end, True
            continue
        if index == start and definite and not _agrees(line.keys[start - 1], plain):
            break  # جلسة المجلس الثالثة
        if index == start and definite and _a_thing(line, index):
            break  # دان المجلس الهجوم
        if index == start and not definite and aimed(scope, line, index):
            index, telling = index + 2, True  # هيئة [شؤون الأسرى]
            continue
        if not plain.startswith(ARTICLE) or len(plain) <= _SHORTEST or _BELOW in line.tokens[index].text[:1]:
            break  # الاتفاق إلغاء
        if plain in lexicon.verbs or (plain in lexicon.sets["stops"] and plain not in lexicon.sets["fields_too"]):
            break
        if lexicon.heads.find(line, index) or lexicon.honorifics.find(line, index):
            break
        if any(h.alias.full and scope.entity(h.alias.full[0]).type == "Person" for h in scope.hits_at(line, index)):
            break
        ending = plain.endswith(ADJECTIVES) and plain[len(ARTICLE) :] not in lexicon.sets["passing"]
        if lexicon.modifiers.find(line, index) and index > start and not ending:
            break  # حزب التجمع الوطني الديمقراطي goes on
        feminine = line.keys[index - 1].endswith((_TA_MARBUTA, _AT)) and plain.endswith(_TA_MARBUTA)
        listed = any(h.alias.full and h.end > index for h in scope.hits_at(line, index - 1))  # منظمة [الصليب الأحمر]
        several = index > start and plain.endswith(_SEVERAL) and line.keys[index - 1].endswith(_SEVERAL)
        ends = several or plain.endswith(ADJECTIVES) or (plain in lexicon.sets["name_adjectives"] and not listed)
        if index > start and word == plain and not feminine and not ends:
            break
        stem = plain[len(ARTICLE) :]
        if stem not in lexicon.sets["generic"] and (index > start or not lexicon.modifiers.find(line, index)):
            telling = True  # العسكري الانتقالي, but not العسكري alone
        index += 1
    end = aim(scope, line, start, index, state=bool(parts) and parts[-1].end == index)
    return (end, parts) if telling or end > index else (start, [])


def _agrees(head: str, adjective: str) -> bool:
    """Say whether an adjective has the gender of a definite head noun."""
    return head.endswith((_TA_MARBUTA, _AT)) == adjective.endswith((_TA_MARBUTA, _HIGHEST))


def _a_thing(line: Line, index: int) -> bool:
    """Say whether a definite word is a noun and no adjective, so that it tells nothing of the noun before it."""
    readings = line.tokens[index].readings
    known = any(r.pos == "noun" and r.source == "domain" for r in readings)
    return known and all(r.pos != "adj" for r in readings)


def _of_a_region(scope: Scope, part: Part, word: str) -> bool:
    return scope.entity(part.entities[0]).type == "Region" and word[len(ARTICLE) :] in scope.lexicon.sets["scopes"]
