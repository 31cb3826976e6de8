"""Questions to an endpoint shaped like Wikidata, and what its answers say of items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.resources import files

from sifara.graph.iri import WIKIDATA
from sifara.linking.cache import Row
from sifara.linking.endpoint import Endpoint
from sifara.linking.index import Index
from sifara.linking.items import Item, Term

_QID = re.compile(r"Q[1-9][0-9]*")
_POINT = re.compile(r"point\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Facts:
    """What an endpoint says of an item. Ids are those of Wikidata; ``offices`` are (role, of, start, end)."""

    qid: str
    labels: dict[str, str] = field(default_factory=dict)
    aliases: tuple[tuple[str, str], ...] = ()  # language and name
    classes: tuple[str, ...] = ()
    instances: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    offices: tuple[tuple[str, str, str, str], ...] = ()
    coordinates: tuple[float, float] | None = None  # latitude and longitude, in degrees
    iso2: str = ""
    iso3: str = ""
    image: str = ""
    redirect: str = ""
    endpoint: str = ""
    day: str = ""

    @property
    def deleted(self) -> bool:
        """Whether nothing is left of the item."""
        return not self.labels and not self.redirect and not self.classes

    @property
    def names(self) -> tuple[str, ...]:
        """All names, labels first."""
        return tuple(dict.fromkeys((*self.labels.values(), *(name for _, name in self.aliases))))


@lru_cache(maxsize=16)
def query(name: str) -> str:
    """Return the text of ``queries/NAME.rq``."""
    return files("sifara.linking").joinpath(f"queries/{name}.rq").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def classes() -> dict[str, tuple[str, str]]:
    """Return what the classes of Wikidata mean here: ("class", a class) or ("office", a role), by their ids."""
    text = files("sifara.linking").joinpath("classes.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:] if line]
    return {qid: (kind, value) for qid, kind, value in rows}


def of_kind(kind: str) -> list[str]:
    """Return the ids of the classes of ``kind`` ("class" or "office"), in the order of their table."""
    return [qid for qid, (what, _) in classes().items() if what == kind]


def search(endpoint: Endpoint, names: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of the items that bear each of ``names``; every name has an entry.

    :raises EndpointError: if the endpoint gives no answer.
    """
    asked = sorted(set(names))
    found: dict[str, list[str]] = {name: [] for name in asked}
    rows, _ = endpoint.ask(query("search").replace("$NAMES", " ".join(map(_literal, asked))))
    for row in rows:
        qid = local(row.get("item", ""))
        if qid is not None and qid not in found.setdefault(row.get("name", ""), []):
            found[row["name"]].append(qid)
    return {name: sorted(found[name]) for name in asked}


def describe(endpoint: Endpoint, qids: Iterable[str]) -> dict[str, Facts]:
    """Return what the endpoint says of each of the items ``qids``.

    :raises EndpointError: if the endpoint gives no answer.
    """
    asked = sorted(set(qids))
    text = query("describe")
    for name, members in (("ITEMS", asked), ("CLASSES", of_kind("class")), ("OFFICES", of_kind("office"))):
        text = text.replace(f"${name}", " ".join(f"wd:{qid}" for qid in members))
    rows, day = endpoint.ask(text)
    about: dict[str, list[Row]] = {qid: [] for qid in asked}
    for row in rows:
        qid = local(row.get("item", ""))
        if qid in about:
            about[qid].append(row)
    return {qid: facts(qid, about[qid], endpoint.address, day) for qid in asked}


def facts(qid: str, rows: list[Row], endpoint: str, day: str) -> Facts:
    """Return what ``rows`` of the query describe.rq say of one item."""
    by: dict[str, list[Row]] = {}
    for row in rows:
        by.setdefault(row.get("what", ""), []).append(row)

    def ids(what: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for row in by.get(what, ()) if (one := local(row.get("value", ""))) is not None))

    def first(what: str) -> str:
        return min((row["value"] for row in by.get(what, ()) if row.get("value")), default="")

    labels = {row.get("value_lang", ""): row["value"] for row in by.get("label", ()) if row.get("value")}
    point = _POINT.search(first("coordinates"))
    return Facts(
        qid=qid,
        labels=dict(sorted(labels.items())),
        aliases=tuple(sorted({(row.get("value_lang", ""), row["value"]) for row in by.get("alias", ())})),
        classes=ids("class"),
        instances=ids("instance"),
        countries=ids("country"),
        offices=tuple(sorted(set(_offices(by.get("office", []))))),
        coordinates=(float(point[2]), float(point[1])) if point is not None else None,
        iso2=first("iso2"),
        iso3=first("iso3"),
        image=first("image"),
        redirect=next(iter(ids("redirect")), ""),
        endpoint=endpoint,
        day=day,
    )


def item_of(found: Facts, index: Index) -> Item | None:
    """Return an item as the ranking sees it; ``None`` for one of no class that is known here, or without a name.

    Countries and offices that are not in ``index`` are left out.
    """
    kinds = [classes()[qid][1] for qid in of_kind("class") if qid in found.classes]
    if not kinds or not found.names:
        return None
    listed = index.by_qid.get(found.qid)
    terms = [
        Term(role, index.by_qid[of].id, _day(start), _day(end))
        for role, of, start, end in found.offices
        if of in index.by_qid
    ]
    countries = [index.by_qid[qid].id for qid in found.countries if qid in index.by_qid]
    return Item(
        id=listed.id if listed is not None else found.qid,
        qid=found.qid,
        type=listed.type if listed is not None else kinds[0],
        label=found.labels.get("en") or next(iter(found.names)),
        names=found.names,
        countries=tuple(dict.fromkeys((*countries, *(term.of for term in terms)))),
        terms=tuple(terms),
        source="online",
    )


def local(iri: str) -> str | None:
    """Return the id of the item with the IRI ``iri``, ``None`` for anything else."""
    name = iri.removeprefix(WIKIDATA)
    return name if name != iri and _QID.fullmatch(name) else None


def _offices(rows: Iterable[Row]) -> Iterator[tuple[str, str, str, str]]:
    best: dict[tuple[str, str, str, str], str] = {}
    order = {qid: place for place, qid in enumerate(of_kind("office"))}
    for row in rows:
        office, of = local(row.get("value", "")), local(row.get("of", ""))
        if office is None or of is None:
            continue
        key = (office, of, _iso(row.get("start", "")), _iso(row.get("end", "")))
        kind = local(row.get("kind", "")) or ""
        before = best.get(key, "")
        if order.get(kind, 99) < order.get(before, 99) or key not in best:
            best[key] = kind
    for (_, of, start, end), kind in best.items():
        yield (classes()[kind][1] if kind in order else "Official", of, start, end)


def _iso(moment: str) -> str:
    found = _DAY.search(moment)
    return found[0] if found is not None else ""


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:  # Wikidata has days like 1999-00-00
        return None


def _literal(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ")
    return f'"{escaped}"@{"en" if name.isascii() else "ar"}'
