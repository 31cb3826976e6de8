"""Personal names that no table has and no title introduces: by their words, or by what stands around them."""

from __future__ import annotations

from sifara.document import Reading
from sifara.entities.chunks import Chunk, Name
from sifara.entities.closing import closed_name
from sifara.entities.eastern import eastern
from sifara.entities.gazetteer import Hit
from sifara.entities.headlines import headline_name
from sifara.entities.initials import spelled
from sifara.entities.names import find_name
from sifara.entities.namewords import is_word, name_like, plain_word, unknown
from sifara.entities.opaque import opaque
from sifara.entities.posts import find_post
from sifara.entities.runs import extend, sequence
from sifara.entities.scope import Scope
from sifara.entities.titles import find_title
from sifara.entities.words import ARTICLE, Line, key, rests, stems, variants

_SERVANT = "\u0639\u0628\u062f"  # عبد
_SON = ("\u0628\u0646", "\u0628\u0646\u062a", "\u0648\u0644\u062f", "\u0645\u0646\u062a")  # بن, بنت, ولد, منت
_SONS = tuple((word,) for word in _SON)
_PROCLITICS = ((), ("wa",), ("li",), ("bi",), ("fa",))
_LONGEST = 4  # words
_LEAST = 4  # letters
_REACH = 7  # words from a verb of saying to the name of who speaks
_YA, _PARTICLES = "\u064a", "\u0648\u0641\u0628\u0644\u0643"
_SPEECH = frozenset(':"\u00ab\u201c')
_MOTHER = "\u0627\u0645"  # أم
_ADJECTIVE, _LI = "\u064a\u0647", "\u0644"
_PLURAL, _MADDA = "\u0627\u062a", "\u0622"
_COMMA = frozenset('\u060c,(-\u2013\u0640:\u00ab"\u201c/')


def _has_father(scope: Scope, line: Line, index: int, stem: str, said: bool) -> bool:
    """Say whether بن stands behind a word that can be a given name, or behind عبد and what belongs to it."""
    keys = line.keys
    common = stem in scope.lexicon.sets["common_given"] or stem not in scope.lexicon.sets["given"]
    if common and any(hit.alias.family for hit in scope.hits_at(line, index + 1)):
        return False  # شاهد [بن لادن]
    if stem == _SERVANT:
        joined = scope.lexicon.sets["joined_behind"]
        return keys[index + 1 : index + 2] != () and keys[index + 1] in joined and keys[index + 2 : index + 3] in _SONS
    given = stem in scope.lexicon.sets["arabic_given"]
    called = len(keys[index]) > len(stem) >= _LEAST and given  # لسهام بن فلان
    if common and not (said or given) and _plain_noun(line.tokens[index].readings):
        return False  # غياب بن فلان
    return keys[index + 1 : index + 2] in _SONS and (called or name_like(scope, line, index, 0))


def _plain_noun(readings: tuple[Reading, ...]) -> bool:
    """Say whether the domain's own morphology knows a word as a noun, and none as a name."""
    own = any(r.source == "domain" and r.pos == "noun" and not r.pronoun for r in readings)
    return own and all(r.pos != "noun_prop" for r in readings)


