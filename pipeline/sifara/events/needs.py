"""What a frame needs: the parties and the content without which it tells no event."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sifara.document import Argument
from sifara.events.chunk import Chunk
from sifara.events.conditions import Conditions
from sifara.events.context import Context, Rules
from sifara.events.filled import Filled
from sifara.events.predicates import Predicate
from sifara.events.sorts import ACTING

_HELPERS = ("Country", "IntergovernmentalOrganization", "ArmedGroup")
_SITTING = ("GovernmentBody", "Party")  # those who sit by themselves
_SPEAKERS = 2  # so many speak with one voice
_TAKEN_OVER = ("continued-subject", "dual-subject")  # no words of the clause name the one who acts
_OWNS = ("possessor", "genitive", "owner")  # rules by which a masdar has its party
_MAY_MEET_UNNAMED = ("Person", "Country", "IntergovernmentalOrganization")


class Needs(Rules):
    """Says which filled frames of one sentence tell an event."""

    def __init__(self, context: Context, conditions: Conditions) -> None:
        super().__init__(context)
        self.conditions = conditions

    def enough(self, filled: Filled) -> bool:
        """Say whether a filled frame has the parties and the content that it needs."""
        frame = filled.frame
        carried = filled.carrier is not None and (filled.carrier.form != "participle" or "agent" in filled.roles())
        bare = filled.predicate.form == "noun" and bool(frame.noun_needs) and not carried
        needs = frame.noun_needs if bare else frame.needs
        if not filled.roles() - {"place"}:
            return False  # a place alone tells nobody's deed
        if filled.predicate.chunk.prep in frame.adverbial and self._bound(filled):
            return False  # "committed to helping Iraq" is no help from Iraq
        if self._charge(filled.predicate):
            return False  # "accused Iran of arming": the charge is what is said, not what is told
        if filled.predicate.form == "passive_participle" and self._of_itself(filled):
            return False  # "the accord concluded" names no more than an accord
        actors = filled.of("agent") + filled.of("participant")
        if filled.mutual or (filled.light is not None and filled.light.control == "reciprocal"):
            return len(actors) > 1
        alone = filled.predicate.form == "noun" and filled.carrier is None and frame.symmetric and len(actors) == 1
        alone = alone and self._type(actors[0]) != "IntergovernmentalOrganization"
        if alone and not self._meets_unnamed(filled, needs):
            return False
        if frame.session and self._inner(filled):
            return False
        if frame.pairs and len(actors) < 2:
            return False
        if frame.person_agent and not all(self._type(e) in ACTING for e in actors):
            return False
        if frame.by_forces and not all(self._armed(a) for a in filled.arguments.values() if a.role == "agent"):
            return False  # "fighting between Syrians and"
        if frame.political and not any(self._political(e) for r, e in filled.arguments if r != "place"):
            return False
        if frame.public and not any(r == "place" or self._political(e) for r, e in filled.arguments):
            return False
        if frame.carrier and frame.speech and self._typed_content(filled):
            return False  # "voiced congratulations" is no statement besides them
        if frame.speech and (self._lists(filled, actors) or self._voiced_in(filled.predicate)):
            return False
        if frame.objectless and any(g[0].mention is None for g in filled.predicate.objects):
            return False  # "increased its readiness" is not "went on to say"
        if frame.pronoun_object and not filled.predicate.chunk.pronoun:
            return False
        with_object = filled.predicate.chunk.pronoun or filled.predicate.objects or self._what_follows(filled.predicate)
        if frame.bare_object and not with_object:
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
            counted = head.word[:1].isdigit()  # "400 of the separatists attacked"
            told = head.mention is not None or deeds or counted or head.lemmas & self.grammar.lists["agent_nouns"]
            if not told and not self.conditions.passive(filled.predicate, frame):
                return False
        if frame.not_prep & {p for p, _ in filled.predicate.preps}:
            return False
        if filled.predicate.form in ("passive_participle", "attributive") and frame.participle_needs:
            made = len(filled.of("agent")) > 1 and any("object" in needed for needed in frame.participle_needs)
            return made or any(alternative <= filled.roles() for alternative in frame.participle_needs)
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
        happens = filled.carrier is not None and filled.light is not None and filled.light.control == "subjectless"
        hung = [*filled.predicate.preps, *(filled.carrier.preps if happens and filled.carrier is not None else ())]
        if frame.with_prep and not that and not frame.with_prep & {p for p, _ in hung}:
            return False  # "clashes broke out between", as "clashes between"
        have = filled.roles() | ({"content"} if filled.topics else set()) | self._known_by(filled)
        things = filled.predicate.objects if filled.predicate.form in ("verb", "participle") else []
        doing = any(a.role == "agent" and not a.rule.startswith("prep:") for a in filled.arguments.values())
        if filled.light is not None and filled.light.own and filled.frame.took_place and doing:
            things = filled.predicate.genitives  # "claimed the striking of two ships"
        taken_over = any(a.role == "agent" and a.rule in _TAKEN_OVER for a in filled.arguments.values())
        hit = any(g[0].index > filled.predicate.chunk.index and self.conditions.suffers_unnamed(g[0]) for g in things)
        if frame.held and not any(self.conditions.people(g[0]) for g in things):
            hit = False  # "Turkey stopped its operations"
        if hit and not taken_over:  # "and killed were ten": written alike
            have.add("thing")
        if self._killed_by(filled) or ((filled.frame.took_place or filled.frame.held) and "somebody" in have):
            have.add("thing")
        behind = things[0][0] if things else None
        behind = None if behind is not None and behind.mention is not None and behind.mention.entities else behind
        acts = [a for a in filled.arguments.values() if a.role == "agent" and a.rule == "subject"]
        if behind is not None and any(filled.predicate.chunk.start < a.start < behind.start for a in acts):
            have.add("whoever")  # "Larijani accused the powers of"
        if filled.light is not None and filled.light.control in ("patient", "provokes") and "agent" not in have:
            return self._met_with(filled)
        return not needs or any(alternative <= have for alternative in needs) or self._aimed(filled)

    def _armed(self, party: Argument) -> bool:
        """Whether a party is told by its forces, if it is a state: "the Syrian forces"."""
        if self._type(party.entity) != "Country":
            return True
        lists = self.grammar.lists
        told = next((c for c in self.parsed.chunks if c.start == party.start), None)
        return told is not None and bool(told.head_lemmas & (lists["force_nouns"] | lists["state_arms"]))

    def _killed_by(self, filled: Filled) -> bool:
        """Whether somebody unnamed suffers a deed whose agent a preposition tells: "a soldier was killed by X"."""
        predicate, by = filled.predicate, {f"prep:{p}" for p in self.grammar.lists["agent_prepositions"]}
        told = any(a.role == "agent" and a.rule in by for a in filled.arguments.values())
        hit = [predicate.subject, *predicate.genitives] if predicate.form in ("verb", "noun") else []
        return told and filled.frame.took_place and any(g and self.conditions.suffers_unnamed(g[0]) for g in hit)

    def _inner(self, filled: Filled) -> bool:
        """Whether a body of one state, or a party, sits by itself: a session of parliament."""
        lists = self.grammar.lists
        met = [a for (role, _), a in filled.arguments.items() if role == "participant"]
        sits = [a for a in met if a.rule not in {f"prep:{p}" for p in lists["leader_prepositions"]}]
        if filled.predicate.form == "noun" and not sits and filled.frame.light_only:
            return bool(met)
        if len(sits) != 1 or sits[0].rule.startswith("prep:") or self._type(sits[0].entity) not in _SITTING:
            return False
        mine = [p for q in (filled.predicate, filled.carrier) if q is not None for p, _ in q.preps]
        return not lists["sitting_prepositions"].intersection(mine)

    def _what_follows(self, verb: Predicate) -> bool:
        """Whether a clause of "what" is the object of a verb: "called what he said a provocation"."""
        last = max((c.index for c in verb.subject), default=verb.chunk.index)
        behind = [c for c in self.parsed.chunks[last + 1 :] if c.kind != "time"][:1]
        return any(c.kind == "rel" and c.pronoun == "free" and not c.prep for c in behind)

    def _aimed(self, filled: Filled) -> bool:
        """Whether it is enough to know at whom charges or criticisms are aimed: "accusations against Russia"."""
        helped = filled.predicate.chunk.prep in filled.frame.adverbial and filled.light is None
        if helped and any(self._type(e) in _HELPERS for e in filled.of("agent")):
            return True  # "retook the town with support from Russia"
        if filled.predicate.form != "noun" or not (filled.frame.answered and filled.predicate.plural):
            return False
        said = [a for (role, _), a in filled.arguments.items() if role == "target" and a.rule.startswith("prep:")]
        return any(not a.rule.endswith("-owner") and self._political(a.entity) for a in said)

    def _bound(self, filled: Filled) -> bool:
        """Whether the word before a masdar binds somebody to the deed, and its genitive was taken for who does it."""
        index = filled.predicate.chunk.index
        before = self.parsed.chunks[index - 1].lemmas if index else frozenset()
        taken = any(role == "agent" and a.rule == "genitive" for (role, _), a in filled.arguments.items())
        return taken and bool(before & self.grammar.lists["bound_words"])

    def _met_with(self, filled: Filled) -> bool:
        """Whether it is enough to know whom a deed befalls or something voiced is aimed at: "he faced criticism"."""
        if not filled.frame.borne or filled.carrier is None:
            return False
        denied = any(m in self.grammar.lists["negators"] for m in filled.carrier.marks)
        return not denied and any(self._political(e) for e in filled.of("target"))

    def _charge(self, noun: Predicate) -> bool:
        """Whether a masdar is what somebody is accused of."""
        above = noun.parent
        if noun.form != "noun" or above is None or (noun.chunk.definite and not noun.chunk.pronoun):
            return False
        blames = bool(above.frames) and all(f.blames for f in above.frames)
        return blames and noun.link in (self.grammar.clitic_preps["bi"], "genitive")

    @staticmethod
    def _of_itself(filled: Filled) -> bool:
        """Whether a participle is all that names what it tells, and nobody else is told."""
        chunk = filled.predicate.chunk
        told = [a for a in filled.arguments.values() if a.role != "place"]
        return all(chunk.start <= a.start and a.end <= chunk.end for a in told)

    def _political(self, entity: str) -> bool:
        """Whether an entity is a political party: a state or body, who holds an office, or whom the tables know."""
        known = self.layer.entities.get(entity)
        if known is None:
            return False
        return known.type in self.lexicon.classes.political or known.qid is not None or entity in self.offices.holders

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

    def _voiced_in(self, noun: Predicate) -> bool:
        """Whether a communiqué is that in which somebody does what a verb tells: "accused in a statement"."""
        above = (noun.parent or noun.clause.verb) if noun.form == "noun" else None
        inside = noun.chunk.prep in self.grammar.lists["occasion_holders"]
        return inside and above is not None and any(f.speech or f.voiced for f in above.frames)

    def _lists(self, filled: Filled, actors: list[str]) -> bool:
        """Whether a verb of saying with a list behind it tells who is mentioned: "there are mentioned X, Y and Z"."""
        predicate = filled.predicate
        said = predicate.objects or predicate.chunk.pronoun or self._has_content(predicate)
        return predicate.form == "verb" and len(actors) > _SPEAKERS and not said

    def _meets_unnamed(self, filled: Filled, needs: Sequence[AbstractSet[str]]) -> bool:
        """Whether somebody meets others without a name: "his meeting with the mayors", "their meeting with him".

        Of other acts with two parties one is enough behind "with" where the frame says so: "normalisation with Israel".
        """
        noun, lists = filled.predicate, self.grammar.lists
        party = next(a for a in filled.arguments.values() if a.role == "participant")
        joined = party.rule in {f"prep:{p}" for p in lists["accompaniment_prepositions"]}
        if any("company" in needed for needed in needs):
            return joined
        if not filled.frame.encounter or self._type(party.entity) != "Person":
            return False
        others = [(prep, g[0]) for prep, g in noun.preps if g[0].mention is None and g[0].words]
        private = lists["press_nouns"] | lists["media_nouns"] | lists["citizen_nouns"]
        if any(c.lemmas & private or self._quoted(c) for _, c in others):
            return False  # "in his meeting with the reporters", "in a call with «The Nation»"
        if joined or party.rule in {f"prep:{p}" for p in lists["between"]}:
            return True
        if party.rule.startswith("prep:") or party.rule == "object":
            return noun.chunk.pronoun[:1] == "3"
        if filled.frame.object == "participant" and party.rule in _OWNS:
            return True  # "the reception of the ambassador": one meets somebody
        some = {p for p, c in others if c.head_lemmas & lists["agent_nouns"] or self.conditions.people(c)}
        return bool(some & lists["means_prepositions"] or {p for p, _ in others} & lists["accompaniment_prepositions"])

    def _quoted(self, noun: Chunk) -> bool:
        """Whether a noun stands in quotation marks of its own: the name of a newspaper."""
        before = self.parsed.chunks[noun.index - 1] if noun.index else None
        return before is not None and before.kind == "open"

    def _known_by(self, filled: Filled) -> set[str]:
        """How it is known whose deed it is, where needs ask for that.

        ``owner``: a person by a pronoun ("his visit"); ``whose``: by a genitive too; ``carried``: by a verb; and
        ``somebody``: a pronoun tells of an undergoer whom nobody names ("whom Washington supports").
        """
        agents = [a for (role, _), a in filled.arguments.items() if role == "agent"]
        found = {"whose"} if any(a.rule in _OWNS for a in agents) else set()
        if any(a.rule == _OWNS[0] and self._type(a.entity) == "Person" for a in agents):
            found.add("owner")
        if filled.carrier is not None:
            found.add("carried")
        verb = filled.predicate.form == "verb" and filled.predicate.chunk.pronoun[:1] == "3"
        if verb and any(a.rule == "subject" for a in agents):
            found.add("somebody")
        return found

    @staticmethod
    def _in_company(filled: Filled) -> bool:
        """Whether the party is the one with whom somebody met."""
        return any(a.role == "participant" and a.rule.startswith("prep:") for a in filled.arguments.values())

    def _has_content(self, predicate: Predicate) -> bool:
        temporal = self.grammar.lists["temporal_prepositions"]
        opened = {c.start for c in self.parsed.chunks if c.kind == "comp" and c.prep in temporal}  # "waited before he"
        told = (c for c in self.parsed.clauses if c.parent is predicate and c.start not in opened)
        return any(c.kind in ("comp", "quote") for c in told)
