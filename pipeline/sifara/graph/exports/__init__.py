"""The graph for other tools: files of RDF, tables, networks.

>>> sorted(FORMATS)
['annotated', 'csv', 'gexf', 'graphml', 'jsonld', 'neo4j', 'nq', 'trig', 'ttl']
"""

from sifara.graph.exports.formats import FORMATS, Format, export
from sifara.graph.exports.source import Source

__all__ = ["FORMATS", "Format", "Source", "export"]
