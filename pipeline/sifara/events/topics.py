"""What an act is about: the words of its topics, so that two tellings can be compared."""

from __future__ import annotations

from collections.abc import Sequence

from sifara.document import Sentence

_CONTENT = ("noun", "noun_prop", "adj", "verb")


def lemmas_of(spans: Sequence[tuple[int, int]], sentence: Sentence) -> frozenset[str]:
    """Give the lemmas of the content words in spans of one sentence (offsets into the document)."""
    inside = [t for t in sentence.tokens if any(start <= t.start < end for start, end in spans)]
    return frozenset(r.lemma for t in inside for r in t.readings[:1] if r.pos in _CONTENT)
