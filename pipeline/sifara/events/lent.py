"""Parties that one event of a sentence lends to another: on whom a call falls, whose offer is refused, whose deed is
blamed.
"""

from __future__ import annotations

from dataclasses import replace

from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.statuses import ACTUAL, NEGATED

Told = dict[int, tuple[Filled, str]]  # by chunk index: a frame that is filled, and its status

_NAMED = ("object", "prep:")  # rules of parties that the words of a clause name


class Lent(Rules):
    """Fills what is open in the events of one sentence from those that they govern or that govern them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def share(self, told: Told) -> None:
        """Lend parties between the events told in one sentence."""
        for index, (inner, status) in list(told.items()):
            outer = self._above(inner, told)
            if outer is None:
                continue
            if self._asks_for(outer, inner):
                self._lend(inner, "target", outer, "target", "asked-for")
            elif self._refuses(outer, inner):
                self._lend(inner, "agent", outer, "target", "refused")
                told[index] = inner, ACTUAL if status == NEGATED else status  # it was made, if to no avail
            elif self._blames(outer, inner):
                self._lend(outer, "target", inner, "agent", "blamed")

    def _above(self, inner: Filled, told: Told) -> Filled | None:
        """The event whose word governs that of another one."""
        if inner.predicate.form != "noun":
            return None
        above = inner.carrier or inner.predicate.parent
        one = told.get(above.chunk.index) if above is not None else None
        return one[0] if one is not None and one[0] is not inner else None

    def _asks_for(self, outer: Filled, inner: Filled) -> bool:
        """Whether a call that is addressed to nobody asks for a deed ("urged the release of X")."""
        asks = inner.light is not None and inner.light.control == "addressee" and outer.frame.voiced
        verb = outer.predicate
        addressed = verb.objects if outer.frame.object == "target" else []
        to = self.grammar.lists["origin_prepositions"] | self.grammar.lists["place_prepositions"]
        addressed = [*addressed, *(g for p, g in verb.preps if p in to and inner.predicate.chunk not in g)]
        others = [g for g in addressed if inner.predicate.chunk not in g]
        return asks and not others and not verb.chunk.pronoun and "target" not in outer.roles()

    @staticmethod
    def _refuses(outer: Filled, inner: Filled) -> bool:
        """Whether somebody refuses an offer of others ("rejected an offer from X")."""
        voiced = inner.frame.voiced and not inner.frame.speech and not inner.frame.reaction
        return outer.frame.refuses and voiced and outer.of("agent") != inner.of("agent")

    @staticmethod
    def _blames(outer: Filled, inner: Filled) -> bool:
        """Whether a deed is what somebody who is named is blamed for ("reproached X with the arrest of")."""
        named = [a for (role, _), a in outer.arguments.items() if role == "target"]
        plain = bool(named) and all(a.rule.startswith(_NAMED) and not a.rule.endswith("-owner") for a in named)
        return outer.frame.answered and plain and inner.frame.deed and not inner.of("agent")

    def _lend(self, giver: Filled, role: str, taker: Filled, to: str, rule: str) -> None:
        """Give the parties in a role of one event to another that has none, if they may fill it."""
        frame: Frame = taker.frame
        if to in taker.roles():
            return
        for (own, entity), argument in list(giver.arguments.items()):
            taken = any(e == entity for _, e in taker.arguments)
            if own == role and not taken and self.lexicon.admits(frame, to, self._type(entity)):
                taker.arguments[to, entity] = replace(argument, role=to, rule=rule)
