"""The project's own lexicon as rows of a database.

The tables lie in ``sifara/lexicon/morphology``: ``affixes.yaml`` (clitics and endings), ``verbs.tsv`` (lemma, root,
pattern), ``nouns.tsv`` and ``adjectives.tsv`` (lemma, gender or feminine, plurals, part of speech) and
``function_words.tsv``. Verbs are conjugated by ``mazini``; their participles and regular masdars come with them. All
inflected forms are written out as stems, so that the database needs no rules of weak verbs: only clitics are affixes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

from sifara.text.database import STEM_DEFAULTS, Features, Rows
from sifara.text.folding import fold_word
from sifara.text.inflection import Nominal, Verbal, VerbForm, plain

_FOLDER = "lexicon/morphology"
_TABLES = ("function_words.tsv", "nouns.tsv", "adjectives.tsv", "verbs.tsv")

#: Category of a noun form -> prefixes it takes, suffixes it takes (see :mod:`sifara.text.inflection`).
NOUN_RULES = {
    "ND": (("Pc", "Pp", "Pd"), ("S0",)),
    "NB": (("Pc", "Pp", "Pd"), ("S0", "SP")),
    "NP": (("Pc", "Pp"), ("SP",)),
    "NC": (("Pc", "Pp"), ("S0", "SP")),
    "NI": (("Pc",), ("S0",)),
}
_VERB_RULES = {
    f"{kind}{objects}": (prefixes, suffixes)
    for kind, prefixes in (("VP", ("Pc",)), ("VI", ("Pc", "Ps")), ("VJ", ("Pc", "Pl")))
    for objects, suffixes in (("", ("S0", "SO")), ("0", ("S0",)), ("1", ("SO",)))
}
_NO_GENDER = {"gen": "na", "num": "na"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table, by the names of its columns."""

    table: str
    number: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def error(self, problem: str) -> ValueError:
        """Make an error that names the place."""
        return ValueError(f"lexicon/morphology/{self.table}, line {self.number}: {problem}")


def lexicon_files() -> dict[str, bytes]:
    """Read the tables, by name."""
    folder = resources.files("sifara").joinpath(_FOLDER)
    return {name: folder.joinpath(name).read_bytes() for name in ("affixes.yaml", *_TABLES)}


def read_table(name: str, content: bytes) -> list[Line]:
    """Read a table: tab-separated, ``#`` begins a comment line, the first other line names the columns.

    Raises:
        ValueError: a line has not as many columns as the first.
    """
    columns: list[str] = []
    lines = []
    for number, text in enumerate(content.decode("utf-8").split("\n"), 1):
        text = text.rstrip("\r")
        if not text.strip() or text.startswith("#"):
            continue
        values = text.split("\t")
        if not columns:
            columns = values
            continue
        values += [""] * (len(columns) - len(values))
        line = Line(name, number, dict(zip(columns, values, strict=False)))
        if len(values) != len(columns):
            raise line.error(f"{len(values)} columns, expected {len(columns)}: {', '.join(columns)}")
        lines.append(line)
    return lines


