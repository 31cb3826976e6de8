"""Names that are part of a longer one, or that mean the town where they were read as its state.

The police of London is not that of the state; the province of Basra is not its city; Atlético Madrid is neither
Madrid nor Spain; and whoever is called Tawakkol Karman is not the city of Kerman.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sifara.document import Annotated, Entity, Mention
from sifara.entities import Knowledge
from sifara.entities.words import key
from sifara.linking.around import Around, is_one_of
from sifara.linking.capitals import Capitals
from sifara.linking.doubts import is_adjective, is_doubtful
from sifara.linking.moved import LONGER, Moved, left_open, unlisted
from sifara.linking.signs import Signs
from sifara.linking.wholes import Wholes
from sifara.linking.words import among, of_the_town

_STATES = frozenset({"capital", "capital of"})
_AROUND = 30  # characters that are looked at
_NEAR = 150  # characters that tell of what kind of news a name is
_AND = "\u0648"
_NUMBERED = re.compile(r"-\d{1,2}\b|[\u00bb\"\u201d]?\s?-?\s?\d{1,2}(?=\s*[\u00bb\"\u201d.\u060c,:)\u061b]|\s*$)")
_YEAR = re.compile(r"\s[12\u0661\u0662]\d{3}\b")
_AGENCY = re.compile(r"\s*([\u0640\u2013\u2014-]\s|\(|\d{1,2} \w+ 1?\d)")  # what follows the town of a dateline
_LINE_START = "\n*(\u2022"
_JOINED = '-.\u060c,:;()\u00ab\u00bb"\u201c\u201d\u061b\u061f!?\u2013\u2014'


def with_whole_names(annotated: Annotated, knowledge: Knowledge) -> Annotated:
    """Return the document with what is meant in place of what a part of its name means.

    What is meant is the capital, if it was read as its state, or else an entity that no table lists, under the longer
    name. Arguments of events that rest on these words follow.
    """
    text = annotated.text.document.text
    moved: dict[tuple[int, int], Moved] = {}
    around = Around.of(annotated)
    capitals = Capitals(annotated, around)
    towns = capitals.towns()
    needed = {(a.start, a.end) for event in annotated.events for a in event.arguments}
    wholes = Wholes(around, knowledge, needed, _known(annotated))
    signs = Signs(annotated, around, knowledge, needed, capitals.unsure)
    for mention in annotated.entities.mentions:
        found = _town(mention, annotated.entities.entities, text, knowledge, (mention.start, mention.end) in towns)
        meant, entities = mention, annotated.entities.entities
        if found is not None:  # the town may be part of a longer name again
            meant, entities = found.mention, {**entities, found.entity.id: found.entity}
        whole = _whole(meant, entities, text, knowledge) or _longest(meant, entities, wholes)
        found = whole or _doubted(meant, entities, around, signs, knowledge) or found
        if whole is not None and whole.entity.type == "Person":
            signs.told.add_person(whole.entity)
        if found is not None:
            moved[mention.start, mention.end] = _stretched(found, text)
    if not moved:
        return annotated
    spans = [(found.mention.start, found.mention.end) for found in moved.values()]
    mentions = tuple(
        moved[m.start, m.end].mention if (m.start, m.end) in moved and m.entities != () and not m.inner else m
        for m in annotated.entities.mentions
    )
    mentions = tuple(  # what the longer name covers now lies within it
        m if m.inner or (m.start, m.end) in spans or not _covered(m, spans) else replace(m, inner=True)
        for m in mentions
    )
    mentions = tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))
    old = {(m.start, m.end): m.entities for m in annotated.entities.mentions if not m.inner}
    events = []
    for event in annotated.events:
        arguments = []
        for argument in event.arguments:
            span = (argument.start, argument.end)
            if span in moved and old.get(span) == (argument.entity,):
                argument = replace(argument, entity=moved[span].entity.id)
            arguments.append(argument)
        events.append(replace(event, arguments=tuple(arguments)))
    entities = dict(annotated.entities.entities)
    for found in moved.values():
        entities.setdefault(found.entity.id, found.entity)
    used = {name for mention in mentions for name in mention.entities}
    used |= {name for office in annotated.entities.offices for name in (office.person, office.of)}
    for event in events:
        used |= {a.entity for a in event.arguments} | set(event.topics) | {event.attributed_to or ""}
    layer = replace(
        annotated.entities,
        mentions=mentions,
        entities={name: entity for name, entity in entities.items() if name in used},
    )
    return replace(annotated, entities=layer, events=tuple(events))


def _whole(mention: Mention, entities: dict[str, Entity], text: str, knowledge: Knowledge) -> Moved | None:
    if mention.inner or mention.kind != "name" or len(mention.entities) != 1:
        return None
    entity = entities.get(mention.entities[0])
    if entity is None or not entity.listed:
        return None
    before = text[max(0, mention.start - _AROUND) : mention.start] if not mention.clitics else ""
    words = text[mention.start : mention.end].split()
    last = before.split()[-1] if before[-1:] == " " and before.split() else ""
    after = text[mention.end : mention.end + _AROUND]
    following = after.split()[0].rstrip(_JOINED) if after[:1] == " " and after.split() else ""
    if entity.type == "Person":
        kin = len(before.split()) > 1 and among(before.split()[-2], "kin")
        return _longer(mention, entity, knowledge, last, words, kin=kin) or _other_person(
            mention, entity, knowledge, words, following
        )
    if entity.type not in ("City", "Region", "Country"):
        return _other_body(mention, entity, last, words, following, text)
    last = last if not last or among(last, "club_before") else last[1:] if among(last[1:], "club_before") else last
    if _event(mention, entity, before, after):
        return unlisted(mention, [*words, after.split()[0].strip(_JOINED) or after.split()[1]], "Organization", entity)
    if last and among(last, "club_before"):
        return unlisted(mention, [last, *words], "Organization", entity)
    if following and among(following, "club_after"):
        return unlisted(mention, [*words, following], "Organization", entity)
    if entity.type == "Region" and len(words) > 1 and among(words[0], "capital_of"):
        return unlisted(mention, words, "City", entity)
    if entity.type == "City":
        if following and among(following, "quarter_behind"):
            return unlisted(mention, [*words, following], "Region", entity)
        if len(words) > 1 and among(words[0], "other_place"):
            return unlisted(mention, words, "Region", entity)
        last = last[1:] if last[:1] == _AND and among(last[1:], "other_place") else last
        if (last and among(last, "other_place")) or _listed_provinces(text, mention.start):
            return unlisted(mention, [last, *words] if among(last, "other_place") else words, "Region", entity)
        if len(words) > 1 and among(words[-1], "quarter_after"):
            return unlisted(mention, words, "Region", entity)
        return _longer(mention, entity, knowledge, last, words)
    if entity.type == "Country" and last and among(last, "given"):
        return unlisted(mention, [last, *words], "Person", entity)
    if mention.rule in _STATES and _listed_provinces(text, mention.start):
        return unlisted(mention, words, "Region", entity)
    return None


def _town(
    mention: Mention, entities: dict[str, Entity], text: str, knowledge: Knowledge, surely: bool
) -> Moved | None:
    """The town, where a capital was read as its state: ``surely`` by the sentence, or by the words at its sides."""
    if mention.inner or mention.kind != "name" or len(mention.entities) != 1:
        return None
    entity = entities.get(mention.entities[0])
    if entity is None or entity.type != "Country" or mention.rule == "seat":
        return None
    before = text[max(0, mention.start - _AROUND) : mention.start] if not mention.clitics else ""
    after = text[mention.end : mention.end + _AROUND]
    following = after.split()[0].rstrip(_JOINED) if after[:1] == " " and after.split() else ""
    town = surely or of_the_town(before) or (bool(following) and among(following, "town_behind"))
    town = town and mention.rule in _STATES
    last = before.split()[-1:] if before[-1:] == " " else []
    town = town or (bool(last) and among(last[0].removeprefix(_AND), "capital_heads"))
    if not town and not _dateline(text, mention, following):
        return None
    words = text[mention.start : mention.end].split()
    alias = knowledge.gazetteer.aliases.get(key(" ".join(words)))
    bearers = [knowledge.known[name] for name in (alias.full if alias is not None else ())]
    bearers += [knowledge.known[name] for name in (knowledge.capitals.get(entity.id),) if name in knowledge.known]
    for known in bearers:
        fits = known.entity.type == "City" and known.entity.country == entity.id
        if fits and key(words[-1]) in {key(name).split()[-1] for name in known.names}:
            return Moved(replace(mention, entities=(known.id,), type="City", rule="town"), known.entity)
    return None


def _doubted(
    mention: Mention, entities: dict[str, Entity], around: Around, signs: Signs, knowledge: Knowledge
) -> Moved | None:
    """The adjective of a state where its name was read; an open name where a sign of something else stands."""
    entity = entities.get(mention.entities[0]) if len(mention.entities) == 1 else None
    if entity is None or not entity.listed or mention.inner or mention.kind != "name":
        return None
    if entity.type == "Country" and is_adjective(mention, around):
        return Moved(replace(mention, kind="nisba"), entity)
    sign = "may be part of a name" if is_doubtful(mention, entity, around) else signs.of(mention, entity)
    if not sign:
        return None
    town = knowledge.known.get(knowledge.capitals.get(entity.id, "")) if mention.rule in _STATES else None
    words = around.text[mention.start : mention.end].split()
    return left_open(mention, words, town.entity if town is not None else entity, sign)


def _known(annotated: Annotated) -> set[str]:
    """Return who is named with more than one word, or has an office, anywhere in the document."""
    text, known = annotated.text.document.text, {office.person for office in annotated.entities.offices}
    for mention in annotated.entities.mentions:
        if mention.kind in ("name", "titled") and len(text[mention.start : mention.end].split()) > 1:
            known.update(mention.entities)
    return known


def _longest(mention: Mention, entities: dict[str, Entity], wholes: Wholes) -> Moved | None:
    if mention.inner or mention.kind not in ("name", "titled") or len(mention.entities) != 1:
        return None
    entity = entities.get(mention.entities[0])
    asked = entity is not None and entity.listed and (mention.kind == "name" or entity.type == "Person")
    return wholes.find(mention, entity) if entity is not None and asked else None


def _covered(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _other_person(
    mention: Mention, entity: Entity, knowledge: Knowledge, words: list[str], following: str
) -> Moved | None:
    """A king who bore the name, or somebody whose given name it is, with a further name behind it."""
    given = knowledge.lexicon.sets["given"]
    own = {word for name in (entity.label_ar, *entity.aliases) for word in name.split()}
    if len(words) != 1 or not following or following in own:
        return None
    named = key(words[0]) in given and key(following) in given - knowledge.lexicon.sets["common_given"]
    if not named and not among(following, "ordinals"):
        return None
    return unlisted(mention, [*words, following], "Person", entity)


def _other_body(
    mention: Mention, entity: Entity, last: str, words: list[str], following: str, text: str
) -> Moved | None:
    """A federation of football, a council or a coast, where a union or an alliance of states was read."""
    if following and among(following, "federation_after"):
        return unlisted(mention, [*words, following], "Organization", entity)
    if last and among(last, "body_before" if len(words) == 1 else "cup_before"):
        return unlisted(mention, [last, *words], "Organization", entity)
    if among(words[0], "union"):
        near = text[max(0, mention.start - _NEAR) : mention.start] + text[mention.end : mention.end + _NEAR]
        if sum(is_one_of(word.strip(_JOINED), "sport") for word in near.split()) > 1:
            return unlisted(mention, words, "Topic", entity)  # no item
    return None


def _event(mention: Mention, entity: Entity, before: str, after: str) -> bool:
    """Say whether the name of a place and a number behind it name a conference (Geneva 2) or a cup (Asia 2019)."""
    last = before.split()[-1:]
    if "bi" in mention.clitics or (last and among(last[0], "in")):
        return False
    return (_NUMBERED if entity.type == "City" else _YEAR).match(after) is not None and entity.type != "Country"


def _dateline(text: str, mention: Mention, following: str) -> bool:
    """Say whether a line begins with the name of the town where it was written, and of who wrote it."""
    before = text[: mention.start].rstrip(" ")
    if before and before[-1] not in _LINE_START:
        return False
    return _AGENCY.match(text, mention.end) is not None or (bool(following) and among(following, "newspapers"))


def _stretched(moved: Moved, text: str) -> Moved:
    """Return what was found with the span of the whole name."""
    mention, words = moved.mention, moved.entity.label_ar.split()
    if moved.mention.rule != LONGER or not words:
        return moved
    inside = text[mention.start : mention.end].split()
    start, end = mention.start, mention.end
    if words[0] != inside[0]:
        start = text.rindex(words[0], 0, mention.start)
    if words[-1] != inside[-1]:
        end = text.index(words[-1], mention.end) + len(words[-1])
    return replace(moved, mention=replace(mention, start=start, end=end))


def _listed_provinces(text: str, start: int) -> bool:
    """Say whether the name at ``start`` is in a list behind a word like "provinces": names with commas and "and"."""
    before = text[max(0, start - 2 * _AROUND) : start]
    for mark in ".\n\u061b:":
        before = before.rpartition(mark)[2]
    words = before.replace("\u060c", " \u060c ").split()
    for place in range(len(words) - 1, -1, -1):
        if among(words[place], "provinces") or among(words[place][1:], "provinces"):
            between = [word for word in words[place + 1 :] if word != "\u060c"]
            # Each further name is joined by "and", a comma before it, or is the second word of a name.
            joined = sum(word.startswith("\u0648") for word in between) + words[place + 1 :].count("\u060c")
            return not between or joined >= (len(between) - 1) // 2
    return False


def _longer(
    mention: Mention, entity: Entity, knowledge: Knowledge, last: str, words: list[str], *, kin: bool = False
) -> Moved | None:
    """Somebody's name, if a given name stands before what would be a town or a person.

    Behind a word of kinship (``kin``) any word is a given name.
    """
    given = knowledge.lexicon.sets["given"] - knowledge.lexicon.sets["common_given"]
    if not last or entity.label_ar.split()[0] == last:
        return None
    if key(last) not in given and not among(last, "given") and not (kin and len(words) == 1):
        return None
    return unlisted(mention, [last, *words], "Person", entity)
