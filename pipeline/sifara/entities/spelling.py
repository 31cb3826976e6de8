"""Spellings: how alike two of a foreign name are, and the part of an IRI that a label gives."""

from __future__ import annotations

import re
import unicodedata

_ALIF, _WAW, _YA, _HA = "\u0627", "\u0648", "\u064a", "\u0647"
_WEAK = {ord(c): None for c in (_ALIF, _WAW, _YA, "\u0621")}
_SOUNDS = str.maketrans(
    {
        "\u063a": "\u0643",
        "\u062c": "\u0643",
        "\u0642": "\u0643",
        "\u0637": "\u062a",
        "\u0635": "\u0633",
        "\u0638": "\u0632",
        "\u0630": "\u0632",
        "\u0636": "\u062f",
        "\u062b": "\u062a",
    }
)


def skeleton(word: str) -> str:
    """Reduce a foreign name to the consonants that all its spellings share.

    >>> skeleton("سيرجي") == skeleton("سيرغي")
    True
    """
    plain = word.translate(_WEAK).translate(_SOUNDS)
    return plain[:-1] if plain.endswith(_HA) and len(plain) > 1 else plain


def distance(one: str, other: str) -> int:
    """Count edits between two words, a swap of neighbours as one (optimal string alignment)."""
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        current = [i]
        for j, b in enumerate(other, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]


def likeness(one: str, other: str) -> float:
    """Compare two spellings, 0 to 1."""
    if skeleton(one) == skeleton(other) and skeleton(one):
        return 1.0 if len(skeleton(one)) > 1 or one[:1] == other[:1] else 0.5
    return 1 - distance(one, other) / max(len(one), len(other), 1)


def identifier(label: str) -> str:
    """Make the local part of an IRI from an English or Arabic label.

    >>> identifier("New START"), identifier("Reykjavík")
    ('New_START', 'Reykjavik')
    """
    latin = unicodedata.normalize("NFKD", label)
    plain = (
        "".join(c for c in latin if not unicodedata.combining(c)) if label.isascii() or max(label) < "\u0600" else label
    )
    plain = plain.translate(
        {0x0131: "i", 0x00F8: "o", 0x0142: "l", 0x0111: "d", 0x00DF: "ss", 0x00E6: "ae", 0x00FE: "th"}
    )
    return re.sub(r"[\s_]+", "_", re.sub(r"[^\w\s()\-.]", "", plain)).strip("_.")
