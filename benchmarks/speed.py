"""Words per second of each stage and of the whole.

    python benchmarks/speed.py                      the example articles, ten times over
    python benchmarks/speed.py DOCUMENTS.jsonl      any documents that sifara reads
    python benchmarks/speed.py --repeat 3 --json FILE

The first pass is cold: no word has been looked up before. The later ones are warm: readings of words are remembered,
as in a long build. A warm figure is the best pass, since whatever else runs on the machine can only slow it down.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gold_files import ARTICLES

from sifara.document import Annotated, Document
from sifara.errors import SifaraError
from sifara.reading import read

STAGES = ("text", "entities", "times", "events", "quads")


class Clock:
    """Adds up seconds by stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time that the block takes to the stage ``name``."""
        begin = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - begin

    @property
    def whole(self) -> float:
        """Seconds of all stages."""
        return sum(self.seconds.values())


def measure(documents: list[Document], repeat: int, broad: bool | None) -> dict[str, Any]:
    """Run the stages over ``documents`` ``repeat`` times, and return words per second, cold and warm."""
    begin = time.perf_counter()
    from sifara.entities import find_entities
    from sifara.graph.quads import all_quads
    from sifara.pipeline import Pipeline
    from sifara.text import analyse_text
    from sifara.times import find_times

    pipeline = Pipeline(broad)
    start = time.perf_counter() - begin
    passes: list[Clock] = []
    words = 0
    for _ in range(repeat):
        clock = Clock()
        words = 0
        for document in documents:
            with clock.stage("text"):
                text = analyse_text(document, pipeline.morphology)
            with clock.stage("entities"):
                entities = find_entities(text, pipeline.knowledge)
            with clock.stage("times"):
                times = find_times(text)
            with clock.stage("events"):
                events = pipeline.extractor.events(text, entities, times)
            with clock.stage("quads"):
                all_quads(Annotated(text, entities, times, events, pipeline.versions))
            words += sum(1 for s in text.sentences for t in s.tokens if t.folded[:1].isalnum())
        passes.append(clock)

    def speed(clock: Clock) -> dict[str, int]:
        by_stage = {name: round(words / seconds) for name, seconds in clock.seconds.items() if seconds}
        return {**by_stage, "whole": round(words / clock.whole)}

    warm = min(passes[1:] or passes, key=lambda clock: clock.whole)
    share = {name: round(seconds / warm.whole, 3) for name, seconds in warm.seconds.items()}
    return {
        "documents": len(documents),
        "words": words,
        "start_seconds": round(start, 2),
        "broad_lexicon": pipeline.morphology.broad,
        "by_stage": {"cold": speed(passes[0]), "warm": speed(warm), "share_of_time": share},
    }


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", default=str(ARTICLES), help="a file or folder that sifara reads")
    parser.add_argument("--repeat", type=int, default=10, metavar="N", help="so many passes; the first is cold")
    parser.add_argument("--own-lexicon", action="store_true", help="without the broad lexicon, installed or not")
    parser.add_argument("--json", metavar="FILE", help="write the figures to FILE")
    given = parser.parse_args(arguments)
    try:
        documents = [item for item in read([given.documents]) if isinstance(item, Document)]
        if not documents or given.repeat < 1:
            raise SifaraError(f"nothing to measure in {given.documents}; name a .txt or .jsonl file, or a folder")
    except SifaraError as error:
        print(f"speed: {error}", file=sys.stderr)
        return 2
    figures = measure(documents, given.repeat, False if given.own_lexicon else None)
    cold, warm, share = (figures["by_stage"][name] for name in ("cold", "warm", "share_of_time"))
    lexicon = "with" if figures["broad_lexicon"] else "without"
    print(f"{figures['documents']} documents, {figures['words']} words, {lexicon} the broad lexicon")
    print(f"start: {figures['start_seconds']} s\n{'words/s':10}{'cold':>10}{'warm':>10}{'time':>8}")
    for name in (*STAGES, "whole"):
        print(f"{name:10}{cold.get(name, 0):>10,}{warm.get(name, 0):>10,}{share.get(name, 1):>8.0%}")
    if given.json:
        Path(given.json).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
