"""The records every stage passes on: plain, immutable, without behaviour beyond small look-ups.

All offsets are code points of :attr:`Document.text` exactly as it was given (Python ``str`` indices),
``start`` inclusive, ``end`` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read.

    ``id`` names it in the whole store; ``date`` is the day of publication, the anchor of relative
    time expressions, or ``None`` where nobody said it.
    """

    id: str
    text: str
    date: date | None = None
    title: str | None = None
    source: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One morphological analysis of a word, clitics taken off.

    ``lemma`` is folded (no diacritics; see :mod:`sifara.text.folding`). ``pos`` is one of verb, noun,
    adj, adv, noun_prop, pron, pron_dem, pron_rel, prep, conj, part, digit, punc. ``prefix`` and
    ``suffix`` are the lengths, in code points of the folded word, of the proclitics (conjunction,
    preposition, future particle, article) and of the enclitic pronoun.
    """

    lemma: str
    pos: str
    conj: str = ""  # "wa", "fa"
    prep: str = ""  # "bi", "li", "ka"
    future: bool = False  # sa- before an imperfect verb
    definite: bool = False  # the article
    pronoun: str = ""  # enclitic: person, gender, number, e.g. "3ms", "3d"
    aspect: str = ""  # verbs: "p" perfect, "i" imperfect, "c" imperative
    person: str = ""  # "1", "2", "3"
    gender: str = ""  # "m", "f"
    number: str = ""  # "s", "d", "p"
    voice: str = ""  # "a" active, "p" passive
    prefix: int = 0
    suffix: int = 0
    source: str = "domain"  # which database: "domain", "broad", "backoff"


@dataclass(frozen=True, slots=True)
class Token:
    """An orthographic word, a number or one punctuation mark, with its possible readings."""

    start: int
    end: int
    text: str
    folded: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text: its place in the order and its offsets."""

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; the span leaves the marks out. ``depth`` is 0 for the outermost."""

    start: int
    end: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A document taken apart: its sentences in order and the quotations in it."""

    document: Document
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that events speak of. ``id`` is the local part of its IRI in the store."""

    id: str
    type: str  # local name of its class in the ontology, e.g. "Person"
    label_ar: str
    label_en: str | None = None
    qid: str | None = None  # Wikidata id, only where the link is certain
    aliases: tuple[str, ...] = ()  # other forms, those met in the document among them
    country: str | None = None  # entity id of the country it belongs to
    listed: bool = True  # in the knowledge tables, or found in the text alone


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or stands for entities. The span leaves proclitics out.

    ``entities`` holds several ids for a dual, plural or coordinated mention ("the two ministers"), and
    none while nobody knows whom it stands for. ``kind`` is one of

    * ``name``: a bare name (سيرغي لافروف، روسيا، الأمم المتحدة);
    * ``titled``: a title with its name (وزير الخارجية الروسي سيرغي لافروف), one span for all of it;
    * ``title``: a title alone (الوزير الروسي، وزير الخارجية), resolved where it can be;
    * ``nisba``: an adjective of a country alone (الروسية), which no larger mention took;
    * ``collective``: a body or group that acts for a state (الحكومة الروسية، القوات الروسية، إدارة بايدن);
    * ``spokesperson``: an unnamed voice of a body (متحدث باسم الخارجية): the body;
    * ``anaphor``: نظيره الروسي، الوزيران، الجانبان، بلاده، الأخير;
    * ``nominal``: a common noun phrase that is a party in itself but no known entity (``entities`` empty).

    ``inner`` marks a mention that lies within a larger one (the nisba within a title): it tells of an
    entity of the document but is no argument of its own.
    """

    start: int
    end: int
    entities: tuple[str, ...]
    type: str
    kind: str
    clitics: tuple[str, ...] = ()  # before it, in the same word: "wa", "fa", "li", "bi", "ka"
    number: str = "s"
    gender: str = "m"
    inner: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """``person`` holds ``role`` (e.g. "ForeignMinister") of ``of`` (a country or an organisation).

    ``stated`` is false where the document names the state nowhere, so that only the tables know of what the office is.
    """

    person: str
    role: str
    of: str
    start: int
    end: int
    stated: bool = True


@dataclass(frozen=True, slots=True)
class EntityLayer:
    """What the entity stage found: mentions in order of their start, entities by id, offices.

    ``states`` are those of the cities that the text names, where it does not name the state itself: whoever recalls
    an envoy "from Dublin" has to do with Ireland.
    """

    mentions: tuple[Mention, ...]
    entities: dict[str, Entity]
    offices: tuple[Office, ...]
    states: dict[str, Entity] = field(default_factory=dict)

    def entity(self, name: str) -> Entity | None:
        """Give an entity that is named, or the state of a city that is named, by its id."""
        return self.entities.get(name) or self.states.get(name)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that tells a time.

    ``value`` is an xsd:date, xsd:gYearMonth or xsd:gYear in lexical form, ``None`` where the words give
    an orientation only ("in the coming weeks"). ``function``: ``date`` (when), ``until`` (حتى), ``since``
    (منذ), ``range`` (``value`` to ``until``), ``duration`` (``duration`` as xsd:duration), ``vague``.
    ``basis``: ``stated`` (the words give it whole) or ``inferred`` (needed the document's date).
    ``orientation``: -1 past, 0 unknown or now, 1 future.
    """

    start: int
    end: int
    value: str | None
    function: str = "date"
    until: str | None = None
    duration: str | None = None
    basis: str = "stated"
    orientation: int = 0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """``entity`` fills ``role`` (agent, participant, target, object, place); the span shows by which words."""

    role: str
    entity: str
    start: int
    end: int
    rule: str = ""  # how it was found: subject, object, prep:مع, genitive, continued-subject, …


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the document tells an event: the sentence, the trigger in it, and which entry recognised it."""

    sentence: int
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    frame: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one document, with all the places that tell it."""

    type: str
    arguments: tuple[Argument, ...]
    evidence: tuple[Evidence, ...]
    status: str = "Actual"  # Actual, Planned, Hypothetical, Negated
    date: str | None = None
    date_basis: str | None = None  # stated, inferred
    until: str | None = None
    duration: str | None = None
    topics: tuple[str, ...] = ()
    content: str | None = None
    attributed_to: str | None = None  # entity id
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with everything that the pipeline found in it."""

    text: Text
    entities: EntityLayer
    times: tuple[TimeExpression, ...]
    events: tuple[Event, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)  # "program", "lexicon"
