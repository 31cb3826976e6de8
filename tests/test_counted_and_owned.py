"""Parties behind numbers, behind possessive pronouns and behind courts: sentences of every day that were not read."""

from __future__ import annotations

import pytest

from event_help import lines


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("طردت بولندا خمسة عشر دبلوماسيا بيلاروسيا.", "Expulsion", ["Expulsion agent=Poland target=Belarus"]),
        ("نشرت تركيا آلافا من الجنود على الحدود مع سوريا.", "Deployment", ["Deployment agent=Turkey place=Syria"]),
        ("نشرت تركيا عشرات الآلاف من الجنود في ليبيا.", "Deployment", ["Deployment agent=Turkey place=Libya"]),
    ],
)
def test_what_is_counted_is_what_a_frame_asks_for(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("غادر الكاتب سليم البدري تونس بعد أن قررت المحكمة إطلاق سراحه.", ["Release target=سليم البدري Planned"]),
        ("استجوبت الشرطة سليم البدري ثم أخلت سبيله.", ["Release target=سليم البدري"]),
        ("أطلقت الشرطة الفرنسية سراحه.", []),
    ],
)
def test_who_is_released_is_told_by_the_pronoun(text: str, found: list[str]) -> None:
    assert lines(text, "Release") == found


def test_the_envoys_of_whoever_acts_are_recalled_two_at_a_time() -> None:
    text = "استدعت اليونان سفيريها لدى تركيا وليبيا للتشاور."
    assert lines(text, "Recall") == ["Recall agent=Greece target=Libya+Turkey"]
    assert lines(text, "Summons") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قضت محكمة مغربية بحبس الصحافي سليم البدري.", ["Detention agent=Morocco target=سليم البدري"]),
        ("أصدرت محكمة لبنانية حكما غيابيا بالسجن بحق سليم البدري.", ["Detention agent=Lebanon target=سليم البدري"]),
        ("قضت محكمة بحبس الصحافي سليم البدري.", ["Detention target=سليم البدري"]),
    ],
)
def test_a_court_of_a_state_stands_for_it(text: str, found: list[str]) -> None:
    assert lines(text, "Detention") == found


def test_ties_that_two_agree_to_restore_are_theirs() -> None:
    text = "اتفقت اليونان وتركيا على استئناف العلاقات الدبلوماسية بينهما."
    assert lines(text, "RelationsRestored") == ["RelationsRestored participant=Greece+Turkey Planned"]
    assert lines("اتفقت اليونان وتركيا على تعزيز التعاون.", "Cooperation") == []


def test_who_hosts_talks_takes_part_in_them() -> None:
    assert lines("تحتضن الرباط قمة إفريقية الشهر المقبل.", "Summit") == ["Summit participant=Morocco Planned"]
    assert lines("تحتضن الرباط مهرجانا للموسيقى الشهر المقبل.", "Summit") == []


def test_one_arrives_in_a_town_without_a_preposition() -> None:
    found = lines("كما سيصل الرباط في وقت لاحق الرئيس التركي رجب طيب أردوغان.", "Visit")
    assert found == ["Visit agent=Recep Tayyip Erdoğan place=Rabat Planned"]


def test_a_third_name_behind_a_listed_one_belongs_to_it() -> None:
    text = "التقى وزير الخارجية سامح شكري سالفا كير ميارديت. ودعا ميارديت مصر إلى المساعدة."
    assert lines(text, "Appeal") == ["Appeal agent=Salva Kiir Mayardit target=Egypt"]


