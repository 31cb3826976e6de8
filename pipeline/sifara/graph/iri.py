"""IRIs of everything in the store, readable in Arabic and always valid.

Letters of every script stand as they are (RFC 3987); what the syntax forbids is percent-encoded as
UTF-8. Names are brought to Unicode form NFC first, so two names get one IRI exactly if they are
canonically equivalent.

>>> local("New START")
'New%20START'
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import lru_cache

DIP = "https://w3id.org/sifara/ontology#"
ID = "https://w3id.org/sifara/id/"
ENTITIES_GRAPH = ID + "graph/entities"
EVENTS_GRAPH = ID + "graph/events"
WIKIDATA = "http://www.wikidata.org/entity/"

# RFC 3987: unreserved and sub-delims, ":" and "@"; "/" is left out, as a name is one segment.
_ASCII = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@")
_UCSCHAR = ((0xA0, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFEF))
# Section 4.1 keeps the marks that turn the direction of writing out of IRIs.
_DIRECTION_MARKS = frozenset((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))

_LONGEST_TOPIC = 60  # characters


def _allowed(char: str) -> bool:
    point = ord(char)
    if point < 0x80:
        return char in _ASCII
    if point in _DIRECTION_MARKS:
        return False
    if point <= 0xFFFF:
        return any(first <= point <= last for first, last in _UCSCHAR)
    # Planes 1 to 14, without the two non-characters at the end of each and the tags at U+E0000.
    return point <= 0xEFFFD and point & 0xFFFF <= 0xFFFD and not 0xE0000 <= point < 0xE1000


@lru_cache(maxsize=50_000)
def local(name: str) -> str:
    """Return ``name`` as one path segment of an IRI.

    :raises ValueError: if ``name`` is empty or holds an unpaired surrogate.

    >>> local('a/b "c"')
    'a%2Fb%20%22c%22'
    """
    if not name:
        raise ValueError("an empty name cannot become an IRI; expected at least one character")
    if name.strip(".") == "" and len(name) <= 2:  # "." and ".." would be resolved away
        return "%2E" * len(name)
    parts = []
    for char in unicodedata.normalize("NFC", name):
        parts.append(char if _allowed(char) else "".join(f"%{byte:02X}" for byte in char.encode("utf-8")))
    return "".join(parts)


def entity(name: str) -> str:
    """Return the IRI of the entity with the id ``name``.

    >>> entity("Joe_Biden")
    'https://w3id.org/sifara/id/Joe_Biden'
    """
    return ID + local(name)


def document(name: str) -> str:
    """Return the IRI of the document with the id ``name``, which is that of its graph too.

    >>> document("2021/05")
    'https://w3id.org/sifara/id/doc/2021%2F05'
    """
    return f"{ID}doc/{local(name)}"


def tenure(document_name: str, person: str, role: str, of: str) -> str:
    """Return the IRI of the office ``role`` of the entity ``of``, held by ``person``, as a document tells it.

    >>> tenure("talks", "Sergey_Lavrov", "ForeignMinister", "Russia").removeprefix(ID)
    'doc/talks#office=Sergey_Lavrov/ForeignMinister/Russia'
    """
    return f"{document(document_name)}#office={local(person)}/{local(role)}/{local(of)}"


def topic(words: str) -> str:
    """Return the IRI of what is talked about in ``words``: they themselves, or a hash of many of them.

    >>> topic("arms  control")
    'https://w3id.org/sifara/id/topic/arms_control'
    """
    name = "_".join(words.split())
    return f"{ID}topic/{local(name) if len(name) <= _LONGEST_TOPIC else _digest(name)}"


def event(*content: object) -> str:
    """Return the IRI of the event that ``content`` (numbers, strings, tuples of them) describes.

    It derives from the content alone, so that reading a text again gives the same IRI.

    >>> event("doc", "Meeting", ("participant", "Russia")) == event("doc", "Meeting", ("participant", "Russia"))
    True
    """
    return f"{ID}event/{_digest(content)}"


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()[:16]
