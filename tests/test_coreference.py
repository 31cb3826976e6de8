"""Pointing expressions: titles alone, counterparts, pairs, his country, bodies met before."""

from __future__ import annotations

from typing import Any

import pytest

from entity_help import layer, means, mention, offices
from sifara.entities.compiled import read_yaml

MEETING = "التقى وزير الخارجية المصري سامح شكري نظيره الروسي سيرغي لافروف في القاهرة. "


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        (MEETING + "وأكد الوزيران أهمية الحوار.", "الوزيران", ["Sameh Shoukry", "Sergey Lavrov"]),
        (MEETING + "وقال الوزير الروسي إن اللقاء مفيد.", "الوزير الروسي", ["Sergey Lavrov"]),
        (MEETING + "وأكد الوزير المصري ذلك.", "الوزير المصري", ["Sameh Shoukry"]),
        (MEETING + "وبحث الجانبان العلاقات.", "الجانبان", ["Sameh Shoukry", "Sergey Lavrov"]),
        (MEETING + "وتحسنت العلاقات بين الجانبين.", "الجانبين", ["Egypt", "Russia"]),
        (
            "تسعى واشنطن إلى هدنة بين السودان وإثيوبيا. وقالت واشنطن إن واشنطن تعول على رغبة الطرفين.",
            "الطرفين",
            ["Ethiopia", "Sudan"],
        ),
        (
            "أشادت قطر وقطر الخيرية بالمفاوضات اليمنية السعودية، وتأمل قطر أن ينجح الجانبان.",
            "الجانبان",
            ["Saudi Arabia", "Yemen"],
        ),
        (
            "دعت الأمم المتحدة إلى وقف القتال بين الحوثيين والسعودية. وقالت الأمم المتحدة إن الطرفين لم يردا.",
            "الطرفين",
            ["Houthi movement", "Saudi Arabia"],
        ),
        (
            "كان الرئيس الكوبي فيدل كاسترو حليفا. والتقى الرئيس الكوبي راؤول كاسترو الرئيس الروسي ديمتري مدفيديف. "
            "وناقش الرئيسان ذلك.",
            "الرئيسان",
            ["Raúl Castro", "Dmitry Medvedev"],
        ),
        ("قال الرئيس الأمريكي باراك أوباما إن النص جيد. وهاجم المرشد الأعلى النص.", "المرشد الأعلى", ["Iran"]),
        ("زار الرئيس الأمريكي باراك أوباما مصر. وقال المرشد إن الجماعة راضية.", "المرشد", []),
        (
            "هاتف الملك محمد السادس مستشاره. والتقى مستشار الرئيس الأمريكي وفدا. وكان الملك قد دعا إلى الحوار.",
            "الملك",
            ["Mohammed VI"],
        ),
        (MEETING + "وتطور التعاون بين البلدين الشقيقين.", "البلدين", ["Egypt", "Russia"]),
        (MEETING + "وأكد الجانبان المصري والروسي ذلك.", "الجانبان المصري والروسي", ["Egypt", "Russia"]),
        ("قال السفير الياباني كوجي تاكاغي إن بلاده ستدعم المشروع.", "بلاده", ["Japan"]),
        ("أعلنت وزيرة الخارجية الكولومبية كارولينا باركو أن بلادها تحتاج دعما.", "بلادها", ["Colombia"]),
        ("قال وزير التجارة الكوري الجنوبي يون جين إن حكومته مستعدة.", "حكومته", ["South Korea"]),
        (
            "اجتمعت منظمة التعاون الإسلامي في جدة. ودعت المنظمة إلى الهدوء.",
            "المنظمة",
            ["Organisation of Islamic Cooperation"],
        ),
        ("أعلنت حركة حماس موقفها. وقالت الحركة إنها سترد.", "الحركة", ["Hamas"]),
        (
            "استأنفت الوكالة الدولية للطاقة الذرية التفتيش. وقالت الوكالة إن النتائج قريبة.",
            "الوكالة",
            ["International Atomic Energy Agency"],
        ),
        ("وقعت روسيا معاهدة ستارت الجديدة. وتحد المعاهدة من الرؤوس النووية.", "المعاهدة", ["New START"]),
        ("أكد وزير الخارجية السعودي عادل الجبير أن المملكة ملتزمة.", "المملكة", ["Saudi Arabia"]),
        ("أكد ملك الأردن عبد الله الثاني أن المملكة ملتزمة.", "المملكة", ["Jordan"]),
        ("دعت الكوريتان إلى الحوار.", "الكوريتان", ["North Korea", "South Korea"]),
        ("قالت إدارة بايدن إن القرار نهائي.", "إدارة بايدن", ["United States"]),
        ("رحبت حكومة نتنياهو بالقرار.", "حكومة نتنياهو", ["Israel"]),
        ("أعلنت السلطات الروسية الاعتقال.", "السلطات الروسية", ["Russia"]),
        ("نفت الرئاسة الفلسطينية الخبر.", "الرئاسة الفلسطينية", ["Palestine"]),
        ("قال مسؤولون أميركيون إن القرار قريب.", "مسؤولون أميركيون", ["United States"]),
        ("اتفق الفلسطينيون والإسرائيليون على ذلك.", "الفلسطينيون", ["Palestine"]),
    ],
)
def test_pointing(text: str, words: str, labels: list[str]) -> None:
    day = "2021-02-01" if "بايدن" in text else "2015-06-01"
    assert sorted(means(text, words, day)) == sorted(labels)


