"""Which words can be part of a personal name that no table has."""

from __future__ import annotations

from sifara.document import Reading
from sifara.entities.opaque import common_noun, named_thing, opaque
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line, indefinite

_MADDA = "\u0622"
_WAW, _YA = "\u0648", "\u064a"
_BA, _LA, _KA, _FA = "\u0628", "\u0644", "\u0643", "\u0641"
_MERGED = (
    *tuple(a + b for a in (_WAW, _BA, _KA, _FA) for b in (ARTICLE,)),
    _LA + _LA,
    _WAW + _LA + _LA,
    _WAW + _BA + ARTICLE,
)
_SON = frozenset({"\u0628\u0646", "\u0627\u0628\u0646", "\u0628\u0646\u062a"})  # بن ابن بنت
_SERVANT = "\u0639\u0628\u062f"  # عبد
_LEAST = 3  # letters
_TA = "\u0647"  # ta marbuta, folded
_HADRAMI = "\u0628\u0627"  # با
_GOD = "\u0627\u0644\u0644\u0647"  # الله
_PARTICLE = 2  # letters: آن without its madda is إن
_SHORT, _LONG = 4, 5  # letters
_STOPPING = frozenset({"verb", "prep", "conj", "part", "pron", "pron_dem", "pron_rel", "digit", "punc"})


def is_word(word: str) -> bool:
    """Say whether a key is an Arabic word (no number, mark or Latin word)."""
    return bool(word) and "\u0621" <= word[0] <= "\u064a"


def unknown(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word can only be a name: the morphology knows it as nothing else, and so do the lists."""
    if index >= len(line.keys):
        return False
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) < _LEAST or word in lexicon.sets["stops"] or word in lexicon.verbs:
        return False
    if any(r.source != "backoff" and r.pos != "noun_prop" for r in line.tokens[index].readings):
        return False
    return not lexicon.common(line, index)


def plain_word(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word can be a name between a verb of saying and a title, or commas, whatever else it means."""
    if index >= len(line.keys):
        return False
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) < _LEAST or word.startswith(ARTICLE) or scope.hits_at(line, index):
        return False
    if word in lexicon.sets["stops"] or word in lexicon.verbs:
        return False
    if lexicon.common(line, index):
        return False
    readings = line.tokens[index].readings
    return not any(r.pos not in ("noun", "noun_prop", "adj") or r.conj or r.prep or r.pronoun for r in readings)


