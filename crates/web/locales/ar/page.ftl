## صفحات السجل العام. شرح القانون بالإنكليزية حيث لا توجد جملة عربية.

months = يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
months-short = يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر

## الإطار
skip = انتقل إلى المحتوى
exercise-register = سجل للتمرين:
exercise = تجربة، بلا أثر قانوني
as-at-label = بتاريخ
change-day = تغيير التاريخ
day-label = اعرض السجل كما كان في
show-day = اعرض
language = اللغة
menu = القائمة الرئيسية
treaties = المعاهدات
parties = الأطراف
events = الأحداث
menu-log = الدفتر
menu-help = مساعدة
data-known-to = البيانات معلومة حتى { DATE($day) }
known-to = معلوم حتى { DATE($day) }
not-known-after = غير معلوم بعد { DATE($day) }
beyond = سألت عن { DATE($at) }. لا يُعلم شيء بعد { DATE($day) }؛ وما يلي هو آخر حال معلومة.
computed-at = كل تاريخ في هذه الصفحة يقود إلى سببه. حُسبت عند حجم الدفتر { $size } والجذر { $root }.
foot-help = كيف يُقرأ هذا السجل
foot-not-proved = ما لا يثبته هذا السجل
foot-accessibility = إمكانية الوصول
foot-data = البيانات والخلاصات
why = لماذا؟
why-of = لماذا؟ { $name }
why-day = لماذا { DATE($day) }؟
why-state = لماذا «{ $state }»؟
since = منذ { DATE($day) }
show-all = اعرض الكل
as-csv = جدول (CSV)
atom-feed = خلاصة Atom
rows-shown = معروض { NUM($count) } من { NUM($of) }.

## الصفحة الأولى
home-title = من الملزَم، ومنذ متى، ولماذا
home-heading = من الملزَم، ومنذ متى، ولماذا
home-lead = يتتبع هذا السجل كل معاهدة من اعتمادها إلى يوم إلزامها، ويبيّن لكل تاريخ القاعدة والأعمال والحساب.
home-empty = لا معاهدة بعد. أدخل واحدة في المكتب أو استورد سجلا.
find-label = ابحث عن معاهدة أو طرف
find = ابحث
for-example = مثلا:
home-in-force = نافذة
home-not-in-force = غير نافذة
home-ended = منقضية
home-undetermined = غير محددة
home-negotiated = قيد التفاوض
count-treaties = { $count ->
    [zero] لا معاهدة
    [one] معاهدة واحدة
    [two] معاهدتان
    [few] { NUM($count) } معاهدات
    [many] { NUM($count) } معاهدة
   *[other] { NUM($count) } معاهدة
  }
count-texts = { $count ->
    [zero] لا نص
    [one] نص واحد
    [two] نصان
    [few] { NUM($count) } نصوص
    [many] { NUM($count) } نصا
   *[other] { NUM($count) } نص
  }
count-parties = { $count ->
    [zero] لا أحد
    [one] طرف واحد
    [two] طرفان
    [few] { NUM($count) } أطراف
    [many] { NUM($count) } طرفا
   *[other] { NUM($count) } طرف
  }
latest-events = آخر الأحداث
all-events = كل الأحداث
events-none = لا شيء مسجل حتى هذا اليوم.
earlier-events = أحداث أقدم
later-events = أحداث أحدث
event-act = {"\u2068"}{ $who }{"\u2069"}: { $act }
event-force = دخلت حيز النفاذ
event-end = انقضت؛ ولم تعد نافذة لأحد
check-it = تحقق بنفسك

search-title = ما وُجد عن «{ $name }»
search-nothing = لا معاهدة ولا طرف فيه كل هذه الكلمات. جرّب كلمات أقل أو تصفح القوائم.
search-cut = يُعرض أول 50 من كل نوع فقط؛ كلمات أكثر تضيّق البحث.
search-treaties = { $count ->
    [zero] لا معاهدة
    [one] معاهدة واحدة
    [two] معاهدتان
    [few] { NUM($count) } معاهدات
    [many] { NUM($count) } معاهدة
   *[other] { NUM($count) } معاهدة
  }
