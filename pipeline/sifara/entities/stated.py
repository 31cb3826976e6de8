"""Which states a document names itself, and not only by one of their people, their cities or the name of a party."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sifara.entities.chunks import Chunk
from sifara.entities.memory import Told
from sifara.entities.scope import Scope
from sifara.entities.spelling import distance
from sifara.entities.words import ARTICLE

_NAMING = ("name", "nisba", "collective")
_STATES = ("Country", "IntergovernmentalOrganization")
_PARTS = ("City", "Region", "GovernmentBody")  # of a state
_GROUPS = ("Party", "ArmedGroup", "MediaOutlet", "Organization", "Company")
_TYPING, _LEAST = 2, 5  # letters that a slip changes, and of how many at least


def stated_states(scope: Scope, chunks: Iterable[Chunk]) -> frozenset[str]:
    """Give the states that the words name: by name, adjective, capital, government, kingdom, or title of theirs alone.

    نداء تونس names a party, and whoever reads of its leader has not been told of what state he is prime minister.
    """
    return frozenset(state for chunk in chunks for state in _named(scope, chunk))


def _named(scope: Scope, chunk: Chunk) -> Iterator[str]:
    by_name = chunk.kind in _NAMING and chunk.name is None and not chunk.titles
    kingdom = chunk.anaphor is not None and chunk.anaphor.what == "kingdom"
    for name in chunk.entities if by_name or kingdom else ():
        yield from _state(scope, name)
    parts = [*chunk.parts, *(part for title in (*chunk.titles, *chunk.posts) for part in title.parts)]
    grouped = chunk.kind == "name" and not chunk.titles and not chunk.rule.startswith("ministry:")
    groups = [part for part in parts if any(scope.entity(name).type in _GROUPS for name in part.entities)]
    for part in parts:
        within = grouped or any(g.start <= part.start and part.end <= g.end and g != part for g in groups)
        for name in part.entities if part.kind == "nisba" or not within else ():
            yield from _state(scope, name)
    for index in range(chunk.start, chunk.end):
        head = scope.lexicon.heads.find(chunk.line, index)
        of = (head.value.of or head.value.default_of) if head is not None else None
        if of is not None:
            yield scope.knowledge.country(of)  # خادم الحرمين
        if chunk.titles and not any(group.start <= index < group.end for group in groups):
            for hit in scope.hits_at(chunk.line, index):
                yield from (name for name in hit.alias.full if scope.entity(name).type in _STATES)


def _state(scope: Scope, name: str) -> Iterator[str]:
    """Give what is a state, and the state of a capital."""
    known, state = scope.known(name), scope.country_of(name)
    if scope.entity(name).type in _STATES:
        yield name
    elif known is not None and known.capital and state is not None:
        yield state


def stated(scope: Scope, told: Told, named: frozenset[str]) -> bool:
    """Whether the words say of what state an office is, ``named`` being those that the document names.

    A title may do so for itself, by a part of the state or a misspelt adjective: رئيس بلدية لندن, الرئيسة البريطاينة.
    """
    of, title = told.of, told.title
    if of is None or of in named or scope.entity(of).type != "Country":
        return True
    if title is not None:
        names = (name for part in title.parts for name in part.entities)
        if any(scope.entity(name).type in _PARTS and scope.country_of(name) == of for name in names):
            return True
    known, chunk = scope.known(of), told.chunk
    nisbas = [nisba.removeprefix(ARTICLE) for nisba in known.nisbas] if known is not None else []
    adjectives = [word for word in chunk.line.keys[chunk.start : chunk.end] if word.startswith(ARTICLE)]
    words = [word for adjective in adjectives if len(word := adjective.removeprefix(ARTICLE)) >= _LEAST]
    return any(distance(word, nisba) <= _TYPING for word in words for nisba in nisbas)
