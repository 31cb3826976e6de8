"""The row of chunks of one sentence, as it grows."""

from __future__ import annotations

from collections.abc import Sequence

from sifara.document import Mention, Sentence, TimeExpression
from sifara.events.chunk import Chunk
from sifara.events.frames import frames
from sifara.events.grammar import Grammar, grammar
from sifara.events.scare import without_marks


class Row:
    """Keeps the tokens, mentions and times of one sentence, and the chunks made of them so far."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
        words: Grammar | None = None,
    ) -> None:
        self.tokens = without_marks(sentence.tokens, mentions)
        self.grammar = words or grammar()
        lexicon = frames()
        self.known_verbs = lexicon.verbs.keys() | self.grammar.light_verbs.keys()
        self.participles = lexicon.participles.keys()
        self.event_nouns = lexicon.nouns.keys() | self.grammar.lists["document_nouns"]
        self.passives = lexicon.passive_participles.keys()
        self.mention_at: dict[int, Mention] = {}
        self.nisba_at: dict[int, Mention] = {}
        self.time_at: dict[int, TimeExpression] = {}
        position = 0
        starts = [t.start for t in self.tokens]
        ends = [t.end for t in self.tokens]
        self.inner = [m for m in mentions if m.inner]
        for mention in mentions:
            if mention.inner:
                continue
            while position < len(ends) and ends[position] <= mention.start:
                position += 1
            if position < len(starts) and starts[position] <= mention.start:
                (self.nisba_at if mention.kind == "nisba" else self.mention_at)[position] = mention
        position = 0
        for time in times:
            while position < len(ends) and ends[position] <= time.start:
                position += 1
            if position < len(starts):
                self.time_at[position] = time
        self.chunks: list[Chunk] = []
        self.prep = ""
        self.conj = ""
        self.depth = 0
        self.colon = False  # whether one has been met
        self.skipped = -1  # end of the last word passed over

    def _add(self, chunk: Chunk) -> Chunk:
        chunk.quoted = self.depth
        if chunk.kind in ("np", "verb", "time"):
            if self.prep:
                chunk.prep, self.prep = self.prep, ""
            if self.conj:
                chunk.conj, self.conj = chunk.conj or self.conj, ""
        elif chunk.kind not in ("mark",):
            chunk.prep = self.prep if chunk.kind in ("comp", "rel", "sub") else ""
            self.prep = self.conj = ""
        self.chunks.append(chunk)
        return chunk

    def _skip_to(self, end: int, i: int) -> int:
        while i < len(self.tokens) and self.tokens[i].start < end:
            i += 1
        return i

    def _strip_conj(self, word: str) -> tuple[str, str]:
        for letter, name in self.grammar.conjunctions:
            if word.startswith(letter) and len(word) > 2:
                return word[len(letter) :], name
        return word, ""

    def _clause_has_verb(self) -> bool:
        for chunk in reversed(self.chunks):
            if chunk.kind == "verb":
                return True
            if chunk.kind in ("comp", "rel", "sub", "close", "punct"):
                return False
        return False
