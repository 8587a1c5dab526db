## Neden: türetmenin adımları, okuma sırasıyla. Kısa biçimler tek cümle oluşturur.

label-rule = Kural
label-residual = Kural
label-trigger = Koşul
label-reading = {""}
label-act = İşlem
label-others = {""}
label-reckoning = Hesap
label-policy = Usul
label-consent = Rıza
label-start = Başlangıç
label-assumption = Varsayım
label-organizations = Sayım
label-end = Bitiş
label-provisional = Geçici
label-unknown = Bilinmeyen
label-published = İlan
label-horizon = Veri
label-signature = İmza
label-general = Genel tarih
label-view = Bakış

rule-line = { $line }  (satır { $number })
residual-all-negotiating = yürürlüğe giriş hükmü yok: müzakere eden bütün Devletlerin rızasıyla (VAHS m. 24(2))
residual-on-consent = sonradan katılanlara ilişkin hüküm yok: rıza tarihinde (VAHS m. 24(3))
residual-twelve-months = metin susuyor: çekilme caizse on iki ay önceden bildirim (VAHS m. 56)

trigger-nth = { EK($nth, ek: "inci") } belge ({ $who }) { DATE($day) } tarihinde tevdi edildi
trigger-number = { DATE($day) } tarihinde tevdi edilen { NUM($count) } belge sayıyı { EK($before, ek: "den") } { EK($on, ek: "e") } çıkardı; gereken { NUM($need) }
trigger-conditions = koşullar { DATE($day) } tarihinde gerçekleşti
trigger-conditions-by = koşullar { DATE($day) } tarihinde gerçekleşti ({ $who })
trigger-alone = o gün başka tevdi yok
trigger-others = o gün ayrıca, sayılmadan: { $who }
trigger-act = { $who }, { $act }, { DATE($day) } · işlem { $digest }
trigger-acts-more = ve { NUM($count) } işlem daha

reading-number = { $atom }: önceki gün { NUM($before) }, o gün { NUM($on) }; gereken { NUM($need) }
reading-part = { $atom }: { NUM($of) } üyeden önceki gün { NUM($before) }, o gün { NUM($on) }; gereken { NUM($need) }
reading-sum = { $atom }: önceki gün { NUM($before) }, o gün { NUM($on) }; toplam { NUM($total) } (%{ NUM($percent) })
reading-treaty = { $atom }: { EK(DATE($since), ek: "den") } beri
reading-treaty-not = { $atom }: yürürlükte değil
reading-day = { $atom }
reading-unknown = { $atom }: bilinmiyor

short-period = artı { $period } (DATE-2)
period-sum = { DATE($from) } + { $period } = { DATE($reached) } (DATE-2)
period-clamped = o ayın { EK($number, ek: "inci") } günü yok; son günü sayılır (DATE-4)
period-next-day = + 1 gün = { DATE($to) } (DATE-3)
period-policy = { $policy } Dayanağı: { $layer } (DATE-3).
short-first-of-month = { $month ->
    [1] izleyen ayın ilk günü
   *[other] izleyen { EK($month, ek: "inci") } ayın ilk günü
  } (DATE-5)
first-of-month = { $month ->
    [1] { DATE($from) } tarihini izleyen ayın ilk günü = { DATE($to) } (DATE-5)
   *[other] { DATE($from) } tarihini izleyen { EK($month, ek: "inci") } ayın ilk günü = { DATE($to) } (DATE-6)
  }
named-day = metin { DATE($day) } gününü belirtiyor
latest = { $days } günlerinin en geci { DATE($day) }
earliest = { $days } günlerinin en erkeni { DATE($day) }
fallback-held = { EK(DATE($day), ek: "de") } koşul gerçekleşmişti, dolayısıyla o gün geçerli
fallback-not-held = { EK(DATE($day), ek: "de") } koşul gerçekleşmemişti, dolayısıyla öteki süre işler

