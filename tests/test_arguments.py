"""Arguments: which words fill which role of an event, and by which rule."""

from __future__ import annotations

import pytest

from event_help import annotate, events, lines, one, rules

FILLED = [
    # subject and object
    # heads that stand for a body: what they are part of, whose they are, several states of one body
    (
        "هاجمت قوات من الجيش التركي مواقع حركة الشباب في الصومال.",
        "Attack agent=Army of Turkey target=Al-Shabaab place=Somalia",
    ),
    ("أدانت الأمانة العامة لجامعة الدول العربية إسرائيل.", "Condemnation agent=Arab League target=Israel"),
    (
        "اتهمت منظمة العفو الدولية دول الاتحاد الأوروبي بانتهاك القانون.",
        "Accusation agent=Amnesty International target=European Union",
    ),
    ("هاجم مقاتلون من حركة طالبان السفارة الألمانية.", "Attack agent=Taliban target=Embassy of Germany"),
    # whose forces, whose positions
    (
        "أعلن الجيش الإسرائيلي أن طائراته قصفت مواقع لحركة حماس في رفح.",
        "Attack agent=Israel Defense Forces target=Hamas place=Rafah",
    ),
    (
        "استهدفت طائرة تابعة للجيش التركي مقرين لحزب العمال الكردستاني.",
        "Attack agent=Army of Turkey target=Kurdistan Workers' Party",
    ),
    ("شنت تركيا غارات على معسكرات داعش وقواعد حزب الله.", "Attack agent=Turkey target=Hezbollah+Islamic State"),
    # what a number counts behind "of"
    ("اعتقلت الشرطة الألمانية خمسة من أعضاء حركة حماس.", "Detention agent=Police of Germany target=Hamas"),
    ("أطلقت كولومبيا سراح ثلاثين من عناصر حركة طالبان.", "Release agent=Colombia target=Taliban"),
    # "of any", "to any"
    ("أعلنت فرنسا رفضها لأي تدخل تركي.", "Rejection agent=France target=Turkey"),
    # the accord "that was reached between": the reaching is that of the accord
    ("رحب ماكرون بالاتفاق الذي تم التوصل إليه عام 2012 بين كينيا وأوغندا.", "Agreement participant=Kenya+Uganda"),
    ("اتفقت إيران ومجموعة 5+1 على تمديد المهلة.", "Agreement participant=5+1 Group+Iran"),
    # opposition to something, not the opposition
    ("أبدت إسرائيل معارضتها لانضمام تركيا.", "Rejection agent=Israel target=Turkey"),
    # one deed told by two words
    ("قتل ثلاثة جنود فرنسيين في هجوم لحركة الشباب.", "Attack agent=Al-Shabaab target=France"),
    (
        "وندد بالهجوم الإسرائيلي الذي استهدف القنصلية الإيرانية في دمشق.",
        "Attack agent=Israel target=Consulate of Iran place=Damascus",
    ),
    ("شنت روسيا غارة أسفرت عن مقتل جنود أوكرانيين.", "Attack agent=Russia target=Ukraine"),
    # who announces a death has not caused it
    ("أعلن الجيش التركي مقتل ثلاثة جنود أتراك.", "Attack target=Turkey"),
    # who condemns a killing does not blame the one who was killed
    ("أدانت إيران اغتيال إسماعيل هنية.", "Condemnation agent=Iran"),
    ("أدانت فرنسا قصف مستشفى في كييف من قبل روسيا.", "Condemnation agent=France target=Russia"),
    # held in somebody's prisons
    ("وتحدث الوزير عن الصحفيين المعتقلين في سجون إيران.", "Detention agent=Iran"),
    ("وتحدث عن الجنود المحتجزين لدى حركة طالبان.", "Detention agent=Taliban"),
    # what "and" joins
    (
        "عقدت محادثات بين الحكومة اليمنية والمتمردين الحوثيين في جنيف.",
        "Meeting participant=Houthi movement+Yemen place=Geneva",
    ),
    ("أجرى لافروف محادثات مع مصر وحليفتها ليبيا.", "Meeting participant=Egypt+Libya+Sergey Lavrov"),
    # a title right behind a name that has its own is the object
    (
        "اتهم وزير الخارجية الفرنسي جان إيف لودريان رئيس الوزراء الإثيوبي بالكذب.",
        "Accusation agent=Jean-Yves Le Drian target=Ethiopia",
    ),
    ("انتقد ماكرون تركيا.", "Condemnation agent=Emmanuel Macron target=Turkey"),
    ("أدانت فرنسا بشدة إيران.", "Condemnation agent=France target=Iran"),
    (
        "التقى وزير الخارجية الفرنسي جان إيف لودريان نظيره الألماني هايكو ماس في برلين.",
        "Meeting participant=Heiko Maas+Jean-Yves Le Drian place=Berlin",
    ),
    ("عينت الأمم المتحدة هانس غروندبرغ مبعوثا إلى اليمن.", "Appointment agent=United Nations target=Hans Grundberg"),
    # the verb's own prepositions
    ("أرسلت الكويت مساعدات إلى لبنان.", "Aid agent=Kuwait target=Lebanon"),
    ("نددت ألمانيا بروسيا.", "Condemnation agent=Germany target=Russia"),
    ("اعترفت النرويج بفلسطين.", "Recognition agent=Norway target=Palestine"),
    ("سحبت روسيا قواتها من خيرسون.", "Withdrawal agent=Russia object=Kherson"),
    ("تتوسط قطر بين حماس وإسرائيل.", "Mediation agent=Qatar target=Hamas+Israel"),
    # who did it, after a passive
    ("طُرد السفير الروسي من قبل بولندا.", "Expulsion agent=Poland target=Russia"),
    # genitive of a masdar
    ("جاء ذلك بعد اعتراف النرويج بفلسطين.", "Recognition agent=Norway target=Palestine"),
    ("انتهت أمس زيارة ماكرون إلى الجزائر.", "Visit agent=Emmanuel Macron target=Algeria"),
    # an adjective of a country
    ("جاءت الإدانة الأردنية لإسرائيل سريعة.", "Condemnation agent=Jordan target=Israel"),
    ("نددت ألمانيا بالهجوم الروسي على أوكرانيا.", "Attack agent=Russia target=Ukraine"),
    ("نددت ألمانيا بالهجوم الروسي على أوكرانيا.", "Condemnation agent=Germany target=Russia"),
    # a possessive pronoun
    ("أشاد شهباز شريف بدعم السعودية لبلاده.", "Support agent=Saudi Arabia target=Pakistan"),
    ("رحب أردوغان خلال لقائه إبراهيم رئيسي بالحوار.", "Meeting participant=Ebrahim Raisi+Recep Tayyip Erdoğan"),
    (
        "قال بلينكن خلال لقائه فيصل بن فرحان إن بلاده ملتزمة.",
        "Meeting participant=Antony Blinken+Faisal bin Farhan Al Saud",
    ),
    # light verbs: the subject acts
    ("أجرى بوتين محادثات مع شي جين بينغ.", "Meeting participant=Vladimir Putin+Xi Jinping"),
    ("قام أردوغان بزيارة إلى الدوحة.", "Visit agent=Recep Tayyip Erdoğan place=Doha"),
    ("أدى أردوغان زيارة صداقة إلى الكويت.", "Visit agent=Recep Tayyip Erdoğan target=Kuwait"),
    ("شنت روسيا هجوما على أوكرانيا.", "Attack agent=Russia target=Ukraine"),
    ("فرض الاتحاد الأوروبي عقوبات على بيلاروسيا.", "Sanction agent=European Union target=Belarus"),
    ("توصلت السعودية وإيران إلى اتفاق في بكين.", "Agreement participant=Iran+Saudi Arabia place=Beijing"),
    ("وجه ماكرون انتقادات لتركيا.", "Condemnation agent=Emmanuel Macron target=Turkey"),
    # the noun itself is the subject
    ("جرت مفاوضات بين السودان وإثيوبيا في القاهرة.", "Negotiation participant=Ethiopia+Sudan place=Cairo"),
    # the subject receives
    ("تلقى تميم بن حمد اتصالا هاتفيا من ماكرون.", "PhoneCall participant=Emmanuel Macron+Tamim bin Hamad Al Thani"),
    # it is done to the subject
    ("تعرضت أوكرانيا لهجوم من روسيا.", "Attack agent=Russia target=Ukraine"),
    # an occasion that gathers its parties
    ("جمع لقاء في جنيف بايدن وبوتين.", "Meeting participant=Joe Biden+Vladimir Putin place=Geneva"),
    # who is asked does it
    ("دعا بايدن روسيا إلى سحب قواتها.", "Appeal agent=Joe Biden target=Russia"),
    ("دعا بايدن روسيا إلى سحب قواتها.", "Withdrawal agent=Russia Hypothetical"),
    # the light verb in the relative clause of its noun
    (
        "وقال إن المحادثات التي أجراها أردوغان مع بوتين مفيدة.",
        "Meeting participant=Recep Tayyip Erdoğan+Vladimir Putin",
    ),
    ("الزيارة التي قام بها ماكرون إلى بيروت انتهت.", "Visit agent=Emmanuel Macron place=Beirut"),
    # the state of a city in which a mission is
    ("لم تسحب كندا سفيرها من دبلن.", "Recall agent=Canada target=Ireland Negated"),
    ("لم تفرض تركيا أي عقوبات على موسكو.", "Sanction agent=Turkey target=Russia Negated"),
    # an adjective of a country in the accusative
    ("طردت الهند دبلوماسيا كنديا.", "Expulsion agent=India target=Canada"),
    # own deeds under verbs of going on, intending and threatening
    ("واصلت إيران تحذير إسرائيل.", "Warning agent=Iran target=Israel"),
    ("هدد كيم جونغ أون بتدمير كوريا الجنوبية.", "Attack agent=Kim Jong-un target=South Korea Hypothetical"),
    ("تعتزم إيران الانسحاب من معاهدة نيو ستارت.", "Withdrawal agent=Iran object=New START Planned"),
    # who acts after "from"
    ("وقع الهجوم بدعم من قطر لحماس.", "Support agent=Qatar target=Hamas"),
    # both sides of a call that a verb tells
    ("أبلغ أردوغان بوتين في اتصال هاتفي أن الوضع صعب.", "PhoneCall participant=Recep Tayyip Erdoğan+Vladimir Putin"),
    # the subject of a clause that another one interrupts
    ("قال ماكرون إن بوتين بعدما هاجم أوكرانيا زار بيلاروسيا.", "Visit agent=Vladimir Putin target=Belarus"),
    # the words of the one who speaks
    ("قال بوتين: «التقيت أردوغان أمس».", "Meeting participant=Recep Tayyip Erdoğan+Vladimir Putin"),
    ("بوتين: نرفض تهديدات أمريكا.", "Rejection agent=Vladimir Putin target=United States"),
    # a subject after its verb, and something else before
    ("وردا على سؤال عن الحرب، انتقد ماكرون روسيا.", "Condemnation agent=Emmanuel Macron target=Russia"),
    # a topic goes on, its verb comes with "so"
    ("أما الصين فانتقدت اليابان.", "Condemnation agent=China target=Japan"),
    # still doing it
    ("قال ماكرون إن روسيا ما تزال تدعم سوريا.", "Support agent=Russia target=Syria"),
    # who acts after "from", who is helped
    ("استعاد العراق تكريت بدعم من فرنسا.", "Support agent=France target=Iraq"),
    ("استعاد العراق تكريت بمساعدة أمريكية.", "Aid agent=United States target=Iraq"),
    ("ساهمت السعودية في مساعدة اليمن.", "Aid agent=Saudi Arabia target=Yemen"),
    ("جاء الرد بعد نداء من لبنان.", "Appeal agent=Lebanon"),
    # whose deed it is and whom it hits
    ("نددت ألمانيا باعتقال إيران لشيرين عبادي.", "Detention agent=Iran target=Shirin Ebadi"),
    ("انتهى الاحتلال العراقي للكويت.", "Attack agent=Iraq target=Kuwait"),
    ("أثارت زيارة الوزير التركي للعراق جدلا.", "Visit agent=Turkey target=Iraq"),
    ("أثارت مطالبة لبنان لإسرائيل بالانسحاب ردودا.", "Appeal agent=Lebanon target=Israel"),
    ("رحب السيسي بتعهد السودان بالعمل على السلام.", "Proposal agent=Sudan"),
    ("أثار رفض إيران للقرار قلقا.", "Rejection agent=Iran"),
    # what one thing was met with
    ("قوبل القرار الأمريكي برفض من روسيا.", "Rejection agent=Russia target=United States"),
    ("لقي القرار السعودي ترحيبا من فرنسا.", "Praise agent=France target=Saudi Arabia"),
    # acceptance by one side
    ("وافقت إيران على تفتيش مواقعها.", "Agreement participant=Iran"),
    ("قبلت الهند تأجيل الزيارة.", "Agreement participant=India"),
    ("أعلن غوتيريش موافقة العراق على عودة المفتشين.", "Agreement participant=Iraq"),
    # readiness told of a state, a deed pledged, encouragement, defence
    ("قالت اليابان إنها مستعدة للحوار مع الهند.", "Proposal agent=Japan"),
    ("تعهدت فرنسا نشر خبراء في بيروت.", "Proposal agent=France"),
    ("شجع ماكرون لبنان على الإصلاح.", "Appeal agent=Emmanuel Macron target=Lebanon"),
    ("دافع ماكرون عن معاهدة نيو ستارت.", "Support agent=Emmanuel Macron target=New START"),
    # a delegation that represents somebody
    ("وصل إلى الدوحة وفد يمثل السودان.", "Visit agent=Sudan place=Doha"),
    ("وصل وفد من الهند إلى الدوحة.", "Visit agent=India place=Doha"),
    # a topic within the sentence
    ("رحبت فرنسا بالاتفاق، أما ألمانيا فقد انتقدت إيران.", "Condemnation agent=Germany target=Iran"),
    # objects that are documents
    ("وقعت قطر مع تركيا مذكرة تفاهم في أنقرة.", "Signing agent=Qatar+Turkey object=مذكرة تفاهم place=Ankara"),
]


