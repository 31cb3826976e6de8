"""Frames: how the lexicon is read, and what is wrong with it is said."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from event_help import annotate
from sifara.events.frames import Frames, LexiconError, frames
from sifara.events.grammar import grammar, load_yaml
from sifara.events.status import ACTUAL, HYPOTHETICAL, NEGATED, PLANNED
from sifara.graph.vocabulary import folder
from sifara.text.folding import fold_word

module = sys.modules[Frames.__module__]  # the package has a function of the same name
REAL = Path(str(module.files("sifara").joinpath("lexicon", "frames")))
ROLES = {"agent", "participant", "target", "object", "place", "topic", "content", "until", "duration", "none"}


@pytest.fixture
def lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of frames that a test writes; the roles are the real ones."""
    place = tmp_path / "lexicon" / "frames"
    place.mkdir(parents=True)
    (place / "roles.yaml").write_bytes((REAL / "roles.yaml").read_bytes())

    def read(*parts: str) -> object:
        return yaml.safe_load(tmp_path.joinpath("lexicon", *parts).read_text(encoding="utf-8"))

    grammar()  # the real one, read before
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    monkeypatch.setattr(module, "load_yaml", read)
    frames.cache_clear()
    yield place
    frames.cache_clear()


def write(place: Path, name: str, *entries: dict[str, object], kind: str = "Visit", **defaults: object) -> None:
    block = [{"class": kind, "defaults": defaults, "frames": list(entries)}]
    (place / name).write_text(yaml.safe_dump(block, allow_unicode=True), encoding="utf-8")


def test_a_frame_is_read_with_its_defaults(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "visit.a", "verbs": ["زار"]}, {"id": "visit.b", "object": "none"}, object="target")
    found = frames()
    assert found.by_id["visit.a"].object == "target"
    assert found.by_id["visit.b"].object == "none"  # the entry's own word counts
    assert [f.id for f in found.verbs["زار"]] == ["visit.a"]


def test_lemmas_and_prepositions_are_folded(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "a", "verbs": ["أدان"], "preps": {"إلى": "target"}})
    found = frames()
    assert set(found.verbs) == {fold_word("أدان")}
    assert found.by_id["a"].roles_of_prep(fold_word("إلى")) == ("target",)


def test_an_unknown_key_names_file_class_and_frame(lexicon: Path) -> None:
    write(lexicon, "mine.yaml", {"id": "visit.a", "verb": ["زار"]})
    with pytest.raises(LexiconError, match=r"mine\.yaml, class Visit, visit\.a: unknown keys \['verb'\]"):
        frames()


def test_an_unknown_key_among_the_defaults_too(lexicon: Path) -> None:
    write(lexicon, "mine.yaml", {"id": "visit.a"}, objekt="target")
    with pytest.raises(LexiconError, match=r"mine\.yaml, class Visit, visit\.a: unknown keys \['objekt'\]"):
        frames()


def test_a_frame_without_id(lexicon: Path) -> None:
    write(lexicon, "mine.yaml", {"verbs": ["زار"]})
    with pytest.raises(LexiconError, match=r"mine\.yaml, class Visit, .*no id"):
        frames()


def test_an_id_given_twice_even_in_two_files(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "visit.a"})
    write(lexicon, "b.yaml", {"id": "visit.a"})
    with pytest.raises(LexiconError, match=r"b\.yaml: the id visit\.a is given twice"):
        frames()


def test_a_word_list_that_is_not_there(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "visit.a", "with": "@no_such_nouns"})
    with pytest.raises(LexiconError, match=r"@no_such_nouns.*function_words\.yaml"):
        frames()


def test_a_word_list_that_is_there(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "visit.a", "with": "@document_nouns"})
    assert frames().by_id["visit.a"].with_nouns == grammar().lists["document_nouns"]


def test_needs_are_alternatives_of_sets(lexicon: Path) -> None:
    write(
        lexicon, "a.yaml", {"id": "a", "needs": ["agent+target", "object"]}, {"id": "b"}, {"id": "c", "needs": "agent"}
    )
    found = frames().by_id
    assert found["a"].needs == (frozenset({"agent", "target"}), frozenset({"object"}))
    assert found["b"].needs == ()
    assert found["c"].needs == (frozenset({"agent"}),)
    assert not found["a"].pairs


def test_a_higher_priority_comes_first(lexicon: Path) -> None:
    write(
        lexicon,
        "a.yaml",
        {"id": "z", "verbs": ["زار"], "priority": 2},
        {"id": "b", "verbs": ["زار"]},
        {"id": "a", "verbs": ["زار"]},
    )
    assert [f.id for f in frames().verbs["زار"]] == ["z", "a", "b"]


def test_the_version_is_that_of_the_words(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "a", "verbs": ["زار"]})
    first = frames().version
    frames.cache_clear()
    assert frames().version == first
    write(lexicon, "a.yaml", {"id": "a", "verbs": ["سافر"]})
    frames.cache_clear()
    assert frames().version != first


