"""sifara infer: what the ontology entails, written down."""

from __future__ import annotations

import click

from sifara.commands.options import ANY_STORE, open_writable


@click.command()
@ANY_STORE
@click.option("--forget", is_flag=True, help="Take all inferences away again.")
def infer(store: str, forget: bool) -> None:
    """Write down what the ontology entails.

    Superclasses, superproperties, inverse and symmetric properties, in the graph id:graph/inferred and nowhere else.
    A store that has them keeps them in step: building, withdrawing, splitting, joining, merging and linking make them
    anew.
    """
    from sifara.store import inferred

    with open_writable(store) as graphs:
        if forget:
            click.echo(f"{inferred.forget(graphs)} inferences taken away", err=True)
            return
        done = inferred.infer(graphs)
    click.echo(f"{done.total} inferences: {done.added} new, {done.removed} gone", err=True)
