"""Those who act without being known: who acts behind a verb although no entity is told."""

from __future__ import annotations

from sifara.events.chunk import Chunk
from sifara.events.parties import Party, PartyReader
from sifara.events.predicates import Predicate
from sifara.text.folding import fold_word

_FURTHER = 9  # chunks between a title and its name


class Strangers(PartyReader):
    """Tells where somebody acts whom no entity stands for, so that no one else is taken for the subject."""

    def _unnamed(self, predicate: Predicate) -> bool:
        """Whether somebody whom no name tells stands behind a verb of saying: "several papers said that"."""
        assert self.parsed is not None
        first = predicate.objects[0][0] if predicate.objects else None
        if first is None or first.index != predicate.chunk.index + 1 or first.mention is not None:
            return False
        told = any(c.parent is predicate and c.kind in ("comp", "quote") for c in self.parsed.clauses)
        return told and predicate.form == "verb" and any(f.speech for f in predicate.frames)

    def _somebody(self, predicate: Predicate) -> bool:
        """Whether who acts is told by a noun that names nobody known: "and the medics headed for"."""
        if predicate.form != "verb" or not (predicate.subject or predicate.objects):
            return False
        if predicate.subject:
            return not self.parties(predicate.subject, "") and self._acts(predicate.subject[0])
        assert self.parsed is not None
        first = predicate.objects[0][0]
        between = self.parsed.chunks[predicate.chunk.index + 1 : first.index]
        after = first.index > predicate.chunk.index and all(c.kind == "open" for c in between)
        if first.mention is not None or not first.words or not after:
            return False
        numbers = {r.number for r in first.readings if r.source != "backoff"}
        if first.word.endswith(self.plurals) and numbers and numbers <= {"d", "p"}:
            return True
        fitting = [f for f in predicate.frames if not f.with_nouns]
        alone = all(f.object == "none" and not f.speech for f in fitting)
        if any(f.with_nouns & first.lemmas for f in predicate.frames):
            return False
        return predicate.chunk.pronoun[:1] == "3" or _unknown(first) or (bool(fitting) and alone)

    def _called(self, predicate: Predicate, parties: tuple[Party, ...]) -> bool:
        """Whether the unknown name behind a verb is part of that of the one party: the family name of who spoke."""
        group = predicate.subject or (predicate.objects[0] if predicate.objects else [])
        known = self.layer.entities.get(parties[0].entity) if len(parties) == 1 else None
        if known is None or not group or not _unknown(group[0]):
            return False
        return any(group[0].word in fold_word(name.replace(" ", "")) for name in (known.label_ar, *known.aliases))

    def _acts(self, noun: Chunk) -> bool:
        """Whether a noun that names nobody known is somebody: a name, or one who acts."""
        return noun.mention is not None or _unknown(noun) or bool(noun.lemmas & self.actors)

    def _named_behind(self, predicate: Predicate) -> tuple[Party, ...] | None:
        """Whom a title without a name means by the name behind its further words; ``None`` if there is none.

        "The head of the committee in the council of the province, X, said": nobody, if the name is not known.
        """
        assert self.parsed is not None
        first = predicate.subject[0]
        mention = first.mention
        if mention is None or mention.kind not in ("title", "spokesperson") or mention.number != "s":
            return None
        told = first.index < predicate.chunk.index or any(f.speech for f in predicate.frames)
        for other in self.parsed.chunks[first.index + 1 : first.index + _FURTHER]:
            quoted = other.kind == "np" and other.quoted > first.quoted and not other.prep  # 'the head of "…", X'
            body = quoted and other.mention is not None and other.mention.type != "Person"
            if body or other.kind in ("open", "close"):
                continue
            if other.kind in ("time", "punct") or (other.kind == "np" and (other.prep or other.genitive or other.conj)):
                continue
            if other.kind != "np":
                return None
            if other.mention is not None and other.mention.type == "Person":
                met = any(other in group for p in self.parsed.predicates if p is not predicate for group in p.objects)
                return self.parties([other], "subject") if told and not met else None
            if _unknown(other):
                return () if told or other.index == first.index + 1 else None
            if other.mention is not None or not other.definite:
                return None
        return None


def _unknown(noun: Chunk) -> bool:
    """Whether a word is known as a name only, or not at all."""
    if noun.mention is not None:
        return False
    if noun.definite:
        return bool(noun.readings) and all(r.source == "backoff" for r in noun.readings)
    names = any(r.pos == "noun_prop" for r in noun.readings)
    return names and all(r.source != "domain" for r in noun.readings)
