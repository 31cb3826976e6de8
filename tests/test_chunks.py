"""Chunks: noun phrases, prepositions, genitives, quotation, function words."""

from __future__ import annotations

import pytest

from event_help import chunk, chunks


def row(text: str) -> list[tuple[str, str]]:
    return [(c.kind, text[c.start : c.end]) for c in chunks(text)]


def test_a_sentence_is_a_row_of_chunks() -> None:
    text = "قال لافروف إن موسكو ستسحب قواتها من سوريا."
    assert row(text) == [
        ("verb", "قال"),
        ("np", "لافروف"),
        ("comp", "إن"),
        ("np", "موسكو"),
        ("verb", "ستسحب"),
        ("np", "قواتها"),
        ("np", "سوريا"),
        ("punct", "."),
    ]
    assert [c.index for c in chunks(text)] == list(range(8))


def test_a_preposition_belongs_to_the_phrase_after_it() -> None:
    text = "سافر بلينكن من باريس إلى برلين."
    assert chunk(text, "باريس").prep == "من"
    assert chunk(text, "برلين").prep == "الي"  # folded
    assert chunk(text, "بلينكن").prep == ""


def test_a_clitic_preposition_too() -> None:
    found = chunk("أشاد ماكرون بلبنان.", "لبنان")
    assert (found.prep, found.clitic_prep) == ("ب", True)


@pytest.mark.parametrize(
    ("words", "name"), [("من قبل", "من قبل"), ("على هامش", "خلال"), ("فيما يتعلق ب", "حول"), ("في شأن", "حول")]
)
def test_prepositions_of_several_words_have_one_name(words: str, name: str) -> None:
    from sifara.events.grammar import grammar
    from sifara.text.folding import fold_word

    assert grammar().compound_preps[tuple(fold_word(words).split())] == fold_word(name)


def test_a_compound_preposition_is_no_chunk() -> None:
    text = "طُرد السفير من قبل فرنسا."
    assert chunk(text, "فرنسا").prep == "من قبل"
    assert all("قبل" not in words for _, words in row(text))


def test_a_genitive_points_back_to_its_noun() -> None:
    text = "انتهت زيارة ماكرون إلى الجزائر."
    assert chunk(text, "ماكرون").genitive
    assert not chunk(text, "زيارة").genitive
    assert not chunk(text, "الجزائر").genitive


@pytest.mark.parametrize(
    "text",
    [
        "انتهت الزيارة ماكرون يقول.",  # the noun has the article
        "انتهت زيارته ماكرون يقول.",  # or a pronoun
        "كانت زيارة رسمية ماكرون يقول.",  # or an adjective that closes it
    ],
)
def test_no_genitive_after_a_closed_noun(text: str) -> None:
    assert not chunk(text, "ماكرون").genitive


def test_adjectives_stay_with_their_noun() -> None:
    text = "عقد بوتين محادثات رسمية مع شي."
    found = chunk(text, "محادثات رسمية")
    assert found.modified
    assert found.words == ["محادثات", "رسميه"]


def test_an_adjective_of_a_country_is_kept_with_the_noun() -> None:
    found = chunk("انتقد ماكرون المقترح الإيراني.", "المقترح الإيراني")
    assert [m.entities for m in found.nisbas] == [("Iran",)]


def test_quotation_marks_have_depth() -> None:
    text = "قال بوتين: «سنوقع المعاهدة» في موسكو."
    kinds = [kind for kind, _ in row(text)]
    assert kinds.count("open") == kinds.count("close") == 1
    assert chunk(text, "سنوقع").quoted == 1
    assert chunk(text, "بوتين").quoted == chunk(text, "موسكو").quoted == 0


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    kinds = [kind for kind, _ in row('قال بوتين "سنوقع المعاهدة" ثم غادر.')]
    assert kinds.index("open") < kinds.index("close")


