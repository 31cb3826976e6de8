"""Which states an officer's own sentence tells to be others': where he travels to, whose envoys he meets."""

from __future__ import annotations

from collections.abc import Iterable

from sifara.entities.chunks import Chunk
from sifara.entities.scope import Scope
from sifara.entities.words import rests

_BI, _LI = "bi", "li"
_FAR = 8  # words between a word of travel and where it leads


def foreign_states(scope: Scope, officer: Chunk, chunks: Iterable[Chunk]) -> frozenset[str]:
    """Give the states that an officer whose state nobody tells is likely none of.

    ``chunks`` are those of the document, of which the ones in the officer's sentence count: a journey leads to the
    state ("a visit to Algeria"), or somebody stands for it before him ("the French ambassador", "his counterpart").
    """
    found: set[str] = set()
    here = [chunk for chunk in chunks if chunk.line is officer.line and chunk is not officer]
    people = [chunk.end for chunk in here if chunk.type == "Person" or chunk.titles]
    for chunk in here:
        if chunk.anaphor is not None and chunk.anaphor.what == "counterpart":
            states = (chunk.country, *(part.entities[0] for part in chunk.parts if part.kind == "nisba"))
        elif _met(scope, chunk) and any(title.head.sender for title in chunk.titles):
            states = tuple(title.of for title in chunk.titles if title.head.sender)
        elif chunk.type == "Country" and chunk.kind == "name" and _destination(scope, chunk, people):
            states = chunk.entities
        else:
            continue
        found.update(state for state in states if state is not None)
    return frozenset(found)


def _met(scope: Scope, chunk: Chunk) -> bool:
    """Say whether somebody is met: مع السفير, بالسفير."""
    before = chunk.line.keys[chunk.start - 1] if chunk.start else ""
    return _BI in chunk.clitics or before in scope.lexicon.sets["meeting_prepositions"]


def _destination(scope: Scope, chunk: Chunk, others: list[int]) -> bool:
    """Say whether a journey leads to a state: زيارة إلى الجزائر, يزور الجزائر, زيارة للجزائر.

    ``others`` are the ends of who else is named in the sentence: the journey is theirs.
    """
    journeys, keys = scope.lexicon.sets["journeys"], chunk.line.keys
    before = keys[chunk.start - 1] if chunk.start else ""
    if not journeys.isdisjoint(rests(before)) and not chunk.clitics:
        return True
    if before not in scope.lexicon.sets["directions"] and _LI not in chunk.clitics:
        return False
    first = max(0, chunk.start - _FAR, *(end for end in others if end <= chunk.start))
    return any(not journeys.isdisjoint(rests(word)) for word in keys[first : chunk.start])
