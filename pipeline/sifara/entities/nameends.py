"""Where an unlisted name ends: before somebody else's name, before a noun with its genitive; and where it goes on."""

from __future__ import annotations

from sifara.entities.gazetteer import Hit
from sifara.entities.namewords import is_word, unknown
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, indefinite, key

_WA = ("wa",)
_YA, _SERVANT = "\u064a", "\u0639\u0628\u062f"  # the latter: عبد
_FEMININE = ("\u0647", "\u0627\u062a")  # ta marbuta, folded, and the plural
_SON = frozenset({"\u0628\u0646", "\u0627\u0628\u0646", "\u0628\u0646\u062a"})  # بن ابن بنت
_HOUSE = "\u0627\u0644"  # آل, folded
_SHORT = 2  # words of a whole name
_LEAST = 3  # letters
_PROCLITICS = ("\u0648", "\u0641", "\u0628", "\u0644", "\u0643")  # و ف ب ل ك


def others(scope: Scope, line: Line, start: int, index: int) -> bool:
    """Say whether another's name begins at a token of a run that began at ``start``: سامح شكري [أيمن الصفدي].

    The full name of somebody listed does so behind two words, behind a verb that is a given name as well (دان) and
    behind a family name; a listed name with و before it always.
    """
    hits = scope.hits_at(line, index)
    if any(hit.clitics == _WA and _known(scope, hit) for hit in hits):
        return line.keys[index] not in scope.lexicon.sets["given"]
    if line.keys[index - 1] in scope.lexicon.sets["connectors"]:
        return False
    first = line.keys[start]
    whole = [hit for hit in hits if hit.end > index + 1 and not hit.clitics and _person(scope, hit)]
    people = [name for hit in whole for name in hit.alias.full]
    kunya = line.keys[index] in scope.lexicon.sets["fathers"]  # محمود عباس أبو مازن
    called = kunya or line.keys[index] in scope.lexicon.sets["given"]
    same = not kunya and any(first in key(scope.entity(name).label_ar).split() for name in people)
    if not called or not people or same:
        return False  # أندريس مانويل لوبيز أوبرادور is one
    if index - start >= _SHORT or first in scope.lexicon.verbs:
        return True
    given = first in scope.lexicon.sets["given"]
    return not given and any(hit.alias.family and hit.end == index for hit in scope.hits_at(line, start))


def surname(scope: Scope, line: Line, end: int) -> int:
    """Take one more name that no table has behind a listed name of two or more words: سالفا كير [ميارديت]."""
    keys = line.keys
    if end >= len(keys) or not unknown(scope, line, end) or keys[end].startswith((ARTICLE, *_PROCLITICS)):
        return end
    tables = (scope.lexicon.nisbas, scope.lexicon.places, scope.lexicon.heads, scope.lexicon.honorifics)
    other = keys[end] in scope.families or scope.hits_at(line, end) or any(table.find(line, end) for table in tables)
    return end if other else end + 1


