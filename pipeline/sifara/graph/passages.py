"""Stretches of a document's text in the terms of NIF: the context, sentences and phrases with offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from sifara.document import Text
from sifara.graph.terms import TYPE, dip, integer, nif

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]


class Passages:
    """The addressable stretches of one document; it remembers which sentences were spoken of.

    Without ``with_text`` the words of a sentence are kept only if it is evidence of something.
    """

    def __init__(self, text: Text, document: NamedNode, with_text: bool) -> None:
        self._with_text = with_text
        self._document = document
        self._text = text.document.text
        self._sentences = text.sentences
        self._starts = [sentence.start for sentence in text.sentences]
        self._used: set[int] = set()
        self._quoted: set[int] = set()
        self._context = NamedNode(document.value + "#text")

    def context(self) -> Triples:
        """Yield the triples of the whole text; the text itself only where it is kept."""
        yield self._context, TYPE, nif("Context")
        yield self._context, nif("sourceUrl"), self._document
        yield self._context, nif("beginIndex"), integer(0)
        yield self._context, nif("endIndex"), integer(len(self._text))
        if self._with_text:
            yield self._context, nif("isString"), Literal(self._text)

    def phrase(self, node: NamedNode, start: int, end: int, kind: str) -> Triples:
        """Yield the triples of the phrase ``node`` of the class ``kind``."""
        yield node, TYPE, dip(kind)
        yield node, TYPE, nif("Phrase")
        yield node, nif("referenceContext"), self._context
        yield node, nif("beginIndex"), integer(start)
        yield node, nif("endIndex"), integer(end)
        yield node, nif("anchorOf"), Literal(self._text[start:end])

    def mention(self, node: NamedNode, start: int, end: int, *, evidence: bool = False) -> Triples:
        """Yield the triples of a phrase of the class dip:Mention and its link to its sentence."""
        yield from self.phrase(node, start, end, "Mention")
        place = self._sentence_at(start)
        if place is not None:
            yield node, nif("sentence"), self._sentence(place)
            if evidence:
                self._quoted.add(place)

    def _sentence_at(self, offset: int) -> int | None:
        place = bisect_right(self._starts, offset) - 1
        return place if place >= 0 and offset < self._sentences[place].end else None

    def sentences(self) -> Triples:
        """Yield the triples of the sentences that phrases were linked to so far."""
        for place in sorted(self._used):
            sentence = self._sentences[place]
            node = self._sentence(place)
            yield node, TYPE, nif("Sentence")
            yield node, nif("referenceContext"), self._context
            yield node, nif("beginIndex"), integer(sentence.start)
            yield node, nif("endIndex"), integer(sentence.end)
            if self._with_text or place in self._quoted:
                yield node, nif("anchorOf"), Literal(self._text[sentence.start : sentence.end])

    def _sentence(self, place: int) -> NamedNode:
        self._used.add(place)
        sentence = self._sentences[place]
        return NamedNode(f"{self._document.value}#sentence={sentence.start},{sentence.end}")
