"""Whether a sentence goes on to tell of the talks before it, or turns to something else."""

from __future__ import annotations

from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed, Predicate

_SAID = ("main", "comp", "quote", "participle", "adjunct")


class Continuing:
    """What the words of one sentence tell of its place in the report."""

    parsed: Parsed
    grammar: Grammar

    def goes_on(self, filled: Filled) -> bool:
        """Say whether an event is told by a verb in the perfect without a time, place or paper of its own."""
        verb: Predicate | None = filled.carrier or filled.predicate
        if verb is not None and verb.form == "participle":
            verb = verb.inherits  # "drew his attention to it, calling for"
        if verb is None or verb.form != "verb" or verb.clause.kind not in _SAID or verb.conditional:
            return False
        lists = self.grammar.lists
        if not lists["perfect_particles"].issuperset(verb.marks) or verb.times:
            return False
        if not all(r.aspect == "p" for r in verb.chunk.readings):
            return False
        elsewhere = lists["words_nouns"] | lists["press_nouns"]
        for prep, group in verb.preps:
            if prep in lists["not_then_prepositions"] or group[0].lemmas & elsewhere:
                return False
        return True

    def welcomes(self, noun: Predicate) -> bool:
        """Say whether a noun tells who received somebody: "in his reception was", "was in the king's reception"."""
        lists = self.grammar.lists
        was = not lists["auxiliaries"].isdisjoint(noun.marks)
        there = was and noun.form == "noun" and noun.chunk.prep in lists["reception_prepositions"]
        return there and bool(noun.chunk.head_lemmas & lists["reception_nouns"])

    def points_back(self, noun: Predicate) -> bool:
        """Say whether a noun only points back to a deed told elsewhere: "responsibility for the attack"."""
        chunk = noun.chunk
        bare = chunk.definite and not chunk.pronoun and not chunk.nisbas and chunk.mention is None
        return noun.form == "noun" and bare and not noun.genitives and not self.another(noun)

    def another(self, noun: Predicate) -> bool:
        """Say whether a noun is told as one more of its kind: "another attack"."""
        return not self.grammar.lists["another_words"].isdisjoint(noun.chunk.words[1:])

    def came_during(self, filled: Filled) -> bool:
        """Say whether talks are told as those during which what stands before was said: "that came during"."""
        noun, lists = filled.predicate, self.grammar.lists
        verb = noun.parent if noun.form == "noun" else None
        if verb is None or verb.form != "verb" or not verb.chunk.head_lemmas & lists["coming_verbs"]:
            return False
        if verb.subject and not verb.subject[0].head_lemmas & lists["words_nouns"]:
            return False  # but "his words came during"
        opens = all(c.kind in ("mark", "time", "open") for c in self.parsed.chunks[: verb.chunk.index])
        before = self.parsed.chunks[verb.chunk.index - 1] if verb.chunk.index else None
        apart = before is not None and before.kind == "punct"  # "…, that came during"
        opens = opens or (apart and not lists["pointing_words"].isdisjoint(verb.chunk.passed))
        return opens and noun.link in lists["occasion_holders"] and filled.frame.occasion

    def came_here(self) -> bool:
        """Say whether the sentence tells where the words before it were said: "that came in a speech"."""
        lists = self.grammar.lists
        verb = next((p for p in self.parsed.predicates if p.form == "verb"), None)
        if verb is None or verb.subject or not verb.chunk.head_lemmas & lists["coming_verbs"]:
            return False
        opens = all(c.kind in ("mark", "time", "open") for c in self.parsed.chunks[: verb.chunk.index])
        return opens and not lists["pointing_words"].isdisjoint(verb.chunk.passed)

    def in_turn(self) -> bool:
        """Say whether the sentence gives the word to the other side: "for his part"."""
        return any(c.kind == "mark" and c.word == "stance" for c in self.parsed.chunks[:2])

    def to_press(self) -> bool:
        """Say whether the sentence tells of words to the press, which are not those of the talks before."""
        return any(c.kind == "np" and c.lemmas & self.grammar.lists["press_nouns"] for c in self.parsed.chunks)

    def past_times(self) -> frozenset[str]:
        """Give the days that the sentence names, "" for a time in the past that has none."""
        times = [c.time for c in self.parsed.chunks if c.time is not None]
        told = [t for t in times if t.function in ("date", "range", "vague") and t.orientation <= 0]
        return frozenset(t.value or "" for t in told if t.value is not None or t.orientation < 0)
