"""Dates of events: which time of a sentence is whose, and what shares the date of the talks it is part of."""

from __future__ import annotations

import pytest

from event_help import annotate, lines, one

# The day of these is Wednesday, 16 March 2022.
DATED = [
    # in a communiqué that was issued; what is withdrawn ends on the day of the telling
    ("اتهم لافروف فرنسا بأنها لا تحترم روسيا في مقابلة مع قناة محلية نشرت الاثنين.", "Accusation", "2022-03-14"),
    ("نفت فرنسا التهم الواردة في تقرير للصحيفة، الذي نشر في الثالث من الشهر الجاري.", "Denial", None),
    ("جددت بغداد رفضها الغارات التركية في بيان صدر أمس.", "Rejection", "2022-03-15"),
    ("أدانت فرنسا الهجوم في بيان نشر الثلاثاء.", "Condemnation", "2022-03-15"),
    ("أعلنت السلفادور أمس سحب اعترافها بفلسطين.", "Recognition", "2022-03-15"),
    # a word that opens the sentence and may be a verb in the perfect is one
    ("وجه خامنئي انتقادا إلى فرنسا الثلاثاء، تزامنا مع زيارة تقوم بها ميركل.", "Condemnation", "2022-03-15"),
    ("ترأس أردوغان اجتماعا مع لافروف وذلك يومي الاثنين والثلاثاء في أنقرة.", "Meeting", "2022-03-14"),
    # talks during which somebody spoke, also behind what was said
    ("خلال لقاء مع أردوغان، قال بلينكن، الثلاثاء، إن بلاده ستدعم أوكرانيا.", "Meeting", "2022-03-15"),
    ("أعلن بلينكن الاثنين أن بلاده مستعدة للتعاون، خلال لقاء مع لافروف.", "Meeting", "2022-03-14"),
    ("أكد بلينكن، خلال إطلاق الحوار المصري الأميركي بالقاهرة أمس، دعمه لمصر.", "Negotiation", "2022-03-15"),
    ("قام لافروف بزيارة إلى الدوحة الثلاثاء، أجرى خلالها مباحثات مع أردوغان.", "Meeting", "2022-03-15"),
    # those who received somebody who arrived
    ("وصل لافروف إلى أنقرة مساء الاثنين، وكان في استقباله أردوغان.", "Meeting", "2022-03-14"),
    # behind a clause between commas, and behind what somebody was
    ("أعلن لافروف، الذي تراجعت شعبيته، الاثنين استقالته من منصبه.", "Departure", "2022-03-14"),
    ("وقُتل خاشقجي الذي كان منتقدا للسعودية في إسطنبول الشهر الماضي.", "Attack", "2022-02"),
    # the subject right behind a verb of its class; "by" and "dated"
    ("وخرجت مظاهرات في عدة مدن، الجمعة، احتجاجا على زيارة أردوغان.", "Protest", "2022-03-11"),
    ("ستنسحب القوات الأميركية من العراق بحلول نهاية العام الجاري.", "Withdrawal", "2022"),
    ("وقع لافروف بتاريخ التاسع من فبراير 2022 اتفاقية مع تركيا.", "Signing", "2022-02-09"),
    # "the day on which": the pronoun leads back to no occasion
    ("ألقى ماكرون خطابا الخميس في اليوم الذي التقى فيه بلينكن السيسي.", "Meeting", "2022-03-10"),
    # the first since a year was not in it
    ("وهو أول حوار استراتيجي بين كينيا والنرويج منذ 2012.", "Negotiation", None),
    ("في مثل هذا اليوم من عام 2003 غزت الولايات المتحدة العراق.", "Attack", "2003"),
    # a call in which somebody was invited
    ("تلقى لافروف مكالمة هاتفية من بلينكن في السابع من الشهر الماضي دعاه فيها للقاء.", "PhoneCall", "2022-02-07"),
    # the clause that a time opens
    ("زار بلينكن القاهرة الاثنين، والثلاثاء التقى لافروف في موسكو.", "Meeting", "2022-03-15"),
    ("تدعم تركيا قطر، ففي مطلع الشهر الجاري زار أردوغان الدوحة.", "Visit", "2022-03"),
    # a time beside a noun that is no event itself
    ("سيبرم لافروف اتفاقا للتعاون العسكري مع إيران في أيار/مايو المقبل.", "Agreement", "2022-05"),
    ("ناقش بلينكن ولافروف الحادث الذي أدى إلى مقتل عمال في الأول من الشهر الجاري.", "Meeting", None),
    # where the noun is the subject of the verb, or what a host holds
    ("أسفر هجوم إيراني على أربيل الثلاثاء عن سقوط جرحى.", "Attack", "2022-03-15"),
    ("احتضنت الرباط من 5 إلى 9 آذار/مارس 2021 مفاوضات بين المغرب والاتحاد الأوروبي.", "Negotiation", "2021-03-05"),
    ("تعول باريس على القمة التي جمعت ماكرون وأردوغان الاثنين في روما.", "Summit", "2022-03-14"),
    ("ذكر مصدر أن المفاوضات بين روسيا وأوكرانيا، استؤنفت، الأحد، في إسطنبول.", "Negotiation", "2022-03-13"),
    # the session and what is done in it
    ("وافق مجلس الأمن، في جلسته التي عقدها أمس، على القرار.", "Ratification", "2022-03-15"),
    ("صدر الثلاثاء بيان عن وزارة الخارجية السعودية أدانت فيه المملكة إيران.", "Condemnation", "2022-03-15"),
    # a time before two verbs
    ("وفي 27 شباط/فبراير الماضي، زار بلينكن تركيا والتقى أردوغان.", "Meeting", "2022-02-27"),
    # a text that calls for something; one deed told by two verbs; in a few hours
    ("أصدر مجلس الأمن الاثنين نصا بأغلبية ضئيلة يدين إيران.", "Condemnation", "2022-03-14"),
    ("قتل ثلاثة من حلف شمال الأطلسي وأصيب سبعة آخرون مساء الاثنين في كابول.", "Attack", "2022-03-14"),
    ("كشفت صحيفة اليوم أن لافروف سيلتقي بعد ساعات أردوغان في أنقرة.", "Meeting", "2022-03-16"),
    # the month and the year told before
    ("زار لافروف تركيا في كانون الثاني/يناير الماضي، وفي الشهر التالي التقى أردوغان.", "Meeting", "2022-02"),
    ("زار لافروف مصر في 9 مايو الماضي لأول مرة منذ 2011. وفي 17 من الشهر نفسه التقى بلينكن.", "Meeting", "2021-05-17"),
    ("وسيقوم بلينكن بزيارة إلى القاهرة مطلع الصيف القادم.", "Visit", "2022"),
    # what is only named has the day that another sentence tells
    ("عاد بلينكن، الذي أجرى زيارة إلى القاهرة.\nوكانت زيارة بلينكن إلى القاهرة بدأت الاثنين.", "Visit", "2022-03-14"),
    # what has been is not ahead
    ("رحب غوتيريش بقرار الطرفين إجراء حوار في الشهر المقبل.", "Praise", None),
    # what is before or after a day is not on it; "since" tells of what lasts
    ("سيجتمع بلينكن ولافروف قبل 25 آذار/مارس.", "Meeting", None),
    ("زار بلينكن إسرائيل ست مرات منذ كانون الثاني/يناير.", "Visit", None),
    ("تفرض واشنطن عقوبات على إيران منذ عام 2018.", "Sanction", "2018"),
    # the month of an election is not that of the sanctions
    ("فرضت واشنطن عقوبات على بيلاروسيا بعد انتخابات آب/أغسطس 2020.", "Sanction", None),
    # the day of a pledge is not that of what is pledged
    ("تعهد مجلس الأمن الثلاثاء نشر قوات في السودان.", "Deployment", None),
    # which way a weekday looks: a verb in the perfect, "was visiting"
    ("تواصلت المفاوضات بين روسيا وأوكرانيا في إسطنبول الخميس.", "Negotiation", "2022-03-10"),
    ("يبحث بلينكن مع لافروف الجمعة في جنيف الأزمة الأوكرانية.", "Meeting", "2022-03-18"),
    # last week lies in one month
    ("زار بلينكن القاهرة الأسبوع الماضي.", "Visit", "2022-03"),
    # the day of a deed is not the day on which it is condemned, unless commas set it apart
    ("أدانت مصر اعتماد الكنيست يوم الأحد الماضي قانون الضم.", "Condemnation", None),
    ("أدانت مصر إطلاق كوريا الشمالية صاروخا عبر اليابان، يوم الثلاثاء، ودعت إلى الحوار.", "Condemnation", "2022-03-15"),
    # what is done during a visit, with the time beside the object
    ("وقع ماكرون وميركل الاتفاق حول الحدود مطلع يناير الماضي خلال زيارة ماكرون إلى ألمانيا.", "Visit", "2022-01"),
    # a decision that is the deed has its day
    ("قررت السويد أمس طرد السفير الروسي.", "Expulsion", "2022-03-15"),
    # the request was in 2011, not what was requested
    ("قدمت فلسطين طلبا للاعتراف بدولة فلسطين في عام 2011.", "Recognition", None),
    # a session by its relative clause
    ("ترأس ماكرون اجتماع الاتحاد الأوروبي الذي التأم هناك يومي 9 و10 مارس.", "Meeting", "2022-03-09"),
    # between commas it is the time of the verb
    ("وفقا لبيان وزارة الخارجية الروسية، أمس الثلاثاء، قررت روسيا طرد دبلوماسيين أميركيين.", "Expulsion", "2022-03-15"),
    ("أكد الجيش أن إسرائيل اعتقلت مروان البرغوثي في غارة على غزة، الاثنين، دون تفاصيل.", "Detention", "2022-03-14"),
    # mediation in talks, "on his day of Wednesday"
    ("اختتمت، الأحد، في القاهرة المفاوضات بين إسرائيل وحماس بوساطة مصرية.", "Mediation", "2022-03-13"),
    ("استقبل الملك محمد السادس، يومه الأربعاء 16 مارس 2022، لافروف.", "Meeting", "2022-03-16"),
    # the day of what came before is not that of the vote
    ("وبعد النظر في قرار الشورى وتاريخ 5 مارس 2006، وافق البرلمان المصري على اتفاقية باريس.", "Ratification", None),
    # a day behind a name; the order to stop has a day, not the strikes
    ("أعلن عريقات عن عقد اجتماع لمجلس الأمن حول اتفاقية باريس، يوم الأحد المقبل.", "Meeting", "2022-03-20"),
    ("أمر ماكرون في يناير الماضي بوقف الهجمات الفرنسية على مالي.", "Attack", None),
    # since something of another year
    ("هاجمت تركيا أمس داعش، في أول تدخل لتركيا منذ اندلاع الأزمة في عام 2011.", "Attack", "2022-03-15"),
    # what was done when something else was
    ("أقال سلفا كير وزير الدفاع رياك مشار عندما زار بلينكن جوبا في يناير 2022.", "Departure", "2022-01"),
    ("اندلعت الحرب الأهلية في ديسمبر 2013 عندما أقال سلفا كير وزير الدفاع رياك مشار.", "Departure", "2013-12"),
    # what the same party did next
    ("أجرى بلينكن، الثلاثاء، اتصالا مع لافروف، ووعد بتعاون أوثق مع روسيا.", "Proposal", "2022-03-15"),
    ("وصل بلينكن عام 2005 إلى وزارة الخارجية وانتقد روسيا.", "Condemnation", None),
    # what is done in a speech, a complaint of a day
    ("ألقى بلينكن كلمة، السبت، حول أوكرانيا، ووجه خلالها انتقادات لروسيا.", "Condemnation", "2022-03-12"),
    ("تقدمت سوريا في يناير الماضي بشكوى إلى مجلس الأمن، اتهمت فيها تركيا بدعم المسلحين.", "Accusation", "2022-01"),
    ("قال لافروف إن الخطاب الذي ألقاه بايدن يوم السبت وهدد خلاله إيران مزعج.", "Warning", "2022-03-12"),
    ("وفي بيان أصدرته أمس، دانت السعودية إيران.", "Condemnation", "2022-03-15"),
    ("وفي بيان صدر أمس، دانت السعودية إيران.", "Condemnation", "2022-03-15"),
    ("وفي مقال نشر الثلاثاء في الصحافة، انتقد لافروف سياسة أوكرانيا.", "Condemnation", "2022-03-15"),
    ("أعلن البيت الأبيض أن بايدن انتقد في كلمة ألقاها أمس سياسة روسيا.", "Condemnation", "2022-03-15"),
    ("تبنت الجمعية العامة للأمم المتحدة، الثلاثاء، قرارا يدين روسيا.", "Condemnation", "2022-03-15"),
    ("جاء في قرار مجلس الأمن الدولي، أمس، أن المجلس يطالب إيران بتطبيق الاتفاق.", "Appeal", "2022-03-15"),
    ("وجه بايدن دعوة إلى ماكرون خلال مكالمة هاتفية جرت في يناير الماضي.", "Proposal", "2022-01"),
    # a decision taken, what was done where something was, what killed
    ("اتخذت السويد في يناير الماضي قرارا بطرد السفير الروسي.", "Expulsion", "2022-01"),
    ("عرقل الحوثيون في يناير الماضي وصول السفن إلى عدن حيث تم استهداف سفينة قطرية.", "Attack", "2022-01"),
    ("وقتل ثلاثة جنود، الاثنين، إثر قصف إسرائيلي على غزة.", "Attack", "2022-03-14"),
    ("تحدث لافروف، السبت، في جنازة زاهدي، الذي قتل في غارة إسرائيلية، الاثنين الماضي بدمشق.", "Attack", "2022-03-14"),
    # of what is hoped, of what is "in spite of", of what happens during it
    ("أعرب بلينكن الثلاثاء عن تفاؤله حيال فرص التوصل إلى اتفاق بين إسرائيل ولبنان.", "Agreement", None),
    ("لا تزال القاعدة مثار قلق كبير لكوبا رغم افتتاح سفارتها في واشنطن أمس.", "Concern", None),
    ("توجه نتنياهو اليوم الأربعاء إلى الولايات المتحدة في زيارة يستقبله خلالها بايدن غدا.", "Visit", "2022-03-16"),
    ("وعبر مجلس الوزراء السعودي في اجتماعه الذي عقد أمس عن رفضه لسياسات إيران.", "Rejection", "2022-03-15"),
    # a relative clause has the time behind its comma, or that of "took place"
    ("أوضح لافروف أن القرار الذي صادق عليه مجلس الأمن، أمس الأول، ألغى كل العقوبات.", "Ratification", "2022-03-14"),
    ("أدان بلينكن إيران خلال اللقاء الذي جرى أمس مع لافروف.", "Meeting", "2022-03-15"),
    # one plan, one time
    ("سيزور بلينكن مصر ويلتقي بالرئيس السيسي في أيلول المقبل.", "Visit", "2022-09"),
    # a name that begins like a verb of the future
    ("وصل ستافان دي ميستورا الثلاثاء إلى دمشق.", "Visit", "2022-03-15"),
    # by what means
    ("برر أوغلو العملية بمقتل جنود أتراك بغارة في سوريا الخميس.", "Attack", "2022-03-10"),
]


