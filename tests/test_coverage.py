"""Coverage of the event lexicon: what is counted, how it is judged, what the command prints."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sifara.commands.coverage import coverage as command
from sifara.coverage import Coverage, Judge, Trigger, masdars, measure
from sifara.document import Document
from sifara.events.grammar import load_yaml
from sifara.text.folding import fold_word

TWO = "التقى سيرغي لافروف أنتوني بلينكن في جنيف."
ONE = "التقى سيرغي لافروف الصحافيين."


def lemmas(found: Coverage) -> dict[tuple[str, str], str]:
    return {(row.lemma, row.form): row.verdict for row in found.rows()}


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge.load()


def test_only_sentences_with_two_actors_count() -> None:
    found = measure([Document("a", f"{ONE}\n{TWO}")])
    assert (found.documents, found.sentences) == (1, 1)


def test_verbs_and_masdars_are_found_at_their_place() -> None:
    text = "قررت روسيا مواصلة المفاوضات مع أوكرانيا."
    found = measure([Document("a", text)])
    rows = {row.lemma: row for row in found.rows()}
    assert text[rows[fold_word("مفاوضة")].start :].startswith("المفاوضات")
    assert rows[fold_word("مفاوضة")].classes == ("Negotiation",)
    assert rows[fold_word("قرر")].verdict == "carrier"


def test_masdars_of_all_forms() -> None:
    known = masdars()
    for masdar, verb in {"انسحاب": "انسحب", "تأييد": "أيد", "إدانة": "أدان", "زيارة": "زار", "قتل": "قتل"}.items():
        assert fold_word(verb) in known[fold_word(masdar)], masdar


def test_verdicts(judge: Judge) -> None:
    assert judge.verb([fold_word("أدان")]) == ("event", ("Condemnation", "Detention"))
    assert judge.verb([fold_word("أجرى")])[0] == "carrier"
    assert judge.verb([fold_word("أصبح")])[0] == "none"
    assert judge.verb(["x"]) == ("unknown", ())
    assert judge.noun(["x"]) is None, "a noun that is no masdar names no act"


def test_masdar_of_a_verb_without_event_tells_none(judge: Judge) -> None:
    assert fold_word("أدار") in judge.none["verbs"]
    assert judge.noun([fold_word("إدارة")]) == ("none", ())


def test_share_and_order() -> None:
    found = Coverage()
    assert found.share() == 1.0
    for lemma, verdict, count in (("a", "event", 2), ("b", "unknown", 1), ("c", "unknown", 1)):
        for start in range(count):
            found.add(Trigger(lemma, "verb", verdict, (), "d", start))
    assert found.share() == 0.5
    assert [(r.lemma, r.count, r.start) for r in found.rows("unknown")] == [("b", 1, 0), ("c", 1, 0)]


def test_no_event_list_has_no_word_of_a_frame(judge: Judge) -> None:
    """A verb with a frame is judged by the frame; listing it here too would mislead the reader."""
    listed = load_yaml("no_event.yaml")
    verbs = {fold_word(w) for group in listed["verbs"].values() for w in group}
    nouns = {fold_word(w) for group in listed["nouns"].values() for w in group}
    assert sorted(verbs & judge.lexicon.verbs.keys()) == []
    assert sorted(nouns & judge.lexicon.nouns.keys()) == []


def test_command(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = [{"id": "a", "text": TWO}, {"id": "b", "text": "شقلب سيرغي لافروف أنتوني بلينكن."}]
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    table = CliRunner().invoke(command, [str(path), "--top", "5"])
    assert table.exit_code == 0, table.output
    assert "classified" in table.output
    rows = CliRunner().invoke(command, [str(path), "--format", "csv"])
    header, *_ = csv.reader(io.StringIO(rows.stdout))
    assert header == ["lemma", "form", "count", "document", "offset"]
