"""Finding the time expressions of a document: rules at every place, neighbours joined, functions by prepositions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sifara.document import Sentence, Text, TimeExpression
from sifara.times import absolute, afterwards, hijri, numeric, relative
from sifara.times.context import Context, Result
from sifara.times.dateline import SENTENCES, Dateline, find_dateline
from sifara.times.grammar import Match, encode, matches_at, rules
from sifara.times.joining import join
from sifara.times.units import Unit, trigger_classes, units_of

Action = Callable[[Match, Context], Result | None]

_SKIP = "skip"
# Marks that do not begin or end an expression.
_LOOSE = ("LP", "COMMA", "DASH", "SLASH")
_MARKS = ("COMMA", "COLON", "DASH", "SLASH", "LP", "RP")
# How many words may stand in a line beside the day on which the page was published.
_BESIDE_WEEKDAY, _BESIDE_DATE = 6, 2
_ACTIONS: dict[str, Action] = {
    action.__name__: action
    for action in (
        absolute.calendar_day,
        absolute.day_range,
        hijri.hijri_day,
        hijri.hijri_month,
        hijri.hijri_range,
        hijri.hijri_year,
        absolute.month,
        absolute.month_numeric,
        absolute.month_range,
        numeric.numeric,
        numeric.numeric_bare,
        numeric.numeric_range,
        absolute.year,
        absolute.year_range,
        absolute.year_short,
        relative.adverb,
        afterwards.anaphor,
        afterwards.following,
        relative.day_of_month,
        relative.deictic,
        relative.duration,
        relative.offset,
        relative.offset_vague,
        relative.period,
        relative.season,
        relative.today,
        relative.vague,
        relative.vague_past,
        relative.weekday,
        relative.weekday_of_month,
        relative.weekday_range,
        relative.weekend,
        relative.within,
    )
}


def check_actions() -> None:
    """Check that every rule names an action that exists.

    Raises:
        ValueError: a rule names another.
    """
    for rule in rules():
        if rule.action != _SKIP and rule.action not in _ACTIONS:
            raise ValueError(f"rules.yaml, {rule.name}: no action {rule.action!r}; there are {sorted(_ACTIONS)}")


@dataclass(frozen=True, slots=True)
class Found:
    """A match with its result."""

    match: Match
    result: Result


def _read_sentence(
    units: Sequence[Unit], anchor: date | None, last: str | None, month: str | None = None
) -> list[Found]:
    code = encode(units)
    found: list[Found] = []
    position, count = 0, len(units)
    context = Context(anchor, units, last, month)
    while position < count:
        if units[position].cls == "X":
            position += 1
            continue
        for match in matches_at(code, units, position):
            if match.rule.action == _SKIP:
                position = match.last
                break
            result = _ACTIONS[match.rule.action](match, context)
            if result is not None:
                found.append(Found(match, result))
                if result.value is not None:
                    context = replace(context, last=result.value, month=context.month_told())
                position = match.last
                break
        else:
            position += 1
    return found


def _reanchored(found: Sequence[Found], anchor: date) -> date | None:
    """Give the day that "today" with its weekday tells, where it is not the anchor."""
    for item in found:
        if item.result.kind != "deictic" or item.result.weekday is None or item.result.value is None:
            continue
        word = item.match.roles["t"]
        offset = 0 if word.cls in ("THEDAY", "TONIGHT") else int(word.value)
        told = date.fromisoformat(item.result.value) - timedelta(days=offset)
        return told if told != anchor else None
    return None


def _function(found: Found, units: Sequence[Unit]) -> Result:
    """Let the preposition before an expression tell its function."""
    result, lead = found.result, found.match.before()
    if result.function not in ("date", "vague"):
        return result
    if found.match.rule.action in ("offset", "offset_vague", "adverb"):
        return result
    if lead == "HATTA":
        return replace(result, function="until")
    if lead == "ILA" and units[found.match.start].cls == "PERIODPART":
        return replace(result, function="until")
    if lead in ("MUNDHU", "BIDAYATAN"):
        return replace(result, function="since")
    if lead in ("QABL", "BAAD") and units[found.match.start].cls != "PERIODPART":
        # Before or after a day is not that day.
        return replace(result, function="vague", value=None)
    return result


def _bounds(match: Match) -> tuple[int, int]:
    """Span of an expression in units, without a bracket that opens or closes around it."""
    start, end = match.start, match.end
    units = match.units
    classes = [unit.cls for unit in units[start:end]]
    while end - start > 1 and classes[0] in _LOOSE:
        start, classes = start + 1, classes[1:]
    while end - start > 1 and (classes[-1] in _LOOSE or (classes[-1] == "RP" and "LP" not in classes)):
        end, classes = end - 1, classes[:-1]
    return start, end


def _expression(found: Found) -> TimeExpression:
    result = _function(found, found.match.units)
    start, end = _bounds(found.match)
    units = found.match.units
    function = result.function
    if function == "date" and result.value is None and result.kind not in ("day", "month", "year"):
        function = "vague"
    return TimeExpression(
        units[start].start,
        units[end - 1].end,
        result.value,
        function,
        result.until,
        result.duration,
        result.basis,
        result.orientation,
        found.match.rule.name,
    )


def _sentences(text: Text) -> list[tuple[Sentence, list[Unit]]]:
    triggers = trigger_classes()
    read = []
    for sentence in text.sentences:
        units = units_of(sentence.tokens)
        if units and any(unit.cls in triggers or unit.cls == "DD" for unit in units):
            read.append((sentence, units))
    return read


def _pass(
    read: Sequence[tuple[Sentence, list[Unit]]], anchor: date | None, dateline: Dateline | None, settle: bool
) -> tuple[list[list[Found]], date | None]:
    """Read all sentences; where ``settle`` and "today" is another day than the anchor, give that day and stop."""
    everything: list[list[Found]] = []
    last: str | None = None
    month: str | None = None
    for _, units in read:
        found = _read_sentence(units, anchor, last, month)
        if dateline is not None:
            found = [
                item
                for item in found
                if units[item.match.start].start >= dateline.end or units[item.match.end - 1].end <= dateline.start
            ]
        if settle and anchor is not None:
            other = _reanchored(found, anchor)
            if other is not None:
                return everything, other
            if any(item.result.kind == "deictic" and item.result.weekday is not None for item in found):
                settle = False
        told = [item.result.value for item in found if item.result.value is not None]
        last = told[-1] if told else None  # "that month" looks no further than the sentence before
        month = next((value for value in reversed(told) if len(value) >= len("2000-01")), None)
        everything.append(found)
    return everything, None


def _published(read: Sequence[tuple[Sentence, list[Unit]]]) -> date | None:
    """Give the day of a line that holds little but a day with its year, as sites put below a title."""
    for sentence, units in read:
        if sentence.index >= SENTENCES:
            break
        found = _read_sentence(units, None, None)
        days = [f for f in found if f.result.kind == "day" and f.result.year_given and f.result.value is not None]
        if len(days) != 1:
            continue
        match, result = days[0].match, days[0].result
        rest = [*units[: match.start], *units[match.end :]]
        words = sum(unit.cls not in _MARKS for unit in rest)
        if words and sentence.index == 0 and all(unit.cls != "COLON" for unit in units[: match.start]):
            continue  # a title that names a day: "after the attacks of 11 September 2001"
        if words <= (_BESIDE_WEEKDAY if result.weekday is not None else _BESIDE_DATE) and result.value is not None:
            return date.fromisoformat(result.value)
    return None


def find_times(text: Text) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a document, in order and without overlap.

    Relative words count from the dateline's day, else from the document's date; where the report itself says
    which weekday "today" is, from that day. A document without a date may have a line that tells the day it was
    published. Without any of these they have no value.
    """
    dateline = find_dateline(text)
    anchor = text.document.date
    if dateline is not None and dateline.date is not None:
        anchor = dateline.date
    read = _sentences(text)
    if anchor is None:
        anchor = _published(read)
    settle = dateline is None or dateline.date is None
    everything, other = _pass(read, anchor, dateline, settle)
    if other is not None:
        everything, _ = _pass(read, other, dateline, False)
        anchor = other
    expressions = [
        _expression(Found(match, result))
        for found in everything
        for match, result in join([(item.match, item.result) for item in found], anchor)
    ]
    return tuple(expressions)
