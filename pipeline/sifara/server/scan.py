r"""What a query or update does that can be told from its words alone, without a parser.

Oxigraph fetches over the network for SERVICE and LOAD and has no switch against it, so a public endpoint
must see them coming. Its grammar knows no word boundaries (``1SERVICE<…>`` and ``SERVICEex:a`` are calls), so
the scan is strict: it takes away what cannot hold a keyword (strings, comments, IRIs, variables, the local
part of prefixed names, language tags), and what is left must not hold the word at all. A prefix that is
named "service" is thus refused as well; the message says so.

One thing cannot be told apart without a parser: ``?a <1#b>`` is an IRI or a comparison with a comment
behind it. A text that has such a thing *and* the word anywhere is refused too.

>>> service('SELECT * { ?service ex:service "SERVICE" } # SERVICE')
False
>>> service("SELECT * { 1SERVICE<http://example.org/>{} }")
True
"""

from __future__ import annotations

import re

_LOCAL = r":(?:[\w\-:\u00b7\u0300-\u036f\u203f\u2040]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"
_TOKENS = re.compile(
    r"""
    (?P<long>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{0,2}?\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{0,2}?'{3})
  | (?P<string>"(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*(?:\\[uU][0-9A-Fa-f]{4,8}[^<>"{}|^`\\\x00-\x20]*)*>)
  | (?P<comment>\#[^\n\r]*)
  | (?P<variable>[?$][\w\u00b7\u0300-\u036f\u203f\u2040]+)
  | (?P<local>LOCAL)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    """.replace("LOCAL", _LOCAL),
    re.VERBOSE | re.DOTALL,
)
_HIERARCHICAL = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
_FROM = re.compile(r"(?<!\w)FROM\s*(?:NAMED(?!\w)|<|\w*:)", re.IGNORECASE)
_FILLER = {"string": '""', "long": '""', "iri": "<>", "local": ":", "variable": "?"}


def residue(text: str) -> str:
    """Return ``text`` with one space (or an empty token) for everything that cannot hold a keyword."""
    return _TOKENS.sub(lambda match: f" {_FILLER.get(match.lastgroup or '', '')} ", text)


def _ambiguous(text: str) -> bool:
    """Whether a thing that looks like an IRI may be a comparison that hides the rest of its line."""
    found = (match["iri"] for match in _TOKENS.finditer(text) if match.lastgroup == "iri")
    return any(("#" in iri or "'" in iri) and not _HIERARCHICAL.match(iri) for iri in found)


def _calls(text: str, word: str) -> bool:
    if not re.search(word, text, re.IGNORECASE):
        return False
    return bool(re.search(word, residue(text), re.IGNORECASE)) or _ambiguous(text)


def service(text: str) -> bool:
    """Return whether ``text`` may call another endpoint."""
    return _calls(text, "service")


def load(text: str) -> bool:
    """Return whether the update ``text`` may load a document."""
    return _calls(text, "load")


def names_dataset(text: str) -> bool:
    """Return whether the query ``text`` says FROM or FROM NAMED.

    >>> names_dataset("SELECT * FROM <a:b> {}"), names_dataset('SELECT ("FROM <a:b>" AS ?from) {}')
    (True, False)
    """
    return bool(_FROM.search(residue(text)))


def names_using(text: str) -> bool:
    """Return whether the update ``text`` says USING or WITH.

    >>> names_using("WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }")
    True
    """
    return bool(re.search(r"(?<!\w)(?:USING|WITH)(?![\w:])", residue(text), re.IGNORECASE))


def with_using(text: str, graphs: list[str], named: list[str]) -> str:
    """Return the update ``text`` with USING clauses in every operation that has a WHERE.

    :param graphs: IRIs, checked already, as are those of ``named``.
    """
    clauses = "".join(f" USING <{iri}>" for iri in graphs) + "".join(f" USING NAMED <{iri}>" for iri in named)
    pieces: list[str] = []
    position = depth = 0
    after_delete = False
    for start, end, word in _words(text):
        if word in "{}":
            depth += 1 if word == "{" else -1
            after_delete = False
        elif depth == 0 and word.upper() == "WHERE":
            pieces.append(text[position:start])
            if after_delete:  # DELETE WHERE { … } is short for DELETE { … } WHERE { … }
                pieces.append(_block(text, end))
            pieces.append(f"{clauses} WHERE")
            position = end
            after_delete = False
        elif depth == 0:
            after_delete = word.upper() == "DELETE"
    pieces.append(text[position:])
    return "".join(pieces)


def _words(text: str) -> list[tuple[int, int, str]]:
    """Return the words and braces outside everything that :func:`residue` takes away, with their spans."""
    blank = _TOKENS.sub(lambda match: "\0" * len(match[0]), text)
    return [(m.start(), m.end(), m[0]) for m in re.finditer(r"[{}]|[A-Za-z]+", blank)]


def _block(text: str, start: int) -> str:
    """Return the braces that open after ``start`` with all that is in them."""
    depth = 0
    for begin, end, word in _words(text):
        if begin < start or word not in "{}":
            continue
        depth += 1 if word == "{" else -1
        if depth == 0:
            return text[start:end]
    return ""
