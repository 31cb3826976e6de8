"""Whose deed it is, where the words could lead astray: gender, pronouns, guests and hosts, opponents, posts."""

from __future__ import annotations

import pytest

from event_help import annotate, events, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "عندما أطلقت هيلاري كلينتون حملتها دعت الشعب الأمريكي إلى عصر جديد.",
            "Appeal agent=Hillary Clinton target=United States",
        ),
        ("قالت الجزائر إنها ترفض الاتفاق.", "Statement agent=Algeria"),
        (
            "قال الرئيس السيسي خلال لقاء الرئيس اليمني هادي في إطار زيارته الحالية إلى مصر إن اليمن بلد شقيق.",
            "Visit agent=Abdrabbuh Mansour Hadi target=Egypt",
        ),
        ("زار وزير خارجية إيران “ظريف” الكويت.", "Visit agent=Mohammad Javad Zarif target=Kuwait"),
        ("رحبت مصر بالاتفاق إلا أنها انتقدت إيران.", "Condemnation agent=Egypt target=Iran"),
        ("صوت مجلس الأمن على قرار تقدمت به الولايات المتحدة.", "Proposal agent=United States"),
        ("أعلنت حماس التوصل إلى صفقة مع إسرائيل.", "Agreement participant=Hamas+Israel"),
        (
            "أدانت وزارة الخارجية السودانية التفجير، ونقلت التعازي لحكومة وشعب البحرين.",
            "Condolence agent=Ministry of Foreign Affairs of Sudan target=Bahrain",
        ),
    ],
)
def test_who_acts(text: str, told: str) -> None:
    assert told in events(text)


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("غادرت طائرة تابعة للصليب الأحمر الدولي مطار عدن باتجاه صنعاء.", "Withdrawal", []),
        ("ظهر أحد مقاتلي داعش، وهو يتوعد مجلس النواب الليبي وخليفة حفتر بعمليات.", "Warning", []),
        (
            "انتقد الائتلاف الوطني السوري خصوم دمشق الذين حضروا.",
            "Condemnation",
            ["Condemnation agent=Syrian National Coalition"],
        ),
        ("نصت الاتفاقية بين فرنسا والجزائر التي تدعو تركيا إلى الانسحاب على ذلك.", "Appeal", []),
        ("أكد الرئيس اللبناني ميشال سليمان ضرورة انتخاب رئيس الجمهورية.", "Appointment", []),
        ("أصدر الرئيس بشار الأسد مرسوما يقضي بمنح عفو عام عن جرائم الفرار.", "Aid", []),
        ("أطلقت طالبان حملتها وتعهدت بشن هجمات في جميع أنحاء البلاد.", "Proposal", []),
    ],
)
def test_who_does_not(text: str, kind: str, told: list[str]) -> None:
    assert lines(text, kind) == told


def test_a_woman_by_her_title_is_no_man_by_his_surname() -> None:
    text = "حذرت وزيرة الدفاع الألمانية أورسولا فون دير لاين واشنطن. وحذرت الوزيرة ترامب من الحرب."
    assert "Warning agent=Ursula von der Leyen target=Donald Trump" in events(text)
    assert [o.person for o in annotate(text).entities.offices] == ["Ursula_von_der_Leyen"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قتل جندي على يد داعش.", ["Attack agent=Islamic State"]),
        ("مقتل جندي على يد داعش.", ["Attack agent=Islamic State"]),
        ("400 من الانفصاليين هاجموا القوات الأوكرانية.", ["Attack target=Ukraine"]),
        (
            "تمكنت قوات الجيش الوطني والمقاومة الشعبية من تحرير مديرية لودر في محافظة أبين.",
            ["Attack agent=Popular Resistance target=Lawdar place=Abyan"],
        ),
        ("بدأ الحوثيون هجومهم انطلاقا من معقلهم في محافظة صعدة.", ["Attack agent=Houthi movement"]),
    ],
)
def test_deeds_of_war(text: str, told: list[str]) -> None:
    assert lines(text, "Attack") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اتهم لاريجاني «دول الاستكبار بالسعي إلى زرع اليأس».", ["Accusation agent=Ali Larijani"]),
        ("اتهم الوهابية بتفريخ الإرهاب : وزارة الخارجية توضح.", []),
        ("اتهمت منظمة الأمل السلطات بالفساد.", ["Accusation agent=منظمة الأمل"]),
        (
            "اتهم حزب الحركة القومية الحكومة التركية.",
            ["Accusation agent=Nationalist Movement Party target=Turkey"],
        ),
    ],
)
def test_an_accusation_against_whoever_it_is(text: str, told: list[str]) -> None:
    assert lines(text, "Accusation") == told


def test_the_place_of_what_is_discussed_is_not_that_of_the_meeting() -> None:
    text = "عقد اجتماع طارئ للجنة برئاسة مصر، في القاهرة وذلك لبحث التصعيد الإسرائيلي الأخير في القدس."
    assert lines(text, "Meeting") == ["Meeting participant=Egypt place=Cairo"]


def test_the_vowel_of_the_first_person_is_read() -> None:
    assert "Warning agent=Recep Tayyip Erdoğan" in events("قال أردوغان: «حذرتُ من ظهور النازية في ألمانيا».")


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("عرضت الحركة مكافأة لمن يهاجم إسرائيل.", "Attack", []),
        (
            "عقد السيسي لقاءات مع عدة قادة على غرار المستشارة الألمانية أنجيلا ميركل.",
            "Meeting",
            ["Meeting participant=Abdel Fattah el-Sisi+Angela Merkel"],
        ),
        (
            "قال السيسي: «وقد التقيت بالرئيس بوتين قبل شهر واقترحت عليه تعبئة دول الجوار».",
            "Proposal",
            ["Proposal agent=Abdel Fattah el-Sisi target=Vladimir Putin"],
        ),
        (
            "ستعقد مفاوضات اتفاقية التجارة الحرة بين كوريا الجنوبية والصين في بكين.",
            "Negotiation",
            ["Negotiation participant=China+South Korea place=Beijing Planned"],
        ),
        (
            "قال عن المقربين من أردوغان الذين أوقفتهم الشرطة التركية في ديسمبر.",
            "Detention",
            ["Detention agent=Police of Turkey"],
        ),
    ],
)
def test_those_named_in_other_ways(text: str, kind: str, told: list[str]) -> None:
    assert lines(text, kind) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("اندلعت اشتباكات بين القوات السورية ومسلحين.", ["Attack agent=Syria"]),
        ("اندلعت اشتباكات بين سوريين ومسلحين في برلين.", []),
        (
            "قتل عشرة في إدلب. وقصفت قوات النظام حلب.",
            ["Attack agent=Syria target=Aleppo", "Attack target=Idlib place=Idlib"],
        ),
        ("التقى لافروف كيري في جنيف. وقصفت قوات النظام الجسر.", []),
    ],
)
def test_the_forces_of_a_state_or_of_the_regime(text: str, told: list[str]) -> None:
    assert lines(text, "Attack") == told
