"""The closed classes of Arabic words that clause analysis needs, read from ``lexicon/grammar``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sifara.text.folding import fold_word


def load_yaml(*parts: str) -> Any:
    """Read a file of the packaged lexicon, e.g. ``load_yaml("grammar", "function_words.yaml")``."""
    resource = files("sifara").joinpath("lexicon", *parts)
    return yaml.safe_load(resource.read_text(encoding="utf-8"))


def folded(words: list[str]) -> frozenset[str]:
    """Fold a list of words for matching; a trailing underscore marks an entry that is switched off."""
    return frozenset(fold_word(w.replace("_", " ")) for w in words if not w.endswith("_"))


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that carries an event noun.

    ``control`` says who takes part in the noun's event: ``subject`` (the verb's subject acts), ``receiver``
    (the subject receives, the party after "from" acts), ``patient`` (it is done to the subject), ``provokes``
    (others do it to the subject, who calls it forth), ``gathers`` (its objects take part), ``attends`` (subject and
    objects take part in a meeting, told before or not), ``subjectless`` (the noun itself is the subject), ``felt``
    (the other phrase by the verb has the feeling) or ``none``. ``embeds`` is the status of what it governs, ``None``
    if the verb's own. ``own``: it is always the subject's own deed, so that a genitive suffers it. ``subjects``: what
    the subject, or the noun that the verb describes, must be ("the plan includes").
    """

    objects: bool
    preps: frozenset[str]
    control: str
    embeds: str | None
    own: bool = False
    nouns: frozenset[str] = frozenset()  # only these, if given
    subjects: frozenset[str] = frozenset()
    passive: bool = False  # it carries a noun only in the passive ("was met with")
    decides: bool = False  # some deeds are done by deciding on them


@dataclass(frozen=True, slots=True)
class Domains:
    """Words that tell what an article is about, all folded (``lexicon/grammar/other_domains.yaml``)."""

    sport: frozenset[str]
    sport_sentence: int  # so many words of sport in a sentence rule out an event
    sport_document: int  # and so many, with this share of all words, in a document
    sport_share: float
    others: frozenset[str]
    others_document: int
    others_share: float
    political: frozenset[str]
    types: frozenset[str]  # classes of entities that count as a word of politics
    roles: frozenset[str]  # offices whose holders act for a state
    bodies: frozenset[str]  # classes of bodies that do


@dataclass(frozen=True, slots=True)
class Grammar:
    """Function words, all folded."""

    clitic_preps: dict[str, str]
    accusative_ending: str
    feminine_ending: str
    conjunctions: tuple[tuple[str, str], ...]  # proclitic letter, its name
    preps: dict[str, str]  # word -> the name that frames use
    compound_preps: dict[tuple[str, ...], str]
    compound_first: frozenset[str]  # words with which one of these begins
    complementizers: frozenset[str]
    causal_complementizers: frozenset[str]
    complementizer_pronouns: dict[str, str]
    free_pronouns: dict[str, str]  # "I", "we" and those of the object -> person, gender, number
    relatives: dict[str, str]  # word -> gender and number, e.g. "ms"
    subordinators: dict[str, str]  # word -> plain, condition, purpose, question, cause
    lists: dict[str, frozenset[str]]
    firsts: dict[str, str]
    spelled_verbs: frozenset[str]  # as written, not folded
    stance_openers: frozenset[tuple[str, ...]]
    distributives: frozenset[tuple[str, ...]]
    formulae: frozenset[tuple[str, ...]]
    phrase_first: frozenset[str]  # words with which a phrase of several function words begins, of whatever sort
    light_verbs: dict[str, tuple[LightVerb, ...]]
    light_nouns: dict[str, tuple[LightVerb, ...]]  # masdars of such verbs ("the decision to", "its attempt to")
    domains: Domains
    spelt_verbs: tuple[str, ...]  # not folded: verbs that only their hamza tells from a particle
    spelt_nouns: tuple[str, ...]  # and nouns

    def list_first(self, name: str) -> str:
        """Give the first entry of a list as the file has it."""
        return self.firsts[name]

    def has(self, name: str, word: str) -> bool:
        """Say whether ``word`` (folded) stands in the list ``name`` of ``function_words.yaml``."""
        return word in self.lists[name]


