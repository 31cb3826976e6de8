"""Other senses: signs that the word of a frame tells something else here, or belongs to the name of something."""

from __future__ import annotations

from sifara.events.context import Rules
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.predicates import Predicate


class Senses(Rules):
    """Signs of other senses in one sentence."""

    def other(self, predicate: Predicate, frame: Frame) -> bool:
        """Say whether a word has another sense than that of its frame, by what stands just before it."""
        return predicate.form == "noun" and bool(frame.not_behind) and self._inside_name(predicate, frame)

    def _inside_name(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a noun is the genitive of one that makes a thing or body of it: "the ministry of communications"."""
        before = self.parsed.chunks[predicate.chunk.index - 1] if predicate.chunk.index else None
        if before is None or not (predicate.chunk.genitive or before.kind == "mark"):
            return False  # a word of possibility is a mark: "the prospects of"
        return bool({before.word, *before.head_lemmas} & frame.not_behind)

    def dry(self, filled: Filled) -> None:
        """Take out seas as targets: they tell where what is hit lies ("a town on the Red Sea")."""
        waters = self.grammar.lists["water_nouns"]
        for key, argument in [item for item in filled.arguments.items() if item[0][0] == "target"]:
            chunk = next((c for c in self.parsed.chunks if c.start <= argument.start < c.end), None)
            if chunk is not None and chunk.mention is not None and waters.intersection(chunk.words[:1]):
                del filled.arguments[key]

    def alone(self, filled: Filled) -> bool:
        """Say whether one party alone tells no event: of a session by a pronoun, of a deal that it did not reach.

        The latter holds of frames that are ``accompanied``, unless it is the party with whom the deal was.
        """
        actors = [a for (role, _), a in filled.arguments.items() if role == "participant"]
        if filled.frame.session and len(actors) == 1 and actors[0].rule == "pronoun":
            return True  # "and the demand that answers it"
        carrier = filled.carrier.chunk.head_lemmas if filled.carrier is not None else frozenset()
        if filled.frame.accompanied and carrier & self.grammar.lists["finishing_verbs"]:
            return True  # "put an end to the truce with"
        if not filled.frame.accompanied or len(actors) != 1:
            return False
        if carrier & self.grammar.lists["reaching_verbs"]:
            return False
        return not actors[0].rule.startswith("prep:")