@pytest.mark.parametrize("how", ["فورا", "مباشرة", "سرا", "جوا"])
def test_an_adverb_is_no_object_of_the_verb(how: str) -> None:
    found = lines(f"وصل سامح شكري إلى بيروت، وتوجه {how} إلى باريس.", "Visit")
    assert found == ["Visit agent=Sameh Shoukry place=Beirut", "Visit agent=Sameh Shoukry place=Paris"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("اليونان أول دولة تعترف بالحكومة الليبية.", "Recognition", ["Recognition agent=Greece target=Libya"]),
        ("باتت اليونان أحدث الدول التي تعترف بكوسوفو.", "Recognition", ["Recognition agent=Greece target=Kosovo"]),
        ("اليونان بلد جميل يعترف الجميع بكوسوفو.", "Recognition", []),
    ],
)
def test_who_is_the_first_to_do_it_does_it(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("أغلقت تركيا المعبر تضامنا مع قطر.", "Support", ["Support agent=Turkey target=Qatar"]),
        ("سحبت تركيا سفيرها احتجاجا على تصريحات فرنسا.", "Condemnation", ["Condemnation agent=Turkey target=France"]),
        ("تظاهر المئات في بيروت تضامنا مع تركيا.", "Support", []),
        ("تظاهر المئات في بيروت تضامنا مع تركيا.", "Protest", []),
    ],
)
def test_a_reason_tells_a_stance_of_who_acts(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


def test_who_agrees_is_mediated_between() -> None:
    text = "توصلت اليونان وتركيا إلى اتفاق بعد وساطة ألمانية."
    assert lines(text, "Mediation") == ["Mediation agent=Germany target=Greece+Turkey"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (
            "وقعت مصر اتفاقية التجارة، وصادق عليها البرلمان اللبناني.",
            "Ratification",
            "agent=Parliament of Lebanon object=اتفاقية التجارة",
        ),
        ("تم تجديد بروتوكول التجارة بين تونس واليونان.", "Extension", "agent=Greece+Tunisia object=بروتوكول التجارة"),
        ("جمدت العلاقات بين اليونان وتركيا.", "RelationsCut", "agent=Greece+Turkey"),
    ],
)
def test_accords_by_their_pronoun_and_between_their_parties(text: str, kind: str, found: str) -> None:
    assert lines(text, kind) == [f"{kind} {found}"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        # what will be done is told by itself, and who goes somewhere then by the clause of time
        (
            "قال سامح شكري إن الملف ستتم مناقشته عندما يزور الوزير سيرغي لافروف مصر قريبا.",
            "Visit",
            ["Visit agent=Sergey Lavrov target=Egypt Planned"],
        ),
        (
            "جاء ذلك خلال أول زيارة لدولة عربية يقوم بها سيرغي لافروف.",
            "Visit",
            ["Visit agent=Sergey Lavrov"],
        ),
        (
            "تلقى سامح شكري رسالة من سيرغي لافروف عبر فيها عن إدانته للهجوم على تركيا.",
            "Condemnation",
            ["Condemnation agent=Sergey Lavrov"],
        ),
        (
            "قال سامح شكري في اليوم الأول من زيارة إلى تركيا إن الملف مغلق.",
            "Visit",
            ["Visit agent=Sameh Shoukry target=Turkey"],
        ),
        ("تأتي زيارة سيرغي لافروف في وقت حساس.", "Visit", ["Visit agent=Sergey Lavrov"]),
        ("ستقدم تركيا أدلة لا تقبل الجدل.", "Rejection", []),
    ],
)  # fmt: skip
def test_clauses_that_hid_who_acts(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


def test_a_name_behind_a_comma_ends_with_its_sentence() -> None:
    text = "التقى سامح شكري وزير خارجية اليونان، حسن البدري. وأكد وزير الخارجية اليوناني ضرورة الحوار."
    assert lines(text, "Statement") == ["Statement agent=حسن البدري"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        # each of several is met by himself
        (
            "استقبل سامح شكري كلا من سيرغي لافروف وأنتوني بلينكن.",
            "Meeting",
            [
                "Meeting participant=Antony Blinken+Sameh Shoukry",
                "Meeting participant=Sameh Shoukry+Sergey Lavrov",
            ],
        ),
        # two who chair the talks of their states are those who meet
        (
            "عقد سامح شكري وسيرغي لافروف اجتماع لجنة التشاور بين البلدين.",
            "Meeting",
            ["Meeting participant=Sameh Shoukry+Sergey Lavrov+لجنة التشاور"],
        ),
        ("افتتحت في بيروت أمس قمة جامعة الدول العربية.", "Summit", ["Summit participant=Arab League place=Beirut"]),
        ("توجه سامح شكري إلى بيروت للمشاركة في العزاء.", "Visit", ["Visit agent=Sameh Shoukry place=Beirut"]),
        # an accord by the preposition behind whose it is, and who is informed of an offer
        (
            "بعد إقرار مجلس الأمن لاتفاقية باريس.",
            "Ratification",
            ["Ratification agent=United Nations Security Council object=Paris Agreement"],
        ),
        ("أبلغت تركيا قطر استعدادها للوساطة.", "Proposal", ["Proposal agent=Turkey target=Qatar"]),
        ("أبلغت تركيا قطر رفضها للخطة.", "Rejection", ["Rejection agent=Turkey"]),
    ],
)  # fmt: skip
def test_encounters_and_accords(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        (
            "اعتقل الاحتلال محمود عباس في نابلس.",
            "Detention",
            ["Detention agent=Israel target=Mahmoud Abbas place=Nablus"],
        ),
        ("شن الاحتلال هجوما على فلسطين.", "Attack", ["Attack agent=Israel target=Palestine"]),
        # what is ended is nobody, and who is not named is not meant
        ("دعت مصر إلى إنهاء الاحتلال في فلسطين.", "Attack", []),
        ("اعتقل الاحتلال عشرة في الجزائر.", "Detention", []),
    ],
)
def test_the_occupation_acts_for_a_state(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("قال سامح شكري إن بلاده قلقة من أنشطة إيران.", "Concern", ["Concern agent=Egypt target=Iran"]),
        ("تركيا مستاءة من تصريحات ماكرون.", "Concern", ["Concern agent=Turkey target=Emmanuel Macron"]),
        # a noun that is written alike, behind a verb that voices it
        ("أبدت اليابان قلقا من كوريا الشمالية.", "Concern", ["Concern agent=Japan target=North Korea"]),
        ("هاجم طلاب غاضبون مقر الشركة.", "Concern", []),
        # the party of the one who speaks
        ("قال رئيس حركة النهضة راشد الغنوشي إن حزبه يرفض خطة فرنسا.", "Rejection", ["Rejection agent=Ennahda target=France"]),  # noqa: E501
        ("أكد خالد مشعل رئيس المكتب السياسي لحركة حماس أن حركته ترفض الخطة الأميركية.", "Rejection", ["Rejection agent=Hamas target=United States"]),  # noqa: E501
        # adjectives that nobody takes for a party
        ("تلقى الملك حمد اتصالا من الرئيس التونسي قيس سعيد عبر فيه عن إدانته للاعتداء الآثم.", "Condemnation", ["Condemnation agent=Kais Saied"]),  # noqa: E501
        # provinces are places
        ("زار الملك سلمان عسير.", "Visit", ["Visit agent=Salman bin Abdulaziz Al Saud place=Asir"]),
        ("زار محافظة حضرموت أمس.", "Visit", []),
        # a participle that tells nothing has its own clause
        ("استقبل الملك سلمان في جدة سامح شكري، مستعرضا معه آفاق التعاون بين البلدين.", "Meeting", ["Meeting participant=Salman bin Abdulaziz Al Saud+Sameh Shoukry place=Jeddah"]),  # noqa: E501
        # nobody is told who did it, or to whom: the town was hit
        ("فجر رجل نفسه في سوق في بعقوبة.", "Attack", ["Attack target=Baqubah place=Baqubah"]),
        ("قتل ثلاثة في حادث سير في حلب.", "Attack", []),
        ("استهدف مسلحون كنيسة في المنيا.", "Attack", ["Attack target=Minya place=Minya"]),
        ("تحدث التقرير عن ضلوع سوريا في اغتيال رفيق الحريري.", "Attack", ["Attack agent=Syria target=Rafic Hariri"]),
    ],
)  # fmt: skip
def test_what_states_and_provinces_are(text: str, kind: str, found: list[str]) -> None:
    assert lines(text, kind) == found
