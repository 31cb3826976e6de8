"""From chunks to predicates: one pass from left to right that hangs each phrase on the head that governs it.

A preposition goes to the nearest open head whose frames name it; a bare noun phrase to the verb of its clause,
first as subject, then as object; a genitive to the noun before it. Complementizers, relatives, subordinators
and quotations open clauses of their own.
"""

from __future__ import annotations

from sifara.events.chunks import Chunk
from sifara.events.clauses import ClauseReader
from sifara.events.frames import Frame
from sifara.events.predicates import Clause, Group, Parsed, Predicate

_ACTORS = {
    "Person",
    "Country",
    "Organization",
    "IntergovernmentalOrganization",
    "GovernmentBody",
    "ArmedGroup",
    "Party",
    "Company",
}
_PLACES = {"City", "Region"}


def category(chunk: Chunk) -> str:
    """Give a coarse sort of a noun phrase, for coordination: person, body, place, thing."""
    if chunk.mention is None:
        return "thing"
    if chunk.mention.type == "Person":
        return "person"
    return "body" if chunk.mention.type in _ACTORS | _PLACES else "named"


def _candidates(index: dict[str, tuple[Frame, ...]], lemmas: frozenset[str]) -> tuple[Frame, ...]:
    """Frames of any of the lemmas, by priority."""
    found = {f.id: f for lemma in lemmas for f in index.get(lemma, ())}
    return tuple(sorted(found.values(), key=lambda f: (-f.priority, f.id)))


def _place(chunk: Chunk) -> bool:
    return chunk.mention is not None and chunk.mention.type in ("City", "Region", "Country")


