"""What kind of noun stands in a role: who is hit, what strikes, a relative, a private person."""

from __future__ import annotations

from sifara.document import Mention
from sifara.events.chunk import Chunk
from sifara.events.context import Rules
from sifara.events.predicates import Predicate

_FORCES = ("ArmedGroup", "GovernmentBody")
_FORCE = "collective:force"  # rule of the mention of a state by its army
_CAPITAL = "capital"  # rule of the mention of a state by the name of its capital


class NounKinds(Rules):
    """Tells kinds of nouns by the word lists of the grammar."""

    def where_struck(self, chunk: Chunk) -> bool:
        """Whether a genitive tells where an attack was made: "the attacks of Paris", "the embassy attack"."""
        mission = bool(chunk.head_lemmas & self.grammar.lists["mission_nouns"])
        return chunk.mention is not None and (chunk.mention.rule == _CAPITAL or mission)

    def terror(self, predicate: Predicate, chunk: Chunk) -> bool:
        """Whether an attack that is called by a state is one of terror: it was made there."""
        after = self.parsed.chunks[chunk.index + 1 : chunk.index + 2]
        words = self.grammar.lists["terror_words"]
        called = any(c.lemmas & words and not c.prep for c in (predicate.chunk, *after))
        return called and chunk.mention is not None and (chunk.mention.type, chunk.mention.kind) == ("Country", "name")

    def strikes(self, chunk: Chunk, raid: Chunk | None = None) -> bool:
        """Whether a noun tells aircraft or guns, which strike, or forces behind a raid that is theirs: "a raid of"."""
        mention = chunk.mention
        forces = mention is not None and (mention.type in _FORCES or mention.rule == _FORCE)
        own = raid is not None and not (raid.definite or raid.pronoun) and bool(raid.prep)
        return bool(chunk.lemmas & self.grammar.lists["striking_nouns"]) or (forces and own)

    def suffers_unnamed(self, thing: Chunk) -> bool:
        """Whether an object that names nobody tells people, or places that may be hit: "killed ten", "a bridge"."""
        lists = self.grammar.lists
        hit = lists["sufferer_nouns"] | lists["citizen_nouns"] | lists["counting_nouns"] | lists["stand_in_nouns"]
        counted = thing.word[:1].isdigit() or bool(thing.lemmas & lists["transparent_nouns"])
        return thing.mention is None and (counted or bool(thing.lemmas & hit))

    def people(self, chunk: Chunk) -> bool:
        """Whether a noun tells people, or how many there are: "a thousand", "more than ten", "protesters"."""
        lists = self.grammar.lists
        some = lists["people_nouns"] | lists["private_nouns"] | lists["citizen_nouns"] | lists["marching_nouns"]
        some = some | lists["numerals"] | lists["counting_nouns"]
        return chunk.word[:1].isdigit() or not some.isdisjoint((chunk.word, *chunk.head_lemmas))

    def kin(self, chunk: Chunk, words: frozenset[str]) -> bool:
        """Whether a noun, or what a word like "one of" counts, is one of these words."""
        after = self.parsed.chunks[chunk.index + 1 : chunk.index + 2]
        one = self.grammar.lists["transparent_nouns"] | self.grammar.lists["one_of_words"]
        light = chunk.lemmas & one and after and after[0].mention is None
        return bool(chunk.lemmas & words or (light and after[0].genitive and after[0].lemmas & words))

    def private(self, chunk: Chunk) -> bool:
        """Whether somebody is one private person: "a Palestinian child" is not Palestine, five of them are."""
        numbers = {r.number for r in chunk.readings}
        return "s" in numbers and "p" not in numbers and bool(chunk.head_lemmas & self.grammar.lists["private_nouns"])

    @staticmethod
    def private_nisba(predicate: Predicate, nisba: Mention) -> bool:
        """Whether an adjective stands for somebody of a nation whom a deed hits: "the arrest of a Moroccan"."""
        return not predicate.chunk.definite and not predicate.plural and (nisba.number, nisba.gender) == ("s", "m")
