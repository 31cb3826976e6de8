"""Titles: heads, fields, countries, stacks, shared titles; the offices they tell."""

from __future__ import annotations

from typing import Any

import pytest

from entity_help import layer, means, mention, offices
from sifara.entities.compiled import read_yaml

ONE = [
    # newswire of 2000
    ("اعلن وزير الخارجية الروسي ايغور ايفانوف موقف بلاده.", "2000-08-15", ("Igor Ivanov", "ForeignMinister", "Russia")),
    ("قال الرئيس الفلسطيني ياسر عرفات ان الحوار مستمر.", "2000-08-15", ("Yasser Arafat", "HeadOfState", "Palestine")),
    ("وصل الرئيس الاميركي بيل كلينتون الى القاهرة.", "2000-08-15", ("Bill Clinton", "HeadOfState", "United States")),
    (
        "صرح الامين العام للامم المتحدة كوفي انان بذلك.",
        "2000-08-15",
        ("Kofi Annan", "SecretaryGeneral", "United Nations"),
    ),
    (
        "اكد رئيس الوزراء البريطانى تونى بلير دعمه للخطة.",
        "2003-05-02",
        ("Tony Blair", "HeadOfGovernment", "United Kingdom"),
    ),
    (
        "التقى وزيرة الخارجية الاميركية مادلين اولبرايت.",
        "2000-08-15",
        ("Madeleine Albright", "ForeignMinister", "United States"),
    ),
    # Gulf
    (
        "استقبل أمير دولة الكويت الشيخ صباح الأحمد الجابر الصباح الوفد.",
        "2015-06-01",
        ("Sabah Al-Ahmad Al-Jaber Al-Sabah", "HeadOfState", "Kuwait"),
    ),
    (
        "رعى صاحب السمو الملكي الأمير محمد بن سلمان بن عبدالعزيز وزير الدفاع السعودي الحفل.",
        "2016-06-01",
        ("Mohammed bin Salman", "DefenceMinister", "Saudi Arabia"),
    ),
    (
        "أكد معالي الأمين العام لمجلس التعاون لدول الخليج العربية الدكتور عبداللطيف بن راشد الزياني ذلك.",
        "2015-06-01",
        ("Abdullatif bin Rashid Al Zayani", "SecretaryGeneral", "Cooperation Council for the Arab States of the Gulf"),
    ),
    # Maghreb
    (
        "أجرى الوزير الأول الجزائري عبد المالك سلال محادثات.",
        "2015-06-01",
        ("Abdelmalek Sellal", "HeadOfGovernment", "Algeria"),
    ),
    (
        "صرح كاتب الدولة للشؤون الخارجية التونسي حاتم الفرجاني بذلك.",
        "2018-06-01",
        ("حاتم الفرجاني", "DeputyMinister", "Tunisia"),
    ),
    (
        "قال ناصر بوريطة، وزير الشؤون الخارجية والتعاون الدولي المغربي، إن المملكة ملتزمة.",
        "2018-06-01",
        ("Nasser Bourita", "ForeignMinister", "Morocco"),
    ),
    # any
    (
        "قال نائب وزير الخارجية الروسي ميخائيل بوغدانوف إن الأمر انتهى.",
        "2015-06-01",
        ("Mikhail Bogdanov", "DeputyMinister", "Russia"),
    ),
    ("أكد سفير الهند في القاهرة راجيف دوغار التعاون.", "2015-06-01", ("راجيف دوغار", "Ambassador", "India")),
    ("أكد السفير الهندي لدى السعودية أحمد جاويد التعاون.", "2016-06-01", ("أحمد جاويد", "Ambassador", "India")),
    (
        "قالت المستشارة الألمانية أنغيلا ميركل إن الحل ممكن.",
        "2015-06-01",
        ("Angela Merkel", "HeadOfGovernment", "Germany"),
    ),
    (
        "قال وزير الدفاع في جنوب أفريقيا نوسيفيوي مابيسا إن الاتفاق مهم.",
        "2015-06-01",
        ("نوسيفيوي مابيسا", "DefenceMinister", "South Africa"),
    ),
    (
        "قال المتحدث باسم الكرملين دميتري بيسكوف إن اللقاء مفيد.",
        "2015-06-01",
        ("Dmitry Peskov", "Spokesperson", "Russia"),
    ),
    ("حوكم المعارض الروسي أليكسي نافالني.", "2015-06-01", ("Alexei Navalny", "OppositionFigure", "Russia")),
    (
        "قال مدير عام الوكالة الدولية للطاقة الذرية يوكيا أمانو إن التقرير جاهز.",
        "2015-06-01",
        ("Yukiya Amano", "SecretaryGeneral", "International Atomic Energy Agency"),
    ),
    (
        "قال مبعوث الأمم المتحدة إلى سوريا ستيفان دي ميستورا إن الجولة انتهت.",
        "2015-06-01",
        ("Staffan de Mistura", "Envoy", "United Nations"),
    ),
    (
        "قال رئيس هيئة الأركان العامة الباكستاني الجنرال راحيل شريف إن العملية مستمرة.",
        "2015-06-01",
        ("راحيل شريف", "MilitaryCommander", "Pakistan"),
    ),
    ("التقى رئيس مجلس النواب اللبناني نبيه بري الوفد.", "2015-06-01", ("Nabih Berri", "Legislator", "Lebanon")),
    (
        "زار ولي عهد البحرين الأمير سلمان بن حمد آل خليفة لندن.",
        "2015-06-01",
        ("Salman bin Hamad bin Isa Al Khalifa", "CrownPrince", "Bahrain"),
    ),
    ("قال وزير الخارجية الأسبق نبيل فهمي إن مصر ستشارك.", "2016-06-01", ("Nabil Fahmi", "ForeignMinister", "Egypt")),
    ("أدان فلاديمير بوتين رئيس روسيا الهجوم.", "2015-06-01", ("Vladimir Putin", "HeadOfState", "Russia")),
    (
        "وقال سيرغي لافروف، وزير الخارجية الروسي، إن الحوار ضروري.",
        "2015-06-01",
        ("Sergey Lavrov", "ForeignMinister", "Russia"),
    ),
    ("أجرى الرئيس الروسي، فلاديمير بوتين، اتصالا هاتفيا.", "2015-06-01", ("Vladimir Putin", "HeadOfState", "Russia")),
]


