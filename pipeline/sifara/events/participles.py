"""Participles that speak for a subject: where they stand, and which clause they go back to."""

from __future__ import annotations

from sifara.events.agreement import nominative, several
from sifara.events.chunk import Chunk
from sifara.events.frames import Frame, candidates
from sifara.events.grammar import LightVerb
from sifara.events.phrases import PhraseReader
from sifara.events.predicates import Predicate
from sifara.events.sayers import COLON

_FEMININE = ("\u0629", "\u0647")  # the ending of a noun, as written and folded


class ParticipleReader(PhraseReader):
    """Reads participles that are predicates."""

    def _tells(self, participle: Chunk) -> bool:
        """Whether a participle is what its clause says of the subject, not a further act of the one who speaks."""
        previous = self.chunks[participle.index - 1] if participle.index else None
        apart = previous is not None and previous.kind in ("punct", "close")
        speech = any(f.speech for f in self._participle_frames(participle))
        said = self.clause.pending[-1][-1] if self.clause.pending else participle  # "called it false, accusing"
        told = said.index == participle.index - 2 and said.mention is None and not said.definite
        around = self.grammar.accusative_ending, *((self.grammar.feminine_ending,) if told else ())
        return not (apart and (speech or participle.word.endswith(around)))

    def _nominal_clause(self, chunk: Chunk, found: tuple[Frame, ...]) -> Predicate:
        """A participle that is itself what the clause says of its subject: "he is ready to"."""
        light = self._light_participle(chunk)
        predicate = Predicate(chunk, "participle", self.clause, found, light, marks=[*self.clause.marks, *self.marks])
        self._register(predicate, chunk)
        self.clause.verb = predicate
        predicate.subject = next((g for g in self.clause.pending if not g[0].prep), [])
        predicate.antecedent = self.clause.antecedent if self.clause.kind == "rel" else None
        self.clause.pending = []
        return predicate

    def _light_participle(self, chunk: Chunk) -> tuple[LightVerb, ...]:
        return tuple(v for lemma in sorted(chunk.head_lemmas) for v in self.grammar.light_verbs.get(lemma, ()))

    def _leave_for_participle(self, chunk: Chunk) -> None:
        """A participle after a comma goes back to the one who speaks; without one it stays in its clause."""
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        apart = bool(chunk.conj) or (previous is not None and previous.kind in ("punct", "close"))
        if self.clause.kind != "participle" and self.clause.verb is None and not apart:
            return
        speech = any(f.speech or f.embeds for f in self._participle_frames(chunk))
        if apart or speech:
            clause = self.clause
            while clause.outer is not None and clause.kind in ("rel", "participle", "cond", "comp", "adjunct"):
                inner = clause.kind not in ("rel", "participle", "cond")
                if inner and self._speaks(clause, strictly=bool(speech)) and self._one_gender(chunk, clause):
                    break
                clause = clause.outer
            if (apart and clause.verb is not None) or self._speaks(clause):
                self.clause = clause
                return
        self._leave({"rel", "participle"})

    def _participle_frames(self, chunk: Chunk) -> tuple[Frame, ...]:
        if chunk.word in self.grammar.lists["no_participles"]:
            return ()
        return candidates(self.lexicon.participles, chunk.head_lemmas)

    def _aside(self, chunk: Chunk) -> bool:
        """Whether a participle that tells nothing here opens a clause behind a comma: "reviewing with him the ties"."""
        before = self.chunks[chunk.index - 1] if chunk.index else None
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        alone = len(chunk.words) == 1 and chunk.mention is None and not (chunk.prep or chunk.conj or chunk.genitive)
        if not alone or before is None or before.kind != "punct" or after is None or after.kind == "punct":
            return False
        told = bool(chunk.readings) and all(r.pos == "adj" and r.source == "domain" for r in chunk.readings)
        return told and chunk.word.endswith(self.grammar.accusative_ending) and not chunk.definite

    def _participle_here(self, chunk: Chunk) -> bool:
        """A participle speaks for the subject of the clause if it stands in the indefinite accusative."""
        ends = chunk.word.endswith(self.grammar.accusative_ending)
        inside = self.clause.verb is not None and not chunk.word.endswith(self.grammar.feminine_ending)
        named = (ends or inside) and candidates(self.lexicon.nouns, chunk.head_lemmas)
        if named and self._participle_frames(chunk):
            return False  # "voiced concern", written like "concerned"
        if chunk.word.endswith((self.grammar.accusative_ending, self.grammar.feminine_ending)):
            before = self.chunks[chunk.index - 1] if chunk.index else None
            ends = chunk.word.endswith(self.grammar.accusative_ending)
            told = not ends or any(r.pos == "noun" for r in chunk.readings)
            following = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
            says = following is not None and (following.kind in ("comp", "open") or following.word == COLON)
            found = self._participle_frames(chunk)
            says = says and any(f.speech for f in found)  # "and she added, saying that"
            thing = all(f.needs_content for f in found) and any(r.lemma.endswith(_FEMININE) for r in chunk.readings)
            if thing and not says and chunk.word.endswith(self.grammar.feminine_ending):
                return False  # "a memorandum", written like "reminding (she) of"
            noun = before is not None and before.kind == "verb" and told and not says  # "a prosecutor demanded"
            plain = not noun and (before is None or before.kind != "np" or bool(before.mention) or before.definite)
            opens = not chunk.index and following is not None and following.kind == "comp"  # "…. Saying that"
            return opens or chunk.word.endswith(self.grammar.accusative_ending) or (
                plain and (self.clause.verb is not None or bool(self.clause.pending) or bool(self.clause.pronoun))
            )
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        following = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        if previous is not None and previous.kind == "np" and not previous.definite and previous.mention is None:
            return False
        if previous is not None and previous.kind == "verb" and nominative(chunk, self.grammar):
            return False  # "critics say that": the subject
        oblique = several(chunk, tuple(self.grammar.lists["oblique_endings"]))  # "accusing (they) Iran"
        return following is not None and (following.kind == "comp" or bool(following.prep) or oblique)
