"""Listed names other than people: which entity a name means here, and whether a capital stands for its state."""

from __future__ import annotations

import re

from sifara.entities.gazetteer import Hit
from sifara.entities.scope import Scope
from sifara.entities.spelling import identifier
from sifara.entities.words import QUOTES, Line, key, variants

_BI = "bi"
_TA = "\u062a"
_DAY = re.compile(r"[0-3]?[0-9](?:[-/][0-9]{1,2})?")
_NEAR_GOAL = 4  # words between a verb of moving and its goal
_GOAL = 10  # and so many with a titled traveller between them
_TIES = 3  # words before "with" in which ties are told
_COMMA = "\u060c"
_DASHES = "-\u2013\u2014_/(\u0640\u060c:"


def _before(line: Line, index: int, back: int = 1) -> str:
    return line.keys[index - back] if index - back >= 0 else ""


def _stems(word: str) -> set[str]:
    """Give a word and what it is without proclitics and article, for look-up in word lists."""
    found = {word}
    for variant in variants(word):
        found.add(variant.stem)
    return found


def _in(scope: Scope, name: str, word: str) -> bool:
    return not scope.lexicon.sets[name].isdisjoint(_stems(word)) if word else False


def counts(scope: Scope, line: Line, hit: Hit) -> bool:
    """Say whether an ambiguous listed name counts as that name here."""
    lexicon, text = scope.lexicon, hit.alias.text
    if _elsewhere(scope, line, hit):
        return False
    if text in lexicon.sets["not_behind_bi"] and _BI in hit.clitics:
        return False
    if text in lexicon.sets["prepositional"]:
        if party(scope, line, hit):
            return True
        if _before(line, hit.start) in lexicon.sets["adjective_hosts"]:
            return False
        if _in(scope, "before_prepositional", _before(line, hit.start)):
            return True
        if hit.clitics == ("wa",) and hit.start and _named_before(scope, line, hit.start):
            return True
        return not hit.clitics and any(name in scope.present for name in hit.alias.full)
    if text in lexicon.sets["introduced"]:
        if _quoted(line, hit):
            return True
        by = {scope.knowledge.any_label[label] for label in lexicon.introducers.get(text, ())}
        return any(name in scope.present for name in (*hit.alias.full, *sorted(by)))
    # One short word behind a preposition is more often something else.
    if hit.clitics == ("wa",) and hit.start and _named_before(scope, line, hit.start):
        return True
    return not (hit.clitics and hit.end == hit.start + 1 and len(text) < 4 and text not in lexicon.sets["short_names"])


def _elsewhere(scope: Scope, line: Line, hit: Hit) -> bool:
    """Say whether the words around the name of a place make it that of a club, a newspaper, a time of prayer."""
    if any(scope.entity(name).type not in ("City", "Country", "Region") for name in hit.alias.full):
        return False
    sets = scope.lexicon.sets
    if line.keys[hit.end : hit.end + 1] and line.keys[hit.end] in sets["no_place_after"]:
        return True
    return not hit.clitics and not _stems(_before(line, hit.start)).isdisjoint(sets["no_place_before"])


def party(scope: Scope, line: Line, hit: Hit) -> bool:
    """Say whether a country whose name is a common word is plainly a party: the subject of a feminine verb, or listed.

    أعلنت مالي, مالي تعلن, مالي والنيجر.
    """
    if not any(scope.entity(name).type == "Country" for name in hit.alias.full):
        return False
    verbs = scope.lexicon.verbs
    before, after = _before(line, hit.start), line.keys[hit.end : hit.end + 1]
    said = [before[v.offset :] for v in variants(before) if not v.definite and v.clitics in ((), ("wa",), ("fa",))]
    if not hit.clitics and any(word in verbs and (word[-1] == _TA or word[0] == _TA) for word in said):
        return True
    if after and after[0] in verbs and after[0][0] == _TA and hit.clitics in ((), ("wa",)):
        return True
    joined = scope.hits_at(line, hit.end)
    return not hit.clitics and any(
        other.clitics == ("wa",) and any(scope.entity(n).type == "Country" for n in other.alias.full)
        for other in joined
    )


