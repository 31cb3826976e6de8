"""The language data of this stage, compiled from ``lexicon/entities/*.yaml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from sifara.entities.entries import Anaphor, Head, Pattern
from sifara.entities.lexicon import Lexicon
from sifara.entities.nisba import forms, nisba_table
from sifara.entities.origins import egyptian, origins
from sifara.entities.phrases import PhraseTable
from sifara.entities.words import key

_AMBIGUOUS = (
    "never",
    "regions_only",
    *("introduced", "of_their_state"),
    *("introduced_families", "adjective_families"),
    "prepositional",
    "before_prepositional",
    "before_quoted",
    "adjective_hosts",
    "short_names",
    *("not_behind_bi", "no_place_before", "no_place_after"),
)
_PLACES = (
    *("place_prepositions", "direction_prepositions", "travel", "attacks_on", "witnessing"),
    *("acting_neighbours", "naming_places", "directions", "journeys", "asking", "meeting_prepositions"),
    *("ties", "not_ties"),
)


@lru_cache(maxsize=32)
def read_yaml(name: str) -> dict[str, Any]:
    """Read one file of the language data."""
    text = files("sifara.lexicon.entities").joinpath(name).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def _words(phrases: list[str]) -> frozenset[str]:
    return frozenset(key(phrase) for phrase in phrases)


def _tuples(phrases: list[str]) -> tuple[tuple[str, ...], ...]:
    split = {tuple(key(word) for word in phrase.split()) for phrase in phrases}
    return tuple(sorted(split, key=lambda words: (-len(words), words)))


def load_lexicon(known: dict[str, Any]) -> Lexicon:
    """Compile the language data; ``known`` are the records of the knowledge tables, for the adjectives.

    Raises:
        KeyError: a file lacks a list that the scanner needs.
    """
    lexicon = Lexicon()
    _titles(lexicon)
    _names(lexicon)
    _collectives(lexicon)
    _organisations(lexicon)
    _places(lexicon)
    _anaphors(lexicon)
    lexicon.nisbas = nisba_table(known, read_yaml("nisba.yaml"))
    data = read_yaml("nisba.yaml")
    lexicon.sets["nisba_names"] = _words(data["names"])
    ambiguous = read_yaml("ambiguous.yaml")
    for name in _AMBIGUOUS:
        lexicon.sets[name] = _words(ambiguous[name])
    lexicon.introducers = {key(name): tuple(labels) for name, labels in ambiguous["introduced_by"].items()}
    lexicon.acting_cities = dict(ambiguous["acting_cities"])
    lexicon.never_acting = frozenset(ambiguous["never_acting"])
    tables: tuple[PhraseTable[Any], ...] = (
        lexicon.heads,
        lexicon.honorifics,
        lexicon.modifiers,
        lexicon.collectives,
        lexicon.ministries,
        lexicon.patterns,
        lexicon.places,
        lexicon.anaphors,
    )
    for table in tables:
        table.finish()
    return lexicon


def _titles(lexicon: Lexicon) -> None:
    data = read_yaml("titles.yaml")
    for name, entry in data["heads"].items():
        complements = [
            (words, complement["role"], bool(complement.get("keep")))
            for complement in entry.get("complements", ())
            for words in _tuples(complement["words"])
        ]
        complements.sort(key=lambda c: -len(c[0]))
        for form, phrases in entry["forms"].items():
            number, gender = (form[-1], "f" if form[0] == "f" else "m") if len(form) == 2 else (form, "m")
            head = Head(
                name=name,
                role=entry["role"],
                takes=entry.get("takes", "plain"),
                number=number,
                gender=gender,
                of=entry.get("of"),
                default_of=entry.get("default_of"),
                needs=entry.get("needs", ""),
                sender=bool(entry.get("sender")),
                royal=bool(entry.get("royal")),
                deputy=bool(entry.get("deputy")),
                holds_none=bool(entry.get("holds_none")),
                former=bool(entry.get("former")),
                alone=entry.get("alone"),
                only_definite=bool(entry.get("definite")),
                chancellors=tuple(entry.get("chancellors", ())),
                role_in=tuple(sorted(entry.get("role_in", {}).items())),
                complements=tuple(complements),
            )
            lexicon.heads.add_all(phrases, head)
    for kind, phrases in data["honorifics"].items():
        lexicon.honorifics.add_all(phrases, kind)
    branches = (f"{rank} {branch}" for rank in data["ranks"] for branch in data["branches"])
    lexicon.honorifics.add_all(list(branches), "military")
    lexicon.modifiers.add_all(data["modifiers"], True)
    lexicon.unions.update({key(part): union for part, union in data["unions"].items()} | data["unions"])
    states = ("crowned", "custodians", "emirates", "presiding_speakers")  # by their English labels
    lexicon.sets.update({name: frozenset(data[name]) for name in states})
    lexicon.roles_by_country.update(data["roles_by_country"])
    for role, stems in data["portfolios"].items():
        lexicon.fields.update({key(stem): role for stem in stems})
    for name in (
        "committees",
        "crowns",
        "former",
        "deputies",
        "regional",
        "honorary",
        "appointing",
        "holding",
        "posts",
        "deputy_ordinals",
        *("national_councils", "on_behalf", "about", "presiding", "behalf_of_own", "accredited"),
        "officially",
        "host",
        "described_by",
        "concern",
        "toward",
        "charged",
        "assisting",
        "state_words",
        *("portfolio_fillers", "residing", "abroad", "delegations", "delegated_by", "commoners", "over", "courts"),
        "union_members",
        "words_too",
    ):
        lexicon.sets[name] = _words(data[name])
        lexicon.lists[name] = _tuples(data[name])


def _names(lexicon: Lexicon) -> None:
    data = read_yaml("names.yaml")
    for name, phrases in data.items():
        if name not in ("given", "stops", "verbs"):
            lexicon.sets[name] = _words(phrases)
    lexicon.sets.update(origins(data))
    lexicon.sets["given"] = egyptian(frozenset(key(w) for line in data["given"] for w in line.split()), lexicon.sets)
    lexicon.sets["stops"] = frozenset(key(word) for word in data["stops"].split())
    verbs: set[str] = set()
    for pair in data["verbs"].split("|"):
        for form in pair.split():
            verbs.update(_persons(key(form)))
    lexicon.verbs = frozenset(verbs - lexicon.sets["given"])


def _persons(verb: str) -> list[str]:
    """Make the third persons of a verb from its masculine singular, perfect or imperfect."""
    ya, alif, nun, waw, ta, sin = "\u064a", "\u0627", "\u0646", "\u0648", "\u062a", "\u0633"
    if verb[0] == ya and len(verb) > 2:
        stems = [verb, ta + verb[1:]]
        stems += [stem + ending for stem in stems for ending in (alif + nun, alif)] + [
            verb + waw + nun,
            verb + waw + alif,
        ]
        stems += [sin + stem for stem in stems]
        return stems
    weak = verb[:-1] if verb[-1] in (ya, alif) else verb
    return [verb, weak + ta, verb + alif, weak + waw + alif, weak + ta + alif]


def _collectives(lexicon: Lexicon) -> None:
    data = read_yaml("collectives.yaml")
    for country, phrases in data["seats"].items():
        lexicon.seats.update(dict.fromkeys(phrases, (country,)))
    for entry in data["phrases"]:
        lexicon.seats.update({phrase: tuple(entry["countries"]) for phrase in entry["names"]})
    for kind, phrases in data["heads"].items():
        lexicon.collectives.add_all(phrases, kind)
    lexicon.rebels.add_all(data["rebels"], True)
    lexicon.forces = data["led_forces"][0]
    lexicon.loyal = frozenset(data["loyal"])
    lexicon.occupiers = {state: frozenset(named) for state, named in data["occupiers"].items()}
    names = ("leaders", "led_forces", "loyal_words", "land", "state_nouns", "branches_too", "seated", "occupied_by")
    for name in (*names, "complemented", "governing_organs"):
        lexicon.sets[name] = _words(data[name])
    lexicon.sets["branches"] = lexicon.sets["branches_too"].union(f[0] for w in data["branches"] for f in forms(key(w)))


def _organisations(lexicon: Lexicon) -> None:
    data = read_yaml("organisations.yaml")
    lexicon.ministries.add_all(data["ministries"]["words"], True)
    lexicon.field_labels = {key(stem): label for stem, label in data["ministry_fields"].items()}
    named_for = ("scopes", "aims", "callings", "causes", "fields_too", "issued", "issued_by")
    movements = ("movement_nouns", "party_sorts", "missions")
    for name in ("bare_ministries", "passing", "generic", "name_adjectives", "organs", *named_for, *movements):
        lexicon.sets[name] = _words(data[name])
    lexicon.lists["treaty_links"] = _tuples(data["treaty_links"])
    lexicon.lists.update({name: _tuples(phrases) for name, phrases in data["numbered_resolutions"].items()})
    by_word: dict[str, list[Pattern]] = {}
    for entry in data["patterns"]:
        then, fixed = tuple(key(w) for w in entry.get("then", ())), _tuples(entry.get("fixed", []))
        signs = (bool(entry.get("alone")), bool(entry.get("definite")))
        pattern = Pattern(entry["type"], entry["need"], entry.get("en", ""), then, fixed, *signs)
        for word in entry["words"]:
            by_word.setdefault(word, []).append(pattern)
    for word, patterns in by_word.items():
        lexicon.patterns.add(word, tuple(patterns))


def _places(lexicon: Lexicon) -> None:
    data = read_yaml("places.yaml")
    for type_, phrases in data["heads"].items():
        lexicon.places.add_all(phrases, type_)
    for name in _PLACES:
        lexicon.sets[name] = _words(data[name])
    lexicon.lists["agencies"], lexicon.lists["each_of"] = _tuples(data["daily"]), _tuples(data["each_of"])


def _person(entry: dict[str, Any], honour: bool = False) -> Anaphor:
    royal, king, gender = bool(entry.get("royal")), bool(entry.get("king")), entry.get("gender", "m")
    return Anaphor("person", tuple(entry["roles"]), gender, royal=royal, king=king, honour=honour)


def _anaphors(lexicon: Lexicon) -> None:
    data = read_yaml("anaphors.yaml")
    table = lexicon.anaphors
    for form, words in data["counterpart"].items():
        number, gender = (form[-1], form[0]) if len(form) == 2 else (form, "m")
        table.add_all(words, Anaphor("counterpart", gender=gender, number=number))
    table.add_all(data["predecessor"], Anaphor("predecessor"))
    for word, entry in data["persons"].items():
        table.add(word, _person(entry))
    for word, entry in data["respect"].items():
        table.add(word, _person(entry, honour=True))
    table.add_all(data["last"]["ms"], Anaphor("last"))
    table.add_all(data["last"]["fs"], Anaphor("last", gender="f"))
    for word, roles in data["duals"]["persons"].items():
        table.add(word, Anaphor("two persons", tuple(roles), number="d"))
    either = set(data["duals"]["either"])
    lexicon.sets["side_links"] = _words([word for row in data["duals"]["links"] for word in row])
    for word in data["duals"]["countries"]:
        table.add(word, Anaphor("two countries", number="d", either=word in either))
    table.add_all(data["own_country"], Anaphor("own country"))
    for entry in data["own_bodies"]:
        table.add_all(entry["words"], Anaphor("own body", tuple(entry["types"]), word=key(entry["word"])))
    table.add_all(data["own_government"], Anaphor("own country"))
    table.add_all(data["governments"], Anaphor("government"))
    table.add_all(data["presidencies"], Anaphor("presidency"))
    lexicon.sets["government_nouns"] = _words(data["government_nouns"])
    lexicon.sets["regime_nouns"] = _words(data["regime_nouns"])
    for word, entry in data["bodies"].items():
        more = {"defaults": tuple(entry.get("defaults", {}).items()), "since": entry.get("since", 0)}
        table.add(word, Anaphor("body", tuple(entry["types"]), word=key(entry["word"]), **more))
    for word, countries in data["kingdoms"].items():
        table.add(word, Anaphor("kingdom", tuple(countries)))
    lexicon.no_anaphor = frozenset((key(a), key(b)) for a, b in (phrase.split() for phrase in data["no_anaphor"]))
    lexicon.sets.update({name: _words(data[name]) for name in ("demonstratives", "adjectives_too")})
