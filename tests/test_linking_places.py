"""Capital or state, and names of places, bodies and people that lie within longer names."""

from __future__ import annotations

from datetime import date

import pytest

from sifara.document import Document
from sifara.linking import Case, Linker, Scene, settle
from sifara.pipeline import Pipeline

DAY = date(2018, 5, 1)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(broad=False)


def read(pipeline: Pipeline, linker: Linker, text: str, day: date | None = DAY) -> dict[str, str | None]:
    """Return the entities that mentions of ``text`` name, by their ids, with what they are linked to."""
    document, decisions = settle(pipeline.annotate(Document("x", text, day)), linker)
    linked = {d.item.id: d.item.qid for d in decisions if d.item is not None}
    named = {m.entities[0] for m in document.entities.mentions if m.entities and not m.inner}
    return {name: linked.get(name) for name in sorted(named)}


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        # Somebody acts, or is acted upon, under the name of the capital.
        ("قال المتحدث إن طهران لن تقبل شروطا جديدة.", "Iran", "Tehran"),
        ("جاء ذلك بعد العقوبات التي فرضتها واشنطن على الشركة.", "United_States", "Washington_D.C."),
        ("انتقد النائب سياسات موسكو تجاه جيرانها.", "Russia", "Moscow"),
        ("لم تتغير مواقف الحزب رغم تخلي باريس عن المبادرة.", "France", "Paris"),
        ("تراجعت الثقة بين بكين وطوكيو خلال العام.", "China", "Beijing"),
        ("وقال الباحث: هذا إنذار لواشنطن قبل فوات الأوان.", "United_States", "Washington_D.C."),
        # Otherwise it is the town.
        ("أقيم العرض وسط حشود من فتيان بغداد أمس.", "Baghdad", "Iraq"),
        ("اكتظت مستشفيات صنعاء بالجرحى.", "Sanaa", "Yemen"),
        ("أعلنت الشركة ومقرها لندن أرباحها السنوية.", "London", "United_Kingdom"),
        ("وقع الانفجار في العاصمة السورية، دمشق.", "Damascus", "Syria"),
        ("روى المؤرخ (ت 463هـ/1071م) أن السلطان هدد بتسليم دمشق.", "Damascus", "Syria"),
        ("عاد المعتمرون إلى بلادهم بعدما عرفت بغداد أمطارا غزيرة.", "Baghdad", "Iraq"),
        ("توقفت الرحلات بين القاهرة وأسوان أياما.", "Cairo", "Egypt"),
        ("قرر الشاب العودة لأنقرة مع أسرته.", "Ankara", "Turkey"),
        ("سكن الطلاب في الضاحية الشمالية لأثينا.", "Athens", "Greece"),
        ("فضل المستثمر دبي وليس الرياض أو جدة لفتح فرعه.", "Riyadh", "Saudi_Arabia"),
    ],
)
def test_a_capital_is_the_state_where_somebody_acts(
    pipeline: Pipeline, linker: Linker, text: str, there: str, absent: str
) -> None:
    found = read(pipeline, linker, text)
    assert there in found
    assert absent not in found


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("تجمع الطلاب في ساحة فلسطين مساء.", "ساحة_فلسطين", "Palestine"),
        ("وقع حادث في شارع القدس أمس.", "شارع_القدس", "Jerusalem"),
        ("أدرجت بورصة البحرين أسهم الشركة.", "بورصة_البحرين", "Bahrain"),
        ("انتهى مؤتمر الرياض دون بيان.", "مؤتمر_الرياض", "Riyadh"),
        ("زار الكاتب معرض القاهرة ومهرجان مراكش.", "مهرجان_مراكش", "Marrakesh"),
        ("ارتفع سوق دبي المالي اليوم.", "سوق_دبي_المالي", "Dubai"),
        ("نشر الكاتب رواية «ليالي القدس» العام الماضي.", None, "Jerusalem"),
        ("ذكر المؤرخ في ‘تاريخ دمشق‘ خبرا عن ذلك.", None, "Syria"),
        ("تشمل الخطة آسيا الغربية ودولا أخرى.", "آسيا_الغربية", "Asia"),
        ("سلم الجيش الضفة الشرقية للقناة.", None, "West_Bank"),
        ("قال الطبيب إن القدس عاصمة فلسطين.", "Jerusalem", "Ramallah"),
        ("يعمل الخبير لدى مكتب الأمم المتحدة لخدمات المشاريع.", "مكتب_الأمم_المتحدة_لخدمات_المشاريع", "United_Nations"),
        ("هبطت طائرة من طراز بوينغ 777 بسلام.", None, "Boeing"),
        ("قال الوزير في البيت الأبيض إنه مستعد.", None, "United_States"),
        ("نال الباحث منحة من مؤسسة محمد السادس للعلماء.", "مؤسسة_محمد_السادس", "Mohammed_VI"),
        ("وصل مدير مكتب الأمير محمد بن سلمان أمس.", "Mohammed_bin_Salman", None),
        ("مرت القافلة من وجدة إلى فاس.", "Fez", "Jeddah"),
        ("حيا الخطيب حماة الوطن في كلمته.", None, "Hama"),
        ("ألهب المغني حماس الجمهور ليلا.", None, "Hamas"),
        ("عاش الفلاحون في كل بلدة وقُطر سنوات صعبة.", None, "Qatar"),
    ],
)
def test_names_within_longer_names(
    pipeline: Pipeline, linker: Linker, text: str, there: str | None, absent: str | None
) -> None:
    found = read(pipeline, linker, text)
    assert there is None or there in found
    assert absent is None or absent not in found


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("زار الوفد مدينة جدة ثم عاد إلى الرياض.", "Jeddah"),
        ("قالت حركة حماس إنها ترفض العرض.", "Hamas"),
        ("انتقد البيت الأبيض هذا القرار.", "United_States"),
        ("دعت الأمم المتحدة للتدخل العاجل.", "United_Nations"),
        ("نفت شركة بوينغ الخبر.", "Boeing"),
        ("وقال: «نقف مع مصر في كل وقت».", "Egypt"),
        ("بحث الاتحاد الأوروبي خروج بريطانيا.", "European_Union"),
        ("في ملعب القدس ولاعب المنتخب ومباراة الدوري، وصل الفريق إلى نجران.", "Najran"),
    ],
)
def test_what_stays_as_it_was_read(pipeline: Pipeline, linker: Linker, text: str, there: str) -> None:
    assert read(pipeline, linker, text).get(there) is not None


