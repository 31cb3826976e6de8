"""The province that no table has, of its governor: والي [نابل] فلان."""

from __future__ import annotations

from sifara.entities.chunks import Part, Title
from sifara.entities.namewords import is_word
from sifara.entities.scope import Scope
from sifara.entities.spelling import identifier
from sifara.entities.words import Line, surface

_LEAST = 3  # letters
_SON = "\u0628\u0646"


def governed(scope: Scope, line: Line, title: Title) -> int:
    """Take an unlisted place behind the noun of who governs it, and give the token behind.

    The noun has no article, so that its genitive must follow: what can only be a name, before a given name, a listed
    place or a word like "the new", is that of the place.
    """
    index, lexicon = title.end, scope.lexicon
    if title.head.takes != "place" or title.definite or not title.bare or index != title.head_end:
        return index
    if index >= len(line.keys) or not _strange(scope, line, index) or scope.hits_at(line, index):
        return index
    behind = index + 1
    called = line.keys[behind : behind + 1]
    further = [hit for hit in scope.hits_at(line, behind) if not hit.clitics] if called else []
    place = next((hit for hit in further if _place(scope, hit.alias.full)), None)
    follows = bool(called) and (
        called[0] in lexicon.sets["given"]
        or lexicon.modifiers.find(line, behind, clitics=False) is not None
        or lexicon.honorifics.find(line, behind, clitics=False) is not None
    )
    double = not follows and _double(scope, line, behind)
    if place is None and not (follows or double):
        return index
    words = surface(line, index, 0, behind + double)
    name = identifier(words)
    if scope.known(name) is None:
        scope.make(name, "Region", words, None, None)
    title.of, title.bare = name, False
    title.parts.append(Part(index, behind + double, 0, (name,), "place"))
    title.end = place.end if place is not None else behind + double
    while (match := lexicon.modifiers.find(line, title.end, clitics=False)) is not None:
        title.end = match.end
    return title.end


def _double(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a second word of a place stands before the name of a son: محايل [عسير] سعد بن فلان."""
    word, behind, sets = line.keys[index : index + 1], line.keys[index + 1 : index + 3], scope.lexicon.sets
    if not word or word[0] in sets["stops"] or not is_word(word[0]):
        return False
    return behind[1:] == (_SON,) and behind[0] in sets["given"]


def _strange(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word is none that the domain's own morphology or the lists know."""
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) < _LEAST or word in lexicon.sets["given"] or word in lexicon.sets["stops"]:
        return False
    known = any(r.source == "domain" and r.pos != "noun_prop" for r in line.tokens[index].readings)
    return not known and not lexicon.common(line, index) and lexicon.nisbas.find(line, index) is None


def _place(scope: Scope, entities: tuple[str, ...]) -> bool:
    return bool(entities) and all(scope.entity(name).type in ("City", "Region") for name in entities)
