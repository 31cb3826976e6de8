"""Ways of telling an event that are easily passed over: headlines, light words, set phrases, what surroundings tell."""

from __future__ import annotations

import pytest

from event_help import lines

TOLD = [
    # "after this" closes its phrase: what follows is the main clause
    ("وبعد هذا وصل ماكرون إلى بيروت.", "Visit agent=Emmanuel Macron place=Beirut"),
    ("إلى هذا رفضت الصين مقترح اليابان.", "Rejection agent=China target=Japan"),
    # the subject goes on from the sentence before
    ("وصل سامح شكري إلى باريس. وكان قد زار ألمانيا في مايو الماضي.", "Visit agent=Sameh Shoukry target=Germany"),
    ("وصل سامح شكري إلى باريس. كما التقى إيمانويل ماكرون.", "Meeting participant=Emmanuel Macron+Sameh Shoukry"),
    # a dash that is written as a lengthened letter
    (
        "تلقى الملك سلمان ـ حفظه الله ـ اتصالا هاتفيا من إيمانويل ماكرون.",
        "PhoneCall participant=Emmanuel Macron+Salman bin Abdulaziz Al Saud",
    ),
    # the subject stands just before its verb, something else at the head of the sentence
    ("ردا على العقوبات.. الصين تهدد اليابان", "Warning agent=China target=Japan"),
    ("1994 - الصين وروسيا توقعان اتفاقا في موسكو.", "Signing agent=China+Russia place=Moscow"),
    # a clause with a subject of its own after "and"
    ("قال إن الأردن يقوم بواجباته، والمغرب متضامن معه.", "Support agent=Morocco target=Jordan"),
    ("قال إن الوضع يهدد السلم واليابان تدين كوريا الشمالية.", "Condemnation agent=Japan target=North Korea"),
    # somebody speaks in the document that is issued
    ("أصدر الاتحاد الأوروبي قرارا يطالب إسرائيل بالانسحاب.", "Appeal agent=European Union target=Israel"),
    ("وقع ترامب مرسوما يعترف بسيادة المغرب.", "Recognition agent=Donald Trump target=Morocco"),
    # the owner of a thing after "of"
    ("استهدفت إسرائيل مواقع لحزب الله.", "Attack agent=Israel target=Hezbollah"),
    ("قصفت تركيا المواقع التابعة لحزب الله.", "Attack agent=Turkey target=Hezbollah"),
    # nobody is named among those who suffer the deed
    ("قتلت حركة طالبان عشرة أشخاص.", "Attack agent=Taliban"),
    ("اتهم أردوغان أطرافا لم يسمها بالتآمر.", "Accusation agent=Recep Tayyip Erdoğan"),
    ("ألقت تونس القبض على عشرات المتشددين.", "Detention agent=Tunisia"),
    # who arrives at an airport arrives in its town
    ("وصل ماكرون إلى مطار بيروت.", "Visit agent=Emmanuel Macron place=Beirut"),
    # the parties of a document stand behind the noun of its subject
    ("تم في الرباط توقيع اتفاقية تعاون بين المغرب وإسبانيا.", "Signing agent=Morocco+Spain place=Rabat"),
    ("جرى التوقيع على مذكرات تفاهم بين مصر والصين.", "Signing agent=China+Egypt"),
    ("أبرمت بريطانيا اتفاق شراكة مع فرنسا.", "Agreement participant=France+United Kingdom"),
    # with somebody, told by "and"
    ("الملك سلمان يبحث وإيمانويل ماكرون التعاون.", "Meeting participant=Emmanuel Macron+Salman bin Abdulaziz Al Saud"),
    # only the passive lacks an object
    ("وكان كارلوس غصن أوقف في طوكيو.", "Detention target=كارلوس غصن place=Tokyo"),
    # a treaty after a preposition is what is left, not a topic
    ("علقت روسيا مشاركتها في معاهدة ستارت الجديدة.", "Withdrawal agent=Russia object=New START"),
    # masdars that are written like verbs
    ("قطع الجزائر علاقاتها الدبلوماسية مع المغرب", "RelationsCut agent=Algeria target=Morocco"),
    ("رفض إيراني لمقترح تركيا", "Rejection agent=Iran target=Turkey"),
    ("قرار ترامب سحب القوات الأميركية من سوريا", "Withdrawal agent=Donald Trump object=Syria"),
    ("أعلنت قطر سحب سفيرها وخفض التمثيل الدبلوماسي مع إيران.", "RelationsCut agent=Qatar target=Iran"),
    ("عقد لقاء جمع سامح شكري ونظيره الأردني أيمن الصفدي.", "Meeting participant=Ayman Safadi+Sameh Shoukry"),
    # words that particles resemble
    ("هنأ محمد بن سلمان إيمانويل ماكرون.", "Congratulation agent=Mohammed bin Salman target=Emmanuel Macron"),
    ("لا تزال إيران تدعم حزب الله.", "Support agent=Iran target=Hezbollah"),
    ("ما زالت الولايات المتحدة تدعم إسرائيل.", "Support agent=United States target=Israel"),
    ("أما الصين فرفضت المقترح الأميركي.", "Rejection agent=China target=United States"),
    # what is received, voiced by a participle, told by a passive participle or with two adjectives
    ("تلقى حزب الله دعما من إيران.", "Support agent=Iran target=Hezbollah"),
    ("حصلت مصر على قرض من صندوق النقد الدولي.", "Aid agent=International Monetary Fund target=Egypt"),
    ("قال بلينكن ذلك مجددا دعمه لأوكرانيا.", "Support agent=Antony Blinken target=Ukraine"),
    ("اتصل ماكرون بكير ستارمر مهنئا.", "Congratulation agent=Emmanuel Macron target=Keir Starmer"),
    ("هاجمت قوات الحوثيين المدعومة من إيران سفينة.", "Support agent=Iran target=Houthi movement"),
    ("تفاهمات أميركية إيرانية حول تبادل السجناء", "Agreement participant=Iran+United States"),
    ("مساعدات أميركية لأوكرانيا بقيمة مليار دولار", "Aid agent=United States target=Ukraine"),
    ("سيطرت قوات حفتر على سرت بدعم من روسيا.", "Support agent=Russia target=Khalifa Haftar"),
    ("ساور اليابان قلق من كوريا الشمالية.", "Concern agent=Japan target=North Korea"),
    # delegations, visitors after "for", pledges with a clause, invitations to a place
    ("وصل وفد من حركة حماس إلى القاهرة.", "Visit agent=Hamas place=Cairo"),
    ("وفد من حركة حماس يصل إلى القاهرة", "Visit agent=Hamas place=Cairo"),
    ("زيارة مفاجئة لماكرون إلى أوكرانيا", "Visit agent=Emmanuel Macron target=Ukraine"),
    ("أول زيارة لرئيس إسرائيلي إلى الإمارات", "Visit agent=Israel target=United Arab Emirates"),
    ("تعهد بايدن بأن يدعم أوكرانيا.", "Proposal agent=Joe Biden"),
    ("دعا ماكرون سعد الحريري إلى باريس.", "Proposal agent=Emmanuel Macron target=Saad Hariri"),
    # a participle that the name of a treaty has taken in
    ("المعاهدة الموقعة بين مصر وإسرائيل مهمة.", "Signing agent=Egypt+Israel"),
    # what is done to a document that a pronoun means
    ("رحبت فرنسا بالاتفاق الذي تم توقيعه بين إيران والعراق.", "Signing agent=Iran+Iraq"),
    # light verbs
    ("أعادت الإمارات فتح سفارتها في سوريا.", "RelationsRestored participant=Syria+United Arab Emirates"),
    ("مظاهرات في باريس تنديدا بإسرائيل", "Protest target=Israel place=Paris"),
    ("دخلت الهدنة بين إسرائيل وحزب الله حيز التنفيذ.", "Agreement participant=Hezbollah+Israel"),
    # places that have no name here are taken and left, battles have one known side
    ("سيطرت حركة طالبان على مناطق واسعة.", "Attack agent=Taliban"),
    ("استعادت حركة طالبان القاعدة العسكرية.", "Attack agent=Taliban"),
    ("انسحب حزب الله من مواقع حدودية.", "Withdrawal agent=Hezbollah"),
    ("اندلعت مواجهات بين حزب الله ومسلحين مجهولين.", "Attack agent=Hezbollah"),
    ("تقدمت القوات الإيرانية بعد معارك مع حركة طالبان.", "Attack agent=Iran target=Taliban"),
    # a parliament votes in favour, whatever of
    ("صوت الكونغرس الأميركي لصالح تأجيل القرار.", "Ratification agent=United States Congress"),
    # "to that": a preposition that has its own pronoun leaves the verb behind it alone
    ("إلى ذلك رفضت الصين مقترح اليابان.", "Rejection agent=China target=Japan"),
    ("وبعد ذلك وصل ماكرون إلى بيروت.", "Visit agent=Emmanuel Macron place=Beirut"),
    ("ومع ذلك أدانت مصر الغارات الإسرائيلية.", "Condemnation agent=Egypt target=Israel"),
    ("وبعد ذلك اللقاء زار ماكرون لبنان.", "Visit agent=Emmanuel Macron target=Lebanon"),
    # participles of two or more, whatever stands behind them
    (
        "التقى أيمن الصفدي وسامح شكري في عمان، متهمين إيران بالتصعيد.",
        "Accusation agent=Ayman Safadi+Sameh Shoukry target=Iran",
    ),
    (
        "بحث سامح شكري وأيمن الصفدي الأزمة، مؤكدين رفضهما للتدخل التركي.",
        "Rejection agent=Ayman Safadi+Sameh Shoukry target=Turkey",
    ),
    # who makes the journey or the deed of a relative clause acts around it
    ("قال ماكرون خلال الزيارة التي يقوم بها إلى لبنان إن الوضع خطير.", "Visit agent=Emmanuel Macron target=Lebanon"),
    ("رأى ماكرون أن المحادثات التي أجراها مع بلينكن بناءة.", "Meeting participant=Antony Blinken+Emmanuel Macron"),
    ("أكدت روسيا أن الضربات التي نفذتها ضد حزب الله نجحت.", "Attack agent=Russia target=Hezbollah"),
    ("وصفت مصادر مقربة من ماكرون الجولة التي يقوم بها في لبنان بالمهمة.", "Visit agent=Emmanuel Macron target=Lebanon"),
    ("قال بلينكن في أول زيارة له للأردن إن الهدنة صامدة.", "Visit agent=Antony Blinken target=Jordan"),
    # who comes back from a visit
    ("تزامن الإعلان مع عودة بلينكن من زيارة إلى مصر.", "Visit agent=Antony Blinken target=Egypt"),
    ("عاد بلينكن أمس من زيارة إلى الأردن.", "Visit agent=Antony Blinken target=Jordan"),
    ("قال بلينكن، العائد من زيارة إلى تركيا، إن الهدنة صامدة.", "Visit agent=Antony Blinken target=Turkey"),
    # the town before the one who goes there
    ("زار بيروت أمس وفد من حركة حماس.", "Visit agent=Hamas place=Beirut"),
    ("سحبت بنما اعترافها بجبهة البوليساريو.", "Recognition agent=Panama target=Polisario Front Negated"),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: str) -> None:
    assert wanted in lines(text, wanted.split()[0])


