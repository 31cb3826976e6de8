"""What a headline tells of several and the body of each; what two words voice at once; what is said in calls."""

from __future__ import annotations

import pytest

from event_help import annotate, events, lines

_TITLE = "خادم الحرمين وولي العهد يهنئان الرئيس الكولومبي"
_KING = "بعث خادم الحرمين الشريفين الملك سلمان بن عبدالعزيز برقية تهنئة للرئيس خوان مانويل سانتوس رئيس كولومبيا."
_PRINCE = "كما بعث ولي العهد الأمير محمد بن نايف برقية تهنئة للرئيس خوان مانويل سانتوس رئيس كولومبيا."


def test_the_body_tells_of_each_alone() -> None:
    text = "\n".join((_TITLE, _KING, _PRINCE))
    found = [e for e in annotate(text, "2015-07-21").events if e.type == "Congratulation"]
    assert [len([a for a in event.arguments if a.role == "agent"]) for event in found] == [1, 1]
    assert all(any(x.sentence == 0 for x in event.evidence) for event in found)


def test_a_headline_of_two_stays_one_where_the_body_tells_of_one() -> None:
    text = "\n".join((_TITLE, _KING, "وحضر ولي العهد الأمير محمد بن نايف الحفل."))
    found = lines(text, "Congratulation", "2015-07-21")
    assert len(found) == 1
    assert "Muhammad bin Nayef" in found[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "عبر الرئيس التركي عن شكره وتقديره لقطر.",
            ["Praise agent=Turkey target=Qatar"],
        ),
        (
            "عبر الرئيس التركي عن شكره لمصر وتقديره لقطر.",
            ["Praise agent=Turkey target=Egypt", "Praise agent=Turkey target=Qatar"],
        ),
    ],
)
def test_two_words_for_one_thing_that_is_voiced(text: str, told: list[str]) -> None:
    assert lines(text, "Praise") == told


def test_what_is_said_in_calls_with_several_has_their_day() -> None:
    text = (
        "تلقى الرئيس المصري عبد الفتاح السيسي اتصالين هاتفيين أمس من الرئيس الفرنسي فرانسوا هولاند والعاهل الأردني "
        "الملك عبد الله الثاني. وأعربا عن تعازيهما للرئيس السيسي في ضحايا الهجوم."
    )
    (event,) = [e for e in annotate(text, "2015-08-07").events if e.type == "Condolence"]
    assert (event.date, event.date_basis) == ("2015-08-06", "inferred")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أعرب ماكرون عن شكره لما قدمته قطر من دعم.", "Praise agent=Emmanuel Macron target=Qatar"),
        ("أشاد ماكرون بما تبذله حكومة قطر تجاه اليمن.", "Praise agent=Emmanuel Macron target=Qatar"),
    ],
)
def test_whom_one_thanks_for_what_they_do(text: str, told: str) -> None:
    assert told in events(text)


def test_a_town_is_nobodys_country() -> None:
    text = "قال ماكرون إن القوات السورية قصفت البلدة. وندد ماكرون بقصف القوات السورية لبلدة في حلب."
    assert not [event for event in events(text, "2020-05-01") if "target=France" in event]
