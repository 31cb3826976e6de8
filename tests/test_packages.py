"""How the package is built: imports point one way, language is data, a module is one concern."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "pipeline" / "sifara"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300  # lines of a module

#: From the bottom up. A module may import from the layers below its own and from its own package.
LAYERS = (
    {"__init__", "database", "errors", "resources"},
    {"document"},
    {"reading", "text"},
    {"entities", "times"},
    {"events"},
    {"pipeline", "graph"},
    {"store"},
    {"linking"},
    {"build", "coverage", "queries", "explain", "stats"},
    {"answers", "server"},
    {"console"},
    {"commands"},
    {"cli"},
    {"__main__", "cli_reference"},
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def unit(path: Path) -> str:
    """Return the package or top module that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> set[str]:
    """Return the units of the package that ``tree`` imports from, at whatever depth."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            names = [f"sifara.{alias.name}" for alias in node.names] if module == "sifara" else [module]
        else:
            continue
        parts = [name.split(".") for name in names]
        found |= {part[1] for part in parts if part[0] == "sifara" and len(part) > 1}
    return {name if name in LEVEL else "__init__" for name in found}  # `from sifara import __version__`


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    own = unit(path)
    assert own in LEVEL, f"{own} has no layer yet; give it one in this test and in docs/architecture.md"
    for other in imported(ast.parse(path.read_text(encoding="utf-8"))) - {own}:
        assert LEVEL[other] < LEVEL[own], f"{own} must not import {other}"


def test_imports_are_seen() -> None:
    code = "import sifara.store.base\nfrom sifara import queries, __version__\ndef f():\n    from sifara.text import x"
    assert imported(ast.parse(code)) == {"store", "queries", "__init__", "text"}


def arabic(source: str) -> list[str]:
    """Return the string literals written with Arabic letters in ``source``, docstrings left out.

    A letter that is written as an escape (a range of letters) is no word of the language.
    """
    tree = ast.parse(source)
    statements = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in statements
    ]
    return [
        node.value
        for node in strings
        if _has_arabic(node.value) and _has_arabic(ast.get_source_segment(source, node) or node.value)
    ]


def _has_arabic(text: str) -> bool:
    """Whether ``text`` has an Arabic letter; marks of punctuation belong to no language."""
    return any("\u0620" <= char <= "\u064a" or "\u066e" <= char <= "\u06d3" for char in text)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_language_is_data(path: Path) -> None:
    assert arabic(path.read_text(encoding="utf-8")) == []


def test_arabic_is_seen() -> None:
    code = '"""قال"""\nx = f"{1} قال"\ndef f():\n    "قال"\n    return "قال", "\\u0642"'
    assert arabic(code) == [" قال", "قال"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_say_what_they_are(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "a module begins with a line about itself"


def test_modules_are_short() -> None:
    lengths = {str(path.relative_to(PACKAGE)): path.read_bytes().count(b"\n") for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_errors_are_raised_by_their_tree() -> None:
    from sifara import errors

    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    assert len(classes) > 4
    for value in classes:
        assert issubclass(value, errors.SifaraError)
        assert value.__name__ in str(errors.__doc__)
