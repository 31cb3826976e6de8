"""What is said in somebody's own words: adjectives that look like verbs, what one fears."""

from __future__ import annotations

import pytest

from event_help import annotate, lines


@pytest.mark.parametrize(
    "text",
    [
        "وقال ماكرون: «ستفتح الاتفاقية آفاقا أرحب أمام الشركات».",
        "وقال لافروف إن «المجال العسكري – التقني بين روسيا وتركيا واسع».",
        "وأكد ماكرون أن «فرنسا حريصة أشد الحرص على السلام».",
    ],
)
def test_adjectives_are_no_verbs_of_the_speaker(text: str) -> None:
    assert {e.type for e in annotate(text).events} <= {"Statement"}


def test_what_stands_for_the_subject_is_nobody() -> None:
    assert lines("ما توصل إليه غوتيريش في تقريره يدعو إلى تحرك سريع.", "Appeal") == []
    assert lines("وقال ماكرون: «ما دعاني إلى عقد هذا اللقاء هو الوضع في ليبيا».", "Appeal") == []


def test_what_somebody_fears_is_hypothetical() -> None:
    text = "تخشى إيران أن تشن إسرائيل هجوما على سوريا."
    assert [e.status for e in annotate(text).events if e.type == "Attack"] == ["Hypothetical"]
