"""Titles, honorifics and a name that belong together: one person, or several who share a title."""

from __future__ import annotations

from sifara.entities.apposition import with_apposition
from sifara.entities.chunks import Chunk, Name, Title
from sifara.entities.collectives import find_collective
from sifara.entities.counterparts import find_counterpart, shared_title
from sifara.entities.governed import governed
from sifara.entities.names import find_name, people_of, unlisted_family
from sifara.entities.namewords import unknown
from sifara.entities.naming import name_behind
from sifara.entities.phrases import Match
from sifara.entities.purpose import purpose
from sifara.entities.respelt import respelt
from sifara.entities.scope import Scope
from sifara.entities.titles import find_title
from sifara.entities.words import ARTICLE, Line, rests, stems, variants

_COMMA = frozenset('\u060c,(-\u2013\u0640:\u00ab"\u201c/')
_PLURALS = frozenset("dp")
_WA = ("wa",)
_STATES = ("Country", "IntergovernmentalOrganization")
_JOINED = "\u0648" + ARTICLE
_SON = frozenset({"\u0628\u0646"})
_MINISTERS = frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"})


def find_people(scope: Scope, line: Line, start: int, venue: bool = True) -> list[Chunk]:
    """Read titles, honorifics and a name that belong together; ``venue``: behind what is named for people is none."""
    match = scope.lexicon.anaphors.find(line, start)
    if match is not None and match.value.what in ("counterpart", "predecessor"):
        return find_counterpart(scope, line, start)
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
                return shared_title(scope, line, start, title, offset, clitics)
            position = _next_title(scope, line, titles, position)
            continue
        if honorific is not None and titles and titles[-1].head.royal and _commoner(scope, line, honorific):
            break  # سمو ولي العهد [معالي وزير الثقافة فلان]
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
        rank = scope.lexicon.honorifics.find(line, start)
        name = find_name(scope, line, start, titled=rank is not None, first=True) or unlisted_family(
            scope, line, start, first=True
        )
        name = name or respelt(scope, line, start)
        if name is None or (rank is None and name.end == start + 1 and _of_a_thing(scope, line, start)):
            return []
        chunk = Chunk(line, name.start, name.end, name.offset, name.clitics, "name", "Person", name=name, rule="name")
        chunk.royal = rank is not None and rank.value == "royal"
        return with_apposition(scope, line, chunk)
    if venue and not titles and start and _venue(scope, line.keys[start - 1]):
        return []
    if titles and _town(scope, line, position):
        position = titles[-1].end = position + 1
    elif titles and titles[-1].end == position:
        position = governed(scope, line, titles[-1])
    name = name_behind(scope, line, position, honoured)
    if name is None and titles:
        behind = purpose(scope, line, position, titles[-1])
        name = name_behind(scope, line, behind, honoured) if behind > position else None
        if name is not None and len(name.words) == 1 and not (name.full or name.family) and name.start == behind:
            name = None  # المسؤول عن الهجوم مولود في
        if name is not None:
            titles[-1].end = behind
    if (
        name is not None
        and titles
        and titles[-1].head.royal
        and not name.full
        and not royal
        and _SON.isdisjoint(name.words)
        and scope.lexicon.honorifics.find(line, name.start) is None
    ):
        name = None  # ولي العهد أحمد … is somebody else's name
    if name is not None and titles and titles[-1].head.name == "custodian" and not (name.full or name.family or royal):
        name = None  # معالي رئيس الشؤون الخاصة لخادم الحرمين الأستاذ فلان
    if name is not None and not titles and not honoured:
        name = None
    if name is not None and titles and not honoured and _vague(scope, titles[-1], name):
        name = None
    if name is not None and titles and _another(scope, titles, name):
        name = None
    if name is not None and titles and titles[-1].head.takes == "place" and len(name.words) == 1:
        place = titles[-1].bare and not titles[-1].definite and not (name.full or name.family)
        name = None if place else name  # قائمقام تلعفر
    if name is None and titles and (titles[-1].theirs or titles[-1].head.name == "diplomat"):
        return []
    if name is not None:
        for title in titles:
            if title.of is None:
                title.of = next((t.of for t in titles if t.of is not None and _sharable(scope, t.of)), None)
        chunk = Chunk(line, start, name.end, offset, clitics, "titled", "Person", titles=titles, name=name, royal=royal)
        rank = scope.lexicon.honorifics.find(line, name.start)
        chunk.royal = royal or any(t.head.royal for t in titles) or (rank is not None and rank.value == "royal")
        chunk.gender = "f" if any((t.gender or t.head.gender) == "f" for t in titles) else "m"
        chunk.parts = [p for t in titles for p in t.parts]
        chunk.rule = "title name" if titles else "honorific name"
        return with_apposition(scope, line, chunk)
    if not titles:
        return []
    last = titles[-1]
    if (
        last.bare
        and last.head.name in ("chief", "legislator", "director_general", "governor", "deputy")
        and (not last.definite or last.head.name == "governor")
    ):
        return []
    if last.head.deputy and last.role == last.head.role and last.parts and last.parts[0].start == last.head_end:
        return []  # مساعدة أوكرانيا, وكلاء إيران
    neighbours = (
        line.keys[start - 1] if start else "",
        line.keys[start],
        line.keys[start + 1] if start + 1 < len(line.keys) else "",
    )
    if neighbours[:2] in scope.lexicon.no_anaphor or neighbours[1:] in scope.lexicon.no_anaphor:
        return []
    words_too = scope.lexicon.sets["words_too"]
    alone = last.bare and last.definite and len(titles) == 1
    if alone and any(v.definite and ARTICLE + v.stem in words_too for v in variants(line.keys[start])):
        return []
    chunk = Chunk(
        line, start, max(t.end for t in titles), offset, clitics, "title", "Person", titles=titles, royal=royal
    )
    chunk.gender = last.gender or last.head.gender
    chunk.parts = [p for t in titles for p in t.parts]
    chunk.rule = "title"
    if last.bare and len(titles) == 1:
        sure = last.of is not None and (last.of in scope.countries or last.end - last.start > 1)
        last.of = _shared_state(scope, line, last) or (last.of if sure else None)  # المرشد الأعلى
    if last.bare and len(titles) == 1 and last.of is None:
        pointing = scope.lexicon.anaphors.find(line, start)
        chunk.anaphor = pointing.value if pointing is not None and pointing.end >= last.head_end else None
    elif len(titles) == 1 and last.definite and last.head.takes != "spokesperson":
        pointing = scope.lexicon.anaphors.find(line, start)
        whole = pointing is not None and pointing.end >= last.head_end
        if pointing is not None and whole and all(p.kind == "nisba" for p in last.parts):
            chunk.anaphor = pointing.value
    return [chunk]