@pytest.mark.parametrize(("sentence", "day", "office"), ONE, ids=[one[2][0] for one in ONE])
def test_one_office(sentence: str, day: str, office: tuple[str, str, str]) -> None:
    assert offices(sentence, day) == {office}


@pytest.mark.parametrize("example", read_yaml("titles.yaml")["examples"], ids=lambda example: str(example["office"][0]))
def test_the_examples_of_the_language_data(example: dict[str, Any]) -> None:
    assert offices(example["text"], str(example["day"])) == {tuple(example["office"])}


def test_shared_titles() -> None:
    both = {("Vladimir Putin", "HeadOfState", "Russia"), ("Joe Biden", "HeadOfState", "United States")}
    assert offices("اتفق الرئيسان الروسي فلاديمير بوتين والأميركي جو بايدن على اللقاء.", "2021-06-01") == both
    assert offices("بحث الرئيسان الروسي، فلاديمير بوتين، والأمريكي، جو بايدن، الأزمة.", "2021-06-01") == both
    found = offices("وقع الرئيسان أوباما ومدفيديف المعاهدة بين الولايات المتحدة وروسيا.", "2010-04-08")
    assert found == {("Barack Obama", "HeadOfState", "United States"), ("Dmitry Medvedev", "HeadOfState", "Russia")}


def test_a_stack_of_titles_is_one_person() -> None:
    sentence = "استقبل النائب الثاني لرئيس مجلس الوزراء وزير الدفاع والطيران السعودي الأمير سلطان بن عبد العزيز الوفد."
    assert offices(sentence, "2004-04-07") == {("Sultan bin Abdulaziz Al Saud", "DefenceMinister", "Saudi Arabia")} or {
        office[1:] for office in offices(sentence, "2004-04-07")
    } == {("DefenceMinister", "Saudi Arabia")}


def test_the_whole_title_is_one_mention_with_inner_ones() -> None:
    sentence = "قال وزير الخارجية الروسي سيرغي لافروف إن الحوار ضروري."
    whole = mention(sentence, "وزير الخارجية الروسي سيرغي لافروف")
    assert (whole.kind, whole.type) == ("titled", "Person")
    assert mention(sentence, "الروسي", inner=True).entities == ("Russia",)


