"""Light verbs: which verb carries a noun that tells an event ("held talks", "voiced concern")."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.grammar import LightVerb
from sifara.events.hedges import was_made
from sifara.events.lightnouns import governor, provided
from sifara.events.predicates import Predicate


class LightVerbs(Rules):
    """Finds the verbs that carry the nouns of one sentence."""

    def __init__(self, context: Context, conditions: Conditions) -> None:
        super().__init__(context)
        self.conditions = conditions

    def of(self, predicate: Predicate) -> tuple[Predicate | None, LightVerb | None]:
        """Give the verb that carries a noun, and how; ``None`` twice if no verb does."""
        if predicate.form != "noun" or self._why(predicate):
            return None, None
        parent, link = self._flooded(predicate, *governor(predicate, self.grammar))
        if parent is not None and (self._besides(predicate, parent, link) or self._leads(parent, link, predicate)):
            parent = None
        found: tuple[Predicate | None, LightVerb | None] = (None, None)
        if parent is not None:
            alone = link == "object" and not parent.subject  # "opened was the summit"
            opened = alone and all(light.control == "subjectless" for light in parent.light)
            for light in parent.light:
                if light.nouns and not light.nouns & predicate.chunk.head_lemmas:
                    continue
                if not provided(predicate, parent, light):
                    continue
                fits = (
                    (link == "object" and light.objects)
                    or link in light.preps
                    or (link == "subject" and light.control in ("subjectless", "gathers", "attends", "felt"))
                    or (link == "subject" and light.objects and self.conditions.passive(parent, None))
                    or (opened and light.control == "subjectless")
                )
                if light.passive and not self.conditions.passive(parent, None):
                    continue
                own = light.control == "subject" and light.embeds is not None and not light.own
                refuses = any(f.refuses for f in parent.frames)
                named = predicate.chunk.definite and not predicate.chunk.prep
                refused = refuses and named and light.embeds == "Negated" and not self._joint(predicate)
                refused = refused or self._from_others(predicate)
                if own and (predicate.chunk.nisbas or self._owned(predicate) or refused):
                    continue  # somebody else's deed
                if light.embeds == "Negated" and self._given(predicate, parent):
                    continue
                if light.control == "receiver" and self._news(predicate.chunk):
                    continue  # "received the news of his death": others died
                if fits and (found[1] is None or (found[1].embeds is not None and light.embeds is None)):
                    found = parent, light
            carriers = [f for f in parent.frames if f.carrier and parent.form != "noun"]
            voiced = link in ("object", "subject", "coordinated") or any(link in f.preps for f in carriers)
            voiced = voiced and not all(f.deed for f in predicate.frames)  # one voices concern, not an attack
            if found[0] is None and carriers and voiced:
                return parent, LightVerb(True, frozenset(), "subject", None)
        relative = self._relative_light(predicate)
        gathered = relative[1] is not None and relative[1].control == "gathers"
        nobody = found[1] is not None and found[1].control == "subjectless" and relative[0] is not None
        return relative if found[0] is None or gathered or nobody else found  # "the visit that he made has ended"

    def _from_others(self, noun: Predicate) -> bool:
        """Whether what somebody refuses or wants comes from others: "rejected an offer from the movement"."""
        origin = self.grammar.list_first("origin_prepositions")
        given = any(f.from_whom or origin in f.noun_preps for f in noun.frames)
        return given and any(p == origin and bool(self.discourse.parties(g, "")) for p, g in noun.preps)

    def _news(self, noun: Chunk) -> bool:
        """Whether a deed is what news are of."""
        before = self.parsed.chunks[noun.index - 1] if noun.index and not (noun.prep or noun.conj) else None
        return before is not None and bool(before.lemmas & self.grammar.lists["hearsay_nouns"])

    def _besides(self, noun: Predicate, verb: Predicate, link: str) -> bool:
        """Whether a verb carries another noun before this one: "paid a visit to Egypt at the invitation of"."""
        own = next((g[0] for _, g in verb.preps if noun.chunk in g), None)
        if verb.form == "noun" or own is None or own.conj or noun.parent is not verb:
            return False
        takes = frozenset().union(*(light.preps for light in verb.light))
        deeds = {p.chunk.index for p in self.parsed.predicates if p.frames}  # "will engage in making attacks" has one
        before = [g for p, g in verb.preps if p in takes and g[0].index < noun.chunk.index]
        before = [g for g in before if g[0].index + 1 != noun.chunk.index or g[0].index in deeds]
        return link in takes and any(noun.chunk not in g and g[0].mention is None and g[0].words for g in before)

    def _leads(self, verb: Predicate, link: str, noun: Predicate) -> bool:
        """Whether a deed is what led to something: "and the attack led to the death of", but "paid a visit to"."""
        if link == "object" and verb.subject and any(f.journey for f in noun.frames):
            return False
        to = self.grammar.list_first("destination_prepositions")
        leads = verb.form == "verb" and bool(verb.chunk.head_lemmas & self.grammar.lists["result_verbs"])
        return leads and link in ("object", "subject") and any(prep == to for prep, _ in verb.preps)

    def _flooded(self, noun: Predicate, parent: Predicate | None, link: str) -> tuple[Predicate | None, str]:
        """How the noun hangs that counts this one: "was exposed to a flood of criticism", "provoked a wave of"."""
        lists = self.grammar.lists
        if link == "coordinated" and parent is not None and parent.form != "noun":
            groups = [("object", g) for g in parent.objects] + parent.preps
            return parent, next((how for how, g in groups if noun.chunk in g[1:]), link)  # "was exposed to X and to"
        before = self.parsed.chunks[noun.chunk.index - 1] if noun.chunk.index else None
        if before is None or before.mention is not None or link not in lists["origin_prepositions"]:
            return parent, link
        count = self.parsed.chunks[before.index - 1] if before.prep == link and before.word[:1].isdigit() else None
        if count is not None and lists["counting_nouns"] & {count.word, *count.lemmas}:
            return parent, count.prep or "object"  # "made more than 40 raids"
        return parent, (before.prep or "object") if before.lemmas & lists["floods"] else link

    def _relative_light(self, predicate: Predicate) -> tuple[Predicate | None, LightVerb | None]:
        """A light verb in the relative clause of its noun: "the talks that he held", "a visit he made"."""
        above = predicate.parent if predicate.link == "genitive" else None
        wave = above.chunk if above is not None and above.chunk.lemmas & self.grammar.lists["floods"] else None
        own = next((g[0] for g in predicate.genitives if g[0].index == predicate.chunk.index + 1), None)
        own = own if own is not None and own.mention is None and own.index not in self.parsed.of_chunk else None
        where = [g[0] for _, g in predicate.preps if g[0].mention is None]
        for verb in self.parsed.predicates:  # "an accord of peace that they concluded"
            described = verb.antecedent is not None and verb.antecedent in (predicate.chunk, wave, own)
            if verb.antecedent in where and verb.antecedent is not None and not verb.objects:
                described = any(self._back(verb, light) for light in verb.light)  # "a visit to a state that he pays"
            if not described or not verb.light:
                continue
            pronouns = {prep for prep, group in verb.preps if group[0].pronoun and not group[0].words}
            for light in verb.light:
                if light.embeds is not None and light.control == "subject" and self._intended(verb, light):
                    return verb, light
                if light.embeds is not None or (light.nouns and not light.nouns & predicate.chunk.head_lemmas):
                    continue
                if (light.objects and (verb.chunk.pronoun or not verb.objects)) or pronouns & light.preps:
                    return verb, light
                if light.control in ("subjectless", "gathers") and not verb.subject:
                    return verb, light
        return None, None

    @staticmethod
    def _back(verb: Predicate, light: LightVerb) -> bool:
        """Whether a verb carries its noun behind a preposition, by a pronoun: "that he makes (it)"."""
        back = {prep for prep, group in verb.preps if group[0].pronoun and not group[0].words}
        return light.control == "subject" and light.embeds is None and bool(back & light.preps)

    def _intended(self, verb: Predicate, light: LightVerb) -> bool:
        """Whether a verb of intention governs the masdar that carries a noun: "the visit he intends to make"."""
        meant = [*verb.objects, *(g for prep, g in verb.preps if prep in light.preps)]
        back = any(g[0].pronoun and not g[0].words for _, g in verb.preps)
        handed = (g[0] for g in meant if g[0].head_lemmas & self.grammar.light_nouns.keys())
        return any(c.pronoun or back for c in handed)

    def _why(self, predicate: Predicate) -> bool:
        """An accusative of reason ("… recalled its envoy in protest at"): it tells why, the verb does not carry it."""
        chunk, parent = predicate.chunk, predicate.parent
        if parent is None or predicate.link != "object" or chunk.definite or chunk.conj or not parent.objects:
            return False
        names = parent.chunk.head_lemmas & self.grammar.lists["considering_verbs"]  # "considers the revolt a threat"
        reason = bool(names) or any(f.motive for f in predicate.frames)
        return reason and chunk.word.endswith(self.grammar.accusative_ending) and chunk not in parent.objects[0]

    def _joint(self, predicate: Predicate) -> bool:
        """Whether a noun tells what its subject does with others: "Hamas rejects negotiating with"."""
        company = self.grammar.lists["accompaniment_prepositions"]
        return all(f.encounter for f in predicate.frames) and any(prep in company for prep, _ in predicate.preps)

    @staticmethod
    def _given(predicate: Predicate, verb: Predicate) -> bool:
        """Whether what is rejected has taken place: one rejects an attack that others made."""
        charge = all(f.blames for f in predicate.frames)  # nor is a charge undone that is denied
        rejected = any(f.embeds == "Negated" and (charge or not f.denies) for f in verb.frames)
        return rejected and all(f.took_place or (f.voiced and was_made(predicate)) for f in predicate.frames)

    def _owned(self, predicate: Predicate) -> bool:
        """Whether a genitive says whose deed a noun tells, where the frame takes it so."""
        acts = any(f.genitive[:1] == ("agent",) and not f.genitive_suffers for f in predicate.frames)
        things = frozenset(n for f in predicate.frames for n in f.with_nouns)  # "withdrawal of the American forces"
        genitives = [c for group in predicate.genitives for c in group if not c.lemmas & things]
        owners = [c.mention for c in genitives if c.mention is not None]
        if any(f.journey for f in predicate.frames):
            owners = [m for m in owners if m.type not in ("Country", "City", "Region")]  # where it leads
        return acts and bool(owners)

    @staticmethod
    def _of_somebody(noun: Predicate) -> bool:
        """Whether an attitude is told with whose it is and at what it is aimed: "amid American concern over"."""
        whose = bool(noun.chunk.nisbas) or any(g[0].mention is not None for g in noun.genitives)
        over = {r for prep, _ in noun.preps for f in noun.frames for r in f.roles_of_prep(prep)}
        attitudes = all(f.reaction or (f.stance and f.voiced) for f in noun.frames)
        return whose and attitudes and bool(over & {"target", "content"})

    @staticmethod
    def _valued(predicate: Predicate) -> bool:
        """Whether a noun with its preposition is what the word before is about: "praised the cooperation with"."""
        above = predicate.parent
        return above is not None and not predicate.chunk.pronoun and any(
            set(f.roles_of_prep(predicate.chunk.prep)) & {"target", "content", "topic"} for f in above.frames
        )

    def _sort(self, noun: Chunk) -> bool:
        """Whether an accord only says of what sort talks or a paper are: "the memorandum of understanding between"."""
        before = self.parsed.chunks[noun.index - 1] if noun.genitive and noun.index else None
        lists = self.grammar.lists
        return before is not None and bool(before.lemmas & (lists["talk_nouns"] | lists["document_nouns"]))

    def told(self, predicate: Predicate) -> bool:
        """A masdar after "was done" (تم، جرى) is told as an event, with no verb of its own."""
        if any(m in self.grammar.lists["passive_auxiliaries"] for m in predicate.marks):
            return True
        chunk = predicate.chunk
        if any(chunk.prep in f.adverbial for f in predicate.frames) and not self._valued(predicate):
            return any(prep in self.grammar.lists["accompaniment_prepositions"] for prep, _ in predicate.preps)
        if self._of_somebody(predicate):
            return True
        between = [g for prep, g in predicate.preps if prep in self.grammar.lists["between"]]
        struck = not chunk.definite or (any(f.accompanied for f in predicate.frames) and not self._sort(chunk))
        if between and struck and len(self.discourse.parties(between[0], "")) > 1:
            return True  # "an accord between the two", "the truce between X and Y": told with its parties
        # A headline that is the noun with its parties.
        first = predicate.chunk.index == 0 and predicate.clause.verb is None
        if first and len({e for n in predicate.chunk.nisbas for e in n.entities}) > 1:
            return True
        return first and any(prep in self.grammar.lists["between"] for prep, _ in predicate.preps)
