"""The spreadsheet of doubtful links: written for people, and read back with what they decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from sifara.errors import InputError
from sifara.graph.iri import ID
from sifara.graph.iri import entity as entity_iri
from sifara.graph.terms import NIF
from sifara.linking.choices import ALL, NO, NONE, QID, YES, Choices
from sifara.linking.items import OPEN
from sifara.linking.linkgraph import Made
from sifara.linking.links import Links
from sifara.store import Store

HEADER = ("decision", "entity", "document", "name", "class", "item", "label", "score", "reason", "context")
_AROUND = 80  # characters of context on each side


def rows(links: Links, store: Store) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the spreadsheet, one a candidate: doubtful ones first, then by document and entity."""
    doubtful = [one for one in links.decisions() if _worth(one)]
    doubtful.sort(key=lambda one: (abs(one.decision.candidates[0].score - 0.5), one.document, one.entity))
    texts: dict[str, str] = {}
    for one in doubtful:
        context = _context(one, store, texts)
        for candidate in one.decision.candidates:
            if candidate.item.qid is None:
                continue
            yield tuple(
                map(
                    _cell,
                    (
                        "",
                        entity_iri(one.entity),
                        one.document,
                        one.decision.case.names[0],
                        one.decision.case.type,
                        candidate.item.qid,
                        candidate.item.label,
                        f"{candidate.score:.2f}",
                        candidate.reason,
                        context,
                    ),
                )
            )


def write(file: Path, lines: Iterable[tuple[str, ...]]) -> int:
    """Write the spreadsheet, and return the number of its rows.

    :raises InputError: if the file cannot be written.
    """
    found = ["\t".join(row) + "\n" for row in lines]
    try:
        file.write_text("\t".join(HEADER) + "\n" + "".join(found), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"the list {file} cannot be written: {error.strerror or error}") from None
    return len(found)


def read(file: Path, known: Choices) -> tuple[Choices, int]:
    """Return ``known`` with the decisions of an edited spreadsheet, and how many it has.

    In the first column stand "yes", "no", "none" (no item is right) or the id of another item. A document "*" means
    all of them.

    :raises InputError: if the file cannot be read, or has something else in its first column.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the list {file} cannot be read: {error}") from None
    if not lines or tuple(lines[0].split("\t")[:6]) != HEADER[:6]:
        raise InputError(f"the list {file} does not begin with the columns {', '.join(HEADER[:6])}")
    count = 0
    for number, line in enumerate(lines[1:], 2):
        cells = [cell.strip() for cell in line.split("\t")]
        said = cells[0]
        if not said:
            continue
        if len(cells) < 6 or not cells[1].startswith(ID) or not cells[2].startswith((ID, ALL)):
            raise InputError(f"line {number} of {file} has lost its entity or document; write the list anew")
        entity, document, name, item = cells[1], cells[2], cells[3], cells[5]
        word = said.casefold()
        if word == NONE:
            known = known.with_verdict(document, entity, "-", NONE, name)
        elif word in (YES, NO) and QID.fullmatch(item):
            known = known.with_verdict(document, entity, item, word, name)
        elif QID.fullmatch(said):
            known = known.with_verdict(document, entity, said, YES, name)
        else:
            raise InputError(f"found {said!r} in line {number} of {file}; expected yes, no, none or an id like Q42")
        count += 1
    return known, count


def _worth(one: Made) -> bool:
    decision = one.decision
    return decision.status == OPEN and decision.by != "review" and decision.case.named and bool(decision.case.names)


def _context(one: Made, store: Store, texts: dict[str, str]) -> str:
    if one.document not in texts:
        texts.clear()  # rows of a document mostly follow each other
        node = NamedNode(one.document + "#text")
        found = (
            quad.object.value
            for quad in store.quads(NamedNode(one.document))
            if quad.subject == node and quad.predicate.value == NIF + "isString" and isinstance(quad.object, Literal)
        )
        texts[one.document] = next(found, "")
    text, name = texts[one.document], one.decision.case.names[0]
    place = text.find(name)
    return text[max(0, place - _AROUND) : place + len(name) + _AROUND] if place >= 0 else ""


def _cell(value: str) -> str:
    words = " ".join(value.split())
    # A spreadsheet would take a cell that begins so for a formula.
    return f"'{words}" if words[:1] in ("=", "+", "@") else words
