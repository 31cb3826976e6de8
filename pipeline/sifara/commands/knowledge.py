"""sifara knowledge: the tables of people, offices, states and the rest."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def knowledge() -> None:
    """The tables of what is known beforehand."""


@knowledge.command()
@click.option("--endpoint", required=True, metavar="URL", help="A SPARQL endpoint that is shaped like Wikidata.")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="The folder to write to.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="How to ask it, as YAML.")
@click.option("--since", type=int, default=1990, show_default=True, help="Leave out offices that ended before.")
@click.option("--least", type=int, default=300_000, show_default=True, help="People that make a city worth a row.")
def update(endpoint: str, out: Path, config: Path | None, since: int, least: int) -> None:
    """Make the tables anew from an endpoint.

    The tables are written to the folder --out, and every difference to those in use to diff.tsv beside them. Nothing
    in use is changed: look at the differences, then copy what is right. Answers are kept in the folder, so a run that
    was interrupted goes on where it ended.
    """
    from sifara.errors import InputError
    from sifara.linking import tables
    from sifara.linking.cache import Cache
    from sifara.linking.endpoint import Endpoint
    from sifara.linking.refresh import refresh
    from sifara.linking.settings import Settings

    settings = Settings.load(config)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"the folder {out} cannot be made: {error.strerror or error}") from None
    old = {name: list(tables.rows(name)) for name in tables.COLUMNS}
    with Cache(out / "answers.sqlite") as cache:
        fresh = refresh(
            old,
            Endpoint(endpoint, cache, settings),
            since=since,
            least=least,
            say=lambda line: click.echo(line, err=True),
        )
    for name, columns in tables.COLUMNS.items():
        tables.write(out / f"{name}.tsv", columns, ([row[column] for column in columns] for row in fresh.tables[name]))
    header = ("table", "qid", "label", "change", "column", "old", "new")
    tables.write(out / "diff.tsv", header, fresh.changes)
    for problem in fresh.problems:
        click.echo(f"warning: {problem}", err=True)
    click.echo(f"{len(fresh.changes)} differences in {out / 'diff.tsv'}", err=True)
    if fresh.problems:
        raise SystemExit(1)
