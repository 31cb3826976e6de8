"""Build the same documents in several orders with several numbers of processes: is it the same graph?

    python benchmarks/same_graph.py DOCUMENTS.jsonl
    python benchmarks/same_graph.py SaudiNewsNet/dataset --documents 1000 --runs 0:1 1:2 2:4

A run is ORDER:PROCESSES. Order 0 is that of the input, the others are shuffled, each in its own way. Stores are
compared by their canonical N-Quads without the history of runs. The gate is timed in a run with one process. Prints
what stands in quarantine graphs, with the reasons. Ends with 1 if two graphs differ.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad

from sifara import build as builder
from sifara.graph.gate import QUARANTINE, Admission, Gate
from sifara.graph.iri import ID
from sifara.graph.serialize import nquads_lines
from sifara.reading import Unreadable
from sifara.store import EmbeddedStore
from sifara.store.canonical_store import CanonicalEvents

HISTORY = NamedNode(ID + "graph/history")
MESSAGE = "http://www.w3.org/ns/shacl#resultMessage"


def records(source: Path, count: int) -> list[str]:
    """Return ``count`` documents as JSON: lines of a file, or articles of SaudiNewsNet, so many of each day."""
    if source.is_file():
        return [line for line in source.read_text(encoding="utf-8").splitlines() if line.strip()][:count]
    files = sorted(source.glob("*.json"))
    each = -(-count // max(1, len(files)))
    found = []
    for file in files:
        for number, said in enumerate(json.loads(file.read_text(encoding="utf-8"))[:each]):
            record = {"id": f"{file.stem}-{number}", "date": said["date_extracted"][:10], "title": said["title"]}
            record |= {"text": f"{said['title']}\n{said['content']}", "url": said["url"], "publisher": said["source"]}
            found.append(json.dumps(record, ensure_ascii=False))
    return found[:count]


class Timed:
    """Adds up the seconds that a function takes."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def around(self, function: Callable[..., Admission]) -> Callable[..., Admission]:
        """Return ``function`` with its time counted."""

        def timed(*words: object) -> Admission:
            begin = time.perf_counter()
            try:
                return function(*words)
            finally:
                self.seconds += time.perf_counter() - begin

        return timed


def canonical(store: EmbeddedStore) -> bytes:
    """Return a hash of the canonical N-Quads. Without blank nodes, they are the sorted lines."""

    def lasting() -> list[Quad]:
        quads = [quad for quad in store.quads() if quad.graph_name != HISTORY]
        assert not any(isinstance(node, BlankNode) for quad in quads for node in (quad.subject, quad.object))
        return quads

    lines = sorted(nquads_lines(lasting()))
    return hashlib.sha256(b"".join(lines)).hexdigest().encode() + b" %d quads" % len(lines)


def quarantine(store: EmbeddedStore) -> Counter[str]:
    """Return how often each message stands in the quarantine graphs."""
    graphs = [graph for graph in store.graphs() if graph.value.startswith(QUARANTINE)]
    found = (quad for graph in graphs for quad in store.quads(graph) if quad.predicate.value == MESSAGE)
    return Counter(quad.object.value for quad in found if not isinstance(quad.object, NamedNode | BlankNode))


def run(lines: list[str], order: int, jobs: int, folder: Path) -> bytes:
    """Build a store, print what it took, and return the hash of what it holds."""
    lines = list(lines)
    if order:
        random.Random(order).shuffle(lines)
    file, place = folder / "documents.jsonl", folder / f"store-{order}-{jobs}"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    gate, admit = Timed(), Gate.admit
    Gate.admit = gate.around(admit)  # type: ignore[method-assign]
    begin = time.perf_counter()
    with EmbeddedStore(place) as store, CanonicalEvents(store, place) as events:
        results = list(builder.build([str(file)], store, jobs=jobs, events=events))
        seconds = time.perf_counter() - begin
        Gate.admit = admit  # type: ignore[method-assign]
        left_out = [result for result in results if isinstance(result, Unreadable)]
        share = f"; gate {gate.seconds:.1f} s, {gate.seconds / seconds:.1%}" if jobs == 1 else ""
        print(f"order {order}, {jobs} processes: {len(results)} documents, {seconds:.0f} s{share}")
        for reason, count in Counter(result.reason for result in left_out).most_common():
            print(f"    left out {count}: {reason}")
        for message, count in quarantine(store).most_common():
            print(f"    set aside {count}: {message}")
        found = canonical(store)
    print(f"    {found.decode()}", flush=True)
    return found


def main() -> int:
    """Build, compare, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="JSON Lines that sifara reads, or the folder of SaudiNewsNet")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", nargs="+", default=["0:1", "1:2", "2:4"], metavar="ORDER:PROCESSES")
    parser.add_argument("--keep", type=Path, help="a new folder for the stores, which otherwise go")
    given = parser.parse_args()
    lines = records(given.source, given.documents)
    with tempfile.TemporaryDirectory(prefix="same-graph-") as folder:
        if given.keep:
            given.keep.mkdir(parents=True)
        found = {run(lines, *map(int, one.split(":")), given.keep or Path(folder)) for one in given.runs}
    print("the same graph" if len(found) == 1 else f"{len(found)} different graphs")
    return len(found) > 1


if __name__ == "__main__":
    sys.exit(main())
