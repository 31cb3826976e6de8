"""Whether a word behind a letter that may be a proclitic, or a listed name, is no person's; common nouns."""

from __future__ import annotations

from sifara.document import Reading
from sifara.entities.gazetteer import Hit
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, variants

_TOWN = 500_000  # inhabitants
_AT, _LI = "\u0627\u062a", "\u0644"  # ات, ل
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


def common_plural(word: str, readings: tuple[Reading, ...]) -> bool:
    """Say whether a word is a noun's definite plural in ات, or ل with a noun of the language: الإصلاحات, لمعتمدية."""
    nouns = [r for r in readings if r.source != "backoff"]
    plural = word.startswith(ARTICLE) and word.endswith(_AT) and any(r.source == "domain" for r in nouns)
    aimed = len(word) > _LONG_NOUN and bool(nouns) and any(r.prep == "li" and r.pos == "noun" for r in nouns)
    return plural or (aimed and word[0] == _LI and all(r.pos == "noun" for r in nouns))
