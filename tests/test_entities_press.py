"""Entities as the press writes them: family names that are words, quoted names, shared adjectives, headlines."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from entity_help import knowledge, labels, layer, means, mention, morphology, offices
from sifara.entities.words import key
from sifara.text.folding import fold_word


def test_a_family_name_that_is_a_word_needs_an_introduction() -> None:
    assert "Pervez Musharraf" not in labels(layer("تم تنفيذ المشروع بشكل مشرف.", "2005-03-01"))
    told = "زار الرئيس الباكستاني برويز مشرف لندن. وقال مشرف إن الأمن أولوية."
    assert means(told, "مشرف", "2005-03-01") == ["Pervez Musharraf"]
    titled = "قال الرئيس مشرف إن باكستان مستعدة. وأضاف مشرف أن الأمن أولوية."
    assert means(titled, "مشرف", "2005-03-01") == ["Pervez Musharraf"]


def test_famous_family_names_that_are_words_are_listed_as_such() -> None:
    """A noun or adjective of our own morphology is no name by itself; ``plain`` are those that only look like one."""
    plain = {key(word) for word in ("مودي", "بانيتا", "باسيل", "تشيني", "طالباني", "فيدان", "فانس", "فيشر", "ليفني")}
    plain |= {key("ميلوني"), key("السادات")}
    unsure = []
    for known in knowledge().known.values():
        for family in known.families if known.famous else ():
            word = key(family)
            readings = morphology().analyse(fold_word(family))
            spoken = any(
                r.source == "domain" and r.pos in ("noun", "adj") and not r.prep and not r.conj for r in readings
            )
            reviewed = word in plain or word in knowledge().lexicon.sets["introduced_families"]
            if spoken and " " not in word and not reviewed:
                unsure.append(family)
    assert not unsure


@pytest.mark.parametrize(
    ("text", "day", "words", "labels_"),
    [
        ("تجري الصين محادثات. شي يزور موسكو.", "2019-06-05", "شي", ["Xi Jinping"]),
        ("قال شارون إن إسرائيل سترد.", "2002-05-01", "شارون", ["Ariel Sharon"]),
        ("قال بوتفليقة إن الجزائر مستعدة.", "2010-05-01", "بوتفليقة", ["Abdelaziz Bouteflika"]),
        ("أكد الوزير باول أن الولايات المتحدة مستعدة.", "2003-01-01", "الوزير باول", ["Colin Powell"]),
        ("وجه الشكر للرئيس والحكومة المصرية.", "2015-06-01", "لرئيس", ["Egypt"]),
        ("وجه الشكر للحكومة والشعب المصري.", "2015-06-01", "لحكومة", ["Egypt"]),
        ("أعلنت مالي قطع العلاقات.", "2024-06-01", "مالي", ["Mali"]),
        ("انسحبت من المجموعة مالي والنيجر.", "2024-06-01", "مالي", ["Mali"]),
        ("مددت روسيا معاهدة «نيو ستارت» أمس.", "2021-02-05", "معاهدة «نيو ستارت»", ["New START"]),
        ("مددت روسيا معاهدة ستارت-3 أمس.", "2021-02-05", "معاهدة ستارت-3", ["New START"]),
        (
            "مددت روسيا معاهدة الحد من الأسلحة الاستراتيجية الهجومية أمس.",
            "2021-02-05",
            "معاهدة الحد من الأسلحة الاستراتيجية الهجومية",
            ["New START"],
        ),
        ("هاجم تنظيم «داعش» المدينة.", "2015-06-01", "تنظيم «داعش»", ["Islamic State"]),
        ("انتقدت واشنطن مشروع «نورد ستريم 2» أمس.", "2021-02-05", "مشروع «نورد ستريم 2»", ["Nord Stream 2"]),
        ('قالت حركة "طالبان" إنها ملتزمة.', "2021-02-05", 'حركة "طالبان"', ["Taliban"]),
        ("أعلنت أبخازيا موقفها.", "2015-06-01", "أبخازيا", ["Abkhazia"]),
        ("عادت مساعدات لغزة.", "2015-06-01", "غزة", ["Gaza"]),
        (
            "قال متحدث باسم وزارة الخارجية الفنلندية إن بلاده ترحب.",
            "2015-06-01",
            "بلاده",
            ["Finland"],
        ),
        (
            "الملك يستقبل وزير الخارجية المصري\nاستقبل العاهل الأردني الملك عبد الله الثاني سامح شكري.",
            "2016-05-01",
            "الملك",
            ["Abdullah II of Jordan"],
        ),
        (
            "استقبل العاهل الأردني الملك عبد الله الثاني الرئيس المصري عبد الفتاح السيسي. وأكد الملك ذلك.",
            "2016-05-01",
            "الملك",
            ["Abdullah II of Jordan"],
        ),
        (
            "بحث ملك الأردن عبد الله الثاني الأمر مع وزير الخارجية بجمهورية مصر العربية سامح شكري.",
            "2016-05-01",
            "وزير الخارجية بجمهورية مصر العربية سامح شكري",
            ["Sameh Shoukry"],
        ),
        ("قال جون كيري رأيه. ورد كيري رئيس الدبلوماسية.", "2014-05-01", "كيري", ["John Kerry"]),
    ],
)
def test_means(text: str, day: str, words: str, labels_: list[str]) -> None:
    assert means(text, words, day) == labels_


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("وقع اتفاقا لدعم مالي مع مالي والنيجر.", "Mali"),
        ("وصلت تركيا إلى جانب دولة الإمارات.", "Turkey"),
    ],
)
def test_adjectives_and_prepositions_are_no_parties(text: str, label: str) -> None:
    found = layer(text, "2024-05-01")
    spans = [text[m.start : m.end] for m in found.mentions]
    assert label in labels(found)
    assert spans.count("مالي") <= 1
    assert not any(span.startswith("جانب") for span in spans)


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("التقى السعيد بوتفليقة الوفد في الجزائر.", "Abdelaziz Bouteflika"),
        ("ترشح لولاية ثانية في باريس.", "ثانية"),
        ("حمل الوفد قلادة الملك عبدالعزيز في الرياض.", "عبدالعزيز"),
    ],
)
def test_absent(text: str, absent: str) -> None:
    assert absent not in labels(layer(text, "2015-05-01"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("استقبل الملك سلمان بن عبدالعزيز آل سعود وسام الأسد الوطني.", "الملك سلمان بن عبدالعزيز آل سعود"),
        ("ودعا المرشح في القاهرة السيد خالد علي إلى ذلك.", "السيد خالد علي"),
        ("بحث الوفد مع نواز شريف تطورات المنطقة.", "نواز شريف"),
        ("استقبل الشيخ الدكتور وليد بن محمد الصمعاني بمكتبه الوفد.", "الشيخ الدكتور وليد بن محمد الصمعاني"),
        ("قال وزير الداخلية، محمد حصاد، إن الحملة بدأت.", "وزير الداخلية، محمد حصاد"),
        ("قال وزير الخارجية والتعاون الدولي ، ناصر بوريطا ، ذلك.", "وزير الخارجية والتعاون الدولي ، ناصر بوريطا"),
        ("وصل عفيفي بن صالح سفير مصر لدى السعودية.", "عفيفي بن صالح سفير مصر لدى السعودية"),
    ],
)
def test_names_end_where_they_end(text: str, words: str) -> None:
    assert mention(text, words, "2015-08-06").type == "Person"


def test_offices_of_the_press() -> None:
    named = "تم تعيين إبراهيم العساف، وزيرا للخارجية، في السعودية."
    assert ("Ibrahim Abdulaziz Al-Assaf", "ForeignMinister", "Saudi Arabia") in offices(named, "2018-12-27")
    mayor = "قال رئيس بلدية لندن سعيد باقري ذلك."
    assert ("سعيد باقري", "Official", "United Kingdom") in offices(mayor, "2018-12-27")
    council = "وصل رئيس مجلس الدولة الصيني تشو رونغ جي."
    assert {role for _, role, of in offices(council, "2002-12-27") if of == "China"} == {"HeadOfGovernment"}
    other = "قال رئيس المجلس الدستوري الطيب بلعيز ذلك في الجزائر."
    assert "HeadOfState" not in {role for _, role, _ in offices(other, "2018-12-27")}


def test_a_minister_is_not_the_one_of_another_field() -> None:
    text = "قال وزير العدل مصطفى الرميد في المغرب إن القانون واضح. وأكد وزير الداخلية ذلك. وشكر وزير العدل الحضور."
    assert means(text, "وزير العدل", "2016-10-01") == ["مصطفى الرميد"]
    assert means(text, "وزير الداخلية", "2016-10-01") != ["مصطفى الرميد"]


def test_the_official_is_an_unnamed_one_of_the_sentence_before() -> None:
    text = "زار نائب الوزير وليام بيرنز القاهرة. وقال مسؤول أمريكي إن الزيارة مهمة. وأضاف المسؤول أنها ناجحة."
    assert means(text, "المسؤول", "2012-01-10") == []


def test_two_offices_behind_a_verb_are_two_people() -> None:
    assert offices("التقى سيرغي لافروف رئيس الوزراء التركي.", "2015-05-01") == set()


def test_regions_have_sources() -> None:
    lines = files("sifara.knowledge").joinpath("regions.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) > 100
    for row in rows:
        assert row["source"]
        assert bool(row["qid"]) == (row["source"] != "usage of the press")
    qids = [known.entity.qid for known in knowledge().known.values() if known.entity.qid]
    ids = {row["qid"] for row in rows if row["qid"]}
    assert all(qids.count(qid) == 1 for qid in ids)


def test_the_president_is_rather_the_head_of_state() -> None:
    text = "استقبل الرئيس الفرنسي إيمانويل ماكرون رئيس الوزراء اللبناني سعد الحريري. وقال الرئيس إن الدعم مستمر."
    assert means(text, "الرئيس", "2017-11-18") == ["Emmanuel Macron"]


def test_two_listed_bodies_are_two() -> None:
    found = labels(layer("بدأت الشراكة بين منظمة الأمم المتحدة والاتحاد الأفريقي أمس."))
    assert {"United Nations", "African Union"} <= found


def test_an_adjective_behind_a_definite_noun_points_to_nobody() -> None:
    text = "تحدث السفير الياباني كوجي تاكاغي. وحضر أعضاء السلك الدبلوماسي الحفل."
    assert [m.rule for m in layer(text).mentions if text[m.start : m.end] == "الدبلوماسي"] == []


def test_names_of_parties_and_bodies_are_whole() -> None:
    assert "حزب التجمع الوطني الديمقراطي" in labels(layer("استقال أمين حزب التجمع الوطني الديمقراطي."))
    assert "الهيئة البرلمانية الإسلامية" in labels(layer("اجتمع ممثلون للهيئة البرلمانية الإسلامية."))


@pytest.mark.parametrize(
    ("sentence", "words", "meant"),
    [
        # a state's name behind a body is its object, an adjective behind a listed body its own
        ("أدانت عناصر حزب الله البرازيل أمس.", "حزب الله", "Hezbollah"),
        ("هاجمت ميليشيا الحوثي البرازيل في بيان.", "ميليشيا الحوثي", "Houthi movement"),
        ("قصف الجيش حزب العمال الكردستاني التركي.", "حزب العمال الكردستاني التركي", "Kurdistan Workers' Party"),
        ("دحر الجيش الميليشيات الحوثية من المدينة.", "الميليشيات الحوثية", "Houthi movement"),
        # resolutions by their number
        (
            "دعا إلى تنفيذ القرار الدولي رقم 1267.",
            "القرار الدولي رقم 1267",
            "United Nations Security Council Resolution 1267",
        ),
        (
            "رفض قرار مجلس الأمن الدولي رقم 2216.",
            "قرار مجلس الأمن الدولي رقم 2216",
            "United Nations Security Council Resolution 2216",
        ),
        # what a body is for, behind adjectives that leave it open
        ("أعلنت اللجنة العليا للانتخابات النتائج.", "اللجنة العليا للانتخابات", "اللجنة العليا للانتخابات"),
        ("دعا المجلس الوطني لحقوق الإنسان إلى الحوار.", "المجلس الوطني لحقوق الإنسان", "المجلس الوطني لحقوق الإنسان"),
        (
            "قالت المنظمة العربية لحماية الصحافة إن الوضع سيئ.",
            "المنظمة العربية لحماية الصحافة",
            "المنظمة العربية لحماية الصحافة",
        ),
        ("سلم المجلس العسكري الانتقالي السلطة.", "المجلس العسكري الانتقالي", "المجلس العسكري الانتقالي"),
        # bodies of a state that are no state
        ("اتهمت المعارضة الفنزويلية الجيش.", "المعارضة الفنزويلية", "Opposition of Venezuela"),
        ("هاجم مسلحون قوات الأمن التركية.", "قوات الأمن التركية", "Security forces of Turkey"),
        ("جمد البنك المركزي الكيني الأموال.", "البنك المركزي الكيني", "Central Bank of Kenya"),
        ("أغلقت السلطات القنصلية العامة لتركيا.", "القنصلية العامة لتركيا", "Consulate General of Turkey"),
        # spellings and groups of states
        ("وقعت إيران الاتفاق مع مجموعة «5+1» في فيينا.", "مجموعة «5+1»", "5+1 Group"),
        ("اتفقت إيران مع القوى العالمية الست.", "القوى العالمية الست", "5+1 Group"),
        ("انتقدت الدول الغربية القرار.", "الدول الغربية", "Western world"),
        (
            "عقد مجلس الأمن والسلم للاتحاد الإفريقي جلسة.",
            "مجلس الأمن والسلم",
            "Peace and Security Council of the African Union",
        ),
    ],
)
def test_bodies_as_the_press_names_them(sentence: str, words: str, meant: str) -> None:
    assert means(sentence, words) == [meant]


def test_the_short_name_of_a_party_is_that_of_the_document() -> None:
    text = "هاجم حزب العمال الكردستاني الجيش. وأعلن حزب العمال مسؤوليته."
    assert means(text, "حزب العمال") == ["Kurdistan Workers' Party"]
    assert means("أعلن حزب العمال البريطاني موقفه.", "حزب العمال البريطاني") != ["Kurdistan Workers' Party"]


def test_participles_are_no_names_of_bodies() -> None:
    text = "رحب الحزب الفائز واللجنة المشكلة بالاتفاقية الموقعة. وعقد المجلس الثالثة والأربعين من جلساته."
    assert not labels(layer(text))


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        (
            "دعت اللجنة الدولية للصليب الأحمر إلى هدنة. وأكدت اللجنة ذلك.",
            "اللجنة",
            "International Committee of the Red Cross",
        ),
        ("عقد البرلمان الأوروبي جلسة. وأقر البرلمان القانون.", "البرلمان", "European Parliament"),
        ("أعلن الجيش اللبناني التأهب. وقال الجيش إن الوضع هادئ.", "الجيش", "Army of Lebanon"),
        ("انتقدت المعارضة الفنزويلية الحكومة. ودعت المعارضة إلى الحوار.", "المعارضة", "Opposition of Venezuela"),
        ("أعلنت كتائب القسام الهجوم. وقالت الكتائب إنها سترد.", "الكتائب", "Al-Qassam Brigades"),
        ("أدان التحالف العربي الهجوم. وقصف التحالف المدينة.", "التحالف", "Arab Coalition"),
        ("قصفت طائرات التحالف مواقع الحوثيين في اليمن. وأعلن اليمن ترحيبه.", "التحالف", "Arab Coalition"),
        ("زارت كينيا وفود. وقالت كينيا إن الجيش مستعد. ورحبت كينيا بذلك.", "الجيش", "Army of Kenya"),
        (
            "اجتمع مجلس التعاون الخليجي أمس. ودعا المجلس إيران إلى الحوار.",
            "المجلس",
            "Cooperation Council for the Arab States of the Gulf",
        ),
    ],
)
def test_a_body_that_was_met_before(text: str, words: str, meant: str) -> None:
    assert means(text, words) == [meant]


def test_two_countries_are_countries_and_agree() -> None:
    text = "بحثت الأمم المتحدة مع الكويت وقطر الأزمة. ورحبت الأمم المتحدة بتعاون البلدين."
    assert means(text, "البلدين") == ["Kuwait", "Qatar"]
    assert "Muscat" not in labels(layer("زار الرئيس مسقط رأسه أمس."))
    assert not [m for m in layer("ترفض البلدان النامية الاتفاق.").mentions if m.type == "Country"]
    fair = layer("قال مدير إدارة السياحة والمعارض البحرينية ذلك.")
    assert not [m for m in fair.mentions if m.type == "Person" and m.start > 20]


def test_a_state_by_its_form_and_the_adjective_of_it() -> None:
    assert "Libya" not in labels(layer("تتصاعد المظاهرات الجماهيرية ضد الخدمات."))
    assert means("أعلنت الجماهيرية الليبية موقفها. ورحبت الجماهيرية بالقرار.", "الجماهيرية") == ["Libya"]


def test_an_unlisted_place_behind_its_governor_is_nobody() -> None:
    found = layer("وقال العميد نجم عبد الله قائمقام تلعفر إن الوضع هادئ.").entities.values()
    assert [e.label_ar for e in found if e.type == "Person"] == ["نجم عبد الله"]


@pytest.mark.parametrize(
    ("text", "day", "led"),
    [
        ("وصل مستشار ترامب إلى عمان.", "2018-08-01", "United_States"),
        ("قال وزير دفاع نتنياهو إن الجيش مستعد.", "2018-08-01", "Israel"),
        ("التقى وزير خارجية بوتين نظيره.", "2018-08-01", "Russia"),
        ("حذر مستشار الرئيس أوباما من الحرب.", "2022-08-01", None),
        ("حذر مستشار ترامب من الحرب.", "2022-08-01", None),
    ],
)
def test_who_serves_a_leader_is_not_the_leader(text: str, day: str, led: str | None) -> None:
    """He stands for the state of a leader in office, and for nobody if the leader has left it."""
    found = layer(text, day)
    titles = [m for m in found.mentions if m.kind in ("title", "titled")]
    assert [m.entities for m in titles[:1]] == [(led,) if led else ()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رافقه العقيد طيار ركن ماجد الدوسري.", "ماجد الدوسري"),
        ("كرم وكيل رقيب ماجد الدوسري أمس.", "ماجد الدوسري"),
        ("أصيب الملازم أول بحري ماجد الدوسري.", "ماجد الدوسري"),
        ("قال وزير داخليتنا ماجد الدوسري ذلك.", "ماجد الدوسري"),
    ],
)
def test_ranks_and_fields_are_no_part_of_a_name(text: str, name: str) -> None:
    assert [e.label_ar for e in layer(text).entities.values() if e.type == "Person"] == [name]


def test_an_adjective_of_a_mosque_is_no_family() -> None:
    assert not layer("أغلقت القوات المسجد الإبراهيمي أمس.").entities
    assert "Lakhdar_Brahimi" in layer("قال الإبراهيمي إن الحوار مستمر.").entities


def test_a_joined_noun_begins_no_name() -> None:
    """ "… as minister for housing and the dismissal of": the name behind the noun is another person's."""
    found = layer("صدر أمر بتعيين سالم الدوسري وزيرا للتخطيط وإعفاء حمد السويلم منه.")
    assert {e.label_ar for e in found.entities.values() if e.type == "Person"} == {"سالم الدوسري", "حمد السويلم"}


def test_an_arabic_name_of_other_letters_is_another_one() -> None:
    """عدنان منصر is no عدنان منصور, unless the document speaks of that one's state."""
    assert "Adnan_Mansour" not in layer("قال عدنان منصر في تونس إن الدستور باق.", "2016-04-08").entities
    assert "Adnan_Mansour" in layer("قال عدنان منصور في بيروت إن الحوار مستمر.", "2013-04-08").entities


def test_held_with_its_dots_left_out_is_no_hungarian() -> None:
    """المجرى ("that was held") in a text that dots its final ya counts for no state."""
    text = "بعد الاقتراع المجرى في 7 أكتوبر أعلن وزير الداخلية في الرباط النتائج."
    assert layer(text, "2016-10-10").mentions[0].entities == ("Morocco",)


def test_a_front_of_the_people_is_not_always_the_palestinian_one() -> None:
    palestinian = "Popular_Front_for_the_Liberation_of_Palestine"
    assert palestinian not in layer("قال نائب عن الجبهة الشعبية في تونس إن القانون ناقص.").entities
    full = "أدانت الجبهة الشعبية لتحرير فلسطين القرار. وقالت الجبهة الشعبية إن الرد قريب."
    assert palestinian in layer(full).entities
