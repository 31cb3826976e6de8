"""Who says so without a verb of saying: "according to …", "in a communiqué of …"."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.discourse import Discourse
from sifara.events.grammar import Grammar
from sifara.events.parties import Party
from sifara.events.predicates import Parsed


def sources(parsed: Parsed, discourse: Discourse, grammar: Grammar) -> list[tuple[Chunk, tuple[Party, ...]]]:
    """Give the phrases that name a source, with the parties behind them."""
    found: list[tuple[Chunk, tuple[Party, ...]]] = []
    for chunk in parsed.chunks:
        if chunk.prep not in grammar.lists["attribution_prepositions"]:
            continue
        if chunk.kind == "rel":  # "according to what was said in a communiqué of"
            for report in parsed.chunks[chunk.index + 1 : chunk.index + 6]:
                if report.kind == "np" and report.lemmas & grammar.lists["report_nouns"]:
                    parties = _behind(report, parsed, discourse, grammar)
                    found += [(report, parties)] if parties else []
                    break
            continue
        if chunk.kind != "np":
            continue
        if chunk.mention is not None and chunk.mention.kind == "nisba":
            continue  # "the German (agency)"
        parties = discourse.parties([chunk], "according-to")
        if not parties and chunk.lemmas & grammar.lists["report_nouns"]:
            parties = _behind(chunk, parsed, discourse, grammar)
        if parties:
            found.append((chunk, parties))
    return found


def _behind(report: Chunk, parsed: Parsed, discourse: Discourse, grammar: Grammar) -> tuple[Party, ...]:
    """The body that has issued a communiqué: its genitive, or the next one after "of" or "from"."""
    owners = discourse.owners(report, "communiqué")
    if owners:
        return owners
    for chunk in parsed.chunks[report.index + 1 : report.index + 5]:
        if chunk.kind != "np" or (chunk.mention is not None and chunk.prep not in grammar.lists["report_prepositions"]):
            break
        if chunk.mention is not None:
            return discourse.parties([chunk], "communiqué")
    return ()
