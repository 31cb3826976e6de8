"""What commands have in common: the option --store, opening it for writing, the names of events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sifara.store import EmbeddedStore

Command = TypeVar("Command", bound=Callable[..., Any])
STORE: Callable[[Command], Command] = click.option(
    "--store", required=True, type=click.Path(path_type=Path), help="The folder of the store."
)


def writable(folder: Path) -> EmbeddedStore:
    """Open the store in ``folder`` for writing.

    :raises StoreError: if there is none, or another process writes to it.
    """
    from sifara.store import EmbeddedStore

    EmbeddedStore(folder, read_only=True).close()  # a store that is not there is not to be made
    return EmbeddedStore(folder)


def event_iri(store: EmbeddedStore, name: str) -> str:
    """Return the IRI of the event, or of the canonical event, that ``name`` means.

    :raises NotFound: if there is none, or more than one.
    """
    from sifara.explain import resolve
    from sifara.graph.iri import ID

    known = name.strip("<>").removeprefix(ID).removeprefix("id:")
    if known.startswith("canonical/"):
        return ID + known
    return resolve(store, name)
