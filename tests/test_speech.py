"""Who says it: speakers behind a noun, behind an agency, by their honours; and who does not speak."""

from __future__ import annotations

import pytest

from event_help import annotate, speakers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("ويضيف المحلل الاقتصادي السوداني هيثم فتحي أن الجنيه مرشح لمزيد من التراجع.", "هيثم فتحي"),
        ("وفي تقدير كهذا يقول الباحث في معهد بروكنغز شادي حميد إن التحول لن يكون سهلا.", "شادي حميد"),
        ("وقال المرشح للرئاسة التونسية نبيل القروي إن حملته تعرضت للتضييق.", "نبيل القروي"),
        ("كما قالت الروائية المعروفة أحلام مستغانمي إن الكتابة فعل مقاومة.", "أحلام مستغانمي"),
        ("وأوضح أستاذ العلوم السياسية بجامعة صنعاء فارس البيل أن الهدنة هشة.", "فارس البيل"),
        ("وتحدث الناشط الإغاثي ماهر الشمري عن نقص حاد في الأدوية.", "ماهر الشمري"),
        ("وقال حاكم مصرف لبنان وسيم منصوري إن السياسة النقدية لن تتغير.", "وسيم منصوري"),
        ("وقال النائب عن حركة أمل قاسم هاشم إن الموازنة ستمر.", "قاسم هاشم"),
        ("ونقلت وكالة الصحافة عن وزير الصناعة الإيراني عباس علي آبادي قوله إن الإنتاج تضاعف.", "عباس علي آبادي"),
    ],
)
def test_the_name_behind_what_somebody_is(text: str, who: str) -> None:
    assert speakers(text) == {who}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # behind "that" nothing of its phrase follows: a clause begins
        ("إلى ذلك أعلن وزير التجارة الكويتي خالد الروضان أن المخزون كاف.", "خالد الروضان"),
        ("ومع ذلك شددت المتحدثة باسم البيت الأبيض جين ساكي على أن الخيارات مطروحة.", "Jen Psaki"),
        # "explained", not "between"
        ("وبين المهندس صالح العواجي بعد توقيع العقد أن المحطة ستعمل قريبا.", "صالح العواجي"),
        ("زار وكيل الإمارة فهد التركي المعرض. وبين أن عدد الزوار تضاعف.", "فهد التركي"),
        # behind an adverb in the accusative, behind a noun without the article
        ("التقى لافروف الوفد. وردا على سؤال حول ما إذا كانت الهند ستحضر، أشار إلى أن الدعوات وجهت.", "Sergey Lavrov"),
        ("وردا على سؤال قال الرئيس الصربي ألكسندر فوتشيتش إن بلغراد لن تنضم.", "Aleksandar Vučić"),
        ("ورد الرئيس الصربي ألكسندر فوتشيتش على منتقديه بالقول إن بلغراد لن تنضم.", "Aleksandar Vučić"),
        # an official of a body, the police, those of a state
        ("قال مسؤول في حركة حماس إن الوفد وصل. وأوضح المسؤول أن اللقاء غدا.", "Hamas"),
        ("وقع انفجار في أنقرة بتركيا. وقالت الشرطة إن المهاجم قتل.", "Police of Turkey"),
        ("وتقول أجهزة الأمن الإسرائيلية إن الشبكة كانت تراقب القواعد.", "Israel"),
        (
            "أصيب العشرات، وفقا لوزارة الصحة التي تديرها حركة حماس في غزة، في قصف إسرائيلي.",
            "Ministry of Health of Palestine",
        ),
        ("ونقلت الوكالة عن الوزير الإيطالي لويجي دي مايو القول إن الحدود ستفتح.", "Luigi Di Maio"),
        # remarks of his
        ("نشرت الصحيفة تصريحات للشيخ أحمد الطيب قال فيها إن الحوار واجب.", "أحمد الطيب"),
        ("انتقدت موسكو كلمة وزير الخارجية الفرنسي جان إيف لودريان التي أكد فيها أن الحل سياسي.", "Jean-Yves Le Drian"),
        # further titles of his, ranks
        (
            "قال ريمون ديلوار، السفير البلجيكي السابق في لبنان، والممثل البلجيكي الخاص لمنطقة البحيرات، إن الوضع مقلق.",
            "ريمون ديلوار",
        ),
        (
            "وأعلن قائد اللواء الثالث في الجيش العراقي العقيد الركن دغيم عبدالحمداني، اليوم، أن البلدة تحررت.",
            "دغيم عبدالحمداني",
        ),
    ],
)
def test_who_speaks_behind_other_words(text: str, who: str) -> None:
    assert speakers(text) == {who}


