"""Readings of words: the project's database, the broad one, names."""

import marshal
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sifara.text.morphology
from sifara.document import Reading
from sifara.text import cache, domain
from sifara.text.broad import broad_files
from sifara.text.folding import fold_word
from sifara.text.morphology import Morphology, compile_domain

NEEDS_BROAD = pytest.mark.skipif(broad_files() is None, reason="the broad lexicon is not installed")


@pytest.fixture(scope="module")
def own() -> Morphology:
    return Morphology(broad=False)


@pytest.fixture(scope="module")
def broad() -> Morphology:
    return Morphology(broad=True)


def has(morphology: Morphology, word: str, **features: object) -> bool:
    """Tell whether a word has a reading with these features."""
    readings = morphology.analyse(word)
    return any(all(getattr(reading, name) == value for name, value in features.items()) for reading in readings)


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("وسيلتقي", {"lemma": "التقي", "pos": "verb", "conj": "wa", "future": True, "aspect": "i", "prefix": 2}),
        ("التقى", {"lemma": "التقي", "aspect": "p", "person": "3", "gender": "m", "number": "s", "voice": "a"}),
        ("والتقاه", {"lemma": "التقي", "conj": "wa", "pronoun": "3ms", "prefix": 1, "suffix": 1}),
        ("سيبحثان", {"lemma": "بحث", "future": True, "number": "d", "gender": "m"}),
        ("استقبلوهم", {"lemma": "استقبل", "number": "p", "pronoun": "3mp", "suffix": 2}),
        ("اعتُقِل", {"lemma": "اعتقل", "voice": "p", "aspect": "p"}),
        ("نؤكد", {"lemma": "اكد", "person": "1", "number": "p"}),
        ("فدعت", {"lemma": "دعا", "conj": "fa", "gender": "f", "aspect": "p"}),
        ("ليعلن", {"lemma": "اعلن", "prep": "li", "aspect": "i", "prefix": 1}),
        ("بدأوا", {"lemma": "بدا", "number": "p", "gender": "m"}),
        ("بدؤوا", {"lemma": "بدا", "number": "p", "gender": "m"}),
        ("للوزارة", {"lemma": "وزاره", "prep": "li", "definite": True, "prefix": 2, "gender": "f"}),
        ("وزارته", {"lemma": "وزاره", "pronoun": "3ms", "suffix": 1}),
        ("ونظيره", {"lemma": "نظير", "conj": "wa", "pronoun": "3ms", "prefix": 1, "suffix": 1}),
        ("بمحادثاتهما", {"lemma": "محادثه", "prep": "bi", "pronoun": "3d", "number": "p", "prefix": 1, "suffix": 3}),
        ("الوزيران", {"lemma": "وزير", "definite": True, "number": "d"}),
        ("وزيري", {"lemma": "وزير", "number": "d", "pronoun": ""}),
        ("وزيرا", {"lemma": "وزير", "number": "s"}),
        ("وزراؤها", {"lemma": "وزير", "number": "p", "pronoun": "3fs", "suffix": 2}),
        ("بلقائه", {"lemma": "لقاء", "prep": "bi", "pronoun": "3ms"}),
        ("لليلة", {"lemma": "ليله", "prep": "li", "definite": True, "prefix": 1}),
        ("القضاة", {"lemma": "قاضي", "number": "p", "definite": True}),
        ("محامون", {"lemma": "محامي", "number": "p"}),
        ("مباريات", {"lemma": "مباراه", "number": "p"}),
        ("السعودية", {"lemma": "سعودي", "pos": "adj", "gender": "f", "definite": True}),
        ("الكبرى", {"lemma": "اكبر", "pos": "adj", "gender": "f"}),
        ("داعيا", {"lemma": "داعي", "pos": "adj"}),
        ("معربةً", {"lemma": "معرب", "pos": "adj", "gender": "f"}),
        ("باجتماعات", {"lemma": "اجتماع", "pos": "noun", "number": "p", "prep": "bi"}),
        ("انسحابها", {"lemma": "انسحاب", "pos": "noun", "pronoun": "3fs"}),
        ("عليهم", {"lemma": "علي", "pos": "prep", "pronoun": "3mp", "suffix": 2}),
        ("له", {"lemma": "ل", "pos": "prep", "pronoun": "3ms", "suffix": 1}),
        ("بأنه", {"lemma": "ان", "pos": "conj", "prep": "bi", "pronoun": "3ms"}),
        ("والذين", {"lemma": "الذي", "pos": "pron_rel", "conj": "wa", "number": "p"}),
        ("ليست", {"lemma": "ليس", "pos": "verb", "gender": "f"}),
        ("لـ", {"lemma": "ل", "pos": "prep"}),
    ],
)
def test_readings_of_the_own_lexicon(own: Morphology, word: str, features: dict[str, object]) -> None:
    assert has(own, word, **features), own.analyse(word)


