"""sifara export: the graph for other tools."""

from __future__ import annotations

from pathlib import Path

import click

_FORMATS = ("nq", "trig", "ttl", "jsonld", "annotated", "csv", "graphml", "gexf", "neo4j")


@click.command()
@click.option("--store", required=True, metavar="STORE", help="The folder of the store, or the address of a server.")
@click.option("--format", "form", required=True, type=click.Choice(_FORMATS), help="What to write; see above.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The file or, for ttl and neo4j, folder.")
def export(store: str, form: str, out: Path) -> None:
    """Write the graph for other tools.

    \b
    nq         N-Quads, all graphs, sorted
    trig       TriG, all graphs, for people to read
    ttl        Turtle, a folder with one file for each graph
    jsonld     JSON-LD 1.1 with the context of the ontology
    annotated  TriG of RDF 1.2: direct triples with date and evidence on them
    csv        a table of events for spreadsheets, labels in Arabic and English
    graphml    the network of events, for Gephi, yEd, Cytoscape
    gexf       the network of events with its time, for Gephi
    neo4j      a folder of nodes and edges for neo4j-admin

    What is at --out is replaced when the export is complete.
    """
    from sifara.graph import exports
    from sifara.store.remote import open_store

    with open_store(store, read_only=True) as graphs:
        count = exports.export(graphs, form, out)
    what = "quads" if form in ("nq", "trig", "ttl", "jsonld") else "edges" if form in ("graphml", "gexf") else "rows"
    click.echo(f"{count} {what} in {out}", err=True)
