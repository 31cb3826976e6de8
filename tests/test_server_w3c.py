"""W3C's suites against the server that runs: SPARQL 1.1 Protocol, Graph Store HTTP Protocol, service description.

They lie beside the project, in ../shared/w3c or where $SIFARA_SHARED says; without them the tests skip.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.term import Node

from serving import ROOT, TOKEN, Answer, Running, running
from sifara.store import EmbeddedStore

SHARED = Path(os.environ.get("SIFARA_SHARED", ROOT.parent / "shared"))
SUITE = SHARED / "w3c" / "sparql" / "sparql11"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
_LABEL = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
CODES = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404, "BadRequest": 400}
MEDIA = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    },
    "RDF": {"text/turtle", "application/rdf+xml", "application/n-triples"},
}

pytestmark = pytest.mark.skipif(
    not SUITE.is_dir(), reason=f"the suites of W3C are not in {SUITE}; set SIFARA_SHARED to the folder that holds w3c"
)


def _load(name: str) -> Graph:
    graph = Graph()
    path = SUITE / name
    graph.parse(path, format="turtle", publicID=path.as_uri())
    return graph


def _cases(*names: str) -> list[object]:
    if not SUITE.is_dir():
        return []
    found = []
    for name in names:
        graph = _load(name)
        kinds = (MF.ProtocolTest, MF.GraphStoreProtocolTest, MF.ServiceDescriptionTest)
        tests = sorted({test for kind in kinds for test in graph.subjects(RDF.type, kind)}, key=str)
        found += [pytest.param(name, str(test), id=str(test).rpartition("#")[2]) for test in tests]
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("w3c") / "store"
    EmbeddedStore(folder).close()
    with running(folder, update=True) as found:
        yield found


def _requests(graph: Graph, test: Node) -> list[Node]:
    [connection] = graph.objects(test, MF.action)
    found: list[Node] = []
    for member in graph.objects(connection, HT.requests):
        found += list(Collection(graph, member))
    return found


def _headers(graph: Graph, node: Node) -> dict[str, str]:
    found = {}
    for member in graph.objects(node, HT.headers):
        for header in Collection(graph, member):
            name = str(graph.value(header, HT.fieldName)).lower()
            found[name] = str(graph.value(header, HT.fieldValue))
    return found


def _body(graph: Graph, node: Node) -> bytes | None:
    content = graph.value(node, HT.body)
    if content is None:
        return None
    encoding = str(graph.value(content, CNT.characterEncoding) or "UTF-8")
    return str(graph.value(content, CNT.chars)).encode(encoding)


def _status_fits(graph: Graph, response: Node, status: int) -> bool:
    for wanted in graph.objects(response, MF.expectedStatus):
        name = str(wanted).rpartition("#")[2]
        if name in CODES and CODES[name] == status:
            return True
        if name.startswith("StatusCode") and name[10] == str(status)[0]:
            return True
    return False


def _check(graph: Graph, response: Node, answer: Answer, base: str, places: dict[str, str]) -> None:
    wanted = sorted(str(s).rpartition("#")[2] for s in graph.objects(response, MF.expectedStatus))
    assert _status_fits(graph, response, answer.status), f"{answer.status}, not {wanted}: {answer.body!r}"
    if (form := graph.value(response, MF.expectedFormat)) is not None:
        assert answer.media in MEDIA[str(form)]
    if (truth := graph.value(response, MF.expectedBoolean)) is not None:
        assert answer.json["boolean"] is (str(truth) == "true")
    headers = _headers(graph, response)
    if "content-type" in headers:
        assert answer.media == headers["content-type"].partition(";")[0]
    if (place := graph.value(response, MF.expectedLocation)) is not None:
        places[str(place)] = answer.headers["location"]
    body = _body(graph, response)
    if body is not None:
        expected, found = Graph(), Graph()
        expected.parse(data=body.decode(), format="turtle", publicID=base)
        found.parse(data=answer.body.decode(), format="turtle", publicID=base)
        assert isomorphic(expected, found), found.serialize(format="turtle")


def _run(server: Running, name: str, test: str, prefix: tuple[str, str]) -> None:
    graph = _load(name)
    places: dict[str, str] = {}
    for data in graph.objects(URIRef(test), UT.graphData):
        iri, source = str(graph.value(data, _LABEL)), graph.value(data, UT.graph)
        text = Path(str(source).removeprefix("file://")).read_bytes()
        assert server.send(
            "PUT",
            f"/graph?graph={quote(iri, safe='')}",
            text,
            content_type="application/n-triples",
            authorization=f"Bearer {TOKEN}",
        ).status in (201, 204)
    for request in _requests(graph, URIRef(test)):
        path = str(graph.value(request, HT.absolutePath))
        for mark, place in places.items():
            path = path.replace(mark, place).removeprefix(server.url)
        if path.startswith(prefix[0]):
            path = prefix[1] + path.removeprefix(prefix[0])
        headers = _headers(graph, request) | {"authorization": f"Bearer {TOKEN}"}
        method = str(graph.value(request, HT.methodName))
        answer = server.send(method, path, _body(graph, request), **headers)
        response = graph.value(request, HT.resp)
        assert response is not None
        _check(graph, response, answer, server.url + path, places)


@pytest.mark.parametrize(("name", "test"), _cases("protocol/manifest.ttl"))
def test_protocol(server: Running, name: str, test: str) -> None:
    _run(server, name, test, ("/sparql/", "/sparql/"))


@pytest.mark.parametrize(
    ("name", "test"), _cases("graph-store-protocol/manifest-direct.ttl", "graph-store-protocol/manifest-indirect.ttl")
)
def test_graph_store(server: Running, name: str, test: str) -> None:
    for person in (1, 2, 3):  # each case expects to begin with an empty store
        for place in (f"http://www.example/gsp/person/{person}.ttl", f"{server.url}/graph/person/{person}.ttl"):
            server.send("DELETE", f"/graph?graph={quote(place, safe='')}", authorization=f"Bearer {TOKEN}")
    _run(server, name, test, ("/gsp", "/graph"))


@pytest.mark.parametrize(("name", "test"), _cases("service-description/manifest.ttl"))
def test_service_description(server: Running, name: str, test: str) -> None:
    answer = server.get("/sparql")
    assert answer.status == 200
    graph = Graph()
    graph.parse(data=answer.body.decode(), format="turtle")  # returns-rdf
    [service] = graph.subjects(RDF.type, SD.Service)
    case = test.rpartition("#")[2]
    if case == "has-endpoint-triple":
        assert (None, SD.endpoint, URIRef(f"{server.url}/sparql")) in graph
    elif case == "conforms-to-schema":
        [_] = graph.objects(service, SD.endpoint)
        terms = set(graph.predicates()) | set(graph.objects(None, RDF.type)) | set(graph.objects(service, SD.feature))
        languages = {"SPARQL10Query", "SPARQL11Query", "SPARQL11Update"}
        features = {"DereferencesURIs", "UnionDefaultGraph", "RequiresDataset", "EmptyGraphs", "BasicFederatedQuery"}
        properties = {
            "endpoint",
            "feature",
            "defaultEntailmentRegime",
            "entailmentRegime",
            "supportedLanguage",
            "graph",
        }
        properties |= {"resultFormat", "inputFormat", "defaultDataset", "defaultGraph", "namedGraph", "name"}
        known = {SD[n] for n in {"Service", "Dataset", "Graph", "NamedGraph"} | features | properties | languages}
        assert {term for term in terms if str(term).startswith(str(SD))} <= known
        assert set(graph.objects(service, SD.supportedLanguage)) <= {SD[n] for n in languages}
        for dataset in graph.objects(service, SD.defaultDataset):
            assert (dataset, RDF.type, SD.Dataset) in graph
            for part in graph.objects(dataset, SD.namedGraph):
                assert (part, RDF.type, SD.NamedGraph) in graph
                assert isinstance(graph.value(part, SD.name), URIRef)
    else:
        assert case == "returns-rdf"


def test_the_suites_are_whole() -> None:
    names = ("protocol/manifest.ttl", "service-description/manifest.ttl")
    assert [len(_cases(name)) for name in names] == [34, 3]
    stores = ("graph-store-protocol/manifest-direct.ttl", "graph-store-protocol/manifest-indirect.ttl")
    assert len(_cases(*stores)) == 14