def _commoner(scope: Scope, line: Line, honorific: Match[str]) -> bool:
    """Say whether an address is of nobody royal: معالي, سعادة."""
    return " ".join(line.keys[honorific.start : honorific.end]) in scope.lexicon.sets["commoners"]


def _vague(scope: Scope, title: Title, name: Name) -> bool:
    """Say whether one unlisted word that is no given name stands behind an office of nothing: وكيل إمارة."""
    if name.full or name.family or len(name.words) > 1 or name.words[0] in scope.lexicon.sets["given"]:
        return False
    return title.bare and not title.definite


def _another(scope: Scope, titles: list[Title], name: Name) -> bool:
    """Say whether a title without more words is a woman's, and the surname behind it a man's: حذرت الوزيرة [ترامب]."""
    woman = len(titles) == 1 and titles[0].bare and titles[0].definite and titles[0].head.gender == "f"
    if not woman or not name.family or len(name.words) > 1:
        return False
    known = [scope.known(one) for one in name.family]
    return all(one is not None and one.famous and one.gender == "m" for one in known)


def _town(scope: Scope, line: Line, index: int) -> bool:
    """Say whether an unlisted place stands behind its noun: رئيس بلدية [عرسال] فلان."""
    if line.keys[index - 1] not in scope.lexicon.sets["named_places"] or not unknown(scope, line, index):
        return False
    return line.keys[index] not in scope.lexicon.sets["given"] and not scope.hits_at(line, index)