def test_polls_that_point_somewhere_are_not_who_spoke_last() -> None:
    text = "زارت ميركل المكسيك. وقالت إن اللقاء مثمر. وتشير استطلاعات الرأي إلى فوز مرشح اليسار."
    assert [e.type for e in annotate(text).events].count("Statement") == 1
    assert speakers("قال لافروف إن الحوار مستمر. وأشار إلى أن الوفد وصل.") == {"Sergey Lavrov"}


def test_a_verb_behind_a_family_name_is_no_part_of_it() -> None:
    text = "وفي مؤتمر صحفي تحدث الرئيس الفرنسي هولاند وحض الدول على التدخل."
    named = {text[m.start : m.end] for m in annotate(text, "2012-11-20").entities.mentions}
    assert "الرئيس الفرنسي هولاند" in named


def test_between_two_nobody_explains() -> None:
    assert speakers("وبين الرئيس المصري ونظيره السوداني خلاف قديم يخشى أن يتسع.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "وقالت زوجة المدون المعتقل هيثم الراجحي إن صحته تدهورت.",
        "وقال محامي الكاتب الموقوف ناصر الحمدان إن موكله مضرب عن الطعام.",
        "وقال شقيق الضحية منذر الزعبي إن العائلة تطالب بالقصاص.",
        "وأبلغ المحقق منذر الزعبي بأنه مطلوب.",
        "وأضافت قطر ستة خطوط إلى إنتاجها من الغاز.",
    ],
)
def test_whoever_belongs_to_somebody_or_is_told_does_not_speak(text: str) -> None:
    assert speakers(text) == set()


def test_a_party_behind_the_words_that_say_what_it_is() -> None:
    assert speakers("وأعلنت حركة المقاومة الفلسطينية حماس أن وفدها غادر القاهرة.") == {"Hamas"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "استقبل جلالة الملك عبدالله الثاني في عمان رئيس الوزراء العراقي مصطفى الكاظمي. "
            "وأكد جلالته أن الأردن يدعم العراق.",
            "Abdullah II of Jordan",
        ),
        (
            "هاتف صاحب السمو الشيخ تميم بن حمد آل ثاني أمير قطر أخاه صاحب السمو الشيخ نواف الأحمد الجابر الصباح "
            "أمير دولة الكويت. وأعرب سموه عن تمنياته للكويت بدوام الازدهار.",
            "Tamim bin Hamad Al Thani",
        ),
        (
            "التقى فخامة الرئيس عبدالفتاح السيسي نظيره التونسي قيس سعيد. وقال فخامته إن التنسيق مستمر.",
            "Abdel Fattah el-Sisi",
        ),
    ],
)
def test_his_highness_is_whom_the_news_is_about(text: str, who: str) -> None:
    assert speakers(text) == {who}


def test_who_calls_what_happened_something_says_so() -> None:
    text = "واعتبر الوزير الأردني أيمن الصفدي ما تقوم به إسرائيل في القدس تصعيدا خطيرا."
    assert speakers(text) == {"Ayman Safadi"}
    assert speakers("اعتبر الكاتب ما حدث كارثة.") == set()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("فتشوا شاحنة قالت الشرطة الإسبانية إنها محملة بالحشيش.", {"Police of Spain"}),
        ("السفينة التي زعمت إسرائيل أنها تنقل صواريخ رست في الميناء.", {"Israel"}),
        ("وقال متحدث باسم ميركل إن المستشارة لن تسافر.", {"Angela Merkel"}),
        ("وأعلن المتحدث باسم الرئيس الفرنسي إيمانويل ماكرون تأجيل الجولة.", {"Emmanuel Macron"}),
        ("وجدد الوزير الأردني أيمن الصفدي عزم بلاده على مواصلة الجهود.", {"Ayman Safadi"}),
    ],
)
def test_in_relative_clauses_and_for_somebody(text: str, who: set[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("قال مصدر في وزارة الخارجية الكندية إن القنصلية ستفتح قريبا.", {"Ministry of Foreign Affairs of Canada"}),
        ("أكد مصدر مطلع داخل وزارة الدفاع الإيطالية أن السفينة ستغادر غدا.", {"Ministry of Defence of Italy"}),
        ("قال مصدر بالأمم المتحدة إن المراقبين سيغادرون.", {"United Nations"}),
        ("أفاد مصدر حكومي في الرئاسة التركية بأن اللقاء تأجل.", {"Turkey"}),
        ("ونقلت الوكالة عن مصدر في الكرملين قوله إن الزيارة تأجلت.", {"Russia"}),
        ("قال مسؤول كبير في الإدارة الأمريكية إن الاتصالات مستمرة.", {"United States"}),
        ("ذكر مسؤول رفيع المستوى في وزارة النفط العراقية أن الإنتاج ارتفع.", {"Ministry of Oil of Iraq"}),
        # nobody: sources, those close to a body, officials of whom only the nationality is told
        ("وقالت مصادر في الرئاسة التركية إن اللقاء تأجل.", set()),
        ("وأكد مصدر مقرب من الأمم المتحدة أن المبعوث سيستقيل.", set()),
        ("وأفاد مصدر أمني في بيروت بأن الطريق قطعت.", set()),
        ("وقال مسؤولون بلجيكيون إن الوفد سيصل الأحد.", set()),
        ("ونقلت الصحيفة عن مسؤولين برازيليين قولهم إن الصفقة تأجلت.", set()),
    ],
)
def test_an_unnamed_official_speaks_for_the_body_that_is_named(text: str, who: set[str]) -> None:
    assert speakers(text) == who