def find_unseen(scope: Scope, line: Line, index: int, joined: bool = False) -> Chunk | None:
    """Read a name that no table has, without a title: a given name with more behind it, or behind a verb of saying.

    ``joined`` says that a person's full name ends right before, so that و joins another: ماكس جولدي ورشيد حمداني.
    """
    lexicon, given, venues = scope.lexicon, scope.lexicon.sets["given"], scope.lexicon.sets["venues"]
    word = line.keys[index]
    before = line.keys[index - 1] if index else ""
    if not venues.isdisjoint(stems(before)) or (joined and word in lexicon.sets["guests"]):
        return None
    said = not lexicon.sets["saying"].isdisjoint(rests(before))
    rows = (eastern(scope, line, index, said), "eastern name"), (_kunya(scope, line, index, said), "kunya")
    for end, rule in (*rows, (spelled(scope, line, index) if said else index, "initials")):
        if end > index:
            name = Name(index, end, 0, (), line.keys[index:end])
            return Chunk(line, index, end, 0, (), "name", "Person", name=name, rule=rule)
    end = headline_name(scope, line) if index == 0 else 0
    if end:
        return Chunk(line, 0, end, 0, (), "name", "Person", name=Name(0, end, 0, (), line.keys[:end]), rule="headline")
    following = line.keys[index + 1] if index + 1 < len(line.keys) else ""
    fathered = following in _SON or (following in lexicon.sets["joined_behind"] and word.endswith(_SERVANT))
    for variant in variants(word) if fathered or not given.isdisjoint(rests(word)) else ():
        stem = word[variant.offset :]
        if variant.definite or not (fathered or stem in given) or variant.clitics not in _PROCLITICS:
            continue
        son = not word.startswith(ARTICLE) or unknown(scope, line, index)
        son = son and _has_father(scope, line, index, stem, said)
        servant = stem == _SERVANT and following in lexicon.sets["joined_behind"]
        if stem not in lexicon.sets["given"] and not servant and not (son and not variant.clitics):
            continue
        if stem in lexicon.sets["blessings"] and following in lexicon.sets["faiths"]:
            continue
        called = not variant.clitics and line.tokens[index].text[-1] == _YA and name_like(scope, line, index, 0)
        particle = stem in lexicon.sets["stops"] and not called  # علي, but not على
        if particle or (variant.clitics and not servant and _means(line, index, variant.offset)):
            continue
        if variant.clitics == ("fa",) and stem not in lexicon.sets["arabic_given"] and unknown(scope, line, index):
            continue  # فاجيت
        common = stem in lexicon.sets["common_given"] and not (said and not variant.clitics) and not son
        common = common and not (variant.clitics in _PROCLITICS[:2] and _family_behind(scope, line, index))
        common = common and following != "-" and not (joined and variant.clitics == ("wa",))
        if variant.clitics:
            if word in lexicon.sets["given"] or index + 1 >= len(line.keys):
                continue
            end = extend(scope, line, index + 1 + servant)
            last = end + _LONGEST - 1
            while end < min(last, len(line.keys)) and name_like(scope, line, end, end - index):
                end += 1
            end = extend(scope, line, end)
        else:
            end = sequence(scope, line, index)
        if end - index < 2 + servant:
            continue
        if common and not (_titled(scope, line, end) or _heads(line, index, end) or _speaks(scope, line, index, end)):
            continue
        if stem in lexicon.sets["stops"]:
            end = max(end, _telling(scope, line, index, said)[0])  # علي أصغر سلطانية مندوب إيران
        words = (stem, *line.keys[index + 1 : end])
        name = Name(index, end, variant.offset, variant.clitics, words)
        return Chunk(line, index, end, variant.offset, variant.clitics, "name", "Person", name=name, rule="given name")
    end, rule = _telling(scope, line, index, said)
    if end > index:
        name = Name(index, end, 0, (), line.keys[index:end])
        return Chunk(line, index, end, 0, (), "name", "Person", name=name, rule=rule)
    return None


