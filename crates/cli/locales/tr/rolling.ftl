## Bütünleşik müzakere metni ve metin karşılaştırması.

rolling-rolling = Bütünleşik müzakere metni
rolling-base = Esas metin
rolling-no-text = metin yok
rolling-as = { $code } heyetinin istediği metin: {"{+yeni+}"}, [-çıkan-]
rolling-elsewhere = yeri farklı
rolling-moved = şunun arkasına taşınsın: { $place }
rolling-moved-first = başa taşınsın
rolling-split = buradan bölünsün
rolling-joined = şununla birleştirilsin: { $place }
rolling-numbered = numarası { $label } olsun
rolling-conflict = esas metinle çelişiyor: önceki metne göre sunuldu
rolling-unattached = { $who } artık bulunmayan sözler hakkında: “{ $words }”
rolling-insertion = eklenen hüküm
rolling-on-insertion = bu ekleme hakkında: { $who }
rolling-of-base = { $words } (esas metin)
rolling-by-group = , grubu adına
rolling-despite-group = , { $group } grubu onun adına konuşurken kendi tutumu
rolling-override = { $member } burada kendi tutumunu bildirdi; bildirmediği yerde onun adına { $group } konuşur.
rolling-one-supporter = tek destekçi
rolling-position-propose = öneriyor
rolling-position-support = destekliyor
rolling-position-can-accept = kabul edebilir
rolling-position-reserve = tutumunu saklı tutuyor
rolling-position-oppose = karşı çıkıyor
rolling-position-chair = tutumlara halel getirmeksizin başkan sunuyor
rolling-figures = Açık: { NUM($provisions) } hükmün { NUM($bracketed) } tanesi; { NUM($sites) } tartışmalı yer, { NUM($readings) } karşı metin.
rolling-words = { NUM($all) } sözcüğün { NUM($contested) } tanesi köşeli ayraç içinde.
rolling-structure = Bütün seçenekli hüküm: { NUM($alternatives) }; eklenen hüküm: { NUM($inserted) }.
rolling-delegation = { $code }: { NUM($open) } açık; metnindeki { NUM($words) } sözcüğün { NUM($equal) } tanesi esas metinle aynı.
rolling-of-chair = { $count ->
        [one] Bir karşı metin başkanın kendisinindir
       *[other] { NUM($count) } karşı metin başkanın kendisinindir
    }; tutumlara halel getirmez.
rolling-alone = Tek destekçili: { NUM($count) }. { $named }{ $more ->
    [0] .
   *[other] {" "}ve { NUM($more) } tane daha.
}
rolling-more = Öteki sayılar
rolling-choose = Kimin metni öne çıksın
rolling-everybody = herkesinki
rolling-only-open = Yalnız açık olanlar
rolling-losses = { $file }: { NUM($count) } öğe aktarılmadı:
rolling-guessed = { $file }: { NUM($count) } hüküm, kimliği olmadığından sözlerine ya da numarasına bakılarak bulundu.
rolling-relabelled = { $file }: { NUM($count) } hükmün numarası farklı; esas metnin numaraları müzakere boyunca değişmez.
rolling-no-code = { $file } adı bir heyetin koduyla başlamıyor.
rolling-no-code-hint = Kodu büyük harflerle başına yazın: TUR={ $file }
rolling-odd-code = { $code } bir heyet kodunun biçiminde değil: üç büyük harf (ISO 3166-1), X- ve büyük harfler ya da içinde rakam olan bir kütük kodu.
rolling-odd-code-hint = Dosyanın başına böyle bir kod yazın: { $code }={ $file }
rolling-beside = { $file }: { $ids } yanındaki kurallar ve notlar esas metindekiler değil, bir yana bırakıldı; sürüm sözlerden oluşur.
rolling-overwrites = { $file } burada okunuyor ve üzerine yazılacaktı.
rolling-overwrites-hint = -o ile başka bir ad verin.
rolling-unknown-form = { $file } adının uzantısı bir çıktı biçimi belirtmiyor.
rolling-unknown-form-hint = Bilinen uzantılar: .txt, .html, .treaty, .docx, .csv, .json; ya da biçimi belirtin: --format html
rolling-not-shown = { $option } { $form } biçiminde etkisizdir; o biçim istenenden çoğunu veya azını gösterir.
rolling-not-shown-hint = Onu yazmayın ya da ona uyan bir biçim seçin: --format text veya --format html
rolling-empty = { $file } içinde söz yok. Heyet metni, bir heyetin istediği metnin tamamıdır.
rolling-other-language = { $file } “{ $own }” dilinde, esas metin “{ $base }” dilinde.
rolling-other-language-hint = Metinleri aynı dildeki esas metinle karşılaştırın; diller arasındaki farkları şu komut gösterir: sponsio text concordance
rolling-foreign = { $file } ile { $base } arasında (neredeyse) ortak paragraf yok: başka bir metin ya da başka bir dilde.
rolling-foreign-hint = Esas metin olarak, onun yapıldığı metni verin.
rolling-amendments = { $file } metnin tamamını değil, değişiklik önergelerini içeriyor.
rolling-amendments-hint = Neyi değiştirdiklerini görün: sponsio text import { $file } --base ESAS.treaty -o METİN.treaty
rolling-not-text = { $file } okunmadı: { $what }.
rolling-not-text-hint = Okunan biçimler: .docx, .treaty, .txt (UTF-8), .xml (Akoma Ntoso). Dosyayı bunlardan birinde kaydedin.
rolling-is-pdf = bir PDF belgesi
rolling-is-old-word = eski bir Word belgesi (.doc)
rolling-is-rtf = bir RTF belgesi
rolling-is-packed = paketlenmiş bir dosya; makrolu Word belgeleri (.docm) ve başka programların belgeleri böyledir
rolling-is-page = bir ağ sayfası (HTML)
rolling-is-xml = XML, ama Akoma Ntoso değil
rolling-is-binary = metin değil
rolling-twice = { $code } için iki metin var: { $first } ve { $second }.
rolling-unread = { $file }: { $why }
rolling-faulty = { $file } alınmadı: yukarıdaki kusurlar var.
rolling-bracketed = { $file }, satır { NUM($line) }: tartışmalı bir yer. Esas metin ve heyet metni her yerde tek söz söyler.
rolling-bracketed-hint = Orada bir metin seçin ya da her heyetin metnini ayrı dosyada verin.
rolling-tracked = { $file }: kimsenin karara bağlamadığı izlenen değişiklikler var. Esas metin her yerde tek söz söyler.
rolling-tracked-hint = Önce onları kabul ya da reddedin veya belgenin yapıldığı metni verin.
rolling-misfit = Metinler esas metne uymuyor: { NUM($count) } kusur.
rolling-needs-file = Word belgesi için dosya gerekir: -o DOSYA.
rolling-two-codes = Yan yana iki heyet gösterilir: --beside TUR,NOR.
rolling-no-version = { $code } için burada metin yok.

