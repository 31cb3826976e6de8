"""Adjectives of armed groups and parties: "Houthi forces", "Houthi gunmen", "a Houthi attack"; "al-Houthi" the man."""

from __future__ import annotations

import pytest

from entity_help import layer
from event_help import events, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("شنت قوات حوثية هجوما على عدن.", "Attack agent=Houthi movement target=Aden"),
        ("هاجمت عناصر حوثية مدينة عدن.", "Attack agent=Houthi movement target=Aden"),
        ("شن مسلحون حوثيون هجوما على عدن.", "Attack agent=Houthi movement target=Aden"),
        ("استهدف هجوم داعشي مدينة الموصل.", "Attack agent=Islamic State target=Mosul"),
        ("قتل عشرة مسلحين حوثيين قرب مأرب.", "Attack target=Houthi movement"),
        ("شن مسلحون سعوديون هجوما على عدن.", "Attack target=Aden"),
    ],
)
def test_who_belongs_to_a_group_acts_and_suffers_for_it(text: str, told: str) -> None:
    assert told in lines(text, "Attack")


def test_a_family_name_behind_a_given_name_stays_one() -> None:
    assert events("دعا عبد الملك الحوثي أنصاره إلى التظاهر.") == ["Appeal agent=Abdul-Malik al-Houthi"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("زار الوزير معرض الكتب السعودية.", "nisba"),
        ("استقبل الأمير رئيس لجنة التعليم بمجلس الغرف السعودية.", "nisba"),
        ("زار الوزير السعودية.", "name"),
        ("قالت السعودية إنها تؤيد الاتفاق.", "name"),
    ],
)
def test_the_name_of_a_state_that_is_an_adjective_too(text: str, kind: str) -> None:
    assert [m.kind for m in layer(text).mentions if "Saudi_Arabia" in m.entities] == [kind]
