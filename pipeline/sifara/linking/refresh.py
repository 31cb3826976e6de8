"""The knowledge tables made anew from an endpoint, beside those that are there, with every difference for review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sifara.linking.cache import Row
from sifara.linking.endpoint import Endpoint, EndpointError
from sifara.linking.tables import COLUMNS
from sifara.linking.wikidata import Facts, classes, describe, local, of_kind, query

Tables = dict[str, list[Row]]
_FEMALE = "Q6581072"
_ROLES = {
    "ForeignMinister": "foreign_minister",
    "DefenceMinister": "defence_minister",
    "HeadOfState": "head_of_state",
    "HeadOfGovernment": "head_of_government",
    "Ambassador": "ambassador",
    "Minister": "other",
}
_NAMED = ("countries", "cities", "organisations", "treaties", "people")


@dataclass(slots=True)
class Fresh:
    """The tables made anew, what changed in them (rows of the diff), and what could not be asked."""

    tables: Tables
    changes: list[tuple[str, ...]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def refresh(
    old: Tables,
    endpoint: Endpoint,
    *,
    since: int = 1990,
    least: int = 300_000,
    say: Callable[[str], None] = lambda line: None,
) -> Fresh:
    """Return the tables as ``endpoint`` would have them.

    Labels, family names and other names that people wrote stay; further names of the endpoint are added behind them.
    Ids of entities derive from English labels, so these stay too. Rows whose item was deleted go; one that redirects
    takes the other's id. What the endpoint says of states, dates and numbers takes the place of what was there.

    :param since: offices that ended before this year are left out, if they are not in the tables.
    :param least: so many people make a city worth a row.
    """
    fresh = Fresh({name: [dict(row) for row in rows] for name, rows in old.items()})
    lists = _Lists(endpoint, fresh, say)
    countries = lists.rows("countries", query("countries"))
    states = sorted({q for row in countries if (q := local(row.get("item", "")))} | _ids(old["countries"]))
    found: dict[str, list[Row]] = {
        "countries": countries,
        "cities": lists.by_states("cities", states, {"$LEAST": str(least)}),
        "organisations": lists.rows("organisations", query("organisations")),
        "treaties": lists.rows("treaties", query("treaties")),
    }
    held = lists.by_states("offices", states, {"$SINCE": str(since)})
    found["people"] = [{"item": row.get("person", ""), "gender": row.get("gender", "")} for row in held]
    facts = lists.facts(
        sorted(
            {q for rows in found.values() for row in rows if (q := local(row.get("item", "")))}.union(
                *map(_ids, old.values())
            )
        )
    )
    for name in _NAMED:
        fresh.tables[name] = list(_table(name, fresh.tables[name], found[name], facts, endpoint.address))
    listed = _ids(fresh.tables["people"])
    fresh.tables["offices"] = list(_offices(old["offices"], held, listed, facts, endpoint.address))
    for name in COLUMNS:
        fresh.changes += differences(name, old[name], fresh.tables[name], facts)
    return fresh


class _Lists:
    """Asks for lists; what is not answered is noted, and the table then stays as it was."""

    def __init__(self, endpoint: Endpoint, fresh: Fresh, say: Callable[[str], None]) -> None:
        self._endpoint, self._fresh, self._say = endpoint, fresh, say

    def rows(self, name: str, text: str) -> list[Row]:
        if self._endpoint.hopeless:
            return []
        try:
            rows, _ = self._endpoint.ask(text)
        except EndpointError as error:
            self._fresh.problems.append(f"{name}: {error}")
            return []
        self._say(f"{name}: {len(rows)} rows")
        return rows

    def by_states(self, name: str, states: list[str], values: dict[str, str]) -> list[Row]:
        text = query(name).replace("$OFFICES", _wd(of_kind("office")))
        for word, value in values.items():
            text = text.replace(word, value)
        size = self._endpoint.settings.batch
        batches = [states[start : start + size] for start in range(0, len(states), size)]
        return [row for batch in batches for row in self.rows(name, text.replace("$ITEMS", _wd(batch)))]

    def facts(self, qids: list[str]) -> dict[str, Facts]:
        found: dict[str, Facts] = {}
        size = self._endpoint.settings.batch
        for start in range(0, len(qids), size):
            if self._endpoint.hopeless:
                break
            try:
                found.update(describe(self._endpoint, qids[start : start + size]))
            except EndpointError as error:
                self._fresh.problems.append(f"items: {error}")
        self._say(f"{len(found)} of {len(qids)} items described")
        return found


def _table(name: str, old: list[Row], found: list[Row], facts: dict[str, Facts], source: str) -> Iterator[Row]:
    about: dict[str, list[Row]] = {}
    for row in found:
        qid = local(row.get("item", ""))
        if qid is not None:
            about.setdefault(qid, []).append(row)
    seen: set[str] = set()
    for row in old:
        qid = row["qid"]
        known = facts.get(qid)
        if qid and known is not None and known.deleted:
            continue
        if known is not None and known.redirect:
            row = {**row, "qid": known.redirect, "source": f"{row['source']} ; redirected by {source}".strip(" ;")}
            qid, known = known.redirect, facts.get(known.redirect)
        if qid in seen:
            continue
        seen.update({qid} - {""})
        yield _merged(name, row, about.get(qid, []), known) if known is not None else row
    for qid in sorted(set(about) - seen, key=lambda q: int(q[1:])):
        known = facts.get(qid)
        if known is not None and known.labels.get("ar") and known.labels.get("en") and not known.redirect:
            empty = dict.fromkeys(COLUMNS[name], "")
            new = {**empty, "qid": qid, "label_en": known.labels["en"], "label_ar": known.labels["ar"]}
            new["source"] = f"{source} ({known.day})"
            if name == "people" and len(known.labels["ar"].split()) > 1:
                new["family_name_ar"] = known.labels["ar"].split()[-1]
            if name == "organisations":
                new["kind"] = "igo"
            yield _merged(name, new, about[qid], known)


def _merged(name: str, row: Row, said: list[Row], known: Facts) -> Row:
    row = dict(row)
    arabic = [known.labels["ar"]] if "ar" in known.labels else []
    arabic += [alias for language, alias in known.aliases if language == "ar"]
    names = dict.fromkeys(one for one in row["aliases_ar"].split("|") if one)
    names.update(dict.fromkeys(one.replace("|", " ") for one in arabic))
    names.pop(row["label_ar"], None)
    row["aliases_ar"] = "|".join(names)
    values: dict[str, str] = {}
    if name == "countries":
        capitals = sorted({q for one in said if (q := local(one.get("capital", "")))})
        values = {"iso2": known.iso2, "iso3": known.iso3, "capital_qid": "|".join(capitals)}
    elif name == "cities":
        population = max((float(one["population"]) for one in said if one.get("population")), default=0.0)
        states = sorted({q for one in said if (q := local(one.get("country", "")))})
        capital = "1" if any(one.get("capital") for one in said) else ""
        values = {"country_qid": "|".join(states), "is_capital": capital, "population": f"{population:.0f}"}
        if not population:
            del values["population"]
    elif name == "people":
        genders = {local(one.get("gender", "")) for one in said} - {None}
        values = {"gender": ("f" if _FEMALE in genders else "m") if genders else ""}
    elif name == "treaties":
        values = {"year": min((one["made"][:4] for one in said if one.get("made")), default="")}
    # States that share a city are not taken apart, and what the endpoint does not say stays.
    return {**row, **{k: v for k, v in values.items() if v and not (k.endswith("_qid") and "|" in row[k])}}


def _offices(old: list[Row], held: list[Row], people: set[str], facts: dict[str, Facts], source: str) -> Iterator[Row]:
    best: dict[tuple[str, str, str, str], Row] = {}
    order = {qid: place for place, qid in enumerate(of_kind("office"))}
    for row in held:
        ids = [local(row.get(name, "")) for name in ("person", "office", "of", "kind")]
        if None in ids or ids[0] not in people:
            continue
        key = (ids[0] or "", ids[1] or "", ids[2] or "", row.get("start", "")[:10])
        if key not in best or order[ids[3] or ""] < order[local(best[key]["kind"]) or ""]:
            best[key] = row
    new: dict[tuple[str, str, str], list[Row]] = {}
    for (person, _, of, start), row in sorted(best.items()):
        role = _ROLES[classes()[local(row["kind"]) or ""][1]]
        new.setdefault((person, role, of), []).append(
            {
                "person_qid": person,
                "role": role,
                "title_en": row.get("english", ""),
                "title_ar": row.get("arabic", ""),
                "country_qid": of,
                "start": start,
                "end": row.get("end", "")[:10],
                "source": source,
            }
        )
    written: set[tuple[str, str, str]] = set()
    for row in old:
        known = facts.get(row["person_qid"])
        person = known.redirect if known is not None and known.redirect else row["person_qid"]
        key3 = (person, row["role"], row["country_qid"])
        if person not in people:
            continue
        if key3 not in new:
            yield {**row, "person_qid": person}
        elif key3 not in written:
            written.add(key3)
            for fresh in new[key3]:
                titles = {k: row[k] for k in ("title_en", "title_ar") if row[k]}
                yield {**fresh, **titles, "end": fresh["end"] or (row["end"] if row["start"] == fresh["start"] else "")}
    for key3 in sorted(set(new) - written):
        yield from new[key3]


def differences(name: str, old: list[Row], new: list[Row], facts: dict[str, Facts]) -> Iterator[tuple[str, ...]]:
    """Yield what changed in a table: table, id, label, change, column, old and new value."""
    if name == "offices":
        before = {tuple(row[c] for c in COLUMNS[name][:-1]) for row in old}
        after = {tuple(row[c] for c in COLUMNS[name][:-1]) for row in new}
        for change, rows in (("removed", before - after), ("added", after - before)):
            for row in sorted(rows):
                cells = ["", " ".join(row)] if change == "added" else [" ".join(row), ""]
                yield (name, row[0], row[2], change, "", *cells)
        return
    before_by, after_by = ({row["qid"]: row for row in rows if row["qid"]} for rows in (old, new))
    for qid in sorted(set(before_by) | set(after_by), key=lambda q: int(q[1:])):
        was, now = before_by.get(qid), after_by.get(qid)
        if was is None and now is not None:
            yield (name, qid, now["label_en"], "added", "", "", now["label_ar"])
        elif now is None and was is not None:
            redirect = facts[qid].redirect if qid in facts else ""
            yield (name, qid, was["label_en"], "redirected" if redirect else "removed", "qid", qid, redirect)
        elif was is not None and now is not None:
            for column in COLUMNS[name]:
                if was[column] != now[column] and column != "source":
                    yield (name, qid, was["label_en"], "changed", column, was[column], now[column])


def _ids(rows: list[Row]) -> set[str]:
    return {row["qid"] for row in rows if row.get("qid")}


def _wd(qids: list[str]) -> str:
    return " ".join(f"wd:{qid}" for qid in qids)
