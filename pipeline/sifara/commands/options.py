"""What commands have in common: the options --store and --beside, opening for writing, the names of events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from sifara.store import EmbeddedStore
    from sifara.store.remote import RemoteStore

Command = TypeVar("Command", bound=Callable[..., Any])
STORE: Callable[[Command], Command] = click.option(
    "--store", required=True, type=click.Path(path_type=Path), help="The folder of the store."
)
ANY_STORE: Callable[[Command], Command] = click.option(
    "--store", required=True, metavar="STORE", help="The folder of the store, or the address of a server."
)
BESIDE: Callable[[Command], Command] = click.option(
    "--beside",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="With a server: the folder for quarantine.jsonl and decisions.tsv.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Whether a store is behind a server, and the folder of what is kept beside its graphs, if there is one."""

    remote: bool
    folder: Path | None


def place(store: str, beside: Path | None) -> Place:
    """Return where ``store`` is; a folder beside a server is made if it is not there.

    :raises InputError: if there is a folder already, which is the store itself.
    """
    from sifara.errors import InputError
    from sifara.store.endpoints import is_remote

    if not is_remote(store):
        if beside is not None:
            raise InputError("found --beside with a store in a folder; what it is for is kept in the folder itself")
        return Place(False, Path(store))
    if beside is not None:
        beside.mkdir(parents=True, exist_ok=True)
    return Place(True, beside)


def open_writable(store: str) -> EmbeddedStore | RemoteStore:
    """Open the store in a folder, or at an address, for writing.

    :raises StoreError: if there is none, or another process writes to it, or the server does not answer.
    """
    from sifara.store.endpoints import is_remote
    from sifara.store.remote import open_store

    return open_store(store) if is_remote(store) else writable(Path(store))


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
