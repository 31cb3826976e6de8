"""Precision, recall and F1 of the pipeline against gold.

    python benchmarks/score.py gold                    the gold sentences, held ones apart
    python benchmarks/score.py press                   the sentences in the manner of the press, held ones apart
    python benchmarks/score.py examples                the example articles
    python benchmarks/score.py DOCUMENTS GOLD.jsonl    any documents with gold for them
    python benchmarks/score.py all                     gold, press and examples

docs/accuracy.md says how to read the figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from floors import LIKELY, raise_floors
from gold_files import PRESS, GoldDocument, GoldError, articles, pair, sentences
from scoring import Score, parties, score_documents

HELD = ("held", "press, held")  # sets that nothing is tuned on
MEASURES = ("events", "arguments", "statements", "offices", "links")


def sets(what: list[str]) -> dict[str, list[GoldDocument]]:
    """Return the documents that the command line asks for, by the name of their set.

    Raises:
        GoldError: the words are no request that is known, or a file cannot be scored.
    """
    found: dict[str, list[GoldDocument]] = {}
    if len(what) == 2:
        found[Path(what[1]).stem] = pair(Path(what[0]), Path(what[1]))
        return found
    if len(what) != 1 or what[0] not in ("gold", "press", "examples", "all"):
        raise GoldError(f"cannot score {' '.join(what)!r}; say gold, press, examples, all, or DOCUMENTS GOLD.jsonl")
    if what[0] in ("gold", "all"):
        every = sentences()
        found["sentences"] = [s for s in every if not s.held]
        found["held"] = [s for s in every if s.held]
    if what[0] in ("press", "all"):
        every = sentences(PRESS)
        found["press"] = [s for s in every if not s.held]
        found["press, held"] = [s for s in every if s.held]
    if what[0] in ("examples", "all"):
        found["articles"] = articles()
    return found


def show(name: str, score: Score, by_class: bool, misses: int) -> None:
    """Print the figures of one set."""
    print(f"{name}: {score.documents} documents, {score.words} words, {score.words_per_second:,.0f} words/s")
    for measure in MEASURES:
        if measure in score.counts:
            t = score.counts[measure].table()
            print(
                f"  {measure:11} P {t['precision']:.3f}  R {t['recall']:.3f}  F1 {t['f1']:.3f}"
                f"  gold {t['gold']}  found {t['found']}"
            )
    for measure, count in (("status", score.status), ("date", score.dates)):
        if count.right + count.wrong:
            print(f"  {measure:11} {count.precision:.3f} right  of {count.right + count.wrong} matched events")
    if by_class:
        print(f"\n  {'class':18}{'P':>6}{'R':>7}{'F1':>7}{'gold':>6}{'found':>6}")
        for kind in sorted(score.classes):
            t = score.classes[kind].table()
            print(f"  {kind:18}{t['precision']:6.2f}{t['recall']:7.2f}{t['f1']:7.2f}{t['gold']:6}{t['found']:6}")
    for miss in score.misses[:misses]:
        note = f"  ({miss.note})" if miss.note else ""
        print(f"  {miss.kind:8} {miss.document} {miss.event.type}: {parties(miss.event)}{note}  | {miss.event.words}")
    print()


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="+", metavar="SET", help="gold, press, examples, all, or DOCUMENTS GOLD.jsonl")
    parser.add_argument("--by-class", action="store_true", help="a table by class of event")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print up to N things that went wrong")
    parser.add_argument("--json", metavar="FILE", help="write all figures to FILE")
    parser.add_argument("--likely", action="store_true", help="with the events that only the learned scorer finds")
    parser.add_argument("--own-lexicon", action="store_true", help="without the broad lexicon, installed or not")
    parser.add_argument("--raise-floors", action="store_true", help="raise tests/gold/floors.yaml to what is reached")
    given = parser.parse_args(arguments)
    try:
        wanted = sets(given.what)
        if given.raise_floors and len(given.what) == 2:
            raise GoldError("floors are kept for the sets of the project; say gold, press, examples or all")
    except (GoldError, OSError) as error:
        print(f"score: {error}", file=sys.stderr)
        return 2
    from sifara.pipeline import Pipeline  # loads the lexicon

    # Floors must hold on every machine, so they are those of the project's own lexicon.
    pipeline = Pipeline(False if given.own_lexicon or given.raise_floors else None, likely=given.likely)
    scores = {name: score_documents(documents, pipeline) for name, documents in wanted.items()}
    for name, score in scores.items():
        # What is missed in the held sentences stays unseen, so that nothing is tuned on it.
        show(name, score, given.by_class, 0 if name in HELD else given.misses)
    if given.json:
        figures = {name: score.figures() for name, score in scores.items()}
        Path(given.json).write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if given.raise_floors:
        behind = LIKELY if given.likely else ""
        for line in raise_floors({name + behind: score for name, score in scores.items() if name not in HELD}):
            print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