@pytest.mark.parametrize(
    ("sentence", "words", "label"),
    [
        ("قال وزير الخارجية الفنلندي إن الرهائن بخير.", "وزير الخارجية الفنلندي", ["Finland"]),
        ("اجتمع وزيرا خارجية مصر والسودان أمس.", "وزيرا خارجية مصر والسودان", ["Egypt", "Sudan"]),
        ("اجتمع وزيرا الخارجية المصري والسوداني أمس.", "وزيرا الخارجية المصري والسوداني", ["Egypt", "Sudan"]),
        ("اتفق وزراء خارجية الاتحاد الأوروبي على ذلك.", "وزراء خارجية الاتحاد الأوروبي", ["European Union"]),
    ],
)
def test_unnamed_officers_stand_for_their_country(sentence: str, words: str, label: list[str]) -> None:
    assert means(sentence, words) == label


def test_an_unnamed_officer_who_is_named_elsewhere_is_that_person() -> None:
    sentence = "تحدث كيري في باريس. وقال وزير الخارجية الأميركي إن الاتفاق قريب."
    assert means(sentence, "وزير الخارجية الأميركي") == ["John Kerry"]
    assert ("John Kerry", "ForeignMinister", "United States") in offices(sentence)


def test_the_president_of_the_day() -> None:
    assert "George W. Bush" in {
        e.label_en for e in layer("قال الرئيس الأميركي بوش إن الحرب انتهت.", "2004-02-01").entities.values()
    }


def test_spokesperson_stands_for_the_body() -> None:
    sentence = "قال متحدث باسم وزارة الخارجية الفنلندية إن الوزير سيسافر."
    one = mention(sentence, "متحدث باسم وزارة الخارجية الفنلندية")
    assert one.kind == "spokesperson"
    assert layer(sentence).entities[one.entities[0]].type == "GovernmentBody"


def test_an_official_known_by_nationality_alone_is_nobody() -> None:
    assert mention("قال مسؤول أميركي إن القرار قريب.", "مسؤول أميركي").entities == ()


def test_state_nouns_are_no_honorifics() -> None:
    assert means("زار الوفد دولة الكويت الشقيقة أمس.", "دولة الكويت") == ["Kuwait"]


def test_a_common_given_name_behind_a_title_and_a_comma() -> None:
    told = offices("وصل وزير الخارجية المغربي ، ناصر بوريطة ووفد مرافق.", "2021-05-20")
    assert ("Nasser Bourita", "ForeignMinister", "Morocco") in told


def test_a_leader_named_behind_whoever_serves_him() -> None:
    told = offices("قال جاريد كوشنر مستشار الرئيس الأميركي دونالد ترامب إن الخطة جاهزة.", "2019-05-20")
    assert told == {("Jared Kushner", "Official", "United States"), ("Donald Trump", "HeadOfState", "United States")}
    told = offices("التقى مبعوث الرئيس الروسي فلاديمير بوتين إلى سوريا الوفد.", "2019-05-20")
    assert told == {("Vladimir Putin", "HeadOfState", "Russia")}
    told = offices("التقى نائب الرئيس الأميركي مايك بنس الوفد.", "2019-05-20")
    assert told == {("Mike Pence", "Official", "United States")}
    told = offices("شددت حكومة رئيس الوزراء ناريندرا مودي على رفضها.", "2019-05-20")
    assert told == {("Narendra Modi", "HeadOfGovernment", "India")}


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("أعلن رئيس اللجنة القضائية بمجلس النواب الأميركي جيرولد نادلر موقفه.", ("Legislator", "United States")),
        ("أكد رئيس لجنة الشؤون الخارجية بمجلس النواب البحريني عبدالله بن حويل ذلك.", ("Legislator", "Bahrain")),
        ("قال الأمين العام للهلال الأحمر السوداني عثمان جعفر ذلك.", ("SecretaryGeneral", "Red Crescent of Sudan")),
        ("قال مدير قسم الشرق الأوسط في وزارة الخارجية الروسية ألكسندر كينشاك ذلك.", ("Official", "Russia")),
        ("قال مدير برامج الطوارئ في «الأمم المتحدة» مانويل فونتين ذلك.", ("Official", "United Nations")),
        ("دعا رئيس فيدرالية روسيا ستيبان بليكوف إلى الحوار.", ("HeadOfState", "Russia")),
        ("قالت أليسا سلوتكين القائمة بأعمال مساعد وزير الدفاع الأميركي.", ("DeputyMinister", "United States")),
        ("حضر نائب الرئيس رئيس الوزراء خالد الجندي لقاء في اليمن.", ("HeadOfGovernment", "Yemen")),
        ("قال النائب العام السعودي سعود المعجب إن التحقيق مستمر.", ("Official", "Saudi Arabia")),
        ("حضر سعيد المري، مفتي الجمهورية الأسبق، لقاء في رواندا.", ("Official", "Rwanda")),
        ("قالت المندوبة الأمريكية لدى مجلس الأمن، نيكي درابسون، ذلك.", ("Ambassador", "United States")),
    ],
)
def test_offices_with_further_complements(sentence: str, office: tuple[str, str]) -> None:
    assert office in {told[1:] for told in offices(sentence, "2019-05-20")}


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("عين الرئيس صالح هابيمانا سفيرا جديدا لرواندا في الرباط.", ("صالح هابيمانا", "Ambassador", "Rwanda")),
        ("انتخب البرلمان اللبناني جوزيف شاهين رئيسا للجمهورية.", ("جوزيف شاهين", "HeadOfState", "Lebanon")),
        ("عين بوتين سيرغي شويغو وزيرا للدفاع في روسيا.", ("Sergey Shoigu", "DefenceMinister", "Russia")),
        ("تم تعيين جمال بنعمر مبعوثا خاصا للأمم المتحدة.", ("Jamal Benomar", "Envoy", "United Nations")),
    ],
)
def test_posts_in_the_accusative(sentence: str, office: tuple[str, str, str]) -> None:
    assert office in offices(sentence, "2019-05-20")