def test_the_future_particle_stands_before_the_indicative_only(own: Morphology) -> None:
    assert not has(own, "سيلتقوا", pos="verb", future=True)
    assert has(own, "سيلتقون", pos="verb", future=True)


def test_ta_marbuta_is_no_pronoun(own: Morphology) -> None:
    assert has(own, "نظيره", pronoun="3ms")
    assert not has(own, "نظيرة", pronoun="3ms")


def test_the_article_and_a_pronoun_exclude_each_other(own: Morphology) -> None:
    assert not has(own, "الوزيره", pronoun="3ms")


def test_likelier_readings_come_first(own: Morphology) -> None:
    assert own.analyse("من")[0].pos == "prep"
    assert own.analyse("استقبل")[0].voice == "a"
    assert own.analyse("رئيسي")[0].lemma == "رئيسي"


def test_unknown_words_are_names(own: Morphology) -> None:
    readings = own.analyse("وبغوتيريش")
    assert {reading.source for reading in readings} == {"backoff"}
    assert (readings[0].lemma, readings[0].prefix) == ("وبغوتيريش", 0)
    assert any((r.lemma, r.conj, r.prep, r.prefix) == ("غوتيريش", "wa", "bi", 2) for r in readings)
    assert any((r.lemma, r.prep, r.definite, r.prefix) == ("كرملين", "li", True, 2) for r in own.analyse("للكرملين"))
    assert own.analyse("ـ") == ()


@NEEDS_BROAD
def test_the_broad_lexicon_adds_and_does_not_repeat(own: Morphology, broad: Morphology) -> None:
    assert own.analyse("بتروكيماويات")[0].source == "backoff"
    assert has(broad, "بتروكيماويات", source="broad", number="p")
    for word in ("التقى", "للوزراء", "عليه", "بأنه", "الذي"):
        readings = broad.analyse(word)
        assert readings[: len(own.analyse(word))] == own.analyse(word)
        unsourced = [replace(reading, source="") for reading in readings]
        assert len(set(unsourced)) == len(unsourced)
    assert has(broad, "إليهم", lemma="الي", pos="prep", pronoun="3mp", suffix=2)


@NEEDS_BROAD
def test_the_environment_turns_the_broad_lexicon_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIFARA_BROAD", "0")
    assert not Morphology().broad


