"""Function words: particles, prepositions of one word or several, and what they leave to the next phrase."""

from __future__ import annotations

from sifara.document import Token
from sifara.events.chunk import Chunk
from sifara.events.exceptives import denied
from sifara.events.fillers import about, same_one, whoever_does
from sifara.events.row import Row
from sifara.events.wordclass import verb_readings

_MARKS = dict.fromkeys(range(0x064B, 0x0653))
_SHADDA = "\u0651"  # preposition and verb are told apart by it where it is written
_LONE = 2  # letters of a preposition that stands apart, with its conjunction
_ASIDE = 12  # words between who speaks and what is said
_REACH = 4  # words from "returned" to where


class ParticleReader(Row):
    """Reads the function words of one sentence."""

    def _compound(self, i: int) -> int | None:
        bare, conj = self._strip_conj(self.tokens[i].folded)
        for first, with_conj in ((self.tokens[i].folded, ""), (bare, conj)):
            if first not in self.grammar.phrase_first:
                continue
            for size in (4, 3, 2, 1):
                words = (first, *(t.folded for t in self.tokens[i + 1 : i + size]))
                if len(words) < size:
                    continue  # the sentence ends before
                compounds = self.grammar.compound_preps
                ends = (compounds[*words, p] for p in self._proclitics(i + size) if (*words, p) in compounds)
                name = compounds.get(words) or next(ends, None)  # the last of its words may be one letter
                if name is not None and i + size - 1 not in self.mention_at:
                    self.prep, self.conj = name, with_conj or self.conj
                    return i + size
                if size == 1:
                    continue
                if words in self.grammar.stance_openers:
                    self._add(Chunk("mark", self.tokens[i].start, self.tokens[i + size - 1].end, "stance"))
                    return i + size
                if words in self.grammar.formulae:
                    self.skipped = self.tokens[i + size - 1].end
                    return i + size
                if words in self.grammar.distributives:
                    self.conj = with_conj or self.conj
                    if self.chunks:
                        self.chunks[-1].passed.append(first)  # a list of those who act follows
                    return i + size
        return None

    def _proclitics(self, i: int) -> list[str]:
        """Give the prepositions of one letter that a word may begin with."""
        if i >= len(self.tokens):
            return []
        mention = self.mention_at.get(i)
        found = mention.clitics if mention is not None else [r.prep for r in self.tokens[i].readings]
        return sorted({self.grammar.clitic_preps[c] for c in found if c in self.grammar.clitic_preps})

    def _prepositional_pronoun(self, token: Token) -> bool:
        """A preposition with its pronoun ("with him") is a noun phrase of its own."""
        clitics = self.grammar.clitic_preps
        for reading in token.readings:
            # "with me", in somebody's own words
            own = reading.pronoun[:1] == "1" and self.depth > 0 and token.folded not in self.grammar.preps
            if not (reading.pronoun[:1] == "3" or own) or reading.pos not in ("prep", "pron"):
                continue
            name = self.grammar.preps.get(reading.lemma) or clitics.get(reading.prep)
            name = name or (reading.lemma if reading.lemma in clitics.values() else None)
            if name is not None:
                chunk = Chunk("np", token.start, token.end, token.folded, pronoun=reading.pronoun, definite=True)
                chunk.prep, chunk.conj = name, reading.conj
                self.prep = ""
                self._add(chunk)
                return True
        return False

    def _opens(self, conj: str) -> bool:
        """Whether a clause may begin here."""
        return not self.chunks or bool(conj) or self.chunks[-1].kind in ("punct", "open")

    def _either_if(self, i: int, word: str, conj: str) -> bool:
        """Whether the word for "that" means "if" here: it opens a clause and a negated jussive follows."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        lists = self.grammar.lists
        return self._opens(conj) and word in lists["either_if"] and following in lists["jussive_negators"]

    def _function_word(self, i: int, token: Token) -> bool:
        g = self.grammar
        if self._prepositional_pronoun(token):
            return True
        if token.folded == g.conjunctions[0][0]:  # "and" set apart from its word
            self.skipped, self.conj = token.end, g.conjunctions[0][1]
            return True
        if token.folded in g.lists["disjunctives"] and self.chunks:
            self.skipped, self.conj = token.end, "or"
            return True
        approximate = None if self.prep else about(self.tokens, i, g)
        same = not (self.prep or self.conj) and same_one(self.chunks[-1] if self.chunks else None, token, g)
        if same or approximate is not None:
            self.skipped, self.conj = token.end, approximate or self.conj
            return True
        bare, conj = self._strip_conj(token.folded)
        still = self.grammar.lists["still_verbs"]
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if following in still and (token.folded in g.lists["still_negators"] or bare in g.lists["still_negators"]):
            self.conj = conj or self.conj
            return True  # "does not cease to" is "still": nothing is denied, an auxiliary follows
        if self._lone_preposition(token):
            return True
        for word, with_conj in ((token.folded, ""), (bare, conj)):
            if self._either_if(i, word, with_conj) or whoever_does(self.tokens, i, self.grammar):
                self._add(Chunk("sub", token.start, token.end, "if", conj=with_conj))
                return True
            if word in g.complementizers:
                pronoun = g.complementizer_pronouns.get(word, "")
                self._add(Chunk("comp", token.start, token.end, word, conj=with_conj, pronoun=pronoun))
                return True
            if word in g.relatives:
                self._add(Chunk("rel", token.start, token.end, word, conj=with_conj, pronoun=g.relatives[word]))
                return True
            following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
            if word in g.lists["adversatives"] and following in g.complementizers:
                self._add(Chunk("sub", token.start, token.end, word, conj=with_conj))
                return True
            if word in g.lists["exceptives"] and denied(self.chunks, self.grammar):
                self._add(Chunk("mark", token.start, token.end, word))
                return True
            for name in ("auxiliaries", "passive_auxiliaries", "negators", "future_particles", "perfect_particles"):
                if word in g.lists[name]:
                    if name == "passive_auxiliaries" and (i + 1 in self.mention_at or self._acts(i)):
                        return False  # "X holds", not "is held"
                    if word in g.lists["returning_verbs"] and self._returns(i):
                        return False  # "went back to Moscow", not "said again"
                    self._add(Chunk("mark", token.start, token.end, word, conj=with_conj))
                    return True
            if word in g.lists["likewise"] and with_conj and i + 1 in self.mention_at:
                self.skipped, self.conj = token.end, with_conj
                return True
            if word in g.lists["topic_particles"] and self._opens(with_conj):
                self._add(Chunk("mark", token.start, token.end, "stance", conj=with_conj))
                return True
            if word in g.lists["what_behind_source"] and self.prep in g.lists["attribution_prepositions"]:
                self._add(Chunk("rel", token.start, token.end, word, conj=with_conj, pronoun="free"))
                return True  # "according to what"
            if word in g.subordinators:
                self._add(Chunk("sub", token.start, token.end, word, conj=with_conj))
                return True
            spelt = self._spelt_verb(token) or token.text in g.spelt_nouns
            if word in g.preps and not spelt and not self._verb_not_prep(i, word):
                self.prep = g.preps[word]
                self.conj = with_conj or self.conj
                return True
            if self._no_escape(word):
                return True
            such_as = bool(self.prep and self.chunks) and self.chunks[-1].kind == "np"
            if such_as and word in g.lists["example_words"]:  # "several leaders, such as the chancellor"
                self.prep, self.conj, self.skipped = "", g.conjunctions[0][1], token.end
                return True
            for name in ("possibility_words", "plan_words"):
                apart = word in g.lists["prospect_nouns"] and self.prep != g.list_first("origin_prepositions")
                apart = apart or self._expecting(word)
                if word in g.lists[name] and not apart:  # "is apt to", not "in its affairs"
                    self._add(Chunk("mark", token.start, token.end, word, conj=with_conj))
                    self.prep = ""
                    return True
            how = word in g.lists["adverbs"] and not with_conj and self._tells_how()
            passed = word in g.lists["skip_words"] and not token.folded[0].isdigit()
            if how or (passed and not self._spelt_verb(token)):
                self.skipped = token.end
                self.conj = with_conj or self.conj
                if self.chunks:
                    self.chunks[-1].passed.append(word)
                return True
            if word in g.lists["free_relatives"]:
                self._add(Chunk("rel", token.start, token.end, word, conj=with_conj, pronoun="free"))
                return True
        return self._of_any(token)

    def _no_escape(self, word: str) -> bool:
        """Take "no" with a word for escape as a duty: "there is no escape from", "it must be"."""
        last, lists = self.chunks[-1] if self.chunks else None, self.grammar.lists
        denied = last is not None and last.kind == "mark" and last.word in lists["negators"]
        if not denied or last is None or word not in lists["escape_nouns"]:
            return False
        last.word = self.grammar.list_first("possibility_words")
        return True

    def _tells_how(self) -> bool:
        """Whether an adverb stands here, and no adjective of the indefinite noun before it ("a final accord")."""
        before = self.chunks[-1] if self.chunks else None
        if before is None or self.prep:
            return False
        return before.kind != "np" or before.mention is not None or before.definite or bool(before.pronoun)

    def _expecting(self, word: str) -> bool:
        """Whether a word of expectation is a participle behind a comma: "…, expecting that"."""
        return word.endswith(self.grammar.accusative_ending) and bool(self.chunks) and self.chunks[-1].kind == "punct"

    def _of_any(self, token: Token) -> bool:
        """A clitic preposition on "any" is that of the noun after it: "of any interference"."""
        likely = token.readings[0] if token.readings else None
        noun = any(r.pos == "noun" and r.source == "domain" for r in token.readings)
        if likely is None or noun or self.prep or not likely.prep:
            return False
        if likely.lemma not in self.grammar.lists["any_words"]:
            return False
        self.prep, self.conj = self.grammar.clitic_preps.get(likely.prep, ""), likely.conj or self.conj
        return True

    def _lone_preposition(self, token: Token) -> bool:
        """A preposition of one letter that stands apart before a quotation mark, a number or Latin letters."""
        bare, conj = token.folded, ""
        if len(bare) > _LONE:
            return False
        for letter, name in self.grammar.conjunctions:
            if len(bare) == len(letter) + 1 and bare.startswith(letter):
                bare, conj = bare[len(letter) :], name
        if bare not in self.grammar.clitic_preps.values():
            return False
        self.prep, self.conj = bare, conj or self.conj
        return True

    def _explains(self, i: int) -> bool:
        """Whether "explained" is meant and not "between": "that" follows, or one person alone and then "that"."""
        if self.chunks and (self.chunks[-1].kind not in ("mark", "sub", "punct") or self._clause_has_verb()):
            return False
        mention, that = self.mention_at.get(i + 1), self.grammar.complementizers
        officer = mention is not None and (mention.type == "Person" or mention.kind in ("title", "spokesperson"))
        if mention is None or not officer or mention.number != "s":
            return mention is None and i + 1 < len(self.tokens) and self.tokens[i + 1].folded in that
        first = self._skip_to(mention.end, i + 1)
        for token in self.tokens[first : first + _ASIDE]:
            if token.folded in that:
                return True
            if self._strip_conj(token.folded)[1] and any(r.conj for r in token.readings):
                return False  # "between the minister and"
        return False

    @staticmethod
    def _back(token: Token) -> bool:
        """Whether a word is a preposition with a pronoun and nothing else."""
        return bool(token.readings) and all(r.pos == "prep" and r.pronoun[:1] == "3" for r in token.readings)

    def _spelt_verb(self, token: Token) -> bool:
        """Whether a word is a verb and no particle: by its hamza ("congratulated"), or as nobody says the particle."""
        plain = token.text.translate(_MARKS)
        return any(plain.endswith(word) for word in self.grammar.spelt_verbs)

    def _acts(self, i: int) -> bool:
        """Whether "holds" is meant and not "takes place": a name before it, or in the imperfect talks after it."""
        last = self.chunks[-1] if self.chunks else None
        after = i + 1
        while after < len(self.tokens) and self._back(self.tokens[after]):
            after += 1  # "holds, in its course, talks"
        following = self.tokens[after].readings if after < len(self.tokens) else ()
        imperfect = any(r.aspect == "i" for r in verb_readings(self.tokens[i], False))
        if imperfect and any(r.lemma in self.event_nouns and r.pos == "noun" and not r.definite for r in following):
            return True
        return last is not None and last.mention is not None and not last.prep and not self._clause_has_verb()

    def _returns(self, i: int) -> bool:
        """Whether a verb has where somebody goes back to behind it, and no other verb before that."""
        mention, j = self.mention_at.get(i + 1), i + 1
        while mention is not None and j < len(self.tokens) and self.tokens[j].start < mention.end:
            j += 1
        for token in self.tokens[j : j + _REACH]:
            if token.folded in self.grammar.lists["destination_prepositions"]:
                return True
            if not token.folded.isalpha() or verb_readings(token, False):
                return False
        return False

    def _verb_not_prep(self, i: int, word: str) -> bool:
        """A word that is both: "expressed" before "about" is the verb, "on the feast of" no "shortly after"."""
        after = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if word in self.grammar.lists["feast_prepositions"] and after in self.grammar.lists["feasts"]:
            return True
        verbs = tuple(r for r in verb_readings(self.tokens[i], False) if r.lemma in self.known_verbs)
        if not verbs:
            return False
        if word in self.grammar.lists["between"]:
            return self._explains(i)
        text = self.tokens[i].text
        if text in self.grammar.spelled_verbs or self._strip_conj(text)[0] in self.grammar.spelled_verbs:
            return True
        following = [t.folded for t in self.tokens[i + 1 : i + 14]]
        named = i + 1 in self.mention_at  # "on Ali"
        if (following and following[0] in self.grammar.preps and not named) or _SHADDA in self.tokens[i].text:
            return True
        behind = self.tokens[i + 1].readings if i + 1 < len(self.tokens) else ()
        if behind and all(r.pos == "prep" and r.pronoun for r in behind if r.source == "domain"):
            return any(r.source == "domain" for r in behind)  # "(he) voiced in it"
        wanted = {p for r in verbs for light in self.grammar.light_verbs.get(r.lemma, ()) for p in light.preps}
        return bool(wanted.intersection(following)) and not self._clause_has_verb()
