"""A browser before the explorer of a real server; fixtures for the tests of the explorer.

Debian's Chromium is used (or that of ``SIFARA_CHROMIUM``). Tests are skipped where it, Playwright or the built
explorer is missing.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from serving import ROOT, Running, make_store, running
from sifara.server import static

AXE = ROOT / "explorer" / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 860}
#: What axe calls these must not be there.
GRAVE = ("serious", "critical")


@dataclass
class Sight:
    """A page of the explorer, and what went wrong on it."""

    page: Any
    base: str
    wrong: list[str] = field(default_factory=list)

    def open(self, name: str = "", /, **parameters: Any) -> Any:
        """Go to a page of the explorer and wait until it stands; returns the page of Playwright."""
        self.page.goto(f"{self.base}/#/{name}?{urlencode(parameters, doseq=True)}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing is asked for any more and no sign of waiting is seen."""
        self.page.wait_for_load_state("networkidle")
        self.until("!document.querySelector('.waiting') && !!document.querySelector('h1')")
        self.until("[...document.querySelectorAll('.drawing-status')].every(s => !s.textContent)")

    def until(self, expression: str, seconds: float = 10) -> None:
        """Wait until an expression of JavaScript holds. (Playwright's own way needs eval, which the page forbids.)"""
        end = time.monotonic() + seconds
        while not self.page.evaluate(f"!!({expression})"):
            assert time.monotonic() < end, f"{expression} does not come true; address: {self.page.url}; {self.wrong}"
            self.page.wait_for_timeout(50)

    def parameter(self, name: str) -> list[str]:
        """Return the values of a parameter of the address."""
        found: list[str] = self.page.evaluate(
            "name => new URLSearchParams(location.hash.split(/\\?(.*)/s)[1]).getAll(name)", name
        )
        return found

    def axe(self) -> list[str]:
        """Return the grave findings of axe-core; skips the test where it is not installed."""
        if not AXE.is_file():
            pytest.skip("axe-core is missing: run npm install in explorer/")
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{one['id']} ({one['impact']}): {one['help']}: {node['html'][:160]} {node['failureSummary'][:200]}"
            for one in found["violations"]
            if one["impact"] in GRAVE
            for node in one["nodes"][:3]
        ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if static.folder(None) is None:
        pytest.skip("the explorer is not built: run npm install && npm run build in explorer/")
    with running(make_store(tmp_path_factory.mktemp("explorer") / "store")) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    chromium = os.environ.get("SIFARA_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    if not Path(chromium).is_file():
        pytest.skip("there is no Chromium: apt-get install chromium, or set SIFARA_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


def sight(browser: Any, site: Running, **options: Any) -> Iterator[Sight]:
    """Open a fresh window; at its end nothing may have been written to the console or asked of others."""
    context = browser.new_context(**{"viewport": DESK, "accept_downloads": True, **options})
    found = Sight(context.new_page(), site.url)
    local = (site.url, "blob:", "data:")
    found.page.on("pageerror", lambda error: found.wrong.append(f"error: {error}"))
    found.page.on(
        "console",
        lambda said: found.wrong.append(f"console: {said.text}") if said.type in ("error", "warning") else None,
    )
    found.page.on(
        "request", lambda asked: None if asked.url.startswith(local) else found.wrong.append(f"asked: {asked.url}")
    )
    found.page.set_default_timeout(15_000)
    yield found
    context.close()
    assert found.wrong == []


@pytest.fixture
def desk(browser: Any, site: Running) -> Iterator[Sight]:
    """A window on a desk."""
    yield from sight(browser, site)


@pytest.fixture
def phone(browser: Any, site: Running) -> Iterator[Sight]:
    """A window on a telephone, in the dark."""
    yield from sight(browser, site, viewport=PHONE, color_scheme="dark", has_touch=True)
