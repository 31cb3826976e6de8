"""Actions for words that count from what was told last: that month, the same year, the following day."""

from __future__ import annotations

from datetime import date

from sifara.times import arithmetic as cal
from sifara.times.context import Context, Result, side
from sifara.times.grammar import Match
from sifara.times.lexicon import LAM


def anaphor(match: Match, ctx: Context) -> Result | None:
    """That month, the same year: what was told last, cut to the unit."""
    unit = str(match.roles["u"].value)
    told = ctx.month_told() if unit == "M" else ctx.last
    value = cal.cut(told, unit) if told is not None else None
    if value is None:
        return Result(None, "vague")
    return Result(value, orientation=side(value, ctx.anchor))


def following(match: Match, ctx: Context) -> Result | None:
    """The following day, month, year: counted from what was told last."""
    unit = str(match.roles["u"].value)
    told = ctx.month_told() if unit == "M" else ctx.last
    value = cal.cut(told, unit) if told is not None else None
    after = match.units[match.end].folded if match.after() == "X" else ""
    if value is None or after.startswith(LAM):
        return None  # "the day following the elections"
    value = cal.shift(date.fromisoformat(value + "-01-01"[len(value) - len("2000") :]), unit, 1)
    return Result(value, orientation=side(value, ctx.anchor))
