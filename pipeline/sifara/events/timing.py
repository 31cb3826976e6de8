"""Times: which predicate each of them belongs to."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.coordination import CoordinationReader
from sifara.events.predicates import Predicate


class TimeReader(CoordinationReader):
    """Hangs the time expressions of one sentence on their heads."""

    def _time(self, chunk: Chunk) -> None:
        if chunk.time is None or chunk.prep in self.grammar.lists["not_then_prepositions"]:
            return
        if self._opens_clause(chunk):
            self._leave({"rel", "participle", "cond"})
            old = self.clause
            self._open_clause(old.kind, chunk.start, old.parent, old.outer or old).previous = old.verb
        if self._told_by_mark(chunk):
            return
        head = self._last_predicate(self.clause)
        around = [c.kind for c in self.chunks[max(0, chunk.index - 1) : chunk.index + 2]]
        if around[0] == "punct" == around[-1] and len(around) == 3:
            verb = self.chunks[chunk.index + 2].kind == "verb" if chunk.index + 2 < len(self.chunks) else False
            if self.clause.verb is not None or verb:
                head = self.clause.verb  # set between commas it is the time of the verb
        head = self._beyond_company(chunk, self._beyond_state(chunk, self._described_last(chunk, head)))
        if head is not None and head.form == "noun" and head.chunk.mention is not None:
            # "the committee of the Arab Peace Initiative in Cairo on Friday": a name has no day
            head = next((h for h in reversed(self.clause.heads) if h.chunk.mention is None), head)
        since_then = self.grammar.lists["since_prepositions"]
        if head is not None and self._of_what_came_before(chunk, since_then, head.chunk.index):
            return
        if head is not None and self._names_noun(chunk, head):
            return
        since = chunk.time.function == "since"
        while (
            not since
            and head is not None
            and head.link == "genitive"
            and head.parent is not None
            and (head.parent.form == "noun" and head.parent.frames)
        ):
            head = head.parent  # the time belongs to the whole phrase
        if head is None:
            if not self._of_what_came_before(chunk, self.grammar.lists["not_then_prepositions"]):
                self.clause.times.append(chunk.time)
        else:
            head.times.append(chunk.time)

    def _told_by_mark(self, chunk: Chunk) -> bool:
        """Give its time to "the call that took place on Friday", where only a mark tells that it did."""
        clause = self.clause
        passive = not self.grammar.lists["passive_auxiliaries"].isdisjoint(self.marks)
        if clause.kind != "rel" or clause.verb is not None or clause.heads or clause.antecedent is None or not passive:
            return False
        between = self.chunks[clause.antecedent.index + 1 : chunk.index]
        if any(c.kind == "np" and not (c.prep or c.genitive or c.conj) for c in between):
            return False  # "the truce whose beginning was at midnight"
        noun = self.result.of_chunk.get(clause.antecedent.index)
        if noun is not None and chunk.time is not None and any(f.occasion for f in noun.frames):
            noun.times.append(chunk.time)
        self._leave({"rel"})
        self.marks = []
        return True

    def _described_last(self, time: Chunk, head: Predicate | None) -> Predicate | None:
        """The verb of the relative clause before a comma: "a raid that it flew, Monday", "killed in a raid, Monday"."""
        near = self.result.predicates[-1] if self.result.predicates else None
        verb = near if near is None or near.form == "verb" else near.clause.verb
        if near is None or verb is None or verb is head or self.chunks[time.index - 1].kind != "punct":
            return head
        opens = next((c.index for c in self.chunks if c.start >= verb.clause.start), 0)
        aside = verb.clause.kind == "rel" and opens and self.chunks[opens - 1].kind == "punct"
        if aside and head is not None and not head.times:
            return head  # "announced, who had lost, on Monday his resignation"
        done = bool(verb.chunk.readings) and all(r.aspect == "p" for r in verb.chunk.readings)
        told = verb.clause.kind != "rel" or verb.times or near.times or not done
        return head if told else verb

    def _beyond_state(self, time: Chunk, head: Predicate | None) -> Predicate | None:
        """The verb around a relative clause of "was": "was killed, who had been critical of him, last month"."""
        assert time.time is not None
        if head is None or head.form != "participle" or not head.chunk.index or time.time.function != "date":
            return head
        before = self.chunks[head.chunk.index - 1]
        if before.kind != "mark" or before.word not in self.grammar.lists["been"]:
            return head
        clause = head.clause if head.clause.kind == "rel" else head.clause.outer
        if clause is None or clause.kind != "rel" or clause.outer is None:
            return head
        verb = clause.outer.verb
        done = verb is not None and bool(verb.chunk.readings) and all(r.aspect == "p" for r in verb.chunk.readings)
        return verb if verb is not None and done and not verb.times else head

    def _beyond_company(self, time: Chunk, head: Predicate | None) -> Predicate | None:
        """The verb around who came along: "visited, accompanied by the minister, yesterday the city"."""
        company = head if head is None or head.form == "verb" else head.clause.verb
        if company is None or not company.chunk.head_lemmas & self.grammar.lists["company_verbs"]:
            return head
        if company.chunk.conj or company.marks or not all(r.aspect == "i" for r in company.chunk.readings):
            return head
        before = [p for p in self.result.predicates if p.form == "verb" and p.chunk.index < company.chunk.index]
        verb = before[-1] if before else None
        done = verb is not None and bool(verb.chunk.readings) and all(r.aspect == "p" for r in verb.chunk.readings)
        return verb if verb is not None and done and not verb.times else head

    def _settle_times(self) -> None:
        """Give the times of clauses that found no head to what was told before: "a call that took place on Friday"."""
        for clause in self.clauses:
            if clause.verb is None and not clause.heads and clause.times:
                near = [p for p in self.result.predicates if p.chunk.start < clause.times[0].start]
                noun = bool(near) and near[-1].form == "noun" and any(f.occasion for f in near[-1].frames)
                if noun and not near[-1].times and all(p.chunk.start < clause.start for p in near):
                    near[-1].times.extend(clause.times)

    def _of_what_came_before(self, time: Chunk, prepositions: frozenset[str], after: int = -1) -> bool:
        """Whether a time stands in a phrase that tells before or after what something is: "after the vote of May".

        ``after`` is the index of the chunk behind which the phrase must begin.
        """
        for chunk in reversed(self.chunks[after + 1 : time.index]):
            if chunk.kind not in ("np", "time"):
                return False
            if chunk.kind == "np" and chunk.prep in prepositions:
                return True
        return False

    def _opens_clause(self, chunk: Chunk) -> bool:
        """Whether a time joined by "and" begins the next clause: "…, and on Friday he met"."""
        if not chunk.conj or self.clause.verb is None:
            return False
        for other in self.chunks[chunk.index + 1 : chunk.index + 4]:
            if other.kind not in ("punct", "mark", "time"):
                return other.kind == "verb" and not other.conj
        return False

    def _names_noun(self, chunk: Chunk, head: Predicate) -> bool:
        """Whether a month or year is the genitive of an opaque noun: "after the elections of May 2020"."""
        assert chunk.time is not None
        noun = self.chunks[chunk.index - 1]
        if noun.kind != "np" or noun is head.chunk or noun.mention is not None or chunk.prep or chunk.conj:
            return False
        if noun.definite or noun.pronoun or noun.modified or not noun.prep or chunk.time.value is None:
            return False
        return len(chunk.time.value) < len("2000-01-01") and noun.end + 1 >= chunk.start
