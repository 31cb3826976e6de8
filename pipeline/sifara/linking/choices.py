"""What people have decided on links: lines of tab-separated values, which win over the ranking.

A line has five cells: verdict ("yes", "no" or "none"), document (its IRI, or "*" for all), entity (its IRI), item (a
Wikidata id; "-" with "none", which says that no item is right) and a note, which nobody reads but people.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from sifara.errors import InputError
from sifara.graph.iri import ID
from sifara.linking.items import LINKED, OPEN, UNKNOWN, Candidate, Decision, Item

NAME = "links.tsv"
HEADER = "verdict\tdocument\tentity\titem\tnote"
YES, NO, NONE, ALL = "yes", "no", "none", "*"
QID = re.compile(r"Q[1-9][0-9]*")
_Key = tuple[str, str, str]  # document, entity, item


@dataclass(frozen=True, slots=True)
class Choices:
    """Verdicts by document, entity and item, with their notes. Objects are not changed, but made anew."""

    verdicts: dict[_Key, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, lines: Iterable[str], where: str = NAME) -> Choices:
        """Return what ``lines`` say; of two verdicts on the same the later counts.

        :raises InputError: if a line is no verdict.
        """
        found = {}
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\r\n").split("\t")
            if not line.strip() or line.startswith("#") or cells[:4] == HEADER.split("\t")[:4]:
                continue
            verdict, document, entity, item, note = (cells + [""] * 5)[:5]
            item_good = item == "-" if verdict == NONE else bool(QID.fullmatch(item))
            good = verdict in (YES, NO, NONE) and document.startswith((ALL, ID)) and entity.startswith(ID)
            if not good or not item_good:
                raise InputError(
                    f"found {line.rstrip()!r} in line {number} of {where}; expected yes, no or none, a document or *, "
                    "the IRI of an entity, and a Wikidata id (- with none)"
                )
            found[document, entity, item] = (verdict, note)
        return cls(found)

    def lines(self) -> list[str]:
        """Return the lines of the file, sorted."""
        rows = sorted((document, entity, item, *said) for (document, entity, item), said in self.verdicts.items())
        return [HEADER + "\n", *(f"{v}\t{d}\t{e}\t{i}\t{n}\n" for d, e, i, v, n in rows)]

    def with_verdict(self, document: str, entity: str, item: str, verdict: str, note: str = "") -> Choices:
        """Return the choices with this one."""
        return Choices({**self.verdicts, (document, entity, item): (verdict, " ".join(note.split()))})

    def of(self, document: str, entity: str) -> dict[str, str]:
        """Return the verdicts on an entity in a document, by item; those on the document win over those on all."""
        found = {i: v for (d, e, i), (v, _) in self.verdicts.items() if e == entity and d == ALL}
        found.update({i: v for (d, e, i), (v, _) in self.verdicts.items() if e == entity and d == document})
        return found

    def apply(self, decision: Decision, document: str, entity: str, items: dict[str, Item]) -> Decision:
        """Return ``decision`` with what people decided of ``entity`` in ``document``.

        :param items: what is known of items, by their ids in Wikidata.
        """
        said = self.of(document, entity) if self.verdicts else {}
        if not said:
            return decision
        chosen = sorted(item for item, verdict in said.items() if verdict == YES)
        if chosen:
            item = items.get(chosen[-1]) or Item(
                chosen[-1], chosen[-1], decision.case.type, chosen[-1], (), source="review"
            )
            return replace(
                decision, status=LINKED, candidates=(Candidate(item, 1.0, ("decided by a person",)),), by="review"
            )
        if "-" in said:
            return replace(decision, status=UNKNOWN, candidates=(), by="review")
        left = tuple(c for c in decision.candidates if said.get(c.item.qid or "") != NO)
        if len(left) == len(decision.candidates):
            return decision
        # What is left is not surer than it was.
        status = UNKNOWN if not left else decision.status if left[0] == decision.candidates[0] else OPEN
        return replace(decision, status=status, candidates=left, by="review")


def read(folder: Path | None) -> Choices:
    """Return the choices kept in ``folder``; none for a store in memory.

    :raises InputError: if the file was edited into something else.
    """
    if folder is None or not (folder / NAME).is_file():
        return Choices()
    return Choices.read((folder / NAME).read_text(encoding="utf-8-sig").splitlines(), str(folder / NAME))


def write(folder: Path, choices: Choices) -> None:
    """Keep ``choices`` in ``folder``; the file appears only when it is complete."""
    file = folder / NAME
    partial = file.with_name(file.name + ".part")
    partial.write_text("".join(choices.lines()), encoding="utf-8", newline="\n")
    os.replace(partial, file)
