"""Titles behind a name."""

from __future__ import annotations

from sifara.entities.chunks import Chunk, Name, Title
from sifara.entities.naming import name_behind
from sifara.entities.posts import told_post
from sifara.entities.scope import Scope
from sifara.entities.titles import find_title
from sifara.entities.words import Line

_COMMA = frozenset('\u060c,(-\u2013\u0640:\u00ab"\u201c/')
_COMMAS = ("\u060c", ",")
_SINGLE = tuple((mark,) for mark in _COMMAS)
_WAW = "\u0648"


def _own(scope: Scope, line: Line, title: Title, first: Title) -> bool:
    """Say whether a title joined to that of somebody named is a further one of theirs: no name stands behind it."""
    if title.head.number != "s" or title.head.royal or title.head.gender != first.head.gender:
        return False
    if title.bare or name_behind(scope, line, title.end, False) is not None:
        return False
    state = scope.entity(title.of).type == "Country" if title.of is not None else False
    return title.of == first.of or not state or first.of is None


def _enclosed(scope: Scope, line: Line, index: int) -> bool:
    """Say whether و, a title and a comma stand here: فلان، السفير السابق، [والممثل الخاص للساحل]، إن."""
    title = find_title(scope, line, index, first=True) if index < len(line.keys) else None
    return title is not None and title.clitics == ("wa",) and line.keys[title.end : title.end + 1] in _SINGLE


def _named(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a name stands at a token; behind a title that has one, و begins another party."""
    name = name_behind(scope, line, index, False)
    if name is None:
        return False
    joined = name.start == index and line.keys[index].startswith(_WAW) and not name.full and not name.family
    return not (joined and name.words[0] not in scope.lexicon.sets["given"])


def _of_others(scope: Scope, name: Name, title: Title, short: bool) -> bool:
    """Say whether a title behind a name is somebody else's: التقى لافروف رئيس الوزراء التركي."""
    people = name.full or tuple(scope.families.get(" ".join(name.words), ())) or name.family
    states = {row.of for n in people for row in scope.knowledge.by_person.get(n, ())}
    states |= {country for n in people if (country := scope.entity(n).country) is not None}
    of = title.of if title.of is not None and scope.entity(title.of).type == "Country" else None
    return bool(of is not None and states and of not in states) or (short and of not in states)


def _object(scope: Scope, chunk: Chunk, name: Name, title: Title, person: str | None) -> bool:
    """Say whether a title right behind a name opens another phrase: اتهم وزير الدفاع جون هيلي رئيس الوزراء."""
    told = next((t.of for t in chunk.titles if not t.bare and t.of is not None), None)
    if told is not None and title.of not in (None, told):
        return True
    officer = told is None and any(not t.bare for t in chunk.titles)
    if officer and title.definite and any(part.kind == "nisba" for part in title.parts):
        return True  # التقى وزير الخارجية فلان السفير الفرنسي
    known = scope.known(person) if person is not None else None
    if title.head.gender == "f" and known is not None and known.gender == "m":
        return True
    keys = chunk.line.keys
    verb = chunk.start > 0 and keys[chunk.start - 1].removeprefix(_WAW) in scope.lexicon.verbs
    return verb and told is not None


def _further(scope: Scope, line: Line, index: int, first: Title) -> bool:
    """Say whether a comma and a further office of the same state stand here: رئيس الدولة، رئيس مجلس الوزراء."""
    if first.of is None or index + 1 >= len(line.keys) or line.keys[index] not in _COMMAS:
        return False
    title = find_title(scope, line, index + 1, first=False)
    whole = title is not None and title.head.number == "s" and not title.bare and title.of in (None, first.of)
    return title is not None and whole and name_behind(scope, line, title.end, False) is None


def _chooses(scope: Scope, chunk: Chunk, name: Name) -> bool:
    """Say whether somebody acts in the office that stands before the name: يختار الأمين العام فلان وزيرا سابقا."""
    held = {(row.role, row.of) for person in name.full for row in scope.knowledge.by_person.get(person, ())}
    return any((title.role, title.of) in held for title in chunk.titles if not title.former)


def with_apposition(scope: Scope, line: Line, chunk: Chunk) -> list[Chunk]:
    """Take a title behind a name: باشناو براكاش الوزير المفوض, فلاديمير بوتين، رئيس روسيا."""
    name = chunk.name
    if name is None:
        return [chunk]
    position, short = chunk.end, not (name.full or len(name.words) > 1)
    comma = position < len(line.keys) and line.keys[position] in _COMMA
    if not _chooses(scope, chunk, name) and (post := told_post(scope, line, chunk.start, position)) is not None:
        chunk.posts = [post]
        return [chunk]
    if comma:
        position += 1
    if comma and short:
        return [chunk]
    titles: list[Title] = []
    while position < len(line.keys):
        title = find_title(scope, line, position, first=False)
        sufficient = not title.bare or title.end - title.start > 1 if title is not None else False
        if title is None or title.head.number != "s" or not (sufficient or titles):
            break
        if any(not t.bare for t in chunk.titles) and title.of is None:
            break
        if any(not t.bare and t.of not in (None, title.of) for t in chunk.titles) and comma:
            break  # دعا وزير حقوق الإنسان، فلان، مفوض الأمم المتحدة
        if _of_others(scope, name, title, short):
            break
        if not comma and _object(scope, chunk, name, title, next(iter(name.full or name.family), None)):
            break
        if titles and any(part.kind == "name" for part in titles[-1].parts):
            break  # مستشار ديفيد كاميرون رئيس الوزراء: the other's office
        titles.append(title)
        position = title.end
        position += _further(scope, line, position, titles[0])
    if not titles or _named(scope, line, position):
        return [chunk]
    position += comma and line.keys[position : position + 1] in _SINGLE and _enclosed(scope, line, position + 1)
    also = find_title(scope, line, position, first=True) if position < len(line.keys) else None
    if also is not None and titles[0].of is None and _of_others(scope, name, also, short):
        also = None
    if also is not None and also.clitics == ("wa",) and _own(scope, line, also, titles[0]):
        titles.append(also)  # سفير أوكرانيا ورئيس المجلس
        position = also.end
    if comma and titles[0].definite and titles[0].bare and titles[0].end - titles[0].start == 1:
        return [chunk]
    chunk.titles += titles
    chunk.parts += [p for t in titles for p in t.parts]
    chunk.kind, chunk.end, chunk.rule = "titled", position, chunk.rule + " title"
    return [chunk]
