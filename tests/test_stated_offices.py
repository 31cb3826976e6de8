"""Of what an office is: of a state only where the document names it, of a ministry, of two unions."""

from __future__ import annotations

import pytest

from entity_help import layer, offices


@pytest.mark.parametrize(
    "text",
    [
        "قال رئيس الحكومة يوسف الشاهد إن الإصلاح مستمر.",
        "قال رئيس الحكومة يوسف الشاهد إن حزب نداء تونس حليفه.",
        "التقى رئيس الحكومة يوسف الشاهد المدير التنفيذي لحزب نداء تونس حافظ قائد السبسي.",
    ],
)
def test_no_office_of_a_state_that_the_document_does_not_name(text: str) -> None:
    assert not [told for told in offices(text, "2017-05-20") if told[2] == "Tunisia"]
    unstated = [office for office in layer(text, "2017-05-20").offices if not office.stated]
    assert all(office.of == "Tunisia" for office in unstated)


@pytest.mark.parametrize(
    ("text", "day", "office"),
    [
        ("قال رئيس الحكومة يوسف الشاهد إن تونس تتقدم", "2017-05-20", ("Youssef Chahed", "HeadOfGovernment", "Tunisia")),
        ("قال رئيس الحكومة التونسية يوسف الشاهد ذلك.", "2017-05-20", ("Youssef Chahed", "HeadOfGovernment", "Tunisia")),
        ("قال الرئيس الفلسطينيى محمود عباس ذلك.", "2017-05-20", ("Mahmoud Abbas", "HeadOfState", "Palestine")),
        (
            "استقبل نائب خادم الحرمين الشريفين الأمير محمد بن نايف الوفد.",
            "2015-08-01",
            ("Muhammad bin Nayef", "Official", "Saudi Arabia"),
        ),
        (
            "قال المتحدث باسم وزارة الخارجية المصرية كمال الوردي ذلك.",
            "2015-08-01",
            ("كمال الوردي", "Spokesperson", "Ministry of Foreign Affairs (Egypt)"),
        ),
        (
            "قال المتحدث باسم الحكومة اليمنية كمال الوردي ذلك.",
            "2015-08-01",
            ("كمال الوردي", "Spokesperson", "Yemen"),
        ),
        (
            "قال زعيم حزب العمال الكردستاني المسجون عبد الله أوجلان ذلك.",
            "2015-08-01",
            ("Abdullah Ocalan", "Official", "Kurdistan Workers' Party"),
        ),
        ("قال رئيس حزب القوات اللبنانية سمير جعجع ذلك.", "2015-08-01", ("Samir Geagea", "Official", "Lebanese Forces")),
    ],
)
def test_of_what_an_office_is(text: str, day: str, office: tuple[str, str, str]) -> None:
    assert office in offices(text, day)


def test_a_joint_envoy_is_of_both_unions() -> None:
    told = offices("وصل المبعوث المشترك للأمم المتحدة والجامعة العربية كوفي عنان إلى دمشق.", "2012-07-06")
    assert {("Kofi Annan", "Envoy", "United Nations"), ("Kofi Annan", "Envoy", "Arab League")} <= told


def test_the_royal_court_is_of_a_kingdom() -> None:
    told = offices("قدم المساعدات لليمن المستشار في الديوان الملكي فهد الكوثري من السعودية.")
    assert ("فهد الكوثري", "Official", "Saudi Arabia") in told


def test_two_presidents_are_not_of_one_state() -> None:
    told = offices("جاء ذلك في مصر بتوجيه من الرئيسين عبد الفتاح السيسي وهاكان برلاندي.", "2015-08-01")
    assert [of for _, role, of in told if role == "HeadOfState"] == ["Egypt"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("طالب المحتجون بمحاكمة سليمان هلال الأسدي ابن ابن عم الرئيس.", "سليمان هلال الأسدي"),
        ("التقى مبعوث الأمم المتحدة إلى سوريا ستيفان دي مستورا الوزير.", "Staffan de Mistura"),
    ],
)
def test_where_names_end(text: str, name: str) -> None:
    found = layer(text).entities.values()
    assert name in {entity.label_en or entity.label_ar for entity in found}


@pytest.mark.parametrize(
    ("text", "role", "of"),
    [
        ("أعلن الملك الراحل عبدالله بن عبدالعزيز في السعودية ذلك.", "HeadOfState", "Saudi Arabia"),
        ("تباحث مع رئيس منظمة الطاقة الذرية الايرانية علي اكبر صالحي.", "Official", "Iran"),
        ("قال الرئيس سعد الحريري إن لبنان بخير.", "HeadOfGovernment", "Lebanon"),
        ("أفاد عضو مجلس نواب الشعب عن ولاية تطاوين، الطيب المدني، بذلك.", "Legislator", "Tunisia"),
        ("أكد رئيس المجلس الوطني لحقوق الإنسان، إدريس اليزمي، أن المغرب بخير.", "Official", "Morocco"),
        ("أكد رئيس المجلس الوطني للصحافة يونس مجاهد أن المغرب بخير.", "Official", "Morocco"),
        ("أكد شيخ الأزهر الإمام الأكبر أحمد الطيب ذلك.", "Official", "Al-Azhar"),
        ("قال رئيس جهة طنجة إلياس العماري إن المغرب بخير.", "Official", "Morocco"),
        ("أفاد عضو مجلس النواب عن دائرة حلب محمد المدني بذلك.", "Legislator", "Syria"),
    ],
)
def test_late_kings_former_premiers_and_members_for_a_district(text: str, role: str, of: str) -> None:
    assert [office[1:] for office in offices(text, "2022-03-16")] == [(role, of)]