def test_in_reports_of_sport_a_town_may_be_a_club(pipeline: Pipeline, linker: Linker) -> None:
    text = "سجل لاعب المنتخب هدفين في مباراة الدوري. وتغلب نجران على ضيفه. وأقيمت المباراة في أبها."
    found = read(pipeline, linker, text)
    assert "Najran" not in found
    assert found.get("Abha") is not None
    text = "شكا مدرب فريقه إلى لجنة المنتخبات، وقال إن ناديي الوحدة ونجران تأخرا في الدوري."
    assert "Najran" not in read(pipeline, linker, text)


def test_england_is_a_part_of_its_state_unless_it_acts(pipeline: Pipeline, linker: Linker) -> None:
    assert read(pipeline, linker, "أقامت الفرقة حفلا في إنجلترا.").get("England") == "Q21"
    assert read(pipeline, linker, "أعلنت إنجلترا قطع العلاقات مع إيران.").get("United_Kingdom") == "Q145"


def test_kings_of_one_name(pipeline: Pipeline, linker: Linker) -> None:
    jordan = "بحث العاهل الأردني الملك عبد الله الأزمة. وقال الملك عبد الله إن الوضع صعب."
    assert read(pipeline, linker, jordan, None).get("Abdullah_II_of_Jordan") == "Q57464"
    saudi = "بحث العاهل السعودي الملك عبد الله الأزمة. وقال الملك عبد الله إن الوضع صعب."
    assert read(pipeline, linker, saudi, None).get("Abdullah_bin_Abdulaziz_Al_Saud") == "Q57298"


