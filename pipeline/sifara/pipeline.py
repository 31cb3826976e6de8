"""The stages in order: a document in, everything found in it out."""

from __future__ import annotations

from dataclasses import replace

from sifara import __version__
from sifara.document import Annotated, Document, EntityLayer, Event
from sifara.entities import Knowledge, find_entities
from sifara.events import Extractor, frames
from sifara.events.scorer import scorer
from sifara.text import analyse_text
from sifara.text.morphology import Morphology
from sifara.times import find_times


class Pipeline:
    """Reads documents one by one. Building one loads the lexicon; documents leave no trace in it."""

    def __init__(self, broad: bool | None = None, likely: bool = False) -> None:
        """Load the lexicon, ``broad`` if it is installed (``None``) or not.

        Events that only the learned scorer finds are told too if ``likely``; about half of them are right.
        """
        self.morphology = Morphology(broad)
        self.knowledge = Knowledge.load()
        self.extractor = Extractor(scorer=scorer(), likely=likely)
        self.versions = {"program": __version__, "lexicon": frames().version + ("-likely" if likely else "")}

    def annotate(self, document: Document) -> Annotated:
        """Find sentences, entities, times and events of a document."""
        text = analyse_text(document, self.morphology)
        entities = find_entities(text, self.knowledge)
        times = find_times(text)
        events = self.extractor.events(text, entities, times)
        return Annotated(text, _with_states(entities, events), times, events, self.versions)


def _with_states(layer: EntityLayer, events: tuple[Event, ...]) -> EntityLayer:
    """Count the states that only their cities stand for among the entities, where an event has them."""
    meant = dict.fromkeys(a.entity for e in events for a in e.arguments if a.entity in layer.states)
    return replace(layer, entities={**layer.entities, **{n: layer.states[n] for n in meant}}) if meant else layer
