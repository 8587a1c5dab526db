## من يضمن من
menu-coverage = الضمانات
next-coverage = كل الضمانات
coverage-heading = من يضمن من، ومن بقي خارج الضمان
coverage-title = الضمانات: { $name }
coverage-none = لا ضمان مصوغ في أي نص من هذا السجل.
coverage-none-here = لا ضمان مصوغ في هذا النص.
coverage-lead = { $promises }، { $members }، { $pairs }.
count-promises = { $count ->
    [zero] لا ضمان
    [one] ضمان واحد
    [two] ضمانان
    [few] { NUM($count) } ضمانات
    [many] { NUM($count) } ضمانا
   *[other] { NUM($count) } ضمان
  }
count-members = { $count ->
    [zero] لا طرف
    [one] طرف واحد
    [two] طرفان
    [few] { NUM($count) } أطراف
    [many] { NUM($count) } طرفا
   *[other] { NUM($count) } طرف
  }
count-directions = { $count ->
    [zero] لا اتجاه
    [one] اتجاه واحد
    [two] اتجاهان
    [few] { NUM($count) } اتجاهات
    [many] { NUM($count) } اتجاها
   *[other] { NUM($count) } اتجاه
  }
count-of = { NUM($count) } من { NUM($of) }
coverage-whole = كل الاتجاهات، وعددها { NUM($pairs) }، يشملها ضمان قانوني نافذ.
coverage-gaps = من الاتجاهات وعددها { NUM($pairs) } لا يشمل أيُّ ضمان قانوني نافذ { NUM($open) }.
coverage-one-sided = وما هو من جانب واحد: { NUM($count) }.
coverage-in-words = { $title }، السطر { $line }: محفوظ بألفاظه؛ وما يشمله غير معلوم.
matrix-label = صورة: من يضمن من
matrix-told = من يضمن من: { NUM($count) } في { NUM($count) } طرفا. والجدول أدناه يقول الشيء نفسه.
axis-owes = المدين
axis-owed = الدائن
key-heading = معاني العلامات
closings-heading = ما الذي يسد الثغرات
promises-heading = الضمانات
promises-note = ما يعد به كل نص وقوته القانونية. ولا يُعرض التزام سياسي قط على أنه قانون.
promise-bound = ملزَم من الضامنين المسمَّين وعددهم { NUM($named) }: { NUM($count) }.
promise-unknown = وغير معلوم من { NUM($count) }.
one-sided-heading = في اتجاه واحد فقط
conditions-heading = ما الذي تتوقف عليه بعد
table-heading = الشيء نفسه في جدول
grid-caption = السطور مدينة والأعمدة دائنة. والاسم يقود إلى ذلك الطرف إزاء الآخرين.
itself = هو نفسه
balance-caption = ما يعطيه كل طرف وما يناله
balance-note = الاسم يقود إلى ذلك الطرف إزاء الآخرين، زوجا زوجا.
column-gives = يشمل
column-receives = يشمله
column-mutual = في الاتجاهين
column-gaps = لا يشمل
in-words-heading = ضمانات محفوظة بألفاظها
more-listed = وسوى ذلك { NUM($count) }.
arrow = ←
trouble-itself = سُئل عن «{ $id }» مع نفسه. سمِّ طرفين مختلفين.
trouble-too-large = هذه { NUM($cells) } خلية، أكثر مما يُحسب دفعة واحدة. اسأل عن معاهدة واحدة أو استعمل الأمر «sponsio coverage».

## طرفان
beside-heading = إزاء الآخرين
beside-title = { $name } إزاء الآخرين
beside-summary = يشمل بضمانات قانونية نافذة { NUM($gives) }، ويشمله { NUM($receives) }؛ منهم في الاتجاهين { NUM($mutual) }.
beside-none = ليس في السجل طرف آخر.
beside-caption = الضمانات في الاتجاهين؛ والاسم يقود إلى كل ما يربط الاثنين
column-gives-it = يضمن
column-gets-from = يُضمن له
between-answer = { $count ->
    [zero] لا معاهدة في هذا السجل تربط الاثنين أحدهما بالآخر في { DATE($day) }.
    [one] معاهدة واحدة تربط الاثنين أحدهما بالآخر في { DATE($day) }.
    [two] معاهدتان تربطان الاثنين أحدهما بالآخر في { DATE($day) }.
   *[other] المعاهدات التي تربط الاثنين أحدهما بالآخر في { DATE($day) }: { NUM($count) }.
  }
