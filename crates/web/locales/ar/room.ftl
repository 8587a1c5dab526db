# غرفة التفاوض: القراءة، الصياغة، المقارنة، التقديم، الرد، الرئاسة.
rooms-heading = المفاوضات
rooms-lead = المؤتمرات التي غرفتها مفتوحة لك.
rooms-none = لا غرفة مفتوحة لك. يمنح الدورَ في مؤتمر من يحفظ الحسابات.
rooms-adopted = اعتُمد النص
rooms-no-round = لم تبدأ جولة
rooms-open = الجولة { $round } مفتوحة
rooms-closed = انتهت الجولة { $round }

room-local = { $day }، { $time } ({ $zone }، UTC{ $offset })
room-left = المتبقي: { $first } و{ $second }
room-days = { $count ->
    [0] 0 يوم
    [one] يوم واحد
    [two] يومان
    [few] { NUM($count) } أيام
    [many] { NUM($count) } يومًا
   *[other] { NUM($count) } يوم
}
room-hours = { $count ->
    [0] 0 ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
room-minutes = { $count ->
    [0] 0 دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
room-percent = { $count }٪

room-lead = { $count ->
    [0] لا وفد
    [one] وفد واحد
    [two] وفدان
    [few] { NUM($count) } وفود
    [many] { NUM($count) } وفدًا
   *[other] { NUM($count) } وفد
}؛ اللغات ذات الحجية: { $languages }. تُحسب الأقواس من نصوص الوفود ولا تُكتب باليد.
room-reads-presidency = تقرأ بصفة الرئاسة: أوراق الجميع.
room-reads-public = تقرأ ما يظهره السجل العام.
room-reads-delegation = تقرأ بصفة وفد { $name }.
room-reads-unseated = ليس لـ{ $name } مقعد في هذا المؤتمر: تقرأ ما يظهره السجل العام.
room-read-noted = ما تقرؤه هنا في سرية يُدوَّن باسمك المستعار ووقته.
room-as-of = قيود السجل عند هذه الصفحة:
room-empty-text = لم تبدأ الجولة 1. لا نص بعد: تضع الأمانة صيغته الأولى من نص أساس أو من نموذج.
room-empty-round = لم تبدأ الجولة 1. في الأسفل النص الذي ستُفتح عليه.
room-no-access = ليس لك أن تقرأ نص هذه الجولة، أو ليس محفوظًا بهذه اللغة.
room-ended = انتهت جلستك.
room-streams = ثماني غرف من هذه الجلسة حية بالفعل. أغلق واحدة؛ تظهر هذه الصفحة كما كانت عند تحميلها.

room-round = الجولة
room-round-name = الجولة { $name }
room-state-open = مفتوحة
room-state-closed = مغلقة ولم تُنشر
room-state-published = منشورة
room-state-archived = محفوظة
room-closes = تُغلق
room-computed = حُسبت في
room-passed = كم مضى من وقت الجولة
room-open = المفتوح
room-places = { $count ->
    [0] لا موضع
    [one] موضع واحد
    [two] موضعان
    [few] { NUM($count) } مواضع
    [many] { NUM($count) } موضعًا
   *[other] { NUM($count) } موضع
}
room-readings = { $count ->
    [0] لا قراءة منافسة
    [one] قراءة منافسة واحدة
    [two] قراءتان متنافستان
    [few] { NUM($count) } قراءات متنافسة
    [many] { NUM($count) } قراءة متنافسة
   *[other] { NUM($count) } قراءة متنافسة
}
room-unbracketed = أحكام بلا أقواس
room-unbracketed-note = خلوّه من الأقواس لا يعني الاتفاق عليه.
room-sealed-count = { $count ->
    [0] لا شيء منها مختوم عنك
    [one] واحد منها مختوم عنك
    [two] اثنان منها مختومان عنك
    [few] { NUM($count) } منها مختومة عنك
    [many] { NUM($count) } منها مختومة عنك
   *[other] { NUM($count) } منها مختومة عنك
}
room-on-page = في هذه الصفحة
room-text = النص المتطور
room-left-out = { $count ->
    [0] كل المقترحات الحية في هذا النص.
    [one] مقترح حي واحد ليس في هذا النص: كلماته مختومة عنك أو بلغة أخرى.
    [two] مقترحان حيان ليسا في هذا النص: كلماتهما مختومة عنك أو بلغة أخرى.
    [few] { NUM($count) } مقترحات حية ليست في هذا النص: كلماتها مختومة عنك أو بلغة أخرى.
    [many] { NUM($count) } مقترحًا حيًا ليست في هذا النص: كلماتها مختومة عنك أو بلغة أخرى.
   *[other] { NUM($count) } مقترح حي ليست في هذا النص: كلماتها مختومة عنك أو بلغة أخرى.
}
room-no-text = لا نص
room-base = الأساس
room-alternative = البديل { $letter }
room-moved = لينتقل إلى ما بعد { $after }
room-restructured = ليُقسَّم أو يُضم أو يُرقَّم من جديد
room-tag-bracketed = { $count ->
    [0] بلا أقواس
    [one] بين أقواس: موضع واحد
    [two] بين أقواس: موضعان
    [few] بين أقواس: { NUM($count) } مواضع
    [many] بين أقواس: { NUM($count) } موضعًا
   *[other] بين أقواس: { NUM($count) } موضع
}
room-tag-deletion = اقتُرح الحذف
room-tag-alternatives = بدائل
room-tag-inserted = مقترح جديد
room-tag-unbracketed = بلا أقواس
room-tag-agreed = متفق عليه
room-tag-ad-referendum = رهن الاستشارة
room-tag-silence = في إجراء الصمت

room-silence = إجراء الصمت:
room-silence-until = يُعدّ معتمدًا إن لم يرد اعتراض مكتوب قبل
room-silence-rule = العبرة بلحظة الورود، بالثانية.
room-silence-frozen = النص المجمّد:
room-silence-expired = انقضى دون اعتراض؛ تسجل الرئاسة نتيجته.
room-silence-broken = كسره { $name } في { $when }.
room-silence-adoption = اعتماد النص
room-silence-provision = { $name }، { $language }
room-silence-decision = قرار آخر بالكلمات

room-selected = الحكم { $name }
room-choose = لم يُختر حكم
room-choose-lead = اختر رقم حكم في النص لترى ما اقتُرح عليه ولتقترح.
room-id = المعرّف الدائم
room-no-proposal-here = لم يُقترح عليه شيء لك أن تقرأه.
room-propose = اقترح
room-way-replace = كلمات أخرى
room-way-insert-after = حكم جديد بعده
room-way-delete = لا نص
room-proposals = المقترحات
room-no-proposal = لم يُقدَّم شيء في هذه الجولة.
room-sealed = مختوم: يقرؤه من وُجّه إليهم حتى تُنشر الجولة.
room-ended-tag = انتهى
room-goes = يخرج:
room-comes = يدخل:
room-addressed = موجّه إلى
room-to-all = جميع الوفود
room-not-conveyed = لم يُبلَّغ بعد
room-joined = انضم إليه
room-acknowledged = أقر بتسلمه
room-answers = الردود
room-nobody = لا أحد بعد
room-sealed-answer = مختوم
room-disposition = المآل
room-undisposed = لا شيء بعد
room-end-withdrawn = سُحب
room-end-superseded = حل محله مقترح لاحق
outcome-absorbed = أُدرج في صيغة
outcome-accepted-ad-referendum = قُبل رهن الاستشارة
outcome-agreed = اتُّفق عليه
outcome-not-pursued = لم يُتابع

room-positions = المواقف
room-positions-on = المواقف من { $name }
room-no-positions = لا خلاف على شيء لك أن تقرأه.
room-positions-note = في النص تأتي العلامات بعد الرمز: ~ يمكنه القبول، ! يتحفظ، ^ يعارض. الرمز بلا علامة مؤيد، وأولها المقترِح. الصامت لا يُعدّ متمسكًا بالأساس.
room-delegation = الوفد
room-by-group = عبر مجموعته
stance-propose = يقترح
stance-support = يؤيد
stance-can-accept = يمكنه القبول
stance-reserve = يتحفظ
stance-oppose = يعارض
stance-silent = صامت
letter-stance-propose = ق
letter-stance-support = ي
letter-stance-can-accept = ب
letter-stance-reserve = ت
letter-stance-oppose = ع
letter-stance-silent = ·

room-due = المستحق
room-nothing-due = لا شيء مستحق.
room-due-you = عليك القيام به
room-chair = الرئاسة
room-due-acknowledge = الإقرار بتسلم مقترح { $name }
room-due-close = إغلاق الجولة { $round }: انقضى وقتها
room-due-publish = نشر الجولة { $round }
room-due-archive = حفظ الجولة { $round }
room-due-disposition = تسجيل مآل مقترح { $name }
room-due-convey = تبليغ مقترح { $name }
room-due-conclude = تسجيل نتيجة إجراء صمت
room-due-announce = إعلان القرار المتخذ بالصمت في الجلسة التالية
room-due-period = تحديد مهلة لنص { $name } الذي رفض
room-due-lapsed = تحديد مهلة: لم يرد تأكيد { $name }

room-change-replace = كلمات أخرى لـ{ $name }
room-change-insert-after = حكم جديد بعد { $name }
room-change-delete = لا نص في موضع { $name }
room-change-move = ينتقل { $name } إلى ما بعد { $other }
room-change-split = يُقسَّم { $name }
room-change-join = يُضم { $name } إلى { $other }
room-draft-replace = في الحقل الحكم كله كما هو. غيّر ما تريد تغييره؛ وتظهره المقارنة كلمة كلمة قبل أن يُقدَّم شيء.
room-draft-insert-after = صغ الحكم الجديد برقمه إن كان له رقم. يجوز أن تتوالى أحكام، كل في سطره.
room-draft-delete = تقترح ألا يكون لهذا الحكم نص. تظهر المقارنة ما يخرج.
room-some-words = بعض كلماته فقط
room-chosen = الكلمات
room-chosen-hint = كما ترد في نص الجولة. ويمكن اختيارها في النص نفسه بالفأرة أو بالإصبع.
room-do-other = كلمات أخرى مكانها
room-do-strike = احذفها
room-do-after = أدرج بعدها
room-chosen-status = كلمات مختارة:
room-chosen-here = المؤشر في الحقل أدناه عند الكلمات التي اخترتها:
room-chosen-struck = حُذفت في الحقل أدناه هذه الكلمات:
room-chosen-absent = لا ترد هذه الكلمات هكذا في النص الذي بدأت به الجولة. غيّر الحكم كله في الحقل أدناه. اخترتَ:
room-chosen-empty = لم تُختر كلمات. غيّر الحكم كله في الحقل أدناه.
room-chosen-places = ترد هذه الكلمات هناك أكثر من مرة. أيّها تقصد؟
versions-heading = مقارنة النسخ
versions-lead = ما ذهب مشطوب، وما جاء تحته خطان. وكل جولة تقوم على نسخة من النص.
versions-button = قارن
versions-from = هذه النسخة
versions-to = بهذه
versions-name = { $number }، { $when }
versions-name-round = { $number }، { $when } (الجولة { $rounds })
versions-one = ليس للنص حتى الآن إلا نسخة واحدة.
versions-same = كلتاهما تقول الشيء نفسه.
versions-none = نص إحدى هاتين النسختين غير محفوظ هنا بهذه اللغة.
versions-gone = ذهب
versions-new = جديد
versions-label = الرقم: صار { $before } ‏{ $after }
versions-kind = من نوع آخر
versions-place = نُقل
room-draft-private = لا يقرأ المسودة إلا أهل وفدك، وتزول إذا مُحيت أو قُدّمت.
room-words = الكلمات
room-words-hint = كما تُكتب النصوص هنا: {"{"}@id{"}"} إحالة إلى حكم، {"{"}?name{"}"} فراغ يُملأ، ونجمتان حول الكلمات للتأكيد.
room-fault-empty = الحقل فارغ: صغ الحكم أو اقترح ألا يكون له نص.
room-fault-long = الكلمات أكثر من 60 000 حرف.
room-fault-words = السطر { $line }، العمود { $column }: ليس هذا نصًا كما تُكتب النصوص هنا. لم يُحفظ شيء؛ صححه واحفظ من جديد.
room-to-compare = احفظ وقارن
room-drafts = المسودات
room-no-draft = ليس لوفدك مسودة هنا. اختر حكمًا في النص واقترح.
room-compare = قارن قبل أن تقدّم
room-compare-lead = ما يخرج مشطوب، وما يدخل تحته خطان. ما تقدمه هو هذا بعينه.
room-draft-tab = مسودة
room-drafted-by = آخر من كتبها
room-same-words = هذه كلمات النص كما هو: لا شيء يُقدَّم.
room-change = تغيير المسودة
room-reason-hint = لماذا؛ يقرؤه من يوجَّه إليهم المقترح
room-addressed-hint = إن لم يُختر أحد: إلى جميع الوفود. حتى تُنشر الجولة لا يقرأ الكلمات إلا من وُجّهت إليهم؛ أما أنك قدّمت فيراه الجميع.
room-supersedes = محل
room-supersedes-none = لا مقترح آخر
room-save = احفظ وقارن من جديد
room-erase = امحُ المسودة
room-erase-note = لا يبقى منها شيء.
room-tabled-tab = قدّمه
room-proposal-by = مقترح { $name }
room-proposal-of = المقترح من
room-as = باسم
room-mark = علامة العمل:
room-what-you-do = ما يمكنك فعله
room-says = ماذا تقول
room-answer-words = كلمات الرد
room-answer-hint = لا يقرؤها حتى تُنشر الجولة إلا مقدمو المقترح؛ ويجوز أن تكون فارغة
room-join-note = تنضم مقدّمًا: يصير النص نصك أيضًا.
room-withdraw-hint = يظهر في السجل؛ ويجوز أن يكون فارغًا
room-outcome = النتيجة
room-dispose-hint = يظهر في السجل
room-ask-lead = يشهد مفتاح مرورك على بصمة هذا العمل بعينه. يُسجَّل فورًا، ويُعدّ واردًا في تلك الثانية، ولا رجعة فيه.

room-presiding = الرئاسة
room-presiding-lead = يشهد على كل عمل من يقوم به. وينشر الجولةَ اثنان.
room-rounds = الجولات
room-close-note = إغلاق الجولة { $name } يجمّد ما قُدّم.
room-name = اسم الجولة
room-name-hint = كما يقوم في السجل، مثل II
room-closes-utc = تُغلق، بتوقيت UTC
room-expires-utc = ينقضي، بتوقيت UTC
room-utc-hint = توقيت UTC لا وقت هذا الحاسوب؛ تظهر الصفحة التالية كليهما
room-silences = الصمت
room-silence-on = الصمت على
room-silence-words = القرار بالكلمات
room-silence-words-hint = لقرار آخر فقط
room-expires = ينقضي
room-meeting = الجلسة
room-meeting-hint = التي أُعلن فيها
room-now = الآن
room-papers = الأوراق التي تُكشف
room-audience = تُكشف لـ
room-audience-public = الجميع
room-audience-participants = الوفود
room-publication = نشر الجولة { $name }
room-publication-none = أُغلقت الجولة. يقترح نشرها موظف من الرئاسة ويؤكده آخر.
room-publication-waits = اقترحه { $officer }، { $when }. ينتظر موظفًا آخر.
room-publication-returned = أُعيد، ويجوز اقتراحه من جديد.
room-publication-go = تابع في الغرفة

deed-table = قدّم المقترح
deed-acknowledge = أقر بالتسلم
deed-answer = رُدّ
deed-join = انضم إلى المقترح
deed-take-position = اتخذ موقفًا
deed-withdraw = اسحب
deed-object = اعترض كتابةً
deed-convey = بلّغه إلى من وُجّه إليهم
deed-dispose = سجّل مآله
deed-open-round = افتح جولة
deed-close-round = أغلق الجولة
deed-archive-round = احفظ الجولة
deed-start-silence = ابدأ إجراء صمت
deed-conclude-silence = سجّل النتيجة
deed-propose-publication = اقترح النشر
deed-confirm-publication = أكّد النشر

fault-time = أعط يومًا ووقتًا
fault-name = أعطها اسمًا
fault-decision = قل القرار بالكلمات
fault-meeting = سمّ الجلسة
fault-zone = لا منطقة زمنية بهذا الاسم
profile-zone = المنطقة الزمنية
profile-zone-hint = اسم من جداول IANA، مثل Europe/Istanbul. تُقال المهل بتوقيت UTC وبجانبه بهذه المنطقة. فارغ: بتوقيت UTC وحده.

readings-heading = من قرأ ماذا
readings-lead = كل قراءة لورقة سرية، بالشخص والورقة واليوم. كلمات الأوراق ليست هنا.
readings-none = لم يُقرأ شيء سري.
readings-paper = العمل
readings-first = أول مرة ذلك اليوم
readings-last = آخر مرة ذلك اليوم
readings-times = المرات
