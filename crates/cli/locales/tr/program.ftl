## Programlar: bir hesap adına davrandıkları jetonlar ve web kancaları.

token-added = Bir program { $until } anına kadar { $officer } adına davranabilir: { $allows }. Jeton bir kez gösterilir:
token-would-add = Bir program { $until } anına kadar { $officer } adına davranabilirdi: { $allows }. Hiçbir şey değişmedi.
token-excess = Jeton fazlasına izin verirdi: { $why }
token-many = { $name } bir hesabın olabileceği kadar jetona sahip; önce birini iptal edin
token-none = { $handle } adlı bir jeton yok
token-no-one = Jeton yok.
token-revoked = { $handle } jetonu iptal edildi.
token-handle = Tutamak
token-allows = İzin verdiği
token-ends = Bitiş

webhook-added = { $address } adresine { $next } numaralı kayıttan başlayarak her kayıt bildirilir; tutamak: { $handle }. Aldığını bu sırla doğrular; sır bir kez gösterilir:
webhook-added-key = { $address } adresine { $next } numaralı kayıttan başlayarak her kayıt bildirilir; tutamak: { $handle }. Aldığını herkes bu açık anahtarla doğrular:
webhook-would-add = { $address } adresine { $next } numaralı kayıttan başlayarak her kayıt bildirilirdi; tutamak: { $handle }. Hiçbir şey değişmedi.
webhook-address = Oraya bildirim yapılmaz. { $why }
webhook-none = { $handle } adlı bir web kancası yok
webhook-no-one = Kimseye işlem bildirilmiyor. `sponsio webhook add` bir adres ekler.
webhook-removed = { $handle } web kancası kaldırıldı.
webhook-resumed = { $handle } web kancası { $next } numaralı kayıttan sürüyor.
webhook-nothing = Henüz bir şey gönderilmedi.
webhook-test-failed = { $address } denemeyi almadı: { $why }
webhook-tested = { $address } denemeyi aldı: durum { $status }, { $took } ms.
webhook-where = Nerede
webhook-events = Olaylar
webhook-all = hepsi
webhook-next = Sıradaki kayıt
webhook-stands = Durum
webhook-goes = sürüyor
webhook-fails = alınmıyor, yeniden deneme { $at }
webhook-rests = { $at } anından beri duruyor
webhook-at = Ne zaman
webhook-entry = Kayıt
webhook-event = Olay
webhook-came = Sonuç
webhook-taken = alındı ({ $status })