deposited = { $act }, { DATE($day) }
live-on-trigger = koşulların gerçekleştiği { EK(DATE($trigger), ek: "de") } rızası geçerliydi: genel tarih, { DATE($general) } (EIF-5)
before-general = genel tarihe kadar tevdi etti: o gün başlar, { DATE($general) } (EIF-5)
not-before-general = kendi süresi { EK(DATE($own), ek: "i") } verir, ancak kimse genel tarihten önce başlamaz: { DATE($start) } (EIF-5)
succession-dated = halefiyet tarihi { DATE($succeeded) }, bildirim { DATE($notified) }; genel tarih { DATE($general) }; ilk ile sonuncunun geç olanı { DATE($start) } (SUCC-2)
succession-undated = halefiyet tarihi kayıtlı değil, yerine { DATE($notified) } tarihli bildirim geçer; genel tarih { DATE($general) }; geç olanı { DATE($start) } (SUCC-2)
continued = { $who } { EK(DATE($day), ek: "den") } itibaren sürdürüyor (SUCC-5)
announced = hesaplanan tarihin yerine depozitörün ilan ettiği { DATE($day) } alınır
organizations = { $policy } Dayanağı: { $layer } (S-4).
organizations-unknown = { $policy } Dayanağı: { $layer } (S-4). Sicil, örgütün üyelerini bilmediğinden belgesi sayılmaz.
notice = çekilme bildirimi { DATE($day) } tarihinde alındı
barred = { EK(DATE($bar), ek: "den") } önce bildirimde bulunulamaz: süre o günden işler (END-5)
recorded-effect = kayıtlı hüküm günü { DATE($recorded) }; kural bir gün vermiyor
recorded-effect-equal = kayıtlı hüküm günü { DATE($recorded) }; kural da aynı günü veriyor
recorded-effect-other = kayıtlı hüküm günü { DATE($recorded) }; kuralın verdiği { EK(DATE($computed), ek: "den") } önce gelir
ended = rıza { EK(DATE($day), ek: "de") } sona erdi ({ $act })
together = { $treaty } ile birlikte yürürlüğe girer; kendi hükmü: { $own }; ötekininki: { $other }; geç olan geçerlidir
together-no-day = gün yok
fell-below = { EK(DATE($day), ek: "de") } metnin aradığı { NUM($least) } taraftan yalnızca { NUM($left) } taraf kalmıştı (EIF-6)
fell-below-by = { EK(DATE($day), ek: "de") } metnin aradığı { NUM($least) } taraftan yalnızca { NUM($left) } taraf kalmıştı (EIF-6): { $who }
treaty-ends = { DATE($day) }, kimse için yürürlükte olmadığı ilk gündür; yeni bir rıza onu canlandırmaz (END-12)
lapsed = koşul { EK(DATE($from), ek: "den") } itibaren gerçekleşmiyordu; { EK(DATE($until), ek: "den") } itibaren yeniden yürürlükte
lapsed-open = koşul { EK(DATE($from), ek: "den") } beri gerçekleşmiyor
lapsed-unknown = koşulun { DATE($from) } ile { DATE($until) } arasında gerçekleşip gerçekleşmediği bilinmiyor
lapsed-unknown-open = koşulun { EK(DATE($from), ek: "den") } beri gerçekleşip gerçekleşmediği bilinmiyor
after-the-end = antlaşma, { DATE($own) } gününden önce, { EK(DATE($end), ek: "de") } sona ermişti
in-force-again = antlaşma { EK(DATE($own), ek: "de") } yürürlükte değildi; { EK(DATE($start), ek: "de") } yeniden yürürlükteydi
until-definitive = kendine özgü bir durumdur, yürürlüğe giriş değildir: { EK(DATE($day), ek: "de") } kesin yürürlüğe girişe kadar sürdü (EIF-13)
until-definitive-first = { EK(DATE($day), ek: "de") } kesin yürürlüğe giriş önce geldi; geçici bir yürürlük olmadı (EIF-13)
until-definitive-open = kendine özgü bir durumdur, yürürlüğe giriş değildir: kesin yürürlüğe girişe kadar sürer (EIF-13)

reason-group = { $name } grubunun üyeleri burada bilinmiyor
reason-group-words = { $name } grubunun üyeleri burada bilinmiyor (“{ $words }”)
reason-table = { $name } tablosu burada bilinmiyor
reason-table-words = { $name } tablosu burada bilinmiyor (“{ $words }”)
reason-not-declared = hükümde geçen { $name } tanımlanmamış (E04)
reason-file = sicilde { $path } dosyası yok
reason-treaty-not-held = sicilde şu antlaşma yok: { $treaty }
reason-treaty-undetermined = şu antlaşmanın yürürlüğe girişi de belirsiz: { $treaty }
reason-circular = antlaşmalar birbirine dairesel bağlı: { $treaties } (E05)
reason-unmodelled = metnin hükmü modellenmemiş: “{ $words }”
reason-not-evaluated = saklanan ama henüz değerlendirilmeyen hüküm: { $line }
reason-no-rule = sicilde yürürlüğe giriş kuralı yok ve müzakere eden Devletler bilinmiyor (VAHS m. 24(2))
reason-end = bir rızanın sona erip ermediği bilinmiyor: { $who }, { $act }, { DATE($day) }
reason-force-undetermined = antlaşmanın yürürlükte olup olmadığı ve ne zamandan beri olduğu da bilinmiyor
reason-no-adoption = kabul tarihi kayıtlı değil
reason-no-opening = imzaya açılış tarihi kayıtlı değil
reason-no-communication = metin bir kümeyi iletim günündeki hâliyle alıyor; o gün işlem olarak kayıtlı değil
reason-test-days = koşul yalnızca belirli günlerde sınanır; bu günler burada bilinmiyor (“{ $words }”)
reason-decision = metin, antlaşmanın bir kararla ({ $organ }) sona ermesine izin veriyor; kararlar işlem olarak kayıtlı değil
reason-no-withdrawal = sicilde çekilme hükmü yok: bildirimin ne yaptığı modellenmemiş
reason-beyond-calendar = sonuç 9999 yılını aşıyor

published-equal = depozitör { EK(DATE($day), ek: "i") } ilan etti: aynı gün
published-other = depozitör { EK(DATE($day), ek: "i") } ilan etti
published-none = ilan edilmiş tarih kayıtlı değil
view-announced = ilan edilen: depozitörün yayımladığı tarih varsayılır
cause-none = aday nedenlerin hiçbiri tam bu günü açıklamıyor
cause-nothing-announced = hükmüne göre yürürlükte; ilan edilmiş bir tarih kayıtlı değil
cause-period-same-day = süreler son gününde bitseydi bu gün olurdu (DATE-3)
cause-period-next-day = süreler son gününden sonraki gün bitseydi bu gün olurdu (DATE-3)
cause-organizations = örgütler başka türlü sayılsaydı bu gün olurdu: { $policy } (S-4)
cause-one-missing = sicilde bulunmayan bir işlem daha olsaydı bu gün olurdu
cause-one-too-many = bir işlem eksik sayılsaydı bu gün olurdu
cause-dated-too-late = { $who } kayıtlı olandan önce tevdi etmiş olsaydı bu gün olurdu
cause-predecessor = şunlardan birinin selefi sayılmış olsaydı bu gün olurdu: { $who } (SUCC-4)
cause-month = ay sonu taşmış olsaydı bu gün olurdu (DATE-4)
