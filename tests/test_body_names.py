"""Unlisted bodies by their head noun, and offices of bodies in quotation marks, of unions and of regions."""

from __future__ import annotations

import pytest

from entity_help import layer


def bodies(sentences: str) -> set[str]:
    kinds = ("Party", "Company", "Organization", "GovernmentBody")
    return {e.label_ar for e in layer(sentences).entities.values() if e.type in kinds}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("رفض حزب طلائع الإصلاح المشاركة.", "حزب طلائع الإصلاح"),
        ("أدان حزب جبهة القوى الوطنية الاعتقال.", "حزب جبهة القوى الوطنية"),
        ("قال حزب ميلدورفيتش إن القرار خاطئ.", "حزب ميلدورفيتش"),
        ("وقعت شركة بيندوريكس العقد أمس.", "شركة بيندوريكس"),
        ("اتهمت حركة تحرير النيجر الحكومة بالقصف.", "حركة تحرير النيجر"),
        ("أوقفت شرطة دبي المشتبه بهم.", "شرطة دبي"),
        ("أعلن المكتب الوطني للإحصاءات تراجع النمو.", "المكتب الوطني للإحصاءات"),
        ("أنقذ خفر السواحل اليوناني الركاب.", "خفر السواحل اليوناني"),
        ("أمرت النيابة العامة التونسية بحبسه.", "النيابة العامة التونسية"),
        ("وذكر الديوان الملكي الأردني في بيان أن الزيارة قصيرة.", "الديوان الملكي الأردني"),
        ("أصدرت هيئة الكويت للفنون والآداب دليلا.", "هيئة الكويت للفنون والآداب"),
        ("وصلت قافلة هيئة الهلال الأحمر إلى المخيم.", "هيئة الهلال الأحمر"),
        ("اختتم اتحاد المهندسين العرب دورته.", "اتحاد المهندسين العرب"),
        ("ترشح لعضوية المكتب التنفيذي للجنة الأولمبية.", "اللجنة الأولمبية"),
        ("وجاء في رد مكتوب للخارجية المغربية أن الوفد وصل.", "الخارجية المغربية"),
        ("تراجعت الذخيرة للجيش في كينيا كما قالت كينيا.", "الجيش"),
    ],
)
def test_bodies_by_their_head_noun(sentence: str, name: str) -> None:
    assert name in bodies(sentence)


NOTHING = [
    "فاز حزب يمين الوسط أمس.",
    "شهدت حركة نقل البضائع تراجعا.",
    "غادر حزب رئيس الوزراء.",
    "تجمع العشرات في الميدان.",
    'هاجمته جماعة "متطرفة" ليلا.',
    "باعته شركة «محلية» أمس.",
    "انضم إلى الائتلاف المناهض للقرار.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_nouns_behind_a_head_that_name_nothing(sentence: str) -> None:
    assert not bodies(sentence)


def offices(sentence: str) -> set[tuple[str, str]]:
    found = layer(sentence)
    return {(o.role, found.entities[o.of].label_en or found.entities[o.of].label_ar) for o in found.offices}


@pytest.mark.parametrize(
    ("sentence", "role", "of"),
    [
        ('قال الأمين العام لـ"حزب الله" نعيم قاسم إن الرد قريب.', "SecretaryGeneral", "Hezbollah"),
        ('وقالت سعاد الهاشمي، رئيسة "جمعية أمهات الأسرى"، إنها ستحضر.', "Official", "جمعية أمهات الأسرى"),
        ("انتقدت مسؤولة السياسة الخارجية في الاتحاد الأوروبي كاثرين أشتون الخطة.", "Official", "European Union"),
        ("وصل مبعوث الأمم المتحدة والجامعة العربية إلى سوريا الأخضر الإبراهيمي.", "Envoy", "United Nations"),
        ("وقال المتحدث باسم بعثة الأمم المتحدة سامر الكيلاني إن الهدنة قائمة.", "Spokesperson", "United Nations"),
        ("وقال رئيس حزب طلائع الإصلاح سامر الكيلاني إن الحوار ضروري.", "Official", "حزب طلائع الإصلاح"),
        ("ونقل عن زعيمة حزب ميلدورف سعاد الهاشمي قولها إن الوقت ضاق.", "Official", "حزب ميلدورف"),
        ("دعا رئيس جمهورية الشيشان سامر الكيلاني إلى الهدوء.", "HeadOfState", "Chechnya"),
    ],
)
def test_offices_of_bodies_unions_and_regions(sentence: str, role: str, of: str) -> None:
    assert (role, of) in offices(sentence)


def test_an_object_behind_a_council_is_no_part_of_its_name() -> None:
    found = bodies("اجتمع مجلس الوزراء اليمني أمس. وأدان المجلس الهجوم على السفارة. ورفض المجلس التهديدات.")
    assert not [name for name in found if "الهجوم" in name or "التهديدات" in name]
    assert "المجلس العسكري الانتقالي" in bodies("رفض المجلس العسكري الانتقالي الاقتراح.")


def test_adjectives_behind_a_listed_group_are_not_its_name() -> None:
    found = layer("هاجم حزب الله الشيعي اللبناني الموقع.").entities
    assert "Hezbollah" in found
    assert not any(e.type == "Party" for e in found.values())
