"""When an event took place: which times of its sentence are its own, by its clause and by what it hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sifara.document import TimeExpression
from sifara.events.chunk import Chunk
from sifara.events.continuing import Continuing
from sifara.events.during import During
from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.hedges import stopped
from sifara.events.predicates import Parsed, Predicate
from sifara.events.sharing import SharedTimes
from sifara.events.statuses import ACTUAL, HYPOTHETICAL, NEGATED, PLANNED

_DEPTH = 4  # how far a time is looked for along the tree of clauses


@dataclass(frozen=True, slots=True)
class When:
    """Date (ISO 8601, to the precision told), how it was found, last day, duration; whether it lies ahead."""

    date: str | None = None
    basis: str | None = None
    until: str | None = None
    duration: str | None = None
    future: bool = False
    today: bool = False  # it falls on the day that the document's "today" is


def past(filled: Filled) -> bool:
    """Say whether a verb in the perfect tells the event: what is told so does not lie ahead."""
    verb = filled.carrier or filled.predicate
    said = filled.frame.speech
    if said and verb.form == "participle" and verb.inherits is not None:
        verb = verb.inherits  # "later apologised, saying that"
    announced = filled.carrier is not None and not said and any(f.speech for f in verb.frames)  # "a meeting on Friday"
    return verb.form == "verb" and not announced and all(r.aspect == "p" for r in verb.chunk.readings)


def to_come_today(filled: Filled, words: Grammar) -> bool:
    """Say whether a verb in the imperfect that tells of today looks ahead: "the Council holds a session today"."""
    verb = filled.carrier or filled.predicate
    ahead = verb.form == "verb" and not verb.marks and all(r.aspect == "i" for r in verb.chunk.readings)
    ahead = ahead and verb.chunk.head_lemmas.isdisjoint(words.lists["continuing_verbs"])
    return ahead and verb.clause.kind in ("main", "comp", "quote") and filled.frame.appointed


class Dating(Continuing, During, SharedTimes):
    """Finds the times of the events of one sentence. ``told``: chunks of the predicates that become events."""

    def __init__(self, parsed: Parsed, told: Mapping[int, object], grammar: Grammar) -> None:
        self.parsed = parsed
        self.told = told
        self.grammar = grammar

    def when(self, filled: Filled, status: str) -> When:
        """Give date, last day and duration of a filled frame that is told with this status."""
        date = basis = until = duration = None
        future = today = False
        times = self._times(filled, status)
        if status in (PLANNED, HYPOTHETICAL) and filled.predicate.form == "noun":
            # "sent a request for recognition in 2011": the request was then, unless a plan of the past is told.
            times = [t for t in times if t.orientation >= 0 or filled.predicate.marks]
        expecting = filled.predicate.chunk.head_lemmas & self.grammar.lists["expecting_verbs"]
        expects = filled.frame.speech and bool(expecting)
        if status == ACTUAL and (past(filled) or filled.frame.voiced or expects):
            times = [t for t in times if t.orientation <= 0 or t.function not in ("date", "range")]
        dated = any(t.function in ("date", "range") for t in times)
        for time in times:
            if time.function in ("date", "range") and date is None:
                future = future or time.orientation > 0
                today = time.orientation == 0 and time.value is not None and len(time.value) == len("2000-01-01")
                if time.value is not None:
                    date, basis = time.value, time.basis
                    until = until or time.until
            elif time.function == "since" and date is None and time.value is not None:
                if not dated and status != NEGATED and filled.frame.lasting and not self._ranked(filled.predicate):
                    date, basis = time.value, time.basis
            elif time.function == "vague" and time.orientation > 0:
                future = True
            elif time.function == "until":
                until = until or time.value or time.until
            elif time.function == "duration":
                duration = duration or time.duration
        if date is not None and until is not None and until < date[: len(until)]:
            until = None  # "the law signed in May gives them until": another year, or another thing
        return When(date, basis, until, duration, future, today)

    def _times(self, filled: Filled, status: str) -> list[TimeExpression]:
        predicate, carrier = filled.predicate, filled.carrier
        times = list(predicate.times)
        for noun in filled.consumed:
            times += [t for t in noun.times if t.function != "since"]
        if predicate.form == "noun" and not times:
            times += self._by_means(filled)
        if predicate.form == "noun":
            times += self._described(predicate)
        if carrier is not None:
            carried = self._of_verb(carrier, filled, 0)
            if not carried and carrier.form == "noun" and carrier.parent is not None and carrier.link == "object":
                carried = list(carrier.parent.times)  # "took in May the decision to expel"
            embeds = filled.light is not None and filled.light.embeds is not None
            embeds = embeds and not (status == ACTUAL and filled.decided)
            ceased = status == NEGATED and bool(carrier.chunk.head_lemmas & self.grammar.lists["ceasing_words"])
            if ceased and carrier.form == "noun" and carrier.parent is not None and not carried:
                carried = self._of_verb(carrier.parent, None, 1)  # "announced on Monday that it withdraws recognition"
            embeds = embeds and not ceased
            # "voiced on Tuesday his optimism about an accord"
            embeds = embeds or (status == HYPOTHETICAL and any(f.speech for f in carrier.frames))
            # The day of a pledge is not the day of what is pledged.
            if not stopped(filled, self.parsed, self.grammar):  # the day of an order to stop is not that of the strikes
                times += [t for t in carried if t.orientation > 0] if embeds else carried
        if predicate.form != "noun":
            times += self._of_verb(predicate, filled, 0)[len(predicate.times) :]
        elif not times and predicate.link == "genitive" and predicate.parent is not None and predicate.parent.times:
            times += predicate.parent.times if self._bare(predicate.parent) and predicate.parent.form == "noun" else []
        elif not times:
            times += self._orphans(predicate, None) or self._around(filled) or self._passive(predicate)
            times += [] if times else self._result(predicate)
        return times

    def _result(self, deed: Predicate) -> list[TimeExpression]:
        """Give the times of what a deed led to: "the raid led to the death of ten on Monday"."""
        verbs = [p for p in self.parsed.predicates if self._session(p) is deed.chunk]  # "the raid that led to"
        verbs += [deed.parent] if deed.parent is not None and deed.link == "subject" else []
        verbs = [v for v in verbs if v.chunk.head_lemmas & self.grammar.lists["result_verbs"]]
        led_to = (self.parsed.of_chunk.get(g[0].index) for v in verbs for _, g in v.preps)
        then = [t for noun in led_to if noun is not None and noun.form == "noun" for t in noun.times]
        return then or [t for v in verbs if v.antecedent is not None for t in v.times]

    def of_verb(self, verb: Predicate) -> list[TimeExpression]:
        """Give the times of a verb, with those that it shares with others."""
        return self._of_verb(verb, None, 0)

    def of_telling(self, predicate: Predicate) -> list[TimeExpression]:
        """Give the times of a predicate itself, or of the relative clause that tells when it took place."""
        if predicate.form == "noun":
            own = [*predicate.times, *self._described(predicate)]
            above = predicate.parent if predicate.link == "subject" else None
            if own or above is None or above.form != "verb" or any(f.speech or f.embeds for f in above.frames):
                return own
            return list(above.times)
        told = predicate.form == "verb" and not predicate.marks and not predicate.conditional
        return list(predicate.times) if told else []

    def _by_means(self, filled: Filled) -> list[TimeExpression]:
        """Times beside the deed by which another was done: "the killing of two soldiers by gunfire on Thursday"."""
        means, noun = self.grammar.lists["means_prepositions"], filled.predicate
        nouns = [p for p in self.parsed.predicates if p.parent is noun and p.form == "noun" and p.link in means]
        same = [p for p in nouns if self._bare(p) and any(f.event == filled.frame.event for f in p.frames)]
        return [t for p in same for t in p.times]

    def _of_verb(self, verb: Predicate, filled: Filled | None, depth: int) -> list[TimeExpression]:
        """The times of a verb, of the occasions it names, of what it goes on from."""
        times = list(verb.times)
        carrier = filled.carrier if filled is not None else None
        if depth > _DEPTH:
            return times
        lists = self.grammar.lists
        during = lists["occasion_holders"]
        for head in verb.clause.heads:
            # A time that stands with an adverbial noun of the clause ("during a meeting yesterday") is shared.
            near = head.link in during or (self._bare(head) and head.link not in lists["not_then_prepositions"])
            before = head.parent is None and head.chunk.index < verb.chunk.index and head.chunk.prep in during
            if self._of_participle(head) or (filled is not None and self._reacted_to(head, filled)):
                continue
            if head.form == "noun" and (head.parent is verb or before) and near:
                times += [t for t in (*head.times, *self._described(head)) if self._shared(t, head, filled)]
        if not times:
            times += self._orphans(verb, filled)
        state = verb.form == "verb" and verb.clause.kind == "participle" and not verb.chunk.conj and not verb.marks
        state = state and all(r.aspect == "i" for r in verb.chunk.readings)  # "issued on Monday a text, calling for"
        goes_on = verb.form == "participle" or state or (verb.clause.same_occasion and verb is not carrier)
        if goes_on and not times and verb.inherits is not None:
            times += self._of_verb(verb.inherits, None, depth + 1)  # "…, where he congratulated him"
        if not times:
            times += self._resumed(verb, depth)
        if not times:
            times += self._at_once(verb) or self._in_words(verb) or self._in_document(verb, depth)
        if not times and verb.inherits is not None and verb.chunk.conj and verb.clause.kind in ("main", "adjunct"):
            # "On Friday he arrived … and met": a time before the first verb holds for both.
            times += [t for t in verb.inherits.times if t.start < verb.inherits.chunk.start]
        return times or self._same_breath(verb)

    def _reacted_to(self, noun: Predicate, filled: Filled) -> bool:
        """Whether a noun tells what is condemned or praised, of whatever day: "the adoption on Monday of"."""
        link = noun.link if noun.parent is not None else noun.chunk.prep
        if not filled.frame.reaction or link in self.grammar.lists["occasion_holders"]:
            return False
        return bool(noun.genitives) or any(f.dated for f in noun.frames)

    def _bare(self, noun: Predicate) -> bool:
        return noun.chunk.index not in self.told

    def _shared(self, time: TimeExpression, noun: Predicate, filled: Filled | None) -> bool:
        """Whether a time beside a noun is that of its verb too; what is called for may lie ahead of the call."""
        if filled is None or filled.frame.embeds is None or noun.link in self.grammar.lists["occasion_holders"]:
            return True
        return time.orientation <= 0 and time.value is not None and len(time.value) == len("2000-01-01")

    def _orphans(self, above: Predicate, filled: Filled | None) -> list[TimeExpression]:
        """Times beside nouns that are no events themselves: "an accord on cooperation in May"."""
        found = []
        for noun in self.parsed.predicates:
            if noun.form != "noun" or not noun.times or not self._bare(noun):
                continue
            if noun.link in self.grammar.lists["not_then_prepositions"] or noun.clause is not above.clause:
                continue
            if any(f.dated for f in noun.frames):
                continue  # somebody's deed, though nobody is named: the time is its own
            if filled is not None and self._reacted_to(noun, filled):
                continue
            parent, depth = noun.parent, 0
            while parent is not None and parent is not above and depth < _DEPTH:
                between = parent.form == "noun" and self._bare(parent)
                parent, depth = (parent.parent if between else None), depth + 1
            if parent is above:
                found += [t for t in noun.times if t.function != "since" and self._shared(t, noun, filled)]
        return found

    def _described(self, noun: Predicate) -> list[TimeExpression]:
        """Times in the relative clause that tells when a session, a visit was held: "… which opened on Wednesday"."""
        found: list[TimeExpression] = []
        for verb in self.parsed.predicates:
            if verb.form != "verb" or not verb.times or self._session(verb) is not noun.chunk:
                continue
            within = any(p in self.grammar.lists["occasion_holders"] and g[0].pronoun for p, g in verb.preps)
            same = verb.antecedent is noun.chunk and not verb.subject and not verb.marks and self._same_deed(noun, verb)
            if same or (verb.light and not within) or verb.chunk.head_lemmas & self.grammar.lists["occasion_verbs"]:
                found += verb.times
        return found

    @staticmethod
    def _same_deed(noun: Predicate, verb: Predicate) -> bool:
        """Whether a verb tells what the noun before it tells: "the attack that struck the consulate on Monday"."""
        kinds = {f.event for f in noun.frames if f.took_place}
        done = bool(verb.chunk.readings) and all(r.aspect == "p" for r in verb.chunk.readings)
        return done and any(f.event in kinds for f in verb.frames)

    def _session(self, verb: Predicate) -> Chunk | None:
        """What a relative clause describes: in "the meeting of the Union that was held" the meeting, not the Union.

        So too the deed, and not its place, in "the attack on Nice that left ten dead".
        """
        chunk, lists, lemmas = verb.antecedent, self.grammar.lists, verb.chunk.head_lemmas
        held, left = lemmas & lists["occasion_verbs"], lemmas & lists["result_verbs"]
        if chunk is None or not (held or left) or (chunk.mention is None and chunk.index in self.parsed.of_chunk):
            return chunk
        before = [p for p in self.parsed.predicates if p.form == "noun" and p.chunk.index < chunk.index]
        meant = before and any((held and f.occasion) or (left and f.took_place) for f in before[-1].frames)
        return before[-1].chunk if meant else chunk

    def _around(self, filled: Filled) -> list[TimeExpression]:
        """The time of the verb whose subject, host or occasion a noun without a time of its own is."""
        noun = filled.predicate
        verb, link = noun.parent, noun.link
        arrived = self._of_arrival(noun) if verb is None or verb.form == "noun" else []
        if verb is None or arrived:
            return arrived or self._of_what_was_done(noun)
        same = any(f.event == filled.frame.event for f in verb.frames)
        deed = verb.form == "verb" and same and not noun.chunk.definite
        if deed and filled.frame.took_place and link in self.grammar.lists["deed_prepositions"]:
            return list(verb.times)  # "three were killed on Friday after a raid"
        during = link in self.grammar.lists["during_prepositions"]
        held = link in self.grammar.lists["occasion_holders"] and filled.frame.occasion
        means = filled.frame.means and link in self.grammar.lists["event_prepositions"]
        if means and verb.form == "noun" and not verb.times and verb.parent is not None:
            verb = verb.parent  # "the talks were held on Sunday by mediation of"
        if during or means or (held and verb.form == "verb"):
            return list(verb.times) or self._orphans(verb, None)
        if verb.form != "verb" or any(f.speech or f.embeds for f in verb.frames):
            return []
        carried = any(v.embeds is None and (link in v.preps or (v.objects and link == "object")) for v in verb.light)
        hosts = bool(verb.chunk.head_lemmas & self.grammar.lists["host_verbs"])
        hosted = hosts and link in ("object", "genitive")
        return list(verb.times) if link == "subject" or carried or hosted or self._behind(verb, filled) else []
