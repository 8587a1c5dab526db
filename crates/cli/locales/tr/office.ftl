## Masanın arkasındaki makam: anahtarlar, gözlemciler, onaylar, silme, iyileştirme.

passphrase-prompt = Günlük anahtarının parolası:{" "}
passphrase-prompt-new = Yeni parola:{" "}
passphrase-prompt-again = Aynısı bir kez daha:{" "}
passphrase-nobody = anahtar şifreli ya da şifrelenecek, ama parolayı soracak bir uçbirim yok
passphrase-nobody-hint = --passphrase-file ile ya da SPONSIO_PASSPHRASE_FILE içinde bir dosya verin; `init` ve `key make` --no-passphrase da alır
passphrase-empty = { $path } içinde parola yok: parola dosyanın ilk satırıdır
passphrase-short = parola en az { NUM($least) } karakter olmalı; hiçbir şey değiştirilmedi
passphrase-differ = iki parola birbirinden farklı; hiçbir şey değiştirilmedi
passphrase-wrong = { $path } başka bir parolayla şifrelenmiş
key-unsealed = anahtar şifrelenemedi; hiçbir şey değiştirilmedi
key-sealed = { $path } yeni parolasıyla şifrelendi.
key-opened = { $path } artık şifreli değil: dosyayı okuyan bu makam adına imzalayabilir.
key-rehearsed = Hiçbir şey değiştirilmedi. { $path } içindeki anahtar okunabiliyor; parolası konurdu.
key-no-recovery = günlüğün ilk kaydı kurtarma anahtarı anmıyor: anahtarını kimse geçersiz kılamaz
key-no-recovery-hint = günlüğü `sponsio log rotate` ile yeni bir anahtara geçirin; anahtar ele geçirildiyse ardıl bir günlük başlatın
key-other-recovery = günlüğün andığı kurtarma anahtarı bu değil: { $key }
desk-keys = { $why }; hiçbir şey kaydedilmedi
desk-not-published = { NUM($seq) } numaralı kayıt yapıldı ama henüz yayımlanmadı: şimdilik onu kanıtlayan bir şey yok
desk-not-published-hint = kayıt yapan bir sonraki komut onu yayımlar
desk-heads-behind = akış başları son anıldıktan sonra bir şey kaydedilmiş; onları anmak da kayıt yapmaktır
desk-heads-behind-hint = kayıt yapan, onları her gün ve her 1.000 kayıttan sonra anar
desk-unconfirmed = kilit kayıp ve hiçbir gözlemci yanıt vermiyor: en son neyin imzalandığını dışarıdan kimse söyleyemiyor, hiçbir şey imzalanmıyor
desk-unconfirmed-hint = kilidi yerine koyun ya da iki görevli onaylasın: `sponsio confirm lock --officer o-… --officer o-… --reason …`
desk-confirm-clock-hint = saat doğruysa ve son kayıt yanlış bir saatle damgalandıysa iki görevli onaylar: `sponsio confirm clock`
desk-rollback-heal-hint = `sponsio log heal --from URL` eksik kayıtları geri getirir
desk-no-observer-hint = kime sorulacağını `sponsio observer add`, kaçının imzalaması gerektiğini --quorum belirler
desk-absent-hint = { $name } imzalamadı: { $why }

observer-twice = { $name } zaten gözlemci; hiçbir şey değiştirilmedi
observer-no-such = { $name } adlı bir gözlemci yok; adları `sponsio observer list` gösterir
observer-quorum = { NUM($count) } gözlemciden { NUM($wanted) } imza alınamaz; hiçbir şey değiştirilmedi
observer-own-quorum = ilkenin kendi yeter sayısı var; gözlemcinin nerede sayılacağını { $path } dosyasında belirtin
observer-unfit = yazılacak olan okunamıyor: { $why }; hiçbir şey değiştirilmedi
observer-no-cosigner = { $name } anahtarı birlikte imzalayan bir anahtar değil
observer-no-cosigner-hint = tanık ya da ayna anahtarını `sponsio witness key` ya da `sponsio mirror key` ile yazdırır
observer-changed = Tamam. { $path } içindeki ilke artık şöyle:
observer-rehearsed = Hiçbir şey değiştirilmedi. { $path } içindeki ilke şöyle olurdu:
observer-none = Hiçbir gözlemci belirtilmemiş: bu günlüğü başka kimse izlemiyor.
observer-name = Ad
observer-duty = Görev
observer-url = Adres
observer-cosigned = İmzaladı
observer-witness = tanık
observer-mirror = ayna
observer-yes = evet
observer-no = henüz değil
config-observer = { $place }. gözlemci: { $why }

