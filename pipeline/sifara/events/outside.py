"""Verbs and participles that go on outside the clause they stand in, and participles that are none."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.receptions import ReceptionReader


class OutsideReader(ReceptionReader):
    """Says where a joined verb goes on, and what a participle governs."""

    def _goes_on_outside(self, verb: Chunk) -> bool:
        """Whether a joined verb agrees with the verb around a relative clause, and not with that in it."""
        inner, outer = self.clause.verb, self.clause.outer.verb if self.clause.outer is not None else None
        gender = verb.readings[0].gender if len({r.gender for r in verb.readings}) == 1 else ""
        if inner is None or outer is None or outer.form != "verb" or not gender or not inner.gender:
            return False
        return gender != inner.gender and gender == outer.gender and not verb.quoted

    def _accuses(self, participle: Chunk) -> bool:
        """Whether a participle is none of the masdars written alike, so that the party behind it is its object.

        "Accusing Cairo" is no "accused of Cairo"; "demanding of Iran" is not "Iran's demand" only behind a comma.
        """
        apart = participle.index > 0 and self.chunks[participle.index - 1].kind == "punct"
        return apart or not participle.head_lemmas & self.lexicon.nouns.keys()

    def _demands(self, chunk: Chunk) -> bool:
        """Whether what may be a participle is a noun: "its demands", "popular demands"."""
        feminine = chunk.word.endswith(tuple(self.grammar.lists["feminine_plurals"]))
        owned = bool(chunk.readings) and all(r.pronoun for r in chunk.readings)
        owned = owned or self._of_others(chunk)
        return owned or (feminine and chunk.conj != "" and bool(chunk.nisbas or chunk.modified))

    def _of_others(self, chunk: Chunk) -> bool:
        """Whether what would be a feminine participle is the object of a masculine verb: "opposes the demand of"."""
        verb = self.clause.verb
        before = self.chunks[chunk.index - 1] if chunk.index else None
        apart = bool(chunk.conj) or before is None or before.kind in ("punct", "close", "mark")
        if apart or verb is None or verb.gender != "m" or not chunk.word.endswith(self.grammar.feminine_ending):
            return False
        return bool(chunk.head_lemmas & self.lexicon.nouns.keys())

    def _leave_told(self, chunk: Chunk) -> None:
        """Go out of a relative clause that has all its parties: "a coalition that Riyadh leads began a campaign"."""
        verb = self.clause.verb
        outer = self.clause.outer.verb if self.clause.outer is not None else None
        if self.clause.kind != "rel" or verb is None or outer is None or not verb.chunk.pronoun:
            return
        told = verb.subject and not verb.objects and verb.subject[-1].index == chunk.index - 1
        if told and verb.subject[-1].mention is not None and outer.form == "verb" and not outer.objects:
            self._leave({"rel"})

    def _entered(self, noun: Chunk) -> bool:
        """Whether a masdar that tells no event governs what follows: "after his entering the consulate"."""
        lists = self.grammar.lists
        when = noun.prep in lists["temporal_prepositions"] | lists["occasion_prepositions"]
        known = noun.index in self.result.of_chunk or noun.mention is not None
        return when and not known and noun.pronoun[:1] == "3" and bool(noun.lemmas & lists["moving_nouns"])
