"""One event told twice in a document is one event, with all that is told of it.

Two tellings are the same event if they are of one class, of one status, share an actor (or an undergoer, where
neither names an actor), and nothing they tell contradicts: the parties of one contain those of the other, dates
and places agree or are missing on one side. Who "attended the meeting" took part in the last one told before.

What somebody voices twice (an appeal, a warning, praise) is one act only if it is about the same: beyond the title and
the opening sentence, which the body tells again in other words, two calls whose topics share hardly a word are two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sifara.document import Event
from sifara.events.classes import Classes, classes

_ACTORS = ("agent", "participant")
_UNDERGOERS = ("target", "object")
_DESTINATIONS = ("target", "place")


ATTENDEE = "attendee"  # the rule by which a party attended

Nouns = frozenset[tuple[int, int]]  # (sentence, start of the trigger) of events that are named rather than told
Seats = frozenset[tuple[str, str]]  # (person, country or organisation that they hold an office of)
About = Mapping[tuple[int, int], frozenset[str]]  # (sentence, start of the trigger) to the lemmas of its topics

_RECEPTION = 2  # sentences over which it is told who received somebody
_OPENING = 2  # sentences: title and opening
_SHARED = 0.2  # share of the lemmas of the shorter topic; chosen on development documents


def _side(event: Event, roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(a.entity for a in event.arguments if a.role in roles)


def _within(a: frozenset[str], b: frozenset[str], seats: Seats) -> bool:
    """Whether every party of ``a`` is in ``b``, itself or by the person who speaks for it."""
    return all(x in b or any((y, x) in seats or (x, y) in seats for y in b) for x in a)


def _nested(a: frozenset[str], b: frozenset[str], seats: Seats = frozenset()) -> bool:
    return not a or not b or _within(a, b, seats) or _within(b, a, seats)


def _dates_agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _same_class(a: Event, b: Event, talks: frozenset[str], known: Classes) -> bool:
    if known.broader.get(a.type, a.type) == known.broader.get(b.type, b.type):
        return True
    # "the two sides discussed …" tells what a call or a round of talks was about.
    vague = all(e.frame in talks for e in a.evidence) or all(e.frame in talks for e in b.evidence)
    return vague and known.has(a.type, "encounter") and known.has(b.type, "encounter")


def _attended(known: Event, event: Event) -> bool:
    """Whether ``event`` says no more than who attended the meeting that ``known`` told."""
    actors = [a for a in event.arguments if a.role in _ACTORS]
    return (
        bool(actors)
        and all(a.rule == ATTENDEE for a in actors)
        and known.status == event.status
        and _dates_agree(known.date, event.date)
    )


def _with_others(merged: list[Event], event: Event, receptions: Nouns) -> int | None:
    """Find the reception that goes on: "at the airport to see him off was … And there to see him off were also"."""
    first = event.evidence[0]
    if (first.sentence, first.trigger_start) not in receptions:
        return None
    for index in range(len(merged) - 1, -1, -1):
        told = [x for x in merged[index].evidence if (x.sentence, x.trigger_start) in receptions]
        near = any(first.sentence - x.sentence <= _RECEPTION for x in told)
        if near and _side(event, _ACTORS) & _side(merged[index], _ACTORS) and merged[index].status == event.status:
            return index
    return None


def _announced(a: Event, b: Event, nouns: Nouns, known: Classes) -> bool:
    """Whether one names what the other tells as done or ahead ("the visit"), so that only the other's time counts."""
    if {a.status, b.status} != {"Actual", "Planned"}:
        return False
    named = any(_only_named(x, nouns) and (x.date is None or x.date == y.date) for x, y in ((a, b), (b, a)))
    return named and (known.has(a.type, "encounter") or known.has(a.type, "journey"))


def _only_named(event: Event, nouns: Nouns) -> bool:
    return all((e.sentence, e.trigger_start) in nouns for e in event.evidence)


def _same(
    a: Event, b: Event, seats: Seats, towns: Seats, talks: frozenset[str], known: Classes, nouns: Nouns
) -> bool:
    ahead = {a.status, b.status} <= {"Planned", "Hypothetical"}  # "the possible summit", later "agreed to hold it"
    ahead = ahead or _announced(a, b, nouns, known)
    if (a.status != b.status and not ahead) or not _same_class(a, b, talks, known):
        return False
    if known.has(a.type, "journey") and not _nested(_side(a, _DESTINATIONS), _side(b, _DESTINATIONS), towns):
        return False
    actors, others = _side(a, _ACTORS), _side(b, _ACTORS)
    done, suffered = _side(a, _UNDERGOERS), _side(b, _UNDERGOERS)
    places = _nested(_side(a, ("place",)), _side(b, ("place",)))
    if not (
        _nested(actors, others, seats) and _nested(done, suffered, seats) and places and _dates_agree(a.date, b.date)
    ):
        return False
    apart = min(len(actors), len(others)) > 1 < abs(len(actors) - len(others))
    if known.has(a.type, "encounter") and apart and not _nested(actors, others):
        return False  # two ministers met, and six states hold talks
    if known.has(a.type, "speech"):
        return bool(actors and actors == others)
    if actors and others:
        return True
    return bool(done and suffered)


