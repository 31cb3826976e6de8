"""Words whose frame does not hold by what stands beside them, and one officer told by two phrases."""

from __future__ import annotations

import pytest

from event_help import annotate, lines


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("لا يعفي هذا القرار روسيا من المسؤولية.", "Departure"),
        ("يعقد مجلس النواب الأردني جلسة يوم الأحد.", "Meeting"),
        ("عقد مجلس الوزراء التونسي اجتماعا برئاسة الوزير عثمان الجرندي.", "Meeting"),
        ("رست السفن التي تحمل النازحين الذين استقبلتهم الأمم المتحدة في عدن.", "Meeting"),
        ("قال وزير الدفاع الإيراني إن بلاده مستعدة للرد على أي هجوم.", "Proposal"),
        ("تعد الاتفاقات ثمرة العلاقات بين روسيا ومصر.", "RelationsRestored"),
        ("دعا الخبراء إلى إعادة صياغة العلاقات بين فرنسا والجزائر.", "RelationsRestored"),
        ("علق رئيس حزب الوردة على العلاقات مع فرنسا.", "RelationsCut"),
        ("انتقدت إيران تصويت الصين على القرار ضد طهران.", "Rejection"),
        ("التقى الصحفيون الوسيط الألماني في القاهرة.", "Mediation"),
        ("زودت إيران الوكالة الدولية للطاقة الذرية بتقرير عن المصنع.", "Aid"),
        ("هاجمت طائرات مسيرة إيرانية مواقع في العراق.", "Protest"),
        ("قال الطبيب إن اليمن مهدد بالمجاعة.", "Warning"),
        ("أنهت تركيا الهدنة مع حزب العمال الكردستاني.", "Agreement"),
        ("أعفى القانون المواطن الأردني سالم الحربي من الرسوم.", "Departure"),
        ("يجوز للقاضي إعفاء المتهم ماجد السبيعي من العقوبة.", "SanctionRelief"),
        ("عزت تركيا ارتفاع الأسعار إلى الحرب.", "Condolence"),
        ("اعتمدت فرنسا على قانون قديم في توزيع المقاعد.", "Ratification"),
        ("لم تعد روسيا قادرة على التأثير بقراراتها في السوق.", "Proposal"),
        ("ويعد أردوغان من أبرز السياسيين في تركيا بفضل شعبيته.", "Proposal"),
        ("قامت تركيا بعرض الصور على الصحافة.", "Proposal"),
        ("تقيم تركيا علاقات تجارية واسعة مع إيطاليا.", "RelationsRestored"),
        ("ضبطت الشرطة أجهزة اتصال مع روسيا.", "PhoneCall"),
        ("التقى الوفد مدير قسم الاتصال مع فرنسا.", "PhoneCall"),
        ("تأتي فلسطين على قمة أولويات مصر والأردن.", "Summit"),
        ("وقال ماكرون: نشكر الله على سلامة الجميع.", "Praise"),
        ("تستعد مصر لأي تهديدات محتملة من إسرائيل.", "Warning"),
        ("سترفع الولايات المتحدة الاتفاق إلى الأمين العام.", "Agreement"),
        ("حذرت روسيا من عقد صفقات خلف الأبواب.", "Agreement"),
        ("بات الجيش السوري يهدد المناطق الزراعية شمال المدينة.", "Warning"),
        ("أحيت اليابان الذكرى السنوية للقنبلة وحيت اليوم الوطني.", "Praise"),
        ("فجرت الشرطة الأميركية فضيحة فساد في روسيا.", "Attack"),
        ("أوقف الإضراب حركة القطارات في ألمانيا.", "Detention"),
        ("طلب الوزير سيرغي لافروف الكلام وشرح الموقف.", "Appeal"),
        ("وقالت سارة كوهين وهي طالبة جامعية من روسيا: الوضع صعب.", "Appeal"),
    ],
)
def test_the_word_has_another_sense(text: str, kind: str) -> None:
    assert lines(text, kind) == []


