"""The one party that stands behind a verb: whether it acts, or is what the verb governs while somebody goes on."""

from __future__ import annotations

from sifara.events.agreement import nominative
from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.frames import Frame
from sifara.events.parties import Party
from sifara.events.predicates import Predicate


class Lone(Rules):
    """Tells subject and object apart where a verb has one party alone."""

    def __init__(self, context: Context, conditions: Conditions) -> None:
        super().__init__(context)
        self.conditions = conditions

    def object_alone(self, predicate: Predicate) -> bool:
        """ "… and thanked Oman": the one party after such a verb is its object, the subject goes on."""
        if predicate.objects or predicate.chunk.pronoun or not predicate.subject:
            return False
        if not self.before(predicate):
            return self._after_unnamed(predicate)
        if predicate.subject[0].index < predicate.chunk.index or not self.discourse.parties(predicate.subject, ""):
            return False
        if self.conditions.strikes(predicate.subject[0]) or nominative(predicate.subject[0], self.grammar):
            return False
        before = self.before(predicate)
        named = {p.entity for p in self.discourse.parties(predicate.subject, "")}
        return not named & {p.entity for p in before} and self.discourse.agrees(predicate, before)

    def _after_unnamed(self, predicate: Predicate) -> bool:
        """Whether somebody unnamed goes on: "a minister calls on X to do so and calls on the president to"."""
        above = predicate.inherits
        if above is None or not above.subject or above.clause.kind == "rel" or not predicate.chunk.conj:
            return False
        first = above.subject[0]
        same = bool(predicate.chunk.head_lemmas & above.chunk.head_lemmas) and first.index < above.chunk.index
        return same and first.mention is None and not self.conditions.strikes(predicate.subject[0])

    def _state(self, predicate: Predicate) -> bool:
        """Whether a state stands where the subject of a journey would: "where (he) visited Lebanon"."""
        mention = predicate.subject[0].mention if predicate.subject else None
        return mention is not None and mention.type == "Country" and mention.kind == "name"

    def goal(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether what stands where the subject would is where somebody goes."""
        return self._state(predicate) or self.seat_visited(predicate, frame)

    @staticmethod
    def seat_visited(predicate: Predicate, frame: Frame) -> bool:
        """Whether a body is where somebody goes whom nobody names: "and visited parliament"."""
        mention = predicate.subject[0].mention if predicate.subject else None
        body = mention is not None and mention.type == "GovernmentBody" and mention.kind == "name"
        follows = body and predicate.subject[0].index == predicate.chunk.index + 1 and bool(predicate.chunk.conj)
        return follows and frame.journey and frame.object == "target" and not (predicate.objects or predicate.preps)

    def document_alone(self, predicate: Predicate) -> bool:
        """Whether a document behind a verb that goes on is its object: "left the talks and denounced the treaty"."""
        document = predicate.subject[0].mention if predicate.subject else None
        if document is None or document.type != "Treaty":
            return False
        active = not predicate.chunk.vowelled_passive and any(r.voice == "a" for r in predicate.chunk.readings)
        return active and self.object_alone(predicate)

    def before(self, predicate: Predicate) -> tuple[Party, ...]:
        """The subject that may go on: of the verb before, or of the sentence before ("And he met …")."""
        if predicate.inherits is not None:
            return self.discourse.subject_of(predicate.inherits)
        clause = predicate.clause
        if clause.kind == "adjunct" and clause.outer is not None and clause.outer.verb is not None:
            return self.discourse.subject_of(clause.outer.verb)  # "vowed to reply after accusing Iran"
        opens = self.discourse.opens(predicate.chunk) or self.discourse.planned(predicate.chunk)
        return self.discourse.subject if opens else ()

    @staticmethod
    def company(predicate: Predicate, frame: Frame) -> bool:
        """Whether a phrase names the other party ("met with")."""
        return any("participant" in frame.roles_of_prep(prep) for prep, _ in predicate.preps)
