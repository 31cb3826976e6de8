"""Quotations, whichever way round their marks are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_help import events
from sifara.text.quotations import quotations


def quoted(text: str) -> list[tuple[str, int]]:
    return [(text[q.start : q.end], q.depth) for q in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        'قال "لن نتراجع" أمس',
        "قال “لن نتراجع” أمس",
        "قال ”لن نتراجع“ أمس",
        "قال ”لن نتراجع” أمس",
        "قال “لن نتراجع“ أمس",
        "قال „لن نتراجع“ أمس",
        "قال «لن نتراجع» أمس",
        "قال »لن نتراجع« أمس",
        "قال « لن نتراجع » أمس",
        'قال " لن نتراجع " أمس',
        'قال:"لن نتراجع".',
        'قال ("لن نتراجع")',
        "وصف و”لن نتراجع“ أمس",
        'لـ"لن نتراجع"',
        "قال ‘لن نتراجع’ أمس",
        "قال ((لن نتراجع)) أمس",
        "قال ''لن نتراجع'' أمس",
        "قال “لن نتراجع”وأضاف",
    ],
)
def test_one_quotation(text: str) -> None:
    assert quoted(text) == [("لن نتراجع", 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال "نعم" ثم "لا"', [("نعم", 0), ("لا", 0)]),
        ('قال "إن «الحوار» ضروري"', [("إن «الحوار» ضروري", 0), ("الحوار", 1)]),
        ("“نعم. سنعود.” ثم مضى", [("نعم. سنعود.", 0)]),
        ("«نعم» و«لا» و«ربما»", [("نعم", 0), ("لا", 0), ("ربما", 0)]),
        ('قال "سنعود\nوخرج "أمس"', [("سنعود", 0), ("أمس", 0)]),
        ("المعاهدة سا'ود", []),
        ('ارتفاعه 5" فقط', []),
        ("لا شيء هنا", []),
        ('"" و« »', []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, int]]) -> None:
    assert quoted(text) == expected


@given(st.text(st.sampled_from("اب و.،\"'“”«»‘’()\n ") | st.characters(), max_size=60))
def test_quotations_nest_and_stay_in_their_line(text: str) -> None:
    found = quotations(text)
    open_ends: list[int] = []
    assert [q.start for q in found] == sorted(q.start for q in found)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        while open_ends and open_ends[-1] <= q.start:
            open_ends.pop()
        assert all(q.end <= end for end in open_ends)
        assert q.depth == len(open_ends)
        open_ends.append(q.end)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('قال "سامح شكري" وزير الخارجية إن مصر ترحب بالاتفاق.', "Statement agent=Sameh Shoukry"),
        ('زار الأمير "محمد بن سلمان" فرنسا.', "Visit agent=Mohammed bin Salman target=France"),
        ('اتهمت "إيران" السعودية بقصف سفارتها في "صنعاء".', "Accusation agent=Iran target=Saudi Arabia"),
    ],
)
def test_names_in_quotation_marks(text: str, line: str) -> None:
    assert line in events(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("قتلى في بيروت.. وماكرون «يندد»", "Condemnation agent=Emmanuel Macron"),
        ('تفجير في كابل.. وأنقرة "تدين"', "Condemnation agent=Turkey"),
    ],
)
def test_marks_around_the_verb_of_a_headline_tell_nothing(text: str, line: str) -> None:
    assert line in events(text)


def test_a_paper_in_quotation_marks_is_no_state() -> None:
    assert events('وافقت صحيفة "الجزائر" على نشر المقال.') == []
