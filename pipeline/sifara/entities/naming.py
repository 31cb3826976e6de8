"""What both kinds of titles look for behind them: a country, honorifics, the name."""

from __future__ import annotations

from sifara.entities.chunks import Name, Part
from sifara.entities.closing import quoted_name
from sifara.entities.gazetteer import Hit
from sifara.entities.names import find_name, name_follows, people_of, unlisted_family
from sifara.entities.namewords import is_word, plain_word, unknown
from sifara.entities.nations import nation
from sifara.entities.scope import Scope
from sifara.entities.words import ARTICLE, Line

_NISBA = ("\u064a", "\u064a\u0647")
_SONS = ("\u0628\u0646", "\u0628\u0646\u062a")
_SHORTEST = 3  # letters: آل is no adjective
_BRACKETED = 6  # words
_WAW = "\u0648"
_QUOTES, _TWO = frozenset("\"\u00ab\u201c"), 2  # words
_COMMAS = ("\u060c", ",")
_CLOSING = frozenset('\u060c,.)-\u2013\u00bb"\u201d')
_COMMA = frozenset('\u060c,(-\u2013\u0640:\u00ab"\u201c/')


def country_at(scope: Scope, line: Line, index: int, clitics: bool) -> Part | None:
    """Find a country (or an organisation of states) named at a token, also by its adjective."""
    part = nation(scope, line, index, clitics=clitics, strong=True)
    return (
        part
        if part is not None and scope.entity(part.entities[0]).type in ("Country", "IntergovernmentalOrganization")
        else None
    )


def honorifics(scope: Scope, line: Line, position: int) -> int:
    """Step over honorifics and give the token behind them."""
    while position < len(line.keys):
        match = scope.lexicon.honorifics.find(line, position, clitics=False)
        if match is None:
            break
        position = match.end
        if position < len(line.keys) and line.keys[position] == "." and len(line.keys[position - 1]) <= 2:
            position += 1
        position += _adjective(scope, line, position)
    return position


def _adjective(scope: Scope, line: Line, index: int) -> bool:
    """Say whether an adjective stands between an honorific and a given name: الناشط المدني جلال."""
    keys, given = line.keys, scope.lexicon.sets["given"]
    if index + 1 >= len(keys) or not (scope.definite(keys[index]) and keys[index].endswith(_NISBA)):
        return False
    known = any(r.pos == "adj" and r.source == "domain" for r in line.tokens[index].readings)
    return known and keys[index + 1] in given and keys[index] not in given and not scope.hits_at(line, index)


def _describing(scope: Scope, line: Line, index: int) -> bool:
    """Say whether a definite word before a name belongs to the title: رئيس الوزراء [المنصرف] إيهود باراك."""
    keys, given = line.keys, scope.lexicon.sets["given"]
    if index + 1 >= len(keys) or not scope.definite(keys[index]) or keys[index] in given:
        return False
    if keys[index] in scope.families or any(_person(scope, hit) for hit in scope.hits_at(line, index)):
        return False
    if len(keys[index]) <= _SHORTEST or keys[index][len(ARTICLE) :] in given or keys[index + 1] in _SONS:
        return False
    name = any(r.pos == "noun_prop" for r in line.tokens[index].readings) and not keys[index].endswith(_NISBA)
    ranked = scope.lexicon.honorifics.find(line, index + 1, clitics=False) is not None  # مدير المراسم الشيخ خالد
    if name and not ranked and scope.lexicon.modifiers.find(line, index) is None:
        return False  # الخضر محمد السعيدي
    return name_follows(scope, line, index + 1)


def _person(scope: Scope, hit: Hit) -> bool:
    return bool(hit.alias.family) or bool(people_of(scope, hit))


def _joined(scope: Scope, word: str) -> bool:
    """Say whether و stands before a given name: زعيم القاعدة السابق، ويوسف القرضاوي."""
    given = scope.lexicon.sets["given"]
    return word.startswith(_WAW) and word[1:] in given and word not in given


def _fathered(name: Name) -> bool:
    """Say whether a name tells of a father: الأمير سلطان بن سلمان is no Prince Sultan known by that alone."""
    return any(word in _SONS for word in name.words)


