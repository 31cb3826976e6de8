"""What is only named has the day that another sentence tells for it: "the attack", "the attack on Friday"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sifara.document import Event, TimeExpression
from sifara.events.classes import Classes
from sifara.events.placing import STRUCK
from sifara.events.predicates import Parsed, Predicate
from sifara.events.statuses import ACTUAL, PLANNED

_ACTORS = ("agent", "participant")
_UNDERGOERS = ("target", "object")
_LEAD = 3  # sentences behind the title in which its matter is told
_DAY = len("2000-01-01")

Seats = frozenset[tuple[str, str]]  # (person, country or organisation that they hold an office of)


class Dates(Protocol):
    """What is asked of the dating of one sentence."""

    def of_telling(self, predicate: Predicate) -> Sequence[TimeExpression]:
        """Give the times of a predicate itself, or of the relative clause that tells when it took place."""

    def points_back(self, noun: Predicate) -> bool:
        """Whether a noun only points back to a deed told elsewhere."""

    def another(self, noun: Predicate) -> bool:
        """Whether a noun is told as one more of its kind."""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A dated predicate, whether or not it became an event."""

    sentence: int
    start: int
    classes: frozenset[str]
    lemmas: frozenset[str]
    date: str
    until: str | None
    ahead: bool
    named: frozenset[str]  # entities of the sentence
    known: bool  # it is the definite noun of a deed: "the attack that took place on Friday"


class Tellings:
    """The dated predicates of a document, and the nouns that name an event."""

    def __init__(self) -> None:
        self.told: list[_Telling] = []
        self.nouns: dict[tuple[int, int], frozenset[str]] = {}  # (sentence, start) -> lemmas
        self.bare: set[tuple[int, int]] = set()  # (sentence, start) of nouns that only point back: "the attack"

    def note(self, sentence: int, parsed: Parsed, dating: Dates) -> None:
        """Note what a sentence dates."""
        mentions = [c.mention for c in parsed.chunks if c.mention is not None]
        mentions += [n for c in parsed.chunks for n in c.nisbas]
        named = frozenset(e for m in mentions for e in m.entities)
        for predicate in parsed.predicates:
            again = [f for f in predicate.frames if f.retold]
            if not again:
                continue
            if predicate.form == "noun":
                if dating.another(predicate):
                    continue  # "another attack" is not the one told before, nor does it lend that one its day
                self.nouns[sentence, predicate.chunk.start] = predicate.chunk.head_lemmas
                if dating.points_back(predicate):
                    self.bare.add((sentence, predicate.chunk.start))
            days = [t for t in dating.of_telling(predicate) if t.function in ("date", "range") and t.value is not None]
            days = [t for t in days if len(t.value or "") == _DAY]
            if len({t.value for t in days}) != 1:
                continue
            kinds = frozenset(f.event for f in again)
            after = parsed.chunks[predicate.chunk.index + 1 : predicate.chunk.index + 2]
            named_by_day = any(c.time in days and not c.prep for c in after)  # "the attack of Friday night"
            alone = predicate.form == "noun" and (predicate.chunk.definite or named_by_day)
            self.told.append(
                _Telling(
                    sentence, predicate.chunk.start, kinds, predicate.chunk.head_lemmas, days[0].value or "",
                    days[0].until, days[0].orientation > 0, named, alone,
                )
            )


def date_retold(events: Iterable[Event], tellings: Tellings, seats: Seats, classes: Classes) -> tuple[Event, ...]:
    """Date events that only nouns name by the one day that other sentences tell for a deed of the same word.

    Args:
        events: Merged events, in the order of their first telling.
        tellings: The dated predicates of the document.
        seats: Pairs of a person and the state or body that they hold an office of.
        classes: What is true of classes of events.
    """
    events = tuple(events)
    by_place = {(x.sentence, x.trigger_start): e for e in events for x in e.evidence}
    found = list(events)
    for index, event in enumerate(events):
        told = _telling(event, tellings, by_place, seats, classes)
        if told is None:
            continue
        date = told.date
        found[index] = replace(event, date=date, until=event.until or told.until, date_basis="inferred")
        same = by_place.get((told.sentence, told.start))
        if same is not None and same is not event and _nobodys(same) and not _side(event, _UNDERGOERS):
            host = events.index(same)
            found[host] = _one(found[host], found[index])
            found[index] = found[host]
    return tuple(dict.fromkeys(found))


def _nobodys(event: Event) -> bool:
    """Whether of an event only the place is told that it hit."""
    hit = [a for a in event.arguments if a.role in _UNDERGOERS]
    return not _side(event, _ACTORS) and bool(hit) and all(a.rule.endswith(STRUCK) for a in hit)


def _one(told: Event, named: Event) -> Event:
    """Give the deed that one sentence tells by its place and another by who claims it."""
    return replace(
        told, arguments=(*named.arguments, *told.arguments), evidence=(*told.evidence, *named.evidence)
    )


def _side(event: Event, roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(a.entity for a in event.arguments if a.role in roles)


def _others(event: Event, told: Event | None, seats: Seats) -> bool:
    """Whether the dated deed is told of other parties."""
    if told is None:
        return False
    for roles in (_ACTORS, _UNDERGOERS):
        one, other = _side(event, roles), _side(told, roles)
        one, other = one | {of for p, of in seats if p in one}, other | {of for p, of in seats if p in other}
        if one and other and not (one <= other or other <= one):
            return True
    crossed = _side(event, _ACTORS) & _side(told, _UNDERGOERS) or _side(event, _UNDERGOERS) & _side(told, _ACTORS)
    return bool(crossed)


def _telling(
    event: Event, tellings: Tellings, by_place: Mapping[tuple[int, int], Event], seats: Seats, classes: Classes
) -> _Telling | None:
    """Find the one dated deed of other sentences that an event only names."""
    whole = event.date is not None and len(event.date) == _DAY
    if whole or event.status not in (ACTUAL, PLANNED) or not classes.has(event.type, "retold"):
        return None
    spots = [(x.sentence, x.trigger_start) for x in event.evidence]
    lemmas = [tellings.nouns.get(spot) for spot in spots]
    if not all(lemmas) and event.date is None:
        return None
    back = all(spot in tellings.bare for spot in spots) and classes.has(event.type, "took_place")
    title = all(sentence == 0 for sentence, _ in spots)
    words = frozenset().union(*(x for x in lemmas if x))
    parties = {a.entity for a in event.arguments if a.role != "place"}
    around = parties | {of for person, of in seats if person in parties} | {p for p, of in seats if of in parties}
    kind = classes.broader.get(event.type, event.type)
    found = {}
    for told in tellings.told:
        if told.sentence in {s for s, _ in spots} or told.ahead != (event.status == PLANNED):
            continue
        if not any(classes.broader.get(k, k) == kind for k in told.classes):
            continue
        if event.date is not None and not told.date.startswith(event.date):
            continue
        same = by_place.get((told.sentence, told.start))
        if _others(event, same, seats) or (same is not None and same.status != event.status):
            continue
        alike = bool(words & told.lemmas)
        sure = alike or same is not None or len(parties) > 1 or (title and told.sentence <= _LEAD)
        known = told.known and alike and (around & told.named or back)
        if (sure and parties <= told.named) or known:
            found[told.date] = told
    return next(iter(found.values())) if len(found) == 1 else None
