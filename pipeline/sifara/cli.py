"""The command line: thin commands over the library; every error is one line, and exit code 2."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from sifara import __version__
from sifara.commands.coverage import coverage
from sifara.commands.events import join, merge, split
from sifara.commands.export import export
from sifara.commands.infer import infer
from sifara.commands.knowledge import knowledge
from sifara.commands.link import link
from sifara.commands.push import push
from sifara.commands.review import duplicates
from sifara.commands.validate import validate
from sifara.commands.withdraw import withdraw
from sifara.errors import SifaraError
from sifara.server.command import serve

_STORE = click.option("--store", required=True, type=click.Path(path_type=Path), help="The folder of the store.")

_FORMAT = click.Choice(("table", "csv", "json", "xml", "ttl"))


class _Group(click.Group):
    """Turns what the library raises on purpose into one line, and a closed pipe into a quiet end."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SifaraError as error:
            click.echo(f"sifara: {' '.join(str(error).split())}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # of `sifara query … | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def cli() -> None:
    """Read Arabic diplomatic news into a knowledge graph, and ask it."""


def main() -> None:
    """Run the command line with UTF-8 on both outputs, whatever the terminal says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()


@cli.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_STORE
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the store to FILE.nq or .trig too.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Date of publication where a document names none.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes to work with.")
@click.option("--text/--no-text", default=True, help="Keep the texts of documents in the store, as is done by default.")
@click.option("--strict", is_flag=True, help="Exit with 1 if a document could not be read.")
@click.option("--changed", is_flag=True, help="Pass over documents whose input, program and lexicon are the same.")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="Like --changed, and pass over older documents.")
def build(
    inputs: tuple[str, ...],
    store: Path,
    out: Path | None,
    date: datetime | None,
    jobs: int,
    text: bool,
    strict: bool,
    changed: bool,
    since: datetime | None,
) -> None:
    """Read documents into a store.

    INPUT is a .txt or .jsonl file, a folder of them, or - for standard input. Reading a document again
    replaces what it said before. One that cannot be read is put aside in quarantine.jsonl in the folder of
    the store, with the reason; what does not fit the shapes goes to a quarantine graph (see `sifara validate`).
    """
    from sifara import build as builder
    from sifara.console import progress
    from sifara.errors import InputError
    from sifara.reading import Unreadable, files
    from sifara.store import EmbeddedStore
    from sifara.store.canonical_store import CanonicalEvents
    from sifara.store.history import Run

    if out is not None and out.suffix not in (".nq", ".trig"):
        raise InputError(f"found the file name {out}; expected one that ends in .nq or .trig")
    files(inputs)  # what is not there is said before a store is made
    aside: list[Unreadable] = []
    run = Run("build")
    with EmbeddedStore(store) as graphs, CanonicalEvents(graphs, store) as events:
        results = builder.build(
            inputs,
            graphs,
            day=date.date() if date else None,
            jobs=jobs,
            with_text=text,
            events=events,
            run=run,
            since=since.date() if since else None,
            changed=changed or since is not None,
        )
        for result in progress(results):
            if isinstance(result, Unreadable):
                aside.append(result)
                click.echo(f"sifara: left out {result}", err=True)
        run.record(graphs)
        builder.put_aside(store / "quarantine.jsonl", inputs, aside)
        if out is not None:
            builder.export(graphs, out)
        count = run.counts.get("read", 0)
        passed = [f"{run.counts[name]} {name}" for name in ("unchanged", "older", "refused") if name in run.counts]
        more = f" ({', '.join(passed)})" if passed else ""
        click.echo(f"{count} documents read into {store}{more}, which now holds {len(graphs)} quads", err=True)
        if number := run.counts.get("set aside"):
            click.echo(f"warning: {number} nodes did not fit the shapes; see their quarantine graphs", err=True)
    if aside:
        click.echo(f"warning: {len(aside)} documents were left out; see {store / 'quarantine.jsonl'}", err=True)
        if strict:
            raise SystemExit(1)


@cli.command()
@click.argument("query")
@_STORE
@click.option("--format", "form", type=_FORMAT, default="table", show_default=True, help="How to write the answer.")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="Put VALUE into the query's VALUES ?NAME.")
def query(query: str, store: Path, form: str, values: tuple[str, ...]) -> None:
    """Ask the store.

    QUERY is SPARQL, the @name of a named query (see `sifara queries`), or a .rq file. The default graph is
    the union of all graphs; dip:, id:, wd:, rdfs: and other usual prefixes need no declaration.
    """
    from pyoxigraph import QuerySolutions, QueryTriples

    from sifara import answers, queries
    from sifara.console import print_table
    from sifara.errors import QueryError
    from sifara.store import EmbeddedStore

    bad = [value for value in values if "=" not in value]
    if bad:
        raise QueryError(f"found --set {bad[0]}; expected NAME=VALUE, like actor=id:Joe_Biden")
    text = queries.substitute(queries.find(query), dict(value.split("=", 1) for value in values))
    with EmbeddedStore(store, read_only=True) as graphs:
        answer = graphs.query(text)
        if form == "table" and isinstance(answer, QuerySolutions):
            print_table(*answers.rows(answer))
        elif form == "table" and not isinstance(answer, QueryTriples):
            click.echo("true" if answer else "false")
        else:
            answers.write(answer, form, sys.stdout.buffer)


@cli.command()
def queries() -> None:
    """List the named queries.

    With the question each answers, and the variables that `sifara query --set` can set.
    """
    from sifara.queries import named

    for query in named().values():
        click.echo(f"@{query.name}" + "".join(f"  --set {name}=…" for name in query.variables))
        for line in query.question:
            click.echo(f"    {line}")


@cli.command()
@click.argument("event")
@_STORE
def explain(event: str, store: Path) -> None:
    """Show why an event is in the store.

    The words that tell it, the rules that read them, who takes which part. EVENT is its IRI, id:event/…,
    or the beginning of its hash.
    """
    from sifara.console import print_explanation
    from sifara.explain import explain as reasons
    from sifara.store import EmbeddedStore

    with EmbeddedStore(store, read_only=True) as graphs:
        print_explanation(reasons(graphs, event))


@cli.command()
@_STORE
def stats(store: Path) -> None:
    """Count what the store holds.

    Documents, entities by class, events by status and class.
    """
    from sifara.console import print_table
    from sifara.stats import count
    from sifara.store import EmbeddedStore

    with EmbeddedStore(store, read_only=True) as graphs:
        print_table(["what", "count"], [[name, str(number)] for name, number in count(graphs, store)])


@cli.command()
@_STORE
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="FILE.png or FILE.svg.")
@click.option("--top", type=click.IntRange(2), default=40, show_default=True, help="So many entities, the busiest.")
def draw(store: Path, out: Path, top: int) -> None:
    """Draw the network of who deals with whom."""
    from sifara.graph.network import network
    from sifara.graph.picture import draw as paint
    from sifara.store import EmbeddedStore

    with EmbeddedStore(store, read_only=True) as graphs:
        paint(network(graphs.query), out, top=top)


@cli.command()
def version() -> None:
    """Print the version."""
    click.echo(f"sifara {__version__}")


_MORE = (coverage, duplicates, export, infer, join, knowledge, link, merge, push, serve, split, validate, withdraw)
for _command in _MORE:
    cli.add_command(_command)


if __name__ == "__main__":
    main()
