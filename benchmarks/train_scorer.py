"""Make the learned scorer's weights from annotated documents.

    python benchmarks/train_scorer.py --gold DOCUMENTS.jsonl GOLD.jsonl … --triggers DOCUMENTS.jsonl TRIGGERS.jsonl …
    python benchmarks/train_scorer.py … --folds 5      what it would add to documents it has not learned from

GOLD is annotated as for ``benchmarks/score.py``. TRIGGERS has one JSON object a line: ``id`` of the document and
``triggers``, each with ``start``, ``class``, ``actors`` and ``undergoers``, which are lists of ``[start, end]`` of a
mention of each party. A document of TRIGGERS is annotated at every trigger: one without a line tells no event.

The regressions are scikit-learn's, with a penalty on the squares of the weights; a trait counts from ``--least`` places
on. The party regression learns from triggers that tell an event; the event regression from triggers that the rules
leave untold, with the parties that a party regression chose that had not seen the document.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gold_files import ALIKE, GoldDocument, pair
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sifara.document import Annotated, Document
from sifara.entities import find_entities
from sifara.events.scorer import SCALE, Scorer, Weights, derived
from sifara.events.sites import Site
from sifara.events.traits import ACTOR, UNDERGOER
from sifara.pipeline import Pipeline
from sifara.reading import Unreadable, read
from sifara.text import analyse_text
from sifara.times import find_times

OUT = Path(__file__).resolve().parents[1] / "pipeline" / "sifara" / "lexicon" / "scorer" / "weights.tsv"
Sides = tuple[frozenset[str], frozenset[str]]  # who acts, whom it hits


@dataclass(frozen=True, slots=True)
class Example:
    """A site with what annotators say: of it, and of the events of its class anywhere in the document."""

    document: str
    site: Site
    here: tuple[Sides, ...]
    anywhere: tuple[Sides, ...]
    others: tuple[frozenset[str], ...]  # who acts in the events of its class that the rules tell in the document
    keys: dict[str, str]
    where: str

    def right(self, actors: set[str], undergoers: set[str]) -> bool:
        """Whether an event of these is one that gold has, as :mod:`scoring` matches them."""
        return any((a and a & actors) or (not a and u & undergoers) for a, u in self.anywhere)


class Reader:
    """Reads documents by the rules alone and lists their sites."""

    def __init__(self) -> None:
        self.pipeline = Pipeline()
        self.pipeline.extractor.scorer = None

    def examples(self, document: Document, gold: GoldDocument | None, triggers: list[dict[str, Any]] | None) -> list[Example]:
        """Give the examples of a document, by gold events or by annotated triggers."""
        extractor = self.pipeline.extractor
        extractor.sites = []
        text = analyse_text(document, self.pipeline.morphology)
        layer = find_entities(text, self.pipeline.knowledge)
        events = extractor.events(text, layer, find_times(text))
        family = extractor.lexicon.classes.family
        kin = lambda event: ALIKE.get(event, family(event))  # noqa: E731
        told: list[tuple[int, int, str, Sides]] = []
        if gold is not None:
            keys = {e.id: gold.key(e) for e in (*layer.states.values(), *layer.entities.values())}
            for each in gold.events:
                start = document.text.find(each.words)
                sides = each.sides["actor"], each.sides["undergoer"]
                told.append((start - 3, start + len(each.words), each.folded_type, sides))
        else:
            keys = {}
            spans = {(m.start, m.end): m.entities for m in layer.mentions}
            for each in triggers or ():
                sides = tuple(frozenset(e for s, t in each[side] for e in spans.get((s, t), ())) for side in ("actors", "undergoers"))
                told.append((each["start"], each["start"] + 1, kin(each["class"]), sides))  # type: ignore[arg-type]
        found = []
        for sentence, site in extractor.sites:
            name, start = kin(site.frame.event), site.predicate.chunk.start
            own = {(x.trigger_start) for e in events if kin(e.type) == name for x in e.evidence}
            others = tuple(frozenset(a.entity for a in e.arguments if a.role in ("agent", "participant")) for e in events
                if kin(e.type) == name and not any(x.trigger_start == start for x in e.evidence))
            inside = any(x.start <= start < x.end for e in events if kin(e.type) == name for x in e.evidence)
            end = site.predicate.chunk.end
            words = document.text[max(sentence.start, start - 80) : start] + "{" + document.text[start:end] + "}" + document.text[end : min(sentence.end, end + 80)]
            light = replace(site, predicate=None, filled=None, told=start in own or inside)  # type: ignore[arg-type]
            found.append(Example(document.id, light, tuple(s for low, high, k, s in told if k == name and low <= start < high),
                tuple(s for _, _, k, s in told if k == name), others, keys, " ".join(words.split())))
        extractor.sites = None
        return found


def read_examples(gold: Sequence[Sequence[str]], triggers: Sequence[Sequence[str]]) -> list[Example]:
    """Read all annotated documents."""
    reader, found = Reader(), []
    for documents, expected in gold:
        for each in pair(Path(documents), Path(expected)):
            found += reader.examples(each.document, each, None)
    for documents, expected in triggers:
        known = {d.id: d for d in read([documents]) if not isinstance(d, Unreadable)}
        for line in Path(expected).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            found += reader.examples(known[entry["id"]], None, entry["triggers"])
    return found


def regression(rows: Sequence[Iterable[str]], labels: Sequence[bool], strength: float, least: int) -> Weights:
    """Fit a logistic regression and round its weights."""
    counts = Counter(t for row in rows for t in row)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{t: 1 for t in row if counts[t] >= least} for row in rows])
    model = LogisticRegression(C=strength, max_iter=600).fit(matrix, labels)
    weights = {t: round(w * SCALE) for t, w in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)}
    return Weights(round(model.intercept_[0] * SCALE), {t: w for t, w in weights.items() if abs(w) >= 15})


class Trainer:
    """Fits the two regressions."""

    def __init__(self, party: float, event: float, least: int, also: float) -> None:
        self.party, self.event, self.least, self.also = party, event, least, also

    def parties(self, examples: Iterable[Example]) -> Weights:
        """Fit who fills a role, on the triggers that tell an event."""
        rows, labels = [], []
        for example in examples:
            for candidate in example.site.candidates if example.here else ():
                key = example.keys.get(candidate.party.entity, candidate.party.entity)
                rows.append(candidate.traits)
                labels.append(any(key in (a if candidate.slot == ACTOR else u) for a, u in example.here))
        return regression(rows, labels, self.party, self.least)

    def scorer(self, examples: Sequence[Example]) -> Scorer:
        """Fit both."""
        names = sorted({e.document for e in examples})
        part = {name: i % 3 for i, name in enumerate(names)}
        rows, labels = [], []
        for number in range(3):
            weights = self.parties([e for e in examples if part[e.document] != number])
            scorer = Scorer(weights, Weights(0, {}), 0.5, self.also)
            for example in examples:
                if part[example.document] == number and (judged := untold(example, scorer)) is not None:
                    rows.append([*example.site.traits, *judged[0]])
                    labels.append(judged[1])
        return Scorer(self.parties(examples), regression(rows, labels, self.event, self.least), 0.5, self.also)


def untold(example: Example, scorer: Scorer) -> tuple[list[str], bool, set[str]] | None:
    """Give the derived traits of a site that no rule tells, whether it is right, and who acts; ``None`` elsewhere."""
    site = example.site
    if site.told or (judged := scorer.judge(site)) is None:
        return None
    chosen = scorer.chosen(judged)
    actors = {c.party.entity for c in chosen if c.slot == ACTOR}
    if any(actors & other for other in example.others):
        return None
    key = lambda slot: {example.keys.get(c.party.entity, c.party.entity) for c in chosen if c.slot == slot}  # noqa: E731
    return derived(site, judged.parties), example.right(key(ACTOR), key(UNDERGOER)), actors


def additions(examples: Iterable[Example], scorer: Scorer) -> list[tuple[float, bool, Example, set[str]]]:
    """Give what the scorer would add to documents, the likeliest first, each event once a document."""
    found = []
    for example in examples:
        if (result := untold(example, scorer)) is not None:
            judged = scorer.judge(example.site)
            assert judged is not None
            found.append((judged.probability, result[1], example, result[2]))
    found.sort(key=lambda each: -each[0])
    known: dict[tuple[str, str], list[set[str]]] = {}
    kept = []
    for each in found:
        here = known.setdefault((each[2].document, each[2].site.frame.event), [])
        if not any(each[3] & other for other in here):
            here.append(each[3])
            kept.append(each)
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs=2, action="append", default=[], metavar=("DOCUMENTS", "GOLD"))
    parser.add_argument("--triggers", nargs=2, action="append", default=[], metavar=("DOCUMENTS", "TRIGGERS"))
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--party", type=float, default=0.15)
    parser.add_argument("--event", type=float, default=0.05)
    parser.add_argument("--least", type=int, default=4)
    parser.add_argument("--also", type=float, default=0.5)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    trainer = Trainer(options.party, options.event, options.least, options.also)
    examples = read_examples(options.gold, options.triggers)
    if options.folds:
        report(examples, trainer, options.folds)
        return
    scorer = trainer.scorer(examples)
    lines = [f"{table}\t{t}\t{w}" for table, ws in (("event", scorer.events), ("party", scorer.parties)) for t, w in sorted({"": ws.bias, **ws.of}.items())]
    options.out.write_text("# made by benchmarks/train_scorer.py\n" + "\n".join(lines) + "\n", encoding="utf-8")


def report(examples: list[Example], trainer: Trainer, folds: int) -> None:
    """Print how much of what it would add is right, by least probability."""
    names = sorted({e.document for e in examples})
    random.Random(1).shuffle(names)
    part = {name: i % folds for i, name in enumerate(names)}
    found = []
    for number in range(folds):
        scorer = trainer.scorer([e for e in examples if part[e.document] != number])
        found += additions([e for e in examples if part[e.document] == number], scorer)
    for least in (0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2):
        kept = [right for chance, right, *_ in found if chance >= least]
        print(f"{least:.2f}  added {len(kept)}  right {sum(kept)}  {sum(kept) / max(1, len(kept)):.2f}")


if __name__ == "__main__":
    main()
