"""A picture of the network, the same file byte for byte whenever the network is the same."""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sifara.errors import PictureError

if TYPE_CHECKING:
    import networkx

_COLOURS = {
    "Country": "#c8553d",
    "Person": "#2f6690",
    "IntergovernmentalOrganization": "#588157",
    "GovernmentBody": "#7d9d5c",
    "Treaty": "#8d6a9f",
    "Project": "#8d6a9f",
}
_OTHER = "#8a8290"
_SUFFIXES = (".png", ".svg")
_SEED = 7

Places = dict[str, tuple[float, float]]


def draw(network: networkx.Graph, path: Path, *, top: int = 40) -> None:
    """Write a picture of the ``top`` entities with most events to ``path``, a .png or .svg file.

    :raises PictureError: if the network is empty, the suffix another, or the file cannot be written.
    """
    if path.suffix not in _SUFFIXES:
        raise PictureError(f"found the file name {path}; expected one that ends in {' or '.join(_SUFFIXES)}")
    graph = _busiest(network, top)
    if not graph:
        raise PictureError("there is nothing to draw: the store holds no actual event between two parties")
    import matplotlib

    with matplotlib.rc_context({"svg.hashsalt": "sifara", "svg.fonttype": "path", "font.family": "DejaVu Sans"}):
        figure = _paint(graph, _places(graph))
        metadata = {"Date": None, "Creator": "sifara"} if path.suffix == ".svg" else {"Software": "sifara"}
        try:
            figure.savefig(path, metadata=metadata, facecolor="white")
        except OSError as error:
            raise PictureError(f"the picture {path} cannot be written: {error.strerror or error}") from None


def _busiest(network: networkx.Graph, top: int) -> networkx.Graph:
    """Return the ``top`` nodes with most events and the links between them, in an order of their own."""
    import networkx as nx

    ranked = sorted(network, key=lambda node: (-network.degree(node, weight="weight"), node))[:top]
    kept = network.subgraph(ranked)
    graph = nx.Graph()  # layouts depend on the order of nodes and links
    graph.add_nodes_from((node, network.nodes[node]) for node in sorted(ranked) if kept.degree(node))
    links = sorted((*sorted(link), network.edges[link]["weight"]) for link in kept.edges)
    graph.add_weighted_edges_from(links)
    return graph


def _places(graph: networkx.Graph) -> Places:
    """Return where each node stands: each connected part laid out for itself, the parts set side by side."""
    import networkx as nx

    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    places: Places = {}
    row_top = column = row_height = 0.0
    width = sqrt(len(graph)) * 1.3  # so that the whole comes out about as wide as the figure
    for part in parts:
        size = sqrt(len(part))
        if column and column + size > width:
            row_top, column, row_height = row_top - row_height, 0.0, 0.0
        for node, (x, y) in _layout(graph.subgraph(part), part).items():
            places[node] = (column + size * (x + 1) / 2, row_top - size * (1 - y) / 2)
        column += size + 0.6
        row_height = max(row_height, size + 0.6)
    return places


def _layout(graph: networkx.Graph, order: list[str]) -> Places:
    """Return places between -1 and 1: springs, from a fixed seed, after links have found their lengths."""
    import networkx as nx

    ordered = nx.Graph()
    ordered.add_nodes_from(order)
    ordered.add_edges_from(sorted(tuple(sorted(link)) for link in graph.edges))
    start = nx.kamada_kawai_layout(ordered)
    springs = nx.spring_layout(ordered, pos=start, k=1.5 / sqrt(len(order)), iterations=40, seed=_SEED)
    return {node: (float(x), float(y)) for node, (x, y) in springs.items()}


def _paint(graph: networkx.Graph, places: Places) -> Any:
    from matplotlib.figure import Figure
    from matplotlib.patheffects import withStroke

    side = max(6.0, min(2.2 * sqrt(len(graph)), 20.0))
    figure = Figure(figsize=(side * 4 / 3, side), dpi=110)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.margins(0.09)
    for a, b, weight in graph.edges(data="weight"):
        (x1, y1), (x2, y2) = places[a], places[b]
        thick = min(0.8 + 0.5 * weight, 5)
        axes.plot([x1, x2], [y1, y2], color="#c4c4c4", linewidth=thick, zorder=1, solid_capstyle="round")
    for node in graph:
        size = 50 + 25 * min(graph.degree(node, weight="weight"), 24)
        colour = _COLOURS.get(graph.nodes[node]["type"], _OTHER)
        axes.scatter(*places[node], s=size, color=colour, edgecolors="white", linewidths=1.2, zorder=2)
        # Arabic as it is: matplotlib shapes it and sets it from right to left by itself.
        axes.annotate(
            graph.nodes[node]["label"],
            places[node],
            xytext=(0, -sqrt(size) / 2 - 3),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize=9,
            zorder=3,
            path_effects=[withStroke(linewidth=2.5, foreground="white")],
        )
    return figure
