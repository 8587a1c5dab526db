## Bir Clausula kuralının, metni kaleme alan kişi için cümle hâli.

rule-group-listed = { $name } grubu: { $members }.
rule-group-file = { $name } grubu, ilgili günde { $path } dosyasında yer alanlardır.
rule-group-unknown = { $name } grubunun üyeleri burada bilinmiyor.
rule-group-unknown-words = { $name } grubunun üyeleri burada bilinmiyor: “{ $words }”.
rule-weights-file = { $name } tablosu { $path } dosyasındadır; toplamı, satırlarının toplamıdır.
rule-weights-total = { $name } tablosu { $path } dosyasındadır; toplamı { NUM($total) } olarak alınır.
rule-weights-unknown = { $name } tablosu burada bilinmiyor.
rule-weights-unknown-words = { $name } tablosu burada bilinmiyor: “{ $words }”.
rule-consent = Koşullarda yalnızca şu işlemler sayılır: { $acts }. Her rıza işlemi sahibini bağlar.

rule-force = Antlaşma, { $term } yürürlüğe girer.
rule-force-latest = Antlaşma, şu günlerin en geç olanında yürürlüğe girer: { $terms }.
rule-force-earliest = Antlaşma, şu günlerin en erken olanında yürürlüğe girer: { $terms }.
rule-force-fallback = Antlaşma, { DATE($day) } gününe kadar { $condition } o gün, aksi hâlde { $term } yürürlüğe girer.
rule-force-unmodelled = Metnin yürürlüğe giriş hükmü modellenmemiştir: “{ $words }”. Tarih hesaplanmaz.
rule-force-while = Antlaşma, { $condition } günlerde yürürlüktedir; başka hiçbir gün yürürlükte değildir.
rule-force-while-tested = Antlaşma, { $condition } günlerde yürürlüktedir; başka hiçbir gün yürürlükte değildir. Bu, yalnızca şu günlerde sınanır: “{ $days }”.
rule-together = Antlaşma, { $treaty } sayılı antlaşmayla birlikte, ikisinin ayrı ayrı ulaştığı günlerin geç olanında yürürlüğe girer.
rule-provisional = Kesin yürürlüğe girişe kadar süren geçici yürürlüğe giriş: { $rule }
rule-ends-fewer = Taraf sayısı { EK(NUM($count), ek: "in") } altına düştüğünde antlaşma herkes için yürürlükten kalkar.
rule-ends-term = Antlaşma, { $term } herkes için yürürlükten kalkar.
rule-ends-with = Antlaşma, { $treaty } sayılı antlaşmayla birlikte herkes için yürürlükten kalkar.
rule-ends-decision = Antlaşma, bir kararla ({ $organ }) yürürlükten kalkar. Kararlar işlem olarak kaydedilmez: sona erip ermediği hesaplanmaz.
rule-term-of-several = ({ $nth }) { $term }

rule-joiner-later = Koşullar gerçekleştikten sonra belgesini tevdi eden her katılımcı için antlaşma, { $term } yürürlüğe girer; { $even ->
    [yes] bu gün, genel yürürlüğe girişten önce de olabilir
   *[no] bu gün, genel yürürlüğe girişten önce olamaz
  }.
rule-joiner-after-force = Genel yürürlüğe girişten sonra belgesini tevdi eden her katılımcı için antlaşma, { $term } yürürlüğe girer{ $even ->
    [yes] {" "}(bu gün, genel yürürlüğe girişten önce de olabilir)
   *[no] {""}
  }; o güne kadar tevdi eden için o gün yürürlüğe girer.

rule-withdrawal-silent = Metin, çekilme konusunda susmaktadır; bir tarafın çekilip çekilemeyeceğini VAHS m. 56 belirler ve on iki ay önceden bildirim arar.
rule-withdrawal-excluded = Metin, çekilmeyi yasaklamaktadır.
rule-withdrawal-notice = Bir taraf bildirimde bulunarak çekilebilir; çekilme, bildirimin alınmasından { $period } sonra hüküm doğurur.
rule-withdrawal-barred = Bir taraf bildirimde bulunarak çekilebilir; çekilme, bildirimin alınmasından { $period } sonra hüküm doğurur. { $start ->
    [general] Antlaşmanın genel olarak yürürlüğe girişinden
   *[own] Antlaşmanın o taraf için yürürlüğe girişinden
  } itibaren { $bar } geçmeden bildirimde bulunulamaz.

