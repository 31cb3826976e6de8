"""The two sides of a text: which two of those named are told together, as two who talk, fight or differ.

"The two sides" are seldom the two that a text names most: a third one mediates, or reports. They are the two that the
words join: by "and" or "with", by a dash, by two adjectives of one noun.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from sifara.entities.chunks import Chunk

_SIDES = frozenset({"Country", "IntergovernmentalOrganization", "ArmedGroup", "Party", "Organization"})
_NEAR = 5  # words between two parties that a preposition joins
_TOGETHER = 0.15  # weight of two that one sentence names and no word joins
_ENOUGH = 0.05  # points below which nobody is meant
_ALONE = 0.35  # weight of the only two that the sentence itself names
_LISTED = 0.3  # weight of two of a longer list
_RECENT = 3  # sentences
_FAR = 0.17  # what is left of the weight of two who are joined further back
_AND, _TO = "wa", frozenset({"bi", "li"})
_MARKS = frozenset("\u060c,-\u2013\u2014\u0640/\u00ab\u00bb\"'\u201c\u201d")


@dataclass(frozen=True, slots=True)
class Side:
    """A party that a chunk names: the ``state`` or body, and the ``person`` who stands for it."""

    state: str
    person: str | None = None


@dataclass(slots=True)
class Joint:
    """Two parties told together: in which sentence, and how surely they are two of their own."""

    sentence: int
    sides: tuple[Side, Side]
    weight: float


@dataclass(slots=True)
class Sides:
    """The parties met so far, in reading order. ``links`` are the prepositions that join two."""

    links: frozenset[str] = frozenset()
    joints: list[Joint] = field(default_factory=list)
    met: dict[int, list[Side]] = field(default_factory=dict)  # by sentence
    last: tuple[Chunk, Side, bool] | None = None  # whether it was joined to one before it by "and"

    def note(self, chunk: Chunk, sides: list[Side], types: dict[str, str]) -> None:
        """Enter the parties that a chunk names; ``types`` are those of their states and bodies."""
        sides = [side for side in sides if types.get(side.state) in _SIDES]
        states = list(dict.fromkeys(side.state for side in sides))
        sentence = chunk.line.sentence.index
        self.met.setdefault(sentence, []).extend(sides)
        if not sides:
            return
        joined = False
        before = self.last
        if len(states) == 2:
            one, two = (next(s for s in reversed(sides) if s.state == state) for state in states)
            self.joints.append(Joint(sentence, (one, two), 1.0))
        elif len(states) == 1 and before is not None and before[1].state != states[0]:
            weight = self._linked(before[0], chunk)
            joined = weight > 0 and _AND in chunk.clitics
            if joined and before[2]:
                self.joints[-1].weight = weight = _LISTED
            if weight:
                self.joints.append(Joint(sentence, (before[1], sides[-1]), weight))
        self.last = (chunk, sides[-1], joined) if len(states) == 1 else None

    def _linked(self, one: Chunk, two: Chunk) -> float:
        """How surely two chunks that follow each other are two told together."""
        if one.line is not two.line or one.end > two.start:
            return 0.0
        between = two.line.keys[one.end : two.start]
        words = [word for word in between if word not in _MARKS]
        if two.anaphor is not None and two.anaphor.what == "counterpart" and len(words) <= _NEAR:
            return 1.0
        if _AND in two.clitics:
            return 1.0 if not words else 0.0
        if self.links.intersection(words) and len(words) <= _NEAR:
            return 1.0
        if not words and _TO.intersection(two.clitics):
            return 1.0
        same = one.kind == two.kind == "nisba" and not words
        return 1.0 if same or (not words and between and "-" in between) else 0.0

    def two(self, sentence: int, allowed: frozenset[str] | None) -> tuple[Side, Side] | None:
        """Give the two of a text that a sentence may call its two sides; ``allowed`` are the states that may be."""
        points: dict[tuple[str, str], float] = {}
        latest: dict[tuple[str, str], tuple[Side, Side]] = {}
        far: dict[frozenset[str], Joint] = {}

        def add(sides: tuple[Side, Side], weight: float) -> None:
            name = (min(s.state for s in sides), max(s.state for s in sides))
            if name[0] != name[1] and (allowed is None or allowed.issuperset(name)):
                points[name] = points.get(name, 0.0) + weight
                if weight > _TOGETHER or name not in latest:
                    latest[name] = sides

        for joint in self.joints:
            back = sentence - joint.sentence
            if back < _RECENT:
                add(joint.sides if back < 2 else _states(*joint.sides), joint.weight / (1 + back))
            else:
                far.setdefault(frozenset(s.state for s in joint.sides), joint)
        for joint in far.values():
            add(_states(*joint.sides), joint.weight * _FAR)
        for back in reversed(range(_RECENT)):
            here = list({side.state: side for side in self.met.get(sentence - back, ())}.values())
            weight = _ALONE if len(here) == 2 and not back else _TOGETHER / (1 + back)
            for pair in combinations(here, 2):
                add(pair if back < 2 else _states(*pair), weight)
        best = max(points, key=lambda name: (points[name], name), default=None)
        if best is None or points[best] < _ENOUGH:
            return None
        order = sorted(latest[best], key=lambda side: self._first(side.state))
        return order[0], order[1]

    def _first(self, state: str) -> int:
        told = [side.state for number in sorted(self.met) for side in self.met[number]]
        return told.index(state) if state in told else 0


def _states(one: Side, two: Side) -> tuple[Side, Side]:
    """Give the states and bodies of two, who have gone off again."""
    return Side(one.state), Side(two.state)
