"""The graph of shapes: its triples as strings, with what reading shapes from them needs."""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import RdfFormat, parse

from sifara.graph import shacl_paths
from sifara.graph.shacl_paths import Data, Path
from sifara.graph.shacl_values import parts
from sifara.graph.terms import RDF

SH = "http://www.w3.org/ns/shacl#"
_FIRST, _REST, _NIL = f"<{RDF}first>", f"<{RDF}rest>", f"<{RDF}nil>"
_REPEATED = {"zeroOrMorePath": (0, True), "oneOrMorePath": (1, True), "zeroOrOnePath": (0, False)}


class UnsupportedShape(ValueError):
    """A shape says something that the checker cannot check; leaving it out in silence would be worse."""


def sh(name: str) -> str:
    """Return the term ``name`` of SHACL as it stands in N-Triples."""
    return f"<{SH}{name}>"


class Shapes:
    """A graph of shapes, read from Turtle."""

    def __init__(self, turtle: bytes, base: str | None = None) -> None:
        """Read ``turtle``.

        :raises SyntaxError: if it is no Turtle.
        """
        found = {
            (str(quad.subject), str(quad.predicate), str(quad.object))
            for quad in parse(turtle, format=RdfFormat.TURTLE, base_iri=base)
        }
        self.data = Data(sorted(found))
        self.backwards: set[str] = set()

    def all(self, shape: str, name: str) -> Collection[str]:
        """Return the values of the SHACL property ``name``."""
        return self.data.values(shape, sh(name))

    def one(self, shape: str, name: str) -> str | None:
        """Return the value of the SHACL property ``name``, if there is one.

        :raises UnsupportedShape: if there are several.
        """
        values = list(self.all(shape, name))
        if len(values) > 1:
            raise UnsupportedShape(f"found {len(values)} values of sh:{name} at {shape}; expected one")
        return values[0] if values else None

    def text(self, shape: str, name: str) -> str | None:
        """Return the words of the literal that the SHACL property ``name`` has."""
        found = self.one(shape, name)
        return None if found is None else parts(found)[0]

    def number(self, shape: str, name: str) -> int | None:
        """Return the whole number that the SHACL property ``name`` has."""
        found = self.text(shape, name)
        return None if found is None else int(found)

    def items(self, head: str) -> list[str]:
        """Return the members of an RDF list."""
        found: list[str] = []
        while head != _NIL:
            found.extend(self.data.values(head, _FIRST))
            head = next(iter(self.data.values(head, _REST)), _NIL)
        return found

    def is_list(self, node: str) -> bool:
        """Return whether ``node`` is an RDF list with members."""
        return bool(self.data.values(node, _FIRST))

    def path(self, node: str) -> tuple[Path, str]:
        """Return the property path ``node`` as a function, and as SPARQL writes it.

        :raises UnsupportedShape: if it is no path.
        """
        if node.startswith("<"):
            return shacl_paths.forwards(node), node
        if self.is_list(node):
            steps = [self.path(item) for item in self.items(node)]
            return shacl_paths.sequence([step for step, _ in steps]), "(" + "/".join(name for _, name in steps) + ")"
        if inverse := self.one(node, "inversePath"):
            if not inverse.startswith("<"):
                raise UnsupportedShape("found sh:inversePath of a longer path; expected that of one property")
            self.backwards.add(inverse)
            return shacl_paths.backwards(inverse), "^" + inverse
        if choices := self.one(node, "alternativePath"):
            paths = [self.path(item) for item in self.items(choices)]
            return shacl_paths.alternatives([path for path, _ in paths]), "(" + "|".join(n for _, n in paths) + ")"
        for name, (least, many) in _REPEATED.items():
            if inner := self.one(node, name):
                path, text = self.path(inner)
                return shacl_paths.repeated(path, least=least, many=many), f"({text}{'+' if least else '*'})"
        raise UnsupportedShape(f"found {node} where a property path was expected")
