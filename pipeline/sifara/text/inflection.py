"""How Arabic nouns, adjectives and verbs change: from a line of the lexicon to all its forms.

Every form comes with a category that says what may stand before and behind it (:data:`sifara.text.domain.NOUN_RULES`):

* ``ND`` bare or with the article, no pronoun (وزارة، وزيران);
* ``NB`` the same, and with a pronoun too (وزير);
* ``NP`` with a pronoun only (وزارت-);
* ``NC`` construct: no article, with or without pronoun (وزيري، وزيرا-);
* ``NI`` indefinite accusative: neither article, preposition nor pronoun (وزيرا);
* ``VP``, ``VI``, ``VJ`` perfect, indicative, subjunctive or jussive: without (0), with (1), with or without (empty)
  an object pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SHORT = re.compile("[\u064b-\u0652\u0670]")
_SLOT = re.compile("(past|ind|sub|juss)_(pass_)?([13])([mf]?)([sdp])$")
#: Slots of mazini that hold participles and masdars.
_PARTICIPLES, _MASDARS = ("ap", "pp"), ("vn", "vn2")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form: letters, category, gender (m, f) and number (s, d, p)."""

    text: str
    category: str
    gender: str
    number: str


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One written form of a verb; ``mood`` is i, s or j for imperfects, empty for perfects."""

    text: str
    category: str
    aspect: str
    mood: str
    voice: str
    person: str
    gender: str
    number: str


def plain(text: str) -> str:
    """Take the short vowels off, but leave hamzas and endings as they are."""
    return _SHORT.sub("", text)


class Nominal:
    """Inflects nouns and adjectives by the endings of ``affixes.yaml``."""

    def __init__(self, affixes: dict[str, Any]) -> None:
        self._affixes = affixes
        self._letters: dict[str, str] = affixes["letters"]

    def lemma(self, written: str) -> str:
        """Give the citation form: قاضٍ is cited as قاضي, ملتقًى as ملتقى."""
        if written.endswith(self._letters["tanwin_kasr"]):
            return plain(written) + self._letters["ya"]
        return plain(written)

    def singular_like(self, written: str, gender: str, number: str) -> Iterator[Form]:
        """Give the forms without dual and plural endings; broken plurals inflect the same way."""
        letters = self._letters
        alif, ya, hamza = letters["alif"], letters["ya"], letters["hamza"]
        word = plain(written)
        if written.endswith(letters["tanwin_kasr"]):
            yield Form(word, "ND", gender, number)
            yield Form(word + ya, "NB", gender, number)
            yield Form(word + ya + alif, "NI", gender, number)
        elif word.endswith(letters["ta_marbuta"]):
            yield Form(word, "ND", gender, number)
            yield Form(word[:-1] + letters["ta"], "NP", gender, number)
        elif word.endswith(letters["alif_maqsura"]):
            yield Form(word, "ND", gender, number)
            yield Form(word[:-1] + alif, "NP", gender, number)
        elif word.endswith(hamza):
            yield Form(word, "NB", gender, number)
            for seat in ("waw_hamza", "ya_hamza"):
                yield Form(word[:-1] + letters[seat], "NP", gender, number)
            if word[-2:-1] == ya:
                yield Form(word[:-1] + letters["ya_hamza"] + alif, "NI", gender, number)
            elif word[-2:-1] != alif:
                yield Form(word + alif, "NI", gender, number)
        elif word.endswith(letters["alif_hamza"]):
            yield Form(word, "NB", gender, number)
            for seat in ("waw_hamza", "ya_hamza"):
                yield Form(word[:-1] + letters[seat], "NP", gender, number)
        elif word.endswith(alif):
            yield Form(word, "NB", gender, number)
        else:
            yield Form(word, "NB", gender, number)
            yield Form(word + alif, "NI", gender, number)

    def _stem(self, written: str) -> str:
        """What endings that begin with a vowel are put to."""
        letters = self._letters
        word = plain(written)
        if written.endswith(letters["tanwin_kasr"]):
            return word + letters["ya"]
        if word.endswith(letters["alif_maqsura"]):
            return word[:-1] + letters["ya"]
        return word[:-1] if word.endswith(letters["ta_marbuta"]) else word

    def _join(self, stem: str, ending: str) -> str:
        letters = self._letters
        if ending.startswith(letters["alif"]) and stem.endswith(letters["alif_hamza"]):
            return stem[:-1] + letters["alif_madda"] + ending[1:]
        if stem.endswith(letters["ya"] + letters["hamza"]):
            return stem[:-1] + letters["ya_hamza"] + ending
        return stem + ending

    def dual(self, written: str, gender: str) -> Iterator[Form]:
        """Give the dual, free and construct."""
        stem = self._stem(written)
        if plain(written).endswith(self._letters["ta_marbuta"]):
            stem += self._letters["ta"]
        for ending in self._affixes["dual"]:
            yield Form(self._join(stem, ending), "ND", gender, "d")
        for ending in self._affixes["dual_construct"]:
            yield Form(self._join(stem, ending), "NC", gender, "d")

    def sound_plural(self, written: str, feminine: bool) -> Iterator[Form]:
        """Give the sound plural, masculine or feminine."""
        stem = self._stem(written)
        if feminine:
            if stem.endswith(self._letters["alif"]):  # مباراة, مباريات
                stem = stem[:-1] + self._letters["ya"]
            yield Form(self._join(stem, self._affixes["feminine_plural"]), "NB", "f", "p")
            return
        if written.endswith(self._letters["tanwin_kasr"]) or plain(written).endswith(self._letters["alif_maqsura"]):
            stem = stem[:-1]
        for ending in self._affixes["masculine_plural"]:
            yield Form(stem + ending, "ND", "m", "p")
        for ending in self._affixes["masculine_plural_construct"]:
            yield Form(stem + ending, "NC", "m", "p")

    def noun(self, written: str, gender: str, plurals: tuple[str, ...]) -> Iterator[Form]:
        """Give all forms of a noun. ``plurals`` holds broken plurals or the endings that stand for sound ones.

        ``gender`` is m or f; mp and fp stand for plurals without singular, which take no other number.
        """
        if len(gender) > 1:  # "mp", "fp": a plural without singular
            yield from self.singular_like(written, gender[0], "p")
            return
        yield from self.singular_like(written, gender, "s")
        yield from self.dual(written, gender)
        for plural in plurals:
            if plural == self._affixes["sound_masculine"]:
                yield from self.sound_plural(written, feminine=False)
            elif plural == self._affixes["sound_feminine"]:
                for form in self.sound_plural(written, feminine=True):
                    yield Form(form.text, form.category, gender, "p")
            else:
                yield from self.singular_like(plural, gender, "p")

    def adjective(self, written: str, feminine: str, plurals: tuple[str, ...]) -> Iterator[Form]:
        """Give all forms of an adjective; ``feminine`` is empty where it is the regular one."""
        if not feminine:
            stem = self._stem(written)
            if plain(written).endswith(self._letters["alif_maqsura"]):
                stem = stem[:-1] + self._letters["alif"]
            feminine = self._join(stem, self._affixes["feminine"])
        yield from self.noun(written, "m", plurals or (self._affixes["sound_masculine"],))
        yield from self.noun(feminine, "f", (self._affixes["sound_feminine"],))


class Verbal:
    """Conjugates verbs from root and pattern with ``mazini``: third and first person, as newspapers need them."""

    def __init__(self, affixes: dict[str, Any]) -> None:
        self._spellings: list[list[str]] = affixes["verb_spellings"]
        self._before_object = [(re.compile(pattern), other) for pattern, other in affixes["verb_before_object"]]

    def conjugation(self, root: str, wazn: str) -> Any:
        """Conjugate a verb.

        Raises:
            ValueError: ``root`` and ``wazn`` make no verb.
        """
        from mazini import conjugate
        from mazini.errors import MaziniError

        try:
            return conjugate(root, wazn)
        except MaziniError as error:
            raise ValueError(f"no verb of root {root!r} and pattern {wazn!r}: {error}") from error

    def forms(self, conjugation: Any) -> Iterator[VerbForm]:
        """Give the forms of a conjugation in the order of its slots, each spelling with its category."""
        for slot, generated in conjugation.slots.items():
            match = _SLOT.match(slot)
            if not match:
                continue
            tense, passive, person, gender, number = match.groups()
            if passive and person != "3":
                continue  # newspapers do not say "I was received"; it would only add ambiguity
            aspect = "p" if tense == "past" else "i"
            mood = {"past": "", "ind": "i", "sub": "s", "juss": "j"}[tense]
            kind = "VP" if aspect == "p" else "VI" if mood == "i" else "VJ"
            for form in generated:
                for text in self._spelled(plain_ready(form.form)):
                    before = text
                    for pattern, other in self._before_object:
                        before = pattern.sub(other, before)
                    features = (aspect, mood, "p" if passive else "a", person, gender or "m", number)
                    if before == text:
                        yield VerbForm(text, kind, *features)
                    else:
                        yield VerbForm(text, f"{kind}0", *features)
                        yield VerbForm(before, f"{kind}1", *features)

    def _spelled(self, text: str) -> Iterator[str]:
        yield text
        for generated, other in self._spellings:
            if generated in text:
                yield text.replace(generated, other)

    def participles(self, conjugation: Any) -> list[str]:
        """Give the active and the passive participle, where the verb has them."""
        return _nonfinite(conjugation, _PARTICIPLES)

    def masdars(self, conjugation: Any) -> list[str]:
        """Give the masdars that follow from the pattern; those of form I do not, and are nouns of the lexicon."""
        return _nonfinite(conjugation, _MASDARS)


def _nonfinite(conjugation: Any, slots: tuple[str, ...]) -> list[str]:
    return [
        form.form for slot in slots for form in conjugation.slots.get(slot, ()) if form.form not in ("?", "-", "", "—")
    ]


def plain_ready(text: str) -> str:
    """Normalise the order of marks (shadda before the vowel), as generators differ in it."""
    return re.sub("([\u064e-\u0650])\u0651", "\u0651\\1", text)