def test_a_number_is_nobody(pipeline: Pipeline, linker: Linker) -> None:
    text = "استقبل الملك محمد السادس الوفد في المغرب. وقال الأمين العام السادس للمنظمة إنه مستعد."
    document, _ = settle(pipeline.annotate(Document("x", text, DAY)), linker)
    kings = [m for m in document.entities.mentions if "Mohammed_VI" in m.entities]
    assert [text[m.start : m.end] for m in kings] == ["الملك محمد السادس"]


def test_namesakes_need_more_than_the_name(linker: Linker) -> None:
    spoken = Scene(None, {"Egypt": 2}, {}, frozenset({"Egypt"}))
    bare = linker.decide(Case("Ahmad_Maher", "Person", ("أحمد ماهر",), (), "Ahmad_Maher"), spoken)
    assert bare.status == "open"
    told = Case("Ahmad_Maher", "Person", ("أحمد ماهر",), (("ForeignMinister", "Egypt"),), "Ahmad_Maher")
    assert linker.decide(told, spoken).status == "linked"


def test_a_given_name_alone_needs_an_office_or_a_country(linker: Linker) -> None:
    silent = Scene(date(2015, 8, 1), {"Egypt": 2}, {}, frozenset({"Egypt"}))
    bare = Case("Abdul_Hamid", "Person", ("عبد الحميد",), (), "Abdul_Hamid")
    assert linker.decide(bare, silent).status == "open"
    told = Case("Abdul_Hamid", "Person", ("عبد الحميد",), (("HeadOfState", "Bangladesh"),), "Abdul_Hamid")
    assert linker.decide(told, Scene(None, {"Bangladesh": 2}, {}, frozenset({"Bangladesh"}))).status == "linked"


def test_another_given_name_is_another_person(linker: Linker) -> None:
    sudan = Scene(None, {"Sudan": 3}, {}, frozenset({"Sudan"}))
    other = Case("اسامة_عبد_الله", "Person", ("اسامة عبد الله",), (("Minister", "Sudan"),), None, "Sudan")
    assert linker.decide(other, sudan).status != "linked"
    minister = Case("Asma_Mohamed_Abdalla", "Person", ("أسماء عبد الله",), (), "Asma_Mohamed_Abdalla", "Sudan")
    assert linker.decide(minister, sudan).status == "linked"


def test_another_family_name_behind_a_king(linker: Linker) -> None:
    saudi = Scene(None, {"Saudi_Arabia": 3}, {}, frozenset({"Saudi_Arabia"}))
    king = "Abdullah_bin_Abdulaziz_Al_Saud"
    other = linker.decide(Case(king, "Person", ("عبدالله بن عبدالعزيز الربيعة",), (), king), saudi)
    assert other.status != "linked"
    assert linker.decide(Case(king, "Person", ("عبدالله بن عبدالعزيز آل سعود",), (), king), saudi).status == "linked"


