"""Whom a title that stands alone can not mean: who left the office, who only sits where another presides."""

from __future__ import annotations

from collections.abc import Iterable

from sifara.entities.candidates import Person
from sifara.entities.chunks import Title


def eligible(person: Person | None, title: Title, led: Iterable[Title]) -> bool:
    """Say whether somebody can hold the office of a title.

    ``led`` are the titles that the document told of the person so far. Whoever is told as the former holder alone is
    not meant by a title of several words without that word; a member of parliament is not its speaker.
    """
    if person is None:
        return True
    held = [left for (role, _), left in person.left.items() if role == title.role]
    if not title.former and not title.bare and held and all(held):
        return False
    told = [one for one in led if one.role == title.role]
    if title.role != "Legislator" or title.head.name != "president" or not told:
        return True
    return any(one.head.name == "president" for one in told)