@pytest.mark.parametrize(("text", "kind", "date"), DATED)
def test_date(text: str, kind: str, date: str | None) -> None:
    assert one(text, kind).date == date


def test_what_is_voiced_during_dated_talks_shares_their_date() -> None:
    text = "التقى بلينكن لافروف في جنيف الثلاثاء. وأدان بلينكن خلال اللقاء إيران."
    assert one(text, "Condemnation").date == "2022-03-15"


def test_what_is_voiced_elsewhere_has_no_date() -> None:
    text = "التقى بلينكن لافروف في جنيف الثلاثاء. وأدان بلينكن إيران."
    assert one(text, "Condemnation").date is None


def test_a_call_gives_its_date_to_what_is_voiced_in_it() -> None:
    text = "أجرى بلينكن الثلاثاء اتصالا هاتفيا مع لافروف أدان خلاله إيران."
    assert one(text, "Condemnation").date == "2022-03-15"


def test_an_ordinal_that_is_also_a_name_may_open_a_date() -> None:
    text = "استقبل العاهل الأردني الملك عبدالله الثاني شكري. وسيزور بايدن قطر في الثاني من نيسان/أبريل المقبل."
    found = [e.date for e in annotate(text).events if e.type == "Visit"]
    assert found == ["2022-04-02"]


