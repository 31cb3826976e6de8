"""Keeps the graph of canonical events in step with the documents of a store.

An index beside the store (SQLite) holds every telling, its blocks and its links, so that a document added or
withdrawn recomputes no more than it touches. The index is derived: it may be deleted at any time. A mark says
whether it is in step with the store; after a crash it is not, and everything is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from sifara.graph import people
from sifara.graph.canonical import GRAPH, group_quads, groups, link
from sifara.graph.decisions import ALL, ENTITY, EVENT, SAME, Decisions, representatives
from sifara.graph.iri import ENTITIES_GRAPH, ID
from sifara.graph.serialize import nquads_lines
from sifara.graph.tellings import tellings
from sifara.graph.terms import TYPE, dip
from sifara.store import decided
from sifara.store.base import Store
from sifara.store.telling_index import TellingIndex

_DOCUMENTS = ID + "doc/"
_SAME_EVENT = dip("sameEventAs")
_WANTED = (TYPE, dip("country"))
_ENTITIES = NamedNode(ENTITIES_GRAPH)
_MENTIONS = dip("mentions")
_NAME = "tellings.sqlite"


class CanonicalEvents:
    """The canonical events of a store. A context manager, which closes the index."""

    def __init__(self, store: Store, folder: Path | None, *, indexed: bool = True) -> None:
        """Open the index of ``store``.

        :param folder: where the index and what people decided lie; with ``None`` there are no decisions, and the index
            is in memory.
        :param indexed: ``False`` for a store that others may change unseen. The index is then in memory too, and
            the first update makes everything anew.
        """
        self._store = store
        self._folder = folder
        self._index = TellingIndex(folder / _NAME if folder is not None and indexed else None)
        self._in_step = True
        self._begun = False
        self._known: dict[str, list[Quad]] = {}
        self._knows_all = False  # nothing is said of whom is not in _known

    def begin(self) -> None:
        """Say that documents are about to change. If no :meth:`update` follows, the next one makes all anew."""
        self._in_step = self._in_step and self._index.marked("state") == "done"
        self._index.mark("state", "behind")
        self._begun = True

    def update(self, documents: Iterable[str] = ()) -> int:
        """Bring the canonical events in step, after ``documents`` (their IRIs) were written or withdrawn.

        Decisions are read anew each time.

        :returns: how many canonical events were written, changed, or taken away.
        """
        decisions = decided.read(self._folder)
        names = representatives(decisions.pairs(ENTITY, SAME))
        fingerprint = repr(sorted(names.items()))
        if not self._begun:
            self.begin()
        # Whoever got another name may stand in any document.
        whole = not self._in_step or self._index.marked("names") != fingerprint
        touched = sorted(set(documents))
        before = Decisions.read(self._index.marked("decisions").splitlines())
        if whole:
            self._index.clear()
            touched = [graph.value for graph in self._store.graphs() if graph.value.startswith(_DOCUMENTS)]
        self._known = self._all_said() if whole else {}
        self._knows_all = whole
        seeds, gone = self._read(touched, names)
        seeds |= self._decided(before, decisions)
        self._connect(seeds, decisions)
        count = self._regroup(self._index.component(seeds), gone, decisions, whole)
        self._join_people(decisions, whole)
        self._index.mark("names", fingerprint)
        self._index.mark("decisions", "".join(decisions.lines()))
        self._index.mark("state", "done")
        self._begun, self._in_step = False, True
        return count

    def _read(self, documents: Iterable[str], names: dict[str, str]) -> tuple[set[str], set[str]]:
        """Index ``documents`` anew; return the events that are new or lost a neighbour, and those that are gone."""
        seeds: set[str] = set()
        gone: set[str] = set()
        for document in documents:
            quads = list(self._store.quads(NamedNode(document)))
            known = [said for q in quads if q.predicate == _MENTIONS for said in self._said_of(q.object)]
            new = {telling.iri: telling for telling in tellings([*quads, *known], names)}
            old = self._index.of_document(document)
            for name in sorted(name for name in old if old[name] != new.get(name)):
                seeds |= self._index.neighbours(name)
                gone.add(name)
                self._index.remove(name)
            for name, telling in new.items():
                if old.get(name) != telling:
                    self._index.add(telling)
                    seeds.add(name)
            self._index.set_people(document, people.strangers(quads))
        return seeds, gone

    def _said_of(self, entity: object) -> list[Quad]:
        """Return the class and the country of somebody, as the tables have them."""
        if not isinstance(entity, NamedNode):
            return []
        if entity.value not in self._known and not self._knows_all:
            self._known[entity.value] = [q for q in self._store.about(entity) if q.predicate in _WANTED]
        return self._known.get(entity.value, [])

    def _all_said(self) -> dict[str, list[Quad]]:
        """Return the classes and countries of all whom the tables know, read at once: a server is asked but once."""
        found: dict[str, list[Quad]] = {}
        for quad in self._store.quads(_ENTITIES):
            if quad.predicate in _WANTED and isinstance(quad.subject, NamedNode):
                found.setdefault(quad.subject.value, []).append(quad)
        return found

    def _decided(self, before: Decisions, after: Decisions) -> set[str]:
        """Forget the links of events whose decisions changed, and return these events and their neighbours."""
        changed = before.verdicts.items() ^ after.verdicts.items()
        names = {name for (kind, pair), _ in changed if kind == EVENT for name in pair if name != ALL}
        seeds = set(names)
        for name in sorted(names):
            seeds |= self._index.neighbours(name)
            self._index.unlink(name)
        return seeds

    def _connect(self, seeds: set[str], decisions: Decisions) -> None:
        """Find the links of those ``seeds`` whose links are not known yet."""
        decided_same: dict[str, set[str]] = {}
        for one, other in decisions.pairs(EVENT, SAME):
            decided_same.setdefault(one, set()).add(other)
            decided_same.setdefault(other, set()).add(one)
        for name in self._index.in_order(seeds):
            telling = self._index.get(name)
            if telling is None or self._index.is_connected(name):
                continue
            mates = self._index.mates(name) | decided_same.get(name, set())
            others = [found for mate in sorted(mates - {name}) if (found := self._index.get(mate)) is not None]
            links = [made for found in others if (made := link(telling, found, decisions)) is not None]
            self._index.connect(name, links)

    def _regroup(self, names: set[str], gone: set[str], decisions: Decisions, whole: bool) -> int:
        """Make the groups of ``names``, which are whole components, anew."""
        members = {name: telling for name in sorted(names) if (telling := self._index.get(name)) is not None}
        made = groups(members, self._index.links(names), decisions)
        lines = {group.iri: b"".join(nquads_lines(group_quads(group))).decode() for group in made}
        homes = {telling.iri: group.iri for group in made for telling in group.members}
        taken = self._index.take_groups(names | gone)
        old = set(self._store.quads(GRAPH)) if whole else {quad for text in taken for quad in _parsed(text)}
        fresh = {quad for text in lines.values() for quad in _parsed(text)}
        self._store.revise(old - fresh, fresh - old)
        self._index.put_groups(lines, homes)
        changed = (quad.object if quad.predicate == _SAME_EVENT else quad.subject for quad in old ^ fresh)
        return len({str(node).partition("/claim/")[0].rstrip(">") for node in changed})

    def _join_people(self, decisions: Decisions, whole: bool) -> None:
        """Join the names of the people whose documents were read."""
        old = set(self._store.quads(people.GRAPH)) if whole else set()
        fresh = set(people.joined((), decisions.pairs(ENTITY, SAME)))
        for folded in self._index.take_touched_names():
            before, bearers = self._index.bearers(folded)
            quads = people.joined(bearers)
            old |= set(_parsed(before))
            fresh |= set(quads)
            self._index.put_people(folded, b"".join(nquads_lines(quads)).decode() if quads else "")
        self._store.revise(old - fresh, fresh - old)

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _parsed(text: str) -> Iterable[Quad]:
    return parse(text.encode(), format=RdfFormat.N_QUADS) if text else ()
