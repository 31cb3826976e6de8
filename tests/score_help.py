"""Makes the modules of benchmarks/ importable: they are run as programs, not installed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

from floors import LIKELY, below, higher, load, raise_floors, reached, with_room
from gold_files import ALIKE, PRESS, GoldDocument, GoldError, ScoredEvent, articles, normal, pair, sentences
from scoring import Count, Score, compare, match, score_documents

__all__ = [
    "ALIKE",
    "LIKELY",
    "PRESS",
    "Count",
    "GoldDocument",
    "GoldError",
    "Score",
    "ScoredEvent",
    "articles",
    "below",
    "compare",
    "higher",
    "load",
    "match",
    "normal",
    "pair",
    "raise_floors",
    "reached",
    "score_documents",
    "sentences",
    "with_room",
]
