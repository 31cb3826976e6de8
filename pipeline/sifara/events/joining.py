"""One deed told by two words of a sentence: "killed in a raid", "an attack that hit the port"."""

from __future__ import annotations

from sifara.events.filled import Filled
from sifara.events.grammar import Grammar
from sifara.events.placing import STRUCK
from sifara.events.predicates import Parsed, Predicate

Told = dict[int, tuple[Filled, str]]  # by chunk index: a frame that is filled, and its status

_ACTORS = ("agent", "participant")
_UNDERGOERS = {"target", "object"}


def join_told(told: Told, parsed: Parsed, grammar: Grammar) -> None:
    """Join the words of one sentence that tell one deed; the outer word keeps the parties of both.

    Joined are an event noun and what its relative clause tells of the same class ("a raid that hit the town"), a
    predicate and the noun of its class that is its subject or its manner ("killed in a raid"), what a deed led to
    ("an attack that left five dead"), and two words for what is voiced at once ("his thanks and appreciation"). Their
    actors must not differ.
    """
    for index in sorted(told, reverse=True):
        if index not in told:
            continue
        inner, status = told[index]
        host = _beside(inner, told, parsed) or _going_on(inner, told, parsed)
        host = host or _host(inner.predicate, told, parsed, grammar)
        if host is None or host.chunk.index == index:
            continue
        outer, other = told[host.chunk.index]
        if status == other and _alike(outer, inner):
            hit = bool(outer.of("target"))  # and not the town around it
            for key, argument in inner.arguments.items():
                if not (hit and argument.rule.endswith(STRUCK)):
                    outer.arguments.setdefault(key, argument)
            outer.consumed.append(inner.predicate)
            del told[index]


def _beside(inner: Filled, told: Told, parsed: Parsed) -> Predicate | None:
    """The noun before an event noun that one verb carries with it, where not both say towards whom."""
    noun = inner.predicate
    if noun.form != "noun" or not noun.chunk.conj or noun.chunk.index - 1 not in told:
        return None
    other, _ = told[noun.chunk.index - 1]
    both = bool(inner.roles() & _UNDERGOERS) and bool(other.roles() & _UNDERGOERS)
    carried = inner.carrier is not None and inner.carrier is other.carrier
    return parsed.of_chunk.get(noun.chunk.index - 1) if carried and not both else None


def _going_on(inner: Filled, told: Told, parsed: Parsed) -> Predicate | None:
    """The noun that a verb carries, told once more by a participle: "made an appeal, calling on them to"."""
    above = inner.predicate.inherits
    if inner.predicate.form != "participle" or above is None:
        return None
    nouns = (one for one, _ in told.values() if one.carrier is above and one.frame.event == inner.frame.event)
    before = (n.predicate.chunk.index for n in nouns if not n.roles() & _UNDERGOERS)
    index = next((i for i in before if i < inner.predicate.chunk.index), None)
    return parsed.of_chunk.get(index) if index is not None else None


def _host(inner: Predicate, told: Told, parsed: Parsed, grammar: Grammar) -> Predicate | None:
    """The predicate that tells the deed of which ``inner`` says more."""
    if inner.form == "verb" and inner.antecedent is not None and not _with_object(inner):
        return parsed.of_chunk.get(inner.antecedent.index) if inner.antecedent.index in told else None
    above = inner.parent
    if inner.form != "noun" or above is None:
        return None
    if above.chunk.index in told:
        same = inner.link in grammar.lists["manner_prepositions"] or inner.link == "subject"
        return above if same else None  # "killed in a raid", "the attack in Ankara hit the embassy"
    if above.chunk.head_lemmas & grammar.lists["result_verbs"]:
        cause = above.antecedent if above.antecedent is not None else next(iter(above.subject), None)
        if cause is not None and cause.index in told:
            return parsed.of_chunk.get(cause.index)
    return None


def _with_object(verb: Predicate) -> bool:
    """Whether the pronoun of a verb leads back to what it describes ("an attack that he condemned (it)")."""
    return bool(verb.chunk.pronoun) or any(g[0].pronoun and not g[0].words for _, g in verb.preps)


def _alike(outer: Filled, inner: Filled) -> bool:
    """Whether both may tell one deed: one class, and no actor of one that the other has not."""
    if outer.frame.event != inner.frame.event or outer.frame.speech or outer.mutual or inner.mutual:
        return False
    one = {e for r, e in outer.arguments if r in _ACTORS}
    other = {e for r, e in inner.arguments if r in _ACTORS}
    return not one or not other or one <= other or other <= one
