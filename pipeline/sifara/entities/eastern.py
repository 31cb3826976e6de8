"""Names of eastern Asia, written syllable by syllable: the family name first, one or two syllables behind it."""

from __future__ import annotations

from sifara.entities.scope import Scope
from sifara.entities.words import Line

_TA_MARBUTA = "\u0629"
_LEAST = 3  # letters
_MOST = 3  # syllables behind the family name


def eastern(scope: Scope, line: Line, start: int, titled: bool) -> int:
    """Give the end of a name such as قوه يه تشينغ, كيم يونج-وو that begins at a token (``start`` itself for none).

    Many syllables are words of the language as well. Behind a title (``titled``) they count as a name all the same;
    elsewhere only if the family name can mean nothing else, or two syllables follow it.
    """
    keys, sets = line.keys, scope.lexicon.sets
    if start >= len(keys) or keys[start] not in sets["eastern_families"]:
        return start
    if line.tokens[start].text[-1] == _TA_MARBUTA:
        return start
    end, count = start + 1, 0
    while end < len(keys) and count < _MOST:
        at = end + (keys[end] == "-")
        if at >= len(keys) or keys[at] not in sets["eastern_syllables"] or not _free(scope, line, at, count):
            break
        end, count = at + 1, count + 1
    common = keys[start] in sets["eastern_words"] or keys[start] in sets["stops"]
    joined = "-" in keys[start:end]
    sure = titled or joined or (count > 1 if common else _sure(scope, line, start, end))
    sure = sure or keys[start] in scope.families  # whom the document names so already
    if not titled and all(word in sets["latin_letters"] for word in keys[start:end]):
        return start  # يو تي سي
    if keys[start] in sets["stops"] and not joined:
        sure = titled and count > 1  # ما ينغ جيو, لي ميونغ باك
    return end if count and sure else start


def _free(scope: Scope, line: Line, index: int, count: int) -> bool:
    """Say whether a syllable is no word that goes on with the sentence: only the last of several may be one."""
    word, lexicon = line.keys[index], scope.lexicon
    if line.tokens[index].text[-1] == _TA_MARBUTA:
        return False  # قوة
    if word not in lexicon.sets["stops"] and word not in lexicon.verbs:
        return True
    if index and line.keys[index - 1] == "-":
        return True
    if word in lexicon.sets["that"]:
        return False  # جيانغ يو إن
    return count > 0 and word in lexicon.sets["eastern_finals"]


def _sure(scope: Scope, line: Line, start: int, end: int) -> bool:
    """Say whether the syllables behind a family name are no words that the domain's own morphology knows."""
    if end - start > 2:
        return True
    return all(
        line.keys[index] not in scope.lexicon.sets["stops"]
        and not any(r.source == "domain" and r.pos != "noun_prop" for r in line.tokens[index].readings)
        for index in range(start + 1, end)
    )


def family_first(scope: Scope, words: tuple[str, ...]) -> bool:
    """Say whether the first word of a full name is the family name: وانغ يي is called وانغ."""
    sets = scope.lexicon.sets
    if len(words[0]) < _LEAST and words[0] in sets["eastern_words"]:
        return False  # قال لي
    return len(words) > 1 and words[0] in sets["eastern_families"] and all(
        word in sets["eastern_syllables"] or word == "-" for word in words[1:]
    )
