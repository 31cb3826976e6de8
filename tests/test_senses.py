"""Words in another sense than that of diplomacy: what an article is about, and who or what fills a role."""

from __future__ import annotations

import pytest

from event_help import annotate, events

MARKETS = (
    "ارتفعت أرباح شركة الخليج للإسمنت في الربع الثاني. وقالت السعودية إن مبيعات الشركة زادت وإن أسعار السهم في "
    "البورصة تحسنت. ودعت المستثمرين والعملاء إلى شراء أسهم الشركة."
)
SCHOOLS = (
    "استقبلت مدارس المدينة طلابها أمس. وأشادت السعودية بجهود المعلمين والمعلمات في المدرسة، وطالبت الطلاب "
    "بالاستفادة من الدورات التدريبية في الكليات."
)


@pytest.mark.parametrize("text", [MARKETS, SCHOOLS])
def test_an_article_of_another_domain_tells_no_event(text: str) -> None:
    assert events(text) == []


def test_statesmen_act_in_an_article_of_another_domain_too() -> None:
    text = f"{MARKETS} والتقى وزير الخارجية الروسي سيرغي لافروف نظيره الصيني وانغ يي في موسكو."
    assert {e.type for e in annotate(text).events} == {"Meeting"}


def test_words_of_politics_outweigh_those_of_another_domain() -> None:
    war = "قصف الجيش السوري تركيا أمس. واتهمت المعارضة السياسية القوات الحكومية بشن هجمات عسكرية في الحرب."
    text = f"{war} {SCHOOLS} وتستمر مفاوضات الهدنة بين قوات الحكومة والمسلحين."
    assert "Praise" in {e.type for e in annotate(text).events}
