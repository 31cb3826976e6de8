"""Signs that a place or a state may not be meant: its link stays open, with candidates and the sign."""

from __future__ import annotations

from datetime import date

import pytest
from pyoxigraph import NamedNode, QuerySolutions

from sifara.document import Document
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.graph.validation import validate
from sifara.linking import Linker, settle
from sifara.linking.links import Links
from sifara.pipeline import Pipeline
from sifara.store import EmbeddedStore

DAY = date(2018, 5, 1)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def read(pipeline: Pipeline, linker: Linker, text: str) -> tuple[set[str], set[str]]:
    """Return what ``text`` is linked to, and what stays open in it."""
    document, decisions = settle(pipeline.annotate(Document("x", text, DAY)), linker)
    named = {m.entities[0] for m in document.entities.mentions if m.entities and not m.inner and m.kind == "name"}
    met = [d for d in decisions if d.case.entity in named]
    linked = {d.item.id for d in met if d.item is not None}
    return linked, {c.item.id for d in met if d.item is None for c in d.candidates}


@pytest.mark.parametrize(
    ("text", "item"),
    [
        # longer names
        ("تراجع سهم أسمنت تبوك في تداولات أمس.", "Tabuk"),
        ("باع المزارع محصول جوز الهند كله.", "India"),
        ("انسحب الدراج من سباق فرنسا بعد إصابته.", "France"),
        ("شرح الطبيب أعراض متلازمة الشرق الأوسط التنفسية.", "Middle_East"),
        ("زار الوفد مواقع البناء في مدينة جازان الاقتصادية.", "Jizan"),
        ("ولد الكاتب في ألمانيا الشرقية قبل الوحدة.", "Germany"),
        ("عبرت السفينة مضيق ملقا.", "Malacca"),
        ("يسكن الطبيب في حي مصر الجديدة.", "Egypt"),
        ("أعاد الله العيد علينا بالخير واليمن والبركات.", "Yemen"),
        ("جعل الله هذا العام عليكم باليمن والمسرات.", "Yemen"),
        ("هذه القرية مسقط رأس الشاعر.", "Oman"),
        ("سكن السياح في مدن كارديف وليدز ولندن.", "United_Kingdom"),
        # foreign names at the sides
        ("تألق المهاجم إدوارد دالاس في العرض الأخير.", "Dallas"),
        ("عزف الفنان في مسرح فيكتوريا ترمينس أمام الجمهور.", "Victoria"),
        # whoever says something is somebody
        ("وأشار بريسبان إلى أن السفن كانت تحمل وقودا.", "Brisbane"),
        # common words
        ("دخل الرجل ببندقية وفأس صغير.", "Fez"),
        ("طلب الضيف كوبا من الشاي.", "Cuba"),
        ("حضر الحفل لفيف من الأهالي.", "Lviv"),
        ("ارتفع إجمالي الطاقة الداخلة إلى الشبكة.", "Dakhla"),
        ("خضع اللاعب لعملية بعد قطع في الرباط الصليبي.", "Rabat"),
        ("لعب المباراة التي كسبها فريقه بسهولة.", "Sabha"),
        ("خرج المصلون من الجامع بعد المغرب.", "Morocco"),
        ("يعالج الطبيب أمراضا تصيب العيون لدى الأطفال. ويظهر الالتهاب في العيون أولا.", "Laayoune"),
        ("تعلم الراعي حلب الإبل من جده.", "Aleppo"),
        ("حكمت المحكمة العليا في نيو ساوث ويلز لصالح الشركة.", "Wales"),
        ("شيد المعبد على الضفة الشرقية للنهر.", "West_Bank"),
        # spellings of other words, and towns that bear a capital's name
        ("أوصى الشيخ الفتى أن يحمل الهدية إلى جده. وكانت الأسرة تسكن الرياض قرب السعودية.", "Jeddah"),
        ("تحدثت الجدة عن جدّه كثيرا.", "Jeddah"),
        ("ألفه سعيد بخاري في أوزبكستان.", "Bukhara"),
        ("شب حريق في بلدة ليما التابعة لمقاطعة ألين.", "Lima"),
        ("انعقدت الجمعية العامة لنقابة الأطباء.", "United_Nations_General_Assembly"),
        ("سعى الحزب إلى تشكيل حكومة الوفاق الوطني قبل الاقتراع.", "Government_of_National_Accord"),
        ("ناشدت جمعيات الهلال الأحمر والصليب الأحمر المانحين.", "International_Committee_of_the_Red_Cross"),
        ("تناول الأطفال دجاج تشيلي الحار.", "Chile"),
        ("تراجع نتنياهو وباراك عن القرار.", "Arak"),
        ("وعد المرشح بإغلاق غوانتانامو.", "Guantanamo"),
        # somebody else, somewhere else
        ("كتبت الناشطة توكل كرمان مقالا. ووجه القراء رسائل لكرمان.", "Kerman"),
        ("ساد الهدوء في طرابلس شمالي لبنان.", "Tripoli"),
        ("أقيم الحفل في أوكلاند في كاليفورنيا.", "Auckland"),
        ("ندد البيان بجرائم قوات الاحتلال الأمريكية في العراق.", "Israel"),
        # somebody's family name, a word in a list of states, "like" in a foreign name
        ("افتتح الورشة سعد بن محمد السويد صباحا. وشكر مسؤول سويدي الحضور.", "Sweden"),
        ("شارك الدكتور السويد في الندوة. وهنأه مسؤول سويدي.", "Sweden"),
        ("انتشر الوباء في تشاد وترامب والنيجر.", "Donald_Trump"),
        ("قال المتحدث هسياو كترامب وي إن الاجتماع تأجل.", "Donald_Trump"),
        ("وقالت إيرينا بتروفا إن المعرض نجح.", "International_Renewable_Energy_Agency"),
        ("حضر أمين المجلس عبدالله بن عبدالعزيز النشوان الحفل.", "Abdullah_bin_Abdulaziz_Al_Saud"),
        ("اتصل الشيخ محمد خالد الحمد الصباح وزير الداخلية في دولة الكويت.", "Muhammad_Sabah_Al-Salem_Al-Sabah"),
        ("حضر الحفل الدكتور محمد بن عيسى وشيخ القبيلة.", "Mohamed_Benaissa"),
        # products, sites, seas, bodies that are only described or of sport
        ("هبط خام غرب تكساس الوسيط إلى أدنى مستوى.", "Texas"),
        ("باعت الشركة مزيجا من البصرة الثقيل.", "Basra"),
        ("زار الطلاب مصانع ينبع الصناعية.", "Yanbu"),
        ("أجرى الأسطول تدريبا في بحر الصين.", "China"),
        ("ضربت فضيحة فساد المنظمة الدولية. وقال رئيس الفيفا إن التحقيق مستمر.", "United_Nations"),
        ("أعلن اتحاد أمريكا الجنوبية موعد البطولة.", "South_America"),
        ("احتفل أهالي مدينة العيون في الأحساء بالعيد.", "Laayoune"),
        ("غرق طفل في قرية العين التابعة لأملج.", "Al_Ain"),
        ("أقيم الحفل على مقربة من البيت الأبيض.", "United_States"),
        ("انتهت جولة جنيف-2 دون اتفاق.", "Geneva"),
        ("نشرت هيئة كهرباء ومياه دبي تقريرها.", "Dubai"),
        ("كرم المدير مدارس الظهران الأهلية.", "Dhahran"),
        ("أعلن بانك أوف أمريكا نتائجه.", "United_States"),
        ("تدرس الطالبات في جامعات حائل، تبوك، نجران.", "Najran"),
        ("سيلعب الفريق في كأس الدوري مع أرمينيا بيليفيلد بعد مباراة اللاعب الأخيرة.", "Armenia"),
        ("انضم الحارس إليه من بريست بعد مباراة في الدوري أمام جماهير النادي.", "Brest"),
        ("صوتت الاتحادات القارية وهي الاتحاد الأوروبي واتحاد الكونكاكاف.", "European_Union"),
        ("ولد السائق في إمارة دبي.", "Dubai"),
        ("أصيب الحارس في قطاع نجران.", "Najran"),
        ("اتصلت الأسر بالمحتجزين في غوانتانامو. وقالت كوبا إن هافانا تعترض على القاعدة في كوبا.", "Guantanamo"),
        ("أعاد الله العيد عليكم باليمن والخيرات.", "Yemen"),
        ("حذرت الأرصاد من سيول منقولة، ونبهت إلى سيول أخرى.", "Seoul"),
        # words in another spelling, verbs and nouns
        ("سعى التاجر إلى مآرب أخرى.", "Marib"),
        ("وقد سرت إشاعة عن إفلاس المصرف.", "Sirte"),
        ("ملأ الضجر قلبه خمولا وكسلا.", "Kassala"),
        ("قطعت سيول الأمطار الطريق.", "South_Korea"),
        # capitals that may be their states
        ("حضر الندوة عضو لجنة إطعام الرياض سالم المطيري.", "Saudi_Arabia"),
        ("الرياض يساهم في تمويل المدارس.", "Saudi_Arabia"),
        ("واشنطن: للحلفاء حق الدفاع\nأكد المتحدث أن الموقف ثابت.", "Washington_D.C"),
        ("لم يصدر من طوكيو أي رد فعل على التقرير.", "Tokyo"),
        ("أكد الوزير حماية الخليج، وقال إن أمن الخليج وطهران تدعم الفوضى.", "Tehran"),
        ("استهدفت الغارة فصائل مدعومة من طهران.", "Tehran"),
        ("سئل عن رسالته إلى طهران فلم يجب.", "Tehran"),
    ],
)
def test_with_a_sign_there_is_no_link(pipeline: Pipeline, linker: Linker, text: str, item: str) -> None:
    linked, _ = read(pipeline, linker, text)
    assert item not in linked


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("باع المزارع محصول جوز الهند كله.", {"India"}),
        ("ساد الهدوء في طرابلس شمالي لبنان.", {"Tripoli"}),
        ("سئل عن رسالته إلى طهران فلم يجب.", {"Tehran", "Iran"}),
    ],
)
def test_what_would_have_been_linked_is_a_candidate(
    pipeline: Pipeline, linker: Linker, text: str, items: set[str]
) -> None:
    _, found = read(pipeline, linker, text)
    assert items <= found


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("وصل الوزير إلى كوبا أمس.", "Cuba"),
        ("غادر الوفد جدة مساء.", "Jeddah"),
        ("عقد الوفد لقاء في جده مساء.", "Jeddah"),
        ("زار وفد الصليب الأحمر السجن.", "International_Committee_of_the_Red_Cross"),
        ("أعلنت حكومة الوفاق في ليبيا الهدنة. ورحبت ليبيا بالدعم.", "Government_of_National_Accord"),
        ("كان القرار صعبا بالنسبة إلى بكين.", "China"),
        ("ذكر الكاتب أن الحكومة ضغطت على إسلام أباد.", "Pakistan"),
        ("لا تربط كندا علاقات دبلوماسية بطهران.", "Iran"),
        ("تدير المكتبة قسم العلاقات العامة بالرياض.", "Riyadh"),
        # capitals: what towns do, where one goes, what is counted among towns
        ("الرياض - الرياض أظهر مقطع مصور شراء التذاكر.", "Riyadh"),
        ("بغداد ستشهد احتجاجات ليلية.", "Baghdad"),
        ("الرياض تحتضن معرضا للكتاب.", "Riyadh"),
        ("أقلعت الطائرة من الرياض إلى الدمام.", "Riyadh"),
        ("وتظل فيينا واحدة من المدن الهادئة.", "Vienna"),
        ("وصلت رحلات من كلومبو والقاهرة ودبي.", "Cairo"),
        ("شرح مدير تعليم الرياض الخطة للمعلمين.", "Riyadh"),
        ("زار المبعوث الخاص إلى ليبيا غسان سلامة طهران مساء أمس.", "Tehran"),
        ("أغلق المتظاهرون الطرق في بنزرت وتونس العاصمة.", "Tunis"),
        ("السبب الذي يجعل موسكو تساند الحكومة معروف.", "Russia"),
        ("واشنطن وأنقرة تسعيان إلى هدنة.", "United_States"),
        ("طالبت الأمم المتحدة بالهدنة. وأعلنت المنظمة الدولية خطة للإغاثة.", "United_Nations"),
        ("قال الوزير إسماعيل حسن إن إسرائيل ترفض الاقتراح.", "Israel"),
        ("تعثر المشروع، وواشنطن معنية بإنقاذه.", "United_States"),
        ("اختار القادة أديس أبابا مقرا للمنظمة.", "Addis_Ababa"),
        ("أقيم المعرض في بخارى.", "Bukhara"),
        ("صوتت الجمعية العامة لهيئة الأمم المتحدة على القرار.", "United_Nations_General_Assembly"),
        ("تنقل الموظف بين مدريد وطوكيو ونيقوسيا ونيويورك.", "Nicosia"),
        ("أعلنت قطر أمس خطة جديدة. وقال مسؤول قطري إن الخطة طموحة.", "Qatar"),
        ("سقطت القذيفة على طرابلس في شمال ليبيا.", "Tripoli"),
        ("عقد الاجتماع في الرباط بحضور الوزراء.", "Rabat"),
        ("استؤنفت الرحلات بين القاهرة وأسوان أمس.", "Cairo"),
        ("اقتحمت قوات الاحتلال بلدة في الضفة الغربية.", "Israel"),
        ("سافر الطلاب إلى ألمانيا أمس.", "Germany"),
        ("ارتفعت الأسعار في الضفة المحتلة أمس. وقال مسؤول فلسطيني إن الوضع صعب.", "West_Bank"),
        ("أعلن التنظيم مسؤوليته عن هجوم موسكو مساء.", "Moscow"),
        ("منعت مدن بينها تل أبيب الاحتفال.", "Tel_Aviv"),
        ("نال المزارع جائزة في ولاية جورجيا.", "Georgia_(state)"),
        ("زار الوفد جورجيا وأرمينيا.", "Georgia"),
        ("اندلع الحريق في كولومبيا البريطانية.", "British_Columbia"),
    ],
)
def test_without_a_sign_there_is_a_link(pipeline: Pipeline, linker: Linker, text: str, item: str) -> None:
    linked, _ = read(pipeline, linker, text)
    assert item in linked


