## التصريحات
statements = التصريحات
next-statements = كل التصريحات
statements-lead = أقوال كما وردت في خبر مؤرخ، حرفا بحرف. قابل كلا منها بمصدره قارئ ثان؛ وما لم يؤكده أحد ليس هنا.
statements-none = لا تصريح مؤكدا مسجل حتى هذا اليوم.
filter-statements = صفّ بحسب المتكلم أو الأقوال
earlier-statements = تصريحات أقدم
statement-title = أقوال { $who }
statement-lead = كما وردت في خبر. ما عُلّم يرد في المصدر كذلك بعينه؛ وما يقوله هذا السجل عنه إلى جانبه.
source-told = { $publisher }، { DATE($day) }، { $language }
confirmed-on = قارئ ثان في { DATE($day) }
fact-source = المصدر
fact-address = العنوان
fact-digest = بصمة الخبر (SHA-256)
fact-speaker = المتكلم
fact-capacity = الصفة
fact-place = المكان
fact-occasion = المناسبة
fact-audience = لمن
fact-doubtful = لماذا النسبة مشكوك فيها
fact-confirmed = أكده
fact-day = اليوم
fact-closed = الاختتام
words-heading = الأقوال في موضعها
words-in-place = فقرات الخبر التي وردت فيها الأقوال؛ وتُرك الباقي.
words-without-report = الخبر نفسه ليس في المتناول هنا، فلا يمكن عرض الأقوال في موضعها. وهي التي تأكدت.
quote-direct = كلام المتكلم نفسه بين علامتي تنصيص
quote-told = يرويه الخبر بكلامه
drafts-heading = المشروع الذي أفضت إليه
drafts-none = لا مشروع يستند إلى هذه الأقوال.
tab-drafted = صيغ من هذه الأقوال
tab-hypothetical = افتراضي؛ أعده برنامج ولم يقترحه أي طرف
draft-adopted = الحكم في النص المعتمد.
draft-open = لم يُعتمد بعد.
draft-never-tabled = يستند إلى خبر حقيقي ولا يجوز تقديمه.
draft-in-text = الحكم في النص
levels-heading = ما تُعد
levels-note = كل تصريح يبدأ خبرا عن تصريح. لا يرفعه برنامج؛ بل عمل بأسبابه، وكل رأي يقف إلى جانب غيره.
levels-none = يُعد خبرا عن تصريح؛ ولم يسجل أحد رأيا آخر.
view-of-record = السجل
answers-heading = الاتهام والردود
accused = المتهم: { $name }.
accusation-note = لا يحكم هذا السجل في الاتهامات.
answers-none = لا رد مسجل حتى هذا اليوم.
repetitions-heading = ما قيل ثانية
again-claimed = ادعاء: قيل إن { $who } كرره. ولا مصدر لذلك مسجل.
again-borne-out = ادُّعي وأيده مصدر: { $who }
again-sourced = قيل ثانية، من مصدره: { $who }
somebody-unnamed = شخص لم يُعلَن اسمه
again-where = أين يرد ذلك
led-to-nothing = لا مشروع يستند إليه: لا شيء منه ملزم.
led-to-draft = يستند إليه مشروع؛ لم يُعتمد ولا يُلزم.
led-to-adopted = يستند إليه حكم في نص معتمد.
led-to-force = يستند إليه حكم نافذ منذ { DATE($day) }.
day-unknown = اليوم غير معلوم
flag-fictional = مصدر متخيل للتمرين
flag-doubtful = نسبة مشكوك فيها
flag-offer = عرض، لا ضمان
flag-contested = يعده بعضهم غير ذلك
trouble-no-statement = لا تصريح مؤكدا «{ $id }» معلنا في هذا اليوم.
said-assurance = ضمان
said-readiness = استعداد لإعطاء ضمان
said-proposal = اقتراح
said-denial = نفي
said-accusation = اتهام
said-condition = شرط
said-report = خبر عن اجتماع
said-other = غير ذلك
level-report = خبر عن تصريح
level-with-capacity = تصريح شخص ذي صفة
level-unilateral-assurance = ضمان انفرادي
level-readiness = استعداد: عرض
capacity-head-of-state = رئيس دولة
capacity-head-of-government = رئيس حكومة
capacity-foreign-minister = وزير خارجية
capacity-head-of-mission = رئيس بعثة
capacity-accredited-representative = ممثل معتمد
capacity-full-powers = حامل وثيقة تفويض
capacity-official = صاحب منصب آخر
capacity-body = هيئة تتكلم باسمها
capacity-unknown = غير معلوم

