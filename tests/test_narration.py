"""Where a name ends and what is told of the named begins."""

from __future__ import annotations

import pytest

from event_help import annotate


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وحث الرئيس الأسد أردوغان على ضبط النفس.", "الرئيس الأسد"),
        ("وقال الأمير نايف بن عيسى سنرفع الأمر إلى المجلس.", "الأمير نايف بن عيسى"),
        ("طلب الدكتور فيصل الهنتاتي الأخصائي في القلب لقاء الوزير.", "الدكتور فيصل الهنتاتي"),
        ("يجب على الرئيس الأسد إما أن يرحل أو أن يفاوض.", "الرئيس الأسد"),
        ("دعا الوزير إبراهيم كنعان المجموعات إلى الهدوء.", "الوزير إبراهيم كنعان"),
    ],
)
def test_the_name_ends_before_what_is_told(text: str, name: str) -> None:
    people = [m for m in annotate(text).entities.mentions if m.type == "Person" and not m.inner]
    assert name in [text[m.start : m.end] for m in people]


def test_a_given_name_and_the_name_of_somebody_known_are_one() -> None:
    text = "التقى أوغو تشافيز نظيره الروسي."
    people = [m for m in annotate(text).entities.mentions if m.type == "Person" and not m.inner]
    assert "أوغو تشافيز" in [text[m.start : m.end] for m in people]