def _sharable(scope: Scope, of: str) -> bool:
    """Say whether a second title may be of what the first is of: a minister is of no party."""
    return scope.entity(of).type in _STATES


def _shared_state(scope: Scope, line: Line, title: Title) -> str | None:
    """Give the state that a body joined to a bare title names for both: الرئيس والحكومة المصرية."""
    if not title.definite or title.end >= len(line.keys) or not line.keys[title.end].startswith(_JOINED):
        return None
    body = find_collective(scope, line, title.end, True)
    if body is None or body.clitics != _WA or not any(part.kind == "nisba" for part in body.parts):
        return None
    return body.country if len(body.entities) == 1 else None


def _venue(scope: Scope, before: str) -> bool:
    """Say whether a word is a thing that is named for people: مطار الملك خالد is nobody."""
    venues = scope.lexicon.sets["venues"]
    return not venues.isdisjoint(stems(before))


def _of_a_thing(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word with the article says which thing of that kind is meant: المسجد الإبراهيمي is no family's."""
    before = line.keys[index - 1] if index else ""
    things = {ARTICLE + word for word in scope.lexicon.sets["venues"]}
    return before in things and line.keys[index].startswith(ARTICLE)


def _listed_here(scope: Scope, line: Line, index: int, first: bool) -> bool:
    """Say whether a listed name begins here that has the honorific in it (الملك سلمان)."""
    for hit in scope.hits_at(line, index):
        if (first or not hit.clitics) and hit.end - hit.start > 1 and (people_of(scope, hit) or hit.alias.family):
            return True
    return False


def _state_noun(scope: Scope, line: Line, start: int, end: int) -> bool:
    """Tell دولة الكويت from دولة الرئيس: an address needs a title or a listed person behind it."""
    nouns, words = scope.lexicon.sets["state_nouns"], rests(line.keys[start])
    if any(word.startswith(ARTICLE) and word.removeprefix(ARTICLE) in nouns for word in words):
        return True  # خدم الدولة
    if nouns.isdisjoint(words):
        return False
    if end < len(line.keys) and scope.lexicon.heads.find(line, end, clitics=False) is not None:
        return False
    return not any(people_of(scope, hit) for hit in scope.hits_at(line, end))


def _stacks(scope: Scope, line: Line, before: Title, title: Title) -> bool:
    """Say whether a title right behind another one belongs to the same person."""
    states = [scope.country_of(of) or of for of in (before.of, title.of) if of is not None]
    if len(states) > 1 and states[0] != states[1]:
        return False
    if before.role == "CrownPrince" and title.role == "HeadOfState":
        return False  # سمو ولي العهد والرئيس المصري
    if before.role == "HeadOfState" and title.role in _MINISTERS:
        return False  # التقى أمير الكويت وزير الدفاع
    if title.own or (before.head.gender == "f" and title.head.gender == "m"):
        return False  # الرئيس رئيس وزرائه, المعارضة الرئيس
    return title.head.number == "s" and (not title.bare or title.definite) and not (before.bare and not before.definite)


def _next_title(scope: Scope, line: Line, titles: list[Title], position: int) -> int:
    """Step over a comma or و before a further title of the same person, if there is one with a name behind."""
    if position >= len(line.keys):
        return position
    if line.keys[position] in ("\u060c", ","):
        title = find_title(scope, line, position + 1, first=False)
        rank = title is not None and title.bare and title.definite
        joins = title is not None and title.head.number == "s" and (rank or (not title.bare and titles[-1].of is None))
        if joins and title is not None and name_behind(scope, line, title.end, False) is not None:
            return position + 1
        return position
    title = find_title(scope, line, position, first=True)
    if title is None or title.clitics != _WA or title.bare or title.head.number != "s":
        return position
    prince = titles[-1].role == "CrownPrince" and title.role == "HeadOfState"
    if all(t.of is None for t in titles) and not prince and name_behind(scope, line, title.end, False) is not None:
        titles.append(title)
        return title.end
    return position
