"""Who is meant where no name stands: dropped subjects, pronouns, antecedents.

Arabic leaves out a subject that goes on ("and added …") and marks objects and possessors by enclitics.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.events.agreement import resumes
from sifara.events.chunk import Chunk
from sifara.events.parties import Party, renamed
from sifara.events.predicates import Clause, Parsed, Predicate
from sifara.events.pronouns import PronounReader
from sifara.events.speakers import Speakers

_PEOPLE, _CONTROLLED = {"Person"}, "controlled-subject"


@dataclass(slots=True)
class Discourse(PronounReader):
    """What the sentences so far leave to the next one."""

    subjects: list[tuple[Party, ...]] = field(default_factory=list)  # of the main verbs before, the latest first
    gender: str = ""
    spoke: bool = False  # whether that verb was one of saying
    fresh: bool = False  # whether the sentence just before has told it
    documents: frozenset[str] = frozenset()
    speakers: Speakers = field(default_factory=Speakers)

    def start(self, parsed: Parsed) -> None:
        """Begin a sentence."""
        self.parsed = parsed
        self.cache, self.referred = {}, {}
        self.closed = next((c.index for c in parsed.chunks if c.kind == "close" and not c.quoted), len(parsed.chunks))

    def finish(self, said: set[int]) -> None:
        """End the sentence: remember its last main subject, its speakers (of the verbs ``said``) and its mentions."""
        assert self.parsed is not None
        self.fresh = False
        for predicate in reversed(self.parsed.predicates):
            clause = predicate.clause
            if predicate.form == "verb" and clause.kind in ("main", "adjunct") and clause.parent is None:
                found = self.subject_of(predicate)
                if found:
                    self.fresh = True
                    self.spoke = any(f.speech for f in predicate.frames)
                    self.subject = tuple(Party(p.entity, p.start, p.end, "continued-subject") for p in found)
                    self.gender = predicate.gender
                    self.subjects = [
                        self.subject,
                        *(s for s in self.subjects if not s or s[0].entity != self.subject[0].entity),
                    ][:4]
                    break
                speech = any(f.speech for f in predicate.frames)
                unnamed = speech and bool(predicate.subject or self._unnamed(predicate))
                if unnamed or (predicate.frames and self._somebody(predicate)):
                    self.subjects = [(), *self.subjects][:4]  # somebody unnamed goes on speaking
                    break
        self.remember(said)
        self.speakers.note(self.parsed.predicates, said, self.subject_of)
        self.mentions = [c for c in self.parsed.chunks if c.mention and c.kind == "np"][-12:] or self.mentions

    def subject_of(self, predicate: Predicate, depth: int = 0) -> tuple[Party, ...]:
        """Give the parties that the subject of a verb or participle names, or none if they are not known."""
        key = predicate.chunk.index
        if key in self.cache:
            return self.cache[key] or ()
        if depth > 6:
            return ()
        self.cache[key] = None
        found = self._subject(predicate, depth)
        if predicate.form == "verb" and not predicate.subject and any(self._named_after(predicate, p) for p in found):
            found = ()  # "and (he) praised the leadership of the King" is not the King
        self.cache[key] = found
        return found

    def _subject(self, predicate: Predicate, depth: int) -> tuple[Party, ...]:
        if predicate.subject:
            first = predicate.subject[0]
            if self.nameless(first, source=any(f.speech for f in predicate.frames)):
                return ()
            behind = self._named_behind(predicate)
            if behind is not None:
                return behind
            named = self.parties(predicate.subject, "subject") or self.officer(first)
            named = named or self.first_of_kind(first, predicate)
            one = all(r.number != "p" for r in first.readings)  # several of them are data
            voices = any(f.speech or f.voiced for f in predicate.frames)
            if not named and one and voices and first.lemmas & self.signed:
                named = self.issuer(first)  # "the communiqué added that"
            return named
        named = self.named_speaker(predicate)
        if named:
            return named
        if predicate.form == "participle" and predicate.inherits is not None:
            above = self.subject_of(predicate.inherits, depth + 1)
            going_on = self._unless_others(predicate, above)
            if above and not going_on and predicate.gender == "f":  # "he said that she condemns it, calling for"
                going_on = tuple(p for p in self.told_in(predicate, depth) if self.gender_told(p) != "m")
            return renamed(going_on, _CONTROLLED)
        after = predicate.form == "participle" and predicate.inherits is None and predicate.chunk.index > self.closed
        if after and self.quoting and any(f.speech or f.voiced for f in predicate.frames):
            return renamed(self.quoting, _CONTROLLED)  # "…», pointing out that"
        if self.speakers.opens(predicate):
            same = self.subjects[0] if self.fresh and self.subjects else ()
            return same if self.agrees(predicate, same) else ()
        if {r.person for r in predicate.chunk.readings} == {"1"}:
            return renamed(self.speaker(predicate, depth) or self.said_before(predicate), "first-person")
        clause = predicate.clause
        if clause.kind == "rel" and predicate.antecedent is None and self._what_acts(predicate):
            return ()
        if clause.kind == "rel" and predicate.antecedent is not None:
            verb = predicate.inherits
            if verb is not None and verb.clause.kind == "rel" and verb.antecedent is predicate.antecedent:
                inherited = self.subject_of(verb, depth + 1)  # "a state that fought … and accuses it"
                if self.agrees(predicate, inherited):
                    return renamed(inherited, "antecedent")
            back = {p for p, group in predicate.preps if self._leads_back(group, predicate.antecedent)}
            if not back and self.resumed(predicate):
                return self.around(predicate, depth)  # the pronoun is the antecedent
            if back:  # "a visit during which … met": the antecedent stands in the prepositional phrase.
                own = self.in_own_words(predicate.antecedent) if any(f.speech for f in predicate.frames) else ()
                if own and self.agrees(predicate, own):
                    return own
                outer = clause.outer.verb if clause.outer is not None else None
                voiced = bool(predicate.frames) and bool(predicate.antecedent.lemmas & self.documents)
                if not voiced and any(back & v.preps for v in predicate.light):  # "the visit that he makes to"
                    alone = not predicate.objects
                    return self.around(predicate, depth) or self.traveller(predicate) if alone else ()
                if outer is None or outer is predicate:
                    return ()
                if any(v.control == "receiver" for v in outer.light) or self._sent_by(predicate.antecedent):
                    return self._senders(outer, predicate.antecedent) or self._sent_by(predicate.antecedent)
                above = self.subject_of(outer, depth + 1)
                return renamed(above, "continued-subject") if self.agrees(predicate, above) else ()
            return self.antecedent(predicate) or self._author(predicate.antecedent, clause, depth)
        if clause.kind == "rel" and clause.outer is not None and predicate.chunk.pronoun:  # "what she called"
            outer = clause.outer.verb
            above = self.subject_of(outer, depth + 1) if outer is not None and outer is not predicate else ()
            return renamed(above, "continued-subject") if self.agrees(predicate, above) else ()
        if self._unnamed(predicate) or self._somebody(predicate):
            return self.subject if self._called(predicate, self.subject) else ()
        if predicate.inherits is not None:
            sent = self._sent(predicate)
            if sent and self.agrees(predicate, sent):
                return sent
            inherited = self.subject_of(predicate.inherits, depth + 1)
            if inherited and self.agrees(predicate, inherited):
                return renamed(inherited, "continued-subject")
            untold = predicate.inherits.clause.kind == "rel" and predicate.inherits.antecedent is not None
            she = bool(predicate.inherits.subject) and (predicate.form, predicate.gender) == ("verb", "f")
            she = she and {self._type(p.entity) for p in inherited} == _PEOPLE and predicate.number != "d"
            if she or (not inherited and (untold or self._somebody(predicate.inherits))):
                return ()  # "he was arrested, and were (she) brought against him charges": not who spoke before
        if self.accuses(predicate):
            return renamed(self.blamed(predicate), "controlled-subject")
        if clause.parent is not None and clause.kind in ("comp", "quote"):
            above = self.subject_of(clause.parent, depth + 1) if clause.parent.form != "noun" else ()
            governor = clause.parent.parent
            if clause.parent.form == "noun" and governor is not None and governor.form != "noun":
                above = self.subject_of(governor, depth + 1)  # "voiced his hope that he would …"
            speech = any(f.speech for f in clause.parent.frames)
            if (clause.pronoun or not speech) and self.agrees(predicate, above):
                return renamed(above, _CONTROLLED)
            if clause.pronoun[:1] == "3" and above:  # "she said that he": somebody else
                seek = predicate.chunk, clause.pronoun, "pronoun", frozenset(p.entity for p in above)
                other = self.pronoun(*seek) or self.only_one(*seek)
                return other if self.agrees(predicate, other) else ()
            return ()
        if clause.kind == "comp" and clause.parent is None and self.planned(predicate.chunk):
            return self.subject if self.fresh and self.agrees(predicate, self.subject) else ()
        if clause.kind in ("main", "adjunct"):
            ahead = self._subject_ahead(predicate)
            if ahead:
                return ahead
            verbs = (c.verb or c.previous for c in clause.chain()[1:]) if clause.kind == "adjunct" else ()
            around = next((v for v in verbs if v is not None), None)
            if around is not None and around is not predicate:
                before = self.subject_of(around, depth + 1)
                if self.agrees(predicate, before):
                    return renamed(before, "continued-subject")
            speaks = any(f.speech for f in predicate.frames) or bool(predicate.chunk.conj)
            last = self.subjects[:1] if self.fresh and self.goes_on(predicate.chunk) else []
            told = self.speakers.last if self.speakers.adds(predicate) else self.subjects
            for before in told if speaks else last:
                if not before:
                    return ()
                if self.agrees(predicate, before):
                    return before
        if predicate.number == "d" and predicate.form == "verb":
            assert self.parsed is not None
            met = [c for c in self.parsed.chunks[: predicate.chunk.index] if c.kind == "np" and c.mention is not None]
            return self._pair(met, predicate.chunk, "dual-subject")
        return ()

    def _author(self, document: Chunk, clause: Clause, depth: int) -> tuple[Party, ...]:
        """Who speaks in a document that somebody issues: "adopted a resolution that calls on"."""
        if document.mention is not None or not document.lemmas & self.documents:
            return ()
        outer = clause.outer.verb if clause.outer is not None else None
        if outer is None or outer.form != "verb" or not any(document in g for g in outer.objects):
            told = bool(document.lemmas & self.communiques)  # a letter may be to whom it is
            return self.owners(document, "author") or (self.issued_by(document) if told else ())
        if any(v.control == "receiver" for v in outer.light):
            return self._senders(outer, document)
        return self.owners(document, "author") or renamed(self.subject_of(outer, depth + 1), "author")

    def resumed(self, predicate: Predicate) -> bool:
        """Whether the object pronoun of a verb is the noun that its relative clause describes."""
        noun = predicate.antecedent if predicate.clause.kind == "rel" else None
        if noun is None or not predicate.chunk.pronoun or not resumes(predicate.chunk.pronoun, noun, self.masculine):
            return False
        return not any(self._leads_back(group, noun) for _, group in predicate.preps)

    def _sent(self, predicate: Predicate) -> tuple[Party, ...]:
        """Who acts in what somebody received: "received a call from the President, in which he wished him"."""
        above = predicate.inherits
        if above is None or not above.objects or not any(v.control == "receiver" for v in above.light):
            return ()
        noun = above.objects[0][0]
        inside = any(self._leads_back(group, noun) for _, group in predicate.preps)
        return self._senders(above, noun) if inside else ()

    def planned(self, verb: Chunk) -> bool:
        """Whether a sentence opens with "it is planned that" and this verb: it goes on from the sentence before."""
        assert self.parsed is not None
        before = self.parsed.chunks[: verb.index]
        kinds = [c.kind for c in before if c.kind not in ("time", "punct")]
        return kinds == ["mark", "comp"] and before[-1].kind in ("comp", "time")

    def _leads_back(self, group: list[Chunk], antecedent: Chunk) -> bool:
        """Whether a pronoun behind a preposition is the noun that its relative clause describes."""
        return bool(group[0].pronoun and not group[0].words) and resumes(group[0].pronoun, antecedent, self.masculine)

    def antecedent(self, predicate: Predicate) -> tuple[Party, ...]:
        """Give whom the antecedent of a relative clause names, by itself or by the name that it explains."""
        assert self.parsed is not None
        assert predicate.antecedent is not None
        chunk = predicate.antecedent
        named = self.parties([chunk], "antecedent")
        if named or chunk.mention is not None:
            return named
        before = self.parsed.chunks[chunk.index - 1] if chunk.index else None
        apposed = chunk.definite and not (chunk.prep or chunk.conj) and chunk.index not in self.parsed.of_chunk
        if before is not None and before.mention is not None and apposed:
            return self.parties(self.parsed.groups.get(before.index, [before]), "antecedent")
        outer = predicate.clause.outer
        if outer is not None and outer.verb is None and any(chunk in g for g in outer.pending[1:]):
            return self.parties(outer.pending[0], "antecedent")  # "France was the first state that …"
        return self.first_of_kind(chunk, predicate)

    def _subject_ahead(self, predicate: Predicate) -> tuple[Party, ...]:
        """The subject of the main clause that follows: "after threatening for weeks, Washington decided"."""
        assert self.parsed is not None
        first = self.parsed.chunks[0]
        if first.kind != "sub" or first.index != predicate.chunk.index - 1:
            return ()
        for other in self.parsed.predicates:
            if other.form == "verb" and other.chunk.index > predicate.chunk.index and other.subject:
                if other.clause.kind in ("rel", "comp", "quote"):
                    continue
                named = self.parties(other.subject, "subject-ahead")
                return named if self.agrees(predicate, named) else ()
        return ()

    def agrees(self, predicate: Predicate, parties: tuple[Party, ...]) -> bool:
        """Whether a verb without a subject may go on with these parties."""
        if not parties:
            return False
        number, gender = predicate.number, predicate.gender
        if number in ("d",):
            return len(parties) == 2
        if number == "p":
            return len(parties) > 1 or self._type(parties[0].entity) == "ArmedGroup" or self._several(parties[0])
        if len(parties) > 1 and number == "s":
            return False
        kind = self._type(parties[0].entity)
        if kind in _PEOPLE and gender:
            return self.gender_of(parties[0].entity) in (gender, "")
        if gender and self.gender_told(parties[0]) not in (gender, ""):
            return False
        return not (kind == "Country" and gender == "m" and self.gender == "f")

    def speaker(self, predicate: Predicate, depth: int = 0) -> tuple[Party, ...]:
        """Give those whose words the clause of this predicate is part of."""
        for clause in predicate.clause.chain():
            parent = clause.parent
            if clause.voice:
                return self.parties(clause.voice, "voice")
            if (
                parent is not None
                and any(f.speech or f.carrier or f.embeds for f in parent.frames)
                and parent is not predicate
            ):
                if parent.form == "noun":  # "it was said in a communiqué: «we condemn»"
                    return self.issuer(parent.chunk) if parent.chunk.lemmas & self.communiques else ()
                return self.subject_of(parent, depth + 1)
        return self.quoting if predicate.chunk.quoted and predicate.chunk.index < self.closed else ()
