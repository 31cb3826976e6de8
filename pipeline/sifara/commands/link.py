"""sifara link: who is meant, as items of Wikidata."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE, writable


@click.command()
@STORE
@click.option("--online", is_flag=True, help="Ask an endpoint for what is open. Without this, nothing is sent.")
@click.option("--endpoint", metavar="URL", help="A SPARQL endpoint that is shaped like Wikidata.")
@click.option("--config", type=click.Path(path_type=Path, dir_okay=False), help="How to ask it, as YAML.")
@click.option("--most", type=click.IntRange(1), help="Ask for so many names at most.")
@click.option("--review", type=click.Path(path_type=Path, dir_okay=False), help="The spreadsheet of what is doubtful.")
@click.option("--anew", is_flag=True, help="Read all documents again, also those that have not changed.")
def link(
    store: Path,
    online: bool,
    endpoint: str | None,
    config: Path | None,
    most: int | None,
    review: Path | None,
    anew: bool,
) -> None:
    """Link entities to Wikidata.

    What is certain is linked, the rest keeps its candidates, with score and reason, in the graph id:graph/links. With
    --review FILE.tsv, decisions in that spreadsheet are read, if there is one, and it is written anew; they are kept in
    links.tsv in the folder of the store. With --online --endpoint URL, an endpoint is asked for what is open; answers
    are kept, so a run can be interrupted and taken up again.
    """
    from sifara.errors import InputError
    from sifara.linking import choices
    from sifara.linking import review as sheet
    from sifara.linking.links import Links
    from sifara.store import inferred
    from sifara.store.history import Run

    if online and endpoint is None:
        raise InputError("found --online without --endpoint; give the address of an endpoint")
    if endpoint is not None and not online:
        raise InputError("found --endpoint without --online; nothing is sent unless --online says so")
    run = Run("link")
    with writable(store) as graphs, Links(graphs, store) as links:
        if review is not None and review.exists():
            kept, count = sheet.read(review, choices.read(store))
            choices.write(store, kept)
            run.count("decisions read", count)
        outcome = links.update(anew=anew)
        if endpoint is not None:
            _online(links, endpoint, store, config, most, run)
            outcome = links.update()
        if review is not None:
            click.echo(f"{sheet.write(review, sheet.rows(links, graphs))} candidates in {review}", err=True)
        for name, number in sorted(outcome.counts.items()):
            run.count(name, number)
        inferred.keep(graphs)
        run.record(graphs)
    counts = outcome.counts
    click.echo(
        f"{counts.get('linked', 0)} linked, {counts.get('open', 0)} open, {counts.get('unknown', 0)} unknown, "
        f"{counts.get('decided', 0)} decided by people; {outcome.changed} quads changed",
        err=True,
    )


def _online(links: object, address: str, store: Path, config: Path | None, most: int | None, run: object) -> None:
    from sifara.linking.cache import Cache
    from sifara.linking.endpoint import Endpoint
    from sifara.linking.links import Links
    from sifara.linking.online import ask
    from sifara.linking.settings import Settings
    from sifara.store.history import Run

    assert isinstance(links, Links)
    assert isinstance(run, Run)
    with Cache(store / "answers.sqlite") as cache:
        done = ask(
            links,
            Endpoint(address, cache, Settings.load(config)),
            most=most,
            say=lambda line: click.echo(line, err=True),
        )
    for problem in done.problems:
        click.echo(f"warning: {problem}", err=True)
    run.count("names asked for", done.names)
    run.count("requests", done.requests)
    click.echo(
        f"{done.names} names and {done.items} items in {done.requests} requests; {done.left} names left", err=True
    )
