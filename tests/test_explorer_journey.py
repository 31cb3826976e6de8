"""From a name in the search box to the sentence that tells the event, and back to the network."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import NamedNode

from explorer_browser import Sight, sight
from handmade import ENTITIES, TEXT, sentences
from serving import running
from sifara.document import Annotated, Argument, Document, Entity, EntityLayer, Event, Evidence, Text
from sifara.graph import iri
from sifara.graph.quads import all_quads
from sifara.server import static
from sifara.store import EmbeddedStore


def test_from_search_to_the_sentence_and_back(desk: Sight) -> None:
    page = desk.open()
    assert page.evaluate("document.documentElement.dir") == "rtl"
    page.get_by_role("combobox", name="شخص أو دولة أو منظمة").fill("لافرو")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    desk.until("document.querySelector('h1')?.textContent.includes('سيرغي لافروف')")
    desk.settle()
    assert page.get_by_text("Q58217").get_attribute("href") == "http://www.wikidata.org/entity/Q58217"

    page.get_by_role("link", name="في الشبكة").click()
    desk.until("document.querySelector('.drawing')?.dataset.drawn > 1")
    desk.settle()
    page.get_by_text("الشبكة جدولا").click()
    row = page.locator(".as-table tr", has_text="الولايات المتحدة").filter(has_text="اتهام").first
    row.get_by_role("button").click()
    sentence = page.locator(".side .sentence a[href*='doc/talks&']").first
    sentence.wait_for()
    assert "بالتصعيد" in (sentence.text_content() or "")

    sentence.click()
    desk.until("!!document.querySelector('.article .trigger[aria-current]')")
    desk.settle()
    assert page.locator(".article .trigger[aria-current]").text_content() == "اتهم"
    assert page.locator(".article .argument").all_text_contents()[-1] == "الولايات المتحدة"
    assert page.locator(".card.chosen").count() == 1
    assert page.locator(".article").inner_text().split() == TEXT.split()

    # Another word of the text chooses another event, its card and its edge.
    page.locator(".article .trigger", has_text="التقى").click()
    desk.until("document.querySelector('.article .trigger[aria-current]')?.textContent === 'التقى'")
    assert page.locator(".card.chosen .date").text_content() == "19 مايو 2021"
    page.go_back()
    desk.until("location.hash.startsWith('#/network')")


def test_the_drawing_leads_to_the_text(desk: Sight) -> None:
    page = desk.open("document", iri="id:doc/talks")
    desk.until("document.querySelector('.drawing')?.dataset.drawn > 1")
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    hit = False
    for part in range(1, 20):  # somewhere on the line through the middle of the drawing there is something
        page.mouse.click(box["x"] + box["width"] * part / 20, box["y"] + box["height"] / 2)
        if hit := bool(desk.parameter("event")):
            break
    assert hit
    page.locator(".article .trigger[aria-current], .article .now").first.wait_for()


def test_the_event_page_tells_everything(desk: Sight) -> None:
    page = desk.open("search", q="ريكيافيك", type="event")
    page.locator(".event header a").first.click()
    page.locator(".telling").first.wait_for()
    shown = page.locator("main").inner_text()
    told = "لقاء|أنتوني بلينكن|سيرغي لافروف|ريكيافيك|19 مايو 2021|مستنتج|meeting.entry|وكالة مثال"
    for words in told.split("|"):
        assert words in shown
    assert page.locator("mark.trigger").first.text_content() == "التقى"


def test_keys_alone_suffice(desk: Sight) -> None:
    page = desk.open("timeline")
    page.locator(".chart .bar").first.wait_for()
    page.locator(".chart .bar[tabindex='0']").focus()
    page.keyboard.press("ArrowLeft")  # on to the next moment, which in Arabic is to the left
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")
    desk.until("location.hash.includes('from=')")
    assert desk.parameter("from")[0][:4] in label
    desk.settle()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == label
    page.keyboard.press("Escape")
    desk.until("!location.hash.includes('from=')")

    page = desk.open("network", iri="id:Russia")
    page.locator("button.skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_offsets_count_code_points(browser: Any, tmp_path: Path) -> None:
    """Signs beyond the basic plane take two units in JavaScript; the marks must not slip."""
    text = "😀𝔸 التقى بوتين 😀 وروسيا."

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    parties = ("participant", "P", *at("بوتين"), "x"), ("participant", "Russia", *at("روسيا"), "x")
    evidence = Evidence(0, 0, len(text), *at("التقى"), "x", "y")
    event = Event("Meeting", tuple(Argument(*party) for party in parties), (evidence,))
    entities = {"P": Entity("P", "Person", "بوتين"), "Russia": ENTITIES["Russia"]}
    read = Text(Document("signs", text, date(2020, 1, 1)), sentences(text), ())
    layer = EntityLayer((), entities, ())
    found = Annotated(read, layer, (), (event,), {"program": "0.1.0", "lexicon": "abc"})
    with EmbeddedStore(tmp_path / "store") as store:
        store.replace(NamedNode(iri.document("signs")), all_quads(found))
    if static.folder(None) is None:
        pytest.skip("the explorer is not built: run npm install && npm run build in explorer/")
    with running(tmp_path / "store") as server:
        for window in sight(browser, server):
            told = server.api("events")["items"][0]["iri"]
            page = window.open("document", iri="id:doc/signs", event=told)
            assert page.locator(".article .trigger").all_text_contents() == ["التقى"]
            assert page.locator(".article .argument").all_text_contents() == ["بوتين", "روسيا"]
            assert page.locator(".article").inner_text() == text
            # The first letter is not Arabic, the text is.
            assert page.evaluate("getComputedStyle(document.querySelector('.article')).direction") == "rtl"
