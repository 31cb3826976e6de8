"""Personal names: listed ones, family names of people already named, and unseen ones by their words."""

from __future__ import annotations

from sifara.entities.chunks import Name
from sifara.entities.closing import closed_name, heard_name
from sifara.entities.eastern import eastern
from sifara.entities.gazetteer import Hit
from sifara.entities.initials import spelled
from sifara.entities.nameends import further, housed, lone, surname
from sifara.entities.namewords import honoured, is_word, name_like, unknown
from sifara.entities.runs import extend, sequence
from sifara.entities.scope import Scope
from sifara.entities.spelling import likeness
from sifara.entities.words import ARTICLE, Line, key, rests, variants

_SON = frozenset({"\u0628\u0646", "\u0627\u0628\u0646", "\u0628\u0646\u062a"})  # بن ابن بنت
_HOUSE = "\u0627\u0644"  # آل, folded
_JOINING = "\u0627\u0648\u0641"  # the article, و, ف
_SERVANT = "\u0639\u0628\u062f"  # عبد
_LONGEST = 4
_HYPHEN = "-"
_SHORTEST_FAMILY = 4
_FA, _BELOW = "\u0641", "\u0625"  # the letter of إن
_SHORTEST = 3
_AND, _HIS = "\u0648", ("\u062a\u0647", "\u062a\u0647\u0627", "\u062a\u0647\u0645")
_ALIKE = 0.6  # of two spellings of a given name
_TRUSTED = 12  # years for which an office without an end in the tables is believed
_LEADING = frozenset({"HeadOfState", "HeadOfGovernment", "ForeignMinister"})


def people_of(scope: Scope, hit: Hit) -> tuple[str, ...]:
    """Give the people among those whom a listed name means in full."""
    return tuple(n for n in hit.alias.full if scope.entity(n).type == "Person")


def find_name(scope: Scope, line: Line, start: int, titled: bool, first: bool) -> Name | None:
    """Find the personal name that begins at a token.

    ``titled`` says that a title or honorific stands before it, ``first`` that proclitics may stand on it.
    """
    if start >= len(line.keys) or (line.keys[start][0] == _FA and _BELOW in line.tokens[start].text):
        return None  # مسؤول في المفوضية فإن
    hits = [hit for hit in scope.hits_at(line, start) if first or not hit.clitics]
    full = next((hit for hit in hits if people_of(scope, hit)), None)
    if full is not None:
        end = extend(scope, line, full.end)
        longer = sequence(scope, line, start) if not full.clitics else full.end
        stranger = end == full.end and not full.clitics and housed(scope, line, full)
        if longer > end == full.end and (_differs(scope, line, full) or stranger):
            return Name(start, longer, 0, (), line.keys[start:longer])
        words = tuple(full.alias.text.split())
        if len(words) > 1 and end == full.end and surname(scope, line, end) > end:
            end = surname(scope, line, end)
            words = (*words, line.keys[end - 1])
        return Name(start, end, full.offset, full.clitics, words, people_of(scope, full), full.alias.family)
    end = _up_to_that(scope, line, start, sequence(scope, line, start)) if titled else start
    end = max(end, closed_name(scope, line, start)) if titled else end
    end = max(end, eastern(scope, line, start, titled))
    if titled and end == start and line.keys[start + 1 : start + 2] in (("\u0628\u0646",),) and not hits:
        plain = line.keys[start] not in scope.lexicon.sets["stops"] and is_word(line.keys[start])
        plain = plain and any(r.pos == "noun_prop" and not r.prefix for r in line.tokens[start].readings)
        end = extend(scope, line, start + 1) if plain and line.keys[start][0] not in _JOINING else start
        end = end if end > start + 1 else start  # عيد بن عواض
        end += end > start and name_like(scope, line, end, 2)
    if titled and end == start and not hits:
        end = max(spelled(scope, line, start), heard_name(scope, line, start))
    family = _family(scope, line, hits, titled)
    if titled and lone(scope, line, start, end) and not (_royal(scope, line, start) or _noted(scope, family)):
        end = further(scope, line, end)
    if family is not None and (family.end >= end or (family.start == start and _common(scope, line, family.end))):
        return family  # الرئيس بايدن [المخاوف]
    if end > start and (end - start > 1 or _alone(scope, line, start)):
        return Name(start, end, 0, (), line.keys[start:end], _unhyphened(scope, line.keys[start:end]))
    return family


