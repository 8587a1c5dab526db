## Bir sicil klasöründeki kusurlar ve yapılacaklar: `folder::fault` verileri; ve bir komutun neden başarısız olduğu.

fault-line = hata: { $place }: { $what } [{ $kind }]
fault-more = ve { NUM($count) } kusur daha

fault-missing-file = { $file } dosyası yok
fault-unreadable = { $file } okunamıyor: { $why }
fault-path-outside = “{ $words }” yolu sicil klasörünün dışına çıkıyor
fault-file-too-large = { $file } en çok { $most } bayt olabilir, daha büyük
fault-too-many-treaties = en çok { $most } antlaşma olabilir, daha fazla var
fault-not-utf8 = { $at }. bayttaki { $words } UTF-8 değil
fault-line-too-long = “{ $words }” ile başlayan satır { $most } bayttan uzun
fault-field-too-long = “{ $words }” ile başlayan alan { $most } bayttan uzun
fault-too-many-rows = en çok { $most } satır olabilir, daha fazla var
fault-quotation-unclosed = “{ $words }” yerindeki tırnak işareti kapanmıyor
fault-quotation-stray = “{ $words }” yerinde, alanın içinde bir tırnak işareti var
fault-quotation-after = “{ $words }”, kapanan tırnak işareti ile sonraki virgül arasında duruyor
fault-missing-column = “{ $words }” başlığında `{ $name }` sütunu yok
fault-column-twice = “{ $words }” sütunu başlıkta iki kez var
fault-unknown-column = “{ $words }” sütunu bilinmiyor
fault-field-count = “{ $words }” satırında { $found } alan var, başlıkta { $expected }
fault-empty-field = `{ $name }` alanı boş
fault-identifier-empty = “{ $words }” bir kimlik değil: kimlik boş olamaz
fault-identifier-long = “{ $words }” bir kimlik değil: { $length } bayt, en çok 64 bayt olabilir
fault-identifier-character = “{ $words }” bir kimlik değil: { $at }. bayttaki karakter kimlikte bulunamaz
fault-kind-of-participant = “{ $words }” bir katılımcı türü değil
fault-date = “{ $words }” bir tarih değil
fault-no-such-day = “{ $words }” bir tarih değil: böyle bir gün yok
fault-number = “{ $words }” bir sayı değil
fault-unknown-participant = hiçbir katılımcının kodu “{ $words }” değil
fault-unknown-treaty = hiçbir antlaşmanın kimliği “{ $words }” değil
fault-with-acts = { $sentence }; bunu anan { NUM($count) } işlem dışarıda bırakıldı
fault-treaty-left-out = “{ $words }” antlaşmasının dosyası kullanılamıyor; onunla birlikte { NUM($count) } işlem dışarıda bırakıldı
fault-unknown-act = bu antlaşmanın ve katılımcının kimliği “{ $words }” olan bir işlemi yok
fault-missing-of = işlem neyi düzelttiğini veya devam ettirdiğini söylemiyor
fault-twice = “{ $words }” iki kez var, ilki { EK($line, ek: "inci") } satırda
fault-overlap = “{ $words }” için verilen süre, { EK($line, ek: "inci") } satırdaki süresiyle örtüşüyor
fault-until-before-from = süre “{ $words }” günü, başlamadan önce bitiyor
fault-treaty-name = “{ $words }” kimliği dosyanın adı değil; dosyanın adı { $name }
fault-clause = { $code }: { $detail }

hint-missing-file = dosyayı ekleyin veya yolu düzeltin
hint-path-outside = beklenen: klasörün içinde, `/` ile yazılmış, `..` içermeyen bir yol
hint-not-utf8 = dosyayı UTF-8 olarak kaydedin
hint-too-long = kapanmamış bir tırnak işareti arayın
hint-quotation = alanın tamamını tırnak içine alın, içindeki tırnakları ikileyin
hint-known-columns = bilinen sütunlar: { $columns }
hint-field-count = içinde virgül olan alan tırnak ister
hint-kind-of-participant = beklenen: state, former-state, organization, territory, company, institution veya sub-state
hint-date = beklenen: YYYY-AA-GG biçiminde bir takvim günü
hint-number = beklenen: rakamlar, ondalıktan önce nokta
hint-unknown-participant = participants.csv dosyasına ekleyin veya kodu düzeltin
hint-unknown-treaty = beklenen dosya: treaties/{ $words }.clausula
hint-unknown-act = `of`, aynı antlaşmanın ve katılımcının başka bir işleminin `id` değerini verir
hint-missing-of = `of` alanına düzeltilen işlemin `id` değerini veya selefin kodunu yazın
hint-treaty-name = dosyanın adını değiştirin veya `id` satırını düzeltin
hint-meant = { $meant } mi demek istediniz? değilse { $otherwise }

folder-not-found = { $path } klasörü yok
folder-not-one = { $path } bir klasör değil
folder-empty = { $path } bir sicil içermiyor: participants.csv, acts.csv ve treaties/ yok
folder-unusable = { $path } kullanılamıyor: { $why }
folder-defective = { $path } okunabilir bir sicil değil
folder-path-outside = sicil, klasörde yer alamayacak bir dosyanın adını veriyor: { $path }
folder-hint = sicil, içinde participants.csv, acts.csv ve treaties/ bulunan bir klasördür: --register KLASÖR ile, komutun argümanı olarak veya SPONSIO_REGISTER ortam değişkeniyle verin
folder-faults-in = { $path } klasöründe:
folder-faults = { NUM($count) } kusur sicil dışında bırakıldı; sonuçlar kalana dayanır

entry-twice = sicilde { $id } zaten var
entry-full = sicil dolu: bu türden başka kayıt alamaz

failure-line = hata: { $sentence }
failure-by-rule = hata: { $sentence } [{ $rule }]
failure-output = çıktı yazılamıyor: { $why }
failure-file = { $path } yazılamıyor: { $why }

progress-treaties = antlaşmalar
progress-acts = işlemler
