"""The constraint components of SHACL, each as a function.

A :data:`ValueTest` is asked about one value node. A :data:`SetCheck` sees all value nodes of a focus node at
once, and yields what is wrong: the value ("" for none), and the component where it is not the one it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Protocol

from pyoxigraph import QuerySolutions, RdfFormat, Store, parse

from sifara.graph.shacl_load import Shapes, UnsupportedShape
from sifara.graph.shacl_paths import Data
from sifara.graph.shacl_values import compare, has_datatype, is_literal, parts

ValueTest = Callable[[Data, str], bool]
SetCheck = Callable[[Data, str, Collection[str]], Iterator[tuple[str, str]]]


class Conforming(Protocol):
    """What a component needs of another shape."""

    pure: bool

    def conforms(self, data: Data, focus: str) -> bool:
        """Return whether ``focus`` fits the shape."""


GetShape = Callable[[str], Conforming]

#: Everything that may stand at a shape; what says nothing about data comes last.
KNOWN = frozenset(
    (
        "class", "datatype", "nodeKind", "minCount", "maxCount", "minExclusive", "minInclusive", "maxExclusive",
        "maxInclusive", "minLength", "maxLength", "pattern", "flags", "languageIn", "uniqueLang", "equals",
        "disjoint", "lessThan", "lessThanOrEquals", "not", "and", "or", "xone", "node", "property",
        "qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount", "qualifiedValueShapesDisjoint", "closed",
        "ignoredProperties", "hasValue", "in", "sparql", "path", "deactivated", "severity", "message",
        "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "name", "description", "order", "group",
        "defaultValue",
    )
)
_KINDS = {"IRI": "I", "BlankNode": "B", "Literal": "L", "BlankNodeOrIRI": "BI", "BlankNodeOrLiteral": "BL"}
_KINDS["IRIOrLiteral"] = "IL"
_RANGES: dict[str, Callable[[int], bool]] = {
    "MinExclusive": lambda order: order > 0,
    "MinInclusive": lambda order: order >= 0,
    "MaxExclusive": lambda order: order < 0,
    "MaxInclusive": lambda order: order <= 0,
}
#: How many of the shapes named have to fit: of the first number, which is that of all.
_LOGIC: dict[str, Callable[[int, int], bool]] = {
    "Not": lambda every, fitting: fitting == 0,
    "Node": lambda every, fitting: fitting == 1,
    "And": lambda every, fitting: fitting == every,
    "Or": lambda every, fitting: fitting > 0,
    "Xone": lambda every, fitting: fitting == 1,
}
_LISTS = frozenset(("And", "Or", "Xone"))
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}


def value_tests(shapes: Shapes, shape: str, get: GetShape) -> Iterator[tuple[str, ValueTest, bool]]:
    """Yield the components of ``shape`` that look at one value node at a time.

    Each with its name, and with whether its answer depends on nothing but the value.
    """
    for name in shapes.all(shape, "class"):
        yield "Class", _class(name), False
    if datatype := shapes.one(shape, "datatype"):
        yield "Datatype", _datatype(datatype[1:-1]), True
    if kind := shapes.one(shape, "nodeKind"):
        yield "NodeKind", _kind(_KINDS[kind.rpartition("#")[2].rstrip(">")]), True
    for component, fits in _RANGES.items():
        for bound in shapes.all(shape, component[0].lower() + component[1:]):
            yield component, _range(bound, fits), True
    if (least := shapes.number(shape, "minLength")) is not None:
        yield "MinLength", _length(least, None), True
    if (most := shapes.number(shape, "maxLength")) is not None:
        yield "MaxLength", _length(0, most), True
    for pattern in shapes.all(shape, "pattern"):
        yield "Pattern", _pattern(parts(pattern)[0], shapes.text(shape, "flags") or ""), True
    if head := shapes.one(shape, "languageIn"):
        yield "LanguageIn", _language([parts(item)[0].lower() for item in shapes.items(head)]), True
    if head := shapes.one(shape, "in"):
        yield "In", _among(frozenset(shapes.items(head))), True
    for component, fit in _LOGIC.items():
        for named in shapes.all(shape, component.lower()):
            others = [get(node) for node in (shapes.items(named) if component in _LISTS else [named])]
            yield component, _counted(others, fit), all(other.pure for other in others)


def _class(name: str) -> ValueTest:
    return lambda data, value: name in data.classes(value)


def _datatype(name: str) -> ValueTest:
    return lambda data, value: has_datatype(value, name)


def _kind(allowed: str) -> ValueTest:
    signs = {'"': "L", "<": "I", "_": "B"}
    return lambda data, value: signs[value[0]] in allowed


def _range(bound: str, fits: Callable[[int], bool]) -> ValueTest:
    def test(data: Data, value: str) -> bool:
        order = compare(value, bound)
        return order is not None and fits(order)

    return test


def _string(value: str) -> str | None:
    return None if value[0] == "_" else parts(value)[0] if is_literal(value) else value[1:-1]


def _length(least: int, most: int | None) -> ValueTest:
    def test(data: Data, value: str) -> bool:
        text = _string(value)
        return text is not None and len(text) >= least and (most is None or len(text) <= most)

    return test


def _pattern(pattern: str, flags: str) -> ValueTest:
    options = 0
    for flag in flags:
        if flag not in _FLAGS:
            raise UnsupportedShape(f"found the flag {flag!r} of a pattern; expected one of {', '.join(_FLAGS)}")
        options |= _FLAGS[flag]
    search = re.compile(pattern, options).search

    def test(data: Data, value: str) -> bool:
        text = _string(value)
        return text is not None and search(text) is not None

    return test


def _language(ranges: list[str]) -> ValueTest:
    def test(data: Data, value: str) -> bool:
        language = parts(value)[2] if is_literal(value) else ""
        return language != "" and any(language == r or language.startswith(r + "-") or r == "*" for r in ranges)

    return test


def _among(allowed: frozenset[str]) -> ValueTest:
    return lambda data, value: value in allowed


def _counted(shapes: list[Conforming], fits: Callable[[int, int], bool]) -> ValueTest:
    return lambda data, value: fits(len(shapes), sum(shape.conforms(data, value) for shape in shapes))


def set_checks(shapes: Shapes, shape: str, get: GetShape) -> Iterator[tuple[str, SetCheck]]:
    """Yield the components of ``shape`` that look at all value nodes together, but for their number."""
    if shapes.text(shape, "uniqueLang") == "true":
        yield "UniqueLang", _unique_language
    for other in shapes.all(shape, "equals"):
        yield "Equals", _equals(other)
    for other in shapes.all(shape, "disjoint"):
        yield "Disjoint", _disjoint(other)
    for other in shapes.all(shape, "lessThan"):
        yield "LessThan", _less(other, (-1,))
    for other in shapes.all(shape, "lessThanOrEquals"):
        yield "LessThanOrEquals", _less(other, (-1, 0))
    for wanted in shapes.all(shape, "hasValue"):
        yield "HasValue", _has(wanted)
    if shapes.text(shape, "closed") == "true":
        yield "Closed", _closed(shapes, shape)
    for query in shapes.all(shape, "sparql"):
        yield "SPARQL", _sparql(shapes, query)
    for wanted in shapes.all(shape, "qualifiedValueShape"):
        siblings = [get(s) for s in _siblings(shapes, shape, wanted)]
        least, most = shapes.number(shape, "qualifiedMinCount"), shapes.number(shape, "qualifiedMaxCount")
        yield "QualifiedMinCount", _qualified(get(wanted), siblings, least or 0, most)


_FINE: Iterator[tuple[str, str]] = iter(())


def _unique_language(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
    languages = [parts(value)[2] for value in values if is_literal(value)]
    return iter([("", "") for name in dict.fromkeys(languages) if name and languages.count(name) > 1])


def _equals(other: str) -> SetCheck:
    def check(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
        return ((value, "") for value in set(values) ^ set(data.values(focus, other)))

    return check


def _disjoint(other: str) -> SetCheck:
    def check(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
        return ((value, "") for value in set(values) & set(data.values(focus, other)))

    return check


def _less(other: str, fine: tuple[int, ...]) -> SetCheck:
    def check(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
        if not values:
            return _FINE
        bounds = data.values(focus, other)
        return iter([(v, "") for v in values for bound in bounds if compare(v, bound) not in fine])

    return check


def _has(wanted: str) -> SetCheck:
    return lambda data, focus, values: _FINE if wanted in values else iter((("", ""),))


def _closed(shapes: Shapes, shape: str) -> SetCheck:
    allowed = {path for inner in shapes.all(shape, "property") for path in shapes.all(inner, "path")}
    if head := shapes.one(shape, "ignoredProperties"):
        allowed.update(shapes.items(head))

    def check(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
        for node in values:
            for predicate, objects in data.out.get(node, {}).items():
                if predicate not in allowed:
                    yield from ((value, "") for value in objects)

    return check


def _siblings(shapes: Shapes, shape: str, own: str) -> list[str]:
    if shapes.text(shape, "qualifiedValueShapesDisjoint") != "true":
        return []
    parents = [node for node in shapes.data.out if shape in shapes.all(node, "property")]
    others = [inner for parent in parents for inner in shapes.all(parent, "property")]
    return [s for inner in others for s in shapes.all(inner, "qualifiedValueShape") if s != own]


def _qualified(wanted: Conforming, siblings: list[Conforming], least: int, most: int | None) -> SetCheck:
    def check(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
        number = 0
        for value in values:
            if wanted.conforms(data, value) and not any(sibling.conforms(data, value) for sibling in siblings):
                number += 1
        if number < least:
            yield "", "QualifiedMinCount"
        if most is not None and number > most:
            yield "", "QualifiedMaxCount"

    return check


def _sparql(shapes: Shapes, node: str) -> SetCheck:
    """Return a check by a SELECT query, in which ``$this`` is the focus node. The data go into a small store for it."""
    text = shapes.text(node, "select")
    if text is None:
        raise UnsupportedShape(f"found the constraint {node} without sh:select; only SELECT queries are known")
    prefixes = {}
    for holder in shapes.all(node, "prefixes"):
        for declared in shapes.all(holder, "declare"):
            prefixes[shapes.text(declared, "prefix") or ""] = shapes.text(declared, "namespace") or ""
    kept: list[tuple[Data, Store]] = []

    def store(data: Data) -> Store:
        if not kept or kept[0][0] is not data:
            lines = "".join(f"{s} {p} {o} .\n" for s, p, o in data.triples())
            made = Store()
            made.extend(parse(lines, format=RdfFormat.N_TRIPLES))
            kept[:] = [(data, made)]
        return kept[0][1]

    def check(data: Data, focus: str, values: Collection[str]) -> Iterator[tuple[str, str]]:
        if not focus.startswith("<"):
            return
        answer = store(data).query(_bound(text, focus), prefixes=prefixes)
        assert isinstance(answer, QuerySolutions)
        for row in answer:
            found = row["value"]
            yield (focus if found is None else str(found)), ""

    return check


def _bound(text: str, focus: str) -> str:
    """Return the query with ``focus`` for the variable ``this``, asking for ``?value`` alone."""
    _, brace, body = text.partition("{")
    return "SELECT DISTINCT ?value WHERE " + brace + re.sub(r"[$?]this\b", lambda match: focus, body)
