"""What a document or speech says, told by a verb with "in it" behind it."""

from __future__ import annotations

import pytest

from sifara.document import Document
from sifara.pipeline import Pipeline

PIPELINE = Pipeline()

CASES = [
    ("أصدرت حركة حماس بيانا هاجمت فيه بريطانيا.", "Condemnation", {"Hamas"}, {"United_Kingdom"}),
    ("نشرت وزارة الخارجية الروسية مقالا اتهمت فيه بولندا بتزوير التاريخ.", "Accusation", None, {"Poland"}),
    ("ألقى محمود عباس خطابا حذر فيه إسرائيل من ضم الأغوار.", "Warning", {"Mahmoud_Abbas"}, {"Israel"}),
    ("نشر دونالد ترامب تغريدة هدد فيها كوريا الشمالية.", "Warning", {"Donald_Trump"}, {"North_Korea"}),
    ("أدلى سيرغي لافروف بتصريحات هاجم فيها بريطانيا.", "Condemnation", {"Sergey_Lavrov"}, {"United_Kingdom"}),
    ("وجهت باريس رسالة إلى الجزائر انتقدت فيها اعتقال الصحفيين.", "Condemnation", {"France"}, None),
    ("أصدرت الحكومة الليبية بلاغا أعلنت فيه قطع العلاقات مع قطر.", "RelationsCut", {"Libya"}, {"Qatar"}),
]


@pytest.mark.parametrize(("text", "event", "actors", "undergoers"), CASES)
def test_the_issuer_acts_in_what_the_document_says(
    text: str, event: str, actors: set[str] | None, undergoers: set[str] | None
) -> None:
    found = [e for e in PIPELINE.annotate(Document("d", text, None)).events if e.type == event]
    assert len(found) == 1
    sides = {
        "a": {a.entity for a in found[0].arguments if a.role in ("agent", "participant")},
        "u": {a.entity for a in found[0].arguments if a.role in ("target", "object")},
    }
    assert len(sides["a"]) == 1
    assert actors is None or sides["a"] == actors
    assert undergoers is None or sides["u"] == undergoers


def test_who_stands_behind_in_it_speaks_where_nobody_issued_the_document_or_a_verb_of_saying_comes() -> None:
    text = "أصدرت حركة حماس بيانا أكد فيه القيادي خليل الحية أن الهدنة قائمة."
    found = PIPELINE.annotate(Document("d", text, None)).events
    speakers = {a.entity for e in found if e.type == "Statement" for a in e.arguments if a.role == "agent"}
    assert "Khalil_al-Hayya" in speakers


def speakers(text: str) -> set[str]:
    """Give who makes a statement."""
    found = PIPELINE.annotate(Document("d", text, None)).events
    return {a.entity for e in found if e.type == "Statement" for a in e.arguments if a.role == "agent"}


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("انتخب المجلس أربعين عضوا، يذكر منهم على الأخص كل من كمال مرجان ومهدي جمعة وعلي العريض.", "Mehdi_Jomaa"),
        ("وطالب الاتحاد الأفريقي السودان في بيان أصدره أمس بوقف القتال.", "African_Union"),
        ("ولمح كذلك إلى قرار سحب الثقة من أعضاء المكتب التنفيذي كمال مرجان ومهدي جمعة.", "Kamel_Morjane"),
    ],
)
def test_who_is_only_mentioned_or_does_more_than_speak_makes_no_statement(text: str, silent: str) -> None:
    assert silent not in speakers(text)


def test_two_who_speak_with_one_voice_and_a_communique_alone_are_statements() -> None:
    assert speakers("وأكد كمال مرجان ومهدي جمعة أن الاقتراع نزيه.") == {"Kamel_Morjane", "Mehdi_Jomaa"}
    assert speakers("أصدر الاتحاد الأفريقي بيانا حول أحداث دارفور.") == {"African_Union"}


def test_a_party_of_democrats_keeps_its_whole_name() -> None:
    text = "أكد حزب الوطنيين الديمقراطيين أن تونس بخير."
    assert speakers(text) == {"حزب_الوطنيين_الديمقراطيين"}
