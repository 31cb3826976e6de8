"""Online linking against a real SPARQL server on this machine, behind a proxy that misbehaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions

from sifara.document import Annotated, Document, Entity, EntityLayer, Mention, Office, Sentence, Text
from sifara.errors import InputError
from sifara.graph import iri
from sifara.graph.validation import validate
from sifara.linking.cache import Cache
from sifara.linking.endpoint import Endpoint, EndpointError, Refused
from sifara.linking.links import Links
from sifara.linking.online import ask
from sifara.linking.settings import Settings
from sifara.linking.wikidata import describe, search
from sifara.store import EmbeddedStore
from test_linking_store import SYRIA, put
from wikidata_server import Proxy, server

TODAY = date(2026, 1, 2)
TEXT = "قال سالم المنصوري وزير الخارجية الروسي في دار فيدرا إن سوريا وآيسلندا صديقتان."


@pytest.fixture(scope="module")
def wikidata() -> Iterator[str]:
    with server() as address:
        yield address


@pytest.fixture
def proxy(wikidata: str) -> Iterator[Proxy]:
    one = Proxy(wikidata)
    yield one
    one.close()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def __call__(self) -> float:
        return self.now


def settings(**changes: object) -> Settings:
    values = {name: getattr(Settings.load(), name) for name in Settings.__slots__}
    return Settings(**{**values, "timeout": 1.0, **changes})


def endpoint(address: str, clock: Clock | None = None, cache: Cache | None = None, **changes: object) -> Endpoint:
    clock = clock or Clock()
    return Endpoint(
        address,
        cache if cache is not None else Cache(None),
        settings(**changes),
        sleep=clock.sleep,
        clock=clock,
        today=lambda: TODAY,
    )


SIMPLE = "SELECT ?x WHERE { VALUES ?x { 1 } }"


def document(name: str = "a") -> Annotated:
    man = Entity("سالم_المنصوري", "Person", "سالم المنصوري", listed=False)
    town = Entity("دار_فيدرا", "City", "دار فيدرا", listed=False)
    nowhere = Entity("Iceland", "Country", "آيسلندا", "Iceland", "Q189")
    russia = Entity("Russia", "Country", "روسيا", "Russia", "Q159")

    def mention(words: str, entity: Entity) -> Mention:
        start = TEXT.index(words)
        return Mention(start, start + len(words), (entity.id,), entity.type, "name", rule="name")

    mentions = (
        mention("سالم المنصوري", man),
        mention("الروسي", russia),
        mention("دار فيدرا", town),
        mention("سوريا", SYRIA),
        mention("آيسلندا", nowhere),
    )
    layer = EntityLayer(
        mentions,
        {entity.id: entity for entity in (man, town, SYRIA, nowhere, russia)},
        (Office(man.id, "ForeignMinister", "Russia", 4, 20),),
    )
    text = Text(Document(name, TEXT, date(2021, 5, 1)), (Sentence(0, 0, len(TEXT), ()),), ())
    return Annotated(text, layer, (), (), {"program": "1", "lexicon": "1"})


def links_of(store: EmbeddedStore) -> dict[str, str]:
    answer = store.query(f"SELECT ?x ?q WHERE {{ GRAPH <{iri.ID}graph/links> {{ ?x owl:sameAs ?q }} }}")
    assert isinstance(answer, QuerySolutions)
    return {row["x"].value.removeprefix(iri.ID): row["q"].value.rsplit("/", 1)[1] for row in answer}


def test_names_lead_to_items_and_redirects_to_their_targets(wikidata: str) -> None:
    found = search(endpoint(wikidata), ["سالم المنصوري", "Dar Vidra", 'a "name"\\', "لا أحد"])
    assert found["سالم المنصوري"] == ["Q900000001", "Q900000002"]
    assert found["Dar Vidra"] == ["Q900000004"]
    assert found['a "name"\\'] == found["لا أحد"] == []


def test_items_are_described(wikidata: str) -> None:
    found = describe(endpoint(wikidata), ["Q900000001", "Q900000003", "Q900000004", "Q900000009"])
    man, town = found["Q900000001"], found["Q900000004"]
    assert man.labels == {"ar": "سالم المنصوري", "en": "Salem Al-Mansoori"}  # and none in French
    assert ("ar", "سالم بن علي المنصوري") in man.aliases
    assert man.offices == (("ForeignMinister", "Q159", "2020-01-15", ""),)  # the deprecated statement is left out
    assert man.image.endswith("Salem%20Mansoori.jpg")
    assert town.coordinates == (64.25, -21.5)
    assert town.countries == ("Q189",)
    assert found["Q900000003"].redirect == "Q900000001"
    assert found["Q900000009"].deleted
    assert not man.deleted
    assert man.day == "2026-01-02"


def test_an_open_name_is_linked_and_enriched(wikidata: str) -> None:
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, document())
        links.update()
        assert links_of(store) == {}
        done = ask(links, endpoint(wikidata))
        assert done.problems == []
        assert done.left == 0
        links.update()
        assert links_of(store) == {"سالم_المنصوري": "Q900000001", "دار_فيدرا": "Q900000004"}
        about = f"ASK {{ GRAPH <{iri.ENTITIES_GRAPH}> {{ %s }} }}"
        for pattern in (
            "id:دار_فيدرا <http://www.w3.org/2003/01/geo/wgs84_pos#lat> 64.25",
            'id:دار_فيدرا skos:prefLabel "Dar Vidra"@en',
            "id:سالم_المنصوري <http://xmlns.com/foaf/0.1/depiction> ?image",
            "id:سالم_المنصوري dip:holds ?t . ?t dip:role dip:ForeignMinister ; dip:of id:Russia ; dip:since ?since",
            f"?r dcterms:subject id:دار_فيدرا ; dcterms:source <{wikidata}> ; dcterms:date ?day",
        ):
            assert store.query(about % pattern), pattern
        assert validate(store).violations == 0
        assert links.update().changed == 0


def test_nothing_is_asked_twice(proxy: Proxy, tmp_path: Path) -> None:
    with EmbeddedStore() as store, Links(store, None) as links, Cache(tmp_path / "c") as cache:
        put(store, document())
        links.update()
        assert ask(links, endpoint(proxy.address, cache=cache)).requests == len(proxy.seen) > 1
        assert ask(links, endpoint(proxy.address, cache=cache)).requests == 0
    with EmbeddedStore() as store, Links(store, None) as links, Cache(tmp_path / "c") as cache:
        put(store, document())
        links.update()
        assert ask(links, endpoint(proxy.address, cache=cache)).requests == 0  # another store, the same questions


def test_a_run_that_was_interrupted_is_taken_up(proxy: Proxy, tmp_path: Path) -> None:
    folder = tmp_path / "s"

    class Stop(Exception):
        pass

    def interrupt(line: str) -> None:
        raise Stop

    with EmbeddedStore(folder) as store:
        put(store, document())
        with Links(store, folder) as links, Cache(folder / "c") as cache:
            links.update()
            names = links.open_names()
            with pytest.raises(Stop):
                ask(links, endpoint(proxy.address, cache=cache, batch=1), say=interrupt)
        first = [body for _, body in proxy.seen]
        assert len(first) == 1
        with Links(store, folder) as links, Cache(folder / "c") as cache:
            done = ask(links, endpoint(proxy.address, cache=cache, batch=1))
            assert done.names == len(names) - 1
            links.update()
        assert links_of(store)["سالم_المنصوري"] == "Q900000001"
    bodies = [body for _, body in proxy.seen]
    assert len(bodies) == len(set(bodies))


@pytest.mark.parametrize("trouble", [429, 500, 502, 503, 504, "garbage", "cut", "hang"])
def test_trouble_that_passes(proxy: Proxy, trouble: object) -> None:
    proxy.script = [trouble, trouble]
    clock = Clock()
    rows, day = endpoint(proxy.address, clock).ask(SIMPLE)
    assert [row["x"] for row in rows] == ["1"]
    assert day == "2026-01-02"
    assert len(proxy.seen) == 3
    assert clock.slept[0] == 2.0
    assert 4.0 in clock.slept  # longer each time


def test_retry_after_is_kept_to(proxy: Proxy) -> None:
    proxy.script = [(429, 17), (503, 40)]
    clock = Clock()
    endpoint(proxy.address, clock).ask(SIMPLE)
    assert [pause for pause in clock.slept if pause > 1] == [17.0, 40.0]


def test_retry_after_as_a_moment(proxy: Proxy) -> None:
    proxy.script = [(503, format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True))]
    clock = Clock()
    endpoint(proxy.address, clock).ask(SIMPLE)
    assert 50 < clock.slept[0] <= 60


def test_a_wait_that_is_too_long_ends_the_run(proxy: Proxy) -> None:
    proxy.script = [(429, 86400)]
    asked = endpoint(proxy.address)
    with pytest.raises(EndpointError, match="86400 seconds"):
        asked.ask(SIMPLE)
    assert asked.hopeless


def test_trouble_that_stays(proxy: Proxy) -> None:
    proxy.script = [503] * 100
    asked = endpoint(proxy.address, tries=3, give_up=2)
    with EmbeddedStore() as store, Links(store, None) as links:
        put(store, document())
        links.update()
        done = ask(links, asked)
        assert done.problems
        assert "503" in done.problems[0]
        assert len(proxy.seen) <= 2 * 3
        links.update()  # and everything else goes on
        assert links_of(store) == {}
        proxy.script = []
        assert ask(links, endpoint(proxy.address)).left == 0


def test_a_bad_query_is_not_sent_again(proxy: Proxy) -> None:
    with pytest.raises(Refused):
        endpoint(proxy.address).ask("SELECT nonsense")
    assert len(proxy.seen) == 1


def test_politeness(proxy: Proxy) -> None:
    clock = Clock()
    asked = endpoint(proxy.address, clock, user_agent="Tester/1.0 (tests@example.org)", pause=3.0)
    for number in range(3):
        asked.ask(f"SELECT ?x WHERE {{ VALUES ?x {{ {number} }} }}")
    assert {agent for agent, _ in proxy.seen} == {"Tester/1.0 (tests@example.org)"}
    assert proxy.most_inside == 1
    assert clock.slept == [3.0, 3.0]


def test_old_answers_are_asked_for_again(proxy: Proxy) -> None:
    cache = Cache(None)
    endpoint(proxy.address, cache=cache).ask(SIMPLE)
    later = Endpoint(proxy.address, cache, settings(keep_days=10), today=lambda: TODAY + timedelta(days=11))
    assert later.ask(SIMPLE)[1] == "2026-01-13"
    assert len(proxy.seen) == 2


def test_settings(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("pause: 5\nuser_agent: Me/1\n", encoding="utf-8")
    assert Settings.load(file).pause == 5
    assert Settings.load(file).user_agent == "Me/1"
    assert Settings.load(file).tries == Settings.load().tries
    for bad in ("speed: 1", "pause: fast", "pause: -1", "- 1", "user_agent: 3"):
        file.write_text(bad, encoding="utf-8")
        with pytest.raises(InputError, match=r"expected|cannot be read"):
            Settings.load(file)
    with pytest.raises(InputError, match="http"):
        Endpoint("ftp://example.org", Cache(None))