search-parties = { $count ->
    [zero] لا طرف
    [one] طرف واحد
    [two] طرفان
    [few] { NUM($count) } أطراف
    [many] { NUM($count) } طرفا
   *[other] { NUM($count) } طرف
  }

## المعاهدات
treaties-lead = بحسب حالها في اليوم المعروض. والعنوان يقود إلى من هو الملزَم ومنذ متى ولماذا.
group-in-force = { $count ->
    [zero] لا معاهدة نافذة
    [one] معاهدة واحدة نافذة
    [two] معاهدتان نافذتان
    [few] { NUM($count) } معاهدات نافذة
    [many] { NUM($count) } معاهدة نافذة
   *[other] { NUM($count) } معاهدة نافذة
  }
group-not-in-force = { $count ->
    [zero] لا معاهدة غير نافذة
    [one] معاهدة واحدة غير نافذة
    [two] معاهدتان غير نافذتين
    [few] { NUM($count) } معاهدات غير نافذة
    [many] { NUM($count) } معاهدة غير نافذة
   *[other] { NUM($count) } معاهدة غير نافذة
  }
group-undetermined = { $count ->
    [zero] لا معاهدة غير محددة الحال
    [one] معاهدة واحدة غير محددة الحال
    [two] معاهدتان غير محددتي الحال
    [few] { NUM($count) } معاهدات غير محددة الحال
    [many] { NUM($count) } معاهدة غير محددة الحال
   *[other] { NUM($count) } معاهدة غير محددة الحال
  }
group-ended = { $count ->
    [zero] لا معاهدة منقضية
    [one] معاهدة واحدة منقضية
    [two] معاهدتان منقضيتان
    [few] { NUM($count) } معاهدات منقضية
    [many] { NUM($count) } معاهدة منقضية
   *[other] { NUM($count) } معاهدة منقضية
  }
group-negotiated = { $count ->
    [zero] لا نص قيد التفاوض
    [one] نص واحد قيد التفاوض
    [two] نصان قيد التفاوض
    [few] { NUM($count) } نصوص قيد التفاوض
    [many] { NUM($count) } نصا قيد التفاوض
   *[other] { NUM($count) } نص قيد التفاوض
  }
negotiated-note = يدخل النص قائمة المعاهدات متى اعتُمد. ولا تُعرض المشاريع والمقترحات هنا.
column-treaty = المعاهدة
column-state = الحال
column-adopted = الاعتماد
column-parties = الأطراف

## معاهدة
adopted-at = حُررت في { $place } في { DATE($day) }.
adopted-on = اعتُمدت في { DATE($day) }.
depositary-is = الوديع: { $name }.
authentic-in = النصوص المتساوية في الحجية: { $languages }.
language-ar = العربية
language-en = الإنكليزية
language-es = الإسبانية
language-fr = الفرنسية
language-ru = الروسية
language-tr = التركية
language-zh = الصينية
state-in-force = نافذة منذ { DATE($day) }
state-later = غير نافذة بعد؛ تدخل حيز النفاذ في { DATE($day) }
state-before = غير نافذة بعد؛ وبأعمال لاحقة نافذة من { DATE($day) }
state-not-in-force = غير نافذة
state-ended = انقضت في { DATE($day) }
state-lapsed = غير نافذة حاليا؛ نفذت أول مرة في { DATE($day) }
state-undetermined = لم يتحدد هل هي نافذة
state-undetermined-from = لم يتحدد؛ ليس قبل { DATE($day) }
state-no-rule = لا قاعدة مسجلة لبدء النفاذ
state-nothing-known = لا يُعلم شيء بعد
road-label = من القول إلى القانون
road-said = قيل
road-draft = صيغ
road-adopted = اعتُمد
road-signed = وُقِّع
road-consent = الرضا
road-force = نافذ
road-unrecorded = غير مسجل هنا
road-not-yet = ليس بعد
road-signatories = { $count ->
    [zero] لا موقِّع
    [one] موقِّع واحد
    [two] موقِّعان
    [few] { NUM($count) } موقِّعين
    [many] { NUM($count) } موقِّعا
   *[other] { NUM($count) } موقِّع
  }