def test_what_is_done_on_the_occasion_shares_its_date() -> None:
    text = "استقبل الملك محمد السادس لافروف الثلاثاء. وهنأ الملك، بهذه المناسبة، روسيا."
    assert one(text, "Congratulation").date == "2022-03-15"


def test_talks_during_a_planned_visit_share_its_date_and_status() -> None:
    text = "سيزور بلينكن أنقرة غدا. وسيلتقي بلينكن خلال الزيارة أردوغان."
    found = one(text, "Meeting")
    assert (found.date, found.status) == ("2022-03-17", "Planned")


def test_what_the_title_alone_tells_has_the_day_on_which_its_speaker_spoke() -> None:
    text = "فرنسا تتعهد بمساعدة لمصر\nقالت فرنسا في بيان الثلاثاء إن الاقتصاد يمر بأزمة."
    assert one(text, "Proposal").date == "2022-03-15"


def test_what_another_says_does_not_date_the_title() -> None:
    text = "فرنسا تتعهد بمساعدة لمصر\nقالت إيطاليا في بيان الثلاثاء إن الاقتصاد يمر بأزمة."
    assert one(text, "Proposal").date is None


def test_what_one_side_of_talks_says_to_the_other_shares_their_date() -> None:
    text = "التقى بلينكن وزير الخارجية الروسي لافروف في جنيف الثلاثاء. وبحثا ملف أوكرانيا. وشكر بلينكن روسيا."
    assert one(text, "Praise").date == "2022-03-15"


