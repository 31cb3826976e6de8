"""The talks or visit of the same sentence during which something is done."""

from __future__ import annotations

from collections.abc import Mapping

from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.occasions import SESSION, kind_of_talks
from sifara.events.predicates import Group, Parsed, Predicate

_PARTIES = ("Person", "Country", "GovernmentBody", "IntergovernmentalOrganization")


def _has_parties(noun: Predicate) -> bool:
    """Whether talks are named with their parties, so that they are others than those told before."""
    groups = [*noun.genitives, *(g for _, g in noun.preps)]
    return any(c.mention is not None and c.mention.type in _PARTIES for g in groups for c in g)


class During:
    """Finds the words for what something is done during. ``told``: chunks of the predicates that become events."""

    parsed: Parsed
    told: Mapping[int, object]
    grammar: Grammar

    def _of_participle(self, head: Predicate) -> bool:
        """Whether an occasion stands behind a participle that it dates: "the accords signed during the visit"."""
        before = next((p for p in self.parsed.predicates if p.chunk.index == head.chunk.index - 1), None)
        return before is not None and before.form == "passive_participle"

    def occasion(self, filled: Filled) -> Chunk | None:
        """Give the words for the talks or visit during which something is done; they need not be an event here."""
        verb = filled.predicate if filled.predicate.form != "noun" else filled.carrier or filled.predicate.parent
        holders = self.grammar.lists["occasion_holders"]
        seen: set[int] = set()
        while verb is not None and verb.chunk.index not in seen:
            seen.add(verb.chunk.index)
            for head in verb.clause.heads:
                held = head.form == "noun" and head.parent is verb and head.link in holders
                held = held and not self._of_participle(head)
                if held and head.chunk.index in self.told and head is not filled.predicate:
                    return head.chunk
                named = any(f.occasion for f in head.frames) and not _has_parties(head)
                if held and named and head.chunk.definite:
                    return head.chunk  # "during the meeting"
            occasion = next((c for c in map(self._occasion_noun, verb.preps) if c is not None), None)
            if occasion is not None:
                return occasion
            resumed = any(p in holders and g[0].pronoun and not g[0].words for p, g in verb.preps)
            noun = verb.antecedent
            if resumed and noun is not None and noun.index in self.told:
                return noun
            verb = verb.inherits if verb.form == "participle" or verb.clause.same_occasion else None
        return None

    def kind(self, occasion: Chunk) -> str:
        """Give the class of the talks or visit that a noun tells, those of a kind together."""
        noun = self.parsed.of_chunk.get(occasion.index)
        frames = noun.frames if noun is not None else ()
        return next((kind_of_talks(f) for f in frames if f.occasion), SESSION)

    def _occasion_noun(self, phrase: tuple[str, Group]) -> Chunk | None:
        """The noun of "on this occasion", where nothing tells which."""
        prep, group = phrase
        if prep not in self.grammar.lists["event_prepositions"]:
            return None
        for chunk in self.parsed.chunks[group[0].index : group[0].index + 2]:
            if chunk.kind == "np" and chunk.definite and chunk.lemmas & self.grammar.lists["occasion_nouns"]:
                owned = chunk.pronoun or self.parsed.owners.get(chunk.index)
                return None if owned else chunk
        return None