def test_brackets_are_passed_over_but_for_their_times() -> None:
    text = "أعلن لافروف (72 عاما) أن موسكو تدعم سوريا."
    assert all("72" not in words for kind, words in row(text) if kind == "np")


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("قال إن فرنسا قلقة.", "إن", "comp"),
        ("التقى بلينكن لافروف الذي زار جنيف.", "الذي", "rel"),
        ("غادر بوتين، بينما بقي شي.", "بينما", "sub"),
        ("لم يزر بوتين الهند.", "لم", "mark"),
        ("قد يزور بوتين الهند.", "قد", "mark"),
        ("من المتوقع أن يزور بوتين الهند.", "المتوقع", "mark"),
        ("زار بوتين الهند أمس.", "أمس", "time"),
    ],
)
def test_function_words(text: str, word: str, kind: str) -> None:
    assert chunk(text, word).kind == kind


def test_a_preposition_with_a_pronoun_is_a_phrase() -> None:
    found = chunk("زار بوتين الهند وأجرى معها محادثات.", "معها")
    assert (found.kind, found.prep, found.pronoun) == ("np", "مع", "3fs")


def test_a_verb_written_with_its_passive_vowel() -> None:
    assert chunk("طُرد السفير الروسي.", "طُرد").vowelled_passive
    assert not chunk("طرد لبنان السفير الروسي.", "طرد").vowelled_passive


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("وفي لندن، رفض سفراء أوروبيون العرض الروسي.", "رفض"),
        ("رحب كاميرون بالقرار، لكنه رفض العقوبات على إيران.", "رفض"),
        ("بعد أن منع العراق الوفد التركي من الدخول، احتجت أنقرة.", "منع"),
        ("قال فيدان إن الوزير الذي زار القاهرة أمس طلب من مصر التوسط.", "طلب"),
        ("وصل الوزير إلى باريس حيث بحث مع الرئيس الفرنسي الأزمة.", "بحث"),
        ("وبعد أن وصل الوفد إلى لندن، طالب النواب بتعديلات.", "طالب"),
        ("وخلال الاجتماع الذي عقد في جدة، رفض الوزراء المقترح الإيراني.", "رفض"),
    ],
)
def test_where_only_a_verb_can_stand(text: str, verb: str) -> None:
    assert chunk(text, verb).kind == "verb"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أكد السفير الذي يعمل في عمان منذ سنوات دعم بلاده.", "دعم"),
        ("أعلن الوزير أنهم في حال فشلهم سيغادرون.", "فشلهم"),
        ("قالت واشنطن، التي وجهت اللوم إلى السودان لرفضه تسليم المتهمين، إنها غاضبة.", "لرفضه"),
    ],
)
def test_a_masdar_there_is_none(text: str, word: str) -> None:
    assert chunk(text, word).kind == "np"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("رفضت الحكومة الخطة الأمريكية.", ["الحكومة", "الخطة الأمريكية"]),
        ("رفض مجلس الأمن بعد الاجتماع الطلب الإيراني.", ["مجلس الأمن", "الاجتماع", "الطلب الإيراني"]),
        ("زار بلينكن الدول الأعضاء.", ["بلينكن", "الدول الأعضاء"]),
        ("اقترح الوسيط الحل الوسط.", ["الوسيط", "الحل الوسط"]),
        ("رفض الوزراء المقترح الإيراني.", ["الوزراء", "المقترح الإيراني"]),
    ],
)
def test_a_definite_noun_begins_a_phrase_of_its_own(text: str, words: list[str]) -> None:
    assert [w for kind, w in row(text) if kind == "np"] == words


def test_words_that_only_fill() -> None:
    text = "وفي الوقت نفسه، شنت إسرائيل نحو 20 غارة على لبنان."
    assert [w for kind, w in row(text) if kind == "np"] == ["الوقت", "إسرائيل", "20", "غارة", "لبنان"]
    assert chunk(text, "20").prep == ""
    assert chunk("توجه الوفد نحو دمشق.", "دمشق").prep == "نحو"
