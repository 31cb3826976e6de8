"""Events of a document: sentence by sentence, chunks -> predicates -> filled frames -> events, then merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sifara.document import Argument, EntityLayer, Event, Evidence, Sentence, Text, TimeExpression
from sifara.events.attribution import sources
from sifara.events.chunks import Chunker
from sifara.events.context import Context, Offices
from sifara.events.dating import Dating, past, to_come_today
from sifara.events.discourse import Discourse
from sifara.events.domains import Subject
from sifara.events.efforts import EFFORT
from sifara.events.filled import PURPOSE, Filled
from sifara.events.frames import Frame, Frames, frames
from sifara.events.grammar import Grammar, grammar
from sifara.events.headlines import shared_out
from sifara.events.hedges import only_named_here
from sifara.events.joining import join_told
from sifara.events.lent import Lent
from sifara.events.merge import merge_events
from sifara.events.occasions import Occasions
from sifara.events.openings import of_the_site, opening_of
from sifara.events.parse import Parser
from sifara.events.predicates import Parsed, Predicate
from sifara.events.proposals import added, assured, explained, scored
from sifara.events.roles import Roles
from sifara.events.scorer import Scorer
from sifara.events.sites import Site, Sites
from sifara.events.status import status_of
from sifara.events.statuses import ACTUAL, HYPOTHETICAL, NEGATED, PLANNED
from sifara.events.titles import Leads, date_titles
from sifara.events.topics import lemmas_of
from sifara.events.unsaid import unsaid_here
from sifara.events.wordlists import discourse_of
from sifara.text.quotations import over_lines
from sifara.times import find_dateline

_CONFIDENCE = {
    "verb": 0.9,
    "participle": 0.8,
    "noun": 0.7,
    "passive_participle": 0.6,
    "attributive": 0.6,
    "source": 0.7,
}


_SOURCE = "statement.according_to"  # the frame of a source that no verb of saying introduces


class Extractor:
    """Finds the events of documents. Holds the lexicon; documents leave no trace in it."""

    def __init__(
        self,
        lexicon: Frames | None = None,
        words: Grammar | None = None,
        scorer: Scorer | None = None,
        likely: bool = False,
    ) -> None:
        """Take the lexicon; ``scorer`` says how sure events are, and finds ``likely`` ones that rules leave untold."""
        self.lexicon = lexicon or frames()
        self.grammar = words or grammar()
        self.scorer, self.likely = scorer, likely
        self.sites: list[Site] | None = None  # filled if it is a list: what the scorer learns from

    def events(self, text: Text, layer: EntityLayer, times: Sequence[TimeExpression]) -> tuple[Event, ...]:
        """Give the events of a document in the order of their first telling."""
        about = Subject(text, layer, self.grammar.domains, self.lexicon.classes)
        if about.is_sport:
            return ()
        discourse = discourse_of(layer, self.grammar)
        discourse.spans = tuple((q.start, q.end) for q in text.quotations)
        discourse.spans += over_lines(text.document.text, text.quotations)
        found: list[Event] = []
        proposed: list[Event] = []
        nouns: set[tuple[int, int]] = set()
        topics: dict[tuple[int, int], frozenset[str]] = {}
        offices = Offices(layer)
        occasions, leads = Occasions(self.lexicon.classes), Leads()
        m = t = 0
        dateline = find_dateline(text)
        for sentence in text.sentences:
            m0, t0 = m, t
            while m < len(layer.mentions) and layer.mentions[m].start < sentence.end:
                m += 1
            while t < len(times) and times[t].start < sentence.end:
                t += 1
            here = layer.mentions[m0:m]
            if not about.tells(sentence) or of_the_site(sentence, self.grammar):
                continue
            if not (here or discourse.subject or discourse.issuers):
                continue
            opening = opening_of(sentence, here) if sentence.index < 3 else 0
            if opening:
                here = tuple(m for m in here if m.start >= opening)
                sentence = replace(sentence, tokens=tuple(k for k in sentence.tokens if k.start >= opening))
            if dateline is not None and sentence.start <= dateline.start < sentence.end:
                # The place of the report is no party of what it reports.
                here = tuple(m for m in here if m.start >= dateline.end)
                tokens = tuple(k for k in sentence.tokens if k.start >= dateline.end)
                sentence = replace(sentence, tokens=tokens)
            chunker = Chunker(sentence, here, times[t0:t], self.grammar)
            chunker.depth = int(discourse.quoted_at(sentence.start))
            found.extend(
                self._sentence(
                    text, sentence, chunker, layer, offices, discourse, occasions, nouns, leads, topics, proposed
                )
            )
        talks = frozenset(f.id for f in self.lexicon.by_id.values() if f.talks)
        owned = [e for e in layer.entities.values() if e.country is not None]
        bodies = frozenset((e.id, e.country or "") for e in owned if e.type == "GovernmentBody")
        towns = frozenset((e.id, e.country or "") for e in owned if e.type in ("City", "Region"))
        classed = self.lexicon.classes
        kept = shared_out([e for e in found if about.keeps(e)], classed)
        seats, named, received = offices.seats, frozenset(nouns), occasions.receptions
        merged = merge_events(kept, seats, talks, bodies, towns, classed, named, topics, received)
        shared = occasions.share(merged, offices.seats)
        dated = date_titles(shared, text, offices.seats, classed, leads)
        return added(dated, [e for e in proposed if about.keeps(e)], classed)

    def _sentence(
        self,
        text: Text,
        sentence: Sentence,
        chunker: Chunker,
        layer: EntityLayer,
        offices: Offices,
        discourse: Discourse,
        occasions: Occasions,
        nouns: set[tuple[int, int]],
        leads: Leads,
        topics: dict[tuple[int, int], frozenset[str]],
        proposed: list[Event],
    ) -> list[Event]:
        before = discourse.subject
        parsed = Parser(chunker.run(), self.lexicon, self.grammar).run()
        discourse.start(parsed)
        context = Context(layer, offices, discourse, parsed, self.lexicon, self.grammar)
        roles = Roles(context)
        filled = {p.chunk.index: f for p in parsed.predicates if p.frames and (f := roles.fill(p)) is not None}
        occasions.talks.agreed(sentence.index, parsed, filled, roles.attempts, self.grammar)
        consumed = {n.chunk.index for f in filled.values() for n in f.consumed}
        besides = {i for i in consumed if i in filled and filled[i].frame.besides & filled[i].predicate.chunk.lemmas}
        consumed -= besides  # "lifted the sanctions imposed on": they were imposed
        chosen = {i: f.frame for i, f in filled.items() if i not in consumed}
        for predicate in parsed.predicates:
            likely = [f for f in predicate.frames if not f.only_negated or predicate.marks]
            if likely and predicate.form != "noun":
                chosen.setdefault(predicate.chunk.index, next((f for f in likely if f.embeds is None), likely[0]))
        carriers = {
            f.carrier.chunk.index: f
            for f in filled.values()
            if f.carrier is not None and f.predicate.chunk.index not in consumed
        }
        told: dict[int, tuple[Filled, str]] = {}
        for index, one in filled.items():
            if index in consumed or self._carries(one, carriers.get(index)):
                continue
            status = status_of(one, chosen, parsed, self.grammar) if index not in besides else ACTUAL
            unsaid = unsaid_here(one.predicate, self.grammar)
            if one.frame.speech and (status in (NEGATED, HYPOTHETICAL) or unsaid):
                continue  # what somebody did not say, or "the view that he explained", is no statement
            if status is not None and not self._mere_purpose(one, chosen):
                told[index] = one, status
        join_told(told, parsed, self.grammar)
        Lent(context).share(told)
        named = (f for f, status in told.values() if only_named_here(f, status, sentence.index == 0, self.grammar))
        nouns.update((sentence.index, f.predicate.chunk.start) for f in named)
        dating = Dating(parsed, told, self.grammar)
        for one, _ in told.values():
            topics[sentence.index, one.predicate.chunk.start] = lemmas_of(one.topics, sentence)
        occasions.note(sentence.index, told, dating)
        leads.note(sentence.index, parsed, dating)
        lists = self.grammar.lists
        events = [
            self._event(text, sentence, each, status, discourse, parsed, dating)
            for one, status in told.values()
            for mirrored in one.mirrored()
            for each in mirrored.apart(lists["speaking_prepositions"], lists["single_meetings"])
        ]
        events += self._sources(sentence, parsed, discourse)
        sites = Sites(context, before, roles.attempts, frozenset(consumed), sentence.index == 0)
        if self.sites is not None:
            self.sites += sites.of(filled, events)
        if self.scorer is not None:
            for one, judged in scored(sites, self.scorer, filled, events) if self.likely else ():
                status = status_of(one, chosen, parsed, self.grammar)
                if status is not None:
                    event = self._event(text, sentence, one, status, discourse, parsed, dating)
                    proposed.append(explained(event, judged, self.scorer))
            known = [one for one, _ in told.values() if not one.frame.speech]
            events = assured(events, known, sites, self.scorer)
        discourse.finish({i for i, one in filled.items() if one.frame.speech})
        discourse.stay_open(discourse.quoted_at(sentence.end))
        return events

    def _sources(self, sentence: Sentence, parsed: Parsed, discourse: Discourse) -> list[Event]:
        """A statement for each source that the sentence names without a verb of saying."""
        found = []
        frame = self.lexicon.by_id[_SOURCE]
        for chunk, parties in sources(parsed, discourse, self.grammar):
            types = {p.entity: discourse.layer.entities[p.entity].type for p in parties}
            arguments = tuple(
                Argument("agent", p.entity, p.start, p.end, p.rule)
                for p in parties
                if self.lexicon.admits(frame, "agent", types[p.entity])
            )
            if arguments:
                end = max(chunk.end, *(a.end for a in arguments))
                evidence = Evidence(sentence.index, chunk.start, end, chunk.start, chunk.end, frame.id, "source")
                found.append(Event(frame.event, arguments, (evidence,), confidence=_CONFIDENCE["source"]))
        return found

    def _carries(self, filled: Filled, noun: Filled | None) -> bool:
        """A verb that merely carries a typed noun ("voiced concern") is no event besides it."""
        if noun is not None and noun.light is not None and noun.light.embeds is not None:
            refused = filled.frame.refuses and not filled.frame.denies  # a denial is told besides what did not happen
            return refused and "target" not in filled.roles() and noun.light.embeds == NEGATED
        if noun is not None and filled.consumed and noun.predicate not in filled.consumed:
            return False  # "reached an accord to resume": the accord is told besides its purpose
        return noun is not None and (
            filled.frame.carrier or noun.frame.event == filled.frame.event or not filled.frame.speech
        )

    def _mere_purpose(self, filled: Filled, chosen: dict[int, Frame]) -> bool:
        """A masdar after "in order to" tells an aim, unless a frame above asks for that preposition."""
        predicate = filled.predicate
        if predicate.form != "noun" or any(a.rule in (EFFORT, PURPOSE) for a in filled.arguments.values()):
            return False
        prep = predicate.chunk.prep
        if prep in self.grammar.lists["purpose_prepositions"]:
            return True
        above = predicate.parent
        if not predicate.chunk.clitic_prep or prep != self.grammar.clitic_preps["li"]:
            return False
        if predicate.chunk.definite:
            lemmas = above.chunk.head_lemmas if above is not None and above.form == "noun" else frozenset()
            return bool(lemmas & self.grammar.lists["campaign_nouns"])
        if above is None:
            return filled.carrier is None
        frame = chosen.get(above.chunk.index)
        roles = frame.roles_of_prep(prep) if frame is not None else ()
        stance = frame is not None and frame.stance  # "voiced support for the release of"
        if above.form == "noun" and not stance and not {"content", "topic"}.intersection(roles):
            return True  # "waged a campaign to topple him", "an operation to free them"
        return not roles and filled.carrier is None

    def _event(
        self,
        text: Text,
        sentence: Sentence,
        filled: Filled,
        status: str,
        discourse: Discourse,
        parsed: Parsed,
        dating: Dating,
    ) -> Event:
        predicate, frame = filled.predicate, filled.frame
        when = dating.when(filled, status)
        ahead = when.future and not frame.voiced and predicate.form != "passive_participle" and not past(filled)
        if status == ACTUAL and ahead:
            status = PLANNED
        if status == ACTUAL and when.today and to_come_today(filled, self.grammar):
            status = PLANNED
        if status == frame.participle_status and predicate.form == "participle" and when.date and not when.future:
            status = ACTUAL  # "left yesterday, bound for"
        document = text.document.text
        chunk = predicate.chunk
        spans = [chunk, *(n.chunk for n in filled.consumed), *([filled.carrier.chunk] if filled.carrier else [])]
        arguments = tuple(filled.arguments.values())
        start = min([s.start for s in spans] + [a.start for a in arguments if sentence.start <= a.start < sentence.end])
        end = max([s.end for s in spans] + [a.end for a in arguments if sentence.start <= a.start < sentence.end])
        speaker = discourse.speaker(predicate)
        return Event(
            type=frame.event,
            arguments=arguments,
            evidence=(Evidence(sentence.index, start, end, chunk.start, chunk.end, frame.id, predicate.form),),
            status=status,
            date=when.date,
            date_basis=when.basis,
            until=when.until,
            duration=when.duration,
            topics=tuple(document[s:e] for s, e in filled.topics),
            content=self._content(document, sentence, predicate, parsed) if frame.speech else None,
            attributed_to=speaker[0].entity if speaker and not frame.speech else None,
            confidence=_CONFIDENCE[predicate.form] - (0.2 if any("continued" in a.rule for a in arguments) else 0.0),
        )

    def _content(self, document: str, sentence: Sentence, predicate: Predicate, parsed: Parsed) -> str | None:
        clauses = [c for c in parsed.clauses if c.parent is predicate and c.kind in ("comp", "quote")]
        if not clauses:
            return None
        return document[clauses[0].start : sentence.end].strip() or None


__all__ = ["ACTUAL", "NEGATED", "Argument", "Extractor"]
