"""An index of the events of all documents: their blocks, the links between them, and the groups they are in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from sifara.database import open_database
from sifara.graph.canonical import Link
from sifara.graph.people import Stranger
from sifara.graph.tellings import Telling

_VERSION = 1  # of what is kept; another one makes all anew
_REMEMBERED = 30_000  # tellings in memory
_TABLES = """
CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS telling (event TEXT PRIMARY KEY, document TEXT, place TEXT, connected INTEGER, data TEXT);
CREATE INDEX IF NOT EXISTS telling_document ON telling (document);
CREATE TABLE IF NOT EXISTS block (name TEXT, event TEXT, PRIMARY KEY (name, event)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS link
    (event TEXT, other TEXT, points REAL, reasons TEXT, PRIMARY KEY (event, other)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS home (event TEXT PRIMARY KEY, canonical TEXT);
CREATE INDEX IF NOT EXISTS home_canonical ON home (canonical);
CREATE TABLE IF NOT EXISTS canonical (name TEXT PRIMARY KEY, lines TEXT);
CREATE TABLE IF NOT EXISTS person (document TEXT, folded TEXT, data TEXT);
CREATE INDEX IF NOT EXISTS person_document ON person (document);
CREATE INDEX IF NOT EXISTS person_folded ON person (folded);
CREATE TABLE IF NOT EXISTS people (folded TEXT PRIMARY KEY, lines TEXT);
CREATE TABLE IF NOT EXISTS touched (folded TEXT PRIMARY KEY);
"""
_NAMES = ("telling", "block", "link", "home", "canonical", "person", "people", "touched", "mark")


class TellingIndex:
    """The index, in a file of SQLite or in memory."""

    def __init__(self, file: Path | None) -> None:
        """Open ``file``; one that is of another version, or damaged, is made anew."""
        self._db = open_database(file, _TABLES, _VERSION)
        # It is derived: a power failure may cost it, as the mark then says that it is behind.
        self._db.execute("PRAGMA synchronous = OFF")
        self._load = lru_cache(maxsize=_REMEMBERED)(self._load_anew)

    def close(self) -> None:
        """Close the file."""
        self._db.commit()
        self._db.close()

    def mark(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name``, with everything before it, on disk."""
        self._db.execute("INSERT OR REPLACE INTO mark VALUES (?, ?)", (name, value))
        self._db.commit()

    def marked(self, name: str) -> str:
        """Return what is kept under ``name``, or ""."""
        row = self._db.execute("SELECT value FROM mark WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def clear(self) -> None:
        """Forget everything."""
        for name in _NAMES:
            self._db.execute(f"DELETE FROM {name}")
        self._db.commit()
        self._load.cache_clear()

    # --- Tellings -----------------------------------------------------------------------------------------------

    def add(self, telling: Telling) -> None:
        """Enter a telling, which is not connected yet."""
        blocks = telling.blocks()
        row = (telling.iri, telling.document, blocks[0] if blocks else "", _written(telling))
        self._db.execute("INSERT OR REPLACE INTO telling VALUES (?, ?, ?, 0, ?)", row)
        self._db.executemany("INSERT OR IGNORE INTO block VALUES (?, ?)", [(name, telling.iri) for name in blocks])
        self._load.cache_clear()

    def remove(self, event: str) -> None:
        """Take out an event with its links. What canonical event it was part of stays known."""
        telling = self.get(event)
        if telling is None:
            return
        self.unlink(event)
        names = [(name, event) for name in telling.blocks()]
        self._db.executemany("DELETE FROM block WHERE name = ? AND event = ?", names)
        self._db.execute("DELETE FROM telling WHERE event = ?", (event,))
        self._load.cache_clear()

    def get(self, event: str) -> Telling | None:
        """Return the telling with the IRI ``event``."""
        return self._load(event)

    def _load_anew(self, event: str) -> Telling | None:
        row = self._db.execute("SELECT data FROM telling WHERE event = ?", (event,)).fetchone()
        return _read(str(row[0])) if row else None

    def of_document(self, document: str) -> dict[str, Telling]:
        """Return the events of a document."""
        rows = self._db.execute("SELECT event, data FROM telling WHERE document = ?", (document,))
        return {str(event): _read(str(data)) for event, data in rows}

    def in_order(self, events: Iterable[str]) -> list[str]:
        """Return those of ``events`` that are known, so that such as share a block stand together."""
        found = []
        for event in events:
            row = self._db.execute("SELECT place, event FROM telling WHERE event = ?", (event,)).fetchone()
            if row:
                found.append((str(row[0]), str(row[1])))
        return [event for _, event in sorted(found)]

    def mates(self, event: str) -> set[str]:
        """Return the events that share a block with ``event``."""
        telling = self.get(event)
        names = telling.blocks() if telling is not None else []
        marks = ",".join("?" * len(names))
        return {str(row[0]) for row in self._db.execute(f"SELECT event FROM block WHERE name IN ({marks})", names)}

    # --- Links --------------------------------------------------------------------------------------------------

    def is_connected(self, event: str) -> bool:
        """Return whether the links of ``event`` are known."""
        row = self._db.execute("SELECT connected FROM telling WHERE event = ?", (event,)).fetchone()
        return bool(row and row[0])

    def connect(self, event: str, links: Iterable[Link]) -> None:
        """Enter all links of ``event``."""
        for found in links:
            for one, other in ((found.one, found.other), (found.other, found.one)):
                row = (one, other, found.points, " ".join(found.reasons))
                self._db.execute("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?)", row)
        self._db.execute("UPDATE telling SET connected = 1 WHERE event = ?", (event,))

    def unlink(self, event: str) -> None:
        """Forget the links of ``event``."""
        others = [(other, event) for other in self.neighbours(event)]
        self._db.executemany("DELETE FROM link WHERE event = ? AND other = ?", others)
        self._db.execute("DELETE FROM link WHERE event = ?", (event,))
        self._db.execute("UPDATE telling SET connected = 0 WHERE event = ?", (event,))

    def neighbours(self, event: str) -> set[str]:
        """Return the events that ``event`` has a link to."""
        return {str(row[0]) for row in self._db.execute("SELECT other FROM link WHERE event = ?", (event,))}

    def component(self, seeds: Iterable[str]) -> set[str]:
        """Return everything that links lead to from ``seeds``, and these themselves."""
        found = set(seeds)
        waiting = list(found)
        while waiting:
            new = self.neighbours(waiting.pop()) - found
            found |= new
            waiting += new
        return found

    def links(self, events: Iterable[str]) -> list[Link]:
        """Return the links between ``events``, each once."""
        found = []
        for event in sorted(events):
            query = "SELECT other, points, reasons FROM link WHERE event = ? AND other > ?"
            rows = self._db.execute(query, (event, event))
            found += [Link(points, event, other, tuple(reasons.split())) for other, points, reasons in rows]
        return found

    # --- Groups -------------------------------------------------------------------------------------------------

    def take_groups(self, events: Iterable[str]) -> list[str]:
        """Forget the canonical events that ``events`` were part of, and return their N-Quads."""
        homes = set()
        for event in events:
            row = self._db.execute("SELECT canonical FROM home WHERE event = ?", (event,)).fetchone()
            homes |= {str(row[0])} if row else set()
        taken = []
        for name in sorted(homes):
            taken += [str(row[0]) for row in self._db.execute("SELECT lines FROM canonical WHERE name = ?", (name,))]
            self._db.execute("DELETE FROM canonical WHERE name = ?", (name,))
            self._db.execute("DELETE FROM home WHERE canonical = ?", (name,))
        return taken

    def put_groups(self, lines: dict[str, str], homes: dict[str, str]) -> None:
        """Keep the N-Quads of canonical events, and the event that each telling is part of."""
        self._db.executemany("INSERT OR REPLACE INTO canonical VALUES (?, ?)", sorted(lines.items()))
        self._db.executemany("INSERT OR REPLACE INTO home VALUES (?, ?)", sorted(homes.items()))

    # --- People -------------------------------------------------------------------------------------------------

    def set_people(self, document: str, people: Iterable[Stranger]) -> None:
        """Keep whom a document names that no table lists."""
        old = self._db.execute("SELECT folded, data FROM person WHERE document = ?", (document,)).fetchall()
        new = [(p.folded, json.dumps([p.iri, p.label, sorted(p.offices)])) for p in people]
        if sorted(old) == sorted(new):
            return
        self._db.execute("DELETE FROM person WHERE document = ?", (document,))
        self._db.executemany("INSERT INTO person VALUES (?, ?, ?)", [(document, *row) for row in new])
        names = {(folded,) for folded, _ in old} | {(folded,) for folded, _ in new}
        self._db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", sorted(names))

    def take_touched_names(self) -> list[str]:
        """Return the folded names of people whose documents changed since the last time, and forget them."""
        names = [str(row[0]) for row in self._db.execute("SELECT folded FROM touched ORDER BY folded")]
        self._db.execute("DELETE FROM touched")
        return names

    def bearers(self, folded: str) -> tuple[str, list[Stranger]]:
        """Return the N-Quads kept for a folded name, and the people of that name."""
        row = self._db.execute("SELECT lines FROM people WHERE folded = ?", (folded,)).fetchone()
        found = []
        for (data,) in self._db.execute("SELECT DISTINCT data FROM person WHERE folded = ? ORDER BY data", (folded,)):
            name, label, offices = json.loads(data)
            found.append(Stranger(name, label, frozenset((role, of) for role, of in offices)))
        return (str(row[0]) if row else ""), found

    def put_people(self, folded: str, lines: str) -> None:
        """Keep the N-Quads for a folded name."""
        if lines:
            self._db.execute("INSERT OR REPLACE INTO people VALUES (?, ?)", (folded, lines))
        else:
            self._db.execute("DELETE FROM people WHERE folded = ?", (folded,))


_SETS = ("places", "topics", "strangers")
_MAPS = ("kin", "sorts", "shown")


def _written(telling: Telling) -> str:
    record = {name: getattr(telling, name) for name in Telling.__slots__}
    record["roles"] = {role: sorted(parties) for role, parties in sorted(telling.roles.items())}
    record |= {name: sorted(record[name]) for name in _SETS}
    record |= {name: dict(sorted(record[name].items())) for name in _MAPS}
    return json.dumps(record, ensure_ascii=False)


def _read(data: str) -> Telling:
    record = json.loads(data)
    record["roles"] = {role: frozenset(parties) for role, parties in record["roles"].items()}
    record |= {name: frozenset(record[name]) for name in _SETS}
    return Telling(**record)
