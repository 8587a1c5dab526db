## ماذا لو
whatif-heading = ماذا لو؟
whatif-link = افترض أعمالاً وانظر ما يترتب عليها
whatif-lead = افترض أن أحداً صدّق أو انضم أو انسحب، أو أن عملاً مسجلاً لم يقع. تعطي القواعد نفسها ما يترتب على ذلك. لا يُسجَّل شيء ولا يُحفظ سوى عنوان هذه الصفحة.
whatif-now = كما هي الحال:
whatif-tab = افتراض؛ لم يُسجَّل شيء
whatif-supposed = المفترض
whatif-drop = احذف
whatif-drop-of = احذف: { $name }
whatif-then = لكان
whatif-differs = ما كان سيختلف
whatif-same = لا شيء كان سيختلف.
whatif-beyond = تصل البيانات إلى { DATE($day) }. وما يقال عن أيام لاحقة لا يصح إلا إذا لم يقع شيء آخر.
whatif-add = افترض عملاً
whatif-day = اليوم
whatif-do = أظهر ما يترتب
whatif-without = افترض أن عملاً لم يقع
whatif-recorded = عمل مسجل
whatif-leave-out = احذفه
whatif-elsewhere = يستطيع سطر الأوامر أن يفترض قواعد وسياسات أخرى أيضاً:
trouble-supposed = لا يمكن افتراض «{ $text }» هنا: يلزم طرف من هذا السجل وعمل ويوم، أو عمل مسجل؛ ‏20 معاً على الأكثر.

## البيانات، مرة أخرى
also-heading = قيل أيضاً
ahead-heading = من هذه الأقوال إلى القانون
ahead-note = خطوة بخطوة، بقدر ما يصل إليه السجل. والنصح بشأن المسودة ليس خطوة قانونية.

## Feeds and the API
calendar-link = تقويم (iCalendar)
calendar-force = { $treaty }: تدخل حيز النفاذ
calendar-end = { $treaty }: لم تعد نافذة لأحد
calendar-bound = { $who }: { $treaty } تلزمه
calendar-left = { $who }: { $treaty } لم تعد تلزمه
trouble-cursor = «{ $text }» ليس مؤشراً. خذه من next في الصفحة السابقة.
api-heading = واجهة البرمجة (API)
api-lead = السجل للبرامج: ‏JSON عبر HTTP، مفتوحة للجميع بلا مفتاح.
api-document = الوصف بصيغة OpenAPI 3.1
api-reads = ما يمكن السؤال عنه
api-path = المسار
api-answer = الجواب
api-rules = ما يسري على الجميع
api-rule-day = يسأل at=2024-02-29 عن يوم، وlang=en أو tr أو ar عن لغة. وأسماء الحقول والأوضاع واحدة في كل اللغات.
api-rule-pages = تأتي القوائم الطويلة مئةً مئة؛ وتُطلب الصفحة التالية بـ cursor وقيمته في “next”.
api-rule-tag = يذكر كل جواب حجم الدفتر وجذره اللذين حُسب منهما. ويتألف ETag من هذا الحجم واليوم؛ ومن يعيده يُخبَر إن لم يتغير شيء.
api-rule-problems = الأخطاء وثائق مشكلات (RFC 9457) نوعها ثابت.
api-rule-reads = لا يمكن تسجيل شيء من خلالها: ما يأتي به برنامج ينتظر الموظفين.
api-treaties = كل المعاهدات
api-treaty = معاهدة واحدة ووضع الجميع منها
api-treaty-why = لماذا هي نافذة أو غير نافذة: الاشتقاق
api-standing-why = لماذا وضع طرف من معاهدة كما هو
api-participants = كل الأطراف
api-participant = طرف واحد ووضعه من كل معاهدة
api-between = ما يُلزم طرفين أحدهما تجاه الآخر وما يضمنه كل منهما للآخر
api-coverage = من يضمن لمن في كل النصوص
api-coverage-of = من يضمن لمن في نص واحد
api-statements = البيانات المؤكدة
api-statement = بيان مؤكد واحد
api-events = ما حدث، الأحدث أولاً
api-log = رأس الدفتر ومن رآه

## بنظرة واحدة
map-heading = بنظرة واحدة
map-link = مربع لكل دولة
map-lead = مربع لكل دولة في هذا السجل بترتيب الأسماء. ليست خريطة: لا تُرسم أي حدود.
map-told = أوضاع الدول من المعاهدة: { NUM($count) }
map-table = الشيء نفسه جدولاً
map-none = ليس أي طرف في هذا السجل دولة، أو لم يُعلم شيء بعد.