ATTACKS = [
    # aircraft strike, nobody strikes them; the ending of a plural shows who acts
    ("وأوقع القصف العنيف لطائرات التحالف العربي خسائر في مأرب.", "Attack agent=Arab Coalition place=Marib"),
    ("ودمر طيران التحالف العربي، ثلاث عربات في مأرب.", "Attack agent=Arab Coalition place=Marib"),
    ("أدى قصف مسلحي الحوثيين على منزل في عدن إلى أضرار.", "Attack agent=Houthi movement target=Aden place=Aden"),
    # where it was made
    ("نددت المنظمة بهجوم السفارة التركية في لندن.", "Attack target=Embassy of Turkey place=London"),
    ("تغيرت القوانين بعد هجوم النرويج الإرهابي.", "Attack target=Norway"),
    # one politician assails another in words
    (
        "جدد أردوغان هجومه على حزب الشعوب الديمقراطي.",
        "Condemnation agent=Recep Tayyip Erdoğan target=Peoples' Democratic Party",
    ),
]


@pytest.mark.parametrize(("text", "line"), ATTACKS)
def test_attacks(text: str, line: str) -> None:
    assert line in events(text)


@pytest.mark.parametrize(("text", "line"), FILLED)
def test_filled(text: str, line: str) -> None:
    assert line in events(text)


