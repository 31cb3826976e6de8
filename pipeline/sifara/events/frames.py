"""Frames: how a lemma becomes an event, read from ``lexicon/frames`` (its README describes the keys)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from sifara.events.classes import Classes, classes
from sifara.events.grammar import folded, grammar, load_yaml
from sifara.text.folding import fold_word


class LexiconError(ValueError):
    """A lexicon file says something that cannot be used; the message names file, entry and remedy."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One way in which words tell an event of class ``event``. Lemmas and prepositions are folded."""

    id: str
    event: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    participles: frozenset[str]
    passive_participles: frozenset[str]
    subject: str
    object: str
    object2: str
    preps: dict[str, tuple[str, ...]]
    noun_preps: dict[str, tuple[str, ...]]
    genitive: tuple[str, ...]
    nisba: str
    with_nouns: frozenset[str]
    with_types: frozenset[str]
    with_pronoun: bool
    with_anywhere: bool
    with_owner: bool
    word_near: frozenset[str]
    needs: tuple[frozenset[str], ...]  # alternatives, each a set of roles
    noun_needs: tuple[frozenset[str], ...]
    blames: bool  # who is accused does what the clause with "that it" tells
    pairs: bool  # needs two who act or take part
    bilateral: bool
    symmetric: bool
    passive: bool
    speech: bool
    carrier: bool
    light_only: bool
    stance: bool
    owner: bool
    object_pref: bool
    body_only: bool
    only_negated: bool
    adverbial: frozenset[str]
    genitive_suffers: bool
    to_place: bool
    borrows_target: bool
    transitive: bool
    threatens: bool
    reaches: bool
    agentive: bool
    bare_object: bool
    objectless: bool
    pronoun_object: bool
    perfect: bool
    mutual: bool
    names_treaty: bool
    both_ways: bool
    participle_status: str | None
    talks: bool
    not_prep: frozenset[str]
    own_envoy: bool | None
    participle_needs: tuple[frozenset[str], ...]
    needs_content: bool
    singular: bool
    governed: bool
    indefinite: bool
    definite: bool
    befalls: bool
    not_near: frozenset[str]
    with_prep: frozenset[str]
    person_agent: bool
    embeds: str | None
    types: dict[str, frozenset[str]]
    priority: int
    not_with: frozenset[str]
    not_about: frozenset[str]
    things: frozenset[str] | None  # the only common nouns that may be its object
    no_content: bool
    holder: frozenset[str]  # things in which its owner does it
    adjective: frozenset[str]
    denies: bool
    deed: bool
    two_sided: bool
    journey: bool
    envoys: bool
    names_object: bool
    place_suffers: bool
    located: bool
    took_place: bool
    decided: bool
    appointed: bool
    reaction: bool
    voiced: bool
    political: bool
    public: bool
    installs: bool
    by_forces: bool
    by_states: bool
    placeless: bool
    missions: bool
    from_whom: bool
    occasion: bool
    session: bool
    encounter: bool
    lasting: bool
    dated: bool
    retold: bool
    means: bool
    motive: bool
    motivated: bool
    held: bool
    refuses: bool
    presupposes: bool
    borne: bool
    answered: bool
    waged: bool
    situated: bool
    strikes: bool
    pities: bool
    behind: frozenset[str]
    not_behind: frozenset[str]
    accompanied: bool
    marchers: bool
    besides: frozenset[str]

    def roles_of_prep(self, prep: str) -> tuple[str, ...]:
        """Give the roles that a party after this preposition may fill, the preferred first."""
        return self.preps.get(prep, ())


