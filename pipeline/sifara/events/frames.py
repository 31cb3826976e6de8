"""Frames: how a lemma becomes an event, read from ``lexicon/frames`` (its README describes the keys)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

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
    pairs: bool  # needs two participants
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
    agentive: bool
    bare_object: bool
    objectless: bool
    pronoun_object: bool
    mutual: bool
    participle_status: str | None
    talks: bool
    not_prep: frozenset[str]
    own_envoy: bool | None
    participle_needs: tuple[frozenset[str], ...]
    needs_content: bool
    singular: bool
    not_near: frozenset[str]
    with_prep: frozenset[str]
    person_agent: bool
    embeds: str | None
    types: dict[str, frozenset[str]]
    priority: int
    not_with: frozenset[str]
    things: frozenset[str] | None  # the only common nouns that may be its object
    no_content: bool
    adjective: frozenset[str]
    denies: bool
    deed: bool
    two_sided: bool
    journey: bool
    envoys: bool
    names_object: bool
    place_suffers: bool
    took_place: bool
    political: bool
    public: bool

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
    types: dict[str, dict[str, frozenset[str]]]  # class (or "default") -> role -> entity classes
    placeless: frozenset[str]  # classes of events that take no place
    from_whom: frozenset[str]  # classes whose noun names its agent after "from"
    missions: frozenset[str]  # classes in which the city of an embassy stands for the state
    political: frozenset[str]  # classes of entities that are political parties by themselves
    version: str

    def admits(self, frame: Frame, role: str, entity_type: str) -> bool:
        """Say whether an entity of this class may fill the role in this frame."""
        allowed = frame.types.get(role)
        if allowed is None:
            allowed = self.types.get(frame.event, {}).get(role) or self.types["default"].get(role)
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


_KEYS = {
    "genitive_suffers", "adverbial", "noun_preps", "borrows_target", "to_place",
    "mutual", "participle_status", "transitive", "agentive", "bare_object", "objectless", "pronoun_object",
    "id", "verbs", "nouns", "participles", "passive_participles", "subject", "object", "object2", "preps",
    "genitive", "nisba", "with", "with_types", "with_pronoun", "with_anywhere", "with_owner", "word_near", "needs",
    "noun_needs", "pair", "symmetric", "passive", "speech", "carrier", "light_only", "stance", "owner",
    "object_pref", "body_only", "person_agent", "only_negated", "talks", "not_prep", "own_envoy",
    "participle_needs", "needs_content", "singular", "not_near", "with_prep", "embeds", "types", "priority",
    "examples", "not_with", "things", "no_content", "adjective",
}  # fmt: skip
# Keys that roles.yaml gives for whole classes of events.
_PROPERTIES = {
    "denies", "deed", "two_sided", "journey", "envoys", "names_object", "place_suffers", "took_place", "political",
    "public",
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
    event: str, entry: dict[str, Any], defaults: dict[str, Any], file: str, properties: dict[str, list[str]]
) -> Frame:
    merged = {**{k: event in v for k, v in properties.items()}, **defaults, **entry}
    unknown = sorted(set(merged) - _KEYS - _PROPERTIES)
    if unknown or "id" not in entry:
        found = f"unknown keys {unknown}" if unknown else "no id"
        raise LexiconError(
            f"lexicon/frames/{file}, class {event}, {entry.get('id', entry)}: {found}; see README.md there"
        )
    needs = str(merged.get("needs", ""))
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
        with_pronoun=bool(merged.get("with_pronoun")),
        with_anywhere=bool(merged.get("with_anywhere")),
        with_owner=bool(merged.get("with_owner")),
        word_near=_words(merged.get("word_near")),
        needs=_needs(merged.get("needs")),
        noun_needs=_needs(merged.get("noun_needs")),
        pairs="participant+participant" in needs,
        symmetric=bool(merged.get("symmetric")),
        passive=bool(merged.get("passive")),
        speech=bool(merged.get("speech")),
        carrier=bool(merged.get("carrier")),
        light_only=bool(merged.get("light_only")),
        stance=bool(merged.get("stance")),
        owner=bool(merged.get("owner")),
        object_pref=bool(merged.get("object_pref")),
        body_only=bool(merged.get("body_only")),
        only_negated=bool(merged.get("only_negated")),
        adverbial=_words(merged.get("adverbial")),
        to_place=bool(merged.get("to_place")),
        borrows_target=bool(merged.get("borrows_target")),
        genitive_suffers=bool(merged.get("genitive_suffers")),
        transitive=bool(merged.get("transitive")),
        agentive=bool(merged.get("agentive")),
        bare_object=bool(merged.get("bare_object")),
        objectless=bool(merged.get("objectless")),
        pronoun_object=bool(merged.get("pronoun_object")),
        mutual=bool(merged.get("mutual", True)),
        participle_status=merged.get("participle_status"),
        talks=bool(merged.get("talks")),
        not_prep=_words(merged.get("not_prep")),
        own_envoy=merged.get("own_envoy"),
        participle_needs=_needs(merged.get("participle_needs")),
        needs_content=bool(merged.get("needs_content")),
        singular=bool(merged.get("singular")),
        not_near=_words(merged.get("not_near")),
        with_prep=_words(merged.get("with_prep")),
        person_agent=bool(merged.get("person_agent")),
        embeds=merged.get("embeds"),
        types={k: frozenset(v) for k, v in merged.get("types", {}).items()},
        priority=int(merged.get("priority", 0)),
        not_with=_words(merged.get("not_with")),
        things=_words(merged["things"]) if "things" in merged else None,
        no_content=bool(merged.get("no_content")),
        adjective=_words(merged.get("adjective")),
        **{k: bool(merged.get(k)) for k in sorted(_PROPERTIES)},
    )


@cache
def frames() -> Frames:
    """Load all frames once.

    Raises:
        LexiconError: an entry has an unknown key, no id, or an id that another entry has.
    """
    folder = files("sifara").joinpath("lexicon", "frames")
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".yaml") and f.name != "roles.yaml")
    digest = sha256()
    roles = load_yaml("frames", "roles.yaml")
    by_id: dict[str, Frame] = {}
    for name in names:
        digest.update(folder.joinpath(name).read_bytes())
        for block in load_yaml("frames", name):
            for entry in block["frames"]:
                frame = _frame(block["class"], entry, block.get("defaults", {}), name, roles["properties"])
                if frame.id in by_id:
                    raise LexiconError(f"lexicon/frames/{name}: the id {frame.id} is given twice; rename one")
                by_id[frame.id] = frame
    types = {"default": {r: frozenset(v) for r, v in roles["default"].items()}}
    for event, by_role in roles["by_class"].items():
        types[event] = {r: frozenset(v) for r, v in by_role.items()}

    def index(field: str) -> dict[str, tuple[Frame, ...]]:
        found: dict[str, list[Frame]] = {}
        for frame in by_id.values():
            for lemma in getattr(frame, field):
                found.setdefault(lemma, []).append(frame)
        return {k: tuple(sorted(v, key=lambda f: (-f.priority, f.id))) for k, v in found.items()}

    return Frames(
        verbs=index("verbs"),
        nouns=index("nouns"),
        participles=index("participles"),
        passive_participles=index("passive_participles"),
        by_id=by_id,
        types=types,
        placeless=frozenset(roles["placeless"]),
        missions=frozenset(roles["missions"]),
        from_whom=frozenset(roles["from_whom"]),
        political=frozenset(roles["political"]),
        version=digest.hexdigest()[:12],
    )
