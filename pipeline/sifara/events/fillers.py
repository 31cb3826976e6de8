"""Words between others that change nothing of who does what: "itself" behind a noun, "about" before a number."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from sifara.document import Token
from sifara.events.agreement import agrees
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar
from sifara.events.marks import COMMA

_ASIDE = ["punct", "time", "punct"]


def same_one(last: Chunk | None, token: Token, grammar: Grammar) -> bool:
    """Whether a word says of the phrase just before that it is the same one: "at the time itself"."""
    if last is None or last.kind not in ("np", "time") or token.folded not in grammar.lists["reflexives"]:
        return False
    return last.kind == "time" or last.definite or bool(last.prep)


def whoever_does(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Whether a word means whoever will do something, as an imperfect behind it shows: "a reward for who helps"."""
    following = tokens[i + 1].readings if i + 1 < len(tokens) else ()
    verbs = [r for r in following if r.pos == "verb" and r.source == "domain"]
    return tokens[i].folded in grammar.lists["whoever_words"] and bool(verbs) and all(r.aspect == "i" for r in verbs)


def about(tokens: Sequence[Token], i: int, grammar: Grammar) -> str | None:
    """Give the conjunction ("" if none) of a word for "about" that a number follows, ``None`` for other words."""
    following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    if not (following[:1].isdigit() or following in grammar.lists["numerals"]):
        return None
    for letter, name in (("", ""), *grammar.conjunctions):
        word = tokens[i].folded
        if word.startswith(letter) and word[len(letter) :] in grammar.lists["approximations"]:
            return name
    return None


def told_in(last: Chunk | None, grammar: Grammar) -> bool:
    """Whether a phrase tells no more than in what something was said: "in a communiqué", "in remarks"."""
    if last is None or last.kind != "np" or last.definite or last.pronoun or last.mention is not None:
        return False
    return last.prep in grammar.lists["occasion_holders"] and bool(last.head_lemmas & grammar.lists["telling_nouns"])


def said_in_it(noun: Chunk, following: Token | None, grammar: Grammar) -> bool:
    """Whether "in it" leads back to a document or speech, with a verb between: "a letter (he) accused in it"."""
    if noun.kind != "np" or noun.mention is not None or noun.definite or noun.pronoun or following is None:
        return False
    back = [r for r in following.readings if r.pos == "prep" and r.pronoun[:1] == "3"]
    inside = following.folded.startswith(tuple(grammar.lists["occasion_holders"]))
    telling = bool(noun.head_lemmas & grammar.lists["telling_nouns"])
    return telling and inside and any(agrees(noun, r.pronoun[1:2], r.pronoun[2:3]) for r in back)


def without_asides(chunks: list[Chunk], event_nouns: AbstractSet[str]) -> list[Chunk]:
    """Leave out the commas around a time behind the genitive of an event noun: "after the bombing, on Sunday, of"."""
    kept: list[Chunk] = []
    for n, chunk in enumerate(chunks):
        opened = _closes_aside(chunks, n) and kept[-2] is chunks[n - 2]
        if opened and _lacks_party(kept[:-2], chunks[n + 1 : n + 3], event_nouns):
            del kept[-2]
        else:
            kept.append(chunk)
    return kept


def _closes_aside(chunks: list[Chunk], n: int) -> bool:
    """Whether a chunk is the comma behind a time that a comma stands before."""
    if n < len(_ASIDE) - 1 or [c.kind for c in chunks[n - 2 : n + 1]] != _ASIDE:
        return False
    return chunks[n].word == chunks[n - 2].word == COMMA


def _lacks_party(before: list[Chunk], after: list[Chunk], event_nouns: AbstractSet[str]) -> bool:
    """Whether an event noun with its genitive goes on behind an aside with a bare noun phrase that no verb follows."""
    head = next((c for c in reversed(before) if not c.genitive), None)
    if head is None or not before[-1].genitive or head.definite or head.head_lemmas.isdisjoint(event_nouns):
        return False
    if not after or after[0].kind != "np" or after[0].conj or after[0].prep or after[0].head_lemmas & event_nouns:
        return False
    return len(after) == 1 or after[1].kind != "verb"


def of_the_press(noun: Chunk, token: Token, grammar: Grammar) -> bool:
    """Whether a word that is a noun as well is an adjective here: "a press conference", no "journalist's"."""
    return token.folded in grammar.lists["press_words"] and bool(noun.head_lemmas & grammar.lists["telling_nouns"])


def points_back(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Whether a word behind a preposition means what was told before: "after that, …", not "after that meeting"."""
    if tokens[i].folded not in grammar.lists["pointing_words"]:
        return False
    following = tokens[i + 1].readings if i + 1 < len(tokens) else ()
    return not any(r.definite for r in following)
