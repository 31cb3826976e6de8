"""The record of a frame that is being filled."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sifara.document import Argument
from sifara.events.frames import Frame
from sifara.events.grammar import LightVerb
from sifara.events.parties import Party
from sifara.events.predicates import Predicate

_SIDES = 2
PURPOSE = "purpose"  # rule of who goes somewhere for what a noun tells ("went to Doha to meet")


@dataclass(slots=True)
class Filled:
    """A frame with what fills it, before status and dates."""

    frame: Frame
    predicate: Predicate
    arguments: dict[tuple[str, str], Argument] = field(default_factory=dict)
    topics: list[tuple[int, int]] = field(default_factory=list)
    consumed: list[Predicate] = field(default_factory=list)  # nouns that are part of this trigger
    carrier: Predicate | None = None  # the light verb
    light: LightVerb | None = None
    mutual: bool = False  # what its agents do to each other
    each: bool = False  # of encounters: with each of several, one after the other
    takes_over: tuple[Party, ...] | None = None  # who goes on acting, where the party behind the verb is its object

    def roles(self) -> set[str]:
        """Give the roles that are filled."""
        return {role for role, _ in self.arguments}

    @property
    def decided(self) -> bool:
        """Whether deciding on the deed was doing it, and no later time is told for it."""
        times = [*self.predicate.times, *(self.carrier.times if self.carrier is not None else ())]
        return self.frame.decided and not any(t.orientation > 0 for t in times)

    def mirrored(self) -> list[Filled]:
        """Split a mutual act ("exchanged accusations") into one each way; else the frame as it is."""
        agents = [a for (role, _), a in self.arguments.items() if role == "agent"]
        targets = [a for (role, _), a in self.arguments.items() if role == "target"]
        if self.frame.both_ways and agents and targets:
            back = [replace(a, role="target" if a in agents else "agent") for a in (*agents, *targets)]
            rest = {k: a for k, a in self.arguments.items() if a not in agents and a not in targets}
            return [self, replace(self, arguments={(a.role, a.entity): a for a in back} | rest)]
        reciprocal = self.mutual or (self.light is not None and self.light.control == "reciprocal")
        reciprocal = reciprocal or (self.frame.both_ways and len(agents) == _SIDES)
        if (
            not reciprocal
            or not self.frame.mutual
            or self.frame.symmetric
            or len(agents) < 2
        ):
            return [self]
        found = []
        for agent in agents:
            others = [replace(o, role="target", rule="reciprocal") for o in agents if o is not agent]
            arguments = {(a.role, a.entity): a for a in (agent, *others)}
            rest = {k: a for k, a in self.arguments.items() if a.role == "place"}
            found.append(replace(self, arguments=arguments | rest))
        return found

    def apart(self, addressing: frozenset[str], meetings: frozenset[str]) -> list[Filled]:
        """Split calls, and meetings told in the plural, of one party with several; else the frame as it is.

        So is what is told of ``each`` of several. ``addressing`` are the prepositions of the party with whom somebody
        speaks, ``meetings`` the nouns whose plural is several ones ("talks" are not).
        """
        actors = [a for (role, _), a in self.arguments.items() if role == "participant"]
        readings = self.predicate.chunk.readings
        several = bool(readings) and all(r.number in ("d", "p") and r.lemma in meetings for r in readings)
        if len(actors) < 3 or not (self.frame.bilateral or self.each or (several and self.frame.symmetric)):
            return [self]
        others = [a for a in actors if a.rule == "object" or a.rule.removeprefix("prep:") in addressing]
        ones = [a for a in actors if a not in others]
        if len(others) == 1:
            ones, others = others, ones
        if len(ones) > 1 or len(others) < 2:
            return [self]
        rest = {k: a for k, a in self.arguments.items() if a not in actors}
        return [replace(self, arguments={(a.role, a.entity): a for a in (*ones, other)} | rest) for other in others]

    def of(self, role: str) -> list[str]:
        """Give the entities in a role."""
        return [e for r, e in self.arguments if r == role]
