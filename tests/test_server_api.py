"""The JSON API over a store of four documents, one of which is wicked."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from handmade import TEXT
from serving import EVIL, EVIL_ID, ROOT, TOKEN, Running, make_store, running, until
from sifara.graph import iri
from sifara.server.spans import days
from sifara.server.words import match

ID = iri.ID
LAVROV, BLINKEN, RUSSIA, AMERICA = (
    ID + name for name in ("Sergey_Lavrov", "Antony_Blinken", "Russia", "United_States")
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(make_store(tmp_path_factory.mktemp("api") / "store")) as found:
        yield found


def _iris(items: list[dict[str, Any]], key: str = "entity") -> list[str]:
    return [item[key]["iri"] for item in items]


def test_stats(server: Running) -> None:
    stats = server.api("stats")
    counted = {name: stats[name] for name in ("documents", "events", "dated", "publishers", "first", "last")}
    assert counted == {
        "documents": 4,
        "events": 16,
        "dated": 5,
        "publishers": 2,
        "first": "2021-01-01",
        "last": "2021-12-31",
    }


@pytest.mark.parametrize("query", ["لافروف", "لافرو", "سِيرْغِي لافروف", "lavrov", "SERGEY", "سيرغى", "لافروف سيرغي"])
def test_entities_are_found_by_any_spelling(server: Running, query: str) -> None:
    assert _iris(server.api("search", q=query)["items"]) == [LAVROV]


@pytest.mark.parametrize("query", ["وزاره الخارجيه", "الوزارة خارجية", "خارجي روسية"])
def test_the_article_does_not_matter(server: Running, query: str) -> None:
    assert _iris(server.api("search", q=query)["items"]) == [ID + "Russian_Foreign_Ministry"]


def test_search_ranks_exact_names_first_and_narrows(server: Running) -> None:
    assert server.api("search", q="رو")["items"][0]["matched"] == "روسيا"
    assert _iris(server.api("search", q="ايس", **{"class": "Country"})["items"]) == [ID + "Iceland"]
    assert server.api("search", q="ايس", **{"class": "Person"})["total"] == 0
    assert server.api("search", q="روسي", **{"class": "Actor"})["total"] == 2
    assert server.api("search", q="evil")["items"][0]["entity"]["iri"] == iri.entity(EVIL_ID)
    assert _iris(server.api("search", q="لقاء", type="document")["items"], "document") == [
        ID + f"doc/talks{end}" for end in ("-3", "-2", "")
    ]
    assert {item["class"] for item in server.api("search", q="عقوبات", type="event")["items"]} == {
        "Extension",
        "Sanction",
    }


EVIL_HAS = {"entity": 1, "document": 1, "event": 0}  # the word OR is in a name and a title
PLAIN = {"entity": 1, "document": 0, "event": 4}


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "* OR", "' OR 1=1 --", '") UNION SELECT', "NEAR(", "%", "_", "\u0652", "*", "-روسيا"]
)
def test_search_takes_nothing_for_an_operator(server: Running, query: str) -> None:
    for kind in ("entity", "document", "event"):
        expected = PLAIN[kind] if "روسيا" in query else EVIL_HAS[kind] if "OR" in query else 0
        assert server.api("search", q=query, type=kind)["total"] == expected


def test_entity(server: Running) -> None:
    found = server.api("entity", iri=BLINKEN)
    assert found["label"] == {"ar": "أنتوني بلينكن", "en": "Antony Blinken"}
    assert (found["class"], found["classes"]) == ("Person", ["Person", "Actor", "Entity"])
    assert found["aliases"] == ["بلينكن"]
    assert found["country"]["iri"] == AMERICA
    assert found["wikidata"] == "http://www.wikidata.org/entity/Q7821917"
    [office] = found["offices"]
    assert (office["role"], office["of"]["iri"]) == ("ForeignMinister", AMERICA)
    places = [(place["document"]["id"], TEXT[place["start"] : place["end"]]) for place in office["documents"]]
    assert ("talks", "وزير الخارجية الأمريكي") in places
    assert len(places) == 4
    assert found["counts"]["by_class"] == {"Meeting": 2, "PhoneCall": 2, "Summit": 1}
    assert found["counts"]["events"] == sum(found["counts"]["by_class"].values()) == 5
    america = server.api("entity", iri="id:United_States")
    assert [(h["role"], h["person"]["iri"], h["documents"]) for h in america["holders"]] == [
        ("ForeignMinister", BLINKEN, 4)
    ]
    assert BLINKEN in [member["iri"] for member in america["members"]["items"]]
    assert server.api("entity", iri=ID + "Reykjavík")["coordinates"] == {"lat": 64.15, "lon": -21.95}


def test_contacts(server: Running) -> None:
    found = {item["entity"]["iri"]: item for item in server.api("contacts", iri=LAVROV)["items"]}
    assert set(found) == {BLINKEN, AMERICA, ID + "Iceland"}
    accused = found[AMERICA]
    assert {name: accused[name] for name in ("events", "documents", "sources", "classes", "out", "in", "mutual")} == {
        "events": 3, "documents": 3, "sources": 2, "classes": {"Accusation": 3}, "out": 3, "in": 0, "mutual": 0,
    }  # fmt: skip
    assert server.api("contacts", iri=AMERICA, **{"class": "Accusation"})["items"][0]["in"] == 3


def test_event(server: Running) -> None:
    [summary] = server.api("events", **{"class": "Sanction", "document": ID + "doc/talks"})["items"]
    found = server.api("event", iri=summary["iri"])
    assert (found["class"], found["status"], found["document"]["id"]) == ("Sanction", "Actual", "talks")
    assert found["date"] == {
        "value": "2021-04",
        "precision": "month",
        "from": "2021-04-01",
        "to": "2021-04-30",
        "basis": "Stated",
    }
    assert [(a["role"], a["entity"]["iri"], TEXT[a["start"] : a["end"]], a["rule"]) for a in found["arguments"]] == [
        ("agent", AMERICA, "الولايات المتحدة", "subject"),
        ("target", RUSSIA, "روسيا", "prep:على"),
    ]
    [evidence] = found["evidence"]
    assert (
        TEXT[evidence["sentence"]["start"] : evidence["sentence"]["end"]]
        == evidence["sentence"]["text"]
        == summary["sentence"]
    )
    assert (evidence["trigger"]["words"], evidence["frame"], evidence["rule"]) == ("فرضت", "sanction.entry", "vso")
    assert (found["program_version"], found["lexicon_version"]) == ("0.1.0", "abc")
    [statement] = server.api("events", **{"class": "Statement", "document": ID + "doc/talks"})["items"]
    said = server.api("event", iri=statement["iri"])
    assert (said["content"], said["attributed_to"]["iri"], said["date"]) == (
        "لن نتراجع",
        ID + "Russian_Foreign_Ministry",
        None,
    )
    [extension] = server.api("events", **{"status": "Planned", "document": "id:doc/talks"})["items"]
    planned = server.api("event", iri=extension["iri"])
    assert (planned["until"], planned["duration"]) == ("2026", "P5Y")


def test_document(server: Running) -> None:
    found = server.api("document", iri=ID + "doc/talks")
    assert (found["text"], found["length"], found["publisher"]) == (TEXT, len(TEXT), "وكالة مثال")
    assert [TEXT[m["start"] : m["end"]] for m in found["mentions"]] == [m["words"] for m in found["mentions"]]
    assert found["mentions"][0]["entities"][0]["iri"] == BLINKEN
    assert len(found["events"]) == 7
    assert [event["evidence"][0]["start"] for event in found["events"]] == sorted(
        e["evidence"][0]["start"] for e in found["events"]
    )
    assert found["offices"][0]["person"]["iri"] == BLINKEN


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({}, 16),
        ({"class": "Meeting"}, 3),  # with the summit
        ({"class": ["Summit", "Visit"]}, 3),
        ({"status": "Planned"}, 2),
        ({"actor": LAVROV}, 9),
        ({"entity": [LAVROV, BLINKEN]}, 2),
        ({"country": "id:Iceland"}, 4),  # visits, and talks in its capital
        ({"publisher": "صحيفة أخرى"}, 1),
        ({"from": "2021-05"}, 3),  # the summit of that year among them
        ({"from": "2021-05", "to": "2021-05-18"}, 1),
        ({"to": "2021-04-15"}, 3),
        ({"when": "document", "from": "2021-06"}, 8),
        ({"min_confidence": "0.95"}, 13),
        ({"q": "عقوبات روسيا"}, 4),
        ({"between": [LAVROV, AMERICA]}, 3),
        ({"document": "id:doc/none"}, 0),
        ({"class": "Meeting", "status": "Negated"}, 0),
    ],
)
def test_filters(server: Running, filters: dict[str, Any], count: int) -> None:
    found = server.api("events", **filters)
    assert found["total"] == len(found["items"]) == count
    if "between" not in filters:
        assert server.api("timeline", **filters)["total"] == count
        assert server.api("facets", **filters)["total"] == count


def test_pages_are_parts_of_the_whole(server: Running) -> None:
    whole = [event["iri"] for event in server.api("events")["items"]]
    pages = [
        event["iri"] for offset in range(0, 16, 5) for event in server.api("events", limit=5, offset=offset)["items"]
    ]
    assert pages == whole
    assert len(set(whole)) == 16
    for name in ("entities", "documents", "places"):
        everything = server.api(name)
        assert server.api(name, limit=1, offset=1)["items"] == everything["items"][1:2]
        assert everything["total"] == len(everything["items"])


def test_timeline(server: Running) -> None:
    found = server.api("timeline", interval="month", by="class")
    assert (found["total"], found["undated"]) == (16, 11)
    assert [(b["period"], b["precision"], b["events"], b["split"]) for b in found["buckets"]] == [
        ("2021", "year", 1, {"Summit": 1}),
        ("2021-04", "month", 2, {"Sanction": 2}),
        ("2021-05", "month", 2, {"Meeting": 2}),
    ]
    published = server.api("timeline", interval="day", when="document")
    assert [(b["period"], b["events"]) for b in published["buckets"]] == [
        ("2021-05-20", 7),
        ("2021-06-01", 7),
        ("2021-06-02", 1),
    ]
    assert published["undated"] == 1


def test_facets(server: Running) -> None:
    facets = server.api("facets")["facets"]
    assert {item["value"]: item["count"] for item in facets["status"]} == {"Actual": 14, "Planned": 2}
    assert facets["publisher"][0] == {"value": "وكالة مثال", "count": 14}
    assert facets["actor"][0]["entity"]["label"]["en"] == "Sergey Lavrov"
    for name in ("class", "status", "publisher", "actor", "country"):
        for item in facets[name]:
            assert server.api("events", **{name: item["value"]})["total"] >= item["count"]


def test_neighbourhood(server: Running) -> None:
    found = server.api("neighbourhood", iri=RUSSIA)
    assert _named(found["nodes"]) == {"Russia": 0, "United_States": 1, "New_START": 1}
    edges = {(e["source"], e["target"]): e for e in found["edges"]}
    assert set(edges) == {(AMERICA, RUSSIA), (RUSSIA, ID + "New_START")}
    assert edges[AMERICA, RUSSIA]["classes"] == {"Sanction": 2}
    further = server.api("neighbourhood", iri=RUSSIA, depth=2)
    assert _named(further["nodes"])["Sergey_Lavrov"] == 2
    assert not further["truncated"]
    assert server.api("neighbourhood", iri=RUSSIA, depth=2, limit=3)["truncated"]
    assert len(server.api("neighbourhood", limit=2)["nodes"]) == 2


def test_neighbourhood_of_several_sources(server: Running) -> None:
    found = server.api("neighbourhood", min_sources=2)
    assert [(e["source"], e["target"], e["sources"], e["directed"]) for e in found["edges"]] == [
        (LAVROV, AMERICA, 2, True)
    ]
    assert server.api("neighbourhood", min_sources=2, **{"class": "Meeting"})["edges"] == []
    met = server.api("neighbourhood", **{"class": "Meeting", "iri": BLINKEN})
    assert {(e["directed"], tuple(e["classes"])) for e in met["edges"]} == {(False, ("Meeting",)), (False, ("Summit",))}


def _named(nodes: list[dict[str, Any]]) -> dict[str, int]:
    return {node["iri"].removeprefix(ID): node["depth"] for node in nodes}


def test_places(server: Running) -> None:
    found = server.api("places")
    assert {(item["entity"]["iri"], item["events"]) for item in found["items"]} == {
        (ID + "Reykjavík", 2),
        (ID + "Iceland", 2),
    }
    assert all(item["coordinates"] for item in found["items"])


def test_ontology_and_queries(server: Running) -> None:
    ontology = server.api("ontology")
    summit = next(c for c in ontology["event_classes"] if c["name"] == "Summit")
    assert (summit["parent"], summit["label"]) == ("Meeting", {"ar": "قمة", "en": "summit"})
    assert {"agent", "attributedTo"} <= {role["name"] for role in ontology["roles"]}
    queries = server.api("queries")["items"]
    assert queries
    for query in queries:
        found = server.api(f"queries/{query['name']}", limit=2)
        assert found["name"] == query["name"]
        if found["kind"] == "select":
            assert len(found["rows"]) == min(2, found["total"])
            assert all(len(row) == len(found["columns"]) for row in found["rows"])
    with_actor = next(query for query in queries if "actor" in query["variables"])
    narrow = server.api(f"queries/{with_actor['name']}", **{"var.actor": "id:Sergey_Lavrov"})
    assert 0 < narrow["total"] < server.api(f"queries/{with_actor['name']}")["total"]


@pytest.mark.parametrize(
    "value",
    [
        "> } DROP ALL #",
        '" } SERVICE <http://127.0.0.1/> {} #',
        "<x:a> } #",
        "id:a b>c",
        "\\u003e",
        "'''",
        "id:" + "a" * 1500,
    ],
)
def test_values_of_named_queries_are_values(server: Running, value: str) -> None:
    query = next(query for query in server.api("queries")["items"] if "actor" in query["variables"])
    answer = server.get(f"/api/queries/{query['name']}", **{"var.actor": value})
    assert answer.status in (200, 400)
    if answer.status == 200:
        assert answer.json["total"] == 0


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("events?limit=0", 400),
        ("events?limit=1001", 400),
        ("events?limit=1&limit=2", 400),
        ("events?limit=٣", 400),
        ("events?offset=-1", 400),
        ("events?class=Nothing", 400),
        ("events?from=2021-13", 400),
        ("events?from=2021-02-30", 400),
        ("events?min_confidence=2", 400),
        ("events?min_confidence=nan", 400),
        ("events?colour=red", 400),
        ("events?between=id:Russia", 400),
        ("events?actor=no%20iri", 400),
        ("events?actor=" + "x" * 3000, 400),
        ("events?" + "&".join(f"class=Meeting&actor=x:{n}" for n in range(60)), 400),
        ("neighbourhood?depth=3", 400),
        ("neighbourhood?iri=id:Nobody", 404),
        ("entity", 400),
        ("entity?iri=id:Nobody", 404),
        ("entity?iri=%00", 400),
        ("event?iri=id:event/none", 404),
        ("document?iri=id:doc/none", 404),
        ("document?iri=id:graph/entities", 404),
        ("queries/none", 404),
        ("queries/..%2F..%2Fpyproject", 404),
        ("contacts?iri=id:Nobody", 404),
        ("nothing", 404),
        ("", 404),
    ],
)
def test_errors_are_problems(server: Running, path: str, status: int) -> None:
    answer = server.send("GET", "/api/" + quote(path, safe="/?=&%:"))
    assert (answer.status, answer.media) == (status, "application/problem+json")
    assert answer.json["status"] == status


def test_wicked_data_are_data(server: Running) -> None:
    [document] = server.api("documents", q="script")["items"]
    assert document["document"]["id"] == "../../etc/passwd<script>"
    assert document["document"]["title"] == EVIL.replace("\0", "")
    for path in ("/api/entities", "/api/events", "/api/neighbourhood", "/api/facets", "/api/documents"):
        answer = server.get(path)
        assert b"<" not in answer.body
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    names = {item["entity"]["label"]["ar"] for item in server.api("entities")["items"]}
    assert EVIL.replace("\0", "") in names
    found = server.api("document", iri=document["document"]["iri"])
    evil = found["events"][0]["arguments"][-1]["entity"]
    assert server.api("entity", iri=evil["iri"])["label"]["ar"] == EVIL.replace("\0", "")
    assert server.api("event", iri=found["events"][0]["iri"])["class"] == "Summit"


def test_etag(server: Running) -> None:
    for path in ("/api/stats", "/api/entity?iri=id:Russia", "/api/document?iri=id:doc/talks", "/api/ontology"):
        first = server.send("GET", path)
        again = server.send("GET", path, if_none_match=f'"x", W/{first.headers["etag"]}')
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert server.send("GET", path, if_none_match='"x"').status == 200


def test_head_and_preflight(server: Running) -> None:
    head = server.send("HEAD", "/api/stats")
    assert (head.status, head.body) == (200, b"")
    options = server.send("OPTIONS", "/api/stats", origin="https://example.org", access_control_request_method="GET")
    assert options.status == 204
    assert options.headers["access-control-allow-origin"] == "*"


def test_the_index_follows_the_store(tmp_path: Path) -> None:
    with running(make_store(tmp_path / "store"), update=True) as server:
        before = server.get("/api/stats")
        new = ID + "event/new"
        talks = f"<{ID}doc/talks>"
        done = server.update(
            f"""INSERT DATA {{ GRAPH {talks} {{ <{new}> a dip:Event, dip:Meeting ; dip:reportedIn {talks} ;
            dip:status dip:Actual ; dip:date "not a date", "2022-01-01"^^xsd:date ; dip:confidence "much" ;
            dip:participant id:Russia , id:Nowhere , "words" , [] }} }} ;
            INSERT DATA {{ id:Odd a dip:Person, dip:Entity ; rdfs:label 7 , [] . id:Bare a dip:Person }}"""
        )
        assert done.status == 204, done.body
        assert until(lambda: server.get("/api/stats").headers["etag"] != before.headers["etag"])
        assert server.api("stats")["events"] == before.json["events"] + 1
        assert server.api("entity", iri="id:Bare")["label"] == {"ar": None, "en": "Bare"}
        assert server.api("event", iri=new)["arguments"]
        assert server.get("/health").json["version"] == server.api("stats")["version"]
        assert server.update("DROP ALL").status == 204
        assert until(lambda: server.api("stats")["quads"] == 0)
        assert server.api("neighbourhood")["nodes"] == []
        assert (
            server.api("facets")["total"]
            == server.api("timeline")["total"]
            == server.api("search", q="a")["total"]
            == 0
        )


def test_an_index_that_is_tidied_away_is_made_again(tmp_path: Path) -> None:
    with running(make_store(tmp_path / "store")) as server:
        before = server.api("stats")
        [folder] = tmp_path.glob("sifara-index-*")
        shutil.rmtree(folder)
        assert until(lambda: server.get("/api/stats").status == 200)
        assert server.api("stats") == before


def test_the_description_is_complete(server: Running) -> None:
    described = yaml.safe_load((ROOT / "pipeline/sifara/server/openapi.yaml").read_text("utf-8"))
    assert server.get("/api/openapi.json").json == json.loads(json.dumps(described))
    assert described["openapi"].startswith("3.1")
    from sifara.server.app import _API

    routes = {"/api" + route.path for route in _API}
    assert routes == {path for path in described["paths"] if path.startswith("/api")}
    for path, item in described["paths"].items():
        if not path.startswith("/api") or path in ("/api/openapi.json", "/api/queries/{name}"):
            continue
        # Every parameter that is described is known: it gets another error, or none.
        names = [_resolved(described, parameter)["name"] for parameter in item["get"].get("parameters", ())]
        answer = server.get(path, unknown="1")
        assert answer.status == 400
        if names:
            assert (
                f"expected {', '.join(sorted(names))}" in answer.json["detail"]
                or "found no iri" in answer.json["detail"]
            )


PATHS = (
    "stats", "ontology", "search?q=a", "entities", "entity?iri=id:Antony_Blinken", "contacts?iri=id:Russia", "places",
    "events", "documents", "document?iri=id:doc/talks", "neighbourhood", "timeline?by=class", "facets", "queries",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(server: Running, path: str) -> None:
    described = yaml.safe_load((ROOT / "pipeline/sifara/server/openapi.yaml").read_text("utf-8"))
    operation = described["paths"]["/api/" + path.partition("?")[0]]["get"]
    response = _resolved(described, operation["responses"]["200"])
    _fits(described, response["content"]["application/json"]["schema"], server.send("GET", "/api/" + path).json, path)


def test_an_event_is_as_described(server: Running) -> None:
    described = yaml.safe_load((ROOT / "pipeline/sifara/server/openapi.yaml").read_text("utf-8"))
    for event in server.api("events")["items"]:
        _fits(described, {"$ref": "#/components/schemas/Event"}, server.api("event", iri=event["iri"]), "event")


TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None),
    "boolean": bool,
}  # fmt: skip


def _fits(described: dict[str, Any], schema: dict[str, Any], value: Any, at: str) -> None:
    """Check ``value`` against what the description uses of JSON Schema."""
    schema = _resolved(described, schema)
    for part in schema.get("allOf", ()):
        _fits(described, part, value, at)
    if "enum" in schema:
        assert value in schema["enum"], at
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        assert any(isinstance(value, TYPES[kind]) for kind in kinds), f"{at}: {value!r}"
    if isinstance(value, dict):
        missing = set(schema.get("required", ())) - set(value)
        assert not missing, f"{at}: {missing}"
        for name, part in schema.get("properties", {}).items():
            if name in value:
                _fits(described, part, value[name], f"{at}/{name}")
    if isinstance(value, list) and "items" in schema and "anyOf" not in schema["items"]:
        for item in value:
            _fits(described, schema["items"], item, f"{at}[]")


def _resolved(described: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in node:
        for key in node["$ref"].removeprefix("#/").split("/"):
            described = described[key]
        return described
    return node


def test_days_and_words() -> None:
    assert days("2023-02") == ("2023-02-01", "2023-02-28")
    assert [days(bad) for bad in ("", "0000", "2023-00", "2023-02-29", "2023-2", "٢٠٢٣", "2023-02-01T00:00")] == [
        None
    ] * 7
    assert match("\u064b \u200f") is None
    assert TOKEN not in str(match(TOKEN))
