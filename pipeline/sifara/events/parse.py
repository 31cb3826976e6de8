"""From chunks to predicates: one pass from left to right that hangs each phrase on the head that governs it.

A preposition goes to the nearest open head whose frames name it; a bare noun phrase to the verb of its clause, as
subject, then as object; a genitive to the noun before it. Complementizers, relatives and quotations open clauses.
"""

from __future__ import annotations

from sifara.events.agreement import numbers_agree
from sifara.events.apposed import held_apart, names, speaks_here
from sifara.events.asides import one_more, says_what_it_is
from sifara.events.chunk import Chunk
from sifara.events.described import described, lasting, leads_back, resumes
from sifara.events.frames import candidates
from sifara.events.lightnouns import light_noun
from sifara.events.participles import ParticipleReader
from sifara.events.predicates import Group, Parsed, Predicate
from sifara.events.sayers import goes_on_saying, told_behind, told_here
from sifara.events.subjects import names_behind


class Parser(ParticipleReader):
    """Parses one sentence. Made anew for each."""

    def run(self) -> Parsed:
        """Parse the sentence."""
        for chunk in self.chunks:
            getattr(self, f"_{chunk.kind}")(chunk)
        for clause in self.clauses:
            if clause.verb is None:
                for predicate in clause.heads:
                    if predicate.chunk.prep not in self.grammar.lists["temporal_prepositions"]:
                        predicate.marks = predicate.marks or list(clause.marks)
                if clause.heads and not clause.heads[0].times:
                    clause.heads[0].times.extend(clause.times)  # a headline without a verb
        told_behind(self.result)
        self._settle_times()
        return self.result

    def _verb(self, chunk: Chunk) -> None:
        lemmas = chunk.head_lemmas
        if chunk.conj and chunk.index and self.chunks[chunk.index - 1].kind == "punct":
            self.marks = []  # "it can be told …, and he praised": the mark belonged to a noun
        found = candidates(self.lexicon.verbs, lemmas)
        ordered = dict.fromkeys(r.lemma for r in sorted(chunk.readings, key=lambda r: r.aspect != "p"))
        light = tuple(v for m in ordered for v in self.grammar.light_verbs.get(m, ()))
        bare = chunk.conj and self.clause.kind == "comp" and self.clause.verb is None
        if bare and (self.chunks[chunk.index - 1].kind == "close" or goes_on_saying(chunk, found, self.chunks)):
            self._leave({"comp", "rel"})  # "called it 'a disgrace' and accused": the quotation was the whole clause
        clause = self.clause
        own = list(self.marks) if clause.verb is not None else []  # "and did not visit": a clause that opens here
        inherits: Predicate | None = None
        if clause.verb is not None and not chunk.conj:
            if not self._subject_first(chunk):
                self._resume(chunk)
            clause = self.clause
        if clause.verb is not None:
            if chunk.conj:
                whole = clause.kind != "rel" or self._goes_on_outside(chunk)
                self._leave({"rel", "participle", "cond"} if whole else {"participle"})
                if any(f.speech for f in found) and not chunk.quoted:
                    self._leave({"rel", "participle", "cond", "comp", "adjunct"})
                clause = self.clause
                inherits = clause.verb
                new = self._open_clause(clause.kind, chunk.start, clause.parent, clause.outer or clause)
                new.antecedent, new.pronoun = clause.antecedent, clause.pronoun
            else:
                antecedent = described(chunk, self.chunks, self.grammar)
                apart = self.chunks[chunk.index - 1].kind in ("punct", "close")
                kind = "rel" if antecedent is not None or clause.kind == "rel" else "participle"
                if apart and antecedent is None:
                    kind = clause.kind
                during = leads_back(chunk, self.chunks, self.grammar.lists["occasion_holders"])
                inherits = clause.verb if antecedent is None or during else None
                self._open_clause(kind, chunk.start, None, clause).antecedent = antecedent
        elif not chunk.conj and not self._headline_goes_on(chunk, found):
            back = leads_back(chunk, self.chunks, self.grammar.lists["resuming_prepositions"])
            back = back or resumes(chunk, self.chunks)
            antecedent = (described if back else lasting)(chunk, self.chunks, self.grammar)
            if antecedent is not None:
                self._open_clause("rel", chunk.start, None, clause).antecedent = antecedent
        clause = self.clause
        if inherits is None and clause.verb is None:
            inherits = clause.previous
        marks = [*clause.marks, *(self._marks_of(chunk) or own)]
        predicate = Predicate(chunk, "verb", clause, found, light, marks=marks, inherits=inherits)
        self.marks = []
        predicate.conditional = any(c.kind in ("cond", "question") for c in clause.chain())
        predicate.times.extend(clause.times)
        clause.times = []
        self._register(predicate, chunk)
        clause.verb = predicate
        if clause.kind == "rel":
            predicate.antecedent = clause.antecedent
        self._take_pending(predicate)

    def _resume(self, verb: Chunk) -> None:
        """Go back to the clause whose subject still waits for its verb: "the minister who …, before he left, met"."""
        before = self.chunks[verb.index - 1]
        if before.kind == "verb" or described(verb, self.chunks, self.grammar) is not None:
            return
        clause = self.clause.outer
        told = self.clause.kind == "rel" and self.clause.verb is not None and bool(self.clause.verb.subject)
        while clause is not None:
            # "the report that the UN issued says": the verb in between has its own subject
            waits = any(g[0].mention is not None or (told and not g[0].prep) for g in clause.pending)
            if clause.verb is None and waits:
                self.clause = clause
                return
            if clause.kind in ("main", "quote"):
                return
            clause = clause.outer

    def _take_pending(self, predicate: Predicate) -> None:
        clause, lists = predicate.clause, self.grammar.lists
        clause.pending = [g for g in clause.pending if len(clause.pending) == 1 or not self._keyword(g[0])]
        if any(f.speech for f in predicate.frames) and names_behind(predicate.chunk, self.chunks):
            clause.pending = []
        named = [g for g in clause.pending if g[0].mention is not None]
        titled = len(clause.pending) > 1 and bool(clause.pending[0][0].lemmas & lists["agent_nouns"])
        # "In reply to the attack, the chief of staff threatens": the party just before its verb.
        titled = titled or (bool(named) and named[-1][-1].index == predicate.chunk.index - 1)
        for group in [*named, *clause.pending] if titled else clause.pending:
            if not predicate.subject and self._may_be_subject(predicate, group, before=True):
                predicate.subject = group
        for head in clause.heads:
            if head.form == "noun" and head.parent is None and predicate.subject and head.chunk in predicate.subject:
                head.parent, head.link = predicate, "subject"
        clause.pending = []

    def _noun_predicate(self, chunk: Chunk) -> Predicate | None:
        if chunk.mention is not None and chunk.mention.type not in ("Treaty", "Topic"):
            return None
        if chunk.mention is not None and chunk.genitive and self._talked_of(chunk):
            return None
        heads = chunk.head_lemmas
        if chunk.pronoun[:1] == "1" and not (chunk.quoted or told_here(self.clause)):
            return None  # outside quotations nobody says "my thanks": a surname
        if chunk.pronoun == "1s" and chunk.genitive:
            return None  # "an electoral law" is written like "a law of my election"
        participles = candidates(self.lexicon.participles, heads)
        if (
            participles
            and not chunk.definite
            and not chunk.genitive
            and not chunk.prep
            and not chunk.nisbas  # "American demands"
            and not (self._demands(chunk) or one_more(chunk, self.clause, self.grammar))
            and self._participle_here(chunk)
        ):
            plain = not chunk.word.endswith((self.grammar.accusative_ending, self.grammar.feminine_ending))
            if plain and chunk.index and self.clause.verb is not None:
                self._subject_first(chunk)  # "…, and Morocco is in solidarity with it"
            described = self.clause.kind == "rel" and self.clause.antecedent is not None  # "who was critical of"
            opened = bool(self.clause.pending or self.clause.pronoun or described)
            if self.clause.verb is None and opened and self._tells(chunk):
                return self._nominal_clause(chunk, participles)
            self._leave_for_participle(chunk)
            main = self.clause
            clause = self._open_clause("participle", chunk.start, None, main)
            light = self._light_participle(chunk)
            predicate = Predicate(chunk, "participle", clause, participles, light, inherits=main.verb)
            predicate.conditional = any(c.kind in ("cond", "question") for c in clause.chain())
            self._register(predicate, chunk)
            clause.verb = predicate
            return predicate
        if not participles and self.clause.verb is not None and self._aside(chunk):
            self._leave_for_participle(chunk)
            main = self.clause
            clause = self._open_clause("participle", chunk.start, None, main)
            predicate = Predicate(chunk, "participle", clause, (), inherits=main.verb)
            self._register(predicate, chunk)
            clause.verb = predicate
            return predicate
        signed = chunk.lemmas - heads if chunk.mention is not None and chunk.mention.type == "Treaty" else frozenset()
        done = candidates(self.lexicon.passive_participles, signed)
        if done:  # "the accord signed between": the name has taken the participle in
            return Predicate(chunk, "passive_participle", self.clause, done, antecedent=chunk)
        passive = candidates(self.lexicon.passive_participles, heads)
        if passive and self._qualifies(chunk) and not chunk.genitive and not chunk.prep and chunk.index:
            antecedent = self.chunks[chunk.index - 1]
            if held_apart(chunk, self.chunks):
                antecedent = self.chunks[chunk.index - 2]
            alike = antecedent.kind == "np" and antecedent.definite == chunk.definite
            if alike and numbers_agree(antecedent, chunk) and not chunk.conj:
                predicate = Predicate(chunk, "passive_participle", self.clause, passive, antecedent=antecedent)
                self._register(predicate, chunk)
                return predicate
        active = tuple(f for f in participles if not (f.speech or f.embeds))
        if active and chunk.definite and not (chunk.genitive or chunk.prep or chunk.conj) and chunk.index:
            antecedent = self.chunks[chunk.index - 1]
            if antecedent.kind == "np" and antecedent.definite and antecedent.words:
                predicate = Predicate(chunk, "attributive", self.clause, active, antecedent=antecedent)
                self._register(predicate, chunk)
                return predicate
        found = candidates(self.lexicon.nouns, heads, chunk.definite and not chunk.pronoun)
        light = light_noun(chunk, self.chunks, self.grammar)
        if not (found or light):
            return None
        # "it is expected, after their meeting, that": the marks are not those of the meeting.
        aside = self.clause.verb is not None or chunk.prep in self.grammar.lists["temporal_prepositions"]
        predicate = Predicate(chunk, "noun", self.clause, found, light, marks=[] if aside else list(self.marks))
        predicate.conditional = any(c.kind in ("cond", "question") for c in self.clause.chain())
        return predicate

    def _talked_of(self, accord: Chunk) -> bool:
        """Whether an accord is what talks are about, so that those named behind it talk: "talks on the accord with"."""
        talks = self.result.of_chunk.get(accord.index - 1)
        return talks is not None and talks.form == "noun" and any(f.symmetric and f.encounter for f in talks.frames)

    @staticmethod
    def _qualifies(word: Chunk) -> bool:
        """Whether a word can be an adjective: the plural "sites" is written like no participle."""
        return not word.readings or any(r.pos != "noun" for r in word.readings)

    def _np(self, chunk: Chunk) -> None:
        if says_what_it_is(chunk, self.chunks, self.grammar):
            named = (c for c in reversed(self.chunks[: chunk.index]) if c.mention is not None)
            self._open_clause("rel", chunk.start).antecedent = next(named, None)
            chunk.conj = ""
        if not (chunk.genitive or chunk.conj):
            self._leave_described(chunk)
        chunk.genitive = chunk.genitive or names(chunk, self.chunks, self.grammar)
        predicate = self._noun_predicate(chunk)
        group: Group = [chunk]
        self.result.groups[chunk.index] = group
        if predicate is not None and predicate.form == "participle":
            return
        apart = predicate is not None and predicate.antecedent is not chunk
        if predicate is not None and apart and predicate.form in ("passive_participle", "attributive"):
            return
        above = self.result.of_chunk.get(chunk.index - 1) if chunk.genitive else None
        accuses = above is not None and above.form == "participle" and self._accuses(above.chunk)
        if accuses or (chunk.genitive and speaks_here(self.clause.verb, chunk, self.chunks, self.grammar)):
            chunk.genitive = False
            self._attach_bare(chunk, group, predicate)
        elif chunk.genitive:
            head = next(c for c in reversed(self.chunks[: chunk.index]) if c.kind != "open")
            owner = self.result.of_chunk.get(head.index)
            if owner is not None:
                owner.genitives.append(group)
                if not owner.frames:
                    self.result.owners.setdefault(head.index, []).append(chunk)
                self._hang(chunk, predicate, owner, "genitive")
            else:
                self.result.owners.setdefault(head.index, []).append(chunk)
                parent, link = self.hung.get(head.index, (None, ""))
                light = self.grammar.lists["transparent_nouns"]
                transparent = head.lemmas & light or head.word in light or head.word[:1].isdigit()
                self._hang(chunk, predicate, parent, link if transparent else "genitive")
        elif chunk.conj and not chunk.prep and self._coordinate(chunk, predicate):
            pass
        elif chunk.prep:
            self._attach_prep(chunk, group, predicate)
        else:
            self._attach_bare(chunk, group, predicate)
        if predicate is not None:
            self._register(predicate, chunk)
