"""Whose condition a stance is about, on whom a call falls, whose offer is refused, between whom one mediates."""

from __future__ import annotations

import pytest

from event_help import events, lines

SITUATIONS = [
    ("أعربت ماليزيا عن قلقها حيال الانقلاب في بوركينا فاسو.", "Concern agent=Malaysia target=Burkina Faso"),
    ("أبدت النرويج قلقها من تدهور الوضع الأمني في مالي.", "Concern agent=Norway target=Mali"),
    ("القلق يساور الصين على مصير المدنيين في كييف.", "Concern agent=China target=Kyiv"),
    ("رحبت اليابان بإجراء الانتخابات في نيبال.", "Praise agent=Japan target=Nepal"),
    ("رحبت كندا بالتوقيع على اتفاق السلام في كولومبيا.", "Praise agent=Canada target=Colombia"),
    ("انتقدت ألمانيا قمع المتظاهرين في بيلاروسيا.", "Condemnation agent=Germany target=Belarus"),
    # nobody of the land did it, or it is only where somebody spoke or met
    ("أدانت قطر التفجير في باكستان.", "Condemnation agent=Qatar"),
    ("انتقدت كندا إقدام ناشط على تمزيق المصحف في هولندا.", "Condemnation agent=Canada"),
    ("أشاد السيسي بنتائج القمة في فرنسا.", "Praise agent=Abdel Fattah el-Sisi"),
    ("انتقد لافروف تصريحاته في فرنسا.", "Condemnation agent=Sergey Lavrov"),
]


@pytest.mark.parametrize(("text", "line"), SITUATIONS)
def test_the_land_in_which_the_thing_is(text: str, line: str) -> None:
    assert lines(text, line.split()[0]) == [line]


LENT = [
    # a call that names no addressee falls on whom the deed concerns that it asks for
    ("حثت السويد على إطلاق سراح أليس بيالياتسكي.", "Appeal agent=Sweden target=أليس بيالياتسكي"),
    ("نادت كوبا برفع العقوبات المفروضة على إيران.", "Appeal agent=Cuba target=Iran"),
    ("طالبت كوبا واشنطن برفع العقوبات عن فنزويلا.", "Appeal agent=Cuba target=United States"),
    ("دعا بوريل الدول الأعضاء إلى فرض عقوبات على روسيا.", "Appeal agent=Josep Borrell"),
    # whose offer is refused, whose deed is blamed
    ("رفضت بيرو عرضا جديدا من حركة طالبان.", "Rejection agent=Peru target=Taliban"),
    ("رفضت بيرو عرضا جديدا من حركة طالبان.", "Proposal agent=Taliban"),
    (
        "عابت منظمة العفو الدولية على مصر احتجاز الصحفي هشام عبد العزيز.",
        "Detention agent=Egypt target=هشام عبد العزيز",
    ),
    # whose refusal one supports
    ("وقفت الكويت مع بغداد في رفضها قرار واشنطن.", "Rejection agent=Iraq target=United States"),
    # between whom one mediates
    ("بوساطة قطرية، وقعت تشاد والسودان اتفاق سلام.", "Mediation agent=Qatar target=Chad+Sudan"),
    ("انهارت المحادثات بين أرمينيا وأذربيجان بوساطة روسية.", "Mediation agent=Russia target=Armenia+Azerbaijan"),
    ("سيتولى ماكرون الوساطة بين بيروت ودمشق.", "Mediation agent=Emmanuel Macron target=Lebanon+Syria Planned"),
    ("عرض أمير قطر التوسط بين إثيوبيا والسودان.", "Proposal agent=Qatar target=Ethiopia+Sudan"),
]


@pytest.mark.parametrize(("text", "line"), LENT)
def test_what_one_event_lends_to_another(text: str, line: str) -> None:
    assert lines(text, line.split()[0]) == [line]


TOLD = [
    # a participle without an object tells what its subject undergoes
    ("تشاد متهمة بدعم المتمردين في السودان.", ["Accusation target=Chad"]),
    ("غادر لافروف القاعة متهما كندا بالكذب.", ["Accusation agent=Sergey Lavrov target=Canada"]),
    # displeasure that somebody voices is no statement besides
    ("أبدت مالي استياءها من القرار.", ["Condemnation agent=Mali"]),
    ("أبدى بوريل رأيا مختلفا في الأزمة.", ["Statement agent=Josep Borrell"]),
    # the armies of two states, and two people of two nations
    ("ينسق الجيشان المصري والسوداني عمليات البحث.", ["Cooperation participant=Egypt+Sudan"]),
    ("اجتمع الطالبان المصري والأردني في القاهرة.", []),
    # what is ascribed to somebody must be a misdeed; a hospital in the field is aid
    ("نسبت صحيفة لوموند النجاح إلى ماكرون.", []),
    ("افتتح وزير الصحة مستشفى في عمان.", []),
    ("تمنى لافروف النجاح للقمة.", ["Statement agent=Sergey Lavrov"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_who_is_told(text: str, expected: list[str]) -> None:
    assert events(text) == expected