def _otherwise(a: Event, b: Event, about: About, known: Classes, nouns: Nouns) -> bool:
    """Whether two acts of voice are about different things, so that they are two; two without a topic are one."""
    if not known.has(a.type, "voiced") or _only_named(a, nouns) or _only_named(b, nouns):
        return False
    if min(e.sentence for e in (*a.evidence, *b.evidence)) < _OPENING:
        return False
    one, other = (
        frozenset().union(*(about.get((e.sentence, e.trigger_start), frozenset()) for e in x.evidence)) for x in (a, b)
    )
    return bool(one or other) and len(one & other) <= _SHARED * min(len(one), len(other))


def _join(
    a: Event, b: Event, seats: Seats, talks: frozenset[str], known: Classes, nouns: Nouns = frozenset()
) -> Event:
    arguments = {(x.role, x.entity): x for x in a.arguments}
    for argument in b.arguments:
        arguments.setdefault((argument.role, argument.entity), argument)
    # Told with the countries in one place and with their ministers in another, it is the ministers' event.
    people = {(role, p) for role, p in arguments}
    for role, entity in list(arguments):
        first, second = (role, entity) in {(x.role, x.entity) for x in a.arguments}, None
        other = b if first else a
        second = _side(other, _ACTORS if role in _ACTORS else _UNDERGOERS)
        if (
            role != "place"
            and entity not in second
            and any((p, entity) in seats and (role, p) in people for p in second)
        ):
            del arguments[role, entity]
    vague_first = all(e.frame in talks for e in a.evidence)
    kind = b.type if vague_first else a.type
    kind = next((x for x, y in ((a.type, b.type), (b.type, a.type)) if known.broader.get(x) == y), kind)
    told = [e.status for e in (a, b) if not _only_named(e, nouns)]
    longer = b.date is not None and (a.date is None or len(b.date) > len(a.date))
    return replace(
        a,
        type=kind,
        status=a.status if a.status == b.status else told[0] if len(told) == 1 else "Planned",
        arguments=tuple(arguments.values()),
        evidence=(*a.evidence, *b.evidence),
        date=b.date if longer else a.date,
        date_basis=b.date_basis if longer else a.date_basis,
        until=a.until or b.until,
        duration=a.duration or b.duration,
        topics=tuple(dict.fromkeys((*a.topics, *b.topics))),
        content=a.content or b.content,
        attributed_to=a.attributed_to if a.attributed_to == b.attributed_to else None,
        confidence=max(a.confidence, b.confidence),
    )


def merge_events(
    events: list[Event],
    seats: Seats = frozenset(),
    talks: frozenset[str] = frozenset(),
    bodies: Seats = frozenset(),
    towns: Seats = frozenset(),
    lexicon: Classes | None = None,
    nouns: Nouns = frozenset(),
    about: About | None = None,
    receptions: Nouns = frozenset(),
) -> tuple[Event, ...]:
    """Join the tellings of one event; the order of first tellings is kept.

    ``seats`` are pairs of a person and the state or body that they hold an office of; ``talks`` the ids of
    frames that tell the subject of talks without saying of what kind they were; ``bodies`` pairs of a ministry and
    its state: what both are told to have done is one deed of both; ``towns`` pairs of a town or region and its
    state: a journey to one of them is one to the other; ``lexicon`` what is true of classes of events;
    ``nouns`` where an event is named rather than told; ``about`` what it is about, ``None`` if that is not known;
    ``receptions`` where it is told who stood there to receive somebody or to see him off.
    """
    classed = lexicon or classes()
    talked = classed.having["encounter"]
    merged: list[Event] = []
    for event in events:
        last = len(merged) - 1
        if event.type in talked and merged:
            held = (i for i in range(last, -1, -1) if merged[i].type in talked and _attended(merged[i], event))
            met = next(held, None)
            met = _with_others(merged, event, receptions) if met is None else met
            if met is not None:
                merged[met] = _join(merged[met], event, seats, talks, classed)
                continue
        for index, known in enumerate(merged):
            if classed.has(event.type, "speech") and (known.date or event.date) and known.date != event.date:
                continue
            if about is not None and _otherwise(known, event, about, classed, nouns):
                continue
            if _same(known, event, seats | bodies, towns, talks, classed, nouns):
                merged[index] = _join(known, event, seats, talks, classed, nouns)
                break
        else:
            merged.append(event)
    return tuple(merged)
