"""Officers: whose side they are on, what province they govern, where their names end, whom a title can not mean."""

from __future__ import annotations

import pytest

from entity_help import layer, means, offices, people

TOLD = [
    # from whose side they are told
    (
        "حضر التوقيع من الجانب الأردني وكيل الوزارة للشؤون القانونية سامر حداد، ومن الجانب الروسي "
        "نائب وزير الخارجية إيغور بانكوف.",
        {("سامر حداد", "DeputyMinister", "Jordan"), ("إيغور بانكوف", "DeputyMinister", "Russia")},
    ),
    (
        "شارك من الجانب الأميركي نائب مساعد وزير الدفاع للشرق الأوسط دانيال كوبر.",
        {("دانيال كوبر", "DeputyMinister", "United States")},
    ),
    # governors, of their provinces
    ("صرح والي صفاقس حافظ المبروكي بأن الوضع هادئ.", {("حافظ المبروكي", "Official", "Sfax")}),
    ("التقى والي نابل منصف الدريدي الوفد.", {("منصف الدريدي", "Official", "Nabeul")}),
    ("أكد محافظ محايل عسير فهد بن سعد القرني ذلك.", {("فهد بن سعد القرني", "Official", "Muhayil Asir")}),
    # at court, and over a body
    (
        "بحث المستشار بالديوان الملكي المشرف العام على مركز الملك سلمان للإغاثة الدكتور حمد العريفي الوضع في المملكة.",
        {("حمد العريفي", "Official", "Saudi Arabia")},
    ),
    # of parliament, for a party or a district
    (
        "حضر السيناتور عن تكساس بول ريدلي الجلسة.",
        {("بول ريدلي", "Legislator", "United States")},
    ),
    ("أعلنت النائبة عن حزب نداء تونس هالة بن صالح ذلك.", {("هالة بن صالح", "Legislator", "Nidaa Tounes")}),
    (
        "سجن نائب البرلمان السابق كمال حمدي في مصر.",
        {("كمال حمدي", "Legislator", "Egypt")},
    ),
    ("قال الرئيس بري إن الأمر سهل في لبنان.", {("Nabih Berri", "Legislator", "Lebanon")}),
    # in the place of another
    (
        "حضرت القائمة بأعمال مساعد وزير الدفاع الأميركي ليندا غراهام الاجتماع.",
        {("ليندا غراهام", "DeputyMinister", "United States")},
    ),
    # what they are concerned with
    (
        "استقبل مساعد الرئيس الأميركي لشؤون الأمن الداخلي ومكافحة الإرهاب روبرت كيلين الوفد.",
        {("روبرت كيلين", "Official", "United States")},
    ),
    # spokesmen of what is named before
    (
        "رحب الائتلاف الوطني السوري بالقرار. وقال الناطق الرسمي باسم الائتلاف ماهر الجاسم إن القرار مهم.",
        {("ماهر الجاسم", "Spokesperson", "Syrian National Coalition")},
    ),
    # no kingdom has a president
    (
        "زار الملك سلمان المالديف. وقال مكتب الرئيس ناصر حمدون إن السعودية شريك للمالديف، والسعودية صديق.",
        {("ناصر حمدون", "HeadOfState", "Maldives")},
    ),
    # two persons, one of them royal
    (
        "كان في الاستقبال سمو ولي العهد ومعالي وزير المالية الدكتور فهد الرميح في السعودية.",
        {("فهد الرميح", "Minister", "Saudi Arabia")},
    ),
    (
        "حضر سمو ولي العهد معالي وزير المالية الدكتور فهد الرميح في السعودية.",
        {("فهد الرميح", "Minister", "Saudi Arabia")},
    ),
    # a second name without a given name that the lists have
    (
        "عاد وزيرا النقل والصحة اليونانيان كوستاس بابادريو وفاسيليوس مانتاراكيس.",
        {("كوستاس بابادريو", "Minister", "Greece"), ("فاسيليوس مانتاراكيس", "Minister", "Greece")},
    ),
]


