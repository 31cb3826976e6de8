"""Names of states that are adjectives where they stand, and towns that may be parts of names of companies."""

from __future__ import annotations

from sifara.document import Entity, Mention, Token
from sifara.linking.around import Around, is_one_of
from sifara.linking.capitals import acts, is_noun
from sifara.linking.wholes import definite
from sifara.linking.words import among

_MOVING = 7  # words between a verb of moving and the town
_FEMININE = "\u0629"


def is_adjective(mention: Mention, around: Around) -> bool:
    """Say whether the name of a state agrees with the definite noun before it: "the Saudi chambers"."""
    words = " ".join(around.text[mention.start : mention.end].split())
    if mention.clitics or not among(words, "states_and_adjectives"):
        return False
    before = around.before(mention.start, 1)
    if not before or not around.text[before[0].end : mention.start].isspace():
        return False
    noun = before[0]
    if not definite(noun.text):  # the name of a company has no article: Zain Saudi Arabia
        return bool(noun.readings) and all(r.pos == "noun_prop" for r in noun.readings)
    singular = any(r.pos in ("noun", "adj") and r.number == "s" and r.gender == "m" for r in noun.readings)
    plural = any(r.number == "p" for r in noun.readings)
    return noun.text.endswith(_FEMININE) or plural or not singular


def is_doubtful(mention: Mention, entity: Entity, around: Around) -> bool:
    """Say whether a town behind a definite noun, which is no verb's subject, or behind a company may be none."""
    if entity.type != "City" or mention.kind != "name":
        return False
    if mention.clitics == ("wa",) and not among(around.text[mention.start : mention.end].split()[0], "in_apposition"):
        return _joined_to_nothing(around.before(mention.start, 1), mention, around)
    if mention.clitics:
        return False
    before = around.before(mention.start, _MOVING)
    if not before or not around.text[before[0].end : mention.start].isspace():
        return False
    words = around.text[mention.start : mention.end].split()
    if among(words[0], "place_heads") or among(words[0], "in_apposition"):
        return False
    if len(before) > 1 and is_one_of(before[1].text, "companies") and _indefinite(before[0]):
        return True
    head = before[0]
    if not definite(head.text) or not is_noun(head) or is_one_of(head.text, "in_apposition"):
        return False
    said = any(is_one_of(token.text, name) for token in before for name in ("place_of", "going"))
    return not said and not any(acts(token) for token in before)


def _joined_to_nothing(before: list[Token], mention: Mention, around: Around) -> bool:
    """Say whether "and" would join a town to a common noun that governs a name: the prison of Oujda, not of Jeddah."""
    if not before or not around.text[before[0].end : mention.start - 1].isspace() or definite(before[0].text):
        return False
    readings = before[0].readings
    common = any(r.pos in ("noun", "pron", "prep", "conj") and r.source == "domain" for r in readings)
    return common and not any(r.pos in ("noun_prop", "adj") for r in readings)


def _indefinite(token: Token) -> bool:
    return not definite(token.text) and is_noun(token) and not any(r.pos == "prep" for r in token.readings)