def test_a_verb_with_and_goes_on_from_its_sentence() -> None:
    text = "زارت رئيسة المفوضية الأوروبية أورسولا فون دير لاين تونس. ودعت الرئيس قيس سعيد إلى الإصلاح."
    assert "Appeal agent=Ursula von der Leyen target=Kais Saied" in events(text)


def test_unnamed_people_end_a_subject_that_goes_on() -> None:
    text = "زار ماكرون الرباط. وذكر مسؤولان آخران أن الوضع صعب."
    assert lines(text, "Statement") == []


def test_an_accord_that_was_concluded_somewhere_has_no_party() -> None:
    assert lines("وقال إن الاتفاق المبرم في فيينا سيخضع للمراجعة.", "Agreement") == []


def test_the_opposition_is_no_refusal() -> None:
    assert lines("التقى ماكرون المعارضة السورية للاتفاق على هدنة.", "Rejection") == []


def test_who_could_not_reach_an_accord_reached_none() -> None:
    text = "لم تتمكن الهند وباكستان من التوصل إلى اتفاق بشأن كشمير."
    assert [e.status for e in annotate(text).events if e.type == "Agreement"] == ["Negated"]


def test_who_attended_is_a_party_of_the_meeting_told_before() -> None:
    text = "التقى بوتين شي جين بينغ في بكين. وحضر اللقاء من الجانب الروسي سيرغي لافروف."
    assert lines(text, "Meeting") == ["Meeting participant=Sergey Lavrov+Vladimir Putin+Xi Jinping place=Beijing"]