binding-heading = ما يُلزم الاثنين
binding-none = لا معاهدة في هذا السجل تُلزم الاثنين في هذا اليوم.
not-binding-heading = لكليهما عمل؛ ولا تُلزم الاثنين
not-binding-note = وقّع أحدهما أو رضي أو انسحب أو علّق: لا تُلزم المعاهدة بين اثنين إلا ما دامت نافذة لكل منهما.
column-since = تُلزم الاثنين منذ
owes-heading = ما على { $from } لـ{ $to }
owes-nothing = لا ضمان في هذا السجل يسمّي الاثنين في هذا الاتجاه.

## ما يقوم بين اثنين
pledge-bound = نافذ
pledge-mutual = متبادل ونافذ
pledge-one-sided = من جانب واحد ونافذ
pledge-return-unknown = نافذ؛ والمقابل غير معلوم
pledge-conditional = نافذ بشرط
pledge-provisional = مطبَّق مؤقتا
pledge-suspended = معلَّق
pledge-contested = متنازع فيه
pledge-undetermined = غير محدد
pledge-political = التزام سياسي فقط
pledge-offered = معروض؛ غير نافذ
pledge-lost = لم يعد نافذا
pledge-nothing = ثغرة: لا ضمان
pledge-letter-bound = ن
pledge-letter-mutual = م
pledge-letter-one-sided = ج
pledge-letter-return-unknown = ر
pledge-letter-conditional = ش
pledge-letter-provisional = ت
pledge-letter-suspended = ع
pledge-letter-contested = خ
pledge-letter-undetermined = ؟
pledge-letter-political = س
pledge-letter-offered = ض
pledge-letter-lost = ز
pledge-letter-nothing = –
pledge-meaning-bound = مستحق الآن بالقانون
pledge-meaning-mutual = كل منهما مدين للآخر
pledge-meaning-one-sided = مستحق في هذا الاتجاه، وليس في الآخر يقينا
pledge-meaning-return-unknown = لا يُعلم هل يستحق شيء في المقابل، أو فيه نزاع
pledge-meaning-conditional = مستحق، والشرح يسمي ما يتوقف عليه
pledge-meaning-provisional = قبل بدء النفاذ (اتفاقية فيينا، المادة 25)
pledge-meaning-suspended = نافذ والعمل به معلَّق (اتفاقية فيينا، المادة 57)
pledge-meaning-contested = قانون عند بعضهم وسياسة عند غيرهم؛ ويُعرض الرأيان
pledge-meaning-undetermined = يتوقف على ما لا يعلمه السجل
pledge-meaning-political = معلَن وغير ملزم
pledge-meaning-offered = في نص؛ وينقصه الرضا أو النفاذ
pledge-meaning-lost = بالانسحاب أو بانقضاء المعاهدة أو بانتهاء مدته
pledge-meaning-nothing = لا نص مسجل يسمّي الاثنين في هذا الاتجاه

## ألفاظ الضمان
force-binding-treaty = معاهدة ملزمة
force-binding-unilateral-act = عمل انفرادي ملزم
force-political-commitment = التزام سياسي
force-contested = متنازع فيها
sense-negative = الامتناع عن شيء
sense-positive = القيام بشيء
mode-individually = كل عن نفسه
mode-severally = كل على حدة
mode-jointly = مجتمعين فقط
mode-jointly-and-severally = مجتمعين، وكل عن الجميع
condition-assent-presumed = المستفيد دولة ثالثة يُفترض رضاها (اتفاقية فيينا، المادة 36(1)).
condition-assent-unknown = المستفيد منظمة لا يُفترض رضاها (اتفاقية فيينا للمنظمات، المادة 36(2)).
condition-joint-incomplete = مستحق من الجميع معا فقط، وليس كلهم ملزَمين.
condition-link-open = مرتبط بصك غير نافذ، أو نفاذه غير أكيد.
condition-ends-with-event = ينتهي بواقعة لا يخبر عنها أي عمل.
condition-qualified = سُجل تحفظ أو اعتراض أو إعلان؛ ولا يُحسب أثره.
condition-withdrawal-pending = إشعار انسحاب جارٍ.
condition-expired = انتهت مدته.
condition-roll-unknown = من يسمّيهم غير معلوم.