@dataclass(frozen=True, slots=True)
class Frames:
    """All frames, indexed by folded lemma."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    participles: dict[str, tuple[Frame, ...]]
    passive_participles: dict[str, tuple[Frame, ...]]
    by_id: dict[str, Frame]
    classes: Classes
    version: str

    def admits(self, frame: Frame, role: str, entity_type: str) -> bool:
        """Say whether an entity of this class may fill the role in this frame."""
        allowed = frame.types.get(role)
        if allowed is None:
            allowed = self.classes.types.get(frame.event, {}).get(role) or self.classes.types["default"].get(role)
        return allowed is None or entity_type in allowed


def _roles(value: Any) -> tuple[str, ...]:
    if value is None or value == "none":
        return ()
    if isinstance(value, list):
        return tuple(str(v) for v in value)
    return tuple(r for r in str(value).split("|") if r != "none")


def _needs(value: Any) -> tuple[frozenset[str], ...]:
    if value is None:
        return ()
    text = "|".join(value) if isinstance(value, list) else str(value)
    return tuple(frozenset(a.split("+")) for a in text.split("|"))


def _words(value: Any) -> frozenset[str]:
    """Fold words; "@name" stands for a list of ``grammar/function_words.yaml``."""
    found: set[str] = set()
    for word in [value] if isinstance(value, str) else value or []:
        if not word.startswith("@"):
            found |= folded([word])
        elif word[1:] in grammar().lists:
            found |= grammar().lists[word[1:]]
        else:
            raise LexiconError(f"frame asks for the word list {word}, which grammar/function_words.yaml does not have")
    return frozenset(found)


_FLAGS = frozenset(f.name for f in fields(Frame) if f.type == "bool" and f.name != "pairs")  # false if not given
_KEYS = _FLAGS | {
    "id", "verbs", "nouns", "participles", "passive_participles", "subject", "object", "object2", "preps", "noun_preps",
    "genitive", "nisba", "with", "with_types", "word_near", "not_near", "with_prep", "not_prep", "not_with",
    "not_about", "things", "adjective", "adverbial", "needs", "noun_needs", "participle_needs", "participle_status",
    "own_envoy", "embeds", "types", "priority", "examples", "holder", "behind", "not_behind", "besides",
}  # fmt: skip


def _preps(entry: dict[str, Any], file: str, frame: str) -> dict[str, tuple[str, ...]]:
    """Roles by the name of the preposition; a word that stands for one (إزاء for حول) yields to the name itself."""
    names = grammar().preps | {p: p for p in (*grammar().clitic_preps.values(), *grammar().compound_preps.values())}
    found: dict[str, tuple[str, ...]] = {}
    for word, roles in sorted(entry.items(), key=lambda item: fold_word(item[0]) != names.get(fold_word(item[0]))):
        if fold_word(word) not in names:
            raise LexiconError(f"lexicon/frames/{file}, {frame}: grammar/function_words.yaml has no preposition {word}")
        found.setdefault(names[fold_word(word)], _roles(roles))
    return found


def _frame(
    event: str, entry: dict[str, Any], defaults: dict[str, Any], file: str, having: dict[str, frozenset[str]]
) -> Frame:
    merged = {"mutual": True, **{k: event in v for k, v in having.items()}, **defaults, **entry}
    unknown = sorted(set(merged) - _KEYS)
    if unknown or "id" not in entry:
        found = f"unknown keys {unknown}" if unknown else "no id"
        where = f"lexicon/frames/{file}, class {event}, {entry.get('id', entry)}"
        raise LexiconError(f"{where}: {found}; see README.md there")
    return Frame(
        id=entry["id"],
        event=event,
        verbs=_words(merged.get("verbs")),
        nouns=_words(merged.get("nouns")),
        participles=_words(merged.get("participles")),
        passive_participles=_words(merged.get("passive_participles")),
        subject=merged.get("subject", "agent"),
        object=merged.get("object", "none"),
        object2=merged.get("object2", "none"),
        preps=_preps(merged.get("preps", {}), file, entry["id"]),
        noun_preps=_preps(merged.get("noun_preps", {}), file, entry["id"]),
        genitive=_roles(merged.get("genitive")),
        nisba=merged.get("nisba", "none"),
        with_nouns=_words(merged.get("with")),
        with_types=frozenset(merged.get("with_types", ())),
        word_near=_words(merged.get("word_near")),
        behind=_words(merged.get("behind")),
        not_behind=_words(merged.get("not_behind")),
        besides=_words(merged.get("besides")),
        needs=_needs(merged.get("needs")),
        noun_needs=_needs(merged.get("noun_needs")),
        pairs=any(f"{role}+{role}" in str(merged.get("needs", "")) for role in ("participant", "agent")),
        adverbial=_words(merged.get("adverbial")),
        participle_status=merged.get("participle_status"),
        not_prep=_words(merged.get("not_prep")),
        own_envoy=merged.get("own_envoy"),
        participle_needs=_needs(merged.get("participle_needs")),
        not_near=_words(merged.get("not_near")),
        with_prep=_words(merged.get("with_prep")),
        embeds=merged.get("embeds"),
        types={k: frozenset(v) for k, v in merged.get("types", {}).items()},
        priority=int(merged.get("priority", 0)),
        not_with=_words(merged.get("not_with")),
        not_about=_words(merged.get("not_about")),
        things=_words(merged["things"]) if "things" in merged else None,
        adjective=_words(merged.get("adjective")),
        holder=_words(merged.get("holder")),
        **{k: bool(merged.get(k)) for k in sorted(_FLAGS)},
    )


@cache
def frames() -> Frames:
    """Load all frames once.

    Raises:
        LexiconError: an entry has an unknown key, no id, or an id that another entry has.
    """
    folder = files("sifara").joinpath("lexicon", "frames")
    digest = sha256(folder.joinpath("roles.yaml").read_bytes())
    by_id: dict[str, Frame] = {}
    for name in sorted({f.name for f in folder.iterdir() if f.name.endswith(".yaml")} - {"roles.yaml"}):
        digest.update(folder.joinpath(name).read_bytes())
        for block in load_yaml("frames", name):
            for entry in block["frames"]:
                frame = _frame(block["class"], entry, block.get("defaults", {}), name, classes().having)
                if frame.id in by_id:
                    raise LexiconError(f"lexicon/frames/{name}: the id {frame.id} is given twice; rename one")
                by_id[frame.id] = frame

    def index(field: str) -> dict[str, tuple[Frame, ...]]:
        found: dict[str, list[Frame]] = {}
        for frame in by_id.values():
            for lemma in getattr(frame, field):
                found.setdefault(lemma, []).append(frame)
        return {k: tuple(sorted(v, key=lambda f: (-f.priority, f.id))) for k, v in found.items()}

    words = {field: index(field) for field in ("verbs", "nouns", "participles", "passive_participles")}
    return Frames(**words, by_id=by_id, classes=classes(), version=digest.hexdigest()[:12])


def candidates(index: dict[str, tuple[Frame, ...]], lemmas: frozenset[str], named: bool = False) -> tuple[Frame, ...]:
    """Frames of any of the lemmas, by priority; ``named``: of a noun with the article."""
    found = {f.id: f for lemma in lemmas for f in index.get(lemma, ()) if not (f.indefinite if named else f.definite)}
    return tuple(sorted(found.values(), key=lambda f: (-f.priority, f.id)))
