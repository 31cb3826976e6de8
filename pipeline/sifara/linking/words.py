"""The language data of linking, from ``lexicon/linking/words.yaml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import yaml

from sifara.entities.words import key

_TANWIN = "\u064b"  # an ending of adjectives and common nouns: no name of a state has it


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    text = files("sifara.lexicon").joinpath("linking/words.yaml").read_text(encoding="utf-8")
    return {name: frozenset(map(key, words)) for name, words in yaml.safe_load(text).items()}


def among(word: str, name: str) -> bool:
    """Say whether ``word``, in any spelling, is in the set ``name``."""
    return key(word) in _sets()[name]


@lru_cache(maxsize=8)
def members(name: str) -> tuple[str, ...]:
    """Return the words of the set ``name`` as they are written, vowels and all."""
    text = files("sifara.lexicon").joinpath("linking/words.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)[name])


def ordinary(name: str) -> bool:
    """Say whether ``name`` is rather an ordinary word than a name."""
    return among(name, "ordinary") or ordinary_ending(name)


def ordinary_ending(name: str) -> bool:
    """Say whether ``name`` ends as adverbs and common nouns do."""
    return name.endswith(_TANWIN) or name[:-1].endswith(_TANWIN)


def without_heads(name: str, heads: str) -> str:
    """Return ``name`` without the words before it that are in the set ``heads``."""
    words = name.split()
    while len(words) > 1 and among(words[0], heads):
        words = words[1:]
    return " ".join(words)


def of_the_town(before: str) -> bool:
    """Say whether the last words of ``before`` make the name of a capital behind them that of the town."""
    words = before.split()
    return bool(words) and (
        among(words[-1], "of_the_town")
        or among(" ".join(words[-2:]), "of_the_town")
        or (len(words[-1]) > 3 and among(words[-1][1:], "of_the_town"))  # behind a clitic
    )
