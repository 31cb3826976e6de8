"""Who is meant by "I", "we" and "our" in somebody's own words."""

from __future__ import annotations

import pytest

from event_help import events

SPOKEN = [
    # the perfect of the first person is written like the third
    (
        'قال أردوغان: "خلال زيارتي إلى أذربيجان بحثت مع إلهام علييف ملف الممر".',
        "Meeting participant=Ilham Aliyev+Recep Tayyip Erdoğan",
    ),
    ('قال أردوغان: "خلال زيارتي إلى أذربيجان بحثت الملف".', "Visit agent=Recep Tayyip Erdoğan target=Azerbaijan"),
    ('قال بوتين: "حذرت الرئيس زيلينسكي من الهجوم".', "Warning agent=Vladimir Putin target=Volodymyr Zelenskyy"),
    ('قال نتنياهو: "شكرت بايدن على موقفه".', "Praise agent=Benjamin Netanyahu target=Joe Biden"),
    ('قال ماكرون: "قررنا استدعاء سفيرنا لدى تركيا".', "Recall agent=Emmanuel Macron target=Turkey"),
    # free pronouns
    ('قالت ميركل: "أنا مستعدة للحوار مع روسيا".', "Proposal agent=Angela Merkel"),
    # our country, our lands
    ('قال سامح شكري: "بلادنا ترفض المقترح الروسي".', "Rejection agent=Egypt target=Russia"),
    ('قال سامح شكري إن "بلادنا تقف إلى جانب لبنان".', "Support agent=Egypt target=Lebanon"),
    ('قال رئيس وزراء أرمينيا نيكول باشينيان: "نندد باعتداء تركيا على أراضينا".', "Attack agent=Turkey target=Armenia"),
    # the verb of saying comes after
    ('"نرفض الاتهامات الأمريكية"، قال لافروف.', "Rejection agent=Sergey Lavrov target=United States"),
    # a communiqué speaks
    ('وجاء في بيان لوزارة الخارجية القطرية: "ندين الهجوم".', "Condemnation agent=Ministry of Foreign Affairs (Qatar)"),
    # a quotation of several sentences
    ('قال أردوغان: "لن نتراجع. ونطالب اليونان بالحوار".', "Appeal agent=Recep Tayyip Erdoğan target=Greece"),
    ('قال أردوغان: "لن نتراجع. الأمر واضح. وسنزور قطر غدا".', "Visit agent=Recep Tayyip Erdoğan target=Qatar Planned"),
    (
        'قال أردوغان: "لن نتراجع. الأمر واضح"، داعيا اليونان إلى الحوار.',
        "Appeal agent=Recep Tayyip Erdoğan target=Greece",
    ),
    # a quotation over several lines, closed at the end of the last
    (
        'قال عبد الله غول "إنه عرض جيد.\nخلال زيارتي إلى إيران التقيت محمود أحمدي نجاد.\nالاقتراح مختلف".',
        "Visit agent=Abdullah Gül target=Iran",
    ),
    # without marks
    ("وقال ماكرون بعد لقائه ميركل في برلين نناشد تركيا وقف القتال.", "Appeal agent=Emmanuel Macron target=Turkey"),
    ("قال ينس ستولتنبرغ إن زيارتي لأوكرانيا رسالة واضحة.", "Visit agent=Jens Stoltenberg target=Ukraine"),
    ("وأكد مودي أن لقائي مع شي جين بينغ كان إيجابيا.", "Meeting participant=Narendra Modi+Xi Jinping"),
]

OTHERS = [
    # somebody else is the subject of a verb that is written like "I"
    ('قالت تيريزا ماي: "رفضت تركيا المقترح الروسي".', "Rejection agent=Turkey target=Russia"),
    ('قال هاكان فيدان: "المقترح الذي رحبت به السلطات الأردنية مهم".', "Praise agent=Jordan"),
    ('قال عراقجي إن القوات الإسرائيلية "قصفت سوريا".', "Attack agent=Israel target=Syria"),
]


@pytest.mark.parametrize(("text", "line"), SPOKEN + OTHERS)
def test_own_words(text: str, line: str) -> None:
    assert line in events(text)


def test_quotation_over() -> None:
    """Behind the end of a quotation of several sentences nobody says "we" any more."""
    found = events('قال أردوغان: "لن نتراجع. الأمر واضح". وزار ماكرون قطر.')
    assert "Visit agent=Emmanuel Macron target=Qatar" in found


def test_after_that() -> None:
    """Behind "after" the subject of the clause around goes on, though "I" is written alike."""
    found = events('قال هاكان فيدان إن تركيا "ستتخذ إجراءات ضد إسرائيل بعد أن رفضت المقترح".')
    assert "Rejection agent=Hakan Fidan" not in found
