"""What the tables of the language data hold: heads of titles, patterns of names, pointing words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """A head of titles in one number and gender; ``complements`` maps following words to (role, keep going)."""

    name: str
    role: str
    takes: str
    number: str
    gender: str
    of: str | None = None
    default_of: str | None = None
    needs: str = ""
    sender: bool = False
    royal: bool = False
    deputy: bool = False
    holds_none: bool = False  # tells who somebody is and gives no office: the deputy crown prince, the deposed
    former: bool = False  # the word itself tells of an office that is held no more: المخلوع
    alone: str | None = None
    only_definite: bool = False
    chancellors: tuple[str, ...] = ()
    role_in: tuple[tuple[str, str], ...] = ()  # country (English label) and the role that the title has there
    complements: tuple[tuple[tuple[str, ...], str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A head noun of unlisted bodies, treaties and projects, and what must follow it."""

    type: str
    need: str
    en: str = ""
    then: tuple[str, ...] = ()
    fixed: tuple[tuple[str, ...], ...] = ()
    alone: bool = False  # only where no listed name begins
    definite: bool = False  # only with the article


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A definite noun that points back; ``what`` names the rule, ``roles`` or ``types`` what it may mean."""

    what: str
    roles: tuple[str, ...] = ()
    gender: str = "m"
    number: str = "s"
    royal: bool = False
    word: str = ""
    either: bool = False
    defaults: tuple[tuple[str, str], ...] = ()  # country and the body meant in a document about it (English labels)
    since: int = 0  # the year from which the defaults count
    king: bool = False
    honour: bool = False  # "His Highness": of the sentence's first such person, whom the news is about
