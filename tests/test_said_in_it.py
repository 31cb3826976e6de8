"""What a document or speech says, told by a verb with "in it" behind it."""

from __future__ import annotations

import pytest

from event_help import actors, annotate, name, one, speakers

CASES = [
    ("أصدرت حركة حماس بيانا هاجمت فيه بريطانيا.", "Condemnation", {"Hamas"}, {"United Kingdom"}),
    ("نشرت وزارة الخارجية الروسية مقالا اتهمت فيه بولندا بتزوير التاريخ.", "Accusation", None, {"Poland"}),
    ("ألقى محمود عباس خطابا حذر فيه إسرائيل من ضم الأغوار.", "Warning", {"Mahmoud Abbas"}, {"Israel"}),
    ("نشر دونالد ترامب تغريدة هدد فيها كوريا الشمالية.", "Warning", {"Donald Trump"}, {"North Korea"}),
    ("أدلى سيرغي لافروف بتصريحات هاجم فيها بريطانيا.", "Condemnation", {"Sergey Lavrov"}, {"United Kingdom"}),
    ("وجهت باريس رسالة إلى الجزائر انتقدت فيها اعتقال الصحفيين.", "Condemnation", {"France"}, None),
    ("أصدرت الحكومة الليبية بلاغا أعلنت فيه قطع العلاقات مع قطر.", "RelationsCut", {"Libya"}, {"Qatar"}),
]


@pytest.mark.parametrize(("text", "event", "acting", "undergoers"), CASES)
def test_the_issuer_acts_in_what_the_document_says(
    text: str, event: str, acting: set[str] | None, undergoers: set[str] | None
) -> None:
    annotated, told = annotate(text), one(text, event)
    undergo = {name(annotated, a.entity) for a in told.arguments if a.role in ("target", "object")}
    assert len(actors(text, event)) == 1
    assert acting is None or actors(text, event) == acting
    assert undergoers is None or undergo == undergoers


def test_who_stands_behind_in_it_speaks_where_nobody_issued_the_document_or_a_verb_of_saying_comes() -> None:
    text = "أصدرت حركة حماس بيانا أكد فيه القيادي خليل الحية أن الهدنة قائمة."
    assert "Khalil al-Hayya" in speakers(text)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("انتخب المجلس أربعين عضوا، يذكر منهم على الأخص كل من كمال مرجان ومهدي جمعة وعلي العريض.", "Mehdi Jomaa"),
        ("وطالب الاتحاد الأفريقي السودان في بيان أصدره أمس بوقف القتال.", "African Union"),
        ("ولمح كذلك إلى قرار سحب الثقة من أعضاء المكتب التنفيذي كمال مرجان ومهدي جمعة.", "Kamel Morjane"),
    ],
)
def test_who_is_only_mentioned_or_does_more_than_speak_makes_no_statement(text: str, silent: str) -> None:
    assert silent not in speakers(text)


def test_two_who_speak_with_one_voice_and_a_communique_alone_are_statements() -> None:
    assert speakers("وأكد كمال مرجان ومهدي جمعة أن الاقتراع نزيه.") == {"Kamel Morjane", "Mehdi Jomaa"}
    assert speakers("أصدر الاتحاد الأفريقي بيانا حول أحداث دارفور.") == {"African Union"}


def test_a_party_of_democrats_keeps_its_whole_name() -> None:
    text = "أكد حزب الوطنيين الديمقراطيين أن تونس بخير."
    assert speakers(text) == {"حزب الوطنيين الديمقراطيين"}
