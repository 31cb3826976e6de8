"""Chunks: a sentence as a row of noun phrases, verbs, times and function words.

A noun phrase is a mention, or a noun with its adjectives; a genitive is a chunk of its own that points back to
its head (``genitive``). Clitic and standing prepositions become a property of the phrase they govern.
"""

from __future__ import annotations

from sifara.document import Mention, Reading, Token
from sifara.events.chunk import Chunk
from sifara.events.fillers import of_the_press, points_back, said_in_it, without_asides
from sifara.events.marks import DASHES, QUOTES
from sifara.events.neighbours import NeighbourReader
from sifara.events.ownwords import I_DID, first_person, own_noun, own_readings
from sifara.events.wordclass import is_verb, noun_readings, purpose_readings, verb_readings

_DAMMA = "\u064f"
_LENGTHENER = "\u0640"  # alone it is a dash
_STEM_VOWELS = 6  # the passive vowel stands on the first letters of the stem


class Chunker(NeighbourReader):
    """Cuts one sentence into chunks. Made anew for each sentence."""

    def run(self) -> list[Chunk]:
        """Cut the sentence."""
        i = 0
        while i < len(self.tokens):
            i = self._step(i)
        self.chunks = without_asides(self.chunks, self.event_nouns)
        for n, chunk in enumerate(self.chunks):
            chunk.index = n
        return self.chunks

    def _step(self, i: int) -> int:
        token = self.tokens[i]
        if i in self.mention_at and not (i in self.time_at and self.time_at[i].end > self.mention_at[i].end):
            return self._mention(i, self.mention_at[i])
        if i in self.nisba_at:
            return self._loose_nisba(i, self.nisba_at[i])
        if i in self.time_at:
            time = self.time_at[i]
            chunk = Chunk("time", time.start, time.end, token.folded, time=time)
            if time.start > token.start:  # a conjunction is written with the word
                chunk.conj = self._strip_conj(token.folded)[1]
            self._add(chunk)
            self.prep = ""
            return max(i + 1, self._skip_to(time.end, i))
        if not token.folded.strip(_LENGTHENER) or not token.folded[0].isalnum():
            return self._punctuation(i, token)
        compound = self._compound(i)
        if compound:
            return compound
        if self.prep and points_back(self.tokens, i, self.grammar):
            self._add(Chunk("np", token.start, token.end, token.folded, words=[token.folded], definite=True))
            return i + 1
        if self._function_word(i, token) or self._free_pronoun(token):
            return i + 1
        return self._content(i, token)

    def _after(self, i: int) -> Token | None:
        return self.tokens[i + 1] if i + 1 < len(self.tokens) else None

    def _free_pronoun(self, token: Token) -> bool:
        """Read "I", "we" and a free pronoun of the object as phrases of their own."""
        bare, conj = self._strip_conj(token.folded)
        for word, with_conj in ((token.folded, ""), (bare, conj)):
            pronoun = self.grammar.free_pronouns.get(word, "")
            if pronoun and not self.prep:
                chunk = Chunk("np", token.start, token.end, word, pronoun=pronoun, definite=True)
                chunk.conj = with_conj
                self._add(chunk)
                return True
        return False

    def _mention(self, i: int, mention: Mention) -> int:
        token = self.tokens[i]
        chunk = Chunk("np", mention.start, mention.end, token.folded, mention=mention, definite=True)
        for clitic in mention.clitics:
            if clitic in self.grammar.clitic_preps:
                if not self.prep:
                    chunk.prep, chunk.clitic_prep = self.grammar.clitic_preps[clitic], True
            else:
                chunk.conj = clitic
        stop = self._whole_quotes(i, max(i + 1, self._skip_to(mention.end, i)))
        begun = next((n for n in range(i + 1, stop) if n in self.time_at and self.time_at[n].end > mention.end), stop)
        if begun < stop:  # "the minister of economy the day before yesterday": the name has taken its first word
            stop, chunk.end = begun, self.tokens[begun - 1].end
        inside = self.tokens[i:stop]
        chunk.inner = tuple(m for m in self.inner if mention.start <= m.start < mention.end)
        chunk.words = [t.folded for t in inside]
        chunk.lemmas = frozenset(r.lemma for t in inside for r in t.readings if r.pos in ("noun", "adj"))
        chunk.readings = noun_readings(token)
        # The pronoun of "his country" makes no phrase open for a genitive.
        previous = self.chunks[-1] if self.chunks else None
        if previous is not None and self._own_envoy(previous, mention):
            return stop
        chunk.genitive = not chunk.prep and not self.prep and not chunk.conj and self._open_for_genitive(previous, i)
        self._add(chunk)
        return stop

    def _own_envoy(self, envoy: Chunk, country: Mention) -> bool:
        """Read "the ambassador of his country" as "his ambassador"."""
        title = envoy.mention is not None and envoy.mention.kind == "title" and not envoy.mention.entities
        if not title or country.rule != "own country" or country.clitics or self.prep or self.conj:
            return False
        if not envoy.head_lemmas & self.grammar.lists["envoy_nouns"]:
            return False
        own = (r.pronoun for t in self.tokens if t.start <= country.start < t.end for r in t.readings if r.pronoun)
        envoy.mention, envoy.definite, envoy.end = None, False, country.end
        envoy.pronoun = next(own, "3ms")
        return True

    def _whole_quotes(self, i: int, stop: int) -> int:
        """Take the other quotation mark of a name that has one of two within, and give the token behind it all."""
        if sum(t.text in QUOTES for t in self.tokens[i:stop]) % 2:
            if stop < len(self.tokens) and self.tokens[stop].text in QUOTES:
                return stop + 1
            if self.chunks and self.chunks[-1].kind == "open":
                self.chunks.pop()
                self.depth = max(0, self.depth - 1)
        return stop

    def _loose_nisba(self, i: int, nisba: Mention) -> int:
        """An adjective of a country after a mention belongs to it; elsewhere it stands for the people."""
        previous = self.chunks[-1] if self.chunks else None
        if previous is not None and previous.kind == "np" and not nisba.clitics and not self.prep and not self.conj:
            previous.nisbas.append(nisba)
            previous.end = nisba.end
            return max(i + 1, self._skip_to(nisba.end, i))
        return self._mention(i, nisba)

    def _punctuation(self, i: int, token: Token) -> int:
        text = token.text
        if text in "([":
            # What stands in brackets explains; only its times matter to the clause.
            for j in range(i + 1, min(i + 12, len(self.tokens))):
                if self.tokens[j].text in ")]":
                    for k in range(i + 1, j):
                        if k in self.time_at:
                            time = self.time_at[k]
                            self._add(Chunk("time", time.start, time.end, self.tokens[k].folded, time=time))
                    return j + 1
        if text in QUOTES:
            opening = text in "«“" or (text not in "»”" and self.depth == 0)
            if text == "”" and self.depth == 0:
                opening = True
            elif text == "“" and self.depth:
                opening = False
            if opening:
                self.chunks.append(Chunk("open", token.start, token.end, text, quoted=self.depth))
                self.depth += 1
            else:
                self.depth = max(0, self.depth - 1)
                self.chunks.append(Chunk("close", token.start, token.end, text, quoted=self.depth))
            return i + 1
        self._add(Chunk("punct", token.start, token.end, text))
        self.colon = self.colon or text == ":"
        return i + 1

    def _content(self, i: int, token: Token) -> int:
        if self._unlike(i):
            self.chunks[-1].end = self.tokens[i + 1].end
            return i + 2
        found = verb_readings(token, self._said())
        if found and is_verb(token, self._context(i), self.grammar):
            found = tuple(r for r in found if r.lemma in self.known_verbs) or found
            found = first_person(token, found, self.chunks)
            if self._said():
                j = i + 1
                while j < len(self.tokens) and any(r.pos == "prep" and r.pronoun for r in self.tokens[j].readings):
                    j += 1  # "(she) welcomed it, the ministry"
                found = own_readings(found, self.chunks, self._after(j - 1), self.mention_at.get(j), self.grammar)
            chunk = Chunk("verb", token.start, token.end, token.folded, readings=found, words=[token.folded])
            chunk.conj = found[0].conj
            chunk.pronoun = found[0].pronoun if all(r.pronoun for r in found) else ""
            chunk.lemmas = chunk.head_lemmas
            perfect = all(r.aspect == "p" for r in found)
            chunk.vowelled_passive = perfect and _DAMMA in token.text.removesuffix(I_DID)[:_STEM_VOWELS]
            self.prep = ""
            self._add(chunk)
            return i + 1
        verbs, found = found, noun_readings(token)
        until = self.prep in self.grammar.lists["until_prepositions"] and all(r.aspect == "i" for r in verbs)
        aims = (verbs if until else ()) or purpose_readings(token)
        if aims and not any(r.source == "domain" for r in found):
            self.prep = ""
            self._add(Chunk("sub", token.start, token.start, "purpose"))
            self._add(Chunk("verb", token.start, token.end, token.folded, readings=aims, words=[token.folded]))
            return i + 1
        best = own_noun(found, self._after(i), self.mention_at.get(i + 1))
        chunk = Chunk("np", token.start, token.end, token.folded, readings=found, words=[token.folded])
        if best is not None:
            chunk.conj = best.conj
            chunk.definite = best.definite
            chunk.pronoun = best.pronoun
            if best.prep and not self.prep:
                chunk.prep, chunk.clitic_prep = self.grammar.clitic_preps.get(best.prep, ""), True
        previous = self.chunks[-1] if self.chunks else None
        chunk.genitive = not chunk.prep and not self.prep and not chunk.conj and self._open_for_genitive(previous, i)
        self._add(chunk)
        return self._modifiers(chunk, i + 1)

    def _unlike(self, i: int) -> bool:
        """Whether two words qualify the phrase just before them: "the unprecedented (other than preceded) summit"."""
        last = self.chunks[-1] if self.chunks else None
        if self.tokens[i].folded not in self.grammar.lists["unlike_words"] or last is None or last.kind != "np":
            return False
        after = i + 1
        if self.prep or self.conj or not last.words or after >= len(self.tokens) or after in self.mention_at:
            return False
        readings = [r for r in self.tokens[after].readings if r.pos in ("adj", "noun") and not (r.prep or r.conj)]
        definite = last.definite or bool(last.pronoun)
        return any(r.pos == "adj" for r in readings) and all(r.definite == definite for r in readings)

    def _modifiers(self, chunk: Chunk, i: int) -> int:
        """Take the adjectives after a noun into its chunk."""
        lemmas = {r.lemma for r in chunk.readings}
        while i < len(self.tokens) and i not in self.mention_at and i not in self.time_at:
            marked = self._marked_nisba(chunk, i)
            i += bool(marked)
            token = self.tokens[i]
            nisba = self.nisba_at.get(i)
            if nisba is not None:
                if any(c in self.grammar.clitic_preps for c in nisba.clitics):
                    break
                chunk.nisbas.append(nisba)
            else:
                good = self._adjectives(chunk, i)
                if not good:
                    break
                lemmas.update(r.lemma for r in good)
            chunk.modified = True
            chunk.words.append(token.folded)
            i += bool(marked) and marked in QUOTES
            chunk.end = self.tokens[i].end
            i += 1
        chunk.lemmas = frozenset(lemmas)
        return i

    def _marked_nisba(self, chunk: Chunk, i: int) -> str:
        """The dash that joins a second adjective of a country ("the Yemeni - Qatari summit"), or its quotation mark."""
        nisba, mark = self.nisba_at.get(i + 1), self.tokens[i].text
        if nisba is None or nisba.clitics or i + 1 in self.time_at:
            return ""
        if chunk.definite not in {r.definite for r in self.tokens[i + 1].readings}:
            return ""
        closed = i + 2 < len(self.tokens) and self.tokens[i + 2].text in QUOTES
        return mark if (mark in DASHES and chunk.nisbas) or (mark in QUOTES and closed) else ""

    def _adjectives(self, chunk: Chunk, i: int) -> list[Reading]:
        """Readings in which a word is an adjective of the noun before it: they agree in definiteness."""
        token = self.tokens[i]
        words = self.grammar.preps, self.grammar.complementizers, self.grammar.lists["never_adjectives"]
        if any(token.folded in some for some in words):
            return []
        verb = any(r.lemma in self.known_verbs and r.aspect == "p" for r in token.readings if r.pos == "verb")
        if verb and said_in_it(chunk, self._after(i), self.grammar):
            return []
        joined = chunk.modified and chunk.definite  # "commercial and financial": a second adjective
        bare = [r for r in token.readings if not (r.prep or r.pronoun) and (not r.conj or (joined and r.pos == "adj"))]
        if any(r.lemma in self.passives for r in bare):
            return []
        if chunk.definite or chunk.pronoun:
            found = [r for r in bare if r.definite and r.pos in ("adj", "noun", "noun_prop")]
            adjective = any(r.pos == "adj" for r in found)
            return [] if self._stands_alone(chunk, found, adjective, i + 1) else found
        adjectives = [r for r in bare if r.pos == "adj" and not r.definite]
        nouns = [r for r in bare if r.pos == "noun" and (r.source == "domain" or r.lemma in self.event_nouns)]
        event = any(r.lemma in self.event_nouns for r in nouns)
        noun = nouns and (event or bare[0].pos == "noun") and not of_the_press(chunk, token, self.grammar)
        return [] if noun else adjectives

    def _stands_alone(self, chunk: Chunk, found: list[Reading], adjective: bool, after: int) -> bool:
        """Whether a definite noun begins a phrase of its own: "the government the plan", "its rejection the offer"."""
        lists = self.grammar.lists
        known = [r for r in found if r.pos == "noun" and r.source == "domain"]
        lemmas = {r.lemma for r in known}
        genders = {r.gender for r in chunk.readings if r.number == "s"}
        if adjective:
            if not known or chunk.genitive:
                return False
            numbers = {r.number for r in chunk.readings}
            if numbers == {"p"} and all((r.gender, r.number) == ("m", "s") for r in found):
                following = self.tokens[after].readings if after < len(self.tokens) else ()
                return not any(r.pronoun and r.pos in ("prep", "pron") for r in following)  # "those suspected"
            apart = all(r.gender not in genders for r in found) or all(r.number != "s" for r in found)
            return numbers == {"s"} and apart
        if lemmas & (lists["numerals"] | lists["apposed_nouns"]):
            return False
        if chunk.pronoun and not chunk.definite:
            return bool(known)
        if genders and all(r.source != "backoff" and r.gender not in genders for r in found):
            return True
        return bool(known) and not lemmas & lists["agent_nouns"]
