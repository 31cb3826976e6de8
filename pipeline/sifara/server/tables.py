"""Makes the index of a store: ``python -m sifara.server.tables STORE FILE``.

It reads the store by property, and so takes only what it needs. What does not have the form that the builder writes (a
label that is no literal, an event without a document) is left out: a store written over HTTP may hold anything.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from sifara.graph import iri
from sifara.graph.terms import DCTERMS, LABEL, NIF, OWL, SKOS, TYPE, dip, nif
from sifara.graph.vocabulary import ENTITY_ANCESTORS, ENTITY_CLASSES, EVENTS
from sifara.server import confine
from sifara.server.spans import days
from sifara.server.version import version
from sifara.server.words import fold, indexed
from sifara.store.snapshot import open_snapshot

_ROLES = ("participant", "agent", "target", "object", "place", "topic", "attributedTo")


class _Builder:
    def __init__(self, store: Store, database: sqlite3.Connection) -> None:
        self.store = store
        self.database = database
        self.entities: dict[str, int] = {}
        self.documents: dict[str, int] = {}
        self.events: dict[str, int] = {}

    def pairs(self, name: NamedNode) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every quad with the property ``name``, both as they are spelled."""
        for quad in self.store.quads_for_pattern(None, name, None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                yield quad.subject.value, quad.object.value

    def first(self, name: NamedNode) -> dict[str, str]:
        """Return the least object of each subject."""
        found: dict[str, str] = {}
        for subject, value in self.pairs(name):
            found[subject] = min(value, found.get(subject, value))
        return found

    def commonest(self, name: NamedNode) -> dict[str, str]:
        """Return the object that most graphs give each subject."""
        counts = Counter(self.pairs(name))
        return dict(sorted(counts, key=lambda pair: (counts[pair], pair)))

    def of_class(self, name: str) -> Iterator[str]:
        """Yield the subjects of a class; one may come several times."""
        for quad in self.store.quads_for_pattern(None, TYPE, dip(name), None):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value

    def build(self) -> None:
        """Fill all tables."""
        self._entities()
        self._documents()
        self._events()
        self._roles()
        self._mentions()
        self._counts()

    def _entities(self) -> None:
        classes: dict[str, str] = {}
        # The most special class of an entity wins: of Organization and Party, Party.
        for name in sorted(ENTITY_CLASSES, key=lambda name: (len(ENTITY_ANCESTORS[name]), name)):
            classes.update(dict.fromkeys(self.of_class(name), name))
        labels: dict[tuple[str, str], str] = {}
        names: set[tuple[str, str, int]] = set()
        for prop, alias in ((LABEL, 0), (NamedNode(SKOS + "altLabel"), 1)):
            for quad in self.store.quads_for_pattern(None, prop, None, None):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    subject, text, language = quad.subject.value, quad.object.value, quad.object.language or ""
                    if subject in classes:
                        names.add((subject, text, alias))
                        key = (subject, language.partition("-")[0])
                        if not alias and (key not in labels or text < labels[key]):
                            labels[key] = text
        same = {s: o for s, o in sorted(self.pairs(NamedNode(OWL + "sameAs"))) if o.startswith(iri.WIKIDATA)}
        listed = self.first(dip("listed"))
        self.entities = {subject: number for number, subject in enumerate(sorted(classes), 1)}
        countries = self.commonest(dip("country"))
        self.database.executemany(
            "INSERT INTO entities (id, iri, ar, en, class, country, wikidata, listed) VALUES (?,?,?,?,?,?,?,?)",
            (
                (
                    number,
                    subject,
                    labels.get((subject, "ar")),
                    labels.get((subject, "en")) or labels.get((subject, "")),
                    classes[subject],
                    self.entities.get(countries.get(subject, "")),
                    same.get(subject),
                    listed.get(subject) == "true",
                )
                for subject, number in self.entities.items()
            ),
        )
        for row, (subject, text, alias) in enumerate(sorted(names), 1):
            self.database.execute(
                "INSERT INTO names (rowid, entity, name, folded, alias) VALUES (?,?,?,?,?)",
                (row, self.entities[subject], text, fold(text), alias),
            )
            self.database.execute("INSERT INTO found_names (rowid, folded) VALUES (?,?)", (row, indexed(text)))

    def _documents(self) -> None:
        wanted = sorted(set(self.of_class("Document")))
        self.documents = {subject: number for number, subject in enumerate(wanted, 1)}
        values = {name: self.first(NamedNode(DCTERMS + name)) for name in ("identifier", "title", "date", "publisher")}
        for subject, number in self.documents.items():
            title, publisher = values["title"].get(subject), values["publisher"].get(subject)
            name = values["identifier"].get(subject) or subject.rpartition("/")[2]
            self.database.execute(
                "INSERT INTO documents (id, iri, identifier, title, date, publisher, source) VALUES (?,?,?,?,?,?,?)",
                (
                    number,
                    subject,
                    name,
                    title,
                    values["date"].get(subject),
                    publisher,
                    f"p:{publisher}" if publisher else f"d:{subject}",
                ),
            )
            self.database.execute(
                "INSERT INTO found_titles (rowid, folded) VALUES (?,?)", (number, indexed(f"{title or ''} {name}"))
            )

    def _events(self) -> None:
        classes: dict[str, str] = {}
        for name in sorted(EVENTS, key=lambda name: len(EVENTS[name].ancestors)):
            classes.update(dict.fromkeys(self.of_class(name), name))
        names = ("reportedIn", "status", "confidence", "date", "dateBasis", "until", "sameEventAs", "evidence")
        values = {name: self.first(dip(name)) for name in names}
        told: dict[str, tuple[str | None, str]] = {
            row[0]: (row[1], row[2]) for row in self.database.execute("SELECT iri, date, source FROM documents")
        }
        rows = []
        for subject in sorted(classes):
            document = values["reportedIn"].get(subject)
            if document not in self.documents:
                continue  # canonical events, and what nobody tells
            self.events[subject] = number = len(self.events) + 1
            date, day = values["date"].get(subject), told[document][0]
            covered, published = days(date or ""), days(day or "")
            sentence, position = self._sentence(values["evidence"].get(subject))
            canonical = values["sameEventAs"].get(subject)
            rows.append(
                (
                    number,
                    subject,
                    classes[subject],
                    values["status"].get(subject, "").removeprefix(iri.DIP),
                    _number(values["confidence"].get(subject)),
                    date if covered else None,
                    *(covered or (None, None)),
                    values["dateBasis"].get(subject, "").removeprefix(iri.DIP) or None,
                    values["until"].get(subject),
                    self.documents[document],
                    day if published else None,
                    *(published or (None, None)),
                    told[document][1],
                    canonical,
                    canonical or subject,
                    sentence,
                    position,
                )
            )
            if sentence:
                self.database.execute(
                    "INSERT INTO found_sentences (rowid, folded) VALUES (?,?)", (number, indexed(sentence))
                )
        self.database.executemany(f"INSERT INTO events VALUES ({','.join('?' * 19)})", rows)

    def _sentence(self, evidence: str | None) -> tuple[str | None, int]:
        """Return the sentence that ``evidence`` lies in, or its own words, and where it begins."""
        if evidence is None:
            return None, 0
        node = NamedNode(evidence)
        for quad in self.store.quads_for_pattern(node, nif("sentence"), None, None):
            if isinstance(quad.object, NamedNode):
                node = quad.object
        words, begin = None, 0
        for quad in self.store.quads_for_pattern(node, None, None, None):
            if isinstance(quad.object, Literal):
                if quad.predicate.value == NIF + "anchorOf":
                    words = quad.object.value
                elif quad.predicate.value == NIF + "beginIndex" and quad.object.value.isdigit():
                    begin = int(quad.object.value)
        return words, begin

    def _roles(self) -> None:
        by_event: dict[int, set[tuple[str, int]]] = {}
        for role in _ROLES:
            for subject, value in self.pairs(dip(role)):
                if subject in self.events and value in self.entities:
                    by_event.setdefault(self.events[subject], set()).add((role, self.entities[value]))
        classes = dict(self.database.execute("SELECT id, class FROM events"))
        for number, found in sorted(by_event.items()):
            self.database.executemany(
                "INSERT INTO roles VALUES (?,?,?)", [(number, role, entity) for role, entity in sorted(found)]
            )
            self.database.executemany(
                "INSERT INTO pairs VALUES (?,?,?,?)", sorted((number, *p) for p in _links(classes[number], found))
            )

    def _mentions(self) -> None:
        found = {
            (self.documents[subject], self.entities[value])
            for subject, value in self.pairs(dip("mentions"))
            if subject in self.documents and value in self.entities
        }
        self.database.executemany("INSERT INTO mentions VALUES (?,?)", sorted(found))
        counts: dict[int, int] = {}
        for subject, value in self.pairs(dip("entity")):
            if "#mention=" in subject and value in self.entities:
                counts[self.entities[value]] = counts.get(self.entities[value], 0) + 1
        self.database.executemany(
            "UPDATE entities SET mentions = ? WHERE id = ?", [(count, entity) for entity, count in counts.items()]
        )
        role, of = self.first(dip("role")), self.first(dip("of"))
        told: dict[str, set[str]] = {}
        for tenure, document in self.pairs(dip("reportedIn")):
            if tenure in role:
                told.setdefault(tenure, set()).add(document)
        offices = {
            (
                self.entities[person],
                role[tenure].removeprefix(iri.DIP),
                self.entities[of[tenure]],
                self.documents[document],
            )
            for person, tenure in self.pairs(dip("holds"))
            if person in self.entities and of.get(tenure) in self.entities
            for document in told.get(tenure, ())
            if tenure in role and document in self.documents
        }
        self.database.executemany("INSERT INTO offices VALUES (?,?,?,?)", sorted(offices))

    def _counts(self) -> None:
        self.database.executescript(files("sifara.server").joinpath("schema_indexes.sql").read_text("utf-8"))
        self.database.executescript(
            """
            UPDATE entities SET documents = (SELECT COUNT(*) FROM mentions WHERE entity = entities.id),
              events = (SELECT COUNT(DISTINCT e.act) FROM roles r JOIN events e ON e.id = r.event
                        WHERE r.entity = entities.id AND r.role NOT IN ('topic', 'attributedTo'));
            UPDATE documents SET events = (SELECT COUNT(*) FROM events WHERE document = documents.id);
            """
        )


def _number(value: str | None) -> float:
    try:
        number = float(value or "1")
    except ValueError:
        return 0.0
    return number if 0 <= number <= 1 else 0.0


def _links(kind: str, roles: set[tuple[str, int]]) -> set[tuple[int, int, int]]:
    """Return who an event joins with whom: (a, b, directed); the lesser number first where it is not directed."""

    def fillers(*names: str) -> set[int]:
        return {entity for role, entity in roles if role in names}

    found = {(a, b, 0) for a, b in combinations(sorted(fillers("participant")), 2)}
    others = fillers("target", "object") or (fillers("place") if "place" in EVENTS[kind].direct_roles else set())
    found.update((a, b, 1) for a in fillers("agent") for b in others if a != b)
    return found


def build(folder: Path, file: Path) -> None:
    """Write the index of the store in ``folder`` to the new SQLite database ``file``.

    :raises OSError: if the store cannot be read.
    """
    state = version(folder)
    store = open_snapshot(folder)
    database = sqlite3.connect(file)
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    database.executescript(files("sifara.server").joinpath("schema.sql").read_text("utf-8"))
    _Builder(store, database).build()
    database.executemany("INSERT INTO meta VALUES (?,?)", [("version", state), ("quads", str(len(store)))])
    database.commit()
    database.close()


if __name__ == "__main__":
    confine.die_with_parent()
    confine.refuse_network()
    build(Path(sys.argv[1]), Path(sys.argv[2]))
