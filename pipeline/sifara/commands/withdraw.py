"""sifara withdraw: take documents back."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import ANY_STORE, BESIDE, open_writable, place


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@ANY_STORE
@BESIDE
def withdraw(documents: tuple[str, ...], store: str, beside: Path | None) -> None:
    """Take documents back.

    Everything goes that came from each DOCUMENT (its id) alone; events that others tell too stay, without it.
    """
    from pyoxigraph import NamedNode

    from sifara.errors import NotFound
    from sifara.graph import iri
    from sifara.store import inferred
    from sifara.store.canonical_store import CanonicalEvents
    from sifara.store.history import Run

    run = Run("withdraw")
    missing = []
    where = place(store, beside)
    with open_writable(store) as graphs, CanonicalEvents(graphs, where.folder, indexed=not where.remote) as events:
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
        inferred.keep(graphs)
        if gone:
            run.record(graphs)
    if missing:
        raise NotFound(f"the store holds no document {', '.join(map(repr, missing))}")
