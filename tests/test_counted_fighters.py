"""Fighters who are counted: "hundreds of the Houthis", who attack, flee, are killed or arrested."""

from __future__ import annotations

import pytest

from event_help import events, lines, speakers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هاجم المئات من الحوثيين مدينة تعز.", ["Attack agent=Houthi movement target=Taiz"]),
        ("هاجم مئات من مقاتلي داعش مدينة تعز.", ["Attack agent=Islamic State target=Taiz"]),
        ("هاجم نحو 200 من مسلحي داعش مدينة تعز.", ["Attack agent=Islamic State target=Taiz"]),
        ("قتل العشرات من عناصر تنظيم داعش الإرهابي في العراق.", ["Attack target=Islamic State place=Iraq"]),
        (
            "أكدت الوكالة أن نحو 260 مقاتلا كرديا من حزب العمال الكردستاني قتلوا ومئات جرحوا.",
            ["Attack target=Kurdistan Workers' Party"],
        ),
    ],
)
def test_counted_fighters_act_and_suffer(text: str, found: list[str]) -> None:
    assert lines(text, "Attack") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل مسلحو داعش في العراق واعتقل سبعة مطلوبين.", []),
        ("قتل العشرات من داعش واعتقلوا سبعة جنود.", ["Detention agent=Islamic State"]),
        ("قبضت قوات الأمن التونسية على 13 عنصرا.", ["Detention agent=Security forces of Tunisia"]),
    ],
)
def test_who_is_hit_does_not_go_on_to_act(text: str, found: list[str]) -> None:
    assert lines(text, "Detention") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("فر المئات من الحوثيين نحو محافظة تعز.", ["Withdrawal agent=Houthi movement"]),
        ("لاذ الحوثيون بالفرار من مدينة عتق.", ["Withdrawal agent=Houthi movement object=Ataq"]),
        ("أكدت المصادر فرار عناصر داعش من تدمر.", ["Withdrawal agent=Islamic State object=Palmyra"]),
        ("وتهرب تنظيم داعش من الإشارة إلى ذلك.", []),
        ("فر آلاف المدنيين من داعش إلى تركيا.", []),
    ],
)
def test_armed_groups_that_flee_withdraw(text: str, found: list[str]) -> None:
    assert lines(text, "Withdrawal") == found


def test_a_president_who_flees_to_a_state_does_not_withdraw() -> None:
    assert [line.split()[0] for line in events("فر الرئيس اليمني عبد ربه منصور هادي إلى السعودية.")] == ["Visit"]


def test_counted_members_of_an_army() -> None:
    found = lines("تعاونت الشرطة المصرية مع عدد من عناصر الجيش المصري.", "Cooperation")
    assert found == ["Cooperation participant=Army of Egypt+Police of Egypt"]


def test_human_rights_watch_is_written_in_several_ways() -> None:
    assert speakers("أعلنت منظمة هيومن رايتس واتش أن الجيش قصف المدينة.") == {"Human Rights Watch"}
