## Güvenceler: taahhütler, çizelgenin gözleri, boşluklar ve sözden hukuka giden adımlar.

guarantee-sentence = { $name }. Güvence veren: { $by }. Lehine güvence verilen: { $to }. { $sense ->
    [negative] Kaçınma yükümlülüğü
   *[other] Edim yükümlülüğü
}, { $mode }: “{ $object }”.
guarantee-each-party = her taraf
guarantee-all-parties = bütün taraflar
guarantee-every-other-party = diğer her taraf
guarantee-itself = kendisi, diğerlerine karşı
guarantee-third = { $set }, taraf olmaksızın
guarantee-when-always = Her zaman geçerlidir.
guarantee-when = Şu hâlde işler: “{ $words }”.
guarantee-found-each = Bunun gerçekleşip gerçekleşmediğini her güvence veren kendisi saptar.
guarantee-found-organ = Bunun gerçekleşip gerçekleşmediğini saptayan: { $organ }.
guarantee-found-majority = Bunun gerçekleşip gerçekleşmediğini saptayan: { $organ }, { $majority } çoğunlukla.
guarantee-owes = O hâlde borçlanılan: “{ $words }”.
guarantee-alone-yes = Her güvence veren diğerleri olmadan hareket edebilir.
guarantee-alone-no = Hiçbir güvence veren diğerleri olmadan hareket etmek zorunda değildir.
guarantee-except = Kapsam dışı: “{ $words }”.
guarantee-invoked-beneficiary = İhlali ileri sürebilecek olan: lehine güvence verilen.
guarantee-invoked-any = İhlali ileri sürebilecek olan: herhangi bir taraf.
guarantee-remedy = İhlal hâlinde: “{ $words }”.
guarantee-until = { DATE($day) } gününe kadar geçerlidir (o gün dâhil).
guarantee-until-withdrawal = İkisinden biri çekilinceye kadar geçerlidir.
guarantee-until-event = Şu olaya kadar geçerlidir: “{ $words }”.
guarantee-for = İkisi arasında doğduğu günden başlayarak { $period } geçerlidir.
guarantee-force = Satırın verdiği hukuki güç: { $force }.
guarantee-restates = Yineledikleri: “{ $words }”.
guarantee-linked = Bağlı olduğu belge: { $treaty }.
guarantee-stands = Yön: { $direction }. Tam bir güvencenin söylediklerinden söylenmeyen: { NUM($gaps) }.
guarantee-count = { $file }: { $count ->
    [0] güvence satırı yok
   *[other] { NUM($count) } güvence
}
guarantee-next = Bağlayıcı olmaları için: { $lacks ->
    [0] gereken son hükümler metinde var
   *[other] { NUM($lacks) } son hüküm eksik
}; metin { $adopted ->
    [yes] kabul edilmiş
   *[no] kabul edilmemiş
}. Sırada imza, rıza ve yürürlüğe giriş var: `sponsio guarantee missing`.
guarantee-encoding = UTF-8 değil
guarantee-text-unusable = { $file } okunabilir bir metin değil: { $findings }

mode-individually = her biri kendisi için
mode-severally = her biri tek başına sorumlu
mode-jointly = yalnız hep birlikte
mode-jointly-and-severally = hep birlikte ve her biri bütünü için

legal-force-binding-treaty = bağlayıcı antlaşma
legal-force-binding-unilateral-act = bağlayıcı tek taraflı işlem
legal-force-political-commitment = siyasi taahhüt
legal-force-contested = gücü tartışmalı taahhüt

direction-mutual = karşılıklı
direction-self = kendi statüsü
direction-third-party = üçüncü taraflara
direction-one-sided = tek yönlü

guarantee-sense = { $sense ->
    [negative] olumsuz
   *[other] olumlu
}

mark-bound = yürürlükte
mark-conditional = koşullu olarak yürürlükte
mark-provisional = geçici olarak uygulanıyor
mark-suspended = askıda
mark-contested = gücü tartışmalı
mark-undetermined = bilinmiyor
mark-political = siyasi taahhüt, hukuk değil
mark-offered = önerilmiş, yürürlükte değil
mark-lost = yitirilmiş
mark-nothing = hiçbir metin taahhüt etmiyor

