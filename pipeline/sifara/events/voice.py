"""Active or passive: most verbs are written alike in both."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.frames import Frame
from sifara.events.nounkinds import NounKinds
from sifara.events.predicates import Predicate


class Voice(NounKinds):
    """Tells the voice of a verb by what it governs."""

    @staticmethod
    def _other_voice(predicate: Predicate, frame: Frame) -> bool:
        """Whether a verb can only be passive ("is called") and the frame is of the active."""
        readings = predicate.chunk.readings if predicate.form == "verb" else ()
        own = [r for r in readings if r.lemma in frame.verbs]
        return bool(own) and all(r.voice == "p" for r in own) and not frame.passive

    def called_upon(self, predicate: Predicate) -> bool:
        """Whether a participle that is said of its subject means the one called upon: "Israel is asked to withdraw"."""
        asked = bool(predicate.chunk.lemmas & self.grammar.lists["asked_participles"])
        return predicate.form == "participle" and asked and bool(predicate.subject) and predicate.clause.kind != "rel"

    def passive(self, predicate: Predicate, frame: Frame | None) -> bool:
        """Whether a verb that is written alike in both voices is passive here."""
        voices = {r.voice for r in predicate.chunk.readings if r.voice}
        if predicate.chunk.vowelled_passive and predicate.form == "verb":
            return True
        if voices == {"p"}:
            return True
        may = not voices or predicate.chunk.readings[0].aspect in ("p", "i")
        if may and frame is not None and frame.passive:
            voices.add("p")
        if "p" not in voices or predicate.chunk.pronoun:
            return False
        charged = any(c.lemmas & self.grammar.lists["charge_nouns"] for _, group in predicate.preps for c in group)
        held = any(g[0].mention is not None and g[0].mention.type == "Person" for g in predicate.objects)
        acting = predicate.subject[0].mention if predicate.subject else None
        body = acting is not None and acting.type != "Person"  # "the authorities arrested X on charges of"
        if charged and frame is not None and frame.object_pref and not (held and body):
            return True
        envoy = frame is not None and frame.envoys and frame.passive and acting is not None
        numbers = self.grammar.lists["numerals"] | self.grammar.lists["transparent_nouns"]
        times = all(g[0].lemmas & numbers or g[0].word in numbers for g in predicate.objects)
        if envoy and times and frame is not None and frame.with_nouns & predicate.subject[0].head_lemmas:
            return True  # "summoned was the ambassador"
        after = predicate.chunk.index + 1
        objects = [g[0] for g in predicate.objects if not (g[0].conj and g[0].index == after)]  # "and hundreds were"
        if any(not (self._manner(chunk) or self._quality(chunk)) for chunk in objects):
            return False
        if not predicate.subject:
            # "the reporter who is tried": the antecedent suffers what the verb tells.
            person = predicate.antecedent is not None and predicate.antecedent.mention is not None
            return bool(frame is not None and frame.object_pref and person and predicate.clause.kind == "rel")
        if any(prep in self.grammar.lists["agent_prepositions"] for prep, _ in predicate.preps):
            return True
        first = predicate.subject[0]
        if frame is None:
            return True
        if first.mention is None:
            people = bool(first.lemmas & self.grammar.lists["people_nouns"]) or self.people(first)
            return bool(frame.with_nouns & first.lemmas) or (frame.object_pref and (people or not first.nisbas))
        if first.mention.type in ("Treaty", "Project"):
            return True
        if first.mention.kind == "collective":  # "killed were Israeli soldiers"
            return frame.object_pref and bool(first.lemmas & self.grammar.lists["people_nouns"])
        return frame.object_pref and first.mention.type == "Person"

    def _manner(self, chunk: Chunk) -> bool:
        """Whether a phrase tells in what state somebody is, and is no object: "was arrested coming from"."""
        bare = chunk.mention is None and not chunk.definite and chunk.word.endswith(self.grammar.accusative_ending)
        return bare and bool(chunk.readings) and all(r.pos == "adj" for r in chunk.readings)

    def _quality(self, chunk: Chunk) -> bool:
        """Whether a phrase tells what those are who were named right before: "some of Daesh, the terrorist (group)"."""
        before = self.parsed.chunks[chunk.index - 1] if chunk.index else None
        named = before is not None and before.mention is not None and (before.genitive or bool(before.prep))
        bare = chunk.mention is None and chunk.definite and not chunk.conj and not chunk.words[1:]
        return named and bare and bool(chunk.readings) and any(r.pos == "adj" for r in chunk.readings)

    def goes_on_hit(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a verb goes on from one whose subject is hit: "killed were ten of Daesh, and arrested seven"."""
        above = predicate.inherits
        if above is None or above.form != "verb" or predicate.subject or predicate.number != "s":
            return False
        first = next(iter(above.frames), None)
        return frame.object_pref and first is not None and first.object_pref and self.passive(above, first)
