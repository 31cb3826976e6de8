"""Gold to score against, from three kinds of file, as records of one kind.

Sentences (``sentences.jsonl`` and ``press.jsonl`` of ``tests/gold``) name their parties by a label; articles
(``examples/expected``) and pairs of ``documents.jsonl`` and ``gold.jsonl`` have a table of entities and name parties by
its keys. Here both are a :class:`GoldDocument`: a sentence's labels are its keys.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sifara.document import Document, Entity
from sifara.reading import Unreadable, read
from sifara.text.folding import fold_word

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "tests" / "gold" / "sentences.jsonl"
PRESS = ROOT / "tests" / "gold" / "press.jsonl"
ARTICLES = ROOT / "examples" / "articles"
EXPECTED = ROOT / "examples" / "expected"

#: Classes that careful readers take for one another count as one.
ALIKE = {"Summit": "Meeting", "Denial": "Rejection", "Condolence": "Congratulation"}
#: The three sides of an event that gold tells apart, and the roles of the pipeline that each stands for.
SIDES = {"actor": ("agent", "participant"), "undergoer": ("target", "object"), "place": ("place",)}


class GoldError(ValueError):
    """A gold file says something that cannot be scored; the message names file, entry and remedy."""


def normal(name: str) -> str:
    """Return a name as it is compared: spellings of one Arabic word alike, Latin letters without case."""
    words = (fold_word(word) for word in name.replace("-", " ").replace("_", " ").split())
    bare = ("".join(c for c in word if c.isalnum()) for word in words)
    return " ".join(word for word in bare if word).casefold()


@dataclass(frozen=True, slots=True)
class ScoredEvent:
    """An event as the scorer compares it, of gold or of the pipeline. Sides hold keys of the gold document."""

    type: str
    sides: dict[str, frozenset[str]]
    status: str  # lower case
    date: str | None
    words: str  # of the text, for whoever looks at misses

    @property
    def folded_type(self) -> str:
        """Return the class, with those that count as one folded together."""
        return ALIKE.get(self.type, self.type)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and what a reader found in it. ``offices`` and ``links`` are ``None`` where gold is silent."""

    document: Document
    keys_by_name: dict[str, str]
    keys_by_qid: dict[str, str]
    events: tuple[ScoredEvent, ...]
    offices: frozenset[tuple[str, str, str]] | None = None
    links: frozenset[str] | None = None
    unlinked: frozenset[str] = field(default=frozenset())  # keys of entities that gold gives no id
    held: bool = False

    def key(self, entity: Entity) -> str:
        """Return the gold key of an entity: by its Wikidata id, else by one of its names; ``?id`` if it has none."""
        if entity.qid in self.keys_by_qid:
            return self.keys_by_qid[entity.qid]
        for name in (entity.label_en, entity.label_ar, *entity.aliases):
            found = self.keys_by_name.get(normal(name)) if name else None
            if found is not None:
                return found
        return f"?{entity.id}"


def _event(entry: Mapping[str, Any], words: str, where: str) -> ScoredEvent:
    if "type" not in entry:
        raise GoldError(f"{where}: an event without a type; give it a class of the ontology")
    return ScoredEvent(
        type=entry["type"],
        sides={side: frozenset(entry.get(side) or ()) for side in SIDES},
        status=entry.get("status", "actual").lower(),
        date=entry.get("date"),
        words=words,
    )


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield f"{path.name}:{number}", json.loads(line)
            except ValueError as error:
                raise GoldError(f"{path.name}:{number}: no JSON ({error}); write one object a line") from error


def sentences(path: Path = SENTENCES) -> list[GoldDocument]:
    """Read the gold sentences, held ones among them.

    Raises:
        GoldError: a line is no JSON object, or an event has no type.
    """
    found = []
    for where, entry in _lines(path):
        events = tuple(_event(e, e.get("trigger", ""), where) for e in entry["events"])
        labels = {label for event in events for side in event.sides.values() for label in side}
        found.append(
            GoldDocument(
                document=Document(entry["id"], entry["text"], date.fromisoformat(entry["date"])),
                keys_by_name={normal(label): label for label in sorted(labels)},
                keys_by_qid={},
                events=events,
                held=bool(entry.get("held")),
            )
        )
    return found


def _annotated(document: Document, entry: Mapping[str, Any], where: str) -> GoldDocument:
    entities: dict[str, Any] = entry["entities"]
    by_name: dict[str, str] = {}
    for key, entity in entities.items():
        for name in entity["names"]:
            by_name.setdefault(normal(name), key)
    events = tuple(_event(e, e.get("evidence", ""), where) for e in entry["events"])
    unknown = {k for e in events for side in e.sides.values() for k in side} - entities.keys()
    if unknown:
        raise GoldError(f"{where}: events name {sorted(unknown)}, which its entities lack; add them there")
    by_qid = {entity["qid"]: key for key, entity in entities.items() if entity.get("qid")}
    return GoldDocument(
        document=document,
        keys_by_name=by_name,
        keys_by_qid=by_qid,
        events=events,
        offices=frozenset((a, b, c) for a, b, c in entry.get("offices", ())),
        links=frozenset(by_qid),
        unlinked=frozenset(key for key, entity in entities.items() if not entity.get("qid")),
    )


def _documents(paths: Iterable[Path]) -> dict[str, Document]:
    found = {}
    for document in read([str(path) for path in paths]):
        if isinstance(document, Unreadable):
            raise GoldError(f"{document}; gold can be scored only on documents that can be read")
        found[document.id] = document
    return found


def pair(documents: Path, gold: Path) -> list[GoldDocument]:
    """Read documents, in any form that ``sifara build`` reads, and gold for each of them by its id.

    Raises:
        GoldError: a document is missing or unreadable, or an event names an entity that the gold lacks.
    """
    known = _documents([documents])
    found = []
    for where, entry in _lines(gold):
        if entry["id"] not in known:
            raise GoldError(f"{where}: no document has the id {entry['id']}; it should be in {documents.name}")
        found.append(_annotated(known[entry["id"]], entry, where))
    return found


def articles(texts: Path = ARTICLES, expected: Path = EXPECTED) -> list[GoldDocument]:
    """Read the example articles and what is expected of them.

    Raises:
        GoldError: as :func:`pair`.
    """
    known = _documents([texts])
    found = []
    for path in sorted(expected.glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        if entry["id"] not in known:
            raise GoldError(f"{path.name}: no article has the id {entry['id']}; it should be in {texts.name}/")
        found.append(_annotated(known[entry["id"]], entry, path.name))
    return found