@pytest.mark.parametrize(
    "text",
    [
        "أجرى بوتين مع شي جين بينغ محادثات استمرت ساعتين في بكين.",
        "التقى بوتين شي جين بينغ على هامش اجتماع في بكين.",
    ],
)
def test_the_place_of_talks_by_their_course_and_occasion(text: str) -> None:
    assert "Meeting participant=Vladimir Putin+Xi Jinping place=Beijing" in events(text)


def test_what_is_on_the_border_is_not_done_to_the_neighbour() -> None:
    assert "target=Turkey" not in " ".join(events("قصفت إسرائيل قرية على الحدود مع تركيا."))


def test_a_phrase_stays_in_its_relative_clause() -> None:
    assert lines("أشاد ماكرون بالدور الذي تلعبه قطر للسلام في لبنان.", "Praise") == [
        "Praise agent=Emmanuel Macron target=Qatar"
    ]


def test_an_and_set_apart_opens_a_clause() -> None:
    assert "Condemnation agent=Vladimir Putin target=France" in events("زار ماكرون قطر و انتقد بوتين فرنسا.")


def test_citizens_in_the_oblique_case_are_addressed() -> None:
    assert lines("زار ماكرون القدس. ودعا الفلسطينيين إلى الهدوء.", "Appeal") == [
        "Appeal agent=Emmanuel Macron target=Palestine"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "تلقى سامح شكري اتصالين هاتفيين من سيرغي لافروف وجون كيري.",
        "عقد سامح شكري لقاءات مع سيرغي لافروف وجون كيري.",
        "اتصل سيرغي لافروف وجون كيري بسامح شكري.",
    ],
)
def test_calls_and_several_meetings_are_one_each(text: str) -> None:
    kind = "Meeting" if "لقاءات" in text else "PhoneCall"
    found = [line for line in events(text) if line.startswith(kind)]
    assert found == [f"{kind} participant=John Kerry+Sameh Shoukry", f"{kind} participant=Sameh Shoukry+Sergey Lavrov"]