heal-done = { NUM($first) } ile { NUM($last) } arasındaki kayıtlar geri geldi; her biri günlüğün kendi denetim noktasına göre doğrulandı. Günlükte yeniden { NUM($size) } kayıt var.
heal-rehearsed = Hiçbir şey yazılmadı. { NUM($first) } ile { NUM($last) } arasındaki kayıtlar eksik; aynada günlüğün kendi imzası altında { NUM($size) } kaydın tümü var.
heal-absent = Şu belgeler aynada yok, bir yedekten alınmalı: { $documents }.
heal-failed = hiçbir şey ya da her şey geri getirilemedi: { $why }
heal-not-behind = eksik bir şey yok: aynada { NUM($known) }, sicilde { NUM($size) } kayıt var
heal-parted = sicilin { NUM($size) } kaydı aynadakilerin başlangıcı değil; hiçbir şey eklenmedi
heal-parted-hint = günlüğün imzasını taşıyan iki geçmiş var: ikisini de saklayın, hangisine tanık olunduğunu bir gözlemci söylesin

rotate-done = { NUM($seq) } numarayla kaydedildi: günlük yeni bir anahtara geçti. 90 gün boyunca iki anahtar da imzalar; ilke ikisini de anıyor.
rotate-rehearsed = Hiçbir şey yazılmadı. Yeni bir anahtar yapılır, iki anahtarın da imzaladığı bir işlemle günlükte anılır ve artık o imzalardı.
rotate-from = Önceki anahtar
rotate-to = Şimdiki anahtar
revoke-done = { NUM($seq) } numarayla kaydedildi: ele geçen anahtar geçersiz kılındı. Artık yalnız ardılı imzalar; ilke onu anıyor.
revoke-rehearsed = Hiçbir şey yazılmadı. Yeni bir anahtar yapılır ve kurtarma anahtarının imzaladığı bir işlemle ele geçenin yerini alırdı.
chain-rotated = Anahtar: { NUM($seq) } numaralı kayıt günlüğü { $from } anahtarından { $to } anahtarına geçiriyor.
chain-revoked = Anahtar: { NUM($seq) } numaralı kayıt { $from } anahtarını geçersiz kılıyor ({ $since } anından beri kayıp, { NUM($good) } kayda kadar geçerli); ardılı { $to }.

confirm-done = { $officers } onayladı; { NUM($seq) } numarayla kaydedildi.
confirm-rehearsed-lock = Hiçbir şey yazılmadı. { $officers } günlüğün bu haliyle imzalanabileceğini onaylardı: { $root } kökü altında { NUM($size) } kayıt.
confirm-rehearsed-clock = Hiçbir şey yazılmadı. { $officers } saat geride olduğu halde { NUM($size) } kayıttan sonra (kök { $root }) kayıt yapılabileceğini onaylardı.
confirm-no-need-lock = kilit yerinde: onaylanacak bir şey yok
confirm-no-need-clock = saat son kaydın gerisinde değil: onaylanacak bir şey yok
confirm-two = iki ayrı görevli onaylar, her biri --officer ile belirtilir; hiçbir şey kaydedilmedi
confirm-no-pseudonym = görevli bir takma adla anılır: o- ve bir sözcük
confirm-no-reason = gerekçesini söyleyin; hiçbir şey kaydedilmedi

