"""Whether a word behind a letter that may be a proclitic, or a listed name, is no person's; common nouns."""

from __future__ import annotations

import re

from sifara.document import Token
from sifara.entities.gazetteer import Hit
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, variants

_TOWN = 500_000  # inhabitants
_AT, _IN, _LI = "\u0627\u062a", "\u064a\u0646", "\u0644"  # ات, ين, ل
_MASDAR = re.compile("\u0627\u0644\u0625..\u0627.")  # الإفعال
_LONG_NOUN = 5  # letters


def opaque(scope: Scope, line: Line, rest: str) -> bool:
    """Say whether what remains behind a letter that may be a proclitic means nothing by itself."""
    lexicon = scope.lexicon
    if len(rest) < 3 or rest in lexicon.sets["stops"] or rest in lexicon.verbs or rest in lexicon.sets["given"]:
        return len(rest) < 3
    for variant in variants(rest):
        if variant.stem in lexicon.heads.entries or variant.stem in lexicon.honorifics.entries:
            return False
        if variant.stem in lexicon.nisbas.entries or variant.stem in lexicon.anaphors.entries:
            return False
        if variant.stem in lexicon.collectives.entries or variant.stem in lexicon.patterns.entries:
            return False
    return rest not in scope.knowledge.gazetteer.aliases


def named_thing(scope: Scope, hit: Hit) -> bool:
    """Say whether a listed name is surely no person: a town of a country that the document leaves out may be one."""
    if _person(scope, hit):
        return False
    if hit.clitics and hit.end == hit.start + 1:  # بسوريا, but not باراك
        return hit.clitics != ("wa",) and all(scope.entity(n).type == "Country" for n in hit.alias.full)
    entities = [scope.entity(name) for name in hit.alias.full]
    return not entities or not all(
        _small_town(scope, e.id) and scope.countries.get(e.country or "", 0) < 2 for e in entities
    )


def _small_town(scope: Scope, name: str) -> bool:
    known = scope.known(name)
    return known is not None and known.entity.type == "City" and not known.capital and known.population < _TOWN


def _person(scope: Scope, hit: Hit) -> bool:
    return bool(hit.alias.family) or any(scope.entity(n).type == "Person" for n in hit.alias.full)


def common_noun(token: Token, word: str) -> bool:
    """Say whether a word behind a name is a noun or a verb of the language that no family is called by.

    A definite plural (الإصلاحات, المصابين), a masdar like الإشراف, a noun of some length behind ل (لمعتمدية), "and"
    before a future (وسيشاهدون) or before what is only known with it (نبيلة وقيم).
    """
    known = [r for r in token.readings if r.source != "backoff"]
    domain = [r for r in known if r.source == "domain"]
    definite = word.startswith(ARTICLE) and bool(domain)
    if definite and (word.endswith(_AT) or (word.endswith(_IN) and all(r.number in ("p", "d") for r in known))):
        return True
    if definite and _MASDAR.fullmatch(token.text) and all(r.pos == "noun" for r in known):
        return True
    if domain and all(r.conj == "wa" for r in domain) and not any(r.pos == "noun_prop" for r in known):
        return True
    if len(word) <= _LONG_NOUN or not known:
        return False
    if all(r.conj == "wa" and r.future for r in known):
        return True
    return word[0] == _LI and all(r.pos == "noun" for r in known) and any(r.prep == "li" for r in known)
