"""What a light verb hands to its noun: which of its phrases act, receive or suffer in what the noun tells."""

from __future__ import annotations

from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.deeds import Deeds
from sifara.events.filled import Filled
from sifara.events.grammar import LightVerb
from sifara.events.masdars import Masdars
from sifara.events.merge import ATTENDEE
from sifara.events.owners import GIVER
from sifara.events.parties import Party
from sifara.events.predicates import Group, Predicate
from sifara.events.slots import Slots


class Carried(Rules):
    """Takes the parties of light verbs over to their nouns."""

    def __init__(self, context: Context, conditions: Conditions, slots: Slots, deeds: Deeds, masdars: Masdars) -> None:
        super().__init__(context)
        self.conditions = conditions
        self.slots = slots
        self.deeds = deeds
        self.masdars = masdars

    def take(self, filled: Filled, carrier: Predicate, light: LightVerb) -> None:
        """Take the parties of a light verb over to its noun."""
        frame = filled.frame
        subject = () if frame.befalls else self._ahead(filled, carrier) or self.masdars.acting(carrier)
        if light.control in ("subject", "reciprocal"):
            if self.conditions.passive(carrier, None) and carrier.subject and filled.predicate.chunk in carrier.subject:
                subject = ()
            between = [g for p, g in filled.predicate.preps if p in self.grammar.lists["between"]]
            sides = any("target" in frame.roles_of_prep(p) for p in self.grammar.lists["between"])  # of who mediates
            others = between and not sides and len(self.discourse.parties(between[0], "")) > 1
            others = others and self.masdars.tells_of_others(filled, carrier, light)
            named = any(c.mention is not None and c.mention.kind != "anaphor" for g in between for c in g)
            # two who chair "the committee of both countries"
            others = others and (named or len(subject) < 2 or not frame.encounter)
            if others or (frame.symmetric and any(g[0].mention is not None and g[1:] for g in between)):
                subject = ()  # who proposes or announces that others meet, or brings them together, is none of them
            announced = any(f.speech and not f.objectless for f in carrier.frames)
            hoped = carrier.form == "noun" and light.embeds is not None and self._joins(filled.predicate)
            if frame.encounter and announced and not (hoped or filled.predicate.chunk.pronoun):
                subject = ()  # who announces a meeting need not be there
            agents = self.grammar.lists["agent_nouns"] - self.grammar.lists["visit_kinds"]
            if frame.journey and any(g[0].mention is None and g[0].lemmas & agents for g in filled.predicate.genitives):
                subject = ()  # "stressed the importance of the visit of the crown prince"
            subject = () if self.deeds.told_of_another(filled, carrier, subject) else subject
            subject = () if frame.object == "agent" else subject  # who is dismissed is not the one who dismisses
            if frame.symmetric or frame.subject == "agent" or not filled.of(frame.subject):
                self.slots.put(filled, frame.subject if frame.subject != "none" else "agent", subject)
            has = self.lexicon.classes.has
            towards = has(frame.event, "voiced") and not has(frame.event, "reaction")
            if light.nouns and towards and "target" not in filled.roles():
                for group in carrier.objects[:1]:  # "informed Qatar of its readiness"
                    if filled.predicate.chunk not in group and group[0].mention is not None:
                        self.slots.party(filled, "target", group, "addressee")
        elif light.control == "addressee":
            if frame.subject == "agent" and "agent" not in filled.roles():
                to = self.grammar.clitic_preps["li"]
                allowed = [g for prep, g in carrier.preps if prep == to and to not in light.preps]
                for group in (*carrier.objects[:1], *allowed[:1]):
                    if filled.predicate.chunk not in group:
                        self.slots.party(filled, frame.subject, group, "addressee")
        elif light.control == "attends":
            for group in [carrier.subject, *carrier.objects]:
                if filled.predicate.chunk not in group:
                    self.slots.party(filled, "participant" if frame.symmetric else "none", group, ATTENDEE)
        elif light.control == "felt":
            for group in [carrier.subject, *carrier.objects]:
                if filled.predicate.chunk not in group:
                    self.slots.party(filled, frame.subject, group, "felt")
        elif light.control == "gathers":
            for group in self.deeds.gathered(carrier):
                self.slots.party(filled, frame.subject, group, "gathered")
        elif light.control == "receiver":
            got = subject or self.deeds.owner_of_subject(filled, carrier)
            self.slots.put(filled, "participant" if frame.symmetric else "target", got)
            for prep, group in [*carrier.preps, *filled.predicate.preps]:
                if prep in self.grammar.lists["origin_prepositions"]:
                    self._given(filled, group, f"prep:{prep}")
        elif light.control in ("patient", "provokes"):
            suffers = frame.object if frame.object not in ("none", "topic") else "target"
            told = light.control == "patient" or carrier.subject or carrier.clause.kind == "rel"
            self.slots.put(filled, suffers, subject or self.deeds.owner_of_subject(filled, carrier) if told else ())
            by = self.grammar.lists["origin_prepositions"] | self.grammar.lists["agent_prepositions"]
            for prep, group in [*carrier.preps, *filled.predicate.preps]:
                if self._counts(carrier, group):
                    self.slots.party(filled, suffers, group, f"prep:{prep}")
                elif prep in by or (light.control == "provokes" and self._among(filled, prep)):
                    self._given(filled, group, f"prep:{prep}")
        if light.control in ("subject", "subjectless", "reciprocal"):
            for prep, group in carrier.preps:
                if filled.predicate.chunk not in group and not self.slots.of_noun_before(filled, prep, group[0]):
                    self.slots.prep(filled, prep, group)

    def _ahead(self, filled: Filled, carrier: Predicate) -> tuple[Party, ...]:
        """Who is named behind it: "after talks that he held with his counterpart, the Turkish minister announced"."""
        noun, verb = filled.predicate, filled.predicate.clause.verb
        if carrier.clause.kind != "rel" or carrier.subject or carrier.form != "verb" or verb is None:
            return ()
        fronted = noun.chunk.index <= 1 and bool(noun.chunk.prep) and verb.chunk.index > carrier.chunk.index
        back = carrier.chunk.pronoun or any(g[0].pronoun and not g[0].words for _, g in carrier.preps)
        parties = self.discourse.subject_of(verb) if fronted and back and verb.subject else ()
        parties = parties if self.discourse.agrees(carrier, parties) else ()
        return tuple(Party(p.entity, p.start, p.end, "occasion") for p in parties)

    def _given(self, filled: Filled, group: Group, rule: str) -> None:
        """Put in from whom somebody has what the noun tells: "Ukraine received aid from Washington"."""
        states = any(self._type(e) == "Country" for e in (*filled.of("target"), *filled.of("participant")))
        cities = all(c.mention is not None and c.mention.type == "City" for c in group)
        rule = GIVER if states and cities else rule
        self.slots.party(filled, "participant" if filled.frame.symmetric else "agent", group, rule)

    def _joins(self, noun: Predicate) -> bool:
        """Whether talks are told with the other side of them: "its wish to hold talks with Egypt"."""
        return any(prep in self.grammar.lists["accompaniment_prepositions"] for prep, _ in noun.preps)

    def _counts(self, carrier: Predicate, group: Group) -> bool:
        """Whether those are counted to whom something befalls: "six of the fighters met their death"."""
        lists, number = self.grammar.lists, self.parsed.chunks[max(0, group[0].index - 1)]
        if number.mention is not None or not any(number in g for g in (carrier.subject, *carrier.objects)):
            return False
        counted = {number.word, *number.lemmas} & (lists["counting_nouns"] | lists["numerals"])
        return group[0].prep in lists["counting_from"] and (bool(counted) or number.word[:1].isdigit())

    def _among(self, filled: Filled, prep: str) -> bool:
        """Whether a phrase tells where or in whom something is provoked: "provoked anger in Greece"."""
        lists = self.grammar.lists
        among = lists["between"] | {self.grammar.list_first("place_prepositions")}
        return prep in among and not filled.of("agent")
