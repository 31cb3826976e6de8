"""Make the learned scorer's weights from annotated documents (docs/scorer.md tells which, and what they gain).

    python benchmarks/train_scorer.py DOCUMENTS.jsonl               writes pipeline/sifara/lexicon/scorer/weights.tsv
    python benchmarks/train_scorer.py DOCUMENTS.jsonl --folds 5     what it would add to documents it did not learn from

What readers said of the documents is ``benchmarks/triggers.jsonl``: one JSON object a line with the document's ``id``,
``text`` (the first 16 digits of the SHA-256 of its text) and ``triggers``, each ``[start, end, class, actors,
undergoers]``: in these code points an event of the class is told; a party is the ``[start, end]`` of a mention of it,
``[0, 0]`` if it is nobody whom the program knows. Where nothing is noted, no event other than a statement is told.

The regressions are scikit-learn's, with a penalty on the squares of the weights. The one for parties learns from
triggers that tell an event; the others from those that the rules leave untold and from those that they tell, with
parties that were judged by a regression that had not seen the document.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from gold_files import ALIKE
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sifara.document import Document, Event
from sifara.entities import find_entities
from sifara.events.scorer import REACH, SCALE, Judged, Scorer, Weights, borne_out, derived
from sifara.events.sites import Site
from sifara.events.traits import ACTOR, UNDERGOER
from sifara.pipeline import Pipeline
from sifara.reading import Unreadable, read
from sifara.text import analyse_text
from sifara.times import find_times

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "benchmarks" / "triggers.jsonl"
OUT = ROOT / "pipeline" / "sifara" / "lexicon" / "scorer" / "weights.tsv"

PARTY, EVENT = 0.15, 0.05  # the inverse strengths of the penalties, found by cross-validation
LEAST = 5  # places where a trait must stand to count
SMALL = 30  # weights below this, in thousandths of a logit, are left out

Sides = tuple[frozenset[str], frozenset[str]]  # who acts, whom it hits
Label = tuple[int, int, str, list[tuple[int, int]], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Example:
    """A site with what readers say: of it, and of the events of its class anywhere in the document."""

    document: str
    site: Site
    here: tuple[Sides, ...]
    anywhere: tuple[Sides, ...]
    others: tuple[frozenset[str], ...]  # who acts in the events of its class that the rules tell elsewhere
    own: Sides | None  # who acts in what the rules tell there, and whom it hits

    def right(self, actors: set[str], undergoers: set[str]) -> bool:
        """Whether an event of these is one that readers found, as :mod:`scoring` matches them."""
        return any((a and a & actors) or (not a and u & undergoers) for a, u in self.anywhere)


class Reader:
    """Reads documents by the rules alone and lists their sites."""

    def __init__(self) -> None:
        self.pipeline = Pipeline()

    def examples(self, document: Document, labels: Iterable[Label]) -> list[Example]:
        """Give the examples of a document."""
        extractor, found = self.pipeline.extractor, []
        extractor.sites = []
        text = analyse_text(document, self.pipeline.morphology)
        layer = find_entities(text, self.pipeline.knowledge)
        events = extractor.events(text, layer, find_times(text))
        spans = {(m.start, m.end): m.entities for m in layer.mentions}

        def kin(event: str) -> str:
            return ALIKE.get(event, event)

        def parties(places: list[tuple[int, int]]) -> frozenset[str]:
            return frozenset(e for start, end in places for e in spans.get((start, end), ("",)))

        told = [(low, high, kin(event), (parties(a), parties(u))) for low, high, event, a, u in labels]
        for site in extractor.sites:
            name, start = kin(site.frame.event), site.predicate.chunk.start
            alike = [e for e in events if kin(e.type) == name]
            other = [e for e in alike if not any(x.trigger_start == start for x in e.evidence)]
            acts = (_who(e, "agent", "participant") for e in other)
            own = next((e for e in alike if any(x.trigger_start == start for x in e.evidence)), None)
            if site.filled is not None:  # without what it was read from, so that thousands fit into memory
                site = replace(site, filled=replace(site.filled, predicate=None, carrier=None, consumed=[]))  # type: ignore[arg-type]
            found.append(
                Example(
                    document.id,
                    replace(site, predicate=None, told=_within(start, alike)),  # type: ignore[arg-type]
                    tuple(s for low, high, k, s in told if k == name and low <= start < high),
                    tuple(s for _, _, k, s in told if k == name),
                    tuple(acts),
                    None if own is None else (_who(own, "agent", "participant"), _who(own, "target", "object")),
                )
            )
        extractor.sites = None
        return found


def _who(event: Event, *roles: str) -> frozenset[str]:
    return frozenset(a.entity for a in event.arguments if a.role in roles)


def _within(start: int, events: Iterable[Event]) -> bool:
    return any(x.start <= start < x.end or x.trigger_start == start for e in events for x in e.evidence)


def read_examples(documents: str, labels: Path = LABELS) -> list[Example]:
    """Read the documents that there are labels for; say on standard error how many are missing or have other words."""
    known = {d.id: d for d in read([documents]) if not isinstance(d, Unreadable)}
    reader, found, lost = Reader(), [], 0
    for line in labels.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        document = known.get(entry["id"])
        if document is None or sha256(document.text.encode()).hexdigest()[:16] != entry["text"]:
            lost += 1
            continue
        triggers = [(s, e, k, [tuple(p) for p in a], [tuple(p) for p in u]) for s, e, k, a, u in entry["triggers"]]
        found += reader.examples(document, triggers)
    if lost:
        print(f"{lost} labelled documents are not in {documents}, or with other words", file=sys.stderr)
    return found


def regression(rows: Sequence[Iterable[str]], labels: Sequence[bool], strength: float) -> Weights:
    """Fit a logistic regression and round its weights."""
    counts = Counter(t for row in rows for t in row)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{t: 1 for t in row if counts[t] >= LEAST} for row in rows])
    model = LogisticRegression(C=strength, max_iter=600).fit(matrix, labels)
    weights = {t: round(w * SCALE) for t, w in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)}
    return Weights(round(model.intercept_[0] * SCALE), {t: w for t, w in weights.items() if abs(w) >= SMALL})


def train_parties(examples: Iterable[Example]) -> Weights:
    """Fit who fills a role, on the triggers that tell an event."""
    rows, labels = [], []
    for example in examples:
        for candidate in example.site.candidates if example.here else ():
            rows.append(candidate.traits)
            side = 0 if candidate.slot == ACTOR else 1
            labels.append(any(candidate.party.entity in sides[side] for sides in example.here))
    return regression(rows, labels, PARTY)


def train(examples: Sequence[Example]) -> tuple[Scorer, int]:
    """Fit all three; the second is how much candidates add to all but one in a thousand triggers."""
    part = {name: i % 3 for i, name in enumerate(sorted({e.document for e in examples}))}
    rows: dict[str, list[list[str]]] = {"event": [], "told": []}
    labels: dict[str, list[bool]] = {"event": [], "told": []}
    for number in range(3):
        parties = train_parties([e for e in examples if part[e.document] != number])
        scorer = Scorer(parties, Weights(0, {}), Weights(0, {}))
        for example in (e for e in examples if part[e.document] == number):
            site, judged = example.site, untold(example, scorer)
            if judged is not None:
                rows["event"].append([*site.traits, *derived(site, judged.parties)])
                labels["event"].append(right(example, judged, scorer))
            elif example.own is not None:
                rows["told"].append([*site.traits, *borne_out(site, scorer.rank(site))])
                labels["told"].append(example.right(*map(set, example.own)))
    events, told = (regression(rows[name], labels[name], EVENT) for name in ("event", "told"))
    added = sorted(events.score(set(row)) - events.score([t for t in row if _of_trigger(t)]) for row in rows["event"])
    return Scorer(train_parties(examples), events, told), added[len(added) * 999 // 1000]


def _of_trigger(trait: str) -> bool:
    derivations = ("qa", "qu", "gap=", "aty=", "arel", "asrc=", "aown=", "apath=", "sym")
    return not trait.startswith(derivations)


def untold(example: Example, scorer: Scorer) -> Judged | None:
    """Judge a site that no rule tells, unless who acts there is told to have done the like elsewhere."""
    judged = None if example.site.told else scorer.judge(example.site)
    if judged is None or any(_actors(judged, scorer) & other for other in example.others):
        return None
    return judged


def _actors(judged: Judged, scorer: Scorer) -> set[str]:
    return {c.party.entity for c in scorer.chosen(judged) if c.slot == ACTOR}


def right(example: Example, judged: Judged, scorer: Scorer) -> bool:
    """Whether what the scorer tells at a site is what readers found."""
    hit = {c.party.entity for c in scorer.chosen(judged) if c.slot == UNDERGOER}
    return example.right(_actors(judged, scorer), hit)


def additions(examples: Iterable[Example], scorer: Scorer) -> list[tuple[float, bool, Example]]:
    """Give what the scorer would add to documents with its probability, each event once a document."""
    judged = [(j.probability, e, j) for e in examples if (j := untold(e, scorer)) is not None]
    known: dict[tuple[str, str], list[set[str]]] = {}
    kept = []
    for chance, example, each in sorted(judged, key=lambda found: -found[0]):
        here, actors = known.setdefault((example.document, example.site.frame.event), []), _actors(each, scorer)
        if not any(actors & other for other in here):
            here.append(actors)
            kept.append((chance, right(example, each, scorer), example))
    return kept


def report(examples: list[Example], folds: int) -> None:
    """Print how much of what it would add is right, by least probability."""
    names = sorted({e.document for e in examples})
    random.Random(1).shuffle(names)
    part = {name: i % folds for i, name in enumerate(names)}
    found, told = [], []
    for number in range(folds):
        scorer, _ = train([e for e in examples if part[e.document] != number])
        here = [e for e in examples if part[e.document] == number]
        found += additions(here, scorer)
        told += [(scorer.sure(e.site), e.right(*map(set, e.own))) for e in here if e.own is not None]
    for least in (0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3):
        kept = [ok for chance, ok, _ in found if chance >= least]
        print(f"{least:.2f}  added {len(kept)}  right {sum(kept)}  {sum(kept) / max(1, len(kept)):.2f}")
    told.sort()
    for tenth in range(10):
        kept = told[len(told) * tenth // 10 : len(told) * (tenth + 1) // 10]
        print(f"told with {kept[0][0]:.2f} to {kept[-1][0]:.2f}: right {sum(ok for _, ok in kept) / len(kept):.2f}")


def table(scorer: Scorer, reach: int) -> str:
    """Give the weights as the lines of their file."""
    tables = {"event": scorer.events, "party": scorer.parties, "told": scorer.told}
    rows = [(name, trait, weight) for name, each in tables.items() for trait, weight in each.of.items()]
    rows += [(name, "", each.bias) for name, each in tables.items()]
    lines = [f"{name}\t{trait}\t{weight}" for name, trait, weight in sorted([*rows, ("event", REACH, reach)])]
    return "\n".join(["# made by benchmarks/train_scorer.py", *lines, ""])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", help="the labelled documents, in any form that sifara build reads")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    examples = read_examples(options.documents, options.labels)
    if options.folds:
        report(examples, options.folds)
    else:
        options.out.write_text(table(*train(examples)), encoding="utf-8")


if __name__ == "__main__":
    main()