def test_the_broad_lexicon_is_optional(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sifara.text.morphology.broad_files", lambda: None)
    assert not Morphology().broad
    with pytest.raises(ValueError, match="not installed"):
        Morphology(broad=True)


# fmt: off
SAMPLE = [
    "أعلن", "وأعلنت", "وسيعلنون", "أعرب", "التقى", "والتقاه", "سيلتقيان", "يلتقوا", "ليؤكدوا", "وزير", "وزيره",
    "وزراؤه", "للوزراء", "بالوزيرين", "وزارة", "وزاراتها", "لقاءات", "بلقائه", "محادثاتهما", "لليل", "القضاة", "قاض",
    "محامو", "داعين", "متوجهة", "عليه", "إليهم", "لديها", "بأنهم", "لأنها", "والذي", "ليسوا", "كما", "وفي", "للذين",
    "هيئته", "شيئان", "أكبر", "الكبرى", "الروس", "بحث", "كتب", "موقع", "وقال", "قالوا", "اتهمها", "فاتهموهم",
    "غوتيريش", "وبحكومته", "كالسفراء", "مبادئه",
]
# fmt: on


@pytest.mark.parametrize("with_broad", [False, pytest.param(True, marks=NEEDS_BROAD)])
def test_the_index_reads_what_camel_tools_reads(with_broad: bool) -> None:
    index, camel = Morphology(broad=with_broad), Morphology(broad=with_broad, engine="camel")

    def bare(readings: tuple[Reading, ...]) -> set[Reading]:
        return {replace(reading, prefix=0, suffix=0) for reading in readings}

    for word in SAMPLE:
        assert bare(index.analyse(word)) == bare(camel.analyse(word)), word


# Clitics put on lemmas of the lexicon must come off again, with the right lengths.

_TABLES = {name: domain.read_table(name, content) for name, content in domain.lexicon_files().items() if "tsv" in name}
_NOUNS = [line for line in _TABLES["nouns.tsv"] if line["gender"] in ("m", "f")]
_CONJUNCTIONS = {"": "", "و": "wa", "ف": "fa"}
_PREPOSITIONS = {"": "", "ب": "bi", "ل": "li", "ك": "ka"}
_PRONOUNS = {"": "", "ه": "3ms", "ها": "3fs", "هم": "3mp", "هما": "3d", "نا": "1p"}


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(_NOUNS),
    *(st.sampled_from(sorted(table)) for table in (_CONJUNCTIONS, _PREPOSITIONS)),
    st.booleans(),
)
def test_nouns_with_proclitics(own: Morphology, line: domain.Line, conj: str, prep: str, definite: bool) -> None:
    word = line["lemma"].replace("ٍ", "ي")
    article = "" if not definite else "ل" if prep == "ل" else "ال"
    if article == "ل" and word.startswith("ل"):
        article = ""
    features = {"conj": _CONJUNCTIONS[conj], "prep": _PREPOSITIONS[prep], "definite": definite, "suffix": 0}
    prefix = len(conj + prep + article)
    assert has(own, conj + prep + article + word, lemma=fold_word(word), prefix=prefix, **features)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(_NOUNS), st.sampled_from(sorted(_CONJUNCTIONS)), st.sampled_from(sorted(_PRONOUNS)))
def test_nouns_with_pronouns(own: Morphology, line: domain.Line, conj: str, pronoun: str) -> None:
    word = line["lemma"].replace("ٍ", "ي")
    base = word
    if pronoun:
        base = word[:-1] + {"ة": "ت", "ى": "ا"}.get(word[-1], word[-1])
    expected = {"conj": _CONJUNCTIONS[conj], "pronoun": _PRONOUNS[pronoun], "prefix": len(conj), "suffix": len(pronoun)}
    assert has(own, conj + base + pronoun, lemma=fold_word(word), **expected)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(_TABLES["verbs.tsv"]), st.sampled_from(sorted(_CONJUNCTIONS)), st.sampled_from(["", "ها", "هم"]))
def test_verbs_with_clitics(own: Morphology, line: domain.Line, conj: str, pronoun: str) -> None:
    lemma = fold_word(line["lemma"])
    base = (
        lemma[:-1] + "ا" if pronoun and fold_word(line["lemma"])[-1] == "ي" and line["lemma"].endswith("ى") else lemma
    )
    expected = {"conj": _CONJUNCTIONS[conj], "pronoun": _PRONOUNS[pronoun], "prefix": len(conj), "suffix": len(pronoun)}
    assert has(own, conj + base + pronoun, lemma=lemma, pos="verb", aspect="p", person="3", number="s", **expected)


@given(st.text(max_size=12) | st.text(st.sampled_from("والبكلستيهمانةىأ"), max_size=12))
def test_clitics_never_eat_the_word(own: Morphology, word: str) -> None:
    folded = fold_word(word)
    readings = own.analyse(word)
    assert bool(readings) == bool(folded)
    for reading in readings:
        assert reading.prefix + reading.suffix < len(folded)
        assert reading.lemma


# The tables


