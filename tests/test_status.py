"""Status: done, planned, hypothetical or negated, by every kind of word that tells it."""

from __future__ import annotations

import pytest

from event_help import annotate, lines, one

TOLD = [
    # as soon as, after what is expected, who refused to be named
    ("قال بلينكن: \"بمجرد أن تهاجم إيران إسرائيل ستكون هذه نقطة تحول\".", "Attack", "Hypothetical"),
    ("قال بايدن إنه يتوقع وقوع هجوم، وذلك بعدما توعدت طهران إسرائيل بالانتقام.", "Warning", "Actual"),
    ("وقال المصدر الذي رفض الكشف عن اسمه إن قيادة حزب الله تشعر بالقلق.", "Concern", "Actual"),
    # what somebody ought to do, what may come of something, what is feared
    ("على تركيا أن تسحب قواتها من العراق.", "Withdrawal", "Hypothetical"),
    ("قد تنسحب إسرائيل من الجولان وتفرج عن الأسرى اللبنانيين.", "Release", "Hypothetical"),
    ("من شأن القرار أن يؤدي إلى طرد السفير الإسرائيلي.", "Expulsion", "Hypothetical"),
    ("سيؤدي الاتفاق إلى انسحاب القوات الفرنسية من مالي.", "Withdrawal", "Planned"),
    ("تخشى فرنسا انسحاب الولايات المتحدة من الاتفاق النووي.", "Withdrawal", "Hypothetical"),
    ("هناك مخاوف من هجوم إسرائيلي على لبنان.", "Attack", "Hypothetical"),
    ("من المستبعد أن تفرض روسيا عقوبات على المجر.", "Sanction", "Hypothetical"),
    ("أمام الكونغرس ستون يوما لعرقلة رفع العقوبات الأميركية عن إيران.", "SanctionRelief", "Hypothetical"),
    # put off, called off, aimed at
    ("تأجلت القمة بين بايدن وبوتين إلى أجل غير مسمى.", "Summit", "Planned"),
    ("أُلغيت زيارة ماكرون إلى المغرب.", "Visit", "Negated"),
    ("يهدف الاجتماع إلى التوصل إلى اتفاق بين روسيا وأوكرانيا.", "Agreement", "Planned"),
    # talks that lie ahead by the verb that tells of them, a journey before which somebody spoke
    ("ستبحث زيارة لافروف إلى أنقرة ملف سوريا.", "Visit", "Planned"),
    ("من المقرر أن يبحث اللقاء بين بوتين وأردوغان ملف سوريا.", "Meeting", "Planned"),
    ("قال أردوغان قبل توجهه إلى فرنسا إن روسيا ترتكب خطأ.", "Visit", "Planned"),
    ("يزور ماكرون نهاية الأسبوع بيروت.", "Visit", "Planned"),
    # a plan with what became of it instead; a cause beside what is not done
    ("كان من المقرر أن يزور لافروف أنقرة لكنه بقي في موسكو.", "Visit", "Negated"),
    ("امتنعت الصين عن التصويت لأن بكين تعارض فرض عقوبات على إيران.", "Rejection", "Actual"),
    # what is said later is said; hope for what lies ahead is voiced now
    ("واعتذر لافروف لاحقا، قائلا إن الأمر خطأ.", "Statement", "Actual"),
    ("أعرب لافروف عن أمله في وقف الحرب في القريب العاجل.", "Statement", "Actual"),
    # what goes on today does not lie ahead
    ("تتواصل اليوم في فيينا المفاوضات بين إيران والولايات المتحدة.", "Negotiation", "Actual"),
    # reports that are denied, rumours
    ("نفى الناطق صحة الأنباء عن زيارة لافروف إلى المغرب.", "Visit", "Negated"),
    ("نفت الرباط ما تردد عن زيارة لافروف إلى تونس.", "Visit", "Negated"),
    ("وصفت الحكومة الأنباء عن زيارة لافروف إلى المغرب بأنها شائعات.", "Visit", "Negated"),
    ("لا صحة للأنباء عن لقاء بين بوتين وأردوغان.", "Meeting", "Negated"),
    ("وسط شائعات عن لقاء بين بوتين وأردوغان.", "Meeting", "Hypothetical"),
    # what is there already, whatever is asked for around it
    ("بعث الملك سلمان رسالة إلى ماكرون بمناسبة إعادة انتخاب بوتين رئيسا.", "Appointment", "Actual"),
    ("يأمل لافروف أن تتحول الانتخابات إلى رفض لترامب بعد عامين من انتخابه رئيسا.", "Appointment", "Actual"),
    ("أعرب أردوغان عن أمله في السلام بعد أيام على طلب لافروف وقف القتال.", "Appeal", "Actual"),
    # what talks are to reach, what a law makes possible
    ("انطلقت المفاوضات للوصول إلى اتفاق جديد بين روسيا وتركيا.", "Agreement", "Hypothetical"),
    ("دعا الجيش إلى تطبيق المادة التي تتيح عزل الرئيس بوتفليقة.", "Departure", "Hypothetical"),
    # done
    ("زار بلينكن القاهرة.", "Visit", "Actual"),
    ("قد زار بلينكن القاهرة.", "Visit", "Actual"),  # with a perfect: indeed
    ("لقد زار بلينكن القاهرة.", "Visit", "Actual"),
    ("تم توقيع اتفاقية بين الأردن والعراق.", "Signing", "Actual"),
    ("أجرى بوتين محادثات مع شي جين بينغ.", "Meeting", "Actual"),
    # done, though threats, refusals and what is possible stand around
    ("قال جونسون إن بوتين هدده في مكالمة هاتفية بالقتل.", "PhoneCall", "Actual"),
    ("رفضت الجزائر طلبا فرنسيا بالسماح بعبور الطائرات إلى النيجر.", "Appeal", "Actual"),
    # planned
    ("سيزور بلينكن القاهرة.", "Visit", "Planned"),
    ("سوف يزور بلينكن القاهرة.", "Visit", "Planned"),
    ("كان بوتين سيزور طهران.", "Visit", "Planned"),
    ("من المقرر أن يزور بلينكن القاهرة غدا.", "Visit", "Planned"),
    ("من المتوقع أن توقع قطر وفرنسا اتفاقية.", "Signing", "Planned"),
    ("تعتزم ألمانيا إرسال مساعدات إلى أوكرانيا.", "Aid", "Planned"),  # a verb of intention
    ("قررت فرنسا سحب قواتها من النيجر.", "Withdrawal", "Planned"),
    ("وعدت اليابان بتقديم مساعدات للأردن.", "Aid", "Planned"),
    ("أرجأ ماكرون زيارته إلى الجزائر.", "Visit", "Planned"),
    ("القمة المقبلة بين بايدن وبوتين تعقد في جنيف.", "Summit", "Planned"),  # an adjective of time
    ("لقاء مرتقب بين بايدن وبوتين.", "Meeting", "Planned"),
    ("يزور بلينكن القاهرة غدا.", "Visit", "Planned"),  # a time to come
    ("سيتم توقيع اتفاقية بين الأردن والعراق.", "Signing", "Planned"),
    # what is to be given in return, met on a journey, attended, begun by a decision
    ("وافق مجلس الأمن على خطة تحد من برنامج إيران النووي مقابل تخفيف العقوبات على طهران.", "SanctionRelief", "Planned"),
    ("سيمضي بوتين يومين في الهند يلتقي خلالهما شي جين بينغ.", "Meeting", "Planned"),
    ("وصل ماكرون إلى الهند أمس في زيارة رسمية تستغرق يومين يجري خلالها مباحثات مع بوتين.", "Meeting", "Planned"),
    ("وصل لافروف أمس إلى القاهرة للمشاركة في اجتماع مجلس الأمن.", "Meeting", "Planned"),
    ("رحب بلينكن بالقرار ببدء مفاوضات بين اليابان والصين.", "Negotiation", "Planned"),
    # hypothetical
    ("قال بلينكن إنه يعمل لاستئناف المفاوضات بين الفلسطينيين والإسرائيليين.", "Negotiation", "Hypothetical"),
    ("المحكمة جزء من التطبيع بين صربيا وكوسوفو الذي يسعى إليه الاتحاد الأوروبي.", "RelationsRestored", "Hypothetical"),
    ("قد يزور بلينكن القاهرة.", "Visit", "Hypothetical"),  # with an imperfect: perhaps
    ("يمكن أن يزور بلينكن القاهرة.", "Visit", "Hypothetical"),
    ("من المحتمل أن يلتقي بايدن بوتين.", "Meeting", "Hypothetical"),
    ("لقاء محتمل بين بايدن وبوتين.", "Meeting", "Hypothetical"),
    ("هل تعترف السعودية بإسرائيل؟", "Recognition", "Hypothetical"),  # a question
    ("حاولت روسيا مهاجمة أوكرانيا.", "Attack", "Hypothetical"),  # a verb of trying
    ("هددت واشنطن بفرض عقوبات على إيران.", "Sanction", "Hypothetical"),  # of threatening
    ("اقترحت الصين عقد قمة بين روسيا وأوكرانيا.", "Summit", "Hypothetical"),  # of proposing
    ("دعا بايدن روسيا إلى سحب قواتها.", "Withdrawal", "Hypothetical"),  # of calling for
    ("طالبت فرنسا إيران بالإفراج عن محمد بن سلمان.", "Release", "Hypothetical"),
    ("يأمل غوتيريش في أن توقع روسيا وأوكرانيا اتفاقا.", "Signing", "Hypothetical"),  # of hoping
    ("بحث الرئيسان إمكانية عقد قمة بين روسيا وتركيا.", "Summit", "Hypothetical"),  # a hedging noun
    # negated
    ("لم يزر بلينكن القاهرة.", "Visit", "Negated"),
    ("لن يزور بلينكن القاهرة.", "Visit", "Negated"),
    ("لا تعترف الجزائر بإسرائيل.", "Recognition", "Negated"),
    ("لم تفرض مصر عقوبات على روسيا.", "Sanction", "Negated"),  # on the light verb
    ("لم يتم توقيع اتفاقية بين الأردن والعراق.", "Signing", "Negated"),
    ("لم تتوصل إيران والولايات المتحدة إلى اتفاق.", "Agreement", "Negated"),
    ("ألغى ماكرون زيارته إلى الجزائر.", "Visit", "Negated"),
    ("رفضت السويد طرد السفير الروسي.", "Expulsion", "Negated"),
    ("نفت إيران مهاجمة السعودية.", "Attack", "Negated"),
    ("عدم اعتراف الجزائر بإسرائيل ثابت.", "Recognition", "Negated"),
    ("قمة مرتقبة بين السيسي وأردوغان.", "Summit", "Planned"),
    ("نفت إيران أنها هاجمت السعودية.", "Attack", "Negated"),
    ("سيتوجه أردوغان إلى موسكو ويلتقي بوتين.", "Meeting", "Planned"),
    # an attack that is rejected did happen; so did the talks that were held, the threats that are faced
    ("قال بايدن: «نرفض الهجوم الروسي على أوكرانيا».", "Attack", "Actual"),
    ("رفضت مصر الهجمات الإسرائيلية على لبنان.", "Attack", "Actual"),
    ("طالب بوتين باحترام الاتفاق بين روسيا وتركيا.", "Appeal", "Actual"),
    ("حذر بلينكن من أن المفاوضات التي أجراها مع لافروف قد تفشل.", "Negotiation", "Actual"),
    ("طالب ماكرون باستقالة نتنياهو مع دخول الحرب الإسرائيلية على غزة شهرها السادس.", "Attack", "Actual"),
    # what others would do is opposed, not refused
    ("عارضت قبرص رفع العقوبات عن تركيا.", "SanctionRelief", "Hypothetical"),
    # hopes, calls without a caller, what is required
    ("أعربت تركيا عن أملها في أن توقع روسيا وأوكرانيا اتفاقا.", "Signing", "Hypothetical"),
    ("تجددت المظاهرات المطالبة باستقالة نتنياهو.", "Departure", "Hypothetical"),
    ("شارك كثيرون في مسيرات للمطالبة باستقالة نتنياهو.", "Departure", "Hypothetical"),
    ("قال المالكي إن السلام يتطلب رفع الحصار عن قطر.", "SanctionRelief", "Hypothetical"),
    ("من الممكن أن يزور بلينكن القاهرة.", "Visit", "Hypothetical"),
    ("قال ماكرون إن فرض عقوبات على إيران يمكن أن يكون وسيلة.", "Sanction", "Hypothetical"),
    # on a condition
    ("ستعترف بلجيكا بفلسطين إذا توقفت الحرب.", "Recognition", "Hypothetical"),
    ("سيزور ماكرون طهران في حال نجاح الحوار.", "Visit", "Hypothetical"),
    # failed, decided not to, suspended; nobody, nowhere
    ("فشلت مصر وإثيوبيا في التوصل إلى اتفاق.", "Agreement", "Negated"),
    ("قرر ماكرون عدم زيارة روسيا.", "Visit", "Negated"),
    ("علقت الولايات المتحدة المساعدات لمصر.", "Aid", "Negated"),
    ("لم تجر أي مفاوضات بين روسيا وأوكرانيا.", "Negotiation", "Negated"),
    ("لن تعقد القمة المرتقبة بين بايدن وبوتين.", "Summit", "Negated"),
    ("وصل بلينكن إلى القاهرة ولم يلتق السيسي.", "Meeting", "Negated"),
    # not so after all
    ("لن توقف قطر وساطتها بين إسرائيل وحماس.", "Mediation", "Actual"),
    ("لم يلتق بلينكن في القاهرة سوى السيسي.", "Meeting", "Actual"),
    ("نفت إيران أن تكون هاجمت السعودية، في حين اتهمت تركيا العراق بالكذب.", "Accusation", "Actual"),
    # ahead: agreed on, goes on from a plan, held in the imperfect; but not what comes before it
    ("تم الاتفاق على عقد اجتماع بين مصر وقطر.", "Meeting", "Planned"),
    ("من المقرر أن يصل بوتين إلى طهران غدا حيث يجري محادثات مع رئيسي.", "Meeting", "Planned"),
    ("كان مقررا أن يزور بلينكن القاهرة.", "Visit", "Planned"),
    ("من المتوقع بعد اجتماع بايدن وبوتين أن يزور ماكرون كييف.", "Visit", "Planned"),
    ("من المتوقع بعد اجتماع بايدن وبوتين أن يزور ماكرون كييف.", "Meeting", "Actual"),
    ("غادر بلينكن واشنطن أمس متوجها إلى القاهرة.", "Visit", "Actual"),
    ("هل ستعترف السعودية بإسرائيل؟", "Recognition", "Hypothetical"),
    ("لماذا استدعت تركيا سفيرها من باريس؟", "Recall", "Actual"),  # it did
    ("كيف أدانت فرنسا قصف غزة؟", "Condemnation", "Actual"),
    ("متى يزور بوتين القاهرة؟", "Visit", "Hypothetical"),
    ("سيلتقي بلينكن السيسي خلال زيارته إلى مصر.", "Visit", "Planned"),
    # times to come
    ("القوات الفرنسية تغادر النيجر نهاية العام الجاري", "Withdrawal", "Planned"),
    ("تفرج إسرائيل عن مروان البرغوثي خلال أيام.", "Release", "Planned"),
    ("قمة ثلاثية بين مصر والأردن والعراق الأسبوع المقبل", "Summit", "Planned"),
    ("غادرت القوات الفرنسية النيجر نهاية العام الجاري.", "Withdrawal", "Actual"),
    ("تسعى باريس إلى تنظيم لقاء بين تبون وماكرون.", "Meeting", "Hypothetical"),
    # today, in the imperfect; not what goes on
    ("يعقد بلينكن اليوم اجتماعا مع لافروف في جنيف.", "Meeting", "Planned"),
    ("يزور بلينكن، الأربعاء، القاهرة.", "Visit", "Planned"),
    ("زار بلينكن اليوم القاهرة.", "Visit", "Actual"),
    ("سيصل بلينكن إلى القاهرة غدا ثم يلتقي السيسي.", "Meeting", "Planned"),
    # a decision that is the deed, and one that is not
    ("قررت السويد طرد السفير الروسي.", "Expulsion", "Actual"),
    ("قرر المغرب استئناف العلاقات مع إسبانيا.", "RelationsRestored", "Actual"),
    ("قررت فرنسا فتح سفارتها في كابول قريبا.", "RelationsRestored", "Planned"),
    ("قررت كندا فرض عقوبات على بيلاروسيا الشهر المقبل.", "Sanction", "Planned"),
    # put off, stopped, going on
    ("تأجيل زيارة لافروف إلى أنقرة", "Visit", "Planned"),
    ("تم إرجاء زيارة بلينكن إلى القاهرة.", "Visit", "Planned"),
    ("تبذل واشنطن جهودا لاستئناف محادثات السلام المتوقفة منذ سنة بين روسيا وأوكرانيا.", "Negotiation", "Negated"),
    ("دعا السيسي إلى وقف الهجمات على غزة.", "Attack", "Actual"),
    ("يسعى نتنياهو إلى الفصل بين الأزمة والمفاوضات الجارية بين إسرائيل وحماس.", "Negotiation", "Actual"),
    # any, by what stands over it
    ("نفى الكرملين أي لقاء بين بوتين وزيلينسكي.", "Meeting", "Negated"),
    # not this but that; what is no more than named beside a denial
    ("قال أردوغان إن تركيا لا تتهم ألمانيا بالعداء بل بالتقصير.", "Accusation", "Actual"),
    ("لم تعلق روسيا على الهجوم على كييف.", "Attack", "Actual"),
    # aims, and what will be done in talks
    ("يتحدث لافروف عن اتفاق يهدف إلى رفع العقوبات عن إيران.", "SanctionRelief", "Planned"),
    ("سيركز بلينكن في لقائه مع لافروف على أوكرانيا.", "Meeting", "Planned"),
    # what goes on, what is named beside a denial, strikes that are being made
    ("لم تتوقف المفاوضات بين روسيا وأوكرانيا.", "Negotiation", "Actual"),
    ("لم تعلن أي جهة مسؤوليتها عن هجوم قندهار.", "Attack", "Actual"),
    ("تقدمت القوات بمساندة غارات جوية يشنها التحالف العربي على الحوثيين.", "Attack", "Actual"),
    ("دعت مصر إلى وقف فوري للعدوان الإسرائيلي على غزة.", "Attack", "Actual"),
    # what was before a plan, and what comes before it
    ("بدأت الجامعة العربية في الاستعداد لعقد قمة، وذلك بعد أن رحبت مصر باقتراح السعودية.", "Praise", "Actual"),
    ("أعلن لافروف أن بلينكن سيلتقي السيسي بعد زيارته إلى القدس.", "Visit", "Planned"),
    # what lasts is there, whatever is wanted around it
    ("قال لافروف إن الغرب يريد أن تدفع روسيا ثمن العقوبات الدولية على إيران.", "Sanction", "Actual"),
    ("عرض الوزير تأجيل الجلسة لإعطاء فرصة للمفاوضات الجارية بين روسيا وأوكرانيا.", "Negotiation", "Actual"),
    # the verb "lost" is written like a particle; a denial of what is possible is one
    ("وبعد ذلك فقد الحوثيون السيطرة على مدينة يهاجمها التحالف العربي في اليمن.", "Attack", "Actual"),
    ("جاء نفي الحكومة المغربية لخبر احتمال زيارة نتنياهو للمغرب على لسان ناطق.", "Denial", "Actual"),
    # an announced meeting
    ("أعلن عريقات عن عقد اجتماع لجامعة الدول العربية يوم الخامس من أبريل المقبل.", "Meeting", "Planned"),
    # where something was said, behind a comma
    ("أعلن لافروف أن بلاده ستبدأ الحملة، خلال لقاء مع بلينكن في ماليزيا.", "Meeting", "Actual"),
    # criticisms that are refused were made
    ("رفض أوباما انتقادات لافروف لإسرائيل.", "Condemnation", "Actual"),
    # in comment on, an inquiry into, during one that somebody makes; what was met with before
    ("وتعليقا على زيارة ماكرون إلى مصر قال لافروف إنها مهمة.", "Visit", "Actual"),
    ("دعت فرنسا إلى فتح تحقيق دولي في الهجوم على الكويت.", "Attack", "Actual"),
    ("قال ماكرون ذلك أثناء زيارة يجريها محمد بن سلمان إلى باريس.", "Visit", "Actual"),
    ("وأضاف لافروف أن بلينكن توجه فور انتهاء زيارته إلى مصر إلى باريس.", "Visit", "Actual"),
    # the day of the occasion is not that of the wishes
    ("تقدم السيسي بالتهنئة للأردن بمناسبة افتتاح القناة غدا.", "Congratulation", "Actual"),
    # on a condition, depending on, allowed
    ("قال سلال إنه في حال انتخاب بوتفليقة ستبدأ الإصلاحات.", "Appointment", "Hypothetical"),
    ("قال بوريل إن استئناف العلاقات بين كولومبيا وفنزويلا يتوقف على الحوار.", "RelationsRestored", "Hypothetical"),
    ("قال بوريل إن القرار سيسمح بتطبيع العلاقات بين ليبيا وبلجيكا.", "RelationsRestored", "Hypothetical"),
    # a plan does not reach into the next sentence, though no full stop stands before it
    ("من المقرر نشر النص وكانت فرنسا اقترحت على روسيا خطة.", "Proposal", "Actual"),
]


