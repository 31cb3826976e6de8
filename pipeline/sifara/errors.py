"""What Sifara raises, as a tree. Every message says what was found, what was expected, what to do.

* :class:`SifaraError`

  * :class:`InputError`: an input that is not there or cannot be opened
  * :class:`StoreError`: a store that cannot be opened, or is in use
  * :class:`QueryError`: a query that cannot be understood, or is not known
  * :class:`NotFound`: an event or a document that the store does not hold
  * :class:`PictureError`: a picture that cannot be drawn

A document that cannot be read is not among them: reading yields an
:class:`sifara.reading.Unreadable` for it and goes on.
"""

from __future__ import annotations


class SifaraError(Exception):
    """The root of everything that Sifara raises on purpose; its text is one line for a person."""


class InputError(SifaraError):
    """An input that is not there, cannot be opened, or has options that contradict it."""


class StoreError(SifaraError):
    """A store that cannot be opened or written."""


class QueryError(SifaraError):
    """A query that cannot be parsed, a named query or a variable that does not exist."""


class NotFound(SifaraError):
    """A resource that the store does not hold."""


class PictureError(SifaraError):
    """A picture that cannot be drawn."""
