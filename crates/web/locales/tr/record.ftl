## Beyanlar
statements = Beyanlar
next-statements = Bütün beyanlar
statements-lead = Tarihli bir haberde aktarıldığı gibi, harfi harfine söylenmiş sözler. Her birini ikinci bir okuyucu kaynağıyla karşılaştırdı; kimsenin doğrulamadığı burada yoktur.
statements-none = Bu tarihe kadar doğrulanmış bir beyan kayıtlı değil.
filter-statements = Konuşana veya sözlere göre süz
earlier-statements = Daha eski beyanlar
statement-title = Sözler: { $who }
statement-lead = Bir haberde aktarıldığı gibi. Vurgulanan yerler kaynakta aynen bulunur; bu kütüğün söyledikleri yandadır.
source-told = { $publisher }, { DATE($day) }, { $language }
confirmed-on = ikinci bir okuyucu, { DATE($day) }
fact-source = Kaynak
fact-address = Adres
fact-digest = Haberin özeti (SHA-256)
fact-speaker = Konuşan
fact-capacity = Sıfat
fact-place = Yer
fact-occasion = Vesile
fact-audience = Kime
fact-doubtful = Atıf neden şüpheli
fact-confirmed = Doğrulayan
fact-day = Gün
fact-closed = Kapanış
words-heading = Sözler yerinde
words-in-place = Haberin, sözlerin geçtiği paragrafları; gerisi çıkarıldı.
words-without-report = Haberin kendisi burada yok; bu yüzden sözler yerinde gösterilemiyor. Bunlar doğrulanmış sözlerdir.
quote-direct = konuşanın kendi sözleri, tırnak içinde
quote-told = haber kendi diliyle aktarıyor
drafts-heading = Bu sözlerden yazılan taslak
drafts-none = Bu sözlere dayanan bir taslak yok.
tab-drafted = Bu sözlerden yazıldı
tab-hypothetical = Varsayımsal; yazılımca hazırlandı, hiçbir tarafça önerilmedi
draft-adopted = Hüküm, kabul edilen metinde.
draft-open = Henüz kabul edilmedi.
draft-never-tabled = Gerçek bir habere dayanıyor ve sunulamaz.
draft-in-text = Metindeki hüküm
levels-heading = Ne olarak görülüyor
levels-note = Her beyan, bir beyanın haberi olarak başlar. Onu hiçbir program yükseltmez; gerekçesiyle bir işlem yükseltir ve her görüş ötekilerin yanında durur.
levels-none = Bir beyanın haberi olarak görülüyor; kimse başka bir görüş kaydetmedi.
view-of-record = kayıt
answers-heading = Suçlama ve yanıtlar
accused = Suçlanan: { $name }.
accusation-note = Bu kütük suçlamalar hakkında hüküm vermez.
answers-none = Bu tarihe kadar kaydedilmiş yanıt yok.
repetitions-heading = Yeniden söylendi
again-claimed = İddia: { $who } bunu tekrarlamış. Bunun kaynağı kayıtlı değil.
again-borne-out = İddia edildi ve bir kaynakla doğrulandı: { $who }
again-sourced = Kendi kaynağından, yeniden söylendi: { $who }
somebody-unnamed = adı kamuya açık olmayan biri
again-where = Nerede geçiyor
led-to-nothing = Buna dayanan taslak yok: hiçbir yanı bağlamıyor.
led-to-draft = Buna bir taslak dayanıyor; kabul edilmedi ve bağlamıyor.
led-to-adopted = Kabul edilmiş bir metnin bir hükmü buna dayanıyor.
led-to-force = { DATE($day) } tarihinden beri yürürlükte olan bir hüküm buna dayanıyor.
day-unknown = günü bilinmiyor
flag-fictional = tatbikat için kurgusal kaynak
flag-doubtful = şüpheli atıf
flag-offer = bir öneri, güvence değil
flag-contested = kimilerince başka görülüyor
trouble-no-statement = Bu tarihte açık, doğrulanmış bir “{ $id }” beyanı yok.
said-assurance = Güvence
said-readiness = Güvence vermeye hazır olma
said-proposal = Öneri
said-denial = Yalanlama
said-accusation = Suçlama
said-condition = Koşul
said-report = Bir toplantıyı anlatıyor
said-other = Diğer
level-report = Bir beyanın haberi
level-with-capacity = Yetkili bir kişinin beyanı
level-unilateral-assurance = Tek taraflı güvence
level-readiness = Hazır olma: bir öneri
capacity-head-of-state = Devlet başkanı
capacity-head-of-government = Hükümet başkanı
capacity-foreign-minister = Dışişleri bakanı
capacity-head-of-mission = Misyon şefi
capacity-accredited-representative = Akredite temsilci
capacity-full-powers = Yetki belgesi sahibi
capacity-official = Başka bir görevin sahibi
capacity-body = Kurum olarak konuşan bir organ
capacity-unknown = Bilinmiyor

