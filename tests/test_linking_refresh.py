"""The knowledge tables made anew from an endpoint, with a diff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from sifara.commands import knowledge
from sifara.linking import tables
from sifara.linking.cache import Cache
from sifara.linking.endpoint import Endpoint
from sifara.linking.refresh import Fresh, refresh
from sifara.linking.settings import Settings
from wikidata_server import Proxy, server


def row(name: str, **values: str) -> dict[str, str]:
    return {**dict.fromkeys(tables.COLUMNS[name], ""), **values}


OLD = {
    "countries": [
        row("countries", qid="Q159", iso2="RU", iso3="RUS", label_en="Russia", label_ar="روسيا", capital_qid="Q649"),
        row("countries", qid="Q189", iso2="XX", label_en="Iceland", label_ar="أيسلندا", demonym_ar="أيسلندي"),
    ],
    "cities": [row("cities", qid="Q649", label_en="Moscow", label_ar="موسكو", population="1", country_qid="Q159")],
    "organisations": [],
    "treaties": [row("treaties", qid="", label_en="Without an id", label_ar="بلا معرف")],
    "people": [
        row("people", qid="Q58217", label_en="Sergey Lavrov", label_ar="سيرغي لافروف", family_name_ar="لافروف"),
        row("people", qid="Q900000003", label_en="Salem Mansoori", label_ar="سالم منصوري"),
        row("people", qid="Q900000009", label_en="Nobody any more", label_ar="لا أحد"),
    ],
    "offices": [
        row(
            "offices",
            person_qid="Q58217",
            role="foreign_minister",
            country_qid="Q159",
            start="2003-01-01",
            title_ar="x",
        ),
        row("offices", person_qid="Q900000009", role="head_of_state", country_qid="Q189"),
    ],
}


@pytest.fixture(scope="module")
def wikidata() -> Iterator[str]:
    with server() as address:
        yield address


@pytest.fixture(scope="module")
def fresh(wikidata: str) -> Fresh:
    settings = Settings.load()
    return refresh(OLD, Endpoint(wikidata, Cache(None), settings, sleep=lambda seconds: None), since=1990)


def by_id(fresh: Fresh, name: str) -> dict[str, dict[str, str]]:
    return {row["qid"]: row for row in fresh.tables[name]}


def test_states_keep_their_names_and_get_codes(fresh: Fresh) -> None:
    iceland = by_id(fresh, "countries")["Q189"]
    assert iceland["label_ar"] == "أيسلندا"  # what people wrote stays
    assert iceland["demonym_ar"] == "أيسلندي"
    assert set(iceland["aliases_ar"].split("|")) == {"آيسلندا", "بلاد الجليد"}
    assert (iceland["iso2"], iceland["iso3"], iceland["capital_qid"]) == ("IS", "ISL", "Q1764")


def test_new_rows(fresh: Fresh) -> None:
    assert by_id(fresh, "cities")["Q900000004"]["label_ar"] == "دار فيدرا"
    assert by_id(fresh, "cities")["Q1764"]["is_capital"] == "1"
    assert by_id(fresh, "cities")["Q649"]["population"] == "13000000"
    assert by_id(fresh, "treaties")["Q900000006"]["year"] == "2011"
    assert by_id(fresh, "treaties")[""]["label_en"] == "Without an id"
    assert by_id(fresh, "organisations")["Q900000007"]["label_ar"] == "اتحاد الشفق الشمالي"
    nadia = by_id(fresh, "people")["Q900000005"]
    assert (nadia["gender"], nadia["family_name_ar"]) == ("f", "فيدرا")
    assert all(row["source"] for name in fresh.tables for row in fresh.tables[name] if row.get("qid") == "Q900000005")


def test_redirected_and_deleted_items(fresh: Fresh) -> None:
    people = by_id(fresh, "people")
    assert "Q900000009" not in people
    assert "Q900000003" not in people
    assert people["Q900000001"]["label_en"] == "Salem Mansoori"
    assert ("people", "Q900000003", "Salem Mansoori", "redirected", "qid", "Q900000003", "Q900000001") in fresh.changes
    assert any(change[:4] == ("people", "Q900000009", "Nobody any more", "removed") for change in fresh.changes)


def test_offices(fresh: Fresh) -> None:
    found = {(r["person_qid"], r["role"], r["country_qid"], r["start"], r["end"]) for r in fresh.tables["offices"]}
    assert ("Q58217", "foreign_minister", "Q159", "2004-03-09", "") in found
    assert ("Q900000005", "foreign_minister", "Q159", "1999-02-01", "2004-03-09") in found
    assert ("Q900000001", "foreign_minister", "Q159", "2020-01-15", "") in found
    assert not any(person == "Q900000009" for person, *_ in found)
    lavrov = next(r for r in fresh.tables["offices"] if r["person_qid"] == "Q58217")
    assert lavrov["title_ar"] == "x"


def test_tables_can_be_read_again(fresh: Fresh, tmp_path: Path) -> None:
    for name, columns in tables.COLUMNS.items():
        lines = ([row[column] for column in columns] for row in fresh.tables[name])
        tables.write(tmp_path / f"{name}.tsv", columns, lines)
        assert list(tables.rows(name, tmp_path)) == fresh.tables[name]


def test_what_cannot_be_asked_stays_as_it_was(wikidata: str) -> None:
    proxy = Proxy(wikidata)
    proxy.script = [503] * 1000
    settings = Settings.load()
    endpoint = Endpoint(proxy.address, Cache(None), settings, sleep=lambda seconds: None)
    try:
        fresh = refresh(OLD, endpoint)
    finally:
        proxy.close()
    assert fresh.problems
    assert fresh.tables == OLD
    assert fresh.changes == []


def test_the_command(wikidata: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "rows", lambda name, folder=None: iter([dict(row) for row in OLD[name]]))
    config = tmp_path / "c.yaml"
    config.write_text("pause: 0\n", encoding="utf-8")
    command = ["update", "--endpoint", wikidata, "--out", str(tmp_path / "out"), "--config", str(config)]
    result = CliRunner().invoke(knowledge.knowledge, command, catch_exceptions=False)
    assert result.exit_code == 0
    written = {file.name for file in (tmp_path / "out").iterdir()}
    assert written >= {"diff.tsv", *(f"{name}.tsv" for name in tables.COLUMNS)}
    assert "redirected" in (tmp_path / "out" / "diff.tsv").read_text(encoding="utf-8")
