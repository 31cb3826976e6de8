"""From chunks to the records that later stages read: mentions, entities, offices."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sifara.document import Entity, EntityLayer, Mention, Office, Text
from sifara.entities.chunks import Chunk
from sifara.entities.coreference import Discourse
from sifara.entities.gazetteer import Hit
from sifara.entities.knowledge import Knowledge
from sifara.entities.memory import Told
from sifara.entities.ministries import ministry_entity
from sifara.entities.nations import trusted
from sifara.entities.people import People
from sifara.entities.places import party, settle
from sifara.entities.scan import scan
from sifara.entities.scope import Scope
from sifara.entities.stated import stated, stated_states
from sifara.entities.words import Line, line_of, proclitics, source_offset, surface

_VOICED = ("GovernmentBody", "Organization")
_FI = "\u0641\u0649"  # "in" without the dots of its ya
_ON, _DOTTED = "\u0639\u0644\u0649", "\u0639\u0644\u064a"  # "on", and the name Ali


def find_entities(text: Text, knowledge: Knowledge) -> EntityLayer:
    """Find who and what a document names: mentions, entities and offices.

    The same text and tables always give the same layer.
    """
    scope = Scope(knowledge, text.document.date)
    lines = [line_of(sentence) for sentence in text.sentences]
    scope.final_ya = not any(token.text == _FI for line in lines for token in line.tokens)
    words = [token.text for line in lines for token in line.tokens]
    scope.maqsura = words.count(_ON) >= max(words.count(_DOTTED), 1)
    _survey(scope, lines)
    people = People(scope)
    titled: list[Chunk] = []
    for line in lines:
        for chunk in scan(scope, line):
            if chunk.name is not None:
                name = chunk.name
                found = people.introduce(name, chunk.titles, surface(line, name.start, name.offset, name.end))
                if found is None and name.family and scope.made.keys().isdisjoint(name.family):
                    scope.earlier.add(" ".join(name.words))
                if found is None and name.family and chunk.titles:
                    titled.append(chunk)
    for chunk in titled:
        if chunk.name is not None:
            people.introduce_family(chunk.name, chunk.titles)
    discourse = Discourse(scope, people)
    chunks: list[Chunk] = []
    for line in lines:
        for chunk in scan(scope, line):
            discourse.read(chunk)
            chunks.append(chunk)
    discourse.finish(chunks)
    same = people.same
    for chunk in chunks:
        chunk.entities = tuple(same.get(name, name) for name in chunk.entities)
    for told in discourse.told:
        told.person = same.get(told.person, told.person)
    return _layer(scope, chunks, discourse)


def _survey(scope: Scope, lines: list[Line]) -> None:
    """Note which listed names the document has, and how often it names each country."""
    knowledge, lexicon = scope.knowledge, scope.lexicon
    unsure = lexicon.sets["introduced"] | lexicon.sets["prepositional"]
    for line in lines:
        by_start: dict[int, list[Hit]] = {}
        for hit in knowledge.gazetteer.find(line):
            by_start.setdefault(hit.start, []).append(hit)
        scope.hits[line.sentence.index] = by_start
        end = 0
        for start in sorted(by_start):
            hit = by_start[start][0]
            if start < end:
                continue
            end = hit.end
            common = hit.alias.text in lexicon.sets["prepositional"]
            surely = common and (party(scope, line, hit) or _state(scope, line, hit))
            if hit.alias.text not in unsure or surely:
                scope.present.update(hit.alias.full)
                scope.present.update(knowledge.country(label) for label in hit.alias.seats)
                owners = {scope.country_of(name) for name in hit.alias.full}
                for name in hit.alias.full[:1] if len(owners) == 1 else ():
                    country = scope.country_of(name)
                    if country is not None and scope.entity(name).type in ("Country", "GovernmentBody", "City"):
                        scope.countries[country] = scope.countries.get(country, 0) + (
                            2 if scope.entity(name).type == "Country" else 1
                        )
        for index in range(len(line.keys)):
            head = lexicon.heads.find(line, index)
            if head is not None and head.value.of is not None:
                country = knowledge.country(head.value.of)
                scope.countries[country] = scope.countries.get(country, 0) + 1
            match = lexicon.nisbas.find(line, index)
            sure = match is not None and not match.value.doubtful and trusted(scope, line, match)
            if match is not None and sure and scope.entity(match.value.entity).type == "Country":
                scope.countries[match.value.entity] = scope.countries.get(match.value.entity, 0) + 2


def _state(scope: Scope, line: Line, hit: Hit) -> bool:
    """Whether the words before a name that is a common word as well make it that of a state: حكومة مالي."""
    settled = settle(scope, line, hit)
    return settled is not None and settled[1] == "Country"


def _women(scope: Scope, chunks: list[Chunk]) -> set[str]:
    """Women among the people of a document: by a title somewhere in it, or by the tables of knowledge."""
    people = [c for c in chunks if len(c.entities) == 1 and (c.type or scope.entity(c.entities[0]).type) == "Person"]
    titled = {c.entities[0] for c in people if c.kind == "titled" and c.gender == "f"}
    known = ((c.entities[0], scope.known(c.entities[0])) for c in people)
    return titled | {entity for entity, person in known if person is not None and person.gender == "f"}


def _one_woman(chunk: Chunk, women: set[str]) -> bool:
    """Whether a mention is of one woman, herself and not her spokesman."""
    return chunk.kind != "spokesperson" and len(chunk.entities) == 1 and chunk.entities[0] in women


def _layer(scope: Scope, chunks: list[Chunk], discourse: Discourse) -> EntityLayer:
    mentions: list[Mention] = []
    forms: dict[str, dict[str, None]] = {}
    women = _women(scope, chunks)
    for chunk in chunks:
        line = chunk.line
        start = source_offset(line.tokens[chunk.start], chunk.offset)
        end = line.tokens[chunk.end - 1].end
        type_ = chunk.type or (scope.entity(chunk.entities[0]).type if chunk.entities else "Person")
        mentions.append(
            Mention(
                start,
                end,
                chunk.entities,
                type_,
                chunk.kind,
                chunk.clitics,
                chunk.number,
                "f" if _one_woman(chunk, women) else chunk.gender,
                False,
                chunk.rule,
            )
        )
        if chunk.name is not None and chunk.entities:
            name = chunk.name
            forms.setdefault(chunk.entities[0], {})[surface(line, name.start, name.offset, name.end)] = None
        elif chunk.kind == "name" and len(chunk.entities) == 1 and chunk.rule not in ("capital", "capital of", "seat"):
            forms.setdefault(chunk.entities[0], {})[surface(line, chunk.start, chunk.offset, chunk.end)] = None
        for part in chunk.parts:
            if part.entities and (part.start, part.end) != (chunk.start, chunk.end):
                inner = source_offset(line.tokens[part.start], part.offset)
                kind = part.kind if part.kind in ("nisba", "collective") else "name"
                mentions.append(
                    Mention(
                        inner,
                        line.tokens[part.end - 1].end,
                        part.entities,
                        scope.entity(part.entities[0]).type,
                        kind,
                        proclitics(line, part.start, part.offset),
                        "s",
                        "m",
                        True,
                        "part",
                    )
                )
    mentions.sort(key=lambda m: (m.start, -m.end))
    offices: dict[tuple[str, str, str], Office] = {}
    named = stated_states(scope, chunks)
    for told in discourse.told:
        of = _spoken_for(scope, told) or told.of
        if of is not None:
            chunk = told.chunk
            start, end = (
                source_offset(chunk.line.tokens[chunk.start], chunk.offset),
                chunk.line.tokens[chunk.end - 1].end,
            )
            office = Office(told.person, told.role, of, start, end, stated(scope, told, named))
            offices.setdefault((told.person, told.role, of), office)
    used = dict.fromkeys(name for mention in mentions for name in mention.entities)
    used.update(dict.fromkeys(office.of for office in offices.values()))
    forms = _own_names(scope, forms)
    entities = {name: _entity(scope, name, forms.get(name, {}), discourse) for name in used}
    homes = dict.fromkeys(e.country for e in entities.values() if e.type == "City" and e.country is not None)
    states = {name: _entity(scope, name, {}, discourse) for name in homes if name not in entities}
    return EntityLayer(tuple(mentions), entities, tuple(offices.values()), states)


def _spoken_for(scope: Scope, told: Told) -> str | None:
    """Give the ministry or organisation for which a named spokesman speaks: الناطق باسم وزارة الخارجية."""
    title = told.title
    if title is None or title.head.takes != "spokesperson":
        return None
    body = title.body
    if body is None and title.ministry and told.of is not None and scope.entity(told.of).type == "Country":
        return ministry_entity(scope, title.ministry, told.of, title.ministry_words)
    return body if body is not None and scope.entity(body).type in _VOICED else None


def _own_names(scope: Scope, forms: dict[str, dict[str, None]]) -> dict[str, dict[str, None]]:
    """Leave out what names two bodies or places of a document: "the ministry of foreign affairs" of two states.

    Of people a surname alone is a name all the same.
    """
    owners = Counter(form for name, own in forms.items() if scope.entity(name).type != "Person" for form in own)
    return {name: {form: None for form in own if owners[form] <= 1} for name, own in forms.items()}


def _entity(scope: Scope, name: str, forms: dict[str, None], discourse: Discourse) -> Entity:
    entity = scope.entity(name)
    aliases = dict.fromkeys(entity.aliases) | {form: None for form in forms if form != entity.label_ar}
    country = entity.country
    if entity.type == "Person" and country is None:
        countries = discourse.countries_of(name)
        country = countries[0] if countries else None
    return replace(entity, aliases=tuple(aliases), country=country)
