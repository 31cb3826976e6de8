"""Runs of words that can be one personal name: unlisted ones, and what goes on behind listed ones."""

from __future__ import annotations

from sifara.entities.nameends import common_family, construct, others
from sifara.entities.namewords import house, is_word, name_like
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line

_SON = frozenset({"\u0628\u0646", "\u0627\u0628\u0646", "\u0628\u0646\u062a"})  # بن ابن بنت
_HOUSE = "\u0627\u0644"  # آل, folded
_FA, _BELOW = "\u0641", "\u0625"  # the letter of إن
_SERVANT = "\u0639\u0628\u062f"  # عبد
_LEAST = 4  # letters
_SPACED = 2  # words before a hyphen with spaces
_LONGEST_FOREIGN, _LONGEST, _LONGEST_HOUSE = 3, 4, 6


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
    fathered = not _SON.isdisjoint(keys[start + 1 : start + 2])
    given, fathers = lexicon.sets["given"], lexicon.sets["fathers"]
    arabic = start < len(keys) and (keys[start] in given or keys[start] in fathers or fathered)
    longest = _LONGEST if arabic else _LONGEST_FOREIGN
    while index < len(keys) and (base < longest or (base < _LONGEST_HOUSE and house(scope, line, index))):
        word = keys[index]
        clause = word[0] == _FA and _BELOW in line.tokens[index].text  # علي الأحمدي فإن
        if index > start and (clause or others(scope, line, start, index)):
            if word not in lexicon.sets["inside"] and keys[index - 1] in lexicon.sets["inside"]:
                index -= 1  # الرئيس فلان [الشيخ تميم بن حمد]
            break
        following = index + 1 < len(keys) and is_word(keys[index + 1])
        if word in _SON and base and following:
            if keys[index + 1] in _SON or keys[index + 1] in lexicon.sets["kin"]:
                break  # فلان ابن عم الرئيس
            index += 3 if keys[index + 1] == _SERVANT and index + 2 < len(keys) else 2
            continue
        if word == "-" and base and following and _hyphened(scope, line, index, base):
            index += 2
            continue
        if word == _HOUSE and base and following:
            index += 2
            continue
        if base > 1 and word in lexicon.sets["sons_behind"]:
            index += 1  # كليتشدار أوغلو
            continue
        if (
            word in lexicon.sets["connectors"]
            and following
            and (base or word in (_SERVANT,) or _compound(scope, line, index))
        ):
            clause = keys[index + 1].startswith(ARTICLE) and keys[index + 1] not in lexicon.sets["faiths"]
            if word[0] == _FA and (clause or _BELOW in line.tokens[index].text):
                break  # فإن الحديث, but فضل الله
            if (
                word != _SERVANT
                and not (word in scope.lexicon.sets["fathers"] and scope.definite(keys[index + 1]))
                and not name_like(scope, line, index + 1, 1)
                and keys[index + 1] not in lexicon.sets["joined_behind"]
                and not (word in lexicon.sets["moorish_sons"] and keys[index + 1] in lexicon.sets["inside"])
                and not (base and word in lexicon.sets["particles"] and _particled(scope, keys[index + 1]))
            ):
                break
            index += 2
            base += 1
            continue
        if base and word in lexicon.sets["joined_behind"] and keys[index - 1] in lexicon.sets["given"]:
            index += 1
            continue
        if base == 1 and common_family(scope, line, index) > index + 1:
            return common_family(scope, line, index)  # إبراهيم بحر العلوم
        if base > 1 and word not in given and construct(scope, line, index):
            break
        if base > 1 and following and word in lexicon.sets["guests"] and keys[index + 1] not in lexicon.sets["stops"]:
            break  # فلان الفلاني ضيف كذا, but أحمد شوقي ضيف
        if not name_like(scope, line, index, base) and not (index == start + 1 and _surname(scope, line, index)):
            break
        index += 1
        base += 1
    if index < len(keys) and base and keys[index] in lexicon.sets["generations"] and keys[index].startswith(ARTICLE):
        index += 1
    return index


def _particled(scope: Scope, word: str) -> bool:
    """Say whether a word behind the particle of a foreign family name is that name, whatever else it means."""
    return not word.startswith(ARTICLE) and word not in scope.lexicon.sets["stops"]


def _surname(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word behind a foreign given name is its family name, though it looks like a verb: هيذر ناورت."""
    word, before, lexicon = line.keys[index], line.keys[index - 1], scope.lexicon
    sets = lexicon.sets
    if before not in sets["given"] or before in sets["arabic_given"] or len(word) < _LEAST:
        return False  # only behind a foreign name
    if before in sets["common_given"]:
        return False
    if word in lexicon.verbs or word in lexicon.sets["stops"] or not is_word(word) or scope.hits_at(line, index):
        return False
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    nisba = lexicon.nisbas.find(line, index)
    if nisba is not None and nisba.variant.clitics and not nisba.definite:
        return True  # ميشال بلاتيني is of nobody Latin
    told = any(r.aspect == "i" and r.source == "domain" for r in readings)  # سيلفيا تهدف
    verbs = all(r.pos == "verb" and not (r.prefix or r.pronoun) for r in readings)
    return not lexicon.common(line, index) and verbs and not told


def _hyphened(scope: Scope, line: Line, index: int, base: int) -> bool:
    """Say whether a hyphen joins two words of a name: ميكل-لايتنر, with spaces too if a western name ends there."""
    before, hyphen, behind = line.tokens[index - 1 : index + 2]
    word, lexicon = line.keys[index + 1], scope.lexicon
    if before.end == hyphen.start and hyphen.end == behind.start:
        nisba = lexicon.nisbas.find(line, index + 1, clitics=False)
        return name_like(scope, line, index + 1, base) or (nisba is not None and not nisba.definite)
    if word not in lexicon.sets["given"] or word in lexicon.sets["arabic_given"] or base < _SPACED:
        return False
    return before.end < hyphen.start and hyphen.end < behind.start and not name_like(scope, line, index + 2, base)


def _compound(scope: Scope, line: Line, index: int) -> bool:
    """A name may begin with أبو، ابن, but not with a particle like دي or لا."""
    return line.keys[index] in scope.lexicon.sets["connectors"] and len(line.keys[index]) > 2
