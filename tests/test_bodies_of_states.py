"""Bodies told by what they govern, by a short name, or without the state that they belong to."""

from __future__ import annotations

import pytest

from event_help import actors, lines


@pytest.mark.parametrize(
    ("text", "event", "actor"),
    [
        ("أعلنت سلطات الطيران المدني الإثيوبية إغلاق المجال الجوي.", "Statement", "Ethiopia"),
        ("رفضت حكومة تصريف الأعمال البلجيكية المقترح البريطاني.", "Rejection", "Belgium"),
        ("رحبت حكومة الوحدة الوطنية الكينية بقرار واشنطن.", "Praise", "Kenya"),
        ("قالت قيادة العمليات المشتركة العراقية إنها قصفت مواقع التنظيم.", "Statement", "Iraq"),
        ("أعلنت السلطات القضائية في البرازيل أنها فتحت تحقيقا.", "Statement", "Brazil"),
        ("دان المكتب السياسي لحركة حماس الهجوم على بيروت.", "Condemnation", "Hamas"),
        ("دعا مجلس شورى حركة النهضة ليبيا إلى الحوار.", "Appeal", "Ennahda"),
        ("هاجم رجال حزب الله مواقع الجيش الإسرائيلي.", "Attack", "Hezbollah"),
        ("رفض مجلس محافظة البصرة القرار الأمريكي.", "Rejection", "مجلس محافظة البصرة"),
        ("دعت المعارضة في زيمبابوي إلى الإضراب.", "Appeal", "Opposition of Zimbabwe"),
        ("قصفت سوريا مدينة حلب السورية. وقالت الفصائل المعارضة إنها صدت الهجوم.", "Statement", "Opposition of Syria"),
        ("انتخبت كينيا رئيسا كينيا جديدا. ورفضت المعارضة النتائج.", "Rejection", "Opposition of Kenya"),
        ("سيطر الحوثيون على عمران. وهاجم الانقلابيون مأرب. وصدتهم المقاومة الشعبية.", "Attack", "Houthi movement"),
        ("المسلحون يهاجمون كابول\nقالت حركة طالبان إنها نفذت العملية.", "Attack", "Taliban"),
        ("قصفت طائرات النظام مدينة حلب السورية. وأضاف المرصد أن سوريا تشهد معارك.", "Attack", "Syria"),
    ],
)
def test_a_body_is_found_by_what_it_governs_and_by_the_state_of_the_news(text: str, event: str, actor: str) -> None:
    assert actor in actors(text, event)


def test_a_listed_government_keeps_its_name() -> None:
    text = "دعت حكومة الوحدة الوطنية الليبية مصر إلى الحوار."
    assert actors(text, "Appeal") == {"Government of National Unity (Libya)"}


def test_the_resistance_is_the_one_told_before() -> None:
    text = "سيطرت المقاومة الشعبية على مدينة عدن. وقصفت المقاومة مواقع الحوثيين."
    assert actors(text, "Attack") == {"Popular Resistance"}
    assert not actors("وقصفت المقاومة مواقع الجيش السوداني.", "Attack")


def test_the_government_is_that_of_the_state_that_the_news_is_about() -> None:
    about = "الحكومة ترفض المقترح الفرنسي\nقال وزير الخارجية المغربي إن المغرب يرفض المقترح. وزار الوزير مدنا مغربية."
    assert "Morocco" in actors(about, "Rejection")


def test_one_mention_of_a_foreign_state_does_not_make_the_government_its_own() -> None:
    assert not actors("وأعلنت الحكومة رفضها التعديلات. وكان مستثمر من قطر قد زار المصنع.", "Rejection")


@pytest.mark.parametrize(
    ("text", "event", "parties"),
    [
        ("جاء ذلك خلال استقبال الرئيس العراقي السفير الياباني.", "Meeting", {"Iraq", "Japan"}),
        ("عقب استقبال أمير الكويت وزير الخارجية الألماني يوهان فاديفول.", "Meeting", {"Kuwait"}),
        ("تراجعت الليرة بعد استدعاء موسكو السفير الفنلندي.", "Summons", {"Russia"}),
    ],
)
def test_an_office_without_a_name_receives_and_summons(text: str, event: str, parties: set[str]) -> None:
    assert parties <= actors(text, event)


def test_a_day_between_commas_does_not_part_a_masdar_from_its_object() -> None:
    text = "انتقلت المعارك إثر قصف الجيش التركي، الأحد، مدينة عفرين."
    assert lines(text, "Attack") == ["Attack agent=Army of Turkey target=Afrin"]


def test_the_opposition_of_nowhere_is_nobody() -> None:
    assert not actors("ورفضت المعارضة النتائج.", "Rejection")


def test_adjectives_of_algeria_need_no_other_sign() -> None:
    assert actors("زار وفد جزائري مدينة جنيف.", "Visit") == {"Algeria"}
    assert actors("انتقدت السفارة الجزائرية قرار باريس.", "Condemnation") == {"Embassy of Algeria"}


def test_rebels_are_nobody_where_two_groups_are_named_or_an_adjective_names_others() -> None:
    assert actors("هاجم المسلحون كابول. ونفت حركة طالبان وتنظيم داعش ذلك.", "Attack") == set()
    assert actors("هاجم المتمردون الأكراد أنقرة. وتتهم تركيا حركة طالبان بدعمهم.", "Attack") == set()


def test_the_authorities_and_the_security_forces_alone() -> None:
    about = " وقالت كينيا إن حكومة كينيا تتابع الأمر."
    assert actors("واعتقلت السلطات خمسة صحفيين." + about, "Detention") == {"Kenya"}
    assert actors("واعتقلت قوات الأمن خمسة صحفيين." + about, "Detention") == {"Security forces of Kenya"}
    assert actors("واعتقلت السلطات المحلية خمسة صحفيين." + about, "Detention") == set()


def test_the_ministry_is_that_of_the_minister_told_before() -> None:
    text = "زار وزير الصحة الكيني دنكان مدينة مومباسا. وأعلنت الوزارة أن المستشفى جاهز."
    assert "Ministry of Health of Kenya" in actors(text, "Statement")
    assert not actors("وأعلنت الوزارة أن المستشفى جاهز.", "Statement")
