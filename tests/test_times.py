"""The time stage: the examples of the tables, then what examples cannot say."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

import pytest
import yaml

from sifara.document import Document, Text, TimeExpression
from sifara.text import analyse_text
from sifara.times import find_dateline, find_times
from sifara.times.finder import check_actions
from sifara.times.grammar import compile_pattern, rules
from sifara.times.lexicon import lexicon

TABLE = yaml.safe_load((files("sifara") / "lexicon" / "times" / "examples.yaml").read_text(encoding="utf-8"))
DEFAULT = TABLE.pop("default")
EXAMPLES = [(topic, row) for topic, group in TABLE.items() for row in group]


def text_of(text: str, day: date | None = DEFAULT) -> Text:
    return analyse_text(Document("x", text, day))


def times(text: str, day: date | None = DEFAULT) -> tuple[TimeExpression, ...]:
    return find_times(text_of(text, day))


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(("topic", "row"), EXAMPLES, ids=[f"{topic}-{row['text'][:40]}" for topic, row in EXAMPLES])
def test_example(topic: str, row: dict[str, Any]) -> None:
    text = text_of(row["text"], row.get("date", DEFAULT))
    found = find_times(text)
    assert [row["text"][one.start : one.end] for one in found] == [str(plain(one["words"])) for one in row["find"]]
    for one, told in zip(found, row["find"], strict=True):
        assert one.value == plain(told["value"])
        assert one.function == told.get("function", "date")
        assert one.until == plain(told.get("until"))
        assert one.duration == told.get("duration")
        for field in ("basis", "orientation"):
            if field in told:
                assert getattr(one, field) == told[field]
    if "dateline" in row:
        dateline = find_dateline(text)
        assert (dateline.date if dateline else None) == row["dateline"]


def test_there_are_examples_enough() -> None:
    assert len(EXAMPLES) >= 150


def test_rules_and_actions_fit() -> None:
    check_actions()
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))


def test_unknown_class_is_named() -> None:
    with pytest.raises(ValueError, match="NOSUCH"):
        compile_pattern("MONTH NOSUCH", {}, "here")


def test_unreadable_item_is_named() -> None:
    with pytest.raises(ValueError, match="is no class"):
        compile_pattern("MONTH &", {}, "here")


def test_lexicon_has_clitics_as_pieces() -> None:
    form = lexicon().single["للعام"]
    assert [clitic.cls for clitic in form.clitics] == ["LI"]
    assert form.lengths == (1,)


def test_dateline_is_no_expression_and_gives_its_place() -> None:
    text = text_of("انقرة 15 - 8 (اف ب) - اعرب المبعوث عن تفاؤله", date(2000, 8, 15))
    dateline = find_dateline(text)
    assert dateline is not None
    raw = text.document.text
    assert raw[dateline.place_start : dateline.place_end] == "انقرة"
    assert raw[dateline.start : dateline.end] == "انقرة 15 - 8"
    assert find_times(text) == ()


def test_dateline_far_from_the_document_is_none() -> None:
    assert find_dateline(text_of("انقرة 15 - 8 (اف ب) - اعرب المبعوث", date(2000, 1, 15))) is None


def test_diacritics_and_tatweel_do_not_matter() -> None:
    (found,) = times("التقى الوزيران في الـ20 من مـايُـو 2019")
    assert found.value == "2019-05-20"


def test_offsets_behind_a_clitic() -> None:
    raw = "مقارنة بالعام الماضي"
    (found,) = times(raw)
    assert raw[found.start : found.end] == "العام الماضي"
    raw = "موازنة للعام 2026"
    (found,) = times(raw)
    assert raw[found.start : found.end] == "لعام 2026"
    assert found.value == "2026"


def test_without_a_date_nothing_is_invented() -> None:
    found = times("التقيا أمس، ثم الأربعاء الماضي، وفي مايو، وقبل سنتين، والعام الماضي، وفي 3 مايو 2019", None)
    assert [one.value for one in found] == [None, None, None, None, None, "2019-05-03"]