def test_what_both_sides_agree_on_shares_the_date_of_their_call() -> None:
    text = "أجرى بايدن الاثنين اتصالا هاتفيا مع بوتين. واتفق الرئيسان على مواصلة العمل بالمعاهدة."
    assert one(text, "Agreement").date == "2022-03-14"


def test_the_other_side_in_turn_shares_the_date() -> None:
    text = "استقبل أردوغان بلينكن في أنقرة الثلاثاء. من جانبه، أشاد بلينكن بجهود الأمم المتحدة."
    assert one(text, "Praise").date == "2022-03-15"


CAME = "قال أردوغان، الثلاثاء، إن الأزمة مستمرة.\nجاء ذلك خلال لقاء بين أردوغان ولافروف في أنقرة."
CAME_ON = "أشاد أردوغان بجهود روسيا.\nجاء ذلك خلال استقباله أمس في أنقرة لافروف."
RECEIVED = "وصل لافروف إلى أنقرة الاثنين في زيارة رسمية.\nوكان في استقباله في المطار أردوغان."


def test_talks_that_what_was_said_came_during_have_its_day() -> None:
    assert one(CAME, "Meeting").date == "2022-03-15"


def test_what_was_said_has_the_day_of_the_talks_that_it_came_during() -> None:
    assert one(CAME_ON, "Praise").date == "2022-03-15"