road-consents = { $count ->
    [zero] لا صك سار
    [one] صك سار واحد
    [two] صكان ساريان
    [few] { NUM($count) } صكوك سارية
    [many] { NUM($count) } صكا ساريا
   *[other] { NUM($count) } صك سار
  }
counter = { NUM($count) } من { NUM($needed) } من الصكوك
counter-over = عدد الصكوك { NUM($count) }، والمطلوب { NUM($needed) }
counter-met = الخط الأطول هو الصك رقم { NUM($needed) } الذي به اكتمل العدد.
counter-missing = { $count ->
    [zero] اكتمل العدد، ولم يتحقق شرط آخر.
    [one] يلزم صك واحد آخر.
    [two] يلزم صكان آخران.
    [few] يلزم { NUM($count) } صكوك أخرى.
    [many] يلزم { NUM($count) } صكا آخر.
   *[other] يلزم { NUM($count) } صك آخر.
  }
missing-heading = ما لا يزال ناقصا
key-facts = حقائق أساسية
fact-opened = فُتحت للتوقيع في
fact-parties = الملزَمون
fact-signed-only = وقّعوا ولم يلتزموا
fact-announced = ما أعلنه الوديع
announced-same = { DATE($day) }؛ وهو نفس المحسوب
announced-other = { DATE($day) }؛ ويختلف عن المحسوب
downloads = للتنزيل
status-csv = جدول الحال (CSV)
status-json = نفسه بصيغة JSON
follow = للمتابعة
how-in-force = كيف تدخل حيز النفاذ
chart-label = رسم: الصكوك عبر الزمن
chart-title = الصكوك المحسوبة عبر الزمن
chart-told = { $count ->
    [zero] لا صك في { DATE($day) }
    [one] صك واحد في { DATE($day) }
    [two] صكان في { DATE($day) }
    [few] { NUM($count) } صكوك في { DATE($day) }
    [many] { NUM($count) } صكا في { DATE($day) }
   *[other] { NUM($count) } صك في { DATE($day) }
  }
chart-needed = المطلوب { NUM($count) }
chart-trigger = تحققت الشروط { DATE($day) }
chart-force = نافذة { DATE($day) }
chart-unknown = غير معلوم بعد ذلك
chart-shown = معروض حتى { DATE($day) }
chart-table = الأرقام نفسها في جدول
chart-nothing = لم يودَع أي صك حتى هذا اليوم.
column-from = من
column-count = الصكوك
status-heading = حال كل طرف
status-none-yet = لم يوقّع أحد ولم يودِع صكا حتى هذا اليوم.
filter-label = صفِّ بالطرف أو بالحال
filter = صفِّ
filter-nothing = لا صف فيه هذه الكلمات.
what-words-mean = معاني الكلمات
as-at = بتاريخ { DATE($day) }
column-party = الطرف
column-signed = التوقيع
column-deposited = الإيداع
column-act = العمل
column-status = الحال
column-start = نافذة بالنسبة إليه
column-until = حتى
not-certain = غير مؤكد
until-unknown = ربما منذ { DATE($day) }؛ غير مؤكد
clauses-heading = الأحكام الختامية بكلام بسيط
clauses-note = كل قاعدة جملة، وتحتها سطر Clausula الذي يُحسب منه كل تاريخ. والعبرة بالنص ذي الحجية.
clauses-none = لا حكم ختامي مسجل كقاعدة.

