"""The text stage: folding, tokens with their readings, sentences and quotations.

:func:`analyse_text` is all that later stages need; the modules below it can be used one by one.
"""

from __future__ import annotations

from sifara.document import Document, Sentence, Text
from sifara.text.folding import Folded, fold, fold_word
from sifara.text.morphology import Morphology
from sifara.text.quotations import quotations
from sifara.text.sentences import sentence_spans
from sifara.text.tokens import Analyser, tokenize

__all__ = [
    "Analyser",
    "Folded",
    "Morphology",
    "analyse_text",
    "fold",
    "fold_word",
    "quotations",
    "sentence_spans",
    "tokenize",
]


def analyse_text(document: Document, morphology: Analyser | None = None) -> Text:
    """Take a document apart into sentences of tokens, and find its quotations.

    Without a ``morphology`` the words have no readings; all else is the same.
    """
    text = document.text
    sentences = tuple(
        Sentence(index, start, end, tokenize(text, start, end, morphology))
        for index, (start, end) in enumerate(sentence_spans(text))
    )
    return Text(document, sentences, quotations(text))
