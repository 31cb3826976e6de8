"""sifara withdraw: take documents back."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE, writable


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@STORE
def withdraw(documents: tuple[str, ...], store: Path) -> None:
    """Take documents back.

    Everything goes that came from each DOCUMENT (its id) alone; events that others tell too stay, without it.
    """
    from pyoxigraph import NamedNode

    from sifara.errors import NotFound
    from sifara.graph import iri
    from sifara.store.canonical_store import CanonicalEvents
    from sifara.store.history import Run

    run = Run("withdraw")
    missing = []
    with writable(store) as graphs, CanonicalEvents(graphs, store) as events:
        events.begin()
        gone = []
        for name in documents:
            node = NamedNode(iri.document(name)) if name else None
            if node is not None and graphs.withdraw(node):
                gone.append(node.value)
            else:
                missing.append(name)
        run.count("withdrawn", len(gone))
        run.count("canonical events changed", events.update(gone))
        if gone:
            run.record(graphs)
    if missing:
        raise NotFound(f"the store holds no document {', '.join(map(repr, missing))}")
