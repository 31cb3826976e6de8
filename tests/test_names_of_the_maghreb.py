"""Names as the press of the Maghreb has them, and where they end."""

from __future__ import annotations

import pytest

from sifara.document import Document
from sifara.pipeline import Pipeline

PIPELINE = Pipeline()


def people(text: str) -> set[str]:
    """Give the people named."""
    layer = PIPELINE.annotate(Document("d", text, None)).entities
    return {e for m in layer.mentions if m.type == "Person" for e in m.entities}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("قال عبد الستار بالطيب رئيس النقابة إن الإضراب متواصل.", "عبد_الستار_بالطيب"),
        ("أكد النائب كمال بالشيخ أن الجلسة مؤجلة.", "كمال_بالشيخ"),
        ("نفى وزير النقل الهادي الورغمي الخبر.", "الهادي_الورغمي"),
        ("نفى وزير النقل المولدي دردور الخبر.", "المولدي_دردور"),
        ("أفرجت الشرطة عن المحامية سلمى الورتاني.", "سلمى_الورتاني"),
        ("أوقفت الشرطة رجل الأعمال فوزي الورتاني.", "فوزي_الورتاني"),
        ("قالت النائبة سلمى الورتاني ضيفة البرنامج إن الجلسة مؤجلة.", "سلمى_الورتاني"),
        ("احتجاجات ضد زيارة فوزي الورتاني لمعتمدية ماطر.", "فوزي_الورتاني"),
        ("وثمن المدير سليم الورتاني الإصلاحات السياسية.", "سليم_الورتاني"),
    ],
)
def test_a_name_is_read_whole_and_no_further(text: str, person: str) -> None:
    assert person in people(text)


def test_with_the_before_a_common_noun_is_no_name() -> None:
    assert "محمد_بالقرار" not in people("رحب محمد بالقرار.")
    assert "كمال_بالوزير" not in people("التقى كمال بالوزير في مكتبه.")


def test_the_adjective_of_a_state_goes_before_a_given_name() -> None:
    assert "Vladimir_Putin" in people("قال الرئيس الروسي فلاديمير بوتين إن موسكو ترحب.")
