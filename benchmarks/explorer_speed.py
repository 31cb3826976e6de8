"""How long a person waits for the explorer, in a real browser before a server of its own.

    sifara serve --store many.store --port 7999 &
    python benchmarks/explorer_speed.py http://127.0.0.1:7999

Each thing is done five times, each time with another entity, event, article or period; the table has the median, the
longest, and the longest answer of the server among them. What counts as done: nothing is asked for any more, no sign
of waiting is seen, and the drawing stands. With --queries, each named query is asked once too. Needs Playwright
and Chromium (SIFARA_CHROMIUM=/path for another than Debian's).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

DESK = {"width": 1280, "height": 860}
STANDS = """() => !document.querySelector('.waiting') && !!document.querySelector('h1')
  && [...document.querySelectorAll('.drawing-status')].every(s => !s.textContent)"""
CALM = 0.1  # seconds without change; they are not counted


@dataclass
class Window:
    """A page of the browser, and what it waits for."""

    page: Any
    base: str
    pending: set[Any] = field(default_factory=set)
    started: dict[Any, float] = field(default_factory=dict)
    longest: float = 0.0

    def __post_init__(self) -> None:
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._answered)
        self.page.on("requestfailed", self._answered)

    def _asked(self, request: Any) -> None:
        self.pending.add(request)
        self.started[request] = time.perf_counter()

    def _answered(self, request: Any) -> None:
        self.pending.discard(request)
        if "/api/" in request.url:
            self.longest = max(self.longest, time.perf_counter() - self.started.get(request, time.perf_counter()))

    def wait(self, more: str = "() => true", limit: float = 120) -> float:
        """Wait until the page stands; return when that was."""
        since: float | None = None
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            good = not self.pending and self.page.evaluate(STANDS) and self.page.evaluate(more)
            now = time.perf_counter()
            since = (since or now) if good else None
            if since is not None and now - since > CALM:
                return since
            self.page.wait_for_timeout(10)
        raise TimeoutError(f"{self.page.url} does not stand after {limit} seconds")

    def show(self, page: str, /, **parameters: Any) -> None:
        """Go to a page without loading the explorer again."""
        self.page.evaluate("hash => { location.hash = hash }", f"#/{page}?{urlencode(parameters, doseq=True)}")

    def timed(self, act: Callable[[], object], more: str = "() => true") -> tuple[float, float]:
        """Do something; return the seconds until the page stands, and those of the slowest answer."""
        self.longest = 0.0
        begin = time.perf_counter()
        act()
        self.page.wait_for_timeout(5)  # until the change of the address is noticed
        return self.wait(more) - begin, self.longest


class Explorer:
    """What is measured, by name."""

    def __init__(self, browser: Any, base: str, times: int) -> None:
        self.browser, self.base, self.times = browser, base, times
        self.entities = [one["entity"] for one in self.api("entities", limit=100)["items"]]
        self.events = self.api("events", limit=100)["items"]
        self.documents = self.api("documents", limit=100)["items"]

    def api(self, name: str, **parameters: Any) -> Any:
        """Ask the server without the browser."""
        with urllib.request.urlopen(f"{self.base}/api/{name}?{urlencode(parameters)}", timeout=120) as answer:
            return json.load(answer)

    def window(self, name: str = "", **parameters: Any) -> Window:
        """Open a new window, with nothing remembered."""
        page = self.browser.new_context(viewport=DESK).new_page()
        window = Window(page, self.base)
        page.goto(f"{self.base}/#/{name}?{urlencode(parameters, doseq=True)}")
        window.wait()
        return window

    def measure(self, what: Callable[[int], tuple[float, float]]) -> tuple[float, float, float]:
        """Return median and longest of several times, and the longest answer of the server."""
        found = [what(number) for number in range(self.times)]
        seconds = [one for one, _ in found]
        return statistics.median(seconds), max(seconds), max(answer for _, answer in found)

    def fresh(self, name: str, paint: bool = False) -> Callable[[int], tuple[float, float]]:
        """Load the explorer at a page."""

        def load(_: int) -> tuple[float, float]:
            page = self.browser.new_context(viewport=DESK).new_page()
            window = Window(page, self.base)
            found = window.timed(lambda: page.goto(f"{self.base}/#/{name}?lang=ar"))
            if paint:
                script = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
                found = page.evaluate(script) / 1000, 0.0
            page.context.close()
            return found

        return load

    def opened(self, name: str, iris: list[str], start: str = "", **fixed: str) -> Callable[[int], tuple[float, float]]:
        """Open a page for each of ``iris`` from another page."""

        def show(number: int) -> tuple[float, float]:
            window = self.window(start)
            shown = f"() => location.hash.startsWith('#/{name}')"
            found = window.timed(lambda: window.show(name, iri=iris[number * 7 % len(iris)], **fixed), shown)
            window.page.context.close()
            return found

        return show

    def changed(self, page: str, changes: list[dict[str, str]]) -> Callable[[int], tuple[float, float]]:
        """Change the filters of a page that stands."""

        def change(number: int) -> tuple[float, float]:
            window = self.window(page)
            found = window.timed(lambda: window.show(page, **changes[number % len(changes)]))
            window.page.context.close()
            return found

        return change

    def key(self, number: int) -> tuple[float, float]:
        """Type the last letter of the beginning of a name, until a suggestion is seen."""
        window = self.window()
        box = window.page.get_by_role("combobox").first
        name = [one["label"]["ar"] for one in self.entities if one["label"].get("ar")][number * 7]
        box.type(name[:3])
        window.wait("() => !!document.querySelector('[role=option]')")
        before = "() => document.querySelector('[role=listbox]').childElementCount"
        window.page.evaluate("document.querySelector('[role=listbox]').replaceChildren()")
        found = window.timed(lambda: box.type(name[3:4] or " "), f"() => ({before})() > 0")
        window.page.context.close()
        return found

    def table(self) -> dict[str, Callable[[int], tuple[float, float]]]:
        """Return what is measured."""
        years = [{"from": f"{year}-01-01", "to": f"{year}-12-31"} for year in range(2012, 2017)]
        classes = [{"class": name} for name in ("Meeting", "Visit", "Sanction", "Accusation", "Aid")]
        entities = [one["iri"] for one in self.entities]
        return {
            "first paint": self.fresh("", paint=True),
            "first page complete": self.fresh(""),
            "network drawn, page loaded afresh": self.fresh("network"),
            "network of one entity": self.opened("network", entities),
            "letter typed to suggestion (150 ms pause in it)": self.key,
            "entity page": self.opened("entity", entities),
            "event page": self.opened("event", [one["iri"] for one in self.events]),
            "article page": self.opened("document", [one["document"]["iri"] for one in self.documents]),
            "list of articles": self.fresh("documents"),
            "search page": self.changed("search", [{"q": word} for word in ("روسيا", "رئيس", "وزير", "قطر", "لندن")]),
            "timeline": self.fresh("timeline"),
            "map": self.fresh("map"),
            "network: change of dates": self.changed("network", years),
            "network: filter by class": self.changed("network", classes),
            "timeline: change of dates": self.changed("timeline", years),
            "timeline: filter by class": self.changed("timeline", classes),
            "SPARQL: named query (who-met-whom)": self.changed("sparql", [{"name": "who-met-whom"}]),
        }


def main() -> None:
    """Measure and print a table."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--only", help="what has these letters in its name")
    parser.add_argument("--queries", action="store_true", help="ask each named query once, without the browser")
    given = parser.parse_args()
    chromium = os.environ.get("SIFARA_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        explorer = Explorer(browser, given.address.rstrip("/"), given.times)
        print(json.dumps(explorer.api("stats")))
        print("| what | median, s | longest, s | slowest answer of the server, s |\n| --- | --- | --- | --- |")
        for name, what in explorer.table().items():
            if not given.only or given.only in name:
                figures = explorer.measure(what)
                print(f"| {name} | " + " | ".join(f"{figure:.2f}" for figure in figures) + " |", flush=True)
        browser.close()
    if given.queries:
        for query in explorer.api("queries")["items"]:
            begin = time.perf_counter()
            try:
                explorer.api(f"queries/{quote(query['name'])}", limit=1000)
                said = ""
            except OSError as error:
                said = f" ({error})"
            print(f"| {query['name']} | {time.perf_counter() - begin:.2f}{said} |", flush=True)


if __name__ == "__main__":
    main()