def test_a_king_by_name_alone_and_his_advisers() -> None:
    text = "استقبل الملك محمد السادس الوفد في المغرب. "
    text += "وحضر اللقاء مستشارا الملك فؤاد الهاشمي وعبد اللطيف المنوني."
    told = offices(text, "2019-05-20")
    assert ("Mohammed VI", "HeadOfState", "Morocco") in told
    assert {("فؤاد الهاشمي", "Official", "Morocco"), ("عبد اللطيف المنوني", "Official", "Morocco")} <= told


def test_a_minister_told_again_by_country_alone_has_one_office() -> None:
    told = offices("التقى وزير الدفاع الأمريكي لويد أوستن الوفد. وقال الوزير الأمريكي أوستن ذلك.", "2021-05-20")
    assert told == {("Lloyd Austin", "DefenceMinister", "United States")}


def test_his_deputy_is_no_woman_and_no_member_of_parliament() -> None:
    told = offices("وقع رئيس جنوب السودان سلفا كير ونائبه السابق رياك مشار الاتفاق.", "2019-05-20")
    assert ("Riek Machar", "Official", "South Sudan") in told


def test_a_counterpart_has_the_office_that_fits() -> None:
    text = "استدعت تونس سفير أنقرة بعد تصريحات الرئيس التركي رجب طيب أردوغان التي انتقد فيها نظيره التونسي قيس سعيد."
    assert ("Kais Saied", "HeadOfState", "Tunisia") in offices(text, "2022-05-20")


def test_envoys_of_the_nations_to_a_country_and_of_a_leader() -> None:
    told = offices("التقى المبعوث الأممي لليمن هانس غروندبرغ الوفد.", "2022-05-20")
    assert {t[1:] for t in told} == {("Envoy", "United Nations")}
    told = offices("حضر سفير خادم الحرمين الشريفين لدى إيطاليا ومالطا الدكتور رائد قرملي اللقاء.", "2015-05-20")
    assert told == {("رائد قرملي", "Ambassador", "Saudi Arabia")}
    told = offices("وصل مبعوث ترامب ستيف ويتكوف من الولايات المتحدة إلى موسكو.", "2025-05-20")
    assert told == {("Steve Witkoff", "Envoy", "United States")}


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("وانتخب البرلمان الأيرلندي سيمون هاريس، الثلاثاء، رئيسا للوزراء.", ("HeadOfGovernment", "Ireland")),
        ("وسبق أن شغل سيمون هاريس منصب وزير التعليم العالي في أيرلندا.", ("Minister", "Ireland")),
        ("التقى رئيس الوزراء البرتغالي (1995-2002) سيمون هاريس الوفد.", ("HeadOfGovernment", "Portugal")),
        ("عقب المفتي العام بالمملكة العربية السعودية، سيمون هاريس، على الأمر.", ("Official", "Saudi Arabia")),
        ("وقال سيمون هاريس رئيس مفتشي الأمم المتحدة ذلك.", ("Official", "United Nations")),
    ],
)
def test_offices_told_at_a_distance(sentence: str, office: tuple[str, str]) -> None:
    assert {told[1:] for told in offices(sentence, "2024-05-20")} == {office}