def test_where_an_official_sits_is_not_where_he_speaks() -> None:
    told = annotate("أفاد مصدر حكومي في الرئاسة التركية بأن اللقاء تأجل.").events
    assert [a.role for e in told if e.type == "Statement" for a in e.arguments] == ["agent"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # a conjunction, the verb, who says it: what stands before has no verb and does not speak
        ("الوضع صعب كما قال لافروف أمس.", {"Sergey Lavrov"}),
        ("المحادثات على وشك الانهيار كما ذكر وزير الخارجية الكيني موساليا مودافادي.", {"موساليا مودافادي"}),
        # what somebody said, as a noun
        ("ستغلق الحدود حسب تصريحات وزير الداخلية الإيطالي ماتيو بيانتيدوزي.", {"ماتيو بيانتيدوزي"}),
        ("اندلعت معركة حسب تصريحات مسؤولين رومانيين.", set()),
        ("وصلت الأنباء غداة إقرار المبعوث الأممي كوفي أنان بأن مهمته فشلت.", {"Kofi Annan"}),
        ("أثار إعلان موسكو أنها ستنسحب من المعاهدة قلقا واسعا.", {"Russia"}),
        ("أكد القادة أهمية إعلان القاهرة.", set()),
        # memoranda
        (
            "اطلعت الصحيفة على مذكرة لوزارة الدفاع الإسبانية تفيد بأن الجنود سيعودون.",
            {"Ministry of Defence of Spain"},
        ),
        # the body of which somebody is the head, in quotation marks
        ("وقال رئيس “المجلس الوطني السوري” سامح شكري إن حمص محاصرة.", {"Sameh Shoukry"}),
    ],
)
def test_who_speaks_in_nouns_and_behind_conjunctions(text: str, who: set[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقال معهد المياه والطاقة الدولي إن السد سيمتلئ قريبا.", {"معهد المياه والطاقة الدولي"}),
        ("أفادت لجان الرقابة الشعبية بأن الهدنة خرقت في إدلب.", {"لجان الرقابة الشعبية"}),
        ("وذكر بيان للديوان السلطاني أن السلطان سيزور طهران.", {"الديوان السلطاني"}),
        ("وذكر بيان صادر عن الديوان السلطاني أن السلطان سيزور طهران.", {"الديوان السلطاني"}),
        # not a body of its own behind other words; an office without a name of its own is that of whom it serves
        ("زار الوزير معهد المياه والطاقة الدولي.", set()),
        ("وقال مكتب الرئيس الفرنسي إن الزيارة تأجلت.", {"France"}),
    ],
)
def test_unlisted_bodies_that_speak(text: str, who: set[str]) -> None:
    assert speakers(text) == who


