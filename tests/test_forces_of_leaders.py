"""Forces named by whom they follow: those of a state, or an armed group of its own."""

from __future__ import annotations

import pytest

from entity_help import layer
from event_help import lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("قصفت قوات الأسد مدينة حلب السورية.", "Attack agent=Syria target=Aleppo"),
        ("سيطرت قوات هادي على مدينة عدن اليمنية.", "Attack agent=Yemen target=Aden"),
        ("هاجمت قوات صالح مدينة عدن اليمنية.", "Attack agent=Forces of Ali Abdullah Saleh target=Aden"),
        ("قصفت مليشيات صالح مدينة عدن اليمنية.", "Attack agent=Forces of Ali Abdullah Saleh target=Aden"),
        ("هاجمت قوات خليفة حفتر مدينة درنة الليبية.", "Attack agent=Forces of Khalifa Haftar target=Derna"),
        (
            "قصفت قوات الرئيس المخلوع علي عبد الله صالح مدينة عدن.",
            "Attack agent=Forces of Ali Abdullah Saleh target=Aden",
        ),
    ],
)
def test_whose_forces(text: str, line: str) -> None:
    assert lines(text, "Attack", "2015-08-01") == [line]


def test_while_he_leads_his_forces_are_those_of_the_state() -> None:
    text = "قصفت قوات الرئيس علي عبد الله صالح مدينة عدن."
    assert lines(text, "Attack", "2009-08-01") == ["Attack agent=Yemen target=Aden"]


def test_the_group_keeps_its_name_and_its_leader() -> None:
    group = layer("قصفت مليشيات علي عبد الله صالح عدن.").entities["Forces_of_Ali_Abdullah_Saleh"]
    assert (group.type, group.label_ar, group.country) == ("ArmedGroup", "قوات علي عبد الله صالح", "Yemen")
    assert group.aliases == ("مليشيات علي عبد الله صالح",)


def test_a_surname_alone_needs_his_state() -> None:
    assert not [m for m in layer("وصلت قوات صالح أمس.").mentions if m.entities]


def test_to_change_is_not_to_raid() -> None:
    assert not lines("لن يغيّر القرار مجرى خطاب الرئيس الأمريكي جو بايدن.", "Attack")
    assert not lines("قالت روسيا إنها ستغير موقع الدرع الصاروخي الأمريكي.", "Attack")
    assert lines("أغارت طائرات إسرائيلية على دمشق.", "Attack") == ["Attack agent=Israel target=Damascus"]


def test_rebels_are_the_movement_although_a_leaders_forces_are_named_too() -> None:
    text = "سيطر الحوثيون وقوات علي عبد الله صالح على عمران. وانسحب المتمردون من عدن."
    assert lines(text, "Withdrawal", "2015-08-01") == ["Withdrawal agent=Houthi movement object=Aden"]


def test_the_deposed_alone_is_who_led_the_state_told_of() -> None:
    text = "قصفت قوات المخلوع صالح مدينة عدن اليمنية. وقال المخلوع صالح إنه باق."
    people = {e.label_en for e in layer(text).entities.values() if e.type == "Person"}
    assert people == {"Ali Abdullah Saleh"}
    assert lines(text, "Attack", "2015-08-01") == ["Attack agent=Forces of Ali Abdullah Saleh target=Aden"]
    assert not layer("قال الموظف المعزول سالم البراك إنه باق.").offices


@pytest.mark.parametrize("title", ["الرئيس اليمني المخلوع علي صالح", "الرئيس اليمني السابق علي صالح"])
def test_who_led_before_is_known_by_two_of_his_names(title: str) -> None:
    people = [e for e in layer(f"قال {title} إن الحرب مستمرة.").entities.values() if e.type == "Person"]
    assert [e.label_en for e in people] == ["Ali Abdullah Saleh"]


def test_who_leads_now_is_not_who_led_before() -> None:
    people = [e for e in layer("قال الرئيس اليمني علي صالح إن الحرب مستمرة.").entities.values() if e.type == "Person"]
    assert [e.label_en for e in people] == [None]