@pytest.mark.parametrize(("sentences", "told"), TOLD)
def test_what_is_told_of_officers(sentences: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= offices(sentences)


def test_nobody_is_told_the_office_of_another() -> None:
    told = offices("كان في الاستقبال سمو ولي العهد والرئيس المصري السابق عدلي منصور.", "2015-08-01")
    assert {role for person, role, _ in told if person == "Adly Mansour"} == {"HeadOfState"}
    chosen = offices("اختار الأمين العام للأمم المتحدة بان كي مون رئيسا سابقا للمكسيك.", "2015-08-01")
    assert {role for _, role, _ in chosen} == {"SecretaryGeneral"}


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("قال الجنرال رحيم عراقي نائب رئيس القوات المشتركة إن الرد قادم.", {"رحيم عراقي"}),
        ("أوضح العقيد سامر رسول المتحدث الرسمي باسم الدفاع المدني ذلك.", {"سامر رسول"}),
        ("أكد الأمين العام لحزب الشعب كمال الطرابلسي ضيف البرنامج ذلك.", {"كمال الطرابلسي"}),
        ("زار الوفد مقام السيدة زينب بسوريا.", {"زينب"}),
        ("خدم الدولة بكل إخلاص.", set()),
        ("احترام سيادة دولنا وشعوبنا واجب.", set()),
        ("أشار إلى الحاجة لاجتراح حلول.", set()),
        ("وبحسب مسؤول في هيئة الاقتراع فإن الصناديق مغلقة.", set()),
        ("وافق نائب الرئيس الإيراني إبان زيارته على القرض.", set()),
        ("شكر الوزير المنظمات على مساعدة النازحين في العراق.", set()),
        ("وصل الأمير سعود بن نايف بن عبدالعزيز. وأكد الأمير سعود بن نايف أهمية العمل.", {"سعود بن نايف بن عبدالعزيز"}),
        ("وصل الدكتور عبد الرحمن بن سعيد الهلالي. وأكد الدكتور عبدالرحمن الهلالي ذلك.", {"عبد الرحمن بن سعيد الهلالي"}),
        ("انتقد النائب بولس حرب، أمس، القرار.", {"بولس حرب"}),
        ("أوضح وزير النفط السابق حيدر بحر العلوم ذلك.", {"حيدر بحر العلوم"}),
        ("قال محمد بشيري إن الأمر سهل.", {"محمد بشيري"}),
    ],
)
def test_where_names_begin_and_end(sentence: str, names: set[str]) -> None:
    assert people(sentence) == names


def test_fathers_tell_people_apart() -> None:
    text = "وصل الأمير خالد بن سعود. وغادر الأمير خالد بن سعد بن فهد."
    assert len([e for e in layer(text).entities.values() if e.type == "Person"]) == 2


@pytest.mark.parametrize(
    ("sentences", "words", "who"),
    [
        (
            "وزير الخارجية يبحث مع نظيره الإيطالي الأزمة\nأجرى وزير الخارجية عادل الجبير مباحثات مع "
            "وزير الخارجية الإيطالي باولو جينتيلوني.",
            "وزير الخارجية",
            ["Adel al-Jubeir"],
        ),
        (
            "قال النائب فريد حداد إن المجلس سيجتمع. وأكد رئيس مجلس النواب ضرورة الحوار في لبنان.",
            "رئيس مجلس النواب",
            ["Lebanon"],
        ),
    ],
)
def test_whom_a_title_can_not_mean(sentences: str, words: str, who: list[str]) -> None:
    assert means(sentences, words, "2015-08-07") == who


def test_a_former_holder_is_not_in_office() -> None:
    text = "أصر رئيس الوزراء السابق نوري المالكي على ذلك. وعارض قرارات رئيس مجلس الوزراء."
    assert "Nouri al-Maliki" not in means(text, "رئيس مجلس الوزراء", "2015-08-07")


@pytest.mark.parametrize(
    "sentence",
    ["عين رئيس تنفيذي للشؤون المالية في الشركة.", "صدر قرار من مدير عام الشؤون المالية."],
)
def test_finances_are_not_of_mali(sentence: str) -> None:
    assert "Mali" not in {e.label_en for e in layer(sentence).entities.values()}


def test_a_family_name_may_be_spelled_in_two_ways() -> None:
    text = "قال المبعوث الأممي إلى اليمن يورغن هولتفيغ إن الحل سياسي. وأضاف هولتفغ أن الهدنة قائمة."
    assert means(text, "هولتفغ", "2018-08-07") == ["يورغن هولتفيغ"]
    assert people(text.replace("هولتفغ", "هيرمانز")) == {"يورغن هولتفيغ"}
