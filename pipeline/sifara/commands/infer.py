"""sifara infer: what the ontology entails, written down."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE, writable


@click.command()
@STORE
@click.option("--forget", is_flag=True, help="Take all inferences away again.")
def infer(store: Path, forget: bool) -> None:
    """Write down what the ontology entails.

    Superclasses, superproperties, inverse and symmetric properties, in the graph id:graph/inferred and nowhere else.
    They are made anew each time; say so again after a build, or they are those of before.
    """
    from sifara.store import inferred

    with writable(store) as graphs:
        if forget:
            click.echo(f"{inferred.forget(graphs)} inferences taken away", err=True)
            return
        done = inferred.infer(graphs)
    click.echo(f"{done.total} inferences: {done.added} new, {done.removed} gone", err=True)
