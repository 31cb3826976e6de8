"""Deeds of which one party is named: who meets, visits, accuses and supports somebody without a name."""

from __future__ import annotations

import pytest

from event_help import lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("طالب سليم الجبوري خلال اجتماعه مع الكتل السياسية بإقالة الوزير.", "Meeting participant=Salim al-Jabouri"),
        ("وقال يوسف الشاهد خلال لقائه بأعضاء اللجنة إن الحكومة باقية.", "Meeting participant=Youssef Chahed"),
        ("عبر التجار إبان لقائهم رئيس الحكومة يوسف الشاهد عن استيائهم.", "Meeting participant=Youssef Chahed"),
        ("وقال سليم الجبوري عقب اجتماع مع قادة الكتل إن المجلس منعقد.", "Meeting participant=Salim al-Jabouri"),
        ("يتطلع الجميع إلى لقاء عادل الجبير غدا.", "Meeting participant=Adel al-Jubeir Planned"),
        ("وقال نبيل العربي في بداية زيارته إن الحوار مستمر.", "Visit agent=Nabil Elaraby"),
        ("قام نبيل العربي بجولة استغرقت أربعة أيام.", "Visit agent=Nabil Elaraby"),
        ("وجهت إسرائيل اتهامات إلى مهندس سويدي.", "Accusation agent=Israel"),
        ("هاجم تنظيم داعش مقاتلين تدعمهم إيطاليا.", "Support agent=Italy"),
        ("قال المحلل إن مقترح سيرغي لافروف غير قابل للتطبيق.", "Proposal agent=Sergey Lavrov"),
        ("تتجه الحكومات نحو التطبيع مع إسرائيل.", "RelationsRestored participant=Israel"),
    ],
)
def test_one_party_is_enough(text: str, line: str) -> None:
    assert line in lines(text, line.split()[0])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قال سليم الجبوري في لقاء مع قناة تلفزيونية إن المجلس منعقد.", "Meeting"),
        ("ونفى يوسف الشاهد خلال لقائه مع الصحفيين الخبر.", "Meeting"),
        ("اجتماع ماكرون مهم.", "Meeting"),
        ("كانت زيارة تونس مفيدة.", "Visit"),
        ("الجولة مفيدة لسيرغي لافروف.", "Visit"),
        ("تدعم التقارير الرواية.", "Support"),
    ],
)
def test_one_party_is_not_enough(text: str, kind: str) -> None:
    assert not lines(text, kind)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("قال لوران فابيوس في مؤتمر مع جواد ظريف إن زيارته ناجحة.", "Visit agent=Laurent Fabius"),
        ("تحدث عبد الفتاح السيسي عن محمد بن سلمان وزيارته لمصر.", "Visit agent=Mohammed bin Salman target=Egypt"),
    ],
)
def test_whose_visit(text: str, line: str) -> None:
    assert lines(text, "Visit") == [line]


def test_a_newspaper_in_quotation_marks_is_nobody_to_call() -> None:
    assert not lines('وأضاف سامح شكري في اتصال هاتفي مع "الوطن" أن الحوار مستمر.', "PhoneCall")
