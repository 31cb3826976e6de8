"""The network of events: entities that deal with each other, an edge for each event between two of them."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sifara.graph.exports.model import EventRecord, Records, class_labels
from sifara.graph.exports.source import Source
from sifara.graph.iri import ID

if TYPE_CHECKING:
    import networkx

# What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TODAY = re.compile(rb' lastmodifieddate="[^"]*"')


def event_network(source: Source) -> networkx.MultiDiGraph:
    """Return the network. Attributes are strings and numbers; what is unknown has none.

    Nodes: ``label`` (Arabic), ``label_en``, ``kind``, ``wikidata``. Edges, from who acts to whom it falls on:
    ``id`` and ``event``, ``kind`` (a class), ``label`` (its Arabic name), ``label_en``, ``status``, ``confidence``,
    ``document``, ``date`` (a day, a month or a year), its ``year``, and ``start`` and ``end`` (days). Participants
    are joined pair by pair, with ``symmetric`` 1. Nodes have ``start`` and ``end`` of all their dated events.
    """
    import networkx as nx

    graph = nx.MultiDiGraph(mode="dynamic")
    records = Records(source)
    labels = class_labels()
    edges: list[tuple[str, str, str, dict[str, str | int | float]]] = []
    for _, events in records.read():
        for event in events:
            said = _attributes(event, labels)
            symmetric = set(event.roles.get("participant", ()))
            for number, (one, other) in enumerate(event.pairs(), 1):
                key = f"{event.iri.removeprefix(ID)}/{number}"
                mutual = int(one in symmetric and other in symmetric)
                edges.append((one, other, key, {"id": key, **said, "symmetric": mutual}))
    spans: dict[str, list[str]] = {}
    for one, other, _, said in edges:
        for node in (one, other):
            spans.setdefault(node, []).extend(str(said[name]) for name in ("start", "end") if name in said)
    for node, dates in sorted(spans.items()):
        entity = records.entity(node)
        about = {"label": entity.arabic or entity.english, "label_en": entity.english, "kind": entity.kind}
        about |= {"wikidata": entity.wikidata}
        about |= {"start": min(dates), "end": max(dates)} if dates else {}
        graph.add_node(_name(node), **{key: _text(value) for key, value in about.items() if value})
    for one, other, key, said in sorted(edges, key=lambda edge: edge[:3]):
        graph.add_edge(_name(one), _name(other), key=key, **said)
    return graph


def graphml(source: Source, out: Path) -> int:
    """Write the network as GraphML; return the number of edges."""
    import networkx as nx

    graph = event_network(source)
    del graph.graph["mode"]
    with out.open("wb") as file:
        nx.write_graphml(graph, file)
    return int(graph.number_of_edges())


def gexf(source: Source, out: Path) -> int:
    """Write the network as GEXF 1.2 with time (mode "dynamic", days); return the number of edges."""
    import networkx as nx

    graph = event_network(source)
    buffer = io.BytesIO()
    nx.write_gexf(graph, buffer, version="1.2draft")
    # The day of writing would make two exports of one graph differ.
    out.write_bytes(_TODAY.sub(b"", buffer.getvalue(), count=1))
    return int(graph.number_of_edges())


def _attributes(event: EventRecord, labels: dict[str, dict[str, str]]) -> dict[str, str | int | float]:
    name = labels.get(event.kind, {})
    said: dict[str, str | int | float] = {
        "event": _name(event.iri),
        "kind": event.kind,
        "label": name.get("ar", event.kind),
        "label_en": name.get("en", event.kind),
        "status": event.status,
        "document": _name(event.document),
    }
    if event.confidence:
        said["confidence"] = float(event.confidence)
    if event.start:
        said |= {"date": event.date, "year": int(event.start[: event.start.index("-", 1)])}
        said |= {"start": event.start, "end": event.end}
    return {key: _text(value) if isinstance(value, str) else value for key, value in said.items()}


def _name(iri: str) -> str:
    return _text(iri.removeprefix(ID))


def _text(value: str) -> str:
    return _NOT_XML.sub("\ufffd", value)