def test_who_received_somebody_did_so_on_the_day_of_the_arrival() -> None:
    assert one(RECEIVED, "Meeting").date == "2022-03-14"


def test_the_title_has_the_day_of_the_same_deed_in_the_lead() -> None:
    text = "اليابان تنتقد روسيا\nانتقدت أحزاب يابانية رئيسية الثلاثاء روسيا بسبب موقفها."
    assert [e.date for e in annotate(text).events if e.type == "Condemnation"] == ["2022-03-15"]


BACKGROUND = [
    "التقى بلينكن وزير الخارجية الروسي لافروف في جنيف الثلاثاء. وكان بلينكن قد شكر روسيا على التعاون.",
    "التقى بلينكن وزير الخارجية الروسي لافروف في جنيف الثلاثاء. وفي وقت سابق شكر بلينكن روسيا على التعاون.",
    "التقى بلينكن وزير الخارجية الروسي لافروف في جنيف الثلاثاء. وعقد بلينكن مؤتمرا صحافيا. وشكر بلينكن روسيا.",
    "التقى بلينكن وزير الخارجية الروسي لافروف في جنيف الثلاثاء. ويشكر بلينكن روسيا دائما على التعاون.",
    "التقى بلينكن لافروف في جنيف الثلاثاء. وأدان ماكرون روسيا.",
]