## طرف
parties-lead = دول ومنظمات وغيرها مما في هذا السجل قيد عنه.
filter-parties = صفِّ بالاسم أو الرمز أو النوع
parties-none = لا طرف مسجل بهذه الكلمات.
column-code = الرمز
column-kind = النوع
kind-state = دولة
kind-former-state = دولة سابقة
kind-organization = منظمة
kind-territory = إقليم
kind-company = شركة
kind-institution = مؤسسة
kind-sub-state = جزء من دولة
party-summary = { $count ->
    [zero] غير ملزَم بأي معاهدة من هذا السجل في { DATE($day) }.
    [one] ملزَم بمعاهدة واحدة من هذا السجل في { DATE($day) }.
    [two] ملزَم بمعاهدتين من هذا السجل في { DATE($day) }.
    [few] ملزَم بـ { NUM($count) } معاهدات من هذا السجل في { DATE($day) }.
    [many] ملزَم بـ { NUM($count) } معاهدة من هذا السجل في { DATE($day) }.
   *[other] ملزَم بـ { NUM($count) } معاهدة من هذا السجل في { DATE($day) }.
  }
party-treaties = حاله إزاء كل معاهدة
acts-heading = أعماله
acts-none = لا عمل مسجل حتى هذا اليوم.
act-effect = بأثر من { DATE($day) }
act-recorded = معلوم للسجل منذ { DATE($day) }

## الدفتر
log-heading = الدفتر
log-lead = كل عمل في هذا السجل قيد في دفتر لا يقبل إلا الإضافة في آخره. ومن يحتفظ بنسخة يلحظ تغير بايت واحد من الماضي.
log-size = الحجم
log-entries = { $count ->
    [zero] لا قيد
    [one] قيد واحد
    [two] قيدان
    [few] { $number } قيود
    [many] { $number } قيدا
   *[other] { $number } قيد
  }
log-root = الجذر
log-recorded = آخر قيد سُجل
log-witnesses = الشهود
log-witnessed = وقّع { NUM($count) } من { NUM($of) }
log-no-witnesses = لا يُطلب شاهد
log-unpublished = لم تُنشر نقطة تحقق بعد.
log-origin = الأصل
log-key = المفتاح العام
log-empty = الدفتر فارغ.
log-none = هذا السجل مجلد جداول. ولا يُحفظ في دفتر، فلا يمكن لأحد أن يثبت أن ماضيه لم يتغير.
log-behind = { $count ->
    [zero] كل القيود في نقطة تحقق منشورة.
    [one] سُجل قيد واحد وليس بعد في نقطة تحقق منشورة.
    [two] سُجل قيدان وليسا بعد في نقطة تحقق منشورة.
    [few] سُجلت { NUM($count) } قيود وليست بعد في نقطة تحقق منشورة.
    [many] سُجل { NUM($count) } قيدا وليست بعد في نقطة تحقق منشورة.
   *[other] سُجل { NUM($count) } قيد وليست بعد في نقطة تحقق منشورة.
  }
checkpoint-heading = آخر نقطة تحقق
checkpoint-note = الاسم والحجم والجذر، بتوقيع الدفتر وكل شاهد رأى أنها تواصل ما سبقها.
witnesses-none = سياسة هذا المكتب لا تطلب شاهدا. ولكل أحد مع ذلك أن يحتفظ بنسخة.
column-witness = الشاهد
column-seen = وقت التوقيع
not-seen = ليس على نقطة التحقق هذه
quorum-met = وقّع العدد الذي تطلبه السياسة.
quorum-not-met = وقّع أقل مما تطلبه السياسة.
mirror-heading = احتفظ بنسخة وتحقق منها
mirror-note = ببرنامج Sponsio وبالمفتاح العام الذي تأخذه من ورق أو من مصدر آخر تثق به:
mirror-address = https://THIS-ADDRESS
mirror-key = المفتاح الآتي من الصفحة المراد التحقق منها لا يثبت شيئا. يسلّمه المكتب على ورق أو يرد في ملحق.

