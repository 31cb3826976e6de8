"""Sorts of entities that the rules of several modules mean by one word."""

from __future__ import annotations

#: What people form to act together.
BODIES = frozenset({"Organization", "IntergovernmentalOrganization", "GovernmentBody", "ArmedGroup", "Party"})
#: Who can hold a view or a thing.
HOLDERS = BODIES | {"Person"}
#: Who acts in politics, themselves or by those whom they send.
ACTING = HOLDERS | {"Country"}
