"""Times that a verb shares with another of its sentence: of talks, of a document, of what was done at once."""

from __future__ import annotations

from sifara.document import TimeExpression
from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.predicates import Clause, Group, Parsed, Predicate

_DAY = len("2000-01-01")


class SharedTimes:
    """What a verb without a time of its own has from the verbs around it."""

    parsed: Parsed
    grammar: Grammar

    def _of_verb(self, verb: Predicate, filled: None, depth: int) -> list[TimeExpression]:
        """The times of a verb, of the occasions it names, of what it goes on from."""
        raise NotImplementedError

    def _described(self, noun: Predicate) -> list[TimeExpression]:
        """Times in the relative clause that tells when a session, a visit was held."""
        raise NotImplementedError

    def _ranked(self, noun: Predicate) -> bool:
        """Whether a noun is told as the first or the greatest of its kind, of which "since" tells how long."""
        before = self.parsed.chunks[noun.chunk.index - 1 : noun.chunk.index] if noun.chunk.genitive else []
        words = {w for chunk in (*before, noun.chunk) for w in chunk.words}
        return not words.isdisjoint(self.grammar.lists["ranking_words"])

    def _of_arrival(self, noun: Predicate) -> list[TimeExpression]:
        """Of "arrived on Monday, and in his reception was": the day of the journey told before."""
        if not self.welcomes(noun):
            return []
        before = [p for p in self.parsed.predicates if p.chunk.index < noun.chunk.index]
        journey = next((p for p in reversed(before) if any(f.journey for f in p.frames)), None)
        return list(journey.times) if journey is not None else []

    def welcomes(self, noun: Predicate) -> bool:
        """Say whether a noun tells who received somebody."""
        raise NotImplementedError

    def _of_what_was_done(self, noun: Predicate) -> list[TimeExpression]:
        """Of "during a meeting with him, he said on Tuesday": the day of the verb that follows in its clause."""
        holders = self.grammar.lists["occasion_holders"]
        if noun.chunk.prep not in holders or not any(f.occasion for f in noun.frames):
            return []
        verb = noun.clause.verb
        if verb is None or verb.chunk.index < noun.chunk.index or verb.marks:
            return []
        first = all(c.kind != "verb" or c is verb.chunk for c in self.parsed.chunks[: verb.chunk.index + 1])
        told = first and all(r.aspect == "p" for r in verb.chunk.readings)
        return [t for t in verb.times if t.function == "date" and t.orientation <= 0] if told else []

    def _behind(self, verb: Predicate, filled: Filled) -> bool:
        """Whether a noun stands as the subject right behind a verb of its own class: "rallies came out on Friday"."""
        noun = filled.predicate
        next_to = noun.chunk.index == verb.chunk.index + 1 and not noun.chunk.prep and not verb.subject
        feminine = all(r.gender == "f" for r in verb.chunk.readings)
        return next_to and feminine and any(f.event == filled.frame.event for f in verb.frames)

    def _resumed(self, verb: Predicate, depth: int) -> list[TimeExpression]:
        """Of "a call on Thursday during which he voiced", "a statement issued today in which it condemned"."""
        holders = self.grammar.lists["occasion_holders"]
        if not any(p in holders and g[0].pronoun and not g[0].words for p, g in verb.preps):
            return []
        before, antecedent = verb.inherits, verb.antecedent
        if before is not None and (verb.chunk.conj or antecedent is None):
            # "gave a speech on Saturday, and threatened in it"
            times = self._of_verb(before, None, depth + 1)
            if not times:  # "made a visit on Thursday, during which he met"
                nouns = [h for h in before.clause.heads if h.parent is before and any(f.occasion for f in h.frames)]
                times = [t for h in nouns for t in h.times]
            if times or antecedent is None:
                return times
        if verb.clause.kind != "rel" or antecedent is None:
            return []
        if antecedent.head_lemmas & self.grammar.lists["moment_nouns"]:
            return []
        noun = self.parsed.of_chunk.get(antecedent.index)
        outer = verb.clause.outer.verb if verb.clause.outer is not None else None
        times = [] if noun is None else [*noun.times, *self._described(noun)]
        above = noun.parent if noun is not None and noun.parent is not None else outer
        if not times and above is not None and above is not verb:
            times = self._of_verb(above, None, depth + 1)
        return times

    def _at_once(self, verb: Predicate) -> list[TimeExpression]:
        """Of "he dismissed him when they met on Friday", "when he met him on Friday, he dismissed him"."""
        for clause in self.parsed.clauses:
            if clause.previous is verb and clause.verb is not None and self._simultaneous(clause):
                return list(clause.verb.times)
        before = verb.clause.previous
        if before is not None and self._simultaneous(verb.clause):
            heads = (h for h in before.clause.heads if h.parent is before and h.link == "subject")
            return [t for h in (before, *heads) for t in h.times]  # "the war broke out in May when he dismissed him"
        return []

    def _passive(self, noun: Predicate) -> list[TimeExpression]:
        """Of "they blocked it in May, where a ship was hit", told by a noun and "was done"."""
        before, verb = noun.clause.previous if noun.clause.same_occasion else None, noun.clause.verb
        if verb is not None and verb.chunk.index < noun.chunk.index:
            return []
        if not any(m in self.grammar.lists["passive_auxiliaries"] for m in noun.marks):
            return []
        if before is not None:
            return self._of_verb(before, None, 1)
        during = self.grammar.lists["during_prepositions"]
        for head in noun.clause.heads:  # "there was done during a meeting held this morning the naming of"
            ahead = head.chunk.prep in during and head.chunk.index < noun.chunk.index
            if ahead and any(f.occasion for f in head.frames):
                return [t for t in head.times if t.orientation <= 0]
        return []

    def _simultaneous(self, clause: Clause) -> bool:
        """Whether a clause opens with "when"."""
        opener = next((c for c in self.parsed.chunks if c.start == clause.start), None)
        return opener is not None and opener.kind == "sub" and opener.word in self.grammar.lists["simultaneous"]

    def _in_words(self, verb: Predicate) -> list[TimeExpression]:
        """Of "in a communiqué issued yesterday it condemned", "condemned in a speech that he gave yesterday"."""
        lists, held = self.grammar.lists, self.grammar.lists["occasion_holders"]
        told = lists["words_nouns"] | lists["speaking_documents"] | lists["telling_nouns"]
        for prep, group in (*verb.preps, *self._behind_words(verb)):
            noun = group[0]
            if prep in held and noun.head_lemmas & told:
                described = [p for p in self.parsed.predicates if p.form == "verb" and self._of_phrase(p, group)]
                if noun.definite:  # "in the letter that was published today", not "in the letter that he got today"
                    described = [p for p in described if p.chunk.head_lemmas & lists["issue_verbs"]]
                if described or not noun.definite:
                    return [t for p in described for t in p.times]
        chunks = self.parsed.chunks
        opens = next((c for c in chunks[: verb.chunk.index] if c.kind == "np"), None)
        if opens is None or opens.prep not in held or opens.definite or not opens.head_lemmas & told:
            return []
        between = chunks[opens.index + 1 : verb.chunk.index]
        if any(c.kind not in ("np", "verb", "time", "punct") for c in between) or verb.chunk.conj:
            return []
        verbs = [c for c in between if c.kind == "verb"]
        return [c.time for c in between if c.time is not None and c.time.function == "date"] if len(verbs) < 2 else []

    def _behind_words(self, verb: Predicate) -> list[tuple[str, Group]]:
        """Phrases behind the words that a verb introduces: "accused them of it in an interview"."""
        inner = [c.verb for c in self.parsed.clauses if c.kind == "comp" and c.parent is verb and c.verb is not None]
        return [p for v in inner for p in v.preps]

    def _of_phrase(self, verb: Predicate, group: list[Chunk]) -> bool:
        """Whether a relative clause tells of a phrase: "a speech that", "an interview with the paper published on"."""
        if verb.antecedent is None or verb.antecedent is group[0]:
            return verb.antecedent is not None
        between = self.parsed.chunks[group[0].index + 1 : verb.antecedent.index + 1]
        bare = not verb.subject and bool(verb.chunk.head_lemmas & self.grammar.lists["occasion_verbs"])
        bare = bare and all(r.aspect == "p" for r in verb.chunk.readings)
        bare = bare and self.parsed.chunks[verb.chunk.index - 1] is verb.antecedent
        return bool(bare and between) and all(c.kind == "np" for c in between)

    def _in_document(self, verb: Predicate, depth: int) -> list[TimeExpression]:
        """Of "it adopted on Tuesday a resolution that condemns", "it says in a resolution today that it condemns"."""
        documents = self.grammar.lists["speaking_documents"]
        imperfect = all(r.aspect == "i" and not r.future for r in verb.chunk.readings)
        above: Predicate | None = None
        if verb.clause.kind == "rel" and verb.antecedent is not None and verb.antecedent.head_lemmas & documents:
            noun = self.parsed.of_chunk.get(verb.antecedent.index)
            outer = verb.clause.outer.verb if verb.clause.outer is not None else None
            above = noun.parent if noun is not None and noun.parent is not None else outer
        elif verb.clause.kind == "comp" and verb.clause.parent is not None:
            held = self.grammar.lists["event_prepositions"]
            told = any(p in held and g[0].head_lemmas & documents for p, g in verb.clause.parent.preps)
            above = verb.clause.parent if told and not verb.clause.parent.frames else None
        if above is None or above is verb or not imperfect or verb.marks:
            return []
        return self._of_verb(above, None, depth + 1) if all(r.aspect == "p" for r in above.chunk.readings) else []

    def _same_toll(self, verb: Predicate) -> list[TimeExpression]:
        """Of "two were killed and others wounded on Monday in a raid": one deed in two verbs of its class."""
        if verb.form != "verb" or not all(r.aspect == "p" for r in verb.chunk.readings):
            return []
        kinds = {f.event for f in verb.frames if f.took_place}
        after = (p for p in self.parsed.predicates if p.form == "verb" and p.chunk.index > verb.chunk.index)
        joined = next(after, None)
        if joined is None or not joined.chunk.conj or joined.clause.kind != verb.clause.kind:
            return []
        same = any(f.event in kinds for f in joined.frames) and all(r.aspect == "p" for r in joined.chunk.readings)
        return [t for t in joined.times if t.function == "date" and t.orientation <= 0] if same else []

    def _same_breath(self, verb: Predicate) -> list[TimeExpression]:
        """Of "he met him on Saturday and promised", "will visit them and meet him on Friday": one day, one party."""
        if verb.chunk.readings and all(r.aspect == "i" for r in verb.chunk.readings) and verb.form == "verb":
            sequel = (p for p in self.parsed.predicates if p.inherits is verb and p.chunk.conj and not p.subject)
            joined = next((p for p in sequel if p.clause.kind == verb.clause.kind), None)
            return [t for t in joined.times if t.orientation > 0] if joined is not None else []
        toll = self._same_toll(verb)
        if toll:
            return toll
        before = verb.inherits
        been = self.grammar.lists["been"] | self.grammar.lists["perfect_particles"]  # "had received him and told"
        if before is None or not verb.chunk.conj or verb.subject:
            return []
        if [m for m in before.marks if m not in been] != [m for m in verb.marks if m not in been]:
            return []
        if verb.clause.kind != before.clause.kind or verb.clause.kind not in ("main", "adjunct", "comp"):
            return []
        if not all(r.aspect == "p" for v in (before, verb) for r in v.chunk.readings):
            return []
        shared = before.times or self._resumed(before, 1)
        times = [t for t in shared if t.function == "date" and t.orientation <= 0]
        return [t for t in times if t.value is not None and len(t.value) == _DAY] or self._same_breath(before)
