# Müzakere odası: okuma, taslak, karşılaştırma, sunma, yanıtlama, başkanlık.
rooms-heading = Müzakereler
rooms-lead = Odası size açık olan konferanslar.
rooms-none = Size açık bir oda yok. Bir konferanstaki rolü, hesapları tutan kişi verir.
rooms-adopted = metin kabul edildi
rooms-no-round = tur başlamadı
rooms-open = { $round } turu açık
rooms-closed = { $round } turu bitti

room-local = { $day }, { $time } ({ $zone }, UTC{ $offset })
room-left = { $first } { $second } kaldı
room-days = { $count ->
   *[other] { NUM($count) } gün
}
room-hours = { $count ->
   *[other] { $count } saat
}
room-minutes = { $count ->
   *[other] { $count } dakika
}
room-percent = %{ $count }

room-lead = { $count ->
   *[other] { NUM($count) } heyet
}; asıl diller: { $languages }. Köşeli parantezler heyetlerin metinlerinden hesaplanır, elle yazılmaz.
room-reads-presidency = Başkanlık olarak okuyorsunuz: herkesin kâğıtlarını.
room-reads-public = Herkese açık günlüğün gösterdiğini okuyorsunuz.
room-reads-delegation = { $name } heyeti olarak okuyorsunuz.
room-reads-unseated = { $name } bu konferansta yer almıyor: herkese açık günlüğün gösterdiğini okuyorsunuz.
room-read-noted = Burada gizli olarak okuduklarınız, takma adınız ve zamanıyla birlikte yazılır.
room-as-of = Bu sayfadaki günlük kaydı sayısı:
room-empty-text = 1. tur başlamadı. Henüz metin yok: ilk sürümü sekretarya, bir taban metinden ya da bir örnekten oluşturur.
room-empty-round = 1. tur başlamadı. Aşağıda, turun üzerinde açılacağı metin duruyor.
room-no-access = Bu turun metnini okuma hakkınız yok ya da metin bu dilde tutulmuyor.
room-ended = Oturumunuz kapandı.
room-streams = Bu oturumun sekiz odası zaten canlı. Birini kapatın; bu sayfa yüklendiği andaki gibi gösterilir.

room-round = Tur
room-round-name = { $name } turu
room-state-open = açık
room-state-closed = kapandı, yayımlanmadı
room-state-published = yayımlandı
room-state-archived = arşivlendi
room-closes = Kapanış
room-computed = Hesaplandığı an:
room-passed = Tur süresinin ne kadarı geçti
room-open = Açık olan
room-places = { $count ->
    [0] hiçbir yer
   *[other] { NUM($count) } yer
}
room-readings = { $count ->
    [0] rakip okuma yok
   *[other] { NUM($count) } rakip okuma
}
room-unbracketed = Parantezsiz hüküm
room-unbracketed-note = Parantezsiz olması uzlaşıldığı anlamına gelmez.
room-sealed-count = { $count ->
   *[other] { NUM($count) } tanesi size kapalı
}
room-on-page = Bu sayfada
room-text = Gelişen metin
room-left-out = { $count ->
   *[other] { NUM($count) } canlı öneri bu metinde değil: sözleri size kapalı ya da başka bir dilde.
}
room-no-text = metin yok
room-base = taban
room-alternative = Almaşık { $letter }
room-moved = { $after } ardına taşınsın
room-restructured = Bölünsün, birleştirilsin ya da yeniden numaralansın
room-tag-bracketed = { $count ->
   *[other] parantezli: { NUM($count) } yer
}
room-tag-deletion = silme önerildi
room-tag-alternatives = almaşıklı
room-tag-inserted = yeni önerildi
room-tag-unbracketed = parantezsiz
room-tag-agreed = uzlaşıldı
room-tag-ad-referendum = ad referendum
room-tag-silence = sessizlik usulünde

