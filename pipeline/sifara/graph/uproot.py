"""Takes what breaks a rule out of the graph of a document, with all that stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from sifara.graph.iri import DIP
from sifara.graph.shacl import Finding
from sifara.graph.shacl_paths import TYPE, Data
from sifara.graph.terms import NIF
from sifara.graph.vocabulary import ENTITY_CLASSES, EVENTS

Triple = tuple[str, str, str]


def _dip(name: str) -> str:
    return f"<{DIP}{name}>"


def _nif(name: str) -> str:
    return f"<{NIF}{name}>"


_EVENTS = frozenset(_dip(name) for name in (*EVENTS, "Event", "Tenure"))
_ENTITIES = frozenset(_dip(name) for name in (*ENTITY_CLASSES, "Entity"))
_DIRECT = frozenset(_dip(kind.direct) for kind in EVENTS.values() if kind.direct)
#: What belongs to the node it is said of, and to no other.
_PARTS = (_dip("argument"), _dip("evidence"), _dip("trigger"), _dip("candidateLink"))
_ROLES = tuple(_dip(name) for name in ("participant", "agent", "target", "object", "place", "topic", "attributedTo"))
#: A node of these classes is there only for what points at it.
_POINTED_AT = frozenset((_dip("Topic"), _nif("Sentence"), _dip("Trigger"), _dip("CandidateLink")))


class Uprooting:
    """The graph of one document, before something is taken out of it."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Index ``triples``, each of which comes once."""
        self._triples = list(triples)
        self._data = Data(self._triples)

    def without(self, findings: Iterable[Finding], document: str) -> list[Triple]:
        """Return the triples that are left when the nodes of ``findings`` are gone; none if the document is one.

        :param document: its IRI, in angle brackets.
        """
        gone: dict[str, None] = {}
        for finding in findings:
            for root in self._roots(finding):
                if root == document or _nif("Context") in self._data.values(root, TYPE):
                    return []
                self._take(root, gone)
        left = [t for t in self._triples if t[0] not in gone and t[2] not in gone]
        return self._tidy(left)

    def _roots(self, finding: Finding) -> Iterator[str]:
        """Yield the nodes that have to go for ``finding``: of a part, what it is a part of."""
        focus = finding.focus
        classes = set(self._data.values(focus, TYPE))
        if _nif("Sentence") in classes:
            mentions = list(self._into(focus, _nif("sentence")))
            beyond = [m for m in mentions if finding.value in self._data.values(m, _nif("endIndex"))]
            for mention in beyond or mentions:
                yield from self._owners(mention)
            if not beyond:
                yield focus
        else:
            yield from self._owners(focus)

    def _owners(self, node: str) -> Iterator[str]:
        owners = dict.fromkeys(owner for part in _PARTS for owner in self._into(node, part))
        if not owners:
            yield node
        elif set(self._data.values(node, TYPE)) & {_dip("CandidateLink")}:
            yield node  # an entity is none the worse for a wrong link
        else:
            for owner in owners:
                yield from self._owners(owner)

    def _into(self, node: str, predicate: str) -> list[str]:
        return self._data.into.get(predicate, {}).get(node, [])

    def _take(self, node: str, gone: dict[str, None]) -> None:
        if node in gone:
            return
        gone[node] = None
        for part in _PARTS:
            for value in self._data.values(node, part):
                if all(owner in gone for p in _PARTS for owner in self._into(value, p)):
                    self._take(value, gone)
        if _ENTITIES & set(self._data.values(node, TYPE)):
            # Who cannot be described cannot be spoken of.
            for role in (*_ROLES, _dip("of"), _dip("entity")):
                for speaking in self._into(node, role):
                    for owner in self._owners(speaking):
                        self._take(owner, gone)
            for tenure in self._data.values(node, _dip("holds")):
                self._take(tenure, gone)

    def _tidy(self, left: list[Triple]) -> list[Triple]:
        """Return ``left`` without the direct triples that nothing tells any more, and what nothing points at."""
        told = set(_direct(Data(left)))
        left = [t for t in left if t[1] not in _DIRECT or t in told]
        while True:
            pointed = {value for _, _, value in left}
            lonely = {s for s, p, o in left if p == TYPE and o in _POINTED_AT and s not in pointed}
            lonely &= {value for _, _, value in self._triples}  # what nothing pointed at before stays
            if not lonely:
                return left
            left = [t for t in left if t[0] not in lonely]


def _direct(data: Data) -> Iterator[Triple]:
    """Yield the direct triples of the events in ``data``."""
    for node, about in data.out.items():
        names = [name[len(DIP) + 1 : -1] for name in about.get(TYPE, ())]
        kinds = [EVENTS[name] for name in names if name in EVENTS]
        if not kinds or _dip("Actual") not in about.get(_dip("status"), ()):
            continue
        kind = max(kinds, key=lambda k: len(k.ancestors))
        if kind.direct is None:
            continue
        if kind.symmetric:
            pairs = set(permutations(data.values(node, _dip("participant")), 2))
        else:
            found = (data.values(node, _dip(role)) for role in kind.direct_roles)
            undergoers = next((values for values in found if values), ())
            pairs = {(agent, other) for agent in data.values(node, _dip("agent")) for other in undergoers}
        for subject, value in pairs:
            yield subject, _dip(kind.direct), value
