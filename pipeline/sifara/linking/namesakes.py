"""Signs that a name belongs to somebody or something else: a person in a list of states, a person with a town's name,
a product, a body that is only described, a federation of sport.
"""

from __future__ import annotations

from sifara.document import Entity, Mention
from sifara.entities.words import key
from sifara.linking.around import Around, is_one_of
from sifara.linking.capitals import acts
from sifara.linking.looks import no_name
from sifara.linking.told import SPACES, Told
from sifara.linking.words import among

_TWICE = 2  # so often a document speaks of a state that the name of a body of it is believed
_SON = "\u0628\u0646"
_BESIDE = 4  # characters between names that "and" joins, at most


def of_person(mention: Mention, words: list[str], told: Told) -> str | None:
    """Give the sign that a family name is none: "like" in a foreign name, or a word in a list of states."""
    if len(words) > 1:
        return None
    if "ka" in mention.clitics:
        return no_name(mention, words)
    if "wa" not in mention.clitics:
        return None
    before = any(_is_place(other) for end, other in told.ends.items() if 0 < mention.start - end < _BESIDE)
    after = any(_is_place(other) for start, other in told.starts.items() if 0 < start - mention.end < _BESIDE)
    return "stands in a list of places" if before and after else None


def of_body(mention: Mention, entity: Entity, words: list[str], around: Around, told: Told) -> str | None:
    """Give the sign that another body, or somebody, may be meant."""
    before, after = around.before(mention.start, 2), around.after(mention.end, 1)
    if "wa" in mention.clitics and any(is_one_of(token.text, "crescents") for token in before):
        return "may be part of a name"  # of the crescents and crosses together
    name = " ".join(words)
    if among(name, "described_bodies") and not _named_otherwise(mention, entity, around, told):
        return "only described"
    behind = after[0].readings if after and told.adjoin(mention.end, after[0].start) else ()
    if among(name, "bodies_and_names") and behind and all(reading.pos == "noun_prop" for reading in behind):
        return "a foreign name behind it"
    if not among(name, "bodies_too") or entity.country is None:
        return None
    return "a common word too" if told.spoken.get(entity.country, 0) < _TWICE else None


def of_place(mention: Mention, words: list[str], around: Around, told: Told, given: frozenset[str]) -> str | None:
    """Give the sign that a place's name is that of somebody, of a kind of oil, or of a town's industries."""
    before, after = around.before(mention.start, 2), around.after(mention.end, 1)
    following = after[0] if after and told.adjoin(mention.end, after[0].start) else None
    if following is not None and (among(following.text, "grades") or any(is_one_of(t.text, "crude") for t in before)):
        return "may be a kind of oil"
    if following is not None and among(following.text, "sites_of_towns") and not among(words[0], "place_heads"):
        return "may be the name of a site"
    near = before[0] if before and told.adjoin(before[0].end, mention.start) else None
    if near is None or mention.clitics or len(words) > 1:
        return None
    further = before[1] if len(before) > 1 and told.adjoin(before[1].end, near.start) else None
    if among(near.text, "learned") and not (further is not None and acts(further)):
        return "somebody may have this name"
    bears = further is not None and further.text == _SON and key(near.text) in given
    return "somebody may have this name" if bears else None


def _is_place(mention: Mention) -> bool:
    return mention.kind == "name" and mention.type in SPACES


def _named_otherwise(mention: Mention, entity: Entity, around: Around, told: Told) -> bool:
    """Say whether the document calls the body by its name, too."""
    names = (m for m in told.starts.values() if m is not mention and entity.id in m.entities)
    return any(not among(" ".join(around.text[m.start : m.end].split()), "described_bodies") for m in names)