class Parser(ClauseReader):
    """Parses one sentence. Made anew for each."""

    def run(self) -> Parsed:
        """Parse the sentence."""
        for chunk in self.chunks:
            getattr(self, f"_{chunk.kind}")(chunk)
        for clause in self.clauses:
            if clause.verb is None:
                for predicate in clause.heads:
                    predicate.marks = predicate.marks or list(clause.marks)
        return self.result

    # Verbs and participles

    def _verb(self, chunk: Chunk) -> None:
        lemmas = chunk.head_lemmas
        found = _candidates(self.lexicon.verbs, lemmas)
        ordered = dict.fromkeys(r.lemma for r in sorted(chunk.readings, key=lambda r: r.aspect != "p"))
        light = tuple(v for m in ordered for v in self.grammar.light_verbs.get(m, ()))
        clause = self.clause
        inherits: Predicate | None = None
        if clause.verb is not None and not chunk.conj and self._subject_first(chunk):
            clause = self.clause
        if clause.verb is not None:
            if chunk.conj:
                self._leave({"rel", "participle", "cond"} if clause.kind != "rel" else {"participle"})
                if any(f.speech for f in found) and not chunk.quoted:
                    self._leave({"rel", "participle", "cond", "comp", "adjunct"})
                clause = self.clause
                inherits = clause.verb
                new = self._open_clause(clause.kind, chunk.start, clause.parent, clause.outer or clause)
                new.antecedent, new.pronoun = clause.antecedent, clause.pronoun
            else:
                antecedent = self._indefinite_antecedent(chunk)
                apart = self.chunks[chunk.index - 1].kind in ("punct", "close")
                kind = "rel" if antecedent is not None or clause.kind == "rel" else "participle"
                if apart and antecedent is None:
                    kind = clause.kind
                inherits = clause.verb if antecedent is None else None
                self._open_clause(kind, chunk.start, None, clause).antecedent = antecedent
        clause = self.clause
        if inherits is None and clause.verb is None:
            inherits = clause.previous
        predicate = Predicate(
            chunk, "verb", clause, found, light, marks=[*clause.marks, *self.marks], inherits=inherits
        )
        self.marks = []
        predicate.conditional = any(c.kind in ("cond", "question") for c in clause.chain())
        predicate.times.extend(clause.times)
        clause.times = []
        self._register(predicate, chunk)
        clause.verb = predicate
        if clause.kind == "rel":
            predicate.antecedent = clause.antecedent
        self._take_pending(predicate)

    def _subject_first(self, verb: Chunk) -> bool:
        """ "… and Washington backs it": what seemed to be joined to the last party opens a clause of its own."""
        previous = self.chunks[verb.index - 1]
        if previous.kind != "np" or previous.conj != "wa" or previous.prep or previous.mention is None:
            return False
        group = self.result.groups.get(previous.index, [])
        if len(group) < 2 or group[-1] is not previous:
            return False
        group.remove(previous)
        alone = [previous]
        self.result.groups[previous.index] = alone
        old = self.clause
        self._open_clause(old.kind, previous.start, old.parent, old.outer or old).pending.append(alone)
        return True

    def _indefinite_antecedent(self, verb: Chunk) -> Chunk | None:
        """The noun that a relative clause without a relative pronoun describes: indefinite, just before the verb."""
        index = verb.index - 1
        while index >= 0:
            noun = self.chunks[index]
            if noun.kind == "time" and index == verb.index - 1:
                index -= 1
                continue
            document = noun.mention is not None and noun.mention.type == "Treaty"
            if noun.kind != "np" or (noun.mention is not None and not document) or noun.pronoun:
                return None
            if noun.definite and (not document or any(r.definite for r in noun.readings)):
                return None
            gender = verb.pronoun[1:2] if verb.pronoun and noun.genitive else verb.readings[0].gender
            if (verb.pronoun and not noun.genitive) or self._agrees(noun, gender, "s"):
                return noun
            if not noun.genitive:
                return None
            index -= 1
        return None

    def _take_pending(self, predicate: Predicate) -> None:
        clause = predicate.clause
        named = [g for g in clause.pending if g[0].mention is not None]
        lists = self.grammar.lists
        titled = len(clause.pending) > 1 and bool(clause.pending[0][0].lemmas & lists["agent_nouns"])
        for group in [*named, *clause.pending] if titled else clause.pending:
            if not predicate.subject and self._may_be_subject(predicate, group, before=True):
                predicate.subject = group
        for head in clause.heads:
            if head.form == "noun" and head.parent is None and predicate.subject and head.chunk in predicate.subject:
                head.parent, head.link = predicate, "subject"
        clause.pending = []

    def _may_be_subject(self, predicate: Predicate, group: Group, before: bool) -> bool:
        first = group[0]
        gender, number = predicate.gender, predicate.number
        if not before and number in ("d", "p"):
            return False
        if (
            first.mention is not None
            and first.mention.type == "Person"
            and gender
            and first.mention.number == "s"
            and len(group) == 1
        ):
            # Names do not show their gender, titles do: a feminine verb beside a name is the better witness.
            near = before or first.index == predicate.chunk.index + 1
            return first.mention.gender in (gender, "") or (gender == "f" and near)
        if first.mention is not None and len(group) == 1 and gender and first.mention.type != "Person":
            return self._mention_gender(first) in (gender, "") or gender == "f"
        if first.mention is None and gender and not (self._agrees(first, gender, "s") or number in ("d", "p")):
            return False
        if first.mention is None and not before and predicate.frames and predicate.chunk.conj:
            # "and criticised the policy": a thing is not the one who acts.
            return bool(first.lemmas & self.grammar.lists["agent_nouns"] or (first.nisbas and not first.definite))
        return True

    def _mention_gender(self, chunk: Chunk) -> str:
        """Grammatical gender of the name of a body or place, "" if not known: states and cities are feminine."""
        assert chunk.mention is not None
        if chunk.mention.type in ("Country", "City") and chunk.mention.kind == "name":
            return "m" if chunk.words and chunk.words[0] in self.grammar.lists["masculine_names"] else "f"
        known = {r.gender for r in chunk.readings if r.pos == "noun" and r.source != "backoff" and r.gender}
        return known.pop() if len(known) == 1 and chunk.mention.kind != "name" else ""

    def _register(self, predicate: Predicate, chunk: Chunk) -> None:
        self.result.predicates.append(predicate)
        self.result.of_chunk[chunk.index] = predicate
        predicate.clause.heads.append(predicate)

    # Noun phrases

    def _time(self, chunk: Chunk) -> None:
        if chunk.time is None:
            return
        head = self._last_predicate(self.clause)
        while head is not None and head.link == "genitive" and head.parent is not None and head.parent.form == "noun":
            head = head.parent  # the time belongs to the whole phrase
        if head is None:
            self.clause.times.append(chunk.time)
        else:
            head.times.append(chunk.time)

    def _np(self, chunk: Chunk) -> None:
        predicate = self._noun_predicate(chunk)
        group: Group = [chunk]
        self.result.groups[chunk.index] = group
        if predicate is not None and predicate.form == "participle":
            return
        if predicate is not None and predicate.form in ("passive_participle", "attributive"):
            return
        if chunk.genitive:
            head = self.chunks[chunk.index - 1]
            owner = self.result.of_chunk.get(head.index)
            if owner is not None:
                owner.genitives.append(group)
                self._hang(chunk, predicate, owner, "genitive")
            else:
                self.result.owners.setdefault(head.index, []).append(chunk)
                parent, link = self.hung.get(head.index, (None, ""))
                transparent = head.lemmas & self.grammar.lists["transparent_nouns"]
                self._hang(chunk, predicate, parent, link if transparent else "genitive")
        elif chunk.conj and not chunk.prep and self._coordinate(chunk, predicate):
            pass
        elif chunk.prep:
            self._attach_prep(chunk, group, predicate)
        else:
            self._attach_bare(chunk, group, predicate)
        if predicate is not None:
            self._register(predicate, chunk)

    def _hang(self, chunk: Chunk, predicate: Predicate | None, parent: Predicate | None, link: str) -> None:
        self.hung[chunk.index] = (parent, link)
        if predicate is not None and parent is not predicate:
            predicate.parent, predicate.link = parent, link

    def _noun_predicate(self, chunk: Chunk) -> Predicate | None:
        if chunk.mention is not None and chunk.mention.type not in ("Treaty", "Topic"):
            return None
        heads = chunk.head_lemmas
        participles = _candidates(self.lexicon.participles, heads)
        if (
            participles
            and not chunk.definite
            and not chunk.genitive
            and not chunk.prep
            and self._participle_here(chunk)
        ):
            if self.clause.verb is None and (self.clause.pending or self.clause.pronoun):
                return self._nominal_clause(chunk, participles)
            self._leave_for_participle(chunk)
            main = self.clause
            clause = self._open_clause("participle", chunk.start, None, main)
            predicate = Predicate(chunk, "participle", clause, participles, inherits=main.verb)
            predicate.conditional = any(c.kind in ("cond", "question") for c in clause.chain())
            self._register(predicate, chunk)
            clause.verb = predicate
            return predicate
        passive = _candidates(self.lexicon.passive_participles, heads)
        if passive and not chunk.genitive and not chunk.prep and chunk.index:
            antecedent = self.chunks[chunk.index - 1]
            if antecedent.kind == "np" and antecedent.definite == chunk.definite and not chunk.conj:
                predicate = Predicate(chunk, "passive_participle", self.clause, passive, antecedent=antecedent)
                self._register(predicate, chunk)
                return predicate
        active = tuple(f for f in participles if not (f.speech or f.embeds))
        if active and chunk.definite and not (chunk.genitive or chunk.prep or chunk.conj) and chunk.index:
            antecedent = self.chunks[chunk.index - 1]
            if antecedent.kind == "np" and antecedent.definite:
                predicate = Predicate(chunk, "attributive", self.clause, active, antecedent=antecedent)
                self._register(predicate, chunk)
                return predicate
        found = _candidates(self.lexicon.nouns, heads)
        if not found:
            return None
        predicate = Predicate(
            chunk, "noun", self.clause, found, marks=list(self.marks) if self.clause.verb is None else []
        )
        predicate.conditional = any(c.kind in ("cond", "question") for c in self.clause.chain())
        return predicate

    def _nominal_clause(self, chunk: Chunk, found: tuple[Frame, ...]) -> Predicate:
        """A participle that is itself what the clause says of its subject: "he is ready to"."""
        predicate = Predicate(chunk, "participle", self.clause, found, marks=[*self.clause.marks, *self.marks])
        self._register(predicate, chunk)
        self.clause.verb = predicate
        predicate.subject = next((g for g in self.clause.pending if not g[0].prep), [])
        self.clause.pending = []
        return predicate

    def _leave_for_participle(self, chunk: Chunk) -> None:
        """A participle after a comma goes back to the one who speaks; without one it stays in its clause."""
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        if self.clause.kind != "participle" and self.clause.verb is None:
            return
        apart = bool(chunk.conj) or (previous is not None and previous.kind in ("punct", "close"))
        speech = any(f.speech or f.embeds for f in self._participle_frames(chunk))
        if apart or speech:
            clause = self.clause
            while clause.outer is not None and clause.kind in ("rel", "participle", "cond", "comp", "adjunct"):
                if clause.kind not in ("rel", "participle", "cond") and self._speaks(clause):
                    break
                clause = clause.outer
            if (apart and clause.verb is not None) or self._speaks(clause):
                self.clause = clause
                return
        self._leave({"rel", "participle"})

    @staticmethod
    def _speaks(clause: Clause) -> bool:
        return clause.verb is not None and any(f.speech or f.carrier or f.embeds for f in clause.verb.frames)

    def _participle_frames(self, chunk: Chunk) -> tuple[Frame, ...]:
        return _candidates(self.lexicon.participles, chunk.head_lemmas)

    def _participle_here(self, chunk: Chunk) -> bool:
        """A participle speaks for the subject of the clause if it stands in the indefinite accusative."""
        if chunk.word.endswith((self.grammar.accusative_ending, self.grammar.feminine_ending)):
            before = self.chunks[chunk.index - 1] if chunk.index else None
            plain = before is None or before.kind != "np" or before.mention is not None or before.definite
            return chunk.word.endswith(self.grammar.accusative_ending) or (plain and self.clause.verb is not None)
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        following = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        if previous is not None and previous.kind == "np" and not previous.definite and previous.mention is None:
            return False
        return following is not None and (following.kind == "comp" or bool(following.prep))

    def _coordinate(self, chunk: Chunk, predicate: Predicate | None) -> bool:
        sort = category(chunk)
        for distance, other in enumerate(reversed(self.chunks[: chunk.index])):
            if other.kind in ("verb", "comp", "rel", "sub") or distance > 10:
                break
            if other.kind != "np":
                continue
            same = category(other) == sort or (sort in ("person", "body") and category(other) in ("person", "body"))
            if sort == "thing" and predicate is not None:
                same = other.index in self.result.of_chunk or distance == 0
            if same:
                group = self.result.groups[other.index]
                group.append(chunk)
                self.result.groups[chunk.index] = group
                base = self.result.of_chunk.get(other.index)
                if predicate is not None and base is not None:
                    predicate.parent, predicate.link = base.parent, base.link
                elif predicate is not None:
                    self._hang(chunk, predicate, self._last_predicate(self.clause), "coordinated")
                return True
        return False

    def _attach_prep(self, chunk: Chunk, group: Group, predicate: Predicate | None) -> None:
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        if previous is not None and self._keeps(previous, chunk):
            self.result.owners.setdefault(previous.index, []).append(chunk)
            return
        if chunk.prep in self.grammar.lists["temporal_prepositions"] and self.clause.verb is not None:
            head: Predicate | None = self.clause.verb
        else:
            head = self._governor(chunk, predicate)
        if head is None:
            return
        head.preps.append((chunk.prep, group))
        self._hang(chunk, predicate, head, chunk.prep)

    def _keeps(self, noun: Chunk, chunk: Chunk) -> bool:
        """Whether a noun of relation ("ties with", "the border between") keeps this phrase to itself."""
        lists = self.grammar.lists
        return (
            noun.kind == "np"
            and bool(noun.lemmas & lists["relational_nouns"])
            and chunk.prep in lists["accompaniment_prepositions"] | lists["between"]
            and category(chunk) != "person"
            and noun.index not in self.result.of_chunk
        )

    def _governor(self, chunk: Chunk, predicate: Predicate | None) -> Predicate | None:
        clause = self.clause
        place = chunk.mention is not None and chunk.mention.type in ("City", "Region", "Country")
        while True:
            for head in reversed(clause.heads):
                if any(self._takes(f, chunk) for f in head.frames):
                    return head
                if predicate is not None and any(chunk.prep in v.preps for v in head.light):
                    return head
                if place and chunk.prep in self.grammar.lists["place_prepositions"] and (head.frames or head.light):
                    return head
            verb = clause.verb
            if clause.kind == "rel" and verb is not None and verb.light and verb.antecedent is not None:
                if verb.antecedent.index in self.result.of_chunk:
                    return verb  # "the visit that he made to": the verb hands it to its noun
            if clause.kind in ("rel", "participle") and clause.outer is not None:
                outer = clause.outer
                if any(chunk.prep in f.preps for h in outer.heads for f in h.frames):
                    self.clause = clause = outer
                    continue
            break
        return self._last_predicate(self.clause)

    def _met_by_owner(self, chunk: Chunk) -> Predicate | None:
        """The noun with a pronoun that still lacks its other party: "during his meeting today in Riyadh the envoy"."""
        if chunk.mention is None or not self.clause.heads:
            return None
        noun = self.clause.heads[-1]
        if noun.form != "noun" or not noun.chunk.pronoun or noun.objects or noun.chunk.prep == "":
            return None
        if not any(f.symmetric for f in noun.frames) or any(
            c.mention is not None for _, g in noun.preps for c in g if not _place(c)
        ):
            return None
        between = self.chunks[noun.chunk.index + 1 : chunk.index]
        return noun if all(c.kind == "time" or (c.kind == "np" and c.prep and _place(c)) for c in between) else None

    def _takes(self, frame: Frame, chunk: Chunk) -> bool:
        """Whether a frame asks for the preposition of this phrase; parties are entities, not things."""
        roles = frame.roles_of_prep(chunk.prep)
        if chunk.prep not in frame.preps:
            return False
        things = chunk.mention is None and not chunk.nisbas and not (chunk.pronoun and not chunk.words)
        return not (things and roles and set(roles) <= {"participant"} and chunk.index not in self.result.owners)

    def _masdar_object(self, chunk: Chunk, group: Group, predicate: Predicate | None, previous: Chunk) -> bool:
        """After a masdar and its subject comes its object: "the signing by both states of an accord"."""
        if previous.mention is None:
            return False
        for noun in reversed(self.clause.heads):
            if noun.form == "noun" and any(previous in g for g in noun.genitives):
                takes = any(
                    (f.object not in ("none", "topic") or f.with_nouns) and not f.symmetric for f in noun.frames
                )
                if takes and (
                    chunk.mention is None or category(chunk) != category(previous) or noun.genitives[0][0] is previous
                ):
                    noun.objects.append(group)
                    self._hang(chunk, predicate, noun, "object")
                    return True
                return False
        return False

    def _attach_bare(self, chunk: Chunk, group: Group, predicate: Predicate | None) -> None:
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        before = self.result.of_chunk.get(previous.index) if previous is not None else None
        if before is not None and before.form == "noun" and before.chunk.pronoun:
            before.objects.append(group)
            self._hang(chunk, predicate, before, "object")
            return
        met = self._met_by_owner(chunk)
        if met is not None:
            met.objects.append(group)
            self._hang(chunk, predicate, met, "object")
            return
        if previous is not None and previous.genitive and self._masdar_object(chunk, group, predicate, previous):
            return
        verb = self.clause.verb
        if chunk.mention is None and chunk.definite and all(r.pos == "adj" for r in chunk.readings) and chunk.readings:
            return  # an adjective set apart, e.g. by quotation marks
        if verb is None:
            self.clause.pending.append(group)
            return
        if previous is not None and previous.kind == "punct" and chunk.mention is not None:
            last = next((c for c in reversed(self.chunks[: previous.index]) if c.kind == "np"), None)
            if last is not None and last.index == previous.index - 1 and category(last) == category(chunk) != "thing":
                joined = self.result.groups[last.index]
                joined.append(chunk)
                self.result.groups[chunk.index] = joined
                return
        first = verb.form == "verb" and not verb.subject and (not verb.objects or chunk.mention is not None)
        if first and not self._antecedent_acts(verb) and self._may_be_subject(verb, group, before=False):
            verb.subject = group
            self._hang(chunk, predicate, verb, "subject")
        else:
            verb.objects.append(group)
            self._hang(chunk, predicate, verb, "object")

    def _antecedent_acts(self, verb: Predicate) -> bool:
        """Whether the noun that a relative clause describes is its subject: it agrees, and no pronoun resumes it."""
        if verb.clause.kind != "rel" or verb.antecedent is None or verb.chunk.pronoun:
            return False
        if any(g[0].pronoun and not g[0].words for _, g in verb.preps):
            return False
        return not verb.gender or self._agrees(verb.antecedent, verb.gender, "s")