def test_the_version_is_that_of_the_properties_of_classes_too(lexicon: Path) -> None:
    write(lexicon, "a.yaml", {"id": "a", "verbs": ["زار"]})
    first = frames().version
    with (lexicon / "roles.yaml").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    frames.cache_clear()
    assert frames().version != first


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("بحث ماكرون الملف.", "Meeting"),  # needs two participants
        ("اتفقت مصر على الملف.", "Agreement"),
        ("اتهم ماكرون.", "Accusation"),  # needs whom
        ("اجتماع ماكرون مهم.", "Meeting"),
    ],
)
def test_without_what_it_needs_a_frame_does_not_hold(text: str, kind: str) -> None:
    assert kind not in {e.type for e in annotate(text).events}


# The lexicon itself


def test_every_class_is_one_of_the_ontology_and_has_a_frame() -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in sorted(Path(str(folder())).rglob("*.ttl")))
    for event in {f.event for f in frames().by_id.values()}:
        assert f"dip:{event} " in text, event


def test_every_class_of_the_gold_sentences_has_a_frame() -> None:
    import json

    path = Path(__file__).parent / "gold" / "sentences.jsonl"
    gold = {e["type"] for line in path.read_text(encoding="utf-8").splitlines() for e in json.loads(line)["events"]}
    assert gold <= {f.event for f in frames().by_id.values()}


def test_every_role_is_one_that_there_is() -> None:
    for frame in frames().by_id.values():
        used = {frame.subject, frame.object, frame.object2, frame.nisba, *frame.genitive}
        used |= {role for roles in frame.preps.values() for role in roles}
        assert used <= ROLES, frame.id
        needed = {
            role for needs in (frame.needs, frame.noun_needs, frame.participle_needs) for a in needs for role in a
        }
        assert needed <= ROLES | {"thing", "owner", "whose", "carried", "somebody", "whoever", "company"}, frame.id


def test_every_embedded_status_is_one_that_there_is() -> None:
    statuses = {None, ACTUAL, PLANNED, HYPOTHETICAL, NEGATED}
    assert {f.embeds for f in frames().by_id.values()} <= statuses
    assert {f.participle_status for f in frames().by_id.values()} <= statuses
    assert {v.embeds for light in grammar().light_verbs.values() for v in light} <= statuses


def test_every_preposition_of_a_frame_is_one_that_the_grammar_gives() -> None:
    names = (
        set(grammar().preps.values()) | set(grammar().compound_preps.values()) | set(grammar().clitic_preps.values())
    )
    wrong = {(f.id, p) for f in frames().by_id.values() for p in f.preps if p not in names}
    assert wrong == set()


@pytest.mark.xfail(strict=True, reason="statement.according_to has no words")
def test_every_frame_can_be_met() -> None:
    idle = [f.id for f in frames().by_id.values() if not (f.verbs or f.nouns or f.participles or f.passive_participles)]
    assert idle == []


def test_types_of_roles_are_those_of_classes_that_frames_tell() -> None:
    roles = load_yaml("frames", "roles.yaml")
    told = {f.event for f in frames().by_id.values()}
    assert set(roles["by_class"]) <= told
    assert {event for events in roles["properties"].values() for event in events} <= told
    assert {event for pair in roles["broader"].items() for event in pair} <= told


def test_properties_of_classes_are_flags_of_frames() -> None:
    assert set(load_yaml("frames", "roles.yaml")["properties"]) <= module._FLAGS


def test_broader_classes_are_those_of_the_ontology() -> None:
    text = "".join(p.read_text(encoding="utf-8") for p in sorted(Path(str(folder())).rglob("*.ttl")))
    for event, broader in load_yaml("frames", "roles.yaml")["broader"].items():
        described = rf"^dip:{event} a owl:Class ;\n(?: +.*\n)*? +rdfs:subClassOf dip:{broader}\b"
        assert re.search(described, text, re.MULTILINE), event


def test_no_class_of_events_stands_in_the_code() -> None:
    classes = {f.event for f in frames().by_id.values()}
    found = [
        f"{path.name}:{node.lineno} {node.value}"
        for path in sorted(Path(str(module.__file__)).parent.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in classes
    ]
    assert found == []  # what is true of a class is a property of roles.yaml


def test_every_key_is_described() -> None:
    described = (REAL / "README.md").read_text(encoding="utf-8")
    assert [key for key in sorted(module._KEYS) if f"`{key}`" not in described] == []


@pytest.mark.parametrize(
    "topic", ["علاقات التعاون", "أوجه التعاون", "آفاق التعاون", "مجالات التعاون العسكري القائم", "التعاون"]
)
def test_what_is_discussed_is_a_topic(topic: str) -> None:
    for text in (f"وجرى خلال اللقاء بحث {topic} بين مصر والسعودية.", f"بحث الوزيران {topic} بين مصر والسعودية."):
        assert "Cooperation" not in {e.type for e in annotate(text).events}
    assert "Cooperation" in {e.type for e in annotate("نفذت مصر المشروع بالتعاون مع السعودية.").events}
