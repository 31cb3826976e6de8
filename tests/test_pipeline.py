"""What holds for any text: the pipeline never raises, is deterministic, and every span lies on its words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from event_help import pipeline
from sifara.document import Annotated, Document
from sifara.events.frames import frames
from sifara.pipeline import Pipeline
from sifara.reading import read

ROOT = Path(__file__).resolve().parents[1]
GOLD = [
    json.loads(line) for line in (ROOT / "tests" / "gold" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
]
#: Words that open, join and close clauses, names, titles, quotation marks: what makes clause analysis hard.
_WORDS = """قال أعلن أن إن أنه أنها إنهما الذي التي ما حيث لكن إذا لو هل لم لن قد سوف سيزور زار يزور وزار التقى والتقيا
بحثا أجرى محادثات زيارة لقاء لقائه لقائهما اتفاقية وقع وقعت عقوبات فرضت على من إلى في مع بين عن من_قبل خلال بعد
روسيا الروسي الروسية مصر ومصر لمصر بوتين ماكرون أنتوني بلينكن وزير الخارجية نظيره الوزيران البلدان بلاده الجانبان
الأمم المتحدة القاهرة جنيف أمس غدا الاثنين 2019 مارس معربا داعيا المتهم كل من كلا عدم دون تم سيتم يجب المقرر
دعا طالبت رفض نفى بأنه ، . : ؟ « » " “ ” ( ) - – … ... ! % 5 ٣ x"""
WORDS = st.sampled_from(_WORDS.split())
SUPERSCRIPTS = "\u00b2\u00b3\u00b9"  # see test_a_superscript
ANY = st.text(
    alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x6FF, exclude_characters=SUPERSCRIPTS), max_size=120
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=45).map(" ".join), ANY, st.lists(st.one_of(WORDS, ANY), max_size=8).map("".join)
)


def annotate(text: str, day: date | None = date(2022, 3, 16)) -> Annotated:
    return pipeline().annotate(Document("any", text, day))


def check(annotated: Annotated) -> None:
    """Assert what holds for every document."""
    text, layer = annotated.text.document.text, annotated.entities
    size = len(text)
    for mention in layer.mentions:
        assert 0 <= mention.start < mention.end <= size
        assert all(entity in layer.entities for entity in mention.entities)
    for time in annotated.times:
        assert 0 <= time.start < time.end <= size
    known = frames()
    for event in annotated.events:
        assert event.arguments, "an event without any party"
        assert event.evidence
        assert event.status in ("Actual", "Planned", "Hypothetical", "Negated")
        assert (event.date is None) == (event.date_basis is None)
        assert event.attributed_to is None or event.attributed_to in layer.entities
        assert 0 < event.confidence <= 1
        assert len({(a.role, a.entity) for a in event.arguments}) == len(event.arguments)
        for argument in event.arguments:
            assert argument.entity in layer.entities
            assert 0 <= argument.start < argument.end <= size
            assert argument.rule
            assert text[argument.start : argument.end].strip() == text[argument.start : argument.end]
        for evidence in event.evidence:
            sentence = annotated.text.sentences[evidence.sentence]
            assert sentence.start <= evidence.start <= evidence.trigger_start
            assert evidence.trigger_start < evidence.trigger_end <= evidence.end <= sentence.end
            assert evidence.frame in known.by_id
            starts = {t.start for t in sentence.tokens}
            assert evidence.trigger_start in starts or any(
                t.start < evidence.trigger_start < t.end for t in sentence.tokens
            )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_no_text_raises_and_all_spans_lie_within_it(text: str) -> None:
    check(annotate(text))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_a_document_without_a_date(text: str) -> None:
    check(annotate(text, None))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_a_document_leaves_no_trace(first: str, second: str) -> None:
    alone = annotate(second)
    annotate(first)
    assert annotate(second) == alone


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "«", "»", '"' * 7, "و", "قال", "أن أن أن", "الذي الذي", "(" * 40, "\u0640" * 9]
)
def test_texts_of_next_to_nothing(text: str) -> None:
    check(annotate(text))


@pytest.mark.parametrize("text", ["تبلغ مساحة روسيا 17 مليون كم².", "زار ماكرون الجزائر ³."])
def test_a_superscript(text: str) -> None:
    check(annotate(text))


@pytest.mark.parametrize("words", ["من جهته", "من جانبها"])
def test_a_text_that_ends_with_an_opener(words: str) -> None:
    check(annotate(f"قال ماكرون ذلك {words}"))


def test_a_very_long_sentence() -> None:
    check(annotate("قال ماكرون إن روسيا التي زارها بوتين " * 150))


@pytest.mark.parametrize("entry", GOLD[::9], ids=lambda entry: entry["id"])
def test_gold_sentences(entry: dict[str, str]) -> None:
    check(annotate(entry["text"], date.fromisoformat(entry["date"])))


def test_the_examples() -> None:
    documents = [d for d in read([str(ROOT / "examples" / "articles")]) if isinstance(d, Document)]
    assert len(documents) > 10
    for document in documents:
        check(pipeline().annotate(document))


def test_the_same_again_from_a_new_pipeline() -> None:
    other = Pipeline(broad=False)
    for document in read([str(ROOT / "examples" / "articles")]):
        assert isinstance(document, Document)
        assert other.annotate(document) == pipeline().annotate(document)


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [Document(e["id"], e["text"], date.fromisoformat(e["date"])) for e in GOLD[::20]]
    forward = {d.id: pipeline().annotate(d) for d in documents}
    backward = {d.id: pipeline().annotate(d) for d in reversed(documents)}
    assert forward == backward


def test_a_sentence_moved_in_its_text_tells_the_same() -> None:
    sentence = "التقى أنتوني بلينكن سيرغي لافروف في جنيف."
    (event,) = annotate(sentence).events
    (moved,) = annotate("كان الطقس جميلا.\n\n" + sentence).events
    shift = len("كان الطقس جميلا.\n\n")
    assert [(a.role, a.entity, a.start + shift) for a in event.arguments] == [
        (a.role, a.entity, a.start) for a in moved.arguments
    ]


def test_versions_are_told() -> None:
    assert annotate("زار ماكرون الجزائر.").versions.keys() == {"program", "lexicon"}


def test_hash_order_changes_nothing() -> None:
    """Two processes with different hash seeds find the same, in the same order."""
    import os
    import subprocess
    import sys

    code = (
        "import json,sys\nfrom datetime import date\nfrom sifara.document import Document\n"
        "from sifara.pipeline import Pipeline\np = Pipeline(broad=False)\n"
        "for line in open(sys.argv[1], encoding='utf-8').readlines()[::12]:\n"
        "    e = json.loads(line)\n"
        "    a = p.annotate(Document(e['id'], e['text'], date.fromisoformat(e['date'])))\n"
        "    print(a.events, a.entities.mentions, list(a.entities.entities.items()), a.times)\n"
    )
    found = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", code, str(ROOT / "tests" / "gold" / "sentences.jsonl")],
            env=environment,
            capture_output=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