## المساعدة
help-heading = كيف يُقرأ هذا السجل
help-lead = السطر الأول يجيب، والثاني يقول إلى متى يُعلم ذلك، والثالث يقول لماذا.
help-day = يمكن سؤال كل صفحة عن يوم آخر: «تغيير التاريخ» أعلاه. وبلا تاريخ ترى آخر يوم تبلغه البيانات.
help-horizon = بعد ذلك اليوم لا يُعلم شيء ولا يُخمَّن: ترى آخر حال معلومة، مسماة بذلك.
help-why = «لماذا؟» تفتح الاستنتاج: كلام المعاهدة والأعمال ومن لم يُحسب والحساب يوما بيوم.
help-statuses = الأحوال
help-statuses-note = كل كلمة حال قانونية واحدة، ولا تُدمج اثنتان أبدا. والحرف والنقش يقولان ما تقوله الكلمة، فلا يضيع شيء بالأسود والأبيض.
column-meaning = المعنى
meaning-none = لم يفعل شيئا مسجلا.
meaning-entitled = المعاهدة مفتوحة له؛ ولم يفعل شيئا بعد.
meaning-negotiating = شارك في وضع النص واعتماده (اتفاقية فيينا، المادة 2(1)(ه)).
meaning-signatory = وقّع ثم أوضح أنه لن يصبح طرفا (اتفاقية فيينا، المادة 18(أ)).
meaning-signatory-bound-by-18 = وقّع رهنا بالرضا. غير ملزَم بالمعاهدة، لكن عليه ألا يعطل موضوعها وغرضها (اتفاقية فيينا، المادة 18).
meaning-contracting = رضي بالالتزام؛ والمعاهدة غير نافذة بالنسبة إليه (اتفاقية فيينا، المادة 2(1)(و)).
meaning-provisional = يطبق المعاهدة قبل نفاذها بالنسبة إليه (اتفاقية فيينا، المادة 25).
meaning-party = رضي بالالتزام، والمعاهدة نافذة بالنسبة إليه (اتفاقية فيينا، المادة 2(1)(ز)).
meaning-suspended = طرف؛ والعمل بالمعاهدة موقوف بالنسبة إليه (اتفاقية فيينا، المادة 57).
meaning-withdrawing = طرف؛ وإشعار انسحابه لم يسر بعد.
meaning-former = كان طرفا. انسحب أو انقضت المعاهدة.
meaning-undetermined = يتوقف على أمر لا يعلمه السجل؛ والاستنتاج يسميه.
meaning-revoked = رضي ثم سحب صكه قبل دخول المعاهدة حيز النفاذ. لم يكن ملزَما قط.
help-words = كلمات
term-entry = بدء النفاذ
term-entry-is = أول يوم تُلزم فيه المعاهدة. ينتج من الأحكام الختامية والأعمال؛ يُحسب ولا يُكتب باليد.
term-deposit = الإيداع
term-deposit-is = تسليم صك الرضا إلى الوديع؛ ويُعتد بيومه.
term-depositary = الوديع
term-depositary-is = من يحفظ المعاهدة ويتلقى الصكوك ويُعلم الأطراف (اتفاقية فيينا، المادتان 76 و77).
term-horizon = معلوم حتى
term-horizon-is = آخر يوم تُعلم الأعمال حتى تاريخه. ولا يقول شيئا عما بعده.
term-derivation = الاستنتاج
term-derivation-is = كيف ينتج الجواب: القاعدة بمادتها، والأعمال، وكل خطوة في التقويم، وكل عرف ومن أين أتى.
term-log = الدفتر
term-log-is = قائمة مرتبة موقعة بكل القيود (شجرة ميركل). تنمو ولا تُغيَّر خفية.
term-checkpoint = نقطة تحقق
term-checkpoint-is = حجم الدفتر وجذره، موقّعين. واثنتان متناقضتان تثبتان الغش.
term-witness = شاهد
term-witness-is = غيرٌ يوقّع كل نقطة تحقق تواصل ما رآه قبلها.
not-proved-source = أن صكا أصلي أو أن لموقّعه تفويضا كاملا: ذلك يفحصه الوديع.
not-proved-validity = أن معاهدة أو رضا صحيح، أو أن أحدا وفى بكلمته: لا صفحة تحسم نزاعا.
not-proved-after = أي شيء عما بعد اليوم الذي تبلغه البيانات.
not-proved-log = أن هذه الصفحة تعرض الدفتر على وجهه. الدفتر نفسه يثبت ذلك: انسخه واحسب الجواب بنفسك.
accessibility-aim = تستهدف هذه الصفحات WCAG 2.2 بمستوى AA. لا تحتاج إلى برنامج نصي ولا فأرة ولا لون؛ ولكل رسم أرقامه في جدول.
accessibility-tested = يقرأ اختبار كل نوع من الصفحات بالإنكليزية والتركية والعربية، فاتحة وداكنة، بأداة axe-core.
accessibility-limits = لم يجربها بعد شخص بقارئ شاشة. وشرح القانون في الصفحات العربية بالإنكليزية.
data-note = كل جدول متاح للبرامج أيضا. الجداول CSV (RFC 4180، UTF-8)؛ وكلمات الحال فيها واحدة في كل اللغات. أضف «at» مع تاريخ إلى أي عنوان.
data-licences = تستعمل الصفحات عمل غيرنا:
licences = الرخص

