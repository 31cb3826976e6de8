"""Fighting between two sides: an attack each way; who the forces are that are named by whom they serve."""

from __future__ import annotations

import pytest

from entity_help import means
from event_help import events

_BOTH = [
    "Attack agent=Houthi movement target=Popular Resistance",
    "Attack agent=Popular Resistance target=Houthi movement",
]


@pytest.mark.parametrize(
    "text",
    [
        "دارت معارك بين المقاومة الشعبية والحوثيين.",
        "اندلعت اشتباكات عنيفة بين المقاومة الشعبية والحوثيين.",
        "أفاد السكان بأن معارك تدور بين المقاومة الشعبية والحوثيين.",
        "المعارك التي دارت بين المقاومة الشعبية والحوثيين كانت قصيرة.",
        "خاضت المقاومة الشعبية معارك مع الحوثيين.",
        "اشتبكت المقاومة الشعبية مع الحوثيين.",
        "دخلت المقاومة الشعبية في مواجهات مع الحوثيين.",
    ],
)
def test_fighting_is_an_attack_each_way(text: str) -> None:
    assert events(text) == _BOTH


def test_whoever_fights_somebody_attacks_alone() -> None:
    assert events("حارب الحوثيون الجيش السعودي.") == ["Attack agent=Houthi movement target=Army of Saudi Arabia"]


def test_both_attacks_have_the_place() -> None:
    found = events("وقعت مواجهات بين الجيش السوري وتنظيم داعش في حلب.")
    assert len(found) == 2
    assert all(event.endswith("place=Aleppo") for event in found)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("قصفت القوات الموالية للرئيس بشار الأسد البلدة.", "القوات الموالية للرئيس بشار الأسد", "Syria"),
        (
            "هاجمت القوات الموالية للرئيس السابق علي عبد الله صالح المدينة.",
            "القوات الموالية للرئيس السابق علي عبد الله صالح",
            "Forces of Ali Abdullah Saleh",
        ),
        ("قصفت القوات الموالية لحكومة الرئيس بشار الأسد البلدة.", "القوات الموالية لحكومة الرئيس بشار الأسد", "Syria"),
    ],
)
def test_forces_by_whom_they_are_loyal_to(text: str, words: str, meant: str) -> None:
    assert means(text, words, "2014-06-01") == [meant]


def test_those_loyal_to_a_state_are_not_its_own() -> None:
    assert not [event for event in events("هاجم الانفصاليون الموالون لروسيا مدينة دونيتسك.") if "agent=Russia" in event]
