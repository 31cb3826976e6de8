"""Who is meant? Candidates are weighed by name, office, date, country and neighbours.

Each candidate collects points; so does the possibility that it is somebody whom no table lists. A score is the share
of a candidate in the sum of all exponents, as in a logistic regression, so that scores are comparable between cases.
The points were set by hand and the threshold on annotated documents (docs/linking.md says how).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from sifara.entities import Knowledge
from sifara.entities.words import ARTICLE, key
from sifara.linking.index import ALIKE, ENDS, FAMILY, FULL, LONGER, READING, Index, Match, group
from sifara.linking.items import LINKED, OPEN, UNKNOWN, Candidate, Case, Decision, Item, Scene
from sifara.linking.moved import TOWN_OR_STATE
from sifara.linking.words import among, ordinary

#: From this score on the link is certain; chosen so that 98 of 100 such links are right.
THRESHOLD = 0.9
#: A candidate below this score is not worth a look.
LEAST = 0.05
_MOST = 5  # candidates that are kept
_KIN = {  # what a bare "minister" or "president" may be
    "Minister": frozenset({"Minister", "ForeignMinister", "DefenceMinister", "DeputyMinister"}),
    "Official": frozenset({"Official", "Envoy", "Spokesperson", "SecretaryGeneral", "DeputyMinister"}),
    "HeadOfState": frozenset({"HeadOfState", "HeadOfGovernment", "CrownPrince"}),
    "HeadOfGovernment": frozenset({"HeadOfGovernment", "CrownPrince", "HeadOfState"}),
}
_SON = "\u0628\u0646"
_OPEN = 0.5  # points, at most, of a place beside whose name stands a sign of something else
_BARE = 2  # words of the name of a ministry that tell of no state
_PATIENCE = 8  # years for which an office without an end is believed


class Linker:
    """Decides cases against an index. Without state: the same case in the same scene is decided the same."""

    def __init__(self, index: Index | None = None, threshold: float = THRESHOLD) -> None:
        self.index = index if index is not None else Index.of_tables()
        self.threshold = threshold

    def decide(self, case: Case, scene: Scene, extra: Iterable[Item] = ()) -> Decision:
        """Rank the candidates of ``case``; ``extra`` are further ones, found elsewhere by one of its names."""
        matches = self._matches(case, extra)
        if not matches:
            return Decision(case, UNKNOWN)
        nobody = _nobody(case, matches.values())
        weighed = [(match.item, *_weigh(match, case, scene)) for match in matches.values()]
        total = exp(nobody) + sum(exp(points) for _, points, _ in weighed)
        found = [Candidate(item, exp(points) / total, reasons) for item, points, reasons in weighed]
        found.sort(key=lambda candidate: (-candidate.score, candidate.item.id))
        kept = tuple(candidate for candidate in found if candidate.score >= LEAST)[:_MOST]
        if not kept:
            return Decision(case, UNKNOWN)
        return Decision(case, LINKED if kept[0].score >= self.threshold else OPEN, kept)

    def _matches(self, case: Case, extra: Iterable[Item]) -> dict[str, Match]:
        """Return how the names of a case match each candidate; all names of it must speak for the same one."""
        rows = [(name, {match.item.id: match for match in self.index.matches(name, case.type)}) for name in case.names]
        further = list(extra)
        if further:
            other = Index(further)
            rows += [(name, {m.item.id: m for m in other.matches(name, case.type)}) for name in case.names]
        best: dict[str, Match] = {}
        for _, row in rows:
            for one, match in row.items():
                if one not in best or best[one].worth < match.worth:
                    best[one] = match
        for match in list(best.values()) if TOWN_OR_STATE in case.doubts else ():  # the state may be meant as well
            state = self.index.items.get(match.item.countries[0] if match.item.capital and match.item.countries else "")
            if state is not None:
                best.setdefault(state.id, Match(state, READING, 0.5, 1))
        chosen = self.index.items.get(case.chosen or "")
        if chosen is not None and chosen.id not in best and group(chosen.type) == group(case.type):
            best[chosen.id] = Match(chosen, READING, 0.6, 1)
        return best


def _nobody(case: Case, matches: Iterable[Match]) -> float:
    """Return the points of somebody else, whom no table lists."""
    if case.type != "Person":
        return 0.0
    # Who is named in full, but only a family name of the tables agrees, is most likely a relative or a namesake.
    surest = max(matches, key=lambda match: match.worth)
    if surest.words >= _longest(case) and surest.how in (FAMILY, READING):
        return 0.5
    return {FULL: 0.5, LONGER: 0.5, ENDS: 1.0, ALIKE: 2.0}.get(surest.how, 3.0)


def _longest(case: Case) -> int:
    return max((len(name.split()) for name in case.names), default=1)


def _weigh(match: Match, case: Case, scene: Scene) -> tuple[float, tuple[str, ...]]:
    """Return the points of a candidate, and the reasons in words."""
    item = match.item
    if item.type == "Person":
        points, reasons = _person_points(match, case)
        in_office = scene.day is not None and any(term.years_from(scene.day) == 0 for term in item.terms)
        abroad = not any(scene.countries.get(country) for country in item.countries)
        if match.how == FULL and (_given_alone(case) or (not in_office and _many_bear(case, item, abroad))):
            points -= 3.5
            reasons.append("a name that many bear")
        for more, why in (_office_points(match, case, scene), _country_points(item, case, scene)):
            points += more
            reasons += why
    elif group(item.type) == "Place":
        points, reasons = _place_points(match, case, scene)
    else:
        points = {FULL: 4.5, ALIKE: 1.5, READING: 3.0}.get(match.how, 2.0)
        reasons = [f"name: {match.how}"]
        if item.countries and case.country is not None and case.country not in item.countries:
            points -= 4.0
            reasons.append("of another country")
        points += 1.5 if item.id == case.chosen else 0.0
        several = scene.states is not None and len(scene.states) > 1
        if match.how == READING and item.type == "GovernmentBody" and several and not _told_of(case, item):
            points -= 3.5
            reasons.append("other states have such a body")
    if case.names and all(map(ordinary, case.names)):
        points -= 2.5 if item.type == "Person" else 4.5
        reasons.append("an ordinary word too")
    if item.id == case.chosen:
        reasons.append("the reading of the document")
    if case.doubts:
        points = min(points, _OPEN)
        reasons += case.doubts
    return points, tuple(reasons)


def _told_of(case: Case, item: Item) -> bool:
    """Say whether a name tells of which state a body is: it has more words than "the ministry of defence"."""
    return any(len(name.split()) > _BARE for name in case.names)


def _person_points(match: Match, case: Case) -> tuple[float, list[str]]:
    item = match.item
    alone = match.words >= _longest(case)  # not a part of a longer name
    if match.how == FULL:
        points = 3.5 + (1.0 if match.words > 2 else 0.0)
    elif match.how == LONGER:
        points = 2.5 if match.worth > 0.8 else 0.5
    elif match.how == ALIKE:
        points = 2.5 + 40 * (match.worth / 0.8 - 0.95)  # one letter less is soon another family
    elif match.how == ENDS:
        points = 2.5
    else:
        points = 0.0 if alone else -1.0 if match.how == READING else -2.0
        points += 2.0 if item.famous and alone else 0.0
    if item.id == case.chosen:  # a reading by a name that is only alike is no second witness
        points += 0.5 if match.how == ALIKE else 1.5
    reasons = [f"name: {match.how}" + (", famous" if item.famous and match.how == FAMILY else "")]
    if match.how == ALIKE and _other_given(case, item):
        points -= 4.0
        reasons.append("another given name")
    if match.how == LONGER and _other_family(case, item):
        points -= 4.0
        reasons.append("another family name behind it")
    return points, reasons


def _other_given(case: Case, item: Item) -> bool:
    """Say whether the names of a case begin with a given name that no name of the item has: a namesake's."""
    given = Knowledge.load().lexicon.sets["given"]
    own = {key(word) for name in item.names for word in name.split()}
    firsts = {key(name.split()[0]) for name in case.names if len(name.split()) > 1}
    return bool(firsts) and all(first in given and first not in own for first in firsts)


