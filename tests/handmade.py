"""Documents taken apart by hand, so that graphs, stores and the command line are tested without extractors."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sifara.document import (
    Annotated,
    Argument,
    Document,
    Entity,
    EntityLayer,
    Event,
    Evidence,
    Mention,
    Office,
    Sentence,
    Text,
)

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("Sergey_Lavrov", "Person", "سيرغي لافروف", "Sergey Lavrov", "Q58217", ("لافروف",), "Russia"),
        Entity("Antony_Blinken", "Person", "أنتوني بلينكن", "Antony Blinken", "Q7821917", ("بلينكن",), "United_States"),
        Entity("Russia", "Country", "روسيا", "Russia", "Q159", ("موسكو",)),
        Entity("United_States", "Country", "الولايات المتحدة", "United States", "Q30"),
        Entity("Reykjavík", "City", "ريكيافيك", "Reykjavík", "Q1764", country="Iceland"),
        Entity("Iceland", "Country", "آيسلندا", "Iceland", "Q189"),
        Entity("New_START", "Treaty", "معاهدة نيو ستارت", "New START", "Q1123"),
        Entity("سالم_المنصوري", "Person", "سالم المنصوري", listed=False),
        Entity("Russian_Foreign_Ministry", "GovernmentBody", "وزارة الخارجية الروسية", country="Russia"),
    )
}

TEXT = (
    "التقى وزير الخارجية الأمريكي أنتوني بلينكن نظيره سيرغي لافروف في ريكيافيك.\n"
    'واتهم لافروف الولايات المتحدة بالتصعيد وقال "لن نتراجع".\n'
    "وستمدد روسيا معاهدة نيو ستارت، وفرضت الولايات المتحدة عقوبات على روسيا.\n"
    "وهاتف بلينكن سالم المنصوري، وزار لافروف آيسلندا.\n"
)


def span(words: str, text: str = TEXT, nth: int = 1) -> tuple[int, int]:
    """Return where ``words`` stand in ``text`` for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return start, start + len(words)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the lines of ``text`` as sentences without tokens."""
    found, position = [], 0
    for index, line in enumerate(text.splitlines(keepends=True)):
        found.append(Sentence(index, position, position + len(line.rstrip("\n")), ()))
        position += len(line)
    return tuple(found)


def _argument(role: str, entity: str, words: str, nth: int = 1, rule: str = "subject") -> Argument:
    return Argument(role, entity, *span(words, nth=nth), rule)


def _event(kind: str, line: int, trigger: str, arguments: Iterable[Argument], **more: object) -> Event:
    sentence = sentences(TEXT)[line]
    evidence = Evidence(line, sentence.start, sentence.end, *span(trigger), f"{kind.lower()}.entry", "vso")
    return Event(kind, tuple(arguments), (evidence,), **more)  # type: ignore[arg-type]


EVENTS = (
    _event(
        "Meeting",
        0,
        "التقى",
        [
            _argument("participant", "Antony_Blinken", "أنتوني بلينكن"),
            _argument("participant", "Sergey_Lavrov", "سيرغي لافروف", rule="object"),
            _argument("place", "Reykjavík", "ريكيافيك", rule="prep:في"),
        ],
        date="2021-05-19",
        date_basis="inferred",
        topics=("New_START", "الحد من التسلح"),
    ),
    _event(
        "Accusation",
        1,
        "اتهم",
        [_argument("agent", "Sergey_Lavrov", "لافروف", 2), _argument("target", "United_States", "الولايات المتحدة")],
        confidence=0.9,
    ),
    _event(
        "Statement",
        1,
        "قال",
        [_argument("agent", "Sergey_Lavrov", "لافروف", 2)],
        content="لن نتراجع",
        attributed_to="Russian_Foreign_Ministry",
    ),
    _event(
        "Extension",
        2,
        "ستمدد",
        [_argument("agent", "Russia", "روسيا"), _argument("object", "New_START", "معاهدة نيو ستارت")],
        status="Planned",
        until="2026",
        duration="P5Y",
    ),
    _event(
        "Sanction",
        2,
        "فرضت",
        [
            _argument("agent", "United_States", "الولايات المتحدة", 2),
            _argument("target", "Russia", "روسيا", 2, rule="prep:على"),
        ],
        date="2021-04",
        date_basis="stated",
    ),
    _event(
        "PhoneCall",
        3,
        "هاتف",
        [
            _argument("participant", "Antony_Blinken", "بلينكن", 2),
            _argument("participant", "سالم_المنصوري", "سالم المنصوري"),
        ],
    ),
    _event(
        "Visit", 3, "زار", [_argument("agent", "Sergey_Lavrov", "لافروف", 3), _argument("target", "Iceland", "آيسلندا")]
    ),
)

MENTIONS = (
    Mention(*span("وزير الخارجية الأمريكي أنتوني بلينكن"), ("Antony_Blinken",), "Person", "titled", rule="title+name"),
    Mention(*span("الأمريكي"), ("United_States",), "Country", "nisba", inner=True, rule="nisba"),
    Mention(*span("سيرغي لافروف"), ("Sergey_Lavrov",), "Person", "name", rule="gazetteer"),
    Mention(*span("ريكيافيك"), ("Reykjavík",), "City", "name", rule="gazetteer"),
    Mention(*span("سالم المنصوري"), ("سالم_المنصوري",), "Person", "name", rule="unseen"),
    Mention(*span("التصعيد"), (), "Topic", "nominal"),
)
OFFICES = (Office("Antony_Blinken", "ForeignMinister", "United_States", *span("وزير الخارجية الأمريكي")),)


def annotated(
    name: str = "talks", events: Iterable[Event] = EVENTS, entities: dict[str, Entity] = ENTITIES
) -> Annotated:
    """Return a document about talks in Iceland, with everything that can be found in it."""
    document = Document(name, TEXT, date(2021, 5, 20), "لقاء في ريكيافيك", "https://news.example/1", "وكالة مثال")
    layer = EntityLayer(MENTIONS, dict(entities), OFFICES)
    text = Text(document, sentences(TEXT), ())
    return Annotated(text, layer, (), tuple(events), {"program": "0.1.0", "lexicon": "abc"})


class HandmadePipeline:
    """Stands where the pipeline would: every text that holds the trigger is taken for the document above."""

    def __init__(self, likely: bool = False) -> None:
        self.likely = likely

    def annotate(self, document: Document) -> Annotated:
        if "خلل" in document.text:
            raise ZeroDivisionError("a fault of the pipeline")
        if document.text != TEXT:
            return Annotated(Text(document, sentences(document.text), ()), EntityLayer((), {}, ()), ())
        found = annotated(document.id)
        return Annotated(Text(document, found.text.sentences, ()), found.entities, (), found.events, found.versions)
