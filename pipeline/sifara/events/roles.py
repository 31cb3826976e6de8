"""Roles: which party of a predicate fills which role of a frame.

The rules are objects over one sentence, each with one concern: conditions, light verbs, slots, needs, whose deed it
is, what is borrowed from the clause around, where it was, deeds. Here they are asked in their order.
"""

from __future__ import annotations

from sifara.events.borrowed import Borrowed
from sifara.events.carried import Carried
from sifara.events.chunk import Chunk
from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.deeds import Deeds
from sifara.events.doubles import Doubles
from sifara.events.efforts import Efforts
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.light import LightVerbs
from sifara.events.lone import Lone
from sifara.events.masdars import Masdars
from sifara.events.needs import Needs
from sifara.events.owners import ARMS
from sifara.events.parties import Party
from sifara.events.possessors import Possessors
from sifara.events.predicates import Predicate
from sifara.events.purposes import Purposes
from sifara.events.senses import Senses
from sifara.events.situations import Situations
from sifara.events.slots import Slots
from sifara.events.whereabouts import Whereabouts

_PARTIES = ("agent", "participant", "target", "object")


class Roles(Rules):
    """Fills the frames of the predicates of one sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.conditions = Conditions(context)
        self.light = LightVerbs(context, self.conditions)
        self.slots = Slots(context, self.conditions)
        self.lone = Lone(context, self.conditions)
        self.needs = Needs(context, self.conditions)
        self.possessors = Possessors(context)
        self.borrowed = Borrowed(context, self.slots, self.possessors)
        self.whereabouts = Whereabouts(context, self.slots)
        self.deeds = Deeds(context, self.slots)
        self.masdars = Masdars(context, self.conditions, self.slots, self.possessors)
        self.efforts = Efforts(context, self.slots)
        self.purposes = Purposes(context, self.conditions, self.slots, self.possessors)
        self.situations = Situations(context, self.slots)
        self.senses = Senses(context)
        self.doubles = Doubles(context)
        self.carried = Carried(context, self.conditions, self.slots, self.deeds, self.masdars)
        self.attempts: dict[tuple[int, str], Filled] = {}  # frames that were tried, by chunk and id

    def fill(self, predicate: Predicate) -> Filled | None:
        """Choose the first frame whose conditions hold and fill it; ``None`` if no frame holds."""
        filled = self._first(predicate, alone=False)
        if filled is None and predicate.form == "verb" and predicate.frames and self.lone.object_alone(predicate):
            filled = self._first(predicate, alone=True)  # "and funded the movement": one party cannot be enough
        if filled is not None and filled.takes_over is not None:  # "and accused Iran": what comes after goes on
            self.discourse.cache[predicate.chunk.index] = filled.takes_over
        return filled

    def _first(self, predicate: Predicate, alone: bool) -> Filled | None:
        frames = [f for f in predicate.frames if not alone or (f.object in _PARTIES and not f.speech)]
        return next((f for f in (self._try(predicate, frame, alone) for frame in frames) if f), None)

    def _try(self, predicate: Predicate, frame: Frame, alone: bool) -> Filled | None:
        if not self.conditions.hold(predicate, frame) or self.senses.other(predicate, frame):
            return None
        filled = self.attempts[predicate.chunk.index, frame.id] = Filled(frame, predicate)
        if (frame.with_nouns or frame.with_types) and not self.slots.take_with(filled):
            return None
        given = frame.besides & predicate.chunk.lemmas  # "renewed the sanctions imposed on": who renews is told there
        carrier, light = self.light.of(predicate) if not given else (None, None)
        filled.carrier, filled.light = carrier, light
        if predicate.form == "noun":
            if frame.light_only and carrier is None and not self.light.told(predicate):
                return None
            self._noun(filled)
        elif predicate.form == "attributive":
            if predicate.antecedent is not None:
                self.slots.put(filled, frame.subject, self.discourse.antecedent(predicate))
        elif predicate.form == "passive_participle":
            if predicate.antecedent is not None:
                self.slots.put(filled, frame.object, self.discourse.antecedent(predicate))
                if frame.held and not filled.of(frame.object):  # "the Palestinian prisoners held in"
                    held = self.slots.owners(filled, frame.object, [predicate.antecedent], "antecedent-owner")
                    self.slots.put(filled, frame.object, held)
        else:
            self._verb(filled, alone)
        self.slots.preps(filled, predicate)
        for noun in self.parsed.predicates if frame.reaches else ():
            if noun.form == "noun" and noun.parent is predicate:
                self.slots.preps(filled, noun)
        self.whereabouts.place(filled)
        self.deeds.find(filled)
        self.masdars.find(filled)
        self.efforts.find(filled)
        self.purposes.meant_by_verb(filled)
        if frame.journey:
            self.borrowed.drop_home(filled)
        for noun in filled.consumed:
            self.slots.preps(filled, noun)
        if predicate.form == "noun":
            self.borrowed.helped(filled)
            self.borrowed.reason(filled)
        if frame.borrows_target and predicate.form == "participle" and "target" not in filled.roles():
            self.borrowed.addressed_above(filled)
        if frame.motivated:
            self.borrowed.crowd(filled)
        if frame.motivated and "target" not in filled.roles():
            self.borrowed.protest_aim(filled)
            if "target" not in filled.roles():
                self.borrowed.ousted(filled)
        if frame.behind and "target" not in filled.roles():
            self.borrowed.between(filled)
        if frame.means and not frame.symmetric:
            self.borrowed.mediated(filled)
        if frame.threatens and "target" not in filled.roles():
            self.borrowed.threatened(filled)
        self.situations.find(filled)
        if frame.body_only and not any(
            self._type(e) in ("IntergovernmentalOrganization",) for _, e in filled.arguments
        ):
            return None
        filled.each = frame.encounter and self.slots.of_each(filled)
        self.doubles.drop(filled)
        self.senses.dry(filled)
        self.slots.struck(filled)
        told = self.masdars.names_a_party(filled) and self.needs.enough(filled)
        return filled if told and not self.senses.alone(filled) else None

    def _verb(self, filled: Filled, alone: bool) -> None:
        frame, predicate = filled.frame, filled.predicate
        passive = predicate.form == "verb" and self.conditions.passive(predicate, frame)
        passive = passive or self.conditions.called_upon(predicate) or self.conditions.undergone(predicate, frame)
        document = self.lone.document_alone(predicate)
        if passive and not (alone or (document and predicate.inherits is not None)):
            if predicate.subject:
                self.slots.party(filled, frame.object, predicate.subject, "passive-subject")
            elif predicate.antecedent is not None:
                self.slots.put(filled, frame.object, self.discourse.antecedent(predicate))
            return
        seat = predicate.form == "verb" and self.lone.seat_visited(predicate, frame)
        if seat and not self.lone.object_alone(predicate):
            self.discourse.cache[predicate.chunk.index] = ()
            return
        resumed = self.discourse.resumed(predicate)
        described = predicate.clause.kind == "rel" and predicate.antecedent is not None
        alone = alone or document or (frame.journey and self.lone.goal(predicate, frame)) or frame.transitive
        alone = alone or self.conditions.voiced_on(predicate, frame)
        alone = alone and not described
        alone = alone or (frame.symmetric and frame.object in _PARTIES and not self.lone.company(predicate, frame))
        if alone and self.lone.object_alone(predicate):
            self.slots.put(filled, frame.object, self.discourse.parties(predicate.subject, "object"))
            parties = self.lone.before(predicate)
            filled.takes_over = parties
            self.slots.put(
                filled, frame.subject, tuple(Party(p.entity, p.start, p.end, "continued-subject") for p in parties)
            )
        elif not (
            self.conditions.goes_on_hit(predicate, frame)
            or (frame.speech and any(self.slots.anonymous(c) for c in predicate.subject[:1]))
        ):
            self.slots.put(filled, frame.subject, self.discourse.subject_of(predicate))
            both = predicate.subject[0] if frame.symmetric and not filled.roles() and predicate.subject else None
            people = self.grammar.lists["people_nouns"] | self.grammar.lists["private_nouns"]
            if both is not None and len(both.nisbas) > 1 and not both.head_lemmas & people:
                self.slots.party(filled, frame.subject, [both], "subject")  # "the Jordanian and the Iraqi army"
        armed = frame.took_place and predicate.form == "verb" and "agent" not in filled.roles()
        if armed and predicate.subject and predicate.subject[0].head_lemmas & self.grammar.lists["weapon_nouns"]:
            self.slots.put(filled, frame.subject, self.discourse.owners(predicate.subject[0], ARMS))
        if predicate.chunk.pronoun and predicate.form == "verb":
            if resumed and predicate.antecedent is not None:
                meant = self.discourse.antecedent(predicate)
                if not meant and (frame.owner or frame.blames):  # "three Frenchmen whom it held"
                    meant = self.slots.owners(filled, frame.object, [predicate.antecedent], "antecedent-owner")
                self.slots.put(filled, frame.object, meant)
            else:
                exclude = frozenset(filled.of(frame.subject))
                meant = self.discourse.pronoun(predicate.chunk, predicate.chunk.pronoun, "pronoun", exclude)
                if frame.refuses:  # one refuses an offer that was named in between
                    meant = tuple(p for p in meant if self._type(p.entity) != "Person")
                self.slots.put(filled, frame.object, meant if not (frame.owner and self.discourse.far(meant)) else ())
        consumed = {n.chunk.index for n in filled.consumed}
        for number, group in enumerate(predicate.objects):
            reply = group[0].lemmas & self.grammar.lists["replying_nouns"] and group[0].mention is None
            if reply and group[0].word.endswith(self.grammar.accusative_ending):
                continue  # "in reply to the decision": how, not what
            role = frame.object if number == 0 or frame.object2 == "none" else frame.object2
            alone = predicate.number == "s" and len(predicate.subject) < 2
            if frame.symmetric and group[0].conj and group[0].mention is not None and alone:
                role = frame.subject  # "discusses, and the Yemeni president, the efforts": with him
            if group[0].index not in consumed:
                self.slots.party(filled, role, group, "object")

    def _noun(self, filled: Filled) -> None:
        frame, predicate, light = filled.frame, filled.predicate, filled.light
        stance = frame.stance and light is not None and light.control == "subject"
        if light is not None and filled.carrier is not None and not (stance and self.borrowed.others(predicate)):
            self.carried.take(filled, filled.carrier, light)
        for nisba in predicate.chunk.nisbas:
            if stance:
                break
            private = self.conditions.private_nisba(predicate, nisba)
            if frame.two_sided and frame.genitive[:1] == ("target",) and private:
                continue
            parties = tuple(Party(e, nisba.start, nisba.end, "nisba") for e in nisba.entities)
            self.slots.put(filled, frame.nisba, parties)
        decided = self.borrowed.decider(filled) or (light is not None and (light.own or light.embeds is not None))
        for group in predicate.genitives:
            if frame.object == "agent" and predicate.objects:
                continue  # "the King's dismissal of two": they leave
            if frame.with_nouns & group[0].lemmas and decided and "agent" in filled.roles():
                continue  # "decided to withdraw the American forces": a thing, and the verb has named who acts
            named = self.discourse.parties(group, "owner" if self.masdars.hits_thing(predicate) else "genitive")
            for role in frame.genitive:
                own = light is not None and light.own and not self.conditions.aimed(predicate, frame)
                stated = bool(named) and all(self._type(p.entity) == "Country" for p in named)
                if stance and role == "agent" and stated and not own:
                    continue
                two_sided = frame.two_sided or self.masdars.hits_another(filled)
                if role == frame.object and predicate.objects and two_sided:
                    role = "agent"  # "Iran's detention of two": who does it, then who suffers it
                two = frame.two_sided and self.masdars.hits_thing(predicate)
                aimed = two or bool(predicate.objects) or self.conditions.aimed(predicate, frame)
                aimed = aimed or self.conditions.strikes(group[0])
                if role == "agent" and frame.genitive_suffers and not aimed:
                    role = frame.object  # "the bombing of Gaza"
                if role == "target" and named and self.deeds.suffers_after(predicate, frame):
                    role = frame.subject  # "Iran's arrest of three": whose deed, then whom it hits
                where = self.conditions.where_struck(group[0]) and not self.conditions.aimed(predicate, frame)
                where = not two and (where or self._places(named))
                if role == "agent" and frame.place_suffers and (where or self.conditions.terror(predicate, group[0])):
                    role = frame.object  # "the Damascus attack"
                goes_on = light is not None and light.own and frame.object not in ("none", "topic", "content")
                governed = goes_on and light is not None and predicate.link in light.preps  # "took the chance to urge"
                if role == "agent" and (("agent" in filled.roles() and (frame.deed or goes_on)) or governed):
                    role = frame.object  # the verb has named who acts
                if role not in ("participant",) and role in filled.roles() and len(frame.genitive) > 1:
                    continue
                states = light is None and frame.speech and role == "agent" and self._places(named)  # "Moscow's claim"
                admitted = tuple(p for p in named if states or self.lexicon.admits(frame, role, self._type(p.entity)))
                if frame.symmetric and named and all(self._type(p.entity) in ("City", "Region") for p in named):
                    self.slots.put(filled, "place", named)
                    break
                if frame.journey and role == "agent":
                    admitted = self.deeds.travellers(group[0], admitted)
                if admitted:
                    self.slots.put(filled, role, admitted)
                    break
            else:
                if frame.two_sided and predicate.objects and not named:
                    self.slots.put(filled, "agent", self.discourse.owners(group[0], "genitive-owner"))
                elif frame.genitive and not named:
                    role = frame.genitive[0]
                    goes_on = light is not None and light.own
                    acts = "agent" in filled.roles() and (frame.deed or goes_on)
                    suffers = acts or (frame.genitive_suffers and not self.conditions.aimed(predicate, frame))
                    suffers = suffers and not group[0].lemmas & self.grammar.lists["stand_in_nouns"]
                    role = frame.object if role == "agent" and suffers else role
                    self.slots.party(filled, role, group, "genitive")
        if stance and "agent" not in filled.roles():
            for group in predicate.genitives:
                self.slots.put(filled, "agent", self.discourse.parties(group, "genitive"))
        self.masdars.by_pronoun(filled)
        if not self.purposes.of_his(filled):
            self.whereabouts.occasion(filled)
        self.borrowed.visitor(filled)
        self.borrowed.returning(filled)
        self.borrowed.waging(filled)
        for group in predicate.objects:
            role = (
                frame.object
                if frame.object not in ("none", "topic", "content")
                else (frame.genitive[-1] if frame.genitive else "none")
            )
            if predicate.chunk.pronoun and self._last_named(filled, group[0]):
                role = frame.subject  # "and there carried out its destruction the rebels"
            self.slots.party(filled, role, group, "object")

    @staticmethod
    def _last_named(filled: Filled, party: Chunk) -> bool:
        """Whether a party behind a masdar with its object is the subject of the verb that carries the masdar."""
        carrier, light = filled.carrier, filled.light
        if carrier is None or light is None or light.control != "subject" or carrier.form != "verb":
            return False
        return party.mention is not None and not carrier.subject and light.own

    def _places(self, parties: tuple[Party, ...]) -> bool:
        return bool(parties) and all(self._type(p.entity) in ("City", "Region") for p in parties)
