"""``sifara coverage``: which trigger words of a corpus the event lexicon knows."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date

import click

from sifara.document import Document


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--top", type=click.IntRange(0), default=40, show_default=True, help="So many unknown lemmas.")
@click.option(
    "--format", "form", type=click.Choice(("table", "csv")), default="table", show_default=True, help="How to write it."
)
def coverage(inputs: tuple[str, ...], top: int, form: str) -> None:
    """Measure how many trigger words the lexicon knows.

    Counts the verbs and event nouns of sentences that name two political actors or more, and lists the most
    frequent ones that no frame, no light verb and not the list of words without an event names. INPUT is as
    for `sifara build`; a place is the id of a document and the offset of the word in it.
    """
    from sifara.console import print_table, progress
    from sifara.coverage import VERDICTS, measure

    found = measure(progress(_documents(inputs)))
    unknown = found.rows("unknown")[:top]
    rows = [[r.lemma, r.form, str(r.count), r.document, str(r.start)] for r in unknown]
    columns = ["lemma", "form", "count", "document", "offset"]
    tokens = found.tokens()
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    else:
        lines = [["documents", str(found.documents)], ["sentences", str(found.sentences)]]
        lines += [[f"  {name}", str(tokens[name])] for name in VERDICTS]
        print_table(["what", "count"], [*lines, ["classified", f"{found.share():.1%}"]])
        print_table(columns, rows)
    if form == "csv":
        click.echo(f"{found.share():.1%} of {sum(tokens.values())} trigger words are classified", err=True)


def _documents(inputs: tuple[str, ...]) -> Iterator[Document]:
    from sifara.reading import read

    day: date | None = None
    for item in read(inputs, day):
        if isinstance(item, Document):
            yield item
        else:
            click.echo(f"sifara: left out {item}", err=True)
