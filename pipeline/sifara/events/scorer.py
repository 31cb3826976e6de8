"""The learned scorer: whether a trigger that the rules leave untold tells an event, and who is in it.

Three logistic regressions over traits (:mod:`sifara.events.traits`): one says of each candidate whether it fills a role
of the trigger, one whether a trigger that the rules leave untold tells an event, one how sure an event is that they
tell. Their weights are whole numbers in
``lexicon/scorer``, so that every sum is the same on every machine; ``benchmarks/train_scorer.py`` makes them from
annotated triggers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log

from sifara.events.grammar import load_yaml
from sifara.events.sites import Candidate, Site
from sifara.events.traits import ACTOR, UNDERGOER, slot_of

REACH = "*"  # row of the table of events: what candidates added to all but one in a thousand triggers in training
SCALE = 1000  # a weight of 1 in the table is a thousandth of a logit


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: whole weights by trait, in thousandths of a logit."""

    bias: int
    of: dict[str, int]

    def score(self, traits: Iterable[str]) -> int:
        """Sum the weights of traits, each of which counts once."""
        of = self.of
        return self.bias + sum(of.get(trait, 0) for trait in traits)

    def strongest(self, traits: Iterable[str], number: int = 3) -> tuple[str, ...]:
        """Give the traits that speak most for it, the strongest first."""
        known = sorted((-self.of.get(t, 0), t) for t in set(traits))
        return tuple(t for weight, t in known[:number] if weight < 0)


@dataclass(frozen=True, slots=True)
class Judged:
    """A site with its probability, and the candidates in it with theirs, the likeliest first."""

    site: Site
    probability: float
    parties: tuple[tuple[Candidate, float], ...]


def probability(score: int) -> float:
    """Turn a score in thousandths of a logit into a probability."""
    return 1 / (1 + exp(-score / SCALE))


class Scorer:
    """Judges sites. ``parties`` and ``events`` are the two regressions."""

    def __init__(
        self,
        parties: Weights,
        events: Weights,
        told: Weights,
        least: float = 0.5,
        also: float = 0.5,
        reach: int = 10**6,
    ) -> None:
        self.parties, self.events, self.told, self.least, self.also = parties, events, told, least, also
        self._bound = round(log(least / (1 - least)) * SCALE) - reach

    def worth(self, traits: Iterable[str]) -> bool:
        """Whether a trigger with these traits may be likely enough, once its candidates are looked at.

        They add no more than they did to all but one in a thousand triggers of the documents it was trained on.
        """
        return self.events.score(dict.fromkeys(traits)) >= self._bound

    def judge(self, site: Site) -> Judged | None:
        """Judge a site; ``None`` if nobody can act in it."""
        if not any(c.slot == ACTOR for c in site.candidates):
            return None
        ranked = self.rank(site)
        score = self.events.score(site.traits) + self.events.score(derived(site, ranked)) - self.events.bias
        return Judged(site, probability(score), ranked)

    def sure(self, site: Site) -> float:
        """Say how likely an event is that the rules tell."""
        return probability(self.told.score([*site.traits, *borne_out(site, self.rank(site))]))

    def rank(self, site: Site) -> tuple[tuple[Candidate, float], ...]:
        """Give the candidates with their probabilities, the likeliest first; equals by the name of the entity."""
        scored = [(c, self.parties.score(c.traits)) for c in site.candidates]
        scored.sort(key=lambda each: (-each[1], each[0].slot, each[0].party.entity))
        return tuple((c, probability(s)) for c, s in scored)

    def chosen(self, judged: Judged) -> tuple[Candidate, ...]:
        """Give who fills the roles: the likeliest actor, and whoever is likely besides."""
        actors = [(c, p) for c, p in judged.parties if c.slot == ACTOR]
        others = [c for c, p in judged.parties if c.slot == UNDERGOER and p >= self.also]
        taken = [actors[0][0], *(c for c, p in actors[1:4] if p >= self.also)]
        entities = {c.party.entity for c in taken}
        return (*taken, *[c for c in others if c.party.entity not in entities][:1])


_OWN = (":owned", ":kind", ":conj", ":first", ":n=", ":nb", ":na", ":rule", ":mine", ":told")


def _tenth(value: float) -> str:
    return str(min(9, int(value * 10)))


def derived(site: Site, ranked: tuple[tuple[Candidate, float], ...]) -> list[str]:
    """Give the traits of a site that come of how likely its candidates are, and of the likeliest who acts."""
    actors = [(c, p) for c, p in ranked if c.slot == ACTOR]
    undergoers = [p for c, p in ranked if c.slot == UNDERGOER]
    best, second = (actors[0][1] if actors else 0.0), (actors[1][1] if len(actors) > 1 else 0.0)
    form, stage, event, hit = site.traits[0], site.traits[1], site.frame.event, _tenth(max(undergoers, default=0.0))
    found = [
        f"qa={_tenth(best)}", f"qa={_tenth(best)}{form}", f"qa={_tenth(best)}/{stage}", f"qa/{event}={_tenth(best)}",
        f"qu={hit}{form}", f"qu/{event}={hit}", f"gap={_tenth(best - second)}",
    ]  # fmt: skip
    if site.frame.symmetric:
        found += ["sym", f"qa2={_tenth(second)}"]
    return [*found, *_of_actor(actors[0][0].traits, event)] if actors else found


def borne_out(site: Site, ranked: tuple[tuple[Candidate, float], ...]) -> list[str]:
    """Give the derived traits of an event that the rules tell, with how likely those are whom they chose."""
    arguments = site.filled.arguments if site.filled is not None else {}
    own = {(slot_of(role), entity) for role, entity in arguments}
    found = derived(site, ranked)
    for slot in (ACTOR, UNDERGOER):
        chances = [p for c, p in ranked if (c.slot, c.party.entity) in own and c.slot == slot]
        found.append(f"by_rule/{slot}={_tenth(min(chances)) if chances else 'none'}")
        found.append(f"by_rule/{slot}/{site.frame.event}={_tenth(min(chances)) if chances else 'none'}")
    return found


def _of_actor(traits: tuple[str, ...], event: str) -> list[str]:
    """The traits of the likeliest who acts that say something of the event."""
    found = []
    for trait in traits:
        if trait.startswith(f"{ACTOR}:ev="):
            found.append(f"aty={trait}")
        elif ":rel=" in trait:
            found += [f"arel={trait}", f"arel/{event}={trait}"]
        elif ":src=" in trait and "/" not in trait:
            found.append(f"asrc={trait}")
        elif trait[2:].startswith(_OWN):
            found.append(f"aown={trait}")
        elif trait[2:3] in ("<", ">") and _path(trait):
            found.append(f"apath={trait}")
    return found


def _path(trait: str) -> bool:
    """Whether a trait tells the way from a trigger to who acts: its preposition, its distance, a clause between."""
    return (":prep=" in trait and ":v=" in trait) or (":d=" in trait and "/" not in trait) or ":sub=" in trait


@cache
def scorer() -> Scorer:
    """Load the scorer of the packaged lexicon."""
    settings = load_yaml("scorer", "settings.yaml")
    tables: dict[str, dict[str, int]] = {"party": {}, "event": {}, "told": {}}
    resource = files("sifara").joinpath("lexicon", "scorer", "weights.tsv")
    for line in resource.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            table, trait, weight = line.split("\t")
            tables[table][trait] = int(weight)
    reach = tables["event"].pop(REACH)
    parties, events, told = (Weights(of.pop("", 0), of) for of in (tables["party"], tables["event"], tables["told"]))
    return Scorer(parties, events, told, float(settings["least"]), float(settings["also"]), reach)
