## Sicil yeri ve masası: ne kuruldu, ne kaydedildi, ne doğrulandı; olmadıysa neden.

exercise-notice = TATBİKAT: bu sicildeki hiçbir şeyin hukuki sonucu yoktur.
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
verify-absent = İşlemlerin andığı { NUM($count) } belge günlüğün yanında yok.
verify-surplus = Bu boydaki bir günlükte bulunmayan { NUM($count) } dosya var.
verify-unknown = İşlemler üzerindeki { NUM($count) } imza burada değerlendirilemedi.
verify-confidential = { NUM($count) } işlem gizli: yalnız kaydedildikleri ve ne zaman kaydedildikleri görülür.
verdict-law = reddedildi: { NUM($seq) } numaralı kayıt hiçbir sicilin alamayacağı bir şey söylüyor: { $why }
fault-no-folder-here = { $path } diye bir klasör yok
