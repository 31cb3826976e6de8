"""Wicked data stays text, the policy of the server is kept even if it is stricter, and nobody else is asked."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from explorer_browser import Sight
from serving import ROOT, Running
from sifara.server import static

STRICT = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'self'"


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("", {}),
        ("entity", {}),
        ("network", {}),
        ("documents", {}),
        ("document", {}),
        ("timeline", {}),
        ("search", {"q": "شرير"}),
        ("search", {"q": "<img src=x onerror=alert(1)>"}),
    ],
)
def test_wicked_names_are_text(desk: Sight, site: Running, name: str, parameters: dict[str, Any]) -> None:
    opened: list[str] = []
    desk.page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    if name == "document":
        items = site.api("documents", limit=50)["items"]
        parameters = {"iri": next(one["document"]["iri"] for one in items if "passwd" in one["document"]["iri"])}
    if name == "entity":
        items = site.api("entities", limit=100)["items"]
        parameters = {
            "iri": next(
                one["entity"]["iri"] for one in items if one["entity"]["iri"].split("/id/")[1].startswith("evil")
            )
        }
    page = desk.open(name, **parameters)
    assert opened == []
    assert page.locator("#app script, #app img[src='x']").count() == 0
    if name in ("entity", "document"):
        assert "</script><script>alert(" in page.locator("h1").inner_text()


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("network", {"iri": "id:Russia"}),
        ("timeline", {}),
        ("map", {}),
        ("document", {"iri": "id:doc/talks"}),
        ("sparql", {"name": "who-met-whom"}),
    ],
)
def test_a_strict_policy_is_enough(desk: Sight, name: str, parameters: dict[str, Any]) -> None:
    """Under default-src 'self' all works; only styles that libraries write into the page may be refused."""

    def stricter(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": STRICT})

    desk.page.route(re.compile(r".*/(\?.*)?$"), stricter)
    page = desk.open(name, **parameters)
    assert page.locator(".failure").count() == 0
    if name in ("network", "document"):
        desk.until("document.querySelector('.drawing').dataset.drawn > 1")
    desk.wrong[:] = [one for one in desk.wrong if "style" not in one]


def test_the_build_holds_no_inline_script_and_no_eval() -> None:
    folder = static.folder(None)
    if folder is None:
        pytest.skip("the explorer is not built: run npm install && npm run build in explorer/")
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", index) == []
    assert not re.search(r"\son\w+=|<style|https?://", index)
    scripts = list(folder.glob("assets/*.js"))
    assert len(scripts) > 5
    for script in scripts:
        assert not re.search(r"\beval\(|\bnew Function\(", script.read_text(encoding="utf-8")), script.name


def test_versions_are_exact_and_no_registry_is_named() -> None:
    package = json.loads((ROOT / "explorer" / "package.json").read_text(encoding="utf-8"))
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert {name: version for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == {}
    assert not (ROOT / "explorer" / "package-lock.json").exists()


def test_no_markup_is_made_from_strings() -> None:
    for path in (ROOT / "explorer" / "src").rglob("*.ts"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc", text), path.name
