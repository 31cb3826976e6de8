"""The slots of a frame: which party fits which role."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.parties import OFFICER, Party
from sifara.events.placing import Placing
from sifara.events.predicates import Group, Predicate

_DOCUMENTS = ("Treaty", "Project", "Topic")
_NOMINAL = ("noun", "passive_participle")


class Slots(Placing):
    """Fills the roles of a frame from the phrases around its word."""

    def preps(self, filled: Filled, predicate: Predicate) -> None:
        """Fill roles from the phrases with a preposition that hang on a predicate."""
        seen: dict[str, Chunk] = {}
        for prep, group in predicate.preps:
            again = prep in seen and predicate.form == "verb" and self._set_apart(seen[prep], group[0])
            if not (again or self.of_noun_before(filled, prep, group[0])):
                self.prep(filled, prep, group)
            seen.setdefault(prep, group[0])
        if filled.frame.envoys and filled.frame.noun_preps and filled.frame.subject not in filled.roles():
            self.called_to(filled)

    def _set_apart(self, first: Chunk, second: Chunk) -> bool:
        """Whether a comma parts two phrases with one preposition: the second goes on from what stands between."""
        between = self.parsed.chunks[first.index + 1 : second.index]
        told = any(c.kind == "np" and c.index > first.index and not (c.genitive or c.prep) for c in between)
        return told and not second.conj and any(c.kind == "punct" for c in between)

    def of_noun_before(self, filled: Filled, prep: str, first: Chunk) -> bool:
        """Whether "for" goes on from a noun, as the target is told: "wished him well on the feast of his land"."""
        before = self.parsed.chunks[first.index - 1] if first.index else None
        told = any(p == prep and g[0].index < first.index for p, g in filled.predicate.preps)
        told = told or "target" in filled.roles()
        if before is None or prep != self.grammar.clitic_preps["li"] or first.conj or not told:
            return False
        noun = before.kind == "np" and bool(before.words)  # not "in his first visit (of his) to Jordan"
        common = noun and before.mention is None and before is not filled.predicate.chunk
        return common and (before.genitive or bool(before.prep))

    def prep(self, filled: Filled, prep: str, group: Group) -> None:
        """Fill the role of one phrase with a preposition."""
        frame = filled.frame
        first = group[0]
        noun = self.parsed.of_chunk.get(first.index)
        both = prep in self.grammar.lists["between"] and first.mention is not None and first.mention.kind == "anaphor"
        if both and frame.encounter and len(filled.of("participant")) > 1:
            return  # the ministers met, in a committee "of both countries"
        if frame.holder & first.head_lemmas and first.mention is None:
            holds = frame.subject if frame.subject != "target" else "agent"
            self.put(filled, holds, self.discourse.owners(first, f"prep:{prep}-owner"))
            return  # "held in the prisons of", "fell into the hands of"
        if self._origin(first):
            return
        if self._sided(filled, first):
            if frame.motivated and self.parsed.chunks[first.index - 1].lemmas & self.grammar.lists["opposing_words"]:
                self.party(filled, "target", group, f"prep:{prep}")  # "chants hostile to the government"
            return  # "the separatists loyal to Russia"
        mission = first.mention is not None and bool(first.head_lemmas & self.grammar.lists["mission_nouns"])
        if mission and frame.envoys and prep in self.grammar.lists["maker_prepositions"]:
            if frame.object not in filled.roles():  # "the deportation of diplomats of (min) the Greek embassy"
                self.put(filled, frame.object, self.states(self.discourse.parties([first], f"prep:{prep}")))
            return
        where = {self.grammar.clitic_preps["bi"]} | self.grammar.lists["place_prepositions"]
        if first.mention is None and first.lemmas & self.grammar.lists["seat_nouns"] and prep in where:
            return  # praised, "at the seat of the ministry"
        if prep in self.grammar.lists["agent_prepositions"]:
            verb = filled.predicate.form == "verb"
            before = self.parsed.chunks[first.index - 1] if first.index else first
            noun_s = before.kind == "np" and before.pronoun[:1] == "3" and bool(before.words)
            active = bool(filled.predicate.subject) and not self.conditions.passive(filled.predicate, frame)
            if verb and (noun_s or active):
                return  # "she told of her arrest by the police": of the noun, not of the verb
            if frame.object != "agent":  # who dismisses does not leave
                self.party(filled, frame.subject if frame.subject != "none" else "agent", group, f"prep:{prep}")
            return
        if first.mention is not None and prep in self.grammar.lists["place_prepositions"]:
            city = first.mention.type in ("City", "Region")
            meets_there = self._somewhere(filled, prep, first)
            inside = prep == self.grammar.list_first("place_prepositions") or meets_there
            place = city or (first.mention.type == "Country" and inside)
            wanted = frame.roles_of_prep(prep)
            here: tuple[str, ...] = ("place", "target", "object")
            if frame.placeless or not (city or meets_there):  # a capital stands for its state there
                here += ("participant",)
            takes = any(r in here for r in wanted)
            if place and not takes:
                office = any(a.rule == OFFICER and a.start == first.start for a in filled.arguments.values())
                if not (office or self._of_topic(filled, first)):  # not "discussed the situation in Syria"
                    self.put(filled, "place", self.discourse.parties(group, f"prep:{prep}"))
                return
        done = filled.predicate.form in _NOMINAL or (
            filled.predicate.form == "verb" and frame.envoys and self.conditions.passive(filled.predicate, frame)
        )
        nominal = frame.noun_preps.get(prep, ()) if done else ()
        if nominal and nominal[0] not in filled.roles() and first.mention is not None:
            self.party(filled, nominal[0], group, f"prep:{prep}")
            return
        made = filled.predicate.form == "passive_participle" and prep in self.grammar.lists["maker_prepositions"]
        if made and prep not in frame.preps and frame.subject not in filled.roles():
            self.party(filled, frame.subject, group, f"prep:{prep}")
            return
        partitive = prep in self.grammar.lists["maker_prepositions"] and bool(first.pronoun and not first.words)
        if partitive and not (frame.names_object and "object" in frame.roles_of_prep(prep)):
            return  # "54 goods, among them"; but "did not leave it (minha)"
        somewhere = prep in self.grammar.lists["place_prepositions"] and not frame.missions
        if somewhere and first.mention is not None and first.mention.type == "City":
            group = [c for c in group if self._admits_city(frame, prep)]
            if not group:
                self.put(filled, "place", self.discourse.parties([first], f"prep:{prep}"))
                return
        if frame.journey and self._visiting(filled, prep, first):
            self.party(filled, frame.subject, group, f"prep:{prep}")
            return
        for role in frame.roles_of_prep(prep):
            told = noun is not None and noun.form == "noun" and first.mention is None
            if told and role in ("target", "object"):
                filled.topics.append((first.start, max(c.end for c in group)))
                if frame.owner:
                    self.put(filled, role, self.discourse.owners(first, f"prep:{prep}-owner"))
                return
            li = role == "target" and prep == self.grammar.clitic_preps["li"]
            raid = filled.predicate.chunk if frame.subject not in filled.roles() else None
            struck = li and self.conditions.strikes(first, raid)
            self.party(filled, frame.subject if struck else role, group, f"prep:{prep}")
            return
        led = frame.symmetric or frame.journey or (not frame.speech and frame.subject not in filled.roles())
        if prep in self.grammar.lists["leader_prepositions"] and frame.subject != "none" and led:
            self.party(filled, frame.subject, group, f"prep:{prep}")
            return
        predicate = filled.predicate
        own = predicate.form in ("noun", "passive_participle") and predicate.chunk.index == first.index - 1
        if own and frame.from_whom and prep == self.grammar.list_first("origin_prepositions"):
            self.party(filled, "agent", group, f"prep:{prep}")
            return
        if frame.symmetric and prep in self.grammar.lists["company_prepositions"]:
            self.party(filled, "participant", group, f"prep:{prep}")

    def of_each(self, filled: Filled) -> bool:
        """Whether persons are met one by one: "received each of the ambassadors so-and-so and so-and-so"."""
        others = {a.start for a in filled.arguments.values() if a.rule == "object" and self._type(a.entity) == "Person"}
        before = [self.parsed.chunks[c.index - 1] for c in self.parsed.chunks if c.index and c.start in others]
        return any(not self.grammar.lists["one_by_one"].isdisjoint(c.passed) for c in before)

    def _somewhere(self, filled: Filled, prep: str, first: Chunk) -> bool:
        """Whether the name of a state behind "bi" tells where people meet: one meets officers of it, not the state."""
        state = first.mention is not None and first.mention.type == "Country" and first.mention.kind == "name"
        meets = "participant" in filled.frame.roles_of_prep(prep)
        return state and meets and prep == self.grammar.clitic_preps["bi"]

    def _origin(self, place: Chunk) -> bool:
        """Whether a place is only where somebody set out: "the offensive, starting from their stronghold in Saada"."""
        before = self.parsed.chunks[max(0, place.index - 2) : place.index]
        if len(before) < 2 or place.mention is None or before[1].prep != self.grammar.list_first("origin_prepositions"):
            return False
        return not self.grammar.lists["starting_words"].isdisjoint((before[0].word, *before[0].passed))

    def _sided(self, filled: Filled, first: Chunk) -> bool:
        """Whether a phrase belongs to the adjective before it that tells on whose side somebody or something is."""
        before = self.parsed.chunks[first.index - 1] if first.index else None
        if before is None or before.kind != "np" or before is filled.predicate.chunk:
            return False
        sides = self.grammar.lists["siding_words"] | self.grammar.lists["belonging_words"]
        told = before.lemmas if before.mention is None else before.lemmas - before.head_lemmas
        return bool(told & sides)

    def _admits_city(self, frame: Frame, prep: str) -> bool:
        roles = (r if not frame.journey else "place" for r in frame.roles_of_prep(prep))
        return any(self.lexicon.admits(frame, role, "City") for role in roles)

    def _visiting(self, filled: Filled, prep: str, first: Chunk) -> bool:
        """Whether "for" names the visitor: "a visit of (li) an envoy to (ila)"."""
        predicate = filled.predicate
        if predicate.form != "noun" or prep != self.grammar.clitic_preps["li"] or first.mention is None:
            return False
        places = self.grammar.lists["destination_prepositions"] - {prep}
        led = any(p in places and g[0].mention is not None for p, g in predicate.preps)
        return filled.frame.subject not in filled.roles() and (led or first.mention.type == "Person")

    def take_with(self, filled: Filled) -> bool:
        """Take in the noun that a frame asks for (``with``) and its parties; say whether it is there."""
        frame, predicate = filled.frame, filled.predicate
        for chunk in self.conditions.dependents(predicate, frame):
            typed = chunk.mention is not None and chunk.mention.type in frame.with_types
            lemmas = chunk.lemmas if chunk.mention is None else chunk.head_lemmas
            if not typed and not frame.with_nouns & lemmas:
                continue
            if frame.with_pronoun and not self.conditions.charge(chunk).pronoun:
                continue
            if frame.own_envoy is not None and self.conditions.own_envoy(predicate, chunk) != frame.own_envoy:
                continue
            if frame.own_envoy:  # "its ambassador to Sweden"
                sent = {p.entity for p in self.discourse.parties([chunk], "")}
                states = [n for n in chunk.inner if n.type == "Country" and n.kind == "name"]
                hosts = [Party(e, n.start, n.end, "host") for n in states for e in n.entities if e not in sent]
                self.put(filled, "target", tuple(hosts))
            noun = self.parsed.of_chunk.get(chunk.index)
            charge = self.conditions.charge(chunk)
            affairs = self.parsed.of_chunk.get(charge.index) if charge is not chunk else None
            if affairs is not None and affairs.form == "noun":
                filled.consumed.append(affairs)  # "its chargé d'affaires in"
            if noun is not None and noun.form == "noun" and noun.frames:
                filled.consumed.append(noun)
                own = next((f.genitive[0] for f in noun.frames if f.genitive), "target")
                borrowed = own == frame.subject and all(f.event != frame.event for f in noun.frames)
                for group in noun.genitives if not borrowed else ():
                    self.party(filled, frame.object if frame.with_owner else own, group, "with-genitive")
            if frame.owner or frame.with_owner:
                self.put(
                    filled,
                    frame.object if frame.object != "none" else frame.subject,
                    self.discourse.owners(chunk, "with-owner") or self.adherents(filled, frame.object, chunk, "with"),
                )
                self.put(filled, frame.object, self.discourse.parties([chunk], "with-mention"))
                self.of_pronoun(filled, chunk)
            if frame.names_object and chunk.mention is not None and chunk.mention.type in _DOCUMENTS:
                self.put(filled, "object", self.discourse.parties([chunk], "object"))
            for owner in self.parsed.owners.get(chunk.index, ()):
                if owner.prep:  # "ties with": the noun of relation has kept its party
                    self.prep(filled, owner.prep, self.parsed.groups.get(owner.index, [owner]))
            for nisba in chunk.nisbas:
                # "the King renewed the Jordanian stance"
                named = frame.nisba == "agent" == frame.subject and bool(predicate.subject)
                named = named and chunk not in predicate.subject
                if not frame.owner and frame.nisba != "none" and not named:
                    self.put(
                        filled, frame.nisba, tuple(Party(e, nisba.start, nisba.end, "nisba") for e in nisba.entities)
                    )
            return True
        return False

    def _of_topic(self, filled: Filled, place: Chunk) -> bool:
        """Whether a country or region belongs to the topic before it, not to the talks; so does a stricken city."""
        assert place.mention is not None
        frame, predicate = filled.frame, filled.predicate
        before = self.parsed.chunks[place.index - 1]
        situation = before.head_lemmas & self.grammar.lists["situation_nouns"]
        if place.mention.type == "City" and not situation:
            return False
        between = self.parsed.chunks[predicate.chunk.index + 1 : place.index]
        if situation and any(c.head_lemmas & self.grammar.lists["discussing_nouns"] and c.prep for c in between):
            return True  # "a meeting in Cairo to discuss the escalation in Jerusalem"
        topics = predicate.objects if frame.object == "topic" else []
        topics = [*topics, *(g for prep, g in predicate.preps if "topic" in frame.roles_of_prep(prep))]
        return any(
            g[-1].mention is None
            and g[-1].index < place.index
            and all(c.genitive for c in self.parsed.chunks[g[-1].index + 1 : place.index])
            for g in topics
        )
