"""The knowledge tables as immutable records: who and what is listed, under which names, in which offices.

Tables are UTF-8, tab separated, with one header row; cells with several values use ``|``. The tables without
``extra_`` carry Wikidata ids with their sources; the ``extra_`` tables are facts of usage without any id.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sifara.document import Entity
from sifara.entities.records import Held, Known
from sifara.entities.spelling import identifier, skeleton
from sifara.entities.words import ARTICLE, key

if TYPE_CHECKING:
    from sifara.entities.gazetteer import Gazetteer
    from sifara.entities.lexicon import Lexicon

_KINDS = {
    "igo": "IntergovernmentalOrganization",
    "alliance": "IntergovernmentalOrganization",
    "court": "IntergovernmentalOrganization",
    "ministry": "GovernmentBody",
    "legislature": "GovernmentBody",
    "armed_group": "ArmedGroup",
    "party": "Party",
    "company": "Company",
    "media": "MediaOutlet",
}
_ROLES = {
    "foreign_minister": "ForeignMinister",
    "head_of_government": "HeadOfGovernment",
    "head_of_state": "HeadOfState",
    "defence_minister": "DefenceMinister",
    "ambassador": "Ambassador",
    "national_security_adviser": "Official",
    "deputy_foreign_minister": "DeputyMinister",
    "spokesperson": "Spokesperson",
    "secretary_general": "SecretaryGeneral",
    "crown_prince": "CrownPrince",
    "un_envoy": "Envoy",
}
# Offices of the kind "other" are told apart by the words of their English title.
_OTHER_ROLES = (
    (re.compile(r"Vice President|Deputy"), "Official"),
    (re.compile(r"Speaker|State Duma|Federation Council"), "Legislator"),
    (re.compile(r"General Staff|Joint Chiefs|Army"), "MilitaryCommander"),
    (re.compile(r"Minister|Secretary of the Treasury"), "Minister"),
)


class Knowledge:
    """Everything that is listed. Make it with :meth:`load`, which reads the tables once a process."""

    def __init__(
        self, known: dict[str, Known], held: tuple[Held, ...], years: dict[str, int], lexicon: Lexicon
    ) -> None:
        from sifara.entities.gazetteer import Gazetteer

        self.known = known
        self.held = held
        self.years = years  # of treaties: the year they were made
        self.lexicon = lexicon
        self.by_person: dict[str, tuple[Held, ...]] = {}
        self.by_office: dict[tuple[str, str], tuple[Held, ...]] = {}
        for row in held:
            self.by_person[row.person] = (*self.by_person.get(row.person, ()), row)
            self.by_office[row.role, row.of] = (*self.by_office.get((row.role, row.of), ()), row)
        self.by_label = {(k.entity.type, k.entity.label_en): k.id for k in known.values()}
        self.any_label = {k.entity.label_en: k.id for k in reversed(tuple(known.values()))}
        self.gazetteer: Gazetteer = Gazetteer.build(known.values(), lexicon)
        self.capitals: dict[str, str] = {}
        self._organs: dict[str, tuple[tuple[str, str], ...]] | None = None
        self.ministries: dict[tuple[str, str], str] = {}  # field (stem) and country to the listed ministry
        skeletons: dict[tuple[str, str], dict[str, None]] = {}
        for record in known.values():
            entity = record.entity
            if entity.type == "Person":
                for name in record.names:
                    words = key(name).split()
                    if len(words) > 1:
                        skeletons.setdefault((skeleton(words[0]), skeleton(words[-1])), {})[record.id] = None
            if record.capital and entity.country is not None:
                self.capitals.setdefault(entity.country, record.id)
            words = key(entity.label_ar).split()
            if entity.type == "GovernmentBody" and entity.country and len(words) > 2:
                stem = words[1].removeprefix(ARTICLE)
                if stem in lexicon.fields and lexicon.ministries.entries.get(words[0]):
                    self.ministries.setdefault((stem, entity.country), record.id)
        self.skeletons = {pair: tuple(people) for pair, people in skeletons.items()}

    @staticmethod
    def load() -> Knowledge:
        """Read the tables and language data that ship with the package (cached)."""
        return _load()

    def country(self, label: str) -> str:
        """Give the id of the country with this English label.

        Raises:
            KeyError: no such country is listed; language data may only name listed ones.
        """
        try:
            return self.by_label["Country", label]
        except KeyError:
            raise KeyError(f"no country {label!r} in knowledge/countries.tsv; correct the language data") from None

    def organs(self, country: str) -> tuple[tuple[str, str], ...]:
        """Name the listed bodies of a state: ids and the keys of their labels."""
        if self._organs is None:
            self._organs = {}
            for record in self.known.values():
                if record.entity.type == "GovernmentBody" and record.entity.country:
                    pair = record.id, key(record.entity.label_ar)
                    self._organs[record.entity.country] = (*self._organs.get(record.entity.country, ()), pair)
        return self._organs.get(country, ())

    def holders(self, role: str, of: str, day: date | None, years: int = 6) -> tuple[str, ...]:
        """Name who held an office on a day, latest start first; nobody if no day is given.

        ``years`` is how long an office is believed that has no end in the table.
        """
        if day is None:
            return ()
        rows = [row for row in self.by_office.get((role, of), ()) if row.covers(day, years)]
        rows.sort(key=lambda row: (row.start or date.min, row.person), reverse=True)
        return tuple(dict.fromkeys(row.person for row in rows))

    def former(self, role: str, of: str, day: date | None) -> tuple[str, ...]:
        """Name who has held an office up to a day, or ever if no day is given, latest start first."""
        rows = [r for r in self.by_office.get((role, of), ()) if day is None or r.start is None or r.start <= day]
        rows.sort(key=lambda row: (row.start or date.min, row.person), reverse=True)
        return tuple(dict.fromkeys(row.person for row in rows))


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = files("sifara.knowledge").joinpath(name)
    lines = path.read_text(encoding="utf-8").splitlines()
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _cells(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _day(cell: str | None) -> date | None:
    if not cell:
        return None
    parts = [int(p) for p in cell.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _role(row: dict[str, str]) -> str:
    if row["role"] in _ROLES:
        return _ROLES[row["role"]]
    return next((role for pattern, role in _OTHER_ROLES if pattern.search(row["title_en"])), "Official")


class _Builder:
    """Collects records and keeps their ids apart."""

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.by_qid: dict[str, str] = {}

    def add(self, type_: str, row: dict[str, str], country: str | None = None, hint: str = "") -> str:
        qid = row.get("qid") or None
        label = row["label_en"]
        name = identifier(label)
        if name in self.known:
            name = f"{name}_{hint or qid or type_}"
        aliases = _cells(row.get("aliases_ar"))
        entity = Entity(name, type_, row["label_ar"], label, qid, aliases, country)
        names = tuple(dict.fromkeys((row["label_ar"], *aliases, *_cells(row.get("acronym_ar")))))
        self.known[name] = Known(
            entity,
            names,
            _cells(row.get("family_name_ar")),
            row.get("gender") or "m",
            row.get("is_capital") == "1",
            int(row.get("population") or 0),
            _cells(row.get("demonym_ar")),
            row.get("famous") == "1",
        )
        if qid:
            self.by_qid.setdefault(qid, name)
        return name


def _read() -> tuple[dict[str, Known], tuple[Held, ...], dict[str, int]]:
    builder = _Builder()
    years: dict[str, int] = {}
    for row in _rows("countries.tsv"):
        builder.add("Country", row)
    countries = dict(builder.by_qid)
    for row in _rows("cities.tsv"):
        country = next((countries[q] for q in _cells(row["country_qid"]) if q in countries), None)
        builder.add("City", row, country, hint=country or "")
    for row in _rows("organisations.tsv"):
        country = countries.get(row["country_qid"])
        kind = _KINDS.get(row["kind"]) or ("GovernmentBody" if country else "Organization")
        builder.add(kind, row, country, hint=country or "")
    labels = {known.entity.label_en: name for name, known in builder.known.items() if known.entity.type == "Country"}
    for row in _rows("regions.tsv"):
        if row["country"] and row["country"] not in labels:
            raise ValueError(f"regions.tsv: {row['label_en']}: no country {row['country']!r} in countries.tsv")
        builder.add("Region", row, labels.get(row["country"]), hint="region")
    for row in _rows("treaties.tsv"):
        name = builder.add("Treaty", row, hint=row["year"])
        if row["year"][:4].isdigit():
            years[name] = int(row["year"][:4])
    for row in _rows("people.tsv"):
        builder.add("Person", row)
    held = []
    for row in _rows("offices.tsv"):
        person, of = builder.by_qid.get(row["person_qid"]), builder.by_qid.get(row["country_qid"])
        if person and of:
            held.append(Held(person, _role(row), of, _day(row["start"]), _day(row["end"])))
    _extras(builder, held)
    return builder.known, tuple(held), years


def _extras(builder: _Builder, held: list[Held]) -> None:
    """Read the tables without ids: further entities, further names of listed ones, offices of the former."""
    by_label: dict[str, str] = {}
    for name, known in builder.known.items():
        by_label.setdefault(known.entity.label_en or "", name)
    for table, row in ((t, row) for t in ("extra_entities.tsv", "extra_places.tsv") for row in _rows(t)):
        country = by_label.get(row["country"]) if row["country"] else None
        if row["country"] and country is None:
            raise ValueError(f"{table}: {row['label_en']}: no country {row['country']!r} in countries.tsv")
        by_label.setdefault(row["label_en"], builder.add(row["type"], row, country, hint=country or ""))
    for row in _rows("extra_names.tsv"):
        listed = by_label.get(row["label_en"])
        if listed is None:
            raise ValueError(
                f"extra_names.tsv: nothing is listed under {row['label_en']!r}; write its label_en exactly"
            )
        known = builder.known[listed]
        extra = _cells(row["aliases_ar"])
        entity = replace(known.entity, aliases=tuple(dict.fromkeys((*known.entity.aliases, *extra))))
        builder.known[listed] = replace(
            known,
            entity=entity,
            names=tuple(dict.fromkeys((*known.names, *extra))),
            families=tuple(dict.fromkeys((*known.families, *_cells(row["family_name_ar"])))),
            famous=known.famous or row["famous"] == "1",
        )
    for row in _rows("extra_offices.tsv"):
        person, of = by_label.get(row["person"]), by_label.get(row["of"])
        if person is None or of is None:
            raise ValueError(
                f"extra_offices.tsv: {row['person']!r} or {row['of']!r} is not listed; write label_en exactly"
            )
        held.append(Held(person, row["role"], of, _day(row["start"]), _day(row["end"])))


@lru_cache(maxsize=1)
def _load() -> Knowledge:
    from sifara.entities.compiled import load_lexicon

    known, held, years = _read()
    return Knowledge(known, held, years, load_lexicon(known))


__all__ = ["Held", "Knowledge", "Known"]
