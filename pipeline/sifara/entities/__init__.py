"""The entity stage: who and what a document names, under which titles, and whom its pointing words mean.

:class:`Knowledge` holds the tables and the language data; :func:`find_entities` reads one document.
"""

from __future__ import annotations

from sifara.entities.assemble import find_entities
from sifara.entities.knowledge import Held, Knowledge, Known

__all__ = ["Held", "Knowledge", "Known", "find_entities"]
