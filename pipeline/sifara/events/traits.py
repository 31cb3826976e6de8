"""Traits: what the learned scorer looks at, as short strings that a person can read.

A site is a trigger with one frame; a candidate is an entity that may act in it (slot ``A``) or suffer it (slot ``U``).
The traits of a candidate are those of a classical argument classifier: its path to the trigger, order and distance,
preposition, class, and what the rules made of both (Gildea and Jurafsky 2002, "Automatic labeling of semantic roles").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sifara.document import Event
from sifara.events.chunk import Chunk
from sifara.events.filled import Filled
from sifara.events.frames import Frame
from sifara.events.grammar import Grammar
from sifara.events.predicates import Group, Parsed, Predicate

ACTOR, UNDERGOER = "A", "U"
_SLOTS = {"agent": ACTOR, "participant": ACTOR, "target": UNDERGOER, "object": UNDERGOER}
_SUBORDINATE = frozenset({"rel", "comp", "sub"})
_PREPOSITIONS = (
    ("agent", "agent_prepositions"),
    ("comp", "company_prepositions"),
    ("orig", "origin_prepositions"),
    ("place", "place_prepositions"),
    ("btw", "between"),
)


def slot_of(role: str) -> str:
    """Give the slot of a role, "" for those that nobody fills (place, topic)."""
    return _SLOTS.get(role, "")


def form_of(predicate: Predicate) -> str:
    """Give ``v`` for a verb, ``n`` for an event noun, ``p`` for a participle."""
    if predicate.form == "noun":
        return "n"
    return "p" if "participle" in predicate.form or predicate.form == "attributive" else "v"


def capped(number: int, most: int) -> str:
    """Give a number, or "3+" where it reaches ``most``."""
    return str(number) if number < most else f"{most}+"


def word_of(chunk: Chunk) -> str:
    """Give the first lemma of a chunk in the order of letters, else its word."""
    return min(chunk.head_lemmas, default=chunk.word)


def _within(chunk: Chunk, group: Group) -> bool:
    return any(other is chunk for other in group)


class CandidateTraits:
    """The traits of the candidates of one site."""

    def __init__(
        self,
        parsed: Parsed,
        grammar: Grammar,
        predicate: Predicate,
        frame: Frame,
        filled: Filled | None,
        told: Iterable[Event],
    ) -> None:
        self.parsed, self.grammar, self.predicate, self.frame = parsed, grammar, predicate, frame
        self.form = form_of(predicate)
        arguments = filled.arguments.values() if filled is not None else ()
        self.mine = {(slot_of(a.role), a.entity) for a in arguments}
        self.slots = {slot for slot, _ in self.mine}
        self.told = {(slot_of(a.role), a.entity) for event in told for a in event.arguments}
        named = [c for c in parsed.chunks if c.kind == "np" and c.mention is not None]
        self.before = next((c for c in reversed(named) if c.index < predicate.chunk.index), None)
        self.after = next((c for c in named if c.index > predicate.chunk.index), None)
        self.first = named[0] if named else None
        self.count = capped(len({e for c in named if c.mention for e in c.mention.entities}), 4)

    def of(self, slot: str, entity: str, kind: str, chunk: Chunk | None, source: str) -> list[str]:
        """Give the traits of an entity of class ``kind`` where ``chunk`` names it; ``source`` says by what."""
        base, frame = slot + self.form, self.frame
        sort = "s" if frame.symmetric else "t"
        other = UNDERGOER if slot == ACTOR else ACTOR
        by_rule = "mine" if (slot, entity) in self.mine else "other" if slot in self.slots else "0"
        by_other = "mine" if (other, entity) in self.mine else "0"
        found = [
            base, f"{base}:t={kind}", base + sort, f"{base}{sort}:t={kind}", f"{slot}:ev={frame.event}:t={kind}",
            f"{slot}:fr={frame.id}", f"{base}:rule={by_rule}", f"{base}:mine={by_other}",
            f"{base}:told={int((ACTOR, entity) in self.told)}{int((UNDERGOER, entity) in self.told)}",
            f"{base}:src={source}", f"{slot}:src={source}/{frame.event}",
        ]  # fmt: skip
        if chunk is None:
            own, way = self.predicate, base + source
            found += [f"{way}:first={int(own.chunk.index < 3)}", f"{way}:conj={int(bool(own.chunk.conj))}"]
            return [*found, f"{way}:nsub={int(bool(own.subject))}", f"{way}:cl={own.clause.kind}"]
        return found + self._path(base, slot, kind, chunk, source) + self._links(base, slot, kind, chunk, source)

    def _path(self, base: str, slot: str, kind: str, chunk: Chunk, source: str) -> list[str]:
        """Order, distance, what stands between, and the preposition."""
        frame, at = self.frame, self.predicate.chunk.index
        low, high = sorted((chunk.index, at))
        between = self.parsed.chunks[low + 1 : high]
        way = base + ("=" if low == high else ">" if chunk.index > at else "<")
        far = high - low
        distance = str(far) if far < 4 else "4-6" if far < 7 else "7-11" if far < 12 else "12+"
        kinds = [c.kind for c in between]
        verbs = min(2, kinds.count("verb"))
        names = min(3, sum(c.kind == "np" and c.mention is not None for c in between))
        others = min(3, sum(c.kind == "np" and c.mention is None for c in between))
        prep = self._preposition(chunk)
        found = [
            way, f"{way}:src={source}", f"{way}:d={distance}", f"{way}:verbs={verbs}",
            f"{way}:punct={min(2, kinds.count('punct'))}", f"{way}:sub={int(not _SUBORDINATE.isdisjoint(kinds))}",
            f"{way}:rel={int('rel' in kinds)}", f"{way}:q={int(chunk.quoted != self.predicate.chunk.quoted)}",
            f"{way}:nps={names}", f"{way}:onps={others}", f"{way}:prep={prep}", f"{way}:prep={prep}:t={kind}",
            f"{way}:prep={prep}:v={verbs}:n={names}", f"{way}:prep={prep}/{source}:d={distance}",
            f"{slot}:p={chunk.prep}:fr={frame.id}", f"{way}:p={chunk.prep}",
            f"{base}:gen={int(chunk.genitive and chunk.index == at + 1)}", f"{way}:g={int(chunk.genitive)}",
            f"{base}:conj={int(bool(chunk.conj))}",
        ]  # fmt: skip
        if prep == "role":
            found.append(f"{base}:prepfits={int(any(slot_of(r) == slot for r in frame.roles_of_prep(chunk.prep)))}")
        relations = self._relations(chunk)
        if not relations:
            found.append(f"{way}:norel:{prep}:v{verbs}")
        found.append(f"{base}:rel={'+'.join(relations) or 'none'}")
        for relation in relations:
            hung = f"{slot}:r={relation}"
            found += [f"{base}:r={relation}", f"{hung}:fr={frame.id}", f"{hung}:t={kind}:ev={frame.event}"]
        return found

    def _preposition(self, chunk: Chunk) -> str:
        if not chunk.prep:
            return "0"
        if self.frame.roles_of_prep(chunk.prep):
            return "role"
        lists = self.grammar.lists
        known = (name for name, of in _PREPOSITIONS if chunk.prep in lists[of])
        return next(known, "cl" if chunk.clitic_prep else "x")

    def _relations(self, chunk: Chunk) -> list[str]:
        """How the parser hangs the chunk on the trigger, on the verb of its clause or on what governs it."""
        predicate = self.predicate
        found = ["sub"] if _within(chunk, predicate.subject) else []
        found += ["obj"] if any(_within(chunk, g) for g in predicate.objects) else []
        found += ["pp." + prep for prep, group in predicate.preps if _within(chunk, group)]
        found += ["gen"] if any(_within(chunk, g) for g in predicate.genitives) else []
        verb, above = predicate.clause.verb, predicate.parent
        if verb is not None and verb is not predicate:
            found += ["vsub"] if _within(chunk, verb.subject) else []
            found += ["vobj"] if any(_within(chunk, g) for g in verb.objects) else []
            found += ["vpp"] if any(_within(chunk, g) for _, g in verb.preps) else []
        if above is not None:
            found += ["psub"] if _within(chunk, above.subject) else []
            found += ["pobj"] if any(_within(chunk, g) for g in above.objects) else []
            found += ["pgen"] if any(_within(chunk, g) for g in above.genitives) else []
        found += ["pend"] if any(_within(chunk, g) for g in predicate.clause.pending) else []
        return found + (["ante"] if predicate.antecedent is chunk else [])

    def _links(self, base: str, slot: str, kind: str, chunk: Chunk, source: str) -> list[str]:
        """Whose else it is, where it stands among the names, and whether it agrees with the verb."""
        predicate = self.predicate
        found = []
        if predicate.parent is not None:
            link = predicate.link if predicate.link in ("object", "subject", "genitive", "coordinated") else "prep"
            found.append(f"{base}:plink={link}")
        verbs = (q for q in self.parsed.predicates if q.form == "verb" and q is not predicate)
        owned = any(_within(chunk, group) for q in verbs for group in (q.subject, *q.objects))
        named = chunk.mention.kind if chunk.mention is not None and source == "m" else source
        found += [
            f"{base}:owned={int(owned)}", f"{base}:kind={named}", f"{base}:nb={int(chunk is self.before)}",
            f"{base}:na={int(chunk is self.after)}", f"{base}:first={int(chunk is self.first)}",
            f"{base}:n={self.count}",
        ]  # fmt: skip
        if self.form == "v" and chunk.readings:
            genders = {r.gender for r in chunk.readings}
            agrees = "?" if not predicate.gender else str(int(predicate.gender in genders))
            found.append(f"{base}:agr={agrees}")
        return found


def site_traits(
    parsed: Parsed,
    predicate: Predicate,
    frame: Frame,
    stage: str,
    filled: Filled | None,
    told: list[Event],
    type_of: Callable[[str], str],
    first: bool,
) -> list[str]:
    """Give the traits of a trigger with a frame.

    ``stage`` says how far the rules came (``ok``, ``needs``, ``cond``), ``told`` what they tell of the sentence,
    ``type_of`` gives the class of an entity; ``first`` is true of the first sentence of a document.
    """
    form, event, word, chunk = form_of(predicate), frame.event, word_of(predicate.chunk), predicate.chunk
    found = [
        form, f"{form}:st={stage}", f"ev={event}", f"ev={event}{form}", f"fr={frame.id}", f"fr={frame.id}{form}",
        f"fr={frame.id}:st={stage}", f"lem={word}{form}", f"lem={word}{form}{event}", f"cl={predicate.clause.kind}",
        f"{form}cl={predicate.clause.kind}", f"def={int(chunk.definite)}{form}", f"prep={chunk.prep or '0'}{form}",
        f"pron={int(bool(chunk.pronoun))}{form}", *(f"mark={m}" for m in predicate.marks), f"q={min(1, chunk.quoted)}",
        f"link={predicate.link or '0'}", f"verbal={int(predicate.clause.verb is predicate)}",
        f"nfr={min(3, len({f.event for f in predicate.frames}))}", f"mod={int(chunk.modified)}{form}",
        f"plur={int(predicate.plural)}{form}", f"nobj={len(predicate.objects)}{form}",
        f"npp={min(3, len(predicate.preps))}{form}", f"ngen={len(predicate.genitives)}{form}", f"s0={int(first)}{form}",
        f"insent={int(any(e.type == event for e in told))}", f"others={min(3, len(told))}",
        f"need={'/'.join(sorted('+'.join(sorted(n)) for n in frame.needs))}{form}",
    ]  # fmt: skip
    found += _governed(predicate, frame, form) + _beside(parsed, chunk, form)
    return found + _by_rule(filled, event, type_of)


def _governed(predicate: Predicate, frame: Frame, form: str) -> list[str]:
    """What governs a trigger, and the heads of what it governs."""
    found, event, above = [], frame.event, predicate.parent
    if above is not None:
        found += [f"plem={word_of(above.chunk)}", f"plink={word_of(above.chunk)}:{predicate.link}"]
        found += [f"pform={above.form}", f"pev={above.frames[0].event if above.frames else '0'}{form}"]
    subject = [predicate.subject] if predicate.subject else []
    for label, groups in (("obj", predicate.objects), ("gen", predicate.genitives), ("sub", subject)):
        for group in groups[:1]:
            mention, word = group[0].mention, word_of(group[0])
            found.append(f"{label}={'M' if mention else word}")
            found.append(f"{label}={'M:' + mention.type if mention else word}:ev={event}")
    for prep, group in predicate.preps[:4]:
        named = group[0].mention is not None
        found += [f"pp={prep}{form}", f"pp={prep}:{event}", f"pp={prep}{':M' if named else ':x'}:fr={frame.id}"]
        found += [] if named else [f"ppn={prep}:{word_of(group[0])}"]
    return found


def _beside(parsed: Parsed, chunk: Chunk, form: str) -> list[str]:
    """The two chunks before a trigger and the two after it, and how much is named in its sentence."""
    chunks = parsed.chunks
    found = [f"nm={capped(len({id(c.mention) for c in chunks if c.mention is not None}), 4)}"]
    for step, label in ((-1, "b1"), (-2, "b2"), (1, "a1"), (2, "a2")):
        if 0 <= chunk.index + step < len(chunks):
            other = chunks[chunk.index + step]
            found.append(f"{label}={other.kind}{'M' if other.mention is not None else ''}{form}")
            if other.mention is None and other.kind != "time":
                found.append(f"{label}l={word_of(other)}")
    return found


def _by_rule(filled: Filled | None, event: str, type_of: Callable[[str], str]) -> list[str]:
    """What the rules put into the frame before they gave it up."""
    found = []
    for argument in filled.arguments.values() if filled is not None else ():
        slot = slot_of(argument.role) or argument.role
        found += [f"rule={slot}:{argument.rule}", f"rule={slot}:{argument.rule}:{event}"]
        found.append(f"rt={slot}:{type_of(argument.entity)}:{event}")
    return found
