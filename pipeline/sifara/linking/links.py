"""Keeps the graph of links, and what is known of linked entities, in step with the documents of a store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from sifara.graph.enrichment import is_enrichment
from sifara.graph.iri import ENTITIES_GRAPH, ID
from sifara.graph.iri import entity as entity_iri
from sifara.linking import choices
from sifara.linking.enrich import enrichment
from sifara.linking.items import LINKED, OPEN, UNKNOWN, Item
from sifara.linking.linkgraph import GRAPH, Made, certain, link_quads
from sifara.linking.memory import Memory
from sifara.linking.ranking import Linker
from sifara.linking.scenes import Readings
from sifara.linking.wikidata import Facts, item_of
from sifara.store import Store

NAME = "links.sqlite"
_DOCUMENTS = ID + "doc/"
_STAMPS = """
PREFIX prov: <http://www.w3.org/ns/prov#>
SELECT ?document ?input ?program ?lexicon WHERE {
    ?document a dip:Document
    OPTIONAL { ?document prov:wasDerivedFrom ?input }
    OPTIONAL { ?document dip:programVersion ?program }
    OPTIONAL { ?document dip:lexiconVersion ?lexicon }
}"""


@dataclass(slots=True)
class Outcome:
    """How many cases are linked, open and unknown, how many of them people decided, and how many quads changed."""

    counts: dict[str, int] = field(default_factory=dict)
    changed: int = 0

    def count(self, name: str, number: int = 1) -> None:
        """Count something."""
        self.counts[name] = self.counts.get(name, 0) + number


class Links:
    """The links of a store. A context manager, which closes its file."""

    def __init__(self, store: Store, folder: Path | None, linker: Linker | None = None) -> None:
        """Open what is remembered in ``folder`` (of the store); in memory for ``None``."""
        self._store = store
        self._folder = folder
        self.linker = linker if linker is not None else Linker()
        self.memory = Memory(folder / NAME if folder is not None else None)
        self._facts: dict[str, Facts] = {}
        self._items: dict[str, Item] = {}

    def update(self, *, anew: bool = False) -> Outcome:
        """Bring links and what is known of linked entities in step. Nothing is sent to anybody.

        :param anew: read all documents again, also those that have not changed.
        :raises InputError: if what people decided cannot be read.
        """
        outcome = Outcome()
        outcome.count("documents read", self._read(anew))
        made = list(self.decisions())
        for one in made:
            outcome.count(one.decision.status)
            if one.decision.by == "review":
                outcome.count("decided")
        new = link_quads(made)
        old = set(self._store.quads(GRAPH))
        known = self._enrichment(made)
        before = {quad for quad in self._store.quads(NamedNode(ENTITIES_GRAPH)) if is_enrichment(quad)}
        removed, added = (old - new) | (before - known), (new - old) | (known - before)
        self._store.revise(removed, added)
        outcome.changed = len(removed) + len(added)
        return outcome

    def decisions(self) -> Iterator[Made]:
        """Yield what is decided of every case of every document that :meth:`update` has read."""
        self._recall()
        said = choices.read(self._folder)
        listed = {**self.linker.index.by_qid, **self._items}
        for reading in self.memory.readings():
            for case in reading.cases:
                extra = self._found(case.names)
                decision = self.linker.decide(case, reading.scene, extra)
                decision = said.apply(decision, reading.document, entity_iri(case.entity), listed)
                yield Made(reading.document, decision)

    def open_names(self) -> list[str]:
        """Return the names of what is not linked and was never asked for, the most frequent first."""
        counts: dict[str, int] = {}
        for one in self.decisions():
            decision = one.decision
            if decision.status == LINKED or decision.by == "review" or not decision.case.named:
                continue
            if decision.case.chosen is not None and decision.status == UNKNOWN:
                continue
            for name in decision.case.names[:2]:
                # A family name alone would find whoever bears it.
                if len(name) > 2 and (decision.case.type != "Person" or len(name.split()) > 1):
                    counts[name] = counts.get(name, 0) + 1
        wanted = [name for name in counts if self.memory.items_of(name) is None]
        return sorted(wanted, key=lambda name: (-counts[name], name))

    def linked_items(self) -> dict[str, str]:
        """Return the items of all entities that are surely linked, by the ids of the entities."""
        made = list(self.decisions())
        found = certain(made)
        for one in made:
            item = one.decision.item
            if item is not None and item.qid is not None and item.id == one.decision.case.chosen:
                found[one.entity] = item.qid
        return found

    def _read(self, anew: bool) -> int:
        current = self._stamps()
        known = self.memory.stamps()
        self.memory.forget(sorted(set(known) - set(current)))
        readings = Readings(self._store)
        count = 0
        for document, stamp in sorted(current.items()):
            if anew or known.get(document) != stamp:
                self.memory.put(readings.read(NamedNode(document)), stamp)
                count += 1
        return count

    def _stamps(self) -> dict[str, str]:
        """Return all documents, with what changes when one is read again otherwise than before."""
        answer = self._store.query(_STAMPS)
        assert isinstance(answer, QuerySolutions)  # it is a SELECT
        found: dict[str, list[str]] = {}
        for row in answer:
            node = row["document"]
            if isinstance(node, NamedNode) and node.value.startswith(_DOCUMENTS):
                values = [row[name] for name in ("input", "program", "lexicon")]
                words = [v.value for v in values if isinstance(v, NamedNode | Literal)]
                found.setdefault(node.value, []).append(" ".join(words))
        return {name: "\n".join(sorted(stamps)) for name, stamps in found.items()}

    def _recall(self) -> None:
        self._facts = self.memory.facts()
        items = {qid: item_of(facts, self.linker.index) for qid, facts in self._facts.items() if not facts.deleted}
        self._items = {qid: item for qid, item in items.items() if item is not None}

    def _found(self, names: tuple[str, ...]) -> list[Item]:
        """Return the items that an endpoint found by any of ``names``, redirects followed."""
        if not self._items:
            return []
        qids: dict[str, None] = {}
        for name in names:
            for qid in self.memory.items_of(name) or ():
                target = self._facts[qid].redirect if qid in self._facts else ""
                qids[target or qid] = None
        return [self._items[qid] for qid in qids if qid in self._items and qid not in self.linker.index.by_qid]

    def _enrichment(self, made: list[Made]) -> set[Quad]:
        quads: set[Quad] = set()
        sure = certain(made)
        for one in made:
            item = one.decision.item
            if item is not None and item.qid is not None and one.decision.case.chosen == item.id:
                sure[one.entity] = item.qid
        for entity, qid in sorted(sure.items()):
            quads.update(enrichment(entity, qid, self.linker.index, self._facts.get(qid)))
        return quads

    def close(self) -> None:
        """Close the file."""
        self.memory.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def share_open(outcome: Outcome) -> float:
    """Return the share of cases with candidates that stay open, from 0 to 1."""
    total = outcome.counts.get(LINKED, 0) + outcome.counts.get(OPEN, 0)
    return outcome.counts.get(OPEN, 0) / total if total else 0.0
