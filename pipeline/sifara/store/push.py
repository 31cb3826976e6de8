"""A store copied to another, graph by graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from sifara.store.embedded import EmbeddedStore
from sifara.store.remote import RemoteStore

_BATCH = 2_000  # quads of graphs that are sent together


def push(source: EmbeddedStore, target: RemoteStore, *, delete: bool = False) -> Iterator[NamedNode]:
    """Make the graphs of ``source`` those of ``target``, and yield the name of each when it is there.

    A graph arrives as a whole or not at all, small ones together. Interrupted, it can be done again.

    :param delete: take away the graphs of this project that only ``target`` has.
    :raises StoreError: if ``target`` does not take them.
    """
    batch: dict[NamedNode, list[Quad]] = {}
    count = 0
    names = dict.fromkeys(source.graphs())
    for name in names:
        quads = list(source.quads(name))
        if batch and count + len(quads) > _BATCH:
            target.put_all(batch)
            yield from batch
            batch, count = {}, 0
        batch[name] = quads
        count += len(quads)
    if batch:
        target.put_all(batch)
        yield from batch
    if delete:
        for name in target.graphs():
            if name not in names:
                target.put(name, ())