room-silence = Sessizlik usulü:
room-silence-until = Şu andan önce yazılı itiraz alınmazsa kabul edilmiş olur:
room-silence-rule = Ulaşma anı, saniyesine kadar sayılır.
room-silence-frozen = Dondurulan metin:
room-silence-expired = Bozulmadan doldu; sonucu başkanlık kaydeder.
room-silence-broken = { $name } tarafından { $when } anında bozuldu.
room-silence-adoption = Metnin kabulü
room-silence-provision = { $name }, { $language }
room-silence-decision = Sözle başka bir karar

room-selected = Hüküm { $name }
room-choose = Hüküm seçilmedi
room-choose-lead = Üzerinde ne önerildiğini görmek ve öneri sunmak için metinde bir hükmün numarasını seçin.
room-id = Kalıcı kimlik
room-no-proposal-here = Bu hükümde okuyabileceğiniz bir öneri yok.
room-propose = Öner
room-way-replace = Başka sözler
room-way-insert-after = Ardına yeni bir hüküm
room-way-delete = Metin yok
room-proposals = Öneriler
room-no-proposal = Bu turda hiçbir şey sunulmadı.
room-sealed = Mühürlü: tur yayımlanana dek yalnız muhatapları okur.
room-ended-tag = sona erdi
room-goes = çıkar:
room-comes = girer:
room-addressed = Muhatap
room-to-all = bütün heyetler
room-not-conveyed = henüz iletilmedi
room-joined = Katılan
room-acknowledged = Aldığını bildiren
room-answers = Yanıtlar
room-nobody = henüz kimse
room-sealed-answer = mühürlü
room-disposition = Akıbet
room-undisposed = henüz yok
room-end-withdrawn = Geri çekildi
room-end-superseded = Yerini sonraki bir öneri aldı
outcome-absorbed = Bir sürüme alındı
outcome-accepted-ad-referendum = Ad referendum kabul edildi
outcome-agreed = Uzlaşıldı
outcome-not-pursued = Sürdürülmedi

room-positions = Tutumlar
room-positions-on = { $name } hükmündeki tutumlar
room-no-positions = Okuyabildiğiniz tartışmalı bir şey yok.
room-positions-note = Metinde işaretler koddan sonra gelir: ~ kabul edebilir, ! saklı tutar, ^ karşı. İşaretsiz kod destekler; ilk yazılan önerendir. Sessiz heyet tabanı tutuyor sayılmaz.
room-delegation = Heyet
room-by-group = grubu aracılığıyla
stance-propose = önerir
stance-support = destekler
stance-can-accept = kabul edebilir
stance-reserve = saklı tutar
stance-oppose = karşı
stance-silent = sessiz
letter-stance-propose = Ö
letter-stance-support = D
letter-stance-can-accept = E
letter-stance-reserve = S
letter-stance-oppose = K
letter-stance-silent = ·

room-due = Yapılacaklar
room-nothing-due = Yapılacak bir şey yok.
room-due-you = sizin yapmanız gerekir
room-chair = Başkanlık
room-due-acknowledge = { $name } önerisini aldığınızı bildirin
room-due-close = { $round } turunu kapatın: süresi doldu
room-due-publish = { $round } turunu yayımlayın
room-due-archive = { $round } turunu arşivleyin
room-due-disposition = { $name } önerisinin akıbetini kaydedin
room-due-convey = { $name } önerisini iletin
room-due-conclude = Bir sessizlik usulünün sonucunu kaydedin
room-due-announce = Sessizlikle alınan kararı sonraki toplantıda duyurun
room-due-period = Reddeden { $name } heyetinin metni için süre belirleyin
room-due-lapsed = Süre belirleyin: { $name } onayı gelmedi

