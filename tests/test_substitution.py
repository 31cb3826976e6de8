"""A party of another kind in the place of one that is read right: the same event has to be told of it.

The gold sentences give the places, ``tests/gold/parties.yaml`` the parties. What is measured is a share for each kind,
since not every party makes sense everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from event_help import pipeline
from score_help import normal, sentences
from sifara.document import Annotated, Document, Event, Mention
from sifara.events.sorts import BODIES

DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "gold" / "parties.yaml").read_text("utf-8"))
SIDES = {"participant": "actor", "agent": "actor", "target": "undergoer", "object": "undergoer"}
PARTIES = BODIES | {"Person", "Country"}
NAMED = ("name", "titled", "title", "collective")
EVERY = 4  # how many places there are to each that is tried
ARTICLE, LI, COMMA, FEMININE = "ال", "ل", "،", "تةه"


@dataclass(frozen=True)
class Place:
    """Where a party stands in a sentence that is read right, and the event that is told of it."""

    annotated: Annotated
    event: Event
    entity: str
    side: str
    subject: bool
    mention: Mention


def keys(annotated: Annotated, entity: str) -> set[str]:
    known = annotated.entities.entity(entity)
    names = (known.label_en, known.label_ar, *known.aliases) if known is not None else ()
    return {normal(name) for name in (entity, *names) if name}


def parties(event: Event, side: str) -> set[str]:
    return {a.entity for a in event.arguments if SIDES.get(a.role) == side}


def same(annotated: Annotated, entities: set[str], wanted: list[set[str]]) -> bool:
    return len(entities) == len(wanted) and all(any(keys(annotated, e) & names for names in wanted) for e in entities)


@lru_cache(maxsize=1)
def places() -> list[Place]:
    found = []
    for gold in (s for s in sentences() if not s.held and s.events):
        annotated = pipeline().annotate(gold.document)
        for event in annotated.events:
            told = any(
                event.type == g.type
                and all(same(annotated, parties(event, s), [{normal(k)} for k in g.sides[s]]) for s in SIDES.values())
                for g in gold.events
            )
            found += [place for place in _places(annotated, event) if told]
    return found[::EVERY]


def _places(annotated: Annotated, event: Event) -> list[Place]:
    found = []
    for a in event.arguments:
        known = annotated.entities.entity(a.entity)
        if a.role not in SIDES or known is None or known.type not in PARTIES:
            continue
        if a.rule.startswith(("continued", "nisba")):
            continue
        over = [m for m in annotated.entities.mentions if not m.inner and m.start <= a.start and a.end <= m.end]
        once = sum(m.entities == (a.entity,) for m in annotated.entities.mentions) == 1
        if over and once and over[0].kind in NAMED and over[0].entities == (a.entity,):
            found.append(Place(annotated, event, a.entity, SIDES[a.role], "subject" in a.rule, over[0]))
    return found


def fits(place: Place, sort: str, gender: str) -> bool:
    """Say whether a sentence allows a party: its sort, and as a subject the gender of the verb before it."""
    if sort not in DATA["sides"].get(place.event.type, {}).get(place.side, [sort]):
        return False
    trigger, text = place.event.evidence[0], place.annotated.text.document.text
    said = text[trigger.trigger_start : trigger.trigger_end].split()[0]
    if trigger.trigger_start > place.mention.start:  # a noun that a verb before its subject carries: "showed regret"
        said = (text[: place.mention.start].split() or [said])[-1]
    return not place.subject or (said[-1] in FEMININE or said[0] == FEMININE[0]) == (gender == "f")


def replaced(place: Place, words: str) -> str:
    text, mention = place.annotated.text.document.text, place.mention
    before, behind = text[: mention.start], text[mention.end :]
    if before.endswith(LI) and "li" in mention.clitics and words.startswith(ARTICLE):
        words = words[1:]
    return before + (words.removesuffix(COMMA) if behind[:1] in (COMMA, ".") else words) + behind


def read(place: Place, words: str, means: list[str]) -> bool:
    document = place.annotated.text.document
    annotated = pipeline().annotate(Document("test", replaced(place, words), document.date))
    rest = [keys(place.annotated, e) for e in parties(place.event, place.side) if e != place.entity]
    wanted = [*rest, *({normal(label)} for label in means)]
    return any(e.type == place.event.type and same(annotated, parties(e, place.side), wanted) for e in annotated.events)


def share(kind: dict[str, Any]) -> tuple[int, int]:
    """Give how often parties of a kind are read as those were in whose place they stand, and how many were tried."""
    right = tried = 0
    for number, place in enumerate(places()):
        fitting = [row for row in kind["parties"] if fits(place, kind["sort"], row[1])]
        if fitting:
            words, _, means = fitting[number % len(fitting)]
            right += read(place, words, means)
            tried += 1
    return right, tried


@pytest.mark.parametrize("name", DATA["kinds"])
def test_parties_of_a_kind_are_read_wherever_others_are(name: str) -> None:
    right, tried = share(DATA["kinds"][name])
    assert tried > 10
    assert right / tried >= DATA["kinds"][name]["floor"], f"{right} of {tried}"
