"""A deal that the words name is what was agreed on; who the powers are that agreed on it."""

from __future__ import annotations

import pytest

from entity_help import labels, layer, means
from event_help import events

_DEAL = "Joint Comprehensive Plan of Action"


@pytest.mark.parametrize(
    "text",
    [
        "رحبت باريس بالاتفاق النووي الذي أبرمته إيران مع القوى الكبرى.",
        "رحبت باريس بالاتفاق النووي الذي تم التوصل إليه بين إيران والقوى الكبرى.",
        "رحبت باريس بالاتفاق النووي التاريخي الذي توصلت إليه إيران مع القوى العالمية.",
    ],
)
def test_the_deal_is_the_object(text: str) -> None:
    assert f"Agreement participant=5+1 Group+Iran object={_DEAL}" in events(text)


def test_a_bare_name_is_no_agreement() -> None:
    assert not [event for event in events("وفقا للاتفاق النووي تزور اللجنة المنشأة.") if event.startswith("Agreement")]


def test_the_powers_are_known_from_the_deal_alone() -> None:
    assert means("جاء الاتفاق النووي بعد محادثات مع القوى الكبرى.", "القوى الكبرى") == ["5+1 Group"]
    assert "5+1 Group" not in labels(layer("نددت باريس بسياسة القوى الكبرى."))


def test_a_minister_is_of_no_deal() -> None:
    assert means("التقى وزير الخارجية التركي الوفد. ورحب الوزير بالاتفاق.", "الوزير") == ["Turkey"]
