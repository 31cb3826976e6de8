"""sifara validate: a whole store against the shapes."""

from __future__ import annotations

from pathlib import Path

import click

from sifara.commands.options import STORE


@click.command()
@STORE
@click.option("--shapes", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Other shapes.")
@click.option("--warnings/--no-warnings", default=True, help="Report warnings too, as is done by default.")
@click.option("--reference", is_flag=True, help="Ask pyshacl, which is slow, instead of the compiled shapes.")
@click.option("--language", default="en", show_default=True, help="Language of the messages, en or ar.")
def validate(store: Path, shapes: Path | None, warnings: bool, reference: bool, language: str) -> None:
    """Check a store against the shapes.

    Every document with what is known of its entities, and the graphs that documents share. Exits with 1 if
    there are violations; warnings are only reported.
    """
    from sifara.answers import short
    from sifara.errors import InputError
    from sifara.graph.shacl_load import UnsupportedShape
    from sifara.graph.validation import validate as check
    from sifara.store import EmbeddedStore

    with EmbeddedStore(store, read_only=True) as graphs:
        try:
            report = check(graphs, shapes, warnings=warnings, reference=reference, language=language)
        except (SyntaxError, UnsupportedShape) as error:
            raise InputError(f"the shapes cannot be used: {error}") from None

    from pyoxigraph import NamedNode

    def name(term: str) -> str:
        return short(NamedNode(term.strip("<>"))) if term.startswith(("<", "http")) else term

    for problem in report.sorted():
        click.echo(f"{problem.severity}: {problem.message}  [{problem.count} in {problem.graphs} graphs]")
        click.echo(f"    shape {name(problem.shape) or '-'}  sh:{problem.component}")
        for graph, finding in problem.examples:
            value = f"  found {name(finding.value)}" if finding.value else ""
            click.echo(f"    {name(finding.focus)}{value}  in {name(graph)}")
    lighter = sum(problem.count for problem in report.problems.values()) - report.violations
    aside = f", {report.quarantined} with something in quarantine" if report.quarantined else ""
    click.echo(f"{report.documents} documents{aside}: {report.violations} violations, {lighter} warnings")
    if report.violations:
        raise SystemExit(1)