def test_an_actor_holds_no_office_and_an_unlisted_state_is_no_other() -> None:
    assert not offices("منحت الممثلة الأميركية أنجلينا جولي الجائزة.", "2019-05-20")
    assert not offices("قال الرئيس الزوردي جوزيف مارتن إن روسيا مستعدة.", "2019-05-20")


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("قال وزير النقل بدر باسلمه في اليمن إن الأمر مهم.", ("بدر باسلمه", "Minister", "Yemen")),
        ("سلم جيفري ويب النائب السابق لرئيس الاتحاد الأوروبي نفسه.", ("جيفري ويب", "Official", "European Union")),
        (
            "حضر نائب مدير إدارة الشرق الأوسط وشمال أفريقيا بوزارة الخارجية الروسية جيفري ويب اللقاء.",
            ("جيفري ويب", "Official", "Russia"),
        ),
        ("حضر محمد روراوة الرئيس السابق للاتحاد الجزائري لكرة القدم.", ("محمد روراوة", "Official", "Algeria")),
        ("حضر رئيس مجلس الأعمال الروسي العربي فلاديمير جونز.", ("فلاديمير جونز", "Official", "Russia")),
        ("دعا الرئيس السنيورة إلى الاستقالة في لبنان.", ("Fouad Siniora", "HeadOfGovernment", "Lebanon")),
        ("منذ وفاة الرئيس الجزائري هواري بومدين سنة 1978.", ("هواري بومدين", "HeadOfState", "Algeria")),
    ],
)
def test_further_titles_of_the_press(sentence: str, office: tuple[str, str, str]) -> None:
    assert offices(sentence, "2006-05-20") == {office}


def test_a_president_of_a_company_heads_no_state() -> None:
    assert not offices("مثل جيفري ويب الرئيس السابق لشركة تسويق في الأرجنتين أمام المحكمة.", "2015-05-20")


def test_help_for_a_state_and_words_like_titles_are_none() -> None:
    for sentence in ("تريد لندن المزيد لمساعدة الولايات المتحدة.", "بعث التهنئة وإلى الشعب المصري أيضا."):
        assert not [m for m in layer(sentence).mentions if m.kind == "title"], sentence
    assert not layer("تولت اللجان تنظيم التظاهرات الكبيرة.").mentions


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "أكد القنصل العام لمملكة البحرين في لوس انجلوس السفير الدكتور فيصل بن ناصر السديري ذلك.",
            ("فيصل بن ناصر السديري", "Official", "Bahrain"),
        ),
        (
            "وقال المتحدث باسم وزارة الدفاع الأمريكية (البنتاغون) باتريك رايدر ذلك.",
            ("باتريك رايدر", "Spokesperson", "United States Department of Defense"),
        ),
        (
            "حضر ألبرت جونز، رئيس جمهورية كينيا، رئيس مجلس الوزراء، الحفل.",
            ("ألبرت جونز", "HeadOfGovernment", "Kenya"),
        ),
    ],
)
def test_titles_over_places_brackets_and_commas(sentence: str, office: tuple[str, str, str]) -> None:
    assert office in offices(sentence, "2024-05-20")


