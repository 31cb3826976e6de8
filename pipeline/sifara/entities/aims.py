"""What an unlisted body is for, in its name: deeds, and what stands behind ل."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sifara.entities.namewords import unknown
from sifara.entities.places import counts
from sifara.entities.words import ARTICLE, Line, variants

if TYPE_CHECKING:
    from sifara.entities.scope import Scope

_WAW = "\u0648"
_LI = "\u0644"
_TA_MARBUTA = "\u0647"
_MADDA = "\u0622"  # آ
_MOST_WORDS = 4
_PLACES = ("Country", "Region", "City")
GROUPS = ("ArmedGroup", "Party", "Organization", "IntergovernmentalOrganization", "GovernmentBody")
ADJECTIVES = (
    "\u064a",
    "\u064a\u0647",
    "\u062f\u0647",
    "\u0643\u0647",
    "\u0627\u0639\u0644\u064a",
    "\u0639\u0644\u064a\u0627",
    "\u0627\u0644\u0639\u0627\u0645",
    "\u0627\u0644\u0639\u0627\u0645\u0647",
)


def aimed(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a deed that bodies are named for stands here, and of what."""
    behind = line.keys[index + 1] if index + 1 < len(line.keys) else ""
    return line.keys[index] in scope.lexicon.sets["aims"] and scope.definite(behind)


def another(scope: Scope, line: Line, index: int) -> bool:
    """Say whether و joins another body, or a word that only looks definite: الحزب واللجنة المشكلة, وآلية."""
    match = scope.lexicon.patterns.find(line, index)
    body = match is not None and any(pattern.type in GROUPS for pattern in match.value)
    return body or line.tokens[index].text[1:2] == _MADDA


def called(scope: Scope, line: Line, index: int) -> bool:
    """Say whether ل and what bodies have in their names stand here: لحقوق الإنسان, للدراسات."""
    word = line.keys[index] if index < len(line.keys) else ""
    return any(v.clitics == ("li",) and v.stem in scope.lexicon.sets["callings"] for v in variants(word))


def described(scope: Scope, line: Line, start: int, offset: int, end: int) -> bool:
    """Say whether a listed group stands here, with adjectives alone behind it: حزب الله الشيعي اللبناني."""
    for hit in scope.hits_at(line, start):
        named = hit.alias.full[:1] if hit.offset == offset and hit.end > end else ()
        behind = line.keys[hit.end : hit.end + 1]
        quality = bool(behind) and behind[0].endswith(ADJECTIVES) and not scope.lexicon.nisbas.find(line, hit.end)
        feminine = line.keys[start].endswith(_TA_MARBUTA)
        quality = quality and behind[0].endswith(_TA_MARBUTA) == feminine  # حركة أنصار حزب الله الأصولية
        if named and scope.entity(named[0]).type in GROUPS and quality:
            return True
    return False


def contracted(line: Line, start: int, offset: int, definite: bool) -> bool:
    """Say whether ل has taken the article of a noun that begins with ل: of للجنة الأولمبية it is اللجنة."""
    behind = line.keys[start + 1] if start + 1 < len(line.keys) else ""
    doubled = offset > 0 and line.keys[start][offset - 1 : offset + 1] == _LI + _LI
    if not doubled or definite or not behind.startswith(ARTICLE):
        return False
    return {r.pos for r in line.tokens[start + 1].readings if r.source != "backoff"} == {"adj"}  # not لجنة التنمية


def causes(scope: Scope, word: str) -> bool:
    """Say whether movements and blocs have a definite word in their names: الوطني, والإصلاح, الديمقراطية."""
    plain = word.removeprefix(_WAW) if word.startswith(_WAW + ARTICLE) else word
    return plain.startswith(ARTICLE) and plain[len(ARTICLE) :] in scope.lexicon.sets["causes"]


def _whose(scope: Scope, line: Line, index: int) -> int:
    """Give the end of what a deed is done to, or whose the people are: لتحرير [أزواد], لنقابات [عمال السودان]."""
    keys = line.keys
    for end in range(index, min(index + 2, len(keys))):
        named = [hit for hit in scope.hits_at(line, end) if not hit.clitics and hit.alias.full]
        if named and scope.entity(named[0].alias.full[0]).type in _PLACES:
            return named[0].end
        if keys[end].startswith(ARTICLE) or unknown(scope, line, end):
            return end + 1
        if keys[end] not in scope.lexicon.sets["aims"]:
            break
    return index


def aim(scope: Scope, line: Line, start: int, end: int, state: bool = False) -> int:
    """Take what a body is for behind adjectives, or a ``state``, that leave it open: الهيئة العليا [للانتخابات]."""
    keys, lexicon = line.keys, scope.lexicon
    words = keys[start:end]
    if not words or end >= len(keys):
        return end
    calling = called(scope, line, end)
    open_ = state or words[-1].removeprefix(ARTICLE) in lexicon.sets["scopes"]
    if not calling and not open_:
        return end
    if lexicon.heads.find(line, end) or lexicon.honorifics.find(line, end) or lexicon.nisbas.find(line, end):
        return end
    hits = [h for h in scope.hits_at(line, end) if (h.alias.full or h.alias.seats) and counts(scope, line, h)]
    if hits:
        towns = [h for h in hits if h.alias.full and scope.entity(h.alias.full[0]).type in ("City", "Region")]
        own = bool(towns) and keys[end].startswith(_LI + _LI)  # الهيئة الملكية [للجبيل]
        return towns[0].end if own else end
    if keys[end].startswith(_LI + _LI):
        end += 1
    elif calling or any(v.clitics == ("li",) and v.stem in lexicon.sets["aims"] for v in variants(keys[end])):
        end = _whose(scope, line, end + 1)
    else:
        return end
    while end < len(keys) and end - start < _MOST_WORDS + 2:
        joined = keys[end].startswith(_WAW + ARTICLE) and not another(scope, line, end)
        joined = joined and not any(h.alias.full for h in scope.hits_at(line, end))
        agreeing = scope.definite(keys[end]) and keys[end].endswith(ADJECTIVES)
        if not (joined or agreeing) or lexicon.nisbas.find(line, end) or lexicon.heads.find(line, end):
            break
        end += 1
    return end
