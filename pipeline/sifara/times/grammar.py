"""The patterns of ``rules.yaml``, compiled to regular expressions over one character for each unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sifara.times.lexicon import OTHER, lexicon
from sifara.times.units import Unit

_CODES_FROM = 0xE000  # private use area
_NAME = re.compile(r"(?:(?P<role>[a-z]+\d*)=)?(?P<classes>[A-Z][A-Z0-9]*(?:\|[A-Z][A-Z0-9]*)*)(?P<many>[?*]?)")
_LOOK = re.compile(r"(?P<no>!?)(?P<way>[<>])(?P<classes>[A-Z0-9|]+)")
_GROUP = re.compile(r"(?P<role>[a-z]+\d*)?\(")
_ANY = "ANY"  # in a pattern: whatever unit
_CLOSE = re.compile(r"\)(?P<many>[?*]?)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the name of what is done where it matches."""

    name: str
    action: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: indices of units, the span of the expression, and the units of each role."""

    rule: Rule
    first: int
    last: int  # behind the last unit
    start: int  # first unit of the expression itself
    end: int  # behind its last unit
    roles: dict[str, Unit]
    units: Sequence[Unit]

    def get(self, role: str) -> Unit | None:
        """Give the unit that fills a role, if one does."""
        return self.roles.get(role)

    def before(self) -> str:
        """Class of the unit before the expression ("" at the sentence's start)."""
        return self.units[self.start - 1].cls if self.start > 0 else ""

    def after(self) -> str:
        """Class of the unit behind the expression ("" at the sentence's end)."""
        return self.units[self.end].cls if self.end < len(self.units) else ""


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    names = sorted(lexicon().classes - {OTHER})
    codes = {name: chr(_CODES_FROM + index) for index, name in enumerate(names)}
    codes[OTHER] = "x"
    return codes


def _set(classes: str, where: str) -> str:
    codes = _codes()
    if classes == _ANY:
        return "."
    unknown = [name for name in classes.split("|") if name not in codes]
    if unknown:
        raise ValueError(f"rules.yaml, {where}: no table has the class {', '.join(unknown)}")
    return "[" + "".join(codes[name] for name in classes.split("|")) + "]"


def _expand(pattern: str, macros: dict[str, str], depth: int = 0) -> Iterator[str]:
    if depth > 5:
        raise ValueError(f"rules.yaml: macros contain each other: {pattern!r}")
    for item in pattern.split():
        bare = item.rstrip("?*")
        if bare in macros:
            inner = list(_expand(macros[bare], macros, depth + 1))
            yield from ("(", *inner, ")" + item[len(bare) :]) if len(inner) > 1 or bare != item else inner
        else:
            yield item


def compile_pattern(pattern: str, macros: dict[str, str], where: str) -> re.Pattern[str]:
    """Compile one pattern.

    Raises:
        ValueError: an item is neither a class, a role, a look-around, a group nor a sign, or its class is unknown.
    """
    parts: list[str] = []
    used: dict[str, int] = {}

    def name(role: str) -> str:
        # One name may stand once in a regular expression: repeated roles are told apart by a number.
        used[role] = used.get(role, 0) + 1
        return f"(?P<{role}_{used[role]}>"

    for item in _expand(pattern, macros):
        if match := _NAME.fullmatch(item):
            inner = _set(match["classes"], where)
            parts.append(f"{name(match['role'])}{inner})" if match["role"] else inner)
            parts.append(match["many"])
        elif match := _LOOK.fullmatch(item):
            sign = "!" if match["no"] else "="
            inner = _set(match["classes"], where)
            parts.append(f"(?<{sign}{inner})" if match["way"] == "<" else f"(?{sign}{inner})")
        elif match := _GROUP.fullmatch(item):
            parts.append(name(match["role"]) if match["role"] else "(?:")
        elif match := _CLOSE.fullmatch(item):
            parts.append(")" + match["many"])
        elif item in ("?", "*", "|"):
            parts.append(item)
        else:
            raise ValueError(f"rules.yaml, {where}: {item!r} is no class, role, look-around, group or sign")
    return re.compile("".join(parts))


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the file."""
    table = lexicon().rules
    macros = {key: str(value) for key, value in table["macros"].items()}
    return tuple(
        Rule(row["name"], row["action"], compile_pattern(row["pattern"], macros, row["name"])) for row in table["rules"]
    )


def encode(units: Sequence[Unit]) -> str:
    """Write each unit's class as one character."""
    codes = _codes()
    return "".join([codes[unit.cls] for unit in units])


def matches_at(code: str, units: Sequence[Unit], position: int) -> list[Match]:
    """Give what the rules find from a unit on, the longest first; of equals, the first in the file."""
    found = []
    for order, rule in enumerate(rules()):
        match = rule.regex.match(code, position)
        if match is not None and match.end() > position:
            found.append((-match.end(), order, rule, match))
    found.sort(key=lambda item: item[:2])
    return [_match(rule, match, units) for _, _, rule, match in found]


def _match(rule: Rule, match: re.Match[str], units: Sequence[Unit]) -> Match:
    roles: dict[str, Unit] = {}
    start, end = match.span()
    for name, text in match.groupdict().items():
        if text is None:
            continue
        role = name.rsplit("_", 1)[0]
        if role == "span":
            start, end = match.span(name)
        else:
            roles.setdefault(role, units[match.start(name)])
            roles.setdefault(role.rstrip("0123456789"), units[match.start(name)])
    return Match(rule, match.start(), match.end(), start, end, roles, units)
