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
