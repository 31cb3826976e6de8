"""Where a name is at home: an officer with a foreign name is none of an Arab state that only stands near."""

from __future__ import annotations

from sifara.entities.eastern import family_first
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE


def at_home(scope: Scope, words: tuple[str, ...], state: str) -> bool:
    """Say whether somebody of this name is likely an officer of a state; names that tell nothing fit anywhere."""
    lexicon, label = scope.lexicon, scope.entity(state).label_en
    if not words:
        return True
    if len(words) > 1 and family_first(scope, words):
        return label in lexicon.sets["eastern_states"]
    arabic = any(_arabic(scope, word) for word in words)
    if arabic:
        foreign = words[0] in lexicon.sets["western_given"]
        return foreign or label not in lexicon.sets["western_states"]
    western = words[0] in lexicon.sets["western_given"]
    sets = lexicon.sets
    return not (western and (label in sets["arab_states"] or label in sets["eastern_states"]))


def _arabic(scope: Scope, word: str) -> bool:
    sets = scope.lexicon.sets
    return word in sets["arabic_given"] or word in sets["arabic_particles"] or (
        word.startswith(ARTICLE) and word not in sets["western_given"]
    )
