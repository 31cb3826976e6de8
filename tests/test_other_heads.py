"""Parties that belong to another head than the trigger, and deeds that are only words: who stands by takes no part."""

from __future__ import annotations

import pytest

from event_help import lines

# A phrase of the noun before it, of an adjective, of another participle; a pronoun of whom a relative clause describes;
# a masdar's own genitive; a body that is visited; a city that is a birthplace.
OTHERS = [
    (
        "Congratulation",
        "أرسل تميم بن حمد برقية تهنئة للرئيس التونسي قيس سعيد بمناسبة العيد الوطني لبلاده.",
        ["Congratulation agent=Tamim bin Hamad Al Thani target=Kais Saied"],
    ),
    (
        "Congratulation",
        "هنأ أردوغان الرئيس التونسي قيس سعيد بالعيد الوطني لبلاده.",
        ["Congratulation agent=Recep Tayyip Erdoğan target=Kais Saied"],
    ),
    (
        "Congratulation",
        "أرسل تميم بن حمد برقية تهنئة للرئيس التونسي قيس سعيد، بمناسبة العيد الوطني لبلاده.",
        ["Congratulation agent=Tamim bin Hamad Al Thani target=Kais Saied"],
    ),
    ("Praise", "أشاد أردوغان بالمواقف الداعمة لفلسطين.", ["Praise agent=Recep Tayyip Erdoğan"]),
    ("Praise", "إيطاليا ترحب بالطلاب ردا على المنع الأمريكي", ["Praise agent=Italy"]),
    (
        "Praise",
        "رحب ماكرون بشجاعة زيلينسكي، معيدا التذكير بالحجج التي قدمها بوتين.",
        ["Praise agent=Emmanuel Macron target=Volodymyr Zelenskyy"],
    ),
    (
        "Meeting",
        "التقى لافروف بالمغرب نظيره الفرنسي جان إيف لودريان.",
        ["Meeting participant=Jean-Yves Le Drian+Sergey Lavrov place=Morocco"],
    ),
    (
        "Meeting",
        "كان في استقبال لافروف سيرغي شويغو بالمغرب.",
        ["Meeting participant=Sergey Lavrov+Sergey Shoigu place=Morocco"],
    ),
    ("Meeting", "ترامب وأردوغان يبحثان الحدود وتنظيم داعش", ["Meeting participant=Donald Trump+Recep Tayyip Erdoğan"]),
    ("Visit", "بدأ لافروف الاثنين جولة أوروبية تشمل فرنسا.", ["Visit agent=Sergey Lavrov target=Europe+France"]),
    ("Attack", "مقتل مئات الحوثيين في معركة مع المتطوعين والجيش اليمني", ["Attack target=Houthi movement"]),
    (
        "Accusation",
        "ألقى أردوغان مسؤولية الهجوم على حزب الله.",
        ["Accusation agent=Recep Tayyip Erdoğan target=Hezbollah"],
    ),
    ("Attack", "الهجوم على السعودية هو هجوم على البحرين.", ["Attack target=Saudi Arabia"]),
    (
        "Attack",
        "يخشى خبراء أن يقوم تنظيم داعش بتنفيذ هجمات على فرنسا.",
        ["Attack agent=Islamic State target=France Hypothetical"],
    ),
    (
        "Accusation",
        "قالت منظمة العفو الدولية إن الاتهامات باطلة. واعتقل سعيد حسن في الدوحة ووجهت إليه تهمة الإساءة.",
        ["Accusation target=سعيد حسن"],
    ),
    ("Support", "أكد ماكرون موقف فرنسا من الأزمة، ودعمها لكل الجهود المبذولة.", ["Support agent=Emmanuel Macron"]),
    ("Detention", "استقبلت منظمة العفو الدولية نبأ اختطاف محمد مرسي بقلق.", ["Detention target=Mohamed Morsi"]),
    (
        "Attack",
        "دخلت القوات اليمنية الميناء، تزامنا مع تكثيف التحالف غاراته على الحوثيين.",
        ["Attack agent=Arab Coalition target=Houthi movement"],
    ),
    (
        "Meeting",
        "أشار لافروف في لقاء مع الطلاب إلى رحلته ودورها في توثيق العلاقات بين روسيا ودول الخليج.",
        [],
    ),
    ("Meeting", "استقبل ظريف في منزله السفير الفرنسي ضمن مشاورات عن تعاون بين تركيا وإيران.", []),
    ("Visit", "التقى في الدوحة بالمتحدث الرسمي علي حسن، وزار مجلس الشورى وتحدث مع الطلاب.", []),
    ("Attack", "قال الوزير إن الجسور التي يحتاجها الشعب خربت، وقامت بتدميرها حركة حماس.", []),
    ("Attack", "ألقى أردوغان مسؤولية الهجوم على حزب الله.", []),
    ("Detention", "أعلن لافروف أن الجندي الذي تم الإعلان عن اختطافه بخير.", []),
    ("Detention", "أفاد لافروف بأن الجندي قد تم اختطافه منذ شهر.", []),
    ("Cooperation", "أكد الوزيران كيري ولافروف أن السعودية ومصر اتفقتا على توسيع التعاون البحري بينهما.", []),
    ("Appeal", "شقيق صحفي ياباني يناشد تنظيم داعش الإفراج عنه", []),
    (
        "Attack",
        "دخل تنظيم داعش مدينة سرت مسقط رأس القذافي، وفرض سيطرته عليها.",
        ["Attack agent=Islamic State target=Sirte"],
    ),
    ("Attack", "دخل تنظيم داعش مدينة سرت مسقط رأس القذافي، وانتشر فيها.", []),
    ("Visit", "وصل أوباما إلى مسقط رأس والده.", []),
]

