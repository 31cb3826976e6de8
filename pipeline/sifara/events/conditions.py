"""Conditions of frames: the words near a trigger, its light verb, its voice, what it governs."""

from __future__ import annotations

from sifara.document import EntityLayer
from sifara.events.chunk import Chunk
from sifara.events.discourse import Discourse
from sifara.events.filled import Filled
from sifara.events.frames import Frame, Frames
from sifara.events.grammar import Grammar, LightVerb
from sifara.events.predicates import Parsed, Predicate

_CAPITAL = "capital"  # rule of the mention of a state by the name of its capital


class Conditions:
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
        self.officers = frozenset(o.person for o in layer.offices)
        self.country_of_envoy = {o.person: o.of for o in layer.offices if o.role in ("Ambassador", "Envoy", "Official")}

    def _near(self, predicate: Predicate, wanted: frozenset[str]) -> bool:
        here = predicate.chunk.index
        chunks = self.parsed.chunks[max(0, here - 1) : here + 9]
        words = [w for c in chunks for w in (*(c.words or [c.word]), *c.passed)]
        words += [lemma for c in self.parsed.chunks[here : here + 1] for lemma in c.lemmas]
        return bool(wanted.intersection(words))

    def _aimed(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a preposition tells whom the deed hits, so that the genitive is the one who does it."""
        return any(
            frame.object in frame.roles_of_prep(prep) and any(c.mention is not None for c in group)
            for prep, group in predicate.preps
        )

    @staticmethod
    def _by_capital(chunk: Chunk) -> bool:
        """Whether a state is named by its capital: in "the attacks of Paris" it is where they were made."""
        return chunk.mention is not None and chunk.mention.rule == _CAPITAL

    def _governs(self, predicate: Predicate, words: frozenset[str]) -> bool:
        """Whether the subject, object or genitive is one of these nouns, or the trigger has such an adjective."""
        groups = [predicate.subject, *predicate.objects[:1], *predicate.genitives]
        chunks = [c for g in groups for c in g if c.mention is None]
        if predicate.antecedent is not None and predicate.antecedent.mention is None:
            chunks.append(predicate.antecedent)
        lemmas = predicate.chunk.lemmas - predicate.chunk.head_lemmas
        return bool(words & lemmas) or any(words & c.lemmas or words.intersection(c.words) for c in chunks)

    @staticmethod
    def _other_voice(predicate: Predicate, frame: Frame) -> bool:
        """Whether a verb can only be passive ("is called") and the frame is of the active."""
        readings = predicate.chunk.readings if predicate.form == "verb" else ()
        own = [r for r in readings if r.lemma in frame.verbs]
        return bool(own) and all(r.voice == "p" for r in own) and not frame.passive

    @staticmethod
    def _other_verb(predicate: Predicate, frame: Frame) -> bool:
        """Whether the gender of a person who acts shows that another verb, written alike, is meant (توقع)."""
        mention = predicate.subject[0].mention if predicate.form == "verb" and predicate.subject else None
        if mention is None or mention.type != "Person" or mention.gender != "m" or len(predicate.subject) > 1:
            return False
        own = {r.gender for r in predicate.chunk.readings if r.lemma in frame.verbs}
        return own == {"f"} and any(r.gender == "m" for r in predicate.chunk.readings)

    @staticmethod
    def _odd_object(predicate: Predicate, things: frozenset[str]) -> bool:
        """Whether the object, or a masdar's genitive, is a common noun that the frame does not ask for."""
        groups = predicate.objects[:1] if predicate.objects or predicate.form != "noun" else predicate.genitives[:1]
        for group in groups:
            first = group[0]
            if first.mention is None and not first.nisbas and first.words and not first.lemmas & things:
                return True
        return False

    def _dependents(self, predicate: Predicate, frame: Frame) -> list[Chunk]:
        parts = self.grammar.lists["origin_prepositions"] if predicate.form == "noun" else frozenset()
        after = [g for p, g in predicate.preps if frame.with_anywhere or frame.roles_of_prep(p) or p in parts]
        if predicate.form == "noun":
            groups = [*predicate.genitives, *predicate.objects, *after]
            if predicate.chunk.pronoun[:1] == "3":  # "the accord that was signed": its signing was done
                described = predicate.clause.antecedent if predicate.clause.kind == "rel" else None
                groups.append([described] if described is not None else self._meant_by_pronoun(predicate))
        else:
            groups = [predicate.subject, *predicate.objects]
            groups += after
            if predicate.antecedent is not None:
                groups.append([predicate.antecedent])
            elif predicate.chunk.pronoun:
                groups.append(self._meant_by_pronoun(predicate))
        found = [c for g in groups for c in g]
        # "a number of agreements", "ten diplomats": the genitive counts too.
        transparent = self.grammar.lists["transparent_nouns"]
        for chunk in tuple(found):
            if chunk.mention is None:
                found += [o for o in self.parsed.owners.get(chunk.index, ()) if o.genitive]
            if chunk.lemmas & transparent or chunk.word[:1].isdigit():
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

    def _own_envoy(self, predicate: Predicate, envoy: Chunk) -> bool:
        """Whether the envoy is that of the state whose body acts: recalled, not summoned."""
        if envoy.pronoun:
            return True
        acting = {p.entity for p in self.discourse.subject_of(predicate)} if predicate.form != "noun" else set()
        if predicate.form == "verb" and self._passive(predicate, None):
            acting = set()  # the envoy is himself the subject
        acting |= {self.layer.entities[e].country or e for e in acting if e in self.layer.entities}
        sent = {p.entity for p in (*self.discourse.parties([envoy], ""), *self.discourse.owners(envoy, ""))}
        sent |= {self.country_of_envoy[e] for e in sent if e in self.country_of_envoy}
        return bool(acting & sent)

    def _light(self, predicate: Predicate) -> tuple[Predicate | None, LightVerb | None]:
        if predicate.form != "noun" or self._why(predicate):
            return None, None
        parent, link = predicate.parent, predicate.link
        # "prepares to reopen the embassies": a light noun in between lets the verb through.
        while (
            parent is not None
            and parent.form == "noun"
            and parent.chunk.head_lemmas & self.grammar.lists["transparent_nouns"]
        ):
            link, parent = parent.link, parent.parent
        found: tuple[Predicate | None, LightVerb | None] = (None, None)
        if parent is not None and parent.form != "noun":
            for light in parent.light:
                if light.nouns and not light.nouns & predicate.chunk.head_lemmas:
                    continue
                fits = (
                    (link == "object" and light.objects)
                    or link in light.preps
                    or (link == "subject" and light.control in ("subjectless", "gathers", "attends", "felt"))
                    or (link == "subject" and light.objects and self._passive(parent, None))
                )
                if light.passive and not self._passive(parent, None):
                    continue
                own = light.control == "subject" and light.embeds is not None and not light.own
                refuses = any(f.refuses for f in parent.frames)
                named = predicate.chunk.definite and not predicate.chunk.prep
                refused = refuses and named and light.embeds == "Negated"
                if own and (predicate.chunk.nisbas or self._owned(predicate) or refused):
                    continue  # somebody else's deed
                if light.embeds == "Negated" and self._given(predicate, parent):
                    continue
                if fits and (found[1] is None or (found[1].embeds is not None and light.embeds is None)):
                    found = parent, light
            carriers = [f for f in parent.frames if f.carrier]
            voiced = link in ("object", "subject", "coordinated") or any(link in f.preps for f in carriers)
            voiced = voiced and not all(f.deed for f in predicate.frames)  # one voices concern, not an attack
            if found[0] is None and carriers and voiced:
                return parent, LightVerb(True, frozenset(), "subject", None)
        relative = self._relative_light(predicate)
        gathered = relative[1] is not None and relative[1].control == "gathers"
        return relative if found[0] is None or gathered else found

    def _elsewhere(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a frame asks for a state or town after "to" and has none: who is called "to Paris" is invited."""
        wanted = self.grammar.lists["destination_prepositions"]
        return frame.to_place and not any(
            p in wanted and g[0].mention is not None and g[0].mention.type in ("City", "Country")
            for p, g in predicate.preps
        )

    def _why(self, predicate: Predicate) -> bool:
        """An accusative of reason ("… recalled its envoy in protest at"): it tells why, the verb does not carry it."""
        chunk, parent = predicate.chunk, predicate.parent
        if parent is None or predicate.link != "object" or chunk.definite or chunk.conj or not parent.objects:
            return False
        reason = any(f.motive for f in predicate.frames)
        return reason and chunk.word.endswith(self.grammar.accusative_ending) and chunk not in parent.objects[0]

    @staticmethod
    def _given(predicate: Predicate, verb: Predicate) -> bool:
        """Whether what is rejected has taken place: one rejects an attack that others made."""
        rejected = any(f.embeds == "Negated" and not f.denies for f in verb.frames)
        return rejected and all(f.took_place for f in predicate.frames)

    def _owned(self, predicate: Predicate) -> bool:
        """Whether a genitive says whose deed a noun tells, where the frame takes it so."""
        acts = any(f.genitive[:1] == ("agent",) and not f.genitive_suffers for f in predicate.frames)
        things = frozenset(n for f in predicate.frames for n in f.with_nouns)  # "withdrawal of the American forces"
        genitives = [c for group in predicate.genitives for c in group if not c.lemmas & things]
        owners = [c.mention for c in genitives if c.mention is not None]
        if any(f.journey for f in predicate.frames):
            owners = [m for m in owners if m.type not in ("Country", "City", "Region")]  # where it leads
        return acts and bool(owners)

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
        if first and len({e for n in predicate.chunk.nisbas for e in n.entities}) > 1:
            return True
        return first and any(prep in self.grammar.lists["between"] for prep, _ in predicate.preps)

    def _has_content(self, predicate: Predicate) -> bool:
        return any(c.parent is predicate and c.kind in ("comp", "quote") for c in self.parsed.clauses)

    def _type(self, entity: str) -> str:
        known = self.layer.entity(entity)
        return known.type if known else ""

    def _passive(self, predicate: Predicate, frame: Frame | None) -> bool:
        """Whether a verb that is written alike in both voices is passive here."""
        voices = {r.voice for r in predicate.chunk.readings if r.voice}
        if predicate.chunk.vowelled_passive and predicate.form == "verb":
            return True
        if voices == {"p"}:
            return True
        may = not voices or predicate.chunk.readings[0].aspect in ("p", "i")
        if may and frame is not None and frame.passive:
            voices.add("p")
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

    def _of_topic(self, filled: Filled, place: Chunk) -> bool:
        """Whether a country or region belongs to the topic just before it, not to the talks."""
        assert place.mention is not None
        frame, predicate = filled.frame, filled.predicate
        if place.mention.type == "City":
            return False
        topics = predicate.objects if frame.object == "topic" else []
        topics = [*topics, *(g for prep, g in predicate.preps if "topic" in frame.roles_of_prep(prep))]
        return any(
            g[-1].mention is None
            and g[-1].index < place.index
            and all(c.genitive for c in self.parsed.chunks[g[-1].index + 1 : place.index])
            for g in topics
        )
