"""Names of unlisted parties, movements and companies behind their head noun: حزب طلائع الحريات, شركة بايدو."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.aims import GROUPS
from sifara.entities.namewords import is_word, unknown
from sifara.entities.words import ARTICLE, QUOTES, Line

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_PLACES = ("Country", "Region")
_ADJECTIVES = ("\u064a", "\u064a\u0647")
_WAW = "\u0648"
_BEFORE = 2  # words: the head noun, and a title
_LEAST = 2  # letters


def foreign_end(scope: Scope, line: Line, index: int, most: int) -> int:
    """Give the end of a run of at most ``most`` words that nothing knows: حزب [ميريتس], شركة [بايدو].

    ``index`` itself where there is none. Behind a title one word is all: رئيس شركة [بايدو] فلان.
    """
    end, given = index, scope.lexicon.sets["given"]
    titled = index > 1 and scope.lexicon.heads.find(line, index - _BEFORE) is not None
    while end < min(index + (1 if titled else most), len(line.keys)) and unknown(scope, line, end):
        word = line.keys[end]
        joined = end > index and word[0] == _WAW
        if joined or word.startswith(ARTICLE) or word in given or scope.hits_at(line, end):
            break
        end += 1
    return end


def city_end(scope: Scope, line: Line, index: int) -> tuple[int, str | None]:
    """Give the end of a listed town and the state it is in: شرطة [دبي]."""
    for hit in scope.hits_at(line, index) if index < len(line.keys) else ():
        named = hit.alias.full[:1] if not hit.clitics else ()
        if named and scope.entity(named[0]).type == "City":
            return hit.end, scope.country_of(named[0])
    return index, None


def cause_end(scope: Scope, line: Line, index: int, movement: bool) -> int:
    """Give the end of a noun with its genitive that a party is named for (``index`` itself for none).

    حزب [غد الثورة], حزب [جبهة القوى الاشتراكية], حزب [نداء تونس]. Of a movement, whose head noun means other things
    too, only certain nouns: حركة [مجتمع السلم], حركة [تحرير السودان].
    """
    keys, lexicon = line.keys, scope.lexicon
    if index + 1 >= len(keys) or not _noun(scope, line, index, movement):
        return index
    behind = keys[index + 1]
    if scope.definite(behind) and behind not in lexicon.verbs and not _other(scope, line, index + 1):
        end = index + 2
        while end < len(keys) and scope.definite(keys[end]) and keys[end].endswith(_ADJECTIVES):
            if lexicon.nisbas.find(line, end) or keys[end][len(ARTICLE) :] in lexicon.sets["passing"]:
                break
            end += 1
        return end
    place = next((hit for hit in scope.hits_at(line, index + 1) if hit.alias.full and not hit.clitics), None)
    if place is not None and scope.entity(place.alias.full[0]).type in _PLACES:
        return place.end
    return index + 2 if movement and unknown(scope, line, index + 1) else index


def _noun(scope: Scope, line: Line, index: int, movement: bool) -> bool:
    word, lexicon = line.keys[index], scope.lexicon
    if word in lexicon.sets["movement_nouns"]:
        return True
    if movement or not is_word(word) or len(word) < _LEAST or word.startswith(ARTICLE) or scope.hits_at(line, index):
        return False
    if word in lexicon.sets["stops"] or word in lexicon.verbs or word in lexicon.sets["party_sorts"]:
        return False
    readings = [r for r in line.tokens[index].readings if r.source == "domain"]
    plain = any(r.pos == "noun" and not (r.prefix or r.pronoun) for r in readings)
    return plain and not any(r.pos == "adj" for r in readings) and not _other(scope, line, index)


def _other(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a title, an honorific, an adjective of a state or a pointing word stands here."""
    lexicon = scope.lexicon
    tables = (lexicon.heads, lexicon.honorifics, lexicon.nisbas, lexicon.anaphors, lexicon.modifiers)
    return any(table.find(line, index) is not None for table in tables)


def name_end(scope: Scope, line: Line, index: int, project: bool) -> int:
    """Give the end of a proper name behind a head noun: quoted words, Latin words, or one or two unknown words."""
    keys = line.keys
    if index >= len(keys):
        return index
    if line.tokens[index].text in QUOTES:
        for end in range(index + 1, min(index + 7, len(keys))):
            if line.tokens[end].text in QUOTES:
                return end + 1 if end > index + 1 and not _quality(line, index + 1, end) else index
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
        and not (project and scope.entity(hits[0].alias.full[0]).type in GROUPS)
        else index
    )


def _quality(line: Line, start: int, end: int) -> bool:
    """Say whether one adjective without an article stands between the marks: جماعة "إرهابية" has no name."""
    own = {r.pos for r in line.tokens[start].readings if r.source != "backoff"}
    return end == start + 1 and own == {"adj"} and not line.keys[start].startswith(ARTICLE)