# What is declined, prayed for, compared, requested, judged or played is no rejection, appeal, attack, aid or meeting.
NO_DEED = [
    ("Attack", "إن هذا العمل بمثابة اعتداء على السعودية.", []),
    ("Attack", "يعد هذا القرار هجوما على البحرين.", []),
    ("Attack", "حاولت الشركات الفرنسية اقتحام السوق الإيرانية.", []),
    ("Rejection", "رفض البيت الأبيض التعليق على النبأ.", []),
    ("Rejection", "أكد هادي تحرير تعز وأبين وصنعاء.", []),
    ("Appeal", "دعا أردوغان في ختام كلمته المولى القدير أن يحفظ تركيا.", []),
    ("Praise", "ونوه ماكرون إلى متابعة الرئيس بوتين للأحداث بشكل مستمر.", []),
    ("Warning", "أكد الوزير أن الولايات المتحدة تعد التمرد تهديدا للمنطقة.", []),
    ("Aid", "وصلت الأوراق مع طلب قدمه المدعي العام الإيطالي إلى السلطات الروسية من أجل المساعدة القانونية.", []),
    ("Aid", "رفضت إيران منح أعضاء الكونغرس التأشيرات.", []),
    ("Sanction", "فرضت فرنسا عقوبة السجن على أحمد منصور.", []),
    ("Deployment", "يعتمد أردوغان على تعبئة كافة موارد تونس وقواها الحية.", []),
    ("Departure", "تخلى ترامب عن الأمر السابق بعد حكم المحكمة.", []),
    ("Attack", "صدرت أحكام بالإعدام على ثلاثة أعضاء في تحالف المتمردين ضد البشير.", []),
    ("Attack", "صدرت أحكام بالإعدام ضد محمد مرسي.", []),
    ("Signing", "اجتمعت إيران مع فرنسا، ويقع على عاتقها تنفيذ الاتفاق النووي.", []),
    ("Meeting", "يخدم القرار حملة انتخابية، ويلعب دوره محمد كريم.", []),
]


@pytest.mark.parametrize(("kind", "text", "expected"), OTHERS)
def test_a_party_of_another_head_takes_no_part(kind: str, text: str, expected: list[str]) -> None:
    assert lines(text, kind) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), NO_DEED)
def test_what_is_no_such_deed(kind: str, text: str, expected: list[str]) -> None:
    assert lines(text, kind) == expected


def test_his_excellency_is_no_king() -> None:
    text = (
        "هنأ الملك سلمان بن عبدالعزيز رئيس كوت ديفوار الحسن واتارا. وعبر ولي العهد الأمير محمد بن نايف في برقيته "
        "إلى الملك سلمان عن أبلغ التهاني لفخامته."
    )
    assert "Ouattara" in lines(text, "Congratulation")[0]


def test_the_pronoun_of_a_masdar_does_not_lead_back_to_the_masdar() -> None:
    text = "انتقل لافروف إلى نيويورك ممثلا لبلاده. وقد تم تعيينه بعد ذلك وزيرا."
    assert lines(text, "Appointment") == ["Appointment target=Sergey Lavrov"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Accusation", ["Accusation agent=United States target=Syria"]),
        ("Negotiation", ["Negotiation participant=Russia+United States"]),
    ],
)
def test_who_makes_up_a_pair_that_a_clause_parts(kind: str, expected: list[str]) -> None:
    assert lines("استمر التفاوض بين واشنطن التي تتهم دمشق بالقصف وموسكو التي ترفض ذلك.", kind) == expected


@pytest.mark.parametrize("number", ["ستة", "عدد", "15"])
def test_who_is_counted_met_his_death_and_caused_none(number: str) -> None:
    text = f"لقي {number} من مقاتلي المعارضة السورية مصرعهم في اشتباكات."
    assert lines(text, "Attack") == ["Attack target=Opposition of Syria"]
