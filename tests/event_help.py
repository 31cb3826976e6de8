"""Reads a few sentences with the whole pipeline, for the tests of the event stage."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sifara.document import Annotated, Document, Event, Reading, Token
from sifara.events.chunks import Chunk, Chunker
from sifara.events.frames import frames
from sifara.events.grammar import grammar
from sifara.events.parse import Parser
from sifara.events.predicates import Parsed
from sifara.pipeline import Pipeline

DAY = "2022-03-16"  # a Wednesday


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    """The lexicon of the project alone, the same on every machine."""
    return Pipeline(broad=False)


@lru_cache(maxsize=512)
def annotate(text: str, day: str | None = DAY) -> Annotated:
    return pipeline().annotate(Document("test", text, date.fromisoformat(day) if day else None))


def name(annotated: Annotated, entity: str) -> str:
    known = annotated.entities.entities[entity]
    return known.label_en or known.label_ar


def told(annotated: Annotated, event: Event) -> str:
    """Give an event in one line: class, parties by role, status unless actual, e.g. ``Visit agent=X target=Y``."""
    roles: dict[str, list[str]] = {}
    for argument in event.arguments:
        roles.setdefault(argument.role, []).append(name(annotated, argument.entity))
    order = ("agent", "participant", "target", "object", "place")
    parts = [f"{role}={'+'.join(sorted(roles[role]))}" for role in order if role in roles]
    return " ".join([event.type, *parts, *([] if event.status == "Actual" else [event.status])])


def events(text: str, day: str | None = DAY) -> list[str]:
    """Give all events of a text, one line each, sorted."""
    annotated = annotate(text, day)
    return sorted(told(annotated, event) for event in annotated.events)


def one(text: str, kind: str, day: str | None = DAY) -> Event:
    """Give the only event of a class."""
    found = [event for event in annotate(text, day).events if event.type == kind]
    assert len(found) == 1, events(text, day)
    return found[0]


def lines(text: str, kind: str, day: str | None = DAY) -> list[str]:
    """Give the events of one class, one line each, sorted."""
    return [line for line in events(text, day) if line.split()[0] == kind]


def actors(text: str, kind: str, day: str | None = DAY) -> set[str]:
    """Give the labels of those who act in the events of one class."""
    annotated = annotate(text, day)
    parties = (a for e in annotated.events if e.type == kind for a in e.arguments)
    return {name(annotated, a.entity) for a in parties if a.role in ("agent", "participant")}


def speakers(text: str, day: str | None = DAY) -> set[str]:
    """Give the labels of those to whom a text gives a statement."""
    return actors(text, "Statement", day)


def rules(text: str, kind: str, day: str | None = DAY) -> dict[str, str]:
    """Give, for the only event of a class, the rule by which each party was found."""
    annotated = annotate(text, day)
    return {name(annotated, a.entity): a.rule for a in one(text, kind, day).arguments}


def chunks(text: str, day: str | None = DAY) -> list[Chunk]:
    """Cut the first sentence of a text into chunks."""
    annotated = annotate(text, day)
    sentence = annotated.text.sentences[0]
    mentions = [m for m in annotated.entities.mentions if m.start < sentence.end]
    times = [t for t in annotated.times if t.start < sentence.end]
    return Chunker(sentence, mentions, times, grammar()).run()


def chunk(text: str, words: str) -> Chunk:
    """Give the chunk of the first sentence whose words are ``words``."""
    found = {text[c.start : c.end]: c for c in chunks(text)}
    assert words in found, list(found)
    return found[words]


def parsed(text: str) -> Parsed:
    """Parse the first sentence of a text."""
    return Parser(chunks(text), frames(), grammar()).run()


def clause_kinds(text: str) -> list[str]:
    return [clause.kind for clause in parsed(text).clauses]


def clause_of(text: str, word: str) -> str:
    """Give the kind of the clause whose predicate is ``word``."""
    for predicate in parsed(text).predicates:
        if text[predicate.chunk.start : predicate.chunk.end] == word:
            return predicate.clause.kind
    raise AssertionError([text[p.chunk.start : p.chunk.end] for p in parsed(text).predicates])


def token(text: str, words: str) -> Token:
    for sentence in annotate(text).text.sentences:
        for one_token in sentence.tokens:
            if one_token.text == words:
                return one_token
    raise AssertionError(f"no token {words}")


__all__ = ["Reading", "annotate", "chunk", "chunks", "clause_kinds", "clause_of", "events", "lines", "one", "parsed"]
