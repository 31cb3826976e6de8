"""People and bodies that no table lists: names of eastern Asia, kunyas, hyphens, bodies in quotation marks."""

from __future__ import annotations

import pytest

from entity_help import labels, layer, mention, offices, people


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("وصل نائب وزير الخارجية الصيني قوه يه لين إلى عمان.", "قوه يه لين"),
        ("قال السفير الصيني تشين تيان بينغ إن التجارة تنمو.", "تشين تيان بينغ"),
        ("أكد المفاوض الكوري الجنوبي نوه كيو سونغ أن المحادثات مفيدة.", "نوه كيو سونغ"),
        ("أعلنت المتحدثة باسم الحزب هان سو-مي رفضها البيان.", "هان سو-مي"),
        ("بارك جون هون: لن نعود إلى المفاوضات", "بارك جون هون"),
        ("وذكرت المتحدثة باسم البنتاغون دانا كولمان للصحفيين أن القمة باقية.", "دانا كولمان"),
        ("وأعلنت وزيرة الدفاع الفرنسية أنييس لورو-بريتون أن الجنود عادوا.", "أنييس لورو-بريتون"),
        ("وأعلنت وزيرة العدل كاترين اليو - ماري الخميس أن القانون جاهز.", "كاترين اليو-ماري"),
        ("جان-لوك بيرنييه: باريس لن تنسحب", "جان-لوك بيرنييه"),
        ("وقال علي أصغر كرمانية مندوب إيران لدى المنظمة إن بلاده تعاونت.", "علي أصغر كرمانية"),
        ("وقال ابو زياد الخطيب من الجبهة الشعبية إن الهدنة هشة.", "ابو زياد الخطيب"),
        ("وقالت أم ياسر الزعبي إن ابنها عاد.", "أم ياسر الزعبي"),
        ("وقالت منى أبو خالد إن الندوة مفيدة.", "منى أبو خالد"),
        ("وقال توم باريت: نرفض هذا القرار.", "توم باريت"),
        ("وقال رئيس الاتحاد الفرنسي لليد ميشال بلاتيني إن البطولة باقية.", "ميشال بلاتيني"),
    ],
)
def test_a_name_that_no_table_lists(sentence: str, name: str) -> None:
    assert name in people(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال ان قوة من الشرطة وصلت إلى المكان.",
        "وأصدر المجلس بيانا تضامنيا مع الصحافيين.",
        "ودخل الاتفاق حيز التنفيذ في يوليو تموز الماضي.",
        "وتمسك الحزب بموقفه في فاتح يوليوز الجاري.",
        "ويسأل الناس من هو جون الذي فاز.",
        "وكان معها مبلغ لها ولي أيضا.",
        "وقال لي جميع الحاضرين إن الأمر صعب.",
    ],
)
def test_words_that_are_no_names(sentence: str) -> None:
    assert not people(sentence)


def test_the_family_name_that_stands_first_is_the_short_one() -> None:
    text = "قال المتحدث باسم الحزب كيم يونغ-سو إن الحزب يرفض. وتابع كيم أن الخطر قائم."
    found = [m for m in layer(text).mentions if m.type == "Person" and not m.inner]
    assert [text[m.start : m.end] for m in found][-1] == "كيم"
    assert len({m.entities for m in found}) == 1


def test_an_adjective_behind_a_title_is_nobody_of_that_name() -> None:
    assert not people("وقدمت النيابة العرض للنائب العربي في الكنيست أمس.")