def test_one_meeting_with_several_is_one_event() -> None:
    assert events("التقى سامح شكري مع سيرغي لافروف وجون كيري.") == [
        "Meeting participant=John Kerry+Sameh Shoukry+Sergey Lavrov"
    ]


def test_a_ministry_and_its_state_do_one_deed() -> None:
    text = "تونس تستدعي السفير التركي\nاستدعت وزارة الخارجية التونسية السفير التركي."
    (event,) = [e for e in annotate(text).events if e.type == "Summons"]
    assert len(event.evidence) == 2


def test_a_state_that_only_its_city_names_is_among_the_entities() -> None:
    found = annotate("سحبت كندا سفيرها من دبلن.")
    assert {a.entity for e in found.events for a in e.arguments} <= found.entities.entities.keys()


def test_mutual_acts_are_two_events() -> None:
    assert events("تبادلت روسيا وأوكرانيا الاتهامات.") == [
        "Accusation agent=Russia target=Ukraine",
        "Accusation agent=Ukraine target=Russia",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "الاتهامات المتبادلة بين روسيا وأوكرانيا تتصاعد.",
        "زار ماكرون روسيا وأوكرانيا. ويتواصل اتهام كل منهما للآخر بالكذب.",
    ],
)
def test_what_two_do_to_each_other_is_two_events(text: str) -> None:
    assert lines(text, "Accusation") == [
        "Accusation agent=Russia target=Ukraine",
        "Accusation agent=Ukraine target=Russia",
    ]


