"""The learned scorer: whether a trigger that the rules leave untold tells an event, and who is in it.

Two logistic regressions over traits (:mod:`sifara.events.traits`): one says of each candidate whether it fills a role
of the trigger, the other of the trigger whether it tells an event. Their weights are whole numbers in
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
from sifara.events.traits import ACTOR, UNDERGOER

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

    def __init__(self, parties: Weights, events: Weights, least: float, also: float) -> None:
        self.parties, self.events, self.least, self.also = parties, events, least, also
        self._threshold = round(log(least / (1 - least)) * SCALE)
        self._most = sum(_most(events, prefix, number) for prefix, number in DERIVED.items())

    def worth(self, traits: Iterable[str]) -> bool:
        """Whether a trigger with these traits could be likely enough, whoever its candidates are."""
        return self.events.score(dict.fromkeys(traits)) + self._most >= self._threshold

    def judge(self, site: Site) -> Judged | None:
        """Judge a site; ``None`` if nobody can act in it."""
        if not any(c.slot == ACTOR for c in site.candidates):
            return None
        ranked = self.rank(site)
        score = self.events.score(site.traits) + self.events.score(derived(site, ranked)) - self.events.bias
        return Judged(site, probability(score), ranked)

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


#: Kinds of derived traits, and of how many of each kind the weights may count for one site at most.
DERIVED = {"qa": 5, "qu": 2, "gap": 1, "aty": 1, "arel": 4, "asrc": 3, "aown": 9, "apath": 9, "sym": 1}
_OWN = (":owned", ":kind", ":conj", ":first", ":n=", ":nb", ":na", ":rule", ":mine", ":told")


def _most(weights: Weights, prefix: str, number: int) -> int:
    """The most that traits of a kind can add."""
    of_kind = (w for t, w in weights.of.items() if t.startswith(prefix) and w > 0)
    return sum(sorted(of_kind, reverse=True)[:number])


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
    tables: dict[str, dict[str, int]] = {"party": {}, "event": {}}
    resource = files("sifara").joinpath("lexicon", "scorer", "weights.tsv")
    for line in resource.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            table, trait, weight = line.split("\t")
            tables[table][trait] = int(weight)
    parties, events = (Weights(of.pop("", 0), of) for of in (tables["party"], tables["event"]))
    return Scorer(parties, events, float(settings["least"]), float(settings["also"]))
