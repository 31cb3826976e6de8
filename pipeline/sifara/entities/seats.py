"""Where a ministry without a state is, by the words behind it: وزارة الصحة [التي تديرها حماس] في غزة."""

from __future__ import annotations

from sifara.entities.bodies import find_body
from sifara.entities.chunks import Chunk
from sifara.entities.scope import Scope

_ASIDE = 6  # words of a relative clause between a ministry and its place


def seated(scope: Scope, chunk: Chunk) -> str | None:
    """Give the state of the place that stands right behind a ministry, or behind the clause that describes it."""
    line, start = chunk.line, chunk.end
    described = start < len(line.keys) and line.keys[start] in scope.lexicon.sets["described_by"]
    for index in range(start, min(start + (_ASIDE if described else 1), len(line.keys) - 1)):
        if line.keys[index] in scope.lexicon.sets["host"]:
            place = find_body(scope, line, index + 1, clitics=False)
            if place is not None and place.type in ("City", "Region", "Country"):
                return place.country or (place.entities[0] if place.type == "Country" else None)
    return None
