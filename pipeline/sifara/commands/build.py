"""sifara build: documents read into a store."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sifara.commands.options import ANY_STORE, BESIDE, place

if TYPE_CHECKING:
    from sifara.store.history import Run


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@ANY_STORE
@BESIDE
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the store to FILE.nq or .trig too.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of publication where a document names none.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work with.")
@click.option("--text/--no-text", default=True, help="Keep the texts of documents in the store, as is done by default.")
@click.option(
    "--likely/--rules-only",
    default=True,
    help="Tell events too that only the learned scorer finds, as is done by default: marked, half of them right.",
)
@click.option("--infer", is_flag=True, help="Write down what the ontology entails, as `sifara infer` does.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a document could not be read.")
@click.option("--changed", is_flag=True, help="Pass over documents whose input, program and lexicon are the same.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Like --changed, and pass over older documents.")
def build(
    inputs: tuple[str, ...],
    store: str,
    beside: Path | None,
    out: Path | None,
    date: datetime | None,
    jobs: int,
    text: bool,
    likely: bool,
    infer: bool,
    strict: bool,
    changed: bool,
    since: datetime | None,
) -> None:
    """Read documents into a store.

    INPUT is a .txt or .jsonl file, a folder of them, or - for standard input. Reading a document again
    replaces what it said before. One that cannot be read is put aside in quarantine.jsonl in the folder of
    the store (or --beside), with the reason; what does not fit the shapes goes to a quarantine graph (see `sifara
    validate`). Inferences that the store has already are kept in step, with --infer or without.
    """
    from sifara import build as builder
    from sifara.console import progress
    from sifara.errors import InputError
    from sifara.reading import Unreadable, files
    from sifara.store import inferred
    from sifara.store.canonical_store import CanonicalEvents
    from sifara.store.history import Run
    from sifara.store.remote import open_store

    if out is not None and out.suffix not in (".nq", ".trig"):
        raise InputError(f"found the file name {out}; expected one that ends in .nq or .trig")
    files(inputs)  # what is not there is said before a store is made
    where = place(store, beside)
    aside: list[Unreadable] = []
    run = Run("build")
    with open_store(store) as graphs, CanonicalEvents(graphs, where.folder, indexed=not where.remote) as events:
        read = builder.build if likely else partial(builder.build, annotator=builder.rules_annotator)
        results = read(
            inputs,
            graphs,
            day=date.date() if date else None,
            jobs=jobs,
            with_text=text,
            events=events,
            run=run,
            since=since.date() if since else None,
            changed=changed or since is not None,
        )
        for result in progress(results):
            if isinstance(result, Unreadable):
                aside.append(result)
                click.echo(f"sifara: left out {result}", err=True)
        if done := inferred.infer(graphs) if infer else inferred.keep(graphs):
            run.count("inferences", done.total)
        run.record(graphs)
        if where.folder is not None:
            builder.put_aside(where.folder / "quarantine.jsonl", inputs, aside)
        if out is not None:
            builder.export(graphs, out)
        _tell(run, store, len(graphs))
    if aside:
        kept = f"see {where.folder / 'quarantine.jsonl'}" if where.folder else "see above, or say --beside to keep them"
        click.echo(f"warning: {len(aside)} documents were left out; {kept}", err=True)
        if strict:
            raise SystemExit(1)


def _tell(run: Run, store: str, quads: int) -> None:
    count = run.counts.get("read", 0)
    passed = [f"{run.counts[name]} {name}" for name in ("unchanged", "older", "refused") if name in run.counts]
    more = f" ({', '.join(passed)})" if passed else ""
    click.echo(f"{count} documents read into {store}{more}, which now holds {quads} quads", err=True)
    if number := run.counts.get("set aside"):
        click.echo(f"warning: {number} nodes did not fit the shapes; see their quarantine graphs", err=True)
