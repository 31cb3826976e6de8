"""Conditions of frames: the words near a trigger, its voice, what it governs."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.frames import Frame
from sifara.events.predicates import Predicate
from sifara.events.voice import Voice


class Conditions(Voice):
    """Conditions of frames over the predicates of one sentence."""

    def hold(self, predicate: Predicate, frame: Frame) -> bool:
        """Say whether the words around a predicate are such as a frame asks for; its parties come later."""
        if (frame.word_near and not self._near(predicate, frame.word_near)) or self._elsewhere(predicate, frame):
            return False
        if frame.not_near and self._near(predicate, frame.not_near):
            return False
        if frame.speech and predicate.form == "verb" and not predicate.subject and self._impersonal(predicate):
            return False
        if frame.not_with and self._governs(predicate, frame.not_with):
            return False
        if frame.not_about and self._about(predicate, frame.not_about):
            return False
        if frame.behind and not self._behind(predicate.chunk, frame.behind):
            return False
        if frame.marchers and not self._marching(predicate):
            return False
        if frame.adjective and not frame.adjective & (predicate.chunk.lemmas - predicate.chunk.head_lemmas):
            return False
        if frame.things is not None and self._odd_object(predicate, frame.things):
            return False
        if frame.object_pref and self._accident(predicate):
            return False
        odds = (self._not_denied, self._other_voice, self._other_verb, self._other_tense, self._likened)
        if any(odd(predicate, frame) for odd in odds):
            return False
        if frame.governed and predicate.form == "noun" and not self._governed(predicate.chunk):
            return False
        several = frame.singular and predicate.form == "noun" and all(r.number != "s" for r in predicate.chunk.readings)
        return not several

    def _marching(self, verb: Predicate) -> bool:
        """Whether those who act are told to be protesters: "hundreds of Lebanese demonstrators stormed"."""
        acting = [o for c in verb.subject[:1] for o in self._counted_by(c)]
        return any(c.head_lemmas & self.grammar.lists["marching_nouns"] for c in acting)

    def charge(self, chunk: Chunk) -> Chunk:
        """The word that carries the pronoun of an envoy: "its chargé d'affaires" is "in charge of its affairs"."""
        behind = self.parsed.chunks[chunk.index + 1 : chunk.index + 2]
        if not behind or not behind[0].pronoun:
            return chunk
        affairs = bool(chunk.lemmas & self.grammar.lists["charge_heads"]) and bool(behind[0].clitic_prep)
        staff = behind[0].genitive and bool(behind[0].lemmas & self.grammar.lists["mission_nouns"])
        return behind[0] if affairs or staff else chunk  # "the staff of its embassy"

    def _likened(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a deed is only what something is called: "it is an attack on all", "considers it an attack on"."""
        chunk, lists, above = predicate.chunk, self.grammar.lists, predicate.parent
        before = self.parsed.chunks[chunk.index - 1] if chunk.index else None
        if predicate.form != "noun" or not frame.took_place or chunk.definite or chunk.pronoun or before is None:
            return False
        called = predicate.link == "object" and chunk.word.endswith(self.grammar.accusative_ending)
        if called and above is not None and above.chunk.head_lemmas & lists["considering_verbs"]:
            return True
        likened = chunk.genitive and bool(before.lemmas & lists["likening_nouns"])
        return likened or (not chunk.prep and not lists["subject_pronouns"].isdisjoint(before.passed))

    def _accident(self, predicate: Predicate) -> bool:
        """Whether somebody died of a fire or a crash: "a fire that led to the death of", "killed in a crash"."""
        words = self.grammar.lists["nature_nouns"] | self.grammar.lists["accident_nouns"]
        above = predicate.parent
        causes = [g[0] for p, g in predicate.preps if p in self.grammar.lists["manner_prepositions"]]
        if above is not None and above.chunk.head_lemmas & self.grammar.lists["result_verbs"]:
            causes += [*above.subject[:1], *([above.antecedent] if above.antecedent is not None else [])]
            outer = above.inherits or (above.clause.outer.verb if above.clause.outer is not None else None)
            causes += outer.subject[:1] if outer is not None else []  # "a fire in a hospital that led to"
        violent = self.grammar.lists["terror_words"] | self.grammar.lists["violence_nouns"]
        meant = [c for c in causes if c.mention is None and c.head_lemmas & words]
        after = [o for c in meant for o in self.parsed.chunks[c.index : c.index + 2]]
        return bool(meant) and not any(c.lemmas & violent for c in after)

    def _governed(self, noun: Chunk) -> bool:
        """Whether a noun without a pronoun stands behind another or a preposition other than that of means."""
        behind = bool(noun.prep) and noun.prep not in self.grammar.lists["means_prepositions"]
        return not noun.pronoun and (behind or noun.genitive)

    def _near(self, predicate: Predicate, wanted: frozenset[str]) -> bool:
        here = predicate.chunk.index
        chunks = self.parsed.chunks[max(0, here - 1) : here + 9]
        words = [w for c in chunks for w in (*(c.words or [c.word]), *c.passed)]
        words += [lemma for c in self.parsed.chunks[here : here + 1] for lemma in c.lemmas]
        return bool(wanted.intersection(words))

    def _behind(self, noun: Chunk, wanted: frozenset[str]) -> bool:
        """Whether one of these nouns stands a little before a noun ("talks under the auspices of"), or behind it."""
        around = self.parsed.chunks[max(0, noun.index - 9) : noun.index] or self.parsed.chunks[1:11]
        return any(c.kind == "np" and wanted & c.lemmas for c in around)

    @staticmethod
    def undergone(participle: Predicate, frame: Frame) -> bool:
        """Whether a participle without an object tells what is done to its subject: "Beijing is accused of"."""
        alike = participle.form == "participle" and participle.chunk.head_lemmas & frame.passive_participles
        told = bool(alike) and participle.clause.kind != "participle" and bool(participle.subject)
        return told and frame.passive and not participle.objects and not participle.chunk.pronoun

    def aimed(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a preposition tells whom the deed hits, so that the genitive is the one who does it."""
        return any(
            frame.object in frame.roles_of_prep(prep)
            and any(c.mention is not None or self.suffers_unnamed(c) for c in group)
            for prep, group in predicate.preps
        )

    def voiced_on(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a party that is named behind a verb is addressed by who spoke: "condemned it and urged Israel to"."""
        above, party = predicate.inherits, predicate.subject[0].mention if predicate.subject else None
        if above is None or party is None or frame.object != "target":
            return False
        again = bool(predicate.chunk.head_lemmas & above.chunk.head_lemmas)  # "calls on X to, and calls on the king to"
        if party.kind not in ("name", "collective", *(("titled",) if again else ())):
            return False
        voiced = [f for f in above.frames if self.lexicon.classes.has(f.event, "voiced") and not f.speech]
        same = above.clause.kind != "rel" and predicate.clause.kind != "rel" and bool(predicate.chunk.conj)
        return same and bool(voiced) and not frame.speech and self.lexicon.classes.has(frame.event, "voiced")

    def _governs(self, predicate: Predicate, words: frozenset[str]) -> bool:
        """Whether the subject, object or genitive is one of these nouns, or the trigger has such an adjective."""
        groups = [predicate.subject, *predicate.objects[:1], *predicate.genitives]
        chunks = [c for g in groups for c in g if c.mention is None]
        if predicate.antecedent is not None and predicate.antecedent.mention is None:
            chunks.append(predicate.antecedent)
        lemmas = predicate.chunk.lemmas - predicate.chunk.head_lemmas
        return bool(words & lemmas) or any(words & c.lemmas or words.intersection(c.words) for c in chunks)

    @staticmethod
    def _about(predicate: Predicate, words: frozenset[str]) -> bool:
        """Whether one of these nouns is the first behind a preposition of the trigger."""
        behind = [g[0] for _, g in predicate.preps if g[0].mention is None]
        return any(words & c.head_lemmas or words.intersection(c.words) for c in behind)

    def _impersonal(self, predicate: Predicate) -> bool:
        """Whether a verb may be one that nobody acts in: "it turned out that"."""
        return bool(predicate.chunk.head_lemmas & self.grammar.lists["impersonal_verbs"])

    @staticmethod
    def _other_tense(predicate: Predicate, frame: Frame) -> bool:
        """Whether "will go on" is no going on to say, or a frame asks for the perfect."""
        own = [r for r in predicate.chunk.readings if r.lemma in frame.verbs] if predicate.form == "verb" else []
        ahead = frame.objectless and bool(own) and all(r.future for r in own)
        return ahead or (frame.perfect and any(r.aspect != "p" for r in own))

    @staticmethod
    def _other_verb(predicate: Predicate, frame: Frame) -> bool:
        """Whether the gender of a person who acts shows that another verb, written alike, is meant (توقع)."""
        mention = predicate.subject[0].mention if predicate.form == "verb" and predicate.subject else None
        if mention is None or mention.type != "Person" or mention.gender != "m" or len(predicate.subject) > 1:
            return False
        own = {r.gender for r in predicate.chunk.readings if r.lemma in frame.verbs}
        return own == {"f"} and any(r.gender == "m" for r in predicate.chunk.readings)

    def _odd_object(self, predicate: Predicate, things: frozenset[str]) -> bool:
        """Whether the object, or a masdar's genitive, is a common noun that the frame does not ask for."""
        groups = predicate.objects[:1] if predicate.objects or predicate.form != "noun" else predicate.genitives[:1]
        for group in groups:
            first = group[0]
            if first.mention is None and not first.nisbas and first.words and not first.lemmas & things:
                return True
        resumed = not groups and predicate.form == "verb" and bool(predicate.chunk.pronoun)
        described = predicate.antecedent if resumed else None  # "the refugees whom it received"
        return described is not None and bool(described.head_lemmas & self.grammar.lists["unmet_nouns"])

    def dependents(self, predicate: Predicate, frame: Frame) -> list[Chunk]:
        """Give the words that a frame may ask for: subject, objects, genitives, phrases with its prepositions."""
        parts = self.grammar.lists["origin_prepositions"] if predicate.form == "noun" else frozenset()
        resumes = predicate.antecedent is not None and bool(predicate.chunk.pronoun)  # "a request that he made"
        anywhere = frame.with_anywhere and not resumes
        after = [g for p, g in predicate.preps if anywhere or frame.roles_of_prep(p) or p in parts]
        back = [g for p, g in predicate.preps if frame.object in frame.roles_of_prep(p)]
        back = [g for g in back if g[0].pronoun[:1] == "3" and not g[0].words]  # "Germany's ratification of it"
        if predicate.form == "noun":
            li, behind = self.grammar.clitic_preps["li"], predicate.chunk.index + 1
            behind = max((c.index + 1 for g in predicate.genitives for c in g), default=behind)  # "X's downing of (li)"
            after += [g for p, g in predicate.preps if p == li and g[0].index == behind]
            groups = [*predicate.genitives, *predicate.objects, *after]  # "a halt to (li) fire"
            resumed = any(g[0].pronoun[:1] == "3" and not g[0].words for _, g in predicate.preps)
            done = any(m in self.grammar.lists["passive_auxiliaries"] for m in predicate.marks)  # "that was reached"
            if predicate.chunk.pronoun[:1] == "3" or (resumed and (done or predicate.clause.kind == "rel")):
                # "the accord that was signed": its signing was done; "that was reached": the reaching of it
                described = predicate.clause.antecedent if predicate.clause.kind == "rel" else None
                groups.append([described] if described is not None else self._meant_by_pronoun(predicate))
        else:
            groups = [predicate.subject, *predicate.objects]
            groups += after
            if predicate.antecedent is not None:
                groups.append(self._with_heads(predicate.antecedent))
            elif predicate.chunk.pronoun and not self._free(predicate):
                groups.append(self._meant_by_pronoun(predicate))
        if back and frame.names_object and predicate.antecedent is None:
            groups.append(self._meant_by_pronoun(predicate))
        found = [c for g in groups for c in g]
        # "a number of agreements", "ten diplomats": the genitive counts too.
        transparent = self.grammar.lists["transparent_nouns"]
        found = [o for c in found for o in self._counted_by(c)]
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

    def _counted_by(self, first: Chunk) -> list[Chunk]:
        """A noun with what it counts, if it is a number: "thirteen diplomats", "tens of thousands of soldiers"."""
        found, chunks, lists = [first], self.parsed.chunks, self.grammar.lists
        numbers = lists["numerals"] | lists["counting_nouns"]
        while found[-1].index + 1 < len(chunks):
            counts = found[-1].word[:1].isdigit() or not numbers.isdisjoint((found[-1].word, *found[-1].lemmas))
            if not counts:
                break
            behind = chunks[found[-1].index + 1]
            if behind.kind != "np" or behind.mention is not None:
                break
            if not (behind.genitive or behind.prep in lists["counting_from"]):
                break
            found.append(behind)
        return found

    def _free(self, predicate: Predicate) -> bool:
        """Whether a verb stands behind "what", to which its pronoun leads back: "according to what it published"."""
        start = predicate.clause.start
        return any(c.kind == "rel" and c.pronoun == "free" and c.start == start for c in self.parsed.chunks)

    def _with_heads(self, noun: Chunk) -> list[Chunk]:
        """A noun with those whose genitive it is: "a draft of a resolution that", "an alternative proposal that"."""
        found = [noun]
        while found[-1].genitive and found[-1].index and found[-1].mention is None:
            found.append(self.parsed.chunks[found[-1].index - 1])
        return found

    def _meant_by_pronoun(self, predicate: Predicate) -> list[Chunk]:
        """The document or thing before that the object pronoun of a verb may mean."""
        wanted = frozenset(n for f in predicate.frames for n in f.with_nouns)
        types = frozenset(t for f in predicate.frames for t in f.with_types)
        before = self.parsed.chunks[max(0, predicate.chunk.index - 14) : predicate.chunk.index]
        named = [c for c in reversed(before) if c.mention is not None and c.mention.type in types]
        return (named or [c for c in reversed(before) if c.kind == "np" and c.lemmas & wanted])[:1]

    def own_envoy(self, predicate: Predicate, envoy: Chunk) -> bool:
        """Whether the envoy is that of the state whose body acts: recalled, not summoned."""
        if self.charge(envoy).pronoun:
            return True
        if predicate.form == "verb" and envoy in predicate.subject:
            return False  # "the ambassador had been summoned"
        decides = predicate.parent if predicate.form == "noun" else predicate  # "decided on the recall of"
        told = decides is not None and (decides is predicate or decides.form == "verb")
        acting = {p.entity for p in self.discourse.subject_of(decides)} if told and decides is not None else set()
        if predicate.form == "verb" and self.passive(predicate, None):
            acting = set()  # the envoy is himself the subject
        acting |= {self.layer.entities[e].country or e for e in acting if e in self.layer.entities}
        sent = {p.entity for p in (*self.discourse.parties([envoy], ""), *self.discourse.owners(envoy, ""))}
        sent |= {self.offices.envoys[e] for e in sent if e in self.offices.envoys}
        return bool(acting & sent)

    def _elsewhere(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a frame asks for a state or town after "to" and has none: who is called "to Paris" is invited."""
        wanted = self.grammar.lists["destination_prepositions"]
        towards = self.grammar.list_first("destination_prepositions")
        to = [g[0].mention for p, g in predicate.preps if p == towards]
        if to and not any(m is not None and m.type in ("City", "Country") for m in to):
            return frame.to_place  # "called on him not to meddle in the affairs of France"
        return frame.to_place and not any(
            p in wanted and g[0].mention is not None and g[0].mention.type in ("City", "Country")
            for p, g in predicate.preps
        )

    def _not_denied(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a frame of a denied verb lacks its negation ("does not accept")."""
        return frame.only_negated and not any(m in self.grammar.lists["negators"] for m in predicate.marks)
