"""Words between others that change nothing of who does what: "itself" behind a noun, "about" before a number."""

from __future__ import annotations

from collections.abc import Sequence

from sifara.document import Token
from sifara.events.agreement import agrees
from sifara.events.chunk import Chunk
from sifara.events.grammar import Grammar


def same_one(last: Chunk | None, token: Token, grammar: Grammar) -> bool:
    """Whether a word says of the phrase just before that it is the same one: "at the time itself"."""
    if last is None or last.kind not in ("np", "time") or token.folded not in grammar.lists["reflexives"]:
        return False
    return last.kind == "time" or last.definite or bool(last.prep)


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


def of_the_press(noun: Chunk, token: Token, grammar: Grammar) -> bool:
    """Whether a word that is a noun as well is an adjective here: "a press conference", no "journalist's"."""
    return token.folded in grammar.lists["press_words"] and bool(noun.head_lemmas & grammar.lists["telling_nouns"])


def points_back(tokens: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Whether a word behind a preposition means what was told before: "after that, …", not "after that meeting"."""
    if tokens[i].folded not in grammar.lists["pointing_words"]:
        return False
    following = tokens[i + 1].readings if i + 1 < len(tokens) else ()
    return not any(r.definite for r in following)