@pytest.mark.parametrize(
    "example", read_yaml("collectives.yaml")["examples"], ids=lambda example: str(example["means"][0])
)
def test_the_examples_of_the_language_data(example: dict[str, Any]) -> None:
    text = example["text"]
    words = text[text.index("[") + 1 : text.index("]")]
    assert means(text.replace("[", "").replace("]", ""), words) == example["means"]


def test_counterpart_has_the_same_office_of_the_other_country() -> None:
    assert offices(MEETING) == {
        ("Sameh Shoukry", "ForeignMinister", "Egypt"),
        ("Sergey Lavrov", "ForeignMinister", "Russia"),
    }


def test_an_unnamed_counterpart_is_its_country() -> None:
    text = "اتصل وزير الدفاع اليوناني بانوس كامينوس بنظيره القبرصي أمس."
    assert means(text, "نظيره القبرصي") == ["Cyprus"]


def test_predecessor_has_the_same_office() -> None:
    found = offices("انتقد الرئيس الأميركي جو بايدن نهج سلفه دونالد ترامب.", "2021-03-01")
    assert ("Donald Trump", "HeadOfState", "United States") in found


def test_his_foreign_minister() -> None:
    found = offices("وصل الرئيس الأميركي باراك أوباما مع وزير خارجيته جون كيري.", "2014-03-01")
    assert ("John Kerry", "ForeignMinister", "United States") in found


def test_the_last_is_an_adjective_behind_a_noun() -> None:
    text = "قال السفير الفرنسي برتران بزانسنو إن الأيام الأخيرة كانت صعبة."
    with pytest.raises(AssertionError):
        mention(text, "الأخيرة")


def test_what_was_agreed_on_is_no_treaty() -> None:
    with pytest.raises(AssertionError):
        mention("تم الاتفاق على عقد قمة بين مصر وروسيا.", "الاتفاق")


def test_another_member_is_somebody_else() -> None:
    """Of many members and directors, only the one who was told by the same words is meant again."""
    first = "اتهم عضو مجلس القيادة سالم المنصوري روسيا. "
    words = "عضو المجلس الاستشاري"
    named = "ورفض عضو المجلس الاستشاري العلمي للرئاسة المصرية الدكتور خالد الأنصاري ذلك."
    titled = "عضو المجلس الاستشاري العلمي للرئاسة المصرية الدكتور خالد الأنصاري"
    assert means(first + named, titled) == ["خالد الأنصاري"]
    assert means(first + "ورفض عضو المجلس الاستشاري ذلك.", words) == []


def test_a_president_behind_the_name_of_another_office_is_somebody_else() -> None:
    text = 'اتهم رئيس حركة "النهضة" راشد الغنوشي الرئيس التونسي بالانقلاب.'
    assert means(text, "الرئيس التونسي", "2021-09-01") == ["Tunisia"]


@pytest.mark.parametrize(
    "text",
    [
        "نفت الحكومة الأوكرانية الخبر، وقالت [الحكومة] إن المصنع سليم.",
        "زار الوفد لندن. وانتقدت الحكومة البريطانية روسيا. وترى [الحكومة] أن الحل قريب.",
    ],
)
def test_the_government_told_before(text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    start = text.index("[")
    found = next(m.entities for m in layer(plain).mentions if m.start == start)
    assert found in (("Ukraine",), ("United_Kingdom",))


@pytest.mark.parametrize(
    "received",
    [
        "تلقى خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز اتصالا هاتفيا من ملك الأردن عبدالله الثاني. ",
        "استقبل ملك الأردن عبدالله الثاني أمس ملك البحرين حمد بن عيسى آل خليفة. ",
    ],
)
def test_his_majesty_is_not_the_custodian(received: str) -> None:
    """The king of Saudi Arabia bears another style, so that beside him جلالته is the other king."""
    assert means(received + "وأعرب جلالته عن إدانته للهجوم.", "جلالته") == ["Abdullah II of Jordan"]
