"""The record of a chunk: one phrase or function word of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sifara.document import Mention, Reading, TimeExpression


@dataclass(slots=True)
class Chunk:
    """One phrase or function word. ``kind``: np, verb, time, comp, rel, sub, punct, open, close, mark.

    ``mark`` is a function word that colours the verb or noun after it; ``word`` says which. ``prep`` is the
    folded name of the governing preposition, "" if none.
    """

    kind: str
    start: int
    end: int
    word: str
    index: int = 0
    conj: str = ""
    prep: str = ""
    clitic_prep: bool = False
    mention: Mention | None = None
    time: TimeExpression | None = None
    readings: tuple[Reading, ...] = ()
    definite: bool = False
    pronoun: str = ""
    genitive: bool = False  # of the noun phrase just before
    nisbas: list[Mention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lemmas: frozenset[str] = frozenset()  # of all its words
    modified: bool = False
    quoted: int = 0  # depth of quotation
    inner: tuple[Mention, ...] = ()  # mentions within a mention
    vowelled_passive: bool = False  # a perfect verb written with its passive vowel
    passed: list[str] = field(default_factory=list)  # words after it that no chunk holds ("strongly", "by phone")

    @property
    def head_lemmas(self) -> frozenset[str]:
        """The possible lemmas of the head noun or verb."""
        return frozenset(r.lemma for r in self.readings)


def asks_for_part(chunks: Sequence[Chunk], word: Chunk, asking: frozenset[str]) -> bool:
    """Say whether a word asks for a part of what did take place: "why did they recall him", with a perfect verb."""
    after = next((c for c in chunks[word.index + 1 :] if c.kind != "mark"), None)
    if word.word not in asking or after is None or after.kind != "verb":
        return False
    return bool(after.readings) and all(r.aspect == "p" for r in after.readings)