def test_a_mutual_deed_is_that_of_the_states() -> None:
    text = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الأمريكي أنتوني بلينكن. وبحثا الطرد المتبادل للدبلوماسيين."
    assert lines(text, "Expulsion") == [
        "Expulsion agent=Russia target=United States",
        "Expulsion agent=United States target=Russia",
    ]


def test_help_long_after_another_deed_is_not_for_its_subject() -> None:
    text = "زار ماكرون الموصل بعد استعادتها من تنظيم داعش بدعم من إيران."
    assert lines(text, "Support") == ["Support agent=Iran"]


def test_a_number_of_a_body_is_read_once() -> None:
    assert lines("وصل عدد من خبراء وفد من حزب الله إلى طهران.", "Statement") == []
    assert lines("وصل وفد وفريق وعشرات من حزب الله إلى طهران.", "Statement") == []


def test_who_tells_of_a_deed_does_not_do_it() -> None:
    assert lines("أعلن بلينكن دعم روسيا لسوريا.", "Support") == ["Support agent=Russia target=Syria"]
    assert lines("أكد سامح شكري دعم مصر لسوريا.", "Support") == ["Support agent=Sameh Shoukry target=Syria"]


def test_the_call_to_consent_is_no_consent() -> None:
    assert lines("دعا ماكرون إيران إلى الموافقة على العرض.", "Agreement") == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("انتقد ماكرون تركيا.", "Condemnation", {"Emmanuel Macron": "subject", "Turkey": "object"}),
        ("أرسلت الكويت مساعدات إلى لبنان.", "Aid", {"Kuwait": "subject", "Lebanon": "prep:الي"}),
        ("جاء ذلك بعد اعتراف النرويج بفلسطين.", "Recognition", {"Norway": "genitive", "Palestine": "prep:ب"}),
        ("جاءت الإدانة الأردنية لإسرائيل سريعة.", "Condemnation", {"Jordan": "nisba", "Israel": "prep:ل"}),
        ("دعا بايدن روسيا إلى سحب قواتها.", "Withdrawal", {"Russia": "addressee"}),
    ],
)
def test_the_rule_is_written_down(text: str, kind: str, expected: dict[str, str]) -> None:
    assert rules(text, kind) == expected


def test_the_span_of_an_argument_shows_its_words() -> None:
    text = "انتقد الرئيس الفرنسي إيمانويل ماكرون تركيا."
    event = one(text, "Condemnation")
    assert [text[a.start : a.end] for a in event.arguments] == ["الرئيس الفرنسي إيمانويل ماكرون", "تركيا"]


def test_evidence_points_to_the_trigger() -> None:
    text = "قام أردوغان بزيارة إلى الدوحة."
    (evidence,) = one(text, "Visit").evidence
    assert text[evidence.trigger_start : evidence.trigger_end] == "بزيارة"
    assert text[evidence.start : evidence.end].startswith("قام")  # with the verb that carries it


def test_the_place_of_the_report_is_no_argument() -> None:
    assert events("موسكو (رويترز) - انتقد ماكرون تركيا.") == ["Condemnation agent=Emmanuel Macron target=Turkey"]


def test_somebody_does_nothing_to_themselves() -> None:
    for event in annotate("انتقدت فرنسا فرنسا.").events:
        assert len({a.entity for a in event.arguments}) == len(event.arguments)


def test_sources_and_news_outlets_do_not_speak() -> None:
    assert lines("قالت مصادر دبلوماسية إن ماكرون بخير.", "Statement") == []
    assert lines("ذكرت صحيفة فرنسية أن ماكرون بخير.", "Statement") == []


