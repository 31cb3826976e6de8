"""Entities under two names: joined by name and office, listed for judgement, decided for good."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from sifara.document import Annotated, Document, Entity, EntityLayer, Mention, Office, Sentence, Text
from sifara.errors import InputError
from sifara.graph import duplicates, iri, people
from sifara.graph.decisions import DIFFERENT, ENTITY, SAME, Decisions
from sifara.graph.duplicates import Known
from sifara.graph.quads import all_quads
from sifara.graph.similar import distance, keys, likeness
from sifara.store import EmbeddedStore, decided, review
from sifara.store.canonical_store import CanonicalEvents
from synthetic import SyntheticPipeline, document

ALIKE = [
    ("أحمد العلي", "احمد العلى", "spelling"),
    ("عبد الرحمن سالم", "عبدالرحمن سالم", "spelling"),
    ("أنطونيو غوتيريش", "أنطونيو جوتيريش", "letters"),
    ("بنيامين نتنياهو", "بنيامين نتانياهو", "letters"),
    ("ميخائيل غورباتشوف", "ميخائيل جورباتشيف", "consonants"),
]
UNLIKE = [
    ("أحمد العلي", "محمد العلي"),
    ("السودان", "جنوب السودان المتحد"),
    ("سالم الكعبي", "سالم النعيمي"),
    ("إيران", "إيرلندا"),
]


@pytest.mark.parametrize(("one", "other", "how"), ALIKE)
def test_alike(one: str, other: str, how: str) -> None:
    found = likeness(one, other)
    assert found is not None
    assert found.how == how
    assert likeness(other, one) == found
    assert found.score >= 0.75


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_unlike(one: str, other: str) -> None:
    found = likeness(one, other)
    assert found is None or found.score < 0.75


def test_a_name_within_another_is_never_enough() -> None:
    found = likeness("السودان", "جنوب السودان")
    assert found is not None
    assert found.how == "contained"
    pair = [Known("a", "Organization", ("السودان",), False), Known("b", "Organization", ("جنوب السودان",), False)]
    assert duplicates.suspicions(pair, Decisions()) == []


@given(st.text("ابتسكم ", max_size=12), st.text("ابتسكم ", max_size=12))
def test_distance_is_one(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@given(st.lists(st.text("ابتسجغكفم", min_size=2, max_size=6), min_size=2, max_size=3))
def test_names_that_are_alike_share_a_key(words: list[str]) -> None:
    name = " ".join(words)
    changed = [*words[:-1], words[-1][:-1] + "م"]
    other = " ".join(changed)
    found = likeness(name, other)
    if found is not None and found.how != "contained":
        assert keys(name) & keys(other)


def test_who_is_listed() -> None:
    office = frozenset({("Minister", "Iraq")})
    known = [
        Known("a", "Person", ("أنطونيو غوتيريش",), True, documents=7),
        Known("b", "Person", ("أنطونيو جوتيريش",), False, documents=1),
        Known("c", "Person", ("سالم الكعبي",), False, frozenset({"Iraq"}), office),
        Known("d", "Person", ("الكعبي",), False, frozenset({"Iraq"}), office),
        Known("e", "Person", ("بنيامين نتنياهو",), True),
        Known("f", "Person", ("بنيامين نتانياهو",), True),
        Known("g", "Person", ("ليلى سويد",), False, frozenset({"Iraq"})),
        Known("h", "Person", ("ليلى سويد",), False, frozenset({"Oman"})),
    ]
    found = duplicates.suspicions(known, Decisions())
    assert [(s.one.iri, s.other.iri, s.why) for s in found] == [
        ("a", "b", ("letters",)),
        ("c", "d", ("contained", "office", "country")),
    ]
    assert duplicates.suspicions(list(reversed(known)), Decisions()) == found
    decisions = Decisions().with_verdict(ENTITY, "b", "a", DIFFERENT)
    assert [s.one.iri for s in duplicates.suspicions(known, decisions)] == ["c"]


def test_the_list_is_read_as_it_was_edited() -> None:
    known = [Known("x", "Person", ("أحمد العلي",), False), Known("y", "Person", ("احمد العلي",), False)]
    lines = list(duplicates.write(duplicates.suspicions(known, Decisions())))
    assert len(lines) == 2
    assert duplicates.read(lines, "list") == []
    for word, verdict in (("same", SAME), ("Reject", DIFFERENT)):
        assert duplicates.read([lines[0], word + lines[1]], "list") == [(verdict, "x", "y")]
    with pytest.raises(InputError, match="line 2"):
        duplicates.read([lines[0], "maybe" + lines[1]], "list")
    with pytest.raises(InputError, match="columns"):
        duplicates.read(["a\tb\n"], "list")


# --- In a store ------------------------------------------------------------------------------------------------


def _article(name: str, person: str, of: str = "Norland") -> Annotated:
    """Return a document that names ``person`` as the foreign minister of a country."""
    text = f"{person} وزير خارجية."
    country = Entity(of, "Country", "بلد", of)
    stranger = Entity(person.replace(" ", "_"), "Person", person, listed=False)
    mention = Mention(0, len(person), (stranger.id,), "Person", "name")
    layer = EntityLayer(
        (mention,),
        {stranger.id: stranger, of: country},
        (Office(stranger.id, "ForeignMinister", of, 0, len(person)),),
    )
    return Annotated(Text(Document(name, text), (Sentence(0, 0, len(text), ()),), ()), layer, (), ())


def _store(folder: Path | None, *articles: Annotated) -> EmbeddedStore:
    store = EmbeddedStore()
    names = []
    for article in articles:
        names.append(iri.document(article.text.document.id))
        store.replace(NamedNode(names[-1]), all_quads(article))
    with CanonicalEvents(store, folder) as events:
        events.update(names)
    return store


def _joined(store: EmbeddedStore) -> set[tuple[str, str]]:
    return {
        (q.subject.value.removeprefix(iri.ID), q.object.value.removeprefix(iri.ID))  # type: ignore[union-attr]
        for q in store.quads(people.GRAPH)
    }


def test_one_name_and_one_office_are_one_person() -> None:
    store = _store(None, _article("a", "أحمد العلي"), _article("b", "احمد العلى"))
    assert _joined(store) == {("احمد_العلى", "أحمد_العلي")}


def test_another_office_is_another_person() -> None:
    store = _store(None, _article("a", "أحمد العلي"), _article("b", "احمد العلى", "Sudra"))
    assert _joined(store) == set()


def test_who_is_withdrawn_is_joined_no_more(tmp_path: Path) -> None:
    store = _store(tmp_path, _article("a", "أحمد العلي"), _article("b", "احمد العلى"))
    node = NamedNode(iri.document("b"))
    store.withdraw(node)
    with CanonicalEvents(store, tmp_path) as events:
        events.update([node.value])
    assert _joined(store) == set()


def test_a_decision_joins_and_lasts(tmp_path: Path) -> None:
    articles = _article("a", "سامي الجابر"), _article("b", "سامي الجبر", "Sudra")
    store = _store(tmp_path, *articles)
    one, other = iri.entity("سامي_الجابر"), iri.entity("سامي_الجبر")
    assert [(s.one.iri, s.other.iri) for s in duplicates.suspicions(review.entities(store), Decisions())] == []
    assert review.judge(store, tmp_path, [(SAME, one, other)]) == 1
    assert _joined(store) == {("سامي_الجبر", "سامي_الجابر")}
    (tmp_path / "tellings.sqlite").unlink()
    rebuilt = _store(tmp_path, *reversed(articles))
    assert _joined(rebuilt) == _joined(store)
    assert duplicates.suspicions(review.entities(store), decided.read(tmp_path)) == []
    review.judge(store, tmp_path, [(DIFFERENT, one, other)])
    assert _joined(store) == set()


def test_a_decision_on_entities_reaches_events(tmp_path: Path) -> None:
    pipeline = SyntheticPipeline()
    store = EmbeddedStore()
    names = []
    for seed in range(12):
        found = document(f"d{seed}", seed, 5, 4)
        store.replace(NamedNode(iri.document(found.id)), all_quads(pipeline.annotate(found)))
        names.append(iri.document(found.id))
    with CanonicalEvents(store, tmp_path) as events:
        events.update(names)
    graph = NamedNode(iri.EVENTS_GRAPH)
    before = set(store.quads(graph))
    review.judge(store, tmp_path, [(SAME, iri.entity("سامر_كعب"), iri.entity("هشام_برعي"))])
    assert set(store.quads(graph)) != before
    review.judge(store, tmp_path, [(DIFFERENT, iri.entity("سامر_كعب"), iri.entity("هشام_برعي"))])
    assert set(store.quads(graph)) == before


def test_a_verdict_on_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        review.judge(_store(tmp_path), tmp_path, [(SAME, "http://elsewhere/x", iri.entity("y"))])
