"""Joined phrases: what "and" connects, and the name that says who a joined noun is."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.frames import Frame
from sifara.events.predicates import Predicate
from sifara.events.prepositions import PrepositionReader, category


class CoordinationReader(PrepositionReader):
    """Adds the phrases behind "and" to the group that they go on from."""

    def _coordinate(self, chunk: Chunk, predicate: Predicate | None) -> bool:
        sort = self._sort(chunk)
        pair = self._open_pair(chunk)
        if pair:
            self._leave({"rel"})
            pair.append(chunk)
            self.result.groups[chunk.index] = pair
            self.hung[chunk.index] = self.hung.get(pair[0].index, (None, ""))
            return True
        if self._with_previous(chunk):
            group = self.result.groups[chunk.index - 1]
            group.append(chunk)
            self.result.groups[chunk.index] = group
            self.hung[chunk.index] = self.hung.get(chunk.index - 1, (None, ""))
            return True
        if self._shares_genitive(chunk):
            self.result.groups[chunk.index] = [chunk]
            return True
        for distance, other in enumerate(reversed(self.chunks[: chunk.index])):
            if other.kind in ("verb", "comp", "rel", "sub") or distance > 10:
                break
            if other.kind != "np":
                continue
            like = self._sort(other)
            same = like == sort or (sort in ("person", "body") and like in ("person", "body"))
            if sort == "thing" and predicate is not None:
                headed = other.genitive and other.index - 1 in self.result.of_chunk
                if headed and other.index not in self.result.of_chunk:
                    continue  # "recall of its envoy and closing of": the masdars are joined
                same = other.index in self.result.of_chunk or distance == 0
            if same:
                group = self.result.groups[other.index]
                group.append(chunk)
                self.result.groups[chunk.index] = group
                base = self.result.of_chunk.get(other.index)
                if predicate is not None and base is not None:
                    predicate.parent, predicate.link = base.parent, base.link
                elif predicate is not None and not predicate.frames and other.index in self.hung:
                    self._hang(chunk, predicate, *self.hung[other.index])
                elif predicate is not None:
                    self._hang(chunk, predicate, self._last_predicate(self.clause), "coordinated")
                else:
                    self.hung[chunk.index] = self.hung.get(other.index, (None, ""))
                return True
        return False

    def _open_pair(self, chunk: Chunk) -> list[Chunk]:
        """Give the first of two that a relative clause parts: "between Iran, which accuses Iraq, and Syria"."""
        first = self.clause.antecedent if self.clause.kind == "rel" else None
        group = self.result.groups.get(first.index, []) if first is not None else []
        if first is None or first.mention is None or chunk.mention is None or chunk.prep:
            return []
        lone = len(group) == 1 and first.prep in self.grammar.lists["between"]
        return group if lone and first.mention.type == chunk.mention.type else []

    def _sort(self, chunk: Chunk) -> str:
        """The category of a phrase; "Turkish war planes" act as a body, and so do "the forces of the national army"."""
        lists = self.grammar.lists
        whose = chunk.mention is None and chunk.genitive and chunk.definite and chunk.lemmas & lists["army_nouns"]
        troops = whose and bool(self.chunks[chunk.index - 1].lemmas & lists["stand_in_nouns"])
        armed = chunk.mention is None and chunk.nisbas and chunk.lemmas & lists["state_arms"]
        return "body" if armed or troops else category(chunk)

    def _shares_genitive(self, chunk: Chunk) -> bool:
        """Whether a body is joined to a noun without its genitive: "in the name of the people and government"."""
        before = self.chunks[chunk.index - 1] if chunk.index else None
        if before is None or before.kind != "np" or chunk.mention is None or chunk.mention.kind != "collective":
            return False
        bare = before.mention is None and not (before.definite or before.pronoun or before.modified)
        return bare and before.genitive and len(before.words) == 1

    def _explained(self, noun: Chunk) -> bool:
        """Whether the name behind says who a joined noun is: "and its ally Belarus", "and the rebel Houthis"."""
        head = noun.definite and noun.mention is None and bool(noun.lemmas & self.grammar.lists["stand_in_nouns"])
        return bool(noun.conj) and (bool(noun.pronoun) or head)

    def _with_previous(self, chunk: Chunk) -> bool:
        """Whether a joined phrase goes with the one just before, of whatever sort: "between Iran and the powers"."""
        before = self.chunks[chunk.index - 1] if chunk.index else None
        if before is None or before.kind != "np" or before.index not in self.result.groups:
            return False
        group = self.result.groups[before.index]
        if chunk.pronoun[:1] == "3" and chunk.lemmas & self.grammar.lists["ally_nouns"] and not chunk.prep:
            return category(before) in ("person", "body")  # "the United States and its allies"
        pair = group[0].prep in self.grammar.lists["between"] and len(group) == 1
        if pair and chunk.index not in self.result.of_chunk and not (chunk.mention and before.mention):
            return True
        if chunk.mention is not None:
            return self._with_party(before)
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        named = after is not None and after.mention is not None and not (after.prep or after.conj)
        return named and bool(chunk.pronoun) and category(before) in ("person", "body")  # "and its ally Belarus"

    def _with_party(self, before: Chunk) -> bool:
        """Whether a noun before "and" is an unnamed party of a deed: "in clashes with the gunmen and the army"."""
        head = self.hung.get(before.index, (None, ""))[0]
        opaque = before.mention is None and before.definite and bool(before.prep) and not before.pronoun
        if not opaque or head is None or head.form != "noun":
            return False
        with_them = before.prep in self.grammar.lists["accompaniment_prepositions"]
        return with_them or any("target" in f.roles_of_prep(before.prep) for f in head.frames)

    def _headline_goes_on(self, verb: Chunk, found: tuple[Frame, ...]) -> bool:
        """ "Talks in Geneva and Moscow calls for": behind a headline without a verb a clause opens with its subject."""
        previous, clause = self.chunks[verb.index - 1 : verb.index], self.clause
        if not previous or not clause.heads or clause.kind != "main" or clause.verb is not None:
            return False
        acts = any(f.subject in ("agent", "participant") for f in found) and previous[0].mention is not None
        group = self.result.groups.get(previous[0].index, [])
        waits = any(g is group for g in clause.pending)
        deeds = all(g[0].mention is None and g[0].index in self.result.of_chunk for g in clause.pending)
        singular = any(r.number == "s" and r.aspect == "i" for r in verb.readings)
        return acts and singular and deeds and not waits and self._subject_first(verb)

    def _subject_first(self, verb: Chunk) -> bool:
        """ "… and Washington backs it": what seemed to be joined to what came before opens a clause of its own."""
        previous = self.chunks[verb.index - 1]
        if previous.kind != "np" or previous.conj != "wa" or previous.prep or previous.mention is None:
            return False
        group = self.result.groups.get(previous.index, [])
        told = self.clause.verb.objects if self.clause.verb is not None else []
        if group == [previous] and group in told:
            told.remove(group)  # "they adopted a text and Bahrain condemns"
        elif len(group) < 2 or group[-1] is not previous or group[0].prep in self.grammar.lists["between"]:
            return False
        else:
            group.remove(previous)
        alone = [previous]
        self.result.groups[previous.index] = alone
        old = self.clause
        self._open_clause(old.kind, previous.start, old.parent, old.outer or old).pending.append(alone)
        return True
