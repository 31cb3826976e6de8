"""Who met, received or saw off somebody where a noun tells it: the other party stands further on."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.predicates import Predicate
from sifara.events.timing import TimeReader


def _place(chunk: Chunk) -> bool:
    return chunk.mention is not None and chunk.mention.type in ("City", "Region", "Country")


class ReceptionReader(TimeReader):
    """Finds the noun of a meeting that a name behind it belongs to."""

    def _met_by_owner(self, chunk: Chunk) -> Predicate | None:
        """The noun with a pronoun that still lacks its other party: "during his meeting today in Riyadh the envoy"."""
        if chunk.mention is None or not self.clause.heads:
            return None
        noun = self.clause.heads[-1]
        if noun.form != "noun" or noun.objects or noun.chunk.prep == "":
            return None
        if not noun.chunk.pronoun and not self._received_in(noun):
            return None
        if not any(f.symmetric for f in noun.frames) or any(
            c.mention is not None for _, g in noun.preps for c in g if not _place(c)
        ):
            return None
        between = self.chunks[(noun.genitives[0][-1] if noun.genitives else noun.chunk).index + 1 : chunk.index]
        return noun if all(c.kind == "time" or self._somewhere(c) for c in between) else None

    def _somewhere(self, chunk: Chunk) -> bool:
        """Whether a phrase tells where something was: "in Riyadh", "in his office", "in the palace of"."""
        inside = chunk.prep in self.grammar.lists["place_prepositions"] or chunk.genitive
        return chunk.kind == "np" and ((bool(chunk.prep) and _place(chunk)) or (inside and chunk.mention is None))

    def _received_in(self, noun: Predicate) -> bool:
        """Whether a noun with a person as its genitive still lacks whom they met: "during the king's reception of"."""
        verb = self.clause.verb
        mention = noun.genitives[0][0].mention if len(noun.genitives) == 1 else None
        person = mention is not None and (mention.type == "Person" or mention.kind == "title")
        other = any(f.symmetric and f.object == "participant" for f in noun.frames)
        return person and other and (verb is None or bool(verb.subject) or not verb.frames)

    def _received_by(self, chunk: Chunk) -> Predicate | None:
        """The noun of "was in the reception of", behind which those who received somebody are named."""
        lists = self.grammar.lists
        if chunk.mention is None or chunk.mention.type not in ("Person", "Country") or self.clause.verb is not None:
            return None
        for noun in self.clause.heads:
            was = not lists["auxiliaries"].isdisjoint(noun.marks)
            there = was and noun.chunk.prep in lists["reception_prepositions"]
            met = bool(noun.chunk.pronoun) or any(g[0].mention is not None for g in noun.genitives)
            if there and met and noun.chunk.head_lemmas & lists["reception_nouns"]:
                return noun
        return None
