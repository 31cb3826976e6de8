"""Queries: the named ones that come with the package, files, and values put into their VALUES lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from sifara import resources
from sifara.errors import QueryError
from sifara.graph import iri
from sifara.graph.terms import PREFIXES

_SUFFIXES = (".rq", ".sparql")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the package: its name, the question it answers (a line in each language), its text."""

    name: str
    question: tuple[str, ...]
    text: str

    @property
    def variables(self) -> list[str]:
        """The variables that the query leaves open (``VALUES ?actor { UNDEF }``), to be set by :func:`substitute`."""
        return re.findall(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}", self.text)


def named() -> dict[str, NamedQuery]:
    """Return the named queries of the package by name, sorted."""
    found = {}
    for path in sorted(resources.folder("graphs").glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        head = []
        for line in text.splitlines():
            if not line.startswith("#"):
                break
            head.append(line.lstrip("# ").rstrip())
        found[path.stem] = NamedQuery(path.stem, tuple(line for line in head if line), text)
    return found


def find(query: str) -> str:
    """Return the text of ``query``: "@name", a file, or the text itself.

    :raises QueryError: if there is no such name, or the file cannot be read.
    """
    if query.startswith("@"):
        queries = named()
        if query[1:] not in queries:
            raise QueryError(f"there is no query {query}; there are {', '.join('@' + name for name in queries)}")
        return queries[query[1:]].text
    if query.endswith(_SUFFIXES) and "\n" not in query:
        try:
            return Path(query).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"the query file {query} cannot be read: {error}") from None
    return query


def substitute(text: str, values: Mapping[str, str]) -> str:
    """Return the query with each variable of ``values`` restricted to one value in its VALUES line.

    A value is a prefixed name (id:Joe_Biden), an IRI, a literal in quotes, or plain words, taken for a string.

    :raises QueryError: if the query has no VALUES line for a variable, or a value is no term.

    >>> substitute("SELECT * { VALUES ?who { UNDEF } ?who ?p ?o }", {"who": "id:Russia"})
    'SELECT * { VALUES ?who { <https://w3id.org/sifara/id/Russia> } ?who ?p ?o }'
    """
    for name, value in values.items():
        pattern = re.compile(r"(VALUES\s+\?" + re.escape(name) + r"\s*\{)[^{}]*(\})")
        if not pattern.search(text):
            there = re.findall(r"VALUES\s+\?(\w+)\s*\{", text)
            can = f"it has {', '.join(there)}" if there else "it has none"
            raise QueryError(f"the query has no VALUES line for ?{name}; {can}")
        written = term(value).replace("\\", "\\\\")  # a backslash would be read as part of the template
        text = pattern.sub(rf"\1 {written} \2", text)
    return text


def term(value: str) -> str:
    """Return ``value`` as SPARQL writes it.

    :raises QueryError: if it is no term.

    >>> term("id:New START"), term("2021")
    ('<https://w3id.org/sifara/id/New%20START>', '"2021"')
    """
    prefix, colon, rest = value.partition(":")
    try:
        if colon and prefix in PREFIXES and rest:
            name = "/".join(iri.local(part) for part in rest.split("/")) if "%" not in rest else rest
            return str(NamedNode(PREFIXES[prefix] + name))
        if re.match(r"https?://", value):
            return str(NamedNode(value))
        if value[:1] not in ('"', "<"):
            value = '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        head = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
        [quad] = parse(f"{head}<s:s> <s:p> {value} .", format=RdfFormat.TURTLE)
        return str(quad.object)
    except (ValueError, SyntaxError):
        raise QueryError(f"found {value!r}; expected id:Name, an IRI, or words") from None
