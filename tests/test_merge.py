"""One event told twice in a document is one event; two that differ are two."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from event_help import annotate, events, lines, one
from sifara.document import Argument, Event, Evidence
from sifara.events.merge import merge_events


def event(
    kind: str,
    roles: Sequence[tuple[str, str]],
    status: str = "Actual",
    date: str | None = None,
    at: int = 0,
    frame: str = "f",
) -> Event:
    return Event(
        type=kind,
        arguments=tuple(Argument(role, entity, at, at + 1) for role, entity in roles),
        evidence=(Evidence(0, at, at + 1, at, at + 1, frame),),
        status=status,
        date=date,
        date_basis="stated" if date else None,
    )


def parties(found: Event) -> set[tuple[str, str]]:
    return {(a.role, a.entity) for a in found.arguments}


def test_told_twice_is_one_event_with_both_places() -> None:
    text = "التقى بلينكن لافروف في جنيف. وجرى اللقاء بين بلينكن ولافروف يوم الاثنين."
    found = one(text, "Meeting")
    assert len(found.evidence) == 2
    assert lines(text, "Meeting") == ["Meeting participant=Antony Blinken+Sergey Lavrov place=Geneva"]
    assert found.date == "2022-03-14"  # only the second telling has it


def test_countries_and_their_ministers_are_one_event_and_the_ministers_remain() -> None:
    text = (
        "التقى وزير الخارجية الأميركي أنتوني بلينكن نظيره الروسي سيرغي لافروف. "
        "واللقاء بين روسيا والولايات المتحدة هو الأول."
    )
    assert lines(text, "Meeting") == ["Meeting participant=Antony Blinken+Sergey Lavrov"]
    assert len(one(text, "Meeting").evidence) == 2


def test_meetings_with_different_people_are_two() -> None:
    assert lines("التقى بوتين أردوغان. والتقى أردوغان ماكرون.", "Meeting") == [
        "Meeting participant=Emmanuel Macron+Recep Tayyip Erdoğan",
        "Meeting participant=Recep Tayyip Erdoğan+Vladimir Putin",
    ]


def test_meetings_on_different_days_are_two() -> None:
    text = "التقى بوتين أردوغان في باريس يوم الاثنين. والتقى بوتين أردوغان في أنقرة يوم الثلاثاء."
    assert {e.date for e in annotate(text).events if e.type == "Meeting"} == {"2022-03-14", "2022-03-15"}


def test_done_and_planned_are_two() -> None:
    text = "زار ماكرون الجزائر في عام 2017. وسيزور ماكرون الجزائر غدا."
    assert {(e.status, e.date) for e in annotate(text).events} == {("Actual", "2017"), ("Planned", "2022-03-17")}


def test_a_visit_named_by_its_noun_is_the_one_that_is_ahead() -> None:
    text = "زيارة ماكرون إلى الجزائر مهمة. وسيزور ماكرون الجزائر غدا."
    assert [(e.status, e.date) for e in annotate(text).events if e.type == "Visit"] == [("Planned", "2022-03-17")]


def test_a_visit_during_which_something_will_be_done_is_the_one_that_began() -> None:
    text = "وصل كيري إلى القاهرة أمس. ومن المقرر أن يبحث كيري خلال زيارته إلى مصر الأزمة."
    assert [(e.status, e.date) for e in annotate(text).events if e.type == "Visit"] == [("Actual", "2022-03-15")]


def test_the_present_of_a_title_is_what_the_lead_tells_as_ahead() -> None:
    text = "عباس يلتقي السيسي\nيلتقي الرئيس الفلسطيني محمود عباس غدا الرئيس المصري عبد الفتاح السيسي."
    assert [(e.status, e.date) for e in annotate(text).events if e.type == "Meeting"] == [("Planned", "2022-03-17")]


def test_who_attended_was_at_the_meeting_that_was_held_not_at_the_one_ahead() -> None:
    text = (
        "استقبل السيسي أمس بلينكن. ومن المقرر أن يلتقي السيسي بوتين غدا. "
        "وحضر اللقاء وزير الخارجية المصري سامح شكري."
    )
    assert lines(text, "Meeting") == [
        "Meeting participant=Abdel Fattah el-Sisi+Antony Blinken+Sameh Shoukry",
        "Meeting participant=Abdel Fattah el-Sisi+Vladimir Putin Planned",
    ]


def test_an_act_repeated_in_a_noun_is_the_same() -> None:
    assert events("أدانت مصر إسرائيل. وكررت مصر إدانتها لإسرائيل.") == ["Condemnation agent=Egypt target=Israel"]


A, B, C = ("participant", "a"), ("participant", "b"), ("participant", "c")


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (event("Meeting", [A, B]), event("Meeting", [A, B]), 1),
        (event("Meeting", [A, B]), event("Summit", [A, B]), 1),  # a summit is a meeting
        (event("Meeting", [A, B]), event("PhoneCall", [A, B]), 2),
        (event("Meeting", [A, B]), event("Meeting", [A]), 1),  # told in part
        (event("Meeting", [A, B]), event("Meeting", [A, C]), 2),
        (event("Meeting", [A, B], date="2022-03"), event("Meeting", [A, B], date="2022-03-14"), 1),
        (event("Meeting", [A, B], date="2022-03-13"), event("Meeting", [A, B], date="2022-03-14"), 2),
        (event("Meeting", [A, B]), event("Meeting", [A, B], "Planned"), 2),
        (event("Meeting", [A, B, ("place", "x")]), event("Meeting", [A, B, ("place", "y")]), 2),
        (event("Visit", [("agent", "a"), ("target", "x")]), event("Visit", [("agent", "a")]), 1),
        (event("Visit", [("agent", "a"), ("target", "x")]), event("Visit", [("agent", "b"), ("target", "x")]), 2),
        (event("Release", [("target", "x")]), event("Release", [("target", "x")]), 1),  # nobody is named who acts
        (event("Release", [("agent", "a")]), event("Release", [("target", "x")]), 2),  # nothing is shared
        (event("Statement", [("agent", "a")]), event("Statement", [("agent", "a"), ("agent", "b")]), 2),
    ],
)
def test_same_or_not(first: Event, second: Event, count: int) -> None:
    assert len(merge_events([first, second])) == count
    assert len(merge_events([second, first])) == count  # whichever is told first


def test_the_summit_remains_whichever_is_told_first() -> None:
    both = [event("Meeting", [A, B]), event("Summit", [A, B])]
    assert {merge_events(order)[0].type for order in (both, both[::-1])} == {"Summit"}


def test_the_exact_date_remains() -> None:
    both = [event("Meeting", [A, B], date="2022-03"), event("Meeting", [A, B], date="2022-03-14")]
    assert {merge_events(order)[0].date for order in (both, both[::-1])} == {"2022-03-14"}


def test_an_officer_stands_for_the_country() -> None:
    person = event("Condemnation", [("agent", "minister"), ("target", "x")])
    country = event("Condemnation", [("agent", "country"), ("target", "x")])
    seats = frozenset({("minister", "country")})
    for order in ([person, country], [country, person]):
        (found,) = merge_events(order, seats)
        assert parties(found) == {("agent", "minister"), ("target", "x")}
    assert len(merge_events([person, country])) == 2  # unless nothing joins them


def test_the_subject_of_talks_joins_a_call() -> None:
    call, subject = event("PhoneCall", [A, B]), event("Meeting", [A, B], frame="talks")
    for order in ([call, subject], [subject, call]):
        (found,) = merge_events(order, talks=frozenset({"talks"}))
        assert found.type == "PhoneCall"


EVENTS = st.builds(
    event,
    st.sampled_from(["Meeting", "Summit", "Visit", "Statement", "PhoneCall"]),
    st.lists(
        st.tuples(st.sampled_from(["agent", "participant", "target", "place"]), st.sampled_from("abcd")),
        min_size=1,
        max_size=4,
        unique=True,
    ),
    st.sampled_from(["Actual", "Planned"]),
    st.sampled_from([None, "2022", "2022-03", "2022-03-14", "2021"]),
    st.integers(0, 50),
    st.sampled_from(["f", "talks"]),
).filter(
    lambda e: any(a.role in ("agent", "participant") or (a.role, e.type) == ("target", "Visit") for a in e.arguments)
)
SEATS = st.frozensets(st.tuples(st.sampled_from("ab"), st.sampled_from("cd")), max_size=2)


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=8), SEATS)
def test_nothing_told_is_lost_or_made_up(told: list[Event], seats: frozenset[tuple[str, str]]) -> None:
    found = merge_events(told, seats, frozenset({"talks"}))
    assert sorted(map(repr, (x for e in found for x in e.evidence))) == sorted(
        map(repr, (x for e in told for x in e.evidence))
    )
    known = {(a.role, a.entity) for e in told for a in e.arguments}
    assert all(parties(e) <= known and e.arguments for e in found)


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=8))
def test_one_event_twice_in_a_row_is_one(told: list[Event]) -> None:
    once = merge_events(told)
    twice = merge_events([e for e in told for _ in range(2)])
    assert [(e.type, parties(e), e.date) for e in once] == [(e.type, parties(e), e.date) for e in twice]


@settings(max_examples=200, deadline=None)
@given(st.lists(EVENTS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_arguments_does_not_matter(told: list[Event], random: object) -> None:
    from dataclasses import replace

    def shuffled(e: Event) -> Event:
        arguments = list(e.arguments)
        random.shuffle(arguments)  # type: ignore[attr-defined]
        return replace(e, arguments=tuple(arguments))

    other = merge_events([shuffled(e) for e in told])
    assert [(e.type, parties(e), e.status, e.date) for e in merge_events(told)] == [
        (e.type, parties(e), e.status, e.date) for e in other
    ]


def test_who_attended_a_meeting_took_part_in_the_last_one_told() -> None:
    for attended in ("وحضر اللقاء وزير الخارجية جان إيف لودريان.", "وحضر جان إيف لودريان اللقاء."):
        assert lines(f"استقبل ماكرون في باريس الرئيس فلاديمير بوتين. {attended}", "Meeting") == [
            "Meeting participant=Emmanuel Macron+Jean-Yves Le Drian+Vladimir Putin place=Paris"
        ]


_OPENING = "اجتمع مجلس الوزراء في مدريد. وناقش الوزراء الميزانية. "


def test_two_calls_about_different_things_are_two() -> None:
    told = "ودعا سانشيز إلى خفض أسعار الطاقة. وقال الوزير إن الأمر صعب. ودعا سانشيز إلى فتح المعابر في غزة."
    assert len(lines(_OPENING + told, "Appeal")) == 2


def test_a_call_repeated_in_other_words_is_one() -> None:
    told = "ودعا سانشيز إلى خفض أسعار الطاقة. وقال الوزير إن الأمر صعب. وطالب سانشيز بخفض أسعار الطاقة فورا."
    assert len(lines(_OPENING + told, "Appeal")) == 1


def test_what_is_repeated_without_a_topic_is_one() -> None:
    told = "وانتقدت روسيا أوكرانيا. وقال الوزير إن الأمر صعب. وانتقدت روسيا أوكرانيا."
    assert len(lines(_OPENING + told, "Condemnation")) == 1


def test_the_body_tells_again_what_the_title_told() -> None:
    title = "سانشيز يدعو إلى خطوة جريئة\nاجتمع مجلس الوزراء في مدريد. "
    assert len(lines(title + "ودعا سانشيز إلى خفض أسعار الطاقة.", "Appeal")) == 1


def test_who_attended_no_meeting_that_was_told_attended_one() -> None:
    assert lines("حضر بوتين الاجتماع.", "Meeting") == ["Meeting participant=Vladimir Putin"]


def test_attending_a_meeting_that_was_held_does_not_join_one_that_is_planned() -> None:
    assert sorted(lines("سيلتقي بوتين ماكرون غدا. وحضر أردوغان الاجتماع.", "Meeting")) == [
        "Meeting participant=Emmanuel Macron+Vladimir Putin Planned",
        "Meeting participant=Recep Tayyip Erdoğan",
    ]


def test_who_speaks_has_spoken_whatever_the_article_is_about() -> None:
    text = "قال سالم المنصوري إن أسعار الأسهم ارتفعت. " + "ارتفعت أسعار الأسهم في البورصة وارتفع مؤشر السوق. " * 8
    assert lines(text, "Statement") == ["Statement agent=سالم المنصوري"]
