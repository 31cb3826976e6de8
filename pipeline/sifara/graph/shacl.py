"""SHACL Core, compiled: the shapes become functions over triples that are plain strings.

The reference is pyshacl, and a test holds this to its results; it takes a fifth of a second for a document that
took ten milliseconds to read, and this takes one. A component that is not known here is an error, never passed over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from sifara.graph.shacl_components import KNOWN, SetCheck, ValueTest, set_checks, value_tests
from sifara.graph.shacl_load import SH, Shapes, UnsupportedShape, sh
from sifara.graph.shacl_paths import TYPE, Data, Path
from sifara.graph.shacl_values import parts
from sifara.graph.terms import OWL, RDFS

_CLASSES = (f"<{RDFS}Class>", f"<{OWL}Class>")
_VIOLATION = sh("Violation")
#: Components that look at all values together, and have nothing to say where there are none.
_CONTENT_WITH_NOTHING = frozenset(("UniqueLang", "Disjoint", "LessThan", "LessThanOrEquals"))
_REMEMBERED = 50_000  # values a shape


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a validation. Terms stand as in N-Triples, ``path`` as in SPARQL ("" for the node itself)."""

    focus: str
    shape: str
    component: str  # local name, without "ConstraintComponent"
    severity: str  # local name: Violation, Warning, Info
    path: str = ""
    value: str = ""
    messages: tuple[str, ...] = ()  # literals

    def message(self, language: str = "en") -> str:
        """Return what the shape says about it in ``language``, or else in another, or else its component."""
        texts = {parts(text)[2]: parts(text)[0] for text in sorted(self.messages)}
        return texts.get(language) or next(iter(texts.values()), self.component)


class Checker:
    """Shapes, ready to be checked against data."""

    def __init__(self, turtle: bytes, *, base: str | None = None, warnings: bool = True) -> None:
        """Compile the shapes in ``turtle``.

        :param warnings: whether constraints of lower severity than a violation are checked too.
        :raises UnsupportedShape: if a shape holds something that is not known here.
        :raises SyntaxError: if it is no Turtle.
        """
        self._shapes = Shapes(turtle, base)
        self._warnings = warnings
        self._compiled: dict[str, Shape] = {}
        self._by_class: dict[str, list[Shape]] = {}
        self._by_subject: dict[str, list[Shape]] = {}
        self._by_object: dict[str, list[Shape]] = {}
        self._by_node: list[tuple[str, Shape]] = []
        self._plans: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Shape]] = {}
        for node in list(self._shapes.data.out):
            self._target(node)
        #: Predicates that some path follows against their direction.
        self.backwards = frozenset(self._shapes.backwards)

    def _target(self, node: str) -> None:
        by_class = list(self._shapes.all(node, "targetClass"))
        if any(name in self._shapes.data.values(node, TYPE) for name in _CLASSES):
            by_class.append(node)
        targets = {name: self._shapes.all(node, name) for name in ("targetSubjectsOf", "targetObjectsOf", "targetNode")}
        if not by_class and not any(targets.values()):
            return
        if node in by_class and not any(self._shapes.all(node, name) for name in (*KNOWN, "property")):
            return  # a class that is no shape
        shape = self.shape(node)
        for name in by_class:
            self._by_class.setdefault(name, []).append(shape)
        for name in targets["targetSubjectsOf"]:
            self._by_subject.setdefault(name, []).append(shape)
        for name in targets["targetObjectsOf"]:
            self._by_object.setdefault(name, []).append(shape)
        self._by_node.extend((name, shape) for name in targets["targetNode"])

    def shape(self, node: str) -> Shape:
        """Return the shape that ``node`` of the shapes graph is."""
        if node not in self._compiled:
            self._compiled[node] = shape = Shape(node)
            shape.compile(self._shapes, self.shape, self._warnings)
        return self._compiled[node]

    def load(self, triples: Iterable[tuple[str, str, str]]) -> Data:
        """Return ``triples``, each of which comes once, indexed as these shapes need them."""
        return Data(triples, self.backwards)

    def check(self, data: Data) -> list[Finding]:
        """Return everything that is wrong with ``data``, sorted."""
        found: list[Finding] = []
        for focus, about in data.out.items():
            for shape in self._plan(data, focus, about):
                shape.report(data, focus, about, found)
        for focus, shape in self._elsewhere(data):
            for part in shape.parts():
                part.report(data, focus, data.out.get(focus, {}), found)
        if found:
            found = sorted(set(found), key=lambda f: (f.focus, f.shape, f.component, f.path, f.value))
        return found

    def _plan(self, data: Data, focus: str, about: dict[str, list[str]]) -> list[Shape]:
        """Return the shapes that ``focus`` is held to; there are few combinations of classes and properties."""
        classes = data.classes(focus) if data.has_subclasses else about.get(TYPE, ())
        key = (tuple(classes), tuple(about))
        plan = self._plans.get(key)
        if plan is None:
            shapes = [shape for name in key[0] for shape in self._by_class.get(name, ())]
            shapes += [shape for name in key[1] for shape in self._by_subject.get(name, ())]
            parts_ = dict.fromkeys(part for shape in shapes for part in shape.parts())
            plan = [part for part in parts_ if part.concerns(about)]
            if len(self._plans) < 10_000:
                self._plans[key] = plan
        return plan

    def _elsewhere(self, data: Data) -> Iterator[tuple[str, Shape]]:
        """Yield focus nodes that are found by other means than their class and properties."""
        yield from self._by_node
        if self._by_object:
            for _, predicate, value in data.triples():
                for shape in self._by_object.get(predicate, ()):
                    yield value, shape