def test_an_adjective_of_an_envoy_is_not_followed_by_more_of_his_title() -> None:
    assert mention("ينبغي على المبعوث الدولي الاهتمام بالأمر.", "المبعوث الدولي")
    assert not offices("ورفع التعازي لسمو ولي عهده الأمين.")


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "وقالت المتحدثة الرسمية باسم وزارة الخارجية الأردنية صباح الكايدي إن المذكرة سلمت.",
            ("صباح الكايدي", "Spokesperson", "Ministry of Foreign Affairs of Jordan"),
        ),
        ("وكان المتحدث باسم البيت الأبيض اري فليشتر قد نفى النبأ.", ("اري فليشتر", "Spokesperson", "United States")),
        (
            "وقال المتحدث باسم طالبان ذبيح الله مجاهد إن الحركة ملتزمة بالهدنة في أفغانستان.",
            ("ذبيح الله مجاهد", "Spokesperson", "Taliban"),
        ),
        (
            'سلم السفير الكوبي، "إدواردو رودريغيز بيردوما"، أوراق اعتماده في الرباط.',
            ("إدواردو رودريغيز بيردوما", "Ambassador", "Cuba"),
        ),
        ("استدعت فرنسا سفيرها لدى الرباط كريستوف لوكورتييه للتشاور.", ("كريستوف لوكورتييه", "Ambassador", "France")),
        (
            "أوفد الرئيس الروسي فلاديمير بوتين مبعوثه الخاص ألكسندر لافرنتيوف إلى دمشق.",
            ("Alexander Lavrentiev", "Envoy", "Russia"),
        ),
        (
            "شارك صالح بن حمد الرميحي وزير التجارة بمملكة البحرين في اللقاء بالرياض.",
            ("صالح بن حمد الرميحي", "Minister", "Bahrain"),
        ),
        ("سلم سفير الجزائر بباريس محمد عنتر داود رسالة.", ("محمد عنتر داود", "Ambassador", "Algeria")),
        (
            "أشاد الأمير تركي الفيصل رئيس الاستخبارات السعودية الأسبق بالاتفاق.",
            ("Turki bin Faisal Al Saud", "Official", "Saudi Arabia"),
        ),
        (
            "قالت رئيسة الوزراء البريطاينة، تيريزا ماي، إن الحادث مقلق.",
            ("Theresa May", "HeadOfGovernment", "United Kingdom"),
        ),
        (
            "دعا زعيم المعارضة التركية كمال كليتشدار أوغلو إلى انتخابات.",
            ("كمال كليتشدار أوغلو", "OppositionFigure", "Turkey"),
        ),
        (
            "قالت المفوضة الأوروبية للتجارة سيسيليا مالمستروم إن الاتفاق كبير.",
            ("سيسيليا مالمستروم", "Official", "European Union"),
        ),
        ("أكد زعيم كوبا السابق فيدل كاسترو موقفه.", ("Fidel Castro", "HeadOfState", "Cuba")),
        (
            "قال النائب اللبناني عن حزب الله إبراهيم الموسوي إن الجلسة ستعقد.",
            ("إبراهيم الموسوي", "Legislator", "Lebanon"),
        ),
        (
            "استقبل رئيس المحكمة العليا في السودان القاضي عوض الحسن النور وفدا.",
            ("عوض الحسن النور", "Official", "Sudan"),
        ),
    ],
)
def test_names_and_titles_as_the_press_writes_them(sentence: str, office: tuple[str, str, str]) -> None:
    assert office in offices(sentence)


def test_a_title_shared_by_many_and_portfolios_of_a_plural() -> None:
    found = offices(
        "قدم وزراء الخارجية جون كيري والخزانة جاك لو والطاقة إرنست مونيز تقارير للكونغرس الأميركي.", "2015-05-20"
    )
    assert {("Jack Lew", "Minister", "United States"), ("Ernest Moniz", "Minister", "United States")} <= found
    found = offices("التقى الرئيس اليمني مستشاريه الدكتور سالم بن حيدر، والمهندس حيدر الكثيري، وسلطان الشميري.")
    assert ("سلطان الشميري", "Official", "Yemen") in found
    assert len(found) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "حذف السفير الفرنسي تدوينته بعد الانتقادات.",
        "حضر الحفل وكيل إمارة المنطقة السعودية ومدير عام كرة القدم.",
        "غادر رئيس المراسم الملكية مطار الرياض في السعودية.",
        "شكر الرئيس الشرفي للمهرجان في مصر نور الدين الشريف ضيوفه.",
        "وذكر المتحدث أن بلينكن وغالانت ناقشا الجهود في إسرائيل.",
    ],
)
def test_no_offices_of_things_and_other_presidents(sentence: str) -> None:
    assert not offices(sentence)


def test_a_minister_is_of_no_party_and_a_second_office_behind_a_comma_is_anothers() -> None:
    found = offices("دعا وزير العدل اليمني، خالد الأصبري، مفوض الأمم المتحدة السامي، لزيارة عدن.")
    assert found == {("خالد الأصبري", "Minister", "Yemen")}


