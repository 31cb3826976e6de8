"""The network and its picture."""

from __future__ import annotations

from pathlib import Path

import networkx
import pytest
from pyoxigraph import NamedNode

from handmade import EVENTS, annotated
from sifara.errors import PictureError
from sifara.graph import iri
from sifara.graph.network import network
from sifara.graph.picture import draw
from sifara.graph.quads import all_quads
from sifara.store import EmbeddedStore


def made(*names: str) -> networkx.Graph:
    with EmbeddedStore() as store:
        for name in names:
            store.replace(NamedNode(iri.document(name)), all_quads(annotated(name)))
        return network(store.query)


def test_network_joins_who_dealt_with_whom() -> None:
    graph = made("a", "b")
    blinken, lavrov = iri.entity("Antony_Blinken"), iri.entity("Sergey_Lavrov")
    assert graph.edges[blinken, lavrov] == {"types": {"Meeting": 2}, "weight": 2}
    assert graph.nodes[lavrov] == {"label": "سيرغي لافروف", "type": "Person"}
    assert iri.entity("New_START") not in graph  # its extension is only planned
    assert not list(networkx.selfloop_edges(graph))


def test_a_summit_counts_once() -> None:
    from dataclasses import replace

    with EmbeddedStore() as store:
        summit = replace(EVENTS[0], type="Summit")
        store.replace(NamedNode(iri.document("a")), all_quads(annotated("a", [summit])))
        graph = network(store.query)
    [(_, _, data)] = graph.edges(data=True)
    assert data == {"types": {"Meeting": 1, "Summit": 1}, "weight": 1}


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_picture_made_again_is_the_same(tmp_path: Path, suffix: str) -> None:
    for name, order in (("1", "ab"), ("2", "ba")):
        draw(made(*order), tmp_path / (name + suffix))
    first, second = ((tmp_path / (name + suffix)).read_bytes() for name in "12")
    assert first == second
    assert len(first) > 5_000


def test_svg_needs_no_font_and_has_no_date(tmp_path: Path) -> None:
    draw(made("a"), tmp_path / "p.svg")
    text = (tmp_path / "p.svg").read_text(encoding="utf-8")
    assert "<text" not in text
    assert "dc:date" not in text


def test_only_the_busiest_are_drawn(tmp_path: Path) -> None:
    draw(made("a"), tmp_path / "all.svg")
    draw(made("a"), tmp_path / "two.svg", top=2)
    assert (tmp_path / "two.svg").stat().st_size < (tmp_path / "all.svg").stat().st_size / 1.5


def test_what_cannot_be_drawn_is_said(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="nothing to draw"):
        draw(networkx.Graph(), tmp_path / "p.png")
    with pytest.raises(PictureError, match=r"\.png or \.svg"):
        draw(made("a"), tmp_path / "p.pdf")
    with pytest.raises(PictureError, match="cannot be written"):
        draw(made("a"), tmp_path / "none" / "p.png")