def _named_before(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a listed country or city ends right before a token, so that و joins a further one to it."""
    for back in (1, 2, 3):
        for hit in scope.hits_at(line, index - back) if index - back >= 0 else ():
            if hit.end == index and any(scope.entity(n).type in ("Country", "City", "Region") for n in hit.alias.full):
                return True
    return False


def _quoted(line: Line, hit: Hit) -> bool:
    """Say whether a name stands alone between quotation marks (the name of a newspaper, a title)."""
    inside = hit.start > 0 and hit.end < len(line.keys)
    return inside and line.keys[hit.start - 1] in QUOTES and line.keys[hit.end] in QUOTES


def in_dateline(scope: Scope, line: Line, index: int, end: int) -> bool:
    """Say whether the tokens are the place of a dateline: first in the sentence, then an agency, a day or a dash."""
    number = line.keys[end : end + 1]
    if number and number[0][0].isdigit() and end + 2 < len(line.keys) and _DAY.fullmatch(number[0]):
        return True
    if end == len(line.keys) and 0 < index <= 6 and line.keys[index - 1][0] in _DASHES:
        return True
    if index > 3 or line.sentence.index > 6:
        return False
    following = line.keys[end : end + 1]
    if not following:
        return index == 0
    word = following[0]
    if word[0] == _COMMA and index and line.keys[index - 1] in scope.lexicon.verbs:
        return False  # نددت باريس، أمس، ب
    if word[0] in _DASHES or word[0].isdigit():
        return index == 0 or all(not key[0].isalpha() or key in ("\u0648",) or index <= 2 for key in line.keys[:index])
    return any(line.keys[end : end + len(words)] == words for words in scope.lexicon.lists["agencies"])


def is_place(scope: Scope, line: Line, hit: Hit, previous_place: bool) -> bool:
    """Decide whether a capital is meant as a place (else as the state that it governs).

    ``previous_place`` is the decision for the capital that a coordination joins it to.
    """
    start = hit.start
    if line.keys[max(0, start - 2) : start] in scope.lexicon.lists["each_of"]:
        start -= 2  # "in each of Paris and Rome", "each of Paris and Rome backs": what stands before the list decides
    if in_dateline(scope, line, hit.start, hit.end):
        return True
    if _BI in hit.clitics:
        near = line.keys[max(0, start - _TIES) : start]  # without ties with Tehran
        tied = any(_in(scope, "ties", word) for word in near)
        return not tied or any(_in(scope, "not_ties", word) for word in near)
    before, before2 = _before(line, start), _before(line, start, 2)
    behind = [word for word in line.keys[hit.end : hit.end + 2] if word not in QUOTES]  # وأنقرة "تدين"
    acts = bool(behind) and behind[0] in scope.lexicon.verbs
    if hit.clitics in (("wa",), ("fa",)) and start > 0 and previous_place and not acts:
        return True
    if not hit.clitics:
        aimed = any(_in(scope, "direction_prepositions", word) for word in line.keys[hit.end : hit.end + 1])
        if _in(scope, "attacks_on", before) and not aimed:
            return True  # هجوم موسكو, but هجوم موسكو على
        if _in(scope, "travel", before) or _in(scope, "witnessing", before):
            return True
        if before in scope.lexicon.sets["place_prepositions"]:
            return True
        if _in(scope, "place_prepositions", before):
            return True
        if (
            before in scope.lexicon.sets["direction_prepositions"]
            or _stems(before) & scope.lexicon.sets["direction_prepositions"]
        ):
            nearby = line.keys[max(0, start - 7) : start - 1]
            if any(_in(scope, "travel", word) for word in nearby):
                return True
            if any(_in(scope, "asking", word) for word in nearby):
                return False  # طلب الوزير من دمشق
            return not any(_in(scope, "acting_neighbours", word) for word in nearby[-3:])
        if _moving(scope, line, start):
            return True
    return bool("li" in hit.clitics and (_in(scope, "travel", before) or _in(scope, "travel", before2)))


def _moving(scope: Scope, line: Line, start: int) -> bool:
    """Say whether a verb of moving shortly before has the name as its goal: زار الوزير طهران."""
    for back in range(2, _GOAL):
        word = _before(line, start, back)
        if not word or not word[0].isalpha():
            return False
        if back > _NEAR_GOAL and word in scope.lexicon.verbs and not _in(scope, "travel", word):
            return False
        if _in(scope, "travel", word):
            between = line.keys[start - back + 1 : start]
            return not any(
                _in(scope, "acting_neighbours", w) or _in(scope, "direction_prepositions", w) for w in between
            )
    return False


def choose(scope: Scope, names: tuple[str, ...]) -> str:
    """Choose among entities of one name: the country, then what the document speaks of, the largest, the youngest."""

    def rank(name: str) -> tuple[int, int, int, int, int, str]:
        entity = scope.entity(name)
        known = scope.known(name)
        return (
            entity.type != "Country",
            0 if entity.country in scope.countries or name in scope.present else 1,
            0 if known is not None and known.capital else 1,
            -(known.population if known is not None else 0),
            -scope.knowledge.years.get(name, 0),
            name,
        )

    return min(names, key=rank)


def settle(scope: Scope, line: Line, hit: Hit, previous_place: bool = False) -> tuple[tuple[str, ...], str, str] | None:
    """Say what a listed name (no person) means here: entity ids, type and the rule; ``None`` if it does not count."""
    alias = hit.alias
    if alias.seats:
        countries = tuple(scope.knowledge.country(label) for label in alias.seats)
        return countries, "Country", "seat"
    names = tuple(n for n in alias.full if scope.entity(n).type != "Person")
    names = tuple(n for n in names if _already(scope, n))
    if _quoted(line, hit) and names and scope.entity(names[0]).type in ("City", "Country", "Region"):
        before = line.keys[hit.start - 2] if hit.start > 1 else ""
        if hit.clitics or not (before in scope.lexicon.verbs or _in(scope, "before_quoted", before)):
            return None
    if not names or not counts(scope, line, hit):
        return None
    if alias.text in scope.lexicon.sets["of_their_state"] and not _of_a_named_state(scope, names):
        known = scope.known(names[0])
        words = next((n for n in (known.names if known else ()) if key(n) == alias.text), alias.text)
        scope.make(identifier(words), scope.entity(names[0]).type, words, None, None)
        return (identifier(words),), scope.entity(names[0]).type, "namesake"
    kinds = {scope.entity(name).type for name in names}
    if kinds == {"Country", "City"}:
        return _country_or_capital(scope, line, hit, names)
    name = choose(scope, names)
    entity = scope.entity(name)
    if entity.type == "City" and entity.country is not None:
        known = scope.known(name)
        label = entity.label_en or ""
        state = scope.lexicon.acting_cities.get(label)
        acts = state is not None or (known is not None and known.capital and label not in scope.lexicon.never_acting)
        if acts and not is_place(scope, line, hit, previous_place):
            return (entity.country,), "Country", "capital"
    return (name,), entity.type, "listed"


def _of_a_named_state(scope: Scope, names: tuple[str, ...]) -> bool:
    """Whether the document names the state of one of these: the Republican Party of Tunisia is no American one."""
    return not {scope.entity(name).country for name in names}.isdisjoint({*scope.countries, None})


def _country_or_capital(scope: Scope, line: Line, hit: Hit, names: tuple[str, ...]) -> tuple[tuple[str, ...], str, str]:
    """Settle a name that a country and a city share: the city in a dateline and where its country is another."""
    country = next(n for n in names if scope.entity(n).type == "Country")
    city = next(n for n in names if scope.entity(n).type == "City")
    other = scope.entity(city).country
    if other != country and other is not None:
        marked = len(line.tokens[hit.start].text) > len(line.tokens[hit.start].folded)
        near = {n for n in scope.countries if n in (country, other)}
        if (marked and "\u0651" in line.tokens[hit.start].text) or (
            other in near and (country not in near or in_dateline(scope, line, hit.start, hit.end))
        ):
            return (city,), "City", "listed"
        return (country,), "Country", "listed"
    if in_dateline(scope, line, hit.start, hit.end):
        return (city,), "City", "dateline"
    return (country,), "Country", "listed"


def _already(scope: Scope, name: str) -> bool:
    """Leave out treaties that are younger than the document."""
    entity = scope.entity(name)
    if entity.type != "Treaty" or scope.day is None:
        return True
    year = scope.knowledge.years.get(name)
    return year is None or year <= scope.day.year