@pytest.mark.parametrize(("text", "kind", "status"), TOLD)
def test_status(text: str, kind: str, status: str) -> None:
    assert one(text, kind).status == status


def test_a_condition_is_no_event_and_what_hangs_on_it_is_hypothetical() -> None:
    text = "إذا اعترفت إسبانيا بفلسطين فستستدعي إسرائيل سفيرها."
    assert lines(text, "Recognition") == []
    assert one(text, "Recall").status == "Hypothetical"


def test_the_appeal_itself_was_made() -> None:
    assert one("دعا بايدن روسيا إلى سحب قواتها.", "Appeal").status == "Actual"


def test_what_was_not_said_is_no_statement() -> None:
    assert lines("لم يقل ماكرون إن الحوار انتهى.", "Statement") == []


def test_what_is_reported_keeps_its_own_status() -> None:
    text = "قال بلينكن إنه سيزور إسرائيل."
    assert one(text, "Statement").status == "Actual"
    assert one(text, "Visit").status == "Planned"


def test_a_time_to_come_does_not_move_what_is_told_in_the_perfect() -> None:
    assert one("أعلنت فرنسا عقوبات على إيران. وقعت قطر وتركيا اتفاقية.", "Signing").status == "Actual"


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("لم يلتق بوتين في موسكو إلا نظيره الصيني شي جين بينغ.", "Meeting", "Actual"),
        ("لم يزر ماكرون سوى لبنان.", "Visit", "Actual"),
        ("لن يلتقي بوتين زيلينسكي إلا بعد الانتخابات.", "Meeting", "Negated"),
        ("لم يلتق بوتين زيلينسكي، إلا أن موسكو لم تعلق.", "Meeting", "Negated"),
    ],
)
def test_an_exception_affirms_what_follows_it(text: str, kind: str, status: str) -> None:
    assert one(text, kind).status == status


