"""Where an attack was, and nobody is told to have made it or to be hit, the place is hit; blasts of bombs."""

from __future__ import annotations

import pytest

from event_help import events


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقع هجوم إرهابي في بغداد أمس.", "Attack target=Baghdad place=Baghdad"),
        ("قتل خمسة أشخاص في تفجير في بغداد.", "Attack target=Baghdad place=Baghdad"),
        ("أدت التفجيرات في الكويت إلى مقتل العشرات.", "Attack target=Kuwait place=Kuwait"),
        ("اعتداءات مسلحة في طرابلس وبنغازي.", "Attack target=Benghazi+Tripoli place=Benghazi+Tripoli"),
        ("قتل شخص في انفجار عبوة ناسفة في بغداد.", "Attack target=Baghdad place=Baghdad"),
    ],
)
def test_a_place_is_hit(text: str, told: str) -> None:
    assert told in events(text)


def test_who_was_hit_there_is_hit_alone() -> None:
    found = events("اغتالت إسرائيل الشيخ أحمد ياسين في غارة في غزة.")
    assert found == ["Attack agent=Israel target=Ahmed Yassin place=Gaza"]


def test_a_blast_without_a_bomb_is_no_attack() -> None:
    assert not [event for event in events("وقع انفجار في مصنع للكيماويات في تونس.") if event.startswith("Attack")]
