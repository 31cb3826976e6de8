"""Reads a few sentences with the entity stage, for the tests of its parts."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sifara.document import Document, EntityLayer, Mention, Text
from sifara.entities import Knowledge, find_entities
from sifara.text import analyse_text
from sifara.text.morphology import Morphology


@lru_cache(maxsize=1)
def morphology() -> Morphology:
    return Morphology(broad=False)


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    return Knowledge.load()


def text_of(sentences: str, day: str | None = "2015-06-01") -> Text:
    return analyse_text(Document("test", sentences, date.fromisoformat(day) if day else None), morphology())


def layer(sentences: str, day: str | None = "2015-06-01") -> EntityLayer:
    return find_entities(text_of(sentences, day), knowledge())


def mention(sentences: str, words: str, day: str | None = "2015-06-01", inner: bool = False) -> Mention:
    """Give the mention whose words are ``words``."""
    found = layer(sentences, day)
    for one in found.mentions:
        if sentences[one.start : one.end] == words and one.inner == inner:
            return one
    raise AssertionError([sentences[m.start : m.end] for m in found.mentions])


def labels(found: EntityLayer) -> set[str]:
    return {entity.label_en or entity.label_ar for entity in found.entities.values()}


def offices(sentences: str, day: str | None = "2015-06-01") -> set[tuple[str, str, str]]:
    """Give the offices that the graph tells as (label of the person, role, label of the country or body)."""
    found = layer(sentences, day)

    def label(name: str) -> str:
        entity = found.entities[name]
        return entity.label_en or entity.label_ar

    return {(label(o.person), o.role, label(o.of)) for o in found.offices if o.stated}


def means(sentences: str, words: str, day: str | None = "2015-06-01") -> list[str]:
    """Give the labels of the entities that the outermost mention with these words stands for."""
    found = layer(sentences, day)
    one = mention(sentences, words, day)
    return [found.entities[name].label_en or found.entities[name].label_ar for name in one.entities]


def people(sentences: str, day: str | None = "2015-06-01") -> set[str]:
    """Give the Arabic labels of the people named."""
    return {e.label_ar for e in layer(sentences, day).entities.values() if e.type == "Person"}