erase-done = { NUM($seq) } numaralı kaydın arkasındaki her şey, tuz ve baytlar, silindi. Kayıt duruyor; ne içerdiğini artık kimse kanıtlayamaz ya da tahmin edemez.
erase-rehearsed = Hiçbir şey silinmedi. { NUM($seq) } numaralı kaydın arkasındaki her şey, tuz ve baytlar, silinirdi; kayıt kalırdı.
erase-backups = Ulaşılamayan: önceden alınmış yedekler. Onları yok edin ya da sıraları gelince yok edilmelerini sağlayın.
erase-openings = Ulaşılamayan: verilmiş açılışlar ve mektuplar. Aynalarda ve tanıklarda taahhütten fazlası hiç olmadı.
erase-storage = Ulaşılamayan: dosya sisteminin, anlık görüntülerinin ya da diskin hâlâ tuttuğu eski bloklar.
erase-documents = Silinmeyen: işlemin andığı belgeler, çünkü belgeler kalıcı olarak saklanır: { $documents }.
init-no-recovery = --recovery bir açık anahtar değil: { $why }
init-no-recovery-hint = `sponsio key make DOSYA --name AD` bir tane yapar ve yazdırır
init-key-sealed = Gizli anahtar parolanızla şifrelendi. Onu kimse geri getiremez: ikisinin de birer kopyasını birbirinden ve sicilden ayrı saklayın.
what-notification = { $treaty } hakkında { NUM($number) } numaralı bildirim, { NUM($count) } muhataba; mektuplar gönderilmeyi bekliyor
what-acknowledgement = { $who } bildirimin kendisine ulaştığını doğruluyor
what-disclosure = { NUM($of) } numaralı kaydın arkasındaki işlem herkese açıklanıyor
record-cosigned = İmzalayanlar
record-absent = Henüz değil
record-absent-why = { $name } ({ $why })
doctor-key-sealed = dosyası bir parolayla şifreli; --passphrase-file verilirse içindeki anahtar ilkeyle karşılaştırılır
doctor-key-sealed-sound = günlüğün anahtarı, bir parolayla şifreli ve yalnız sahibi okuyabiliyor
doctor-holdings = Kayıtların yanında
doctor-holdings-sound = { $documents ->
    [0] anılan belge yok
   *[other] { NUM($documents) } belge anıldığı gibi
  }; { $confidential ->
    [0] gizli işlem yok
   *[other] gizli işlemlerin { NUM($sealed) } tanesi taahhüdünü açıyor, { NUM($erased) } tanesi silinmiş ya da başka yerde
  }; { NUM($signed) } kayıt üzerindeki denetim noktası onlara ait
doctor-holdings-absent = işlemlerin andığı { NUM($count) } belge burada saklı değil, örneğin { $digest }; onu bir yedekten ya da getirenden geri alın
doctor-holdings-damaged = { $what }{ $more ->
    [0] {""}
   *[other] {" "}(ve { NUM($more) } tane daha)
  }; bir yedekten geri alın
doctor-indexes = Dizinler
doctor-indexes-sound = her dizin kendi satırlarına götürüyor, her satır dizinlerinde var
doctor-indexes-damaged = veritabanı hasarlı: { $what }
doctor-observer-not-counted = sorulan { $name } ilkede sayılmıyor

# Tarayıcıdaki masanın hesapları.
account-invited = { $name } şu rollerle oturum açabilir: { $roles } ({ $scope }). Bu bağlantıyla bir kez ve üç gün içinde bir geçiş anahtarı oluşturulur:
account-would-invite = { $name } şu rollerle davet edilirdi: { $roles } ({ $scope }). Hiçbir şey değişmedi.
account-revoked = { $name } hesabı iptal edildi; oturumları kapandı.
account-would-revoke = { $name } hesabı iptal edilirdi. Hiçbir şey değişmedi.
account-none = { $name } adlı bir hesap yok
account-no-one = Henüz hesap yok. İlkini `sponsio account invite` oluşturur.
account-pseudonym = `{ $name }` takma ad olamaz: `o-` ve ardından küçük harfler, rakamlar, kısa çizgiler
account-failed = Hesaplar kullanılamıyor: { $why }
account-officer = Takma ad
account-name = Ad
account-roles = Roller
account-passkeys = Geçiş anahtarları
account-revoked-at = iptal: { $at }
serve-desk = Masa: { $address }
serve-origin = Oturum açma: { $origin }/sign-in
serve-no-origin = `{ $origin }` bir masanın adresi olamaz: https ve bir makine adı ya da http://localhost
serve-no-ledger = Tablo klasörünün masası olmaz; günlük olarak tutulan bir sicili `sponsio init` oluşturur
