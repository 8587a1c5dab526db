## Ya olsaydı
whatif-heading = Ya olsaydı?
whatif-link = İşlemler varsayın, sonucunu görün
whatif-lead = Birinin onayladığını, katıldığını veya çekildiğini ya da kayıtlı bir işlemin hiç olmadığını varsayın. Ne olacağını aynı kurallar verir. Hiçbir şey kaydedilmez; bu sayfanın adresinden başka hiçbir şey tutulmaz.
whatif-now = Bugünkü hâliyle:
whatif-tab = Bir varsayım; hiçbir şey kaydedilmedi
whatif-supposed = Varsayılan
whatif-drop = çıkar
whatif-drop-of = Çıkar: { $name }
whatif-then = Şöyle olurdu
whatif-differs = Neler değişirdi
whatif-same = Hiçbir şey değişmezdi.
whatif-beyond = Veriler { DATE($day) } gününe kadardır. Daha sonraki günler için söylenenler, başka bir şey olmazsa geçerlidir.
whatif-add = Bir işlem varsayın
whatif-day = Gün
whatif-do = Ne olacağını göster
whatif-without = Bir işlemin olmadığını varsayın
whatif-recorded = Kayıtlı işlem
whatif-leave-out = Onu çıkar
whatif-elsewhere = Komut satırı başka kuralları ve usulleri de varsayabilir:
trouble-supposed = “{ $text }” burada varsayılamaz: bu sicilin bir tarafı, bir işlem ve bir gün ya da kayıtlı bir işlem gerekir; aynı anda en çok 20 tane.

## Beyanlar, yine
also-heading = Ayrıca söylenenler
ahead-heading = Bu sözlerden hukuka
ahead-note = Adım adım, kaydın yettiği yere kadar. Taslağa ilişkin öğütler hukuki adım değildir.

## Feeds and the API
calendar-link = Takvim (iCalendar)
calendar-force = { $treaty }: yürürlüğe giriş
calendar-end = { $treaty }: artık kimse için yürürlükte değil
calendar-bound = { $who }: { $treaty } onu bağlıyor
calendar-left = { $who }: { $treaty } onu artık bağlamıyor
trouble-cursor = “{ $text }” bir imleç değil. Önceki sayfanın “next” alanından alın.
api-heading = API
api-lead = Programlar için sicil: HTTP üzerinden JSON, herkese açık, anahtarsız.
api-document = OpenAPI 3.1 tanımı
api-reads = Neler sorulabilir
api-path = Yol
api-answer = Yanıt
api-rules = Hepsi için geçerli olanlar
api-rule-day = at=2024-02-29 bir günü, lang=en, tr veya ar bir dili sorar. Üye adları ve durum adları her dilde aynıdır.
api-rule-pages = Uzun listeler 100’er gelir; sonraki sayfa, değeri “next” alanında olan cursor ile istenir.
api-rule-tag = Her yanıt, hesaplandığı günlüğün boyutunu ve kökünü söyler. ETag’i bu boyut ile günden oluşur; onu geri gönderene, değişen bir şey yoksa bu söylenir.
api-rule-problems = Hatalar, türü değişmeyen sorun belgeleridir (RFC 9457).
api-rule-reads = Onunla hiçbir şey kaydedilemez: bir programın getirdiği memurları bekler.
api-treaties = Bütün antlaşmalar
api-treaty = Bir antlaşma ve herkesin durumu
api-treaty-why = Neden yürürlükte olduğu veya olmadığı: türetme
api-standing-why = Bir tarafın bir antlaşma karşısındaki durumunun nedeni
api-participants = Bütün taraflar
api-participant = Bir taraf ve her antlaşma karşısındaki durumu
api-between = İki tarafı birbirine bağlayanlar ve her birinin ötekine garanti ettikleri
api-coverage = Bütün metinlerde kimin kimi garanti ettiği
api-coverage-of = Bir metinde kimin kimi garanti ettiği
api-statements = Teyit edilmiş beyanlar
api-statement = Teyit edilmiş bir beyan
api-events = Olanlar, en yenisi başta
api-log = Günlüğün başı ve onu kimin gördüğü

## Bir bakışta
map-heading = Bir bakışta
map-link = Her Devlete bir kare
map-lead = Bu sicildeki her Devlet için bir kare, ad sırasıyla. Harita değildir: hiçbir sınır çizilmez.
map-told = { NUM($count) } Devletin antlaşma karşısındaki durumu
map-table = Aynısı tablo olarak
map-none = Bu sicilin hiçbir tarafı Devlet değil ya da henüz hiçbir şey bilinmiyor.