class Shape:
    """A node shape or a property shape. It is compiled after it is made, as shapes may refer to themselves."""

    def __init__(self, node: str) -> None:
        self.node = node
        self.path_text = ""
        #: Whether a report of this shape can say anything at all.
        self.speaks = True
        #: Whether conforming depends on nothing but the node itself.
        self.pure = False
        self._path: Path | None = None
        self._forwards: str | None = None
        self._messages: tuple[str, ...] = ()
        self._severity = "Violation"
        self._active = True
        self._loud = True
        self._tests: list[tuple[str, ValueTest]] = []  # those that look at more than the value
        self._pure_tests: list[tuple[str, ValueTest]] = []
        self._checks: list[tuple[str, SetCheck]] = []
        self._inner: list[Shape] = []
        self._least = 0
        self._most = sys.maxsize
        self._silent_on_none = False
        self._passed: set[str] = set()  # values that passed the pure tests; many come again and again

    def compile(self, shapes: Shapes, get: Callable[[str], Shape], warnings: bool) -> None:
        """Read the constraints of the shape."""
        node = self.node
        if path := shapes.one(node, "path"):
            self._path, self.path_text = shapes.path(path)
            self._forwards = path if path.startswith("<") else None
        self._active = shapes.text(node, "deactivated") != "true"
        self._messages = tuple(shapes.all(node, "message"))
        severity = shapes.one(node, "severity") or _VIOLATION
        self._severity = severity.rpartition("#")[2].rstrip(">")
        for predicate in shapes.data.out.get(node, ()):
            if predicate.startswith("<" + SH) and predicate.removeprefix("<" + SH).rstrip(">") not in KNOWN:
                raise UnsupportedShape(f"found {predicate} at the shape {node}; the checker does not know it")
        for component, test, pure in value_tests(shapes, node, get):
            (self._pure_tests if pure else self._tests).append((component, test))
        self._checks = list(set_checks(shapes, node, get))
        self._least = shapes.number(node, "minCount") or 0
        most = shapes.number(node, "maxCount")
        self._most = sys.maxsize if most is None else most
        self._inner = [get(inner) for inner in shapes.all(node, "property")]
        self._loud = warnings or severity == _VIOLATION
        counted = self._least > 0 or most is not None
        own = self._loud and (self._tests or self._pure_tests or self._checks or counted)
        self.speaks = self._active and bool(own or any(inner.speaks for inner in self._inner))
        self.pure = self._path is None and not (self._tests or self._checks or self._inner or counted)
        content = all(component in _CONTENT_WITH_NOTHING for component, _ in self._checks)
        self._silent_on_none = self._least == 0 and content

    def parts(self) -> Iterator[Shape]:
        """Yield this shape and, of a node shape, the shapes of its properties, which speak of the same nodes."""
        if self.speaks:
            yield self
            if self._path is None:
                for inner in self._inner:
                    yield from inner.parts()

    def concerns(self, about: dict[str, list[str]]) -> bool:
        """Return whether a node with the properties ``about`` can break this shape, leaving out its parts."""
        if self._forwards is not None and self._forwards not in about:
            return not self._silent_on_none
        return self._path is not None or bool(self._tests or self._pure_tests or self._checks)

    def conforms(self, data: Data, focus: str) -> bool:
        """Return whether ``focus`` fits the shape, however light its severity."""
        if not self._active:
            return True
        values: Collection[str] = (focus,) if self._path is None else self._path(data, focus)
        for value in values:
            if not self._passes(data, value):
                return False
            for _, test in self._tests:
                if not test(data, value):
                    return False
            for inner in self._inner:
                if not inner.conforms(data, value):
                    return False
        if not self._least <= len(values) <= self._most:
            return False
        return not any(True for _, check in self._checks for _ in check(data, focus, values))

    def _passes(self, data: Data, value: str) -> bool:
        """Return whether ``value`` passes the tests that look at nothing else."""
        if value in self._passed:
            return True
        for _, test in self._pure_tests:
            if not test(data, value):
                return False
        if len(self._passed) > _REMEMBERED:
            self._passed.clear()
        self._passed.add(value)
        return True

    def report(self, data: Data, focus: str, about: dict[str, list[str]], found: list[Finding]) -> None:
        """Add what is wrong with ``focus``, of which the data say ``about``, to ``found``.

        Left out is what :meth:`parts` are for.
        """
        values: Collection[str]
        if self._forwards is not None:
            values = about.get(self._forwards, ())
        elif self._path is not None:
            values = self._path(data, focus)
        else:
            values = (focus,)
        if not values and self._silent_on_none:
            return
        if self._loud:
            if not self._least <= len(values) <= self._most:
                found.append(self._finding(focus, "MinCount" if len(values) < self._least else "MaxCount", ""))
            if self._pure_tests and not self._passed.issuperset(values):
                for value in values:
                    if not self._passes(data, value):
                        tests = ((name, test) for name, test in self._pure_tests if not test(data, value))
                        found.extend(self._finding(focus, component, value) for component, _ in tests)
            for component, test in self._tests:
                for value in values:
                    if not test(data, value):
                        found.append(self._finding(focus, component, value))
            for component, check in self._checks:
                for wrong, special in check(data, focus, values):
                    found.append(self._finding(focus, special or component, wrong))
        if self._path is not None:
            for inner in self._inner:
                for value in values:
                    for part in inner.parts():
                        part.report(data, value, data.out.get(value, {}), found)

    def _finding(self, focus: str, component: str, value: str) -> Finding:
        return Finding(focus, self.node, component, self._severity, self.path_text, value, self._messages)
