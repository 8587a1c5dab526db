## Sicil yeri ve masası: ne kuruldu, ne kaydedildi, ne doğrulandı; olmadıysa neden.

exercise-notice = TATBİKAT: bu sicildeki hiçbir şeyin hukuki sonucu yoktur.
init-exercise-origin = /exercise ile biten bir köken, sicildeki hiçbir şeyin hukuki sonucu olmadığını söyler
init-exercise-origin-hint = --exercise ile oluşturun ya da gerçek bir sicile başka bir köken verin
exercise-origin = Tatbikat adından belli olur: kaynak adı { $origin }.

place-not-found = { $path } içinde sicil yok
place-not-found-hint = `sponsio init { $path } --origin AD --title BAŞLIK` bir sicil kurar
place-taken = { $path } zaten var; hiçbir şey değiştirilmedi
place-origin = “{ $origin }” kaynak adı olamaz: boşluksuz ve “+” içermeyen tek bir sözcük olmalı
place-key = { $path } bir günlük anahtarı içermiyor
place-policy = { $path } bir ilke dosyası değil: { $why }
place-storage = depo yanıt vermiyor: { $why }
config-unknown = “{ $key }” ayarı bilinmiyor
config-no-text = “{ $key }” ayarı eksik ya da metin değil
store-held = { $known ->
    [yes] sicil { $pid } numaralı süreçte yazmaya açık
   *[no] sicil başka bir süreçte yazmaya açık
  }; hiçbir şey yazılmadı
store-held-hint = bitmesini bekleyin; bu arada soru sorulabilir
store-network = { $path } bir ağ dosya sisteminde ({ $kind }); defter yerel disk ister
store-foreign = { $path } bir Sponsio veritabanı değil
store-newer = { $path } daha yeni bir Sponsio tarafından yazılmış
server-address = “store” ayarı bir veritabanı adresi değil
server-address-hint = postgres://KULLANICI@SUNUCU/VERİTABANI biçiminde ya da soket için postgres:///VERİTABANI?host=/run/postgresql biçiminde yazın
server-password = veritabanı adresinde bir parola var; kullanılmadı ve burada yinelenmiyor
server-password-hint = parolayı adresten çıkarıp PGPASSFILE ile gösterilen, yalnız sizin okuyabildiğiniz dosyaya koyun: SUNUCU:PORT:VERİTABANI:KULLANICI:PAROLA
server-remote = veritabanı başka bir makinede ve adres o makineyi kimin doğruladığını söylemiyor
server-unverified = veritabanı adresi kimseyi doğrulamayan bir şifreleme ya da tam yolu olmayan bir dosya istiyor
server-remote-hint = adresi ?sslmode=verify-full&sslrootcert=DOSYA ile bitirin: sunucuya kefil olan kuruluşun sertifikaları, PEM biçiminde
server-unreachable = veritabanı yanıt vermiyor: { $why }
server-unreachable-hint = sunucu çalışıyor mu, bu kullanıcı bağlanabiliyor mu? Aynı adresle `psql` daha çoğunu söyler
server-unsafe = sunucuda { $setting } = { $found }, oysa defter için { $wanted } gerekir: kesinleşmiş bir kayıt yitebilir
server-foreign = veritabanındaki “sponsio” şeması Sponsio'nun değil ya da henüz yok
server-newer = veritabanı daha yeni bir Sponsio tarafından yazılmış
server-taken = veritabanında { $origin } günlüğü zaten var; hiçbir şey kurulmadı
server-taken-hint = başka bir sunucu, o sicil klasörünün “log” ve “lock” dışındaki kopyasıyla katılır
server-dumped = defter bir sunucuda; kopyalarını sunucunun kendi programları alır ve geri yükler; hiçbir şey yapılmadı
server-dump-hint = `pg_dump --format=custom --schema=sponsio --file=DOSYA "{ $address }"` kayıt sürerken kopyalar; kilit ve gizli anahtar içinde değildir
server-undump-hint = boş bir veritabanına `pg_restore --exit-on-error --single-transaction --dbname="{ $address }" DOSYA` geri yükler; ardından `sponsio doctor`
server-not-built = bu program PostgreSQL olmadan derlenmiş
hint-doctor = `sponsio doctor` sicilin her parçasını inceler

