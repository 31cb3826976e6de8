"""How a clause has begun: what stands in front of its verb, or in place of it."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.marks import COMMA
from sifara.events.particles import ParticleReader


class BeginningReader(ParticleReader):
    """Tells from the chunks so far whether a verb or a masdar is awaited."""

    def _fronted(self) -> bool:
        """Whether the sentence has nothing yet but times and phrases with prepositions: "In London, …"."""
        if not self.chunks or self.chunks[-1].kind not in ("punct", "time"):
            return False
        kinds = [c.kind for c in self.chunks]
        openers = [i for i, kind in enumerate(kinds) if kind in ("rel", "sub", "comp")]
        before = self.chunks[: openers[0]] if openers else self.chunks
        if kinds[0] == "punct" or any(c.kind == "np" and not (c.prep or c.genitive or c.conj) for c in before):
            return False
        if not openers:
            return {*kinds} <= {"np", "punct", "time"}
        first = self.chunks[openers[0]]
        depends = first.kind == "rel" or bool(first.prep) or first.word in self.grammar.lists["temporal_subordinators"]
        whole = len(openers) == 1 == kinds.count("verb") and not {"open", "close", "mark"}.intersection(kinds)
        return depends and whole and kinds[-1] == "punct" and kinds.index("verb") > openers[0]

    def _awaits_verb(self) -> bool:
        """Whether a subject stands before, and a relative clause that has its verb: "the minister who leads …"."""
        last = next((i for i, c in reversed(list(enumerate(self.chunks))) if c.kind == "rel"), None)
        if last is None:
            return self._behind_aside()
        if self.chunks[last].pronoun == "free":
            return False
        inside = [c.kind for c in self.chunks[last + 1 :]]
        pairs = zip(self.chunks[last + 1 :], self.chunks[last + 2 :], strict=False)
        described = sum(b.kind == "verb" and a.kind == "np" and not (a.definite or a.pronoun) for a, b in pairs)
        if inside.count("verb") - described != 1 or {"comp", "sub", "open", "close"}.intersection(inside):
            return False  # "a visit (that) takes two days" has a verb of its own
        before = last
        while before and self.chunks[before - 1].kind in ("np", "time", "punct"):
            before -= 1
        opened = not before or self._opens_clause(self.chunks[before - 1])
        return opened and self.chunks[before].mention is not None and not self.chunks[before].prep

    def _opens_clause(self, word: Chunk) -> bool:
        """Whether a clause begins behind a word: "that", "but", "had"."""
        return word.kind in ("comp", "sub") or (word.kind == "mark" and word.word in self.grammar.lists["auxiliaries"])

    def _behind_aside(self) -> bool:
        """Whether a subject stands before, and between commas nothing but phrases: "but the minister, in a speech,"."""
        commas = [i for i, c in enumerate(self.chunks) if c.word == COMMA]
        if len(commas) < 2 or commas[-1] != len(self.chunks) - 1 or not commas[-2] or commas[-1] - commas[-2] < 2:
            return False
        subject, aside = self.chunks[commas[-2] - 1], self.chunks[commas[-2] + 1 : commas[-1]]
        party = subject.mention is not None and not (subject.prep or subject.conj or subject.genitive)
        opened = commas[-2] < 2 or self._opens_clause(self.chunks[commas[-2] - 2])
        phrases = aside[0].kind == "time" or (aside[0].kind == "np" and bool(aside[0].prep) and not aside[0].conj)
        return party and opened and phrases and all(c.kind in ("np", "time") for c in aside)

    def _awaits_masdar(self) -> bool:
        """Whether "was done" or "must" stands before, with nothing but phrases of time, place, occasion in between."""
        lists = self.grammar.lists
        for chunk in reversed(self.chunks):
            if chunk.kind != "time" and not (chunk.kind == "np" and (chunk.prep or chunk.genitive)):
                words = lists["passive_auxiliaries"] | lists["possibility_words"]
                return chunk.kind == "mark" and chunk.word in words
        return False

    def _decided(self) -> bool:
        """Whether "the decision of X" stands just before."""
        last = len(self.chunks) - 1
        while last > 1 and self.chunks[last].mention is not None and self.chunks[last].conj:
            last -= 1  # "of X and Y"
        if last < 1 or not self.chunks[last].genitive or self.chunks[last].mention is None:
            return False
        return bool(self.chunks[last - 1].lemmas & self.grammar.lists["deciding_nouns"])
