"""The stages in order: a document in, everything found in it out."""

from __future__ import annotations

from sifara import __version__
from sifara.document import Annotated, Document
from sifara.entities import Knowledge, find_entities
from sifara.events import Extractor, frames
from sifara.text import analyse_text
from sifara.text.morphology import Morphology
from sifara.times import find_times


class Pipeline:
    """Reads documents one by one. Building one loads the lexicon; documents leave no trace in it."""

    def __init__(self, broad: bool | None = None) -> None:
        self.morphology = Morphology(broad)
        self.knowledge = Knowledge.load()
        self.extractor = Extractor()
        self.versions = {"program": __version__, "lexicon": frames().version}

    def annotate(self, document: Document) -> Annotated:
        """Find sentences, entities, times and events of a document."""
        text = analyse_text(document, self.morphology)
        entities = find_entities(text, self.knowledge)
        times = find_times(text)
        events = self.extractor.events(text, entities, times)
        return Annotated(text, entities, times, events, self.versions)