def construct(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a noun that the domain's morphology knows stands before its genitive: فلان الفلاني [مشرف الإعلام]."""
    behind = line.keys[index + 1] if index + 1 < len(line.keys) else ""
    if not scope.definite(behind) or line.keys[index].startswith(ARTICLE):
        return False
    readings = [r for r in line.tokens[index].readings if r.source == "domain"]
    common = any(r.pos in ("noun", "adj") and not r.prefix for r in readings)
    return common and all(r.pos != "noun_prop" for r in readings)


def lone(scope: Scope, line: Line, start: int, end: int) -> bool:
    """Say whether a name is a given name alone: هاني, عبد القادر."""
    first = line.keys[start]
    return (end == start + 1 and first in scope.lexicon.sets["given"]) or (end == start + _SHORT and first == _SERVANT)


def common_family(scope: Scope, line: Line, index: int) -> int:
    """Give the end of a family name that is a common word, behind a given name: بطرس [حرب], إبراهيم [بحر العلوم]."""
    families, keys = scope.lexicon.sets["families_too"], line.keys
    if " ".join(keys[index : index + _SHORT]) in families:
        return index + _SHORT
    behind = keys[index + 1] if index + 1 < len(keys) else ""
    return index + (keys[index] in families and not scope.definite(behind))


def further(scope: Scope, line: Line, end: int) -> int:
    """Take the family name, a word of the language too, behind a given name that stands alone with a title.

    الوزير عبد القادر [قاضي], السيناتور تيد [باد], الدكتور هاني [أبو راس]; ``end`` itself where there is none.
    """
    keys, lexicon = line.keys, scope.lexicon
    if end >= len(keys):
        return end
    if keys[end] in lexicon.sets["fathers"] and end + 1 < len(keys) and is_word(keys[end + 1]):
        return end if keys[end + 1] in lexicon.sets["stops"] else end + 2
    if (family := common_family(scope, line, end)) > end:
        return family
    titled = end + 1 < len(keys) and lexicon.heads.find(line, end + 1, clitics=False) is not None
    state = lexicon.nisbas.find(line, end, clitics=False)
    if titled and state is not None and not state.definite and state.end == end + 1:
        return end + 1  # الجنرال مسعود [جزائري] نائب رئيس الأركان
    if not _noun(scope, line, end) or keys[end].endswith(_FEMININE) or indefinite(line, end):
        return end
    if not titled and scope.hits_at(line, end):
        return end
    tables = (lexicon.heads, lexicon.honorifics, lexicon.nisbas, lexicon.modifiers, lexicon.anaphors)
    tables_too = (lexicon.collectives, lexicon.places, lexicon.patterns, lexicon.ministries)
    if any(table.find(line, end) is not None for table in (*tables, *tables_too)):
        return end
    if end + 1 < len(keys) and scope.definite(keys[end + 1]):
        family = keys[end + 1].endswith(_YA) and unknown(scope, line, end + 1)
        return end + 2 if family else end + titled  # العميد يحيى [رسول] المتحدث باسم كذا
    return end + 1


def housed(scope: Scope, line: Line, hit: Hit) -> bool:
    """Say whether a name of sons without a house has a family name behind it: خالد بن أحمد الداموك is no Al Khalifa."""
    words, behind = hit.alias.text.split(), line.keys[hit.end : hit.end + 1]
    if _SON.isdisjoint(words) or _HOUSE in words or not behind or not behind[0].startswith(ARTICLE):
        return False
    nisba = scope.lexicon.nisbas.find(line, hit.end, clitics=False)
    if nisba is not None and behind[0].removeprefix(ARTICLE) in scope.lexicon.sets["nisba_names"]:
        states = {row.of for name in hit.alias.full for row in scope.knowledge.by_person.get(name, ())}
        return bool(states) and nisba.value.entity not in states  # حمد بن جاسم الهندي, but not القطري
    return unknown(scope, line, hit.end) and not scope.hits_at(line, hit.end)


def _noun(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word is a noun without proclitics, article and pronoun, whatever else it is."""
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) < _LEAST or word.startswith(ARTICLE) or lexicon.common(line, index):
        return False
    if word in lexicon.sets["stops"] or word in lexicon.verbs or not _families(scope, line, index):
        return False
    readings = line.tokens[index].readings
    if word[0] == ARTICLE[0] and any(r.pos == "adj" and r.source == "domain" for r in readings):
        return False  # أعلى
    return any(r.pos in ("noun", "noun_prop", "adj") and not (r.conj or r.prep or r.pronoun) for r in readings)


def _families(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word is listed as nothing but the family name of people."""
    return all(hit.alias.family and not hit.alias.full and not hit.clitics for hit in scope.hits_at(line, index))


def _known(scope: Scope, hit: Hit) -> bool:
    return bool(hit.alias.family) or _person(scope, hit)


def _person(scope: Scope, hit: Hit) -> bool:
    return any(scope.entity(name).type == "Person" for name in hit.alias.full)
