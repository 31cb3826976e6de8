"""What people have decided: which events or entities are the same, and which are not, whatever a rule says.

Decisions are lines of tab-separated values: kind ("event" or "entity"), verdict ("same" or "different"), and two
IRIs. "*" in place of the second means all others. A pair has one verdict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

SAME, DIFFERENT = "same", "different"
EVENT, ENTITY = "event", "entity"
ALL = "*"
HEADER = "kind\tverdict\tone\tother"
Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Return the two in order; what stands for all others comes last."""
    return (one, other) if other == ALL or (one != ALL and one <= other) else (other, one)


@dataclass(frozen=True, slots=True)
class Decisions:
    """Verdicts on pairs, by kind. Objects are not changed, but made anew."""

    verdicts: dict[tuple[str, Pair], str] = field(default_factory=dict)

    @classmethod
    def read(cls, lines: Iterable[str], where: str = "decisions.tsv") -> Decisions:
        """Return what ``lines`` say; of two verdicts on one pair the later counts.

        :raises ValueError: if a line is no decision.
        """
        found = {}
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            if not line.strip() or line.startswith("#") or cells[:4] == HEADER.split("\t"):
                continue
            good = len(cells) >= 4 and cells[0] in (EVENT, ENTITY) and cells[1] in (SAME, DIFFERENT)
            if not good or not cells[2] or not cells[3]:
                raise ValueError(
                    f"found {line.rstrip()!r} in line {number} of {where}; expected four cells: event or entity, "
                    "same or different, and two IRIs"
                )
            found[cells[0], pair(cells[2], cells[3])] = cells[1]
        return cls(found)

    def lines(self) -> list[str]:
        """Return the lines of the file, sorted."""
        rows = sorted((kind, verdict, *names) for (kind, names), verdict in self.verdicts.items())
        return [HEADER + "\n", *("\t".join(row) + "\n" for row in rows)]

    def verdict(self, kind: str, one: str, other: str) -> str | None:
        """Return what was decided of the two."""
        return self.verdicts.get((kind, pair(one, other)))

    def with_verdict(self, kind: str, one: str, other: str, verdict: str | None) -> Decisions:
        """Return the decisions with this one; ``None`` takes it back."""
        changed = dict(self.verdicts)
        changed.pop((kind, pair(one, other)), None)
        if verdict is not None:
            changed[kind, pair(one, other)] = verdict
        return Decisions(changed)

    def pairs(self, kind: str, verdict: str) -> Iterator[Pair]:
        """Yield the pairs of ``kind`` that have ``verdict``, sorted."""
        yield from sorted(names for (k, names), found in self.verdicts.items() if (k, found) == (kind, verdict))


def representatives(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each name of ``pairs`` (of the same thing) the first of all names of that thing, but for itself.

    >>> representatives([("b", "c"), ("a", "b")])
    {'b': 'a', 'c': 'a'}
    """
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.get(name, name) != name:
            name = leader[name]
        return name

    for one, other in pairs:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
        leader.setdefault(first, first)
    return {name: find(name) for name in sorted(leader) if find(name) != name}
