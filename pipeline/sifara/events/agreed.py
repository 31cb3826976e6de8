"""What was agreed at talks is agreed between those who held them: "the two met … and it was agreed to"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sifara.document import Argument
from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.predicates import Parsed, Predicate
from sifara.events.statuses import ACTUAL

_NEAR = 1  # sentences behind talks in which what was agreed there is told
_PARTY = "participant"

Told = Mapping[int, tuple[Filled, str]]  # by chunk index: a frame that is filled, and its status
Attempts = Mapping[tuple[int, str], Filled]  # frames that were tried, by chunk index and id


class Talks:
    """The talks told last in a document, for accords of which nobody says between whom they are."""

    def __init__(self) -> None:
        self._last: tuple[int, tuple[Argument, ...]] | None = None

    def note(self, sentence: int, told: Told) -> None:
        """Note the last talks that a sentence tells as held."""
        for _, (one, status) in sorted(told.items()):
            if status == ACTUAL and len(_parties(one)) > 1:
                self._last = sentence, _parties(one)

    def agreed(self, sentence: int, parsed: Parsed, filled: dict[int, Filled], tried: Attempts, words: Grammar) -> None:
        """Fill accords told by a passive without parties ("it was agreed") with those who met just before."""
        for predicate in parsed.predicates:
            index = predicate.chunk.index
            if index in filled or not _done(predicate, words):
                continue
            accords = [tried.get((index, frame.id)) for frame in predicate.frames if frame.names_treaty]
            accord = next((one for one in accords if one is not None and not one.of(_PARTY)), None)
            parties = self._before(sentence, index, filled) if accord is not None else ()
            if accord is not None and parties:
                shared = {(_PARTY, a.entity): replace(a, rule="agreed-there") for a in parties}
                filled[index] = replace(accord, arguments={**accord.arguments, **shared})

    def _before(self, sentence: int, index: int, filled: Mapping[int, Filled]) -> tuple[Argument, ...]:
        """Who held the talks told before a word, in its sentence or in the one before."""
        here = [one for at, one in sorted(filled.items()) if at < index and len(_parties(one)) > 1]
        if here:
            return _parties(here[-1])
        return self._last[1] if self._last is not None and sentence - self._last[0] <= _NEAR else ()


def _parties(one: Filled) -> tuple[Argument, ...]:
    met = one.frame.encounter or one.frame.talks
    return tuple(a for (role, _), a in one.arguments.items() if role == _PARTY) if met else ()


def _done(noun: Predicate, words: Grammar) -> bool:
    """Whether an accord is told by "was done": "during it was done the agreeing on"."""
    done = any(mark in words.lists["passive_auxiliaries"] for mark in noun.marks)
    told = noun.form == "noun" and noun.chunk.definite and not (noun.chunk.prep or noun.chunk.genitive)
    return told and done and noun.clause.kind != "rel"  # "the reforms that were agreed on" of old
