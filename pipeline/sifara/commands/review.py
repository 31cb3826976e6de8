"""sifara duplicates: entities that may be one under two names."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE, writable


@click.command()
@STORE
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the list to FILE.tsv.")
@click.option("--read", "edited", type=click.Path(path_type=Path, dir_okay=False), help="Read decisions from FILE.tsv.")
def duplicates(store: Path, out: Path | None, edited: Path | None) -> None:
    """List entities that may be one under two names.

    One pair a line, likely ones first. Write "same" or "different" in the first column, and give the file to
    --read: the decisions are kept in decisions.tsv in the folder of the store, and such pairs are not listed again.
    """
    import sys

    from sifara.errors import InputError
    from sifara.graph import duplicates as listing
    from sifara.store import EmbeddedStore, decided, inferred, review
    from sifara.store.history import Run

    if edited is not None:
        try:
            lines = edited.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"the list {edited} cannot be read: {error}") from None
        verdicts = listing.read(lines, str(edited))
        run = Run("duplicates")
        with writable(store) as graphs:
            run.count("decisions", new := review.judge(graphs, store, verdicts))
            inferred.keep(graphs)
            run.record(graphs)
        click.echo(f"{new} new decisions of {len(verdicts)} read", err=True)
        return
    with EmbeddedStore(store, read_only=True) as graphs:
        found = listing.suspicions(review.entities(graphs), decided.read(store))
    text = "".join(listing.write(found))
    if out is None:
        sys.stdout.write(text)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"the list {out} cannot be written: {error.strerror or error}") from None
    click.echo(f"{len(found)} pairs in {out}", err=True)
