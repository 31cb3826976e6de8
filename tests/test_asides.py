"""Asides between commas and dashes, and what stands between a word and what it governs."""

from __future__ import annotations

import pytest

from event_help import events

TOLD = [
    # what follows an aside belongs to the verb
    ("منحت كندا، عبر برنامج الأغذية العالمي، تشاد مساعدة عاجلة.", "Aid agent=Canada target=Chad"),
    (
        "حذر غوتيريش - في كلمة ألقاها أمام مجلس الأمن - إيران من اجتياح العراق.",
        "Warning agent=António Guterres target=Iran",
    ),
    ("اتهمت حركة حماس، ومقرها الدوحة، مصر بالتقصير.", "Accusation agent=Hamas target=Egypt"),
    (
        "حملت حركة النهضة، وهي أكبر كتلة في البرلمان، قيس سعيد مسؤولية الأزمة.",
        "Accusation agent=Ennahda target=Kais Saied",
    ),
    ("أدانت السعودية، من جهتها، الهجوم الإيراني على إسرائيل.", "Condemnation agent=Saudi Arabia target=Iran"),
    ("سلمت السعودية، ممثلة بمركز الملك سلمان للإغاثة، اليمن مساعدات.", "Aid agent=King Salman Humanitarian Aid and "
     "Relief Centre+Saudi Arabia target=Yemen"),
    # a name in quotation marks that repeats the one before; a preposition that the aside has had
    (
        'ندد حلف شمال الأطلسي "الناتو" والاتحاد الأوروبي بسياسة روسيا.',
        "Condemnation agent=European Union+North Atlantic Treaty Organisation target=Russia",
    ),
    ("وجه زيلينسكي، خلال زيارته إلى برلين، الشكر إلى ألمانيا.", "Praise agent=Volodymyr Zelenskyy target=Germany"),
    # the capital that a comma parts from its verb acts
    ("نددت باريس، أمس، بسياسة إيران.", "Condemnation agent=France target=Iran"),
    # an adjective of two words
    (
        "أشار إلى القمة غير المسبوقة التي عقدت بين بوتين وأردوغان في أنقرة.",
        "Summit participant=Recep Tayyip Erdoğan+Vladimir Putin place=Ankara",
    ),
    # who was killed, though written like who killed
    ("قتل جندي تركي في إدلب.", "Attack target=Turkey place=Idlib"),
    ("قتل جنود أتراك بقصف لقوات النظام السوري في إدلب.", "Attack agent=Syria target=Turkey place=Idlib"),
    # where an attack was
    ("علق الأسد على هجوم موسكو.", "Attack target=Moscow"),
    ("نددت فرنسا بهجوم موسكو على أوكرانيا.", "Attack agent=Russia target=Ukraine"),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_told_beside_an_aside(text: str, event: str) -> None:
    assert event in events(text)


UNTOLD = [
    # no aside: the name of a capital behind the verb's own complement
    ("هدد خامنئي، بالعقاب الذي ستناله تركيا في العاصمة السورية، دمشق.", "Warning agent=Ali Khamenei target="),
    # forms that are no verbs: a masdar of purpose, an elative, "our request" behind a verb
    ("عقدت الجزائر ومالي سلسلة من المشاورات دعما لمسار السلام.", "Support"),
    ("ترغب فرنسا في مجموعة أكبر من اللجنة الخاصة بليبيا.", "Praise"),
    ("قوبل طلبنا بالرفض من قبل إسرائيل.", "Appeal"),
    # what is ready is not always an offer, and not allowing is no refusal
    ("ذكر القائد أن القوات الفرنسية مستعدة وتتدرب في الجنوب.", "Proposal"),
    ("أكد بايدن أن الولايات المتحدة لن تسمح لإيران بذلك.", "Rejection"),
]


@pytest.mark.parametrize(("text", "kind"), UNTOLD)
def test_not_told(text: str, kind: str) -> None:
    assert not any(line.startswith(kind) for line in events(text)), events(text)
