"""The addresses of a remote store, which every product lays out in its own way.

A location is an address with the product before it (``virtuoso+http://host:8890``), or a plain one: then the server is
asked once, and known by its headers. What is not known is taken for an endpoint that takes queries and updates at
the same address, and has no Graph Store Protocol. The environment has the last word: SIFARA_STORE_UPDATE_URL and
SIFARA_STORE_GRAPHS_URL.
"""

from __future__ import annotations

import os
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qsl, urlsplit

from sifara.errors import StoreError
from sifara.graph.iri import DIP
from sifara.graph.terms import XSD
from sifara.store.transport import Transport, checked, shown

UPDATE_URL, GRAPHS_URL = "SIFARA_STORE_UPDATE_URL", "SIFARA_STORE_GRAPHS_URL"


@dataclass(frozen=True, slots=True)
class Product:
    """How a product is addressed, below its base address.

    ``graphs`` is ``None`` if there is no Graph Store Protocol. ``signed`` are the paths for a user with a password,
    where they differ. ``union`` are parameters that make a query see all graphs. One update has at most
    ``largest_update`` bytes. ``stand_ins`` are datatypes that it spoils, and what they are written as instead.
    ``puts_whole`` says that nobody sees a graph without its triples while it is replaced by PUT.
    """

    name: str
    query: str
    update: str
    graphs: str | None
    signed: tuple[str, str, str] | None = None
    union: tuple[tuple[str, str], ...] = ()
    largest_update: int = 2_000_000
    stand_ins: tuple[tuple[str, str], ...] = ()
    puts_whole: bool = True


# Virtuoso 7 makes "60" of the duration "P5Y" (PUT), or refuses the whole update (INSERT DATA).
_DURATION = ((XSD + "duration", DIP + "xsdDuration"),)
_VIRTUOSO = ("sparql-auth", "sparql-auth", "sparql-graph-crud-auth")
PRODUCTS = {
    product.name: product
    for product in (
        Product("oxigraph", "query", "update", "store", union=(("union-default-graph", "true"),)),
        Product("fuseki", "query", "update", "data"),
        # Virtuoso compiles an update to code of limited size: some thousand triples at once are too many.
        Product("virtuoso", "sparql", "sparql", "sparql-graph-crud", _VIRTUOSO, (), 200_000, _DURATION, False),
        Product("graphdb", "", "statements", "rdf-graphs/service"),
        Product("qlever", "", "", ""),
        Product("neptune", "sparql", "sparql", "sparql/gsp/"),
        Product("sifara", "sparql", "sparql", "graph"),
        Product("sparql", "", "", None),
    )
}
#: What a server's header Server begins with.
_SERVERS = (("oxigraph", "oxigraph"), ("virtuoso", "virtuoso"), ("graphdb", "graphdb"), ("apache jena", "fuseki"))


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where to ask, where to write, and where whole graphs are (``None``: nowhere). None has a query part.

    ``parameters`` go along with every request, ``union`` with queries.
    """

    product: str
    query: str
    update: str
    graphs: str | None
    parameters: tuple[tuple[str, str], ...] = ()
    union: tuple[tuple[str, str], ...] = ()
    largest_update: int = 2_000_000
    stand_ins: tuple[tuple[str, str], ...] = ()
    puts_whole: bool = True


def is_remote(location: str) -> bool:
    """Tell whether ``location`` is an address, rather than a folder.

    >>> is_remote("virtuoso+http://host:8890"), is_remote("stores/one")
    (True, False)
    """
    scheme, colon, _ = location.partition("://")
    return bool(colon) and scheme.lower().rpartition("+")[2] in ("http", "https")


def split(location: str) -> tuple[str | None, str]:
    """Return the product that ``location`` names, if any, and the address.

    :raises StoreError: if there is no such product, or the address is not one of HTTP, or holds a password.
    """
    scheme, _, rest = location.partition("://")
    name, plus, protocol = scheme.lower().rpartition("+")
    address = f"{protocol}://{rest}"
    checked(address)
    if plus and name not in PRODUCTS:
        raise StoreError(f"found the kind of store {name!r}; there are {', '.join(sorted(PRODUCTS))}")
    return (name or None), address


def recognise(transport: Transport, address: str) -> str:
    """Ask the server at ``address`` what it is; return the name of a product.

    :raises StoreError: if there is no answer.
    """
    parts = urlsplit(address)
    request = urllib.request.Request(f"{parts.scheme}://{parts.netloc}/", headers={"Accept": "*/*"})
    return product_of(transport.send_any(request).headers)


def product_of(headers: Message) -> str:
    """Return the product that sends such ``headers``, "sparql" if it is unknown."""
    server = str(headers.get("Server", "")).lower()
    for beginning, name in _SERVERS:
        if server.startswith(beginning):
            return name
    return "fuseki" if headers.get("Fuseki-Request-Id") else "sparql"


def endpoints(
    address: str, product: str, *, signed: bool = False, environment: Mapping[str, str] | None = None
) -> Endpoints:
    """Return where the parts of a store at ``address`` are.

    :param address: the base, or the address for queries.
    :param signed: whether a user and a password will be given.
    :raises StoreError: if an address of the environment is none.
    """
    environment = os.environ if environment is None else environment
    kind = PRODUCTS[product]
    parts = urlsplit(address)
    base = shown(address).rstrip("/")
    for path in sorted({kind.query, *(kind.signed or ())} - {""}, key=len, reverse=True):
        if base.endswith("/" + path):
            base = base.removesuffix("/" + path)
            break
    paths = kind.signed if signed and kind.signed else (kind.query, kind.update, kind.graphs)
    query, update, graphs = ((f"{base}/{path}" if path else base) if path is not None else None for path in paths)
    assert query is not None
    assert update is not None
    found = {name: environment.get(name, "") for name in (UPDATE_URL, GRAPHS_URL)}
    for name, value in found.items():
        if value:
            checked(value)
            if "?" in value:
                raise StoreError(f"found parameters in {name}; expected an address without them")
    return Endpoints(
        product,
        query,
        found[UPDATE_URL] or update,
        found[GRAPHS_URL] or graphs,
        tuple(parse_qsl(parts.query, keep_blank_values=True)),
        kind.union,
        kind.largest_update,
        kind.stand_ins,
        kind.puts_whole,
    )
