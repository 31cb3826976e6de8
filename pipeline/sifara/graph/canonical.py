"""One event told by many documents: which tellings belong together, and what they say together.

Links between tellings (:mod:`sifara.graph.merge_score`) make components; within one, the strongest links join
first, and two groups join only if nothing in them contradicts. Which groups come out depends on the component alone:
not on the order of documents, nor on what else there is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph import iri
from sifara.graph.decisions import ALL, DIFFERENT, EVENT, SAME, Decisions
from sifara.graph.merge_score import conflict, match
from sifara.graph.tellings import Telling
from sifara.graph.terms import RDF, TYPE, decimal, dip, duration, integer, point_in_time
from sifara.graph.vocabulary import EVENTS

GRAPH = NamedNode(iri.EVENTS_GRAPH)
_DERIVED_FROM = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
_RDF = {name: NamedNode(RDF + name) for name in ("Statement", "subject", "predicate", "object")}
_DECIDED = 1_000.0  # points of what people decided: more than any rule gives


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings of one event, by their IRIs in order."""

    points: float
    one: str
    other: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The tellings of one event, sorted by the days of their documents, and the links that joined them."""

    members: tuple[Telling, ...]
    links: tuple[Link, ...]

    @property
    def iri(self) -> str:
        """The IRI of the event: that of its first telling, under another name. Later reports do not change it."""
        return f"{iri.ID}canonical/{self.members[0].iri.rpartition('/')[2]}"


def link(one: Telling, other: Telling, decisions: Decisions) -> Link | None:
    """Return the link between two tellings, if they are one event by the rule or by decision."""
    if apart(one, other, decisions):
        return None
    first, second = sorted((one.iri, other.iri))
    if decisions.verdict(EVENT, first, second) == SAME:
        return Link(_DECIDED, first, second, ("decision",))
    found = match(one, other)
    return Link(found.points, first, second, found.reasons) if found is not None and found.enough else None


def apart(one: Telling, other: Telling, decisions: Decisions) -> bool:
    """Return whether people decided that the two are not one event."""
    verdict = decisions.verdict(EVENT, one.iri, other.iri)
    if verdict is not None:
        return verdict == DIFFERENT
    return any(decisions.verdict(EVENT, telling.iri, ALL) == DIFFERENT for telling in (one, other))


def groups(tellings: Mapping[str, Telling], links: Iterable[Link], decisions: Decisions) -> list[Group]:
    """Return the groups of two tellings or more that ``links`` make of ``tellings``, sorted by their IRIs."""
    member_of = {name: [name] for name in tellings}
    kept: dict[str, list[Link]] = {}
    for found in sorted(links, key=lambda found: (-found.points, found.one, found.other)):
        left, right = member_of[found.one], member_of[found.other]
        if left is right:
            kept[left[0]].append(found)
            continue
        decided = found.points >= _DECIDED
        if any(_apart(tellings[a], tellings[b], decisions, decided) for a in left for b in right):
            continue
        reasons = kept.pop(left[0], []) + kept.pop(right[0], []) + [found]
        left.extend(right)
        for name in right:
            member_of[name] = left
        kept[left[0]] = reasons
    made = []
    for first, reasons in kept.items():
        members = sorted((tellings[name] for name in member_of[first]), key=lambda t: (t.published or "9", t.iri))
        made.append(Group(tuple(members), tuple(reasons)))
    return sorted(made, key=lambda group: group.iri)


def _apart(one: Telling, other: Telling, decisions: Decisions, decided: bool) -> bool:
    """Return whether the two contradict, by decision or, unless people ``decided`` to join them, by the rule."""
    if decisions.verdict(EVENT, one.iri, other.iri) == SAME:
        return False
    return apart(one, other, decisions) or (not decided and conflict(one, other))


def group_quads(group: Group) -> list[Quad]:
    """Return the canonical event of ``group``: what its tellings say together, and where they contradict."""
    node = NamedNode(group.iri)
    members = group.members
    quads = [Quad(NamedNode(telling.iri), dip("sameEventAs"), node, GRAPH) for telling in members]

    def say(predicate: NamedNode, value: NamedNode | Literal) -> None:
        quads.append(Quad(node, predicate, value, GRAPH))

    kinds = Counter(telling.kind for telling in members)
    kind = max(sorted(kinds), key=lambda name: (len(EVENTS[name].ancestors), kinds[name]))
    for name in (kind, *EVENTS[kind].ancestors, "Event", "CanonicalEvent"):
        say(TYPE, dip(name))
    say(dip("documentCount"), integer(len({telling.document for telling in members})))
    for rule in sorted({"+".join(found.reasons) for found in group.links}):
        say(dip("rule"), Literal(rule))
    for role, parties in _parties(members).items():
        for party in parties:
            say(dip(role), NamedNode(_shown(party, members)))
    for role in ("place", "topic"):
        for value in sorted({value for telling in members for value in getattr(telling, role + "s")}):
            say(dip(role), NamedNode(_shown(value, members)))
    if day := best_date(members):
        say(dip("date"), point_in_time(day[0]))
        if day[1]:
            say(dip("dateBasis"), dip(day[1]))
    statuses = Counter(telling.status for telling in members)
    say(dip("status"), dip("Actual" if "Actual" in statuses else max(sorted(statuses), key=statuses.__getitem__)))
    confidence = [float(telling.confidence) for telling in members if telling.confidence]
    if confidence:
        say(dip("confidence"), decimal(max(confidence)))
    if until := _agreed(members, lambda telling: telling.until):
        say(dip("until"), point_in_time(until))
    if length := _agreed(members, lambda telling: telling.duration):
        say(dip("duration"), duration(length))
    quads += _claims(node, members)
    return sorted(set(quads), key=str)


def _shown(name: str, members: Sequence[Telling]) -> str:
    """Return the name of somebody as the documents have it: where it is spelled in several ways, the first of them."""
    return min(telling.shown.get(name, name) for telling in members if name in telling.sorts)


def _parties(members: Sequence[Telling]) -> dict[str, list[str]]:
    """Return who takes part in which role. A country that stands in for somebody named is left out."""
    found: dict[str, list[str]] = {}
    for role in sorted({role for telling in members for role in telling.roles}):
        named = {party for telling in members for party in telling.roles.get(role, ())}
        stands_in = {telling.kin[p] for telling in members for p in telling.roles.get(role, ()) if p in telling.kin}
        beside = {
            country
            for telling in members
            for country in stands_in & telling.roles.get(role, frozenset())
            if any(telling.kin.get(party) == country for party in telling.roles[role])
        }
        found[role] = sorted(named - (stands_in - beside)) or sorted(named)
    return found


def best_date(members: Sequence[Telling]) -> tuple[str, str] | None:
    """Return the date of most documents and its basis; among equals one that is stated, exact, and early."""
    dates = Counter(telling.date for telling in members if telling.date)
    if not dates:
        return None
    stated = {telling.date for telling in members if telling.basis == "Stated"}
    best = min(dates, key=lambda day: (-dates[day], day not in stated, -len(day), day))
    bases = {telling.basis for telling in members if telling.date == best and telling.basis}
    return best, "Stated" if "Stated" in bases else next(iter(sorted(bases)), "")


def _agreed(members: Sequence[Telling], get: Callable[[Telling], str]) -> str:
    """Return the value that all give who give one, or ""."""
    values = {get(telling) for telling in members} - {""}
    return values.pop() if len(values) == 1 else ""


def _claims(node: NamedNode, members: Sequence[Telling]) -> Iterable[Quad]:
    """Yield who says what, where documents disagree on a date, an end, a duration or the status."""
    number = 0
    for name in ("date", "until", "duration", "status"):
        says: dict[str, set[str]] = {}
        for telling in members:
            if value := getattr(telling, name):
                says.setdefault(value, set()).add(telling.document)
        if len(says) < 2:
            continue
        for value, documents in sorted(says.items()):
            number += 1
            claim = NamedNode(f"{node.value}/claim/{number}")
            term = dip(value) if name == "status" else duration(value) if name == "duration" else point_in_time(value)
            yield Quad(claim, TYPE, _RDF["Statement"], GRAPH)
            yield Quad(claim, _RDF["subject"], node, GRAPH)
            yield Quad(claim, _RDF["predicate"], dip(name), GRAPH)
            yield Quad(claim, _RDF["object"], term, GRAPH)
            for document in sorted(documents):
                yield Quad(claim, _DERIVED_FROM, NamedNode(document), GRAPH)
