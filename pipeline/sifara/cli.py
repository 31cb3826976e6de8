"""The command line: thin commands over the library; every error is one line, and exit code 2."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from sifara import __version__
from sifara.commands.build import build
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


_MORE = (build, coverage, duplicates, export, infer, join, knowledge, link, merge, push, serve, split)
for _command in (*_MORE, validate, withdraw):
    cli.add_command(_command)


if __name__ == "__main__":
    main()
