"""Statements: who is said to speak, and who is not."""

from __future__ import annotations

import pytest

from event_help import events, lines

SPEAK = [
    # behind a communiqué, before a colon, in a noun
    ("جاء في بيان للخارجية المصرية أن شكري التقى لافروف.", "Ministry of Foreign Affairs (Egypt)"),
    ("ووفقا لبيان صدر الثلاثاء عن الخارجية المصرية فإن الوضع صعب.", "Ministry of Foreign Affairs (Egypt)"),
    ("لافروف: الحوار لن يتوقف", "Sergey Lavrov"),
    ("لافروف لبلينكن: الحوار لن يتوقف", "Sergey Lavrov"),
    ("تراجعت الأسواق بعد إعلان تايوان شراء صواريخ.", "Taiwan"),
    # an official stands for the body
    ("قال مسؤول في وزارة الخارجية الأمريكية إن الحوار صعب.", "United States Department of State"),
    ("قال مسؤول في البيت الأبيض إن الحوار صعب.", "United States"),
    # in what words
    ("«لن نغادر طاولة الحوار»، هكذا صرح سامح شكري للصحافيين.", "Sameh Shoukry"),
    ("جدد بايدن تمسكه بحل الدولتين.", "Joe Biden"),
    ("زاد لافروف أن الحوار صعب.", "Sergey Lavrov"),
    ("من جانبه أبان سامح شكري أن الحوار ناجح.", "Sameh Shoukry"),
    ("وصف لافروف نهج واشنطن تجاه الحرب في أوكرانيا بأنه خطأ.", "Sergey Lavrov"),
    ("اعتبره لافروف خطوة ناجحة.", "Sergey Lavrov"),
    # the quotation first; what it holds does not colour the verb behind it
    ('"لا يمكن القبول بهذا الوضع"، قال سامح شكري للصحفيين في برلين.', "Sameh Shoukry"),
    ("وصف سيرغي لافروف المحادثات بـ«المثمرة».", "Sergey Lavrov"),
    ("وأوضح المتحدث باسم مركز الملك سلمان للإغاثة والأعمال الإنسانية رأفت الصباغ أن العمل صعب.", "رأفت الصباغ"),
    ("أعلن مسؤول في هيئة إيغاد الوسيطة أن الحوار صعب.", "Intergovernmental Authority on Development"),
    ("وصف المبعوث الأمريكي زلماي خليل زاد عمليات التبادل التي جرت حتى الآن بأنها خطوة مهمة.", "Zalmay Khalilzad"),
    ("تأجل الحوار، فيما وصفته فرنسا رسميا بأنه مسرحية.", "France"),
    ("انتهت الهدنة التي أعلنتها موسكو الجمعة.", "Russia"),
    ("وأدانت مصر ما وصفته بالعدوان.", "Egypt"),
    ("اعتبر لافروف تصريحات الناتو تهديدا.", "Sergey Lavrov"),
    ("جاء في بيان للسفارة الروسية: «إن الحوار لن يتوقف».", "Embassy of Russia"),
    ("أدلى جون كيري بشهادته أمام مجلس الشيوخ الأمريكي.", "John Kerry"),
    ("أشاد سامح شكري بالاتفاق. مشيرا إلى أن الوضع صعب.", "Sameh Shoukry"),
    # reports, and officials under two names
    ("وذكر تقرير سنوي حول الحريات الدينية أصدره مايك بومبيو أن الوضع صعب.", "Mike Pompeo"),
    ("وقال تقرير للأمم المتحدة إن الوضع صعب.", "United Nations"),
    ("وبحسب بيان صدر عن مكتب رئيس الوزراء الإسرائيلي فإن الوضع صعب.", "Israel"),
    ("وقال مصدر مسئول بوزارة الخارجية الكويتية إن الوضع صعب.", "Ministry of Foreign Affairs (Kuwait)"),
    ("وقال مسؤول الإعلام الأمني بوزارة الداخلية المصرية إن الوضع صعب.", "Ministry of the Interior of Egypt"),
    # in passing
    ("وهدد لافروف بإجراء سيكون، على حد تعبيره، قاسيا.", "Sergey Lavrov"),
    ("واتهمت زاخاروفا واشنطن بعرقلة الحوار، حسب قولها.", "Maria Zakharova"),
    # sources
    ("موسكو لا تريد الحرب، على حد قول الوزير سيرغي لافروف.", "Sergey Lavrov"),
    ("نقلت وكالة رويترز عن سيرغي لافروف أن الاجتماع تأجل.", "Sergey Lavrov"),
    ("تأجل الاجتماع، وفقا لما ذكره سيرغي لافروف.", "Sergey Lavrov"),
    ("وزير الخارجية السعودي: إيران تهدد أمن المنطقة", "Saudi Arabia"),
    # a name that the verb of saying and "that" enclose
    ("صرحت رشيدة طليبو، النائبة الديمقراطية، بأن القرار ظالم للأميركيين في واشنطن.", "رشيدة طليبو"),
    ("وقال المتحدث باسم وكالة إدارة الكوارث بوروو نوغروهو «كان عدد القتلى كبيرا» في إندونيسيا.", "بوروو نوغروهو"),
    ("وأوضح وزير التجارة الأمريكي، ويلبور روس، أن الأمر مهم.", "ويلبور روس"),
]


@pytest.mark.parametrize(("text", "who"), SPEAK)
def test_who_speaks(text: str, who: str) -> None:
    assert [line for line in lines(text, "Statement") if f"agent={who}" in line], events(text)