def test_a_given_name_alone_makes_no_other_holder_of_the_office() -> None:
    assert "Danny Danon" not in labels(layer("صرح السفير الإسرائيلي دان ليفنبرغ بأن بلاده ترفض.", "2017-03-01"))


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال المدير العام لكرة القدم سالم العثمان إن الفريق جاهز.",
        "وأوضح المنسق العام للانتخابات البلدية بالساحل المهندس سالم العثمان أن التسجيل بدأ.",
        "وقال نائب الرئيس التنفيذي للعمليات لمجموعة النقل سالم العثمان إن الحفل انتهى.",
        "وأعرب رئيس اللجنة الدولية للصليب الأحمر والهلال الأحمر سالم العثمان عن قلقه.",
        "وقال مدير عام هيئة شؤون الأسرى والمحررين سالم العثمان إن الإضراب مستمر.",
    ],
)
def test_what_an_office_is_for_stands_before_the_name(sentence: str) -> None:
    found = [m for m in layer(sentence).mentions if m.type == "Person" and not m.inner]
    assert [m.kind for m in found] == ["titled"]
    assert sentence[found[0].start : found[0].end].endswith("سالم العثمان")


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("وقالت «هيئة شؤون الأسرى والمحررين» إن الأسير مريض.", "هيئة شؤون الأسرى والمحررين"),
        ("وقال «اتحاد النساء الريفيات» إن القانون ناقص.", "اتحاد النساء الريفيات"),
        ("أكدت هيئة مكافحة الفساد أن التحقيق جار.", "هيئة مكافحة الفساد"),
        ("وقالت لجنة تقصي الحقائق إن الجيش مسؤول.", "لجنة تقصي الحقائق"),
        ("أعلن تحالف القوى المدنية مقاطعة الانتخابات.", "تحالف القوى المدنية"),
    ],
)
def test_an_unlisted_body(sentence: str, body: str) -> None:
    assert mention(sentence, body).entities


def test_a_spokeswoman_of_a_party_in_quotation_marks() -> None:
    sentence = 'وقالت المتحدثة باسم "تحالف السياسة الجديدة" يو إيون-هي إن طوكيو اعتذرت.'
    assert ("يو إيون-هي", "Spokesperson", "تحالف السياسة الجديدة") in offices(sentence)


def test_a_prosecutor_of_a_court() -> None:
    found = offices("وزارت مدعية المحكمة الجنائية الدولية إيلسا مورين لاهاي.")
    assert ("إيلسا مورين", "Official", "International Criminal Court") in found


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        (
            "وقال المتحدث باسم الخارجية الأميركية بي جي هولدن إن بلاده ترحب.",
            ("بي جي هولدن", "Spokesperson", "United States Department of State")),
        ("وقال ممثل قطر جمال ناصر العتيبي إنه امتنع عن التصويت.", ("جمال ناصر العتيبي", "Ambassador", "Qatar")),
        ("وصلت الوزيرة الأولى لباربادوس، ميا كولمان، إلى الرباط.", ("ميا كولمان", "HeadOfGovernment", "Barbados")),
        ("وأكدت عضو وفد الكويت لدى الأمم المتحدة سارة العلي أن بلادها ملتزمة.", ("سارة العلي", "Official", "Kuwait")),
        ("وقال المسؤول عن الملف النووي في إيران غلام برزكي إن بلاده ترفض.", ("غلام برزكي", "Official", "Iran")),
    ],
)
def test_the_office_of_a_stranger(sentence: str, office: tuple[str, str, str]) -> None:
    assert office in offices(sentence)


def test_an_eastern_name_is_at_home_in_the_east() -> None:
    text = "والتقى نائب وزير الخارجية تشاي جون السفير الإسرائيلي في القدس. ودعت الصين إسرائيل إلى الهدوء."
    assert ("تشاي جون", "DeputyMinister", "Israel") not in offices(text)


def test_two_leaders_side_by_side_are_two() -> None:
    text = "عين الرئيس السوداني عمر البشير ميني قرناوي كبيرا لمساعديه."
    assert ("Omar al-Bashir", "HeadOfState", "Sudan") in offices(text, "2006-08-01")


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال إنه من ضمن الزعماء العرب المشاركين في القمة.",
        "وقالت الشرطة إن المسؤول عن الهجوم مولود في المدينة.",
    ],
)
def test_what_stands_behind_a_title_and_is_no_name(sentence: str) -> None:
    assert not people(sentence)


