"""Whom an officer without a name turns out to be: "the American envoy said …. And Richard Williamson added …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sifara.entities.chunks import Chunk
from sifara.entities.memory import Told
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, rests

_STOP = (",", "\u060c", "(", "-", "\u2013", "\u0640")
_KINDS = ("title", "spokesperson")


def named_later(scope: Scope, order: Sequence[Chunk], told: Sequence[Told]) -> Iterator[tuple[Chunk, str]]:
    """Give the titles of officers who speak without a name, with who speaks by a bare name in the next sentence.

    The name is met there for the first time, nothing says what he is, and no table knows him in another office.
    """
    last: Chunk | None = None  # the officer who spoke last without a name
    met: set[str] = set()
    officers = {t.person for t in told}
    for chunk in order:
        people = {name for name in chunk.entities if scope.entity(name).type == "Person"}
        if last is not None and chunk.line.sentence.index > last.line.sentence.index + 1:
            last = None
        if last is not None and chunk.line is not last.line and people:
            (person, *others) = sorted(people)
            bare = chunk.name is not None and not (chunk.titles or chunk.posts or others)
            stranger = person in scope.made and person not in met | officers
            if bare and stranger and _speaks(scope, chunk) and not _described(chunk):
                yield last, person
            last = None
        if chunk.line.sentence.index:  # a headline tells the name beforehand
            met |= people
        if people and _speaks(scope, chunk):
            last = None
        if _officer(scope, chunk) and _speaks(scope, chunk):
            last = chunk


def _officer(scope: Scope, chunk: Chunk) -> bool:
    """Whether a chunk is the title of one officer whom nobody has named."""
    if chunk.name is not None or chunk.kind not in _KINDS or not chunk.titles or chunk.number != "s":
        return False
    title = chunk.titles[-1]
    plain = title.definite or any(word.startswith(ARTICLE) for word in chunk.line.keys[title.start : title.end])
    stands = bool(chunk.entities) and all(scope.entity(name).type != "Person" for name in chunk.entities)
    return stands and plain and not title.bare and title.voiced is None


def _speaks(scope: Scope, chunk: Chunk) -> bool:
    """Whether a verb of saying stands right before a chunk, or behind it."""
    keys, sets = chunk.line.keys, scope.lexicon.sets
    around = (*keys[max(chunk.start - 1, 0) : chunk.start], *keys[chunk.end : chunk.end + 1])
    return any(not sets["saying"].isdisjoint(rests(word)) for word in around)


def _described(chunk: Chunk) -> bool:
    """Whether words behind a name may say what he is: "X, an expert"."""
    after = chunk.line.keys[chunk.end : chunk.end + 1]
    return bool(after) and (after[0] in _STOP or after[0].startswith(ARTICLE))
