# البرامج: الرموز وما يُجاب به عنها، وإخطارات الويب، وصفحة من يحفظ ذلك كله.
token-heading = رموز للبرامج
token-lead = يأتي البرنامج الحامل رمزًا بوثائق وتصحيحات وإخطارات إلى صندوق الوارد، ويقرأ ما آلت إليه. ولا يستطيع أن يقترح شيئًا أو يؤكده أو يسجله.
token-none = لا يوجد رمز.
token-name = الاسم
token-name-hint = ما يسمى به البرنامج؛ ويظهر بجانب ما يأتي به
token-allows = يجيز
token-where = أين
token-register = السجل كله
token-days = كم يدوم
token-lasts = { $count ->
    [zero] { NUM($count) } يوم
    [one] يوم واحد
    [two] يومان
    [few] { NUM($count) } أيام
    [many] { NUM($count) } يومًا
   *[other] { NUM($count) } يوم
}
token-expires = ينتهي
token-enter = إدخال ما ورد
token-read-inbox = قراءة صندوق الوارد
token-make = إنشاء رمز
token-make-lead = يثبت مفتاح مرورك أنك أنت. ثم يظهر الرمز مرة واحدة.
token-made = أُنشئ الرمز
token-made-lead = يظهر مرة واحدة ولا يُحفظ إلا حيث تضعه. ومن كان معه تصرّف باسمك بقدر ما يجيز.
token-fault = يحتاج الرمز إلى اسم وإلى شيء واحد على الأقل يجيزه وإلى موضع يحق لك فيه ذلك بنفسك
item-token = جاء به الرمز

problem-no-token = لم يأتِ مع الطلب رمز معروف لم ينتهِ
problem-not-allowed = الرمز لا يجيز هذا هنا
problem-no-such-act = لا يوجد في هذا الدفتر فعل علامته { $id }
problem-not-json = المتن من نوع application/json وغير مضغوط
problem-too-large = لا يزيد المتن على 64 كيلوبايت
problem-no-idempotency-key = ترويسة Idempotency-Key واحدة من 1 إلى 255 محرفًا مرئيًا من ASCII
problem-idempotency-conflict = أُرسل شيء آخر بهذا Idempotency-Key خلال الساعات الأربع والعشرين الماضية
problem-too-often = هذا الحساب يسأل كثيراً؛ أعد السؤال بعد المدة المذكورة في Retry-After
problem-too-many-waiting = ينتظر من هذا الرمز في صندوق الوارد أكثر ما يجوز؛ فليفرغ منه الموظفون أولاً
problem-unavailable = تتعذر القراءة أو الكتابة الآن؛ أعد المحاولة لاحقًا
problem-no-json = المتن ليس JSON
problem-no-object = المتن كائن JSON
problem-unknown-member = لا يوجد هنا حقل كهذا
problem-no-text = الحقل نص
problem-missing-member = يجب أن يوجد الحقل وأن يقول شيئًا
problem-too-long = النص أطول مما يجوز

api-writes = ما يستطيع برنامج حامل رمزًا أن يأتي به
api-writes-lead = على عنوان المكتب، مع “Authorization: Bearer” ورمز حساب. ولا يُسجَّل بذلك شيء: ينتظر في صندوق الوارد حتى يقرّه موظفان بمفتاحي مرورهما.
api-rule-once = ما يُرسل مع Idempotency-Key يُدخل مرة واحدة في 24 ساعة مهما تكرر إرساله.
api-instruments = الإتيان بوثيقة رضا
api-corrections = الإتيان بتصحيح تاريخ
api-notifications = الإتيان بإخطار عن فعل
api-motions = ما ينتظر في صندوق الوارد
api-motion = شيء ينتظر أو كان ينتظر وما آل إليه

admin-menu = الإدارة
admin-heading = الإدارة
admin-lead = ما يُبقي المكتب عاملاً. ليس لشيء هنا قوة قانونية، ولا شيء منه في الدفتر.
admin-health = السلامة والنسخ الاحتياطية
admin-desk = المكتب
admin-records = يسجّل
admin-stopped = لم يعد يسجّل شيئًا: { $why }
admin-recorded = القيود المسجلة
admin-published = القيود المنشورة
admin-backup = آخر نسخة احتياطية
admin-never = لم تُدوَّن نسخة؛ ينشئها sponsio backup
admin-copied = { $when }؛ { $count ->
    [0] لم يُسجَّل شيء منذئذ
    [one] قيد واحد منذئذ
    [two] قيدان منذئذ
    [few] { NUM($count) } قيود منذئذ
    [many] { NUM($count) } قيدًا منذئذ
   *[other] { NUM($count) } قيد منذئذ
}
admin-users = الحسابات
admin-name = الاسم
admin-revoked = أُلغي { $when }
admin-users-how = تُدعى الحسابات وتُلغى بـ
admin-tokens-how = تُنشأ الرموز في الملف الشخصي لحسابها، وتُنشأ وتُلغى أيضًا بـ
admin-hooks = إخطارات الويب
admin-hooks-none = لا يُخطَر أحد بالأفعال.
admin-hooks-how = تُضاف العناوين وتُجرَّب وتُستأنف وتُزال بـ
admin-where = أين
admin-events = الأحداث
admin-all = الكل
admin-next = القيد التالي
admin-stands = الحال
admin-goes = مستمر
admin-fails = يتعذر؛ يعاد { $when }
admin-rests = متوقف منذ { $when }
admin-sent = آخر المحاولات
admin-hook = الإخطار
admin-entry = القيد
admin-event = الحدث
admin-came = النتيجة
admin-taken = أُخذ ({ $status })
admin-in-vain = بلا جدوى:
admin-languages = اللغات
admin-language = اللغة
admin-missing = جمل ناقصة

entry-instrument = الوثيقة نفسها
entry-instrument-hint = ملف PDF لا يزيد على 50 ميغابايت؛ يصير مستند الفعل ويُعلن معه
fault-no-pdf = الملف ليس PDF
fault-polyglot = الملف PDF وشيء آخر معًا؛ اطلب ملفًا خالصًا
fault-broken = لا يُقرأ الملف على أنه PDF؛ لعله مبتور
fault-too-much = يتطلب فحص الملف وقتًا أو ذاكرة أكثر مما يُتاح
fault-unexamined = تعذر فحص الملف الآن؛ أعد المحاولة لاحقًا
pdf-heading = الوثيقة نفسها
pdf-lead = ما وُجد في الملف، وقائعَ لا أحكامًا. أما استيفاء الشكل الصحيح فيقرره الموظف؛ ولم يُتحقق من أي توقيع.
pdf-name = اسم الملف
pdf-size = بايت
pdf-version = إصدار PDF
pdf-pages = الصفحات
pdf-signatures = التوقيعات في الملف
pdf-encrypted = معمّى
pdf-scripts = برامج نصية أو إجراءات
pdf-attachments = مرفقات
pdf-yes = نعم
pdf-no = لا
pdf-get = الحصول على الملف
