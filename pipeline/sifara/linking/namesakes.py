"""Signs that a name belongs to somebody or something else: a person in a list of states, a person with a town's name,
a product, a body that is only described, a federation of sport.
"""

from __future__ import annotations

from sifara.document import Entity, Mention, Token
from sifara.entities.words import key
from sifara.linking.around import Around, is_one_of
from sifara.linking.capitals import acts
from sifara.linking.looks import foreign, no_name
from sifara.linking.told import SPACES, Told
from sifara.linking.words import among

_TWICE = 2  # so often a document speaks of a state that the name of a body of it is believed
_SON = "\u0628\u0646"
_AND = "\u0648"
_ARTICLE = "\u0627\u0644"
_COMMAS = ("\u060c", ",")
_LIST = 25  # words before the last of a list of companies
_SHORT = 2  # letters of a word that is hardly a name
_BESIDE = 4  # characters between names that "and" joins, at most


def of_person(mention: Mention, words: list[str], around: Around, told: Told) -> str | None:
    """Give the sign that somebody else is named: a further name behind or before it, "like", a list of states."""
    after, near = around.after(mention.end, 1), around.before(mention.start, 1)
    if len(words) > 1:
        further = bool(after) and told.adjoin(mention.end, after[0].start) and _unknown(after[0])
        return "a family name behind it" if further else None
    beside = bool(near) and not mention.clitics and told.adjoin(near[0].end, mention.start)
    if beside and len(near[0].text) > _SHORT and foreign(near[0]) and near[0].end not in told.ends:
        return "a first name before it"
    if "ka" in mention.clitics:
        return no_name(mention, words)
    if "wa" not in mention.clitics:
        return None
    former = any(_is_place(other) for end, other in told.ends.items() if 0 < mention.start - end < _BESIDE)
    later = any(_is_place(other) for start, other in told.starts.items() if 0 < start - mention.end < _BESIDE)
    return "stands in a list of places" if former and later else None


def _unknown(token: Token) -> bool:
    """Say whether ``token`` has the article, and can only be a noun that the own lexicon does not have."""
    names = all(r.source != "domain" and r.pos in ("noun", "noun_prop") for r in token.readings)
    return token.text.startswith(_ARTICLE) and names and not among(token.text, "behind_towns")


def of_body(mention: Mention, entity: Entity, words: list[str], around: Around, told: Told) -> str | None:
    """Give the sign that another body, or somebody, may be meant."""
    before, after = around.before(mention.start, 2), around.after(mention.end, 1)
    if "wa" in mention.clitics and any(is_one_of(token.text, "crescents") for token in before):
        return "may be part of a name"  # of the crescents and crosses together
    name = " ".join(words)
    if among(name, "described_bodies") and not _named_otherwise(mention, entity, around, told):
        return "only described"
    behind = after[0].readings if after and told.adjoin(mention.end, after[0].start) else ()
    if among(name, "bodies_and_names") and behind and all(reading.pos == "noun_prop" for reading in behind):
        return "a foreign name behind it"
    if not among(name, "bodies_too") or entity.country is None:
        return None
    return "a common word too" if told.spoken.get(entity.country, 0) < _TWICE else None


def of_place(mention: Mention, words: list[str], around: Around, told: Told, given: frozenset[str]) -> str | None:
    """Give the sign that a place's name is that of somebody, of a kind of oil, or of a town's industries."""
    before, after = around.before(mention.start, 3), around.after(mention.end, 1)
    following = after[0] if after and told.adjoin(mention.end, after[0].start) else None
    if following is not None and (among(following.text, "grades") or any(is_one_of(t.text, "crude") for t in before)):
        return "may be a kind of oil"
    if following is not None and among(following.text, "sites_of_towns") and not among(words[0], "place_heads"):
        return "may be the name of a site"
    near = before[0] if before and told.adjoin(before[0].end, mention.start) else None
    if near is not None and among(near.text, "schools") and following is not None and among(following.text, "kinds"):
        return "may be part of a name"
    if near is not None and near.text[0] == _AND and len(before) > 2 and among(before[2].text, "companies"):
        return "may be the name of a company" if not mention.clitics else None
    if near is None or mention.clitics or len(words) > 1:
        return None
    further = before[1] if len(before) > 1 and told.adjoin(before[1].end, near.start) else None
    led = further is not None and acts(further) and any(among(r.lemma, "of_towns") for r in further.readings)
    if among(near.text, "learned") and not led:  # the doctor may have visited it
        return "somebody may have this name"
    bears = further is not None and further.text == _SON and key(near.text) in given
    return "somebody may have this name" if bears else None


def a_club(mention: Mention, entity: Entity, around: Around, before: list[Token]) -> str | None:
    """Give the sign of a club, in a report of sport: whose player, or who changes from it to another."""
    if entity.type != "City" or not around.sport(mention.start):
        return None
    changed = bool(before) and is_one_of(before[0].text, "towards")
    if changed and any(is_one_of(token.text, "transfers") for token in before[1:]):
        return "may be a club"
    whose = "li" in mention.clitics and not any(is_one_of(token.text, "going") for token in before[:4])
    return "may be a club" if whose else None


def in_a_list(mention: Mention, around: Around, before: list[Token], there: bool) -> str | None:
    """Give the sign of one of several companies, whose shares rose or fell, or of several universities."""
    if there or not before or not ("wa" in mention.clitics or before[0].text in _COMMAS):
        return None
    companies = any(is_one_of(token.text, "shares") for token in around.before(mention.start, _LIST))
    return "may be the name of a company" if companies else None


def _is_place(mention: Mention) -> bool:
    return mention.kind == "name" and mention.type in SPACES


def _named_otherwise(mention: Mention, entity: Entity, around: Around, told: Told) -> bool:
    """Say whether the document calls the body by its name, too."""
    names = (m for m in told.starts.values() if m is not mention and entity.id in m.entities)
    return any(not among(" ".join(around.text[m.start : m.end].split()), "described_bodies") for m in names)
