"""The formats of exports by name, and the writing of files that appear only when they are complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sifara.errors import InputError
from sifara.graph.exports import annotated, jsonld, neo4j, networks, rdf, tables
from sifara.graph.exports.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, whether it makes a folder, and what writes it to a path that is not there yet."""

    name: str
    about: str
    is_folder: bool
    write: Callable[[Source, Path], int]


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format("nq", "N-Quads, all graphs, sorted", False, rdf.nquads),
        Format("trig", "TriG, all graphs, for people to read", False, rdf.trig),
        Format("ttl", "Turtle, a folder with one file for each graph", True, rdf.turtle),
        Format("jsonld", "JSON-LD 1.1 with the context of the ontology", False, jsonld.write),
        Format("annotated", "TriG of RDF 1.2: direct triples with date and evidence on them", False, annotated.write),
        Format("csv", "a table of events for spreadsheets, labels in Arabic and English", False, tables.events),
        Format("graphml", "the network of events, for Gephi, yEd, Cytoscape", False, networks.graphml),
        Format("gexf", "the network of events with its time, for Gephi", False, networks.gexf),
        Format("neo4j", "a folder of nodes and edges for neo4j-admin", True, neo4j.write),
    )
}


def export(source: Source, form: str, out: Path) -> int:
    """Write ``source`` to ``out`` in the format ``form``, and return how many items (quads, events) it has.

    What is at ``out`` stays as it is until the new file or folder is complete.

    :raises InputError: if there is no such format, or ``out`` cannot be written or replaced.
    """
    if form not in FORMATS:
        raise InputError(f"found the format {form!r}; there are {', '.join(FORMATS)}")
    kind = FORMATS[form]
    if kind.is_folder and out.exists() and (not out.is_dir() or not _is_ours(out)):
        raise InputError(f"{out} is there and was not made by an export; give a folder that is not there")
    if not kind.is_folder and out.is_dir():
        raise InputError(f"{out} is a folder; {form} makes a file")
    partial = out.with_name(out.name + ".part")
    try:
        _remove(partial)
        if kind.is_folder:
            partial.mkdir(parents=True)
            (partial / _MARK).write_text(f"{form}\n", encoding="utf-8")
        count = kind.write(source, partial)
        if kind.is_folder:
            _remove(out)
        os.replace(partial, out)
    except OSError as error:
        raise InputError(f"{out} cannot be written: {error.strerror or error}") from None
    finally:
        _remove(partial)
    return count


_MARK = ".sifara-export"  # says that a folder may be replaced


def _is_ours(folder: Path) -> bool:
    return (folder / _MARK).is_file() or not any(folder.iterdir())


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
