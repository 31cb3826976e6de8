"""Whose thing a noun phrase names: by its genitive, its adjective, or the phrase behind it."""

from __future__ import annotations

from dataclasses import dataclass

from sifara.events.chunk import Chunk
from sifara.events.parties import Party, PartyReader


@dataclass(slots=True)
class OwnerReader(PartyReader):
    """Reads the owners of opaque noun phrases. ``things`` have their owner behind the preposition ``possessive``."""

    things: frozenset[str] = frozenset()
    possessive: str = ""

    def owners(self, chunk: Chunk, rule: str) -> tuple[Party, ...]:
        """Give those whose thing an opaque noun phrase names: its adjective of a country or its genitive."""
        assert self.parsed is not None
        inner = [n for n in chunk.inner if n.kind == "nisba" and chunk.mention and not chunk.mention.entities]
        found = [Party(e, n.start, n.end, rule) for n in (*chunk.nisbas, *inner) for e in n.entities]
        seen = {chunk.index}
        queue = list(self.parsed.owners.get(chunk.index, ()))
        queue += self._behind_thing(chunk)
        predicate = self.parsed.of_chunk.get(chunk.index)
        if predicate is not None and predicate.frames:
            queue += [c for g in predicate.genitives for c in g]
        while queue:
            other = queue.pop(0)
            if other.index in seen:
                continue
            seen.add(other.index)
            if other.mention is not None:
                found += [Party(e, other.start, other.end, rule) for e in other.mention.entities]
            else:
                found += [Party(e, n.start, n.end, rule) for n in other.nisbas for e in n.entities]
                queue += self.parsed.owners.get(other.index, ())
        if not found:
            # "the policy that China follows": the owner is the subject of the relative clause.
            for verb in self.parsed.predicates:
                resumed = verb.chunk.pronoun or any(g[0].pronoun and not g[0].words for _, g in verb.preps)
                if verb.antecedent is not None and verb.antecedent.index in seen and verb.subject and resumed:
                    found += [Party(p.entity, p.start, p.end, rule) for p in self.parties(verb.subject, rule)]
        return tuple(dict.fromkeys(found))

    def _behind_thing(self, thing: Chunk) -> list[Chunk]:
        """Whose a thing is by the phrase with li right behind it: "positions of the movement", "belonging to"."""
        assert self.parsed is not None
        after = self.parsed.chunks[thing.index + 1 : thing.index + 3]
        if after and after[0].kind == "np" and after[0].head_lemmas & self.belonging:
            after = after[1:]
        owned = bool(thing.lemmas & (self.things | self.belonging)) and bool(after)
        return after[:1] if owned and after[0].clitic_prep and after[0].prep == self.possessive else []
