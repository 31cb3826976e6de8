"""Frames being filled: the conditions under which one holds, and the test whether a party fits a role."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sifara.document import Argument, EntityLayer
from sifara.events.chunks import Chunk
from sifara.events.discourse import Discourse, Party
from sifara.events.frames import Frame, Frames
from sifara.events.grammar import Grammar, LightVerb
from sifara.events.predicates import Group, Parsed, Predicate


@dataclass(slots=True)
class Filled:
    """A frame with what fills it, before status and dates."""

    frame: Frame
    predicate: Predicate
    arguments: dict[tuple[str, str], Argument] = field(default_factory=dict)
    topics: list[tuple[int, int]] = field(default_factory=list)
    consumed: list[Predicate] = field(default_factory=list)  # nouns that are part of this trigger
    carrier: Predicate | None = None  # the light verb
    light: LightVerb | None = None

    def roles(self) -> set[str]:
        """Give the roles that are filled."""
        return {role for role, _ in self.arguments}

    def mirrored(self) -> list[Filled]:
        """Split a mutual act ("exchanged accusations") into one each way; else the frame as it is."""
        agents = [a for (role, _), a in self.arguments.items() if role == "agent"]
        if (
            self.light is None
            or self.light.control != "reciprocal"
            or not self.frame.mutual
            or self.frame.symmetric
            or len(agents) < 2
        ):
            return [self]
        found = []
        for agent in agents:
            others = [replace(o, role="target", rule="reciprocal") for o in agents if o is not agent]
            arguments = {(a.role, a.entity): a for a in (agent, *others)}
            found.append(replace(self, arguments=arguments))
        return found

    def of(self, role: str) -> list[str]:
        """Give the entities in a role."""
        return [e for r, e in self.arguments if r == role]


class Filling:
    """Conditions of frames over the predicates of one sentence."""

    def __init__(
        self, layer: EntityLayer, discourse: Discourse, parsed: Parsed, lexicon: Frames, words: Grammar
    ) -> None:
        self.layer = layer
        self.discourse = discourse
        self.parsed = parsed
        self.lexicon = lexicon
        self.grammar = words
        self.seats = {(o.person, o.of) for o in layer.offices}
        self.country_of_envoy = {o.person: o.of for o in layer.offices if o.role in ("Ambassador", "Envoy", "Official")}

    def _near(self, predicate: Predicate, wanted: frozenset[str]) -> bool:
        here = predicate.chunk.index
        words = [w for c in self.parsed.chunks[max(0, here - 1) : here + 9] for w in (c.words or [c.word])]
        words += [lemma for c in self.parsed.chunks[here : here + 1] for lemma in c.lemmas]
        return bool(wanted.intersection(words))

    def _dependents(self, predicate: Predicate, everywhere: bool) -> list[Chunk]:
        if predicate.form == "noun":
            groups = [*predicate.genitives, *predicate.objects, *(g for _, g in predicate.preps)]
        else:
            groups = [predicate.subject, *predicate.objects]
            if everywhere or any(f.preps for f in predicate.frames):
                groups += [g for _, g in predicate.preps]
            if predicate.antecedent is not None:
                groups.append([predicate.antecedent])
            elif predicate.chunk.pronoun:
                groups.append(self._meant_by_pronoun(predicate))
        found = [c for g in groups for c in g]
        # "a number of agreements": the genitive counts too.
        transparent = self.grammar.lists["transparent_nouns"]
        for chunk in found:
            if chunk.lemmas & transparent or chunk.word[:1].isdigit():
                found += self.parsed.owners.get(chunk.index, ())
                noun = self.parsed.of_chunk.get(chunk.index)
                found += [c for g in (noun.genitives if noun is not None else ()) for c in g]
                if noun is not None and noun.form == "noun":
                    found += [
                        c for _, g in noun.preps for c in g if c.prep in self.grammar.lists["origin_prepositions"]
                    ]
        return found

    def _meant_by_pronoun(self, predicate: Predicate) -> list[Chunk]:
        """The document or thing before that the object pronoun of a verb may mean."""
        wanted = frozenset(n for f in predicate.frames for n in f.with_nouns)
        types = frozenset(t for f in predicate.frames for t in f.with_types)
        before = self.parsed.chunks[max(0, predicate.chunk.index - 14) : predicate.chunk.index]
        named = [c for c in reversed(before) if c.mention is not None and c.mention.type in types]
        return (named or [c for c in reversed(before) if c.kind == "np" and c.lemmas & wanted])[:1]

    def _with(self, filled: Filled) -> bool:
        frame, predicate = filled.frame, filled.predicate
        for chunk in self._dependents(predicate, frame.with_anywhere):
            typed = chunk.mention is not None and chunk.mention.type in frame.with_types
            if not typed and not frame.with_nouns & chunk.lemmas:
                continue
            if frame.with_pronoun and not chunk.pronoun:
                continue
            if frame.own_envoy is not None and self._own_envoy(predicate, chunk) != frame.own_envoy:
                continue
            noun = self.parsed.of_chunk.get(chunk.index)
            if noun is not None and noun.form == "noun":
                filled.consumed.append(noun)
                own = next((f.genitive[0] for f in noun.frames if f.genitive), "target")
                for group in noun.genitives:
                    self._party(filled, frame.object if frame.with_owner else own, group, "with-genitive")
            if frame.owner or frame.with_owner or frame.event in ("Summons", "Expulsion"):
                self._put(
                    filled,
                    frame.object if frame.object != "none" else frame.subject,
                    self.discourse.owners(chunk, "with-owner"),
                )
                self._put(filled, frame.object, self.discourse.parties([chunk], "with-mention"))
            if (
                frame.event in ("Signing", "Extension", "Ratification", "Agreement", "Withdrawal")
                and chunk.mention is not None
            ):
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

    def _own_envoy(self, predicate: Predicate, envoy: Chunk) -> bool:
        """Whether the envoy is that of the state whose body acts: recalled, not summoned."""
        if envoy.pronoun:
            return True
        acting = {p.entity for p in self.discourse.subject_of(predicate)} if predicate.form != "noun" else set()
        acting |= {self.layer.entities[e].country or e for e in acting if e in self.layer.entities}
        sent = {p.entity for p in (*self.discourse.parties([envoy], ""), *self.discourse.owners(envoy, ""))}
        sent |= {self.country_of_envoy[e] for e in sent if e in self.country_of_envoy}
        return bool(acting & sent)

    def _light(self, predicate: Predicate) -> tuple[Predicate | None, LightVerb | None]:
        if predicate.form != "noun":
            return None, None
        parent, link = predicate.parent, predicate.link
        # "prepares to reopen the embassies": a light noun in between lets the verb through.
        while (
            parent is not None
            and parent.form == "noun"
            and parent.chunk.lemmas & self.grammar.lists["transparent_nouns"]
        ):
            parent, link = parent.parent, parent.link
        found: tuple[Predicate | None, LightVerb | None] = (None, None)
        if parent is not None and parent.form != "noun":
            for light in parent.light:
                fits = (
                    (link == "object" and light.objects)
                    or link in light.preps
                    or (link == "subject" and light.control in ("subjectless", "gathers"))
                    or (link == "subject" and light.objects and self._passive(parent, None))
                )
                own = light.control == "subject" and light.embeds is not None
                refused = light.embeds == "Negated" and predicate.chunk.definite and not predicate.chunk.prep
                if own and (predicate.chunk.nisbas or self._owned(predicate) or refused):
                    continue  # somebody else's deed
                if fits and (found[1] is None or (found[1].embeds is not None and light.embeds is None)):
                    found = parent, light
            if found[0] is None and any(f.carrier for f in parent.frames) and link:
                return parent, LightVerb(True, frozenset(), "subject", None)
        return found if found[0] is not None else self._relative_light(predicate)

    def _owned(self, predicate: Predicate) -> bool:
        """Whether a genitive says whose deed a noun tells, where the frame takes it so."""
        acts = any(f.genitive[:1] == ("agent",) for f in predicate.frames)
        return acts and any(c.mention is not None for group in predicate.genitives for c in group)

    def _relative_light(self, predicate: Predicate) -> tuple[Predicate | None, LightVerb | None]:
        """A light verb in the relative clause of its noun: "the talks that he held", "a visit he made"."""
        for verb in self.parsed.predicates:
            if verb.antecedent is not predicate.chunk or not verb.light:
                continue
            pronouns = {prep for prep, group in verb.preps if group[0].pronoun and not group[0].words}
            for light in verb.light:
                if light.embeds is not None:
                    continue
                if (light.objects and (verb.chunk.pronoun or not verb.objects)) or pronouns & light.preps:
                    return verb, light
                if light.control in ("subjectless", "gathers") and not verb.subject:
                    return verb, light
        return None, None

    def _told(self, predicate: Predicate) -> bool:
        """A masdar after "was done" (تم، جرى) is told as an event, with no verb of its own."""
        if any(m in self.grammar.lists["passive_auxiliaries"] for m in predicate.marks):
            return True
        chunk = predicate.chunk
        if any(chunk.prep in f.adverbial for f in predicate.frames):
            return any(prep in self.grammar.lists["accompaniment_prepositions"] for prep, _ in predicate.preps)
        between = [g for prep, g in predicate.preps if prep in self.grammar.lists["between"]]
        if between and not chunk.definite and len(self.discourse.parties(between[0], "")) > 1:
            return True  # "an accord between the two": told with its parties
        # A headline that is the noun with its parties.
        first = predicate.chunk.index == 0 and predicate.clause.verb is None
        return first and any(prep in self.grammar.lists["between"] for prep, _ in predicate.preps)

    def _enough(self, filled: Filled) -> bool:
        frame = filled.frame
        needs = (
            frame.noun_needs
            if filled.predicate.form == "noun" and frame.noun_needs and filled.carrier is None
            else frame.needs
        )
        if not filled.arguments:
            return False
        actors = filled.of("agent") + filled.of("participant")
        if filled.light is not None and filled.light.control == "reciprocal":
            return len(actors) > 1
        alone = filled.predicate.form == "noun" and filled.carrier is None and frame.symmetric and len(actors) == 1
        if alone and self._type(actors[0]) not in ("IntergovernmentalOrganization",):
            return False
        if frame.pairs and len(actors) < 2:
            return False
        if (
            filled.predicate.form == "noun"
            and filled.carrier is None
            and any("participant" in n for n in frame.noun_needs)
        ):
            pass
        if frame.person_agent and not all(
            self._type(e) in ("Person", "Country", "Organization", "IntergovernmentalOrganization", "GovernmentBody")
            for e in actors
        ):
            return False
        if frame.bare_object and not (filled.predicate.chunk.pronoun or filled.predicate.objects):
            return False
        if (
            frame.agentive
            and filled.predicate.form == "verb"
            and filled.predicate.subject
            and "agent" not in filled.roles()
        ):
            head = filled.predicate.subject[0]
            deeds = any(f.event == frame.event for lemma in head.lemmas for f in self.lexicon.nouns.get(lemma, ()))
            told = head.mention is not None or deeds or head.lemmas & self.grammar.lists["agent_nouns"]
            if not told and not self._passive(filled.predicate, frame):
                return False
        if frame.not_prep & {p for p, _ in filled.predicate.preps}:
            return False
        if filled.predicate.form in ("passive_participle", "attributive") and frame.participle_needs:
            return any(alternative <= filled.roles() for alternative in frame.participle_needs)
        if frame.symmetric and filled.predicate.form == "verb" and len(actors) == 1:
            if self._type(actors[0]) not in ("Person", "Country", "IntergovernmentalOrganization", "GovernmentBody"):
                return False
        if frame.needs_content and not self._has_content(filled.predicate):
            return False
        if frame.with_prep and not frame.with_prep & {p for p, _ in filled.predicate.preps}:
            return False
        have = filled.roles() | ({"content"} if filled.topics else set())
        return not needs or any(alternative <= have for alternative in needs)

    def _has_content(self, predicate: Predicate) -> bool:
        return any(c.parent is predicate and c.kind in ("comp", "quote") for c in self.parsed.clauses)

    def _type(self, entity: str) -> str:
        known = self.layer.entities.get(entity)
        return known.type if known else ""

    def _put(self, filled: Filled, role: str, parties: tuple[Party, ...]) -> None:
        if role in ("none", "topic", "content", "until", "duration"):
            return
        for party in parties:
            entity, to = party.entity, role
            kind = self._type(entity)
            if to == "place" and filled.frame.event in self.lexicon.placeless:
                continue
            if filled.frame.event == "Visit" and to in ("target", "object") and kind == "City":
                to = "place"
            if filled.frame.event in ("Summons", "Expulsion", "Recall") and to == "target":
                entity = self.country_of_envoy.get(entity, entity)
                kind = self._type(entity)
            if kind == "City" and to == "agent":
                continue  # where something is said, not who says it
            if kind == "City" and to != "place" and not self.lexicon.admits(filled.frame, to, kind):
                country = self.layer.entities[entity].country
                if country is None or country not in self.layer.entities:
                    continue
                entity, kind = country, self._type(country)
            if not self.lexicon.admits(filled.frame, to, kind):
                continue
            if to in ("target", "object") and (
                (("agent", entity) in filled.arguments) or ("participant", entity) in filled.arguments
            ):
                continue
            filled.arguments.setdefault((to, entity), Argument(to, entity, party.start, party.end, party.rule))

    def _party(self, filled: Filled, role: str, group: Group, rule: str) -> None:
        if role in ("topic", "content"):
            filled.topics.append((group[0].start, max(c.end for c in group)))
            if role == "content":
                return
            return
        named = self.discourse.parties(group, rule)
        if not named and (filled.frame.owner or role == "place") and role in ("target", "object", "place"):
            # Citizens of a state are not the state.
            citizens = self.grammar.lists["citizen_nouns"]
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
        if filled.frame.event == "Visit" and role == "target":
            # "the Turkish capital Ankara" tells the country with the city.
            inner = (n for c in group for n in c.inner if n.type == "Country")
            self._put(
                filled, "target", tuple(Party(e, n.start, n.end, "capital-of") for n in inner for e in n.entities)
            )

    def _passive(self, predicate: Predicate, frame: Frame | None) -> bool:
        """Whether a verb that is written alike in both voices is passive here."""
        voices = {r.voice for r in predicate.chunk.readings if r.voice}
        if predicate.chunk.vowelled_passive and predicate.form == "verb":
            return True
        if voices == {"p"}:
            return True
        if "p" not in voices and frame is not None and frame.passive:
            voices.add("p") if not voices or predicate.chunk.readings[0].aspect in ("p", "i") else None
        if "p" not in voices or predicate.chunk.pronoun:
            return False
        charged = any(c.lemmas & self.grammar.lists["charge_nouns"] for _, group in predicate.preps for c in group)
        if charged and frame is not None and frame.object_pref:
            return True
        if predicate.objects:
            return False
        if not predicate.subject:
            # "the reporter who is tried": the antecedent suffers what the verb tells.
            person = predicate.antecedent is not None and predicate.antecedent.mention is not None
            return bool(frame is not None and frame.object_pref and person and predicate.clause.kind == "rel")
        if any(prep in self.grammar.lists["agent_prepositions"] for prep, _ in predicate.preps):
            return True
        first = predicate.subject[0]
        if frame is None:
            return True
        if first.mention is None:
            return bool(frame.with_nouns & first.lemmas) or (frame.object_pref and not first.nisbas)
        if first.mention.type in ("Treaty", "Project"):
            return True
        before = first.index < predicate.chunk.index
        return frame.object_pref and first.mention.type == "Person" and not before
