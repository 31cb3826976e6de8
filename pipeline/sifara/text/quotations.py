"""Quotations: the stretches of text between quotation marks.

Arabic newspapers write “…”, ”…“ (the wrong way round, the commonest of all on the web), ”…”, «…», »…«, "…", ‘…’,
and ((…)). The direction of a curly mark therefore says little: whether a mark opens or closes is read from its
neighbours (space before and a letter behind: it opens), and where they do not tell, from whether a quotation of the
same family is open. Single straight marks count only where the neighbours are clear, as they are apostrophes too.

A quotation ends with its paragraph (line) at the latest: one that opens clearly and is not closed is closed there;
an unclear one is dropped, and so is one that the end of a larger one cuts off. Empty quotations are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sifara.document import Quotation
from sifara.text.tokens import ARABIC_LETTERS, INVISIBLE

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(
    "\\(\\(|\\)\\)|''|[\"'\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\uff02]"
)
_FAMILY = {
    "\u00ab": "angle",
    "\u00bb": "angle",
    "\u2039": "single angle",
    "\u203a": "single angle",
    "((": "bracket",
    "))": "bracket",
    "'": "single",
    "\u2018": "single",
    "\u2019": "single",
    "\u201a": "single",
    "\u201b": "single",
}
_OPENS_ONLY = {"((", "\u201e", "\u201a"}
_CLOSES_ONLY = {"))"}
_BEFORE_OPENING = re.compile("[\\s(\\[{:\u060c,.\u061b/\u2013\u2014-]")
_AFTER_CLOSING = re.compile("[\\s)\\]}:\u060c,.;\u061b!?\u061f\u2026/\u2013\u2014-]")
# Up to three letters that begin a word: room for the proclitics that are written before a mark (و"قمع").
_PROCLITIC = re.compile(f"(?:^|[^{ARABIC_LETTERS}\u064b-\u0652])[{ARABIC_LETTERS}]{{1,3}}\u0640?$")
_FURTHEST = 1200  # code points from the end of a line to the mark that closes what was opened in it
_BLANK = re.compile(f"[\\s{INVISIBLE}]")


@dataclass(slots=True)
class _Open:
    family: str
    mark: tuple[int, int]
    clear: bool


def _context(line: str, start: int, end: int) -> int:
    """Read the neighbours of a mark: 1 it opens, -1 it closes, 0 they do not tell."""
    before, after = line[start - 1 : start] if start else "", line[end : end + 1]
    space_before = not before or bool(_BEFORE_OPENING.match(before)) or _MARK.match(before) is not None
    space_after = not after or bool(_AFTER_CLOSING.match(after)) or _MARK.match(after) is not None
    if space_before and not space_after:
        return 1
    if space_after and not space_before:
        return -1
    if space_before and space_after:
        blank_before, blank_after = not before or before.isspace(), not after or after.isspace()
        return 0 if blank_before == blank_after else (1 if blank_before else -1)
    return 0


def _pair(line: str, by_neighbours: bool) -> tuple[list[tuple[int, int]], list[_Open]]:
    """Pair the marks of a line; give the spans between them and what stayed open."""
    found: list[tuple[int, int]] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(line):
        start, end = match.span()
        family = _FAMILY.get(match[0], "double")
        context = _context(line, start, end)
        if family == "single" and context == 0:
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), None)
        if match[0] in _OPENS_ONLY or match[0] in _CLOSES_ONLY:
            opens = match[0] in _OPENS_ONLY
        elif depth is None:
            opens = context >= 0 or (family == "double" and bool(_PROCLITIC.search(line, max(0, start - 5), start)))
        else:
            opens = by_neighbours and context > 0 and family != "single"
        if opens:
            stack.append(_Open(family, (start, end), context > 0))
        elif depth is not None:
            found.append((stack[depth].mark[1], start))
            del stack[depth:]  # what opened within and did not close is no quotation
    return found, stack


def _line_quotations(line: str) -> list[tuple[int, int]]:
    found, left = _pair(line, by_neighbours=True)
    if left:
        # Perhaps the neighbours misled: plain turns of opening and closing may come out even.
        other, other_left = _pair(line, by_neighbours=False)
        if not other_left:
            found, left = other, []
    first = next((mark for mark in left if mark.clear and mark.family != "single"), None)
    if first is not None:
        found.append((first.mark[1], len(line)))
    spans = []
    for start, end in found:
        while start < end and _BLANK.match(line[start]):
            start += 1
        while end > start and _BLANK.match(line[end - 1]):
            end -= 1
        if start < end:
            spans.append((start, end))
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in the order of their beginnings, each with its depth.

    Spans leave out the marks and the white space beside them; offsets are code points of ``text``.

    >>> [text[q.start : q.end] for text in ['وصفه بأنه ”خطأ“ و"قال «لا»"'] for q in quotations(text)]
    ['خطأ', 'قال «لا»', 'لا']
    """
    result: list[Quotation] = []
    for line in _LINE.finditer(text):
        around: list[int] = []
        for start, end in _line_quotations(line[0]):
            while around and around[-1] <= start:
                around.pop()
            result.append(Quotation(line.start() + start, line.start() + end, len(around)))
            around.append(end)
    return tuple(result)


def over_lines(text: str, found: tuple[Quotation, ...]) -> tuple[tuple[int, int], ...]:
    """Find the quotations that go on over the end of their line, with the marks that close them further on.

    ``found`` are those of :func:`quotations`; spans are those of the words between the marks. News agencies write
    each sentence of a quotation as a paragraph, and close it at the end of the last.
    """
    spans = []
    for one in found:
        if one.depth or text[one.end : one.end + 1] not in ("\n", "\r"):
            continue
        mark = _MARK.search(text, one.end, one.end + _FURTHEST)
        if mark is None or _FAMILY.get(mark[0], "double") == "single":
            continue
        start = text.rfind("\n", 0, mark.start()) + 1
        line = text[start : mark.end() + 1]
        if _context(line, mark.start() - start, mark.end() - start) < 0:
            spans.append((one.start, mark.start()))
    return tuple(spans)
