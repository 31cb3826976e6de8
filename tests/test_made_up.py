"""What must not be told as an event, or not of these parties."""

from __future__ import annotations

import pytest

from event_help import events

TOLD = [
    # what somebody is accused of is what is said, not what is told
    ("اتهمت واشنطن طهران بدعم الحوثيين.", ["Accusation agent=United States target=Iran"]),
    ("اتهم بوتين أوكرانيا بقصف مدينة بيلغورود.", ["Accusation agent=Vladimir Putin target=Ukraine"]),
    # a masdar goes on from another, though it is written like a verb
    ("دعت فرنسا إلى وقف القتال في ليبيا، ودعم جهود الأمم المتحدة.", ["Appeal agent=France"]),
    ("اتهمت الحكومة المعارضة بالخيانة، ودعم أجندة إيران.", []),
    # people who act for themselves, and others joined to a subject
    ("أقيل رئيس المحكمة العليا في الجزائر، وتظاهر آلاف الطلاب في العاصمة.", []),
    ("قالت مصر ومؤيدين للرئيس السوري إن الحل قريب.", ["Statement agent=Egypt"]),
    # whose feeling is voiced, whose relative is held
    ("اعتقلت السلطات أحد أقارب الرئيس بشار الأسد.", []),
    # restrictions on things, relief flights, posts, praise of cooperation
    ("فرضت السلطات المصرية قيودا على بيع السترات الصفراء.", []),
    ("أرسلت عمان طائرات لنقل الجرحى.", []),
    ("وافق وزير الثقافة السعودي على تعيين خالد رئيسا للتحرير.", []),
    ("أشاد بوتين بالتعاون مع الصين.", ["Praise agent=Vladimir Putin"]),
    # drills of one's own, a curfew, the threat that somebody is
    ("أجرى الجيش الروسي تدريبات عسكرية قرب الحدود.", []),
    ("فرضت السلطات المصرية حظر التجول في سيناء.", []),
    ("تحدث ماكرون عن خطورة التهديد الإيراني.", ["Statement agent=Emmanuel Macron"]),
    # an invitation that a visit follows, papers waved, cooperation advanced
    ("سيزور بوتين الصين تلبية لدعوة الرئيس الصيني.", ["Visit agent=Vladimir Putin target=China Planned"]),
    ("كان السيسي يلوح بوثائق أمام الحضور.", []),
    # "must" takes a masdar
    ("قال غوتيريش إنه يتعين على السودان رفع القيود عن التجارة.", ["Statement agent=António Guterres"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_nothing_else_is_told(text: str, expected: list[str]) -> None:
    assert events(text) == expected


WHO = [
    # who was killed or arrested on entering a place, coming from another
    (
        "وقتل قاسم سليماني بعيد دخوله السفارة الإيرانية في دمشق.",
        "Attack target=Qasem Soleimani place=Damascus",
    ),
    ("اعتقل نافالني لدى وصوله موسكو قادما من برلين.", "Detention target=Alexei Navalny"),
    # "that (it)" before a verb with a subject of its own
    (
        "قال بايدن إنه في عام 1994، توصلت الولايات المتحدة إلى اتفاق مع كوريا الشمالية.",
        "Agreement participant=North Korea+United States",
    ),
    ("عندما قصف الكيان الصهيوني سفارة إيران في العراق.", "Attack agent=Israel target=Embassy of Iran place=Iraq"),
    # behind a headline without a verb somebody else acts
    ("مقتل جنديين تركيين وواشنطن تدعم أنقرة.", "Support agent=United States target=Turkey"),
    ("محادثات في جنيف وموسكو تدعو إلى ضبط النفس.", "Appeal agent=Russia"),
    # on charges of, though the authorities are named; in a palace with a name; who met goes on
    ("أوقفت السلطات التركية صلاح الدين دميرتاش بتهم فساد.", "Detention agent=Turkey target=صلاح الدين دميرتاش"),
    (
        "استقبل محمد بن سلمان في قصر بيان رئيس وزراء العراق مصطفى الكاظمي.",
        "Meeting participant=Mohammed bin Salman+Mustafa Al-Kadhimi",
    ),
    ("دعا ماكرون ترامب إلى عدم التدخل في الشؤون الداخلية لفرنسا.", "Appeal agent=Emmanuel Macron target=Donald Trump"),
    ("تستعد إسرائيل لهجوم بري على رفح.", "Attack agent=Israel target=Rafah Planned"),
    # a person launches an attack in words
    ("شن سعد الحريري هجوما عنيفا على الحكومة.", "Condemnation agent=Saad Hariri"),
    ("شن خليفة حفتر هجوما على طرابلس.", "Attack agent=Khalifa Haftar target=Tripoli"),
    # with support from the raids of others
    ("تمكن الجيش اليمني من تحرير عدن، بدعم من غارات التحالف العربي.", "Attack agent=Arab Coalition"),
    ("وقع هجوم لتنظيم داعش في مدينة تدمر التابعة لسوريا.", "Attack agent=Islamic State place=Palmyra"),
]


@pytest.mark.parametrize(("text", "event"), WHO)
def test_who_does_it_to_whom(text: str, event: str) -> None:
    assert event in events(text)