room-change-replace = { $name } için başka sözler
room-change-insert-after = { $name } ardına yeni bir hüküm
room-change-delete = { $name } yerine metin yok
room-change-move = { $name }, { $other } ardına taşınır
room-change-split = { $name } bölünür
room-change-join = { $name }, { $other } ile birleştirilir
room-draft-replace = Alanda hükmün bugünkü bütün metni durur. Değişmesini istediğinizi değiştirin; hiçbir şey sunulmadan karşılaştırma onu sözcük sözcük gösterir.
room-draft-insert-after = Yeni hükmü, varsa numarasıyla yazın. Her biri kendi satırında olmak üzere birkaç hüküm art arda gelebilir.
room-draft-delete = Bu hükmün metni olmamasını öneriyorsunuz. Karşılaştırma neyin çıktığını gösterir.
room-some-words = Yalnız bazı sözcükleri
room-chosen = Sözcükler
room-chosen-hint = Turun metninde nasıl duruyorlarsa. Metnin içinde fareyle ya da parmakla da seçilebilirler.
room-do-other = Bunların yerine başka sözler
room-do-strike = Bunları çıkar
room-do-after = Bunların ardına ekle
room-chosen-status = Seçilen sözcükler:
room-chosen-here = İmleç aşağıdaki alanda, seçtiğiniz sözcüklerin yerinde duruyor:
room-chosen-struck = Aşağıdaki alanda şu sözcükler çıkarıldı:
room-chosen-absent = Bu sözcükler turun başladığı metinde böyle durmuyor. Hükmün tümünü aşağıdaki alanda değiştirin. Seçtiğiniz:
room-chosen-empty = Sözcük seçilmedi. Hükmün tümünü aşağıdaki alanda değiştirin.
room-chosen-places = Bu sözcükler orada birden çok kez geçiyor. Hangisi?
versions-heading = Karşılaştırılan sürümler
versions-lead = Çıkanın üstü çizilidir, girenin altı iki kez çizilidir. Her tur metnin bir sürümüne dayanır.
versions-button = Karşılaştır
versions-from = Bu sürümü
versions-to = bununla
versions-name = { $number }, { $when }
versions-name-round = { $number }, { $when } ({ $rounds }. tur)
versions-one = Metnin şimdilik tek sürümü var.
versions-same = İkisi de aynı şeyi söylüyor.
versions-none = Bu sürümlerden birinin metni burada bu dilde saklanmıyor.
versions-gone = Çıktı
versions-new = Yeni
versions-label = Etiket: { $before } yerine { $after }
versions-kind = Başka türden
versions-place = Yeri değişti
room-draft-private = Taslağı yalnız heyetinizin kişileri okur; silindiğinde ya da sunulduğunda yok olur.
room-words = Sözler
room-words-hint = Metinler burada nasıl yazılıyorsa: {"{"}@kimlik{"}"} bir hükme gönderir, {"{"}?ad{"}"} doldurulacak boşluktur, sözcüklerin iki yanındaki ikişer yıldız vurgular.
room-fault-empty = Alan boş: hükmü yazın ya da metin olmamasını önerin.
room-fault-long = Sözler 60 000 karakterden uzun.
room-fault-words = Satır { $line }, sütun { $column }: bu, burada yazıldığı biçimde bir metin değil. Hiçbir şey saklanmadı; düzeltip yeniden kaydedin.
room-to-compare = Kaydet ve karşılaştır
room-drafts = Taslaklar
room-no-draft = Heyetinizin burada taslağı yok. Metinde bir hüküm seçip önerin.
room-compare = Sunmadan önce karşılaştırın
room-compare-lead = Çıkanın üstü çizili, girenin altı çift çizgilidir. Sunduğunuz tam olarak budur.
room-draft-tab = Taslağın sahibi
room-drafted-by = Son yazan
room-same-words = Bunlar metnin bugünkü sözleri: sunulacak bir şey yok.
room-change = Taslağı değiştir
room-reason-hint = Neden; önerinin muhatapları okur
room-addressed-hint = Hiçbiri işaretli değilse bütün heyetlere. Tur yayımlanana dek sözleri yalnız muhataplar okur; bir şey sunduğunuzu herkes görür.
room-supersedes = Şunun yerine
room-supersedes-none = başka bir öneri değil
room-save = Kaydet ve yeniden karşılaştır
room-erase = Taslağı sil
room-erase-note = Ondan hiçbir şey saklanmaz.
room-tabled-tab = Sunan
room-proposal-by = { $name } önerisi
room-proposal-of = Öneren
room-as = Adına
room-mark = İşlemin işareti:
room-what-you-do = Yapabilecekleriniz
room-says = Ne diyorsunuz
room-answer-words = Yanıtın sözleri
room-answer-hint = Tur yayımlanana dek yalnız öneriyi sunanlar okur; boş kalabilir
room-join-note = Sunan olarak katılırsınız: metin sizin de olur.
room-withdraw-hint = Günlükte görünür; boş kalabilir
room-outcome = Sonuç
room-dispose-hint = Günlükte görünür
room-ask-lead = Geçiş anahtarınız tam olarak bu işlemin özeti üzerine beyanda bulunur. İşlem hemen kaydedilir, o saniyede alınmış sayılır ve geri alınamaz.