def test_a_common_given_name_with_a_family_name_goes_on_by_it() -> None:
    text = "وقلل المحلل السياسي كامل الزوبعي من أهمية الحكومة. وأوضح الزوبعي أن التشكيل صعب."
    found = [m for m in layer(text).mentions if m.type == "Person" and not m.inner]
    assert [text[m.start : m.end] for m in found] == ["كامل الزوبعي", "الزوبعي"]
    assert len({m.entities for m in found}) == 1


def test_the_place_of_a_mayor_is_no_part_of_his_name() -> None:
    found = layer("فند رئيس بلدية بزرنوف، علي الزوبعي، هذه المزاعم.").entities.values()
    assert "علي الزوبعي" in {e.label_ar for e in found if e.type == "Person"}
    assert "بزرنوف" not in {e.label_ar for e in found}


def test_what_is_said_closes_a_name_of_common_words() -> None:
    assert "محمد حصاد" in people('قال محمد حصاد "لا بد من تهنئة الحزب".')
    assert "جابرييل كوستا" in people("وقال جابرييل كوستا في مؤتمر صحفي إن الفريق جاهز.")


def test_a_name_spelled_as_a_noun_is_none() -> None:
    assert not people("وأدانته المحكمة بارتكاب جرائم اقتصادية وجرائم الاتجار بالبشر.")
    assert not people("وأرسلت الحكومة ألفين جندي إلينا أمس.")


def _meant(text: str, words: str, day: str = "2018-11-01") -> list[str]:
    found = layer(text, day)
    mentions = [m for m in found.mentions if text[m.start : m.end] == words and not m.inner]
    names = [found.entities[name] for m in mentions for name in m.entities]
    return [e.label_en or e.label_ar for e in names]


def test_a_relative_does_not_take_the_name_of_whom_all_know() -> None:
    text = "قالت تركيا إن مقتل خاشقجي جريمة. وعبر صلاح خاشقجي عن شكره. وسبق قتل خاشقجي نداء."
    assert set(_meant(text, "خاشقجي")) == {"Jamal Khashoggi"}
    text = "قتل جمال خاشقجي في إسطنبول. وعبر صلاح خاشقجي عن شكره. وقالت تركيا إن مقتل خاشقجي جريمة."
    assert set(_meant(text, "خاشقجي")) == {"Jamal Khashoggi"}


def test_the_holder_of_an_office_is_not_his_brother() -> None:
    text = "اعتقلت السلطات سعيد بوتفليقة أمس. واستقال الرئيس بوتفليقة."
    assert _meant(text, "الرئيس بوتفليقة") == ["Abdelaziz Bouteflika"]


def test_an_analyst_of_a_famous_name_is_himself() -> None:
    text = "وقال المحلل أحمد العبادي إن الوضع صعب. وأضاف العبادي أن الحل بعيد."
    assert _meant(text, "العبادي", "2015-06-01") == ["أحمد العبادي"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قررت الحركة التحالف مع خالد الزنبيري والشيوخ.", "خالد الزنبيري"),
        ("وخسر الحزب وبيل كلوفرتون المقاعد.", "بيل كلوفرتون"),
        ("واعتبر أن الرئيس التركي، رجب نوزاد كوتشوك “خصم”.", "رجب نوزاد كوتشوك"),
        ("دعت الحكومة المبعوث الأممي يعقوب ولد الشيخ إلى عدن.", "يعقوب ولد الشيخ"),
        ("وهذا مثل باراك لوزون الذي رفض التنفيذ.", "باراك لوزون"),
    ],
)
def test_a_name_without_a_title(sentence: str, name: str) -> None:
    assert name in people(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["وبدأت ترتيبات خليفة بلاشيرو في الاتحاد.", "وقال رئيس النادي، أنا لا أهتم بالأمر.", "قوات معروفة باسم البشمرغية."]
)
def test_nouns_before_a_name_and_pronouns_are_nobody(sentence: str) -> None:
    assert not people(sentence)
