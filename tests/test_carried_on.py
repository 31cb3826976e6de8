"""Deeds that a masdar of a light verb carries, and those of forces that are counted."""

from __future__ import annotations

import pytest

from event_help import actors, lines

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


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("عاد سيرغي لافروف إلى موسكو بعد أن التقى جون كيري.", "Meeting participant=John Kerry+Sergey Lavrov"),
        ("عاد باراك أوباما إلى واشنطن بعد زيارة إلى إثيوبيا.", "Visit agent=Barack Obama target=Ethiopia"),
        ("عاد سيرغي لافروف وأكد أن الحوار مستمر.", "Statement agent=Sergey Lavrov"),
    ],
)
def test_who_went_back_and_who_did_it_again(text: str, line: str) -> None:
    assert line in lines(text, line.split()[0])


def test_governments_that_host_and_propose() -> None:
    assert actors("ناشدت الحكومات الإسرائيلية المتعاقبة واشنطن وقف الحرب.", "Appeal") == {"Israel"}
    assert lines("تستضيف الجزائر مؤتمرا دوليا حول التطرف.", "Meeting") == ["Meeting participant=Algeria"]
    assert lines("وتقدم حيدر العبادي بخطة إصلاح.", "Proposal") == ["Proposal agent=Haider Al-Abadi"]
