"""What the scanner hands on: stretches of a sentence with their parts, before anybody is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.entities.lexicon import Anaphor, Head
from sifara.entities.words import Line


@dataclass(frozen=True, slots=True)
class Part:
    """A known entity within a larger chunk: tokens ``start`` to ``end``, ``offset`` letters of clitics before it."""

    start: int
    end: int
    offset: int
    entities: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class Title:
    """One office as the words give it.

    ``of`` is the id of the country or body; ``own`` says that a pronoun names it (وزير خارجيته). ``bare`` is a
    head without any complement. ``body`` is the organisation that a spokesperson speaks for.
    """

    start: int
    end: int
    offset: int
    clitics: tuple[str, ...]
    head: Head
    role: str
    definite: bool
    of: str | None = None
    body: str | None = None
    own: bool = False
    bare: bool = True
    former: bool = False
    organ: bool = False  # of an organ of the body to which a pronoun leads back (رئيس مكتبها السياسي)
    theirs: bool = False  # the head itself has the pronoun (سفيرها): without a name no party
    gender: str = ""  # where a pronoun is written like the feminine ending (زعيمه), else the head's
    regent: bool = False  # a prince or one deposed: the words give no office
    countries: tuple[str, ...] = ()
    strange: bool = False  # of a state that no list has
    portfolio: str = ""  # of a minister: the first word of the portfolio
    head_end: int = 0  # the token behind the head's own words
    ministry: str = ""  # the field of a ministry whose state is open, and its words
    ministry_words: str = ""
    nearest: str | None = None
    led: tuple[str, str, str | None] | None = None  # whom an adviser or envoy serves: person, role and state
    voiced: str | None = None  # the person for whom a spokesperson speaks
    pointing: Anaphor | None = None  # a definite noun that points back to the body
    also: str | None = None  # the second union whose envoy it is
    parts: list[Part] = field(default_factory=list)

    @property
    def whose(self) -> tuple[str | None, ...]:
        """What the office is of; of a joint envoy two unions."""
        return (self.of,) if self.also is None else (self.of, self.also)


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name: tokens ``start`` to ``end``; who is listed under it in full, and by family name."""

    start: int
    end: int
    offset: int
    clitics: tuple[str, ...]
    words: tuple[str, ...]
    full: tuple[str, ...] = ()
    family: tuple[str, ...] = ()


@dataclass(slots=True)
class Body:
    """A body, state or place found: ``kind`` is listed, place, collective, ministry, pattern or anaphor."""

    start: int
    end: int
    offset: int
    clitics: tuple[str, ...]
    entities: tuple[str, ...]
    type: str
    kind: str
    country: str | None = None
    parts: list[Part] = field(default_factory=list)
    number: str = "s"
    gender: str = "m"
    rule: str = ""
    led: tuple[str, str, str | None] | None = None  # who leads it: person, role and state


@dataclass(slots=True)
class Chunk:
    """A stretch of one sentence that names or means somebody or something.

    ``kind`` as in :class:`sifara.document.Mention`. ``entities`` is filled where the words alone settle it.
    """

    line: Line
    start: int
    end: int
    offset: int
    clitics: tuple[str, ...]
    kind: str
    type: str = ""
    entities: tuple[str, ...] = ()
    number: str = "s"
    gender: str = "m"
    titles: list[Title] = field(default_factory=list)
    posts: list[Title] = field(default_factory=list)  # told in the accusative behind the name
    name: Name | None = None
    parts: list[Part] = field(default_factory=list)
    anaphor: Anaphor | None = None
    country: str | None = None
    royal: bool = False
    rule: str = ""
    led: tuple[str, str, str | None] | None = None  # an officer named within it: person, role and state
