## Soruların yanıtları: ilk satır yanıtlar, ikincisi ne zamana kadar bilindiğini, üçüncüsü nedenini söyler.

force-in-force = { EK(DATE($day), ek: "den") } beri yürürlükte.
force-later = { EK(DATE($at), ek: "de") } yürürlükte değil; { EK(DATE($day), ek: "de") } yürürlüğe girer.
force-assumed = Depozitörün ilan ettiği tarihin doğru olduğu varsayımıyla { EK(DATE($day), ek: "den") } beri yürürlükte.
force-assumed-later = { EK(DATE($at), ek: "de") } yürürlükte değil; depozitörün ilan ettiği tarihin doğru olduğu varsayımıyla { EK(DATE($day), ek: "de") } yürürlüğe girer.
force-not-on = { EK(DATE($at), ek: "de") } yürürlükte değil.
force-ended = Yürürlükte değil: { EK(DATE($day), ek: "den") } itibaren yürürlükteydi ve sona erdi; { DATE($end) }, artık yürürlükte olmadığı ilk gündür.
force-lapsed = { EK(DATE($at), ek: "de") } yürürlükte değil: koşulu { EK(DATE($from), ek: "den") } beri gerçekleşmiyor. İlk kez { EK(DATE($day), ek: "de") } yürürlüğe girdi.
force-again = { EK(DATE($day), ek: "den") } beri yürürlükte; ilk kez { EK(DATE($first), ek: "de") }.
force-end-unknown = { EK(DATE($day), ek: "den") } itibaren yürürlükte; hâlâ yürürlükte olup olmadığı { EK(DATE($from), ek: "den") } beri bilinmiyor.
provisional-since = { EK(DATE($day), ek: "den") } beri geçici olarak yürürlükte; bu, yürürlüğe giriş değildir (EIF-13).
provisional-until = { EK(DATE($day), ek: "den") } { DATE($until) } günündeki kesin yürürlüğe girişe kadar geçici olarak yürürlükte (EIF-13).
provisional-later = { EK(DATE($at), ek: "de") } geçici olarak yürürlükte değil; { EK(DATE($day), ek: "den") } itibaren yürürlükte (EIF-13).
provisional-not = { EK(DATE($at), ek: "de") } geçici olarak yürürlükte değil (EIF-13).
provisional-undetermined = Geçici olarak yürürlükte olup olmadığı bilinmiyor (EIF-13).
force-undetermined = Belirsiz.
force-undetermined-from = Belirsiz: { EK(DATE($day), ek: "den") } önce değil.
force-no-rule = Belirsiz: sicilde yürürlüğe giriş kuralı yok.
last-known = { EK(DATE($at), ek: "de") } bilinmiyor. Son bilinen: { $answer }
known-to = { DATE($day) } gününe kadar biliniyor; sonrası bilinmiyor.
known-to-lens = { EK(DATE($known), ek: "de") } bilindiği hâliyle. { DATE($day) } gününe kadar biliniyor; sonrası bilinmiyor.
known-to-nothing = Hiçbir şey bilinmiyor: sicilde ne işlem ne de verinin ulaştığı gün var.
because = Nedeni: { $why }.
because-no-acts = Nedeni: o gün bilinen işlemler koşulları karşılamıyor.
because-no-acts-next = Bkz. `sponsio why-not { $id }`.
general = { $answer } { $why }

title = { $title } ({ $id })
status-counts = { EK(DATE($day), ek: "de") }: { $counts }.
status-count = { $standing } { NUM($count) }
status-none = O güne kadar işlem yok.
column-participant = Katılımcı
column-signed = İmza
column-deposited = Tevdi
column-standing = Durum
column-start = Yürürlük
column-until = Bitiş
letter-definitive-signature = k
letter-ratification = o
letter-acceptance = K
letter-approval = UB
letter-accession = ka
letter-succession = h
letter-formal-confirmation = rt
letter-consent-to-be-bound = b
letter-simplified-procedure = bu
letter-continuation = d
note-letters = { $letters }.
note-letter = { $letter } { $act }
note-standing-signatory-bound-by-18 = imzacı (18): bu arada antlaşmanın konu ve amacını ortadan kaldıracak davranıştan kaçınır (VAHS m. 18).
note-standing-signatory = imzacı: taraf olmayacağını açıkça bildirmiştir (VAHS m. 18(a)).
note-standing-contracting = âkit: rıza göstermiştir; antlaşma onun için yürürlükte değildir (VAHS m. 2(1)(f)).
note-standing-withdrawing = çekiliyor: çekilme bildirimi henüz hüküm doğurmamış taraf.
note-standing-provisional = geçici uygulama: antlaşmayı geçici olarak uyguluyor (VAHS m. 25).
note-standing-suspended = askıda: antlaşmanın uygulanması kendisi bakımından askıya alınmış taraf (VAHS m. 57).
note-standing-undetermined = belirsiz: bilinmeyen bir şeye dayanıyor; bkz. `sponsio why`.
note-organization = * örgüt; belgesinin sayılıp sayılmadığı bir usul konusudur (S-4).
note-provisional = † antlaşmayı ayrıca geçici olarak uyguluyor (VAHS m. 25).
note-until = Bitiş: artık bağlı olmadığı ilk gün; bilinmiyorsa “?”.
note-after = Sicilde { NUM($count) } işlem daha var; verinin ulaştığı günden sonradır.

