"""An event as one document tells it, in the form in which tellings are compared with each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from sifara.graph.iri import DIP, ID
from sifara.graph.terms import DCTERMS, RDF
from sifara.graph.vocabulary import EVENTS
from sifara.text.folding import fold_word

#: The roles of parties, who have to agree between two tellings; a place is none.
PARTIES = ("participant", "agent", "target", "object")
#: Where something takes place says as much about what it is as who takes part.
BOUND_TO_A_PLACE = frozenset(("Visit", "Deployment", "Withdrawal", "Attack", "Protest"))
_WINDOW = 1  # days before publication on which an event without a date is taken to have happened

_TYPE = RDF + "type"
_SAID = (
    *(*PARTIES, "place", "topic", "status", "date", "dateBasis", "until", "duration", "content", "confidence"),
    *("reportedIn", "country", "holds", "of", "listed"),
)
_PREDICATES = frozenset((_TYPE, DCTERMS + "date", *(DIP + name for name in _SAID)))


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of one document.

    Names are IRIs. ``roles`` holds those of :data:`PARTIES` that are filled. ``kin`` gives the country of a
    party where the document says it: by its description, or by the office that it holds. ``sorts`` gives
    the classes of the parties and places, by local name. Dates are lexical forms.

    Who has several names goes by one of them here: somebody whom only the texts know by the folded name, as it
    is spelled in many ways, and whoever people decided to be the same. ``shown`` gives the name in the document.
    ``strangers`` are the people whom only the texts know: two of one name may be two.
    """

    iri: str
    document: str
    kind: str
    status: str
    published: str
    date: str
    basis: str
    until: str
    duration: str
    confidence: str
    content: str
    roles: Mapping[str, frozenset[str]]
    places: frozenset[str]
    topics: frozenset[str]
    kin: Mapping[str, str]
    sorts: Mapping[str, str]
    shown: Mapping[str, str]
    strangers: frozenset[str]

    @property
    def family(self) -> str:
        """The class under which the telling is compared: a summit is a meeting, a denial a rejection."""
        return EVENTS[self.kind].ancestors[-1] if EVENTS[self.kind].ancestors else self.kind

    @property
    def group(self) -> str:
        """Statuses that one event can have in turn: what is planned may take place."""
        return "Actual" if self.status in ("Actual", "Planned") else self.status

    @property
    def cities(self) -> frozenset[str]:
        """The places that are no countries."""
        return frozenset(place for place in self.places if self.sorts.get(place) in ("City", "Region"))

    def days(self) -> range:
        """Return the days on which it may have happened, as ordinals; empty if nobody can say to within a day."""
        if len(self.date) == 10:
            day = date.fromisoformat(self.date).toordinal()
            return range(day, day + 1)
        if self.date or not self.published:
            return range(0)
        last = date.fromisoformat(self.published).toordinal()
        return range(last - _WINDOW, last + 1)

    def words(self) -> frozenset[str]:
        """Return the words of what was said, folded."""
        return frozenset(word for word in map(fold_word, self.content.split()) if len(word) > 2)

    def slots(self) -> list[str]:
        """Return under which names its parties are looked for: their own, and those of their countries."""
        named = {party for parties in self.roles.values() for party in parties}
        if self.family in BOUND_TO_A_PLACE:
            named |= self.places
        return sorted(named | {self.kin[party] for party in named if party in self.kin})

    def blocks(self) -> list[str]:
        """Return the blocks in which it is compared; two tellings that may be one event share a block."""
        start = f"{self.family} {self.group}"
        if days := self.days():
            # The day after, too: reports differ by a day, and then they meet there.
            times = [str(day) for day in range(days.start, days.stop + 1)]
        elif len(self.date) == 7:
            times = [self.date]
        else:
            return []
        return [f"{start} {slot} {time}" for slot in self.slots() for time in times]


