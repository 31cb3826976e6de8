"""How much of what a corpus tells the event lexicon knows: its trigger words, and which of them no entry names.

Trigger words are counted in sentences that name two political actors or more: finite verbs, as the chunker decides
them, and the nouns that name an act (nouns of frames and masdars). Each is

* ``event``: a frame names one of its lemmas;
* ``carrier``: it carries or colours an event noun (light verbs, their masdars, transparent nouns);
* ``none``: ``lexicon/no_event.yaml`` lists it as telling no diplomatic event, or it is the masdar of such a verb;
* ``unknown``: nobody has looked at it yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

from sifara.document import Document, Mention, Sentence
from sifara.events.chunk import Chunk
from sifara.events.chunks import Chunker
from sifara.events.frames import Frames, frames
from sifara.events.grammar import Grammar, folded, grammar, load_yaml
from sifara.text.domain import lexicon_files, read_table
from sifara.text.folding import fold_word
from sifara.text.inflection import Nominal, Verbal

VERDICTS = ("event", "carrier", "none", "unknown")
_ACTORS = frozenset(
    ("Person", "Country", "Organization", "IntergovernmentalOrganization", "GovernmentBody", "ArmedGroup", "Party")
)
_FIRST_FORM = 3  # radicals of the verbs whose masdars are not predictable


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may tell an event. ``form`` is verb or noun; ``classes`` are those of the frames that name it."""

    lemma: str
    form: str
    verdict: str
    classes: tuple[str, ...]
    document: str
    start: int  # code points of the document's text


@dataclass(frozen=True, slots=True)
class Row:
    """A lemma with the number of its tokens and the place of the first."""

    lemma: str
    form: str
    verdict: str
    classes: tuple[str, ...]
    count: int
    document: str
    start: int


@dataclass(slots=True)
class Coverage:
    """Counts over a corpus."""

    documents: int = 0
    sentences: int = 0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: dict[tuple[str, str], Trigger] = field(default_factory=dict)

    def add(self, trigger: Trigger) -> None:
        """Count one token."""
        key = trigger.lemma, trigger.form
        self.counts[key] += 1
        self.first.setdefault(key, trigger)

    def rows(self, verdict: str | None = None) -> list[Row]:
        """Give the lemmas (of one verdict, if it is given), the most frequent first."""
        found = []
        for key, count in sorted(self.counts.items(), key=lambda item: (-item[1], item[0])):
            t = self.first[key]
            if verdict in (None, t.verdict):
                found.append(Row(t.lemma, t.form, t.verdict, t.classes, count, t.document, t.start))
        return found

    def tokens(self) -> dict[str, int]:
        """Give the number of tokens by verdict."""
        return {v: sum(row.count for row in self.rows(v)) for v in VERDICTS}

    def share(self) -> float:
        """Give the share of tokens that are classified, between 0 and 1; 1 where there is none."""
        tokens = self.tokens()
        total = sum(tokens.values())
        return 1 - tokens["unknown"] / total if total else 1.0


@cache
def masdars() -> dict[str, frozenset[str]]:
    """Give the folded masdars of the verbs of the morphology, each with the folded lemmas of its verbs.

    Those of derived forms are generated; for form I, whose masdars are not predictable, every shape of
    ``lexicon/masdars.yaml`` is taken that is a noun of the morphology's tables.
    """
    import yaml

    files = lexicon_files()
    affixes: dict[str, Any] = yaml.safe_load(files["affixes.yaml"])
    verbal, nominal = Verbal(affixes), Nominal(affixes)
    listed = {fold_word(nominal.lemma(line["lemma"])) for line in read_table("nouns.tsv", files["nouns.tsv"])}
    found: dict[str, set[str]] = {}
    for line in read_table("verbs.tsv", files["verbs.tsv"]):
        verb = fold_word(line["lemma"])
        made = verbal.masdars(verbal.conjugation(line["root"], line["wazn"]))
        shapes = {fold_word(nominal.lemma(masdar)) for masdar in made}
        if not made and len(line["root"]) == _FIRST_FORM:
            shapes = listed.intersection(_first_form(line["root"]))
        for shape in shapes:
            found.setdefault(shape, set()).add(verb)
    return {shape: frozenset(verbs) for shape, verbs in found.items()}