def test_tables_have_no_line_twice() -> None:
    for name, lines in _TABLES.items():
        keys = [tuple(line.values.values()) for line in lines]
        assert len(set(keys)) == len(keys), name


def test_wrong_lines_are_named() -> None:
    files = domain.lexicon_files()
    with pytest.raises(ValueError, match=r"verbs\.tsv, line 2: no verb"):
        domain.domain_rows({**files, "verbs.tsv": "lemma\troot\twazn\nخطأ\tخخخخخ\tفاعل\n".encode()})
    with pytest.raises(ValueError, match=r"nouns\.tsv, line 2: gender"):
        domain.domain_rows({**files, "nouns.tsv": "lemma\tgender\tplurals\tpos\nباب\tx\t\t\n".encode()})
    with pytest.raises(ValueError, match=r"columns"):
        domain.read_table("nouns.tsv", b"a\tb\nx\ty\tz\n")


# The cache


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own and a lexicon that compiles at once."""
    files = domain.lexicon_files()
    small = {name: b"\n".join(content.split(b"\n")[:6]) for name, content in files.items() if "tsv" in name}
    small["nouns.tsv"] = "lemma\tgender\tplurals\tpos\nوزير\tm\tوزراء\t\n".encode()
    monkeypatch.setenv("SIFARA_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("sifara.text.morphology.lexicon_files", lambda: {**files, **small})
    return tmp_path / "cache"


def test_it_compiles_once(small: Path) -> None:
    folder = compile_domain()
    assert folder.is_relative_to(small)
    stamp = (folder / "index").stat().st_mtime_ns
    assert compile_domain() == folder
    assert (folder / "index").stat().st_mtime_ns == stamp
    assert sorted(path.name for path in folder.iterdir()) == ["index", "morphology.db"]


@pytest.mark.parametrize("damage", [b"", b"nonsense", marshal.dumps((1, 2))])
def test_a_damaged_index_is_made_again(small: Path, damage: bytes) -> None:
    (compile_domain() / "index").write_bytes(damage)
    assert has(Morphology(broad=False), "الوزيران", lemma="وزير", number="d")


def test_another_lexicon_is_another_database(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_domain()
    files = sifara.text.morphology.lexicon_files()
    monkeypatch.setattr("sifara.text.morphology.lexicon_files", lambda: {**files, "verbs.tsv": b"lemma\troot\twazn\n"})
    assert compile_domain() != first


def test_what_old_versions_compiled_is_cleared(small: Path) -> None:
    old, recent, broad = (small / "morphology" / name for name in ("domain-old", "domain-recent", "broad-old"))
    for folder in (old, recent, broad):
        folder.mkdir(parents=True)
    for folder in (old, broad):
        os.utime(folder, (0, 0))
    compile_domain()
    assert [folder.exists() for folder in (old, recent, broad)] == [False, True, True]


def test_compiling_is_deterministic(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_domain()
    monkeypatch.setenv("SIFARA_CACHE", str(tmp_path / "other"))
    second = compile_domain()
    assert first != second
    assert (first / "morphology.db").read_bytes() == (second / "morphology.db").read_bytes()


def test_the_folder_of_the_environment_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIFARA_CACHE", str(tmp_path / "a"))
    assert cache.cache_folder() == tmp_path / "a"
    monkeypatch.delenv("SIFARA_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "b"))
    assert cache.cache_folder() == tmp_path / "b" / "sifara"


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        path.write_text("half")
        raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        cache.write_atomically(tmp_path / "file", fail)
    assert list(tmp_path.iterdir()) == []


def test_readings_do_not_need_camel_tools_once_compiled(own: Morphology) -> None:
    code = (
        "import sys; from sifara.text import Morphology; m = Morphology(broad=False);"
        "assert m.analyse('الوزير'); assert not [name for name in sys.modules if name.startswith('camel_tools')]"
    )
    source = Path(domain.__file__).parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(source)}, timeout=60)


def test_it_travels_to_other_processes(own: Morphology) -> None:
    assert pickle.loads(pickle.dumps(own)).analyse("الوزير") == own.analyse("الوزير")
