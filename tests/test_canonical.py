"""One event told by many documents: what is joined, what never is, and that the way there makes no difference."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad

from sifara.errors import NotFound
from sifara.graph import iri
from sifara.graph.canonical import GRAPH, group_quads, groups, link
from sifara.graph.decisions import DIFFERENT, EVENT, SAME, Decisions
from sifara.graph.iri import DIP, ID
from sifara.graph.merge_score import conflict, match
from sifara.graph.quads import all_quads
from sifara.graph.shacl import Checker
from sifara.graph.shacl_paths import TYPE
from sifara.graph.tellings import Telling, tellings
from sifara.graph.vocabulary import folder
from sifara.store import EmbeddedStore, review
from sifara.store.canonical_store import CanonicalEvents
from synthetic import SyntheticPipeline, document

PIPELINE = SyntheticPipeline()


def telling(name: str, kind: str = "Meeting", **more: object) -> Telling:
    """Return a meeting of Lavrov and Blinken in Cairo on a day of March 2024, but for what is said."""
    about: dict[str, object] = {
        "iri": f"{ID}event/{name}",
        "document": f"{ID}doc/{name}",
        "kind": kind,
        "status": "Actual",
        "published": "2024-03-05",
        "date": "2024-03-04",
        "basis": "Inferred",
        "until": "",
        "duration": "",
        "confidence": "0.9",
        "content": "",
        "roles": {"participant": frozenset({"Lavrov", "Blinken"})},
        "places": frozenset[str](),
        "topics": frozenset[str](),
        "kin": {"Lavrov": "Russia", "Blinken": "US", "Cairo": "Egypt"},
        "sorts": {
            **dict.fromkeys(("Lavrov", "Blinken", "Wang", "Safadi"), "Person"),
            **dict.fromkeys(("Russia", "US", "Egypt", "Sudan", "South_Sudan"), "Country"),
            **dict.fromkeys(("Cairo", "Amman"), "City"),
            "Treaty": "Treaty",
        },
        "shown": {},
        "strangers": frozenset[str](),
    }
    return Telling(**{**about, **more})  # type: ignore[arg-type]


def parties(*names: str, role: str = "participant", **others: tuple[str, ...]) -> dict[str, frozenset[str]]:
    return {role: frozenset(names), **{name: frozenset(more) for name, more in others.items()}}


def acts(agent: str, target: str) -> dict[str, frozenset[str]]:
    return {"agent": frozenset({agent}), "target": frozenset({target})}


JOINED = {
    "the same in two papers": ({}, {}),
    "a summit is a meeting": ({"kind": "Summit"}, {}),
    "one has no date": ({"date": ""}, {}),
    "neither has a date": ({"date": ""}, {"date": "", "published": "2024-03-06"}),
    "one names a third": ({}, {"roles": parties("Lavrov", "Blinken", "Wang")}),
    "the country stands for its minister": ({}, {"roles": parties("Lavrov", "US")}),
    "the next day, in the same city": (
        {"places": frozenset({"Cairo"})},
        {"places": frozenset({"Cairo"}), "date": "2024-03-05"},
    ),
    "planned, then done": ({"status": "Planned"}, {}),
    "one party, in one city, on one topic": (
        {"roles": parties("Lavrov"), "places": frozenset({"Cairo"}), "topics": frozenset({"t"})},
        {"places": frozenset({"Cairo"}), "topics": frozenset({"t"})},
    ),
    "a visit to a city": (
        {"kind": "Visit", "roles": parties("Lavrov", role="agent"), "places": frozenset({"Cairo"}), "date": ""},
        {"kind": "Visit", "roles": parties("Lavrov", role="agent"), "places": frozenset({"Cairo"}), "date": ""},
    ),
    "the same words": (
        {"kind": "Statement", "roles": parties("Lavrov", role="agent"), "content": "لن نتراجع عن موقفنا أبدا"},
        {"kind": "Statement", "roles": parties("Lavrov", role="agent"), "content": "لن نتراجع عن موقفنا"},
    ),
    "a treaty is signed once": (
        {"kind": "Signing", "roles": {"agent": frozenset({"Egypt"}), "object": frozenset({"Treaty"})}},
        {"kind": "Signing", "roles": {"agent": frozenset({"Egypt"}), "object": frozenset({"Treaty"})}},
    ),
}
APART = {
    "one document": ({}, {"document": f"{ID}doc/a"}),
    "another class": ({}, {"kind": "PhoneCall"}),
    "another partner": ({}, {"roles": parties("Lavrov", "Wang")}),
    "two days apart": ({}, {"date": "2024-03-06"}),
    "the next day, with nothing more": ({}, {"date": "2024-03-05"}),
    "another city": ({"places": frozenset({"Cairo"})}, {"places": frozenset({"Amman"})}),
    "it did not happen": ({}, {"status": "Negated"}),
    "it may happen": ({}, {"status": "Hypothetical"}),
    "no date, reported later": ({"date": ""}, {"date": "", "published": "2024-03-09"}),
    "no date at all": ({"date": "", "published": ""}, {"date": "", "published": ""}),
    "one party": ({"roles": parties("Lavrov")}, {"roles": parties("Lavrov")}),
    "one party, without a date": (
        {"roles": parties("Lavrov"), "date": "", "places": frozenset({"Cairo"})},
        {"roles": parties("Lavrov"), "date": "", "places": frozenset({"Cairo"})},
    ),
    "two countries, without a date": (
        {"roles": parties("Russia", "US"), "date": ""},
        {"roles": parties("Russia", "US"), "date": ""},
    ),
    "Sudan is not South Sudan": (
        {"roles": parties("Sudan", "Egypt")},
        {"roles": parties("South_Sudan", "Egypt")},
    ),
    "the other way round": (
        {"kind": "Sanction", "roles": acts("Russia", "US")},
        {"kind": "Sanction", "roles": acts("US", "Russia")},
    ),
    "strikes of one day": (
        {"kind": "Attack", "roles": acts("Russia", "US")},
        {"kind": "Attack", "roles": acts("Russia", "US")},
    ),
    "other words": (
        {"kind": "Statement", "roles": parties("Lavrov", role="agent"), "content": "لن نتراجع عن موقفنا أبدا"},
        {"kind": "Statement", "roles": parties("Lavrov", role="agent"), "content": "المحادثات كانت مفيدة جدا"},
    ),
    "another treaty": (
        {"kind": "Signing", "roles": {"agent": frozenset({"Egypt"}), "object": frozenset({"Treaty"})}},
        {"kind": "Signing", "roles": {"agent": frozenset({"Egypt"}), "object": frozenset({"Pact"})}},
    ),
    "namesakes of two countries": (
        {"strangers": frozenset({"Safadi"}), "roles": parties("Safadi", "Wang"), "kin": {"Safadi": "Egypt"}},
        {"strangers": frozenset({"Safadi"}), "roles": parties("Safadi", "Wang"), "kin": {"Safadi": "Sudan"}},
    ),
}


def _both(changes: tuple[dict[str, object], dict[str, object]]) -> tuple[Telling, Telling]:
    one, other = changes
    return telling("a", **one), telling("b", **other)


@pytest.mark.parametrize("case", JOINED)
def test_joined(case: str) -> None:
    one, other = _both(JOINED[case])  # type: ignore[arg-type]
    found = match(one, other)
    assert found is not None
    assert found.enough
    assert match(other, one) == found
    assert set(one.blocks()) & set(other.blocks())


@pytest.mark.parametrize("case", APART)
def test_apart(case: str) -> None:
    one, other = _both(APART[case])  # type: ignore[arg-type]
    found = match(one, other)
    assert found is None or not found.enough


def test_two_groups_that_contradict_stay_two() -> None:
    """A report that fits two meetings joins the better one, and does not bring them together."""
    cairo = telling("a", places=frozenset({"Cairo"}))
    amman = telling("b", places=frozenset({"Amman"}))
    open_ = telling("c", places=frozenset[str](), topics=frozenset({"t"}))
    more = replace(amman, topics=frozenset({"t"}))
    members = {t.iri: t for t in (cairo, more, open_)}
    links = [found for a, b in ((cairo, open_), (more, open_)) if (found := link(a, b, Decisions()))]
    assert len(links) == 2
    made = groups(members, links, Decisions())
    assert [{t.iri for t in group.members} for group in made] == [{more.iri, open_.iri}]


def _said(quads: list[Quad], name: str) -> set[str]:
    return {q.object.value.removeprefix(DIP) for q in quads if q.predicate.value == DIP + name}  # type: ignore[union-attr]


def test_what_the_tellings_say_together() -> None:
    one = telling("a", kind="Summit", places=frozenset({"Cairo"}), published="2024-03-05")
    other = telling("b", published="2024-03-06", status="Planned", basis="Stated")
    third = telling(
        "c",
        roles=parties("Lavrov", "US"),
        date="2024-03-05",
        places=frozenset({"Cairo"}),
        topics=frozenset({"t"}),
    )
    renamed = [
        replace(
            t,
            roles={role: frozenset(ID + p for p in names) for role, names in t.roles.items()},
            places=frozenset(ID + p for p in t.places),
            topics=frozenset(ID + p for p in t.topics),
            kin={ID + a: ID + b for a, b in t.kin.items()},
            sorts={ID + a: b for a, b in {**t.sorts, "t": "Topic"}.items()},
        )
        for t in (one, other, third)
    ]
    pairs = [(a, b) for i, a in enumerate(renamed) for b in renamed[i + 1 :]]
    links = [found for a, b in pairs if (found := link(a, b, Decisions()))]
    (group,) = groups({t.iri: t for t in renamed}, links, Decisions())
    quads = group_quads(group)
    assert group.iri == f"{ID}canonical/a"
    main = [q for q in quads if q.subject.value == group.iri]  # type: ignore[union-attr]
    assert {q.object.value.removeprefix(DIP) for q in main if q.predicate.value.endswith("#type")} == {  # type: ignore[union-attr]
        "CanonicalEvent",
        "Event",
        "Meeting",
        "Summit",
    }
    assert _said(main, "documentCount") == {"3"}
    assert _said(main, "date") == {"2024-03-04"}
    assert _said(main, "dateBasis") == {"Stated"}
    assert _said(main, "status") == {"Actual"}
    assert _said(main, "participant") == {ID + "Lavrov", ID + "Blinken"}
    assert _said(main, "place") == {ID + "Cairo"}
    assert _said(main, "topic") == {ID + "t"}
    # Both days are kept, with who says which; so are both statuses.
    claims: dict[str, dict[str, set[str]]] = {}
    for q in quads:
        if "/claim/" in q.subject.value:  # type: ignore[union-attr]
            about = claims.setdefault(q.subject.value, {})  # type: ignore[union-attr]
            about.setdefault(q.predicate.value.rpartition("#")[2], set()).add(q.object.value)  # type: ignore[union-attr]
    said = {(*sorted(c["predicate"]), *sorted(c["object"])): c["wasDerivedFrom"] for c in claims.values()}
    assert said == {
        (DIP + "date", "2024-03-04"): {ID + "doc/a", ID + "doc/b"},
        (DIP + "date", "2024-03-05"): {ID + "doc/c"},
        (DIP + "status", DIP + "Actual"): {ID + "doc/a", ID + "doc/c"},
        (DIP + "status", DIP + "Planned"): {ID + "doc/b"},
    }
    checker = Checker((folder() / "shapes.ttl").read_bytes())
    rows = sorted({(str(q.subject), str(q.predicate), str(q.object)) for q in quads})
    typed = {row[0] for row in rows if row[1] == TYPE}
    assert [f for f in checker.check(checker.load(rows)) if f.focus in typed and f.severity == "Violation"] == []


@settings(max_examples=60, deadline=None)
@given(seeds=st.lists(st.integers(0, 400), min_size=2, max_size=8, unique=True))
def test_blocks_miss_nothing_and_conflicts_go_both_ways(seeds: list[int]) -> None:
    found = [t for seed in seeds for t in tellings(all_quads(PIPELINE.annotate(document(f"d{seed}", seed, 3, 4))))]
    for one in found:
        for other in found:
            if one.iri < other.iri:
                assert conflict(one, other) == conflict(other, one)
                here, there = match(one, other), match(other, one)
                assert (here and here.points) == (there and there.points)
                if here is not None and here.enough:
                    assert set(one.blocks()) & set(other.blocks())


# --- In a store ------------------------------------------------------------------------------------------------


def _put(store: EmbeddedStore, seed: int, events: int = 5) -> str:
    name = iri.document(f"d{seed % 1000}")
    store.replace(NamedNode(name), all_quads(PIPELINE.annotate(document(f"d{seed % 1000}", seed, events, 3))))
    return name


def _derived(store: EmbeddedStore) -> set[Quad]:
    return {q for g in store.graphs() if not g.value.startswith(ID + "doc/") for q in store.quads(g)}


def _from_scratch(seeds: list[int], folder: Path | None = None) -> set[Quad]:
    store = EmbeddedStore()
    names = [_put(store, seed) for seed in seeds]
    with CanonicalEvents(store, folder) as events:
        events.update(names)
    return _derived(store)


@settings(max_examples=25, deadline=None)
@given(
    seeds=st.lists(st.integers(0, 300), min_size=2, max_size=12, unique=True),
    chance=st.randoms(use_true_random=False),
)
def test_the_order_of_documents_makes_no_difference(seeds: list[int], chance: random.Random) -> None:
    shuffled = list(seeds)
    chance.shuffle(shuffled)
    assert _from_scratch(seeds) == _from_scratch(shuffled)


STEP = st.sampled_from(["put", "put", "put", "withdraw", "change"])
STEPS = st.lists(st.tuples(STEP, st.integers(0, 30)), max_size=14)


@settings(max_examples=40, deadline=None)
@given(steps=STEPS, batch=st.integers(1, 4))
def test_step_by_step_is_as_good_as_from_scratch(steps: list[tuple[str, int]], batch: int) -> None:
    store = EmbeddedStore()
    there: dict[int, int] = {}
    with CanonicalEvents(store, None) as events:
        touched = []
        events.begin()
        for number, (step, seed) in enumerate(steps, 1):
            if step == "withdraw":
                name = iri.document(f"d{seed}")
                store.withdraw(NamedNode(name))
                there.pop(seed, None)
            else:
                there[seed] = seed + 1000 * (step == "change")
                name = _put(store, there[seed])
            touched.append(name)
            if number % batch == 0:
                events.update(touched)
                events.begin()
                touched = []
        events.update(touched)
    assert _derived(store) == _from_scratch(list(there.values()))


def test_the_shared_documents_do_share_events() -> None:
    """What the tests above compare is not nothing."""
    found = _from_scratch(list(range(30)))
    assert sum(1 for q in found if q.graph_name == GRAPH and q.predicate.value == DIP + "documentCount") > 5


def test_an_interrupted_update_is_made_good(tmp_path: Path) -> None:
    store = EmbeddedStore()
    names = [_put(store, seed) for seed in range(10)]
    with CanonicalEvents(store, tmp_path) as events:
        events.update(names)
    with CanonicalEvents(store, tmp_path) as events:
        events.begin()
        _put(store, 11)  # and then the process dies: nobody says that it was written
    with CanonicalEvents(store, tmp_path) as events:
        events.update()
    assert _derived(store) == _from_scratch([*range(10), 11])


def test_an_index_of_another_make_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "tellings.sqlite").write_bytes(b"no database" * 1000)
    assert _from_scratch(list(range(10)), tmp_path) == _from_scratch(list(range(10)))


# --- Decisions -------------------------------------------------------------------------------------------------


@pytest.fixture
def filled(tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore()
    names = [_put(store, seed) for seed in range(30)]
    with CanonicalEvents(store, tmp_path) as events:
        events.update(names)
    return store


def _groups(store: EmbeddedStore) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for q in store.quads(GRAPH):
        if q.predicate.value == DIP + "sameEventAs":
            found.setdefault(q.object.value, set()).add(q.subject.value)  # type: ignore[union-attr]
    return found


def test_split_and_join_two(filled: EmbeddedStore, tmp_path: Path) -> None:
    before = _derived(filled)
    canonical, members = sorted(_groups(filled).items())[0]
    one, other = sorted(members)[:2]
    assert review.split(filled, tmp_path, one, other) > 0
    assert not any({one, other} <= group for group in _groups(filled).values())
    assert (tmp_path / "decisions.tsv").read_text().count("\n") == 2
    # It wins over the rule, from scratch too.
    with CanonicalEvents(filled, tmp_path) as events:
        events.begin()
    with CanonicalEvents(filled, tmp_path) as events:
        events.update()
    assert not any({one, other} <= group for group in _groups(filled).values())
    review.join(filled, tmp_path, other, one)
    assert _derived(filled) == before
    assert not (tmp_path / "decisions.tsv").exists()
    assert canonical in _groups(filled)


def test_split_one_from_all(filled: EmbeddedStore, tmp_path: Path) -> None:
    before = _derived(filled)
    one = min(sorted(_groups(filled).items())[0][1])
    review.split(filled, tmp_path, one, None)
    assert not any(one in group for group in _groups(filled).values())
    review.join(filled, tmp_path, one, None)
    assert _derived(filled) == before
    with pytest.raises(NotFound):
        review.join(filled, tmp_path, one, None)


def test_split_a_canonical_event(filled: EmbeddedStore, tmp_path: Path) -> None:
    before = _derived(filled)
    canonical, members = max(_groups(filled).items(), key=lambda item: len(item[1]))
    review.split(filled, tmp_path, canonical, None)
    assert not any(len(members & group) > 1 for group in _groups(filled).values())
    names = sorted(members)
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            review.join(filled, tmp_path, one, other)
    assert _derived(filled) == before


def test_join_what_no_rule_joins(filled: EmbeddedStore, tmp_path: Path) -> None:
    before = _derived(filled)
    grouped = set().union(*_groups(filled).values())
    loose = sorted({t for g in filled.graphs() for t in [x.iri for x in tellings(filled.quads(g))]} - grouped)
    review.join(filled, tmp_path, loose[0], loose[-1])
    assert any({loose[0], loose[-1]} <= group for group in _groups(filled).values())
    review.split(filled, tmp_path, loose[0], loose[-1])
    assert _derived(filled) == before
    with pytest.raises(NotFound):
        review.join(filled, tmp_path, loose[0], f"{ID}event/nothing")


def test_decisions_are_read_as_they_were_written() -> None:
    decisions = Decisions().with_verdict(EVENT, "b", "a", SAME).with_verdict(EVENT, "c", "*", DIFFERENT)
    assert Decisions.read(decisions.lines()) == decisions
    assert decisions.verdict(EVENT, "a", "b") == SAME
    with pytest.raises(ValueError, match="line 2"):
        Decisions.read(["event\tsame\ta\tb\n", "event\tperhaps\ta\tb\n"])