room-presiding = Başkanlık işlemleri
room-presiding-lead = Her işlem için onu yapan beyanda bulunur. Bir turu iki kişi yayımlar.
room-rounds = Turlar
room-close-note = { $name } turunun kapanması sunulanları dondurur.
room-name = Turun adı
room-name-hint = Günlükte durduğu gibi; örneğin II
room-closes-utc = Kapanış, UTC
room-expires-utc = Bitiş, UTC
room-utc-hint = UTC; bu bilgisayarın saati değil. Sonraki sayfa ikisini de gösterir
room-silences = Sessizlik
room-silence-on = Sessizliğin konusu
room-silence-words = Sözle karar
room-silence-words-hint = Yalnız başka bir karar için
room-expires = Bitiş
room-meeting = Toplantı
room-meeting-hint = Duyurulduğu toplantı
room-now = Şu an
room-papers = Açıklanan kâğıtlar
room-audience = Kime açıklanır
room-audience-public = herkese
room-audience-participants = heyetlere
room-publication = { $name } turunun yayımlanması
room-publication-none = Tur kapandı. Yayımlanmasını başkanlıktan bir görevli önerir, bir başkası onaylar.
room-publication-waits = { $officer } önerdi, { $when }. Başka bir görevliyi bekliyor.
room-publication-returned = Geri çevrildi; yeniden önerilebilir.
room-publication-go = Odada sürdürün

deed-table = Öneriyi sun
deed-acknowledge = Aldığını bildir
deed-answer = Yanıtla
deed-join = Öneriye katıl
deed-take-position = Tutum al
deed-withdraw = Geri çek
deed-object = Yazılı itiraz sun
deed-convey = Muhataplara ilet
deed-dispose = Akıbetini kaydet
deed-open-round = Tur aç
deed-close-round = Turu kapat
deed-archive-round = Turu arşivle
deed-start-silence = Sessizlik usulü başlat
deed-conclude-silence = Sonucu kaydet
deed-propose-publication = Yayımlanmasını öner
deed-confirm-publication = Yayımlanmasını onayla

fault-time = Gün ve saat verin
fault-name = Bir ad verin
fault-decision = Kararı sözle yazın
fault-meeting = Toplantıyı adıyla yazın
fault-zone = Bu adda bir saat dilimi yok
profile-zone = Saat dilimi
profile-zone-hint = IANA çizelgelerindeki ad; örneğin Europe/Istanbul. Süreler UTC ile, yanında bu dilimle söylenir. Boş: yalnız UTC.

readings-heading = Kim neyi okudu
readings-lead = Gizli bir kâğıdın her okunuşu; kişi, kâğıt ve gün olarak. Kâğıtların sözleri burada değildir.
readings-none = Gizli hiçbir şey okunmadı.
readings-paper = İşlem
readings-first = O gün ilk
readings-last = O gün son
readings-times = Kaç kez
