"""What the command line prints for people: tables, explanations, a progress bar."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from sifara.answers import short

if TYPE_CHECKING:
    from rich.console import Console

    from sifara.explain import Explanation

Item = TypeVar("Item")
_FACTS = ("date", "dateBasis", "until", "duration", "topic", "content", "attributedTo", "confidence")


def _console() -> Console:
    from rich.console import Console

    # A file or a pipe has no width; lines are not to be broken there.
    return Console(file=sys.stdout, highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 10_000)


def print_table(columns: list[str], rows: list[list[str]]) -> None:
    """Print a table; nothing in its cells is taken for markup."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for name in columns:
        table.add_column(Text(name), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    _console().print(table)


def print_explanation(explanation: Explanation) -> None:
    """Print why an event is in the store."""
    from rich.text import Text

    console = _console()

    def line(name: str, *values: str) -> None:
        console.print(Text.assemble((f"{name:<12}", "bold"), "  ".join(value for value in values if value)))

    document = explanation.document
    line("event", _short(explanation.iri))
    line("class", f"dip:{explanation.type}")
    line("status", explanation.status, f"(rule {', '.join(sorted({e.rule for e in explanation.evidence}))})")
    for name in _FACTS:
        for value in explanation.facts.get(name, []):
            line(name, _short(value))
    line("document", _short(document["iri"]), document.get("date", ""), document.get("title", ""))
    line("source", document.get("source", ""), document.get("publisher", ""))
    versions = [f"{name.removesuffix('Version')} {document[name]}" for name in sorted(document) if "Version" in name]
    line("read by", *versions)
    for evidence in explanation.evidence:
        console.print()
        line("sentence", f"[{evidence.sentence.start}, {evidence.sentence.end})")
        console.print(Text(evidence.marked(explanation.arguments)))
        line("trigger", f"{{{evidence.trigger.words}}}", f"[{evidence.trigger.start}, {evidence.trigger.end})")
        line("entry", evidence.frame)
        line("rule", evidence.rule)
    rows = [
        [a.role, _short(a.entity), a.label, " ".join(a.span.words.split()), f"{a.span.start}–{a.span.end}", a.rule]
        for a in explanation.arguments
    ]
    print_table(["role", "entity", "label", "words", "offsets", "rule"], rows)


def _short(value: str) -> str:
    from pyoxigraph import NamedNode

    return short(NamedNode(value)) if value.startswith("https://") and " " not in value else value


def progress(items: Iterable[Item]) -> Iterator[Item]:
    """Yield ``items``, counting them on standard error if that is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        for item in items:
            bar.advance(task)
            yield item
