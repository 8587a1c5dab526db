## Bir sicilin bütünü hakkındaki raporlar: check, effects, diff.

report-read = { NUM($treaties) } antlaşma, { NUM($participants) } katılımcı, { $form ->
    [published] yayımlandığı hâliyle
   *[recorded] kaydedildiği hâliyle
  } { NUM($acts) } işlem
report-computed = Hesaplanan
report-compared = İlan edilenle karşılaştırma
report-differences = Farklar
report-undetermined = Belirsiz olanlar
report-circles = Birbirini bekleyen antlaşmalar
report-remarks = Yayımlandığı hâliyle kaydedilenlere ilişkin notlar
report-labels = Katalogda işlem karşılığı olmayan etiketler
report-warnings = Hükümlere ilişkin uyarılar
report-treaty = { $id }  { $title }
report-difference = hesaplanan: { $computed }; ilan edilen: { $announced }
report-unsure = { $computed }; ilan edilen: { $announced }
report-announced-nothing = yok

tally-in-force = yürürlükte
tally-not-in-force = yürürlükte değil
tally-undetermined = belirsiz
tally-no-rule = kural yok
tally-equal = eşit
tally-difference = farklı

cause = şöyle olsaydı açıklanırdı: { $cause }
cause-none = burada bilinen tek bir neden bunu açıklamıyor
cause-same-day = süre son gününde bitseydi (usul: period-expiry same-day)
cause-next-day = süre ertesi gün bitseydi (usul: period-expiry next-day)
cause-not-additional = örgütler üyelerinin yanında ayrıca sayılmasaydı
cause-counted = örgütler sayılsaydı
cause-never-counted = örgütler sayılmasaydı
cause-one-missing = tabloda bir işlem eksik olsaydı
cause-one-too-many = tablodaki bir işlem sayılmamış olsaydı
cause-dated-late = { EK($who, ek: "in") } { DATE($day) } tarihli { $act } belgesi daha önce tevdi edilmiş olsaydı
cause-some-dated-late = bir işlem daha önce yapılmış olsaydı
cause-predecessor = tabloda şunların selefinin işlemi eksik olsaydı: { $who }
cause-month = süre ay sonunu aşmış olsaydı

column-treaty = Antlaşma
column-act = İşlem

diff-nothing = Hiçbir şey değişmedi.
diff-participants = Katılımcılar
diff-treaties = Antlaşmalar
diff-acts = İşlemler
diff-forces = Yürürlüğe giriş
diff-parties = Katılımcılar için yürürlük
diff-participant = { $name } ({ $id }), { $kind }
diff-act = { $treaty }: { $who }, { $act }, { $when }
diff-day-with-effect = { DATE($day) } (etkisi { DATE($effect) })
diff-force = { $treaty }: { $before } → { $after }
diff-party = { $treaty }, { $who }: { $before } → { $after }
diff-change = { $before } → { $after }
