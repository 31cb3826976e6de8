"""Roles: which party of a predicate fills which role of a frame."""

from __future__ import annotations

from sifara.events.deeds import Deeds
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.grammar import LightVerb
from sifara.events.merge import ATTENDEE
from sifara.events.parties import Party
from sifara.events.predicates import Predicate


class Roles(Deeds):
    """Fills the frames of the predicates of one sentence."""

    def fill(self, predicate: Predicate) -> Filled | None:
        """Choose the first frame whose conditions hold and fill it; ``None`` if no frame holds."""
        for frame in predicate.frames:
            filled = self._try(predicate, frame)
            if filled is not None:
                return filled
        return None

    def _try(self, predicate: Predicate, frame: Frame) -> Filled | None:
        if (frame.word_near and not self._near(predicate, frame.word_near)) or self._elsewhere(predicate, frame):
            return None
        if frame.not_near and self._near(predicate, frame.not_near):
            return None
        if frame.not_with and self._governs(predicate, frame.not_with):
            return None
        if frame.adjective and not frame.adjective & (predicate.chunk.lemmas - predicate.chunk.head_lemmas):
            return None
        if frame.things is not None and self._odd_object(predicate, frame.things):
            return None
        if any(odd(predicate, frame) for odd in (self._not_denied, self._other_voice, self._other_verb)):
            return None
        if frame.singular and predicate.form == "noun" and all(r.number != "s" for r in predicate.chunk.readings):
            return None
        filled = Filled(frame, predicate)
        if (frame.with_nouns or frame.with_types) and not self._with(filled):
            return None
        carrier, light = self._light(predicate)
        filled.carrier, filled.light = carrier, light
        if predicate.form == "noun":
            if frame.light_only and carrier is None and not self._told(predicate):
                return None
            self._noun(filled)
        elif predicate.form == "attributive":
            if predicate.antecedent is not None:
                self._put(filled, frame.subject, self.discourse.antecedent(predicate))
        elif predicate.form == "passive_participle":
            if predicate.antecedent is not None:
                self._put(filled, frame.object, self.discourse.antecedent(predicate))
        else:
            self._verb(filled)
        self._preps(filled, predicate)
        self._where(filled)
        self._parties_of_deed(filled)
        if frame.journey:
            self._drop_home(filled)
        for noun in filled.consumed:
            self._preps(filled, noun)
        if predicate.form == "noun":
            self._helped(filled)
        if frame.borrows_target and predicate.form == "participle" and "target" not in filled.roles():
            self._addressed_above(filled)
        if frame.motivated and "target" not in filled.roles():
            self._protest_aim(filled)
        if frame.body_only and not any(
            self._type(e) in ("IntergovernmentalOrganization",) for _, e in filled.arguments
        ):
            return None
        return filled if self._enough(filled) else None

    def _verb(self, filled: Filled) -> None:
        frame, predicate = filled.frame, filled.predicate
        if predicate.form == "verb" and self._passive(predicate, frame):
            if predicate.subject:
                self._party(filled, frame.object, predicate.subject, "passive-subject")
            elif predicate.antecedent is not None:
                self._put(filled, frame.object, self.discourse.antecedent(predicate))
            return
        resumed = predicate.chunk.pronoun and predicate.antecedent is not None and predicate.clause.kind == "rel"
        alone = frame.transitive or (frame.symmetric and not self._company(predicate, frame))
        if alone and self._object_alone(predicate):
            self._put(filled, frame.object, self.discourse.parties(predicate.subject, "object"))
            parties = self._before(predicate)
            self.discourse.cache[predicate.chunk.index] = parties  # "and accused Iran": what comes after goes on
            self._put(
                filled, frame.subject, tuple(Party(p.entity, p.start, p.end, "continued-subject") for p in parties)
            )
        elif not (frame.speech and any(self._anonymous(c) for c in predicate.subject[:1])):
            self._put(filled, frame.subject, self.discourse.subject_of(predicate))
        if predicate.chunk.pronoun and predicate.form == "verb":
            if resumed and predicate.antecedent is not None:
                self._put(filled, frame.object, self.discourse.antecedent(predicate))
            else:
                exclude = frozenset(filled.of(frame.subject))
                self._put(
                    filled,
                    frame.object,
                    self.discourse.pronoun(predicate.chunk, predicate.chunk.pronoun, "pronoun", exclude),
                )
        consumed = {n.chunk.index for n in filled.consumed}
        for number, group in enumerate(predicate.objects):
            role = frame.object if number == 0 or frame.object2 == "none" else frame.object2
            if group[0].index not in consumed:
                self._party(filled, role, group, "object")

    def _object_alone(self, predicate: Predicate) -> bool:
        """ "… and thanked Oman": the one party after such a verb is its object, the subject goes on."""
        if not self._before(predicate) or predicate.objects or predicate.chunk.pronoun or not predicate.subject:
            return False
        if predicate.subject[0].index < predicate.chunk.index or not self.discourse.parties(predicate.subject, ""):
            return False
        before = self._before(predicate)
        named = {p.entity for p in self.discourse.parties(predicate.subject, "")}
        return not named & {p.entity for p in before} and self.discourse.agrees(predicate, before)

    def _before(self, predicate: Predicate) -> tuple[Party, ...]:
        """The subject that may go on: of the verb before, or of the sentence before ("And he met …")."""
        if predicate.inherits is not None:
            return self.discourse.subject_of(predicate.inherits)
        return self.discourse.subject if predicate.chunk.conj and predicate.chunk.index == 0 else ()

    @staticmethod
    def _company(predicate: Predicate, frame: Frame) -> bool:
        """Whether a phrase names the other party ("met with")."""
        return any("participant" in frame.roles_of_prep(prep) for prep, _ in predicate.preps)

    def _noun(self, filled: Filled) -> None:
        frame, predicate, light = filled.frame, filled.predicate, filled.light
        stance = frame.stance and light is not None and light.control == "subject"
        if light is not None and filled.carrier is not None and not (stance and self._others(predicate)):
            self._carried(filled, filled.carrier, light)
        for nisba in predicate.chunk.nisbas:
            if stance:
                break
            parties = tuple(Party(e, nisba.start, nisba.end, "nisba") for e in nisba.entities)
            self._put(filled, frame.nisba, parties)
        decided = self._decider(filled) or (light is not None and light.embeds is not None)
        for group in predicate.genitives:
            if frame.with_nouns & group[0].lemmas and decided and "agent" in filled.roles():
                continue  # "decided to withdraw the American forces": a thing, and the verb has named who acts
            named = self.discourse.parties(group, "genitive")
            for role in frame.genitive:
                if stance and role == "agent" and named and all(self._type(p.entity) == "Country" for p in named):
                    continue
                if role == frame.object and frame.two_sided and predicate.objects:
                    role = "agent"  # "Iran's detention of two": who does it, then who suffers it
                if role == "agent" and frame.genitive_suffers and not self._aimed(predicate, frame):
                    role = frame.object  # "the bombing of Gaza"
                if role == "target" and named and self._suffers_after(predicate, frame):
                    role = frame.subject  # "Iran's arrest of three": whose deed, then whom it hits
                by_capital = self._by_capital(group[0]) and not self._aimed(predicate, frame)
                if role == "agent" and frame.place_suffers and (by_capital or self._places(named)):
                    role = frame.object  # "the Damascus attack"
                goes_on = light is not None and light.own and frame.object not in ("none", "topic", "content")
                if role == "agent" and "agent" in filled.roles() and (frame.deed or goes_on):
                    role = frame.object  # the verb has named who acts
                if role not in ("participant",) and role in filled.roles() and len(frame.genitive) > 1:
                    continue
                admitted = tuple(p for p in named if self.lexicon.admits(frame, role, self._type(p.entity)))
                if frame.symmetric and named and all(self._type(p.entity) in ("City", "Region") for p in named):
                    self._put(filled, "place", named)
                    break
                if frame.journey and role == "agent":
                    admitted = self._travellers(group[0], admitted)
                if admitted:
                    self._put(filled, role, admitted)
                    break
            else:
                if frame.genitive and not named:
                    self._party(filled, frame.genitive[0], group, "genitive")
        if stance and "agent" not in filled.roles():
            for group in predicate.genitives:
                self._put(filled, "agent", self.discourse.parties(group, "genitive"))
        if predicate.chunk.pronoun and light is None:
            done = any(m in self.grammar.lists["passive_auxiliaries"] for m in predicate.marks)
            suffers = frame.genitive[:1] in (("target",), ("object",)) and not self._aimed(predicate, frame)
            role = frame.genitive[0] if suffers else frame.object if done else frame.subject
            self._put(filled, role, self._victim(predicate) if suffers or done else self._possessor(predicate))
        self._occasion(filled)
        self._visitor(filled)
        for group in predicate.objects:
            role = (
                frame.object
                if frame.object not in ("none", "topic", "content")
                else (frame.genitive[-1] if frame.genitive else "none")
            )
            self._party(filled, role, group, "object")

    def _places(self, parties: tuple[Party, ...]) -> bool:
        return bool(parties) and all(self._type(p.entity) in ("City", "Region") for p in parties)

    def _victim(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose arrest, whose killing: the nearest that agrees and is not the one who speaks of it."""
        verb = predicate.clause.verb
        acting = self.discourse.subject_of(verb) if verb is not None else ()
        passive = verb is not None and any(light.control == "subjectless" for light in verb.light)
        if passive and acting and self._possessor_fits(acting, predicate.chunk.pronoun):
            return _possessed(acting, predicate)  # "the mayor, his abduction was done"
        exclude = frozenset(p.entity for p in acting)
        found = self.discourse.pronoun(predicate.chunk, predicate.chunk.pronoun, "possessor", exclude)
        # "its (the ship's) seizure": what has no name has been met in between.
        return tuple(p for p in found if self._type(p.entity) not in ("Country", "Organization", "GovernmentBody"))

    def _possessor(self, predicate: Predicate) -> tuple[Party, ...]:
        """Whose visit, whose meeting: the subject of the clause if it agrees, else the nearest that does."""
        chunk = predicate.chunk
        if chunk.pronoun[:1] == "1":
            return self.discourse.pronoun(chunk, chunk.pronoun, "first-person")
        verb = predicate.clause.verb
        before = self.parsed.chunks[chunk.index - 1] if chunk.index else None
        if before is not None and before.lemmas & self.grammar.lists["occasion_nouns"] and verb is not None:
            exclude = frozenset(p.entity for p in self.discourse.subject_of(verb))
            return self.discourse.pronoun(chunk, chunk.pronoun, "possessor", exclude)
        if verb is not None and (verb.chunk.index < chunk.index or verb.subject):
            subject = self.discourse.subject_of(verb)
            if subject and self._possessor_fits(subject, chunk.pronoun):
                return _possessed(subject, predicate)
        return self.discourse.pronoun(chunk, chunk.pronoun, "possessor")

    def _possessor_fits(self, parties: tuple[Party, ...], pronoun: str) -> bool:
        kinds = {self._type(p.entity) for p in parties}
        if pronoun == "3d":
            return len(parties) == 2
        if pronoun == "3mp":
            return len(parties) > 1
        if len(parties) != 1:
            return False
        if kinds == {"Person"}:
            gender = self.discourse.gender_of(parties[0].entity)
            return gender in ("", "m") if pronoun == "3ms" else gender == "f"
        return pronoun in ("3fs", "3ms")

    def _carried(self, filled: Filled, carrier: Predicate, light: LightVerb) -> None:
        """Take the parties of a light verb over to its noun."""
        frame = filled.frame
        subject = self.discourse.subject_of(carrier)
        if light.control in ("subject", "reciprocal"):
            if self._passive(carrier, None) and carrier.subject and filled.predicate.chunk in carrier.subject:
                subject = ()
            between = [g for p, g in filled.predicate.preps if p in self.grammar.lists["between"]]
            others = between and len(self.discourse.parties(between[0], "")) > 1
            if frame.symmetric and others and light.embeds is not None and not light.own:
                subject = ()  # who proposes that others meet is none of them
            subject = () if self._told_of_another(filled, carrier, subject) else subject
            if frame.symmetric or frame.subject == "agent" or not filled.of(frame.subject):
                self._put(filled, frame.subject if frame.subject != "none" else "agent", subject)
        elif light.control == "addressee":
            if frame.subject == "agent" and "agent" not in filled.roles():
                for group in carrier.objects[:1]:
                    if filled.predicate.chunk not in group:
                        self._party(filled, frame.subject, group, "addressee")
        elif light.control == "attends":
            for group in [carrier.subject, *carrier.objects]:
                if filled.predicate.chunk not in group:
                    self._party(filled, "participant" if frame.symmetric else "none", group, ATTENDEE)
        elif light.control == "felt":
            for group in [carrier.subject, *carrier.objects]:
                if filled.predicate.chunk not in group:
                    self._party(filled, frame.subject, group, "felt")
        elif light.control == "gathers":
            for group in [*carrier.objects, *(g for p, g in carrier.preps if p in self.grammar.lists["between"])]:
                self._party(filled, frame.subject, group, "gathered")
        elif light.control == "receiver":
            self._put(filled, "participant" if frame.symmetric else "target", subject)
            for prep, group in [*carrier.preps, *filled.predicate.preps]:
                if prep in self.grammar.lists["origin_prepositions"]:
                    self._party(filled, "participant" if frame.symmetric else "agent", group, f"prep:{prep}")
        elif light.control == "patient":
            suffers = frame.object if frame.object not in ("none", "topic") else "target"
            self._put(filled, suffers, subject or self._owner_of_subject(filled, carrier))
            for prep, group in [*carrier.preps, *filled.predicate.preps]:
                if (
                    prep in self.grammar.lists["origin_prepositions"]
                    or prep in self.grammar.lists["agent_prepositions"]
                ):
                    self._party(filled, "agent", group, f"prep:{prep}")
        if light.control in ("subject", "subjectless", "reciprocal"):
            for prep, group in carrier.preps:
                if filled.predicate.chunk not in group:
                    self._prep(filled, prep, group)


def _possessed(parties: tuple[Party, ...], predicate: Predicate) -> tuple[Party, ...]:
    chunk = predicate.chunk
    return tuple(Party(p.entity, chunk.start, chunk.end, "possessor") for p in parties)
