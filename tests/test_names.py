"""Personal names: where unlisted ones end, families, spellings of one name, different people of one family."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entity_help import labels, layer, means, mention
from sifara.entities.spelling import distance, likeness, skeleton
from sifara.entities.words import key


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال سفير ماليزيا زين العابدين محمد إن الزيارة ناجحة.", "زين العابدين محمد"),
        ("التقى وزير التجارة الكيني كيباكي موانغي نظيره المصري.", "كيباكي موانغي"),
        ("قال وزير الثقافة العماني سالم بن ناصر آل مبارك إن المعرض مهم.", "سالم بن ناصر آل مبارك"),
        ("صرح النائب الأردني خليل عطية للصحافة.", "خليل عطية"),
        ("أعلن رئيس الوفد السويدي أولف سندستروم، أمس، انتهاء المهمة.", "أولف سندستروم"),
        ("وأوضح المتحدث الرسمي باسم الهيئة رأفت السلمي في تصريح أن الحملة مستمرة.", "رأفت السلمي"),
        ("وقال مدير المركز مناف الدليمي، وهو باحث، إن الدراسة مهمة.", "مناف الدليمي"),
        ("أشاد النائب الفرنسي جيل موراند، رئيس المجموعة، بالانتخابات.", "جيل موراند"),
        ("قالت الناشطة سعاد المهيري في بيان إن الوضع صعب.", "سعاد المهيري"),
        ("قال السفير الجنوب أفريقي عبد الحميد خبيلي إن الاتفاق تاريخي.", "عبد الحميد خبيلي"),
    ],
)
def test_the_extent_of_unlisted_names(sentence: str, name: str) -> None:
    people = {e.label_ar for e in layer(sentence).entities.values() if e.type == "Person" and not e.listed}
    assert name in people


def test_a_given_name_with_its_father_is_of_no_family_called_so() -> None:
    text = "قالت هند محمد أحمد محمد إنها بخير. وأكد مدير التعليم محمد بن عبدالله العقيبي أن الطلاب بخير."
    people = {e.label_ar for e in layer(text).entities.values() if e.type == "Person"}
    assert "محمد بن عبدالله العقيبي" in people


def test_an_accusative_behind_a_title_is_no_name() -> None:
    found = layer("وأثار مقتل الصحافي غضبا عالميا وأضر بصورة الحكومة.").entities.values()
    assert not [e for e in found if e.type == "Person"]


def test_a_verb_or_function_word_ends_a_name() -> None:
    for sentence in (
        "وزير الخارجية الروسي يزور القاهرة.",
        "قال وزير الخارجية الفرنسي أن بلاده ستشارك.",
        "الرئيس المصري غادر إلى روما.",
    ):
        assert not [e for e in layer(sentence).entities.values() if e.type == "Person" and not e.listed]


def test_family_name_after_the_full_name_and_before_it() -> None:
    text = "خبيلي يشيد بالاتفاق\nقال السفير الكيني جوزيف خبيلي إن الاتفاق مهم. وأضاف خبيلي أن التنفيذ قريب."
    found = [m for m in layer(text).mentions if m.type == "Person" and not m.inner]
    assert len(found) == 3
    assert len({m.entities for m in found}) == 1


def test_a_family_name_that_nobody_introduced_is_no_person() -> None:
    assert not [m for m in layer("اشترت الشركة من صالح سيارة جديدة.").mentions if m.entities and m.type == "Person"]


def test_famous_family_names_need_no_introduction() -> None:
    assert "Vladimir Putin" in labels(layer("انتقد بوتين القرار بشدة."))
    assert "Sergey Lavrov" in labels(layer("وصل لافروف إلى جنيف."))


def test_spellings_of_one_name_are_one_person() -> None:
    text = "قال المعارض الروسي أليكسي نافالني إن المحاكمة سياسية. واعتقل أليكسي نافانلي في موسكو."
    assert len({m.entities for m in layer(text, "2021-02-01").mentions if m.type == "Person" and m.entities}) == 1
    text = "قال السفير الهولندي فيليب فان دير برغ إن اللقاء مفيد. وغادر فيليب فان دير بيرغ القاعة."
    assert len({m.entities for m in layer(text).mentions if m.type == "Person" and m.entities}) == 1


def test_two_people_of_one_family_are_kept_apart() -> None:
    text = "التقى وزير المالية الكيني بيتر كاماو وزير التجارة التنزاني جون كاماو."
    people = {m.entities for m in layer(text).mentions if m.type == "Person"}
    assert len(people) == 2


def test_a_listed_person_under_another_spelling() -> None:
    assert means(
        "وصل وزير الخارجية الفنلندي اركي تيوميوجا إلى طرابلس.", "وزير الخارجية الفنلندي اركي تيوميوجا", "2000-08-15"
    ) == ["Erkki Tuomioja"]


def test_royals_are_called_by_their_first_name() -> None:
    text = "استقبل الأمير سلطان بن عبد العزيز وزير الدفاع السعودي الضيف. وأعرب الأمير سلطان عن ارتياحه."
    assert means(text, "الأمير سلطان", "2004-04-07") == means(
        text, mention(text, "الأمير سلطان", "2004-04-07") and "الأمير سلطان", "2004-04-07"
    )
    people = {
        m.entities
        for m in layer(text, "2004-04-07").mentions
        if m.type == "Person" and "سلطان" in text[m.start : m.end]
    }
    assert len(people) == 1


def test_things_named_for_people_are_no_people() -> None:
    assert not [m for m in layer("افتتح مستشفى أحمد ماهر جناحا جديدا.", None).mentions if m.kind == "titled"]


def test_skeletons() -> None:
    assert skeleton(key("سيرجي")) == skeleton(key("سيرغي"))
    assert likeness(key("بلينكين"), key("بلينكن")) == 1
    assert distance(key("نافانلي"), key("نافالني")) == 2 or distance(key("نافانلي"), key("نافالني")) == 1


@given(
    st.text(alphabet="ابتثجحخدرزسشصطعغفقكلمنهوي", max_size=8), st.text(alphabet="ابتثجحخدرزسشصطعغفقكلمنهوي", max_size=8)
)
def test_distance_is_a_distance(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance(one, other) <= max(len(one), len(other))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("وحضر اللقاء دراغوتين بليكوف سفير صربيا لدى المغرب.", "دراغوتين بليكوف"),
        ("وذكر بصير مجاهد المتحدث باسم وزارة الدفاع أن الهجوم وقع فجرا.", "بصير مجاهد"),
        ("قال زورتان بايدن إن والده بخير.", "زورتان بايدن"),
    ],
)
def test_unlisted_names_are_told_by_what_stands_around_them(sentence: str, name: str) -> None:
    people = {e.label_ar for e in layer(sentence).entities.values() if e.type == "Person" and not e.listed}
    assert people == {name}


def test_a_given_name_that_contradicts_the_listed_one_is_somebody_else() -> None:
    assert "Joe Biden" not in labels(layer("قال هانتر بايدن إنه سيحضر.", "2021-05-20"))
    assert "Joe Biden" in labels(layer("قال جوزيف بايدن إنه سيحضر.", "2021-05-20"))


def test_what_is_named_for_people_is_nobody() -> None:
    for sentence in (
        "هبطت الطائرة في مطار الملك خالد.",
        "زار حديقة الملك عبد الله في المدينة.",
        "جرت المباراة في ملعب محمد الخامس.",
    ):
        assert not [m for m in layer(sentence).mentions if m.type == "Person"], sentence


def test_a_king_by_his_given_name_is_nobody_of_that_family_name() -> None:
    assert not [e for e in layer("استقبل الملك خالد ضيفه.", "2015-06-01").entities.values() if e.listed]


def test_clubs_and_prayers_are_no_places() -> None:
    for sentence in ("فاز ريال مدريد بالكأس.", "خسر باريس سان جيرمان المباراة.", "بعد أذان المغرب بقليل."):
        assert not layer(sentence).mentions, sentence


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال الرئيس جوزيف كابيلا إن بلاده مستعدة.", "جوزيف كابيلا"),
        ("طلبت باكستان من القائم بالأعمال الهندي سودير فياس المغادرة.", "سودير فياس"),
        ("وقائد آخر هو عبد الخالق الحوثي.", "عبد الخالق الحوثي"),
    ],
)
def test_names_are_not_cut(sentence: str, name: str) -> None:
    people = {e.label_ar for e in layer(sentence, "2015-06-01").entities.values() if e.type == "Person"}
    assert people == {name}


def test_what_follows_a_name_is_not_glued_to_it() -> None:
    assert means("لقي الرئيس خاتمي حفاوة مميزة في موسكو.", "الرئيس خاتمي", "2001-03-15") == ["Mohammad Khatami"]
    assert means("سئل الوزير الجزائري رأيه في الموضوع.", "الوزير الجزائري") == ["Algeria"]


def test_a_family_name_behind_a_ruler_s_given_names_is_somebody_else() -> None:
    people = layer("افتتح العميد خالد بن أحمد الداموك المركز.", "2015-06-01").entities.values()
    assert {e.label_ar for e in people if e.type == "Person"} == {"خالد بن أحمد الداموك"}


def test_an_adjective_between_an_honorific_and_a_name() -> None:
    people = layer("أكد الناشط المدني جلال الشحماني ذلك.").entities.values()
    assert {e.label_ar for e in people if e.type == "Person"} == {"جلال الشحماني"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        # behind a verb of saying, an age, the adjective of a country that stands for a person
        ("وقال برنتفورد هيلسنغ إن المشروع متوقف.", "برنتفورد هيلسنغ"),
        ("وأفاد أورماندو سكاليتي (51 عاما) بأنه بخير.", "أورماندو سكاليتي"),
        ("وطالبت أسرة الكرواتي توميسلاف برانكوفيتش الخاطفين بإطلاقه.", "توميسلاف برانكوفيتش"),
        # chains of family names with the article
        ("واستقبل وزير الداخلية الشيخ فيحان الخالد الحمد الصباح الوفد.", "فيحان الخالد الحمد الصباح"),
        ("وحضر مدير المراسم الشيخ خالد العبدالله الناصر الصباح الحفل.", "خالد العبدالله الناصر الصباح"),
        ("وقال وزير الطاقة الإماراتي سهيل بن أحمد فرج فارس المنصوري إن السوق مستقر.", "سهيل بن أحمد فرج فارس المنصوري"),
        # adjectives between the title and the name, and words that end a name
        ("وقال رئيس الوزراء المنصرف جون كاماو إن السلام ممكن.", "جون كاماو"),
        ("وقال مدير الفريق التقني سالم القحطاني إن العمل انتهى.", "سالم القحطاني"),
        ("وبحسب السفير قوطالي فإن الحديث يدور عن مركز صناعي.", "قوطالي"),
        ("وتفقد نائب وزير الصحة حمد بن محمد الضويلي مجمع الأمل.", "حمد بن محمد الضويلي"),
        # letters that look like a clitic or the article with one
        ("وقدم السفير ألفريد كالينزا أوراق اعتماده.", "ألفريد كالينزا"),
        ("وزار الأمين العام للأمم المتحدة كورت فالدهاوزر إيران.", "كورت فالدهاوزر"),
        # hyphens, brackets, particles, sons
        ("وقالت وزيرة الداخلية النمساوية يوهانا ميكلر-لايتنبرغ إن العدد كبير.", "يوهانا ميكلر-لايتنبرغ"),
        ("ورفض دي سانتارو، نائب رئيس الوزراء الإيطالي، الاقتراح.", "دي سانتارو"),
        ("ووصل شياخ ولد سيداتي مدير الديوان إلى باريس.", "شياخ ولد سيداتي"),
        ("واستقبله اللواء ركن مترك بن عواض الشمراني في المطار.", "مترك بن عواض الشمراني"),
        ("وأوضح وزير التجارة الأمريكي، ويلبارت روس، أن القرار نهائي.", "ويلبارت روس"),
    ],
)
def test_names_that_no_table_has(sentence: str, name: str) -> None:
    people = {e.label_ar for e in layer(sentence).entities.values() if e.type == "Person" and not e.listed}
    assert people == {name}


def test_a_given_name_in_brackets_before_the_family_name() -> None:
    assert means("وطالبوا الرئيس (حميد) كرزاي بالاستقالة.", "الرئيس (حميد) كرزاي") == ["Hamid Karzai"]


def test_words_with_a_pronoun_are_no_names() -> None:
    assert not labels(layer("وأكدوا أن لدينا اليقين بنجاح العمل.")) & {"دينا اليقين"}


def test_people_of_one_house_are_not_joined_by_their_consonants() -> None:
    assert "Mahmoud al-Subaihi" not in labels(layer("وقال محمد الخالد الصباح إن اليمن بلد شقيق."))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("وأكد رجل الأعمال المصري محمد أبو العينين أن المشروع مهم.", "محمد أبو العينين"),
        ("ودعا كاتب الديوان مختار الرحبي إلى زيارة عدن.", "مختار الرحبي"),
        ("وقال حاكم دبي الشيخ سالم المكتوم بارك الله فيه إن العمل مستمر.", "سالم المكتوم"),
        ("وأقام الوزير حفلا على شرف الدكتور مدني حضره عدد من الضيوف.", "مدني"),
        ("وقال الشاعر نور الدين الأزرقي إن القصيدة جديدة.", "نور الدين الأزرقي"),
    ],
)
def test_where_names_go_on_and_end(sentence: str, name: str) -> None:
    people = {e.label_ar for e in layer(sentence).entities.values() if e.type == "Person" and not e.listed}
    assert people == {name}


def test_a_word_of_praise_is_nobody() -> None:
    people = [e for e in layer("وقال راشد حمد الله إن الله معنا.").entities.values() if e.type == "Person"]
    assert [e.label_ar for e in people] == ["راشد حمد الله"]
    assert len([m for m in layer("وقال راشد حمد الله إن الله معنا.").mentions if m.type == "Person"]) == 1


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قال وزير الدولة البريطاني لشؤون الدفاع أليكس هاربرت إن الدفعة ستصل.", "أليكس هاربرت"),
        ("قال المتحدث باسم البنتاجون اللوتينانت كولونيل جيفري هامل لصحيفة محلية إن الوزير بخير.", "جيفري هامل"),
        ("التقى مستشاري الملك السادة فؤاد عالي الخطيب وياسر الدكالي وعبد اللطيف الصويري.", "عبد اللطيف الصويري"),
        ("قال الأمين العام للهيئة زياد أمين البكري إن الوضع صعب.", "زياد أمين البكري"),
    ],
)
def test_where_names_behind_titles_begin_and_end(sentence: str, name: str) -> None:
    people = {e.label_ar for e in layer(sentence).entities.values() if e.type == "Person"}
    assert name in people


def test_a_known_noun_behind_a_listed_family_name_is_no_name() -> None:
    assert means("أثار الرئيس بايدن المخاوف بشأن تايوان.", "الرئيس بايدن", "2022-06-01") == ["Joe Biden"]


def test_a_name_of_given_names_is_nobody_listed_under_another() -> None:
    for sentence in ("قال محمد محمود إن الصومال بخير.", "استقبل الرئيس إبراهيم بوبكر كايتا الوفد في باماكو."):
        made = [e for e in layer(sentence, "2021-06-01").entities.values() if e.type == "Person"]
        assert made
        assert not any(e.listed for e in made)


def test_a_house_behind_a_name_of_two_words_belongs_to_it() -> None:
    people = layer("قال رئيس المخابرات السابق عبد الله السنوسي إن ليبيا بخير.").entities.values()
    assert "عبد الله السنوسي" in {e.label_ar for e in people}
