"""Whose side somebody is told on: "from the Russian side …, and his counterpart" in the words of a report."""

from __future__ import annotations

from sifara.entities.chunks import Chunk
from sifara.entities.scope import Scope
from sifara.entities.words import Line, rests


def delegation(scope: Scope, chunk: Chunk) -> tuple[int, str] | None:
    """Give the sentence and the state from whose side the people behind are told: حضر من [الجانب الروسي] فلان."""
    if chunk.kind != "collective" or chunk.country is None or not chunk.start:
        return None
    keys, sets = chunk.line.keys, scope.lexicon.sets
    side = keys[chunk.start][chunk.offset :] in sets["delegations"]
    told = side and not sets["delegated_by"].isdisjoint(rests(keys[chunk.start - 1]))
    return (chunk.line.sentence.index, chunk.country) if told else None


def counterpart_states(scope: Scope, line: Line, start: int) -> set[str]:
    """Give the states of counterparts behind a token: whoever meets [نظيره الإيطالي] is no Italian."""
    found = set()
    for index in range(start, len(line.keys)):
        match = scope.lexicon.anaphors.find(line, index)
        if match is not None and match.value.what == "counterpart":
            state = scope.lexicon.nisbas.find(line, match.end, clitics=False)
            if state is not None:
                found.add(state.value.entity)
    return found
