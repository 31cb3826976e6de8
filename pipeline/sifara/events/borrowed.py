"""Parties that a frame borrows from its surroundings: the visitor of a visit during which somebody acts, who is
helped, who decides, who is addressed, against whom people march.
"""

from __future__ import annotations

from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.parties import Party
from sifara.events.possessors import Possessors
from sifara.events.predicates import Group, Predicate
from sifara.events.slots import Slots
from sifara.events.sorts import ACTING, HOLDERS

_ADJECTIVAL = ("nisba", "collective")
_GOING_ON, _POSSESSOR = "continued-subject", "possessor"
_THREATENED = ACTING | {"Project", "Company"}


class Borrowed(Rules):
    """Fills roles of a frame from the clause around it."""

    def __init__(self, context: Context, slots: Slots, possessors: Possessors) -> None:
        super().__init__(context)
        self.slots = slots
        self.possessors = possessors

    def drop_home(self, filled: Filled) -> None:
        """Who arrives at the seat of their own state does not visit it."""
        for agent in filled.of("agent"):
            for target in filled.of("target"):
                if (agent, target) in self.offices.seats and self._guest(filled, agent, target):
                    break
                if (agent, target) in self.offices.seats or agent == target:
                    filled.arguments.pop(("target", target), None)
            whose = filled.arguments["agent", agent].rule if ("agent", agent) in filled.arguments else ""
            towns = [self.layer.entities[e].country for e in filled.of("place") if e in self.layer.entities]
            home = bool(towns) and all((agent, country) in self.offices.seats for country in towns)
            if home and filled.carrier is not None and filled.carrier.clause.kind == "rel" and whose == _GOING_ON:
                filled.arguments.pop(("agent", agent), None)  # "receives X during the visit that he (X) makes"

    def _guest(self, filled: Filled, host: str, state: str) -> bool:
        """Let "his visit" to a state be that of the guest named before, not of the host: "X met Y on his visit to"."""
        own, pronoun = filled.arguments["agent", host], filled.predicate.chunk.pronoun
        if own.rule != _POSSESSOR or pronoun[:1] != "3" or pronoun[2:3] != "s":
            return False
        for chunk in reversed(self.parsed.chunks[: filled.predicate.chunk.index]):
            named = chunk.mention.entities if chunk.mention is not None and chunk.mention.type == "Person" else ()
            if len(named) == 1 and named[0] != host and chunk.mention is not None:
                fits = chunk.mention.gender in (pronoun[1:2], "") and (named[0], state) not in self.offices.seats
                if fits:
                    del filled.arguments["agent", host]
                    self.slots.put(filled, "agent", (Party(named[0], chunk.start, chunk.end, _POSSESSOR),))
                return fits
        return False

    def others(self, predicate: Predicate) -> bool:
        """Whether a noun of attitude is that of a named body or person, not of the one who voices it."""
        named = [p for group in predicate.genitives for p in self.discourse.parties(group, "")]
        if not named:  # "voiced the concern of the inhabitants"
            nouns = [c for group in predicate.genitives for c in group if c.mention is None and not c.pronoun]
            people = self.grammar.lists["agent_nouns"] - self.grammar.lists["stand_in_nouns"]
            return any(c.lemmas & people and c.definite for c in nouns)
        return all(self._type(p.entity) in HOLDERS for p in named)

    def reason(self, filled: Filled) -> None:
        """Who does something for a reason takes the stance that it tells: "expelled them in solidarity with"."""
        predicate, frame, verb = filled.predicate, filled.frame, filled.predicate.clause.verb
        chunk = predicate.chunk
        bare = not (chunk.definite or chunk.conj or chunk.prep or chunk.pronoun or chunk.nisbas or predicate.genitives)
        if not (frame.motive and bare) or filled.carrier is not None or "target" not in filled.roles():
            return
        if verb is None or verb.form != "verb" or "agent" in filled.roles() or any(f.motivated for f in verb.frames):
            return  # whom people march against is told with the march
        if chunk.word.endswith(self.grammar.accusative_ending) and verb.chunk.index < chunk.index:
            parties = self.discourse.subject_of(verb)
            self.slots.put(filled, "agent", tuple(Party(p.entity, p.start, p.end, "reason") for p in parties))

    def visitor(self, filled: Filled) -> None:
        """Who acts "during a visit to" a place is the visitor."""
        predicate, verb = filled.predicate, filled.predicate.clause.verb
        held = filled.light is not None and filled.light.control != "subjectless"  # but "a visit that lasted"
        if not filled.frame.journey or held or predicate.chunk.pronoun or verb is None:
            return
        if "agent" in filled.roles() or predicate.chunk.nisbas or predicate.chunk.definite:
            return
        how = predicate.link if predicate.chunk.genitive else predicate.chunk.prep  # "in the first visit of his to"
        before = self.parsed.chunks[predicate.chunk.index - 1] if predicate.chunk.index else None
        if before is not None and how in self.grammar.lists["origin_prepositions"]:
            days = before.lemmas & self.grammar.lists["visit_parts"]
            how = before.prep if days else how  # "on the first day of a visit to"
        if how in self.grammar.lists["occasion_prepositions"]:
            parties = self.discourse.subject_of(verb)
            self.slots.put(filled, "agent", tuple(Party(p.entity, p.start, p.end, "occasion") for p in parties))
            self._left(filled, verb)

    def waging(self, filled: Filled) -> None:
        """Who acts "after battles with" somebody has fought them."""
        verb, predicate = filled.predicate.clause.verb, filled.predicate
        if not filled.frame.waged or verb is None or "agent" in filled.roles() or predicate.parent is not verb:
            return
        lists = self.grammar.lists
        if predicate.chunk.prep in lists["temporal_prepositions"]:
            parties = self.discourse.subject_of(verb)
            self.slots.put(filled, "agent", tuple(Party(p.entity, p.start, p.end, "occasion") for p in parties))

    def returning(self, filled: Filled) -> None:
        """Who comes back "from a visit to" a place was there: "the return of X from", "X, returning from"."""
        predicate, lists = filled.predicate, self.grammar.lists
        chunk = predicate.chunk
        if not filled.frame.journey or "agent" in filled.roles() or chunk.prep not in lists["origin_prepositions"]:
            return
        ahead = [c for c in self.parsed.chunks[: chunk.index] if c.kind not in ("punct", "time")]
        named = ahead[-1:] if ahead and ahead[-1].mention is not None and not ahead[-1].prep else []
        word = next(iter(ahead[: len(ahead) - len(named)][-1:]), None)
        if word is None or not {word.word, *word.head_lemmas} & lists["returning_words"]:
            return
        noun = self.parsed.of_chunk.get(word.index)
        if noun is not None and noun.form == "noun" and word.pronoun:
            self.slots.put(filled, "agent", self.possessors.of(noun))
            return
        if not named and word.definite and not word.pronoun:
            named = [c for c in ahead[-2:-1] if c.mention is not None]  # "X, the (one) returning from"
        self.slots.put(filled, "agent", self.discourse.parties(named, "returned"))

    def _left(self, filled: Filled, verb: Predicate) -> None:
        """Put in the place that somebody leaves after a visit that names none."""
        lists, predicate = self.grammar.lists, filled.predicate
        leaves = verb.chunk.head_lemmas & lists["leaving_verbs"]
        if not leaves or predicate.chunk.prep not in lists["leaving_prepositions"]:
            return
        named = [g for p, g in predicate.preps if p in lists["destination_prepositions"]]
        named += [g for g in predicate.genitives if g[0].mention is not None]
        for group in verb.objects[:1] if not named else []:
            self.slots.party(filled, "target", group, "left")

    def helped(self, filled: Filled) -> None:
        """Who acts "with the help of" somebody is helped; who answers "by saying that" says it."""
        frame, predicate, verb = filled.frame, filled.predicate, filled.predicate.clause.verb
        if frame.symmetric or verb is None or predicate.chunk.prep not in frame.adverbial or filled.light is not None:
            return
        if frame.speech and frame.subject not in filled.roles() and not predicate.chunk.pronoun:
            said = self.discourse.subject_of(verb) if verb.form == "verb" and predicate.chunk.definite else ()
            self.slots.put(filled, frame.subject, tuple(Party(p.entity, p.start, p.end, "by-saying") for p in said))
            return
        if predicate.parent is not verb and predicate.chunk.index:
            return
        if frame.subject in filled.roles() and frame.object not in filled.roles():
            parties = self.discourse.subject_of(verb)
            self.slots.put(filled, frame.object, tuple(Party(p.entity, p.start, p.end, "helped") for p in parties))

    def decider(self, filled: Filled) -> bool:
        """Put in who acts in "the decision of X to withdraw"; say whether there is one."""
        chunk, frame = filled.predicate.chunk, filled.frame
        if frame.subject != "agent" or frame.subject in filled.roles() or chunk.index < 1:
            return False
        before = self.parsed.chunks[chunk.index - 1]
        deciding = self.grammar.lists["deciding_nouns"]
        if before.pronoun and before.lemmas & deciding:
            noun = Predicate(before, "noun", filled.predicate.clause)
            self.slots.put(filled, frame.subject, self.possessors.of(noun))
        elif before.mention is not None:
            group = self.parsed.groups.get(before.index, [before])
            first = group[0]
            if first.genitive and first.index and self.parsed.chunks[first.index - 1].lemmas & deciding:
                self.slots.put(filled, frame.subject, self.discourse.parties(group, "decider"))
        return frame.subject in filled.roles()

    def addressed_above(self, filled: Filled) -> None:
        """Whom the verb of a participle is addressed to: "telephoned X, congratulating"."""
        above = filled.predicate.inherits
        if above is None:
            return
        wanted = self.grammar.lists["addressing_prepositions"]
        for group in [*(g for p, g in above.preps if p in wanted), *above.objects]:
            self.slots.put(filled, "target", self.discourse.parties(group, "addressed-above"))
            if "target" in filled.roles():
                return

    def threatened(self, filled: Filled) -> None:
        """Whom the deed hits with which somebody threatens: "threatened to impose sanctions on X"."""
        lists, predicate = self.grammar.lists, filled.predicate
        if not predicate.chunk.head_lemmas & lists["threat_words"]:
            return
        means = [g for p, g in predicate.preps if p in lists["threat_prepositions"] and g[0].mention is None]
        if not means:
            return
        first = means[0][0].index
        after = self.parsed.chunks[first:]
        end = next((c.index for c in after if c.kind in ("punct", "verb", "comp", "rel", "sub")), first + len(after))
        hitting = [(p, g) for p, g in predicate.preps if first < g[0].index < end]
        suffering: list[Group] = []
        for other in self.parsed.predicates:
            if other.form == "noun" and first <= other.chunk.index < end:
                hitting += other.preps
                suffering += [*other.genitives, *other.objects]
        groups = [g for p, g in hitting if p in lists["hitting_prepositions"]]
        for group in [*groups, *suffering]:
            named = tuple(p for p in self.discourse.parties(group, "threatened") if self._type(p.entity) in _THREATENED)
            self.slots.put(filled, "target", named)
            if "target" in filled.roles():
                return

    def between(self, filled: Filled) -> None:
        """Between whom somebody mediates: both sides of "talks between X and Y under the auspices of"."""
        here = filled.predicate.chunk.index
        for noun in self.parsed.predicates:
            if noun.form == "noun" and here - 12 < noun.chunk.index < here and noun.chunk.lemmas & filled.frame.behind:
                for prep, group in noun.preps:
                    if prep in self.grammar.lists["between"]:
                        self.slots.party(filled, "target", group, "between")

    def mediated(self, filled: Filled) -> None:
        """Between whom somebody mediates: those who agree in the clause ("reached a truce by its mediation")."""
        verb = filled.predicate.clause.verb
        if filled.predicate.form != "noun" or verb is None or verb is filled.carrier or "target" in filled.roles():
            return
        parties = self.discourse.subject_of(verb) if any(f.symmetric or f.names_object for f in verb.frames) else ()
        if len(parties) > 1:
            self.slots.put(filled, "target", tuple(Party(p.entity, p.start, p.end, "mediated") for p in parties))
            return
        here = filled.predicate.chunk.index  # "the talks between X and Y by its mediation"
        for noun in self.parsed.predicates:
            near = noun.form == "noun" and here - 12 < noun.chunk.index < here
            for prep, group in noun.preps if near and any(f.encounter or f.accompanied for f in noun.frames) else ():
                if prep in self.grammar.lists["between"]:
                    self.slots.party(filled, "target", group, "mediated")

    def crowd(self, filled: Filled) -> None:
        """Who marches, where only the adjective of those who do tells: "hundreds of Tunisians", "Iraqi protesters"."""
        carrier, frame = filled.carrier, filled.frame
        light = filled.light
        held = carrier if light is not None and light.control == "subject" else None
        verb = filled.predicate if filled.predicate.form == "verb" else held
        if frame.subject != "agent" or "agent" in filled.roles() or verb is None or not verb.subject:
            return
        first = verb.subject[0]
        numbers = {r.number for r in first.readings}
        if first.mention is not None or numbers == {"s"} or first.head_lemmas & frame.with_nouns:
            return
        found = list(self.discourse.owners(first, "crowd"))
        for chunk in self.parsed.chunks[first.index + 1 : first.index + 3]:
            counted = chunk.genitive or chunk.prep in self.grammar.lists["counting_from"]
            if not found and counted and chunk.mention is not None and chunk.mention.kind in _ADJECTIVAL:
                found += self.discourse.parties([chunk], "crowd")
        self.slots.put(filled, "agent", tuple(p for p in found if self._type(p.entity) == "Country"))

    def ousted(self, filled: Filled) -> None:
        """Whom those who march want to go: "demanding the departure of the president"."""
        lists, here = self.grammar.lists, filled.predicate.chunk.index
        for chunk in self.parsed.chunks[here + 1 :]:
            if chunk.kind == "sub" or (chunk.kind == "verb" and chunk.conj):
                return
            behind = self.parsed.chunks[chunk.index + 1 : chunk.index + 2]
            if chunk.kind == "np" and chunk.head_lemmas & lists["ousting_nouns"] and behind and behind[0].genitive:
                self.slots.party(filled, "target", behind, "ousted")
                return

    def protest_aim(self, filled: Filled) -> None:
        """Against whom people march "in condemnation of" somebody."""
        here = filled.predicate.chunk.index
        for other in self.parsed.predicates:
            aim = other.form == "noun" and any(f.motive and (f.answered or f.refuses) for f in other.frames)
            if not aim or other.chunk.index <= here or other.clause is not filled.predicate.clause:
                continue
            if other.chunk.prep in self.grammar.clitic_preps.values() or other.chunk.word.endswith(
                self.grammar.accusative_ending
            ):
                for prep, group in other.preps:
                    if any("target" in f.roles_of_prep(prep) for f in other.frames):
                        self.slots.party(filled, "target", group, f"prep:{prep}")
