"""Puts parties into roles: whether they may fill them, whose thing or envoy stands there, what a pronoun means."""

from __future__ import annotations

from dataclasses import replace

from sifara.document import Argument
from sifara.events.agreement import resumes
from sifara.events.chunk import Chunk
from sifara.events.concerned import Concerned
from sifara.events.filled import Filled
from sifara.events.owners import ARMS, GIVER
from sifara.events.parties import Party
from sifara.events.predicates import Group

_HOUSED = ("GovernmentBody", "Organization", "IntergovernmentalOrganization", "Party", "MediaOutlet")
STRUCK = "-hit"  # ends the rule of a place that is hit because nobody else is told to be


class Placing(Concerned):
    """Puts parties into the roles of a frame."""

    def _kind(self, entity: str) -> str:
        """The class of an entity; a province is a place like a town."""
        known = self.layer.entity(entity)
        kind = known.type if known else ""
        province = known is not None and self.lexicon.classes.province(entity, kind, known.country)
        return "City" if province else kind

    def put(self, filled: Filled, role: str, parties: tuple[Party, ...]) -> None:
        """Put parties into a role, if they may fill it; a city may go to another one or stand for its state."""
        if role in ("none", "topic", "content", "until", "duration"):
            return
        for party in parties:
            entity, to = party.entity, role
            kind = self._kind(entity)
            if to == "place" and filled.frame.placeless:
                continue
            if filled.frame.journey and to in ("target", "object") and kind == "City":
                to = "place"
            if to in ("agent", "participant") and entity in self.lexicon.classes.never_act:
                continue
            if filled.frame.journey and party.rule == ARMS:
                continue  # planes bring goods, they visit nobody
            if filled.frame.envoys and to == "target":
                entity = self.offices.envoys.get(entity, entity)
                kind = self._type(entity)
            says = filled.frame.speech and party.rule == "genitive"  # "the announcement of Moscow that"
            if kind == "City" and to == "agent" and not says and party.rule not in ("possessor", "owner", GIVER):
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

    def struck(self, filled: Filled) -> None:
        """Take the town for what was hit where no party is told: "six were killed by a bomb in Baqubah".

        Of nouns only those of a strike do so, also with a state: "the bombings in Kuwait".
        """
        verb = filled.predicate.form == "verb"
        strike = bool(filled.predicate.chunk.head_lemmas & self.grammar.lists["strike_deeds"])
        if not filled.frame.strikes or not (verb or strike) or filled.roles() - {"place"}:
            return
        carrier = filled.carrier.preps if filled.carrier is not None else []
        sites = [g[0] for p, g in (*filled.predicate.preps, *carrier) if p in self.grammar.lists["place_prepositions"]]
        for party in (p for site in sites if site.mention is None for p in self.discourse.owners(site, "site")):
            if self._type(party.entity) in _HOUSED:
                self.put(filled, "target", (party,))  # "the attack in the seat of the parliament"
        if filled.roles() != {"place"}:
            return
        places = [a for (_, entity), a in filled.arguments.items() if self._kind(entity) == "City"]
        places = places or [a for _, a in filled.arguments.items() if strike]
        for one in places[:1] if verb else places:
            filled.arguments["target", one.entity] = replace(one, role="target", rule=one.rule + STRUCK)

    def party(self, filled: Filled, role: str, group: Group, rule: str) -> None:
        """Put whom a group of noun phrases names into a role; what it is about becomes a topic."""
        if role in ("topic", "content"):
            filled.topics.append((group[0].start, max(c.end for c in group)))
            return
        if role == filled.frame.object and filled.frame.installs:  # "the election of the president": whoever that is
            group = [c for c in group if c.mention is None or c.mention.kind != "title"]
        if not group or (role == "target" and self._opponents(group[0])):
            return
        named = self.discourse.parties(group, rule)
        if filled.frame.speech and role == "agent":
            if self.anonymous(group[0]):
                return
            named = named or self.discourse.officer(group[0])
        if (filled.frame.owner or filled.frame.located or role == "place") and role in ("target", "object", "place"):
            named = self.owners(filled, role, group, rule)
        if not named and filled.frame.journey and role == "target":
            gates = [c for c in group if c.lemmas & self.grammar.lists["arrival_nouns"]]
            named = tuple(p for c in gates for p in self.discourse.owners(c, f"{rule}-owner"))
        if not named and role in ("participant",):
            named = tuple(
                Party(e, n.start, n.end, f"{rule}-nisba") for c in group for n in c.nisbas for e in n.entities
            )
        if role == "object" and filled.frame.names_object and group[0].pronoun and not group[0].words:
            fitting = tuple(p for p in named if self.lexicon.admits(filled.frame, role, self._type(p.entity)))
            named = fitting or self._document_before(filled, group[0])
        if not named and role in ("target", "content"):
            filled.topics.append((group[0].start, max(c.end for c in group)))
        if filled.frame.motivated and role == "target" and group[0].head_lemmas & self.grammar.lists["mission_nouns"]:
            named = self.states(named)  # who marches on an embassy marches against its state
        self.put(filled, role, named)
        if filled.frame.journey and role == "target":
            # "the Turkish capital Ankara" tells the country with the city.
            inner = (n for c in group for n in c.inner if n.type == "Country")
            self.put(
                filled, "target", tuple(Party(e, n.start, n.end, "capital-of") for n in inner for e in n.entities)
            )

    def _opponents(self, noun: Chunk) -> bool:
        """Whether a noun means those against somebody: "criticised the opponents of Damascus"."""
        return noun.mention is None and bool(noun.head_lemmas & self.grammar.lists["opposing_nouns"])

    def _document_before(self, filled: Filled, pronoun: Chunk) -> tuple[Party, ...]:
        """The treaty or body named before that a pronoun means: "suspended the treaty but did not leave it"."""
        for other in reversed(self.parsed.chunks[: filled.predicate.chunk.index]):
            mention = other.mention
            kind = mention is not None and mention.type in ("Treaty", "IntergovernmentalOrganization")
            if kind and resumes(pronoun.pronoun, other):
                return self.discourse.parties([other], "pronoun-document")
        return ()

    def states(self, missions: tuple[Party, ...]) -> tuple[Party, ...]:
        """The states whose missions these are, themselves if that is not known."""
        countries = [self.layer.entities[p.entity].country or p.entity for p in missions]
        return tuple(Party(c, p.start, p.end, p.rule) for c, p in zip(countries, missions, strict=True))

    def called_to(self, filled: Filled) -> None:
        """Which ministry an envoy was called to, that the words for the envoy have taken in: "summoned to (ila)"."""
        for group in [filled.predicate.subject, *filled.predicate.genitives]:
            bodies = [n for c in group[:1] for n in c.inner if n.type == "GovernmentBody"]
            parties = tuple(Party(e, n.start, n.end, "called-to") for n in bodies for e in n.entities)
            self.put(filled, filled.frame.subject, parties)

    def _whose_envoys(self, filled: Filled, envoys: Chunk) -> None:
        """Whose diplomats by their pronoun: the state named last that does not act ("gave its diplomats two days")."""
        verb = filled.predicate if filled.predicate.form == "verb" else None
        acting = {p.entity for p in self.discourse.subject_of(verb)} if verb is not None else set()
        for other in reversed(self.parsed.chunks[: filled.predicate.chunk.index]):
            if other.mention is not None and other.mention.type == "Country" and other.mention.kind != "nisba":
                meant = [p for p in self.discourse.parties([other], "with-pronoun") if p.entity not in acting]
                self.put(filled, "target", tuple(meant))
                if meant:
                    return

    def of_pronoun(self, filled: Filled, thing: Chunk) -> None:
        """Take whose thing it is by its pronoun: "ordered his release", "and let him (his way) go"."""
        frame, predicate = filled.frame, filled.predicate
        if frame.envoys and frame.object == "target" and thing.pronoun[:1] == "3" and not filled.of("target"):
            self._whose_envoys(filled, thing)
        if not frame.with_owner or thing.pronoun[:1] != "3" or thing.mention is not None or filled.of(frame.object):
            return
        verb = predicate if predicate.form == "verb" else predicate.parent
        acting = self.discourse.subject_of(verb) if verb is not None and verb.form == "verb" else ()
        exclude = frozenset(p.entity for p in acting)
        meant = self.discourse.pronoun(thing, thing.pronoun, "with-pronoun", exclude)
        self.put(filled, frame.object, tuple(p for p in meant if self._type(p.entity) == "Person"))
