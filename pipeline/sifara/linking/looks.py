"""How words look beside the name of a place: foreign, as the head of a company's name, as a noun with its adjective."""

from __future__ import annotations

from sifara.document import Entity, Mention, Token
from sifara.entities import Knowledge
from sifara.entities.words import key
from sifara.linking.around import is_one_of
from sifara.linking.capitals import acts
from sifara.linking.words import among, members, ordinary_ending

_ARTICLE = "\u0627\u0644"
_NISBA = ("\u064a", "\u064a\u0629")
_AND = "\u0648"
_YA, _MAQSURA = "\u064a", "\u0649"
_SHORT = 3  # letters of a word that is hardly a name with "and" before it


def company(head: Token, between: Token) -> bool:
    """Say whether a company is named with a noun between: the water company of Mecca."""
    plain = not any(reading.pos == "prep" for reading in between.readings)
    return plain and not between.text.startswith(_ARTICLE) and is_one_of(head.text, "companies")


def foreign(token: Token) -> bool:
    """Say whether ``token`` can only be a name, without the article."""
    readings = token.readings
    names = bool(readings) and all(reading.pos == "noun_prop" and not reading.prep for reading in readings)
    return names and not token.text.startswith(_ARTICLE) and token.text.isalpha() and not token.text.isascii()


def prefixed(token: Token) -> bool:
    """Say whether something may be written together with ``token``, such as "and"."""
    return any(reading.prefix for reading in token.readings)


def qualifies(words: list[str], near: Token, before: list[Token]) -> bool:
    """Say whether a name with the article may be an adjective of the noun right before it."""
    if not words[-1].startswith(_ARTICLE) or acts(near) or not any(r.definite for r in near.readings):
        return False
    if not words[-1].endswith(_NISBA) and not among(words[-1], "words_too"):
        return False
    return not any(is_one_of(token.text, "in_apposition") for token in before[:3])


def key_without_and(word: str) -> str:
    """Return the key of ``word`` without "and" before it."""
    return key(word[1:] if word[0] == _AND and len(word) > _SHORT else word)


def is_in(token: Token | None) -> bool:
    """Say whether ``token`` is "in"."""
    return token is not None and is_one_of(token.text, "in")


def no_name(mention: Mention, words: list[str]) -> str | None:
    """Return why ``words`` may be no name: an adverb, or a word in which "like" is no word of its own."""
    if ordinary_ending(words[-1]):
        return "an ending that names have not"
    like = "ka" in mention.clitics and len(words) == 1 and not words[0].startswith(_ARTICLE)
    return "may be a word without a name in it" if like else None


def speaks(near: Token | None) -> str | None:
    """Give the sign of a town right behind ``near``: whoever says something under its name is somebody."""
    if near is None or not acts(near):
        return None
    said = any(r.pos == "verb" and r.person == "3" and among(r.lemma, "sayings") for r in near.readings)
    return "a name of somebody" if said else None


def spelt(text: str, mention: Mention, entity: Entity, knowledge: Knowledge, there: bool) -> str | None:
    """Return why the spelling of a place's name, or the word before it, makes it doubtful; ``there`` stands "in"."""
    words, known = text[mention.start : mention.end].split(), knowledge.known.get(entity.id)
    if entity.type != "City":
        return _somebody(text, mention, knowledge)
    if known is not None and known.capital and is_one_of(words[0], "small_places"):
        return "other places bear the name"
    if not there and words[0] in members("his_nouns"):
        return "a common word too"  # to Jeddah, to his grandfather
    family = words[0].endswith(_YA) and words[0][:-1] + _MAQSURA in (entity.label_ar, *entity.aliases)
    if family and not there:
        return "may be a family name"
    return _somebody(text, mention, knowledge)


def _somebody(text: str, mention: Mention, knowledge: Knowledge) -> str | None:
    """Return why what looks like a clitic belongs to the name of somebody: Barak, not "in Arak"."""
    start = mention.start
    while start and text[start - 1].isalpha():
        start -= 1
    whole = text[start : mention.end]
    if start == mention.start or " " in whole:
        return None
    found = [knowledge.gazetteer.aliases.get(name) for name in (key(whole), key_without_and(whole))]
    return "a name of somebody" if any(alias is not None and alias.family for alias in found) else None


def done_by(mention: Mention, near: Token) -> bool:
    """Say whether a feminine verb right before a capital tells what its state did, rather than who went there."""
    verbs = [reading for reading in near.readings if reading.pos == "verb" and reading.person == "3"]
    if mention.clitics or not acts(near) or any(among(reading.lemma, "of_towns") for reading in verbs):
        return False
    return all(reading.gender == "f" and reading.number == "s" for reading in verbs)
