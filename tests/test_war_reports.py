"""How agencies tell of raids, clashes and claims: who acts by arms, allies, people known by nationality alone."""

from __future__ import annotations

import pytest

from event_help import lines

TOLD = [
    # planes and ships with an adjective of a state between other words
    ("قصفت طائرات حربية تركية مواقع لحزب الله في لبنان.", "Attack agent=Turkey target=Hezbollah place=Lebanon"),
    ("أغرقت سفينة حربية روسية زورقا وهاجمت غواصة نووية روسية قاعدة لحزب الله.", "Attack agent=Russia target=Hezbollah"),
    # "and its allies" go with the name before them
    ("قال إن الولايات المتحدة وحلفاءها قصفوا أهدافا لحزب الله.", "Attack agent=United States target=Hezbollah"),
    # who claims an attack has made it
    ("أعلنت حركة طالبان مسؤوليتها عن الهجوم على السفارة الألمانية.", "Attack agent=Taliban target=Embassy of Germany"),
    ("تبنت حركة طالبان الهجوم على الفندق في كابول.", "Attack agent=Taliban target=Kabul place=Kabul"),
    # people of a nation are killed where nobody is told whom they killed
    ("قتل متظاهرون سودانيون في الخرطوم.", "Attack target=Sudan place=Khartoum"),
    ("أطلقت الشرطة النار على متظاهرين لبنانيين.", "Attack agent=Police of Lebanon target=Lebanon"),
    # "opened" is no "and so under"
    ("فتحت امرأتان النار على القنصلية الفرنسية في إسطنبول.", "Attack target=Consulate of France place=Istanbul"),
    # two sides of a clash
    ("اندلعت اشتباكات عنيفة بين القوات الحكومية السورية وحزب الله.", "Attack agent=Hezbollah target=Syria"),
    ("دارت معارك بين حركة طالبان وباكستان.", "Attack agent=Pakistan target=Taliban"),
    # a campaign is begun by a coalition
    ("أطلق التحالف العربي حملة عسكرية ضد حزب الله.", "Attack agent=Arab Coalition target=Hezbollah"),
    ("وبدأ تحالف تقوده السعودية حملة جوية على حزب الله.", "Attack agent=Arab Coalition target=Hezbollah"),
]

QUIET = [
    "نفت أوكرانيا مسؤوليتها عن الهجوم على السفارة الروسية.",
    "ولا تزال المعارك محتدمة بين الطرفين، قالت روسيا وفرنسا.",
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_told(text: str, told: str) -> None:
    assert told in lines(text, told.split()[0])


@pytest.mark.parametrize("text", QUIET)
def test_no_attack_took_place(text: str) -> None:
    assert not [line for line in lines(text, "Attack") if "agent" in line and "Negated" not in line]


def test_a_body_alone_agrees() -> None:
    assert "Agreement participant=European Union" in lines(
        "واتفق قادة الاتحاد الأوروبي على توزيع اللاجئين.", "Agreement"
    )


ACCUSED = [
    ("اتهم أردوغان إيران بأنها تزود حزب الله بالسلاح.", "Aid agent=Iran target=Hezbollah"),
    ("اتهم ماكرون إسرائيل بأنها قصفت لبنان.", "Attack agent=Israel target=Lebanon"),
]


@pytest.mark.parametrize(("text", "told"), ACCUSED)
def test_who_is_accused_has_done_it(text: str, told: str) -> None:
    assert told in lines(text, told.split()[0])


SENT = [
    ("اجتمع ممثلو روسيا وفرنسا في فيينا.", "Meeting participant=France+Russia place=Vienna"),
    ("واجتمع ممثلون عن روسيا وأوكرانيا في مينسك.", "Meeting participant=Russia+Ukraine place=Minsk"),
]


@pytest.mark.parametrize(("text", "told"), SENT)
def test_representatives_stand_for_whom_they_represent(text: str, told: str) -> None:
    assert told in lines(text, "Meeting")


def test_who_claims_no_responsibility_has_not_attacked() -> None:
    assert lines("لم تعلن إسرائيل مسؤوليتها عن الهجوم على دمشق.", "Attack") == ["Attack target=Damascus"]
