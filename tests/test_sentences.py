"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sifara.text.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "بلغ النمو 4.5 في المئة هذا العام.",
        "القاهرة (أ.ف.ب) - أعلن الوزير ذلك.",
        "قال أ. ف. ب نقلا عن مصدر.",
        "استقبل د. محمد الضيف.",
        "أدرجت إم.إس.سي.آي السهم",
        "تملك بي.تي. المصرية حصة",
        "تابعه 5.\u200f3 مليون",
        "توقف الحوار.. هل يعود",
        "قال إن الأمر... معقد جدا",
        "وصل الرئيس (قال: نعم. ثم صمت) إلى جنيف.",
        'قال: "لن نتراجع!"، مضيفا أن الباب مفتوح.',
        "انتهى اللقاء؟!.",
        "زار U.N.O مقر المنظمة",
        "كتب &quot;لا&quot; على الجدار",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ اللقاء. انتهى اللقاء.", ["بدأ اللقاء.", "انتهى اللقاء."]),
        ("بدأ اللقاء.انتهى اللقاء", ["بدأ اللقاء.", "انتهى اللقاء"]),
        ("قال «نعم».وخرج", ["قال «نعم».", "وخرج"]),
        ("متى يعود؟ لا أحد يعلم!", ["متى يعود؟", "لا أحد يعلم!"]),
        ("رحب بالقرار؛ وطلب المزيد", ["رحب بالقرار؛", "وطلب المزيد"]),
        ("قمة في الرياض\nالرياض - بدأت القمة", ["قمة في الرياض", "الرياض - بدأت القمة"]),
        ("قال «انتهى الأمر.» وخرج", ["قال «انتهى الأمر.»", "وخرج"]),
        ("“انتهى الأمر”. وخرج الوفد", ["“انتهى الأمر”.", "وخرج الوفد"]),
        ("انتهى الأمر. “لن نعود” قال الوزير", ["انتهى الأمر.", "“لن نعود” قال الوزير"]),
        ("وقع ذلك عام 1436هـ. وقال الوزير", ["وقع ذلك عام 1436هـ.", "وقال الوزير"]),
        ("بلغ العدد 15. وقال الوزير", ["بلغ العدد 15.", "وقال الوزير"]),
        ("\r\n  عنوان  \r\n***\r\nنص\u2029خاتمة", ["عنوان", "نص", "خاتمة"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_long_brackets_hold_sentences() -> None:
    inner = "وصل الوفد إلى المدينة صباح اليوم. " * 10
    assert len(sentences(f"({inner})")) == 10


@given(st.text(st.sampled_from('ابتوم .؟!؛;…()«»“”"\n\u200f5،') | st.characters(), max_size=80))
def test_spans_are_trimmed_in_order_and_hold_every_letter(text: str) -> None:
    spans = sentence_spans(text)
    position = 0
    covered = set()
    for start, end in spans:
        assert position <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert "\n" not in text[start:end]
        position = end
        covered.update(range(start, end))
    assert not [letter for i, letter in enumerate(text) if letter.isalnum() and i not in covered]
