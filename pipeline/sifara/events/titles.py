"""What only the title tells: it has the day on which its matter, in the sentences that follow, is told to have been."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sifara.document import Event, Text, TimeExpression
from sifara.events.classes import Classes
from sifara.events.dating import Dating
from sifara.events.merge import Seats
from sifara.events.predicates import Parsed, Predicate
from sifara.events.retold import Tellings, date_retold
from sifara.events.statuses import ACTUAL

_LEAD = 3  # sentences behind the title in which its matter is told with its day
_DAY = len("2000-01-01")


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed of the lead with its day, whether or not its parties are known there: classes that it may be of."""

    classes: frozenset[str]
    lemmas: frozenset[str]
    date: str
    named: frozenset[str]  # entities of the sentence


class Leads:
    """The dated deeds of the sentences behind the title."""

    def __init__(self) -> None:
        self.told: list[_Told] = []
        self.tellings = Tellings()
        self.title: dict[int, frozenset[str]] = {}  # start of a trigger of the title -> its lemmas

    def note(self, sentence: int, parsed: Parsed, dating: Dating) -> None:
        """Note what a sentence of the lead tells in the perfect with a day."""
        self.tellings.note(sentence, parsed, dating)
        if sentence > _LEAD:
            return
        if sentence == 0:
            self.title = {p.chunk.start: p.chunk.head_lemmas for p in parsed.predicates if p.frames}
            return
        mentions = [c.mention for c in parsed.chunks if c.mention is not None]
        mentions += [n for c in parsed.chunks for n in c.nisbas]
        named = frozenset(e for m in mentions for e in m.entities)
        for predicate in parsed.predicates:
            date = _day(_times(predicate, dating)) if predicate.frames else None
            if date is not None:
                kinds = frozenset(f.event for f in predicate.frames)
                self.told.append(_Told(kinds, predicate.chunk.head_lemmas, date, named))


def _times(predicate: Predicate, dating: Dating) -> Sequence[TimeExpression]:
    """The times of a verb in the perfect, or of the noun that is its object or subject."""
    verb: Predicate | None = predicate
    if predicate.form == "noun":
        verb = predicate.parent if predicate.link in ("object", "subject") else None
        if predicate.times and verb is not None:
            return predicate.times
    if verb is None or verb.form != "verb" or verb.marks or verb.clause.kind not in ("main", "adjunct"):
        return ()
    if not verb.chunk.readings or any(r.aspect != "p" for r in verb.chunk.readings):
        return ()
    return dating.of_verb(verb)


def _day(times: Sequence[TimeExpression]) -> str | None:
    days = [t.value for t in times if t.function == "date" and t.orientation <= 0 and t.value is not None]
    return next((d for d in days if len(d) == _DAY), None)


def _title_ends(text: Text) -> bool:
    """Whether the first sentence is a title: a line of its own without a full stop."""
    if len(text.sentences) < 2:
        return False
    first, second = text.sentences[0], text.sentences[1]
    whole = text.document.text
    apart = "\n" in whole[first.start : second.start].lstrip()
    return apart and not whole[first.start : first.end].rstrip().endswith(".")


def _agents(event: Event, seats: Seats) -> frozenset[str]:
    """Who acts, with the states and bodies that they hold offices of."""
    acting = {a.entity for a in event.arguments if a.role in ("agent", "participant")}
    return frozenset(acting | {of for person, of in seats if person in acting})


def _in_lead(event: Event, leads: Leads, seats: Seats, classes: Classes) -> str | None:
    """The day on which the lead tells a deed of the same word or class, beside the parties of the title's."""
    acting = _agents(event, seats)
    parties = {a.entity for a in event.arguments if a.role != "place"}
    kind = classes.broader.get(event.type, event.type)
    for told in leads.told:
        known = parties & told.named
        alike = any(classes.broader.get(k, k) == kind for k in told.classes)
        same = bool(leads.title.get(event.evidence[0].trigger_start, frozenset()) & told.lemmas)
        if alike and known and (acting & told.named if acting and not same else True):
            return told.date
    return None


def date_titles(
    events: Sequence[Event], text: Text, seats: Seats, classes: Classes, leads: Leads
) -> tuple[Event, ...]:
    """Date what the title tells by what the lead tells of it, and its calls and threats by what their speakers say.

    Args:
        events: Merged events, in the order of their first telling.
        text: The document they are of; dates count up to its own.
        seats: Pairs of a person and the state or body that they hold an office of.
        classes: What is true of classes of events.
        leads: The dated deeds of the sentences behind the title.
    """
    if not _title_ends(text):
        return date_retold(events, leads.tellings, seats, classes)
    today = text.document.date.isoformat() if text.document.date is not None else None
    told = [
        (min(x.sentence for x in e.evidence), e)
        for e in events
        if e.date is not None and len(e.date) == _DAY and e.status == ACTUAL and (today is None or e.date <= today)
    ]
    lead = [e for first, e in sorted(told, key=lambda item: item[0]) if 0 < first <= _LEAD]
    found = []
    for event in events:
        alone = event.date is None and event.status == ACTUAL
        # Words that the title reports are those of the lead, also where the speaker is told to go on further down.
        opens = classes.has(event.type, "speech") and event.evidence[0].sentence == 0
        alone = alone and (opens or all(x.sentence == 0 for x in event.evidence))
        if alone:
            acting = _agents(event, seats)
            voiced = classes.has(event.type, "voiced")
            said = (e for e in lead if voiced and acting & _agents(e, seats))
            same = next((e for e in said if classes.has(e.type, "speech") or classes.has(e.type, "voiced")), None)
            date = _in_lead(event, leads, seats, classes) or (same.date if same is not None else None)
            if date is not None and (today is None or date <= today):
                event = replace(event, date=date, date_basis="inferred")
        found.append(event)
    return date_retold(found, leads.tellings, seats, classes)
