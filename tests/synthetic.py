"""Documents made by rule, as many as a test wants: one sentence an event, of names and verbs known here.

What is found in a document follows from its text alone, so the same text always gives the same graph.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path

from handmade import sentences
from sifara.document import Annotated, Argument, Document, Entity, EntityLayer, Event, Evidence, Mention, Office, Text

_PEOPLE = {
    "ليلى سويد": "Norland",
    "سامر كعب": "Norland",
    "نجوى دالي": "Sudra",
    "هشام برعي": "Sudra",
    "رباب لاكي": "Westia",
    "عماد تون": "Estia",
}
_COUNTRIES = {"نورلاند": "Norland", "سودرا": "Sudra", "وستيا": "Westia", "إستيا": "Estia"}
_CITIES = {"برافا": "Norland", "كالين": "Sudra", "مورت": "Westia"}
_VERBS = {
    "التقى": "Meeting",
    "هاتف": "PhoneCall",
    "اتهم": "Accusation",
    "أدان": "Condemnation",
    "زار": "Visit",
    "هاجم": "Attack",
    "قال": "Statement",
    "فرض": "Sanction",
}
SYMMETRIC = {"Meeting", "PhoneCall"}
DAY = date(2024, 3, 1)

ENTITIES: dict[str, Entity] = {}
for _name, _of in _PEOPLE.items():
    ENTITIES[_name] = Entity(_name.replace(" ", "_"), "Person", _name, country=_of, listed=False)
for _name, _id in _COUNTRIES.items():
    ENTITIES[_name] = Entity(_id, "Country", _name, _id, f"Q{len(_id)}{ord(_id[0])}")
for _name, _of in _CITIES.items():
    ENTITIES[_name] = Entity(_name, "City", _name, country=_of)


def document(name: str, seed: int, events: int = 6, names: int = 10) -> Document:
    """Return a document of ``events`` sentences on so many ``names``, which ``seed`` chooses."""
    chance = random.Random(seed)
    lines = []
    for _ in range(events):
        first, second = chance.sample([*_PEOPLE, *_COUNTRIES][:names], 2)
        day = f" يوم {chance.randint(1, 4)}" if chance.random() < 0.6 else ""
        place = f" في {chance.choice(list(_CITIES))}" if chance.random() < 0.5 else ""
        lines.append(f"{chance.choice(list(_VERBS))} {first} مع {second}{place}{day}.\n")
    return Document(name, "".join(lines), DAY + timedelta(days=chance.randint(0, 3)), publisher="وكالة")


def write(file: Path, documents: list[Document]) -> None:
    """Write ``documents`` as JSON Lines."""
    records = [
        {"id": d.id, "text": d.text, "date": d.date.isoformat() if d.date else None, "publisher": d.publisher}
        for d in documents
    ]
    file.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


class SyntheticPipeline:
    """Finds in a document what :func:`document` put there."""

    def annotate(self, document: Document) -> Annotated:
        """Take ``document`` apart."""
        text = document.text
        parts = sentences(text)
        events, mentions, offices = [], [], []
        met: dict[str, Entity] = {}
        for sentence in parts:
            words = text[sentence.start : sentence.end]
            verb = words.split()[0]
            kind = _VERBS[verb]
            found = sorted((words.index(name), name) for name in ENTITIES if name in words)
            roles = ["participant", "participant"] if kind in SYMMETRIC else ["agent", "target"]
            arguments = []
            for offset, name in found:
                entity = ENTITIES[name]
                start = sentence.start + offset
                met[entity.id] = entity
                mentions.append(Mention(start, start + len(name), (entity.id,), entity.type, "name"))
                role = "place" if entity.type == "City" else roles.pop(0)
                arguments.append(Argument(role, entity.id, start, start + len(name), "rule"))
                if entity.type == "Person" and ENTITIES_BY_ID[entity.country or ""].id in _spoken(text):
                    offices.append(Office(entity.id, "ForeignMinister", str(entity.country), start, start + len(name)))
            evidence = Evidence(
                *(sentence.index, sentence.start, sentence.end),
                *(sentence.start, sentence.start + len(verb), f"{kind}.entry"),
            )
            day = words.rpartition(" يوم ")[2].rstrip(".") if " يوم " in words else ""
            events.append(
                Event(
                    kind,
                    tuple(arguments),
                    (evidence,),
                    date=f"2024-03-0{day}" if day else None,
                    date_basis="inferred" if day else None,
                    topics=("السلام",) if kind == "Statement" else (),
                    content="نريد السلام" if kind == "Statement" else None,
                )
            )
        versions = {"program": "0", "lexicon": "1"}
        layer = EntityLayer(tuple(mentions), met, tuple(offices))
        return Annotated(Text(document, parts, ()), layer, (), tuple(events), versions)


ENTITIES_BY_ID = {entity.id: entity for entity in ENTITIES.values()}


def _spoken(text: str) -> set[str]:
    return {entity.id for name, entity in ENTITIES.items() if name in text}
