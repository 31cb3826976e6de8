"""Punctuation that rules of several modules look for."""

from __future__ import annotations

#: Quotation marks of all kinds.
QUOTES = frozenset("\"\u00ab\u00bb\u201c\u201d\u201e")
#: Hyphen-minus, dashes of all lengths, and the lengthener, which stands for one.
DASHES = frozenset("-\u2012\u2013\u2014\u2015\u0640")
#: The comma of Arabic.
COMMA = "\u060c"
#: It, and the one that some write for it.
COMMAS = frozenset({COMMA, ","})