def test_who_appoints_is_not_whom_he_appoints() -> None:
    found = offices("عين الرئيس الجزائري رمطان لعمامرة وزيرا للخارجية.")
    assert found == {("Ramtane Lamamra", "ForeignMinister", "Algeria")}


def test_a_family_name_that_is_a_word_before_that() -> None:
    found = offices("قال القيادي في حركة الجهاد الإسلامي خالد البطش إن التهدئة هشة في فلسطين.")
    assert found == {("خالد البطش", "Official", "Palestinian Islamic Jihad")}


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "قال رئيس الاتحاد الليبيري موسى بيليتي إن الاتحاد قوي.",
            ("موسى بيليتي", "Official", "Liberia"),
        ),
        (
            "اعتبر الدبلوماسي الأمريكي في الأمم المتحدة رون جوداريل، أن التصويت يحجب الحقائق.",
            ("رون جوداريل", "Official", "United States"),
        ),
        (
            "ستنطلق الحملة من مقر المستشار السابق غيرهارد شريدر في ألمانيا.",
            ("غيرهارد شريدر", "HeadOfGovernment", "Germany"),
        ),
    ],
)
def test_heads_of_associations_diplomats_and_chancellors(sentence: str, office: tuple[str, str, str]) -> None:
    assert offices(sentence) == {office}


@pytest.mark.parametrize(
    "sentence",
    [
        "أعرب الأمير الأردني علي بن الحسين عن نيته الترشح.",  # a prince, no head of state
        "وفي السعودية حضر رئيس الأركان جيمس ويلسون الحفل.",  # no Arab state's officer
    ],
)
def test_who_holds_none_of_these_offices(sentence: str) -> None:
    assert not offices(sentence)


def test_a_prince_with_his_father_and_another_name_behind_a_title() -> None:
    found = offices(
        "ثمن صاحب السمو الملكي الأمير سلطان بن سلمان بن عبدالعزيز - رئيس مجلس إدارة الجمعية - المبادرة في السعودية."
    )
    assert {name for name, _, _ in found} == {"سلطان بن سلمان بن عبدالعزيز"}
    found = offices("وضمت اللائحة أسامة بن لادن، زعيم تنظيم القاعدة السابق، ويوسف القرضاوي، وآخرين.")
    assert ("ويوسف القرضاوي", "Official", "Al-Qaeda") not in found


def test_the_spokesman_of_what_is_named_for_a_king_is_not_the_king() -> None:
    found = offices("وأوضح المتحدث باسم مركز الملك سلمان للإغاثة والأعمال الإنسانية رأفت الصباغ ذلك.")
    assert {name for name, _, _ in found} <= {"رأفت الصباغ"}


def test_a_name_between_dashes_behind_a_title() -> None:
    found = offices("أكد الناطق باسم حركة الجهاد الإسلامي -داود شهاب- أن الحوار صعب.")
    assert found == {("داود شهاب", "Spokesperson", "Palestinian Islamic Jihad")}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "أجرى أردوغان اتصالين مع نظيريه الروسي والسوري، فلاديمير بوتين وبشار الأسد، أمس.",
            {("Vladimir Putin", "Russia"), ("Bashar al-Assad", "Syria")},
        ),
        (
            "بحث وزيرا الخارجية السعودي والفرنسي عادل الجبير ولوران فابيوس الأزمة.",
            {("Adel al-Jubeir", "Saudi Arabia"), ("Laurent Fabius", "France")},
        ),
        (
            "عقد وزراء خارجية مصر والأردن سامح شكري وناصر جودة اجتماعا.",
            {("Sameh Shoukry", "Egypt"), ("Nasser Judeh", "Jordan")},
        ),
        (
            "اتفق رئيسا الوزراء البريطاني والياباني ديفيد كاميرون وشينزو آبي على التعاون.",
            {("David Cameron", "United Kingdom"), ("Shinzō Abe", "Japan")},
        ),
    ],
)
def test_states_and_as_many_names_go_together_in_their_order(sentence: str, told: set[tuple[str, str]]) -> None:
    assert {(person, of) for person, role, of in offices(sentence) if person != "Recep Tayyip Erdoğan"} == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "زار الوزير روسيا البيضاء والتقى رئيسها ألكسندر لوكاشنكو.",
            ("Alexander Lukashenko", "HeadOfState", "Belarus"),
        ),
        (
            "أشادت الأمم المتحدة، على لسان أمينها العام بان كي مون، بالاتفاق.",
            ("Ban Ki-moon", "SecretaryGeneral", "United Nations"),
        ),
        ("قالت حركة حماس إن رئيسها خالد مشعل سيزور القاهرة.", ("Khaled Mashal", "Official", "Hamas")),
    ],
)
def test_its_president(sentence: str, told: tuple[str, str, str]) -> None:
    assert told in offices(sentence)


