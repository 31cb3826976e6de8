"""Words in another sense than that of diplomacy: what an article is about, and who or what fills a role."""

from __future__ import annotations

import pytest

from event_help import annotate, chunks, events, lines
from sifara.events.frames import LexiconError, _frame

MARKETS = (
    "ارتفعت أرباح شركة الخليج للإسمنت في الربع الثاني. وقالت السعودية إن مبيعات الشركة زادت وإن أسعار السهم في "
    "البورصة تحسنت. ودعت المستثمرين والعملاء إلى شراء أسهم الشركة."
)
SCHOOLS = (
    "استقبلت مدارس المدينة طلابها أمس. وأشادت السعودية بجهود المعلمين والمعلمات في المدرسة، وطالبت الطلاب "
    "بالاستفادة من الدورات التدريبية في الكليات."
)


@pytest.mark.parametrize("text", [MARKETS, SCHOOLS])
def test_an_article_of_another_domain_tells_no_event(text: str) -> None:
    assert events(text) == []


def test_statesmen_act_in_an_article_of_another_domain_too() -> None:
    text = f"{MARKETS} والتقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو."
    assert {e.type for e in annotate(text).events} == {"Meeting"}


def test_words_of_politics_outweigh_those_of_another_domain() -> None:
    war = "قصف الجيش السوري تركيا أمس. واتهمت المعارضة السياسية القوات الحكومية بشن هجمات عسكرية في الحرب."
    text = f"{war} {SCHOOLS} وتستمر مفاوضات الهدنة بين قوات الحكومة والمسلحين."
    assert "Praise" in {e.type for e in annotate(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "ضرب زلزال قوي إيران أمس.",
        "اجتاح الإعصار كوبا.",
        "استهدف القرار الروسي رفع الصادرات إلى ألمانيا.",
        "لقي ثلاثة مواطنين أردنيين مصرعهم وقتل آخر في حادث سير في الأردن.",
        "شن ماكرون هجوما كلاميا على روسيا.",
    ],
)
def test_what_strikes_without_arms(text: str) -> None:
    assert lines(text, "Attack") == []


def test_an_attack_in_words_is_a_condemnation() -> None:
    assert events("شن ماكرون هجوما لاذعا على روسيا.") == ["Condemnation agent=Emmanuel Macron target=Russia"]


@pytest.mark.parametrize(
    "text",
    [
        "سيقابل الهجوم برد من إيران.",
        "تستقبل روسيا طلبات المشاركة في المعرض.",
        "أجرت قناة فرنسية مقابلة مع ماكرون.",
    ],
)
def test_what_is_met_and_received_without_a_meeting(text: str) -> None:
    assert lines(text, "Meeting") == []


def test_guests_are_received() -> None:
    assert lines("استقبل ماكرون وفدا روسيا في باريس.", "Meeting") == [
        "Meeting participant=Emmanuel Macron+Russia place=Paris"
    ]


def test_an_attack_that_is_rejected_took_place_and_is_not_of_those_who_reject_it() -> None:
    assert lines("رفضت فرنسا الهجوم الروسي على أوكرانيا.", "Attack") == ["Attack agent=Russia target=Ukraine"]
    assert lines("رفضت مصر الهجمات الإسرائيلية على لبنان.", "Attack") == ["Attack agent=Israel target=Lebanon"]
    assert "agent" not in " ".join(lines("أعرب مجلس الأمن عن قلقه إزاء الهجوم الإرهابي على كابول.", "Attack"))


def test_the_pronoun_of_a_masdar_acts_where_its_object_is_named() -> None:
    assert lines("توسع إيران احتلالها للعراق.", "Attack") == ["Attack agent=Iran target=Iraq"]


def test_words_that_look_like_a_verb_of_diplomacy() -> None:
    assert events("يدعى الوزير سيرغي لافروف.") == []
    assert lines("توقع لافروف إقرار الاتفاق قريبا.", "Signing") == []
    assert lines("دعا ماكرون الله أن يحفظ فرنسا.", "Appeal") == []
    assert lines("قدم لافروف عرضا مفصلا عن الوضع في سوريا.", "Proposal") == []


def test_a_hamza_tells_a_verb_from_a_particle() -> None:
    assert events("هنأ ماكرون بوتين بفوزه.") == ["Congratulation agent=Emmanuel Macron target=Vladimir Putin"]


def test_words_that_are_passed_over_are_still_near() -> None:
    assert events("تحدث بايدن هاتفيا مع بوتين.") == ["PhoneCall participant=Joe Biden+Vladimir Putin"]


def test_a_preposition_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(LexiconError, match="no preposition"):
        _frame("Visit", {"id": "x", "preps": {"متوجها": "target"}}, {}, "x.yaml", {})


def test_a_word_that_stands_for_a_preposition_yields_to_its_name() -> None:
    frame = _frame("Concern", {"id": "x", "preps": {"إزاء": "topic", "حول": "target"}}, {}, "x.yaml", {})
    assert frame.roles_of_prep("حول") == ("target",)


def test_a_capital_that_was_attacked_is_no_attacker() -> None:
    assert lines("زادت الإجراءات إثر هجمات باريس في يناير.", "Attack") == ["Attack target=Paris"]
    assert lines("أدانت تركيا هجوم موسكو على أوكرانيا.", "Attack") == ["Attack agent=Russia target=Ukraine"]


