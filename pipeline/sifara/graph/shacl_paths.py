"""Data to check, indexed by subject, and the property paths of shapes as functions over it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from sifara.graph.terms import RDF, RDFS

TYPE = f"<{RDF}type>"
_SUBCLASS = f"<{RDFS}subClassOf>"
_NOTHING: tuple[str, ...] = ()
Path = Callable[["Data", str], Collection[str]]


class Data:
    """Triples as strings, by subject; by object only for the few predicates that shapes follow backwards."""

    def __init__(self, triples: Iterable[tuple[str, str, str]], backwards: frozenset[str] | None = None) -> None:
        """Index ``triples``, each of which comes once.

        :param backwards: predicates (in angle brackets) to be followed backwards; ``None`` for all.
        """
        self.out: dict[str, dict[str, list[str]]] = {}
        self.into: dict[str, dict[str, list[str]]] = {}
        self.has_subclasses = False
        out, into = self.out, self.into
        last = ""
        about: dict[str, list[str]] = {}
        for subject, predicate, value in triples:
            if subject != last:  # sorted triples need one look-up a subject
                last, about = subject, out.setdefault(subject, {})
            values = about.get(predicate)
            if values is None:
                about[predicate] = [value]
            else:
                values.append(value)
            if backwards is None or predicate in backwards:
                into.setdefault(predicate, {}).setdefault(value, []).append(subject)
            if predicate == _SUBCLASS:
                self.has_subclasses = True

    def values(self, node: str, predicate: str) -> Collection[str]:
        """Return the objects of ``node`` for ``predicate``."""
        about = self.out.get(node)
        return about.get(predicate, _NOTHING) if about else _NOTHING

    def classes(self, node: str) -> Collection[str]:
        """Return the classes of ``node``, with those above them as far as the data themselves say."""
        found = self.values(node, TYPE)
        if not self.has_subclasses:
            return found
        above = dict.fromkeys(found)
        waiting = list(found)
        while waiting:
            for name in self.values(waiting.pop(), _SUBCLASS):
                if name not in above:
                    above[name] = None
                    waiting.append(name)
        return above.keys()

    def triples(self) -> Iterable[tuple[str, str, str]]:
        """Yield everything again."""
        for subject, about in self.out.items():
            for predicate, values in about.items():
                for value in values:
                    yield subject, predicate, value


def forwards(predicate: str) -> Path:
    """Return the path along ``predicate``."""

    def follow(data: Data, node: str) -> Collection[str]:
        about = data.out.get(node)
        return about.get(predicate, _NOTHING) if about else _NOTHING

    return follow


def backwards(predicate: str) -> Path:
    """Return the path against ``predicate``."""

    def follow(data: Data, node: str) -> Collection[str]:
        subjects = data.into.get(predicate)
        return dict.fromkeys(subjects.get(node, _NOTHING)).keys() if subjects else _NOTHING

    return follow


def sequence(steps: list[Path]) -> Path:
    """Return the path that takes one step after the other."""
    first, rest = steps[0], steps[1:]

    def follow(data: Data, node: str) -> Collection[str]:
        nodes = first(data, node)
        for step in rest:
            if not nodes:
                return _NOTHING
            nodes = dict.fromkeys(value for place in nodes for value in step(data, place)).keys()
        return nodes

    return follow


def alternatives(choices: list[Path]) -> Path:
    """Return the path that takes any of ``choices``."""

    def follow(data: Data, node: str) -> Collection[str]:
        found: dict[str, None] = {}
        for choice in choices:
            found.update(dict.fromkeys(choice(data, node)))
        return found.keys()

    return follow


def repeated(step: Path, *, least: int, many: bool) -> Path:
    """Return the path of ``least`` (0 or 1) steps or, with ``many``, any number above."""

    def follow(data: Data, node: str) -> Collection[str]:
        found: dict[str, None] = {} if least else {node: None}
        waiting = [node]
        while waiting:
            for value in step(data, waiting.pop()):
                if value not in found:
                    found[value] = None
                    if many:
                        waiting.append(value)
        return found.keys()

    return follow
