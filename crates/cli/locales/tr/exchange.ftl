## Gelip giden metinler: Word belgeleri ve Akoma Ntoso.

exchange-written = { $file }: yazıldı, { NUM($count) } hüküm
exchange-no-text = metin yok
exchange-inserts = buraya eklensin
exchange-keeps = temel metni koruyor
exchange-can-accept = kabul edebilir
exchange-reserves = şu konuda tutumunu saklı tutuyor
exchange-opposes = karşı çıkıyor
exchange-all = Bu değişikliğin arkasındaki bütün heyetler
exchange-moves = şunun ardına alıyor
exchange-moves-first = başa alıyor
exchange-splits = bölüyor; ikinci bölüm şöyle başlıyor
exchange-joins = şununla birleştiriyor
exchange-labels = şu etiketi veriyor
exchange-conflicts = temel metinle çelişiyor: eski bir temel metin üzerine sunuldu
exchange-note = Not

exchange-proposals = { $file }: yazıldı, { NUM($count) } teklif
amendment-tabled-by = Sunan
amendment-replace = Şöyle değiştirilsin
amendment-insert = Ardından eklensin
amendment-insert-first = Başa eklensin
amendment-delete = Çıkarılsın
amendment-moved = Şunun ardına alınsın
amendment-moved-first = Başa alınsın
amendment-split = Şu hükümlere bölünsün
amendment-join = Şununla birleştirilsin
amendment-renumber = Yeniden numaralandırılsın

import-as-docx = --as, bir heyetten geri gelen Word belgesi içindir
import-base-alone = --base, --as ile veya Akoma Ntoso değişiklik önergeleriyle birlikte verilir
import-one-proposal = metin, tek bir tekliften ve temel metinden yazılır: --base FILE ile tek önergeli bir belge verin
import-not-applied = { $mark } teklifi temel metne uygulanamıyor: { $why }
import-large = { $file } 64 MiB'tan büyük; okunmadı
import-others-copy = { $file }, { $code } heyetinin çalışma nüshasıdır
import-revisions-missing = { $file }: gönderildiğinde bulunan izlenen değişiklikler { NUM($count) } paragrafta eksik
import-missing-in = { $id } { $label } “{ $excerpt }”: { $authors }
import-missing-hint = hiçbir değişikliğin kabul veya reddedilmediği, izlenen değişiklikleri koruyan bir programla kaydedilmiş bir nüsha isteyin
import-settled = { $file } bütünleşik bir müzakere metni ve içindeki bazı değişiklikler kabul veya reddedilmiş: { NUM($changed) } paragrafta izlenen değişiklikle gönderildi, { NUM($left) } paragrafta kaldı. Hangi sözün kimin olduğu artık anlaşılmıyor
import-settled-in = { $id } { $label } “{ $excerpt }”: izlenen değişiklik kalmamış
import-list-cut = { $file } bütünleşik bir müzakere metni ve içinde “{ $author }” bir değişiklik istiyor: liste dosyaya sığmadığından ötekilerin kim olduğu yazmıyor
import-against-rolling = onu, yapıldığı metne göre okuyun: sponsio text import { $file } --as KOD --base BÜTÜNLEŞİK.treaty
import-others = { $file }: { $authors } değişiklikleri kendilerine bırakıldı
import-read = { $file }: { NUM($count) } hüküm okundu
import-changes = { $code } { $count ->
    [0] değişiklik istemiyor; onaylanacak bir şey yok
   *[other] { NUM($count) } değişiklik istiyor; onayına sunulur:
  }
import-replaced = { $id } şöyle olsun: { $text }
import-deleted = { $id } çıkarılsın
import-inserted = { $id } eklensin: { $text }
import-moved = { $id } başka yerde dursun
import-split = { $id } bölünsün; ikinci bölümü { $new }
import-joined = { $with }, { $id } ile birleştirilsin
import-renumbered = yeni etiket alanlar: { $ids }
import-proposals = { $file }: { NUM($count) } teklif okundu
import-proposal = { $mark }, sunan { $by }, { $at }:
import-reason = gerekçe: { $reason }
import-guessed = işaretleri yok, sözlerinden bulundu: { $ids }
import-note = { $author } adlı kişinin özel notu: { $text }
import-losses = aktarılmayanlar ({ NUM($count) }):

loss-at = paragraf { NUM($place) }: { $what }
loss-macros = makrolar; hiçbir zaman saklanmaz
loss-external-link = dosyanın dışına giden, izlenmeyen bir bağlantı
loss-header-or-footer = üst veya alt bilgideki sözler
loss-formatting = vurgu dışındaki biçimlendirme, buradan başlayarak
loss-formatting-change = izlenen bir biçim değişikliği
loss-field = bir alan; gösterdiği sözler korundu
loss-table = bir tablo; hücrelerindeki sözler paragraf olarak korundu
loss-picture = bir resim
loss-text-box = bir metin kutusu; sözleri paragraf olarak korundu
loss-equation = bir denklem; karakterleri korundu
loss-symbol = bir sembol yazı tipinin karakteri
loss-hidden-text = gizli sözler
loss-direction-control = yazı yönünü çeviren karakterler
loss-numbering = programın, listesi dosyada tanımlanmamış numaralandırması
loss-embedded = gömülü bir belge veya nesne
loss-revisions = izlenen değişiklikler; kabul edilmiş sayıldı
loss-merged = sonrakiyle birleştirilmiş bir paragraf
loss-label = elle değiştirilmiş bir etiket
loss-unknown = { $name } öğesi; sözleri korundu