@pytest.mark.parametrize("text", BACKGROUND)
def test_background_does_not_share_the_date_of_talks(text: str) -> None:
    found = [e for e in annotate(text).events if e.type in ("Praise", "Condemnation")]
    assert [e.date for e in found] == [None]


def test_named_again() -> None:
    """What is only named has the one day that another sentence tells for a deed of the same word and parties."""
    named = "شكر أردوغان روسيا على إدانة هجوم داعش.\n"
    told = "وكان الهجوم الذي وقع الاثنين في أنقرة وتبناه تنظيم داعش قد استهدف سفارة تركيا."
    days = {e.date for e in annotate(named + told).events if e.type == "Attack"}
    assert days == {"2022-03-14"}
    other = "وكان هجوم آخر وقع الأحد في أنقرة وتبناه تنظيم داعش قد استهدف سفارة فرنسا."
    first = next(e for e in annotate(named + told + "\n" + other).events if e.type == "Attack")
    assert first.date is None


def test_responsibility_for_the_attack() -> None:
    """A noun that only points back has the day of the one deed told; "another attack" has not."""
    told = "قال وزير الداخلية التركي إن الهجوم الذي وقع أمس أودى بحياة جنديين.\nوأعلن تنظيم داعش مسؤوليته عن "
    assert [e.date for e in annotate(told + "الهجوم.").events if e.type == "Attack"] == ["2022-03-15"]
    assert [e.date for e in annotate(told + "هجوم آخر.").events if e.type == "Attack"] == [None]
    named = "أدى هجوم ليلة الاثنين في أنقرة إلى مقتل جنديين.\nوأعلن حزب العمال الكردستاني مسؤوليته عن الهجوم."
    assert [e.date for e in annotate(named).events if e.type == "Attack"] == ["2022-03-14"]


SHARED = [
    ("كانت كينيا قد قطعت العلاقات مع قطر يوم الاثنين، واستدعت سفيرها من الدوحة.", "Recall", "2022-03-14"),
    ("كانت كينيا قد قطعت العلاقات مع قطر يوم الاثنين، متهمة الدوحة بالتدخل.", "Accusation", "2022-03-14"),
    ("تم خلال اجتماع مجلس الوزراء المنعقد صباح أمس تعيين هشام المشيشي وزيرا للداخلية.", "Appointment", "2022-03-15"),
    ("اتفق لافروف وكيري على مراجعة المعاهدات الموقعة خلال زيارة قام بها أوباما أمس.", "Agreement", None),
    ("تقيم السودان علاقات رسمية مع إسرائيل منذ سنة 2012.", "RelationsRestored", "2012"),
]


@pytest.mark.parametrize(("text", "kind", "day"), SHARED)
def test_days_that_are_shared_or_not(text: str, kind: str, day: str | None) -> None:
    assert [e.date for e in annotate(text).events if e.type == kind] == [day]


COMPANY = [
    # who came along, before the day
    ("زار وزير الخارجية الروسي سيرغي لافروف يرافقه وزير الدفاع أمس الثلاثاء أنقرة.", "Visit", "2022-03-15"),
    # those who received somebody upon an arrival told by a noun
    ("فور وصوله إلى مطار أنقرة صباح الاثنين، كان في استقبال لافروف الرئيس التركي أردوغان.", "Meeting", "2022-03-14"),
]


@pytest.mark.parametrize(("text", "kind", "day"), COMPANY)
def test_the_day_around_company_and_arrival(text: str, kind: str, day: str | None) -> None:
    assert [e.date for e in annotate(text).events if e.type == kind] == [day]


