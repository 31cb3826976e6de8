"""Links to Wikidata: right, or not at all. Who is meant is ranked; what is not certain stays a candidate."""

from sifara.linking.index import Index
from sifara.linking.items import Candidate, Case, Decision, Item, Scene, Term
from sifara.linking.layer import link_layer, settle
from sifara.linking.ranking import THRESHOLD, Linker

__all__ = [
    "THRESHOLD",
    "Candidate",
    "Case",
    "Decision",
    "Index",
    "Item",
    "Linker",
    "Scene",
    "Term",
    "link_layer",
    "settle",
]
