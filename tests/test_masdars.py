"""Masdars: who acts in them, whom they hit, and what a verb or masdar above them makes of them."""

from __future__ import annotations

import pytest

from event_help import lines

TOLD = [
    # both sides of an accord, further on than the noun
    ("شهدت هافانا أمس توقيع بلاغ مشترك بين المغرب وكوبا يقضي بتبادل السفراء.", "Signing agent=Cuba+Morocco"),
    ("أعلنت الرباط عن توقيع اتفاقية للتعاون القضائي بين المغرب وإسبانيا.", "Signing agent=Morocco+Spain"),
    ("رحب الاتحاد الأوروبي بتوقيع أرمينيا وأذربيجان أمس اتفاق سلام.", "Signing agent=Armenia+Azerbaijan"),
    ("جاء ذلك غداة توقيع دونالد ترامب الاثنين إعلانا بشأن الجولان.", "Signing agent=Donald Trump"),
    ("تعثرت المفاوضات بشأن وقف الحرب بين السودان وإثيوبيا.", "Negotiation participant=Ethiopia+Sudan"),
    # the subject and the object of a masdar
    ("اعتبر الكرملين أن تزويد ألمانيا أوكرانيا بالسلاح تصعيد خطير.", "Aid agent=Germany target=Ukraine"),
    ("جاء ذلك بعد استئناف السعودية علاقاتها مع إيران.", "RelationsRestored participant=Iran+Saudi Arabia"),
    ("تراجعت الأسعار بسبب الحرب الروسية الأوكرانية.", "Attack agent=Russia target=Ukraine"),
    ("نددت تركيا بالعملية العسكرية الإسرائيلية في غزة.", "Attack agent=Israel target=Gaza"),
    ("بحث وزيرا خارجية مصر وتركيا الغارات الإسرائيلية على قطاع غزة.", "Attack agent=Israel target=Gaza Strip"),
    # who goes somewhere to meet somebody meets them; a visit "of his" is that of the guest, not of the host
    ("يتوجه وليام روتو إلى الرباط الأحد لعقد مباحثات مع الملك محمد السادس.", "Meeting participant=Mohammed VI+William Ruto Planned"),  # noqa: E501
    ("سيتوجه إيمانويل ماكرون غدا إلى روما للقاء جورجيا ميلوني.", "Meeting participant=Emmanuel Macron+Giorgia Meloni Planned"),  # noqa: E501
    ("استقبل عبد الفتاح السيسي إيمانويل ماكرون في أول زيارة رسمية له إلى أسوان.", "Visit agent=Emmanuel Macron place=Aswan"),  # noqa: E501
    # adjectives of countries that a dash joins, or that stand in quotation marks
    ("عقدت القمة المصرية ـ البحرينية أمس.", "Summit participant=Bahrain+Egypt"),
    ("قال الوزير إن المفاوضات الأميركية – الإيرانية صعبة.", "Negotiation participant=Iran+United States"),
    ("عقد في لندن لقاء سوداني «إسرائيلي» سري.", "Meeting participant=Israel+Sudan place=London"),
    # an accord told with both its parties, a halt "to" fire
    ("قال الوزير إن الهدنة بين إسرائيل وحزب الله ما زالت صامدة.", "Agreement participant=Hezbollah+Israel"),
    ("تدعم النرويج تطبيق وقف لإطلاق النار بين إثيوبيا وإريتريا.", "Agreement participant=Eritrea+Ethiopia"),
    # who proposes what, and who gives, though nobody is told to whom
    ("رفضت الهند اقتراح كوفي أنان بعقد مؤتمر دولي.", "Proposal agent=Kofi Annan"),
    ("أرسلت النرويج طائرة محملة بالمساعدات.", "Aid agent=Norway"),
    # masdars of light verbs
    ("أعلنت الخارجية السودانية قرار طرد السفير الإماراتي.", "Expulsion agent=Ministry of Foreign Affairs of Sudan target=United Arab Emirates"),  # noqa: E501
    ("أثار إعلان واشنطن سحب قواتها من أفغانستان قلق باريس.", "Withdrawal agent=United States object=Afghanistan"),
    ("قال الوزير إن قيام إسرائيل باغتيال إسماعيل هنية خطير.", "Attack agent=Israel target=Ismail Haniyeh"),
    ("أعلن قصر الإليزيه إجراء إيمانويل ماكرون اتصالا هاتفيا مع فلاديمير بوتين.", "PhoneCall participant=Emmanuel Macron+Vladimir Putin"),  # noqa: E501
    ("أبدت الهند استعدادها للتوسط بين إيران وإسرائيل.", "Mediation agent=India target=Iran+Israel Hypothetical"),
    ("رحبت باريس بإعلان فولوديمير زيلينسكي استعداده للتفاوض مع روسيا.", "Negotiation participant=Russia+Volodymyr Zelenskyy Hypothetical"),  # noqa: E501
    ("أكدت كولومبيا سحب اعترافها بكوسوفو.", "Recognition agent=Colombia target=Kosovo Negated"),
    # control by the verb
    ("وافقت تركيا على التعاون مع الولايات المتحدة.", "Cooperation participant=Turkey+United States"),
    ("وافقت تركيا على التعاون مع الولايات المتحدة.", "Agreement participant=Turkey+United States"),
    ("أقر الاتحاد الأوروبي حزمة جديدة من العقوبات على روسيا.", "Sanction agent=European Union target=Russia"),
    ("تعهدت الصين بمواصلة دعم باكستان.", "Support agent=China target=Pakistan Planned"),
    ("حثت فرنسا رواندا على وقف دعمها لحركة طالبان.", "Support agent=Rwanda target=Taliban Negated"),
    ("نفى الكرملين وجود مفاوضات سرية مع واشنطن.", "Negotiation participant=Russia+United States Negated"),
    ("لم تستبعد موسكو عقد لقاء بين روسيا وأوكرانيا.", "Meeting participant=Russia+Ukraine Hypothetical"),
    ("طالبت فرنسا رواندا بسحب دعمها لحركة طالبان.", "Support agent=Rwanda target=Taliban Negated"),
    ("ستقوم القوات التركية بالقيام بهجمات على كوباني.", "Attack agent=Turkey target=Kobani Planned"),
    ("كشف الوزير عن تلقي كوبا مساعدات من المكسيك.", "Aid agent=Mexico target=Cuba"),
    ("وصف الوزير قصف الأردن مواقع في دمشق بالخطير.", "Attack agent=Jordan target=Damascus place=Damascus"),
    ("بحث وزيرا خارجية مصر وتركيا توقيع اتفاقية بين قطر والهند.", "Signing agent=India+Qatar Hypothetical"),
    # who makes the raid in which somebody is killed
    ("أعلنت وزارة الصحة اللبنانية مقتل إسماعيل هنية في غارة إسرائيلية.", "Attack agent=Israel target=Ismail Haniyeh"),
    # journeys
    ("التقى جو بايدن نظيره الفرنسي قبل توجهه إلى ألمانيا.", "Visit agent=Joe Biden target=Germany"),
]


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_a_masdar_has_its_parties(text: str, line: str) -> None:
    assert lines(text, line.split()[0]) == [line]


