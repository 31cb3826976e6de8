"""Who acts in what an effort or a part is about, and whom an answer shows to be the one accused.

"The part that Oman plays in the mediation between …", "Qatar's efforts to free …", "Tehran rejected Paris's charges".
"""

from __future__ import annotations

from dataclasses import replace

from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.parties import Party
from sifara.events.predicates import Predicate
from sifara.events.slots import Slots
from sifara.events.sorts import ACTING

EFFORT = "effort"  # rule of who makes an effort


class Efforts(Rules):
    """Finds parties of a noun by the effort or the answer that governs it."""

    def __init__(self, context: Context, slots: Slots) -> None:
        super().__init__(context)
        self.slots = slots

    def find(self, filled: Filled) -> None:
        """Put in who makes the effort that a noun is about, and who answers the charge that it tells."""
        frame, predicate = filled.frame, filled.predicate
        if predicate.form != "noun" or frame.subject != "agent":
            return
        if "agent" not in filled.roles() and filled.light is None:
            self.slots.put(filled, "agent", self._making(predicate, frame.means))
        if frame.answered and "agent" in filled.roles() and "target" not in filled.roles():
            self.slots.put(filled, "target", self._answering(filled))

    def _making(self, noun: Predicate, aimed: bool) -> tuple[Party, ...]:
        """Who plays the part in what a noun tells; ``aimed``: who makes efforts for it does it, as in mediation."""
        lists, first = self.grammar.lists, noun.chunk
        behind = lists["effort_prepositions"] | ({self.grammar.clitic_preps["li"]} if aimed else frozenset())
        if first.prep not in behind:
            return ()
        above = noun.parent
        if above is not None and above.form == "verb":
            made = above.antecedent or (above.objects[-1][0] if above.objects else None)
            if made is not None and made.head_lemmas & lists["effort_nouns"] and above.subject:
                return self._acting(self.discourse.subject_of(above), EFFORT)
        before = self.parsed.chunks[first.index - 1] if first.index else None
        effort = before
        while effort is not None and (effort.genitive or effort.conj) and effort.index:
            effort = self.parsed.chunks[effort.index - 1]
        if effort is None or before is None or effort.kind != "np" or not effort.head_lemmas & lists["effort_nouns"]:
            return ()
        return self._acting(self.discourse.owners(effort, EFFORT), EFFORT)

    def _acting(self, parties: tuple[Party, ...], rule: str) -> tuple[Party, ...]:
        return tuple(replace(p, rule=rule) for p in parties if self._type(p.entity) in ACTING)

    def _answering(self, filled: Filled) -> tuple[Party, ...]:
        """Who rejects or denies what somebody else says is the one of whom it is said."""
        noun = filled.predicate
        above, depth = noun.parent, 0
        while above is not None and above.form == "noun" and noun.chunk.genitive and not above.frames and depth < 2:
            above, depth = above.parent, depth + 1
        if above is None or above.form != "verb" or not any(f.refuses for f in above.frames):
            return ()
        others = set(filled.of("agent"))
        parties = self.discourse.subject_of(above)
        states = {of for person, of in self.offices.seats for p in parties if p.entity == person}
        states |= {self.layer.entities[p.entity].country or "" for p in parties if p.entity in self.layer.entities}
        if others & (states | {p.entity for p in parties}) or len(parties) != 1:
            return ()
        return self._acting(parties, "answer")