rule-reservations-none = Çekince konulamaz.
rule-reservations-silent = Metin, çekinceler konusunda susmaktadır; VAHS m. 19(c) uyarınca konu ve amaçla bağdaşan çekinceler konulabilir.
rule-reservations-any = Her türlü çekince konulabilir.
rule-reservations-only = Yalnızca { $count ->
    [one] şu maddeye
   *[other] şu maddelere
  } çekince konulabilir: { $articles }.
rule-reservations-not = { $count ->
    [one] Şu maddeye
   *[other] Şu maddelere
  } çekince konulamaz: { $articles }.
rule-reservations-words = Çekinceler konusunda metin şöyle der: “{ $words }”.

rule-open-signature = Antlaşma { $details } imzaya açıktır.
rule-open-accession = Antlaşma { $details } katılmaya açıktır.
rule-open-all = her katılımcı için
rule-open-to = { $set } için
rule-open-from = { EK(DATE($day), ek: "den") } itibaren
rule-open-until = { DATE($day) } gününe kadar (o gün dâhil)
rule-open-at = şu yerde ({ $place })
rule-open-invited = davet üzerine ({ $by })

rule-extension = Bu hüküm kelimesi kelimesine saklanır, ancak henüz değerlendirilmez: “{ $words }”.

rule-policy-period-expiry-same-day = Süre, son gününde biter (G + N).
rule-policy-period-expiry-next-day = Süre, son gününden sonraki gün biter (G + N + 1).
rule-policy-organizations-not-additional = Bir örgütün belgesi, üyelerinin belgelerine ek olarak sayılmaz.
rule-policy-organizations-counted = Bir örgütün belgesi, bir Devletin belgesi gibi sayılır.
rule-policy-organizations-never-counted = Bir örgütün belgesi hiçbir zaman sayılmaz.
rule-policy-other = Sayma usulü: { $words }.

term-after = { $point } { $period } sonra
term-first-of-month = { $point } izleyen { $month ->
    [1] ayın
    [2] ikinci ayın
    [3] üçüncü ayın
    [4] dördüncü ayın
    [5] beşinci ayın
    [6] altıncı ayın
    [7] yedinci ayın
    [8] sekizinci ayın
    [9] dokuzuncu ayın
    [10] onuncu ayın
    [11] on birinci ayın
   *[12] on ikinci ayın
  } ilk günü

period-days = { NUM($count) } gün
period-months = { NUM($count) } ay
period-years = { NUM($count) } yıl

point-date = { $case ->
    [on] { DATE($day) } tarihinde
    [from] { DATE($day) } tarihinden
   *[following] { DATE($day) } tarihini
  }
point-the-day = { $case ->
    [on] { $condition } gün
    [from] { $condition } günden
   *[following] { $condition } günü
  }
point-that-day = { $case ->
    [on] bu koşulun gerçekleştiği gün
    [from] bu koşulun gerçekleştiği günden
   *[following] bu koşulun gerçekleştiği günü
  }
point-its-deposit = { $case ->
    [on] bu tevdi gününde
    [from] bu tevdi gününden
   *[following] bu tevdi gününü
  }
point-general-force = { $case ->
    [on] genel yürürlüğe giriş gününde
    [from] genel yürürlüğe giriş gününden
   *[following] genel yürürlüğe giriş gününü
  }
point-adoption = { $case ->
    [on] metnin kabul edildiği gün
    [from] metnin kabul edildiği günden
   *[following] metnin kabul edildiği günü
  }
point-opening = { $case ->
    [on] imzaya açılış gününde
    [from] imzaya açılış gününden
   *[following] imzaya açılış gününü
  }
point-after = { $case ->
    [on] { $point } { $period } sonraki gün
    [from] { $point } { $period } sonraki günden
   *[following] { $point } { $period } sonraki günü
  }
point-first-of-month = { $case ->
    [on] { $point } izleyen { EK($month, ek: "inci") } ayın ilk günü
    [from] { $point } izleyen { EK($month, ek: "inci") } ayın ilk gününden
   *[following] { $point } izleyen { EK($month, ek: "inci") } ayın ilk gününü
  }

condition-nested = ({ $condition })
atom-instruments = { $form ->
    [if] { $counted } tevdi edilmişse
   *[day] { $counted } tevdi edildiği
  }
atom-states = { $form ->
    [if] { $counted } rıza belgesini tevdi etmişse
   *[day] { $counted } rıza belgesini tevdi ettiği
  }
atom-of = { $form ->
    [if] { $set } en az { NUM($count) } katılımcı rıza belgesini tevdi etmişse
   *[day] { $set } en az { NUM($count) } katılımcının rıza belgesini tevdi ettiği
  }
atom-all-of = { $form ->
    [if] { $set } tamamı rıza belgelerini tevdi etmişse
   *[day] { $set } tamamının rıza belgelerini tevdi ettiği
  }