def test_words_of_the_title_are_those_of_the_lead() -> None:
    """Also where the speaker goes on further down, in sentences without a day."""
    lead = "لافروف يؤكد استمرار الحوار\nأعلن وزير الخارجية الروسي سيرغي لافروف الاثنين أن الحوار سيستمر.\n"
    found = annotate(lead + "وقال لافروف إن الطريق طويل.").events
    title = next(e for e in found if e.type == "Statement" and e.evidence[0].sentence == 0)
    assert title.date == "2022-03-14"


def test_words_said_during_talks() -> None:
    """They are of the day of the talks, and talks during which "his words came" are of the day of the words."""
    met = "استقبل أردوغان الاثنين وزير الخارجية الروسي لافروف في أنقرة.\n"
    said = annotate(met + "وأكد أردوغان خلال اللقاء أهمية الحوار.").events
    assert [e.date for e in said if e.type == "Statement"] == ["2022-03-14"]
    came = annotate("جدد أردوغان أمس موقف بلاده.\nوجاء حديث أردوغان خلال استقباله لافروف.").events
    assert [e.date for e in came if e.type == "Meeting"] == ["2022-03-15"]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # what was said or agreed on just before "that came" shares the day
        (
            "اتفقت اليونان ومصر على تعزيز التعاون. جاء ذلك خلال محادثات أجراها سامح شكري وزير الخارجية المصري "
            "والوزير اليوناني في القاهرة أمس.",
            "Agreement",
            "2022-03-15",
        ),
        (
            "دعا سامح شكري إيران إلى الحوار. جاء ذلك خلال محادثات أجراها مع سيرغي لافروف أمس.",
            "Appeal",
            "2022-03-15",
        ),
        ("دعا سامح شكري إيران إلى الحوار، جاء ذلك خلال لقائه أمس سيرغي لافروف.", "Appeal", "2022-03-15"),
        ("دعا سامح شكري إيران إلى الحوار. جاء ذلك في كلمة ألقاها أمس في جنيف.", "Appeal", "2022-03-15"),
        ("دعا سامح شكري إيران إلى الحوار. وجاء القرار في كلمة ألقاها الرئيس أمس.", "Appeal", None),
    ],
)
def test_that_came_tells_the_day_of_the_words_before_it(text: str, kind: str, day: str | None) -> None:
    assert [e.date for e in annotate(text).events if e.type == kind] == [day]


def test_who_made_the_talks_is_who_spoke_before() -> None:
    text = "دعا سامح شكري إيران إلى الحوار. جاء ذلك خلال محادثات أجراها مع سيرغي لافروف أمس."
    assert lines(text, "Meeting") == ["Meeting participant=Sameh Shoukry+Sergey Lavrov"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أدت غارات روسية إلى مقتل عشرين مدنيا في إدلب يوم السبت.", "2022-03-12"),
        ("أدى الهجوم على مقديشو إلى مقتل عشرين مدنيا في فبراير.", "2022-02"),
        ("أدت غارات روسية إلى إرجاء محادثات كانت مقررة يوم السبت.", None),
        ("أدان ماكرون الهجوم على مطار مقديشو الذي أدى إلى مقتل عشرين مدنيا في فبراير.", "2022-02"),
        ("أدان ماكرون الهجوم في مقديشو الذي أودى بحياة عشرين مدنيا يوم السبت.", "2022-03-12"),
        ("أدان ماكرون الهجوم على مقديشو التي قالت إن مقتل عشرين مدنيا يوم السبت لن يغير شيئا.", None),
    ],
)
def test_a_deed_has_the_day_of_what_it_led_to(text: str, day: str | None) -> None:
    assert one(text, "Attack").date == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ناشد ماكرون في هذه الرسالة التي نشرت أمس إيران وقف التخصيب.", "2022-03-15"),
        ("ناشد ماكرون في الرسالة التي نشرتها صحيفة أمس إيران وقف التخصيب.", "2022-03-15"),
        ("ناشد ماكرون في الرسالة التي يحملها اليوم وزير الخارجية إيران وقف التخصيب.", None),
    ],
)
def test_what_is_asked_in_a_letter_has_the_day_of_its_publication(text: str, day: str | None) -> None:
    assert one(text, "Appeal").date == day
