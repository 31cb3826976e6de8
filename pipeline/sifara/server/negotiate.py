"""Content negotiation: which of the formats at hand the client likes best (RFC 9110, section 12.5.1).

>>> choose("text/html, application/xml;q=0.9, */*;q=0.1", ("application/json", "application/xml"))
'application/xml'
"""

from __future__ import annotations

import re

#: Formats of SELECT and ASK, the server's first choice first. Names on the right are those of pyoxigraph.
RESULTS = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
    "text/xml": "XML",
}
#: Formats of ASK: the standard knows none in CSV and TSV.
BOOLEANS = {media: name for media, name in RESULTS.items() if name in ("JSON", "XML")}
#: Formats of triples.
GRAPHS = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON_LD",
    "application/trig": "TRIG",
    "application/n-quads": "N_QUADS",
    "application/x-turtle": "TURTLE",
    "text/n3": "N3",
    "text/plain": "N_TRIPLES",
    "application/xml": "RDF_XML",
}
#: What can be read besides: the formats above but the vague ones.
READABLE = {media: name for media, name in GRAPHS.items() if media not in ("text/plain", "application/xml")} | {
    "application/x-trig": "TRIG"
}

_WEIGHT = re.compile(r"\s*q\s*=\s*([0-9.]+)\s*", re.IGNORECASE)


def choose(accept: str | None, offered: tuple[str, ...] | dict[str, str]) -> str | None:
    """Return the media type of ``offered`` that ``accept`` weighs most (the first of equals), or ``None``."""
    if not accept or not accept.strip():
        return next(iter(offered))
    ranges = []
    for part in accept.split(","):
        name, *parameters = part.split(";")
        weights = [float(match[1]) for p in parameters if (match := _WEIGHT.fullmatch(p)) and _number(match[1])]
        ranges.append((name.strip().lower(), weights[0] if weights else 1.0))
    best, best_weight = None, 0.0
    for media in offered:
        weight = _weight(media, ranges)
        if weight > best_weight:
            best, best_weight = media, weight
    return best


def _weight(media: str, ranges: list[tuple[str, float]]) -> float:
    """Return the weight of the most special range that ``media`` is in."""
    family = media.split("/")[0] + "/*"
    for wanted in (media, family, "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0.0


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def content_type(media: str) -> str:
    """Return the header for ``media``: text in UTF-8 says so.

    >>> content_type("text/turtle"), content_type("application/ld+json")
    ('text/turtle; charset=utf-8', 'application/ld+json')
    """
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
