"""Deeds that a masdar of a light verb carries, and those of forces that are counted."""

from __future__ import annotations

import pytest

from event_help import lines

KURDS = "Kurdistan Workers' Party"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("بحث الوزيران قيام تركيا بشن غارات على حزب العمال الكردستاني.", f"Attack agent=Turkey target={KURDS}"),
        ("بحث الوزيران مواصلة تركيا شن غارات على حزب العمال الكردستاني.", f"Attack agent=Turkey target={KURDS}"),
        ("بحث الوزيران استمرار تركيا في شن غارات على حزب العمال الكردستاني.", f"Attack agent=Turkey target={KURDS}"),
        ("شن التحالف العربي أكثر من 40 غارة على الحوثيين.", "Attack agent=Arab Coalition target=Houthi movement"),
        ("وشنت نحو 30 طائرة تركية غارات على حزب العمال الكردستاني.", f"Attack agent=Turkey target={KURDS}"),
        ("وشنت أكثر من عشر طائرات فرنسية غارات على تنظيم داعش.", "Attack agent=France target=Islamic State"),
    ],
)
def test_who_carries_it_on(text: str, line: str) -> None:
    assert lines(text, "Attack") == [line]


def test_what_is_counted_otherwise_is_nobody() -> None:
    assert not lines("وصلت 30 حافلة تركية إلى دمشق.", "Attack")
    assert lines("شن مجهولون أكثر من 40 غارة على الحوثيين.", "Attack") == ["Attack target=Houthi movement"]