desk-real-clock = --now yalnız tatbikatta kullanılır; gerçek sicil işlemleri saate göre alır
desk-id-reused = { $id } işareti { $seq } numaralı kayıtta başka içerikle kullanılmış; hiçbir şey kaydedilmedi
desk-id-reused-hint = başka bir --id verin ya da hiç vermeyin
desk-stale = sicilde { $expected } değil { $size } kayıt var: bu arada ilerlemiş
desk-busy = çok sayıda işlem bekliyor; bir saniye sonra yeniden deneyin
desk-clock = saat { $now } gösteriyor, oysa son kayıt { $last } anında yapıldı; hiçbir şey kaydedilmedi
desk-clock-hint = saati düzeltin; tatbikatta --now ile o anı ya da daha sonrasını verin
desk-rollback = { $known } kayıtlık bir denetim noktası imzalanmış, veritabanında ise { $size } kayıt var: bu eski bir kopya ve hiçbir şey imzalanmıyor
desk-rollback-hint = eksik kayıtları bir aynadan alın; ikinci bir geçmiş asla imzalanmaz
desk-superseded = başka bir sunucu devraldı; hiçbir şey kaydedilmedi
desk-superseded-hint = yeniden başlatın: başlayan, orada olanların sırasına katılır
desk-key = günlüğün anahtarı kullanılamıyor: { $why }
desk-stopped = masa artık kayıt yapmıyor: { $why }
desk-not-open = sicil açılmamış: ilk kaydı yok
desk-open-already = sicil zaten açık
desk-no-document = { $digest } belgesi ne verildi ne de saklı
desk-received = { $stated } günü değil { $received } günü alındı
desk-mandate = { $office } makamı “{ $kind }” getiremez
desk-zone = “{ $zone }” bir saat dilimi değil
desk-zone-hint = IANA çizelgelerinden bir ad verin, örneğin Europe/Istanbul
desk-no-reason = düzeltme gerekçesini söyler; hiçbir şey kaydedilmedi
desk-no-such-act = sicilde { $mark } işaretli bir işlem yok
desk-no-such-act-hint = `sponsio log show` işlemleri işaretleriyle listeler
desk-not-confidential = “{ $kind }” gizli olamaz: başka işlemler ona dayanır
desk-form = kaydedilemez: { $why }
desk-twice = { $name } sicilde zaten var; hiçbir şey kaydedilmedi
desk-clauses = hükümlerde { NUM($count) } hata var; hiçbir şey kaydedilmedi
desk-other-treaty = hükümlerin başında { $id } yazıyor
desk-blocks = bir seferde tek bir depozitör bölümü konur; dosyada { NUM($count) } bölüm var

verdict-refused = reddedildi: { $why }
verdict-incomplete = eksik: { $what }

init-made = “{ $title }” sicili { $path } içinde kuruldu.
init-origin = Kaynak adı
init-zone = Takvim
init-vkey = Açık anahtar
init-key = Gizli anahtar
init-lock = Kilit
init-policy = İlke
init-store = Veritabanı
init-key-plain = Gizli anahtar şifrelenmemiştir: dosyasını okuyan bu makam adına imzalayabilir. Sicilin yedeğinde tutmayın.
init-lock-beside = Kilit sicilin yanında duruyor; başka bir birimde dursaydı sicilin eski bir kopyasını sicilin kendisinden ayırırdı.
init-next = Sırada: `sponsio participant add KOD AD --register { $path }` ya da `sponsio import KLASÖR --register { $path }`.

import-no-folder = { $path } defter olarak tutuluyor; yalnız çizelge klasörleri içeri alınır
import-done = { NUM($recorded) } kayıt yapıldı, { NUM($repeated) } kayıt önceden vardı; günlükte { NUM($size) } kayıt var.

log-seq = Kayıt
log-recorded = Kayıt anı
log-what = İçerik
log-mark = İşaret
log-confidential = gizli ({ $visibility ->
    [parties] taraflara
   *[sealed] mühürlü
  })

take-over-done = Sicil artık { NUM($turn) }. sırada: önceden açılmış sunucular bundan böyle kayıt yapmaz ve imzalamaz. Onları yeniden başlatın; katılırlar.
export-done = Günlüğün { NUM($files) } dosyası ve { NUM($documents) } belge { $path } klasörüne kopyalandı.
export-next = Kopyayı şununla doğrulayın: `sponsio log verify { $path } --policy { $policy }`.

