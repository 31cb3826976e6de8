"""Phrases with prepositions: each goes to the nearest open head whose frames name its preposition."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.clauses import ClauseReader
from sifara.events.fillers import told_in
from sifara.events.frames import Frame
from sifara.events.heads import joining, leads_to, says_in
from sifara.events.lightnouns import hands_on
from sifara.events.predicates import Clause, Group, Predicate
from sifara.events.resumption import of_participle

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
_TITLED = ("title", "titled", "anaphor")
_BODIES = ("IntergovernmentalOrganization", "Organization", "GovernmentBody")


def category(chunk: Chunk) -> str:
    """Give a coarse sort of a noun phrase, for coordination: person, body, place, thing."""
    if chunk.mention is None:
        return "thing"
    if chunk.mention.type == "Person":
        return "person"
    return "body" if chunk.mention.type in _ACTORS | _PLACES else "named"


class PrepositionReader(ClauseReader):
    """Hangs the phrases of one sentence that have a preposition on their heads."""

    def _hang(self, chunk: Chunk, predicate: Predicate | None, parent: Predicate | None, link: str) -> None:
        self.hung[chunk.index] = (parent, link)
        if predicate is not None and parent is not predicate:
            predicate.parent, predicate.link = parent, link

    def _attach_prep(self, chunk: Chunk, group: Group, predicate: Predicate | None) -> None:
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        if of_participle(chunk, self.chunks, self.grammar) or joining(chunk, self.chunks, self.result, self.grammar):
            return
        if predicate is not None and previous is not None and previous.kind == "punct":
            self._back_to_speaker(chunk, predicate)
        teller = self._document_between(chunk)
        if teller is not None:
            teller.preps.append((chunk.prep, group))
            self._hang(chunk, predicate, teller, chunk.prep)
            return
        if previous is not None and self._keeps(previous, chunk):
            self.result.owners.setdefault(previous.index, []).append(chunk)
            return
        if previous is not None and self._counted(previous, chunk):
            whole = self.result.groups[previous.index]
            whole.append(chunk)
            self.result.groups[chunk.index] = whole
            return
        if chunk.prep in self.grammar.lists["temporal_prepositions"] and self.clause.verb is not None:
            head: Predicate | None = self.clause.verb
        else:
            head = says_in(chunk, self.clause.verb, self.grammar) or leads_to(chunk, self.clause.verb, self.grammar)
            head = head or self._talked_with(chunk)
            head = head or self._governor(chunk, predicate)
        if head is None:
            done = any(m in self.grammar.lists["passive_auxiliaries"] for m in self.marks)
            if done and chunk.mention is not None and chunk.prep in self.grammar.lists["place_prepositions"]:
                self.ahead.append((chunk.prep, group))  # "was done in Rabat the signing of"
            return
        head.preps.append((chunk.prep, group))
        parent, link = self._of_many(previous, chunk, predicate) or (head, chunk.prep)
        self._hang(chunk, predicate, parent, link)

    def _talked_with(self, chunk: Chunk) -> Predicate | None:
        """What tells of talks with somebody behind their subject: "discussed cooperation with his colleague"."""
        mention = chunk.mention
        person = mention is not None and (mention.type == "Person" or mention.kind in _TITLED)
        if not person or chunk.prep not in self.grammar.lists["accompaniment_prepositions"]:
            return None
        nearest = True
        for head in reversed(self.clause.heads):
            of = head.genitives[0][0].mention if head.genitives else None
            if head.chunk.prep in self.grammar.lists["during_prepositions"] and of is not None and of.type in _BODIES:
                nearest = False  # "at the summit of the Group of Twenty with"
                continue
            if self._closed(head, chunk) or any(g[0].mention is not None for g in (*head.genitives, *head.objects)):
                return None  # "the outcome of the President's talks with"
            if any(f.encounter and self._takes(f, chunk) for f in head.frames):
                told = {p for p, _ in head.preps} & {chunk.prep, *self.grammar.lists["between"]}
                return None if nearest or told else head
            if head.form != "noun":
                return None
            nearest = False
        return None

    def _back_to_speaker(self, chunk: Chunk, noun: Predicate) -> None:
        """Leave what was said for the talks during which it was: "said that it is ready, during a meeting with"."""
        session = chunk.prep in self.grammar.lists["during_prepositions"] and any(f.session for f in noun.frames)
        clause = self.clause
        while session and clause.kind in ("rel", "participle", "adjunct") and clause.outer is not None:
            clause = clause.outer
        speaker = clause.parent if session and clause.kind == "comp" else None
        if speaker is None or speaker.form != "verb" or not any(f.speech for f in speaker.frames):
            return
        if clause.outer is speaker.clause and not chunk.quoted:
            self.clause = noun.clause = speaker.clause

    def _of_many(
        self, number: Chunk | None, chunk: Chunk, predicate: Predicate | None
    ) -> tuple[Predicate | None, str] | None:
        """What governs "a package of" governs the sanctions that it is of."""
        if number is None or number.mention is not None or predicate is None or predicate.form != "noun":
            return None
        light = number.head_lemmas & (self.grammar.lists["transparent_nouns"] | self.grammar.lists["counting_nouns"])
        many = light and number.index not in self.result.of_chunk
        if not many or chunk.prep != self.grammar.list_first("origin_prepositions"):
            return None
        return self.hung.get(number.index)

    def _document_between(self, chunk: Chunk) -> Predicate | None:
        """What tells of a document whose parties follow the noun of its subject: "an accord of partnership between"."""
        lists = self.grammar.lists
        if chunk.mention is None or chunk.prep not in lists["accompaniment_prepositions"] | lists["between"]:
            return None
        noun = self.chunks[chunk.index - 1]
        subject = self.result.of_chunk.get(noun.index)
        if subject is not None and any(f.encounter for f in subject.frames):
            return None  # "the holding of a meeting between"
        while noun.kind == "np" and noun.mention is None and not (noun.definite or noun.pronoun or noun.prep):
            named = noun.index < chunk.index - 1 and noun.lemmas & lists["document_nouns"]
            if named or not (noun.genitive or noun.conj):
                break
            noun = self.chunks[noun.index - 1]
        apart = noun.index < chunk.index - 1 and noun.mention is None and not noun.pronoun
        if not apart or not noun.lemmas & lists["document_nouns"]:
            return None
        for head in (self.result.of_chunk.get(noun.index), self.hung.get(noun.index, (None, ""))[0]):
            if head is not None and any(chunk.prep in f.preps for f in head.frames):
                return head
        return None

    def _counted(self, number: Chunk, chunk: Chunk) -> bool:
        """ "Dozens of Democrats": the party after "of" is the one that is counted."""
        return (
            number.kind == "np"
            and number.mention is None
            and bool(number.lemmas & self.grammar.lists["counting_nouns"])
            and chunk.mention is not None
            and chunk.prep == self.grammar.list_first("origin_prepositions")
            and number.index in self.result.groups
        )

    def _keeps(self, noun: Chunk, chunk: Chunk) -> bool:
        """Whether a noun of relation ("ties with", "the border between") keeps this phrase to itself."""
        lists = self.grammar.lists
        if noun.kind == "np" and chunk.clitic_prep and chunk.prep == self.grammar.clitic_preps["li"]:
            if noun.mention is not None and noun.mention.kind == "title" and noun.head_lemmas & lists["envoy_nouns"]:
                return chunk.mention is not None and chunk.mention.type in ("Country", "Region")  # "the envoy to Sudan"
            thing = noun.mention is None and bool(noun.lemmas & lists["possessions"]) and not noun.pronoun
            return thing and chunk.mention is not None and noun.index not in self.result.of_chunk
        reply = noun.kind == "np" and noun.word.endswith(self.grammar.accusative_ending) and not noun.pronoun
        if reply and noun.lemmas & lists["replying_nouns"] and chunk.prep in lists["replied_to"]:
            return True  # "welcomed the refugees in reply to the ban"
        return (
            noun.kind == "np"
            and bool(noun.lemmas & lists["relational_nouns"])
            and chunk.prep in lists["accompaniment_prepositions"] | lists["between"]
            and category(chunk) != "person"
            and noun.index not in self.result.of_chunk
        )

    def _governor(self, chunk: Chunk, predicate: Predicate | None) -> Predicate | None:
        clause = self.clause
        resumes = bool(chunk.pronoun) and not chunk.words and clause.kind == "rel" and clause.antecedent is not None
        if resumes and clause.verb is not None:
            return clause.verb  # "the role that it plays (in it)"
        deed = self._masdar_before(chunk) if chunk.prep == self.grammar.clitic_preps["li"] else None
        if deed is not None:
            return deed
        verb, by = clause.verb, self.grammar.clitic_preps["bi"]
        describes = verb is not None and bool(verb.chunk.head_lemmas & self.grammar.lists["describing_verbs"])
        if verb is not None and describes and chunk.prep == by and verb.objects and by not in dict(verb.preps):
            return verb  # "described the talks as"
        if verb is not None and (self._reaches_past(verb, chunk, predicate) or self._blamed_for(verb, chunk)):
            return verb
        met = clause.verb if predicate is not None and clause.verb is not None and clause.verb.subject else None
        if met is not None and any((v.passive or v.control == "patient") and chunk.prep in v.preps for v in met.light):
            return met  # "was met with a refusal", whatever its subject is
        place = chunk.mention is not None and chunk.mention.type in ("City", "Region", "Country")
        while True:
            for head in reversed(clause.heads):
                if self._closed(head, chunk):
                    continue
                if any(self._takes(f, chunk) for f in head.frames) or self._from_whom(head, chunk):
                    return head
                told = bool(head.frames or (head.light and head.form != "noun"))
                done = head.form == "passive_participle" and head.chunk.index == chunk.index - 1
                made = chunk.mention is not None and (done or (head.form == "noun" and not place))
                if made and any(chunk.prep in f.noun_preps for f in head.frames):
                    return head  # "a welcome from"
                near = head.form != "noun" or self._follows(head.chunk, chunk)
                carries = predicate is not None or (head.form == "noun" and hands_on(chunk, self.chunks, self.grammar))
                if carries and near and any(chunk.prep in v.preps for v in head.light):
                    return head  # "its going on in making attacks"
                if place and chunk.prep in self.grammar.lists["place_prepositions"] and told:
                    return head
            verb = clause.verb
            described = verb.antecedent if clause.kind == "rel" and verb is not None and verb.light else None
            if described is not None and described.index in self.result.of_chunk:
                if predicate is not None and self._carried_around(clause, described, chunk.prep):
                    self.clause = clause = clause.outer or clause
                    continue
                return verb  # "the visit that he made to": the verb hands it to its noun
            beside = verb is not None and verb.chunk.index == chunk.index - 1  # "which led to": its own preposition
            inside = clause.kind in ("rel", "participle") and not beside
            if inside and clause.outer is not None and self._reaches(chunk, place):
                outer = clause.outer
                if any(chunk.prep in f.preps for h in outer.heads for f in h.frames):
                    self.clause = clause = outer
                    continue
            break
        return self._last_predicate(self.clause)

    def _reaches_past(self, verb: Predicate, chunk: Chunk, predicate: Predicate | None) -> bool:
        """Whether a verb takes what it asks for past an occasion: "voiced in a communiqué about it its (concern)"."""
        holder = self.clause.heads[-1].chunk
        aside = holder.index > verb.chunk.index and holder.prep in self.grammar.lists["occasion_holders"]
        if not aside or chunk.prep in dict(verb.preps):
            return False
        carries = predicate is not None and any(chunk.prep in v.preps for v in verb.light)
        return carries or (told_in(holder, self.grammar) and any(self._takes(f, chunk) for f in verb.frames))

    def _blamed_for(self, verb: Predicate, chunk: Chunk) -> bool:
        """Whether a verb takes whom it blames past what they are blamed for: "laid the blame for the attack on"."""
        told = {lemma for _, g in [*verb.preps, *(("", g) for g in verb.objects)] for lemma in g[0].lemmas}
        frames = [f for f in verb.frames if f.reaches and f.blames and f.with_nouns & told]
        return any("target" in f.roles_of_prep(chunk.prep) for f in frames) and chunk.prep not in dict(verb.preps)

    def _carried_around(self, clause: Clause, described: Chunk, prep: str) -> bool:
        """Whether the verb around a relative clause carries a noun: "voiced in the meeting that he held (concern)"."""
        outer = clause.outer.verb if clause.outer is not None else None
        taken = any(prep in f.preps for f in self.result.of_chunk[described.index].frames)
        return not taken and outer is not None and any(prep in v.preps for v in outer.light)

    def _follows(self, noun: Chunk, chunk: Chunk) -> bool:
        """Whether only owners and times stand between a noun and a phrase."""
        return all(c.genitive or c.conj or c.kind == "time" for c in self.chunks[noun.index + 1 : chunk.index])

    def _closed(self, noun: Predicate, chunk: Chunk) -> bool:
        """Whether a noun can't govern so far: the verb of its clause comes before the phrase."""
        verb = noun.clause.verb
        if noun.form != "noun" or verb is None:
            return False
        apart = any(c.kind == "punct" for c in self.chunks[noun.chunk.index : chunk.index])
        taken = apart and any(p == chunk.prep for p, _ in noun.preps)  # "during a visit to Berlin, thanks to"
        return taken or noun.chunk.index < verb.chunk.index < chunk.index

    def _reaches(self, chunk: Chunk, place: bool) -> bool:
        """Whether a phrase may belong to what stands before a relative clause: company and places, hardly others."""
        lists = self.grammar.lists
        if chunk.prep in lists["accompaniment_prepositions"] | lists["between"]:
            return True
        return place and chunk.prep in lists["place_prepositions"]

    def _masdar_before(self, chunk: Chunk) -> Predicate | None:
        """The masdar whose subject stands just before: "Iran's arrest of three"."""
        previous = self.chunks[chunk.index - 1] if chunk.index else None
        if previous is None or not previous.genitive or previous.mention is None:
            return None
        for noun in reversed(self.clause.heads):
            if noun.form == "noun" and any(previous in g for g in noun.genitives):
                hits = any("target" in (f.object, *f.genitive) for f in noun.frames)
                return noun if hits else None
        return None

    def _from_whom(self, head: Predicate, chunk: Chunk) -> bool:
        """ "With support from Rwanda": the party just after "from" is the one who acts."""
        after = self.chunks[chunk.index + 1 : chunk.index + 2]
        whose = bool(head.chunk.prep) and bool(after) and after[0].genitive and after[0].mention is not None
        return (
            head.form in ("noun", "passive_participle")
            and head.chunk.index == chunk.index - 1
            and (chunk.mention is not None or whose)
            and chunk.prep == self.grammar.list_first("origin_prepositions")
            and any(f.from_whom and chunk.prep not in f.preps for f in head.frames)
        )

    def _takes(self, frame: Frame, chunk: Chunk) -> bool:
        """Whether a frame asks for the preposition of this phrase; parties are entities, not things."""
        roles = frame.roles_of_prep(chunk.prep)
        if chunk.prep not in frame.preps:
            return False
        things = chunk.mention is None and not chunk.nisbas and not (chunk.pronoun and not chunk.words)
        return not (things and roles and set(roles) <= {"participant"} and chunk.index not in self.result.owners)
