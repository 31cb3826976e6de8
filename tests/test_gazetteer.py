"""Listed names: word boundaries, proclitics, the longest name, names that are words as well."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entity_help import knowledge, labels, layer, means, mention, text_of
from sifara.entities.gazetteer import spellings
from sifara.entities.words import key, line_of, source_offset, variants


@pytest.mark.parametrize(
    ("sentence", "words", "clitics"),
    [
        ("قدمت فرنسا الطلب للأمم المتحدة أمس.", "لأمم المتحدة", ("li",)),
        ("عقد المؤتمر بالقاهرة أمس.", "القاهرة", ("bi",)),
        ("تحدث كيري ولافروف طويلا.", "لافروف", ("wa",)),
        ("وللأمم المتحدة دور في ذلك.", "لأمم المتحدة", ("wa", "li")),
        ("انتقد بوتين الولايات المتحدة.", "الولايات المتحدة", ()),
    ],
)
def test_proclitics_are_left_out_of_the_span(sentence: str, words: str, clitics: tuple[str, ...]) -> None:
    assert mention(sentence, words).clitics == clitics


@pytest.mark.parametrize(
    ("sentence", "present", "absent"),
    [
        ("أعلنت جنوب السودان موقفها.", "South Sudan", "Sudan"),
        ("زار الوفد غينيا بيساو أمس.", "Guinea-Bissau", "Guinea"),
        ("اختبرت كوريا الشمالية صاروخا.", "North Korea", "South Korea"),
        ("رحبت كوريا الجنوبية بالحوار.", "South Korea", "North Korea"),
        ("طلبت الكونغو الديمقراطية دعما.", "Democratic Republic of the Congo", "Congo"),
    ],
)
def test_the_longest_name_wins(sentence: str, present: str, absent: str) -> None:
    found = labels(layer(sentence))
    assert present in found
    assert absent not in found


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("زار الوزير تركيــا أمس.", "Turkey"),
        ("وصل الى اثينا وفد كبير.", "Athens"),
        ("زار بوجوتا وفد من الاتحاد الاوربى.", "European Union"),
        ("بحث مجلس الامن الدولى الازمة.", "United Nations Security Council"),
        ("دعت الجامعة العربيه إلى الحوار.", "Arab League"),
    ],
)
def test_spellings_of_the_press(sentence: str, label: str) -> None:
    assert label in labels(layer(sentence))


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("ناقش المجلس الوضع المالي للشركة.", "Mali"),
        ("يبلغ طول المسار ثلاثة أمتار كيف ذلك.", "Kyiv"),
        ("قررت الشركة فتح فرع جديد.", "Fatah"),
        ("هذه هي القاعدة العامة في العمل.", "Al-Qaeda"),
        ("أصيب اللاعب في ساقه اليمنى.", "Yemen"),
    ],
)
def test_names_that_are_words_as_well(sentence: str, label: str) -> None:
    assert label not in labels(layer(sentence))


def test_doubtful_names_count_in_context() -> None:
    assert "Mali" in labels(layer("وصلت القوات إلى شمال مالي أمس."))
    assert "Fatah" in labels(layer("اجتمعت حركة فتح. وقال مسؤول إن فتح ترفض ذلك."))
    assert "Al-Qaeda" in labels(layer("تبنى تنظيم القاعدة الهجوم. وقال إن القاعدة ستواصل."))


def test_amman_and_oman() -> None:
    assert means("زار ملك الأردن مدينة العقبة، ثم عاد إلى عمّان.", "عمّان") == ["Amman"]
    assert means("أكدت عمان دعمها للحوار بين إيران والسعودية.", "عمان") == ["Oman"]
    assert means("استقبلت سلطنة عمان الوفد.", "سلطنة عمان") == ["Oman"]


@pytest.mark.parametrize(
    ("sentence", "words", "label"),
    [
        ("رفضت موسكو القرار.", "موسكو", "Russia"),
        ("توتر جديد بين موسكو وواشنطن.", "واشنطن", "United States"),
        ("رحب الكرملين بالخطوة.", "الكرملين", "Russia"),
        ("أعلن قصر الإليزيه موعد القمة.", "قصر الإليزيه", "France"),
        ("تعتمد العلاقات مع باريس على الثقة.", "باريس", "France"),
        ("عقد اللقاء في موسكو أمس.", "موسكو", "Moscow"),
        ("وصل الوزير إلى موسكو أمس.", "موسكو", "Moscow"),
        ("زار الوزير موسكو أمس.", "موسكو", "Moscow"),
        ("موسكو 3 مايو (رويترز) - قال مسؤول إن الأمر انتهى.", "موسكو", "Moscow"),
        ("التقى الوفدان في مدينة جدة أمس.", "مدينة جدة", "Jeddah"),
        ("وصل الوزير إلى العاصمة الروسية أمس.", "العاصمة الروسية", "Moscow"),
    ],
)
def test_a_capital_is_a_place_or_acts_for_its_state(sentence: str, words: str, label: str) -> None:
    assert means(sentence, words) == [label]


def test_every_alias_is_found_whole_and_alone() -> None:
    gazetteer = knowledge().gazetteer
    for text in list(gazetteer.aliases)[::97]:
        line = line_of(text_of(text).sentences[0])
        hits = [hit for hit in gazetteer.find(line) if not hit.clitics]
        assert any(hit.alias.text == " ".join(line.keys[hit.start : hit.end]) for hit in hits), text


def test_no_name_inside_a_word() -> None:
    assert not list(knowledge().gazetteer.find(line_of(text_of("المصريون والقطريات").sentences[0])))


def test_spellings() -> None:
    assert {key("عبد الله نوري"), key("عبدالله نوري")} <= spellings("عبد الله نوري")
    assert key("سيرجي") in spellings("سيرغي")
    assert spellings("المغرب") == {key("المغرب")}


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="والفبلكمنهيترسحدخذعغق\u064e\u0640", min_size=1, max_size=12))
def test_variants_and_offsets_stay_in_the_word(word: str) -> None:
    for sentence in text_of(word).sentences if key(word) else ():
        line = line_of(sentence)
        for token, folded in zip(line.tokens, line.keys, strict=True):
            for variant in variants(folded):
                position = source_offset(token, variant.offset)
                assert token.start <= position <= token.end
                assert key(word[position : token.end]).endswith(variant.stem) or not key(token.text)


def test_a_fathers_name_is_no_family_name() -> None:
    """Behind "son of" stands the father; and the second word of "servant of ..." is no name of anybody."""
    wrong = {}
    for entity, known in knowledge().known.items():
        fathers = {name.rpartition(" بن ")[2] for name in known.names if " بن عبد" in name}
        halves = {f" {name}".rpartition(" عبد ")[2] for name in known.names if " عبد " in f" {name}"}
        if said := set(known.families) & (fathers | halves):
            wrong[entity] = said
    assert not wrong


def test_a_party_is_the_listed_one_where_its_state_is_named() -> None:
    def parties(text: str) -> set[str | None]:
        found = layer(text)
        return {e.label_en for e in found.entities.values() if e.type == "Party"}

    assert parties("قال الأمين العام للحزب الجمهوري إن تونس بخير. وأكد الحزب الجمهوري ذلك.") == {None}
    assert parties("أعلن الحزب الجمهوري في الولايات المتحدة رفضه.") == {"Republican Party"}


def test_provinces_and_towns_of_the_press() -> None:
    text = "وصل الوفد إلى محافظة أبين، ثم إلى حفر الباطن وبنزرت. وقال إن هناك حجة واضحة وإن العديد من الناس حضروا."
    found = layer(text)
    named = [found.entities[e].label_en for m in found.mentions for e in m.entities]
    assert named == ["Abyan", "Hafar al-Batin", "Bizerte"]