def name_like(scope: Scope, line: Line, index: int, position: int) -> bool:
    """Say whether the token can be word number ``position`` of an unlisted name."""
    if index >= len(line.keys):
        return False
    word, lexicon = line.keys[index], scope.lexicon
    if not is_word(word) or len(word) < 2:
        return False
    given = word in lexicon.sets["given"]
    if position and word in lexicon.sets["blessings"] and line.keys[index + 1 : index + 2] == (_GOD,):
        return False  # محمد المكتوم بارك الله
    if given and word in lexicon.sets["stops"]:
        final = scope.final_ya and word.endswith(_YA)  # الملك على
        dotted = final and line.tokens[index].text[-1] == _YA
        called = len(word) > _PARTICLE and honoured(scope, line, index) and dotted == final
        following = _named_behind(scope, line, index + 1) or (scope.maqsura and _foreign_behind(scope, line, index + 1))
        dotted = dotted and (position > 0 or following)
        housed = position == 0 and len(word) > _PARTICLE and _house_behind(scope, line, index + 1)
        behind = position == 1 and bool(lexicon.heads.find(line, index)) and _first_name(scope, line.keys[index - 1])
        given = dotted or housed or behind or (position == 0 and (line.tokens[index].text[0] == _MADDA or called))
    if given:
        noun = position > 1 and word in lexicon.sets["common_given"] and _closed(scope, line, index - 1)  # الشابي ضيف
        return position == 0 or not (noun or _begins_title(scope, line, index))
    if word in lexicon.sets["stops"] or word in lexicon.verbs:
        return False
    behind = position > 0 and any(line.keys[index - 1] in lexicon.sets[name] for name in ("given", "joined_behind"))
    withal = behind and word in lexicon.sets["with_names"]  # علي بالحاج
    if withal or (position and common_noun(line.tokens[index], word)):
        return withal
    if word == _WAW + _SERVANT:
        return False  # ياسر الزناكي وعبد اللطيف المنوني are two
    defined = position == 0 and word.startswith(ARTICLE)
    known = defined and any(r.source == "domain" for r in line.tokens[index].readings)
    known = known and line.keys[index + 1 : index + 2] != () and line.keys[index + 1] not in lexicon.sets["given"]
    if known or (position == 0 and word in lexicon.sets["venues"]):
        return False  # الزعماء العرب, مدير مستشفى كذا
    if word in lexicon.sets["inside"] and position > 0:
        return name_like(scope, line, index + 1, position + 1)
    merged = word.startswith(_MERGED) and not (position and _whole(scope, line, index))
    if merged or lexicon.heads.find(line, index) or lexicon.honorifics.find(line, index):
        return False
    nisba = lexicon.nisbas.find(line, index)
    if nisba is not None:
        named = nisba.definite and nisba.end == index + 1 and word[len(ARTICLE) :] in lexicon.sets["nisba_names"]
        return named and behind
    if lexicon.modifiers.find(line, index) or lexicon.places.find(line, index) or lexicon.ministries.find(line, index):
        return False
    if (
        lexicon.anaphors.find(line, index)
        or lexicon.patterns.find(line, index)
        or lexicon.collectives.find(line, index)
    ):
        return False
    whole = any(r.pos == "noun_prop" and not r.prefix and r.source != "backoff" for r in line.tokens[index].readings)
    named = whole
    if position and word[0] == _FA and _opaque_behind_fa(scope, line, index):
        whole = True  # a name: no clause begins in the middle of one
    if position and all(r.source == "backoff" for r in line.tokens[index].readings):
        whole = whole or (word[0] not in (_WAW, _FA) and line.keys[index - 1] in lexicon.sets["given"])
    if word[0] in (_WAW, _FA) and len(word) > 2 and not whole:
        rest = word[1:]
        if rest in lexicon.sets["stops"] or rest in lexicon.verbs:
            return False  # فإن, وحض
        if (
            (position > 1 and word[0] == _WAW)
            or rest.startswith((ARTICLE, _LA + _LA))
            or not opaque(scope, line, rest)
        ):
            return False
    if position == 1 and word[0] in (_BA, _KA) and _first_name(scope, line.keys[index - 1]):
        whole = whole or not any(r.source == "domain" for r in line.tokens[index].readings)  # روجر برايس
    strange = position == 1 and word[0] in (_BA, _KA) and whole
    if position and len(word) >= _SHORT and unknown(scope, line, index - 1):
        strange = strange or all(r.source != "domain" and r.pos == "verb" for r in line.tokens[index].readings)  # سيكو
    if position and word.startswith(_HADRAMI) and len(word) >= _LONG:
        whole = whole or line.keys[index - 1] in lexicon.sets["given"]  # بدر باسلمه
    if not position and word[0] == _LA and not whole and _for(line.tokens[index].readings):
        return False  # لكرة القدم
    foreign = position > 0 and word[0] != _LA and word[1:] in lexicon.sets["given"]  # محمد بشيري
    foreign = foreign and word[1:] not in lexicon.sets["arabic_given"]
    if word[0] in (_BA, _LA, _KA) and not (whole or foreign) and not opaque(scope, line, word[1:]):
        return False
    if any(named_thing(scope, hit) for hit in scope.hits_at(line, index)):
        return False
    if position and house(scope, line, index):
        return True
    if word.startswith(_SERVANT + ARTICLE):
        return True
    verbs = [r for r in line.tokens[index].readings if r.pos == "verb"] if position else []
    told = [r for r in verbs if r.source == "domain" and r.pronoun and not _us(r.pronoun)]
    if told or (verbs and len(word) < _LEAST):
        return False  # مدني حضره عدد, شيراك شذ
    readings = [
        r for r in line.tokens[index].readings if r.source != "backoff" and not (_us(r.pronoun) or _us(r.person))
    ]
    if position > 1 and not whole and indefinite(line, index):
        return False  # أمادو ديالو حاملا
    if position and any(r.prep and r.source == "domain" for r in readings):
        return False  # بمكتبه
    if position and len(word) >= _LONG and not word.startswith(ARTICLE) and _plain_word(readings):
        return False  # تطورات
    readings = [r for r in readings if r.conj != "fa"]  # فيسنا is a name here, no "and so he …"
    own = any(r.source == "domain" for r in readings)
    if own and not whole and all(r.pronoun or r.prep for r in readings):
        return False  # رأيه, لتوبيخهم
    noun = bool(readings) and (not named or _plain_too(readings)) and not word.startswith(ARTICLE)
    if position > 1 and noun and _closed(scope, line, index - 1):
        return False  # حمد بن محمد الضويلع مجمع
    own = any(r.source == "domain" and r.pos == "noun" for r in readings)
    feminine = position > 0 and word.endswith(_TA) and (own or not word.startswith(ARTICLE)) and not whole
    plain = bool(readings) and all(r.pos in ("noun", "adj") for r in readings)
    joined = position > 0 and line.keys[index - 1] in lexicon.sets["connectors"]
    definite = position > 1 and word.startswith(ARTICLE) and line.keys[index - 1] not in lexicon.sets["given"]
    definite = definite or (
        position == 1 and word.startswith(ARTICLE) and line.keys[index - 1] in lexicon.sets["western_given"]
    )
    own = own or any(r.source == "domain" and r.pos == "adj" for r in readings)
    if definite and own and not whole:
        return False  # جوزيف كابيلا الحكم, سالوبيك الخاطفين
    if any(r.pos == "prep" and r.source == "domain" and not r.prefix for r in readings):
        return False  # عنه
    if feminine and plain and not joined and not _first_name(scope, line.keys[index - 1]):
        return False  # حفاوة مميزة
    if behind and word.endswith(_YA):
        readings = [r for r in readings if r.pos not in ("noun", "adj")]
    if position and word.startswith(ARTICLE) and index > 1 and line.keys[index - 2] in _SON:
        readings = [r for r in readings if r.pos not in ("noun", "adj")]
    if position == 1 and word.startswith(ARTICLE) and not whole and _agreeing(word, readings):
        return False  # الرئيس عباس [المقررة]
    if position == 1 and word.startswith(ARTICLE) and _first_name(scope, line.keys[index - 1]):
        readings = [r for r in readings if r.pos != "adj"]  # سعود المعجب
    return (
        not readings
        or strange
        or any(r.pos == "noun_prop" for r in readings)
        or not ((position < 2 and indefinite(line, index)) or all(_speaks(r.pos, r.source) for r in readings))
    )


