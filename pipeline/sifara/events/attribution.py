"""Who says so without a verb of saying: "according to …", "in a communiqué of …"."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.discourse import Discourse
from sifara.events.grammar import Grammar
from sifara.events.marks import DASHES
from sifara.events.parties import Party, renamed
from sifara.events.predicates import Parsed

_SPEAKERS = ("Person", "GovernmentBody", "IntergovernmentalOrganization", "ArmedGroup", "Party")


def sources(parsed: Parsed, discourse: Discourse, grammar: Grammar) -> list[tuple[Chunk, tuple[Party, ...]]]:
    """Give the phrases that name a source, with the parties behind them."""
    found: list[tuple[Chunk, tuple[Party, ...]]] = []
    for chunk in parsed.chunks:
        if chunk.prep not in grammar.lists["attribution_prepositions"]:
            continue
        if chunk.kind == "rel":  # "according to what was said in a communiqué of"
            for report in parsed.chunks[chunk.index + 1 : chunk.index + 6]:
                if report.kind == "np" and report.lemmas & grammar.lists["report_nouns"]:
                    parties = discourse.issued_by(report)
                    found += [(report, parties)] if parties else []
                    break
            continue
        if chunk.kind != "np":
            continue
        if chunk.mention is not None and chunk.mention.kind == "nisba":
            continue  # "the German (agency)"
        if any(c.genitive and discourse.nameless(c, source=True) for c in parsed.chunks[chunk.index + 1 :][:1]):
            continue  # "according to remarks of Ukrainian officials"
        unnamed = bool(chunk.nisbas) and bool(chunk.head_lemmas & grammar.lists["unnamed_officials"])
        if unnamed or discourse.nameless(chunk, source=True):
            continue
        parties = discourse.parties([chunk], "according-to") or discourse.officer(chunk)
        data = any(r.number == "p" for r in chunk.readings) and bool(chunk.lemmas & grammar.lists["report_nouns"])
        if data and not chunk.head_lemmas & (grammar.lists["uttered_nouns"] - grammar.lists["communique_nouns"]):
            continue  # several of them are data, nobody's words
        if not parties and chunk.lemmas & grammar.lists["report_nouns"]:
            parties = discourse.issued_by(chunk)
        if parties:
            found.append((chunk, parties))
    found += _in_communique(parsed, discourse, grammar) + _before_colon(parsed, discourse)
    return found + _in_their_words(parsed, discourse, grammar)


def _in_their_words(parsed: Parsed, discourse: Discourse, grammar: Grammar) -> list[tuple[Chunk, tuple[Party, ...]]]:
    """Who is quoted in passing: "in his words" is who acts in the sentence; "in the words of Macron" is named."""
    found: list[tuple[Chunk, tuple[Party, ...]]] = []
    for chunk in parsed.chunks:
        before = parsed.chunks[chunk.index - 1] if chunk.index else chunk
        as_far = chunk.genitive and before.lemmas & grammar.lists["measure_nouns"] and bool(before.prep)
        words = chunk.mention is None and chunk.head_lemmas & grammar.lists["wording_nouns"]
        if not words or not (as_far or chunk.prep in grammar.lists["attribution_prepositions"]):
            continue
        named = discourse.owners(chunk, "according-to") if not chunk.pronoun else ()
        if chunk.pronoun in ("3ms", "3fs"):
            named = _acting(chunk, parsed, discourse)
        if named:
            found.append((chunk, renamed(named, "according-to")))
    return found


def _in_communique(parsed: Parsed, discourse: Discourse, grammar: Grammar) -> list[tuple[Chunk, tuple[Party, ...]]]:
    """Who speaks in "it was said in a communiqué of the ministry that"."""
    found = []
    for verb in parsed.predicates:
        if not verb.chunk.head_lemmas & grammar.lists["report_verbs"] or verb.form != "verb":
            continue
        parents = [c.parent for c in parsed.clauses if c.kind in ("comp", "quote") and c.parent is not None]
        if not any(parent.clause is verb.clause for parent in parents):
            continue
        for prep, group in verb.preps:
            if prep in grammar.lists["occasion_holders"] and group[0].lemmas & grammar.lists["report_nouns"]:
                parties = discourse.issuer(group[0])
                found += [(group[0], parties)] if parties else []
    return found


def _before_colon(parsed: Parsed, discourse: Discourse) -> list[tuple[Chunk, tuple[Party, ...]]]:
    """Who speaks in a headline of the form "Lavrov: …"; a state before a colon is as often the topic."""
    found = []
    for clause in parsed.clauses:
        if clause.voice and any(c.kind in ("verb", "np") for c in parsed.chunks if c.start >= clause.start):
            first = clause.voice[0]
            speaks = first.mention is not None and first.mention.type in _SPEAKERS and not first.prep
            speaks = speaks or (first.mention is not None and first.mention.kind == "title" and not first.prep)
            behind = parsed.chunks[first.index + 1 : first.index + 2]
            byline = any(c.kind == "punct" and c.word in DASHES for c in behind)  # "X - newspaper - city: …"
            if speaks and first.index <= 1 and len(clause.voice) == 1 and not byline:
                found.append((first, discourse.parties(clause.voice, "colon")))
    return [(chunk, parties) for chunk, parties in found if parties]


def _acting(words: Chunk, parsed: Parsed, discourse: Discourse) -> tuple[Party, ...]:
    """The one person, state or body that acts in the main clause before "in his words", of the same gender."""
    for verb in reversed(parsed.predicates):
        main = verb.form == "verb" and verb.clause.kind in ("main", "adjunct") and bool(verb.frames)
        acting = discourse.subject_of(verb) if main and verb.chunk.index < words.index else ()
        if len(acting) != 1:
            continue
        person = discourse.layer.entities[acting[0].entity].type == "Person"
        if (verb.gender if person else "f") in (words.pronoun[1:2], ""):
            return acting
    return ()
