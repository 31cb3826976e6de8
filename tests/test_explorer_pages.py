"""Every page in both languages, light and dark, wide and narrow: whole, readable and without grave faults."""

from __future__ import annotations

import json
from typing import Any

import pytest

from explorer_browser import Sight
from serving import Running

PAGES: dict[str, dict[str, Any]] = {
    "": {},
    "search": {"q": "لافروف"},
    "network": {"iri": "id:Sergey_Lavrov"},
    "timeline": {"interval": "year"},
    "map": {},
    "documents": {},
    "document": {"iri": "id:doc/talks"},
    "entity": {"iri": "id:Sergey_Lavrov"},
    "event": {"iri": "?"},
    "sparql": {"name": "who-met-whom"},
}


def _parameters(name: str, site: Running) -> dict[str, Any]:
    if name == "event":
        return {"iri": site.api("events", **{"class": "Meeting"})["items"][-1]["iri"]}
    return PAGES[name]


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_on_a_desk(desk: Sight, site: Running, name: str, lang: str) -> None:
    page = desk.open(name, **_parameters(name, site), lang=lang)
    root = page.evaluate("[document.documentElement.lang, document.documentElement.dir, document.title]")
    assert root[:2] == [lang, "rtl" if lang == "ar" else "ltr"]
    assert ("سفارة" if lang == "ar" else "Sifara") in root[2]
    assert page.locator("h1").count() == 1
    assert page.locator(".failure").count() == 0
    assert desk.axe() == []


@pytest.mark.parametrize("lang", ["ar", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page_on_a_telephone(phone: Sight, site: Running, name: str, lang: str) -> None:
    page = phone.open(name, **_parameters(name, site), lang=lang)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert phone.axe() == []


def test_the_language_turns_and_the_view_stays(desk: Sight) -> None:
    page = desk.open("network", iri="id:Russia", **{"class": "Sanction"})
    page.get_by_role("button", name="English").click()
    desk.until("document.documentElement.dir === 'ltr'")
    desk.settle()
    assert (desk.parameter("iri"), desk.parameter("class")) == (["id:Russia"], ["Sanction"])
    assert page.locator("h1").text_content() == "Network"
    page.goto(desk.base)  # the choice is kept
    desk.settle()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_view_is_shared_by_its_address(desk: Sight) -> None:
    page = desk.open("network", iri="id:Sergey_Lavrov", **{"class": "Accusation"})
    drawn = page.locator(".drawing").get_attribute("data-drawn")
    assert drawn == "2"
    page.locator(".filters").get_by_label("إدانة").count()
    box = page.locator("input[data-key='class-Visit']")
    box.check()
    desk.until("document.querySelector('.drawing').dataset.drawn === '3'")
    assert desk.parameter("class") == ["Accusation", "Visit"]
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    desk.until("document.querySelector('.drawing')?.dataset.drawn === '3'")
    desk.settle()
    assert page.locator("input[data-key='class-Visit']").is_checked()


def test_brushing_filters_the_events(desk: Sight) -> None:
    page = desk.open("timeline", interval="month", lang="en")
    chart = page.locator(".chart")
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 100, steps=4)
    page.mouse.up()
    desk.until("location.hash.includes('from=') && location.hash.includes('to=')")
    assert desk.parameter("from")[0] < desk.parameter("to")[0]
    page.locator("rect.range").wait_for()


def test_the_map_lists_places_without_coordinates(desk: Sight, site: Running) -> None:
    page = desk.open("map")
    places = site.api("places")["items"]
    assert places
    assert page.locator(".places li").count() == len(places)
    known = [place for place in places if place["coordinates"]]
    assert page.locator(".world .place").count() == len(known)
    page.locator(".world .place").first.click()
    page.locator(".side .event").first.wait_for()


@pytest.mark.parametrize("word", ["PNG", "SVG", "CSV", "JSON-LD"])
@pytest.mark.parametrize("name", ["network", "timeline", "map"])
def test_what_is_seen_is_saved(desk: Sight, name: str, word: str) -> None:
    page = desk.open(name, **PAGES[name])
    page.locator(".menu summary").click()
    with page.expect_download() as waiting:
        page.locator(".menu-items button", has_text=word).click()
    path = waiting.value.path()
    data = path.read_bytes()
    if word == "PNG":
        assert data.startswith(b"\x89PNG")
        assert len(data) > 5000
    elif word == "SVG":
        text = data.decode()
        assert text.startswith("<svg")
        assert "base64" in text
        assert "سيرغي لافروف" in text if name == "network" else "<text" in text
    elif word == "CSV":
        lines = data.decode("utf-8-sig").splitlines()
        assert len(lines) > 1
        assert {line.count(",") >= lines[0].count(",") for line in lines[1:]} == {True} or "\n" in data.decode()
    else:
        graph = json.loads(data)
        assert graph["@context"]["@vocab"].startswith("https://w3id.org/sifara/")
        assert graph["@graph"]


def test_named_and_own_questions_are_answered(desk: Sight) -> None:
    page = desk.open("sparql", name="who-met-whom")
    page.locator(".answer table tbody tr").first.wait_for()
    assert page.locator("thead th").all_text_contents()[:3] == ["date", "a", "b"]
    page = desk.open("sparql", query='SELECT ?x WHERE { ?x rdfs:label "روسيا"@ar }')
    page.locator(".answer a", has_text="id:Russia").wait_for()
    page = desk.open("sparql", query="ASK { id:Russia a dip:Country }")
    page.get_by_text("نعم").wait_for()
