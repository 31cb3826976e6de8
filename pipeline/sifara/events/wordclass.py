"""Verb or noun: most Arabic words are written alike as both; the neighbourhood decides.

The rules are those of the written language: a verb stands first in its clause or after a particle that only verbs
follow; it takes no article and no preposition; two finite verbs do not share a clause; and the subject after a
verb agrees with it in gender.
"""

from __future__ import annotations

from functools import lru_cache

from sifara.document import Reading, Token
from sifara.events.grammar import Grammar
from sifara.events.ownwords import elative
from sifara.events.wordcontext import Context

_NOMINAL = ("noun", "adj")
_DAMMA, _FATHATAN = "\u064f", "\u064b"  # no verb has the second: it is the ending of an indefinite accusative
_LONG, _HOLLOW = 4, 4  # letters of a word that is no mere ending, of a verb like أدان
_TA_MARBUTA = "\u0647"  # folded
_HAMZA_ABOVE, _HAMZA_BELOW = "\u0623", "\u0625"
_ALIF_MAQSURA = "\u0649"
_BEFORE_WE = ("punct", "open", "close", "sub", "comp", "rel")


def _trusted(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The broad lexicon speaks only where the domain's has nothing to say: its rare words are mostly noise here."""
    own = tuple(r for r in readings if r.source == "domain")
    if own and all(r.conj == "fa" for r in own):  # "acre" is not "and so he judged"
        whole = tuple(r for r in readings if r.source == "broad" and not (r.prep or r.conj) and r.pos in _NOMINAL)
        return whole or own
    return own or readings


@lru_cache(maxsize=50_000)
def _verbs(readings: tuple[Reading, ...], first_person: bool) -> tuple[Reading, ...]:
    found: list[Reading] = []
    if all(r.source == "broad" for r in _trusted(readings)) and any(r.source == "domain" for r in readings):
        return ()  # a noun that looks like "and so he"
    for trusted in (_trusted(readings), readings):  # the third person of a rarer verb rather than "I did"
        found = found or [
            r
            for r in trusted
            if r.pos == "verb"
            and (first_person or r.pronoun[:1] != "2")
            and r.aspect in ("p", "i")
            and (r.person == "3" or (first_person and r.person == "1"))
            and not r.prep
            and r.source != "backoff"
        ]
    readings = _trusted(readings)
    if first_person and any(r.person == "1" and r.voice != "p" for r in found):
        found = [r for r in found if r.person == "1" or r.voice != "p"]  # "I met" and not "she was met"
        found = [r for r in found if r.person == "1" or r.pronoun != "1p"]  # "we discussed", not "he discussed us"
    if not found:
        found = [
            r
            for r in readings
            if r.pos == "verb"
            and r.aspect in ("p", "i")
            and r.person in ("3", "1")
            and r.pronoun[:1] != "2"
            and not r.prep
        ]
    return tuple(found)


@lru_cache(maxsize=50_000)
def _nouns(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    readings = _trusted(readings)
    found = [r for r in readings if r.pos in ("noun", "adj", "noun_prop", "adv", "digit", "pron", "pron_dem")]
    order = {"noun": 0, "adj": 1, "adv": 2, "digit": 2, "pron": 2, "pron_dem": 2, "noun_prop": 3}
    if any(not (r.prep or r.conj) for r in found):
        found = [r for r in found if r.prep != "ka"]  # "whole" is not "as a hope"
    # An unknown word with preposition and article is no name.
    split = {r for r in found if r.source == "backoff" and r.prep and r.definite and len(r.lemma) >= _LONG}
    found.sort(key=lambda r: (r.source == "backoff", order[r.pos], r not in split))
    return tuple(found)


def verb_readings(token: Token, first_person: bool) -> tuple[Reading, ...]:
    """Give the finite verb readings; first person only within quotations, unless there is no other."""
    return _verbs(token.readings, first_person)


def purpose_readings(token: Token) -> tuple[Reading, ...]:
    """Give the readings as a subjunctive after the particle of purpose ("so that it kindles")."""
    return tuple(
        r
        for r in token.readings
        if r.source == "domain" and r.pos == "verb" and r.prep and r.aspect == "i" and r.person == "3"
    )


def noun_readings(token: Token) -> tuple[Reading, ...]:
    """Give the nominal readings, nouns before adjectives, known words before guesses."""
    return _nouns(token.readings)


def _never(token: Token, context: Context, grammar: Grammar) -> bool:
    """Whether a word, its conjunction apart, is one that is written like a verb and never is one, or not here."""
    bare = next((token.folded[1:] for letter, _ in grammar.conjunctions if token.folded[:1] == letter), token.folded)
    here = elative(token, context.next_token, context.previous_kind, grammar)
    return here or not {token.folded, bare}.isdisjoint(grammar.lists["never_verbs"])


def _by_hamza(token: Token, verbs: tuple[Reading, ...], listed: list[Reading]) -> bool | None:
    """Tell "condemned it" (أدانتها) from "its condemnation" (إدانتها), which fold to one word; ``None`` elsewhere."""
    hollow = [v.lemma + _TA_MARBUTA for v in verbs if len(v.lemma) >= _HOLLOW]  # أسرته is his family
    if not any(noun.lemma in hollow for noun in listed):
        return None
    text = token.text[1:] if any(r.conj for r in verbs) else token.text
    return {_HAMZA_ABOVE: True, _HAMZA_BELOW: False}.get(text[:1])


def is_verb(token: Token, context: Context, grammar: Grammar) -> bool:
    """Decide whether a content word is a finite verb here."""
    verbs = verb_readings(token, context.quoted)
    if not verbs or _FATHATAN in token.text or _never(token, context, grammar):
        return False
    if token.folded in grammar.lists["never_adjectives"]:
        return not context.after_prep
    nouns = [r for r in noun_readings(token) if r.source != "backoff" and r.pos in ("noun", "adj")]
    if context.known_verb:  # nobody means the dual of a reward by "conducted"
        nouns = [r for r in nouns if r.number != "d" or r.definite]
    conj = context.joined or any(r.conj for r in verbs)
    behind = context.previous_kind == "verb" and not conj and all(r.aspect == "p" for r in verbs)
    if behind and any(r.source == "domain" for r in nouns):
        return False  # "was met our request": two perfect verbs do not follow each other
    nouns = [r for r in nouns if context.quoted or r.pronoun[:1] != "1"]  # "my", "our": in speech alone
    nouns = [r for r in nouns if r.number != "d" or not token.text.endswith(_ALIF_MAQSURA)]
    listed = [r for r in nouns if r.source == "domain" and r.pos == "noun"]
    listed_verb = any(r.source == "domain" for r in verbs)
    spelt = _by_hamza(token, verbs, listed)
    if spelt is not None and not context.after_prep:
        return spelt
    ours = context.quoted and context.known_verb and all(r.person == "1" and r.aspect == "p" for r in verbs)
    if ours and not context.after_prep and (conj or context.previous_open or context.previous_kind in _BEFORE_WE):
        return True  # «we discussed», not "our discussion"
    if context.calls_upon and conj and all(r.pronoun for r in verbs):
        return True  # "and demanded of it that", not "and its student in"
    soft = grammar.lists["possibility_words"] | grammar.lists["plan_words"] | {"stance"}
    modal = context.previous_kind == "mark" and context.previous_word in soft - {"stance"}
    if modal and all(r.aspect == "p" for r in verbs):
        return False  # "it is possible to …" takes a masdar
    if not nouns:
        return not (context.after_prep or _name_here(verbs, context))
    governed = context.after_prep or any(r.prep or r.pronoun for r in nouns if r.source == "domain")
    awaited = context.takes_verb or (context.awaits_verb and not context.previous_open)
    if context.known_verb and awaited and not governed:
        return True
    if all(r.future for r in verbs) and listed_verb:
        return True
    after = context.next_token
    governs = after is not None and (after.folded in grammar.preps or any(r.prep for r in after.readings))
    lone = not context.pair or ((context.clause_has_verb or governs) and not conj)
    if lone and listed and all(r.number == "d" for r in verbs):
        return False  # "in reply to" and not "the two replied"
    opening = context.first or context.previous_kind in ("punct", "close", "sub", "time") or conj
    if opening and context.known_verb and _DAMMA in token.text[1:3] and any(r.voice == "p" for r in verbs):
        return True  # "was killed", with its vowel written
    if context.participle or context.light_noun or (listed and not listed_verb):
        return False
    rather = any(r.lemma in grammar.lists["rather_verbs"] for r in verbs) and not context.after_prep
    if rather and (opening or context.previous_kind == "comp"):
        return True  # "as so-and-so called it", "but he called"
    if context.governed and any(r.pronoun for r in listed):
        return False  # "the halt of its support"
    if listed and (context.after_participle or (context.after_owned and any(r.pronoun for r in listed))):
        return False  # "stressing support for", "his abduction and killing"
    negation = any(r.lemma in grammar.lists["pure_negations"] for r in listed)
    if negation or _masdar_here(verbs, listed, context, grammar):
        return False
    if context.held and not (context.after_prep or any(r.conj for r in verbs)):
        return True  # "a meeting (that) was held in"
    if context.known_verb and context.previous_event and not context.after_prep and all(r.pronoun for r in verbs):
        return True  # "an attack that he launched"
    lights = (v for r in verbs for v in grammar.light_verbs.get(r.lemma, ()))
    if context.previous_event and context.next_mention is not None and any(v.control == "gathers" for v in lights):
        return True  # "a meeting that brought together"
    if context.after_prep or context.previous_open:
        return False
    if context.previous_kind == "mark" and context.previous_word in soft - {"stance"} and nouns:
        return False  # "it is possible to …" takes a masdar
    if context.awaits_masdar and listed and not conj:
        return False  # "was done" takes a masdar: "his abduction was done", "during it was done a review"
    to_be = context.previous_kind == "mark" and context.previous_word in grammar.lists["imperfect_be"]
    if to_be and listed and all(r.aspect == "p" for r in verbs):
        return False  # "that the support of … be"
    marked = context.previous_kind == "mark" and context.previous_word not in soft
    if marked or context.previous_kind == "rel":
        return True
    if context.previous_kind == "comp":
        return any(r.aspect == "i" for r in verbs) or (context.known_verb and not listed)
    if all(r.definite or r.prep for r in listed or nouns) and (listed or not context.known_verb):
        return False
    if context.clause_has_verb and not conj:
        # A second verb without "and" describes the noun before it, and then its pronoun leads back to it.
        owned = any(r.pronoun and r.pos == "noun" for r in listed)
        return context.known_verb and any(r.pronoun for r in verbs) and not owned
    if context.previous_kind == "np" and not context.clause_has_verb and context.known_verb:
        return True  # subject first: a bare noun does not follow a name
    opens = context.first or context.previous_kind in ("punct", "close", "sub") or conj
    if context.known_verb and not listed and opens:
        return True
    return _subject_follows(verbs, context, grammar)


def _name_here(verbs: tuple[Reading, ...], context: Context) -> bool:
    """Whether a word no table of the domain knows is a name that only looks like a verb: "said Feltman", "that F."."""
    if any(r.source != "broad" for r in verbs):
        return False
    if context.previous_kind == "comp":
        return all(r.conj == "fa" for r in verbs)
    return context.previous_kind == "verb" and not context.joined and all(r.conj != "wa" for r in verbs)


def _masdar_here(
    verbs: tuple[Reading, ...], listed: list[Reading], context: Context, grammar: Grammar
) -> bool:
    """Whether a word that looks like a perfect verb is the masdar of a headline or of a decision.

    "French refusal of …", "Iran's arrest of …" (a feminine name needs a feminine verb), "Trump's decision to withdraw".
    """
    if not listed:
        return False
    if any(r.conj for r in verbs):
        return context.coordinated and all(r.aspect == "p" and r.gender != "f" for r in verbs)
    if any(r.lemma in grammar.lists["ordinals"] | grammar.lists["delegations"] for r in listed):
        return True
    if any(r.aspect != "p" or r.gender == "f" for r in verbs):
        return False
    if context.decided:
        return True
    opens = (context.first or context.previous_kind == "punct") and not context.fronted
    mention = context.next_mention
    feminine = (
        mention is not None
        and mention.type == "Country"
        and mention.kind == "name"
        and not mention.clitics
        and context.next_token is not None
        and context.next_token.folded not in grammar.lists["masculine_names"]
    )
    return opens and (context.next_nisba or feminine)


def _subject_follows(verbs: tuple[Reading, ...], context: Context, grammar: Grammar) -> bool:
    """Whether what comes next can be the subject or object of one of these verbs rather than a genitive."""
    nxt = context.next_token
    joined = context.joined or context.fronted or any(r.conj for r in verbs)
    if nxt is None:
        return False
    if all(r.pronoun for r in verbs):
        for_it = any(r.prep == "li" and r.pos in (*_NOMINAL, "pron_rel") for r in nxt.readings)
        if joined and context.event_noun and for_it and not context.quoted:
            return False  # "stressed the stance of Egypt, and its support for"
        owned = any(r.pos == "noun" and r.source == "domain" for r in noun_readings(context.own))
        if not joined or (owned and context.previous_kind == "np"):
            return False
    mention = context.next_mention
    if mention is not None:
        if any(c in grammar.clitic_preps for c in mention.clitics):
            return True
        if mention.type in ("Person", "Country", "Organization", "GovernmentBody", "IntergovernmentalOrganization"):
            gender = mention.gender
            if mention.type == "Country" and mention.kind == "name" and context.event_noun:
                gender = "m" if nxt.folded in grammar.lists["masculine_names"] else "f"
            elif mention.type not in ("Person", "Country"):
                heads = {r.gender for r in nxt.readings if r.pos == "noun" and r.source == "domain" and r.number == "s"}
                gender = heads.pop() if len(heads) == 1 else ""  # of a body by its first word
            return any(r.gender == gender or not gender for r in verbs if r.number == "s")
        return True
    if context.next_free:
        return True
    word = nxt.folded
    if word in grammar.complementizers or (context.known_verb and not word[:1].isalnum()):
        return True
    prepositional = any(r.pos == "prep" for r in nxt.readings)
    if prepositional or word in grammar.preps or word in grammar.compound_first:
        return bool(context.first or joined)
    following = [r for r in nxt.readings if r.pos in ("noun", "noun_prop", "adj")]
    if any(r.definite for r in following):
        genders = {r.gender for r in following if r.gender}
        return any(not genders or r.gender in genders for r in verbs) and (context.first or joined)
    return bool(context.first or joined) and bool(following)
