"""Personal names: listed ones, family names of people already named, and unseen ones by their words."""

from __future__ import annotations

from sifara.entities.chunks import Name
from sifara.entities.gazetteer import Hit
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, variants

_MADDA = "\u0622"
_WAW, _YA = "\u0648", "\u064a"
_BA, _LA, _KA, _FA = "\u0628", "\u0644", "\u0643", "\u0641"
_MERGED = (
    *tuple(a + b for a in (_WAW, _BA, _KA, _FA) for b in (ARTICLE,)),
    _LA + _LA,
    _WAW + _LA + _LA,
    _WAW + _BA + ARTICLE,
)
_SON = frozenset({"\u0628\u0646", "\u0627\u0628\u0646", "\u0628\u0646\u062a"})  # بن ابن بنت
_HOUSE = "\u0627\u0644"  # آل, folded
_SERVANT = "\u0639\u0628\u062f"  # عبد
_LONGEST_FOREIGN, _LONGEST = 3, 4
_STOPPING = frozenset({"verb", "prep", "conj", "part", "pron", "pron_dem", "pron_rel", "digit", "punc"})


def is_word(word: str) -> bool:
    """Say whether a key is an Arabic word (no number, mark or Latin word)."""
    return bool(word) and "\u0621" <= word[0] <= "\u064a"


def name_like(scope: Scope, line: Line, index: int, position: int) -> bool:
    """Say whether the token can be word number ``position`` of an unlisted name."""
    if index >= len(line.keys):
        return False
    word = line.keys[index]
    lexicon = scope.lexicon
    if not is_word(word) or len(word) < 2:
        return False
    given = word in lexicon.sets["given"]
    if given and word in lexicon.sets["stops"]:
        given = position == 0 and (line.tokens[index].text[0] == _MADDA or _honoured(scope, line, index))
    if given:
        return position == 0 or not _begins_title(scope, line, index)
    if word in lexicon.sets["stops"] or word in lexicon.verbs:
        return False
    if word in lexicon.sets["inside"] and position > 0:
        return name_like(scope, line, index + 1, position + 1)
    if word.startswith(_MERGED) or lexicon.heads.find(line, index) or lexicon.honorifics.find(line, index):
        return False
    nisba = lexicon.nisbas.find(line, index)
    if nisba is not None:
        named = nisba.definite and nisba.end == index + 1 and word[len(ARTICLE) :] in lexicon.sets["nisba_names"]
        return named and position > 0 and line.keys[index - 1] in lexicon.sets["given"]
    if lexicon.modifiers.find(line, index) or lexicon.places.find(line, index) or lexicon.ministries.find(line, index):
        return False
    if (
        lexicon.anaphors.find(line, index)
        or lexicon.patterns.find(line, index)
        or lexicon.collectives.find(line, index)
    ):
        return False
    if word[0] in (_WAW, _FA) and len(word) > 2:
        rest = word[1:]
        if (
            (position > 1 and word[0] == _WAW)
            or rest.startswith((ARTICLE, _LA + _LA))
            or not _opaque(scope, line, rest)
        ):
            return False
    if word[0] in (_BA, _LA, _KA) and not _opaque(scope, line, word[1:]):
        return False
    if any(not _person(scope, hit) and not hit.clitics for hit in scope.hits_at(line, index)):
        return False
    if word.startswith(_SERVANT + ARTICLE):
        return True
    readings = [
        r for r in line.tokens[index].readings if r.source != "backoff" and not (_us(r.pronoun) or _us(r.person))
    ]
    if position == 0:
        readings = [r for r in readings if r.conj != "fa"]  # فيسنا is a name here, no "and so he …"
    if (
        position
        and word.endswith(_YA)
        and line.keys[index - 1] in lexicon.sets["given"] | lexicon.sets["joined_behind"]
    ):
        readings = [r for r in readings if r.pos not in ("noun", "adj")]
    if position and word.startswith(ARTICLE) and index > 1 and line.keys[index - 2] in _SON:
        readings = [r for r in readings if r.pos not in ("noun", "adj")]
    return (
        not readings
        or any(r.pos == "noun_prop" for r in readings)
        or not all(_speaks(r.pos, r.source) for r in readings)
    )