atom-share = { $form ->
    [if] belge tevdi edenlerin { $table } tablosundaki toplam payı en az { EK($share, ek: "i") } bulmuşsa
   *[day] belge tevdi edenlerin { $table } tablosundaki toplam payının en az { EK($share, ek: "i") } bulduğu
  }
atom-proportion = { $form ->
    [if] { $set } { $bound ->
      [more-than] { EK($share, ek: "den") } fazlası
     *[at-least] en az { $share } kadarı
    } rıza belgelerini tevdi etmişse
   *[day] { $set } { $bound ->
      [more-than] { EK($share, ek: "den") } fazlasının
     *[at-least] en az { $share } kadarının
    } rıza belgelerini tevdi ettiği
  }
atom-share-above = { $form ->
    [if] belge tevdi edenlerin { $table } tablosundaki toplam payı { EK($share, ek: "i") } aşmışsa
   *[day] belge tevdi edenlerin { $table } tablosundaki toplam payının { EK($share, ek: "i") } aştığı
  }
atom-in-force = { $form ->
    [if] { $treaty } sayılı antlaşma yürürlükteyse
   *[day] { $treaty } sayılı antlaşmanın yürürlükte olduğu
  }
atom-on-or-after = { $form ->
    [if] { DATE($day) } günü gelmişse
   *[day] { DATE($day) } gününün geldiği
  }

count-instruments = { $form ->
    [if] { $bound ->
      [more-than] { EK(NUM($count), ek: "den") } fazla
     *[at-least] en az { NUM($count) }
    } rıza belgesi
   *[day] { $bound ->
      [more-than] { EK(NUM($count), ek: "den") } fazla
     *[at-least] en az { NUM($count) }
    } rıza belgesinin
  }
count-states = { $form ->
    [if] { $bound ->
      [more-than] { EK(NUM($count), ek: "den") } fazla
     *[at-least] en az { NUM($count) }
    } Devlet
   *[day] { $bound ->
      [more-than] { EK(NUM($count), ek: "den") } fazla
     *[at-least] en az { NUM($count) }
    } Devletin
  }
filter-provisional = (geçici uygulama bildirimleri de sayılarak) { $counted }
filter-of-instruments = { $set } ait { $counted }
filter-of-states = { $set } arasından { $counted }
filter-other-instruments = { $set } dışındakilere ait { $counted }
filter-other-states = { $set } dışında { $counted }
filter-also-other = { $set } dışındaki { $counted }
filter-each-instruments = her biri { $table } tablosunda en az { NUM($least) } değeri olan bir katılımcıya ait { $counted }
filter-each-states = her biri { $table } tablosunda en az { NUM($least) } değerine sahip { $counted }

set-named = { $case ->
    [of] { $name } grubu üyelerinin
    [to] { $name } grubu üyelerine
    [from] { $name } grubu üyelerinden
   *[plain] { $name } grubu üyeleri
  }
set-listed = { $case ->
    [of] { EK($members, ek: "in") }
    [to] { EK($members, ek: "e") }
    [from] { $members } arasından
   *[plain] { $members }
  }
set-signatories = { $case ->
    [of] imzacıların
    [to] imzacılara
    [from] imzacılardan
   *[plain] imzacılar
  }
set-parties = { $case ->
    [of] { $treaty } sayılı antlaşma taraflarının
    [to] { $treaty } sayılı antlaşma taraflarına
    [from] { $treaty } sayılı antlaşma taraflarından
   *[plain] { $treaty } sayılı antlaşmanın tarafları
  }
set-parties-as-at = { $case ->
    [of] { $treaty } sayılı antlaşmanın { DATE($day) } tarihindeki taraflarının
    [to] { $treaty } sayılı antlaşmanın { DATE($day) } tarihindeki taraflarına
    [from] { $treaty } sayılı antlaşmanın { DATE($day) } tarihindeki taraflarından
   *[plain] { $treaty } sayılı antlaşmanın { DATE($day) } tarihindeki tarafları
  }
set-own-parties = { $case ->
    [of] antlaşmanın kendi taraflarının
    [to] antlaşmanın kendi taraflarına
    [from] antlaşmanın kendi taraflarından
   *[plain] antlaşmanın kendi tarafları
  }
set-as-at = { $day } { $roll }
as-at-date = { DATE($day) } tarihindeki
as-at-adoption = kabul günündeki
as-at-opening = imzaya açılış günündeki
as-at-trigger = koşulun gerçekleştiği gündeki
as-at-each-day = sınandığı gündeki
as-at-communication = iletim günündeki
share-percent = yüzde { NUM($percent) }
share-fraction = { $numerator }/{ $denominator }