def _between_commas(scope: Scope, line: Line, start: int) -> Name | None:
    """Read a given name with one or two words and a comma behind: وزير الداخلية، محمد حصاد، إلى."""
    keys, lexicon = line.keys, scope.lexicon
    if start >= len(keys) or keys[start] in lexicon.sets["stops"] or _joined(scope, keys[start]):
        return None
    given = keys[start] in lexicon.sets["given"]
    for end in (start + 2, start + 3):
        if end < len(keys) and keys[end] in _COMMAS and not _ones_own(line, end - 1):
            sure = given or any(unknown(scope, line, i) or keys[i] in lexicon.sets["given"] for i in range(start, end))
            foreign = not given and unknown(scope, line, start) and not keys[start].startswith(ARTICLE)
            if not given and not (sure and (foreign or all(plain_word(scope, line, i) for i in range(start, end)))):
                continue
            words = keys[start + 1 : end]
            plain = all(is_word(w) and w not in lexicon.sets["stops"] and w not in lexicon.verbs for w in words)
            other = any(
                (lexicon.nisbas.find(line, i) is not None and (given or i == start))
                or lexicon.heads.find(line, i) is not None
                for i in range(start, end)
            )
            if plain and not other and not any(w.startswith(ARTICLE) for w in words if foreign):
                return Name(start, end, 0, (), keys[start:end])
    return None


def _ones_own(line: Line, index: int) -> bool:
    """Say whether a word is a noun with the pronoun of a third person, and no name: ليو فارادكار [استقالته]."""
    readings = [r for r in line.tokens[index].readings if r.source != "backoff"]
    own = any(r.pos == "noun" and r.pronoun[:1] == "3" and r.source == "domain" for r in readings)
    return own and all(r.pos != "noun_prop" for r in readings)


def _joins(scope: Scope, line: Line, name: Name) -> bool:
    """Say whether what seems an unlisted name begins with "and": before a given name, or before a known word."""
    word = line.keys[name.start]
    given = scope.lexicon.sets["given"]
    if name.full or name.family or word[0] != _WAW or word in given:
        return False
    known = [r for r in line.tokens[name.start].readings if r.source != "backoff"]
    return word[1:] in given or (bool(known) and all(r.conj and r.pos != "noun_prop" for r in known))  # وإعفاء فلان


def name_behind(scope: Scope, line: Line, position: int, honoured: bool) -> Name | None:
    """Find the name behind a title, over honorifics, and over a comma or bracket if it is surely a name."""
    if position and line.keys[position - 1] in scope.lexicon.sets["offices_of"]:
        return None
    after = honorifics(scope, line, position)
    if after == position and _describing(scope, line, after):
        after = honorifics(scope, line, after + 1)
    after += after == position and honoured and _adjective(scope, line, after)
    name = (
        find_name(scope, line, after, titled=True, first=False) or unlisted_family(scope, line, after, first=False)
        if after < len(line.keys)
        else None
    )
    so_called = after > position and any(hit.alias.family and not hit.clitics for hit in scope.hits_at(line, position))
    if so_called and (name is None or not (name.full or name.family or _fathered(name))):
        called = find_name(scope, line, position, titled=True, first=False)  # King Abdullah, of two of them
        name = called if called is not None and (name is None or called.end > after) else name
    if name is not None:
        return name if not _joins(scope, line, name) else None
    quoted = quoted_name(scope, line, after + (line.keys[after : after + 1] in (("\u060c",), (",",))))
    if quoted is not None:
        listed = find_name(scope, line, quoted.start, titled=True, first=False)
        return listed if listed is not None and listed.end >= quoted.end else quoted
    if after < len(line.keys) and line.keys[after] in _COMMA:
        second = honorifics(scope, line, after + 1)
        name = find_name(scope, line, second, titled=True, first=False)
        over = _over_bracket(line, after)
        if over > after and (name is None or (name.end == over - 1 and len(name.words) == 1)):
            behind = name_behind(scope, line, over, honoured)  # الرئيس (حميد) كرزاي
            if behind is not None or name is None:
                return behind
        closed = _between_commas(scope, line, second) if line.keys[after] in _COMMAS else None
        if closed is not None and (name is None or (not name.full and name.end < closed.end)):
            return closed
        if name is not None and _joins(scope, line, name):
            return None
        if name is None and second < len(line.keys):
            name = unlisted_family(scope, line, second, first=False)
        if name is None:
            return None
        given = name.words[0] in scope.lexicon.sets["given"] and (
            name.words[0] not in scope.lexicon.sets["common_given"] or unknown(scope, line, name.start + 1)
        )
        if name.full or second > after + 1 or (given and len(name.words) > 1):
            return name
        closes = name.end < len(line.keys) and line.keys[name.end] in _CLOSING | _QUOTES
        closes = closes or (len(name.words) > _TWO and given and name.words[0] not in scope.lexicon.sets["stops"])
        closes = closes and not (name.words[0].startswith(ARTICLE) and line.keys[after] not in _COMMAS)
        if closes and len(name.words) > 1:
            return name
    return None


def _over_bracket(line: Line, index: int) -> int:
    """Give the token behind a bracket of a few words, such as years in office; ``index`` itself for none."""
    for end in range(index + 1, min(index + _BRACKETED, len(line.keys))) if line.keys[index] == "(" else ():
        if line.keys[end] == ")":
            return end + 1
    return index