class _Builder:
    def __init__(self, affixes: dict[str, Any]) -> None:
        self.affixes = affixes
        self.rows = Rows()
        self.nominal = Nominal(affixes)
        self.verbal = Verbal(affixes)
        self._seen: set[tuple[str, str, tuple[str, ...]]] = set()

    # Clitics

    def clitics(self) -> None:
        affixes = self.affixes
        nothing = {"form": "", "value": ""}
        for conjunction in (nothing, *affixes["conjunctions"]):
            self._prefix("Pc", conjunction)
            self._prefix("Ps", conjunction, affixes["future"])
            self._prefix("Pl", conjunction, affixes["subjunctive"])
            self._prefix("Pd", conjunction, nothing, affixes["article"]["form"])
            for preposition in affixes["prepositions"]:
                self._prefix("Pp", conjunction, preposition)
                article = affixes["article"]["form"]
                if fold_word(preposition["form"]) == affixes["lam"]:
                    article = affixes["article_after_li"]
                    # With a noun that begins with lam the article is not written at all (للّيل -> لليل).
                    self._prefix("PL", conjunction, preposition, "", definite=True)
                self._prefix("Pd", conjunction, preposition, article)
        self.rows.suffixes.append(("", "S0", {}))
        for category, name, kind in (
            ("SP", "possessives", "poss"),
            ("SO", "objects", "dobj"),
            ("SF", "particle_pronouns", "pron"),
        ):
            for form, pronoun in affixes[name].items():
                features = {"diac": form, "enc0": f"{pronoun}_{kind}", "d3tok": f"_+{form}"}
                self.rows.suffixes.append((fold_word(form), category, features))
        for prefix in ("Pc", "Pp", "Ps", "Pl"):
            self.rows.prefix_suffix |= {(prefix, suffix) for suffix in ("S0", "SP", "SO", "SF")}
        self.rows.prefix_suffix |= {("Pd", "S0"), ("PL", "S0")}

    def _prefix(
        self,
        category: str,
        conjunction: dict[str, str],
        particle: dict[str, str] | None = None,
        article: str = "",
        definite: bool = False,
    ) -> None:
        particle = particle or {"form": "", "value": ""}
        definite = definite or bool(article)
        form = conjunction["form"] + particle["form"] + article
        tokens = [token for token in (conjunction["form"], particle["form"]) if token]
        if definite:
            tokens.append(self.affixes["article"]["form"])
        features = {"diac": form + ("#" if article else ""), "d3tok": "".join(f"{token}+_" for token in tokens)}
        if conjunction["value"]:
            features["prc2"] = conjunction["value"]
        if particle["value"]:
            features["prc1"] = particle["value"]
        if definite:
            features.update(prc0=self.affixes["article"]["value"], stt="d")
        self.rows.prefixes.append((fold_word(form), category, features))

    # Stems

    def stem(self, text: str, category: str, features: Features) -> None:
        key = fold_word(text)
        identity = (key, category, tuple(value for name, value in features.items() if name not in ("diac", "mod")))
        if key and identity not in self._seen:
            self._seen.add(identity)
            self.rows.stems.append((key, category, {"diac": text, **features}))

    def rules(self, category: str, prefixes: Iterable[str], suffixes: Iterable[str]) -> None:
        self.rows.prefix_stem |= {(prefix, category) for prefix in prefixes}
        self.rows.stem_suffix |= {(category, suffix) for suffix in suffixes}

    def function_word(self, line: Line) -> None:
        flags = line["flags"]
        if not set(flags) <= set("cbpos"):
            raise line.error(f"flags {flags!r}, expected letters of c, b, p, o, s")
        features = _analysis(plain(line["lemma"]), line["pos"]) | _NO_GENDER
        marks = line["features"]
        if marks:
            if marks[0] == "p":
                features.update(asp="p", vox="a", mod="i")
                marks = marks[1:]
            features.update(per=marks[0], gen=marks[1:-1] or "m", num=marks[-1])
        category = "F" + flags
        prefixes = ["Pc" if "c" in flags else "P0"] + (["Pp"] if "b" in flags else [])
        suffixes = ["SF"] if "o" in flags else ["S0", "SF"] if "p" in flags else ["S0"]
        self.rules(category, prefixes, suffixes)
        self.stem(line["form"], category, features)

    def noun(self, line: Line) -> None:
        plurals = tuple(plural.strip() for plural in line["plurals"].split(",") if plural.strip())
        lemma = self.nominal.lemma(line["lemma"])
        if line["gender"] not in ("m", "f", "mp", "fp"):
            raise line.error(f"gender {line['gender']!r}, expected m, f, mp or fp")
        self._nominal(lemma, line["pos"] or "noun", self.nominal.noun(line["lemma"], line["gender"], plurals))

    def adjective(self, line: Line) -> None:
        plurals = tuple(plural.strip() for plural in line["plurals"].split(",") if plural.strip())
        lemma = self.nominal.lemma(line["lemma"])
        self._nominal(lemma, "adj", self.nominal.adjective(line["lemma"], line["feminine"], plurals))

    def _nominal(self, lemma: str, pos: str, forms: Iterable[Any]) -> None:
        lam = self.affixes["lam"]
        for form in forms:
            features = _analysis(lemma, pos) | {"gen": form.gender, "num": form.number}
            category = form.category
            if category in ("ND", "NB") and form.text.startswith(lam):
                category += "l"
            self.stem(form.text, category, features)

    def verb(self, line: Line) -> None:
        try:
            conjugation = self.verbal.conjugation(line["root"], line["wazn"])
        except ValueError as error:
            raise line.error(str(error)) from error
        lemma = plain(line["lemma"])
        for form in self.verbal.forms(conjugation):
            self.stem(form.text, form.category, _analysis(lemma, "verb") | _verb_features(form))
        for participle in self.verbal.participles(conjugation):
            self._nominal(self.nominal.lemma(participle), "adj", self.nominal.adjective(participle, "", ()))
        sound = (self.affixes["sound_feminine"],)
        for masdar in self.verbal.masdars(conjugation):
            gender = "f" if masdar.endswith(self.affixes["letters"]["ta_marbuta"]) else "m"
            self._nominal(self.nominal.lemma(masdar), "noun", self.nominal.noun(masdar, gender, sound))

    def compatibility(self) -> None:
        for category, (prefixes, suffixes) in {**NOUN_RULES, **_VERB_RULES}.items():
            self.rules(category, prefixes, suffixes)
        for category in ("ND", "NB"):
            prefixes, suffixes = NOUN_RULES[category]
            self.rules(category + "l", (*prefixes, "PL"), suffixes)
        # A prefix category without conjunction, for words that take none.
        self.rows.prefixes.append(("", "P0", {"diac": "", "d3tok": ""}))
        self.rows.prefix_suffix |= {("P0", suffix) for suffix in ("S0", "SF")}


def _analysis(lemma: str, pos: str) -> Features:
    return {"lex": lemma, "bw": pos, "pos": pos} | STEM_DEFAULTS


def _verb_features(form: VerbForm) -> Features:
    return {
        "per": form.person,
        "asp": form.aspect,
        "vox": form.voice,
        "mod": form.mood or "i",
        "gen": form.gender,
        "num": form.number,
        "stt": "na",
        "cas": "na",
    }


def _lines(files: dict[str, bytes]) -> Iterator[tuple[str, Line]]:
    for name in _TABLES:
        for line in read_table(name, files[name]):
            yield name, line


def domain_rows(files: dict[str, bytes] | None = None) -> Rows:
    """Make the rows of the project's database from its tables (the installed ones, if none are given).

    Raises:
        ValueError: a line of a table is wrong; the message names it.
    """
    import yaml

    files = lexicon_files() if files is None else files
    builder = _Builder(yaml.safe_load(files["affixes.yaml"]))
    builder.clitics()
    builder.compatibility()
    add = {
        "function_words.tsv": builder.function_word,
        "nouns.tsv": builder.noun,
        "adjectives.tsv": builder.adjective,
        "verbs.tsv": builder.verb,
    }
    for name, line in _lines(files):
        add[name](line)
    return builder.rows
