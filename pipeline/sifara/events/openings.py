"""Where a report begins: lines of the site's own, and the place and outlet before the first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from sifara.document import Mention, Sentence, Token
from sifara.events.grammar import Grammar
from sifara.events.marks import DASHES

_OPENING = ("City", "Country", "Region", "MediaOutlet")


def of_the_site(sentence: Sentence, grammar: Grammar) -> bool:
    """Whether a line is the site's own and only repeats the title: "link to the news in …"."""
    words = [t.folded for t in sentence.tokens[:3]]
    return any(" ".join(words[:n]) in grammar.lists["site_lines"] for n in (2, 3))


def opening_of(sentence: Sentence, mentions: Sequence[Mention]) -> int:
    """Where the report begins behind "Dubai, UAE (CNN)--" or "Riyadh - SPA:"; 0 if it has no such opening."""
    tokens = sentence.tokens[:16]
    for i, token in enumerate(tokens):
        following = tokens[i + 1].text if i + 1 < len(tokens) else ""
        closes = token.text in ")]" and following[:1] in DASHES
        if not closes and not (token.text == ":" and 0 < i < 9):
            continue
        before = [m for m in mentions if m.start < token.start and not m.inner]
        if before and _reporter(before[0], sentence, tokens[:i], closes):
            before = before[1:]
        places = bool(before) and all(m.type in _OPENING for m in before)
        if places and (closes or before[0].type in ("City", "MediaOutlet")):
            return tokens[i + 1].end if closes else token.end
        return 0
    return 0


def _reporter(first: Mention, sentence: Sentence, tokens: Sequence[Token], closes: bool) -> bool:
    """Whether a name that begins the text is the reporter's: "Sami Haddad, agencies (Beirut)-"."""
    named = first.kind == "name" and first.type == "Person" and first.start == sentence.tokens[0].start
    behind = next((t.text for t in tokens if t.start >= first.end), "")
    return named and (closes or behind[:1] in DASHES) and bool(behind)
