"""Who speaks in what is issued: "the communiqué added", parts of bodies, reports over several sentences."""

from __future__ import annotations

import pytest

from event_help import DAY, annotate, name


def said(text: str, verb: str) -> set[str]:
    """Give who makes the statement of which a verb tells."""
    annotated = annotate(text, DAY)
    found = (e for e in annotated.events if e.type == "Statement")
    marked = (e for e in found for x in e.evidence if text[x.trigger_start : x.trigger_end] == verb)
    return {name(annotated, a.entity) for e in marked for a in e.arguments if a.role == "agent"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "قالت وزارة الخارجية النرويجية في بيان إن الوضع خطير. وأضاف البيان أن السفارة أغلقت.",
            "Ministry of Foreign Affairs of Norway",
        ),
        (
            "أصدرت وزارة الداخلية الأردنية بيانا اليوم. وأضاف البيان أن الحدود مغلقة.",
            "Ministry of the Interior of Jordan",
        ),
        (
            "بحسب بيان للخارجية القطرية فإن الاجتماع ناجح. سافر الوفد إلى باريس. وأضاف البيان أن المبلغ سيصرف.",
            "Ministry of Foreign Affairs (Qatar)",
        ),
        ("حذر تقرير للأمم المتحدة من المجاعة. وأضاف التقرير أن الملايين مهددون.", "United Nations"),
    ],
)
def test_what_was_issued_before_goes_on_speaking(text: str, who: str) -> None:
    assert said(text, "وأضاف") == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وذكر بيان صادر عن المكتب الصحفي في الرئاسة التركية أن الزيارة ستتم غدا.", {"Turkey"}),
        ("وذكر بيان أصدرته دائرة اللاجئين في الجامعة العربية أن القانون باطل.", {"Arab League"}),
        ("وذكر بيان صدر عن إدارة الأزمات في مدينة بيروت أن الطرق سالكة.", set()),
    ],
)
def test_a_part_of_a_body_issues_for_the_body(text: str, who: set[str]) -> None:
    assert said(text, "وذكر") == who


def test_a_communique_of_nobody_known_says_nothing() -> None:
    text = "التقى الوزير الإيراني نظيره التركي. وذكر بيان أن اللقاء مثمر. وأضاف البيان أن الحوار سيستمر."
    assert said(text, "وأضاف") == set()
