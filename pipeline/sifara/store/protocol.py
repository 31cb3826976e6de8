"""The SPARQL 1.1 Protocol and the Graph Store Protocol, over requests that SPARQLWrapper makes."""

from __future__ import annotations

import re
import tempfile
import urllib.request
from collections.abc import Iterable
from typing import IO, Any
from urllib.parse import quote, urlencode

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from sifara import __version__
from sifara.store.base import Answer
from sifara.store.endpoints import Endpoints
from sifara.store.failures import BrokenAnswer, RemoteError, RemoteQueryError, words
from sifara.store.transport import Response, Transport, shown

_AGENT = f"sifara/{__version__}"
_LONGEST_GET = 2_000  # characters of an encoded query; beyond some 4,000 to 8,000 servers answer 414
_TRIPLES = {"CONSTRUCT", "DESCRIBE"}
_ACCEPT_ROWS = "application/sparql-results+json"
_ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_MEMORY = 8 << 20  # bytes of a graph that is sent; more goes through a file
_RDF = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_ASK_OF_VIRTUOSO = b'"__ASK_RETVAL"'


class Protocol:
    """Questions, updates and whole graphs of one server."""

    def __init__(self, endpoints: Endpoints, transport: Transport) -> None:
        """Speak to ``endpoints`` through ``transport``."""
        self.endpoints = endpoints
        self._transport = transport

    def query(self, text: str) -> Answer:
        """Answer a query, which must be whole: it is checked to its end before anything of it is given away.

        :raises RemoteQueryError: if the server does not take the query.
        :raises RemoteError: and its kinds, if anything else goes wrong.
        """
        wrapper = self._wrapper()
        wrapper.setQuery(text)
        kind = str(wrapper.queryType)
        for name, value in self.endpoints.union:
            wrapper.addParameter(name, value)
        if len(quote(text)) > _LONGEST_GET:
            wrapper.setMethod("POST")
        wrapper.addCustomHttpHeader("Accept", _ACCEPT_TRIPLES if kind in _TRIPLES else _ACCEPT_ROWS)
        try:
            answer: Response = wrapper.query().response
        except RemoteError as error:
            if error.status == 400:
                raise RemoteQueryError("the server does not take this query", said=error.said) from None
            raise
        where = shown(self.endpoints.query)
        if answer.status == 404:
            raise RemoteError(f"{where} is not there (404)", status=404, said=words(answer.body, answer.media))
        if kind in _TRIPLES:
            return _as_answer(self._triples(answer))
        return self._rows(answer, where)

    def update(self, text: str) -> None:
        """Send an update, in one request.

        :raises RemoteError: and its kinds, if the server does not take it.
        """
        wrapper = self._wrapper()
        # Not setQuery: it would look for the kind of operation with patterns, in megabytes of data.
        wrapper.queryString, wrapper.queryType = text, "INSERT"
        wrapper.setMethod("POST")
        wrapper.setRequestMethod("postdirectly")
        wrapper.addCustomHttpHeader("Accept", "*/*")
        answer: Response = wrapper.query().response
        if answer.status == 404:
            where = shown(self.endpoints.update)
            raise RemoteError(f"{where} is not there (404)", status=404, said=words(answer.body, answer.media))

    def get(self, graph: NamedNode) -> list[Triple]:
        """Return the triples of ``graph``, none if it is not there, by GET.

        :raises RemoteError: and its kinds, if the server does not answer well.
        """
        request = self._graph_request(graph, "GET")
        request.add_header("Accept", _ACCEPT_TRIPLES)
        answer = self._transport.send(request)
        return [] if answer.status == 404 else self._triples(answer)

    def put(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        """Make ``triples`` all that ``graph`` holds, by one PUT, however many they are.

        :raises RemoteError: and its kinds, if the server does not take it.
        """
        request = self._graph_request(graph, "PUT")
        request.add_header("Content-Type", "text/turtle")  # N-Triples are Turtle, which every server reads
        with tempfile.SpooledTemporaryFile(_MEMORY) as body:
            write_triples(triples, body)
            answer = self._transport.send(request, body)
        if answer.status == 404:
            where = shown(request.full_url)
            raise RemoteError(f"{where} is not there (404)", status=404, said=words(answer.body, answer.media))

    def delete(self, graph: NamedNode) -> None:
        """Take ``graph`` away, if it is there, by DELETE.

        :raises RemoteError: and its kinds, if the server does not take it.
        """
        self._transport.send(self._graph_request(graph, "DELETE"))

    def _wrapper(self) -> Any:
        wrapper = _wrapper_class()(self.endpoints.query, updateEndpoint=self.endpoints.update, agent=_AGENT)
        wrapper.transport = self._transport
        wrapper.setOnlyConneg(True)
        wrapper.setTimeout(max(1, int(self._transport.patience.timeout)))
        for name, value in self.endpoints.parameters:
            wrapper.addParameter(name, value)
        return wrapper

    def _graph_request(self, graph: NamedNode, method: str) -> urllib.request.Request:
        assert self.endpoints.graphs is not None, "this store has no Graph Store Protocol"
        parameters = urlencode([("graph", graph.value), *self.endpoints.parameters])
        url = f"{self.endpoints.graphs}?{parameters}"
        return urllib.request.Request(url, method=method, headers={"User-Agent": _AGENT})

    def _triples(self, answer: Response) -> list[Triple]:
        form = _RDF.get(answer.media)
        if form is None:
            said = words(answer.body[:300], answer.media)
            found = answer.media or "no media type"
            raise BrokenAnswer(f"{shown(answer.url)} answered with {found}; expected triples", said=said)
        try:
            return [quad.triple for quad in parse(answer.body, format=form)]
        except SyntaxError as error:
            raise _broken(answer, str(error)) from None

    def _rows(self, answer: Response, where: str) -> QuerySolutions | QueryBoolean:
        body = answer.body
        if _ASK_OF_VIRTUOSO in body[:200]:
            body = b'{"head": {}, "boolean": %s}' % (b"true" if re.search(rb'"value": *"1"', body) else b"false")
        cause, count = _checked(body)
        if cause is not None:
            raise _broken(answer, cause)
        limit = str(answer.headers.get("X-SPARQL-MaxRows", ""))
        if limit.isdigit() and 0 < int(limit) <= count:
            raise RemoteError(f"{where} cuts answers after {limit} rows; ask for less, or raise its ResultSetMaxRows")
        return parse_query_results(body, format=QueryResultsFormat.JSON)


def write_triples(triples: Iterable[Triple], file: IO[bytes]) -> None:
    """Write ``triples`` as N-Triples."""
    serialize((Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples), file, RdfFormat.N_TRIPLES)


def _wrapper_class() -> type[Any]:
    """Return SPARQLWrapper, with its requests sent through a transport. It is imported late: it needs rdflib."""
    from SPARQLWrapper import SPARQLWrapper

    class Wrapper(SPARQLWrapper):  # type: ignore[misc, unused-ignore]
        transport: Transport

        def _query(self) -> tuple[Any, str]:
            return self.transport.send(self._createRequest()), str(self.returnFormat)

    return Wrapper


def _as_answer(triples: Iterable[Triple]) -> Answer:
    """Return triples as the answer of an embedded store would be."""
    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object) for t in triples)
    return store.query("CONSTRUCT WHERE { ?s ?p ?o }")


def _checked(body: bytes) -> tuple[str | None, int]:
    """Return what is wrong with an answer in JSON, if anything, and how many rows it has."""
    try:
        found = parse_query_results(body, format=QueryResultsFormat.JSON)
        return None, sum(1 for _ in found) if isinstance(found, QuerySolutions) else 0
    except (SyntaxError, ValueError) as error:
        return str(error), 0


def _broken(answer: Response, cause: str) -> BrokenAnswer:
    """Return what is wrong with a body that says 200 and is none: the server's last words are often the reason."""
    found = f"{shown(answer.url)} sent an answer that is not whole ({words(cause.encode())})"
    end = words(answer.body[-200:], "text/plain")
    return BrokenAnswer(f"{found}, as a limit of time on the server does; it ends", said=end)