def test_a_letter_is_not_of_whom_it_is_to() -> None:
    told = annotate("وصلت رسالة لوزارة الدفاع الإسبانية تدعو الجيش للوقوف مع المتظاهرين.").events
    assert [e.type for e in told if e.type in ("Appeal", "Statement")] == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # participles behind another verb
        ("دعا سامح شكري إسرائيل إلى ضبط النفس مشددا على أهمية الحوار.", "Sameh Shoukry"),
        ("حثت أنجيلا ميركل طهران على التعاون، مشددة على ضرورة التفتيش.", "Angela Merkel"),
        ("رحب سامح شكري بالمبادرة، مذكرا بأن القاهرة استضافت الجولات كلها.", "Sameh Shoukry"),
        ("انتقد سامح شكري القرار، واصفا الخطوة بأنها متسرعة.", "Sameh Shoukry"),
        ("رحب سامح شكري بالهدنة، متوقعا أن تصمد أشهرا.", "Sameh Shoukry"),
        # what stands behind a closed "that" clause without a verb is told by somebody again
        ("وصف نواب النص بأنه غامض، وقال سامح شكري إن الصياغة ستتغير.", "Sameh Shoukry"),
        ("سئل سامح شكري عن السد فأجاب، ثم قال: \"لا تقلقوا\".", "Sameh Shoukry"),
        # "she added, saying that"
        ("التقت أنجيلا ميركل الصحفيين. وتابعت قائلة إن المهلة تنتهي غدا.", "Angela Merkel"),
        ("اعترفت بريطانيا بفشل المهمة.", "United Kingdom"),
    ],
)
def test_who_goes_on_speaking(text: str, who: str) -> None:
    assert who in speakers(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقال وزير الداخلية التركي شكري أوزدلمير إن الحدود آمنة.", "شكري أوزدلمير"),
        ("أعلن وزير التجارة النيجيري دعني أوكونجوما، أمس، أن الاتفاق جاهز.", "دعني أوكونجوما"),
        ("وقال آلدو آغ إبراهيم، الناطق باسم الحركة، إن الهدنة قائمة.", "آلدو آغ إبراهيم"),
        ("أعلن رئيس الوزراء الأيرلندي، ليو فارنغتون استقالته، الأربعاء.", "ليو فارنغتون"),
    ],
)
def test_a_strange_name_between_a_title_and_what_is_said(text: str, who: str) -> None:
    assert who in speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "فرضت إسرائيل حصارا مشددا على غزة.",
        "تعترف بريطانيا بالاتفاق المبرم عام 1990.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert not speakers(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقال مستشار في وزارة العدل السويدية إن الطلب قيد الدرس.", "Ministry of Justice of Sweden"),
        ("وقال دبلوماسي كبير في وزارة الدفاع الروسية إن السفن عادت.", "Ministry of Defence of Russia"),
        ("أعلنت إيران أن سفينتها في المياه السعودية، كما ذكرت أن طاقمها بخير.", "Iran"),
        ("وعقب على تصريحات سيرغي لافروف بأن الحوار متعثر.", "Sergey Lavrov"),
    ],
)
def test_who_stands_for_a_body_or_goes_on(text: str, who: str) -> None:
    assert speakers(text) == {who}


@pytest.mark.parametrize(
    "text",
    [
        "ورجحت مصادر قريبة من الملف قيام الوزير التركي بجولة.",
        "وذكرت هيئة الإذاعة العامة الإسرائيلية أن الجنود عادوا.",
        "انتظر فلاديمير بوتين ساعة قبل أن يدخل القاعة.",
        "نالت الوزارة الجديدة ثقة مجلس النواب اللبناني.",
    ],
)
def test_sources_outlets_and_those_who_wait_do_not_speak(text: str) -> None:
    assert not speakers(text)


def test_a_hope_told_by_somebody_else_is_his_words() -> None:
    assert speakers("قال سيرغي لافروف إن بلغاريا تأمل في اتفاق.") == {"Sergey Lavrov"}


@pytest.mark.parametrize(
    "text",
    [
        "زارت أنجيلا ميركل أثينا. ووصفت المحادثات بأنها مثمرة.",
        "زارت أنجيلا ميركل أثينا ووصفت خطط موسكو بأنها خطيرة.",
        "زارت أنجيلا ميركل أثينا. ووصفت إيران بأنها شريك صعب.",
        "زارت أنجيلا ميركل أثينا. ووصفت الاتفاق بالمتوازن.",
        "زارت أنجيلا ميركل أثينا. ولفتت الانتباه إلى أزمة الديون.",
    ],
)
def test_what_is_described_does_not_speak(text: str) -> None:
    assert speakers(text) == {"Angela Merkel"}


@pytest.mark.parametrize("text", ["وقد وصف الاجتماع بأنه ودي.", "ووصف مصدر الخطوة بأنها متسرعة."])
def test_nobody_named_describes(text: str) -> None:
    assert not speakers("وصل سامح شكري إلى أثينا. " + text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("وقال عضو المكتب التنفيذي في المجلس الوطني السوري جورج صبرا إن الوفد سيسافر.", "جورج صبرا"),
        ("وقال عضو الأمانة العامة لحزب الاستقلال كريم غلاب إن الحزب سيفوز.", "كريم غلاب"),
        ("وقال المدير التنفيذي لنداء تونس حافظ قائد السبسي إن الحزب سيفوز.", "حافظ قائد السبسي"),
    ],
)
def test_members_of_the_organs_of_a_party_speak_for_themselves(text: str, who: str) -> None:
    assert speakers(text) == {who}
