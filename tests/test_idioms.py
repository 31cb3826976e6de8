"""Set phrases of the press: fingers of accusation, closed doors, seized towns, what one threatens with."""

from __future__ import annotations

import pytest

from event_help import lines

TOLD = [
    ("قصفت طائرات الاحتلال مدينة رفح.", "Attack agent=Israel target=Rafah"),
    ("سارعت الأردن إلى إدانة إسرائيل.", "Condemnation agent=Jordan target=Israel"),
    ("نالت قطر إشادة من فرنسا.", "Praise agent=France target=Qatar"),
    ("أبلغت روسيا فرنسا استعدادها للتعاون.", "Proposal agent=Russia target=France"),
    ("تقود مصر جهود الوساطة بين قطر واليمن.", "Mediation agent=Egypt target=Qatar+Yemen"),
    ("وصلت قوات أمريكية إلى اليابان.", "Deployment agent=United States place=Japan"),
    ("تخضع المظاهرات لقيود منذ الإطاحة بالرئيس محمد مرسي.", "Departure agent=Mohamed Morsi"),
    ("اقتحمت قوات الاحتلال الأميركية مدينة الفلوجة.", "Attack agent=United States target=Fallujah"),
    ("ألقت بولندا باللوم في الهجوم على روسيا.", "Accusation agent=Poland target=Russia"),
    ("وجهت الهند أصابع الاتهام إلى باكستان في تفجير مومباي.", "Accusation agent=India target=Pakistan"),
    ("توعدت باكستان بالرد بعد أن اتهمت الهند بقصف سفارتها.", "Accusation agent=Pakistan target=India"),
    ("هدد ترامب بفرض رسوم جمركية على الصين.", "Warning agent=Donald Trump target=China"),
    ("لوحت تركيا بشن عملية عسكرية ضد اليونان.", "Warning agent=Turkey target=Greece"),
    ("توعدت باكستان بالانتقام من الهند.", "Warning agent=Pakistan target=India"),
    ("وجهت الصين رسالة شديدة اللهجة إلى اليابان.", "Warning agent=China target=Japan"),
    ("دقت الأمم المتحدة ناقوس الخطر بشأن المجاعة.", "Warning agent=United Nations"),
    ("سخر ترامب من إيمانويل ماكرون.", "Condemnation agent=Donald Trump target=Emmanuel Macron"),
    ("هاجمت الجزائر المغرب في بيان شديد اللهجة.", "Condemnation agent=Algeria target=Morocco"),
    ("ضربت إسرائيل عرض الحائط بقرارات الأمم المتحدة.", "Rejection agent=Israel target=United Nations"),
    ("أغلق ماكرون الباب أمام انضمام تركيا.", "Rejection agent=Emmanuel Macron target=Turkey"),
    ("عرقلت المجر قرارا أوروبيا.", "Rejection agent=Hungary target=Europe"),
    ("ألقت الولايات المتحدة بثقلها خلف الأردن.", "Support agent=United States target=Jordan"),
    ("أكد بلينكن التزام الولايات المتحدة بأمن اليابان.", "Support agent=Antony Blinken target=Japan"),
    ("تتابع اليابان بقلق تحركات الصين.", "Concern agent=Japan"),
    ("تحدث بلينكن مع أيمن الصفدي حول غزة.", "PhoneCall participant=Antony Blinken+Ayman Safadi"),
    ("جلس سامح شكري مع أيمن الصفدي.", "Meeting participant=Ayman Safadi+Sameh Shoukry"),
    ("حط بلينكن رحاله في عمان.", "Visit agent=Antony Blinken target=Oman"),
    ("غادرت القوات الروسية مدينة خيرسون.", "Withdrawal agent=Russia object=Kherson"),
    ("غادرت بعض القوات الإسرائيلية قطاع غزة.", "Withdrawal agent=Israel object=Gaza Strip"),
    ("أنهت فرنسا وجودها العسكري في تشاد.", "Withdrawal agent=France object=Chad"),
    ("أودعت السعودية مليار دولار في البنك المركزي المصري.", "Aid agent=Saudi Arabia target=Central Bank of Egypt"),
    ("أسقط الأردن مساعدات جوا على غزة.", "Aid agent=Jordan target=Gaza"),
    ("أقر الاتحاد الأوروبي مساعدات لأوكرانيا.", "Aid agent=European Union target=Ukraine"),
    ("قررت تركيا تقييد تصدير الحديد إلى إسرائيل.", "Sanction agent=Turkey target=Israel"),
    ("أفرجت الولايات المتحدة عن مليار دولار من أموال إيران.", "SanctionRelief agent=United States"),
    ("تولى ريشي سوناك رئاسة الحكومة البريطانية.", "Appointment target=Rishi Sunak"),
    ("فاز إبراهيم رئيسي في الانتخابات الرئاسية.", "Appointment target=Ebrahim Raisi"),
    ("خلع الجيش محمد مرسي.", "Departure agent=Mohamed Morsi"),
    ("أمطرت روسيا كييف بوابل من الصواريخ.", "Attack agent=Russia target=Ukraine"),
    ("استولت حركة طالبان على كابل.", "Attack agent=Taliban target=Kabul"),
    ("بسطت حركة طالبان سيطرتها على كابل.", "Attack agent=Taliban target=Kabul"),
    ("تبنت حركة طالبان هجوما على كابل.", "Attack agent=Taliban target=Kabul"),
    ("المجازر الإسرائيلية في غزة", "Attack agent=Israel place=Gaza"),
    ("وضع الجيش محمد مرسي قيد الإقامة الجبرية.", "Detention target=Mohamed Morsi"),
    ("تبادلت روسيا وأوكرانيا مئات الأسرى.", "Release agent=Russia+Ukraine"),
    ("نجحت قطر في الوساطة بين إسرائيل وحماس.", "Mediation agent=Qatar target=Hamas+Israel"),
    (
        "هنأ محمد بن سلمان إيمانويل ماكرون بعيد الأضحى.",
        "Congratulation agent=Mohammed bin Salman target=Emmanuel Macron",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_told(text: str, wanted: str) -> None:
    assert wanted in lines(text, wanted.split()[0])


NOT_TOLD = [
    ("تسيطر حركة طالبان على كابل.", "Attack"),
    ("تحدث إيمانويل ماكرون مع صحيفة فرنسية.", "PhoneCall"),
    ("حرب اقتصادية تركية ضد إسرائيل", "Attack"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_not_told(text: str, kind: str) -> None:
    assert lines(text, kind) == []