def _whole(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word that looks like clitics and the article is a name: فالدهايم, ألفريد كاليزا."""
    if line.keys[index][0] == _FA:
        return _opaque_behind_fa(scope, line, index)
    readings = line.tokens[index].readings
    return _first_name(scope, line.keys[index - 1]) and all(r.source == "backoff" for r in readings)


def _opaque_behind_fa(scope: Scope, line: Line, index: int) -> bool:
    """Say whether no clause can begin with the ف of a word: فيسنا, فالدهايم, but not فإن, فالحديث."""
    rest, lexicon = line.keys[index][1:], scope.lexicon
    if rest in lexicon.verbs or rest in lexicon.sets["stops"] or rest in lexicon.sets["given"]:
        return False  # أوباما فغالب دول الخليج
    return not rest.startswith(ARTICLE) or all(r.source == "backoff" for r in line.tokens[index].readings)


def _closed(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a word with the article is a family name, behind which only names can go on."""
    names = (scope.lexicon.sets[name] for name in ("given", "joined_behind", "inside"))
    return line.keys[index].startswith(ARTICLE) and not any(line.keys[index] in some for some in names)


def house(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a given name with the article, as families have it, stands behind another: محمد الخالد [الصباح]."""
    word, given = line.keys[index], scope.lexicon.sets["given"]
    if not index or not word.startswith(ARTICLE) or word[len(ARTICLE) :] not in given:
        return False
    if line.keys[index - 1].removeprefix(ARTICLE) in given:
        return True
    named = any(r.pos == "noun_prop" and not r.prefix for r in line.tokens[index - 1].readings)
    return named and index > 1 and line.keys[index - 2] in given  # علي جراح الصباح


def _for(readings: tuple[Reading, ...]) -> bool:
    """Say whether ل stands before a noun that the domain's own morphology knows, and the whole is no name."""
    known = "domain", "broad"
    own = any(r.prep == "li" and r.pos == "noun" and r.source in known[: 1 + (len(r.lemma) > _LEAST)] for r in readings)
    return own and not any(r.pos == "noun_prop" and not r.prefix and r.source != "backoff" for r in readings)


def _named_behind(scope: Scope, line: Line, index: int) -> bool:
    """Say whether the word behind a given name that is a particle as well can only be a name."""
    return index < len(line.keys) and (line.keys[index] in scope.lexicon.sets["given"] or unknown(scope, line, index))


def _foreign_behind(scope: Scope, line: Line, index: int) -> bool:
    """Say whether the domain's own morphology does not know the word behind a given name that is a particle too."""
    word, sets = line.keys[index] if index < len(line.keys) else "", scope.lexicon.sets
    if not is_word(word) or len(word) < _LEAST or word in sets["stops"] or word in scope.lexicon.verbs:
        return False
    return all(r.source != "domain" or r.pos == "noun_prop" for r in line.tokens[index].readings)


def _house_behind(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a family name that means nothing else stands behind a word: صباح الرافعي."""
    word = line.keys[index] if index < len(line.keys) else ""
    return word.startswith(ARTICLE) and word.endswith(_YA) and unknown(scope, line, index)


def _first_name(scope: Scope, word: str) -> bool:
    """Say whether a word can be nothing but a given name."""
    return word in scope.lexicon.sets["given"] and word not in scope.lexicon.sets["common_given"]


def _agreeing(word: str, readings: list[Reading]) -> bool:
    """Say whether a definite word is the feminine of an adjective that the domain's morphology knows."""
    own = [r.pos for r in readings if r.source == "domain"]
    return word.endswith(_TA) and bool(own) and all(pos == "adj" for pos in own)


def _plain_too(readings: list[Reading]) -> bool:
    """Say whether a word that may be a name is an adjective that the domain's own morphology knows: مشرف."""
    return any(r.source == "domain" and r.pos == "adj" for r in readings)


def _plain_word(readings: list[Reading]) -> bool:
    """Say whether the domain's own morphology knows a word, and not as a name."""
    own = [r.pos for r in readings if r.source == "domain" and not r.pronoun and r.number != "d"]
    return "noun" in own and "noun_prop" not in own


def _begins_title(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a given name that is a head of titles as well (أمير, مساعد) begins a title here."""
    from sifara.entities.titles import find_title

    title = find_title(scope, line, index, first=False)
    return title is not None and (not title.bare or title.end - title.start > 1)


def _us(person: str) -> bool:
    """First and second persons are rare in news; a word that could be one is more likely a name."""
    return person[:1] in ("1", "2")


def _speaks(pos: str, source: str) -> bool:
    return pos in _STOPPING or source == "domain"


def honoured(scope: Scope, line: Line, index: int) -> bool:
    """Say whether an honorific stands right before a token."""
    return index > 0 and scope.lexicon.honorifics.find(line, index - 1) is not None
