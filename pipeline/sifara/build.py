"""Inputs to a store: read, take apart, write; what cannot be read is put aside with its reason."""

from __future__ import annotations

import gc
import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from sifara.document import Annotated, Document
from sifara.errors import InputError, SifaraError
from sifara.graph import iri
from sifara.graph.gate import Gate
from sifara.graph.quads import all_quads
from sifara.graph.serialize import nquads_lines
from sifara.reading import Unreadable, files, read_located
from sifara.store import Store
from sifara.store.canonical_store import CanonicalEvents
from sifara.store.history import DERIVED_FROM, Run, input_digest


class Annotator(Protocol):
    """What a build needs of a pipeline."""

    def annotate(self, document: Document) -> Annotated:
        """Return everything that can be found in ``document``."""


def default_annotator() -> Annotator:
    """Return the pipeline as it is installed, with linking. Its lexicons load here, not on import of this module.

    They stay as long as the process: the collector of garbage is told not to look through them again and again.
    """
    return _loaded(likely=True)


def rules_annotator() -> Annotator:
    """Return the pipeline without what only the learned scorer finds: fewer events, of which more are right."""
    return _loaded(likely=False)


def _loaded(likely: bool) -> Annotator:
    from sifara.linking import Linker
    from sifara.linking.layer import Settled
    from sifara.pipeline import Pipeline

    made = Settled(Pipeline(likely=True) if likely else Pipeline(), Linker())
    gc.freeze()
    return made


@dataclass(frozen=True, slots=True)
class Result:
    """One document done: its id and the lines of N-Quads that say what it tells.

    ``set_aside`` are the IRIs of what did not fit the shapes, and ``refused`` says that nothing of it did.
    ``unchanged`` documents were left as they are in the store, and have no lines.
    """

    id: str
    lines: bytes
    set_aside: tuple[str, ...] = ()
    refused: bool = False
    unchanged: bool = False
    versions: dict[str, str] = field(default_factory=dict)


def build(
    inputs: Iterable[str],
    store: Store,
    *,
    day: date | None = None,
    jobs: int = 1,
    with_text: bool = True,
    annotator: Callable[[], Annotator] = default_annotator,
    events: CanonicalEvents | None = None,
    run: Run | None = None,
    since: date | None = None,
    changed: bool = False,
) -> Iterator[Result | Unreadable]:
    """Read ``inputs``, write each document to ``store``, and yield what was written or put aside, in order.

    :param day: the date of publication of documents that name none.
    :param jobs: so many processes take documents apart; the outcome does not depend on it.
    :param with_text: whether the whole text of a document is kept in its graph.
    :param annotator: makes the pipeline, once in each process; it must be importable by its name.
    :param events: the canonical events to bring in step, once all documents are read.
    :param run: where is counted what happens; it is not recorded here.
    :param since: documents published before this day are passed over.
    :param changed: documents whose input is that of the last time, read by the same program and lexicon, are
        left as they are.
    :raises InputError: if an input does not exist.
    :raises StoreError: if the store cannot be written.
    """
    inputs = files(inputs)
    run = run or Run("build")
    items = _wanted(read_located(inputs, day), store, run, with_text, since, changed)
    written: list[str] = []
    if events is not None:
        events.begin()
    for result in _results(items, jobs, with_text, annotator):
        if isinstance(result, Unreadable):
            run.count("left out")
        elif result.unchanged:
            run.count("unchanged")
        else:
            document = NamedNode(iri.document(result.id))
            store.replace(document, parse(result.lines, format=RdfFormat.N_QUADS))
            written.append(document.value)
            run.count("refused" if result.refused else "read")
            run.count("set aside", len(result.set_aside))
            run.versions.update(result.versions)
        yield result
    if events is not None:
        run.count("canonical events changed", events.update(written))


#: Where it came from; what it is; the name of its input, where it is to be read.
Item = tuple[str, Document | Unreadable | Result, str]


def _wanted(
    items: Iterable[tuple[str, Document | Unreadable]],
    store: Store,
    run: Run,
    with_text: bool,
    since: date | None,
    changed: bool,
) -> Iterator[Item]:
    """Yield ``items`` but for documents that are too old; what need not be read again is a result already."""
    for path, document in items:
        if isinstance(document, Document):
            if since is not None and document.date is not None and document.date < since:
                run.count("older")
                continue
            name = input_digest(document, with_text=with_text)
            run.inputs.append(name.value)
            node = NamedNode(iri.document(document.id))
            if changed and store.holds(Quad(node, DERIVED_FROM, name, node)):
                yield path, Result(document.id, b"", unchanged=True), ""
            else:
                yield path, document, name.value
        else:
            yield path, document, ""


def _results(
    items: Iterator[Item], jobs: int, with_text: bool, annotator: Callable[[], Annotator]
) -> Iterator[Result | Unreadable]:
    work = partial(_annotate, with_text=with_text)
    if jobs <= 1:
        _start(annotator)
        yield from map(work, items)
        return
    # Processes are started afresh: a fork would take along the store's threads and its lock.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start, initargs=(annotator,))
    pending: deque[Future[Result | Unreadable]] = deque()
    with pool:
        try:
            for item in items:
                pending.append(pool.submit(work, item))
                if len(pending) >= 8 * jobs:  # enough to keep all busy, and no more in memory
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except BrokenProcessPool:
            raise SifaraError("a process of the build was killed, perhaps for want of memory; try --jobs 1") from None


_annotator: Annotator | None = None
_gate: Gate | None = None


def _start(make: Callable[[], Annotator]) -> None:
    global _annotator, _gate
    _annotator = make()
    _gate = Gate()


def _annotate(item: Item, with_text: bool) -> Result | Unreadable:
    path, document, name = item
    if not isinstance(document, Document):
        return document
    assert _annotator is not None  # _start ran first in this process
    assert _gate is not None
    try:
        annotated = _annotator.annotate(document)
        node = NamedNode(iri.document(document.id))
        quads = all_quads(annotated, with_text=with_text)
        quads.append(Quad(node, DERIVED_FROM, NamedNode(name), node))
        admitted = _gate.admit(node.value, nquads_lines(quads))
        lines = b"".join(admitted.lines)
        return Result(document.id, lines, admitted.set_aside, admitted.refused, versions=dict(annotated.versions))
    except Exception as error:  # one document must not end the build of thousands
        found = " ".join(f"{type(error).__name__}: {error}".split())
        return Unreadable(path, 0, 0, f"the document could not be taken apart ({found})", document.id)


def put_aside(file: Path, inputs: Iterable[str], unreadable: Iterable[Unreadable]) -> None:
    """Keep ``unreadable`` in ``file`` as JSON Lines, in place of what earlier builds said of the same files.

    The file is removed when nothing is left in it.
    """
    read_now = set(files(inputs))
    kept: list[dict[str, object]] = []
    if file.is_file():
        records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        kept = [record for record in records if record["path"] not in read_now]
    kept += [asdict(record) for record in unreadable]
    if not kept:
        file.unlink(missing_ok=True)
        return
    partial_file = file.with_name(file.name + ".part")
    with partial_file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in kept)
    os.replace(partial_file, file)


def export(store: Store, out: Path) -> None:
    """Write the whole store to ``out`` (.nq or .trig), which appears only when it is complete.

    :raises InputError: if the file cannot be written.
    """
    partial_file = out.with_name(out.name + ".part")
    try:
        with partial_file.open("wb") as file:
            store.dump(file, out.suffix.removeprefix("."))
        os.replace(partial_file, out)
    except OSError as error:
        raise InputError(f"the file {out} cannot be written: {error.strerror or error}") from None
