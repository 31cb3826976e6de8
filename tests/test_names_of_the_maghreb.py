"""Names as the press of the Maghreb has them, and where they end."""

from __future__ import annotations

import pytest

from entity_help import people


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال عبد الستار بالطيب رئيس النقابة إن الإضراب متواصل.", "عبد الستار بالطيب"),
        ("أكد النائب كمال بالشيخ أن الجلسة مؤجلة.", "كمال بالشيخ"),
        ("نفى وزير النقل الهادي الورغمي الخبر.", "الهادي الورغمي"),
        ("نفى وزير النقل المولدي دردور الخبر.", "المولدي دردور"),
        ("أفرجت الشرطة عن المحامية سلمى الورتاني.", "سلمى الورتاني"),
        ("أوقفت الشرطة رجل الأعمال فوزي الورتاني.", "فوزي الورتاني"),
        ("قالت النائبة سلمى الورتاني ضيفة البرنامج إن الجلسة مؤجلة.", "سلمى الورتاني"),
        ("احتجاجات ضد زيارة فوزي الورتاني لمعتمدية ماطر.", "فوزي الورتاني"),
        ("وثمن المدير سليم الورتاني الإصلاحات السياسية.", "سليم الورتاني"),
    ],
)
def test_a_name_is_read_whole_and_no_further(text: str, person: str) -> None:
    assert person in people(text)


def test_with_the_before_a_common_noun_is_no_name() -> None:
    assert "محمد بالقرار" not in people("رحب محمد بالقرار.")
    assert "كمال بالوزير" not in people("التقى كمال بالوزير في مكتبه.")


def test_the_adjective_of_a_state_goes_before_a_given_name() -> None:
    assert "فلاديمير بوتين" in people("قال الرئيس الروسي فلاديمير بوتين إن موسكو ترحب.")
