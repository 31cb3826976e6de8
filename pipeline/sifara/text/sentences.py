"""Sentences: where one ends and the next begins.

A line is never joined to the next, so headlines and datelines stand alone. Within a line a sentence ends at
``.`` ``!`` ``؟`` ``?`` ``؛`` ``;`` together with the closing marks behind it, but not

* within a number (4.5), a Latin abbreviation (U.N.), or after initials (أ.ف.ب، د. محمد، إم.إس): a letter and a period,
  unless a number stands before the letter (1436هـ. وقال);
* at ``..`` ``...`` ``…``, which newspapers write for a pause;
* within brackets that close again within :data:`BRACKET_REACH` characters of the same line;
* before a comma, or where nothing but marks would be left for the next sentence.

A sentence may begin or end inside a quotation: quotations are layered over sentences (see
:mod:`sifara.text.quotations`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sifara.text.tokens import ARABIC_LETTERS, INVISIBLE

#: How far apart, in code points, brackets may stand for a period between them not to end a sentence.
BRACKET_REACH = 200

_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_TRIM = f"[\\s{INVISIBLE}]*"
_EDGES = re.compile(f"{_TRIM}(?P<core>.*?){_TRIM}", re.DOTALL)
_CLOSERS = "\"'\u00bb\u00ab\u201c\u201d\u2018\u2019\u203a)\\]}\ufd3e\ufd3f" + INVISIBLE
# "؛" as an end, "،" as none; a semicolon that ends an entity of HTML ("&quot;") is none either.
_CLOSING = frozenset("\"'\u00bb\u00ab\u201c\u201d\u2019)]")
_END = re.compile(f"(?P<marks>[.!?\u061f\u06d4;\u061b\u2026]+)(?P<closers>[{_CLOSERS}]*)")
_MARKS = "\u064b-\u065f\u0670\u0640"
_INITIAL = re.compile(f"(?:^|[\\s.(\"'\u00ab\u201c\u201d/-])[{ARABIC_LETTERS}A-Za-z][{_MARKS}]*$")
_NUMBER_BEFORE_LETTER = re.compile(f"[0-9\u0660-\u0669\u06f0-\u06f9]\\s*[{ARABIC_LETTERS}][{_MARKS}]*$")
_LETTERS_BEFORE = re.compile(f"[{ARABIC_LETTERS}{_MARKS}]+$")
_LETTERS_AFTER = re.compile(f"[{ARABIC_LETTERS}{_MARKS}]+")
# Names of letters joined by periods (إم.إس), as agencies and companies are written.
_SPELLED = re.compile(f"(?:^|[^{ARABIC_LETTERS}{_MARKS}])(?:[{ARABIC_LETTERS}]{{1,2}}\\.)+[{ARABIC_LETTERS}]{{1,2}}$")
_ENTITY = re.compile("&#?\\w{1,8}$")
_WORD = re.compile(f"[{ARABIC_LETTERS}\\w]")
_BRACKETS = re.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|\ufd3e[^\ufd3e\ufd3f]*\ufd3f")


def _shielded(line: str) -> list[tuple[int, int]]:
    return [m.span() for m in _BRACKETS.finditer(line) if m.end() - m.start() <= BRACKET_REACH]


def _ends_sentence(line: str, match: re.Match[str]) -> bool:
    marks, at, after = match["marks"], match.start(), match.end()
    following = line[after : after + 1]
    if not _WORD.search(line, after):
        return False  # nothing but marks is left: they stay with this sentence
    if set(marks) <= {".", "\u2026"}:
        if len(marks) > 1 or marks == "\u2026":
            return False
        before = line[max(0, at - 12) : at]
        if following and not following.isspace() and not match["closers"]:
            # No space behind the period: an end that lost its space only between Arabic words (or behind a mark).
            behind, ahead = _LETTERS_BEFORE.search(before), _LETTERS_AFTER.match(line, after, after + 12)
            lengths = (len(behind[0]) if behind else 3 if before[-1:] in _CLOSING else 0, len(ahead[0]) if ahead else 0)
            if min(lengths) < 2 or max(lengths) < 3:  # two and two: letters spelled out by their names
                return False
        if match["closers"] and before[-1:].isdigit() and following.isdigit():
            return False  # a number with an invisible character in it
        if _SPELLED.search(before):
            return False
        return not _INITIAL.search(before) or bool(_NUMBER_BEFORE_LETTER.search(before))
    if marks == ";" and _ENTITY.search(line, max(0, at - 10), at):
        return False
    return not re.match("\\s*[,\u060c]", line[after : after + 3])


def _line_spans(line: str) -> Iterator[tuple[int, int]]:
    shielded = _shielded(line)
    start = 0
    for match in _END.finditer(line):
        at = match.start()
        if any(low < at < high - 1 for low, high in shielded):
            continue
        if _ends_sentence(line, match):
            yield start, match.end()
            start = match.end()
    if start < len(line):
        yield start, len(line)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Give the spans of the sentences of ``text[start:end]``, in order, trimmed of white space, none of them empty.

    Offsets are code points of ``text``. What holds neither letters nor digits belongs
    to none.
    """
    spans = []
    for line in _LINE.finditer(text, start, len(text) if end is None else end):
        for low, high in _line_spans(line[0]):
            edges = _EDGES.fullmatch(line[0], low, high)
            if edges is None:
                continue
            low, high = edges.span("core")
            if low < high and _WORD.search(line[0], low, high):
                spans.append((line.start() + low, line.start() + high))
    return tuple(spans)
