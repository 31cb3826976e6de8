"""What has been reached on the gold sentences and the example articles is kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from event_help import pipeline
from score_help import (
    LIKELY,
    PRESS,
    Count,
    GoldDocument,
    GoldError,
    Score,
    ScoredEvent,
    articles,
    below,
    higher,
    load,
    match,
    normal,
    pair,
    raise_floors,
    reached,
    score_documents,
    sentences,
    with_room,
)
from sifara.events.frames import frames
from sifara.pipeline import Pipeline

HELD_BEHIND = 0.12  # of F1, by which the sentences that nothing is tuned on may stay behind


@cache
def gold(name: str) -> list[GoldDocument]:
    if name == "articles":
        return articles()
    return [s for s in (sentences(PRESS) if name == "press" else sentences()) if not s.held]


@pytest.fixture(scope="session")
def scores() -> dict[str, Score]:
    return {name: score_documents(gold(name), pipeline()) for name in ("sentences", "press", "articles")}


@pytest.mark.parametrize("name", ["sentences", "press", "articles"])
def test_no_figure_is_under_its_floor(scores: dict[str, Score], name: str) -> None:
    floors = load()[name]
    assert floors["overall"].keys() >= {"events", "arguments", "statements"}
    assert below(scores[name], floors) == []


@pytest.mark.parametrize("name", ["sentences", "articles"])
def test_nor_with_what_only_the_scorer_finds(name: str) -> None:
    score = score_documents(gold(name), Pipeline(broad=False, likely=True))
    assert below(score, load()[name + LIKELY]) == []


def test_there_is_a_floor_for_nearly_every_class() -> None:
    told = {f.event for f in frames().by_id.values()}
    assert len(told & load()["sentences"]["classes"].keys()) >= len(told) - 3


def test_held_sentences_are_not_far_behind(scores: dict[str, Score]) -> None:
    held = score_documents([s for s in sentences() if s.held], pipeline())
    assert held.documents > 100
    assert held.counts["events"].f1 >= scores["sentences"].counts["events"].f1 - HELD_BEHIND


def test_sentences_of_the_press_that_nothing_is_tuned_on_are_not_far_behind(scores: dict[str, Score]) -> None:
    held = score_documents([s for s in sentences(PRESS) if s.held], pipeline())
    assert held.documents == 360
    assert held.counts["events"].f1 >= scores["press"].counts["events"].f1 - HELD_BEHIND


def test_gold_is_sound() -> None:
    for document in [*sentences(), *sentences(PRESS), *articles()]:
        name = document.document.id
        for event in document.events:
            assert event.words in document.document.text, (name, event.words)
            assert event.status in ("actual", "planned", "hypothetical", "negated"), name
            assert any(event.sides.values()), (name, event.type)


# The scorer


def event(kind: str, actor: str = "", undergoer: str = "", place: str = "", date: str | None = None) -> ScoredEvent:
    sides = {"actor": actor, "undergoer": undergoer, "place": place}
    return ScoredEvent(kind, {side: frozenset(keys.split()) for side, keys in sides.items()}, "actual", date, "")


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (event("Meeting", "a b"), event("Meeting", "b c"), True),
        (event("Meeting", "a b"), event("Summit", "a b"), True),
        (event("Denial", "a"), event("Rejection", "a"), True),
        (event("Condolence", "a", "b"), event("Congratulation", "a", "b"), True),
        (event("Meeting", "a b"), event("PhoneCall", "a b"), False),
        (event("Attack", "a", "b"), event("Attack", "", "b"), False),  # gold names who did it
        (event("Attack", "", "b"), event("Attack", "a", "b"), True),  # gold does not
        (event("Attack", "", "b"), event("Attack", "a", "c"), False),
        (event("Attack", "", "", "p"), event("Attack", "", "", "p"), False),  # a place is not enough
    ],
)
def test_what_counts_as_the_same_event(gold: ScoredEvent, found: ScoredEvent, same: bool) -> None:
    assert match([gold], [found]) == ([(0, 0)] if same else [])


def test_events_are_paired_so_that_most_is_shared() -> None:
    gold = [event("Visit", "a", "x"), event("Visit", "a", "y")]
    found = [event("Visit", "a", "y"), event("Visit", "a")]
    assert match(gold, found) == [(0, 1), (1, 0)]


def test_each_event_is_paired_once() -> None:
    assert len(match([event("Visit", "a")], [event("Visit", "a"), event("Visit", "a")])) == 1


def test_a_shared_date_decides_between_equals() -> None:
    gold = [event("Visit", "a", date="2020-01-02")]
    assert match(gold, [event("Visit", "a", date="2020-01-01"), event("Visit", "a", date="2020-01-02")]) == [(0, 1)]


def test_counts() -> None:
    count = Count(6, 2, 4)
    assert (count.precision, count.recall, round(count.f1, 4)) == (0.75, 0.6, 0.6667)
    assert (Count().precision, Count().recall, Count().f1) == (0.0, 0.0, 0.0)


def test_names_are_compared_without_their_spelling() -> None:
    assert normal("أحمد أبو الغيط") == normal("احمد ابو الغيط")
    assert normal("Kim Jong-un") == normal("kim jong un")
    assert normal("مصر") != normal("قطر")


# Floors


def scored(right: int, missed: int) -> Score:
    score = Score()
    score.counts["events"] = Count(right, 0, missed)
    score.classes["Visit"] = Count(right, 0, missed)
    return score


def test_a_floor_leaves_room_for_one_event() -> None:
    floors = reached(scored(10, 0))
    assert floors["classes"]["Visit"] == with_room(Count(10, 0, 0), 1) < 1
    assert below(scored(9, 1), floors) == []
    broken = scored(9, 1)  # an event that is told wrongly is missed, and another one made up
    broken.counts["events"].wrong = broken.classes["Visit"].wrong = 1
    assert below(broken, floors) == []
    assert len(below(scored(7, 3), floors)) == 2


def test_floors_only_rise(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    assert raise_floors({"sentences": scored(8, 2)}, path)
    low = load(path)
    assert raise_floors({"sentences": scored(5, 5)}, path) == []
    assert load(path) == low
    assert raise_floors({"sentences": scored(10, 0)}, path)
    assert load(path)["sentences"]["classes"]["Visit"] > low["sentences"]["classes"]["Visit"]


def test_sets_that_are_not_scored_keep_their_floors() -> None:
    old = {"articles": {"overall": {"events": 0.5}}}
    assert higher(old, {"sentences": {"overall": {"events": 0.7}}})["articles"] == old["articles"]


# Gold of others


def test_documents_with_gold_of_their_own(tmp_path: Path) -> None:
    documents, gold = tmp_path / "documents.jsonl", tmp_path / "gold.jsonl"
    documents.write_text('{"id": "d", "text": "زار ماكرون الجزائر.", "date": "2022-03-16"}\n', encoding="utf-8")
    gold.write_text(
        '{"id": "d", "entities": {"m": {"type": "Person", "names": ["ماكرون", "Emmanuel Macron"]}, '
        '"a": {"type": "Country", "qid": "Q262", "names": ["الجزائر"]}}, "offices": [], '
        '"events": [{"type": "Visit", "actor": ["m"], "undergoer": ["a"], "place": [], "status": "actual"}]}\n',
        encoding="utf-8",
    )
    score = score_documents(pair(documents, gold), pipeline())
    assert (score.counts["events"].right, score.counts["arguments"].right) == (1, 2)
    assert (score.counts["links"].right, score.counts["links"].wrong) == (1, 0)  # gold gives Macron no id


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"gold\.jsonl:1: no JSON"),
        ('{"id": "e", "entities": {}, "events": []}', r"gold\.jsonl:1: no document has the id e"),
        ('{"id": "d", "entities": {}, "events": [{"type": "Visit", "actor": ["x"]}]}', r"gold\.jsonl:1: .*\['x'\]"),
        ('{"id": "d", "entities": {}, "events": [{"actor": []}]}', r"gold\.jsonl:1: an event without a type"),
    ],
)
def test_gold_that_cannot_be_scored(tmp_path: Path, line: str, message: str) -> None:
    documents, gold = tmp_path / "documents.jsonl", tmp_path / "gold.jsonl"
    documents.write_text('{"id": "d", "text": "زار ماكرون الجزائر.", "date": "2022-03-16"}\n', encoding="utf-8")
    gold.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        pair(documents, gold)