def _first_form(root: str) -> Iterator[str]:
    data = load_yaml("masdars.yaml")
    radicals = [data["spellings"].get(letter, [letter]) for letter in root]
    for shape in data["form_one"]:
        for letters in product(*radicals):
            yield fold_word(shape.translate(str.maketrans(dict(zip("123", letters, strict=True)))))


@dataclass(frozen=True, slots=True)
class Judge:
    """Gives words their verdict."""

    lexicon: Frames
    words: Grammar
    none: dict[str, frozenset[str]]  # form -> folded lemmas that tell no event
    masdars: dict[str, frozenset[str]]

    @classmethod
    def load(cls) -> Judge:
        """Make the judge of the installed lexicon."""
        listed = load_yaml("no_event.yaml")
        none = {form: folded([w for group in listed[form].values() for w in group]) for form in ("verbs", "nouns")}
        return cls(frames(), grammar(), none, masdars())

    def verb(self, lemmas: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        """Give the verdict on a finite verb with these readings, and the classes of its frames."""
        lemmas = list(lemmas)
        classes = {f.event for lemma in lemmas for f in self.lexicon.verbs.get(lemma, ())}
        if classes:
            return "event", tuple(sorted(classes))
        if any(lemma in self.words.light_verbs for lemma in lemmas):
            return "carrier", ()
        return ("none" if self.none["verbs"].intersection(lemmas) else "unknown"), ()

    def noun(self, lemmas: Iterable[str]) -> tuple[str, tuple[str, ...]] | None:
        """Give the verdict on a noun, its likeliest reading first; ``None`` if it names no act."""
        lemmas = list(lemmas)
        classes = {f.event for lemma in lemmas for f in self.lexicon.nouns.get(lemma, ())}
        if classes:
            return "event", tuple(sorted(classes))
        verbs = self.masdars.get(lemmas[0]) if lemmas else None
        if verbs is None:
            return None
        if lemmas[0] in self.words.lists["transparent_nouns"] or any(v in self.words.light_verbs for v in verbs):
            return "carrier", ()
        none = lemmas[0] in self.none["nouns"] or bool(self.none["verbs"] & verbs)
        return ("none" if none else "unknown"), ()

    def chunk(self, chunk: Chunk, document: str) -> Trigger | None:
        """Give the trigger that a chunk holds, if it does."""
        if not chunk.readings:
            return None
        lemmas = list(dict.fromkeys(r.lemma for r in chunk.readings))
        if chunk.kind == "verb":
            verdict, classes = self.verb(lemmas)
            return Trigger(lemmas[0], "verb", verdict, classes, document, chunk.start)
        if chunk.kind != "np" or (chunk.mention is not None and chunk.mention.type not in ("Treaty", "Topic")):
            return None
        judged = self.noun(r.lemma for r in chunk.readings if r.pos == "noun" and r.source != "backoff")
        return Trigger(lemmas[0], "noun", *judged, document, chunk.start) if judged is not None else None


def political(mentions: Iterable[Mention]) -> bool:
    """Say whether the mentions of a sentence name two political actors or more, those inside others not counted."""
    return len({e for m in mentions if not m.inner and m.type in _ACTORS for e in m.entities}) > 1


def measure(documents: Iterable[Document]) -> Coverage:
    """Count the trigger words of ``documents``."""
    from sifara.entities import Knowledge, find_entities
    from sifara.text import analyse_text
    from sifara.text.morphology import Morphology
    from sifara.times import find_times

    morphology, knowledge, judge = Morphology(), Knowledge.load(), Judge.load()
    coverage = Coverage()
    for document in documents:
        coverage.documents += 1
        text = analyse_text(document, morphology)
        mentions, times = find_entities(text, knowledge).mentions, find_times(text)
        for sentence in text.sentences:
            here = [m for m in mentions if sentence.start <= m.start < sentence.end]
            if political(here):
                coverage.sentences += 1
                within = [t for t in times if sentence.start <= t.start < sentence.end]
                for trigger in _triggers(sentence, Chunker(sentence, here, within, judge.words), judge, document.id):
                    coverage.add(trigger)
    return coverage


def _triggers(sentence: Sentence, chunker: Chunker, judge: Judge, document: str) -> Iterator[Trigger]:
    for chunk in chunker.run():
        trigger = judge.chunk(chunk, document)
        if trigger is not None:
            yield trigger
