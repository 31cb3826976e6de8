"""Names within titles: of a book, a film, a campaign, in quotation marks."""

from __future__ import annotations

from sifara.document import Mention
from sifara.linking.around import is_one_of
from sifara.linking.words import among

_SINGLE = "\u2018\u2019"
_QUOTES = ((_SINGLE, _SINGLE), ("\u00ab", "\u00bb"), ('"', '"'), ("\u201c", "\u201d"))  # opening and closing
_SAME = (_SINGLE, '"')
_PAUSE = "-\u2013\u2014\u0640(:/"
_AND = "\u0648"
_TITLE = 60  # characters of a title, at most
_CALLED = 16  # characters behind a title that may call it so


def titled(text: str, mention: Mention) -> bool:
    """Say whether a name lies within a title: a quotation of a few words behind "book" or the like."""
    left = text[max(0, mention.start - _TITLE) : mention.start]
    right = text[mention.end : mention.end + _TITLE]
    for opening, closing in _QUOTES:
        place = max(left.rfind(mark) for mark in opening)
        ends = [found for mark in closing if (found := right.find(mark)) >= 0]
        if place < 0 or not ends or any(mark in left[place + 1 :] for mark in closing):
            continue
        if "\n" in left[place:] or "\n" in right[: min(ends)] or left[place + 1 : place + 2].isspace():
            continue
        joined = left[max(0, place - 2) : place].lstrip() == _AND
        alone = not place or joined or left[place - 1].isspace() or left[place - 1] in _PAUSE
        if opening in _SAME and not alone:
            continue  # it closes what came before
        head = left[:place].rstrip("-:( ").split()[-1:] or [""]
        called = right[min(ends) : min(ends) + _CALLED]
        if opening == _SINGLE or is_one_of(head[0], "titles") or any(among(w, "title_words") for w in called.split()):
            return True
    return False
