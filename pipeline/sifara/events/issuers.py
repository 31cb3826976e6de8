"""Who has issued what speaks: the communiqué of a ministry, the report of an organisation, also over full stops."""

from __future__ import annotations

from dataclasses import dataclass, field

from sifara.events.chunk import Chunk
from sifara.events.owners import OwnerReader
from sifara.events.parties import Party, renamed
from sifara.events.predicates import Predicate

_ISSUER = 8  # chunks in which a document names who has issued it
_PART = 6  # chunks in which a part of a body names the body
_ISSUED = "communiqué"


@dataclass(slots=True)
class IssuerReader(OwnerReader):
    """Reads who has issued a document, and remembers it for "the communiqué added that"."""

    reported: frozenset[str] = frozenset()  # prepositions behind which stands who has issued a communiqué
    issuing: frozenset[str] = frozenset()  # verbs of issuing one
    communiques: frozenset[str] = frozenset()
    signed: frozenset[str] = frozenset()  # nouns of what speaks for those who have issued or sent it
    within: frozenset[str] = frozenset()  # prepositions between a part of a body and the body
    issuers: dict[str, tuple[Party, ...]] = field(default_factory=dict)  # of the documents so far, by their noun

    def subject_of(self, predicate: Predicate, depth: int = 0) -> tuple[Party, ...]:
        """Give the parties that the subject of a verb names; the discourse knows."""
        raise NotImplementedError

    def told_in(self, participle: Predicate, depth: int) -> tuple[Party, ...]:
        """Of whom somebody tells in "the spokesman said that Tunis condemns it, calling for"."""
        assert self.parsed is not None
        told = [p for p in self.parsed.predicates if p.form == "verb" and p.subject and p.clause.kind == "comp"]
        inside = [p for p in told if p.clause.parent is participle.inherits]
        inside = [p for p in inside if p.chunk.index < participle.chunk.index]
        return self.subject_of(inside[0], depth + 1) if inside else ()

    def issued_by(self, document: Chunk) -> tuple[Party, ...]:
        """Whose words a document holds: its owner's, or of those behind "of", "from" or "that was issued by"."""
        assert self.parsed is not None
        owners = self.owners(document, _ISSUED)
        own = {(n.start, n.end) for n in document.nisbas} if not document.lemmas & self.communiques else set()
        owners = tuple(p for p in owners if (p.start, p.end) not in own)  # "an American report" is not America's
        if owners:
            return owners
        issued: Chunk | None = None
        aside = False
        for chunk in self.parsed.chunks[document.index + 1 : document.index + _ISSUER]:
            if chunk.head_lemmas & self.issuing and chunk.kind in ("verb", "np"):
                issued = chunk
                continue
            if chunk.kind in ("time", "rel") or (chunk.kind == "np" and not chunk.words):
                continue
            bare = not (chunk.prep or chunk.genitive)
            by = bare and issued is not None and bool(issued.pronoun)
            by = by or (chunk.prep in self.reported and not aside)
            if chunk.kind != "np" or (chunk.mention is not None and not by):
                return ()
            named = self.parties([chunk], _ISSUED) if by and not chunk.pronoun else ()
            if by and not named and chunk.mention is None:
                named = self._whole(chunk)
            if named or chunk.mention is not None:
                return named
            aside = aside or (bool(chunk.prep) and not by)
        return ()

    def _whole(self, part: Chunk) -> tuple[Party, ...]:
        """The body of an unlisted part that has issued something: "the media centre in the presidency"."""
        assert self.parsed is not None
        for chunk in self.parsed.chunks[part.index + 1 : part.index + _PART]:
            if chunk.kind != "np":
                return ()
            if chunk.prep:
                body = chunk.mention is not None and self.stands(chunk.mention)
                return self.parties([chunk], _ISSUED) if body and chunk.prep in self.within else ()
        return ()

    def remember(self, said: set[int]) -> None:
        """Keep who has issued the documents of the sentence; ``said``: the chunks of its verbs of saying."""
        assert self.parsed is not None
        verbs = (p for p in self.parsed.predicates if p.form == "verb")
        told = [p for p in verbs if p.chunk.index in said or p.chunk.head_lemmas & self.issuing]
        for chunk in self.parsed.chunks:
            nouns = chunk.head_lemmas & self.signed if chunk.kind == "np" and chunk.mention is None else frozenset()
            if not nouns:
                continue
            found = self.issued_by(chunk)
            if not found and nouns & self.communiques and not chunk.definite:
                found = self._in_which(chunk, told)
            for noun in nouns if found else ():
                self.issuers[noun] = found

    def _in_which(self, document: Chunk, told: list[Predicate]) -> tuple[Party, ...]:
        """Who says or issues something in a communiqué: "the ministry said in a communiqué"."""
        for verb in told:
            if any(document in g for _, g in verb.preps) or any(document in g for g in verb.objects):
                return self.subject_of(verb)
        return ()

    def issuer(self, document: Chunk) -> tuple[Party, ...]:
        """Whose communiqué or report speaks: its issuer, or who has issued the one told of before."""
        owners = self.issued_by(document)
        if owners or not document.definite or document.modified:
            return owners
        before = next((self.issuers[n] for n in sorted(document.head_lemmas) if n in self.issuers), ())
        return renamed(before, _ISSUED)
