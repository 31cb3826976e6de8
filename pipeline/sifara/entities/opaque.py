"""Whether what stands behind a letter that may be a proclitic means anything by itself."""

from __future__ import annotations

from sifara.entities.scope import Scope
from sifara.entities.words import Line, variants


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