def test_its_president_without_a_name_or_of_nothing_named_is_nobody() -> None:
    assert offices("دعت تركيا رئيسها إلى الحوار.") == set()
    assert offices("زار الوفد القاهرة والتقى رئيسه سعيد حسن.") == set()


def test_a_ministry_between_a_title_and_its_name() -> None:
    told = offices("صرح وزير الدولة بوزارة الخارجية علي كرتي بأن السودان يرفض القرار.", "2009-06-01")
    assert {(role, of) for _, role, of in told} == {("Minister", "Sudan")}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "التقى وزيرا الدفاع والداخلية الليبيان صلاح النمروش وخالد مازن الوفد.",
            {("صلاح النمروش", "DefenceMinister", "Libya"), ("خالد مازن", "Minister", "Libya")},
        ),
        (
            "قال مسؤول في حماس إن رئيس مكتبها السياسي إسماعيل هنية في القاهرة.",
            {("Ismail Haniyeh", "Official", "Hamas")},
        ),
        (
            "وصل الأمين العام للأمم المتحدة أنطونيو غوتيريش ومبعوثه الخاص إلى ليبيا سمير العكاري إلى برلين.",
            {("António Guterres", "SecretaryGeneral", "United Nations"), ("سمير العكاري", "Envoy", "United Nations")},
        ),
    ],
)
def test_two_portfolios_and_whose_envoy_or_bureau_it_is(sentence: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= offices(sentence, "2021-05-20")


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "وحذر مقرر الأمم المتحدة الخاص بيتر هولمان من عواقب القرار.",
            ("بيتر هولمان", "Official", "United Nations"),
        ),
        ("وأكد المقرر الأممي فيليب كرامر أن الوضع صعب.", ("فيليب كرامر", "Official", "United Nations")),
    ],
)
def test_rapporteurs(sentence: str, office: tuple[str, str, str]) -> None:
    assert offices(sentence) == {office}


def test_what_is_planned_is_no_rapporteur() -> None:
    sentence = "الاجتماع مقرر الثلاثاء في جنيف. ومن المقرر أن تحضره الأمم المتحدة."
    assert not any("مقرر" in sentence[m.start : m.end] for m in layer(sentence).mentions if m.entities)


def test_the_president_is_not_the_former_one() -> None:
    """The bare title of a headline means who holds the office, though only the former one is told with it."""
    text = "الرئيس المصري يفتتح المعرض\nوقف عدلي منصور الرئيس المصري السابق بين الضيوف. وألقى عبدالفتاح السيسي كلمة."
    found = layer(text, "2015-07-31")
    assert found.mentions[0].entities == ("Abdel_Fattah_el-Sisi",)


def test_a_president_is_no_ministers_counterpart() -> None:
    text = "أبلغ وزير الخارجية الأمريكي ريكس تيلرسون نظيره الصيني شي جين بينغ بالقرار."
    roles = {(o.person, o.role) for o in layer(text, "2017-02-10").offices}
    assert ("Rex_Tillerson", "ForeignMinister") in roles
    assert not any(person.startswith("Xi") and role == "ForeignMinister" for person, role in roles)


@pytest.mark.parametrize(
    "title", ["المستشار الخاص لرئيس الجمهورية", "المستشار الدبلوماسي للرئيس", "المستشار الإعلامي لرئيس الوزراء"]
)
def test_a_name_behind_an_adviser_is_the_advisers(title: str) -> None:
    found = layer(f"حضر {title} سالم الدوسري الاجتماع في السنغال.")
    assert {(o.role, o.of) for o in found.offices} == {("Official", "Senegal")}


def test_the_head_of_the_taliban_was_no_president() -> None:
    text = "انتقد الرئيس الأفغاني ما فعلته طالبان منذ اختيار أختر منصور زعيما لها في أفغانستان."
    assert layer(text, "2015-08-09").mentions[0].entities == ("Afghanistan",)