verify-done = Doğrulandı: { NUM($count) } kaydın tümü, her dosya ve günlük üzerindeki her imza.
verify-log = Günlük
verify-root = Kök
verify-witnesses = Tanıklar
verify-no-witness = bu denetim noktasını hiçbiri imzalamadı, ilke de istemiyor
verify-register = Sicil
verify-content = İçerik
verify-holds = { NUM($treaties) } antlaşma, { NUM($acts) } işlem
verify-not-computed = hesaplanmadı: gereken { NUM($count) } belge günlüğün yanında yok
verify-absent = İşlemlerin andığı { NUM($count) } belge günlüğün yanında yok.
verify-surplus = Bu boydaki bir günlükte bulunmayan { NUM($count) } dosya var.
verify-unknown = İşlemler üzerindeki { NUM($count) } imza burada değerlendirilemedi.
verify-confidential = { NUM($count) } işlem gizli: yalnız kaydedildikleri ve ne zaman kaydedildikleri görülür.
verdict-law = reddedildi: { NUM($seq) } numaralı kayıt hiçbir sicilin alamayacağı bir şey söylüyor: { $why }
fault-no-folder-here = { $path } diye bir klasör yok

desk-no-such-entry = günlükte { NUM($seq) } numaralı kayıt yok
desk-public = { NUM($seq) } numaralı kayıt zaten açık: açıklanacak bir şey yok
desk-erased = { NUM($seq) } numaralı kaydın arkasındaki silinmiş ya da burada hiç saklanmamış
desk-no-text = { $path } UTF-8 bir metin değil
desk-no-code = “{ $code }” kod olamaz: ARD ya da X-EU gibi yazılır
desk-no-id = { $path } başında tanımlayıcı yok: “id …” satırı ekleyin
desk-no-language = hangi dilde olduğunu söyleyin: { $given }:fr
desk-table-faults = { $path } hatalı; hiçbir şey kaydedilmedi
desk-unpublished = uyarı: kaydedildi ama henüz yayımlanmadı: { $why }
desk-not-witnessed = yayımlandı, ama tanıklar henüz imzalamadı

record-done = { NUM($seq) } numarayla kaydedildi: { $what }.
record-repeated = Önceden { NUM($seq) } numarayla kaydedilmiş: { $what }. Hiçbir şey yazılmadı.
record-rehearsed = Hiçbir şey yazılmadı. Kaydedilecek olan: { $what }.
record-confidential = Gizlidir: günlük yalnız bir şeyin kaydedildiğini ve ne zaman kaydedildiğini gösterir. Açıklandığında sicilde hesaba katılır.
record-mark = İşaret
record-leaf = Yaprak
record-instant = Kayıt anı
record-level = Düzey
record-signed-by = İmzalayan
record-test-key = { $key } anahtarı: deneme, hukuki sonucu yok
desk-test-key = çıplak bir anahtar alıştırma dışında hiçbir şey imzalamaz: kimin elinde olduğunu başkası bilmez
desk-test-key-hint = imzalı belgeyi --document ile getirin
record-remark = Not: { $sentence }
record-changes = { $treaty } için değişenler (önce → sonra):
record-no-change = Hiçbir durum değişmiyor.
level-recorded = kaydedildi: veritabanında kalıcı
level-published = yayımlandı: imzalı bir denetim noktasında
level-witnessed = tanıklı: ilkenin istediği gibi imzalandı
what-act = { $treaty }, { $who }: { $act }, { DATE($day) }
what-participant = { $name } ({ $code }), { $kind }
what-treaty = { $treaty }
what-policies = bir depozitörün usulleri
what-table = { $path } çizelgesi

