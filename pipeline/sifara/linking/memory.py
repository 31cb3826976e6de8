"""What linking remembers between runs, in an SQLite file beside the store. All of it is derived, and may be deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from sifara.database import open_database
from sifara.linking.items import Case, Scene
from sifara.linking.scenes import Reading
from sifara.linking.wikidata import Facts

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (iri TEXT PRIMARY KEY, stamp TEXT NOT NULL, reading TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS names (name TEXT PRIMARY KEY, items TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS facts (qid TEXT PRIMARY KEY, facts TEXT NOT NULL);
"""


class Memory:
    """Documents as they were read, and what endpoints have told of names and items."""

    def __init__(self, file: Path | None) -> None:
        self._connection = open_database(file, _SCHEMA)

    def stamps(self) -> dict[str, str]:
        """Return the documents that are known, and the stamp each had."""
        return dict(self._connection.execute("SELECT iri, stamp FROM documents"))

    def put(self, reading: Reading, stamp: str) -> None:
        """Keep a document."""
        self._connection.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)", (reading.document, stamp, _dump(reading))
        )

    def forget(self, documents: Iterable[str]) -> None:
        """Forget documents that are gone."""
        self._connection.executemany("DELETE FROM documents WHERE iri = ?", [(name,) for name in documents])

    def readings(self) -> Iterator[Reading]:
        """Yield all documents, in the order of their IRIs."""
        for (text,) in self._connection.execute("SELECT reading FROM documents ORDER BY iri"):
            yield _load(text)

    def items_of(self, name: str) -> list[str] | None:
        """Return the items that bear ``name``, as an endpoint said; ``None`` if none was asked."""
        found = self._connection.execute("SELECT items FROM names WHERE name = ?", (name,)).fetchone()
        return json.loads(found[0]) if found is not None else None

    def put_names(self, found: dict[str, list[str]]) -> None:
        """Keep which items bear which names."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO names VALUES (?, ?)", [(name, json.dumps(items)) for name, items in found.items()]
        )
        self._connection.commit()

    def facts(self) -> dict[str, Facts]:
        """Return what is known of items from endpoints."""
        rows = self._connection.execute("SELECT qid, facts FROM facts ORDER BY qid")
        return {qid: _facts(json.loads(text)) for qid, text in rows}

    def put_facts(self, found: Iterable[Facts]) -> None:
        """Keep what an endpoint says of items."""
        rows = [(facts.qid, json.dumps(asdict(facts), ensure_ascii=False)) for facts in found]
        self._connection.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", rows)
        self._connection.commit()

    def close(self) -> None:
        """Bring everything to disk."""
        self._connection.commit()
        self._connection.close()


def _facts(said: dict[str, Any]) -> Facts:
    said["aliases"] = tuple(map(tuple, said["aliases"]))
    said["offices"] = tuple(map(tuple, said["offices"]))
    for name in ("classes", "instances", "countries"):
        said[name] = tuple(said[name])
    said["coordinates"] = tuple(said["coordinates"]) if said["coordinates"] is not None else None
    return Facts(**said)


def _dump(reading: Reading) -> str:
    scene = reading.scene
    value = {
        "document": reading.document,
        "day": scene.day.isoformat() if scene.day is not None else None,
        "countries": scene.countries,
        "own": scene.own,
        "states": sorted(scene.states) if scene.states is not None else None,
        "cases": [asdict(case) for case in reading.cases],
        "links": reading.links,
    }
    return json.dumps(value, ensure_ascii=False)


def _load(text: str) -> Reading:
    said = json.loads(text)
    day = date.fromisoformat(said["day"]) if said["day"] is not None else None
    states = frozenset(said["states"]) if said["states"] is not None else None
    cases = tuple(
        Case(
            case["entity"],
            case["type"],
            tuple(case["names"]),
            tuple((role, of) for role, of in case["offices"]),
            case["chosen"],
            case["country"],
            case["named"],
            tuple(case.get("doubts", ())),
        )
        for case in said["cases"]
    )
    return Reading(said["document"], Scene(day, said["countries"], said["own"], states), cases, said["links"])