## الاجتماعات
meetings = الاجتماعات
next-meetings = كل الاجتماعات
meetings-lead = من اجتمع، وما نوقش وما تُرك، وأي النقاط وُضحت، وعلام اتُّفق.
meetings-none = لا اجتماع مسجل حتى هذا اليوم.
trouble-no-meeting = لا اجتماع «{ $id }» مسجل حتى هذا اليوم.
count-delegations = { $count ->
    [zero] لا وفد
    [one] وفد واحد
    [two] وفدان
    [few] { NUM($count) } وفود
    [many] { NUM($count) } وفدا
   *[other] { NUM($count) } وفد
  }
count-minutes = { $count ->
    [zero] لا وقت
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { NUM($count) } دقائق
    [many] { NUM($count) } دقيقة
   *[other] { NUM($count) } دقيقة
  }
left-days = { $count ->
    [zero] اليوم
    [one] يوم واحد
    [two] يومان
    [few] { NUM($count) } أيام
    [many] { NUM($count) } يوما
   *[other] { NUM($count) } يوم
  }
share-of-time = { NUM($count) }٪ من كل الوقت
not-closed = لم يُختتم بعد
delegations-heading = الوفود
delegations-none = لا وفد مسجل حضوره.
absent = له مقعد في المؤتمر ولم يُسجل هنا:
agenda-heading = جدول الأعمال
agenda-note = كل بند يحفظ موضعه. والوقت والأيام مستخلصة من أعمال تناولته؛ وما تُرك يُرى.
agenda-of-meeting = جدول الأعمال كله، مع الوقت الذي أعطاه هذا الاجتماع لكل بند.
agenda-none = ليس للمؤتمر جدول أعمال.
column-item = البند
column-time = الوقت المعطى
column-left = منذ آخر تناول
column-result = النتيجة
item-open = مفتوح
not-taken-up = لم يُتناول
clarifications-heading = نقاط فُهمت على وجوه
clarifications-none = لم توضَّح هنا نقطة.
answered = رد
reading-open = مفتوحة: لا قراءة متفق عليها.
reading-agreed = تفسير متفق عليه (اتفاقية فيينا، المادة 31(3)(أ)): «{ $reading }»
reading-preparatory = عمل تحضيري (اتفاقية فيينا، المادة 32): «{ $reading }». لم يسجله { $lacking }.
understandings-heading = التفاهمات
understandings-none = لا تفاهم مسجل هنا.
understanding-reached = بين { $among }؛ وأكده الجميع.
understanding-claimed = قيل إنه بين { $among }؛ ولم يؤكده { $lacking }.
carried = نُقل إلى النص:

## النص المعتمد
text-heading = النص
text-read = اقرأ النص المعتمد
text-title = النص: { $name }
text-lead = اعتُمد في { DATE($day) }، في { $place }.
text-none = لم يُعتمد نص هذه المعاهدة في هذا السجل حتى هذا اليوم، فهو غير محفوظ هنا.
text-not-at-hand = اعتُمد النص؛ ووثيقته ليست في المتناول هنا.
text-authentic = اللغات ذات الحجية: { $languages }.
text-lacking = لم يودع: { $languages }.
side-by-side = جنبا إلى جنب
show-languages = اعرض:
provision-missing = ليس في هذه اللغة حكم كهذا.
origin-question = من أين جاء هذا؟

## من الصفحة الأولى
words-to-law = ما قيل، وما كُتب، وما ينقصه بعد ليُلزم
home-words = الأقوال
home-draft = المشروع الذي أفضت إليه
home-missing = ما ينقص بعد
home-read = اقرأ الأقوال في مصدرها
home-statements = التصريحات
count-statements = { $count ->
    [zero] لا تصريح
    [one] تصريح واحد
    [two] تصريحان
    [few] { NUM($count) } تصريحات
    [many] { NUM($count) } تصريحا
   *[other] { NUM($count) } تصريح
  }
lack-draft = مشروع يستند إلى الأقوال
lack-adoption = اعتماد النص
lack-force = بدء النفاذ: انظر ما ينقصه
lack-signature = ثم التوقيع والرضا
have-draft = صيغ حكم من الأقوال
have-adoption = اعتُمد النص في { DATE($day) }
have-force = نافذ منذ { DATE($day) }
