"""Noun phrases: which head each of them hangs on.

A bare phrase goes to the verb of its clause, first as subject, then as object; a genitive to the noun before it.
"""

from __future__ import annotations

from sifara.events.agreement import accusative, agrees, masculine_one, mention_gender, nominative
from sifara.events.apposed import among, entitled, named_late, points_to
from sifara.events.asides import behind_aside
from sifara.events.chunk import Chunk
from sifara.events.lightnouns import hands_on
from sifara.events.outside import OutsideReader
from sifara.events.predicates import Group, Predicate
from sifara.events.prepositions import category
from sifara.events.resumption import acts_behind, antecedent_acts, issues, told_by_pronoun
from sifara.events.sayers import beyond_colon
from sifara.events.subjects import as_what, carries_on, complements, goes_on, joins_subject, led_back, thing_acts


class PhraseReader(OutsideReader):
    """Hangs the noun phrases of one sentence on their heads."""

    def _may_be_subject(self, predicate: Predicate, group: Group, before: bool) -> bool:
        first = group[0]
        gender, number = predicate.gender, predicate.number
        if accusative(first, self.grammar) and (not before or first.head_lemmas & self.grammar.lists["replying_nouns"]):
            return False  # "in reply to a question, he said"
        if not before and (number in ("d", "p") or self._oblique(first) or beyond_colon(predicate, first, self.chunks)):
            return False
        told_of = not before and among(first, self.chunks, self.grammar)
        if told_of or as_what(predicate, first, self.chunks, self.grammar):
            return False
        if predicate.chunk.readings and all(r.person in ("1", "2") for r in predicate.chunk.readings):
            return False
        listed = self.chunks[first.index - 1].passed if first.index else []
        if not before and self.grammar.lists["each_words"].intersection(listed):
            return True  # "each of France and Qatar backed"
        if not before and told_by_pronoun(predicate.chunk, self.chunks, self.grammar):
            return False  # "while he threatens the parliament"
        if not before and first.pronoun[:1] == "3" and any(f.with_nouns & first.head_lemmas for f in predicate.frames):
            return False  # "after recalling his ambassador": what is one's own
        resumed = predicate.clause.kind in ("comp", "adjunct") and predicate.clause.pronoun and predicate.frames
        if resumed and {predicate.clause.pronoun[1:2], gender} == {"m", "f"}:
            resumed = False  # "that (it) in 1994 the United States reached": the pronoun is nobody
        if resumed and not before and predicate.clause.verb in (None, predicate):
            return False  # "that she expelled the ambassador": the pronoun is the subject
        if (
            first.mention is not None
            and first.mention.type == "Person"
            and gender
            and first.mention.number == "s"
            and len(group) == 1
        ):
            # Names do not show their gender, titles do: a feminine verb beside a name is the better witness.
            near = first.index == predicate.chunk.index + 1 or (before and self._just_before(first, predicate.chunk))
            if not before and first.mention.kind in ("titled", "title") and self._addresses(predicate, first):
                near = False  # "and (she) called on the president"
            return first.mention.gender in (gender, "") or (gender == "f" and near)
        if first.mention is not None and len(group) == 1 and gender and first.mention.type != "Person":
            officer = first.mention.kind == "title" and first.mention.number == "s" and first.mention.gender == "m"
            if officer and gender == "f":
                return False  # "and (she) gave the ambassador two days"
            body = first.mention.kind == "collective" or first.mention.type == "GovernmentBody"
            if gender == "f" and body and not before and masculine_one(first):
                return False  # "(she) called on the American people"
            behind = before and first.clitic_prep  # "it happened before to (that) Sudan that it"
            return mention_gender(self.grammar, first) in (gender, "") or gender == "f" or behind
        if first.mention is None and gender and not (self._fits_verb(first, gender, before) or number in ("d", "p")):
            return False
        if first.mention is None and not before and nominative(first, self.grammar):
            return True
        if first.mention is None and not before and self._speaks_next(predicate, first):
            return True
        if not before and (
            goes_on(predicate, first, self.chunks, self.grammar)
            or complements(predicate, first, self.lexicon, self.grammar)
        ):
            return False
        on = first.mention is None and not before
        if on and carries_on(predicate, first, self.chunks, self.lexicon, self.grammar):
            return thing_acts(predicate, first, self.chunks, self.grammar)
        return True

    def _just_before(self, name: Chunk, verb: Chunk) -> bool:
        """Whether nothing but marks and times stands between a name and the verb behind it."""
        between = self.chunks[name.index + 1 : verb.index]
        return not verb.conj and all(c.kind in ("mark", "time", "open", "close", "punct") for c in between)

    def _fits_verb(self, noun: Chunk, gender: str, before: bool) -> bool:
        """Gender agreement of a common noun with its verb; a verb before its subject is singular whatever that is."""
        plural = not before and any(r.number in ("d", "p") and r.gender in (gender, "") for r in noun.readings)
        counts = bool({noun.word, *noun.lemmas} & self.grammar.lists["counting_nouns"])
        return plural or counts or agrees(noun, gender, "s")

    def _oblique(self, noun: Chunk) -> bool:
        """Whether the ending of a plural or dual shows that it is no subject ("and called on the citizens")."""
        word = noun.words[0] if noun.words else ""
        if not word.endswith(tuple(self.grammar.lists["oblique_endings"])):
            return False
        if noun.mention is not None:
            return noun.mention.number in ("d", "p") and noun.mention.kind not in ("name", "titled")
        numbers = {r.number for r in noun.readings if r.source != "backoff"}
        return bool(numbers) and numbers <= {"d", "p"}

    def _addresses(self, predicate: Predicate, name: Chunk) -> bool:
        """Whether a verb that goes on from another has somebody as its object."""
        on = carries_on(predicate, name, self.chunks, self.lexicon, self.grammar)
        return on and any(f.object in ("target", "participant") and not f.speech for f in predicate.frames)

    def _speaks_next(self, predicate: Predicate, noun: Chunk) -> bool:
        """A common noun between a verb of saying and its "that" is the one who says it."""
        if not any(f.speech and not f.carrier for f in predicate.frames):
            return False
        lists = self.grammar.lists
        if (
            noun.pronoun
            or not noun.lemmas
            or noun.lemmas & (lists["transparent_nouns"] | lists["hedge_nouns"])
            or (noun.head_lemmas & self.lexicon.nouns.keys() and not (noun.definite and not predicate.light))
        ):
            return False
        for chunk in self.chunks[noun.index + 1 : noun.index + 7]:
            about = any(chunk.prep in f.preps for f in predicate.frames if f.speech and not f.carrier)
            told = (noun.definite and chunk.index == noun.index + 1) or points_to(predicate.chunk, chunk, self.grammar)
            if chunk.kind in ("comp", "open") or (told and about):
                return True  # "the resistance pointed to", "polls point to"
            if chunk.kind not in ("np", "time", "punct"):
                return False
        return False

    def _register(self, predicate: Predicate, chunk: Chunk) -> None:
        self.result.predicates.append(predicate)
        self.result.of_chunk[chunk.index] = predicate
        predicate.clause.heads.append(predicate)
        if predicate.form == "noun" and not chunk.prep:
            predicate.preps += self.ahead
        self.ahead = []

    def _masdar_object(self, chunk: Chunk, group: Group, predicate: Predicate | None, previous: Chunk) -> bool:
        """After a masdar and its subject comes its object: "the signing by both states of an accord"."""
        thing = chunk.mention is None and chunk.word.endswith(self.grammar.accusative_ending)
        told = predicate is not None or hands_on(chunk, self.chunks, self.grammar)
        if previous.mention is None and not (previous.nisbas and thing):
            return False
        for noun in reversed(self.clause.heads):
            if noun.form == "noun" and any(previous in g for g in noun.genitives):
                takes = any(
                    f.with_nouns & chunk.lemmas if f.symmetric else f.object not in ("none", "topic") or f.with_nouns
                    for f in noun.frames
                ) or (told and any(v.objects for v in noun.light))
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
        seat = previous is not None and previous.lemmas & self.grammar.lists["seat_nouns"] and previous.pronoun
        if seat and previous is not None and previous.conj and chunk.mention is not None:
            return  # "the observatory, and its seat is London, said": an aside
        if previous is not None and chunk.mention is not None and self._explained(previous):
            joined = self.result.groups.get(previous.index, [previous])
            if len(joined) > 1 and joined[-1] is previous and joined[-2].mention is not None:
                joined.append(chunk)  # the name behind "and its ally"
                self.result.groups[chunk.index] = joined
                return
        if previous is not None and chunk.mention is not None and self._entered(previous):
            return
        if previous is not None and previous.kind == "open" and self._again(previous, chunk):
            return
        received = self._received_by(chunk)
        if received is not None:
            received.objects.append(group)
            self._hang(chunk, predicate, received, "object")
            return
        thing = chunk.mention is None and self.clause.verb is not None
        # "discussed during their meeting the crisis"
        talked = thing and before is not None and bool(before.frames) and all(f.symmetric for f in before.frames)
        talked = talked and before is not None and not any(f.with_nouns & chunk.lemmas for f in before.frames)
        decided = before is not None and not before.frames and predicate is not None and bool(before.chunk.nisbas)
        owned = before is not None and bool(before.chunk.pronoun) and (before.frames != () or predicate is not None)
        if before is not None and before.form == "noun" and (owned or decided) and not talked:
            before.objects.append(group)
            self._hang(chunk, predicate, before, "object")
            return
        met = self._met_by_owner(chunk)
        if met is not None:
            met.objects.append(group)
            self._hang(chunk, predicate, met, "object")
            return
        why = predicate is not None and any(f.motive for f in predicate.frames)
        last = previous if why else next((c for c in reversed(self.chunks[: chunk.index]) if c.kind != "time"), None)
        if last is not None and (last.genitive or last.conj) and self._masdar_object(chunk, group, predicate, last):
            return
        self._leave_told(chunk)
        verb = self.clause.verb
        if verb is not None and named_late(verb, chunk, self.chunks, self.grammar):
            verb.subject, verb.objects = group, [g for g in verb.objects if g[0].index != verb.chunk.index + 1]
            return
        adjective = chunk.mention is None and chunk.definite and {r.pos for r in chunk.readings} == {"adj"}
        adjective = adjective and not acts_behind(chunk, self.chunks, self.grammar)
        adjective = adjective and not chunk.lemmas & self.grammar.lists["charge_heads"]  # "its chargé d'affaires"
        if adjective and previous is not None and previous.kind not in ("verb", "comp", "mark"):
            return  # an adjective set apart, e.g. by quotation marks
        if verb is None:
            self.clause.pending.append(group)
            return
        mark = previous if previous is not None and previous.kind == "punct" else None
        aside = mark is not None and behind_aside(self.chunks, verb, mark, self.grammar)
        if mark is not None and chunk.mention is not None and not aside:
            last = next((c for c in reversed(self.chunks[: mark.index]) if c.kind == "np"), None)
            if last is not None and self._object_apart(verb, last, chunk):
                verb.objects.append(group)
                self._hang(chunk, predicate, verb, "object")
                return
            if last is not None and last.index == mark.index - 1 and category(last) == category(chunk) != "thing":
                if entitled(last, chunk):
                    return  # "X, head of the town council, said": not the town
                joined = self.result.groups[last.index]
                joined.append(chunk)
                self.result.groups[chunk.index] = joined
                return
        if verb.form == "verb" and joins_subject(verb, chunk, self.chunks):
            verb.subject.append(chunk)
            return
        if verb.subject and chunk.mention is not None and self._carries_subject(verb):
            noun = self.result.of_chunk[verb.subject[0].index]
            noun.link = "object"
            verb.objects.append(verb.subject)
            verb.subject = group
            self._hang(chunk, predicate, verb, "subject")
            return
        if verb.subject and self._told_after(verb, chunk) and self._may_be_subject(verb, group, before=False):
            verb.subject = []
        places = all(g[0].mention is not None and g[0].mention.type == "City" for g in verb.objects)
        agent = places and bool(chunk.lemmas & self.grammar.lists["agent_nouns"])  # "visits Cairo an envoy"
        first = verb.form == "verb" and not verb.subject and (not verb.objects or chunk.mention is not None or agent)
        acts = led_back(verb, chunk, self.chunks) or not antecedent_acts(verb, self.chunks, self.grammar)
        acts = acts and not issues(verb, chunk, self.chunks, self.grammar)
        following = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        apart = bool(chunk.conj) and mark is not None and bool(verb.objects)  # "…, and the opposition is"
        if apart and first and (following is None or following.kind != "verb"):
            return
        if first and acts and not apart and self._may_be_subject(verb, group, before=False):
            verb.subject = group
            self._hang(chunk, predicate, verb, "subject")
        else:
            verb.objects.append(group)
            self._hang(chunk, predicate, verb, "object")

    def _again(self, mark: Chunk, chunk: Chunk) -> bool:
        """Whether a name in quotation marks repeats who was named before them; what follows goes on from both."""
        before = self.chunks[mark.index - 1] if mark.index else None
        if before is None or before.mention is None or chunk.mention is None or before.index not in self.result.groups:
            return False
        same = not set(before.mention.entities).isdisjoint(chunk.mention.entities)
        if same:
            self.result.groups[chunk.index] = self.result.groups[before.index]
        return same

    def _object_apart(self, verb: Predicate, last: Chunk, chunk: Chunk) -> bool:
        """Whether a party behind a comma is the object: "Japan urged, China to", and not one more of a list."""
        alone = len(verb.subject) == 1 and verb.subject[0] is last and last.index > verb.chunk.index
        if not alone or verb.objects or verb.chunk.pronoun or category(last) != "body":
            return False
        following = self.chunks[chunk.index + 1] if chunk.index + 1 < len(self.chunks) else None
        listed = following is None or following.kind == "punct" or following.conj
        takes = any(f.object == "target" and not f.speech for f in verb.frames)
        return takes and category(chunk) == "body" and not listed and bool(following and following.prep)

    def _carries_subject(self, verb: Predicate) -> bool:
        """Whether what seemed to be the subject is the noun that the verb carries: "the meeting was attended by"."""
        noun = self.result.of_chunk.get(verb.subject[0].index) if len(verb.subject) == 1 else None
        after = verb.subject[0].index > verb.chunk.index and verb.subject[0].mention is None
        carries = any(v.objects and v.control in ("subject", "attends") and v.embeds is None for v in verb.light)
        return noun is not None and noun.form == "noun" and after and carries and not verb.objects

    def _told_after(self, verb: Predicate, chunk: Chunk) -> bool:
        """Whether a party just after its verb is the subject, and what stood before the verb is something else.

        "In reply to a question, the minister said", "…, a solution, and the president offered".
        """
        before = verb.subject[0]
        if chunk.mention is None and before.mention is None and not (before.definite or before.pronoun or chunk.conj):
            apart = self.chunks[verb.chunk.index - 1].kind == "punct"  # "Far from his words, …, the candidate said"
            return apart and chunk.definite and 0 < chunk.index - verb.chunk.index < 2 and before.index < chunk.index
        if chunk.mention is None or before.index > verb.chunk.index or chunk.index != verb.chunk.index + 1:
            return False
        apart = self.chunks[verb.chunk.index - 1].kind == "punct"
        if before.mention is not None:
            said = any(f.speech for f in verb.frames) and category(chunk) == "person"
            return said and apart and category(before) != "person"
        return apart or bool(verb.chunk.conj) or before.word.endswith(self.grammar.accusative_ending)