def tellings(quads: Iterable[Quad], same: Mapping[str, str] | None = None) -> list[Telling]:
    """Return the events that the graph of one document tells, sorted by their IRIs.

    :param quads: the graph.
    :param same: other names of entities, and the name that stands for each.
    """
    about: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        if quad.predicate.value in _PREDICATES:
            name = quad.predicate.value
            about.setdefault(_text(quad.subject), {}).setdefault(name, []).append(_text(quad.object))
    kin = _kin(about)
    names = {node: _name(node, said) for node, said in about.items()}
    if same:
        names = {node: same.get(node, name) for node, name in names.items()}
    found = []
    for node, said in sorted(about.items()):
        kinds = [name.removeprefix(DIP) for name in said.get(_TYPE, ()) if name.startswith(DIP)]
        known = sorted(name for name in kinds if name in EVENTS)
        if known and DIP + "reportedIn" in said:
            kind = max(known, key=lambda name: len(EVENTS[name].ancestors))
            found.append(_telling(node, kind, about, kin, names))
    return found


def _telling(
    node: str, kind: str, about: dict[str, dict[str, list[str]]], kin: dict[str, str], names: dict[str, str]
) -> Telling:
    said = about[node]

    def one(name: str) -> str:
        return min(said.get(DIP + name, [""]))

    document = one("reportedIn")
    members = {role: said.get(DIP + role, []) for role in (*PARTIES, "place", "topic")}
    everybody = sorted({value for values in members.values() for value in values})
    filled = {role: frozenset(names.get(v, v) for v in members[role]) for role in members}
    return Telling(
        iri=node,
        document=document,
        kind=kind,
        status=one("status").removeprefix(DIP),
        published=min(about.get(document, {}).get(DCTERMS + "date", [""])),
        date=one("date"),
        basis=one("dateBasis").removeprefix(DIP),
        until=one("until"),
        duration=one("duration"),
        confidence=one("confidence"),
        content=one("content"),
        roles={role: filled[role] for role in PARTIES if filled[role]},
        places=filled["place"],
        topics=filled["topic"],
        kin={names.get(v, v): names.get(kin[v], kin[v]) for v in everybody if v in kin},
        sorts={names.get(v, v): _sort(about.get(v, {}).get(_TYPE, [])) for v in everybody},
        strangers=frozenset(names.get(v, v) for v in everybody if _is_stranger(about.get(v, {}))),
        shown={names[v]: v for v in everybody if names.get(v, v) != v},
    )


def _name(node: str, said: dict[str, list[str]]) -> str:
    """Return the name by which ``node`` is compared: the folded one of somebody whom only the texts know."""
    if _is_stranger(said):
        return ID + fold_word(node.removeprefix(ID))
    return node


def _is_stranger(said: dict[str, list[str]]) -> bool:
    return said.get(DIP + "listed") == ["false"] and DIP + "Person" in said.get(_TYPE, ())


def _kin(about: dict[str, dict[str, list[str]]]) -> dict[str, str]:
    """Return the country of everybody of whom the document says it, and says one only."""
    found: dict[str, str] = {}
    for node, said in about.items():
        countries = set(said.get(DIP + "country", ()))
        if not countries:
            of = {o for tenure in said.get(DIP + "holds", ()) for o in about.get(tenure, {}).get(DIP + "of", ())}
            countries = {name for name in of if DIP + "Country" in about.get(name, {}).get(_TYPE, ())}
        if len(countries) == 1:
            found[node] = countries.pop()
    return found


_ABOVE = frozenset(("Entity", "Organization", "Event"))


def _sort(types: list[str]) -> str:
    names = sorted(name.removeprefix(DIP) for name in types if name.startswith(DIP))
    return next((name for name in names if name not in _ABOVE), names[0] if names else "")


def ordinal(day: str) -> int:
    """Return the number of a day (YYYY-MM-DD)."""
    return date.fromisoformat(day).toordinal()


def _text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return str(term) if isinstance(term, Triple) else term.value
