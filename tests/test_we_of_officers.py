"""The "we" of officers, what is allowed, what lies ahead on the eve, receptions told in several sentences."""

from __future__ import annotations

import pytest

from event_help import annotate, events, lines


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'قال وزير الخارجية التركي مولود تشاوش أوغلو: "ضربنا تنظيم داعش".',
            "Attack agent=Turkey target=Islamic State",
        ),
        (
            'قال وزير الخارجية السعودي عادل الجبير: "بحثنا مع وزير الخارجية المصري سامح شكري الأزمة".',
            "Meeting participant=Adel al-Jubeir+Sameh Shoukry",
        ),
        (
            "سمحت تركيا للطائرات الأميركية بشن هجمات على تنظيم داعش.",
            "Attack agent=United States target=Islamic State Hypothetical",
        ),
        ("عشية زيارة كيري إلى موسكو، انتقدت روسيا واشنطن.", "Visit agent=John Kerry place=Moscow Planned"),
        ("انتقدت روسيا واشنطن عشية زيارة كيري إلى موسكو.", "Visit agent=John Kerry place=Moscow Planned"),
    ],
)
def test_who_does_it_and_whether_it_has_come(text: str, told: str) -> None:
    assert told in events(text, "2015-08-01")


def test_who_is_called_upon_calls_upon_nobody() -> None:
    text = "قال وزير الخارجية القطري خالد العطية: نحن مطالبون بخلق أفق للسلام."
    assert not lines(text, "Appeal", "2015-08-01")


def test_an_appeal_told_again_by_a_participle_is_one() -> None:
    text = "وجه الرئيس التركي رجب طيب أردوغان نداء جديدا، مطالبا المعارضة السورية بالوحدة."
    assert lines(text, "Appeal", "2015-08-01") == ["Appeal agent=Recep Tayyip Erdoğan target=Opposition of Syria"]


def test_the_author_of_a_report_calls_for_what_is_in_it() -> None:
    text = "تلقى المجلس تقريرا من الأمين العام للأمم المتحدة بان كي مون دعا فيه إلى تقليص البعثة."
    assert lines(text, "Appeal", "2012-07-08") == ["Appeal agent=Ban Ki-moon"]


def test_a_farewell_over_two_sentences_is_one() -> None:
    text = (
        "غادر الأمير محمد بن سلمان الأردن. وكان في وداعه الملك عبد الله الثاني ملك الأردن. "
        "كما كان في وداعه السفير سامي الصالحي."
    )
    (meeting,) = [event for event in annotate(text, "2015-08-05").events if event.type == "Meeting"]
    assert {"Mohammed_bin_Salman", "Abdullah_II_of_Jordan"} <= {a.entity for a in meeting.arguments}
