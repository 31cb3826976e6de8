"""The records of a parsed sentence: predicates with what they govern, in a tree of clauses."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.document import TimeExpression
from sifara.events.chunk import Chunk
from sifara.events.frames import Frame
from sifara.events.grammar import LightVerb

Group = list[Chunk]  # coordinated noun phrases, the first with their common preposition


@dataclass(slots=True, eq=False)
class Clause:
    """A clause. ``kind``: main, comp, quote, rel, cond, question, adjunct, participle, headline."""

    kind: str
    parent: Predicate | None = None  # the predicate it depends on
    outer: Clause | None = None
    verb: Predicate | None = None
    heads: list[Predicate] = field(default_factory=list)
    pending: list[Group] = field(default_factory=list)  # noun phrases before the verb
    marks: list[str] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    antecedent: Chunk | None = None  # of a relative clause
    pronoun: str = ""  # of "that he", "that she"
    start: int = 0
    same_occasion: bool = False  # it tells more of what the clause before tells
    sequel: bool = False  # it tells what comes next
    voice: Group = field(default_factory=list)  # who says it, where only a colon tells so
    previous: Predicate | None = None  # the verb of the clause that this one goes on from

    def chain(self) -> list[Clause]:
        """Give this clause and those around it, the innermost first."""
        found, clause = [], self
        while clause is not None and clause not in found:
            found.append(clause)
            clause = clause.parent.clause if clause.parent is not None else clause.outer  # type: ignore[assignment]
        return found


@dataclass(slots=True, eq=False)
class Predicate:
    """A verb, event noun or participle with its dependents. ``link`` says how it hangs on ``parent``."""

    chunk: Chunk
    form: str  # verb, noun, participle, passive_participle
    clause: Clause
    frames: tuple[Frame, ...] = ()
    light: tuple[LightVerb, ...] = ()
    subject: Group = field(default_factory=list)
    objects: list[Group] = field(default_factory=list)
    preps: list[tuple[str, Group]] = field(default_factory=list)
    genitives: list[Group] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    parent: Predicate | None = None
    link: str = ""  # object, subject, genitive, coordinated, or the preposition
    antecedent: Chunk | None = None
    inherits: Predicate | None = None  # a verb before it whose subject goes on
    conditional: bool = False

    @property
    def gender(self) -> str:
        """Gender of the verb's agreement, "" where its readings differ."""
        found = {r.gender for r in self.chunk.readings}
        return found.pop() if len(found) == 1 else ""

    @property
    def plural(self) -> bool:
        """Whether every reading of a noun is a plural: "criticisms", which others have made."""
        return bool(self.chunk.readings) and all(r.number == "p" for r in self.chunk.readings)

    @property
    def number(self) -> str:
        """Number of the verb's agreement, "" where its readings differ."""
        found = {r.number for r in self.chunk.readings}
        return found.pop() if len(found) == 1 else ""


@dataclass(slots=True)
class Parsed:
    """A sentence taken apart: predicates in the order of their words."""

    chunks: list[Chunk]
    predicates: list[Predicate]
    owners: dict[int, list[Chunk]]  # chunk index -> genitives of an opaque noun
    groups: dict[int, Group]  # chunk index -> the group it belongs to
    of_chunk: dict[int, Predicate]  # chunk index -> its own predicate
    clauses: list[Clause]