position-since = { $who }: { EK(DATE($day), ek: "den") } beri { $standing }.
position = { $who }: { $standing }.
position-none = { $who }: geçerli bir imza veya rıza yok.
position-provisional-too = Antlaşmayı ayrıca geçici olarak uyguluyor.
why-signed = { EK(DATE($day), ek: "de") } imzaladı
why-no-consent = kayıtlı rıza işlemi yok
why-never = rızası, antlaşma kendisi için yürürlüğe giremeden sona erdi
why-start = kendisi için { EK(DATE($day), ek: "den") } itibaren yürürlükte

why-not-nothing = Eksik bir şey yok.
why-not-words = Kural, yalnızca tevdilerle sayılabilecek bir kural değil.
why-not-way = { $nth }. yol (toplam { $count })
why-not-missing = { EK(DATE($day), ek: "de") } eksik olan
why-not-missing-known = { EK(DATE($known), ek: "de") } son bilinen duruma göre { EK(DATE($day), ek: "de") } eksik olan
lack-number = { $atom }: { NUM($need) } yerine { NUM($on) }; { NUM($more) } eksik
lack-part = { $atom }: { NUM($of) } üyeden { NUM($on) }; { NUM($need) } gerekli, { NUM($more) } eksik
lack-sum = { $atom }: toplam { NUM($total) }, ulaşılan { NUM($on) } (%{ NUM($percent) }); { NUM($more) } eksik
lack-more = { $atom }: { NUM($more) } eksik
lack-treaty = { $atom }: henüz değil
lack-day = { $atom }: henüz gelmedi
lack-unknown = { $atom }: { $why }
why-not-smallest = { $count ->
    [one] Yeten en az sayıda tevdi: 1
   *[other] Yeten en az sayıda tevdi: { NUM($count) }, örneğin
  }
why-not-small = Yeterli az sayıda tevdi (daha azı da yetebilir): { NUM($count) }
why-not-unreachable = Bu sicildeki katılımcıların hiçbir tevdi kümesi yetmiyor.
choice-all = { $who }
choice-any = şunlardan { EK($count, ek: "si") }: { $who }
choice-any-others = { NUM($among) } katılımcıdan herhangi { EK($count, ek: "si") }
why-not-date = { $count ->
    [one] Bu belge
   *[other] Hepsi
  } { EK(DATE($day), ek: "de") } tevdi edilseydi, antlaşma { EK(DATE($date), ek: "de") } yürürlüğe girerdi.
why-not-more = Yalnızca tevdiler yürürlüğe girmesine yetmez: eksik olan öteki koşullara bakın.
why-not-own = { $who } { $act } belgesini { EK(DATE($day), ek: "de") } tevdi etseydi, antlaşma kendisi için { EK(DATE($date), ek: "de") } yürürlüğe girerdi.
why-not-own-no = { $who } { $act } belgesini { EK(DATE($day), ek: "de") } tevdi etseydi, antlaşma kendisi için yine yürürlükte olmazdı: antlaşmanın kendi koşulları gerçekleşmedi.
why-not-own-unknown = { $who } { $act } belgesini { EK(DATE($day), ek: "de") } tevdi etseydi, antlaşmanın kendisi için ne zaman yürürlüğe gireceği bilinmiyor.
why-not-party = { $who } bağlı; eksik bir şey yok.

hypothesis = Varsayım: bunların hiçbiri olmadı ve kaydedilmedi.
suppose-add = + { $who }, { $act }, { DATE($day) }
suppose-remove = – { $what }
suppose-policy = usul { $policy }
suppose-rule = kural: { $line }
whatif-here = Burada değişen
whatif-elsewhere = Şu antlaşmada değişen: { $treaty }
whatif-nothing = Hiçbir şey değişmiyor.
whatif-force = Yürürlüğe giriş: { $before } → { $after }
whatif-party = { $who }: { $before } → { $after }
whatif-beyond = { EK(DATE($day), ek: "den") } sonrası bilinmiyor: sonraki günler için söylenenler, ancak başka bir işlem yapılmadıysa geçerlidir.
whatif-compared = önce → sonra
whatif-more = ve { NUM($count) } katılımcı daha
state-since = { DATE($day) }
state-until = { DATE($start) } – { DATE($end) }
state-until-unknown = { DATE($start) } – {"?"} ({ EK(DATE($end), ek: "den") } itibaren)
state-not = yürürlükte değil
state-undetermined = belirsiz
state-undetermined-from = belirsiz, { EK(DATE($day), ek: "den") } önce değil
state-no-rule = kural yok
state-none = rıza yok
state-never = kendisi için hiç yürürlüğe girmedi
state-unheld = sicilde yok

not-found-treaty = Bu sicilde { $id } kimlikli antlaşma yok
not-found-participant = Bu sicilde { $id } kodlu katılımcı yok
did-you-mean = { $id } mi demek istediniz?
list-them = sicildekiler: { $ids }
bad-date = { $text } takvimde bir gün değil; 1976-03-23 biçiminde yazın
bad-act = “{ $text }” kimin, hangi işlemi, ne zaman yaptığını söylemiyor: "IND ratification 2027-01-10" biçiminde yazın
bad-act-kind = { $text } bir işlem türü değil
bad-selection = “{ $text }” hangi işlemler olduğunu söylemiyor: "IND", "IND ratification" veya "IND ratification 1979-04-10" biçiminde yazın
bad-clause = “{ $text }”: { $why }
nothing-to-remove = çıkarılacak kayıtlı işlem yok: { $what }
faults-left-out = { NUM($count) } kusur sicil dışında bırakıldı; yanıtlar kalana dayanır (`sponsio register check`)
