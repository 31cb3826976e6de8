"""Entities that may be one under two names, as a list for people to judge. Nothing here joins anything.

The list is of tab-separated values. Whoever writes "same" or "different" (or "accept", "reject") in the first column
decides; the decision is kept with the store and survives rebuilds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sifara.errors import InputError
from sifara.graph.decisions import DIFFERENT, ENTITY, SAME, Decisions
from sifara.graph.similar import keys, likeness
from sifara.text.folding import fold_word

COLUMNS = ("verdict", "score", "one", "other", "one_label", "other_label", "why", "one_documents", "other_documents")
_OFFICE, _COUNTRY, _ELSEWHERE = 0.3, 0.15, -0.3
_ENOUGH = 0.75
_VERDICTS = {"same": SAME, "accept": SAME, "yes": SAME, "different": DIFFERENT, "reject": DIFFERENT, "no": DIFFERENT}
_CROWD = 200  # entities a key; one that so many share says nothing


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of an entity. ``sort`` is "Person" or "Organization"; names are IRIs."""

    iri: str
    sort: str
    labels: tuple[str, ...]
    listed: bool
    countries: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Two entities that may be one, with a score from 0 to 1 and the reasons."""

    score: float
    one: Known
    other: Known
    why: tuple[str, ...]

    def row(self, verdict: str = "") -> tuple[str, ...]:
        """Return the cells of the list."""
        one, other = self.one, self.other
        labels = (one.labels[0], other.labels[0])
        counts = (str(one.documents), str(other.documents))
        return (verdict, f"{self.score:.2f}", one.iri, other.iri, *labels, "+".join(self.why), *counts)


def suspicions(entities: Iterable[Known], decisions: Decisions) -> list[Suspicion]:
    """Return the pairs of ``entities`` that may be one, most likely first; not those that are decided.

    Two entities that the tables list are two.
    """
    blocks: dict[tuple[str, str], list[Known]] = {}
    for entity in sorted(entities, key=lambda e: e.iri):
        for key in sorted({key for label in entity.labels for key in (*keys(label), *_offices(entity))}):
            blocks.setdefault((entity.sort, key), []).append(entity)
    found: dict[tuple[str, str], Suspicion] = {}
    for members in blocks.values():
        if len(members) > _CROWD:
            continue
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                names = (one.iri, other.iri)
                if names in found or (one.listed and other.listed) or one.iri == other.iri:
                    continue
                suspicion = _compare(one, other)
                if suspicion is not None and decisions.verdict(ENTITY, *names) is None:
                    found[names] = suspicion
    return sorted(found.values(), key=lambda s: (-s.score, s.one.iri, s.other.iri))


def _offices(entity: Known) -> list[str]:
    return [f"{role} {of}" for role, of in sorted(entity.offices)] if entity.sort == "Person" else []


def _compare(one: Known, other: Known) -> Suspicion | None:
    found = [like for a in one.labels for b in other.labels if (like := likeness(a, b)) is not None]
    if not found:
        return None
    best = max(found, key=lambda like: (like.score, like.how))
    score, why = best.score, [best.how]
    if one.offices & other.offices:
        score += _OFFICE
        why.append("office")
    if one.countries & other.countries:
        score += _COUNTRY
        why.append("country")
    elif one.countries and other.countries:
        score += _ELSEWHERE
        why.append("other-country")
    if one.offices & other.offices and not (one.listed or other.listed) and _folded(one) & _folded(other):
        return None  # joined by rule, in sifara.graph.people
    # A name within another is worth a look only with something beside it.
    return Suspicion(min(round(score, 2), 1.0), one, other, tuple(why)) if score >= _ENOUGH else None


def _folded(entity: Known) -> set[str]:
    return {" ".join(fold_word(label).split()) for label in entity.labels}


def write(found: Iterable[Suspicion]) -> Iterator[str]:
    """Yield the lines of the list."""
    yield "\t".join(COLUMNS) + "\n"
    for suspicion in found:
        yield "\t".join(" ".join(cell.split()) for cell in suspicion.row()) + "\n"


def read(lines: Sequence[str], where: str) -> list[tuple[str, str, str]]:
    """Return the decisions in an edited list: verdict, one IRI, the other. Lines without a verdict say nothing.

    :raises InputError: if the list has other columns, or a verdict is none.
    """
    head = lines[0].lstrip("\ufeff").rstrip("\r\n").split("\t") if lines else []
    if not {"verdict", "one", "other"} <= set(head):
        raise InputError(f"found the columns {', '.join(head)} in {where}; expected {', '.join(COLUMNS)}")
    found = []
    for number, line in enumerate(lines[1:], 2):
        cells = dict(zip(head, line.rstrip("\r\n").split("\t"), strict=False))
        word = cells.get("verdict", "").strip().casefold()
        if not word:
            continue
        if word not in _VERDICTS or not cells.get("one") or not cells.get("other"):
            raise InputError(
                f"found the verdict {word!r} in line {number} of {where}; expected one of {', '.join(_VERDICTS)}, "
                "or nothing, beside two IRIs"
            )
        found.append((_VERDICTS[word], cells["one"], cells["other"]))
    return found
