"""Filling a frame: which party fits which role, and whether the frame has what it needs."""

from __future__ import annotations

from sifara.document import Argument
from sifara.events.chunk import Chunk
from sifara.events.conditions import Conditions
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.parties import Party
from sifara.events.predicates import Group, Predicate

_STATES = ("Person", "Country", "Organization", "IntergovernmentalOrganization", "GovernmentBody")
_TRAVELLERS = (*_STATES, "ArmedGroup", "Party")  # themselves or by a delegation
_DOCUMENTS = ("Treaty", "Project", "Topic")
_MAY_MEET_UNNAMED = ("Person", "Country", "IntergovernmentalOrganization")
_NOMINAL = ("noun", "passive_participle")


class Filling(Conditions):
    """Puts parties into the roles of a frame."""

    def _with(self, filled: Filled) -> bool:
        frame, predicate = filled.frame, filled.predicate
        for chunk in self._dependents(predicate, frame):
            typed = chunk.mention is not None and chunk.mention.type in frame.with_types
            lemmas = chunk.lemmas if chunk.mention is None else chunk.head_lemmas
            if not typed and not frame.with_nouns & lemmas:
                continue
            if frame.with_pronoun and not chunk.pronoun:
                continue
            if frame.own_envoy is not None and self._own_envoy(predicate, chunk) != frame.own_envoy:
                continue
            noun = self.parsed.of_chunk.get(chunk.index)
            if noun is not None and noun.form == "noun":
                filled.consumed.append(noun)
                own = next((f.genitive[0] for f in noun.frames if f.genitive), "target")
                borrowed = own == frame.subject and all(f.event != frame.event for f in noun.frames)
                for group in noun.genitives if not borrowed else ():
                    self._party(filled, frame.object if frame.with_owner else own, group, "with-genitive")
            if frame.owner or frame.with_owner:
                self._put(
                    filled,
                    frame.object if frame.object != "none" else frame.subject,
                    self.discourse.owners(chunk, "with-owner"),
                )
                self._put(filled, frame.object, self.discourse.parties([chunk], "with-mention"))
            if frame.names_object and chunk.mention is not None and chunk.mention.type in _DOCUMENTS:
                self._put(filled, "object", self.discourse.parties([chunk], "object"))
            for owner in self.parsed.owners.get(chunk.index, ()):
                if owner.prep:  # "ties with": the noun of relation has kept its party
                    self._prep(filled, owner.prep, self.parsed.groups.get(owner.index, [owner]))
            for nisba in chunk.nisbas:
                if not frame.owner and frame.nisba != "none":
                    self._put(
                        filled, frame.nisba, tuple(Party(e, nisba.start, nisba.end, "nisba") for e in nisba.entities)
                    )
            return True
        return False

    def _enough(self, filled: Filled) -> bool:
        frame = filled.frame
        needs = (
            frame.noun_needs
            if filled.predicate.form == "noun" and frame.noun_needs and filled.carrier is None
            else frame.needs
        )
        if not filled.roles() - {"place"}:
            return False  # a place alone tells nobody's deed
        actors = filled.of("agent") + filled.of("participant")
        if filled.mutual or (filled.light is not None and filled.light.control == "reciprocal"):
            return len(actors) > 1
        alone = filled.predicate.form == "noun" and filled.carrier is None and frame.symmetric and len(actors) == 1
        if alone and self._type(actors[0]) not in ("IntergovernmentalOrganization",):
            return False
        if frame.pairs and len(actors) < 2:
            return False
        if frame.person_agent and not all(self._type(e) in _TRAVELLERS for e in actors):
            return False
        if frame.political and not any(self._political(e) for r, e in filled.arguments if r != "place"):
            return False
        if frame.public and not any(r == "place" or self._political(e) for r, e in filled.arguments):
            return False
        if frame.carrier and frame.speech and self._typed_content(filled):
            return False  # "voiced congratulations" is no statement besides them
        if frame.objectless and any(g[0].mention is None for g in filled.predicate.objects):
            return False  # "increased its readiness" is not "went on to say"
        if frame.pronoun_object and not filled.predicate.chunk.pronoun:
            return False
        if frame.bare_object and not (filled.predicate.chunk.pronoun or filled.predicate.objects):
            return False
        if (
            frame.agentive
            and filled.predicate.form == "verb"
            and (filled.predicate.subject or filled.predicate.antecedent is not None)
            and "agent" not in filled.roles()
        ):
            head = filled.predicate.subject[0] if filled.predicate.subject else filled.predicate.antecedent
            assert head is not None
            deeds = any(f.event == frame.event for lemma in head.lemmas for f in self.lexicon.nouns.get(lemma, ()))
            told = head.mention is not None or deeds or head.lemmas & self.grammar.lists["agent_nouns"]
            if not told and not self._passive(filled.predicate, frame):
                return False
        if frame.not_prep & {p for p, _ in filled.predicate.preps}:
            return False
        if filled.predicate.form in ("passive_participle", "attributive") and frame.participle_needs:
            return any(alternative <= filled.roles() for alternative in frame.participle_needs)
        lone = frame.symmetric and filled.predicate.form == "verb" and len(actors) == 1
        if lone and self._type(actors[0]) not in _MAY_MEET_UNNAMED:
            return False
        if lone and self._type(actors[0]) == "Country" and not self._in_company(filled):
            return False  # "the country received tourists"
        if frame.no_content and self._has_content(filled.predicate):
            return False
        if frame.needs_content and not self._has_content(filled.predicate):
            return False
        that = frame.embeds is not None and self._has_content(filled.predicate)  # "pledged that"
        if frame.with_prep and not that and not frame.with_prep & {p for p, _ in filled.predicate.preps}:
            return False
        have = filled.roles() | ({"content"} if filled.topics else set())
        return not needs or any(alternative <= have for alternative in needs)

    def _political(self, entity: str) -> bool:
        """Whether an entity is a political party: a state or body, who holds an office, or whom the tables know."""
        known = self.layer.entities.get(entity)
        if known is None:
            return False
        return known.type in self.lexicon.classes.political or known.qid is not None or entity in self.officers

    def _typed_content(self, filled: Filled) -> bool:
        """Whether what is voiced is a noun that tells an event of another class."""
        for prep, group in filled.predicate.preps:
            if "content" not in filled.frame.roles_of_prep(prep):
                continue
            noun, chunks = group[0], self.parsed.chunks
            while noun.lemmas & self.grammar.lists["transparent_nouns"] and noun.index + 1 < len(chunks):
                if not chunks[noun.index + 1].genitive:
                    break
                noun = chunks[noun.index + 1]
            told = [f for lemma in sorted(noun.head_lemmas) for f in self.lexicon.nouns.get(lemma, ())]
            if told and all(not f.speech for f in told):
                return True
        return False

    @staticmethod
    def _in_company(filled: Filled) -> bool:
        """Whether the party is the one with whom somebody met."""
        return any(a.role == "participant" and a.rule.startswith("prep:") for a in filled.arguments.values())

    def _put(self, filled: Filled, role: str, parties: tuple[Party, ...]) -> None:
        if role in ("none", "topic", "content", "until", "duration"):
            return
        for party in parties:
            entity, to = party.entity, role
            kind = self._type(entity)
            if to == "place" and filled.frame.placeless:
                continue
            if filled.frame.journey and to in ("target", "object") and kind == "City":
                to = "place"
            if filled.frame.envoys and to == "target":
                entity = self.country_of_envoy.get(entity, entity)
                kind = self._type(entity)
            if kind == "City" and to == "agent":
                continue  # where something is said, not who says it
            if kind == "City" and to != "place" and not self.lexicon.admits(filled.frame, to, kind):
                country = self.layer.entities[entity].country
                if country is None:
                    continue
                entity, kind = country, self._type(country)
            if not self.lexicon.admits(filled.frame, to, kind):
                continue
            if to in ("target", "object") and (
                (("agent", entity) in filled.arguments) or ("participant", entity) in filled.arguments
            ):
                continue
            filled.arguments.setdefault((to, entity), Argument(to, entity, party.start, party.end, party.rule))

    def _visiting(self, filled: Filled, prep: str, first: Chunk) -> bool:
        """Whether "for" names the visitor: "a visit of (li) an envoy to (ila)"."""
        predicate = filled.predicate
        if predicate.form != "noun" or prep != self.grammar.clitic_preps["li"] or first.mention is None:
            return False
        places = self.grammar.lists["destination_prepositions"] - {prep}
        led = any(p in places and g[0].mention is not None for p, g in predicate.preps)
        return filled.frame.subject not in filled.roles() and (led or first.mention.type == "Person")

    def _anonymous(self, chunk: Chunk) -> bool:
        """Diplomats, sources and the press are not speakers; what they belong to does not speak either."""
        mention, lists = chunk.mention, self.grammar.lists
        if self.discourse.nameless(chunk):
            return True
        if mention is not None and mention.kind not in ("collective", "nisba", "anaphor"):
            return False
        heads = chunk.head_lemmas if mention is not None else chunk.lemmas
        return bool(heads & (lists["anonymous_nouns"] | lists["media_nouns"]))

    def _party(self, filled: Filled, role: str, group: Group, rule: str) -> None:
        if role in ("topic", "content"):
            filled.topics.append((group[0].start, max(c.end for c in group)))
            if role == "content":
                return
            return
        named = self.discourse.parties(group, rule)
        if filled.frame.speech and role == "agent" and self._anonymous(group[0]):
            return
        if not named and (filled.frame.owner or role == "place") and role in ("target", "object", "place"):
            # Citizens of a state are not the state, and its border is not what is hit "on the border".
            edges = self.grammar.lists["edge_nouns"] if role != "place" else frozenset()
            citizens = self.grammar.lists["citizen_nouns"] | edges
            named = tuple(
                p for c in group if not c.lemmas & citizens for p in self.discourse.owners(c, f"{rule}-owner")
            )
        if not named and role in ("participant",):
            named = tuple(
                Party(e, n.start, n.end, f"{rule}-nisba") for c in group for n in c.nisbas for e in n.entities
            )
        if not named and role in ("target", "content"):
            filled.topics.append((group[0].start, max(c.end for c in group)))
        self._put(filled, role, named)
        if filled.frame.journey and role == "target":
            # "the Turkish capital Ankara" tells the country with the city.
            inner = (n for c in group for n in c.inner if n.type == "Country")
            self._put(
                filled, "target", tuple(Party(e, n.start, n.end, "capital-of") for n in inner for e in n.entities)
            )

    def _preps(self, filled: Filled, predicate: Predicate) -> None:
        for prep, group in predicate.preps:
            self._prep(filled, prep, group)

    def _admits_city(self, frame: Frame, prep: str) -> bool:
        roles = (r if not frame.journey else "place" for r in frame.roles_of_prep(prep))
        return any(self.lexicon.admits(frame, role, "City") for role in roles)

    def _prep(self, filled: Filled, prep: str, group: Group) -> None:
        frame = filled.frame
        first = group[0]
        noun = self.parsed.of_chunk.get(first.index)
        if prep in self.grammar.lists["agent_prepositions"]:
            self._party(filled, frame.subject if frame.subject != "none" else "agent", group, f"prep:{prep}")
            return
        if first.mention is not None and prep in self.grammar.lists["place_prepositions"]:
            place = first.mention.type in ("City", "Region") or (
                first.mention.type == "Country" and prep == self.grammar.list_first("place_prepositions")
            )
            city = first.mention.type in ("City", "Region")
            wanted = frame.roles_of_prep(prep)
            ties = frame.placeless  # a capital stands for its state there
            here = ("place", "target", "object") if city and not ties else ("place", "target", "object", "participant")
            takes = any(r in here for r in wanted)
            if place and not takes:
                if not self._of_topic(filled, first):  # not "discussed the situation in Syria"
                    self._put(filled, "place", self.discourse.parties(group, f"prep:{prep}"))
                return
        nominal = frame.noun_preps.get(prep, ()) if filled.predicate.form in _NOMINAL else ()
        if nominal and nominal[0] not in filled.roles() and first.mention is not None:
            self._party(filled, nominal[0], group, f"prep:{prep}")
            return
        made = filled.predicate.form == "passive_participle" and prep in self.grammar.lists["maker_prepositions"]
        if made and prep not in frame.preps and frame.subject not in filled.roles():
            self._party(filled, frame.subject, group, f"prep:{prep}")
            return
        partitive = prep in self.grammar.lists["maker_prepositions"] and bool(first.pronoun and not first.words)
        if partitive:
            return  # "54 goods, among them"
        somewhere = prep in self.grammar.lists["place_prepositions"] and not frame.missions
        if somewhere and first.mention is not None and first.mention.type == "City":
            group = [c for c in group if self._admits_city(frame, prep)]
            if not group:
                self._put(filled, "place", self.discourse.parties([first], f"prep:{prep}"))
                return
        if frame.journey and self._visiting(filled, prep, first):
            self._party(filled, frame.subject, group, f"prep:{prep}")
            return
        for role in frame.roles_of_prep(prep):
            told = noun is not None and noun.form == "noun" and first.mention is None
            if told and role in ("target", "object"):
                filled.topics.append((first.start, max(c.end for c in group)))
                if frame.owner:
                    self._put(filled, role, self.discourse.owners(first, f"prep:{prep}-owner"))
                return
            self._party(filled, role, group, f"prep:{prep}")
            return
        if prep in self.grammar.lists["leader_prepositions"] and frame.subject != "none":
            self._party(filled, frame.subject, group, f"prep:{prep}")
            return
        predicate = filled.predicate
        own = predicate.form in ("noun", "passive_participle") and predicate.chunk.index == first.index - 1
        if own and frame.from_whom and prep == self.grammar.list_first("origin_prepositions"):
            self._party(filled, "agent", group, f"prep:{prep}")
            return
        if frame.symmetric and prep in self.grammar.lists["company_prepositions"]:
            self._party(filled, "participant", group, f"prep:{prep}")
