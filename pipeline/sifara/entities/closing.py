"""Names told by what closes them: the words between a whole title, or a verb of saying, and إن, قد or a mark."""

from __future__ import annotations

from sifara.document import Reading
from sifara.entities.chunks import Name
from sifara.entities.nameends import others
from sifara.entities.namewords import is_word, name_like, plain_word, unknown
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, rests

_WAW = "\u0648"
_LONGEST = 4  # words
_LEAST = 2  # letters
_MARKS = frozenset("\u060c,()\u00bb\"\u201d\u061b-\u2013")
_HYPHENS, _QUOTING, _YA = frozenset("-\u2013"), frozenset(":\"\u00ab\u201c"), "\u064a"
_REACH = 12  # words from a verb of saying over a title to the name
_OPENING, _CLOSING = frozenset("\"\u00ab\u201c"), frozenset("\"\u00bb\u201d")


def closed_name(scope: Scope, line: Line, start: int) -> int:
    """Give the end of the name between a title and what closes it: المتحدث باسم البيت الأبيض [آري فليشر] قد.

    ``start`` itself if the words there are none. Behind إن and قد a first word that can be a name is enough; a mark
    closes only words that no list and no domain reading knows.
    """
    first, given = line.keys[start], scope.lexicon.sets["given"]
    if first.startswith(_WAW) and first[1:] in given and first not in given:
        return start  # ويوسف
    for end in range(start + 1, min(start + _LONGEST, len(line.keys) - 1) + 1):
        if not _possible(scope, line, end - 1, end - 1 - start):
            break
        if end - 1 > start and others(scope, line, start, end - 1):
            break
        if end - start > 1 and _closes(scope, line, end):
            strong = line.keys[end] not in _MARKS or _ranked(scope, line, start)
            return end if _sure(scope, line, start, end, strong) else start
    return start


def heard_name(scope: Scope, line: Line, start: int) -> int:
    """Give the end of a name of two words between the title of whom a verb of saying is told and what is said.

    The second word can only be a name; the first may be a form that nobody uses there: وزير الدفاع [فكري إيشيق] إن.
    """
    end = start + 2
    if end >= len(line.keys) or not unknown(scope, line, start + 1) or len(line.keys[start + 1]) <= _LEAST:
        return start
    closes = line.tokens[end].text in _QUOTING or (_closes(scope, line, end) and line.keys[end] not in _HYPHENS)
    if not closes or not _odd(scope, line, start) or scope.hits_at(line, start + 1):
        return start
    saying, that = scope.lexicon.sets["saying"], scope.lexicon.sets["that"]
    for word in reversed(line.keys[max(start - _REACH, 0) : start]):
        if word in that or word in _QUOTING or word in _MARKS - _HYPHENS:
            return start
        if not saying.isdisjoint(rests(word)):
            return end
    return start


def _odd(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word is no noun that could govern a genitive, nor a particle: a verb, "my …", a bare adjective."""
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) <= _LEAST or word.startswith(ARTICLE) or scope.hits_at(line, index):
        return False
    if word in lexicon.sets["stops"] or word in lexicon.verbs or lexicon.heads.find(line, index):
        return False
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    if any(r.conj or (r.prep and r.pos == "noun") or r.pronoun[:1] == "3" for r in readings if r.source == "domain"):
        return False
    nouns = [r for r in readings if r.pos == "noun" and not r.pronoun]
    return not nouns or (word.endswith(_YA) and any(r.pos == "adj" for r in readings))


def _ranked(scope: Scope, line: Line, start: int) -> bool:
    """Say whether a military rank stands right before a token."""
    ranks = (scope.lexicon.honorifics.find(line, at) for at in range(max(start - _LEAST, 0), start))
    return any(rank is not None and rank.value == "military" and rank.end == start for rank in ranks)


def quoted_name(scope: Scope, line: Line, index: int) -> Name | None:
    """Read a name in quotation marks behind a title: السفير الكوبي "إدواردو بيردومو"."""
    keys, given = line.keys, scope.lexicon.sets["given"]
    if index >= len(keys) or line.tokens[index].text not in _OPENING:
        return None
    start = index + 1
    for end in range(start + 1, min(start + _LONGEST + 1, len(keys) - 1) + 1):
        if line.tokens[end].text in _CLOSING:
            whole = all(_possible(scope, line, i, i - start) for i in range(start, end))
            whole = whole and not any(_pronoun(line, i) for i in range(start + 1, end))
            sure = any(unknown(scope, line, i) or keys[i] in given for i in range(start, end))
            family = end == start + 1 and any(hit.alias.family for hit in scope.hits_at(line, start))
            return Name(start, end, 0, (), keys[start:end]) if (whole and sure and end - start > 1) or family else None
    return None


def _closes(scope: Scope, line: Line, index: int) -> bool:
    word, sets = line.keys[index], scope.lexicon.sets
    return word in _MARKS or word in sets["that"] or word in sets["perfect"]


def _possible(scope: Scope, line: Line, index: int, position: int) -> bool:
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) < _LEAST or word in lexicon.verbs:
        return False
    if position and word in lexicon.sets["that"]:
        return False
    if word in lexicon.sets["given"]:
        return True
    if position > 1 and word.startswith(_WAW):
        return False  # سيغمار غبريال وفابيوس are two
    if word in lexicon.sets["stops"] or (word.startswith(ARTICLE) and not position):
        return False
    if not position and any(r.prep and r.pos == "noun" for r in line.tokens[index].readings if r.source != "backoff"):
        return False  # لإنشاد النشيد
    tables = (lexicon.heads, lexicon.honorifics, lexicon.nisbas, lexicon.modifiers, lexicon.anaphors)
    return not any(table.find(line, index) for table in tables)


def _sure(scope: Scope, line: Line, start: int, end: int, strong: bool) -> bool:
    given, stops = scope.lexicon.sets["given"], scope.lexicon.sets["stops"]
    ranked = _ranked(scope, line, start)
    for index in range(start, end):
        word, position = line.keys[index], index - start
        if any(hit.alias.full for hit in scope.hits_at(line, index)):
            return False
        first = position == 0 and (not _particle(line, index) or name_like(scope, line, index, 0))
        known = word in given and (word not in stops or first)
        if known or _opaque(line, index, position):
            continue
        if strong and position == 1 and word.startswith(ARTICLE) and line.keys[start] in given - stops:
            continue  # خالد البطش إن
        if not (strong and (name_like(scope, line, index, position) or (ranked and plain_word(scope, line, index)))):
            return False
    return any(unknown(scope, line, i) for i in range(start, end)) or (strong and line.keys[start] not in stops)


def _opaque(line: Line, index: int, position: int) -> bool:
    """Say whether the domain's morphology knows a word as nothing but a name, or as "and so for" in a name."""
    own = (r for r in line.tokens[index].readings if r.source == "domain" and r.pos != "noun_prop")
    return all(position and _joined(r) for r in own)


def _particle(line: Line, index: int) -> bool:
    return any(r.pos not in ("noun", "noun_prop", "adj") and r.source == "domain" for r in line.tokens[index].readings)


def _pronoun(line: Line, index: int) -> bool:
    """Say whether a word is a preposition with a pronoun: إليها."""
    return any(r.pos == "prep" and r.pronoun and r.source == "domain" for r in line.tokens[index].readings)


def _joined(reading: Reading) -> bool:
    return reading.conj == "fa"