## Toplantılar
meetings = Toplantılar
next-meetings = Bütün toplantılar
meetings-lead = Kim buluştu, ne ele alındı ve ne bekletildi, hangi noktalar açıklığa kavuştu, neyde anlaşıldı.
meetings-none = Bu tarihe kadar kayıtlı toplantı yok.
trouble-no-meeting = Bu tarihe kadar “{ $id }” toplantısı kayıtlı değil.
count-delegations = { $count ->
   *[other] { NUM($count) } heyet
  }
count-minutes = { $count ->
    [0] süre yok
   *[other] { NUM($count) } dakika
  }
left-days = { $count ->
    [0] bugün
   *[other] { NUM($count) } gün
  }
share-of-time = bütün sürenin yüzde { NUM($count) } kadarı
not-closed = henüz değil
delegations-heading = Heyetler
delegations-none = Hazır bulunan heyet kayıtlı değil.
absent = Konferansta yeri olup burada kayıtlı olmayan:
agenda-heading = Gündem
agenda-note = Her madde yerini korur. Süre ve günler, maddeyi ele alan işlemlerden çıkar; bekletilen görülür.
agenda-of-meeting = Gündemin tamamı ve bu toplantının her maddeye ayırdığı süre.
agenda-none = Konferansın gündemi yok.
column-item = Madde
column-time = Ayrılan süre
column-left = Son ele alınıştan beri
column-result = Sonuç
item-open = açık
not-taken-up = ele alınmadı
clarifications-heading = Farklı anlaşılan noktalar
clarifications-none = Burada hiçbir nokta açıklığa kavuşmadı.
answered = Yanıtlayan
reading-open = Açık: üzerinde anlaşılan bir okuma yok.
reading-agreed = Üzerinde anlaşılan yorum (VAHS m. 31(3)(a)): “{ $reading }”
reading-preparatory = Hazırlık çalışması (VAHS m. 32): “{ $reading }”. Kaydetmeyen: { $lacking }.
understandings-heading = Mutabakatlar
understandings-none = Burada kayıtlı mutabakat yok.
understanding-reached = { $among } arasında varıldı; hepsi doğruladı.
understanding-claimed = { $among } arasında varıldığı söyleniyor; doğrulamayan: { $lacking }.
carried = Metne aktarıldı:

## Kabul edilen metin
text-heading = Metin
text-read = Kabul edilen metni oku
text-title = Metin: { $name }
text-lead = { DATE($day) } tarihinde kabul edildi; yer: { $place }.
text-none = Bu antlaşmanın metni bu tarihe kadar bu kütükte kabul edilmedi; bu yüzden burada tutulmuyor.
text-not-at-hand = Metin kabul edildi; belgesi burada yok.
text-authentic = Geçerli diller: { $languages }.
text-lacking = Tevdi edilmedi: { $languages }.
side-by-side = yan yana
show-languages = Göster:
provision-missing = Bu dilde böyle bir hüküm yok.
origin-question = Bu nereden geliyor?

## Ön sayfadan
words-to-law = Ne söylendi, ne yazıldı, bağlaması için daha ne eksik
home-words = Sözler
home-draft = Bu sözlerden yazılan taslak
home-missing = Daha ne eksik
home-read = Sözleri kaynağında oku
home-statements = Beyanlar
count-statements = { $count ->
   *[other] { NUM($count) } beyan
  }
lack-draft = Sözlere dayanan bir taslak
lack-adoption = Metnin kabulü
lack-force = Yürürlüğe giriş: neyin eksik olduğuna bak
lack-signature = Sonra imza ve rıza
have-draft = Sözlerden bir hüküm yazıldı
have-adoption = Metin { DATE($day) } tarihinde kabul edildi
have-force = { DATE($day) } tarihinden beri yürürlükte
