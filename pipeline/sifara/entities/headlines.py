"""Strange names that open a headline, before a colon and what they say: البلتاجي: حل المجلس ضد الشرعية."""

from __future__ import annotations

from sifara.entities.namewords import name_like, unknown
from sifara.entities.scope import Scope
from sifara.entities.words import Line

_WORDS = 3  # a name with its colon, and what is said, at least
_LEAST = 5  # letters
_WAW = "\u0648"


def headline_name(scope: Scope, line: Line) -> int:
    """Give the end of a name that opens a headline, up to the colon before what it says; 0 for none.

    Its last word is one that the morphology knows as nothing else; a headline ends without a full stop.
    """
    keys = line.keys
    end = next((i for i in (1, 2) if keys[i : i + 1] == (":",)), 0)
    if not end or keys[-1] == "." or len(keys) < end + _WORDS or scope.hits_at(line, 0):
        return 0
    nobodys = scope.lexicon.sets["headline_words"] | scope.lexicon.sets["never"]  # بروفايل: حسين حبري, وفا: استشهاد طفل
    if keys[0] in nobodys or (end > 1 and keys[0].endswith(_WAW)):
        return 0  # مسلمو الهند: خدمات
    surname = unknown(scope, line, end - 1) and len(keys[end - 1]) >= _LEAST
    return end if surname and (end == 1 or name_like(scope, line, 0, 0)) else 0