def _royal(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a king's or prince's honorific stands before a token, or one who is called by the first name."""
    before = scope.lexicon.honorifics.find(line, index - 1) if index else None
    crown = index > 0 and not scope.lexicon.sets["crowns"].isdisjoint(rests(line.keys[index - 1]))
    return crown or (before is not None and before.value == "royal")


def _noted(scope: Scope, family: Name | None) -> bool:
    """Say whether a family name is somebody's whom the document names, or of somebody famous."""
    people = family.family if family is not None else ()
    return any(person in scope.made or person in scope.present for person in people) or any(
        (known := scope.known(person)) is not None and known.famous for person in people
    )


def _unhyphened(scope: Scope, words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the listed people whose name is written without the hyphens of these words: كيم جونغ- أون."""
    if _HYPHEN not in words:
        return ()
    alias = scope.knowledge.gazetteer.aliases.get(" ".join(word for word in words if word != _HYPHEN))
    people = alias.full if alias is not None else ()
    return tuple(person for person in people if scope.entity(person).type == "Person")


def name_follows(scope: Scope, line: Line, index: int) -> bool:
    """Say whether an honorific, a listed person or a given name stands at a token, without proclitics."""
    if index >= len(line.keys):
        return False
    if line.keys[index] in scope.lexicon.sets["given"] or scope.lexicon.honorifics.find(line, index, clitics=False):
        return True
    return any(people_of(scope, hit) and not hit.clitics for hit in scope.hits_at(line, index))


def _up_to_that(scope: Scope, line: Line, start: int, end: int) -> int:
    """Let a name reach to the إن of what is said, over one or two words that mean something by themselves too."""
    for reach in (end + 1, end + 2) if end > start else ():
        if reach >= len(line.keys) or reach - start > _LONGEST:
            break
        if line.keys[reach] in scope.lexicon.sets["that"]:
            between = line.keys[end:reach]
            sets = scope.lexicon.sets
            plain = all(is_word(w) and w not in sets["stops"] and not w.startswith(ARTICLE) for w in between)
            known = any(w in scope.lexicon.verbs or scope.hits_at(line, end + i) for i, w in enumerate(between))
            known = known or any(not scope.lexicon.verbs.isdisjoint(rests(w)) for w in between)  # وأوضح لهما أن
            nouns = any(scope.lexicon.modifiers.find(line, end + i) for i in range(len(between)))
            nouns = nouns or any(r.prep and r.pos == "noun" for t in line.tokens[end:reach] for r in t.readings)
            return reach if plain and not known and not nouns else end
    return end


def _common(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word with the article, behind a word that is no given name, is known and not as a name."""
    sets = scope.lexicon.sets
    if line.keys[index - 1] in sets["given"] or line.keys[index - 1] in sets["joined_behind"]:
        return False
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    return line.keys[index].startswith(ARTICLE) and bool(readings) and all(r.pos != "noun_prop" for r in readings)


def _alone(scope: Scope, line: Line, index: int) -> bool:
    """Say whether one unlisted word behind a title can be a name: no article, and no word of the language."""
    word = line.keys[index]
    if word in scope.lexicon.sets["common_given"] and not honoured(scope, line, index):
        return False
    if word in scope.lexicon.sets["given"]:
        return True
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    if readings and not any(r.pos == "noun_prop" for r in readings):
        return False
    if any(r.aspect == "p" and not r.conj and r.source == "domain" for r in readings):
        return False  # الأمين العام بادر بكذا
    if any(r.pronoun and (r.source == "domain" or r.pronoun[:1] == "3") for r in readings):
        return False  # رأيه, تدوينته
    if word.endswith(_HIS):
        return False
    if word.startswith(_AND) and not any(r.pos == "noun_prop" for r in readings):
        return False
    return not word.startswith(ARTICLE) and len(word) > 2


def _differs(scope: Scope, line: Line, hit: Hit) -> bool:
    """Words behind a listed name that is made of given names alone (عبد الحميد) are the family name of another."""
    sets = scope.lexicon.sets
    small = (sets["given"], sets["connectors"], sets["joined_behind"])
    words, behind = hit.alias.text.split(), line.keys[hit.end : hit.end + 1]
    housed = len(words) > 1 and words[-1].startswith(ARTICLE) and words[-1] not in sets["joined_behind"]
    if housed and behind and not behind[0].startswith(ARTICLE):
        return False  # عمر البشير [ميني ميناوي]
    if sum(word not in sets["connectors"] and word not in sets["joined_behind"] for word in words) > 2:
        return False  # علي عبد الله صالح is whole
    return all(any(word in some for some in small) for word in words) and _SON.isdisjoint(words) and _HOUSE not in words


def _family(scope: Scope, line: Line, hits: list[Hit], titled: bool) -> Name | None:
    """Find a family name: of somebody the document names, of somebody famous, of anybody behind a title."""
    for hit in hits:
        text = hit.alias.text
        if text in scope.lexicon.sets["stops"] or text in scope.lexicon.verbs:
            continue
        if text in scope.lexicon.sets["given"] and hit.end < len(line.keys) and line.keys[hit.end] in _SON:
            continue  # محمد بن عبدالله is nobody of the family Muhammad
        bearers, listed = tuple(scope.families.get(text, ())), hit.alias.family
        if text.startswith(ARTICLE) and text[len(ARTICLE) :] in scope.lexicon.sets["scopes"]:
            listed = ()  # النائب العربي: an adjective, unless the document names such a person
        if titled and text in scope.lexicon.sets["adjective_families"] and not honoured(scope, line, hit.start):
            continue  # القيادي الحوثي: of the group that is called so
        if titled and _crowned(scope, line, hit):  # الملك خالد is nobody of the family of that name
            bearers, listed = _called(scope, bearers, text), _called(scope, listed, text)
        famous = _uncalled(scope, line, hit) if not (bearers or titled) else ()
        if bearers or famous or (titled and listed):
            if not titled and not bearers and not famous and text in scope.lexicon.sets["given"]:
                continue
            if not titled and _of_a_relative(scope, line, hit.start, hit.clitics, bearers or famous):
                continue
            words = tuple(text.split())
            return Name(
                hit.start, hit.end, hit.offset, hit.clitics, words, (), bearers or (listed if titled else famous)
            )
    return None


def _crowned(scope: Scope, line: Line, hit: Hit) -> bool:
    """Say whether a given name stands alone behind a king's or prince's honorific."""
    before = scope.lexicon.honorifics.find(line, hit.start - 1) if hit.start else None
    first = hit.alias.text.split()[0]
    royal = before is not None and before.value == "royal"
    return royal and (first in scope.lexicon.sets["given"] or first == _SERVANT)


def _called(scope: Scope, people: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Keep those whose own name begins so."""
    return tuple(n for n in people if key(scope.entity(n).label_ar).startswith(text))


def _of_a_relative(scope: Scope, line: Line, start: int, clitics: tuple[str, ...], people: tuple[str, ...]) -> bool:
    """Say whether a given name that none of these people has stands right before: السعيد بوتفليقة."""
    word = line.keys[start - 1] if start and not clitics else ""
    before, lexicon = word.removeprefix(ARTICLE), scope.lexicon
    if start > 1 and word in lexicon.sets["joined_behind"] and line.keys[start - 2].endswith(_SERVANT):
        names = {w for person in people for w in key(scope.entity(person).label_ar).split()}
        return word not in names and _SERVANT + word not in names
    if before not in lexicon.sets["given"]:
        return _otherwise_called(scope, line, start, people) if word else False
    if any(w in lexicon.verbs or w in lexicon.sets["stops"] for w in (word, before)):
        return False
    names = {key(word) for person in people for word in scope.entity(person).label_ar.split()}
    return before not in names and ARTICLE + before not in names


def _otherwise_called(scope: Scope, line: Line, start: int, people: tuple[str, ...]) -> bool:
    """Say whether what stands before a family name can only be a given name, and nobody of these is called so."""
    before, index = line.keys[start - 1], start - 1
    if not unknown(scope, line, index) or before in scope.lexicon.sets["connectors"] or scope.hits_at(line, index):
        return False
    names = {word for person in people for word in key(scope.entity(person).label_ar).split()}
    return not any(likeness(before, name) >= _ALIKE or before.startswith(name) for name in names)


def _uncalled(scope: Scope, line: Line, hit: Hit) -> tuple[str, ...]:
    """Give those whom a family name means without introduction: famous people, and officers of the document's states.

    A name that is a common word as well (مشرف, الصدر) means nobody, unless an officer of that name is the subject of
    the verb behind it, as in headlines.
    """
    text = hit.alias.text
    common = text in scope.lexicon.sets["introduced_families"]
    subject = not hit.clitics and hit.end < len(line.keys) and line.keys[hit.end] in scope.lexicon.verbs
    famous = tuple(n for n in hit.alias.family if (known := scope.known(n)) is not None and known.famous)
    if not common and famous:
        return famous
    if not subject and (common or text in scope.lexicon.sets["given"] or _is_word_too(line, hit)):
        return ()
    return tuple(n for n in hit.alias.family if _serving(scope, n))


def _is_word_too(line: Line, hit: Hit) -> bool:
    """Say whether the morphology knows the word as anything but a name."""
    if len(hit.alias.text) < _SHORTEST_FAMILY or hit.alias.text.startswith(ARTICLE):
        return True
    readings = line.tokens[hit.start].readings
    return any(r.source != "backoff" and r.pos != "noun_prop" and r.prefix == hit.offset for r in readings)


def _serving(scope: Scope, person: str) -> bool:
    """Say whether somebody leads, or speaks abroad for, a state of the document on its day."""
    day = scope.day
    return day is not None and any(
        row.role in _LEADING and row.of in scope.countries and row.covers(day, _TRUSTED)
        for row in scope.knowledge.by_person.get(person, ())
    )


def unlisted_family(scope: Scope, line: Line, index: int, first: bool) -> Name | None:
    """Find a family name of an unlisted person whom the document names in full elsewhere."""
    keys = line.keys
    if scope.family_words.isdisjoint(rests(keys[index])):
        return None
    for variant in variants(keys[index]):
        if variant.clitics and not first:
            continue
        word = keys[index][variant.offset :]
        if word not in scope.family_words:
            continue
        if variant.definite and not word.startswith(ARTICLE):
            continue
        for length in (3, 2, 1):
            text = " ".join((word, *keys[index + 1 : index + length]))
            if text in scope.lexicon.sets["stops"] or text in scope.lexicon.verbs:
                continue
            if len(text) < _SHORTEST and (variant.clitics or text in scope.lexicon.sets["eastern_words"]):
                continue  # وو, but not ري
            bearers = scope.families.get(text)
            fathered = text in scope.lexicon.sets["given"] and line.keys[index + length : index + length + 1] != ()
            if fathered and line.keys[index + length] in _SON:
                continue
            if bearers and _of_a_relative(scope, line, index, variant.clitics, tuple(bearers)):
                continue
            if bearers and index + length <= len(keys):
                clitics = variant.clitics
                return Name(index, index + length, variant.offset, clitics, tuple(text.split()), (), tuple(bearers))
        if variant.definite:
            continue
    return None