## ما يخطئ
trouble-not-found = لا شيء هنا
trouble-bad = لا يمكن عرض ذلك
trouble-no-treaty = ليس في هذا السجل معاهدة «{ $id }».
trouble-no-party = ليس في هذا السجل طرف «{ $id }».
trouble-no-page = لا صفحة في هذا العنوان.
trouble-day = «{ $text }» ليس يوما في التقويم. اكتب التاريخ هكذا: 2024-02-29.
trouble-language = الصفحات لا تتكلم «{ $text }». لغاتها الإنكليزية (en) والتركية (tr) والعربية (ar).
trouble-words = يقبل البحث 200 بايت من الكلمات على الأكثر.
trouble-page = صفحات القائمة 1 و2 و3 وهكذا.
next-home = إلى الصفحة الأولى
next-treaties = كل المعاهدات
next-parties = كل الأطراف
next-without = هذه الصفحة بلا ما طُلب

## الأحوال: كلمة واحدة وحرف واحد
status-none = لا عمل مسجل
status-entitled = له أن يصبح طرفا
status-negotiating = شارك في التفاوض
status-signatory = وقّع؛ ولن يصبح طرفا
status-signatory-bound-by-18 = وقّع
status-contracting = رضي؛ غير ملزَم
status-provisional = يطبق مؤقتا
status-party = ملزَم
status-suspended = ملزَم؛ العمل موقوف
status-withdrawing = ملزَم؛ أشعر بالانسحاب
status-former = لم يعد ملزَما
status-undetermined = غير محدد
status-revoked = سُحب الرضا قبل بدء النفاذ
status-and-provisional = { $status }؛ يطبق مؤقتا
letter-none = –
letter-signed = ت
letter-consented = ر
letter-provisional = ق
letter-bound = م
letter-suspended = و
letter-withdrawn = س
letter-revoked = ح

## الأعمال
act-signature = توقيع
act-signature-ad-referendum = توقيع رهن الاستشارة
act-confirmation-of-signature = تأكيد التوقيع
act-succession-to-signature = خلافة في التوقيع
act-definitive-signature = توقيع نهائي
act-ratification = تصديق
act-acceptance = قبول
act-approval = موافقة
act-accession = انضمام
act-succession = خلافة
act-formal-confirmation = إقرار رسمي
act-consent-to-be-bound = رضا بالالتزام
act-simplified-procedure = إجراء مبسط
act-withdrawal = انسحاب
act-revocation = رجوع
act-withdrawal-of-instrument = سحب الصك
act-provisional-application = تطبيق مؤقت
act-end-of-provisional-application = نهاية التطبيق المؤقت
act-continuation = استمرار الشخصية
act-correction = تصحيح تاريخ
act-intention-not-to-become-party = نية عدم الانضمام
act-suspension = إيقاف العمل
act-end-of-suspension = نهاية إيقاف العمل

