"""Every frame of the event lexicon recognises its own example sentences, by the whole pipeline.

An example that the engine does not get yet stands in ``known_failures.yaml`` with its reason; one that passes must
leave the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pytest

from sifara.document import Document, Entity, Event
from sifara.events.frames import frames
from sifara.events.grammar import load_yaml
from sifara.pipeline import Pipeline
from sifara.text.folding import fold_word

FILES = ("consult", "speech", "agree", "conflict", "force", "idioms", "ways")
ROLES = ("agent", "participant", "target", "object", "place")


@dataclass(frozen=True)
class Example:
    key: str  # frame and number
    event: str
    frame: str
    text: str
    status: str
    roles: dict[str, list[str]]


def examples() -> list[Example]:
    found = []
    for name in FILES:
        data: dict[str, dict[str, list[dict[str, Any]]]] = load_yaml("examples", f"{name}.yaml")
        for event, by_frame in data.items():
            for frame, sentences in by_frame.items():
                for number, entry in enumerate(sentences, 1):
                    unknown = set(entry) - {"text", "status", *ROLES}
                    assert not unknown, f"{frame}: unknown keys {unknown}"
                    roles = {role: entry[role] for role in ROLES if role in entry}
                    status = entry.get("status", "Actual")
                    found.append(Example(f"{frame}/{number}", event, frame, entry["text"], status, roles))
    return found


EXAMPLES = examples()
KNOWN: dict[str, str] = load_yaml("examples", "known_failures.yaml") or {}


@cache
def pipeline() -> Pipeline:
    return Pipeline(broad=False)


def names(entity: Entity) -> set[str]:
    return {fold_word(n) for n in (entity.label_ar, entity.label_en or "", *entity.aliases)}


def fits(example: Example, event: Event, entities: dict[str, Entity]) -> bool:
    if event.type != example.event or event.status != example.status:
        return False
    if example.frame not in {e.frame for e in event.evidence}:
        return False
    for role in ROLES:
        told = [names(entities[a.entity]) for a in event.arguments if a.role == role]
        wanted = [fold_word(name) for name in example.roles.get(role, [])]
        if len(told) != len(wanted) or not all(any(name in known for known in told) for name in wanted):
            return False
    return True


def told(example: Example) -> tuple[bool, list[str]]:
    found = pipeline().annotate(Document(example.key, example.text, date(2024, 5, 15)))
    entities = found.entities.entities
    lines = [
        f"{e.type} {e.status} [{e.evidence[0].frame}] "
        + ", ".join(f"{a.role}: {entities[a.entity].label_ar}" for a in e.arguments)
        for e in found.events
    ]
    return any(fits(example, event, entities) for event in found.events), lines


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.key)
def test_frame_recognises_its_example(example: Example) -> None:
    good, lines = told(example)
    if example.key in KNOWN:
        assert not good, f"{example.key} passes now; take it out of known_failures.yaml"
        pytest.xfail(KNOWN[example.key])
    assert good, f"{example.text} gave {lines}; expected {example.event} {example.status} {example.roles}"


def test_every_frame_has_an_example() -> None:
    assert sorted(set(frames().by_id) - {e.frame for e in EXAMPLES}) == []


def test_every_example_has_a_frame_of_its_class() -> None:
    classes = {frame.id: frame.event for frame in frames().by_id.values()}
    assert [(e.frame, e.event) for e in EXAMPLES if classes.get(e.frame) != e.event] == []


def test_known_failures_are_examples_with_a_reason() -> None:
    assert set(KNOWN) <= {e.key for e in EXAMPLES}
    assert all(isinstance(reason, str) and reason for reason in KNOWN.values())
