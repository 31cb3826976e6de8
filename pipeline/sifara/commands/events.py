"""sifara split, join and merge: one event told by many documents, and who has the last word on it."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE, event_iri, writable


@click.command()
@click.argument("event")
@click.argument("other", required=False)
@STORE
def split(event: str, other: str | None, store: Path) -> None:
    """Say that events are not one.

    With two events of two documents, these two are never taken for one; with one, it is taken for no other; with a
    canonical event (id:canonical/…), no two of its tellings are. The decision is kept in decisions.tsv in the
    folder of the store, and wins over the rule. `sifara join` takes it back.
    """
    from sifara.store.review import split as decide

    _run("split", decide, event, other, store)


@click.command()
@click.argument("event")
@click.argument("other", required=False)
@STORE
def join(event: str, other: str | None, store: Path) -> None:
    """Say that two events are one.

    Takes a `sifara split` of the same events back, or with one event every split of it. Where there was none
    and the rule does not join the two, they are joined by decision.
    """
    from sifara.store.review import join as decide

    _run("join", decide, event, other, store)


def _run(kind: str, decide: object, event: str, other: str | None, folder: Path) -> None:
    from sifara.store import inferred
    from sifara.store.history import Run

    assert callable(decide)
    run = Run(kind)
    with writable(folder) as graphs:
        names = event_iri(graphs, event), event_iri(graphs, other) if other is not None else None
        run.count("canonical events changed", changed := decide(graphs, folder, *names))
        inferred.keep(graphs)
        run.record(graphs)
    click.echo(f"{changed} canonical events changed", err=True)


@click.command()
@STORE
def merge(store: Path) -> None:
    """Bring the canonical events in step.

    A build does so by itself; this is for decisions.tsv edited by hand, and after a build that was interrupted.
    """
    from sifara.store import inferred
    from sifara.store.canonical_store import CanonicalEvents

    with writable(store) as graphs, CanonicalEvents(graphs, store) as events:
        changed = events.update()
        inferred.keep(graphs)
    click.echo(f"{changed} canonical events changed", err=True)
