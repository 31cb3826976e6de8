"""Who stands in a sentence and takes no part in what it tells, and words that belong to another head."""

from __future__ import annotations

import pytest

from event_help import lines

NOT_THEIRS = [
    # somebody unnamed acts in the relative clause
    ("Attack", "رفضت فرنسا شراء السلع التي تنتج في المزارع التي استولى عليها المسلحون.", []),
    # the pronoun is that of "what", of an adjective, of "among them"
    ("Appeal", "وافق البرلمان المصري على ما طالب به السيسي في خطابه.", ["Appeal agent=Abdel Fattah el-Sisi"]),
    ("Recognition", "دعت مصر إلى العمل بالقواعد الدولية المعترف بها في كل العالم.", []),
    ("Meeting", "قالت فرنسا إن القمة ناقشت ملفات عديدة، بينها أزمة الغذاء.", []),
    (
        "Meeting",
        "قال لافروف إن المباحثات بينه وبين جون كيري كانت بناءة.",
        ["Meeting participant=John Kerry+Sergey Lavrov"],
    ),
    # who brings others together, or lets them
    (
        "Meeting",
        "يسعى ماكرون إلى ترتيب لقاء بين بوتين وزيلينسكي.",
        ["Meeting participant=Vladimir Putin+Volodymyr Zelenskyy Hypothetical"],
    ),
    # where it was said is not praised
    (
        "Praise",
        "أثنى لافروف خلال استقباله السفير بمقر وزارة الخارجية الروسية على موقف مصر.",
        ["Praise agent=Sergey Lavrov target=Egypt"],
    ),
    # who is bound to help somebody is not helped by them
    ("Aid", "ذكر المتحدث أن الأمم المتحدة ملتزمة بمساعدة العراق على التعافي.", []),
    # the invitation is its sender's
    ("Proposal", "يقوم السيسي بزيارة إلى موسكو بدعوة من بوتين لحضور العرض العسكري.", []),
    # "to" of the accession, "for" of the envoy, of the adjective, of affairs, "as for"
    ("Support", "أكد ماكرون تأييد انضمام أوكرانيا إلى الاتحاد الأوروبي.", []),
    ("Support", "أيدت فرنسا انضمام تركيا إلى الاتحاد الأوروبي.", ["Support agent=France target=Turkey"]),
    ("Accusation", "اتهمت فرنسا تركيا بالتدخل في الشؤون الداخلية لليبيا.", ["Accusation agent=France target=Turkey"]),
    ("SanctionRelief", "خففت كندا القيود على التجارة بالنسبة للروس.", ["SanctionRelief agent=Canada"]),
    ("Proposal", "قدمت فرنسا بالإضافة لألمانيا عرضا إلى إيران.", ["Proposal agent=France target=Iran"]),
    # whoever agrees in gender alone goes on
    ("Condemnation", "قال رئيس الوزراء إن إيران لن تنجح في ذلك وسخر من انتقادات فرنسا.", []),
    ("Signing", "انتهت المحادثات وغادرت إيران القاعة ووقع اتفاق في باريس.", []),
    ("Rejection", "فرض مجلس الأمن عقوبات على المصنع بعد رفضها التعاون مع المفتشين.", []),
    ("Rejection", "أعلنت اللجنة رفضها للقرار الذي اتخذته تركيا.", []),
    # a law is no vote for somebody, demands are made by those whose they are
    ("Appointment", "قال ماكرون: «يحتاج لبنان إلى قانون انتخابي جديد».", []),
    ("Appeal", "سمع نتنياهو مطالب أميركية بوقف الحرب.", []),
    # what led to something is the attack
    ("Attack", "عاد عون. وأدى القصف الروسي على حلب إلى نزوح السكان.", ["Attack agent=Russia target=Aleppo"]),
    # a phrase joined to the subject is none of what it rejects; "and" behind the object opens something else
    ("Rejection", "رفضت حركة فتح وحملة البرغوثي تأجيل الانتخابات.", ["Rejection agent=Fatah"]),
    ("Warning", "يخيف النظام خصومه ويتوعد مناصريه، وإيران غارقة في أزمتها.", []),
    # who is called upon does not call
    ("Appeal", "إسرائيل مطالبة بالانسحاب من الجولان.", []),
    ("Appeal", "وقال الوزير إن تركيا مطالبة باحترام الاتفاق.", []),
    ("Appeal", "زار ماكرون بيروت مطالبا إسرائيل بالانسحاب.", ["Appeal agent=Emmanuel Macron target=Israel"]),
    # who is called upon in turn does not call
    ("Appeal", "الخطيب يدعو مصر إلى التهدئة ويدعو الرئيس السيسي إلى التدخل.", []),
    # "but" begins anew
    ("Rejection", "موسكو ليست ضد الحوار، ولكنها ترفض شروط فرنسا.", ["Rejection agent=Russia target=France"]),
    # no one acts under the name of a part of the world
    ("Appeal", "الشرق الأوسط يدعو إلى السلام.", []),
    # what somebody can do is not done
    ("Attack", "قال بوتين إن لدى إيران القدرة على قصف إسرائيل.", ["Attack target=Israel Hypothetical"]),
]


@pytest.mark.parametrize(("kind", "text", "expected"), NOT_THEIRS)
def test_bystanders_take_no_part(kind: str, text: str, expected: list[str]) -> None:
    assert lines(text, kind) == expected


STILL_THEIRS = [
    ("Visit", "يقوم السيسي بزيارة إلى موسكو بدعوة من بوتين.", ["Visit agent=Abdel Fattah el-Sisi place=Moscow"]),
    ("Rejection", "أعلنت إيران رفضها للقرار الأميركي.", ["Rejection agent=Iran target=United States"]),
    ("Condemnation", "قال العراق إنه لن يشارك وأدان القصف التركي.", ["Condemnation agent=Iraq target=Turkey"]),
    ("Deployment", "أيدت لندن نشر قوات فرنسية في مالي.", ["Deployment agent=France place=Mali"]),
    (
        "Condemnation",
        "التقى ماكرون بوتين في موسكو. وأدان التصعيد التركي في ليبيا.",
        ["Condemnation agent=Emmanuel Macron target=Turkey"],
    ),
]


@pytest.mark.parametrize(("kind", "text", "expected"), STILL_THEIRS)
def test_others_are_told_as_before(kind: str, text: str, expected: list[str]) -> None:
    assert lines(text, kind) == expected