condition-assent-presumed = Lehine güvence verilen üçüncü bir devlettir; aksi gösterilmedikçe rızası varsayılır (VAHS md. 36(1)).
condition-assent-unknown = Lehine güvence verilen, taraf olmayan bir örgüttür; rızası varsayılmaz ve kayıtlı bir rıza yoktur (VCLT-IO md. 36(2)).
condition-joint-incomplete = Güvence verenler yalnız birlikte borçludur ve hepsi bağlı değildir (GUA-1).
condition-link-open = Bağlı olduğu belge yürürlükte değil veya bu bilinmiyor (GUA-7).
condition-ends-with-event = Hiçbir işlemin bildirmediği bir olayla sona erer; olayın gerçekleşip gerçekleşmediği burada bilinmez.
condition-qualified = Bir çekince, itiraz veya beyan kayıtlıdır; ikisi arasında neyi değiştirdiği henüz hesaplanmaz (VAHS md. 20-23).
condition-withdrawal-pending = Etki doğurmamış bir çekilme bildirimi var.
condition-expired = Süresi dolmuş.
condition-roll-unknown = İkisini kapsayıp kapsamadığı bilinmiyor: bir grubun üyeleri burada yok.

label-cell = Göz
label-legal-force = Hukuki güç
label-guarantor = Güvence veren
label-beneficiary = Lehine verilen
label-time = Süre
label-condition = Koşul

account-force-draft = Yürürlükte değil; olsaydı gücü şu olurdu: { $force }.
account-force-instrument = Belgesinden gelen güç: { $force }; hiçbir şey yükseltilmez (GUA-6).
account-force-stated = Satırın söylediği güç: { $force }; hiçbir şey yükseltilmez (GUA-6).
account-named-unknown = { $who }: kapsayıp kapsamadığı bilinmiyor.
account-named-not = { $who }: kapsamıyor.
account-needs-no-consent = Bu taahhüt için kendi rızası gerekmez.
account-qualified = Kayıtlı: { $act }.
account-joint = Bağlı olmayan: { $who }.
account-since = İkisi arasında { EK(DATE($day), ek: "den") } beri: iki başlangıcın sonraki olanı.
account-until = İkisi arasında artık geçerli olmadığı ilk gün: { DATE($day) }.
account-runs-out = Kendi süresinin dolduğu, geçerli olmadığı ilk gün: { DATE($day) }.

rung-words = Söz: { $name } taahhüdü metnin { $line }. satırındadır.
rung-complete = { $count ->
    [0] Tam: tam bir güvencenin söylediklerini söylüyor.
   *[other] Eksik: { NUM($count) } nokta söylenmemiş; hangileri olduğunu `sponsio guarantee check` söyler.
}
rung-final-clauses = { $count ->
    [0] Son hükümler: eksik yok.
   *[other] Son hükümler: { NUM($count) } hüküm eksik; hangileri olduğunu `sponsio guarantee check` söyler.
}
rung-adopted = Kabul: { DATE($day) } (VAHS md. 9).
rung-adopted-not = Kabul edilmemiş: kabul edilmemiş bir metni kimse imzalayamaz (VAHS md. 9, 10).
rung-signed = İmzalamış veya rıza göstermiş güvence verenler: { NUM($done) } / { NUM($all) }.
rung-guarantors = Bağlanmaya rıza göstermiş güvence verenler: { NUM($done) } / { NUM($all) }.
rung-beneficiaries = Bağlanmaya rıza göstermiş lehdarlar: { NUM($done) } / { NUM($all) }.
rung-open = Eksik olan: { $who }.
rung-unknown = Bilinmeyen: { $who }.
rung-assent-presumed = Üçüncü taraflar: devletlerin rızası varsayılır (VAHS md. 36(1)): { $who }.
rung-assent-needed = Üçüncü taraflar: örgütün rıza göstermesi gerekir (VCLT-IO md. 36(2)); kayıt yok: { $who }.
rung-linked = { $state ->
    [yes] Bağlı olduğu { $treaty } yürürlükte.
    [no] Bağlı olduğu { $treaty } yürürlükte değil.
   *[unknown] Bağlı olduğu { $treaty } belgesinin yürürlükte olup olmadığı bilinmiyor.
}
rung-law = { $state ->
    [law] Güç: yürürlüğe girince { $force }.
    [political] Güç: satır buna { $force } diyor; hiçbir rıza onu hukuk yapmaz, yalnız başka bir metin yapar.
   *[contested] Güç: { $force }; iki okuma da durur ve onları yalnız yazarları giderebilir.
}
rung-bound = Kapsadığı { NUM($named) } çiftten bağlayıcı olduğu: { NUM($bound) }{ $unknown ->
    [0] .
   *[other] ; bilinmeyen: { NUM($unknown) }.
}
ladder-head = { $name } güvencesinin bağlayıcı olması için eksikler (+ tamam, - açık, ? bilinmiyor, ! öğüt):