def _other_family(case: Case, item: Item) -> bool:
    """Say whether the longest name ends with a family name that no name of the item has: a namesake's."""
    last = max(case.names, key=lambda name: len(name.split())).split()[-1]
    own = {word for name in (*item.names, *item.families) for word in name.split()}
    return last.startswith(ARTICLE) and last not in own


def _many_bear(case: Case, item: Item, abroad: bool) -> bool:
    """Say whether all names of a case are two given names, the first a common one, and no office is told.

    "Son of" between them makes it a name that few bear, if the document speaks of the country of ``item``.
    """
    given = Knowledge.load().lexicon.sets["given"]
    several = [[word for word in name.split() if not (abroad and key(word) == _SON)] for name in case.names]
    longest = [words for words in several if len(words) > 1]
    two = bool(longest) and all(len(words) == 2 and among(words[0], "common_first") for words in longest)
    common = two and all(key(words[1]) in given for words in longest)
    return common and not item.famous and not case.offices


def _given_alone(case: Case) -> bool:
    """Say whether a case is named by one given name alone ("Abd al-Hamid"), and no office is told."""
    given = Knowledge.load().lexicon.sets["given"]
    return not case.offices and bool(case.names) and all("".join(map(key, n.split())) in given for n in case.names)


def _place_points(match: Match, case: Case, scene: Scene) -> tuple[float, list[str]]:
    """Weigh a place by its country, which others than itself must speak of, its rank, and the words before it."""
    item = match.item
    points = {FULL: 4.0, ALIKE: 0.5, READING: 3.0}.get(match.how, 2.0) + (0.5 if item.id == case.chosen else 0.0)
    reasons = [f"name: {match.how}"]
    near = any(scene.spoken(country, case.entity) > 0 for country in item.countries)
    points += 1.5 if near else -0.5
    points += 1.0 if item.capital else 0.0
    points += 0.5 if item.population > 500_000 else 0.0
    reasons += ["its country is spoken of"] if near else []
    shared = any(among(name, "shared") for name in case.names)
    if shared and near:  # another country is that of the document
        spoken = max(scene.spoken(country, case.entity) for country in item.countries)
        near = spoken * 2 >= max(scene.countries.values())
    if not near and shared:
        points -= 3.0
        reasons.append("other places bear the name")
    if item.type == "City" and case.names and all(among(name.split()[0], "other_place") for name in case.names):
        points -= 6.0
        reasons.append("a place that is named after it")
    return points, reasons


