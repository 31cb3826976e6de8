"""sifara push: a store of this machine copied to a server."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE


@click.command()
@STORE
@click.option("--to", "target", required=True, metavar="URL", help="The address of the server.")
@click.option("--delete", is_flag=True, help="Take away graphs of Sifara that only the server has.")
@click.option("--timeout", type=click.FloatRange(1), default=60.0, show_default=True, help="Longest silence, seconds.")
def push(store: Path, target: str, delete: bool, timeout: float) -> None:
    """Copy a store to a server.

    Over SPARQL 1.1 Update and the Graph Store Protocol; each graph arrives whole or not at all. URL is that of the
    server, with its kind before it where it is not recognised: oxigraph+http://127.0.0.1:7878, virtuoso+…, fuseki+…,
    graphdb+…, qlever+…, neptune+…, sifara+…, sparql+… (see docs/stores.md). Who asks is said by SIFARA_STORE_USER and
    SIFARA_STORE_PASSWORD, or by SIFARA_STORE_TOKEN, in the environment.
    """
    from sifara.console import progress
    from sifara.store import EmbeddedStore
    from sifara.store.push import push as copy
    from sifara.store.remote import open_remote
    from sifara.store.transport import Patience

    with EmbeddedStore(store, read_only=True) as source, open_remote(target, patience=Patience(timeout)) as there:
        count = sum(1 for _ in progress(copy(source, there, delete=delete)))
        click.echo(f"{count} graphs copied", err=True)