receipt-made = { NUM($seq) } numaralı kaydın kanıtı { $proof }, kaydın kendisi { $entry } dosyasında.
receipt-verified = Doğrulandı: { NUM($seq) } numaralı kayıt { $log } günlüğünün { NUM($size) } kaydı arasında, { $root } kökünün altında.
bundle-made = Demet { $path } dosyasında ({ NUM($bytes) } bayt).
bundle-no-digest = “{ $digest }” bir özet değil: sha256: ve 64 onaltılık rakamla yazılır
bundle-act = Doğrulandı: { NUM($seq) } numaralı kayıt günlükte.
bundle-document = Doğrulandı: { $digest }, { NUM($seq) } numaralı kaydın andığı bir belge.
bundle-status = Doğrulandı: işlemler günlükte; burada yeniden uygulanan hukuk, demetin ileri sürdüğü duruma varıyor.
bundle-checkpoint = Denetim noktası
bundle-size = { NUM($size) } kayıt üzerinde
bundle-signatures = İmzalar
bundle-signatures-judged = { NUM($verified) } imza ekteki anahtarlarla doğrulandı, { NUM($unknown) } değerlendirilemedi
bundle-signatures-whose = Anahtarların kime ait olduğu burada bilinmez.
bundle-documents = Belgeler
bundle-documents-here = { NUM($named) } belge anılıyor, { NUM($here) } tanesi burada
bundle-contested = { NUM($count) } işlem, burada bilinen hukuka göre reddedilmesi gerekirken alınmış.
bundle-proves = O denetim noktasına kadar bu antlaşmayla ilgili başka bir şey bulunmadığı, günlüğün her aynanın denetleyebileceği imzalı beyanıdır; bunu doğrudan yalnız günlüğün tam kopyası kanıtlar.
backup-made = { NUM($size) } kayıt { $path } dosyasına kopyalandı ve oradan yeniden okundu. Kilit ve gizli anahtar içinde değildir.
restore-verified = { $path } sağlam: { NUM($size) } kayıt, kökleri saklanan kökle aynı.
restore-done = { $path } yerine kondu: { NUM($size) } kayıt, kökleri saklanan kökle aynı.
restore-lacks = kopyada { NUM($size) } kayıt var; { NUM($lacks) } kayıt daha imzalanmış
grade-sound = sağlam
grade-warning = uyarı
grade-defect = kusurlu
doctor-defects = sicilin { NUM($count) } parçası kusurlu
doctor-server = Sunucu
doctor-server-sound = PostgreSQL { $version }: { $settings }; sayfaları sağlama toplamı taşıyor
doctor-server-unchecked = PostgreSQL { $version }: { $settings }; sayfaları sağlama toplamı taşımıyor, diskin değiştirdiği bir sayfa hemen fark edilmez (`pg_checksums --enable`)
doctor-store = Depo
doctor-key = Anahtar
doctor-log = Açık günlük
doctor-publication = Yayım
doctor-lock = Kilit
doctor-clock = Saat
doctor-witness = Tanıklar
doctor-space = Yer
doctor-store-sound = { NUM($size) } kayıt okundu; kökleri saklanan kökle aynı, { $root }
doctor-key-plain = günlüğün anahtarı ve yalnız sahibi okuyabiliyor; dosyası şifreli değil
doctor-key-open = sahibinden başkaları da dosyasını okuyabiliyor ya da değiştirebiliyor; `chmod 600` bunu kapatır
doctor-key-other = ilkenin andığı anahtar değil
doctor-log-sound = bütün dosyalar { NUM($size) } kaydın verdiği gibi
doctor-published = { NUM($size) } kaydın tümü yayımlanmış
doctor-unpublished = { NUM($size) } kayıttan { NUM($published) } kayıt yayımlanmış; kayıt yapan bir sonraki komut gerisini yayımlar
doctor-rollback = { NUM($published) } kayıt yayımlanmış, veritabanında ise { NUM($size) } kayıt var: bu eski bir kopya
doctor-lock-none = içinde denetim noktası yok: sicilin eski bir kopyası sicilin kendisinden ayırt edilemez
doctor-lock-differs = içindeki denetim noktası yayımlanandan başka
doctor-lock-beside = yayımlanan denetim noktasını tutuyor, ama sicille aynı birimde duruyor
doctor-lock-sound = yayımlanan denetim noktasını ayrı bir birimde tutuyor
doctor-clock-sound = son kaydın gerisinde değil, { $last }
doctor-clock-behind = son kaydın gerisinde, { $last }: hiçbir şey kaydedilemez
doctor-clock-exercise = tatbikatın son kaydının gerisinde, { $last }: kaydetmek için --now verin
doctor-no-witness = ilke hiçbir tanık anmıyor: bu günlüğü başka kimse izlemiyor
doctor-few-witnesses = { NUM($asked) } tanıktan { NUM($seen) } tanesi yayımlanan denetim noktasını imzalamış
doctor-witnesses = { NUM($asked) } tanığın tümü yayımlanan denetim noktasını imzalamış
doctor-free = { NUM($megabytes) } MB boş