def test_a_person_attacks_in_words() -> None:
    assert events("هاجم ماكرون روسيا بشدة.") == ["Condemnation agent=Emmanuel Macron target=Russia"]
    assert events("هاجمت كندا القرار الروسي بشدة.") == ["Condemnation agent=Canada target=Russia"]
    officials = "هاجم المسؤولون الإيرانيون رئيس الوزراء الإسرائيلي بنيامين نتنياهو."
    assert events(officials) == ["Condemnation agent=Iran target=Benjamin Netanyahu"]
    assert events("هاجم الجيش الروسي أوكرانيا.") == ["Attack agent=Army of Russia target=Ukraine"]


def test_a_court_holds_no_meeting() -> None:
    assert lines("حضر ماكرون جلسة النطق بالحكم.", "Meeting") == []


@pytest.mark.parametrize("word", ["وعدد", "ودول", "سياسي", "لها"])
def test_words_that_are_never_a_verb(word: str) -> None:
    found = [c for c in chunks(f"زار ماكرون روسيا، {word} كبير من الوزراء.") if c.word.endswith(word)]
    assert all(c.kind != "verb" for c in found)


def test_what_a_word_goes_with_stands_where_the_frame_looks_for_it() -> None:
    assert lines("جمدت تركيا أموال بشار الأسد التزاما بالعقوبات.", "SanctionRelief") == []


def test_what_is_mentioned_is_said_by_nobody() -> None:
    assert lines("التقى ماكرون بوتين في باريس. يذكر أن روسيا قصفت أوكرانيا.", "Statement") == []


def test_work_is_an_attack_only_if_it_is_called_so() -> None:
    assert lines("العمل الجاد لتهيئة القوات العسكرية على حدود روسيا.", "Attack") == []
    assert lines("أدانت فرنسا العمل الإرهابي ضد روسيا.", "Attack") == ["Attack target=Russia"]


def test_a_number_is_no_praise() -> None:
    assert events("زار ماكرون روسيا واثنين من وزرائه.") == ["Visit agent=Emmanuel Macron target=Russia"]


def test_a_city_condemns_nobody() -> None:
    text = "قالت روسيا إن المسلحين سلموا مدينة الباب لتركيا."
    assert lines(text, "Condemnation") == []


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الحرس المدني عن اعتقال تونسي في مدريد.",  # a private person, and nobody who arrests
        "شنت الصين هجمات إلكترونية على مصرف في لندن.",
        "وقال الكاتب إن الحرب السورية بدأت قبل سنوات.",
        "وتستهدف حزمة المساعدات تفادي إفلاس اليونان.",
        "أوقف القرار طموح إيران النووي.",
        "قال المسؤول الذي طلب عدم الكشف عن هويته إن الموعد تأجل.",
        "أيدت محكمة النقض الحكم بسجن المتهم.",
        "ودعا النواب إلى جلسة لانتخاب رئيس جديد.",
        "غير أن حركة طالبان تعد المشتبه به الأول.",
        "أدانت محكمة الجنايات في روما شابا مقيما في ميلانو بتهمة القتل.",
        "زرعت الشركة التركية مليون فدان وتحديث الموانئ مستمر.",
        "رابط الخبر بصحيفة المدينة: سيول تندد بتجارب كوريا الشمالية.",
    ],
)
def test_what_only_looks_like_a_deed(text: str) -> None:
    assert {e.type for e in annotate(text).events} <= {"Statement", "Appeal"}
    assert not any(e.type == "Appeal" and "طلب" in text for e in annotate(text).events)


def test_what_an_army_publishes_is_no_deployment() -> None:
    found = annotate("وقال البيان الذي نشره الجيش الأردني إن العملية انتهت.").events
    assert [e.type for e in found] == ["Statement"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # an official of whom nothing is told is nobody whom he speaks of
        ("قال مسؤول أمريكي كبير إن وليام بيرنز غادر القاهرة. وأضاف المسؤول أن بيرنز سيعود.", set()),
        # nobody says what turned out, hopes what is whole, or speaks by what moves him
        ("قال ماكرون إن الوضع صعب. وتبين خلال التحقيق أن المبلغ أكبر.", {"Emmanuel Macron"}),
        ("قرر ماكرون تمديد القانون على كامل التراب الفرنسي.", set()),
        ("ووعد ماكرون بمتابعة النقاش على أمل احتواء الغضب.", set()),
        # a plural participle is not that of one man; the two sons of a man are not he
        ("احتفل ماكرون بحضور الأهل الذين قدموا التهاني متمنين له حياة سعيدة.", set()),
        ("وقال نجلا دونالد ترامب إن الحملة مستمرة.", set()),
        # the prince of a province is not the state
        ("أمير جازان: لا تهاون مع المخالفين.", set()),
        # a byline, a wave
        ("إيمانويل ماكرون- سبق- حائل: احتفل الشاب عبدالمجيد بزواجه.", set()),
    ],
)
def test_who_does_not_speak(text: str, speakers: set[str]) -> None:
    annotated = annotate(text)
    told = [a.entity for e in annotated.events if e.type == "Statement" for a in e.arguments if a.role == "agent"]
    assert {annotated.entities.entities[entity].label_en for entity in told} == speakers
