"""States and then as many names: وزيرا الخارجية السعودي والفرنسي عادل الجبير ولوران فابيوس."""

from __future__ import annotations

from sifara.entities.chunks import Name, Part
from sifara.entities.joined import joined_name
from sifara.entities.naming import country_at, name_behind
from sifara.entities.scope import Scope
from sifara.entities.words import Line

_COMMAS = ("\u060c", ",")
_OPENING = (*_COMMAS, "(", "-", "\u2013", ":")
_WAW = "\u0648"


def respective(scope: Scope, line: Line, index: int) -> list[tuple[Part, Name]]:
    """Read two states or more, joined by و, and behind them one name for each, in their order.

    Gives nothing where the names are not as many as the states: then who is of which is open.
    """
    keys, states = line.keys, [country_at(scope, line, index, clitics=False)]
    while states[-1] is not None:
        index = states[-1].end
        comma = index + 1 < len(keys) and keys[index] in _COMMAS
        if index >= len(keys) or not (keys[index].startswith(_WAW) or comma):
            break
        following = country_at(scope, line, index + comma, clitics=not comma)
        if following is None or following.offset != (not comma):
            break
        states.append(following)
    found = [part for part in states if part is not None]
    if len(found) < 2 or index >= len(keys):
        return []
    index += keys[index] in _OPENING
    names = [name_behind(scope, line, index, False)]
    while names[-1] is not None and len(names) < len(found):
        names.append(joined_name(scope, line, names[-1].end))
    whole = [name for name in names if name is not None]
    return list(zip(found, whole, strict=True)) if len(whole) == len(found) else []