closing-consent = { $who }: { $treaty } için { $act }; tek başına { NUM($alone) } boşluk kapatır{ $together ->
    [0] .
   *[other] , bir başkasının rızasıyla birlikte { NUM($together) } boşluk daha.
}
closing-entry = { $treaty } yürürlüğe girerse, rıza göstermiş olanlar arasında { NUM($pairs) } boşluk kapanır; eksikleri `sponsio why-not { $treaty }` söyler.
closing-suspension = { $treaty } için askının kalkması: { NUM($pairs) } boşluk.
closing-renewal = Süresi dolan { $name } için yeni bir süre: { NUM($pairs) } boşluk; bütün taraflarının anlaşmasıyla.
closing-force = { $name } için ({ $force }) onu hukuk yapan bir metin: { NUM($pairs) } boşluk; yazarlarının rızasıyla.
closing-knowledge = { $name } hakkında bilinmeyen: { NUM($pairs) } boşluk; ne olduğunu `--from` ve `--to` söyler.
closing-promise = Henüz hiçbir metnin vermediği bir taahhüt, veren: { $who }; { NUM($pairs) } boşluk; yeni bir belge ve güvence verenin rızası gerekir.

coverage-axes = Satır güvence verir, sütun lehine verilir; çift için en güçlü taahhüt gösterilir.
coverage-none = Burada modellenmiş bir güvence yok.
coverage-whole = Boşluk yok: { NUM($pairs) } sıralı çiftin her birinde yürürlükte bir hukuki taahhüt var.
coverage-gaps = Boşluklar: { NUM($pairs) } sıralı çiftin { NUM($open) } tanesinde yürürlükte hukuki taahhüt yok ({ $kinds }).
coverage-one-sided = Tek yönlü: { NUM($count) } çift karşılıksız kapsanıyor: { $pairs }.
coverage-closings = Bunları kapatabilecek olanlar:
coverage-more = ve { NUM($count) } madde daha; hepsi için `--format json`.
coverage-strangers = { $name }, sicilin tanımadığı katılımcılar anıyor: { NUM($by) } güvence veren, { NUM($to) } lehine verilen; burada satırları yok.
coverage-in-words = { $treaty } belgesinin { $line }. satırındaki güvence, değerlendirilmeyen bir küme anıyor; neyi kapsadığı bilinmiyor.
coverage-written = Çizelge { $path } dosyasında; tablosu aşağıda.
coverage-too-large = Çizelgede { NUM($cells) } göz olurdu.
coverage-too-large-step = daha az antlaşma sorun, ya da --among ile birkaç katılımcı
coverage-title = { $titles }: kim kime neyin güvencesini veriyor
coverage-description = { DATE($day) } günü, { NUM($members) } katılımcı, { NUM($rows) } taahhüt. { NUM($pairs) } sıralı çiftin { NUM($open) } tanesinde yürürlükte hukuki taahhüt yok. Satır güvence verir, sütun lehine verilir.
coverage-known = Veri: { DATE($day) } gününe kadar
coverage-beyond = Veri: { DATE($day) } gününe kadar; sonrası bilinmiyor
coverage-given = verdiği
coverage-received = aldığı

column-guarantee = Güvence
column-sense = Tür
column-direction = Yön
column-owed = Borç
column-force = Güç
column-guarantors = Bağlı
column-returned = Karşılıklı
column-one-sided = Tek yönlü
column-gives = Verdiği
column-receives = Aldığı
column-mutual = Karşılıklı
column-gaps = Boşluk

pair-nothing = Hiçbir metin { $from } → { $to } yönünde bir şey taahhüt etmiyor.
not-a-member = { $id } için bu çizelgede satır yok: onu anan bir taahhüt, onu ilgilendiren bir işlem yok
not-found-guarantee = bu antlaşmalarda { $name } adlı bir güvence yok
and-more = { $first } ve { NUM($count) } katılımcı daha