@pytest.mark.parametrize(
    ("text", "told_as"),
    [
        ("أعفى ماكرون الوزير جان بيير من منصبه.", "Departure"),
        ("عزت تركيا الشعب الإيراني في ضحايا الزلزال.", "Condolence"),
        ("اعتمدت فرنسا قانونا جديدا للهجرة.", "Ratification"),
        ("وعد أردوغان بمحاسبة المسؤولين.", "Proposal"),
        ("أقامت تركيا علاقات دبلوماسية مع كوبا.", "RelationsRestored"),
        ("توصلت روسيا إلى صفقة مع الصين.", "Agreement"),
    ],
)
def test_the_same_word_in_its_own_sense(text: str, told_as: str) -> None:
    assert len(lines(text, told_as)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "وقال ماكرون: «ستفتح الاتفاقية آفاقا أرحب أمام الشركات».",
        "وقال لافروف إن «المجال العسكري – التقني بين روسيا وتركيا واسع».",
        "وأكد ماكرون أن «فرنسا حريصة أشد الحرص على السلام».",
    ],
)
def test_adjectives_are_no_verbs_of_the_speaker(text: str) -> None:
    assert {e.type for e in annotate(text).events} <= {"Statement"}


def test_what_stands_for_the_subject_is_nobody() -> None:
    assert lines("ما توصل إليه غوتيريش في تقريره يدعو إلى تحرك سريع.", "Appeal") == []
    assert lines("وقال ماكرون: «ما دعاني إلى عقد هذا اللقاء هو الوضع في ليبيا».", "Appeal") == []


@pytest.mark.parametrize(
    "text",
    [
        "لن يلتقي ماكرون بوتين إلا بعد زيارة بايدن لفرنسا.",
        "أقر المجلس قرارات تنص على زيارة بايدن لفرنسا.",
        "تحدثت الصحف عن سيناريو زيارة بايدن لفرنسا.",
    ],
)
def test_a_deed_that_must_first_come_is_hypothetical(text: str) -> None:
    assert [e.status for e in annotate(text).events if e.type == "Visit"] == ["Hypothetical"]


def test_what_somebody_fears_is_hypothetical() -> None:
    text = "تخشى إيران أن تشن إسرائيل هجوما على سوريا."
    assert [e.status for e in annotate(text).events if e.type == "Attack"] == ["Hypothetical"]


def test_the_purpose_of_a_campaign_is_no_event() -> None:
    assert lines("تقود المعارضة حملات للإطاحة بالرئيس ماكرون.", "Departure") == []
    assert len(lines("عبر بايدن عن دعمه لإطلاق سراح نافالني.", "Release")) == 1


def test_a_body_and_its_named_officer_are_one_guest() -> None:
    text = "استقبل ماكرون أمس سفير روسيا في باريس الجنرال إيغور إيفانوف."
    assert lines(text, "Meeting") == ["Meeting participant=Emmanuel Macron+Igor Ivanov"]


def test_seas_are_not_attacked() -> None:
    text = "قصفت روسيا أوديسا المطلة على البحر الأحمر."
    assert lines(text, "Attack") == ["Attack agent=Russia target=Odesa"]


def test_a_session_with_others_is_a_meeting() -> None:
    text = "عقد مجلس النواب الأردني اجتماعا مع وزير الخارجية الروسي سيرغي لافروف."
    assert "Sergey Lavrov" in " ".join(lines(text, "Meeting"))


def test_who_is_ready_for_talks_offers_something() -> None:
    assert lines("أكدت روسيا استعدادها للحوار مع أوكرانيا.", "Proposal") == ["Proposal agent=Russia"]


def test_talks_between_two_sides_that_go_on_are_negotiations() -> None:
    assert lines("أشاد الوزير بالمباحثات بين إيران والسعودية.", "Negotiation") == [
        "Negotiation participant=Iran+Saudi Arabia"
    ]
    contacts = "جرت اتصالات بين روسيا وتركيا لخفض التوتر."
    assert lines(contacts, "Negotiation") == ["Negotiation participant=Russia+Turkey"]
    assert lines(contacts, "PhoneCall") == []


def test_an_envoy_whose_recall_his_own_government_decides_is_no_stranger() -> None:
    text = "قررت الحكومة الأردنية استدعاء السفير الأردني في طهران من أجل المشاورات."
    assert lines(text, "Summons") == []
    assert len(lines(text, "Recall")) == 1


def test_the_object_of_a_masculine_verb_does_not_speak_for_its_subject() -> None:
    assert lines("ورفض ماكرون مطالبة تركيا بسحب الجنود.", "Appeal") == ["Appeal agent=Turkey"]
    assert lines("انتقدت ألمانيا إسرائيل مطالبة بوقف الحرب.", "Appeal") == ["Appeal agent=Germany"]