def test_a_ministry_of_one_of_several_states_stays_open(linker: Linker) -> None:
    of_syria = "Ministry_of_Foreign_Affairs_and_Expatriates_(Syria)"
    two = Scene(None, {"Syria": 2, "Iran": 2}, {}, frozenset({"Syria", "Iran"}))
    bare = Case(of_syria, "GovernmentBody", ("وزارة الخارجية",), (), of_syria, "Syria")
    assert linker.decide(bare, two).status == "open"
    one = Scene(None, {"Syria": 2}, {}, frozenset({"Syria"}))
    assert linker.decide(bare, one).status == "linked"


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("تسلمت الخطوط الجوية العربية السعودية طائرة جديدة.", "Saudi_Arabia"),
        ("تحتاج الأندية الجماهيرية إلى الدعم.", "Libya"),
        ("فاز المنتخب بلقب كأس كوبا أميركا مرتين.", "United_States"),
        ("شارك الحكم في كأس العالم وأوروبا.", "Europe"),
        ("تغير مناخ البحر الكاريبي في السنوات الأخيرة.", "Caribbean"),
        ("ترشح الشاب في عمالة مراكش.", "Marrakesh"),
        ("تحدث الناطق باسم قائمة نينوى المتآخية.", "Nineveh"),
        ("حلت الرياض في المرتبة الأولى بين المدن.", "Saudi_Arabia"),
        ("غنى الفنان بلا حماس.", "Hamas"),
        ("ألهب المطرب حماس جمهور القاعة.", "Hamas"),
        ("أكد نبيل العربي أهمية العمل. وقال المندوب إن العمل العربي مستمر.", "العربي"),
        ("قال خطيب الجمعة عبدالمهدي الكربلائي إن العراق بخير.", "Adil_Abdul-Mahdi"),
    ],
)
def test_other_names_and_words(pipeline: Pipeline, linker: Linker, text: str, absent: str) -> None:
    found = read(pipeline, linker, text)
    assert absent not in {name for name, item in found.items() if item is not None}


def test_an_adjective_is_no_name(pipeline: Pipeline, linker: Linker) -> None:
    text = "تابع الشاب حساب الاتصالات السعودية. وعاش سنوات في السعودية."
    document, _ = settle(pipeline.annotate(Document("x", text, DAY)), linker)
    kinds = [m.kind for m in document.entities.mentions if "Saudi_Arabia" in m.entities]
    assert kinds == ["nisba", "name"]


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("استمر العمل في شركة مياه مكة سنوات.", None, "Mecca"),
        ("بدأ ترميم قصر فرساي قبل عام.", "قصر_فرساي", "Versailles"),
        ("افتتح الخط بين الخرطوم وبقية الولايات.", "Khartoum", "Sudan"),
        ("الكويت 26 شوال 1436 هـ واس\nارتفعت الأسعار اليوم.", "Kuwait_City", "Kuwait"),
        ("غادر الوفد جدة مساء.", "Jeddah", None),
        ("فيلم «وجه القدس» يعرض الليلة.", None, "Jerusalem"),
    ],
)
def test_doubtful_towns(
    pipeline: Pipeline, linker: Linker, text: str, there: str | None, absent: str | None
) -> None:
    found = read(pipeline, linker, text)
    assert there is None or there in found
    assert absent is None or absent not in found


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("فر المعتقل من سجن وجدة ليلا.", "Jeddah"),
        ("انتقد الكاتب ما فعله الرئيس الأبيض في البلاد.", "El_Obeid"),
        ("رست فرقاطة « محمد السادس » في الميناء.", "Mohammed_VI"),
        ("دعا إلى وحدة أقطار المغرب كلها.", "Morocco"),
        ("بلغ الفريق نهائي كوبا ليبرتادوريس بعد فوزه.", "Cuba"),
        ("ألغت شركة فيرجين أستراليا رحلاتها إلى بالي.", "Australia"),
        ("أقام في مواقع منها المكسيك، وصحراء الشمال، وروما، وجبال بعيدة.", "Italy"),
    ],
)
def test_more_names_of_something_else(pipeline: Pipeline, linker: Linker, text: str, absent: str) -> None:
    found = read(pipeline, linker, text)
    assert absent not in {name for name, item in found.items() if item is not None}


def test_and_joins_a_town_to_a_town(pipeline: Pipeline, linker: Linker) -> None:
    found = read(pipeline, linker, "زار الوفد الرياض وجدة والدمام في أسبوع.")
    assert {"Riyadh", "Jeddah", "Dammam"} <= {name for name, item in found.items() if item is not None}
