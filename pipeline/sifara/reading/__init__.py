"""Files to documents: plain text with or without front matter, JSON Lines, folders, standard input.

A document that cannot be read raises nothing; an :class:`Unreadable` stands in its place and says why.
"""

from sifara.reading.sources import files, read, read_located
from sifara.reading.unreadable import Unreadable

__all__ = ["Unreadable", "files", "read", "read_located"]
