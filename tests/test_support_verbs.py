"""Events told by nouns with their parties outside the noun phrase: what verbs of bearing and provoking hand on."""

from __future__ import annotations

import pytest

from event_help import lines

TOLD = [
    # the subject bears it
    ("واجه رئيس الوزراء البريطاني بوريس جونسون انتقادات واسعة داخل حزبه.", "Condemnation target=Boris Johnson"),
    ("تعرض أولاف شولتس لسيل من الانتقادات بسبب تردده.", "Condemnation target=Olaf Scholz"),
    ("حظيت المبادرة المغربية بدعم فرنسا وإسبانيا.", "Support agent=France+Spain target=Morocco"),
    ("لقيت تصريحات الوزير الإسرائيلي إدانات عربية واسعة.", "Condemnation target=Israel"),
    # the subject, or whose deed it is, provokes it
    ("أثارت تصريحات دونالد ترامب بشأن غرينلاند غضبا في الدنمارك.", "Condemnation agent=Denmark target=Donald Trump"),
    ("أثار قرار واشنطن نقل سفارتها موجة إدانات عربية.", "Condemnation target=United States"),
    ("أثارت زيارة إيمانويل ماكرون لبيروت استياء حزب الله.", "Condemnation agent=Hezbollah target=Emmanuel Macron"),
    ("استدعى القرار التركي انتقادات من اليونان وقبرص.", "Condemnation agent=Cyprus+Greece target=Turkey"),
    # what goes on is the subject's, its genitive's owner suffers
    ("بدأت الحكومة العراقية انتقاد الدور التركي في الموصل.", "Condemnation agent=Iraq target=Turkey"),
    ("واصلت ألمانيا انتقاد سجل مصر في حقوق الإنسان.", "Condemnation agent=Germany target=Egypt"),
    ("وجه إيمانويل ماكرون انتقادات إلى تركيا.", "Condemnation agent=Emmanuel Macron target=Turkey"),
    ("وجهت لندن إلى موسكو اتهامات بتسميم العميل السابق.", "Accusation agent=United Kingdom target=Russia"),
    # offers
    ("رفضت طهران الحوافز التي عرضتها واشنطن على إيران.", "Proposal agent=United States target=Iran"),
    ("شكلت الضمانات التي قدمتها واشنطن للفلسطينيين أساسا للعملية.", "Proposal agent=United States target=Palestine"),
    # a visit that lasted
    ("في ختام زيارة للمغرب استمرت ثلاثة أيام، قال سيرغي لافروف إن العلاقات ممتازة.", "Visit agent=Sergey Lavrov target=Morocco"),  # noqa: E501
    # mediation, told by its auspices
    ("بدأت في القاهرة محادثات بين حماس وإسرائيل برعاية مصرية.", "Mediation agent=Egypt target=Hamas+Israel"),
    ("أشار إلى المفاوضات التي ترعاها واشنطن بين إسرائيل ولبنان.", "Mediation agent=United States"),
    # who is held
    ("أفرجت السلطات السودانية عن السجناء المصريين المعتقلين في بورتسودان.", "Release agent=Sudan target=Egypt"),
    ("الأسرى الفلسطينيون المعتقلون في سجون إسرائيل مضربون عن الطعام.", "Detention agent=Israel target=Palestine"),
    ("أصدرت المحكمة الجنائية الدولية مذكرة توقيف بحق عمر البشير.", "Detention target=Omar al-Bashir Hypothetical"),
    # a relative clause of intention
    ("أكد الجنرال أن الضربة التي تعتزم فرنسا توجيهها إلى مالي قريبة.", "Attack agent=France target=Mali Planned"),
    ("تأجلت الزيارة التي ينوي إيمانويل ماكرون القيام بها إلى الجزائر.", "Visit agent=Emmanuel Macron target=Algeria Planned"),  # noqa: E501
    ("رحب بالمحادثات التي تعتزم طهران إجراءها مع الرياض.", "Meeting participant=Iran+Saudi Arabia Planned"),
    # what one receives
    ("انتقد الدعم الذي تتلقاه أوكرانيا من واشنطن.", "Support agent=United States target=Ukraine"),
    ("تلقت أوكرانيا وعودا من واشنطن بتزويدها بالصواريخ.", "Proposal agent=United States target=Ukraine"),
    # whose part, whose wish
    ("أثنى على الدور الذي تلعبه سلطنة عمان في الوساطة بين واشنطن وطهران.", "Mediation agent=Oman target=Iran+United States"),  # noqa: E501
    ("تلعب قطر دور الوسيط بين حماس وإسرائيل.", "Mediation agent=Qatar target=Hamas+Israel"),
    ("أبدت تركيا رغبتها في إجراء محادثات مع مصر.", "Meeting participant=Egypt+Turkey Hypothetical"),
    ("ترفض حماس التفاوض مع إسرائيل.", "Negotiation participant=Hamas+Israel Negated"),
    ("وسط قلق أمريكي من التقارب التركي الصيني، زار الوفد بكين.", "Concern agent=United States target=China+Turkey"),
    # a charge that is denied was made, against whom denies it
    ("نفت الرياض صحة الاتهامات التركية.", "Accusation agent=Turkey target=Saudi Arabia"),
    ("رفض فلاديمير بوتين انتقادات برلين.", "Condemnation agent=Germany target=Vladimir Putin"),
    ("اتهامات لروسيا بانتهاك المجال الجوي.", "Accusation target=Russia"),
    # subjects of a country in the hands of another
    ("أفرجت إيران عن مواطنين فرنسيين.", "Release agent=Iran target=France"),
    # relative clauses without a pronoun, at the beginning and behind a noun with its genitive
    ("قال إن مبادرة سلام طرحتها السعودية لا تزال قائمة.", "Proposal agent=Saudi Arabia"),
    ("خلال اتصال هاتفي أجراه فيصل بن فرحان مع أنتوني بلينكن، بحث الطرفان الأزمة.", "PhoneCall participant=Antony Blinken+Faisal bin Farhan Al Saud"),  # noqa: E501
    ("أشار إلى معاهدة سلام أبرمتها مصر مع إسرائيل.", "Agreement participant=Egypt+Israel"),
    ("عاش في واشنطن فيكتور أوربان الذي كان مؤيدا لروسيا.", "Support agent=Viktor Orbán target=Russia"),
    # what one misses no chance to do
    ("لم يفوت بنيامين نتنياهو الفرصة للإشادة بقرار دونالد ترامب.", "Praise agent=Benjamin Netanyahu target=Donald Trump"),  # noqa: E501
    ("استغلت الصين الفرصة لانتقاد اليابان.", "Condemnation agent=China target=Japan"),
    # the other party is named further on
    ("بعد محادثات أجراها مع نظيره القطري، أعلن هاكان فيدان دعم المبادرة.", "Meeting participant=Hakan Fidan+Qatar"),
    ("خلال زيارة قام بها إلى تونس، بحث فيصل المقداد الأزمة.", "Visit agent=Faisal Mekdad target=Tunisia"),
    ("تعرضت إثيوبيا لضغوط وانتقادات من الاتحاد الأوروبي.", "Condemnation agent=European Union target=Ethiopia"),
    ("تبذل الكويت جهودا للوساطة بين السعودية وقطر.", "Mediation agent=Kuwait target=Qatar+Saudi Arabia"),
    ("برعاية الاتحاد الأفريقي وقع الطرفان اتفاق سلام في بريتوريا.", "Mediation agent=African Union"),
]

NOT_TOLD = [
    ("لا يثير بقاء أنجيلا ميركل استغراب أحد.", "Condemnation"),
    ("حضر الأمير حفل افتتاح المعرض برعاية سعودية.", "Mediation"),
]


@pytest.mark.parametrize(("text", "line"), TOLD)
def test_support_verbs_hand_their_parties_to_their_nouns(text: str, line: str) -> None:
    assert lines(text, line.split()[0]) == [line]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not_told_of_somebody(text: str, kind: str) -> None:
    assert lines(text, kind) == []


def test_those_whom_something_befalls_are_not_blamed() -> None:
    assert all("target" not in line for line in lines("أثار مقتل شيرين أبو عاقلة غضبا في الأردن.", "Condemnation"))
