"""Answers to queries, as a table for people or in the formats of the standards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, QuerySolutions, QueryTriples

from sifara.errors import QueryError
from sifara.graph.serialize import write_trig
from sifara.graph.terms import PREFIXES
from sifara.store import Answer

_RESULTS = {"csv": QueryResultsFormat.CSV, "json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}


def write(answer: Answer, form: str, file: IO[bytes]) -> None:
    """Write ``answer`` as "csv", "json" or "xml", or triples as "ttl", to ``file``, as UTF-8.

    :raises QueryError: if the format does not fit the answer, or the query fails while it is answered.
    """
    if isinstance(answer, QueryTriples):
        if form not in ("ttl", "table"):
            raise QueryError(f"CONSTRUCT and DESCRIBE give triples, which {form} cannot hold; use --format ttl")
        write_trig((Quad(triple.subject, triple.predicate, triple.object) for triple in answer), file)
    elif form in _RESULTS:
        with _told():
            written = answer.serialize(format=_RESULTS[form]) or b""
        file.write(written + (b"\n" if form != "csv" else b""))
    else:
        raise QueryError(f"SELECT and ASK give no triples, so {form} cannot hold the answer; use csv, json or xml")


def rows(answer: QuerySolutions) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns and the rows, with IRIs shortened by the usual prefixes.

    :raises QueryError: if the query fails while it is answered, as when another endpoint does not.
    """
    variables = [variable.value for variable in answer.variables]
    with _told():
        return variables, [[short(solution[name]) for name in variables] for solution in answer]


@contextmanager
def _told() -> Iterator[None]:
    """Rows are found while they are taken: what goes wrong then is told like what goes wrong at once."""
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        raise QueryError(f"the query failed: {' '.join(str(error).split())}") from None


def short(term: object) -> str:
    """Return a term as people like to read it: ``id:Russia``, or the words of a literal.

    >>> short(NamedNode("https://w3id.org/sifara/id/Russia")), short(Literal("a", language="en")), short(None)
    ('id:Russia', 'a', '')
    """
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            if term.value.startswith(namespace) and len(term.value) > len(namespace):
                return f"{prefix}:{term.value[len(namespace) :]}"
        return term.value
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)