def test_a_spokesperson_speaks_for_the_body() -> None:
    assert lines("قال متحدث باسم وزارة الخارجية الروسية إن الحوار مستمر.", "Statement") == [
        "Statement agent=Ministry of Foreign Affairs of Russia"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "فاز المنتخب الفرنسي على نظيره الألماني بهدفين في مباراة ودية بملعب برلين.",  # sports
        "شن ماكرون.",  # a light verb with nothing to carry
        "أعلنت فرنسا حزمة.",
        "أدلى ماكرون بصوته صباح الأحد في مدرسة ابتدائية.",  # a vote is no statement
        "وواجهت هيئة المحكمة المتهمين بما في الملف.",  # the accused are not the court
    ],
)
def test_words_that_look_like_triggers(text: str) -> None:
    assert [line for line in events(text) if not line.startswith("Statement")] == []


def test_the_genitive_of_a_masdar_with_an_object_acts() -> None:
    text = "بعد طرد روسيا دبلوماسيين بريطانيين، احتجت لندن."
    assert "Expulsion agent=Russia target=United Kingdom" in events(text)


@pytest.mark.xfail(strict=True, reason="the plural of a demonym is no adjective of a country")
def test_diplomats_known_by_a_plural_demonym() -> None:
    assert events("طردت بولندا دبلوماسيين روسا.") == ["Expulsion agent=Poland target=Russia"]


def test_who_answers_with_a_deed_does_it() -> None:
    assert lines("ردت موسكو بطرد السفير البولندي.", "Expulsion") == ["Expulsion agent=Russia target=Poland"]


@pytest.mark.parametrize(
    "text",
    [
        "بحث بوتين مع أردوغان الوضع في سوريا.",
        "بحث أردوغان خلال لقائه إبراهيم رئيسي الوضع في سوريا.",
    ],
)
def test_the_place_of_the_topic_is_not_that_of_the_talks(text: str) -> None:
    assert "place=Syria" not in " ".join(lines(text, "Meeting"))


def test_receiving_tourists_is_no_meeting() -> None:
    assert lines("استقبلت ماليزيا أكثر من مئة ألف سائح سعودي.", "Meeting") == []


def test_receiving_the_dead_is_no_meeting() -> None:
    assert lines("استقبل محافظ الخرمة خالد الشريف جثمان الشهيد.", "Meeting") == []


@pytest.mark.parametrize(
    "text",
    [
        "قال ماكرون في مقابلة أجرتها معه قناة فرنسية إن الحوار مهم.",
        "تحدث ماكرون في حوار أجرته معه صحيفة.",
    ],
)
def test_an_interview_is_no_meeting(text: str) -> None:
    assert [line for line in events(text) if not line.startswith("Statement")] == []


def test_who_proposes_a_summit_of_others_is_no_party() -> None:
    text = "اقترحت الصين عقد قمة بين روسيا وأوكرانيا."
    assert lines(text, "Summit") == ["Summit participant=Russia+Ukraine Hypothetical"]


def test_an_invitation_received() -> None:
    assert lines("تلقى محمد بن سلمان دعوة من بوتين لزيارة موسكو.", "Proposal") == [
        "Proposal agent=Vladimir Putin target=Mohammed bin Salman"
    ]


def test_leaving_a_treaty() -> None:
    assert lines("انسحبت الولايات المتحدة من اتفاق باريس للمناخ.", "Withdrawal") == [
        "Withdrawal agent=United States object=Paris Agreement"
    ]


def test_an_oblique_dual_is_no_subject() -> None:
    text = "قلقت السعودية من التصعيد بين الجزائر والمغرب. ودعت البلدين إلى الحوار."
    assert lines(text, "Appeal") == ["Appeal agent=Saudi Arabia target=Algeria+Morocco"]


@pytest.mark.xfail(strict=True, reason="who dismisses a head of government is dropped, and the dismissed acts")
def test_a_dismissal() -> None:
    text = "أقال الرئيس التونسي قيس سعيد رئيس الحكومة هشام المشيشي."
    assert events(text) == ["Departure agent=Kais Saied target=Hichem Mechichi"]


def test_a_visit_to_a_city_is_told_by_its_place() -> None:
    assert events("زار الرئيس الفرنسي إيمانويل ماكرون بيروت.") == ["Visit agent=Emmanuel Macron place=Beirut"]


