"""One officer told by two phrases: "received the head of the court in Riyadh, Sheikh Salih" are not two guests."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.context import Rules
from sifara.events.filled import Filled

_PERSON = "Person"
_TITLE = "title"  # kind of the mention of a body or state by the office of somebody
_MUTUAL = "participant"
_WITH = 3  # parties of talks, where one of them is told twice
_FAR = 4  # chunks between the office and the name


class Doubles(Rules):
    """Takes bodies out of filled frames whose officer is named just behind them."""

    def drop(self, filled: Filled) -> None:
        """Take out each body or state that stands for an officer whose name follows in the same role."""
        chunks = {c.start: c for c in self.parsed.chunks if c.mention is not None}
        told = [(key, chunks.get(a.start)) for key, a in filled.arguments.items()]
        for (role, entity), office in told:
            if office is None or office.mention is None or office.mention.kind != _TITLE:
                continue
            two = role == _MUTUAL and sum(r == role for r, _ in filled.arguments) < _WITH
            if two or self._type(entity) == _PERSON:
                continue  # "met in Moscow so-and-so": the officer is one of the two
            others = (c for (r, e), c in told if r == role and c is not None and self._type(e) == _PERSON)
            if any(self._apposed(office, name) for name in others):
                del filled.arguments[role, entity]

    def _apposed(self, office: Chunk, name: Chunk) -> bool:
        """Whether a name explains the office before it: only where it is held and whose it is stand between."""
        between = self.parsed.chunks[office.index + 1 : name.index]
        if name.index <= office.index or len(between) > _FAR or name.conj or name.prep:
            return False
        if office.mention is None or office.mention.number != "s":
            return False
        return all(c.kind == "np" and (c.prep or c.genitive) and not c.conj for c in between)
