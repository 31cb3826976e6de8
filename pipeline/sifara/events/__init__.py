"""The event stage: frames over clauses."""

from sifara.events.extract import Extractor
from sifara.events.frames import frames

__all__ = ["Extractor", "frames"]
