"""Sentences of a grid: each frame of ``grid.yaml`` in each construction, with the event that it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sifara.text import domain
from sifara.text.inflection import Verbal, plain

_SHORT = re.compile("[\u064b-\u0650\u0652\u0670]")  # vowels, but not the doubling of a letter
_TENSES = {"past": ("p", ""), "present": ("i", "i"), "subjunctive": ("i", "s"), "jussive": ("i", "j")}
_PRONOUNS = {"ms": "ه", "fs": "ها", "mp": "هم"}
_STEP = 7  # prime to the numbers of actors and undergoers: parties change from sentence to sentence


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the grid and the event that it tells."""

    text: str
    event: str
    actors: frozenset[str]
    undergoer: str
    status: str


@lru_cache(maxsize=1)
def grid() -> dict[str, Any]:
    """Read the tables."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("grid.yaml").read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def _verbs() -> tuple[Verbal, dict[str, tuple[str, str]]]:
    files = domain.lexicon_files()
    lines = domain.read_table("verbs.tsv", files["verbs.tsv"])
    return Verbal(yaml.safe_load(files["affixes.yaml"])), {
        _SHORT.sub("", line["lemma"]).replace("ٱ", "ا"): (line["root"], line["wazn"]) for line in lines
    }


@lru_cache(maxsize=4096)
def verb(lemma: str, tense: str, gender: str, voice: str = "a") -> str:
    """Give the third person singular of a verb of the lexicon."""
    conjugator, known = _verbs()
    aspect, mood = _TENSES[tense]
    wanted = (aspect, mood, voice, "3", gender, "s")
    forms = conjugator.forms(conjugator.conjugation(*known[lemma]))
    found = (f for f in forms if (f.aspect, f.mood, f.voice, f.person, f.gender, f.number) == wanted)
    return plain(next(f.text for f in found if not f.category.endswith("1"))).replace("ٱ", "ا")


def _behind(preposition: str, words: str) -> str:
    if preposition == "ل" and words.startswith("ال"):
        return f"لل{words[2:]}"
    return f"{preposition}{words}" if len(preposition) == 1 else f"{preposition} {words}"


def _joined(*words: str) -> str:
    return " ".join(w for w in words if w and w != "-")


class _Frame:
    def __init__(self, row: list[str]) -> None:
        self.event, self.verb, self.masdar, self.participle, prep, sort, self.actors, self.ahead, self.rest = row
        self.prep = "" if prep == "-" else prep
        self.sort, _, self.thing = sort.partition(" ")

    def governs(self, undergoer: str, him: str, prep: str | None = None) -> str:
        """What the verb governs: the undergoer with what comes before and behind it."""
        preposition = self.prep if prep is None else prep
        words = _behind(preposition, undergoer) if preposition else undergoer
        return _joined(self.ahead.replace("{him}", him), words, self.rest)

    def of_masdar(self, undergoer: str, him: str) -> str:
        """What a masdar governs behind its subject."""
        direct = not self.prep and self.ahead == "-" and self.event not in ("Summons", "Expulsion", "Departure")
        return self.governs(undergoer, him, "ل" if direct else None)

    def with_genitive(self, undergoer: str, him: str) -> str:
        """A masdar with its object as genitive."""
        bare = self.ahead == "-" and self.prep
        return _joined(f"ال{self.masdar}" if bare else self.masdar, self.governs(undergoer, him))

    def fits(self, kinds: str) -> bool:
        """Whether the frame may stand in a construction of these kinds."""
        tables = grid()
        if kinds in tables:
            direct = not self.prep and self.ahead == "-"
            spoken = self.participle != "-"
            return self.event in tables[kinds] and {"suffered": direct, "voiced": spoken}.get(kinds, True)
        return kinds == "all" or "P" in tables["sorts"][self.actors]


def sentences(name: str, every: int, offset: int) -> Iterator[Told]:
    """Give the sentences of one construction, in every so-many-th frame from ``offset`` on."""
    tables = grid()
    _, form, kinds, status, _ = next(row for row in tables["constructions"] if row[0] == name)
    frames = [f for f in map(_Frame, tables["frames"]) if f.fits(kinds)]
    needs_masdar = re.search(r"\{N[OB]?\}", form)
    for number, frame in enumerate(frames):
        if number % every != offset % every or (needs_masdar and frame.masdar == "-"):
            continue
        sorts = {"men": "P", "persons": "P"}.get(kinds, tables["sorts"][frame.actors])
        able = [a for a in tables["actors"] if a[2] in sorts and (kinds != "men" or a[1] == "ms")]
        first = (number * _STEP + offset) % len(able)
        same = [a for a in (*able[first:], *able[:first]) if a[2] == able[first][2]]
        yield _sentence(form, frame, same, status, number)


def _sentence(form: str, frame: _Frame, actors: list[list[str]], status: str, number: int) -> Told:
    sort = "S" if frame.sort == "V" else frame.sort
    hit = [u for u in grid()["undergoers"] if u[0] == sort]
    _, words, kind, label = hit[number * _STEP % len(hit)]
    words = _joined(frame.thing, words)
    used = actors[: 3 if "{S3}" in form else 2 if "{S2}" in form else 1]
    who, agreement = actors[0][0], actors[0][1]
    gender, lemma = agreement[0], frame.verb
    him = _PRONOUNS["mp" if len(used) > 1 else agreement]
    masdar = frame.masdar
    if "{N}{him}" in form and masdar.endswith("ة"):
        masdar = f"{masdar[:-1]}ت"
    text = re.sub(r"\[(.*?)\|(.*?)\]", r"\1" if gender == "m" else r"\2", form)
    text = text.format(
        S=who, S2=actors[1 % len(actors)][0], S3=actors[2 % len(actors)][0], LS=_behind("ل", who), U=words, him=him,
        VS=verb(lemma, "past", gender), SV=verb(lemma, "past", gender), VM=verb(lemma, "past", "m"),
        PS=verb(lemma, "present", gender), SP=verb(lemma, "present", gender), JS=verb(lemma, "jussive", gender),
        AS=verb(lemma, "subjunctive", gender), AV=verb(lemma, "subjunctive", gender),
        PASS=verb(lemma, "past", kind[0], "p") if "{PASS}" in form else "",
        O=frame.governs(words, him), N=masdar, NO=frame.of_masdar(words, him), NB=frame.with_genitive(words, him),
        HAL=f"{frame.participle}{'ة' if gender == 'f' else 'ا'}",
    )  # fmt: skip
    return Told(text, frame.event, frozenset(a[3] for a in used), label, status)
