"""Makes the modules of benchmarks/ importable: they are run as programs, not installed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))


__all__ = [
    *("below", "higher", "load", "raise_floors", "reached", "with_room"),
    *("GoldError", "ScoredEvent", "articles", "normal", "pair", "sentences"),
    *("Count", "Score", "match", "score_documents"),
]