def _office_points(match: Match, case: Case, scene: Scene) -> tuple[float, list[str]]:
    """Weigh the offices that the document tells against those of the item, and these against the day."""
    item, day = match.item, scene.day
    surely, countries = match.how == FULL, scene.states
    points, reasons = 0.0, []
    best = 0.0
    for role, of in case.offices:
        for term in item.terms:
            if of != term.of or not _kin(role, term.role):
                continue
            exact = 4.0 if role == term.role else 2.5
            years = term.years_from(day) if day is not None else 0.0
            lapsed = term.end is None and term.start is not None and day is not None
            if lapsed and term.start is not None and day is not None and (day - term.start).days > 365 * _PATIENCE:
                exact = min(exact, 2.0)
            worth = exact if -0.5 < years < 1 else 1.5 if years >= 1 else -1.0
            if worth > best:
                best = worth
                reasons = [f"office: {term.role} of {term.of}" + ("" if -0.5 < years < 1 else ", at another time")]
    points += best
    if best <= 0 and case.offices and item.terms:
        told = {of for _, of in case.offices}
        if told & set(item.countries):
            points += 0.5
            reasons.append("another office of the same country")
        elif countries is None or told & countries:
            points -= 2.0 if surely else 3.5
            reasons.append("offices of another country")
    if day is not None and item.terms:
        distance = [term.years_from(day) for term in item.terms]
        if any(years == 0 for years in distance):
            if not case.offices:
                points += 1.0
                reasons.append("in office on the day")
        elif all(years < 0 for years in distance):
            early = -max(distance)
            worst = 1.0 if surely else 3.5  # whoever is named in full may have been known before
            points -= min(worst, 3.5 if early > 8 else 1.5 if early > 2 else 0.5)
            reasons.append(f"in office only {early:.0f} years later")
        elif min(years for years in distance if years > 0) > 10:
            points -= 0.5
            reasons.append("long out of office")
    return points, reasons


def _kin(told: str, held: str) -> bool:
    return told == held or held in _KIN.get(told, ())


def _country_points(item: Item, case: Case, scene: Scene) -> tuple[float, list[str]]:
    """Weigh the countries of a person against those the document speaks of, most often or at all."""
    if not item.countries:
        return 0.0, []
    spoken = max((scene.countries.get(country, 0) for country in item.countries), default=0)
    if case.country is not None and case.country in item.countries and case.chosen is None:
        return 1.5, ["of the same country"]
    if spoken == 0:
        return -1.5, ["the document does not speak of the country"]
    most = max(scene.countries.values())
    return (1.0, ["of a country much spoken of"]) if spoken * 2 >= most else (0.5, ["of a country spoken of"])