SILENT = [
    ("دعا البيت الأبيض إيران إلى الإفراج عن سفينة شحن.", "Release"),  # nobody is named whom it frees
    ("اتفق سيرغي لافروف ووانغ يي على مواصلة التشاور.", "Cooperation"),  # a topic of theirs
    ("سلمت الكويت الأمم المتحدة مساهمة قدرها سبعة ملايين دولار.", "Praise"),
    ("نددت الأمم المتحدة بقرار طالبان حظر عمل النساء.", "Sanction"),
    ("وافق مجلس النواب الأردني على مقترح القانون.", "Proposal"),
    ("رحب أنتوني بلينكن بإعلان إسرائيل عن خطوات لتسهيل دخول المساعدات إلى غزة.", "Aid"),  # it is not Israel's
    ("أثنى الوزير على مفاوضات التسوية بين مصر وإثيوبيا.", "Agreement"),  # of what sort the talks are
    ("انتقد الوزير رفض لبنان منح تأشيرات للوفد الإيراني.", "Aid"),
]


@pytest.mark.parametrize(("text", "kind"), SILENT)
def test_what_names_no_party_of_its_own_is_no_event(text: str, kind: str) -> None:
    assert lines(text, kind) == []


def test_an_accord_that_is_welcomed_is_there() -> None:
    text = "رحبت قطر باتفاق وقف إطلاق النار بين إثيوبيا وإريتريا."
    assert lines(text, "Agreement") == ["Agreement participant=Eritrea+Ethiopia"]


def test_in_case_of_an_accord_it_is_not_reached() -> None:
    text = "ستعود القوات في حال التوصل إلى اتفاق بين الهند وباكستان."
    assert lines(text, "Agreement") == ["Agreement participant=India+Pakistan Hypothetical"]