def test_a_store_keeps_the_sign(pipeline: Pipeline, linker: Linker) -> None:
    document = settle(pipeline.annotate(Document("d", "ساد الهدوء في طرابلس شمالي لبنان.", DAY)), linker)[0]
    with EmbeddedStore() as store, Links(store, None) as links:
        store.replace(NamedNode(iri.document("d")), all_quads(document))
        links.update()
        links.update(anew=True)
        answer = store.query(
            "SELECT ?q ?r { ?e dip:candidateLink ?c . ?c dip:candidate ?q ; dip:rule ?r "
            "FILTER NOT EXISTS { ?e owl:sameAs ?any } }"
        )
        assert isinstance(answer, QuerySolutions)
        rows = [(row["q"].value, row["r"].value) for row in answer]
        assert len(rows) == 1
        assert all("another country" in reason for _, reason in rows)
        assert validate(store).violations == 0


@pytest.mark.parametrize(
    "text", ["أغلقت المدارس بسبب الفوضى التي تعم بغداد.", "جال السائح في الأحياء التي تغمر بغداد بالحياة."]
)
def test_what_sweeps_over_a_capital_is_over_the_town(pipeline: Pipeline, linker: Linker, text: str) -> None:
    assert read(pipeline, linker, text)[0] == {"Baghdad"}