NOT_TOLD = [
    # an accusative of reason is no act beside the one it explains
    ("استدعت الكويت سفيرها في بيروت احتجاجا على التصريحات.", "Protest"),
    # "was done" with a pronoun names nobody who does it
    ("أعلن بلينكن أن الطائرات تم تدميرها.", "Attack"),
    # words are no battles, and a fire is not taken
    ("اندلعت مواجهات كلامية بين حزب الله والنواب.", "Attack"),
    ("سيطر حزب الله على الموقف.", "Attack"),
    # nor does one who praises a visit make it
    ("أشاد بلينكن بالزيارة التي قام بها إلى بغداد.", "Visit"),
    # a partitive is no destination
    ("حظرت تركيا تصدير سلع، منها النفط.", "Sanction"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_not_told(text: str, kind: str) -> None:
    assert lines(text, kind) == []


def test_a_verb_agrees_with_the_person_after_it() -> None:
    text = "توجه الرئيس الفرنسي إيمانويل ماكرون إلى بيروت في زيارة رسمية."
    assert lines(text, "Proposal") == []
    assert lines(text, "Visit") != []


def test_an_accord_reached_is_told_besides_its_purpose() -> None:
    text = "توصلت إيران والسعودية إلى اتفاق لاستئناف العلاقات."
    assert lines(text, "Agreement") != []


def test_a_subject_that_goes_on_has_not_killed_the_unnamed() -> None:
    assert lines("انسحبت حركة طالبان من كابل. وقتل خلال المواجهات عشرة أشخاص.", "Attack") == []
