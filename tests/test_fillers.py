"""What is inserted between a verb, its subject and its object changes nothing of who did what to whom."""

from __future__ import annotations

import pytest

from event_help import events, one

#: The words up to the end of the subject, the rest, and what is told, with every filler between.
CORES = [
    ("طالب الاتحاد الأوروبي", "إسرائيل بوقف الاستيطان", "Appeal agent=European Union target=Israel"),
    ("انتقد لافروف", "الولايات المتحدة بشدة", "Condemnation agent=Sergey Lavrov target=United States"),
    ("لافروف انتقد", "الولايات المتحدة بشدة", "Condemnation agent=Sergey Lavrov target=United States"),
    ("أيدت ألمانيا", "موقف الفلبين في النزاع", "Support agent=Germany target=Philippines"),
    ("حمل زيلينسكي", "روسيا مسؤولية تدمير السد", "Accusation agent=Volodymyr Zelenskyy target=Russia"),
    ("أعربت فرنسا", "عن قلقها من تصرفات إيران", "Concern agent=France target=Iran"),
    ("عبر الكرملين", "عن رفضه لقرار بريطانيا", "Rejection agent=Russia target=United Kingdom"),
    ("أبدت فرنسا وألمانيا", "أسفهما لقرار بريطانيا", "Concern agent=France+Germany target=United Kingdom"),
    ("اعترضت المجر", "على خطة المفوضية الأوروبية", "Rejection agent=Hungary target=European Commission"),
    ("نددت قطر", "بالغارات الإسرائيلية", "Condemnation agent=Qatar target=Israel"),
]
FILLERS = [
    "في بيان",
    "في بيان لها",
    "في تصريحات صحفية",
    "خلال مؤتمر صحافي",
    "في كلمة متلفزة",
    "في مقابلة تلفزيونية أمس",
    "في تغريدة",
    "من جديد",
    "مجددا",
    "أمس الاثنين",
]


@pytest.mark.parametrize("filler", FILLERS)
@pytest.mark.parametrize(("head", "rest", "told"), CORES)
def test_fillers_change_nothing(head: str, rest: str, told: str, filler: str) -> None:
    assert told in events(f"{head} {filler} {rest}.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد وزير الخارجية المصري خلال لقائه بلينكن أهمية الحل السياسي.", "Egypt"),
        ("قال الوزير العماني خلال لقائه هانس غروندبرغ إن الحل قريب.", "Oman"),
        ("قال رئيس اللجنة في البرلمان العماني أحمد الجابري إن الحل قريب.", "أحمد الجابري"),
    ],
)
def test_who_was_met_is_not_who_speaks(text: str, speaker: str) -> None:
    assert f"Statement agent={speaker}" in events(text)


#: Clauses that describe in what something was said; what follows them belongs to the verb before.
DESCRIBED = [
    "في بيان صدر أمس",
    "في بيان نشرته وكالة الأنباء الفرنسية",
    "في بيان حصلت رويترز على نسخة منه",
    "في كلمة ألقاها ممثلها في نيويورك",
    "في رسالة بعثت بها إلى مجلس الأمن",
    "في تصريح أدلى به الناطق باسم الحكومة",
    "في كلمة متلفزة بثت أمس",
]


@pytest.mark.parametrize("filler", DESCRIBED)
@pytest.mark.parametrize(
    ("head", "rest", "told"),
    [
        ("طالبت ألمانيا", "إسرائيل بوقف الاستيطان", "Appeal agent=Germany target=Israel"),
        ("اتهمت أوكرانيا", "روسيا بخرق الهدنة", "Accusation agent=Ukraine target=Russia"),
        ("أعربت فرنسا", "عن قلقها من تصرفات إيران", "Concern agent=France target=Iran"),
        ("اعترضت المجر", "على خطة المفوضية الأوروبية", "Rejection agent=Hungary target=European Commission"),
        ("نددت قطر", "بالغارات الإسرائيلية", "Condemnation agent=Qatar target=Israel"),
        ("حذرت إيران", "إسرائيل من مهاجمتها", "Warning agent=Iran target=Israel"),
    ],
)
def test_a_clause_about_the_occasion_ends_where_the_verb_goes_on(head: str, rest: str, told: str, filler: str) -> None:
    assert told in events(f"{head} {filler} {rest}.")


def test_what_is_said_where_something_was_held_has_its_day() -> None:
    said = one("شدد الجبير في مؤتمر صحفي مشترك عقده في جدة أمس مع نظيره المصري على أن المواقف ثابتة.", "Statement")
    assert said.date == "2022-03-15"
