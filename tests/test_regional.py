"""Events as papers of the Maghreb and the Gulf tell them: courtesies, set phrases, those behind a name."""

from __future__ import annotations

import pytest

from event_help import lines

TOLD = [
    # a woman named without her title
    ("تحدثت أنجيلا ميركل التي زارت تركيا أمس.", "Visit agent=Angela Merkel target=Turkey"),
    # talks that a session carries
    (
        "عقد الملك سلمان جلسة مباحثات رسمية مع إيمانويل ماكرون.",
        "Meeting participant=Emmanuel Macron+Salman bin Abdulaziz Al Saud",
    ),
    # who gathers with whom
    ("احتضنت مدريد لقاء جمع سامح شكري بنظيره سيرغي لافروف.", "Meeting participant=Sameh Shoukry+Sergey Lavrov"),
    ("جرى لقاء جمع سامح شكري مع سيرغي لافروف.", "Meeting participant=Sameh Shoukry+Sergey Lavrov"),
    # who received or saw off a guest
    (
        "وكان في استقبال إيمانويل ماكرون لدى وصوله المطار سامح شكري.",
        "Meeting participant=Emmanuel Macron+Sameh Shoukry",
    ),
    ("وكان في وداع إيمانويل ماكرون سامح شكري.", "Meeting participant=Emmanuel Macron+Sameh Shoukry"),
    # letters of credence
    ("قدم السفير الياباني أوراق اعتماده إلى محمود عباس.", "Meeting participant=Japan+Mahmoud Abbas"),
    # idioms
    ("حط سامح شكري الرحال بموسكو.", "Visit agent=Sameh Shoukry place=Moscow"),
    ("وجاء ذلك خلال زيارة قادت سامح شكري إلى اليابان.", "Visit agent=Sameh Shoukry target=Japan"),
    (
        "توصل محمد السادس ببرقية تهنئة من إيمانويل ماكرون.",
        "Congratulation agent=Emmanuel Macron target=Mohammed VI",
    ),
    ("ترأس سامح شكري رفقة سيرغي لافروف أشغال الدورة.", "Meeting participant=Sameh Shoukry+Sergey Lavrov"),
    ("خص محمد السادس سامح شكري باستقبال.", "Meeting participant=Mohammed VI+Sameh Shoukry"),
    ("سيمثل نيكولا ساركوزي أمام قاضي التحقيق.", "Detention target=Nicolas Sarkozy Planned"),
    ("تولى سامح شكري وسيرغي لافروف التوقيع على الاتفاق.", "Signing agent=Sameh Shoukry+Sergey Lavrov"),
    # thankfulness; a request that a preposition carries
    ("عبر سامح شكري عن امتنانه لليابان.", "Praise agent=Sameh Shoukry target=Japan"),
    ("وجاء القرار بناء على طلب من اليابان.", "Appeal agent=Japan"),
    # what was reached, resumed by a pronoun
    ("وأكدت دعم اتفاق تم التوصل إليه بين إيران والصين.", "Agreement participant=China+Iran"),
    # the post of a recalled envoy with a name
    ("استدعت البحرين سفيرها لدى إيران راشد الدوسري.", "Recall agent=Bahrain target=Iran"),
    # a chargé d'affaires is named by his embassy
    ("استدعت البحرين القائم بأعمال السفارة الإيرانية حسن زرنكار.", "Summons agent=Bahrain target=Iran"),
    # whom somebody received stands behind times and places
    (
        "جاء ذلك خلال استقبال سامح شكري في مكتبه أمس سيرغي لافروف.",
        "Meeting participant=Sameh Shoukry+Sergey Lavrov",
    ),
    # who leaves after a visit
    ("غادر إيمانويل ماكرون مصر بعد زيارة رسمية.", "Visit agent=Emmanuel Macron target=Egypt"),
    # aid that arrives
    ("وصلت طائرة إغاثية سعودية إلى مطار عدن.", "Aid agent=Saudi Arabia target=Aden"),
    # a name in quotation marks behind its noun
    ("اعترفت كوبا بجبهة «البوليساريو».", "Recognition agent=Cuba target=Polisario Front"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_told(text: str, expected: str) -> None:
    assert expected in lines(text, expected.split()[0])


NOT_TOLD = [
    ("قدم المبعوث ورقة عمل إلى الحكومة السورية.", "Meeting"),
    ("تم ذلك بناء على طلبه في تونس.", "Appeal"),
    ("ودعت تركيا إيران إلى الحوار.", "Meeting"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_not_told(text: str, kind: str) -> None:
    assert lines(text, kind) == []
