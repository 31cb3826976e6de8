"""How likely two documents tell the same event: points for what they share, and what rules it out.

The rule is meant to be right rather than to find much: two events taken for one are worse than one event told
twice. ``docs/graph.md`` explains every number to the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sifara.graph.tellings import BOUND_TO_A_PLACE, Telling, ordinal

PERSON = 2.0  # a person does one such thing a day
PARTY = 1.5  # a country or an organisation does several
KIN = 1.0  # here the minister, there the country: often, but not always, the same talks
THING = 2.0  # a treaty or a project is signed, extended or annulled once
CITY = 2.0  # with the place of a visit or an attack, which is half of what it is
PLACE = 1.5  # a city, with anything else
COUNTRY_PLACE = 0.5  # half of what a country does takes place in it
SAME_DAY = 2.0  # both texts give the day
NEAR = 1.5  # no date, or only one; but published within a day of it
NEXT_DAY = 0.5  # the day before or after: other time zones, "yesterday" counted from print
SAME_MONTH = 0.5  # both know the month only
TOPIC = 1.0  # a topic is shared
WORDS = 3.0  # by the share of words in common, of what was said; below half of them, nothing
EXTRA = -0.25  # a party that only one of them names
PLANNED = -1.0  # planned here, and done there

#: So many points make one event of two tellings.
ENOUGH = 5.0
#: More are asked where a day sees several of the kind, where one party is all that is shared, and of what is only
#: wished or denied.
ENOUGH_OF_MANY = 6.0

MANY_A_DAY = frozenset(
    (
        "Statement", "Concern", "Appeal", "Praise", "Support", "Accusation", "Condemnation", "Warning", "Rejection",
        "Denial", "Proposal", "Attack", "Detention", "Release", "Deployment", "Protest", "Aid",
    )
)
_THINGS = frozenset(("Treaty", "Project"))
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """What two tellings share: ``points`` and the names of what earned them; ``enough`` if they are one event."""

    points: float
    reasons: tuple[str, ...]
    enough: bool


def conflict(one: Telling, other: Telling) -> bool:
    """Return whether the two can never be one event, whatever a third one says."""
    if one.document == other.document or one.family != other.family or one.group != other.group:
        return True  # what a document tells as two events are two
    if one.cities and other.cities and not one.cities & other.cities:
        return True
    return _apart(one, other) or _parties(one, other) is None


def match(one: Telling, other: Telling) -> Match | None:
    """Return what the two share; ``None`` if they cannot be one event, or nobody can say."""
    if conflict(one, other):
        return None
    when = _when(one, other)
    shared = _parties(one, other)
    if when is None or not shared:
        return None
    points, reasons = list(shared), ["parties"]
    matched = sum(1 for value in shared if value > 0)
    places = one.places & other.places
    if places and one.family in BOUND_TO_A_PLACE:
        matched += 1
    if cities := one.cities & other.cities:
        points.append(CITY if one.family in BOUND_TO_A_PLACE else PLACE)
    elif places:
        points.append(COUNTRY_PLACE)
    reasons += ["city"] if cities else ["place"] if places else []
    points.append(when[0])
    reasons.append(when[1])
    if one.topics & other.topics:
        points.append(TOPIC)
        reasons.append("topic")
    if (share := _share(one.words(), other.words())) >= _SHARE:
        points.append(round(WORDS * share, 2))
        reasons.append("words")
    if one.status != other.status:
        points.append(PLANNED)
        reasons.append("planned")
    if matched < 2 and not {"city", "topic", "words"} & set(reasons):
        return None
    strict = one.family in MANY_A_DAY or matched < 2 or one.group != "Actual"
    total = round(sum(points), 2)
    return Match(total, tuple(reasons), total >= (ENOUGH_OF_MANY if strict else ENOUGH))


def _apart(one: Telling, other: Telling) -> bool:
    """Return whether the dates that the texts give are not those of one event."""
    if not one.date or not other.date:
        return False
    if len(one.date) == len(other.date) == 10:
        return abs(ordinal(one.date) - ordinal(other.date)) > 1
    length = min(len(one.date), len(other.date))
    return one.date[:length] != other.date[:length]


def _when(one: Telling, other: Telling) -> tuple[float, str] | None:
    """Return the points for the time, with their name; ``None`` where the two are not known to be near."""
    if len(one.date) == len(other.date) == 7:
        return (SAME_MONTH, "month") if one.date == other.date else None
    here, there = one.days(), other.days()
    if not here or not there:
        return None
    if one.date and other.date:
        return (SAME_DAY, "day") if one.date == other.date else (NEXT_DAY, "next-day")
    return (NEAR, "near") if here.start < there.stop and there.start < here.stop else None


def _parties(one: Telling, other: Telling) -> list[float] | None:
    """Return the points for the parties; ``None`` if they do not go together, nothing if none is shared.

    They go together if, role by role, all of one side are among the other's. A country may stand for somebody
    of that country, and for nobody else.
    """
    points: list[float] = []
    for role in sorted(one.roles.keys() & other.roles.keys()):
        here, there = one.roles[role], other.roles[role]
        both = {party for party in here & there if not _namesakes(party, one, other)}
        points += [_worth(one.sorts.get(party, "")) for party in sorted(both)]
        left, right = set(here - both), set(there - both)
        points += [KIN] * (_pair(left, right, one.kin) + _pair(right, left, other.kin))
        # Their country is named beside them, and by both.
        left -= {party for party in left if one.kin.get(party) in both}
        right -= {party for party in right if other.kin.get(party) in both}
        if left and right:
            return None
        points += [EXTRA] * (len(left) + len(right))
    return points if any(value > 0 for value in points) else []


def _namesakes(party: str, one: Telling, other: Telling) -> bool:
    """Return whether a name that both give is that of two people, each of another country."""
    countries = {one.kin.get(party, ""), other.kin.get(party, "")} - {""}
    return len(countries) > 1 and party in one.strangers | other.strangers


def _pair(people: set[str], countries: set[str], kin: Mapping[str, str]) -> int:
    """Take out of both sets whoever stands for his country there, and return how many do."""
    count = 0
    for person in sorted(people):
        country = kin.get(person)
        if country in countries:
            people.discard(person)
            countries.discard(country)
            count += 1
    return count


def _worth(sort: str) -> float:
    return PERSON if sort == "Person" else THING if sort in _THINGS else PARTY


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