def _phrases(entries: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold_word(e).split()) for e in entries)


def _domains() -> Domains:
    data = load_yaml("grammar", "other_domains.yaml")
    sport, others, politics = data["sport"], data["others"], data["politics"]
    return Domains(
        sport=folded(sport["words"]),
        sport_sentence=int(sport["sentence"]),
        sport_document=int(sport["document"]),
        sport_share=float(sport["share"]),
        others=folded([w for words in others["words"].values() for w in words]),
        others_document=int(others["document"]),
        others_share=float(others["share"]),
        political=folded(politics["words"]),
        types=frozenset(politics["types"]),
        roles=frozenset(politics["roles"]),
        bodies=frozenset(politics["bodies"]),
    )


@cache
def grammar() -> Grammar:
    """Load the grammar once."""
    data = load_yaml("grammar", "function_words.yaml")
    prep_name = {fold_word(k): fold_word(k) for k in data["prepositions"]}
    preps = {w: prep_name[fold_word(k)] for k, ws in data["prepositions"].items() for w in folded([k, *ws])}
    compound = {p: fold_word(k) for k, ws in data["compound_prepositions"].items() for p in _phrases(ws)}
    stances, distributives, formulae = (_phrases(data[k]) for k in ("stance_openers", "distributives", "formulae"))
    light: dict[str, list[LightVerb]] = {}
    nouns: dict[str, list[LightVerb]] = {}
    for entry in load_yaml("grammar", "light_verbs.yaml"):
        verb = LightVerb(
            objects=bool(entry.get("objects")),
            preps=folded(entry.get("preps", [])),
            control=entry["control"],
            embeds=entry.get("embeds"),
            own=bool(entry.get("own")),
            nouns=folded(entry.get("nouns", [])),
            subjects=folded(data[entry["subjects"]] if "subjects" in entry else []),
            passive=bool(entry.get("passive")),
            decides=bool(entry.get("decides")),
        )
        for lemma in (*entry.get("verbs", ()), *entry.get("participles", ())):
            light.setdefault(fold_word(lemma), []).append(verb)
        for lemma in entry.get("masdars", ()):
            nouns.setdefault(fold_word(lemma), []).append(verb)
    return Grammar(
        clitic_preps={k: fold_word(v) for k, v in data["clitic_prepositions"].items()},
        accusative_ending=data["accusative_ending"],
        feminine_ending=fold_word(data["feminine_ending"]),
        conjunctions=tuple((v, k) for k, v in data["clitic_conjunctions"].items()),
        preps=preps,
        compound_preps=compound,
        compound_first=frozenset(words[0] for words in compound),
        complementizers=folded(data["complementizers"]),
        causal_complementizers=folded(data["causal_complementizers"]),
        free_pronouns={w: k for k, ws in data["free_pronouns"].items() for w in folded(ws)},
        complementizer_pronouns={w: k for k, ws in data["complementizers_pronoun"].items() for w in folded(ws)},
        relatives={w: k for k, ws in data["relatives"].items() for w in folded(ws)},
        subordinators={w: k for k, ws in data["subordinators"].items() for w in folded(ws)},
        firsts={k: fold_word(v[0]) for k, v in data.items() if isinstance(v, list) and v},
        lists={k: folded(v) for k, v in data.items() if isinstance(v, list)},
        spelled_verbs=frozenset(data["spelled_verbs"]),
        stance_openers=stances,
        distributives=distributives,
        formulae=formulae,
        phrase_first=frozenset(words[0] for words in (*compound, *stances, *distributives, *formulae)),
        light_verbs={k: tuple(v) for k, v in light.items()},
        light_nouns={k: tuple(v) for k, v in nouns.items()},
        domains=_domains(),
        spelt_verbs=tuple(data["spelt_verbs"]),
        spelt_nouns=tuple(data["spelt_nouns"]),
    )
