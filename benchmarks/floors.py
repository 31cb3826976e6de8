"""Floors under the figures: what the gold sentences and example articles have reached must be kept.

``tests/gold/floors.yaml`` holds them, and they only rise: ``score.py gold --raise-floors`` writes what is reached now
wherever it is higher. A floor leaves room for one event (of the class, or of a hundred overall), so that a change
that wins ten and loses one is not stopped by it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from gold_files import ROOT
from scoring import Count, Score

FLOORS = ROOT / "tests" / "gold" / "floors.yaml"
Floors = dict[str, dict[str, dict[str, float]]]  # set of documents -> overall, classes -> name -> F1
LIKELY = ", likely too"  # behind the name of a set: read with the events that only the learned scorer finds
_HEAD = """\
# F1 that must be kept, by set of documents. Floors only rise; do not edit them by hand. Rewrite them with
#   python benchmarks/score.py all --raise-floors [--likely]
"""


def load(path: Path = FLOORS) -> Floors:
    """Return the floors, none if there is no file yet."""
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def with_room(count: Count, room: int) -> float:
    """Return the F1 that is left if ``room`` of what was right were wrong instead, rounded down to thousandths.

    What is told wrongly counts twice, as it does in scoring: gold's is missed, and another one is made up.
    """
    lost = min(room, count.right)
    left = Count(count.right - lost, count.wrong + lost, count.missed + lost)
    return int(left.f1 * 1000) / 1000


def reached(score: Score) -> dict[str, dict[str, float]]:
    """Return the floors that a score stands for."""
    overall = {name: with_room(c, max(1, (c.right + c.missed) // 100)) for name, c in score.counts.items()}
    classes = {name: with_room(score.classes[name], 1) for name in sorted(score.classes)}
    return {"overall": overall, "classes": {name: floor for name, floor in classes.items() if floor > 0}}


def below(score: Score, floors: dict[str, dict[str, float]]) -> list[str]:
    """Return a line for each figure that is under its floor."""
    figures = {"overall": score.counts, "classes": score.classes}
    return [
        f"{name}: F1 {figures[part][name].f1:.3f} is under its floor {floor:.3f}"
        for part, by_name in floors.items()
        for name, floor in by_name.items()
        if figures[part][name].f1 < floor
    ]


def higher(old: Any, new: Any) -> Any:
    """Return the higher of two floors everywhere; what only one has is kept."""
    result: Any = {}
    for key in [*old, *(k for k in new if k not in old)]:
        values = [floors[key] for floors in (old, new) if key in floors]
        if isinstance(values[0], dict):
            result[key] = higher(values[0], values[1]) if len(values) > 1 else values[0]
        else:
            result[key] = max(values)
    return result


def raise_floors(scores: dict[str, Score], path: Path = FLOORS) -> list[str]:
    """Write the floors of ``scores`` where they are higher than those in the file; return what rose."""
    old = load(path)
    new = higher(old, {name: reached(score) for name, score in scores.items()})
    text = _HEAD + yaml.safe_dump(new, sort_keys=True, default_flow_style=False)
    path.write_text(text, encoding="utf-8")
    return [
        f"{name} {part} {what}: {old.get(name, {}).get(part, {}).get(what, 0.0):.3f} -> {floor:.3f}"
        for name, parts in new.items()
        for part, by_name in parts.items()
        for what, floor in by_name.items()
        if floor > old.get(name, {}).get(part, {}).get(what, 0.0)
    ]