## Ne olurdu: bütünleşik metin üzerinde varsayım.

whatif-text-notice = Varsayım: bu, bütünleşik metnin kendisi değildir. { $supposed }
whatif-text-drop = Varsayılan: { $code } sunduğu her şeyi geri çekiyor.
whatif-text-drop-on = Varsayılan: { $code } şu hüküm ve altındakiler hakkında söylediklerini geri çekiyor: { $place }.
whatif-text-accept = Varsayılan: { $code } konuştuğu her yerde kendi metniyle kabul ediliyor.
whatif-text-accept-on = Varsayılan: şu hüküm ve altındakilerde { $code } heyetinin metni kabul ediliyor: { $place }.
whatif-text-no-provision = { $name } adlı bir hüküm yok.
whatif-text-no-provision-hint = Hükmü kimliğiyle ya da metindeki adıyla yazın: k7m2qx, Madde 14 bis, Madde 3(1)(a). Kimlikleri `--format json` listeler.
whatif-text-several = { $name } adını taşıyan birden çok hüküm var: { $ids }. Birini kimliğiyle yazın.
whatif-text-nothing = Varsayılan, bu metinde hiçbir şeyi ilgilendirmiyor.
whatif-text-nothing-on = { $code } şu hüküm hakkında bir şey söylemedi: { $place }.
whatif-text-provisions = Açık hüküm: şimdi { NUM($before) }, o durumda { NUM($after) }.
whatif-text-places = Tartışmalı yer: şimdi { NUM($before) }, o durumda { NUM($after) }; karşı metin: şimdi { NUM($readings) }, o durumda { NUM($left) }.
whatif-text-words = Köşeli ayraç içindeki sözcük: şimdi { NUM($before) }, o durumda { NUM($after) }.
whatif-text-cleared = O durumda açığı kalmayan: { $places }.
whatif-text-structure = Taşıma, bölme ve birleştirme bununla karara bağlanmaz: { $places }.

## Bir hükmü ayraçlardan kurtarmak için kim neden vazgeçmeli.

concession-head = Her hükmün ayraçlardan kurtulması için kimin ödün vermesi gerekirdi; en küçük kümeler önde. Heyetlerin söylediklerinden sayılmıştır: bir metni kabul edebileceğini söyleyen onunla bir şeyden vazgeçmez, susanın da vazgeçecek bir sözü yoktur. Öngörü ya da öğüt değildir.
concession-nothing = Açık bir şey yok.
concession-nobody = { NUM($nth) }. Kimsenin ödün vermesi gerekmez.
concession-set = { NUM($nth) }. Ödün veren: { $who }.
concession-taken = { $what }
concession-taken-against = { $what } – şu heyetlerin sözüne karşı: { $who }
concession-no-alternative = hükmün kendisi, bütün seçeneklerinden hiçbiri olmadan
concession-stays = eklenen hüküm kalır
concession-goes = eklenen hüküm çıkar
concession-inexact = Yer sayısı bütün seçimlere bakılamayacak kadar çok: daha küçük kümeler olabilir.
concession-more = Listelenen { NUM($count) } kümeden başkaları da olabilir; hiçbiri daha küçük değildir.
concession-besides = Kim ödün verirse versin ayrıca açık kalan: { $what }.
concession-structure = yeri ya da bölünüşü
concession-placeholder = doldurulacak bir boşluk
concession-reservation = dipnottaki çekince
concession-unattached = artık bulunmayan sözler hakkında söylenenler
concession-form = Ödünler text, html, csv ya da json biçiminde verilir.

compare-gone = çıktı
compare-new = yeni
compare-words = sözleri farklı
compare-label = numarası { $new }, önce { $old }
compare-kind = türü farklı
compare-place = yeri farklı
compare-count = { NUM($count) } hüküm farklı.
