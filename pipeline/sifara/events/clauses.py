"""Clauses: where one begins, what it hangs on, where the reader comes back out of it."""

from __future__ import annotations

from sifara.events.agreement import agrees
from sifara.events.asides import behind_description, stands_within
from sifara.events.chunk import Chunk, asks_for_part
from sifara.events.duties import whose_turn
from sifara.events.exceptives import affirm
from sifara.events.frames import Frames, frames
from sifara.events.grammar import Grammar, grammar
from sifara.events.predicates import Clause, Group, Parsed, Predicate
from sifara.events.resumption import beside_relation
from sifara.events.sayers import beyond_communique, beyond_deed, over_with, sayer
from sifara.events.subjects import dateline

_COLON = ":"
_APART = frozenset(("..", "...", "\u2026", "|", "-", "\u2013"))  # between the keyword of a headline and the rest


class ClauseReader:
    """Keeps the clause that is being read, and moves between clauses at function words and punctuation."""

    def __init__(self, chunks: list[Chunk], lexicon: Frames | None = None, words: Grammar | None = None) -> None:
        self.chunks = chunks
        self.lexicon = lexicon or frames()
        self.grammar = words or grammar()
        root = Clause("quote" if chunks and chunks[0].quoted else "main")  # a quotation may go on from before
        self.clause = root
        self.clauses = [root]
        self.result = Parsed(chunks, [], {}, {}, {}, self.clauses)
        self.quote_stack: list[Clause | None] = []
        self.quote_marks: list[int] = []  # how many marks stood before each quotation
        self.last_rel: Clause | None = None
        self.marks: list[str] = []
        self.ahead: list[tuple[str, Group]] = []  # places before the masdar that they belong to
        self.hung: dict[int, tuple[Predicate | None, str]] = {}  # chunk index -> governor and link

    def _open_clause(
        self, kind: str, start: int, parent: Predicate | None = None, outer: Clause | None = None
    ) -> Clause:
        clause = Clause(kind, parent=parent, outer=outer or self.clause, start=start)
        self.clauses.append(clause)
        self.clause = clause
        self.marks = []
        return clause

    def _leave(self, kinds: set[str]) -> None:
        """Go back out of clauses of these kinds."""
        while self.clause.kind in kinds and self.clause.outer is not None:
            self.clause = self.clause.outer

    def _leave_described(self, chunk: Chunk) -> None:
        """Go back to the verb whose occasion a clause describes, at what that verb asks for."""
        if self.clause.outer is not None and behind_description(chunk, self.clause, self.chunks, self.grammar):
            self.clause = self.clause.outer

    def _last_predicate(self, clause: Clause) -> Predicate | None:
        return next((h for h in reversed(clause.heads) if h.frames or h.form != "noun"), None)

    def _comp(self, chunk: Chunk) -> None:
        clause = self.clause
        if chunk.conj and clause.kind == "comp":
            outer, parent = clause.outer, clause.parent
        else:
            self._leave({"rel"}) if chunk.conj else None
            self.clause = beyond_deed(beyond_communique(self.clause, self.clauses), self.clauses)
            outer, parent = self.clause, self._describes(chunk) or sayer(self.clause, self.grammar)
            parent = parent or self._last_predicate(self.clause)
            if chunk.conj:  # "… and that": beside the first such clause, which may lie further out
                for other in reversed(self.clauses):
                    if other.kind == "comp" and other.outer in (self.clause, self.clause.outer):
                        outer, parent = other.outer, other.parent
                        break
        lists = self.grammar.lists
        aside = all(h.chunk.prep in lists["temporal_prepositions"] for h in self.clause.heads)
        marks = [*self.clause.marks, *self.marks] if self.clause.verb is None and aside else []
        earlier = bool(lists["precedence_words"].intersection(self.marks[-1:]))
        new = self._open_clause("comp", chunk.start, parent, outer)
        new.pronoun = chunk.pronoun
        if chunk.prep in self.grammar.lists["negating_prepositions"]:
            new.marks.append(self.grammar.list_first("past_negators"))
        before = self.chunks[chunk.index - 1] if chunk.index else None
        adversative = before is not None and before.kind == "sub" and before.word in self.grammar.lists["adversatives"]
        waits, duty = whose_turn(chunk, self.chunks, outer, earlier, self.grammar) if parent is None else ([], False)
        new.marks += [self.grammar.list_first("possibility_words")] if duty else []
        if waits:
            new.pending.append(waits)
        by_nature = self.grammar.list_first("origin_prepositions")
        opening = self.chunks[max(0, chunk.index - 3) : chunk.index]
        soon = before is not None and before.word in lists["as_soon_words"] and not self._perfect_follows(chunk)
        if soon or any(c.prep == by_nature and c.head_lemmas & lists["aptitude_nouns"] for c in opening):
            new.marks.append(self.grammar.list_first("possibility_words"))  # "it is apt to lead to"
        new.kind = "adjunct" if chunk.word in self.grammar.causal_complementizers else new.kind
        beside = adversative and outer is not None and outer.kind in ("main", "adjunct")
        if beside or (chunk.prep in lists["past_prepositions"] and self._perfect_follows(chunk)):
            new.kind, new.parent = "adjunct", None
        new.marks.extend(
            m for m in marks if m in self.grammar.lists["possibility_words"] | self.grammar.lists["plan_words"]
        )

    def _marks_of(self, verb: Chunk) -> list[str]:
        """The marks before a verb that are its own: "it is expected …, after they had met"."""
        after = verb.index > 0 and self.chunks[verb.index - 1].kind == "sub"
        if not (after and verb.readings and all(r.aspect == "p" for r in verb.readings)):
            return self.marks
        return [m for m in self.marks if m not in self.grammar.lists["plan_words"]]

    def _perfect_follows(self, chunk: Chunk) -> bool:
        """Whether the next verb is in the perfect."""
        verb = next((c for c in self.chunks[chunk.index + 1 :] if c.kind == "verb"), None)
        return verb is not None and all(r.aspect == "p" for r in verb.readings)

    def _describes(self, chunk: Chunk) -> Predicate | None:
        """The verb of "described his policy towards the war as": its clause hangs on no noun in between."""
        verb = self.clause.verb
        if verb is None and self.clause.kind == "rel" and self.clause.outer is not None:
            verb = self.clause.outer.verb  # "described the swaps that have been (made) as"
        if chunk.word not in self.grammar.lists["complementizers_of_description"] or verb is None:
            return None
        return verb if verb.chunk.head_lemmas & self.grammar.lists["describing_verbs"] else None

    def _rel(self, chunk: Chunk) -> None:
        if chunk.pronoun == "free":
            self._open_clause("rel", chunk.start)
            self.last_rel = self.clause
            return
        if chunk.conj and self.last_rel is not None:
            antecedent = self.last_rel.antecedent
            self._leave({"rel"})
        else:
            antecedent = self._antecedent(chunk)
        clause = self._open_clause("rel", chunk.start)
        clause.antecedent = antecedent
        self.last_rel = clause

    def _antecedent(self, rel: Chunk) -> Chunk | None:
        masculine = self.grammar.lists["masculine_names"]
        for chunk in reversed(self.chunks[: rel.index]):
            if chunk.kind in ("comp", "verb") and chunk.index < rel.index - 1:
                break
            hangs = chunk.genitive or (bool(chunk.prep) and self.chunks[chunk.index - 1].kind == "np")
            aside = bool(rel.conj) and self.last_rel is None and hangs  # "forces allied with Iran and which"
            aside = aside or beside_relation(chunk, rel, self.chunks, self.grammar)
            if chunk.kind == "np" and agrees(chunk, rel.pronoun[0], rel.pronoun[1], masculine) and not aside:
                if chunk.genitive and chunk.lemmas & self.grammar.lists["visit_kinds"]:
                    head = self.result.of_chunk.get(chunk.index - 1)
                    if head is not None and any(f.journey for f in head.frames):
                        return head.chunk  # "the state visit that"
                return chunk
        # Writers err in gender: then the name just before is meant.
        before = self.chunks[rel.index - 1] if rel.index else None
        return before if before is not None and before.kind == "np" and before.mention is not None else None

    def _sub(self, chunk: Chunk) -> None:
        kind = {"purpose": "purpose", "if": "condition"}.get(chunk.word)
        kind = kind or self.grammar.subordinators.get(chunk.word, "plain")
        self._leave({"rel", "participle"} | over_with(chunk, self.clause, self.chunks, self.grammar))
        self.marks = [] if chunk.word in self.grammar.lists["but_words"] else self.marks
        if kind in ("condition", "question", "cause", "purpose"):
            part = kind == "cause" or asks_for_part(self.chunks, chunk, self.grammar.lists["asking_for_part"])
            self._open_clause("adjunct" if part else "question" if kind == "question" else "cond", chunk.start)
            return
        lists = self.grammar.lists
        if chunk.word in lists["contrastives"] or (chunk.word in lists["contrastives_after_in"] and chunk.prep):
            # "denied that it had …, while Tehran accused": told beside the denial, not in it
            while self._embedded(self.clause) and self.clause.outer is not None:
                self.clause = self.clause.outer
        done = not lists["passive_auxiliaries"].isdisjoint(self.marks)  # "the matter will be looked into when"
        if self.clause.verb is None and (done or any(g[0].mention is not None for g in self.clause.pending)):
            self.marks = [] if done else self.marks
            if kind == "plain" and chunk.word in lists["temporal_subordinators"]:
                self._open_clause("adjunct", chunk.start)  # "the accord, after they signed it, will": its verb comes
        elif self.clause.verb is not None:
            outer = self.clause
            new = self._open_clause(
                outer.kind if outer.kind == "comp" else "adjunct", chunk.start, outer.parent, outer.outer
            )
            new.outer = outer if new.kind == "adjunct" else outer.outer
            new.previous = outer.verb
            new.sequel = chunk.word in self.grammar.lists["sequels"]
            new.same_occasion = chunk.word in self.grammar.lists["same_occasion"]

    @staticmethod
    def _embedded(clause: Clause) -> bool:
        told = clause.kind == "comp" and clause.verb is not None and clause.parent is not None
        return told and clause.parent is not None and any(f.embeds for f in clause.parent.frames)

    def _punct(self, chunk: Chunk) -> None:
        if chunk.word == _COLON:
            self._colon(chunk)
            return
        if self.clause.kind == "main" and self.clause.verb is None and dateline(self.chunks, chunk):
            self.clause.pending = []
        told = self.clause.verb is not None or bool(self.clause.heads or self.clause.pending or self.marks)
        if self.clause.kind == "rel" and told:
            self._leave({"rel"})
        elif self.clause.kind == "cond" and self.clause.verb is not None:
            self._leave({"cond"})

    def _colon(self, chunk: Chunk) -> None:
        """What follows a colon is said: by the subject of a verb of saying, or by the party before ("Lavrov: …")."""
        following = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        clause = self.clause
        spoken = (p for p in reversed(clause.heads) if any(f.speech for f in p.frames))
        said = sayer(clause, self.grammar) or next(spoken, None)
        if said is not None and clause.verb is not None:
            if following is not None and following.kind not in ("comp", "open"):
                self._open_clause("comp", chunk.end, said)
        elif clause.kind == "main" and clause.verb is None and not clause.heads and clause.pending:
            named = [g for g in clause.pending if g[0].mention is not None]
            clause.pending = []
            self._open_clause("comp", chunk.end).voice = named[-1] if named else []
        elif said is None and clause.kind == "main" and clause.verb is None and clause.heads and not self.quote_stack:
            self._open_clause("main", chunk.end).outer = None  # a headline in two parts

    def _open(self, chunk: Chunk) -> None:
        self.quote_marks.append(len(self.marks))
        opaque = False
        for other in self.chunks[chunk.index + 1 :]:
            if other.kind == "close" and other.quoted <= chunk.quoted:
                break
            auxiliary = other.kind == "mark" and other.word in self.grammar.lists["auxiliaries"]
            if other.kind in ("verb", "comp") or auxiliary:
                opaque = True
                break
        if not opaque:
            self.quote_stack.append(None)
            return
        outer = self.clause
        self.quote_stack.append(outer)
        if outer.verb is None and (outer.kind in ("comp", "cond") or outer.pending):
            self.quote_stack[-1] = outer  # "he said that «…»": the clause is open already
            return
        said = next((p for p in reversed(outer.heads) if any(f.speech for f in p.frames)), self._last_predicate(outer))
        self._open_clause("quote", chunk.end, sayer(outer, self.grammar) or said, outer)

    def _close(self, chunk: Chunk) -> None:
        if not self.quote_stack:
            if self.clauses[0].kind == "quote" and not chunk.quoted:
                self._open_clause("main", chunk.end).outer = None  # the quotation of the sentence before is over
            return
        self.marks = self.marks[: self.quote_marks.pop()]  # "it cannot be accepted", said: the mark is quoted
        outer = self.quote_stack.pop()
        if outer is not None:
            self.clause = outer

    def _mark(self, chunk: Chunk) -> None:
        if chunk.word == "stance" and stands_within(chunk, self.clause.verb, self.chunks):
            return
        if chunk.word == "stance":
            self._to_main()
            self.marks = []
            return
        lists = self.grammar.lists
        told = self.clause.verb is not None
        if chunk.word in lists["exceptives"]:
            affirm(self.clause.verb, self.chunks[chunk.index + 1 :], self.grammar)
            return
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        if chunk.word in lists["perfect_particles"] and after is not None and after.kind == "np":
            return  # "they lost": written like the particle, which stands right before its verb
        soft = lists["plan_words"] | lists["possibility_words"]
        if chunk.conj and chunk.word in lists["auxiliaries"] and self.clause.heads and not soft.isdisjoint(self.marks):
            told = True  # "it is planned to publish it and it had proposed"
        if told and chunk.conj and chunk.word in lists["auxiliaries"] | lists["passive_auxiliaries"]:
            # A new sentence in all but the full stop.
            self._leave({"rel", "participle", "cond"})
            self._open_clause(self.clause.kind, chunk.start, self.clause.parent, self.clause.outer)
        elif told and chunk.word in lists["auxiliaries"] and self.clause.kind == "rel":
            self._leave({"rel"})
        elif told and chunk.word in lists["passive_auxiliaries"]:
            before = self.chunks[chunk.index - 1]
            if before.kind == "np" and before.conj and before.prep:  # "and in fact … was done"
                self._leave({"rel", "participle", "cond", "comp"})
            self._open_clause(self.clause.kind, chunk.start, self.clause.parent, self.clause.outer or self.clause)
        self.marks.append(chunk.word)

    def _to_main(self) -> None:
        while self.clause.kind not in ("main", "quote") and self.clause.outer is not None:
            self.clause = self.clause.outer
        if self.clause.verb is not None:
            self._open_clause(self.clause.kind, 0, self.clause.parent, self.clause.outer or self.clause)

    @staticmethod
    def _speaks(clause: Clause, strictly: bool = False) -> bool:
        """Whether the verb of a clause is one of speech, or (not ``strictly``) one that carries or embeds a deed."""
        frames = clause.verb.frames if clause.verb is not None else ()
        return any(f.speech or (not strictly and bool(f.carrier or f.embeds)) for f in frames)

    def _one_gender(self, participle: Chunk, clause: Clause) -> bool:
        """Whether a participle may have the subject of the verb of a clause: "she did not reveal …, stressing (he)"."""
        gender = clause.verb.gender if clause.verb is not None else ""
        return not (gender == "f" and participle.word.endswith(self.grammar.accusative_ending))

    def _keyword(self, chunk: Chunk) -> bool:
        """Whether a state or city opens a headline apart from what follows it: "Egypt .. an institute announces"."""
        after = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        place = chunk.mention is not None and chunk.mention.type in ("Country", "City", "Region")
        return place and chunk.index == 0 and after is not None and after.kind == "punct" and after.word in _APART
