"""Whether a name of the text may be a listed person's under another spelling."""

from __future__ import annotations

from collections.abc import Sequence

from sifara.entities.spelling import distance, likeness
from sifara.entities.words import ARTICLE

_SERVANT = "\u0639\u0628\u062f"  # عبد
_SON, _HOUSE = "\u0628\u0646", "\u0627\u0644"  # بن, آل folded
_JOINING = frozenset({_SERVANT, _HOUSE, "\u0627\u0628\u0648", "\u0627\u0628\u064a"})  # أبو, أبي
_FATHERED = ("given", "son", "father")
_ALIKE = 0.75  # of two spellings of a middle name


def near(given_names: frozenset[str], own: Sequence[str], words: Sequence[str]) -> bool:
    """Compare the words of a listed name (``own``) with those of a name that has its consonants.

    ``given_names`` are keys of given names: two of them that differ are two people in names with an Arabic house.

    >>> near(frozenset(), ["شيمون", "بيريس"], ["شمعون", "بيريز"])
    True
    """
    given, first = parts(tuple(words))[0], parts(tuple(own))[0]  # عبد الخالق is not عبد الملك, nor is عبده
    housed = own[-1].startswith(ARTICLE) and words[-1].startswith(ARTICLE)
    others = given != first and given in given_names and first in given_names
    if housed and (others or distance(own[-1], words[-1]) > 1):
        return False  # محمد الصباح is not محمود الصبيحي
    middles = own[1:-1], words[1:-1]
    if all(middles) and not any(likeness(a, b) >= _ALIKE for a in middles[0] for b in middles[1]):
        return False  # خالد العبد الله الصباح is not خالد الجراح الصباح
    return first[:1] == given[:1] and distance(first, given) <= 2


def parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Join the words of a name that are one by themselves: عبد الرحمن, آل الشيخ, أبو بكر.

    >>> parts(("عبد", "الرحمن", "بن", "عبيد"))
    ('عبدالرحمن', 'بن', 'عبيد')
    """
    found: list[str] = []
    for word in words:
        joins = bool(found) and found[-1] in _JOINING
        found[-1:] = [found[-1] + word] if joins else [*found[-1:], word]
    return tuple(found)


def fathered(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one name is the other with more fathers: سعود بن نايف, سعود بن نايف بن عبدالعزيز."""
    short, long = sorted((one, other), key=len)
    more = long[len(short) : len(short) + 1]
    return len(short) == len(_FATHERED) and short[1] == _SON and long[: len(short)] == short and more == (_SON,)


def middles_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Names of several words agree in the middle too; صباح الأحمد and صباح الخالد are two people."""
    if len(one) == 2 and len(other) == 2:
        return False
    if len(one) == 2 or len(other) == 2:
        return one[0] != other[0]
    return len(one) != len(other) or any(
        likeness(a, b) < _ALIKE for a, b in zip(one[1:-1], other[1:-1], strict=True)
    )
