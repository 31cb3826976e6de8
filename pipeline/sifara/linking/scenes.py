"""The documents of a store as scenes and cases: what linking needs, read back from their graphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from sifara.graph.iri import DIP, ENTITIES_GRAPH, ID, WIKIDATA
from sifara.graph.iri import entity as entity_iri
from sifara.graph.terms import DCTERMS, NIF, OWL, RDFS, SKOS, TYPE
from sifara.graph.vocabulary import ENTITY_ANCESTORS
from sifara.linking.items import Case, Scene
from sifara.linking.moved import DOUBTFUL
from sifara.store import Store

_LABELS = (RDFS + "label", SKOS + "altLabel")
_NAMING = ("name", "titled")


@dataclass(slots=True)
class Described:
    """What a graph says of an entity. Countries and links are IRIs."""

    types: set[str] = field(default_factory=set)
    labels: dict[str, None] = field(default_factory=dict)
    country: str | None = None
    link: str | None = None
    listed: bool = False

    @property
    def type(self) -> str:
        """The most special class, "Entity" if there is none."""
        rest = self.types - {name for one in self.types for name in ENTITY_ANCESTORS.get(one, ())}
        return min(rest, default="Entity")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: what surrounds its entities, and those that it names."""

    document: str
    scene: Scene
    cases: tuple[Case, ...]
    links: dict[str, str]  # entity to the item that the tables link it to


def local_id(iri: str) -> str:
    """Return the id whose IRI is ``iri``."""
    return unquote(iri.removeprefix(ID))


def described(quads: Iterable[Quad], known: dict[str, Described] | None = None) -> dict[str, Described]:
    """Return what ``quads`` say of entities, added to ``known``."""
    found = known if known is not None else {}
    for quad in quads:
        if not isinstance(quad.subject, NamedNode):
            continue
        name, value = quad.subject.value, quad.object
        predicate = quad.predicate.value
        if quad.predicate == TYPE and isinstance(value, NamedNode) and value.value.startswith(DIP):
            kind = value.value.removeprefix(DIP)
            if kind in ENTITY_ANCESTORS:
                found.setdefault(name, Described()).types.add(kind)
        elif predicate in _LABELS and isinstance(value, Literal):
            found.setdefault(name, Described()).labels[value.value] = None
        elif predicate == DIP + "country" and isinstance(value, NamedNode):
            found.setdefault(name, Described()).country = value.value
        elif predicate == DIP + "listed" and isinstance(value, Literal):
            found.setdefault(name, Described()).listed = value.value == "true"
        elif predicate == OWL + "sameAs" and isinstance(value, NamedNode) and value.value.startswith(WIKIDATA):
            found.setdefault(name, Described()).link = value.value.removeprefix(WIKIDATA)
    return found


class Readings:
    """Reads the documents of one store; what its graph of entities says is read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.entities = described(store.quads(NamedNode(ENTITIES_GRAPH)))

    def read(self, document: NamedNode) -> Reading:
        """Return ``document`` as scene and cases. Topics are left out."""
        quads = list(self._store.quads(document))
        own = described(quads)
        about: dict[str, dict[str, list[str]]] = {}
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                about.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
        day = next((value[:10] for value in about.get(document.value, {}).get(DCTERMS + "date", ())), None)
        spoken: dict[str, dict[str, None]] = {}
        titled: dict[str, list[str]] = {}
        doubts: dict[str, dict[str, None]] = {}
        countries: dict[str, int] = {}
        speaks: dict[str, int] = {}
        for _, said in sorted(about.items()):
            entities = said.get(DIP + "entity", [])
            kind = next(iter(said.get(DIP + "mentionKind", ())), None)
            if kind is None:
                continue
            for one in sorted(entities):
                country = self._country(one, own)
                if country is not None:
                    countries[country] = countries.get(country, 0) + 1
                    speaks[local_id(one)] = speaks.get(local_id(one), 0) + 1
            for rule in said.get(DIP + "rule", ()):
                if rule.startswith(DOUBTFUL) and len(entities) == 1:
                    doubts.setdefault(entities[0], {})[rule.removeprefix(DOUBTFUL)] = None
            if len(entities) == 1 and kind in _NAMING:
                words = " ".join(next(iter(said.get(NIF + "anchorOf", ("",)))).split())
                if kind == "name":
                    spoken.setdefault(entities[0], {})[words] = None
                else:
                    titled.setdefault(entities[0], []).append(words)
        mentioned = sorted(about.get(document.value, {}).get(DIP + "mentions", ()))
        cases = [
            self._case(one, own, about, spoken.get(one, {}), titled.get(one, []), tuple(sorted(doubts.get(one, ()))))
            for one in mentioned
            if not {"Topic", "Entity"} & {self._of(one, own).type}
        ]
        states = frozenset(local_id(one) for one in mentioned if self._of(one, own).type == "Country")
        scene = Scene(date.fromisoformat(day) if day else None, countries, speaks, states)
        links = {
            case.entity: link for case in cases if (link := self._of(entity_iri(case.entity), own).link) is not None
        }
        return Reading(document.value, scene, tuple(cases), links)

    def _of(self, entity: str, own: dict[str, Described]) -> Described:
        return self.entities.get(entity) or own.get(entity) or Described()

    def _country(self, entity: str, own: dict[str, Described]) -> str | None:
        found = self._of(entity, own)
        if found.type == "Person":
            return None
        country = entity if found.type == "Country" else found.country
        return local_id(country) if country is not None else None

    def _case(
        self,
        entity: str,
        own: dict[str, Described],
        about: dict[str, dict[str, list[str]]],
        spoken: dict[str, None],
        titled: list[str],
        doubts: tuple[str, ...],
    ) -> Case:
        found = self._of(entity, own)
        labels = dict.fromkeys((*found.labels, *(own[entity].labels if entity in own else ())))
        names = dict(spoken)
        for words in titled:
            inside = [name for name in labels if name in words]
            if inside:
                names[max(inside, key=len)] = None
        if not found.listed:
            names.update(dict.fromkeys(label for label in labels if not label.isascii()))
        offices: dict[tuple[str, str], None] = {}
        for tenure in sorted(about.get(entity, {}).get(DIP + "holds", ())):
            said = about.get(tenure, {})
            for role in said.get(DIP + "role", ()):
                for of in said.get(DIP + "of", ()):
                    offices[role.removeprefix(DIP), local_id(of)] = None
        country = found.country
        name = local_id(entity)
        return Case(
            name,
            found.type,
            tuple(sorted(names, key=lambda n: (-len(n.split()), n))),
            tuple(offices),
            name if found.listed else None,
            local_id(country) if country else None,
            bool(spoken or titled),
            doubts,
        )