def test_a_noun_before_its_verb_governs_nothing_behind_it() -> None:
    assert lines("وقال لافروف إن الهجوم يثبت قدرة المسلحين على تهديد إيران.", "Attack") == []


def test_a_sea_says_nothing() -> None:
    assert lines("هناك أشخاص قادمون عبر البحر المتوسط بحثا عن حياة أفضل.", "Statement") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "اختتم الاتحاد الأوروبي وإيران مفاوضات بشأن الملف النووي في برلين.",
            "Negotiation participant=European Union+Iran place=Berlin",
        ),
        (
            "واصل الوفدان السوري والإسرائيلي محادثاتهما في واشنطن.",
            "Meeting participant=Israel+Syria place=Washington, D.C.",
        ),
        ("رفعت واشنطن اسم السودان من قائمة الإرهاب.", "SanctionRelief agent=United States target=Sudan"),
        ("شطبت واشنطن السودان من قائمة الدول الراعية للإرهاب.", "SanctionRelief agent=United States target=Sudan"),
        ("أنهت النيجر الاتفاق العسكري مع الولايات المتحدة.", "Withdrawal agent=Niger target=United States"),
        ("قدمت بريطانيا عربات مدرعة لأوكرانيا.", "Aid agent=United Kingdom target=Ukraine"),
    ],
)
def test_who_ends_goes_on_and_delists(text: str, line: str) -> None:
    assert line in events(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("انتقد ماكرون مواقف روسيا والصين.", "Condemnation agent=Emmanuel Macron target=China+Russia"),
        ("بدأ الملك فيليب زيارة دولة إلى المغرب.", "Visit agent=Philippe of Belgium target=Morocco"),
        ("استدعى العراق سفيره لدى السويد احتجاجا على حرق المصحف.", "Recall agent=Iraq target=Sweden"),
    ],
)
def test_owners_kinds_of_visits_and_hosts(text: str, line: str) -> None:
    assert line in events(text)


def test_a_state_visit_that_somebody_makes() -> None:
    text = "خلال زيارة الدولة التي سيقوم بها شي جين بينغ إلى روسيا."
    assert lines(text, "Visit") == ["Visit agent=Xi Jinping target=Russia Planned"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("تبنى تنظيم القاعدة الهجوم على السفارة الأمريكية.", "Attack agent=Al-Qaeda target=Embassy of United States"),
        ("تقود مصر وساطة بين الفصائل المسلحة وإسرائيل.", "Mediation agent=Egypt target=Israel"),
        ("أجرت كوريا الشمالية تجربة أدانتها اليابان.", "Condemnation agent=Japan"),
        ("احتشد محتجون أمام السفارة الأمريكية في بغداد.", "Protest target=United States place=Baghdad"),
    ],
)
def test_claims_mediations_and_crowds(text: str, line: str) -> None:
    assert line in events(text)


def test_a_broken_plural_in_alif_governs_its_genitive() -> None:
    assert events("بعث أمير الكويت ببرقية تعزية إلى رئيس مصر في ضحايا الهجوم.") == [
        "Condolence agent=Kuwait target=Egypt"
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("بدأ بلينكن جولة تشمل مصر والأردن.", "Visit agent=Antony Blinken target=Egypt+Jordan"),
        ("يقوم ماكرون بجولة تقوده إلى السعودية وقطر.", "Visit agent=Emmanuel Macron target=Qatar+Saudi Arabia"),
        ("بدأ أردوغان جولة تستمر أربعة أيام في الصين.", "Visit agent=Recep Tayyip Erdoğan target=China"),
    ],
)
def test_the_stages_of_a_tour(text: str, line: str) -> None:
    assert line in events(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("اعتقال قيادي في حركة حماس في الضفة الغربية.", "Detention target=Hamas place=West Bank"),
        ("احتج المغرب لدى إسبانيا على استقبال الوفد.", "Condemnation agent=Morocco target=Spain"),
    ],
)
def test_unnamed_leaders_and_protests_to_somebody(text: str, line: str) -> None:
    assert line in events(text)