def _telling(scope: Scope, line: Line, index: int, said: bool) -> tuple[int, str]:
    """Find a name by what stands around it: a title behind it, or the family name of somebody well known.

    Gives the token behind the name (``index`` itself for none) and the rule.
    """
    if line.keys[index].startswith(ARTICLE) and line.tokens[index].text[0] != _MADDA:
        return index, ""
    small = line.keys[index] in scope.lexicon.sets["particles"]
    if small and unknown(scope, line, index + 1) and _titled(scope, line, index + 2):
        return index + 2, "foreign name"  # دي مايو، نائب رئيس الوزراء
    foreign = unknown(scope, line, index)
    if foreign or (said and name_like(scope, line, index, 0)):
        end = sequence(scope, line, index)
        given = scope.lexicon.sets["given"]
        surely = foreign and any(unknown(scope, line, i) or line.keys[i] in given for i in range(index + 1, end))
        surely_two = surely and _foreign(scope, line, index, end)
        sign = surely_two and said and not _medium(line, end)
        sign = sign or (surely_two and (_aged(line, end) or _stranger(scope, line, index)))
        if end == index + 1 and foreign and _any_word(scope, line, end) and _titled(scope, line, end + 1):
            return end + 1, "foreign name"  # تيان تشي السفير الصيني
        if end - index >= 2 and (sign or ((said or surely) and _titled(scope, line, end))):
            return end, "said name" if said else "foreign name"
        if said and end - index == 2 and plain_word(scope, line, end) and _titled(scope, line, end + 1):
            return end + 1, "said name"  # علي أصغر سلطانية مندوب إيران
    if said and not any(hit.alias.full for hit in scope.hits_at(line, index)):
        given = scope.lexicon.sets["given"]
        end = closed_name(scope, line, index)
        if end > index and all(_strange(scope, line, i) or line.keys[i] in given for i in range(index, end)):
            return end, "said name"
    called = said and line.keys[index] in scope.lexicon.sets["given"] and name_like(scope, line, index, 0)
    if called and plain_word(scope, line, index + 1) and _quoted(scope, line, index + 2):
        return index + 2, "said name"  # قال محمد حصاد إن
    if said:
        for end in (index + 2, index + 3):
            if all(plain_word(scope, line, i) for i in range(index, end)) and _titled(scope, line, end):
                return end, "said name"
    for hit in scope.hits_at(line, index + 1) if foreign and not scope.hits_at(line, index) else ():
        known = (scope.known(name) for name in hit.alias.family)
        famous = any(one is not None and one.famous for one in known) or hit.alias.text in scope.families
        famous = famous and not line.keys[index].endswith(_PLURAL)  # طروحات ليبرمان
        if famous and not hit.clitics and not hit.alias.full and not _word(scope, hit) and _others(scope, line, index):
            return hit.end, "family of others"
    return index, ""


def _family_behind(scope: Scope, line: Line, index: int) -> bool:
    """Say whether what can only be a family name stands behind a given name that is a word too: مختار الرحبي.

    Of نور الدين, عز الدين the same holds for the third word.
    """
    keys, houses = line.keys, scope.lexicon.sets["faiths"]
    if keys[index + 1 : index + 2] and keys[index + 1] in scope.lexicon.sets["fathers"]:
        return keys[index + 2 : index + 3] != () and keys[index + 2] in scope.lexicon.sets["given"]  # منى أبو سليمان
    end = index + 1 + (keys[index + 1 : index + 2] != () and keys[index + 1] in houses)
    if end >= len(keys) or len(keys[end]) < _LEAST or not unknown(scope, line, end):
        return False
    if any(hit.alias.full or hit.alias.seats for hit in scope.hits_at(line, end)):
        return False
    relating = not scope.lexicon.sets["relating"].isdisjoint(rests(keys[index]))
    if keys[end].startswith(ARTICLE):
        return keys[end].endswith(_YA) or (len(keys[end]) > _LEAST + len(ARTICLE) and not relating)  # عادل الجبير
    if relating and keys[end][0] in _PARTICLES:
        return False  # خليفة بلاتر
    return keys[end][0] not in _PARTICLES or (len(keys[end]) > _LEAST and opaque(scope, line, keys[end][1:]))


def _strange(scope: Scope, line: Line, index: int) -> bool:
    """Say whether the domain's own morphology knows a word as nothing but a name."""
    if unknown(scope, line, index):
        return True
    own = any(r.source == "domain" and r.pos != "noun_prop" for r in line.tokens[index].readings)
    return not own and _any_word(scope, line, index)


