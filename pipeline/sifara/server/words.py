"""Words as the index knows them: folded, with and without the Arabic article."""

from __future__ import annotations

import re

from sifara.text.folding import fold_word

_WORD = re.compile(r"\w+")
_ARTICLE = "\u0627\u0644"
_SHORTEST = 3  # letters that must be left of a word whose article is taken off


def fold(text: str) -> str:
    """Return ``text`` folded, in lower case, its words parted by one space.

    >>> fold("  New START, 2021")
    'new start 2021'
    """
    return " ".join(_WORD.findall(fold_word(text).casefold()))


def indexed(text: str) -> str:
    """Return what the index keeps of ``text``: its folded words, and those with an article again without."""
    words = fold(text).split()
    return " ".join([*words, *(bare for word in words if (bare := _bare(word)) != word)])


def _bare(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLE) and len(word) >= 2 + _SHORTEST else word


def match(query: str) -> str | None:
    """Return the expression of FTS5 for texts that hold every word of ``query`` as a prefix, or ``None`` for none.

    Only letters and digits get into it, in quotes: nothing in ``query`` is taken for an operator.

    >>> match('x" OR *')
    '("x"*) AND ("or"*)'
    """
    terms = []
    for word in fold(query).replace("_", " ").split():
        forms = dict.fromkeys((word, _bare(word)))
        terms.append("(" + " OR ".join(f'"{form}"*' for form in forms) + ")")
    return " AND ".join(terms) if terms else None
