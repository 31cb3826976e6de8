"""Who and what is struck, held, freed, marched against, sanctioned and sent away: sentences of every day of our own."""

from __future__ import annotations

import pytest

from event_help import lines


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("قصفت المقاتلات الروسية مستودعا في مدينة حمص.", "Attack", ["Attack agent=Russia target=Homs place=Homs"]),
        ("شنت تركيا غارات على مواقع في اليمن.", "Attack", ["Attack agent=Turkey target=Yemen place=Yemen"]),
        ("قتلت تركيا ثلاثة أشخاص في اليمن.", "Attack", ["Attack agent=Turkey place=Yemen"]),
        ("فرضت قطر عقوبات على سبعة مسؤولين ومصارف في مالي.", "Sanction", ["Sanction agent=Qatar target=Mali"]),
        ("فرضت قطر عقوبات على خمس شركات تركية وصينية.", "Sanction", ["Sanction agent=Qatar target=China+Turkey"]),
        ("خففت كندا القيود على قطاع النفط في العراق.", "SanctionRelief", ["SanctionRelief agent=Canada target=Iraq"]),
        ("ألغت كندا القيود على الرحلات من العراق.", "SanctionRelief", ["SanctionRelief agent=Canada"]),
        ("غادرت طائرة تركية مطار صنعاء.", "Withdrawal", []),
    ],
)
def test_what_stands_in_a_place_stands_for_it(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("تظاهر مئات التونسيين أمام السفارة الفرنسية.", ["Protest agent=Tunisia target=France"]),
        ("هتف محتجون لبنانيون بشعارات مناهضة لإيران.", ["Protest agent=Lebanon target=Iran"]),
        ("هتف محتجون لبنانيون بشعارات مؤيدة لإيران.", []),
        ("شهدت مدريد مظاهرات ضد روسيا.", ["Protest target=Russia place=Madrid"]),
        ("احتشد الآلاف في الساحة مطالبين برحيل حسني مبارك.", ["Protest target=Hosni Mubarak"]),
        ("تظاهر الآلاف مطالبين برحيل الرئيس حسني مبارك.", ["Protest target=Hosni Mubarak"]),
        ("تظاهر العمال مطالبين بزيادة الأجور.", []),
        ("خرجت الجماهير إلى الشوارع احتفالا بفوز المغرب.", []),
    ],
)
def test_crowds_are_known_by_their_adjective_and_their_aim(text: str, found: list[str]) -> None:
    assert lines(text, "Protest") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أفرجت إيران عن ثلاثة فرنسيين كانت تحتجزهم.", ["Detention agent=Iran target=France"]),
        ("زار الوزير أسرة أليكسي نافالني، المسجون في سيبيريا.", ["Detention target=Alexei Navalny place=Siberia"]),
        ("سقط معمر القذافي في قبضة القوات التركية.", ["Detention agent=Turkey target=Muammar Gaddafi"]),
        ("أوقفت الشرطة التركية أكثر من مئة متظاهر.", ["Detention agent=Police of Turkey"]),
        ("أوقفت تركيا عملياتها في سوريا.", []),
        ("ضبطت السلطات الكويتية خلية موالية لحماس.", ["Detention agent=Kuwait target=Hamas"]),
    ],
)
def test_who_is_held(text: str, found: list[str]) -> None:
    assert lines(text, "Detention") == found


def test_whose_arrest_it_was_may_be_told_later() -> None:
    text = "بعد احتجازه أربعة أشهر، أفرجت السلطات التونسية عن الصحفي سليم البدري."
    assert lines(text, "Detention") == ["Detention target=سليم البدري"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("سحبت تركيا القائم بأعمالها من القاهرة.", "Recall", ["Recall agent=Turkey target=Egypt"]),
        ("استدعت بوليفيا كامل طاقم سفارتها من كييف.", "Recall", ["Recall agent=Bolivia target=Ukraine"]),
        ("سحب الاتحاد طاقمه الفني من البطولة.", "Recall", []),
        (
            "كان السفير الألماني لدى أنقرة قد استدعي إلى الخارجية التركية.",
            "Summons",
            ["Summons agent=Ministry of Foreign Affairs (Turkey) target=Germany"],
        ),
        (
            "قطعت قطر علاقاتها مع سوريا ومنحت دبلوماسييها ثلاثة أيام لمغادرة البلاد.",
            "Expulsion",
            ["Expulsion agent=Qatar target=Syria"],
        ),
        ("طردت إسرائيل دبلوماسيين من السفارة الإسبانية.", "Expulsion", ["Expulsion agent=Israel target=Spain"]),
    ],
)
def test_whose_envoys_they_are(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "رفعت كندا العقوبات المفروضة على ليبيا.",
            ["Sanction target=Libya", "SanctionRelief agent=Canada target=Libya"],
        ),
        ("رفعت كندا العقوبات عن ليبيا.", ["SanctionRelief agent=Canada target=Libya"]),
        ("رفعت العقوبات الأمريكية عن إيران.", ["SanctionRelief agent=United States target=Iran"]),
    ],
)
def test_sanctions_told_as_imposed_are_told_besides(text: str, found: list[str]) -> None:
    assert sorted(lines(text, "Sanction") + lines(text, "SanctionRelief")) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أعلنت حركة الشباب مسؤوليتها عن استهداف سفينتين.", ["Attack agent=Al-Shabaab"]),
        ("الحوثيون يعلنون مسؤوليتهم عن قصف مدينة أبها.", ["Attack agent=Houthi movement target=Abha"]),
        ("قتل ثلاثة فلسطينيين بنيران إسرائيلية.", ["Attack agent=Israel target=Palestine"]),
        ("نجا مصطفى الكاظمي من محاولة اغتيال.", ["Attack target=Mustafa Al-Kadhimi"]),
        ("نجا اللاعب من هجوم الصحافة.", []),
        ("تمكن الجنود من تدمير خمس عجلات مفخخة تعود لتنظيم داعش.", []),
        ("توصلت تركيا واليونان إلى اتفاق لوقف إطلاق النار في ليبيا.", []),
    ],
)
def test_whose_attack_it_was(text: str, found: list[str]) -> None:
    assert lines(text, "Attack") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "علقت روسيا مشاركتها في معاهدة نيو ستارت لكن موسكو لم تنسحب منها.",
            ["Withdrawal agent=Russia object=New START", "Withdrawal agent=Russia object=New START Negated"],
        ),
        ("انسحبت القوات التركية من شمال سوريا.", ["Withdrawal agent=Turkey object=Syria"]),
        ("أخلت فرنسا آخر قاعدة لها في تشاد.", ["Withdrawal agent=France object=Chad"]),
    ],
)
def test_what_somebody_leaves(text: str, found: list[str]) -> None:
    assert lines(text, "Withdrawal") == found
