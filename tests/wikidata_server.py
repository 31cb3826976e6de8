"""A SPARQL server on this machine with data shaped like Wikidata's, and a proxy before it that misbehaves on demand.

All items and people are invented, but for the classes and properties of Wikidata and a few states.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DATA = """
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix s: <http://www.wikidata.org/entity/statement/> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# Two people of one name, of two states; the second one is a footballer of no known office.
wd:Q900000001 wdt:P31 wd:Q5 ; rdfs:label "Salem Al-Mansoori"@en, "سالم المنصوري"@ar, "Salem el-Mansouri"@fr ;
    skos:altLabel "سالم بن علي المنصوري"@ar, "S. Mansoori"@en ; wdt:P27 wd:Q159 ; wdt:P21 wd:Q6581097 ;
    wdt:P18 <http://commons.wikimedia.org/wiki/Special:FilePath/Salem%20Mansoori.jpg> ; p:P39 s:1, s:1d .
s:1 ps:P39 wd:Q900000010 ; pq:P580 "2020-01-15T00:00:00Z"^^xsd:dateTime ; wikibase:rank wikibase:NormalRank .
s:1d ps:P39 wd:Q900000011 ; pq:P580 "1950-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:rank wikibase:DeprecatedRank .
wd:Q900000002 wdt:P31 wd:Q5 ; rdfs:label "Salem Mansoori (footballer)"@en, "سالم المنصوري"@ar ; wdt:P27 wd:Q189 .
wd:Q900000010 wdt:P279 wd:Q7330070 ; wdt:P1001 wd:Q159 ;
    rdfs:label "minister of foreign affairs"@en, "وزير الخارجية"@ar .
wd:Q900000011 wdt:P279 wd:Q48352 ; wdt:P1001 wd:Q189 ; rdfs:label "king"@en .
wd:Q7330070 wdt:P279 wd:Q83307 .
# A redirect, and the item it leads to; Q900000009 was deleted: nothing is said of it.
wd:Q900000003 owl:sameAs wd:Q900000001 .
# A town that no table lists.
wd:Q900000004 wdt:P31 wd:Q515 ; rdfs:label "Dar Vidra"@en, "دار فيدرا"@ar ; wdt:P17 wd:Q189 ; wdt:P1082 400000 ;
    wdt:P625 "Point(-21.5 64.25)"^^geo:wktLiteral .
# States and a city of the tables.
wd:Q159 wdt:P31 wd:Q3624078 ; rdfs:label "Russia"@en, "روسيا"@ar ; wdt:P297 "RU" ; wdt:P298 "RUS" ; wdt:P36 wd:Q649 .
wd:Q189 wdt:P31 wd:Q3624078 ; rdfs:label "Iceland"@en, "آيسلندا"@ar ; skos:altLabel "بلاد الجليد"@ar ;
    wdt:P297 "IS" ; wdt:P298 "ISL" ; wdt:P36 wd:Q1764 .
wd:Q3624078 wdt:P279 wd:Q6256 .
wd:Q649 wdt:P31 wd:Q515 ; rdfs:label "Moscow"@en, "موسكو"@ar ; wdt:P17 wd:Q159 ; wdt:P1082 13000000 .
wd:Q1764 wdt:P31 wd:Q515 ; rdfs:label "Reykjavík"@en, "ريكيافيك"@ar ; wdt:P17 wd:Q189 ; wdt:P1082 140000 .
wd:Q58217 wdt:P31 wd:Q5 ; rdfs:label "Sergey Lavrov"@en, "سيرغي لافروف"@ar ; wdt:P27 wd:Q159 ; wdt:P21 wd:Q6581097 ;
    p:P39 s:2 .
s:2 ps:P39 wd:Q900000010 ; pq:P580 "2004-03-09T00:00:00Z"^^xsd:dateTime .
wd:Q900000005 wdt:P31 wd:Q5 ; rdfs:label "Nadia Vidra"@en, "نادية فيدرا"@ar ; wdt:P21 wd:Q6581072 ; p:P39 s:3 .
s:3 ps:P39 wd:Q900000010 ; pq:P580 "1999-02-01T00:00:00Z"^^xsd:dateTime ; pq:P582 "2004-03-09T00:00:00Z"^^xsd:dateTime .
wd:Q900000006 wdt:P31 wd:Q131569 ; rdfs:label "Treaty of Dar Vidra"@en, "معاهدة دار فيدرا"@ar ;
    wdt:P585 "2011-05-01T00:00:00Z"^^xsd:dateTime .
wd:Q58217 wdt:P19 wd:Q900000004 .
wd:Q159 wdt:P463 wd:Q900000007 .
wd:Q900000007 wdt:P31 wd:Q484652 ; rdfs:label "Northern Lights Union"@en, "اتحاد الشفق الشمالي"@ar .
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(data: str = DATA) -> Iterator[str]:
    """Serve ``data`` with `oxigraph serve`; yield the address of the endpoint."""
    port = free_port()
    program = Path(sys.executable).parent / "oxigraph"
    process = subprocess.Popen(
        [str(program), "serve", "--bind", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    base = f"http://127.0.0.1:{port}"
    request = urllib.request.Request(
        f"{base}/store?default", data.encode(), {"Content-Type": "text/turtle"}, method="PUT"
    )
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(request, timeout=10).close()
                break
            except (urllib.error.URLError, ConnectionError):
                assert process.poll() is None, "oxigraph ended"
                time.sleep(0.05)
        else:
            raise AssertionError("oxigraph does not answer")
        yield f"{base}/query"
    finally:
        process.terminate()
        process.wait(10)


class Proxy:
    """Hands requests to ``target``, but does first what stands in ``script``.

    Its entries are a status (429, 503), a pair of status and Retry-After, "hang" (no answer for a second), "garbage"
    (an answer that is no JSON), "cut" (half an answer), or "pass".
    """

    def __init__(self, target: str) -> None:
        self.target = target
        self.script: list[object] = []
        self.seen: list[tuple[str, bytes]] = []  # User-Agent and body
        self.inside = 0
        self.most_inside = 0
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                with proxy._lock:
                    proxy.seen.append((self.headers.get("User-Agent", ""), body))
                    proxy.inside += 1
                    proxy.most_inside = max(proxy.most_inside, proxy.inside)
                    step = proxy.script.pop(0) if proxy.script else "pass"
                try:
                    self._answer(step, body)
                except (BrokenPipeError, ConnectionResetError):
                    pass
                finally:
                    with proxy._lock:
                        proxy.inside -= 1

            def _answer(self, step: object, body: bytes) -> None:
                if isinstance(step, tuple | int):
                    status, after = step if isinstance(step, tuple) else (step, None)
                    self.send_response(status)
                    if after is not None:
                        self.send_header("Retry-After", str(after))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                    return
                if step == "hang":
                    time.sleep(2.5)
                    return
                headers = {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}
                try:
                    request = urllib.request.Request(proxy.target, body, headers)
                    with urllib.request.urlopen(request, timeout=30) as answer:
                        status, kind, data = answer.status, answer.headers["Content-Type"], answer.read()
                except urllib.error.HTTPError as error:
                    status, kind, data = error.code, "text/plain", error.read()
                if step == "garbage":
                    data = b"<html>Service is being updated</html>"
                if step == "cut":
                    data = data[: len(data) // 2]
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *arguments: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/sparql"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