def _begins_title(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a given name that is a head of titles as well (أمير, مساعد) begins a title here."""
    from sifara.entities.titles import find_title

    title = find_title(scope, line, index, first=False)
    return title is not None and not title.bare


def _us(person: str) -> bool:
    """First and second persons are rare in news; a word that could be one is more likely a name."""
    return person[:1] in ("1", "2")


def _speaks(pos: str, source: str) -> bool:
    return pos in _STOPPING or source == "domain"


def _opaque(scope: Scope, line: Line, rest: str) -> bool:
    """Say whether what remains behind a letter that may be a clitic means nothing by itself."""
    lexicon = scope.lexicon
    if len(rest) < 3 or rest in lexicon.sets["stops"] or rest in lexicon.verbs or rest in lexicon.sets["given"]:
        return len(rest) < 3
    for variant in variants(rest):
        if variant.stem in lexicon.heads.entries or variant.stem in lexicon.honorifics.entries:
            return False
        if variant.stem in lexicon.nisbas.entries or variant.stem in lexicon.anaphors.entries:
            return False
        if variant.stem in lexicon.collectives.entries or variant.stem in lexicon.patterns.entries:
            return False
    return rest not in scope.knowledge.gazetteer.aliases


def _person(scope: Scope, hit: Hit) -> bool:
    return bool(hit.alias.family) or any(scope.entity(n).type == "Person" for n in hit.alias.full)


def people_of(scope: Scope, hit: Hit) -> tuple[str, ...]:
    """Give the people among those whom a listed name means in full."""
    return tuple(n for n in hit.alias.full if scope.entity(n).type == "Person")


def extend(scope: Scope, line: Line, end: int) -> int:
    """Take the father's and the house's name behind a listed name: بن عبد العزيز آل سعود."""
    keys = line.keys
    while end + 1 < len(keys):
        if keys[end] in _SON and is_word(keys[end + 1]):
            end += 3 if keys[end + 1] == _SERVANT and end + 2 < len(keys) else 2
        elif keys[end] == _HOUSE and is_word(keys[end + 1]):
            end += 2
        else:
            break
    while end < len(keys) and keys[end] in scope.lexicon.sets["generations"]:
        end += 1
    return min(end, len(keys))


def sequence(scope: Scope, line: Line, start: int) -> int:
    """Give the end of the longest run of words that can be one unlisted name (``start`` if none)."""
    lexicon, keys = scope.lexicon, line.keys
    index, base = start, 0
    longest = _LONGEST if start < len(keys) and keys[start] in lexicon.sets["given"] else _LONGEST_FOREIGN
    while index < len(keys) and base < longest:
        word = keys[index]
        following = index + 1 < len(keys) and is_word(keys[index + 1])
        if word in _SON and base and following:
            index += 3 if keys[index + 1] == _SERVANT and index + 2 < len(keys) else 2
            continue
        if word == _HOUSE and base and following:
            index += 2
            continue
        if (
            word in lexicon.sets["connectors"]
            and following
            and (base or word in (_SERVANT,) or _compound(scope, line, index))
        ):
            if (
                word != _SERVANT
                and not name_like(scope, line, index + 1, 1)
                and keys[index + 1] not in lexicon.sets["joined_behind"]
            ):
                break
            index += 2
            base += 1
            continue
        if base and word in lexicon.sets["joined_behind"] and keys[index - 1] in lexicon.sets["given"]:
            index += 1
            continue
        if not name_like(scope, line, index, base):
            break
        index += 1
        base += 1
    if index < len(keys) and base and keys[index] in lexicon.sets["generations"] and keys[index].startswith(ARTICLE):
        index += 1
    return index


def _compound(scope: Scope, line: Line, index: int) -> bool:
    """A name may begin with أبو، ابن, but not with a particle like دي or لا."""
    return line.keys[index] in scope.lexicon.sets["connectors"] and len(line.keys[index]) > 2


def find_name(scope: Scope, line: Line, start: int, titled: bool, first: bool) -> Name | None:
    """Find the personal name that begins at a token.

    ``titled`` says that a title or honorific stands before it, ``first`` that proclitics may stand on it.
    """
    if start >= len(line.keys):
        return None
    hits = [hit for hit in scope.hits_at(line, start) if first or not hit.clitics]
    full = next((hit for hit in hits if people_of(scope, hit)), None)
    if full is not None:
        end = extend(scope, line, full.end)
        longer = sequence(scope, line, start) if not full.clitics else full.end
        if longer > end and _differs(scope, line, full):
            return Name(start, longer, 0, (), line.keys[start:longer])
        words = tuple(full.alias.text.split())
        return Name(start, end, full.offset, full.clitics, words, people_of(scope, full), full.alias.family)
    end = sequence(scope, line, start) if titled else start
    family = _family(scope, line, hits, titled)
    if family is not None and family.end >= end:
        return family
    if end > start and (end - start > 1 or _alone(scope, line, start)):
        return Name(start, end, 0, (), line.keys[start:end])
    return family


def _alone(scope: Scope, line: Line, index: int) -> bool:
    """Say whether one unlisted word behind a title can be a name: no article, and no word of the language."""
    word = line.keys[index]
    if word in scope.lexicon.sets["common_given"] and not _honoured(scope, line, index):
        return False
    if word in scope.lexicon.sets["given"]:
        return True
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    if readings and not any(r.pos == "noun_prop" for r in readings):
        return False
    return not word.startswith(ARTICLE) and len(word) > 2


def _honoured(scope: Scope, line: Line, index: int) -> bool:
    """Say whether an honorific stands right before a token."""
    return index > 0 and scope.lexicon.honorifics.find(line, index - 1) is not None


def _differs(scope: Scope, line: Line, hit: Hit) -> bool:
    """Words behind a listed name that is made of given names alone (عبد الحميد) are the family name of another."""
    sets = scope.lexicon.sets
    small = sets["given"] | sets["connectors"] | sets["joined_behind"]
    return all(word in small for word in hit.alias.text.split())


def _family(scope: Scope, line: Line, hits: list[Hit], titled: bool) -> Name | None:
    """Find a family name: of somebody the document names, of somebody famous, of anybody behind a title."""
    for hit in hits:
        text = hit.alias.text
        if text in scope.lexicon.sets["stops"] or text in scope.lexicon.verbs:
            continue
        bearers = tuple(scope.families.get(text, ()))
        listed = hit.alias.family
        famous = tuple(n for n in listed if (known := scope.known(n)) is not None and known.famous)
        if bearers or famous or (titled and listed):
            if not titled and not bearers and text in scope.lexicon.sets["given"]:
                continue
            words = tuple(text.split())
            return Name(
                hit.start, hit.end, hit.offset, hit.clitics, words, (), bearers or (listed if titled else famous)
            )
    return None


def unlisted_family(scope: Scope, line: Line, index: int, first: bool) -> Name | None:
    """Find a family name of an unlisted person whom the document names in full elsewhere."""
    keys = line.keys
    for variant in variants(keys[index]):
        if variant.clitics and not first:
            continue
        word = keys[index][variant.offset :]
        if word not in scope.family_words:
            continue
        if variant.definite and not word.startswith(ARTICLE):
            continue
        for length in (3, 2, 1):
            text = " ".join((word, *keys[index + 1 : index + length]))
            if text in scope.lexicon.sets["stops"] or text in scope.lexicon.verbs or len(text) < 3:
                continue
            bearers = scope.families.get(text)
            if bearers and index + length <= len(keys):
                clitics = variant.clitics
                return Name(index, index + length, variant.offset, clitics, tuple(text.split()), (), tuple(bearers))
        if variant.definite:
            continue
    return None