SILENT = [
    "وفق بيانات فلسطينية وأممية، قتل عشرة في غزة.",  # data
    "اتخذت واشنطن إجراءات بعد إعلانها الحرب على اليابان.",  # no words
    "قال المسؤول الأمريكي إن الحوار صعب.",  # of whom nothing but the nationality is known
    "قال دبلوماسي أمريكي إن الحوار صعب.",
    "زادت إسرائيل استعدادها للهجوم.",  # increased, not went on to say
    "علق لافروف المشاركة في المعاهدة.",  # suspended, not commented
    "أعربت روسيا عن أصدق التهاني لمصر.",  # congratulations are no statement besides
    "أعربت فرنسا عن موافقتها على رفع العقوبات.",
    "يعبر الرئيس الروسي الحدود غدا.",  # crosses, not voices
    "كشفت بيانات البنك عن تراجع.",  # data, not a communiqué
    "سوريا: مقتل عشرة في دمشق",  # a topic, not a speaker
    "يعتبر سامح شكري أكبر الوزراء سنا.",  # is considered
    "وذكرت مصادر أن موسكو ترى أن الوضع صعب.",  # a view that others tell of
    "وقال تقرير أمريكي إن الوضع صعب.",  # of whom in America?
    "وكان النص الأصلي الذي وضعته فرنسا قد أشار إلى الوضع.",  # the text, and not who drafted it
    "قال مصدر مسؤول أمريكي إن الوضع صعب.",
    "دعا لافروف إلى سياسة تعتبرها فرنسا خطأ.",  # what France thinks of it
    "ستواصل موسكو «الحوار مع من يريد أن يتحدث».",  # will go on with it, not go on to say
]


@pytest.mark.parametrize("text", SILENT)
def test_who_does_not_speak(text: str) -> None:
    assert lines(text, "Statement") == []


def test_what_an_unknown_voice_adds_is_nobodys() -> None:
    text = "قال لافروف إن الحوار صعب. وقالت مصادر إن الوضع صعب. وأضافت أن الهدوء عاد."
    assert lines(text, "Statement") == ["Statement agent=Sergey Lavrov"]


def test_a_communique_speaks_for_who_has_issued_it() -> None:
    text = "قالت الخارجية المصرية في بيان إن الحوار صعب. وأضاف البيان أن الوضع هادئ."
    assert lines(text, "Statement") == ["Statement agent=Ministry of Foreign Affairs (Egypt)"]


def test_who_accuses_goes_on_and_not_the_accused() -> None:
    text = "قال أحمد قطان إن الحوار صعب. واتهم الرئيس اليمني علي عبدالله صالح بأنه كذب. وشدد على أن الحوار صعب."
    assert lines(text, "Statement") == ["Statement agent=Ahmed Kattan"]


def test_and_added_goes_on_from_the_last_speaker() -> None:
    text = "قال سيرغي لافروف إن الحوار صعب. ووصل سامح شكري إلى باريس. وأضاف أن الاجتماع تأجل."
    assert set(lines(text, "Statement")) == {"Statement agent=Sergey Lavrov"}


def test_good_wishes_in_the_name_of_a_people_are_no_statement() -> None:
    text = "وأعرب الملك سلمان باسمه واسم شعب وحكومة المملكة العربية السعودية عن أصدق التهاني بالصحة للرئيس هولاند."
    assert lines(text, "Statement") == []
    assert [line for line in lines(text, "Congratulation") if "Saudi" not in line]


def test_a_feminine_verb_further_on_has_no_man_as_its_subject() -> None:
    assert lines("الملك محمد السادس، أمر بعودة العلاقات، وأشارت إلى أهمية الحوار.", "Statement") == []


def test_several_officials_are_no_source() -> None:
    assert lines("قتل عشرة في غزة، وفقا لمسؤولين إسرائيليين.", "Statement") == []


@pytest.mark.parametrize(
    "text",
    [
        "اعتبر سامح شكري في تصريح صحفي أن الوضع خطير.",
        "ورأى سامح شكري في بيان أصدره مكتبه أن الوضع خطير.",
        "واعتبر سامح شكري في مقابلة مع قناة العربية أن الوضع خطير.",
        "وأقر سامح شكري خلال لقائه سيرغي لافروف بأن الوضع خطير.",
    ],
)
def test_the_words_said_hang_on_the_verb_over_its_occasion(text: str) -> None:
    assert lines(text, "Statement") == ["Statement agent=Sameh Shoukry"]


def test_an_official_known_by_nationality_is_nobody_named_elsewhere() -> None:
    text = "قال مسؤول أمريكي إن الحوار صعب. وتأجل الاجتماع. وهطل المطر. وعاد الهدوء. "
    text += "ووصل المسؤول الأمريكي جيك سوليفان إلى باريس."
    assert lines(text, "Statement") == []


def test_the_president_is_who_is_in_office_that_day() -> None:
    text = "انتقد الرئيس ميشال عون الرئيس سعد الحريري. وقال الرئيس اللبناني إن الحوار صعب."
    assert lines(text, "Statement") == ["Statement agent=Michel Aoun"]


def test_who_renews_a_stance_speaks_and_not_the_nation_whose_it_is() -> None:
    text = "وجدد الملك عبد الله الثاني الموقف الأردني الداعم للسلام."
    assert lines(text, "Statement") == ["Statement agent=Abdullah II of Jordan"]


def test_where_somebody_has_their_seat_does_not_speak() -> None:
    text = "وقالت منظمة العفو الدولية ومقرها لندن إن الوضع صعب."
    assert lines(text, "Statement") == ["Statement agent=Amnesty International"]