menu-verify = تحقّق
verify-heading = التحقق من ملف
verify-lead = اختر حزمة أو إيصالاً (قيد مع برهانه) أو نقطة تفتيش. يجري التحقق في متصفحك بالشيفرة نفسها المستعملة في سطر الأوامر. لا يغادر الملف هذا الحاسوب.
verify-no-script = تتحقق هذه الصفحة بنص برمجي في متصفحك. وإن لم يعمل فاستعمل سطر الأوامر كما هو مبيّن أدناه.
verify-no-module = بُني هذا الخادم من دون الوحدة الخاصة بالمتصفح. استعمل سطر الأوامر كما هو مبيّن أدناه.
verify-files = الملفات
verify-files-note = حزمة واحدة (.sponsio) أو نقطة تفتيش، أو ملفا الإيصال. ‏64 ميغابايت لكل ملف على الأكثر.
verify-policy = وفق أي سياسة
verify-policy-label = السياسة (C2SP tlog-policy)
verify-policy-note = تواقيع من تُحتسب: السجل وشهوده والنصاب. هذه السياسة يقدمها هذا الخادم؛ فإن لم تثق به فألصق سياستك.
verify-do = تحقّق
verify-verified = تم التحقق
verify-refused = مرفوض
verify-incomplete = غير مكتمل
verify-unread = لا شيء للتحقق منه
verify-unread-next = اختر حزمة واحدة أو نقطة تفتيش، أو قيداً مع برهانه، بحجم لا يتجاوز 64 ميغابايت.
verify-place = الموضع
verify-byte = البايت
verify-rule = القاعدة المخالفة
verify-refused-next = ليس الملف ما وقّعه سجله، أو هو من سجل آخر. اطلبه من جديد وقارنه بنسخة أخرى من السجل.
verify-missing = ما هو موجود صحيح، لكن ينقص ما يلي:
verify-check-list = في الحزمة الملفات المذكورة في قائمتها ولا سواها، بايتاً ببايت.
verify-check-inclusion = كل قيد موجود في السجل: يقود برهانه إلى الجذر.
verify-check-signed = وقّع الجذرَ سجلُّ السياسة وعددُ الشهود الذي تطلبه السياسة.
verify-check-documents = لكل وثيقة فيها البصمة التي ذُكرت بها.
verify-check-whole = بحسب بيان السجل الموقَّع تحتوي على كل أعمال هذه المعاهدة حتى ذلك الحين.
verify-state = الحالة التي تدّعيها
verify-no-witness = لم يوقّع أي شاهد: السجل وحده يقول إن ماضيه لم يُغيَّر.
verify-entries = القيود
verify-seq = القيد
verify-recorded = وقت التسجيل
verify-kind = العمل
verify-date = التاريخ القانوني
verify-absent = وثائق مذكورة وليست فيها
verify-not-proved = ما الذي لا يثبته هذا
verify-not-law = معنى الأعمال: لا يُعاد هنا تطبيق القانون. يفعل ذلك sponsio bundle verify ويقارن الحالة المدّعاة.
verify-not-person = مَن يقف وراء المفتاح، وهل أُنجز العمل على وجه صحيح.
verify-not-all = أنه لم يُسجَّل شيء منذ ذلك الحين أو أنه لا يوجد غيره؛ ولا يُظهر ذلك إلا نسخة كاملة من السجل.
verify-not-page = أن هذه الصفحة هي ما تبدو عليه: فالخادم الكاذب قد يرسل نصاً برمجياً آخر. في سطر الأوامر تختار البرنامج بنفسك.
verify-elsewhere = في سطر الأوامر
verify-elsewhere-note = التحقق نفسه من دون هذا الخادم ومع إعادة تطبيق القانون:
