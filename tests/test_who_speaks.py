"""Who speaks: officers named later, states whatever an article is about, titles told again, participles."""

from __future__ import annotations

import pytest

from event_help import annotate, name, speakers

CLINICS = (
    "تنقل المستشفيات المرضى إلى عيادات الأطباء، ويتلقى كل مريض الدواء والعلاج واللقاح، وتنتشر الأمراض والعدوى. "
    "وتصل أدوية السرطان والسكري إلى عيادة الجراحة."
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (CLINICS + " وأكد البيت الأبيض أن الشحنة ستصل.", {"United States"}),
        (CLINICS + " وقالت الحكومة السودانية إن الشحنة ستصل.", {"Sudan"}),
        (CLINICS + " وقال متحدث باسم طالبان إن الشحنة ستصل.", {"Taliban"}),
        (CLINICS + " وأكدت «السودان للأدوية» أن الشحنة ستصل.", set()),  # a firm
    ],
)
def test_states_and_armed_groups_speak_of_health_as_well(text: str, who: set[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "أعلن المبعوث البلجيكي الخاص للكونغو أن الهدنة انهارت. وقال بيتر فانديرمول لوكالة محلية إن القتال مستمر.",
            {"بيتر فانديرمول"},
        ),
        # somebody else, of whom words tell what he is
        (
            "أعلن المبعوث البلجيكي الخاص للكونغو أن الهدنة انهارت. وقال بيتر فانديرمول، وهو تاجر، إن القتال مستمر.",
            {"Belgium", "بيتر فانديرمول"},
        ),
    ],
)
def test_an_officer_without_a_name_is_who_goes_on_by_name(text: str, who: set[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أكد الرئيس الأميركي أن الاتفاق جيد. وكان ترامب قد زار طوكيو.", {"Donald Trump"}),
        ("أكد الرئيس الأميركي أن الاتفاق جيد.", {"United States"}),
    ],
)
def test_a_title_is_who_holds_the_office_where_the_family_name_stands_later(text: str, who: set[str]) -> None:
    assert speakers(text, "2018-03-16") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("عاد وفد الجزائر من باريس. وأوضحت رئاسة الجمهورية أن الجزائر ستشارك.", {"Algeria"}),
        ("وصل الوفد إلى حكومة مالي. وأكد الوزير المالي أن الاتفاق قائم.", {"Mali"}),
        ("وأكد المدير المالي أن الشركة بخير.", set()),
        ("أكدت رئاسة الجمهورية العراقية أن الكويت ترحب. وشكر الكويت وفد الكويت.", {"Iraq"}),
    ],
)
def test_the_presidency_and_the_minister_of_a_state(text: str, who: set[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "قال الناطق باسم وزارة الدفاع جمال بن عيسى إن قطر ترحب. وأكد الناطق باسم وزارة الدفاع أن السفن عادت.",
            {"جمال بن عيسى"},
        ),
    ],
)
def test_a_title_told_again_is_who_was_named_with_it(text: str, who: set[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وجرى خلال اللقاء بحث العلاقات، مؤكدا الوزير أيمن الصفدي أن الأردن حريص على السلام.", {"Ayman Safadi"}),
        ("استقبل سامح شكري الوفد، واصفا الوزير أيمن الصفدي بـ\"الصديق\".", {"Sameh Shoukry"}),
        ("استنكر المتحدث باسم الحكومة الكندية الهجوم الذي نفذته عصابة، مؤكدة أنها ستعيده.", set()),
        ("شرح الوفد برنامج إعادة الأمل الذي تقوده الكويت.", set()),
        ("قال مصدر قريب من الأمم المتحدة إن المبعوث سيستقيل.", set()),
        ("وقال ضباط في القوات المناهضة للحوثيين إن المعركة بدأت.", set()),
        (
            "وقال قائد عملية تحرير البلدة، اللواء ناصر المخلافي، في تصريح نشره الموقع إن المعركة انتهت.",
            {"ناصر المخلافي"},
        ),
    ],
)
def test_whose_words_they_are(text: str, who: set[str]) -> None:
    assert speakers(text) == who


def test_a_feminine_participle_goes_on_with_what_the_spokesman_tells_of() -> None:
    told = annotate("قال المتحدث باسم الخارجية سامح شكري إن تونس تستنكر الهجوم، داعية الأطراف إلى ضبط النفس.")
    appeals = [a for e in told.events if e.type == "Appeal" for a in e.arguments if a.role == "agent"]
    assert [name(told, a.entity) for a in appeals] == ["Tunisia"]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن المتحدث سامر حداد أن روسيا قلقة وأنها سترسل خبراء، لكنه أضاف أن الموعد لم يحدد.",
        "سامي الزعبي، وكالات (بيروت، عمان)- رأى المتحدث سامر حداد أن الأزمة طويلة.",
        "سامي الزعبي - عمان: قال المتحدث سامر حداد إن الأزمة طويلة.",
    ],
)
def test_neither_whom_a_pronoun_means_nor_the_reporter_speaks(text: str) -> None:
    assert speakers(text) == {"سامر حداد"}


def test_the_spokesman_of_a_minister_speaks_for_the_state_of_the_report() -> None:
    text = "نقلت وكالة أنباء كوريا الشمالية عن متحدث باسم وزير الخارجية قوله إن الأمر صعب."
    assert speakers(text) == {"North Korea"}
