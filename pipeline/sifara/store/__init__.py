"""Where graphs are kept: one interface, today with an embedded store on disk."""

from sifara.store.base import Answer, Store
from sifara.store.embedded import EmbeddedStore

__all__ = ["Answer", "EmbeddedStore", "Store"]
