"""What stands around a word, as far as it tells whether the word is a verb."""

from __future__ import annotations

from sifara.document import Token
from sifara.events.agreement import agrees, unbound
from sifara.events.beginnings import BeginningReader
from sifara.events.chunk import Chunk
from sifara.events.fillers import said_in_it, told_in
from sifara.events.frames import frames
from sifara.events.marks import COMMA
from sifara.events.wordclass import verb_readings
from sifara.events.wordcontext import Context

_PARTIES = 2  # bare phrases behind a verb: subject and object
_OBJECTS = frozenset({"target", "participant", "object"})
_QUOTED = ("open", "np", "close")


class NeighbourReader(BeginningReader):
    """Looks at the chunks before a word and the token after it."""

    def _open_for_genitive(self, previous: Chunk | None, i: int) -> bool:
        return (
            previous is not None
            and previous.kind == "np"
            and previous.mention is None
            and not previous.definite
            and not previous.pronoun
            and not previous.modified
            and not self._names_building(previous)
            and not self.conj
            and previous.end <= self.tokens[i].start
            and self.tokens[i - 1].end in (previous.end, self.skipped)
            and not unbound(previous, self.grammar)
            and not self._set_apart(previous)
        )

    def _set_apart(self, previous: Chunk | None) -> bool:
        """Whether nothing describes the phrase before: it tells in what something is said, and the object comes."""
        return told_in(previous, self.grammar) and self._awaits_object()

    def _masdar(self, token: Token) -> bool:
        return any(r.pos == "noun" and r.lemma in self.event_nouns for r in token.readings)

    def _held(self, previous: Chunk | None, token: Token) -> bool:
        """Whether a verb tells of an occasion or document just before that it was held or issued."""
        if previous is None or previous.kind != "np" or previous.mention is not None:
            return False
        lists = self.grammar.lists
        named = previous.head_lemmas & (lists["telling_nouns"] | lists["held_nouns"])
        if not named or previous.definite or previous.pronoun:
            return False
        verbs = [r for r in token.readings if r.pos == "verb" and r.lemma in lists["occasion_verbs"]]
        return any(r.aspect == "p" and r.person == "3" and agrees(previous, r.gender, "s") for r in verbs)

    def _awaits_object(self) -> bool:
        """Whether the verb of the clause has its subject, and takes an object that has not come yet."""
        bare = 0
        for n in range(len(self.chunks) - 1, -1, -1):
            chunk = self.chunks[n]
            if chunk.kind == "verb":
                subject = bare or any(c.kind == "np" and not c.prep for c in self.chunks[max(0, n - 2) : n])
                return bare < _PARTIES and bool(subject) and not chunk.pronoun and self._takes_object(chunk)
            if chunk.kind in ("comp", "rel", "sub", "close"):
                return False
            bare += chunk.kind == "np" and not (chunk.prep or chunk.genitive or chunk.conj)
        return False

    def _takes_object(self, verb: Chunk) -> bool:
        lexicon = frames()
        wanted = any(f.object in _OBJECTS for lemma in verb.head_lemmas for f in lexicon.verbs.get(lemma, ()))
        return wanted or any(v.objects for lemma in verb.head_lemmas for v in self.grammar.light_verbs.get(lemma, ()))

    def _before_quotes(self) -> Chunk | None:
        """The name within the quotation marks that have just closed, where they hold nothing else."""
        if len(self.chunks) < len(_QUOTED):
            return None
        first, name, last = self.chunks[-len(_QUOTED) :]
        return name if (first.kind, name.kind, last.kind) == _QUOTED and name.mention is not None else None

    def _tells_event(self, noun: Chunk) -> bool:
        """Whether a chunk is an indefinite event noun, or what goes with one before it ("an alternative proposal")."""
        bare = noun.kind == "np" and noun.mention is None and not noun.definite
        before = self.chunks[-2] if noun is self.chunks[-1] and noun.genitive and len(self.chunks) > 1 else None
        if bare and before is not None and before.mention is None and not (before.definite or noun.pronoun):
            return bool((noun.head_lemmas | before.head_lemmas) & self.event_nouns)
        return bare and bool(noun.head_lemmas & self.event_nouns)

    def _context(self, i: int) -> Context:
        previous = self._before_quotes() or next((c for c in reversed(self.chunks) if c.kind != "open"), None)
        clause_verb = self._clause_has_verb()
        lists = self.grammar.lists
        after = i + 1
        while after + 1 < len(self.tokens) and self.tokens[after].folded in self.grammar.lists["skip_words"]:
            after += 1
        nxt = self.tokens[after] if after < len(self.tokens) else None
        next_mention = self.mention_at.get(after)
        opened = i > 0 and self._open_for_genitive(previous, i)
        return Context(
            first=all(c.kind == "mark" and c.word == "stance" for c in self.chunks),
            previous_kind=previous.kind if previous else "",
            previous_word=previous.word if previous else "",
            previous_open=opened,
            after_prep=bool(self.prep),
            clause_has_verb=clause_verb,
            next_token=nxt,
            next_mention=next_mention,
            next_free=after in self.time_at or i + 1 in self.time_at,
            quoted=self._said(),
            own=self.tokens[i],
            previous_event=previous is not None
            and self._tells_event(previous)
            and not (self._set_apart(previous) and self._masdar(self.tokens[i])),
            known_verb=any(r.lemma in self.known_verbs for r in self.tokens[i].readings if r.pos == "verb"),
            governed=opened
            and previous is not None
            and bool(previous.head_lemmas & (lists["transparent_nouns"] | lists["negated_nouns"])),
            participle=self._participle(self.tokens[i]),
            light_noun=self._light_noun(i),
            after_owned=previous is not None
            and previous.kind == "np"
            and bool(previous.pronoun)
            and bool(previous.head_lemmas & self.event_nouns),
            joined=bool(self.conj),
            pair=self._pair(),
            event_noun=self._masdar(self.tokens[i]),
            held=self._held(previous, self.tokens[i]),
            after_participle=i > 0 and previous is not None and self._says(previous, self.tokens[i - 1]),
            next_nisba=i + 1 in self.nisba_at or (next_mention is not None and next_mention.kind == "nisba"),
            decided=self._decided(),
            coordinated=self._coordinated(i),
            awaits_masdar=self._awaits_masdar(),
            takes_verb=previous is not None and (self._takes_verb(previous) or self._resumed(previous, nxt)),
            fronted=self._fronted(),
            awaits_verb=self._awaits_verb(),
            calls_upon=self._calls_upon(i),
        )

    def _calls_upon(self, i: int) -> bool:
        """Whether a verb with its object is followed by what it governs: "accused it of", "put on it the blame"."""
        verbs = [r for r in verb_readings(self.tokens[i], False) if r.pronoun and r.lemma in self.known_verbs]
        after = self.tokens[i + 1] if verbs and i + 1 < len(self.tokens) else None
        if after is None:
            return False
        clitics = {self.grammar.clitic_preps[r.prep] for r in after.readings if r.prep in self.grammar.clitic_preps}
        preps = {self.grammar.preps.get(after.folded, ""), *clitics}
        nouns = {r.lemma for r in after.readings if r.pos == "noun" and not (r.prep or r.conj)}
        known = [f for r in verbs for f in frames().verbs.get(r.lemma, ())]
        called = not self._masdar(self.tokens[i]) and any(f.preps.keys() & preps for f in known)
        return called or any(f.with_nouns & nouns for f in known)

    def _names_building(self, word: Chunk) -> bool:
        """Whether a word is the name of the building before it: nothing belongs to "Bayan" in "the palace of Bayan"."""
        before = self.chunks[-2] if len(self.chunks) > 1 and self.chunks[-1] is word else None
        return word.genitive and before is not None and bool(before.lemmas & self.grammar.lists["building_nouns"])

    def _pair(self) -> bool:
        """Whether two are named before: joined by "and", by a plural, or as who met whom."""
        nps = [c for c in self.chunks if c.kind == "np"]
        joined = any(c.conj or (c.mention is not None and c.mention.number != "s") for c in nps)
        return joined or sum(c.mention is not None and c.mention.type == "Person" for c in nps) > 1

    def _resumed(self, moment: Chunk, following: Token | None) -> bool:
        """Whether a word before "in it" tells what happened then or is told there: "at a time in which … bombs"."""
        bare = moment.kind == "np" and bool(moment.prep) and not (moment.definite or moment.pronoun)
        back = following is not None and any(r.pos == "prep" and r.pronoun[:1] == "3" for r in following.readings)
        then = bare and back and bool(moment.head_lemmas & self.grammar.lists["times_of_deeds"])
        return then or said_in_it(moment, following, self.grammar)

    def _takes_verb(self, previous: Chunk) -> bool:
        """Whether only a verb can come next: "after (he)", "when", "but he"."""
        lists = self.grammar.lists
        if previous.kind == "comp":  # "it happened before that"
            prior = any(c.kind == "mark" and c.word in lists["precedence_words"] for c in self.chunks[-3:])
            return prior or bool(previous.pronoun) or previous.prep in lists["temporal_prepositions"]
        openers = ("temporal_subordinators", "owned_subordinators", "verbal_subordinators")
        return previous.kind == "sub" and any(previous.word in lists[name] for name in openers)

    def _add(self, chunk: Chunk) -> Chunk:
        self.prep = self._counted_from(chunk) or self.prep
        return super()._add(chunk)

    def _counted_from(self, chunk: Chunk) -> str:
        """The preposition of "two weeks after (from) the signing", where only the time before it says "after"."""
        before = self.chunks[-1] if self.chunks else None
        if before is None or before.kind != "time" or chunk.kind != "np":
            return ""
        if self.prep not in self.grammar.lists["counting_from"]:
            return ""
        if chunk.definite and not chunk.pronoun and chunk.mention is None:
            return ""  # "after years of the talks": they lasted so long
        words = (before.word, self._strip_conj(before.word)[0])
        found = (self.grammar.preps.get(w, "") for w in words)
        return next((p for p in found if p in self.grammar.lists["not_then_prepositions"]), "")

    def _coordinated(self, i: int) -> bool:
        """Whether a masdar here would go on from one that a verb with a feminine subject governs."""
        if not any(r.lemma in self.event_nouns and r.pos == "noun" for r in self.tokens[i].readings):
            return False
        masdar = apart = False
        lists = self.grammar.lists
        if self._goes_on_listing() and self._nobody_follows(i):
            return True
        for chunk in reversed(self.chunks):
            if chunk.kind == "verb":
                she = bool(chunk.readings) and all(r.gender == "f" for r in chunk.readings)
                return she and (self._nobody_follows(i) if apart else masdar)
            if chunk.kind == "mark":  # "it must move to stop …, and to support": no verb stands between
                return masdar and chunk.word in lists["possibility_words"] and self._nobody_follows(i)
            if chunk.kind in ("close", "open") or (chunk.kind == "punct" and chunk.word == COMMA):
                apart = True
                continue
            if chunk.kind == "comp":
                break
            if chunk.kind not in ("np", "time"):
                return False
            bare = chunk.mention is None and not chunk.definite
            masdar = masdar or (bare and bool(chunk.head_lemmas & self.event_nouns))
        return masdar and not apart and self._nobody_follows(i)  # "after the occupation of …, the killing of": no verb

    def _goes_on_listing(self) -> bool:
        """Whether nouns stand right before that name a need, or that "and" joins behind a preposition: "of halting"."""
        lists, joined = self.grammar.lists, False
        for chunk in reversed(self.chunks):
            if chunk.kind != "np":
                return False
            if chunk.head_lemmas & lists["need_nouns"] or (joined and chunk.prep and chunk.mention is None):
                return True
            open_ = chunk.mention is None and (not chunk.definite or bool(chunk.pronoun))
            joined = joined or (bool(chunk.conj) and open_)
        return False

    def _nobody_follows(self, i: int) -> bool:
        """Whether what comes after a word is a thing and cannot be who does what a masculine verb would tell."""
        after = i + 1
        if after >= len(self.tokens):
            return False
        if after in self.mention_at:
            return self.mention_at[after].type in ("Country", "Region", "City")
        nouns = [r for r in self.tokens[after].readings if r.pos == "noun" and r.source != "backoff"]
        acting = self.grammar.lists["agent_nouns"] | self.grammar.lists["people_nouns"]
        return bool(nouns) and not any(r.lemma in acting for r in nouns)

    def _participle(self, token: Token) -> bool:
        found = [r for r in token.readings if r.lemma in self.participles and r.pos in ("adj", "noun")]
        several = any(r.pos == "adj" and r.number in ("d", "p") and not r.definite for r in found)
        endings = (self.grammar.accusative_ending, *(self.grammar.lists["oblique_endings"] if several else ()))
        return token.folded.endswith(endings) and any(not r.pronoun for r in found)

    def _light_noun(self, i: int) -> bool:
        """Whether a word is the adjective of the definite event noun after it: "with sincere condolences"."""
        words = self.grammar.lists["transparent_nouns"]
        light = any(r.pos != "verb" and r.lemma in words for r in self.tokens[i].readings)
        after = self.tokens[i + 1].readings if light and i + 1 < len(self.tokens) else ()
        return any(r.pos == "noun" and r.definite and r.lemma in self.event_nouns for r in after)

    def _said(self) -> bool:
        """Whether somebody's own words are read: within quotation marks, or behind a colon."""
        return self.depth > 0 or self.colon

    def _says(self, previous: Chunk, token: Token) -> bool:
        return previous.kind == "np" and previous.end == token.end and self._participle(token)