def _any_word(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word between a foreign name and a title can belong to the name."""
    word, lexicon = line.keys[index : index + 1], scope.lexicon
    if not word or not is_word(word[0]) or word[0].startswith(ARTICLE) or scope.hits_at(line, index):
        return False
    return word[0] not in lexicon.sets["stops"] and word[0] not in lexicon.verbs and not lexicon.common(line, index)


def _foreign(scope: Scope, line: Line, start: int, end: int) -> bool:
    """Say whether no word of a run looks Arabic: too short, an adjective in ية, a noun behind ل."""
    words = line.keys[start:end]
    return len(words[0]) >= _LEAST and not any(w.endswith(_ADJECTIVE) or w[0] == _LI for w in words if len(w) > _LEAST)


def _speaks(scope: Scope, line: Line, index: int, end: int) -> bool:
    """Say whether a name closes what stands between a verb of saying and what is said: قال الخبير نبيل الحاج إن."""
    said = scope.lexicon.sets["saying"]
    before = line.keys[max(index - _REACH, 0) : index]
    return _quoted(scope, line, end) and any(not said.isdisjoint(rests(word)) for word in before)


def _heads(line: Line, index: int, end: int) -> bool:
    """Say whether a name opens a sentence and a colon closes it, as in headlines."""
    return index == 0 and line.keys[end : end + 1] == (":",)


def _kunya(scope: Scope, line: Line, index: int, said: bool) -> int:
    """Give the end of a name that begins with أبو or أم: ابو عماد الرفاعي (``index`` itself for none)."""
    keys, sets = line.keys, scope.lexicon.sets
    if keys[index] not in sets["fathers"] or index + 1 >= len(keys) or scope.hits_at(line, index):
        return index
    before = keys[index - 1] if index else ""
    if keys[index + 1] not in sets["given"] or before in sets["place_prepositions"] or before in sets["connectors"]:
        return index
    father = len(keys[index]) > len(_MOTHER)
    if not said and (not sets["given"].isdisjoint(rests(before)) or not father):
        return index
    end = sequence(scope, line, index + 1)
    return end if end > index + 1 else index


def _quoted(scope: Scope, line: Line, index: int) -> bool:
    """Say whether what is said begins at a token: إن, a colon, a quotation mark."""
    word = line.keys[index] if index < len(line.keys) else ""
    return word in scope.lexicon.sets["that"] or word in _SPEECH


def _aged(line: Line, end: int) -> bool:
    """Say whether an age in brackets stands behind a name: (51 عاما)."""
    behind = line.keys[end : end + 2]
    return len(behind) > 1 and behind[0] == "(" and behind[1].isdigit()


def _medium(line: Line, end: int) -> bool:
    """Say whether a Latin name in brackets, as papers and companies have, stands behind a name."""
    behind = line.keys[end : end + 2]
    return len(behind) > 1 and behind[0] == "(" and behind[1].isascii() and behind[1][0].isalpha()


def _stranger(scope: Scope, line: Line, index: int) -> bool:
    """Say whether an adjective of a country that stands for a person is right before: الكرواتي توميسلاف سالوبيك."""
    if not index:
        return False
    match = scope.lexicon.nisbas.find(line, index - 1)
    if match is None or not match.definite or match.end != index or match.value.number != "s":
        return False
    before = line.keys[index - 2] if index > 1 else ""
    noun = any(v.definite for v in variants(before)) or scope.lexicon.common(line, index - 2)
    return match.value.gender != "f" and not noun


def _word(scope: Scope, hit: Hit) -> bool:
    """Say whether a family name is a word of the language as well."""
    sets, text = scope.lexicon.sets, hit.alias.text
    return text in sets["stops"] or text in sets["introduced_families"] or text in scope.lexicon.verbs


def _others(scope: Scope, line: Line, index: int) -> bool:
    """Say whether the family name behind a word is that of nobody but whom the document calls by this word."""
    name = find_name(scope, line, index + 1, titled=False, first=False)
    own = line.keys[index]
    return name is None or all(n in scope.made and own in key(scope.entity(n).label_ar).split() for n in name.family)


def _means(line: Line, index: int, offset: int) -> bool:
    """Say whether the domain morphology knows a word with a pronoun (لدينا), or as a word of its own (بيانا)."""
    readings = [r for r in line.tokens[index].readings if r.source == "domain"]
    mine = any(r.pronoun and not r.pronoun.startswith("2") for r in readings)  # مبارك is no "your"
    return mine or any(r.prefix < offset and r.pos != "noun_prop" for r in readings)


def _titled(scope: Scope, line: Line, end: int) -> bool:
    """Say whether a title with its complement stands behind a name, over a comma too."""
    if end >= len(line.keys):
        return False
    if find_post(scope, line, end) is not None:
        return True
    title = find_title(scope, line, end + (line.keys[end] in _COMMA), first=False)
    return title is not None and title.head.number == "s" and (not title.bare or title.end - title.start > 1)