def test_what_will_follow_is_planned() -> None:
    assert lines("وسيعقب ذلك لقاء بين جون كيري وسيرغي لافروف.", "Meeting") == [
        "Meeting participant=John Kerry+Sergey Lavrov Planned"
    ]


@pytest.mark.parametrize("about", ["مقترحا بشأن", "فكرة حول"])
def test_what_an_idea_is_about_is_hypothetical(about: str) -> None:
    found = lines(f"ناقش المجلس {about} تعيين سلام فياض رئيسا للحكومة.", "Appointment")
    assert found == ["Appointment target=Salam Fayyad Hypothetical"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("القرار الأممي يتضمن وقف إطلاق النار وانسحاب الحوثيين من المدن.", "Withdrawal", "Hypothetical"),
        ("تشمل الصفقة إفراج حركة حماس عن الجندي الإسرائيلي.", "Release", "Hypothetical"),
        ("رحبت مصر بالخطة التي تتضمن انسحاب الحوثيين من صنعاء.", "Withdrawal", "Hypothetical"),
        ("تضمن القرار إدانة الاتحاد الأوروبي لإسرائيل.", "Condemnation", "Actual"),
        ("شملت الغارات قصف روسيا مدينة إدلب.", "Attack", "Actual"),
    ],
)
def test_what_a_plan_includes_is_not_done_by_it(text: str, kind: str, status: str) -> None:
    assert {e.status for e in annotate(text).events if e.type == kind} == {status}


def test_what_is_deserved_has_not_come() -> None:
    events = annotate("قال جون كيري إن المدينة تستحق إدانة فرنسا لروسيا.").events
    assert {e.status for e in events if e.type == "Condemnation"} == {"Hypothetical"}
